//! What an import leaves out on purpose, and what it takes without the file saying so.
use std::fmt;

use crate::Tool;

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// Nothing stands in it but delimiters.
    Blank,
    /// A sum of other rows.
    Total,
    /// A task with neither a due date nor a day of completion.
    Undated,
    /// An invoice that was never sent, or was taken back.
    NotSent,
    /// A time entry without any time: one that runs still, or was never begun.
    NoTime,
    /// An answer without a rating.
    NotRated,
    /// A card of a group of people, which is nobody.
    Group,
    /// A card without an organisation, a name or an e-mail address.
    Nameless,
}

impl fmt::Display for LeftOut {
    /// The reason, to stand behind "left out because".
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Blank => "nothing stands in it",
            Self::Total => "it sums up other rows",
            Self::Undated => "the task has neither a due date nor a day of completion",
            Self::NotSent => "the invoice was never sent, or was taken back",
            Self::NoTime => "no time was spent",
            Self::NotRated => "no rating was given",
            Self::Group => "it is a group of people, not a person",
            Self::Nameless => "it has neither an organisation nor a name nor an e-mail address",
        })
    }
}

/// A row that is left out on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOutRow {
    /// The line of the file on which it starts.
    pub line: usize,
    /// Why.
    pub reason: LeftOut,
}

/// What was taken though the file does not say it: a sentence to stand beside the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Tasks without a due date take the day of completion for it.
    DueTakenFromCompletion {
        /// How many.
        rows: usize,
    },
    /// Done cards take their due date for the day of completion.
    DeliveredTakenFromDue {
        /// How many.
        rows: usize,
    },
    /// Paid invoices take their due date for the day paid.
    PaidTakenFromDue {
        /// How many.
        rows: usize,
        /// The tool.
        tool: Tool,
    },
    /// Invoices that were paid in part stay open in full, since nobody says when.
    PaidInPart {
        /// How many.
        rows: usize,
        /// The tool.
        tool: Tool,
    },
    /// Invoices without a due date take a number of days from their issue.
    DueTakenFromTerms {
        /// How many invoices.
        rows: usize,
        /// How many days.
        days: u32,
    },
}

impl fmt::Display for Remark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |rows: usize, one: &str, more: &str| {
            if rows == 1 { format!("1 {one}") } else { format!("{rows} {more}") }
        };
        match self {
            Self::DueTakenFromCompletion { rows } => write!(
                out,
                "{} without a due date: the day of completion stands for it",
                of(*rows, "task", "tasks")
            ),
            Self::DeliveredTakenFromDue { rows } => write!(
                out,
                "{} done, on a day that the file does not tell: the due date stands for it",
                of(*rows, "card is", "cards are")
            ),
            Self::PaidTakenFromDue { rows, tool } => write!(
                out,
                "{} paid, on a day that {tool} does not tell: the due date stands for it",
                of(*rows, "invoice is", "invoices are")
            ),
            Self::PaidInPart { rows, tool } => write!(
                out,
                "{} paid in part, on days that {tool} does not tell: import its payments too",
                of(*rows, "invoice is", "invoices are")
            ),
            Self::DueTakenFromTerms { rows, days } => write!(
                out,
                "{} without a due date: {days} days after issue stand for it",
                of(*rows, "invoice", "invoices")
            ),
        }
    }
}
