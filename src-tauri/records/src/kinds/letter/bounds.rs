//! What a letter can hold, so that a page can be set of it and nothing of it contradicts itself.
use chrono::Days;

use super::{FinishedLetter, FrozenFact, Letter, LetterParagraph, LetterReply, SentLetter, StatedValue};
use crate::{Kind, RecordError, check};

/// The most records that one letter rests on.
const MOST_RECORDS: usize = 100;
/// The most facts, parts or paragraphs of one letter.
const MOST_PARTS: usize = 100;
/// The most lines of a list, such as enclosures.
const MOST_LINES: usize = 50;
/// The longest key of a fact or a part.
const LONGEST_KEY: usize = 60;
/// The most pages that are taken for a letter.
const MOST_PAGES: u32 = 100;

const KIND: Kind = Kind::Letter;

pub(super) fn check(letter: &Letter) -> Result<(), RecordError> {
    check::line(KIND, "reason", &letter.choices.reason_line)?;
    for person in &letter.choices.referral {
        check::line(KIND, "referral", &person.name)?;
        check::line(KIND, "referral", &person.field)?;
    }
    check_paragraphs(KIND, letter.paragraphs.as_deref().unwrap_or_default())?;
    check_parts(KIND, &letter.left_out, &letter.taken_in)?;
    check_basis(letter)?;
    check_stated(letter)?;
    check::line(KIND, "subject", &letter.subject)?;
    check::line(KIND, "remark", letter.remark.as_deref().unwrap_or_default())?;
    at_most("enclosures", letter.enclosures.len(), MOST_LINES)?;
    check::lines(KIND, "enclosures", &letter.enclosures)?;
    at_most("dismissed findings", letter.dismissed.len(), 10 * MOST_PARTS)?;
    for dismissed in &letter.dismissed {
        key("dismissed finding", &dismissed.finding)?;
        check::text(KIND, "dismissed words", &dismissed.words)?;
        check::text(KIND, "note on a finding", &dismissed.note)?;
    }
    check_facts(&letter.facts_seen)?;
    check::digest(letter.pdf_sha256.as_deref())?;
    check_course(letter)
}

/// The paragraphs of a letter or of a template.
pub(crate) fn check_paragraphs(kind: Kind, paragraphs: &[LetterParagraph]) -> Result<(), RecordError> {
    check::at_most(kind, "paragraphs", paragraphs.len(), MOST_PARTS)?;
    for paragraph in paragraphs {
        check::line(kind, "part of a paragraph", &paragraph.part)?;
        check::text(kind, "paragraph", &paragraph.text)?;
    }
    Ok(())
}

/// The optional parts of a letter or of a template. One cannot be left out and taken in.
pub(crate) fn check_parts(kind: Kind, left_out: &[String], taken_in: &[String]) -> Result<(), RecordError> {
    for parts in [left_out, taken_in] {
        check::at_most(kind, "optional parts", parts.len(), MOST_PARTS)?;
        parts.iter().try_for_each(|part| check::key(kind, "optional part", part, LONGEST_KEY))?;
    }
    match left_out.iter().find(|part| taken_in.contains(part)) {
        Some(part) => Err(RecordError::InAndOut { kind, part: part.clone() }),
        None => Ok(()),
    }
}

fn check_basis(letter: &Letter) -> Result<(), RecordError> {
    at_most("records it rests on", letter.about.len(), MOST_RECORDS)?;
    // Whose letter it is, it says already; and what only helps to record things is no evidence.
    let odd = letter.about.iter().find(|basis| {
        matches!(
            basis.kind,
            Kind::Client
                | Kind::Template
                | Kind::Snooze
                | Kind::LetterTemplate
                | Kind::FitCriterion
                | Kind::Profile
        )
    });
    match odd {
        Some(basis) => Err(RecordError::NoBasis { kind: basis.kind }),
        None => Ok(()),
    }
}

fn check_stated(letter: &Letter) -> Result<(), RecordError> {
    at_most("stated facts", letter.stated.len(), MOST_PARTS)?;
    for (fact, value) in &letter.stated {
        key("key of a stated fact", fact)?;
        match value {
            StatedValue::Text(text) => check::text(KIND, "stated fact", text)?,
            StatedValue::Choice(word) => key("stated choice", word)?,
            StatedValue::Lines(lines) => {
                at_most("lines of a stated fact", lines.len(), MOST_LINES)?;
                check::lines(KIND, "stated fact", lines)?;
            }
            StatedValue::Day(_) | StatedValue::Money(_) | StatedValue::Yes(_) => {}
        }
    }
    Ok(())
}

/// Finished, then sent, then replied to.
fn check_course(letter: &Letter) -> Result<(), RecordError> {
    let Letter { finished, sent, reply, .. } = letter;
    if let Some(finished) = finished {
        check_finished(finished)?;
        // The bytes are kept, and erased, by the name that the letter itself has for them.
        if letter.pdf_sha256.as_deref() != Some(&finished.sha256) {
            return Err(RecordError::OtherFile { number: finished.number.clone() });
        }
    }
    if let Some(sent) = sent {
        let Some(finished) = finished else { return Err(RecordError::SentUnfinished) };
        check_sent(sent, finished)?;
    }
    if let Some(LetterReply { on, words }) = reply {
        let Some(sent) = sent else { return Err(RecordError::ReplyToUnsent) };
        check::text(KIND, "reply", words)?;
        check::in_order(KIND, ("sending", Some(sent.on)), ("reply", Some(*on)))?;
    }
    Ok(())
}

fn check_finished(finished: &FinishedLetter) -> Result<(), RecordError> {
    check::required_line(KIND, "number", &finished.number)?;
    check::digest(Some(&finished.sha256))?;
    check::within(KIND, "number of pages", finished.pages, MOST_PAGES)?;
    check_facts(&finished.facts)?;
    check_paragraphs(KIND, &finished.paragraphs)?;
    for (field, line) in [
        ("subject", &finished.subject),
        ("salutation", &finished.salutation),
        ("close", &finished.closing),
        ("template", &finished.template),
    ] {
        check::line(KIND, field, line)?;
    }
    for (field, lines) in [("address", &finished.recipient), ("fonts", &finished.fonts)] {
        at_most(field, lines.len(), MOST_LINES)?;
        check::lines(KIND, field, lines)?;
    }
    Ok(())
}

fn check_facts(facts: &[FrozenFact]) -> Result<(), RecordError> {
    at_most("facts", facts.len(), 10 * MOST_PARTS)?;
    for fact in facts {
        key("key of a fact", &fact.key)?;
        check::text(KIND, "fact", &fact.wording)?;
        check::line(KIND, "record of a fact", fact.id.as_deref().unwrap_or_default())?;
    }
    Ok(())
}

fn check_sent(sent: &SentLetter, finished: &FinishedLetter) -> Result<(), RecordError> {
    check::line(KIND, "addressee", &sent.to)?;
    check::line(KIND, "proof of delivery", &sent.proof)?;
    // Finished at an instant, sent on a calendar day: west of Greenwich the day may be the one before.
    let finished_on = finished.at.date_naive();
    let earliest = finished_on.checked_sub_days(Days::new(1)).unwrap_or(finished_on);
    if sent.on < earliest {
        return check::in_order(KIND, ("finishing", Some(finished_on)), ("sending", Some(sent.on)));
    }
    Ok(())
}

fn at_most(field: &'static str, found: usize, limit: usize) -> Result<(), RecordError> {
    check::at_most(KIND, field, found, limit)
}

fn key(field: &'static str, text: &str) -> Result<(), RecordError> {
    check::key(KIND, field, text, LONGEST_KEY)
}
