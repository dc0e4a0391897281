//! Documents: where they lie, or the name of their bytes.
use kindly_records::{Document, Kind};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::Cells,
        entity::{Entity, NamedBy},
    },
};

impl Entity for Document {
    const SELECT: &'static str = "
        SELECT id, client, day, title, file, sha256, notes
        FROM document";
    const SAVE: &'static str = "
        INSERT INTO document (id, client, day, title, file, sha256, notes)
        VALUES (:id, :client, :day, :title, :file, :sha256, :notes)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, day = excluded.day, title = excluded.title, file = excluded.file,
            sha256 = excluded.sha256, notes = excluded.notes";
    const ORDER: &'static str = "day, id";
    const NAMED_BY: &'static [NamedBy] = &[NamedBy::free(Kind::Letter, "sent_document")];

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":day": self.on,
            ":title": self.title,
            ":file": self.file,
            ":sha256": self.sha256,
            ":notes": self.notes,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            on: cells.day("day")?,
            title: cells.text("title")?,
            file: cells.text("file")?,
            sha256: cells.optional_text("sha256")?,
            notes: cells.text("notes")?,
        })
    }
}
