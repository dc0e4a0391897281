//! Rows to drafts, a file a kind.
mod cells;
mod check_in;
mod client;
mod complaint;
mod deliverable;
mod enquiry;
mod invoice;
mod obligation;
mod payment;
mod time_entry;

pub(crate) use cells::{Cells, Columns, is_email, one_form};
pub use check_in::CheckInRow;
pub(crate) use check_in::said_by;
pub use client::ClientRow;
pub(crate) use client::stated;
pub use complaint::ComplaintRow;
pub use deliverable::DeliverableRow;
pub(crate) use deliverable::told_by_days;
pub use enquiry::EnquiryRow;
pub use invoice::InvoiceRow;
pub use obligation::ObligationRow;
pub use payment::PaymentRow;
pub use time_entry::TimeEntryRow;

use kindly_records::{ClientId, RecordError, RecordKind};
use uuid::Uuid;

use crate::{Defaults, ImportKind, RowError};

/// A row that can be kept as soon as it is known which client it names.
#[derive(Clone, Debug, PartialEq)]
pub enum Draft {
    /// A client. Boxed, since it is several times as large as the rows that come by the hundred thousand.
    Client(Box<ClientRow>),
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
    /// Time spent on a client's work.
    TimeEntry(TimeEntryRow),
    /// Money that came in.
    Payment(PaymentRow),
    /// A request for work.
    Enquiry(EnquiryRow),
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
            Self::TimeEntry(row) => row.line,
            Self::Payment(row) => row.line,
            Self::Enquiry(row) => row.line,
        }
    }

    /// The client's name: the row's own, or the one it belongs to. Where the file has only an e-mail address, that.
    #[must_use]
    pub fn client(&self) -> &str {
        match self {
            Self::Client(row) => &row.client.name,
            Self::Deliverable(row) => &row.client,
            Self::CheckIn(row) => &row.client,
            Self::Invoice(row) => &row.client,
            Self::Obligation(row) => &row.client,
            Self::Complaint(row) => &row.client,
            Self::TimeEntry(row) => &row.client,
            Self::Payment(row) => &row.client,
            Self::Enquiry(row) => &row.client,
        }
    }

    /// The e-mail address by which the client may be found, where the row has one.
    #[must_use]
    pub fn client_email(&self) -> Option<&str> {
        match self {
            Self::Client(row) => Some(row.client.contact.email.as_str()).filter(|email| !email.is_empty()),
            Self::CheckIn(row) => row.client_email.as_deref(),
            Self::Invoice(row) => row.client_email.as_deref(),
            Self::TimeEntry(row) => row.client_email.as_deref(),
            Self::Payment(row) => row.client_email.as_deref(),
            Self::Enquiry(row) => row.client_email.as_deref(),
            Self::Deliverable(_) | Self::Obligation(_) | Self::Complaint(_) => {
                Some(self.client()).filter(|client| is_email(client))
            }
        }
    }
}

/// The draft of a row, accepted by its record type.
pub(crate) fn draft(kind: ImportKind, cells: &Cells<'_>, defaults: Defaults) -> Result<Draft, RowError> {
    match kind {
        ImportKind::Clients => client::read(cells, defaults).map(|row| Draft::Client(Box::new(row))),
        ImportKind::Deliverables => deliverable::read(cells).map(Draft::Deliverable),
        ImportKind::CheckIns => check_in::read(cells).map(Draft::CheckIn),
        ImportKind::Invoices => invoice::read(cells, defaults).map(Draft::Invoice),
        ImportKind::Obligations => obligation::read(cells).map(Draft::Obligation),
        ImportKind::Complaints => complaint::read(cells).map(Draft::Complaint),
        ImportKind::TimeEntries => time_entry::read(cells, defaults).map(Draft::TimeEntry),
        ImportKind::Payments => payment::read(cells, defaults).map(Draft::Payment),
        ImportKind::Enquiries => enquiry::read(cells).map(Draft::Enquiry),
    }
}

/// Whether the record's type accepts it, whoever its client will turn out to be.
fn accepted<R: RecordKind>(record: impl FnOnce(ClientId) -> R) -> Result<(), RecordError> {
    record(ClientId::from(Uuid::nil())).check()
}
