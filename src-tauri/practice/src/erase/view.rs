//! What an erasure would take, and what it took.
use kindly_records::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who is to be erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "whom", rename_all = "snake_case")]
pub enum EraseWhom {
    /// A client, with all that is recorded of them.
    Client {
        /// The client.
        client: kindly_records::ClientId,
    },
    /// One person at a client's: names and addresses go, what they said stays without a name.
    Person {
        /// The client.
        client: kindly_records::ClientId,
        /// The person: 0 for the contact, then the other people from 1.
        person: u32,
    },
}

/// What an erasure would take: told before anything is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ErasePlan {
    /// The name that is to be typed to confirm it.
    pub name: String,
    /// How many records of each kind go.
    pub records: Vec<KindCount>,
    /// How many files kept inside go.
    pub files: u32,
    /// How many steps of the history lose what they hold and can no longer be taken back.
    pub steps: u32,
    /// Copies of the ledger that still hold them, by path.
    pub copies: Vec<String>,
    /// How many backups are written anew without them.
    pub backups: u32,
}

/// How many of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// How many.
    pub count: u32,
}

/// What was erased. It names nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ErasureReceipt {
    /// When, in UTC, as RFC 3339.
    pub at: String,
    /// How many records of each kind went.
    pub records: Vec<KindCount>,
    /// How many files kept inside went.
    pub files: u32,
    /// How many steps of the history lost what they held.
    pub steps: u32,
    /// Copies of the ledger that were deleted, by path.
    pub copies_deleted: Vec<String>,
    /// Copies that could not be deleted, by path.
    pub copies_left: Vec<String>,
    /// How many backups were written anew without them.
    pub backups: u32,
    /// Backups that could not be reached, by name with the reason: they still hold them.
    pub backups_left: Vec<String>,
    /// Whether the second place for backups is away: it is brought up when it comes back.
    pub second_place_waits: bool,
    /// The receipt as a text to keep.
    pub text: String,
}
