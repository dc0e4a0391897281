//! The store: the file, its layout, and the records in it.
use kindly_records::{Kind, RecordKind};
use rusqlite::Connection;
use uuid::Uuid;

use crate::LedgerError;

pub(crate) mod blobs;
mod cells;
pub(crate) mod connection;
mod entity;
pub(crate) mod fit;
mod integrity;
mod kinds;
pub(crate) mod lock;
pub(crate) mod log;
pub(crate) mod migrations;
pub(crate) mod pages;
pub(crate) mod profile;
pub(crate) mod read;
pub(crate) mod tree;
pub(crate) mod watch;
pub(crate) mod watched;
pub(crate) mod write;

pub(crate) use entity::{Entity, for_each_kind, for_kind};
pub(crate) use integrity::{Known, exists};

/// A record of a kind that the ledger keeps. It is implemented here, for every kind there is, and nowhere else.
pub trait Stored: RecordKind + Entity {}

impl<R: Entity> Stored for R {}

/// The tables whose changes the journal follows, so that they can be taken back. Parents stand before children.
pub(crate) const TRACKED: [&str; 28] = [
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
    "document",
    "letter_template",
    "letter",
    "praise",
    "payment",
    "time_entry",
    "conversation",
    "request",
    "attention",
    "decision",
    "ending",
    "referral_contact",
    "template",
    "snooze",
    "improvement",
    "check_in_request",
    "fit_criterion",
    "profile",
];

/// Every kind, in the order of [`TRACKED`]; its table has its name.
pub(crate) const KINDS: [Kind; 28] = [
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
    Kind::Document,
    Kind::LetterTemplate,
    Kind::Letter,
    Kind::Praise,
    Kind::Payment,
    Kind::TimeEntry,
    Kind::Conversation,
    Kind::Request,
    Kind::Attention,
    Kind::Decision,
    Kind::Ending,
    Kind::ReferralContact,
    Kind::Template,
    Kind::Snooze,
    Kind::Improvement,
    Kind::CheckInRequest,
    Kind::FitCriterion,
    Kind::Profile,
];

/// The columns that name kept files by their SHA-256, by table, with their places.
pub(crate) const FILES: [(&str, &str, usize); 4] = [
    ("document", "sha256", 5),
    ("letter", "pdf_sha256", 10),
    ("profile", "logo_sha256", 19),
    ("profile", "signature_sha256", 20),
];

/// The kind of that name.
pub(crate) fn kind_named(name: &str) -> Option<Kind> {
    KINDS.into_iter().find(|kind| kind.name() == name)
}

/// The place of the column that says whose a row of a table is; `None` where it is nobody's.
pub(crate) fn client_column(table: &str) -> Option<usize> {
    match table {
        "client" => Some(0),
        "referral_contact" | "letter_template" | "improvement" | "fit_criterion" | "profile" => None,
        _ => Some(1),
    }
}

/// The records that name one.
pub(crate) fn names_of(connection: &Connection, table: &str, id: Uuid) -> Result<Vec<Uuid>, LedgerError> {
    let mut found = Vec::new();
    let named_by = kind_named(table).map_or(
        &[][..],
        |kind| for_kind!(kind, Entity => <Entity as entity::Entity>::NAMED_BY, profile => &[]),
    );
    for by in named_by {
        let sql = format!("SELECT id FROM {} WHERE {} = ?1", by.kind.name(), by.column);
        let mut statement = connection.prepare_cached(&sql)?;
        let ids = statement.query_map([id], |row| row.get(0))?;
        found.extend(ids.collect::<Result<Vec<Uuid>, _>>()?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use kindly_records::Kind;

    use super::{FILES, KINDS, TRACKED, client_column, migrations};
    use crate::journal;

    /// The tables that the journal leaves alone, each for its reason.
    const UNTRACKED: [&str; 10] = [
        "journal",             // it is what follows
        "journal_reach",       // what it says of its entries
        "journal_touch",       // …
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

    #[test]
    fn the_columns_that_say_whose_a_row_is_and_which_file_it_names_are_where_they_are_looked_for() {
        let mut file = Connection::open_in_memory().expect("memory is always there");
        migrations::all().to_latest(&mut file).expect("the migrations run on an empty file");
        let mut files = Vec::new();
        for table in TRACKED {
            let columns: Vec<String> = file
                .prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")
                .and_then(|mut statement| statement.query_map([table], |row| row.get(0))?.collect())
                .expect("the schema can be read");
            let expected = match table {
                "client" => Some(0),
                _ => columns.iter().position(|column| column == "client"),
            };
            assert_eq!(client_column(table), expected, "whose a {table} is");
            let named = columns.iter().enumerate().filter(|(_, column)| column.contains("sha256"));
            files.extend(named.map(|(place, column)| (table, column.clone(), place)));
        }
        let known = FILES.map(|(table, column, place)| (table, column.to_owned(), place));
        assert_eq!(files, known, "a file that is named elsewhere would be lost to an erasure");
        let finished: i64 = file
            .query_row("SELECT cid FROM pragma_table_info('letter') WHERE name = 'finished'", [], |row| {
                row.get(0)
            })
            .expect("letters are finished");
        assert_eq!(
            usize::try_from(finished),
            Ok(journal::reach::FINISHED),
            "the journal knows what finishes a letter"
        );
    }
}
