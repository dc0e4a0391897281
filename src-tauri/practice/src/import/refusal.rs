//! Why a row that reads well still cannot be taken.
use thiserror::Error;

/// A row that does not fit what is recorded, as one sentence.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(super) enum Refusal {
    /// Nobody has that name.
    #[error("no client is called “{name}”: import or add them first")]
    NoSuchClient { name: String },
    /// Nobody has that name, but somebody nearly has.
    #[error("no client is called “{name}”; did you mean “{near}”?")]
    NearlySuchClient { name: String, near: String },
    /// One record, two rows.
    #[error("“{name}” stands in line {line} already: remove one of the two rows")]
    Twice { name: String, line: usize },
    /// Nothing has that title.
    #[error("{client} has no deliverable called “{title}”: import or add it first, or leave the cell empty")]
    NoSuchDeliverable { title: String, client: String },
    /// Nothing has that number.
    #[error("{client} has no invoice numbered “{number}”: import the invoices first")]
    NoSuchInvoice { number: String, client: String },
    /// Nothing has that title.
    #[error("{client} has no engagement called “{title}”: add it first, or leave the cell empty")]
    NoSuchEngagement { title: String, client: String },
}
