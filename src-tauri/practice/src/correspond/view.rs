//! What the letter's screen shows: facts, words, findings, pages.
use chrono::{DateTime, NaiveDate, Utc};
use kindly_records::{ClientId, Kind, Language, Letter, LetterId, LetterKind, LetterTemplateId, StatedValue};
use serde::Serialize;
use ts_rs::TS;

/// A letter, as far as it has come.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LetterView {
    /// The id, once it is kept.
    pub id: Option<LetterId>,
    /// The letter's own record: what the form edits.
    pub letter: Letter,
    /// Whose.
    pub client_name: String,
    /// How far it has come.
    pub standing: LetterStanding,
    /// While it cools off: until when it is not sent.
    pub cooling_until: Option<DateTime<Utc>>,
    /// The facts it rests on, each with its record.
    pub facts: Vec<Fact>,
    /// What a letter of this kind can state, as fields of a form; empty for a finished letter.
    pub form: Vec<FormField>,
    /// The parts that the user may leave out or take in, in order.
    pub parts: Vec<PartChoice>,
    /// What records behind it say otherwise since the draft was kept last.
    pub changed: Vec<ChangedFact>,
    /// Must-have facts that are missing: while there is one, there is no page.
    pub missing: Vec<MissingFact>,
    /// One sentence saying why there is no page although no fact is missing (a date that is over, a character that
    /// no font has).
    pub refusal: Option<Refusal>,
    /// The subject line.
    pub subject: String,
    /// The salutation.
    pub salutation: String,
    /// The words, a paragraph each, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The close.
    pub closing: String,
    /// Who signs, a line each.
    pub signer: Vec<String>,
    /// The facts that a letter of this kind must state, and whether its words still do.
    pub must_haves: Vec<MustHave>,
    /// What else was noticed; only a must-have that is gone keeps the PDF from being saved.
    pub findings: Vec<Finding>,
    /// How many pages it has; 0 while there is none.
    pub pages: u32,
    /// The same as a plain e-mail.
    pub email: Option<Email>,
    /// What was noticed about the tone of the subject line.
    pub subject_tone: Vec<ToneFinding>,
    /// How long it is, and how easily it reads.
    pub reading: Option<ReadingView>,
    /// Nothing stands in the way of finishing it.
    pub can_finish: bool,
    /// The letter that this one corrects.
    pub supersedes: Option<OtherLetter>,
    /// The letter that corrects this one.
    pub superseded_by: Option<OtherLetter>,
}

/// How far a letter has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterStanding {
    /// It is being written.
    Draft,
    /// It is finished, and is not sent before the delay that the user set has passed.
    Cooling,
    /// It is finished: it never changes any more.
    Finished,
    /// It was sent.
    Sent,
    /// It was sent, and a reply came.
    Answered,
}

/// One fact of a letter's kind, as a field of its form.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FormField {
    /// Which fact, by key.
    pub key: String,
    /// What can be entered: `day`, `line`, `text`, `lines`, `money`, `yes`, `choice`, `items`, `invoices`, `people`.
    pub shape: String,
    /// What can be chosen, for a choice.
    pub options: Vec<String>,
    /// The letter cannot be finished without it.
    pub needed: bool,
    /// It is needed and not there.
    pub missing: bool,
    /// What the letter itself states.
    pub stated: Option<StatedValue>,
    /// What the records give, as the letter would write it.
    pub shown: Vec<String>,
    /// The kind of the record behind it.
    pub kind: Option<Kind>,
    /// That record.
    pub id: Option<String>,
    /// The field of that record, where it is entered there.
    pub field: Option<String>,
    /// The letter itself may state it.
    pub editable: bool,
}

/// A part that the user may leave out or take in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PartChoice {
    /// Which, by key.
    pub key: String,
    /// Whether it is in.
    pub on: bool,
}

/// A fact whose record changed since the draft was kept last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChangedFact {
    /// Which, by key.
    pub key: String,
    /// As it was.
    pub was: String,
    /// As it is; empty where it is gone.
    pub now: String,
}

/// Something noticed about the tone of a text. It never blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ToneFinding {
    /// What it is, by key.
    pub kind: String,
    /// Where it begins, in UTF-16 code units.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// The words.
    pub words: String,
    /// Other words that are safe, where there are some.
    pub rewording: Option<String>,
    /// The note with which the user dismissed it.
    pub dismissed: Option<String>,
}

/// How long a letter is, and how easily it reads.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ReadingView {
    /// Words.
    pub words: u32,
    /// Sentences.
    pub sentences: u32,
    /// Reading ease by the language's own formula, 100 for very easy and 0 for very hard.
    pub ease: f64,
}

/// Another letter, as a link names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OtherLetter {
    /// The letter.
    pub id: LetterId,
    /// Its number; empty while it has none.
    pub number: String,
    /// The date it bears.
    pub written_on: NaiveDate,
}

/// A kind of letter, and what one to this client would rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KindChoice {
    /// The kind.
    pub kind: LetterKind,
    /// The records that one can begin from, likeliest first.
    pub starts_from: Vec<StartsFrom>,
    /// The kind of record that it needs and of which there is none.
    pub lacks: Option<Kind>,
}

/// A record that a letter can begin from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StartsFrom {
    /// Its kind.
    pub kind: Kind,
    /// The record.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Its day.
    pub on: NaiveDate,
}

/// What to say in the talk that comes first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Script {
    /// Its lines.
    pub lines: Vec<ScriptLine>,
}

/// A line of a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ScriptLine {
    /// To be said; else a direction, such as a pause.
    pub say: bool,
    /// The words.
    pub text: String,
}

/// A template of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterTemplateRow {
    /// The template.
    pub id: LetterTemplateId,
    /// Its name.
    pub name: String,
    /// The kind it is for.
    pub letter_kind: LetterKind,
    /// Its language.
    pub language: Language,
}

/// A letter with a template's words, and the facts that the template asks for and the letter has not.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Templated {
    /// The letter.
    pub letter: Letter,
    /// The facts, by key.
    pub lacks: Vec<String>,
}

/// A fact of a letter.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Fact {
    /// What it is: `agreement_date`, `end_date`, `last_day_of_notice`, `last_safe_posting_day`, `still_to_deliver`,
    /// `open_invoices`, `enquiry_date`, `enquiry_subject`, `address`, `sender`.
    pub key: String,
    /// The values, as the letter would write them.
    pub values: Vec<String>,
    /// The record behind it.
    pub kind: Option<Kind>,
    /// Its id.
    pub id: Option<String>,
}

/// A must-have fact that is missing.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct MissingFact {
    /// What it is, by key.
    pub key: String,
    /// The kind of record to enter it in.
    pub enter_in: Kind,
    /// The record, where there is one already.
    pub id: Option<String>,
}

/// A fact that the letter must state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MustHave {
    /// What it is, by key.
    pub key: String,
    /// How the letter writes it.
    pub wording: String,
    /// Whether the words state it.
    pub present: bool,
}

/// Something noticed about a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Finding {
    /// A must-have fact is no longer in the words.
    MustHaveGone {
        /// Which, by key.
        fact: String,
        /// How the letter would write it.
        wording: String,
    },
    /// The word "notice" is no longer there.
    NoticeWordGone,
    /// The letter goes although the day of notice has passed, as was confirmed.
    NoticeLate {
        /// The last day of notice.
        last_day: NaiveDate,
    },
    /// In time for the notice, but past the last safe day to post it.
    PostingDayPassed {
        /// The last safe day to post.
        last_safe_posting_day: NaiveDate,
        /// The last day of notice.
        last_day: NaiveDate,
    },
    /// Something is due only after the end.
    DeliveryAfterEnd {
        /// What.
        title: String,
        /// When it is due.
        due: NaiveDate,
        /// When the agreement ends.
        end: NaiveDate,
    },
    /// Something still to deliver is overdue already.
    DeliveryOverdue {
        /// What.
        title: String,
        /// When it was due.
        due: NaiveDate,
    },
    /// The handover is promised for a day after the end.
    HandoverAfterEnd {
        /// The day of the handover.
        handover_by: NaiveDate,
        /// When the agreement ends.
        end: NaiveDate,
    },
    /// A date that no record states.
    UnrecordedDate {
        /// As it is written.
        wording: String,
    },
    /// An amount that no record states.
    UnrecordedAmount {
        /// As it is written.
        wording: String,
    },
}

/// Why a letter cannot be set.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Refusal {
    /// `notice_passed` where the user may confirm that it goes all the same; else empty.
    pub code: String,
    /// The sentence.
    pub message: String,
}

/// A paragraph of a letter.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Paragraph {
    /// The part's key.
    pub part: String,
    /// The words.
    pub text: String,
    /// Whether the user changed them.
    pub own: bool,
    /// What was noticed about their tone.
    pub tone: Vec<ToneFinding>,
}

/// A letter as an e-mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Email {
    /// To whom; may be empty.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// A letter in the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LetterRow {
    /// The letter.
    pub id: LetterId,
    /// Its kind.
    pub letter_kind: LetterKind,
    /// Whose.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// The date it bears.
    pub written_on: NaiveDate,
    /// Its language.
    pub language: Language,
    /// How far it has come.
    pub standing: LetterStanding,
    /// Its number, once it is finished.
    pub number: String,
    /// When it was sent.
    pub sent_on: Option<NaiveDate>,
    /// A later letter corrects it.
    pub superseded: bool,
    /// Whether its PDF was saved.
    pub saved: bool,
}

/// Where a file was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SavedPdf {
    /// The letter, where it is kept.
    pub id: Option<LetterId>,
    /// The file's name, without its folder.
    pub file: String,
}

/// A stated letter that was written to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatedLetter {
    /// How many pages it has.
    pub pages: usize,
    /// What was noticed about it; none of it kept it from being written.
    pub findings: Vec<Finding>,
}

/// What can be made of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterFile {
    /// The page.
    Pdf,
    /// The words for a word processor.
    Docx,
    /// The words alone.
    Text,
    /// A draft e-mail with the PDF attached.
    Email,
    /// The address on an envelope.
    Envelope,
    /// The address on labels.
    Label,
}
