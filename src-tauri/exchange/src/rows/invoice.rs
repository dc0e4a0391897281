//! Rows of invoices.
use chrono::NaiveDate;
use kindly_records::{ClientId, Invoice, Money, parse_currency};

use super::{Cells, accepted};
use crate::{
    Defaults, Field, RowError,
    amounts::{self, NoAmount},
    error::quoted,
};

/// An invoice of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceRow {
    /// The line on which the row starts.
    pub line: usize,
    /// The client's name.
    pub client: String,
    /// Its number.
    pub number: String,
    /// The day it was issued.
    pub issued_on: NaiveDate,
    /// The total.
    pub amount: Money,
    /// The day payment is due.
    pub due_on: NaiveDate,
    /// The day it was paid in full.
    pub paid_on: Option<NaiveDate>,
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
        }
    }
}

pub(super) fn read(cells: &Cells<'_>, defaults: Defaults) -> Result<InvoiceRow, RowError> {
    let row = InvoiceRow {
        line: cells.row.line,
        client: cells.required(Field::Client)?.to_owned(),
        number: cells.required(Field::Number)?.to_owned(),
        issued_on: cells.required_date(Field::Issued)?,
        amount: amount(cells, defaults)?,
        due_on: cells.required_date(Field::Due)?,
        paid_on: cells.date(Field::Paid)?,
    };
    accepted(|client| row.record(client))?;
    Ok(row)
}

fn amount(cells: &Cells<'_>, defaults: Defaults) -> Result<Money, RowError> {
    let text = cells.required(Field::Amount)?;
    let currency = match cells.text(Field::Currency) {
        "" => defaults.currency,
        code => parse_currency(code)?,
    };
    let (value, column) = (quoted(text), cells.header(Field::Amount));
    amounts::parse(text, currency).map_err(|reason| {
        let currency = currency.code().to_owned();
        match reason {
            NoAmount::Unreadable => RowError::NotAnAmount { value, column, currency },
            NoAmount::OtherCurrency => RowError::OtherCurrency { value, column, currency },
        }
    })
}
