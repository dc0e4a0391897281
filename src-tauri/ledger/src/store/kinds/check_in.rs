//! Answers about satisfaction.
use kindly_records::{CheckIn, Kind};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for CheckIn {
    const SELECT: &'static str = "
        SELECT id, client, given_on, scale, value, said_by, deliverable, words,
               person, from_memory
        FROM check_in";
    const SAVE: &'static str = "
        INSERT INTO check_in (id, client, given_on, scale, value, said_by, deliverable, words,
            person, from_memory)
        VALUES (:id, :client, :given_on, :scale, :value, :said_by, :deliverable, :words,
            :person, :from_memory)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, given_on = excluded.given_on, scale = excluded.scale,
            value = excluded.value, said_by = excluded.said_by, deliverable = excluded.deliverable,
            words = excluded.words,
            person = excluded.person, from_memory = excluded.from_memory";
    const ORDER: &'static str = "given_on, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":given_on": self.on,
            ":scale": Word(self.scale),
            ":value": self.value,
            ":said_by": Word(self.said_by),
            ":deliverable": self.deliverable.map(Uuid::from),
            ":words": self.words,
            ":person": self.person,
            ":from_memory": self.from_memory,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            on: cells.day("given_on")?,
            scale: cells.word("scale")?,
            value: cells.number("value")?,
            said_by: cells.word("said_by")?,
            deliverable: cells.optional_id("deliverable")?,
            words: cells.text("words")?,
            person: cells.text("person")?,
            from_memory: cells.flag("from_memory")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.deliverable.map(|id| (Kind::Deliverable, id.into())), None]
    }
}
