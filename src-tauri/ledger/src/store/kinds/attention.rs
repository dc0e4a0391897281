//! What clients take beside the work.
use kindly_records::Attention;
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{cells::Cells, entity::Entity},
};

impl Entity for Attention {
    const SELECT: &'static str = "
        SELECT id, client, day, minutes, what
        FROM attention";
    const SAVE: &'static str = "
        INSERT INTO attention (id, client, day, minutes, what)
        VALUES (:id, :client, :day, :minutes, :what)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, day = excluded.day, minutes = excluded.minutes,
            what = excluded.what";
    const ORDER: &'static str = "day, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":day": self.on,
            ":minutes": self.minutes,
            ":what": self.what,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            on: cells.day("day")?,
            minutes: cells.number("minutes")?,
            what: cells.text("what")?,
        })
    }
}
