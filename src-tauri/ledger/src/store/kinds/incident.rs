//! Incidents of conduct.
use kindly_records::Incident;
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for Incident {
    const SELECT: &'static str = "
        SELECT id, client, happened_on, what, observed, other_reading,
               review_on
        FROM incident";
    const SAVE: &'static str = "
        INSERT INTO incident (id, client, happened_on, what, observed, other_reading,
            review_on)
        VALUES (:id, :client, :happened_on, :what, :observed, :other_reading,
            :review_on)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, happened_on = excluded.happened_on, what = excluded.what,
            observed = excluded.observed, other_reading = excluded.other_reading,
            review_on = excluded.review_on";
    const ORDER: &'static str = "happened_on, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":happened_on": self.on,
            ":what": Word(self.what),
            ":observed": self.observed,
            ":other_reading": self.other_reading,
            ":review_on": self.review_on,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            on: cells.day("happened_on")?,
            what: cells.word("what")?,
            observed: cells.text("observed")?,
            other_reading: cells.text("other_reading")?,
            review_on: cells.optional_day("review_on")?,
        })
    }
}
