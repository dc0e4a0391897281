//! Rows of invoices.
use chrono::NaiveDate;
use kindly_records::{ClientId, Invoice, Money};

use super::{Cells, accepted};
use crate::{Defaults, Field, RowError};

/// An invoice of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceRow {
    /// The line on which the row starts.
    pub line: usize,
    /// The client's name, or their e-mail address where the file has only that.
    pub client: String,
    /// The client's e-mail address, where the file has one.
    pub client_email: Option<String>,
    /// Its number.
    pub number: String,
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// The total.
    pub amount: Money,
    /// Whether the file says in which currency; else the amount stands in the default one until the client is known.
    pub currency_stated: bool,
    /// The day payment is due.
    pub due_on: NaiveDate,
    /// The day it was paid in full.
    pub paid_on: Option<NaiveDate>,
    /// Whether the file says that it is paid but not when: then the day paid is the day due, which may lie ahead.
    pub paid_day_assumed: bool,
    /// How much of it has been paid, where the file says so.
    pub paid_amount: Option<Money>,
}

impl InvoiceRow {
    /// The record, once its client is known.
    #[must_use]
    pub fn record(&self, client: ClientId) -> Invoice {
        Invoice {
            client,
            number: self.number.clone(),
            issued_on: self.issued_on,
            amount: self.amount,
            due_on: self.due_on,
            paid_on: self.paid_on,
            engagement: None,
            notes: String::new(),
        }
    }

    /// The same, if its record type accepts it.
    pub(crate) fn checked(self) -> Result<Self, RowError> {
        accepted(|client| self.record(client))?;
        Ok(self)
    }
}

pub(super) fn read(cells: &Cells<'_>, defaults: Defaults) -> Result<InvoiceRow, RowError> {
    let issued_on = cells.required_date(Field::Issued)?;
    InvoiceRow {
        line: cells.row.line,
        client: cells.required(Field::Client)?.to_owned(),
        client_email: cells.client_email(),
        number: cells.required(Field::Number)?.to_owned(),
        issued_on,
        amount: cells.required_money(Field::Amount, defaults)?,
        currency_stated: cells.states_currency(Field::Amount),
        due_on: cells.due(issued_on, None)?.0,
        paid_on: cells.date(Field::Paid)?,
        paid_day_assumed: false,
        paid_amount: None,
    }
    .checked()
}
