//! What we change on our own side. It belongs to no client.
use kindly_records::Improvement;
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{cells::Cells, entity::Entity},
};

impl Entity for Improvement {
    const SELECT: &'static str = "
        SELECT id, what, begins_on, theme, done_on, notes
        FROM improvement";
    const SAVE: &'static str = "
        INSERT INTO improvement (id, what, begins_on, theme, done_on, notes)
        VALUES (:id, :what, :begins_on, :theme, :done_on, :notes)
        ON CONFLICT (id) DO UPDATE SET
            what = excluded.what, begins_on = excluded.begins_on, theme = excluded.theme,
            done_on = excluded.done_on, notes = excluded.notes";
    const ORDER: &'static str = "begins_on, id";
    // No record of this kind is any client's.
    const CLIENT: Option<&'static str> = None;

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":what": self.what,
            ":begins_on": self.from,
            ":theme": self.theme,
            ":done_on": self.done_on,
            ":notes": self.notes,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            what: cells.text("what")?,
            from: cells.day("begins_on")?,
            theme: cells.text("theme")?,
            done_on: cells.optional_day("done_on")?,
            notes: cells.text("notes")?,
        })
    }
}
