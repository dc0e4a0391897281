//! What an edited letter still says, and what is worth a second look before it goes.

use crate::compose::Draft;
use crate::convention::{amount, full_date, written};
use crate::error::LackingWords;
use crate::fact::{FactKey, FactShape};
use crate::finding::Finding;
use crate::kinds::Facts;
use crate::kinds::by_key::by_key;
use crate::kinds::kind_words::kind_words;
use crate::kinds::renewal_refusal::{NoticeCounts, NoticeForm, RenewalRefusal};
use crate::kinds::stated::{FactValue, Stated, facts_of};
use crate::mention::{amounts_named, days_named};
use crate::spec::LetterSpec;
use crate::typography::typographic;
use crate::words::words;
use chrono::NaiveDate;
use serde::Serialize;

/// A fact that this kind of letter must state, and whether its words do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MustHave {
    /// Which fact.
    pub key: FactKey,
    /// How the letter writes it.
    pub wording: String,
    /// Whether the words state it.
    pub present: bool,
}

/// The must-have facts of the kind, each with whether subject line and paragraphs state it.
pub fn must_haves(spec: &LetterSpec, draft: &Draft) -> Vec<MustHave> {
    let words = words(spec.language, spec.register);
    let text = all_words(draft);
    let days = days_named(&text, words, spec.language);
    let day = |key, date: Option<NaiveDate>, year_needed: bool| {
        date.map(|date| MustHave {
            key,
            wording: full_date(words, date),
            present: days.iter().any(|named| named.is(date) && !(year_needed && named.year.is_none())),
        })
    };
    let mut list = Vec::new();
    match &spec.facts {
        Facts::RenewalRefusal(facts) => {
            list.extend(day(FactKey::AgreementDate, facts.agreement_date, true));
            list.extend(day(FactKey::EndDate, facts.end_date, true));
        }
        Facts::ProspectDecline(facts) => {
            list.extend(day(FactKey::EnquiryDate, facts.enquiry_date, false));
            list.extend(written(facts.subject.as_ref()).map(|subject| MustHave {
                key: FactKey::EnquirySubject,
                wording: typographic(words, &facts.subject_shown(words)),
                present: speaks_of(&text, &typographic(words, subject)),
            }));
        }
        Facts::Stated(kind, facts) => {
            for used in facts_of(*kind).iter().filter(|used| used.needed) {
                match facts.values.get(&used.key) {
                    Some(FactValue::Day(date)) => {
                        list.extend(day(used.key, Some(*date), YEAR_NEEDED.contains(&used.key)));
                    }
                    Some(FactValue::Line(line)) => list.push(MustHave {
                        key: used.key,
                        wording: typographic(words, line.trim()),
                        present: speaks_of(&text, &typographic(words, line.trim())),
                    }),
                    Some(FactValue::Invoices(invoices)) => {
                        list.extend(invoices.iter().map(|invoice| MustHave {
                            key: FactKey::InvoiceNumber,
                            wording: invoice.number.trim().to_owned(),
                            present: text.contains(invoice.number.trim()),
                        }));
                    }
                    Some(FactValue::People(referral)) => {
                        list.extend(referral.people.iter().map(|person| MustHave {
                            key: FactKey::Referral,
                            wording: typographic(words, person.name.trim()),
                            present: text.contains(&typographic(words, person.name.trim())),
                        }));
                    }
                    _ => {}
                }
            }
        }
    }
    list
}

/// Days that say when something begins or ends: without their year they could be another one's.
const YEAR_NEEDED: [FactKey; 3] = [FactKey::AgreementDate, FactKey::EndDate, FactKey::TermsFrom];

/// Everything worth a look: must-have facts that the words lost, dates that do not fit, days and amounts that no
/// record has. Only the first kind blocks ([`Finding::blocks`]).
pub fn checks(spec: &LetterSpec, draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = lacking(spec, draft)
        .into_iter()
        .map(|lack| Finding::MustHaveGone { fact: lack.key, wording: lack.wording })
        .collect();
    match &spec.facts {
        Facts::RenewalRefusal(facts) => renewal_findings(facts, spec, draft, &mut findings),
        Facts::Stated(kind, facts) => {
            stated_findings(facts, spec, &mut findings);
            let must_say = &kind_words(*kind, spec.language).must_say;
            let said = all_words(draft).to_lowercase();
            if !must_say.is_empty() && !must_say.iter().any(|word| said.contains(&word.to_lowercase())) {
                findings.push(Finding::NoticeWordGone);
            }
        }
        Facts::ProspectDecline(_) => {}
    }
    unrecorded(spec, draft, &mut findings);
    findings
}

pub(crate) fn lacking(spec: &LetterSpec, draft: &Draft) -> Vec<LackingWords> {
    must_haves(spec, draft)
        .into_iter()
        .filter(|must| !must.present)
        .map(|must| LackingWords { key: must.key, wording: must.wording })
        .collect()
}

fn renewal_findings(facts: &RenewalRefusal, spec: &LetterSpec, draft: &Draft, findings: &mut Vec<Finding>) {
    let says_notice = |word: &String| all_words(draft).to_lowercase().contains(word.as_str());
    if !words(spec.language, spec.register).renewal_refusal.notice_words.iter().any(says_notice) {
        findings.push(Finding::NoticeWordGone);
    }
    if let Some(notice) = &facts.notice {
        let last_day = notice.last_day;
        if spec.date > last_day {
            findings.push(Finding::NoticeLate { last_day, letter_date: spec.date });
        } else if notice.form != NoticeForm::Email
            && notice.counts == NoticeCounts::ReceivedBy
            && let Some(last_safe_posting_day) = notice.last_safe_posting_day.filter(|day| spec.date > *day)
        {
            findings.push(Finding::PostingDayPassed { last_safe_posting_day, last_day });
        }
    }
    let Some(end) = facts.end_date else { return };
    for delivery in &facts.still_to_deliver {
        let title = delivery.title.clone();
        match delivery.due {
            Some(due) if due > end => findings.push(Finding::DeliveryAfterEnd { title, due, end }),
            Some(due) if due < spec.date => findings.push(Finding::DeliveryOverdue { title, due }),
            _ => {}
        }
    }
    if let Some(handover_by) = facts.handover_by.filter(|day| *day > end) {
        findings.push(Finding::HandoverAfterEnd { handover_by, end });
    }
}

/// What the days of an outlined letter say about each other.
fn stated_findings(facts: &Stated, spec: &LetterSpec, findings: &mut Vec<Finding>) {
    let end = facts.day(FactKey::EndDate);
    if let Some(FactValue::Items(items)) = facts.values.get(&FactKey::StillToDeliver) {
        for item in items {
            let title = item.title.clone();
            match (item.due, end) {
                (Some(due), Some(end)) if due > end => {
                    findings.push(Finding::DeliveryAfterEnd { title, due, end });
                }
                (Some(due), _) if due < spec.date => findings.push(Finding::DeliveryOverdue { title, due }),
                _ => {}
            }
        }
    }
    if let (Some(handover_by), Some(end)) = (facts.day(FactKey::HandoverBy), end)
        && handover_by > end
    {
        findings.push(Finding::HandoverAfterEnd { handover_by, end });
    }
}

fn unrecorded(spec: &LetterSpec, draft: &Draft, findings: &mut Vec<Finding>) {
    let words = words(spec.language, spec.register);
    let mut text = all_words(draft);
    // A day inside a title, such as "Workshop of 3 May", is the record's own; so are words that the letter states.
    let mut own: Vec<String> = draft
        .facts
        .iter()
        .filter(|shown| !matches!(shown.key.shape(), FactShape::Day | FactShape::Money))
        .map(|shown| shown.wording.clone())
        .collect();
    own.extend(by_key(&spec.facts).texts().into_iter().map(|(_, _, text)| typographic(words, text.trim())));
    own.sort_by_key(|wording| std::cmp::Reverse(wording.len()));
    for wording in own.iter().filter(|wording| !wording.is_empty()) {
        text = without_words(&text, wording);
    }
    let mut recorded = spec.facts.days();
    recorded.push(spec.date);
    for named in days_named(&text, words, spec.language) {
        if !recorded.iter().any(|date| named.is(*date)) {
            findings.push(Finding::UnrecordedDate { wording: named.wording });
        }
    }
    let amounts: Vec<String> = match &spec.facts {
        Facts::RenewalRefusal(facts) => facts
            .invoices
            .iter()
            .filter_map(|invoice| invoice.amount)
            .map(|money| amount(words, money))
            .collect(),
        Facts::ProspectDecline(_) => Vec::new(),
        Facts::Stated(_, facts) => facts.amounts().into_iter().map(|money| amount(words, money)).collect(),
    };
    let known: Vec<String> =
        amounts.iter().flat_map(|amount| amounts_named(amount)).map(|(plain, _)| plain).collect();
    for (plain, wording) in amounts_named(&text) {
        if !known.contains(&plain) {
            findings.push(Finding::UnrecordedAmount { wording });
        }
    }
}

/// The text without some words where they stand whole: an invoice "1" is not cut out of "15 December".
fn without_words(text: &str, words: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(words) {
        let (before, behind) = (&rest[..at], &rest[at + words.len()..]);
        let goes_on = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        // A sign of money or of a number's groups makes the digits beside it one number.
        let grouped =
            |letter: Option<char>| letter.is_some_and(|letter| ".,\u{A0}\u{202F}€£$".contains(letter));
        let digits = words.chars().all(|letter| letter.is_ascii_digit());
        let last = before.chars().next_back().or_else(|| left.chars().next_back());
        let next = behind.chars().next();
        let inside = goes_on(last) || goes_on(next) || (digits && (grouped(last) || grouped(next)));
        left.push_str(before);
        left.push_str(if inside { words } else { " " });
        rest = behind;
    }
    left.push_str(rest);
    left
}

/// Whether a text speaks of a subject: half of its longer words are there, so that a sentence may be turned.
fn speaks_of(text: &str, subject: &str) -> bool {
    let text = text.to_lowercase();
    let spoken: Vec<String> = subject.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let long: Vec<&String> = spoken.iter().filter(|word| word.chars().count() > 3).collect();
    let sought = if long.is_empty() { spoken.iter().collect() } else { long };
    let found = sought.iter().filter(|word| text.contains(word.as_str())).count();
    found * 2 >= sought.len()
}

/// The subject line counts: it is part of the letter.
fn all_words(draft: &Draft) -> String {
    let mut text = draft.subject.clone();
    for paragraph in &draft.paragraphs {
        text.push('\n');
        text.push_str(&paragraph.text);
    }
    text
}
