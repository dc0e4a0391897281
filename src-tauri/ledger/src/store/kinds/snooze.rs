//! What was put off.
use kindly_records::Snooze;
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{cells::Cells, entity::Entity},
};

impl Entity for Snooze {
    const SELECT: &'static str = "
        SELECT id, client, need, until, reason
        FROM snooze";
    const SAVE: &'static str = "
        INSERT INTO snooze (id, client, need, until, reason)
        VALUES (:id, :client, :need, :until, :reason)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, need = excluded.need, until = excluded.until,
            reason = excluded.reason";
    const ORDER: &'static str = "until, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": self.client.map(Uuid::from),
            ":need": self.need,
            ":until": self.until,
            ":reason": self.reason,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.optional_id("client")?,
            need: cells.text("need")?,
            until: cells.day("until")?,
            reason: cells.text("reason")?,
        })
    }
}
