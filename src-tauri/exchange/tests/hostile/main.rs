//! What must hold for bytes that nobody meant well: an answer comes, soon, in little room, and it says what to do.
//!
//! The short form runs with all other tests. `KINDLY_TORTURE=long` tries a hundred times as many files, and large ones.
mod answers;
mod bounded;
mod built;
mod corpus;
mod formulas;
mod limits;
mod lines;
mod measured;
mod mutated;
mod packed;

/// Whether the long form was asked for.
fn is_long() -> bool {
    std::env::var("KINDLY_TORTURE").is_ok_and(|form| form == "long")
}

/// How many cases a property is tried with.
fn cases(short: u32) -> proptest::prelude::ProptestConfig {
    let cases = if is_long() { short * 100 } else { short };
    proptest::prelude::ProptestConfig {
        failure_persistence: None,
        ..proptest::prelude::ProptestConfig::with_cases(cases)
    }
}
