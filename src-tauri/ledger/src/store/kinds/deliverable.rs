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
        SELECT id, client, engagement, title, due_on, delivered_on, outcome, notes,
               scope, acceptance, waits_for, from_memory
        FROM deliverable";
    const SAVE: &'static str = "
        INSERT INTO deliverable (id, client, engagement, title, due_on, delivered_on, outcome, notes,
            scope, acceptance, waits_for, from_memory)
        VALUES (:id, :client, :engagement, :title, :due_on, :delivered_on, :outcome, :notes,
            :scope, :acceptance, :waits_for, :from_memory)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, engagement = excluded.engagement, title = excluded.title,
            due_on = excluded.due_on, delivered_on = excluded.delivered_on,
            outcome = excluded.outcome, notes = excluded.notes,
            scope = excluded.scope, acceptance = excluded.acceptance, waits_for = excluded.waits_for,
            from_memory = excluded.from_memory";
    const ORDER: &'static str = "due_on, id";
    const NAMED_BY: &'static [NamedBy] = &[
        NamedBy::free(Kind::CheckIn, "deliverable"),
        NamedBy::free(Kind::Praise, "deliverable"),
        NamedBy::free(Kind::TimeEntry, "deliverable"),
        NamedBy::free(Kind::CheckInRequest, "deliverable"),
    ];

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
            ":scope": Word(self.scope),
            ":acceptance": Word(self.acceptance),
            ":waits_for": self.waits_for.map(Uuid::from),
            ":from_memory": self.from_memory,
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
            scope: cells.word("scope")?,
            acceptance: cells.word("acceptance")?,
            waits_for: cells.optional_id("waits_for")?,
            from_memory: cells.flag("from_memory")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [
            self.engagement.map(|id| (Kind::Engagement, id.into())),
            self.waits_for.map(|id| (Kind::Obligation, id.into())),
        ]
    }
}
