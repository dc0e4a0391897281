//! What the store must know of a kind of record.
use kindly_records::{Kind, Record, RecordKind};
use rusqlite::Statement;
use uuid::Uuid;

use super::cells::Cells;
use crate::LedgerError;

/// A kind of record with a table of its own, whose name is the kind's.
pub trait Entity: RecordKind + Into<Record> {
    /// Every column, `id` first.
    const SELECT: &'static str;
    /// Adds the row or, where its id is taken, changes it.
    const SAVE: &'static str;
    /// By date, then by id.
    const ORDER: &'static str;
    /// The column that says whose it is.
    const CLIENT: &'static str = "client";
    /// The columns of other tables that may name a record of this kind.
    const NAMED_BY: &'static [NamedBy] = &[];

    /// Runs [`Self::SAVE`].
    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize>;

    /// Maps a row of [`Self::SELECT`].
    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError>;

    /// The records of the same client that this one names.
    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [None, None]
    }
}

/// A column by which records of one kind name records of another.
#[derive(Debug, Clone, Copy)]
pub struct NamedBy {
    /// The kind that names.
    pub(crate) kind: Kind,
    /// The column in its table.
    pub(crate) column: &'static str,
}

/// Runs an expression with `$Entity` standing for the type of a kind that is known only at run time.
macro_rules! for_kind {
    ($kind:expr, $Entity:ident => $work:expr, profile => $none:expr) => {
        match $kind {
            kindly_records::Kind::Client => {
                type $Entity = kindly_records::Client;
                $work
            }
            kindly_records::Kind::Enquiry => {
                type $Entity = kindly_records::Enquiry;
                $work
            }
            kindly_records::Kind::Engagement => {
                type $Entity = kindly_records::Engagement;
                $work
            }
            kindly_records::Kind::Deliverable => {
                type $Entity = kindly_records::Deliverable;
                $work
            }
            kindly_records::Kind::CheckIn => {
                type $Entity = kindly_records::CheckIn;
                $work
            }
            kindly_records::Kind::Obligation => {
                type $Entity = kindly_records::Obligation;
                $work
            }
            kindly_records::Kind::Invoice => {
                type $Entity = kindly_records::Invoice;
                $work
            }
            kindly_records::Kind::Concession => {
                type $Entity = kindly_records::Concession;
                $work
            }
            kindly_records::Kind::Incident => {
                type $Entity = kindly_records::Incident;
                $work
            }
            kindly_records::Kind::Complaint => {
                type $Entity = kindly_records::Complaint;
                $work
            }
            kindly_records::Kind::Letter => {
                type $Entity = kindly_records::Letter;
                $work
            }
            kindly_records::Kind::Profile => $none,
        }
    };
}

/// Runs an expression with `$record` standing for the facts in a record of any kind.
macro_rules! for_each_kind {
    ($any:expr, $record:ident => $work:expr) => {
        match $any {
            kindly_records::Record::Client($record) => $work,
            kindly_records::Record::Enquiry($record) => $work,
            kindly_records::Record::Engagement($record) => $work,
            kindly_records::Record::Deliverable($record) => $work,
            kindly_records::Record::CheckIn($record) => $work,
            kindly_records::Record::Obligation($record) => $work,
            kindly_records::Record::Invoice($record) => $work,
            kindly_records::Record::Concession($record) => $work,
            kindly_records::Record::Incident($record) => $work,
            kindly_records::Record::Complaint($record) => $work,
            kindly_records::Record::Letter($record) => $work,
        }
    };
}

pub(crate) use {for_each_kind, for_kind};
