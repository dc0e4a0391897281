//! What the store must know of a kind of record.
use kindly_records::{Kind, Record, RecordError, RecordKind};
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
    /// The column that says whose it is; `None` where it is nobody's.
    const CLIENT: Option<&'static str> = Some("client");
    /// The columns of other tables that may name a record of this kind.
    const NAMED_BY: &'static [NamedBy] = &[];
    /// Whether a record of this kind may stay as it is for good, and is therefore asked before it is changed.
    const FREEZES: bool = false;

    /// Runs [`Self::SAVE`].
    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize>;

    /// Maps a row of [`Self::SELECT`].
    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError>;

    /// The records of the same client that this one names.
    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [None, None]
    }

    /// Further records that this one names, for the few kinds that name so many.
    fn more_links(&self) -> Vec<Link> {
        Vec::new()
    }

    /// Refuses a change that may not be; asked where [`Self::FREEZES`] alone. Undo and redo do not ask: they bring back
    /// what was allowed when it was done, and never take back that a record was frozen.
    fn check_change(&self, _next: &Self) -> Result<(), RecordError> {
        Ok(())
    }
}

/// A record that another names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Its kind.
    pub(crate) kind: Kind,
    /// Its id.
    pub(crate) id: Uuid,
    /// Whether it must be there.
    pub(crate) needed: bool,
}

impl Link {
    /// To one that must be there.
    pub(crate) const fn there(kind: Kind, id: Uuid) -> Self {
        Self { kind, id, needed: true }
    }

    /// To one that may have gone, or come later; where it is there, it is of the same client.
    pub(crate) const fn maybe(kind: Kind, id: Uuid) -> Self {
        Self { kind, id, needed: false }
    }
}

/// A column by which records of one kind name records of another.
#[derive(Debug, Clone, Copy)]
pub struct NamedBy {
    /// The kind that names.
    pub(crate) kind: Kind,
    /// The column in its table.
    pub(crate) column: &'static str,
    /// Whether it means nothing without what it names, as a payment without its invoice, and goes with it.
    pub(crate) owned: bool,
}

impl NamedBy {
    /// A record that stays, and no longer names what is gone.
    pub(crate) const fn free(kind: Kind, column: &'static str) -> Self {
        Self { kind, column, owned: false }
    }

    /// A record that goes with what it names.
    pub(crate) const fn owned(kind: Kind, column: &'static str) -> Self {
        Self { kind, column, owned: true }
    }
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
            kindly_records::Kind::Praise => {
                type $Entity = kindly_records::Praise;
                $work
            }
            kindly_records::Kind::Payment => {
                type $Entity = kindly_records::Payment;
                $work
            }
            kindly_records::Kind::TimeEntry => {
                type $Entity = kindly_records::TimeEntry;
                $work
            }
            kindly_records::Kind::Conversation => {
                type $Entity = kindly_records::Conversation;
                $work
            }
            kindly_records::Kind::Request => {
                type $Entity = kindly_records::Request;
                $work
            }
            kindly_records::Kind::Attention => {
                type $Entity = kindly_records::Attention;
                $work
            }
            kindly_records::Kind::Decision => {
                type $Entity = kindly_records::Decision;
                $work
            }
            kindly_records::Kind::Ending => {
                type $Entity = kindly_records::Ending;
                $work
            }
            kindly_records::Kind::ReferralContact => {
                type $Entity = kindly_records::ReferralContact;
                $work
            }
            kindly_records::Kind::Document => {
                type $Entity = kindly_records::Document;
                $work
            }
            kindly_records::Kind::Template => {
                type $Entity = kindly_records::Template;
                $work
            }
            kindly_records::Kind::Snooze => {
                type $Entity = kindly_records::Snooze;
                $work
            }
            kindly_records::Kind::LetterTemplate => {
                type $Entity = kindly_records::LetterTemplate;
                $work
            }
            kindly_records::Kind::Improvement => {
                type $Entity = kindly_records::Improvement;
                $work
            }
            kindly_records::Kind::CheckInRequest => {
                type $Entity = kindly_records::CheckInRequest;
                $work
            }
            kindly_records::Kind::FitCriterion => {
                type $Entity = kindly_records::FitCriterion;
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
            kindly_records::Record::Letter(letter) => {
                let $record = letter.as_ref();
                $work
            }
            kindly_records::Record::Praise($record) => $work,
            kindly_records::Record::Payment($record) => $work,
            kindly_records::Record::TimeEntry($record) => $work,
            kindly_records::Record::Conversation($record) => $work,
            kindly_records::Record::Request($record) => $work,
            kindly_records::Record::Attention($record) => $work,
            kindly_records::Record::Decision($record) => $work,
            kindly_records::Record::Ending($record) => $work,
            kindly_records::Record::ReferralContact($record) => $work,
            kindly_records::Record::Document($record) => $work,
            kindly_records::Record::Template($record) => $work,
            kindly_records::Record::Snooze($record) => $work,
            kindly_records::Record::LetterTemplate($record) => $work,
            kindly_records::Record::Improvement($record) => $work,
            kindly_records::Record::CheckInRequest($record) => $work,
            kindly_records::Record::FitCriterion($record) => $work,
        }
    };
}

pub(crate) use {for_each_kind, for_kind};
