//! What was talked about.
use kindly_records::Conversation;
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{cells::Cells, entity::Entity},
};

impl Entity for Conversation {
    const SELECT: &'static str = "
        SELECT id, client, day, person, asked, explained, agreed, changed
        FROM conversation";
    const SAVE: &'static str = "
        INSERT INTO conversation (id, client, day, person, asked, explained, agreed, changed)
        VALUES (:id, :client, :day, :person, :asked, :explained, :agreed, :changed)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, day = excluded.day, person = excluded.person,
            asked = excluded.asked, explained = excluded.explained, agreed = excluded.agreed,
            changed = excluded.changed";
    const ORDER: &'static str = "day, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":day": self.on,
            ":person": self.person,
            ":asked": self.asked,
            ":explained": self.explained,
            ":agreed": self.agreed,
            ":changed": self.changed,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            on: cells.day("day")?,
            person: cells.text("person")?,
            asked: cells.text("asked")?,
            explained: cells.text("explained")?,
            agreed: cells.text("agreed")?,
            changed: cells.text("changed")?,
        })
    }
}
