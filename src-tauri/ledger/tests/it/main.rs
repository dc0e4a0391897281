//! The ledger from outside, through its public face and, where a fault must be made, through the bare file.
mod builders;
mod check;
mod dump;
mod files;
mod journal;
mod links;
mod random;
mod roundtrip;
mod schema;
mod search;
mod vault;
