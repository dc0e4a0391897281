//! Payments, so that an invoice can be paid in parts.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, Invoice, InvoiceId, Kind, Money, PaymentId, RecordError, RecordKind, check};

/// Money that came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Payment {
    /// From whom.
    pub client: ClientId,
    /// The invoice it pays, wholly or in part.
    pub invoice: InvoiceId,
    /// The day it came in.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
    /// What stands on the bank statement.
    #[serde(default)]
    pub reference: String,
}

impl RecordKind for Payment {
    type Id = PaymentId;
    const KIND: Kind = Kind::Payment;

    fn check(&self) -> Result<(), RecordError> {
        if self.amount.minor <= 0 {
            return Err(RecordError::NotPositive { kind: Self::KIND });
        }
        check::line(Self::KIND, "reference", &self.reference)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        if self.reference.is_empty() { self.on.to_string() } else { self.reference.clone() }
    }
}

impl Invoice {
    /// The day on which it was paid in full: the day that was entered or, failing that, the day on which its
    /// payments reached its amount. `payments` may hold those of other invoices, told apart by `id`; those in
    /// another currency do not count.
    #[must_use]
    pub fn settled_on(&self, id: InvoiceId, payments: &[&Payment]) -> Option<NaiveDate> {
        if self.paid_on.is_some() {
            return self.paid_on;
        }
        let mut own: Vec<&&Payment> = self.own(id, payments).collect();
        own.sort_by_key(|payment| payment.on);
        let mut sum = 0_i64;
        own.into_iter().find_map(|payment| {
            sum = sum.saturating_add(payment.amount.minor);
            (sum >= self.amount.minor).then_some(payment.on)
        })
    }

    /// What is still to be paid after the given payments; nothing below zero, nothing once a paid date stands.
    #[must_use]
    pub fn open_amount(&self, id: InvoiceId, payments: &[&Payment]) -> Money {
        let paid =
            self.own(id, payments).fold(0_i64, |sum, payment| sum.saturating_add(payment.amount.minor));
        let open = if self.paid_on.is_some() { 0 } else { (self.amount.minor - paid).max(0) };
        Money { minor: open, currency: self.amount.currency }
    }

    fn own<'a>(&self, id: InvoiceId, payments: &'a [&'a Payment]) -> impl Iterator<Item = &'a &'a Payment> {
        let currency = self.amount.currency;
        payments.iter().filter(move |payment| payment.invoice == id && payment.amount.currency == currency)
    }
}
