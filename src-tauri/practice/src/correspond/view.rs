//! What the letter's screen shows: facts, words, findings, pages.
use chrono::NaiveDate;
use kindly_records::{ClientId, Kind, Letter, LetterId, LetterKind};
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
    /// The facts it rests on, each with its record.
    pub facts: Vec<Fact>,
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
    /// Whether its PDF was saved.
    pub saved: bool,
}

/// Where a PDF was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SavedPdf {
    /// The letter, which is kept with it.
    pub id: LetterId,
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
