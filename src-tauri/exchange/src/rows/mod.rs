//! Rows to drafts, a file a kind.
mod cells;
mod check_in;
mod client;
mod complaint;
mod deliverable;
mod invoice;
mod obligation;

pub(crate) use cells::Cells;
pub use check_in::CheckInRow;
pub use client::ClientRow;
pub use complaint::ComplaintRow;
pub use deliverable::DeliverableRow;
pub use invoice::InvoiceRow;
pub use obligation::ObligationRow;

use kindly_records::{ClientId, RecordError, RecordKind};
use uuid::Uuid;

use crate::{Defaults, ImportKind, RowError};

/// A row that can be kept as soon as it is known which client it names.
#[derive(Clone, Debug, PartialEq)]
pub enum Draft {
    /// A client.
    Client(ClientRow),
    /// Something we owe.
    Deliverable(DeliverableRow),
    /// An answer about satisfaction.
    CheckIn(CheckInRow),
    /// An invoice.
    Invoice(InvoiceRow),
    /// Something they owe.
    Obligation(ObligationRow),
    /// A complaint.
    Complaint(ComplaintRow),
}

impl Draft {
    /// The line of the file on which the row starts; the first is 1.
    #[must_use]
    pub fn line(&self) -> usize {
        match self {
            Self::Client(row) => row.line,
            Self::Deliverable(row) => row.line,
            Self::CheckIn(row) => row.line,
            Self::Invoice(row) => row.line,
            Self::Obligation(row) => row.line,
            Self::Complaint(row) => row.line,
        }
    }

    /// The client's name: the row's own, or the one it belongs to.
    #[must_use]
    pub fn client(&self) -> &str {
        match self {
            Self::Client(row) => &row.client.name,
            Self::Deliverable(row) => &row.client,
            Self::CheckIn(row) => &row.client,
            Self::Invoice(row) => &row.client,
            Self::Obligation(row) => &row.client,
            Self::Complaint(row) => &row.client,
        }
    }
}

/// The draft of a row, accepted by its record type.
pub(crate) fn draft(kind: ImportKind, cells: &Cells<'_>, defaults: Defaults) -> Result<Draft, RowError> {
    match kind {
        ImportKind::Clients => client::read(cells, defaults).map(Draft::Client),
        ImportKind::Deliverables => deliverable::read(cells).map(Draft::Deliverable),
        ImportKind::CheckIns => check_in::read(cells).map(Draft::CheckIn),
        ImportKind::Invoices => invoice::read(cells, defaults).map(Draft::Invoice),
        ImportKind::Obligations => obligation::read(cells).map(Draft::Obligation),
        ImportKind::Complaints => complaint::read(cells).map(Draft::Complaint),
    }
}

/// Whether the record's type accepts it, whoever its client will turn out to be.
fn accepted<R: RecordKind>(record: impl FnOnce(ClientId) -> R) -> Result<(), RecordError> {
    record(ClientId::from(Uuid::nil())).check()
}
