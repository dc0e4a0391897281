//! The store: the file, its layout, and the records in it.
use kindly_records::{Kind, RecordKind};

pub(crate) mod blobs;
mod cells;
pub(crate) mod connection;
mod entity;
mod integrity;
mod kinds;
pub(crate) mod migrations;
pub(crate) mod profile;
pub(crate) mod read;
pub(crate) mod write;

pub(crate) use entity::{Entity, for_each_kind, for_kind};

/// A record of a kind that the ledger keeps. It is implemented here, for every kind there is, and nowhere else.
pub trait Stored: RecordKind + Entity {}

impl<R: Entity> Stored for R {}

/// The tables whose changes the journal follows, so that they can be taken back. Parents stand before children.
pub(crate) const TRACKED: [&str; 12] = [
    "client",
    "enquiry",
    "engagement",
    "deliverable",
    "check_in",
    "obligation",
    "invoice",
    "concession",
    "incident",
    "complaint",
    "letter",
    "profile",
];

/// Every kind, in the order of [`TRACKED`]; its table has its name.
pub(crate) const KINDS: [Kind; 12] = [
    Kind::Client,
    Kind::Enquiry,
    Kind::Engagement,
    Kind::Deliverable,
    Kind::CheckIn,
    Kind::Obligation,
    Kind::Invoice,
    Kind::Concession,
    Kind::Incident,
    Kind::Complaint,
    Kind::Letter,
    Kind::Profile,
];

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use kindly_records::Kind;

    use super::{KINDS, TRACKED, migrations};

    /// The tables that the journal leaves alone, each for its reason.
    const UNTRACKED: [&str; 8] = [
        "journal",             // it is what follows
        "blob",                // kept by content, so that redo finds what undo let go
        "search_text",         // derived
        "search_index",        // derived, and its shadow tables would break undo:
        "search_index_config", // …
        "search_index_data",
        "search_index_docsize",
        "search_index_idx",
    ];

    #[test]
    fn every_kind_has_a_table_of_its_name() {
        assert_eq!(KINDS.map(Kind::name), TRACKED, "tables are found by the names of kinds");
    }

    #[test]
    fn every_table_is_tracked_or_known_to_be_untracked() {
        let mut file = Connection::open_in_memory().expect("memory is always there");
        migrations::all().to_latest(&mut file).expect("the migrations run on an empty file");
        let tables: Vec<String> = file
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
            .expect("the schema can be read");
        let mut known = [TRACKED.as_slice(), UNTRACKED.as_slice()].concat();
        known.sort_unstable();
        assert_eq!(tables, known, "a table that is in neither list would be lost to undo without a word");
    }
}
