//! What an import understood, before and after it writes.
use serde::Serialize;
use ts_rs::TS;

/// What a file holds, and what importing it would do or did.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportView {
    /// The file's name, without its folder.
    pub file: String,
    /// What its rows are: `clients`, `deliverables`, `check-ins`, `invoices`, `obligations` or `complaints`.
    pub what: String,
    /// The columns, and what each was understood as.
    pub columns: Vec<ColumnView>,
    /// Rows that become records.
    pub new: u32,
    /// Rows that change a record.
    pub updated: u32,
    /// Rows whose record stands already.
    pub unchanged: u32,
    /// Rows that cannot be taken; while there is one, nothing is written.
    pub refused: Vec<RefusedRow>,
    /// New clients whose names are nearly those of others: one client in two spellings, or two clients?
    pub near: Vec<NearName>,
    /// The first rows, as they would read.
    pub preview: Vec<Vec<String>>,
    /// Whether it was written.
    pub written: bool,
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ColumnView {
    /// Its header.
    pub header: String,
    /// The field it was understood as; `None`: left out.
    pub field: Option<String>,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RefusedRow {
    /// Its line in the file, from 1.
    pub line: u32,
    /// Why, as one sentence.
    pub reason: String,
}

/// A new client whose name is nearly another's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NearName {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The name in the file.
    pub name: String,
    /// The name that is there.
    pub existing: String,
}
