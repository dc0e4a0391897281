//! Rows of enquiries.
use chrono::NaiveDate;
use kindly_records::{ClientId, Enquiry};

use super::{Cells, accepted};
use crate::{Field, RowError};

/// A request for work of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnquiryRow {
    /// The line on which the row starts.
    pub line: usize,
    /// The name of who asked, or their e-mail address where the file has only that.
    pub client: String,
    /// Their e-mail address, where the file has one.
    pub client_email: Option<String>,
    /// The day it came.
    pub received_on: NaiveDate,
    /// What it is about.
    pub subject: String,
    /// What they wrote or said.
    pub words: String,
    /// The day it was answered.
    pub answered_on: Option<NaiveDate>,
}

impl EnquiryRow {
    /// The record, once it is known who asked.
    #[must_use]
    pub fn record(&self, client: ClientId) -> Enquiry {
        Enquiry {
            client,
            received_on: self.received_on,
            subject: self.subject.clone(),
            words: self.words.clone(),
            answered_on: self.answered_on,
            fit: Vec::new(),
        }
    }

    /// The same, if its record type accepts it.
    pub(crate) fn checked(self) -> Result<Self, RowError> {
        accepted(|client| self.record(client))?;
        Ok(self)
    }
}

pub(super) fn read(cells: &Cells<'_>) -> Result<EnquiryRow, RowError> {
    EnquiryRow {
        line: cells.row.line,
        client: cells.required(Field::Client)?.to_owned(),
        client_email: cells.client_email(),
        received_on: cells.required_date(Field::Received)?,
        subject: cells.required(Field::Subject)?.to_owned(),
        words: cells.lines(Field::Words),
        answered_on: cells.date(Field::Answered)?,
    }
    .checked()
}
