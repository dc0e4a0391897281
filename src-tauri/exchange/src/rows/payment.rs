//! Rows of payments.
use chrono::NaiveDate;
use kindly_records::{ClientId, InvoiceId, Money, Payment};
use uuid::Uuid;

use super::{Cells, accepted};
use crate::{Defaults, Field, RowError};

/// Money that came in, of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentRow {
    /// The line on which the row starts.
    pub line: usize,
    /// The client's name, or their e-mail address where the file has only that.
    pub client: String,
    /// The client's e-mail address, where the file has one.
    pub client_email: Option<String>,
    /// The number of the invoice it pays, wholly or in part.
    pub invoice: String,
    /// The day it came in.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
    /// What stands on the bank statement.
    pub reference: String,
}

impl PaymentRow {
    /// The record, once its client and invoice are known.
    #[must_use]
    pub fn record(&self, client: ClientId, invoice: InvoiceId) -> Payment {
        Payment { client, invoice, on: self.on, amount: self.amount, reference: self.reference.clone() }
    }
}

pub(super) fn read(cells: &Cells<'_>, defaults: Defaults) -> Result<PaymentRow, RowError> {
    let row = PaymentRow {
        line: cells.row.line,
        client: cells.required(Field::Client)?.to_owned(),
        client_email: cells.client_email(),
        invoice: cells.required(Field::Number)?.to_owned(),
        on: cells.required_date(Field::Date)?,
        amount: cells.required_money(Field::Amount, defaults)?,
        reference: cells.text(Field::Reference).to_owned(),
    };
    accepted(|client| row.record(client, InvoiceId::from(Uuid::nil())))?;
    Ok(row)
}
