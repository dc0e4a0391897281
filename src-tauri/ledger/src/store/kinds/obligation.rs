//! What they owe.
use kindly_records::{Kind, Obligation};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for Obligation {
    const SELECT: &'static str = "
        SELECT id, client, engagement, what, title, due_on, met_on, notes
        FROM obligation";
    const SAVE: &'static str = "
        INSERT INTO obligation (id, client, engagement, what, title, due_on, met_on, notes)
        VALUES (:id, :client, :engagement, :what, :title, :due_on, :met_on, :notes)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, engagement = excluded.engagement, what = excluded.what,
            title = excluded.title, due_on = excluded.due_on, met_on = excluded.met_on,
            notes = excluded.notes";
    const ORDER: &'static str = "due_on, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":engagement": self.engagement.map(Uuid::from),
            ":what": Word(self.what),
            ":title": self.title,
            ":due_on": self.due_on,
            ":met_on": self.met_on,
            ":notes": self.notes,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            engagement: cells.optional_id("engagement")?,
            what: cells.word("what")?,
            title: cells.text("title")?,
            due_on: cells.day("due_on")?,
            met_on: cells.optional_day("met_on")?,
            notes: cells.text("notes")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.engagement.map(|id| (Kind::Engagement, id.into())), None]
    }
}
