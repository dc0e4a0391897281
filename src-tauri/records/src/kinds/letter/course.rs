//! What becomes of a letter once it is written: finished, sent, replied to. None of it is ever unsaid.
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::LetterParagraph;
use crate::{DocumentId, Kind};

/// A letter as it was finished: everything that is on the page, and what it stated from which record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FinishedLetter {
    /// Its number, such as `L-2026-7`; what the user's own pattern makes of it.
    pub number: String,
    /// When it was finished.
    pub at: DateTime<Utc>,
    /// SHA-256 of the PDF, in 64 hexadecimal digits; its bytes are kept with the ledger.
    pub sha256: String,
    /// Its pages.
    pub pages: u32,
    /// The facts that it states, as they stood.
    pub facts: Vec<FrozenFact>,
    /// The words, part by part.
    pub paragraphs: Vec<LetterParagraph>,
    /// The subject line; may be empty.
    pub subject: String,
    /// The salutation.
    pub salutation: String,
    /// The close.
    pub closing: String,
    /// The addressee as on the envelope, a line each.
    pub recipient: Vec<String>,
    /// The name of the template whose words it began from; empty where it was none.
    pub template: String,
    /// The fonts it is set in, by their full names and versions.
    pub fonts: Vec<String>,
}

/// A fact as a finished letter states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FrozenFact {
    /// What it is, by key, such as `end_date`.
    pub key: String,
    /// As the letter writes it.
    pub wording: String,
    /// The kind of record it came from; `None` where it was stated in the letter itself.
    pub kind: Option<Kind>,
    /// That record's id.
    pub id: Option<String>,
}

/// How a letter was sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SentHow {
    /// By ordinary post.
    #[default]
    Post,
    /// By registered post.
    Registered,
    /// By courier.
    Courier,
    /// Handed over.
    ByHand,
    /// By e-mail.
    Email,
}

/// That a letter was sent, and what proves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SentLetter {
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub how: SentHow,
    /// To whom or where: a name, an address, an e-mail address.
    #[serde(default)]
    pub to: String,
    /// The number that proves it, such as that of a registered item; empty where there is none.
    #[serde(default)]
    pub proof: String,
    /// The document that proves it, such as a scan of the receipt.
    #[serde(default)]
    pub proof_document: Option<DocumentId>,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterReply {
    /// The day.
    pub on: NaiveDate,
    /// What it said.
    #[serde(default)]
    pub words: String,
}
