//! What comes again.
use kindly_records::{Kind, Template};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for Template {
    const SELECT: &'static str = "
        SELECT id, client, engagement, what, title, obligation_kind, scale, first_due_on, every_months
        FROM template";
    const SAVE: &'static str = "
        INSERT INTO template (id, client, engagement, what, title, obligation_kind, scale, first_due_on, every_months)
        VALUES (:id, :client, :engagement, :what, :title, :obligation_kind, :scale, :first_due_on,
            :every_months)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, engagement = excluded.engagement, what = excluded.what,
            title = excluded.title, obligation_kind = excluded.obligation_kind, scale = excluded.scale,
            first_due_on = excluded.first_due_on, every_months = excluded.every_months";
    const ORDER: &'static str = "title, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": self.client.map(Uuid::from),
            ":engagement": self.engagement.map(Uuid::from),
            ":what": Word(self.what),
            ":title": self.title,
            ":obligation_kind": Word(self.obligation),
            ":scale": Word(self.scale),
            ":first_due_on": self.first_due_on,
            ":every_months": self.every_months,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.optional_id("client")?,
            engagement: cells.optional_id("engagement")?,
            what: cells.word("what")?,
            title: cells.text("title")?,
            obligation: cells.word("obligation_kind")?,
            scale: cells.word("scale")?,
            first_due_on: cells.optional_day("first_due_on")?,
            every_months: cells.number("every_months")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.engagement.map(|id| (Kind::Engagement, id.into())), None]
    }
}
