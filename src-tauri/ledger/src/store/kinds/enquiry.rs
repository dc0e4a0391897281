//! Enquiries.
use kindly_records::{Enquiry, Kind};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Json},
        entity::{Entity, NamedBy},
    },
};

impl Entity for Enquiry {
    const SELECT: &'static str = "
        SELECT id, client, received_on, subject, words, answered_on, fit
        FROM enquiry";
    const SAVE: &'static str = "
        INSERT INTO enquiry (id, client, received_on, subject, words, answered_on, fit)
        VALUES (:id, :client, :received_on, :subject, :words, :answered_on, :fit)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, received_on = excluded.received_on,
            subject = excluded.subject, words = excluded.words, answered_on = excluded.answered_on,
            fit = excluded.fit";
    const ORDER: &'static str = "received_on, id";
    const NAMED_BY: &'static [NamedBy] =
        &[NamedBy::free(Kind::Letter, "enquiry"), NamedBy::free(Kind::Ending, "enquiry")];

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":received_on": self.received_on,
            ":subject": self.subject,
            ":words": self.words,
            ":answered_on": self.answered_on,
            ":fit": Json(&self.fit),
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            received_on: cells.day("received_on")?,
            subject: cells.text("subject")?,
            words: cells.text("words")?,
            answered_on: cells.optional_day("answered_on")?,
            fit: cells.json("fit")?,
        })
    }
}
