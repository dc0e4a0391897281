//! How it ended.
use kindly_records::{Ending, Kind};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for Ending {
    const SELECT: &'static str = "
        SELECT id, client, engagement, enquiry, day, ended_by, reason, words
        FROM ending";
    const SAVE: &'static str = "
        INSERT INTO ending (id, client, engagement, enquiry, day, ended_by, reason, words)
        VALUES (:id, :client, :engagement, :enquiry, :day, :ended_by, :reason, :words)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, engagement = excluded.engagement, enquiry = excluded.enquiry,
            day = excluded.day, ended_by = excluded.ended_by, reason = excluded.reason,
            words = excluded.words";
    const ORDER: &'static str = "day, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":engagement": self.engagement.map(Uuid::from),
            ":enquiry": self.enquiry.map(Uuid::from),
            ":day": self.on,
            ":ended_by": Word(self.ended_by),
            ":reason": Word(self.reason),
            ":words": self.words,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            engagement: cells.optional_id("engagement")?,
            enquiry: cells.optional_id("enquiry")?,
            on: cells.day("day")?,
            ended_by: cells.word("ended_by")?,
            reason: cells.word("reason")?,
            words: cells.text("words")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [
            self.engagement.map(|id| (Kind::Engagement, id.into())),
            self.enquiry.map(|id| (Kind::Enquiry, id.into())),
        ]
    }
}
