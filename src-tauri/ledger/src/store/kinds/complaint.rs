//! Complaints.
use kindly_records::Complaint;
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for Complaint {
    const SELECT: &'static str = "
        SELECT id, client, came_on, theme, words, answered_on, resolved_on,
               cause, resolution
        FROM complaint";
    const SAVE: &'static str = "
        INSERT INTO complaint (id, client, came_on, theme, words, answered_on, resolved_on,
            cause, resolution)
        VALUES (:id, :client, :came_on, :theme, :words, :answered_on, :resolved_on,
            :cause, :resolution)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, came_on = excluded.came_on, theme = excluded.theme,
            words = excluded.words, answered_on = excluded.answered_on,
            resolved_on = excluded.resolved_on,
            cause = excluded.cause, resolution = excluded.resolution";
    const ORDER: &'static str = "came_on, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":came_on": self.on,
            ":theme": self.theme,
            ":words": self.words,
            ":answered_on": self.answered_on,
            ":resolved_on": self.resolved_on,
            ":cause": Word(self.cause),
            ":resolution": self.resolution,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            on: cells.day("came_on")?,
            theme: cells.text("theme")?,
            words: cells.text("words")?,
            answered_on: cells.optional_day("answered_on")?,
            resolved_on: cells.optional_day("resolved_on")?,
            cause: cells.word("cause")?,
            resolution: cells.text("resolution")?,
        })
    }
}
