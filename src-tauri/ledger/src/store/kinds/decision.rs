//! What was decided.
use kindly_records::{Decision, Kind};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for Decision {
    const SELECT: &'static str = "
        SELECT id, client, engagement, day, what, reason, notes
        FROM decision";
    const SAVE: &'static str = "
        INSERT INTO decision (id, client, engagement, day, what, reason, notes)
        VALUES (:id, :client, :engagement, :day, :what, :reason, :notes)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, engagement = excluded.engagement, day = excluded.day,
            what = excluded.what, reason = excluded.reason, notes = excluded.notes";
    const ORDER: &'static str = "day, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":engagement": self.engagement.map(Uuid::from),
            ":day": self.on,
            ":what": Word(self.what),
            ":reason": Word(self.reason),
            ":notes": self.notes,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            engagement: cells.optional_id("engagement")?,
            on: cells.day("day")?,
            what: cells.word("what")?,
            reason: cells.word("reason")?,
            notes: cells.text("notes")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.engagement.map(|id| (Kind::Engagement, id.into())), None]
    }
}
