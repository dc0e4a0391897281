//! Invoices: what a client owes in money.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, EngagementId, InvoiceId, Kind, Money, RecordError, RecordKind, check};

/// An invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Invoice {
    /// To whom.
    pub client: ClientId,
    /// Its number, as it stands on the invoice.
    pub number: String,
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// The total.
    pub amount: Money,
    /// The day payment is due.
    pub due_on: NaiveDate,
    /// The day it was paid in full; `None` while it is open.
    #[serde(default)]
    pub paid_on: Option<NaiveDate>,
    /// Under which agreement, where one is kept.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    /// Anything worth remembering.
    #[serde(default)]
    pub notes: String,
}

impl RecordKind for Invoice {
    type Id = InvoiceId;
    const KIND: Kind = Kind::Invoice;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "number", &self.number)?;
        if self.amount.minor <= 0 {
            return Err(RecordError::NotPositive { kind: Self::KIND });
        }
        check::text(Self::KIND, "notes", &self.notes)?;
        check::in_order(Self::KIND, ("issue date", Some(self.issued_on)), ("due date", Some(self.due_on)))
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.number.clone()
    }
}
