//! Letters: choices and changed words as JSON, since they belong together and nobody asks for a part.
use kindly_records::{Kind, Letter};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Json, Word},
        entity::Entity,
    },
};

impl Entity for Letter {
    const SELECT: &'static str = "
        SELECT id, client, letter_kind, engagement, enquiry, written_on, language, paper, choices,
               paragraphs, pdf_sha256
        FROM letter";
    const SAVE: &'static str = "
        INSERT INTO letter (id, client, letter_kind, engagement, enquiry, written_on, language, paper, choices,
            paragraphs, pdf_sha256)
        VALUES (:id, :client, :letter_kind, :engagement, :enquiry, :written_on, :language, :paper,
            :choices, :paragraphs, :pdf_sha256)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, letter_kind = excluded.letter_kind,
            engagement = excluded.engagement, enquiry = excluded.enquiry,
            written_on = excluded.written_on, language = excluded.language, paper = excluded.paper,
            choices = excluded.choices, paragraphs = excluded.paragraphs,
            pdf_sha256 = excluded.pdf_sha256";
    const ORDER: &'static str = "written_on, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":letter_kind": Word(self.letter_kind),
            ":engagement": self.engagement.map(Uuid::from),
            ":enquiry": self.enquiry.map(Uuid::from),
            ":written_on": self.written_on,
            ":language": Word(self.language),
            ":paper": Word(self.paper),
            ":choices": Json(&self.choices),
            ":paragraphs": self.paragraphs.as_ref().map(Json),
            ":pdf_sha256": self.pdf_sha256,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            letter_kind: cells.word("letter_kind")?,
            engagement: cells.optional_id("engagement")?,
            enquiry: cells.optional_id("enquiry")?,
            written_on: cells.day("written_on")?,
            language: cells.word("language")?,
            paper: cells.word("paper")?,
            choices: cells.json("choices")?,
            paragraphs: cells.optional_json("paragraphs")?,
            pdf_sha256: cells.optional_text("pdf_sha256")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [
            self.engagement.map(|id| (Kind::Engagement, id.into())),
            self.enquiry.map(|id| (Kind::Enquiry, id.into())),
        ]
    }
}
