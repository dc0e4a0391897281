//! What an import understood, before and after it writes.
use std::collections::BTreeMap;

use kindly_records::ClientId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person says about a file that cannot be understood by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ImportChoices {
    /// What its rows are, by the name of a kind of import; `None` leaves it to the header.
    pub kind: Option<String>,
    /// Our field → the file's header; empty for none. What is not named is recognised as usual.
    pub columns: BTreeMap<String, String>,
    /// Our field → a value that stands for all rows, such as the scale of a survey.
    pub fixed: BTreeMap<String, String>,
    /// `day-first` or `month-first`; `None` leaves it to the values.
    pub dates: Option<String>,
    /// Whether rows that cannot be taken are left out, in place of keeping all of them out.
    pub without_refused: bool,
    /// A client's name as the file has it → who that is.
    pub clients: BTreeMap<String, ClientPick>,
}

/// Who a name in a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", content = "id", rename_all = "snake_case")]
pub enum ClientPick {
    /// A new client.
    New,
    /// One who is there, in another spelling.
    Existing(ClientId),
    /// Nobody: their rows are left out.
    LeaveOut,
}

/// A name in a file that no client has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UnknownClient {
    /// The name, as the file has it.
    pub name: String,
    /// How many rows name them.
    pub rows: u32,
    /// Clients whose names are nearly this one: the user says which it is.
    pub near: Vec<NearClient>,
    /// Who it is taken for.
    pub pick: Option<ClientPick>,
}

/// A client whose name is nearly another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NearClient {
    /// The client.
    pub id: ClientId,
    /// Their name.
    pub name: String,
}

/// A kind of import, for the mapping step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportKindView {
    /// Its name.
    pub name: String,
    /// Its fields.
    pub fields: Vec<ImportFieldView>,
}

/// A field of a kind of import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportFieldView {
    /// Its name.
    pub name: String,
    /// Whether rows without it are refused.
    pub required: bool,
    /// The words it can hold, where they are few.
    pub options: Vec<String>,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportProgress {
    /// Which part of the work.
    pub step: ImportStep,
    /// Rows done in it.
    pub done: u32,
    /// Rows in all.
    pub of: u32,
}

/// A part of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportStep {
    /// The file is read.
    Reading,
    /// Rows are compared with what is recorded.
    Comparing,
    /// Rows are written.
    Writing,
}

/// What a file holds, and what importing it would do or did.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportView {
    /// The file's name, without its folder.
    pub file: String,
    /// The tool that wrote it, where it was recognised.
    pub tool: Option<String>,
    /// What stands in the way of reading it, as one sentence; then the mapping step is shown.
    pub problem: Option<String>,
    /// The file's headers, in their order.
    pub headers: Vec<String>,
    /// Its first rows, as they stand there.
    pub first_rows: Vec<Vec<String>>,
    /// The kinds that it can be mapped to.
    pub kinds: Vec<ImportKindView>,
    /// The choices as they are understood: what was chosen, and what was recognised.
    pub choices: ImportChoices,
    /// Names in it that no client has.
    pub unknown_clients: Vec<UnknownClient>,
    /// Rows left out on purpose, such as sums and blank ones.
    pub left_out: u32,
    /// What was taken or left out without the file saying so, a sentence each.
    pub remarks: Vec<String>,
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
