//! That a client was asked how it goes.
use kindly_records::{CheckInRequest, Kind};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for CheckInRequest {
    const SELECT: &'static str = "
        SELECT id, client, day, scale, deliverable, person
        FROM check_in_request";
    const SAVE: &'static str = "
        INSERT INTO check_in_request (id, client, day, scale, deliverable, person)
        VALUES (:id, :client, :day, :scale, :deliverable, :person)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, day = excluded.day, scale = excluded.scale,
            deliverable = excluded.deliverable, person = excluded.person";
    const ORDER: &'static str = "day, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":day": self.on,
            ":scale": Word(self.scale),
            ":deliverable": self.deliverable.map(Uuid::from),
            ":person": self.person,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            on: cells.day("day")?,
            scale: cells.word("scale")?,
            deliverable: cells.optional_id("deliverable")?,
            person: cells.text("person")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.deliverable.map(|id| (Kind::Deliverable, id.into())), None]
    }
}
