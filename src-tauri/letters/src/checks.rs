//! What an edited letter still says, and what is worth a second look before it goes.

use crate::compose::Draft;
use crate::convention::{amount, full_date, written};
use crate::error::LackingWords;
use crate::fact::FactKey;
use crate::kinds::Facts;
use crate::kinds::renewal_refusal::{NoticeCounts, NoticeForm, RenewalRefusal};
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

/// Something to look at before the letter goes: a code and its arguments, for the window's catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Finding {
    /// A must-have fact is no longer in the words. Blocks.
    MustHaveGone {
        /// Which fact.
        fact: FactKey,
        /// How the letter would write it.
        wording: String,
    },
    /// A letter that ends an agreement should say the word "notice".
    NoticeWordGone,
    /// Notice is late; the user confirmed that the letter goes all the same.
    NoticeLate {
        /// The last day of notice.
        last_day: NaiveDate,
        /// The date of the letter.
        letter_date: NaiveDate,
    },
    /// Posted on its date, the letter may not arrive in time.
    PostingDayPassed {
        /// The last day on which a letter posted still arrives in time.
        last_safe_posting_day: NaiveDate,
        /// The last day of notice.
        last_day: NaiveDate,
    },
    /// Something is due after the agreement has ended.
    DeliveryAfterEnd {
        /// What it is.
        title: String,
        /// The day it is due.
        due: NaiveDate,
        /// The day the agreement ends.
        end: NaiveDate,
    },
    /// Something of ours is overdue: a new day for it would serve the letter.
    DeliveryOverdue {
        /// What it is.
        title: String,
        /// The day it was due.
        due: NaiveDate,
    },
    /// The handover comes after the agreement has ended.
    HandoverAfterEnd {
        /// The day of the handover.
        handover_by: NaiveDate,
        /// The day the agreement ends.
        end: NaiveDate,
    },
    /// The words name a day that no record has.
    UnrecordedDate {
        /// The words.
        wording: String,
    },
    /// The words name an amount that no record has.
    UnrecordedAmount {
        /// The words.
        wording: String,
    },
}

impl Finding {
    /// Whether the letter cannot be finished because of this.
    pub fn blocks(&self) -> bool {
        matches!(self, Self::MustHaveGone { .. })
    }
}

/// The must-have facts of the kind, each with whether subject line and paragraphs state it.
pub fn must_haves(spec: &LetterSpec, draft: &Draft) -> Vec<MustHave> {
    let words = words(spec.language);
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
    }
    list
}

/// Everything worth a look: must-have facts that the words lost, dates that do not fit, days and amounts that no
/// record has. Only the first kind blocks ([`Finding::blocks`]).
pub fn checks(spec: &LetterSpec, draft: &Draft) -> Vec<Finding> {
    let mut findings: Vec<Finding> = lacking(spec, draft)
        .into_iter()
        .map(|lack| Finding::MustHaveGone { fact: lack.key, wording: lack.wording })
        .collect();
    if let Facts::RenewalRefusal(facts) = &spec.facts {
        renewal_findings(facts, spec, draft, &mut findings);
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
    if !words(spec.language).renewal_refusal.notice_words.iter().any(says_notice) {
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

fn unrecorded(spec: &LetterSpec, draft: &Draft, findings: &mut Vec<Finding>) {
    let words = words(spec.language);
    let mut text = all_words(draft);
    // A day inside a title, such as "Workshop of 3 May", is the record's own.
    let titles =
        [FactKey::EngagementTitle, FactKey::EnquirySubject, FactKey::Delivery, FactKey::InvoiceNumber];
    for shown in draft.facts.iter().filter(|shown| titles.contains(&shown.key)) {
        text = text.replace(&shown.wording, " ");
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
    };
    let known: Vec<String> =
        amounts.iter().flat_map(|amount| amounts_named(amount)).map(|(plain, _)| plain).collect();
    for (plain, wording) in amounts_named(&text) {
        if !known.contains(&plain) {
            findings.push(Finding::UnrecordedAmount { wording });
        }
    }
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
