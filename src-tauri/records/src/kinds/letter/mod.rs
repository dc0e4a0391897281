//! Letters: which kind, resting on which records, in which words, and what became of them.
mod bounds;
mod choices;
mod course;
mod kind;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::none_if_empty;
use crate::{
    ClientId, EngagementId, EnquiryId, Kind, Language, LetterId, LetterTemplateId, Money, Paper, RecordError,
    RecordKind, Register,
};

pub(crate) use bounds::{check_paragraphs, check_parts};
pub use choices::{LetterChoices, LetterReason, Papers, ReferredPerson, Thanks};
pub use course::{FinishedLetter, FrozenFact, LetterReply, SentHow, SentLetter};
pub use kind::LetterKind;

/// One paragraph: the part of the letter it stands for, and its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterParagraph {
    /// The part's key, such as `ending` or `thanks`; `own` for one the user added.
    pub part: String,
    /// The words.
    pub text: String,
}

/// A record that a letter rests on, beside its engagement and its enquiry: the request that it declines, the complaint
/// that it answers, somebody whom it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct LetterBasis {
    /// The record's kind.
    pub kind: Kind,
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
}

/// The value of a fact that no record has, and that is stated in the letter itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "shape", content = "value", rename_all = "snake_case")]
pub enum StatedValue {
    /// A day.
    Day(NaiveDate),
    /// Words, be it one line or several.
    Text(String),
    /// A list, a line each.
    Lines(Vec<String>),
    /// An amount.
    Money(Money),
    /// Yes or no.
    Yes(bool),
    /// One of some words.
    Choice(String),
}

/// Something that was noticed about the words, and that the user leaves as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DismissedFinding {
    /// What was noticed, by key, such as `absolute`.
    pub finding: String,
    /// The words that it was about: other words are noticed again.
    pub words: String,
    /// Why it stays.
    #[serde(default)]
    pub note: String,
}

/// A letter that is being written, or has been finished, or sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Letter {
    /// To whom.
    pub client: ClientId,
    /// Which kind.
    pub letter_kind: LetterKind,
    /// The agreement that it is about, for the kinds that are about one.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    /// The enquiry that it answers, for the kinds that answer one.
    #[serde(default)]
    pub enquiry: Option<EnquiryId>,
    /// The date it bears.
    pub written_on: NaiveDate,
    /// Its language.
    #[serde(default)]
    pub language: Language,
    /// Its paper.
    #[serde(default)]
    pub paper: Paper,
    /// What the user chose.
    #[serde(default)]
    pub choices: LetterChoices,
    /// The words where the user changed them; `None` while they follow from the facts.
    #[serde(default)]
    pub paragraphs: Option<Vec<LetterParagraph>>,
    /// SHA-256 (hex) of the PDF that was saved last; its bytes are kept with the ledger. Of a finished letter it is that
    /// of [`FinishedLetter::sha256`].
    #[serde(default, deserialize_with = "none_if_empty")]
    pub pdf_sha256: Option<String>,
    /// Further records that it rests on. One that is deleted later stays named: it is told that it is gone.
    #[serde(default)]
    pub about: Vec<LetterBasis>,
    /// How near the words are.
    #[serde(default)]
    pub register: Register,
    /// Facts that no record has, by key.
    #[serde(default)]
    pub stated: BTreeMap<String, StatedValue>,
    /// Parts that are usual and were left out, by key.
    #[serde(default)]
    pub left_out: Vec<String>,
    /// Parts that are not usual and were taken in, by key.
    #[serde(default)]
    pub taken_in: Vec<String>,
    /// The subject line in the user's own words; empty while it follows from the facts.
    #[serde(default)]
    pub subject: String,
    /// A remark about the post above the address, such as "by registered post".
    #[serde(default, deserialize_with = "none_if_empty")]
    pub remark: Option<String>,
    /// What is enclosed, a line each.
    #[serde(default)]
    pub enclosures: Vec<String>,
    /// The user's own template that its words began from. One that is deleted later stays named.
    #[serde(default)]
    pub template: Option<LetterTemplateId>,
    /// What was noticed about the words and stays.
    #[serde(default)]
    pub dismissed: Vec<DismissedFinding>,
    /// The facts as they stood when the words were kept last: what a record says otherwise since is told.
    #[serde(default)]
    pub facts_seen: Vec<FrozenFact>,
    /// The finished letter that this one corrects.
    #[serde(default)]
    pub supersedes: Option<LetterId>,
    /// What it was when it was finished; nothing of it changes after.
    #[serde(default)]
    pub finished: Option<FinishedLetter>,
    /// That it was sent.
    #[serde(default)]
    pub sent: Option<SentLetter>,
    /// What came back.
    #[serde(default)]
    pub reply: Option<LetterReply>,
}

impl Letter {
    /// A letter that nothing was chosen for yet.
    #[must_use]
    pub fn new(client: ClientId, letter_kind: LetterKind, written_on: NaiveDate) -> Self {
        Self {
            client,
            letter_kind,
            engagement: None,
            enquiry: None,
            written_on,
            language: Language::default(),
            paper: Paper::default(),
            choices: LetterChoices::default(),
            paragraphs: None,
            pdf_sha256: None,
            about: Vec::new(),
            register: Register::default(),
            stated: BTreeMap::new(),
            left_out: Vec::new(),
            taken_in: Vec::new(),
            subject: String::new(),
            remark: None,
            enclosures: Vec::new(),
            template: None,
            dismissed: Vec::new(),
            facts_seen: Vec::new(),
            supersedes: None,
            finished: None,
            sent: None,
            reply: None,
        }
    }

    /// Whether this letter may become another by a change: until it is finished anything may, afterwards only that it was
    /// sent and what came back.
    ///
    /// # Errors
    /// [`RecordError::FinishedLetter`] with the letter's number.
    pub fn may_become(&self, next: &Self) -> Result<(), RecordError> {
        let Some(finished) = &self.finished else { return Ok(()) };
        // All that is not named here stays: a field that is added later is frozen as well.
        let frozen = Self { sent: None, reply: None, ..self.clone() };
        if frozen == (Self { sent: None, reply: None, ..next.clone() }) {
            return Ok(());
        }
        Err(RecordError::FinishedLetter { number: finished.number.clone() })
    }
}

impl RecordKind for Letter {
    type Id = LetterId;
    const KIND: Kind = Kind::Letter;

    fn check(&self) -> Result<(), RecordError> {
        bounds::check(self)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.letter_kind.name().to_owned()
    }
}
