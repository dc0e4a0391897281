//! What we owe.
use kindly_records::{Deliverable, Kind};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::{Entity, NamedBy},
    },
};

impl Entity for Deliverable {
    const SELECT: &'static str = "
        SELECT id, client, engagement, title, due_on, delivered_on, outcome, notes
        FROM deliverable";
    const SAVE: &'static str = "
        INSERT INTO deliverable (id, client, engagement, title, due_on, delivered_on, outcome, notes)
        VALUES (:id, :client, :engagement, :title, :due_on, :delivered_on, :outcome, :notes)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, engagement = excluded.engagement, title = excluded.title,
            due_on = excluded.due_on, delivered_on = excluded.delivered_on,
            outcome = excluded.outcome, notes = excluded.notes";
    const ORDER: &'static str = "due_on, id";
    const NAMED_BY: &'static [NamedBy] = &[NamedBy { kind: Kind::CheckIn, column: "deliverable" }];

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":engagement": self.engagement.map(Uuid::from),
            ":title": self.title,
            ":due_on": self.due_on,
            ":delivered_on": self.delivered_on,
            ":outcome": Word(self.outcome),
            ":notes": self.notes,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            engagement: cells.optional_id("engagement")?,
            title: cells.text("title")?,
            due_on: cells.day("due_on")?,
            delivered_on: cells.optional_day("delivered_on")?,
            outcome: cells.word("outcome")?,
            notes: cells.text("notes")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.engagement.map(|id| (Kind::Engagement, id.into())), None]
    }
}
