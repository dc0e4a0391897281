//! What is wrong with a file.
use thiserror::Error;

/// One problem that the check found. Each sentence names it; the mend is always to restore a backup, except for
/// search, which is built again from the records.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Damage {
    /// The beginning of the file, without which the rest is not found. The key opens what is behind it, so that it is
    /// the right one.
    #[error("the beginning of the file was altered")]
    FirstPage,
    /// A file that ends before its last page.
    #[error("the end of the file is missing: {missing} of its {pages} pages are not there")]
    Shortened {
        /// How many pages it should have.
        pages: u32,
        /// How many are missing.
        missing: u32,
    },
    /// A file that is gone, or of no bytes, where a ledger was.
    #[error("the file is gone or empty, though it held {entries} entries of the journal")]
    Emptied {
        /// The number of the last entry that was seen.
        entries: i64,
    },
    /// The log beside the file: saves that were not brought into the file yet.
    #[error("the log beside the file was altered: the last saves in it cannot be read")]
    Log,
    /// A page of the file that was altered: its authentication fails.
    #[error("a page of the file was altered: {0}")]
    Page(String),
    /// Tables or indexes that do not hold together.
    #[error("the file does not hold together: {0}")]
    Structure(String),
    /// A record that names another which is not there.
    #[error("a {table} names a {parent} that is not there")]
    Dangling {
        /// The table with the record.
        table: String,
        /// The table in which it looks.
        parent: String,
    },
    /// A record that names another of a different client.
    #[error("a {table} names a {linked} of another client")]
    Across {
        /// The table with the record.
        table: &'static str,
        /// The table of what it names.
        linked: &'static str,
    },
    /// A record that cannot be read.
    #[error("a {table} holds something that cannot be read in {column}")]
    Record {
        /// The table.
        table: &'static str,
        /// The column.
        column: String,
    },
    /// An entry of the journal that does not fit to its hash, or to the entry before it.
    #[error("entry {seq} of the journal does not fit to its hash")]
    Journal {
        /// The entry.
        seq: i64,
    },
    /// A kept file whose bytes are not those that its name stands for.
    #[error("the kept file {sha256} was altered")]
    Blob {
        /// Its name.
        sha256: String,
    },
    /// An index of search that does not say what the records say.
    #[error("search does not say what the records say")]
    Search,
}
