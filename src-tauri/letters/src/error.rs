//! Why a letter cannot be written, one sentence each.

use crate::fact::{FactKey, MissingFact};
use chrono::NaiveDate;

/// Why a letter cannot be read, composed or finished. Each says which field or fact, and what mends it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// The text is no letter: not JSON, or a field that is unknown, missing or of the wrong form.
    #[error("{field}: {problem}")]
    Unreadable {
        /// The path of the field, for example `facts.end_date`, or `letter` for the whole.
        field: String,
        /// What is wrong, what is expected and, where it is known, at which line and column.
        problem: String,
    },
    /// Facts that this kind of letter must state are not there.
    #[error("{}", missing_sentence(.0))]
    MissingFacts(Vec<MissingFact>),
    /// The last day of notice has gone by, and nobody confirmed that the letter goes out all the same.
    #[error(
        "the last day of notice was {last_day} and the letter is dated {letter_date}: agree on an end together, offer new \
         terms, use another clause, or give notice now for {}; to send it all the same, confirm it \
         (facts.notice_override_confirmed)", next_end_words(*.next_end)
    )]
    NoticePassed {
        /// The last day on which notice could be given.
        last_day: NaiveDate,
        /// The date of the letter.
        letter_date: NaiveDate,
        /// The end that notice given now would reach, where it is known.
        next_end: Option<NaiveDate>,
    },
    /// Two dates that cannot both be right.
    #[error("{} ({earlier}) is before {} ({later}): correct one of the two ({} or {})",
        .what.in_english(), .than.in_english(), .what.field(), .than.field())]
    Contradiction {
        /// The date that comes too early.
        what: DateOf,
        /// Its day.
        earlier: NaiveDate,
        /// The date that it must not precede.
        than: DateOf,
        /// Its day.
        later: NaiveDate,
    },
    /// Two days of an outlined kind that cannot both be right.
    #[error("{} ({earlier}) is before {} ({later}): correct one of the two ({} or {})", .what.0, .than.0, .what.1, .than.1)]
    OutOfOrder {
        /// The day that comes too early: its words and its field.
        what: (&'static str, &'static str),
        /// That day.
        earlier: NaiveDate,
        /// The day that it must not precede: its words and its field.
        than: (&'static str, &'static str),
        /// That day.
        later: NaiveDate,
    },
    /// A template that cannot be read or does not fit.
    #[error("{field}: {problem}")]
    Template {
        /// The path of the field, or `template` for the whole.
        field: String,
        /// What is wrong with it, and the mend.
        problem: String,
    },
    /// A file of the words that could not be made.
    #[error("the file of the words cannot be written: {problem}")]
    File {
        /// What went wrong.
        problem: String,
    },
    /// An invoice with nothing to pay.
    #[error(
        "invoice {number} is for {amount}: an invoice in a letter needs an amount above zero (facts.invoices)"
    )]
    NothingToPay {
        /// The number of the invoice.
        number: String,
        /// Its amount, written out.
        amount: String,
    },
    /// More names than a referral should have.
    #[error("the referral names {count} people: name one to three (facts.referral.people)")]
    TooManyNames {
        /// How many are named.
        count: usize,
    },
    /// A field that holds what no letter can say.
    #[error("{field}: {problem}")]
    Unusable {
        /// The path of the field, for example `facts.referral.people`.
        field: String,
        /// What is wrong with it, and the mend.
        problem: String,
    },
    /// The words no longer state facts that this kind of letter must state.
    #[error("{}", words_sentence(.0))]
    WordsLack(Vec<LackingWords>),
}

/// A date of the letter that another one can contradict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOf {
    /// The date of the letter.
    Letter,
    /// The day of the agreement.
    Agreement,
    /// The day the agreement ends.
    End,
    /// The day of the enquiry.
    Enquiry,
    /// The day of the handover.
    Handover,
    /// The day of the final invoice.
    FinalInvoice,
    /// The last day of notice.
    LastDayOfNotice,
    /// The last day on which a letter posted still arrives in time.
    LastSafePostingDay,
    /// The end that a late notice would reach.
    NextEnd,
}

impl DateOf {
    fn in_english(self) -> &'static str {
        match self {
            Self::Letter => "the date of the letter",
            Self::Agreement => "the date of the agreement",
            Self::End => "the end date",
            Self::Enquiry => "the date of the enquiry",
            Self::Handover => "the date of the handover",
            Self::FinalInvoice => "the date of the final invoice",
            Self::LastDayOfNotice => "the last day of notice",
            Self::LastSafePostingDay => "the last safe posting day",
            Self::NextEnd => "the next end date",
        }
    }

    fn field(self) -> &'static str {
        match self {
            Self::Letter => "date",
            Self::Agreement => "facts.agreement_date",
            Self::End => "facts.end_date",
            Self::Enquiry => "facts.enquiry_date",
            Self::Handover => "facts.handover_by",
            Self::FinalInvoice => "facts.final_invoice_by",
            Self::LastDayOfNotice => "facts.notice.last_day",
            Self::LastSafePostingDay => "facts.notice.last_safe_posting_day",
            Self::NextEnd => "facts.notice.next_end",
        }
    }
}

/// A must-have fact that the words of an edited letter no longer state.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct LackingWords {
    /// Which fact.
    pub key: FactKey,
    /// How the letter would write it.
    pub wording: String,
}

fn missing_sentence(missing: &[MissingFact]) -> String {
    let named: Vec<String> = missing
        .iter()
        .map(|fact| {
            format!(
                "{} (enter it {}: {})",
                fact.key.in_english(),
                fact.enter_in.in_english(),
                fact.key.field()
            )
        })
        .collect();
    format!("the letter cannot be written without {}", in_a_row(&named))
}

fn words_sentence(lacking: &[LackingWords]) -> String {
    let named: Vec<String> =
        lacking.iter().map(|lack| format!("{} (“{}”)", lack.key.in_english(), lack.wording)).collect();
    format!("the letter no longer says {}: put it back into the words", in_a_row(&named))
}

fn next_end_words(next_end: Option<NaiveDate>) -> String {
    next_end.map_or_else(|| "the next end".to_owned(), |end| format!("the next end, {end}"))
}

fn in_a_row(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
