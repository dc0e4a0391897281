//! The ledger from outside, through its public face and, where a fault must be made, through the bare file.
mod alone;
mod builders;
mod check;
mod dump;
mod erase;
mod files;
mod history;
mod journal;
mod kinds;
mod layout;
mod letters;
mod links;
mod random;
mod roundtrip;
mod schema;
mod search;
mod vault;
