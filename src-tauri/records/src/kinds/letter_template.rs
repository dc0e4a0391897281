//! Letters of the user's own that others begin from.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::letter::{check_paragraphs, check_parts};
use crate::{
    ClientId, Kind, Language, LetterKind, LetterParagraph, LetterTemplateId, RecordError, RecordKind,
    Register, check,
};

/// The words of a letter without whom it goes to and what it states: it belongs to no client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterTemplate {
    /// What it is called.
    pub name: String,
    /// The kind of letter that it makes.
    pub letter_kind: LetterKind,
    /// Its language.
    #[serde(default)]
    pub language: Language,
    /// How near the words are.
    #[serde(default)]
    pub register: Register,
    /// The subject line; empty where it follows from the facts.
    #[serde(default)]
    pub subject: String,
    /// The words, with `{fact}` where a fact stands.
    #[serde(default)]
    pub paragraphs: Vec<LetterParagraph>,
    /// Parts that are usual and are left out, by key.
    #[serde(default)]
    pub left_out: Vec<String>,
    /// Parts that are not usual and are taken in, by key.
    #[serde(default)]
    pub taken_in: Vec<String>,
    /// Anything worth remembering.
    #[serde(default)]
    pub notes: String,
}

impl RecordKind for LetterTemplate {
    type Id = LetterTemplateId;
    const KIND: Kind = Kind::LetterTemplate;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "name", &self.name)?;
        check::line(Self::KIND, "subject", &self.subject)?;
        check_paragraphs(Self::KIND, &self.paragraphs)?;
        check_parts(Self::KIND, &self.left_out, &self.taken_in)?;
        check::text(Self::KIND, "notes", &self.notes)
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}
