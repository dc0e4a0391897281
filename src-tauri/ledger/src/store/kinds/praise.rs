//! What clients liked.
use kindly_records::{Kind, Praise};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{cells::Cells, entity::Entity},
};

impl Entity for Praise {
    const SELECT: &'static str = "
        SELECT id, client, day, words, person, deliverable, thanked_on
        FROM praise";
    const SAVE: &'static str = "
        INSERT INTO praise (id, client, day, words, person, deliverable, thanked_on)
        VALUES (:id, :client, :day, :words, :person, :deliverable, :thanked_on)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, day = excluded.day, words = excluded.words,
            person = excluded.person, deliverable = excluded.deliverable,
            thanked_on = excluded.thanked_on";
    const ORDER: &'static str = "day, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":day": self.on,
            ":words": self.words,
            ":person": self.person,
            ":deliverable": self.deliverable.map(Uuid::from),
            ":thanked_on": self.thanked_on,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            on: cells.day("day")?,
            words: cells.text("words")?,
            person: cells.text("person")?,
            deliverable: cells.optional_id("deliverable")?,
            thanked_on: cells.optional_day("thanked_on")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.deliverable.map(|id| (Kind::Deliverable, id.into())), None]
    }
}
