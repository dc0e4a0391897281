//! What was asked for beyond the agreement.
use kindly_records::{Kind, Request};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for Request {
    const SELECT: &'static str = "
        SELECT id, client, engagement, day, what, answer, answered_on, worth_minor, worth_currency,
               notes
        FROM request";
    const SAVE: &'static str = "
        INSERT INTO request (id, client, engagement, day, what, answer, answered_on, worth_minor, worth_currency, notes)
        VALUES (:id, :client, :engagement, :day, :what, :answer, :answered_on, :worth_minor,
            :worth_currency, :notes)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, engagement = excluded.engagement, day = excluded.day,
            what = excluded.what, answer = excluded.answer, answered_on = excluded.answered_on,
            worth_minor = excluded.worth_minor, worth_currency = excluded.worth_currency,
            notes = excluded.notes";
    const ORDER: &'static str = "day, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":engagement": self.engagement.map(Uuid::from),
            ":day": self.on,
            ":what": self.what,
            ":answer": Word(self.answer),
            ":answered_on": self.answered_on,
            ":worth_minor": self.worth.map(|amount| amount.minor),
            ":worth_currency": self.worth.map(|amount| amount.currency.code()),
            ":notes": self.notes,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            engagement: cells.optional_id("engagement")?,
            on: cells.day("day")?,
            what: cells.text("what")?,
            answer: cells.word("answer")?,
            answered_on: cells.optional_day("answered_on")?,
            worth: cells.optional_money("worth_minor", "worth_currency")?,
            notes: cells.text("notes")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.engagement.map(|id| (Kind::Engagement, id.into())), None]
    }
}
