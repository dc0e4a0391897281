//! From a stated letter to its words, paragraph by paragraph.

use crate::bounds;
use crate::convention;
use crate::error::LetterError;
use crate::fact::{FactKey, MissingFact};
use crate::gaps;
use crate::kinds;
pub use crate::part::Part;
use crate::spec::LetterSpec;
use crate::typography::typographic;
use crate::words::{Words, words};
use chrono::NaiveDate;
use serde::Serialize;

/// The words of a letter, to be read, edited and then finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// The subject line.
    pub subject: String,
    /// The salutation with its punctuation.
    pub salutation: String,
    /// The text.
    pub paragraphs: Vec<Paragraph>,
    /// The complimentary close with its punctuation.
    pub closing: String,
    /// The facts that the composed words state, each as it is written there, so that it can lead to its record.
    pub facts: Vec<FactShown>,
}

/// A paragraph and what it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// The parts of the letter that it holds, in order; at least one.
    pub parts: Vec<Part>,
    /// Its text.
    pub text: String,
}

/// A fact as the letter writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactShown {
    /// Which fact.
    pub key: FactKey,
    /// Which one of its list in the spec, from 0; 0 for a fact that is no list.
    pub index: usize,
    /// The very words, for example "31 January 2027".
    pub wording: String,
}

/// Composes the letter: its facts must be complete and must agree with each other.
///
/// With `spec.paragraphs` the user's words stand in place of the composed ones; the facts are asked for all the same,
/// since [`crate::checks`] looks for them in those words.
pub fn compose(spec: &LetterSpec) -> Result<Draft, LetterError> {
    let words = words(spec.language, spec.register);
    let mut missing = Vec::new();
    if spec.sender.name.trim().is_empty() {
        missing.push(MissingFact::from(FactKey::SenderName));
    }
    if nobody(spec) {
        missing.push(MissingFact::from(FactKey::RecipientName));
    }
    missing.extend(spec.facts.missing().into_iter().map(MissingFact::from));
    if !missing.is_empty() {
        return Err(LetterError::MissingFacts(missing));
    }
    bounds::check(spec)?;
    spec.facts.check(words, spec.date)?;

    Ok(worded(spec, words, false))
}

/// The letter as far as it can be said: a needed fact that is missing leaves a visible gap, so that the words and the
/// page can be seen while they are written. Never finished.
pub fn preview(spec: &LetterSpec) -> Draft {
    worded(spec, words(spec.language, spec.register), true)
}

fn worded(spec: &LetterSpec, words: &Words, gaps: bool) -> Draft {
    if gaps {
        let (facts, stops) = gaps::stopped(&spec.facts, spec.language);
        let mut draft = said(&LetterSpec { facts, ..spec.clone() }, words, true);
        gaps::leave_gaps(words, &stops, &mut draft.paragraphs, &mut draft.facts);
        draft.subject = gaps::with_gaps(words, &stops, &draft.subject);
        return draft;
    }
    said(spec, words, false)
}

fn said(spec: &LetterSpec, words: &Words, gaps: bool) -> Draft {
    let composed = kinds::written(spec, words, Medium::Letter, gaps);
    let own_subject =
        convention::written(spec.subject.as_ref()).filter(|text| convention::says_something(text));
    let subject = own_subject.map_or_else(|| kinds::subject(spec, words, gaps), str::to_owned);
    let paragraphs = match &spec.paragraphs {
        Some(own) => {
            let own: Vec<String> = own.iter().map(|text| typographic(words, text)).collect();
            with_parts(&own, &composed.paragraphs)
        }
        None => composed.paragraphs,
    };
    Draft {
        subject: typographic(words, &subject),
        salutation: typographic(words, &convention::salutation(words, &spec.recipient, Medium::Letter)),
        paragraphs,
        closing: convention::closing(words, &spec.recipient),
        facts: composed.facts,
    }
}

/// Where the words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Medium {
    Letter,
    Email,
}

/// A letter being written: sentences go into the open paragraph until it is closed.
pub(crate) struct Writing<'a> {
    pub(crate) words: &'a Words,
    pub(crate) letter_date: NaiveDate,
    pub(crate) medium: Medium,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) facts: Vec<FactShown>,
    /// Each list as it stands in its sentence, so that a template can take it out whole.
    pub(crate) lists: Vec<(FactKey, String)>,
    open: bool,
}

impl<'a> Writing<'a> {
    pub(crate) fn new(words: &'a Words, letter_date: NaiveDate, medium: Medium) -> Self {
        Self {
            words,
            letter_date,
            medium,
            paragraphs: Vec::new(),
            facts: Vec::new(),
            lists: Vec::new(),
            open: false,
        }
    }

    /// Adds a sentence to the open paragraph, or opens one with it.
    pub(crate) fn say(&mut self, part: Part, sentence: &str) {
        match self.paragraphs.last_mut().filter(|_| self.open) {
            Some(paragraph) => {
                // After a list the sentence begins on a line of its own.
                let list_before = paragraph.text.contains('\n');
                paragraph.text.push(if list_before { '\n' } else { ' ' });
                paragraph.text.push_str(sentence);
                if paragraph.parts.last() != Some(&part) {
                    paragraph.parts.push(part);
                }
            }
            None => self.paragraphs.push(Paragraph { parts: vec![part], text: sentence.to_owned() }),
        }
        self.open = true;
    }

    /// Notes that the open paragraph holds one part more.
    pub(crate) fn also(&mut self, part: Part) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.parts.push(part);
        }
    }

    /// Closes the open paragraph.
    pub(crate) fn end_paragraph(&mut self) {
        self.open = false;
    }

    /// Notes that the words state a fact, and gives its wording back.
    pub(crate) fn show(&mut self, key: FactKey, index: usize, wording: String) -> String {
        self.facts.push(FactShown { key, index, wording: wording.clone() });
        wording
    }

    /// Notes that a whole list stands in the words.
    pub(crate) fn list(&mut self, key: FactKey, wording: &str) {
        self.lists.push((key, wording.to_owned()));
    }

    /// Notes a date and writes it: without its year where that is `obvious`, with a comma after the year where the
    /// country sets one and the sentence goes on.
    pub(crate) fn date(&mut self, key: FactKey, index: usize, date: NaiveDate, form: DateForm) -> String {
        let (shown, written) = if form.year_obvious {
            let short = convention::day_and_month(self.words, date);
            (short.clone(), short)
        } else {
            let full = convention::full_date(self.words, date);
            let written =
                if form.inside { convention::full_date_inside(self.words, date) } else { full.clone() };
            (full, written)
        };
        self.show(key, index, shown);
        written
    }
}

/// How a date is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DateForm {
    /// The reader knows the year.
    pub(crate) year_obvious: bool,
    /// The sentence goes on after the date.
    pub(crate) inside: bool,
}

/// Whether the letter goes to nobody yet.
pub(crate) fn nobody(spec: &LetterSpec) -> bool {
    let to = &spec.recipient;
    to.given_name.trim().is_empty()
        && to.family_name.trim().is_empty()
        && convention::written(to.company.as_ref()).is_none()
}

/// Gives the user's paragraphs the parts of the composed ones: by the same text, else by place where none was added
/// or taken away.
fn with_parts(own: &[String], composed: &[Paragraph]) -> Vec<Paragraph> {
    own.iter()
        .enumerate()
        .map(|(index, text)| {
            let same_text = composed.iter().find(|paragraph| paragraph.text == *text);
            let same_place = composed.get(index).filter(|_| composed.len() == own.len());
            let parts = same_text.or(same_place).map_or_else(|| vec![Part::OwnWords], |p| p.parts.clone());
            Paragraph { parts, text: text.clone() }
        })
        .collect()
}
