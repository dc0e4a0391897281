//! What they owe.
use kindly_records::{Kind, Obligation};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::{Entity, NamedBy},
    },
};

impl Entity for Obligation {
    const SELECT: &'static str = "
        SELECT id, client, engagement, what, title, due_on, met_on, notes,
               from_memory
        FROM obligation";
    const SAVE: &'static str = "
        INSERT INTO obligation (id, client, engagement, what, title, due_on, met_on, notes,
            from_memory)
        VALUES (:id, :client, :engagement, :what, :title, :due_on, :met_on, :notes,
            :from_memory)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, engagement = excluded.engagement, what = excluded.what,
            title = excluded.title, due_on = excluded.due_on, met_on = excluded.met_on,
            notes = excluded.notes,
            from_memory = excluded.from_memory";
    const ORDER: &'static str = "due_on, id";
    const NAMED_BY: &'static [NamedBy] = &[NamedBy::free(Kind::Deliverable, "waits_for")];

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
            ":from_memory": self.from_memory,
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
            from_memory: cells.flag("from_memory")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.engagement.map(|id| (Kind::Engagement, id.into())), None]
    }
}
