//! Letters that others begin from. They belong to no client.
use kindly_records::LetterTemplate;
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Json, Word},
        entity::Entity,
    },
};

impl Entity for LetterTemplate {
    const SELECT: &'static str = "
        SELECT id, name, letter_kind, language, register, subject, paragraphs, left_out, taken_in, notes
        FROM letter_template";
    const SAVE: &'static str = "
        INSERT INTO letter_template (id, name, letter_kind, language, register, subject, paragraphs, left_out,
            taken_in, notes)
        VALUES (:id, :name, :letter_kind, :language, :register, :subject, :paragraphs, :left_out,
            :taken_in, :notes)
        ON CONFLICT (id) DO UPDATE SET
            name = excluded.name, letter_kind = excluded.letter_kind, language = excluded.language,
            register = excluded.register, subject = excluded.subject, paragraphs = excluded.paragraphs,
            left_out = excluded.left_out, taken_in = excluded.taken_in, notes = excluded.notes";
    const ORDER: &'static str = "name, id";
    // No record of this kind is any client's.
    const CLIENT: Option<&'static str> = None;

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":name": self.name,
            ":letter_kind": Word(self.letter_kind),
            ":language": Word(self.language),
            ":register": Word(self.register),
            ":subject": self.subject,
            ":paragraphs": Json(&self.paragraphs),
            ":left_out": Json(&self.left_out),
            ":taken_in": Json(&self.taken_in),
            ":notes": self.notes,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            name: cells.text("name")?,
            letter_kind: cells.word("letter_kind")?,
            language: cells.word("language")?,
            register: cells.word("register")?,
            subject: cells.text("subject")?,
            paragraphs: cells.json("paragraphs")?,
            left_out: cells.json("left_out")?,
            taken_in: cells.json("taken_in")?,
            notes: cells.text("notes")?,
        })
    }
}
