//! Incidents that do not wait for statistics: what was done, and what can answer it.
use chrono::{Days, NaiveDate};
use kindly_records::{
    Client, ClientStatus, Incident, IncidentKind, Kept, Kind, Letter, LetterBasis, LetterKind,
};

use super::{
    lines::line,
    view::{Alert, RecordLink},
    why::link,
};
use crate::books::Books;

/// For so long an incident wants an answer at the top of the page; then it is history.
const ALERT_DAYS: u64 = 90;

/// What answers intimidation or abuse.
const AGAINST_ABUSE: &[LetterKind] = &[LetterKind::Boundary, LetterKind::EarlyTermination];
/// What answers bargaining.
const TO_BARGAINING: &[LetterKind] = &[LetterKind::RequestDecline, LetterKind::NewTerms];

/// The incidents of a client that want an answer, the gravest first and of those the latest.
pub(super) fn alerts(books: &Books, client: &Kept<Client>, today: NaiveDate) -> Vec<Alert> {
    let since = today.checked_sub_days(Days::new(ALERT_DAYS)).unwrap_or(today);
    let letters = books.letters.of_client(client.id);
    let mut alerts: Vec<Alert> = books
        .incidents
        .of_client(client.id)
        .iter()
        .filter(|kept| (since..=today).contains(&kept.record.on))
        .filter_map(|kept| alert(link(books, line(kept, today, 0)), kept, letters))
        .collect();
    if client.record.status == ClientStatus::Archived {
        alerts.clear();
    }
    alerts.sort_by_key(|alert| {
        (alert.answered_on.is_some(), gravity(alert.what), std::cmp::Reverse(alert.record.on))
    });
    alerts
}

fn alert(record: RecordLink, kept: &Kept<Incident>, letters: &[Kept<Letter>]) -> Option<Alert> {
    let what = kept.record.what;
    let answers = match what {
        IncidentKind::Threat | IncidentKind::Conduct => AGAINST_ABUSE,
        IncidentKind::PressureOnPrice => TO_BARGAINING,
        // Blame and going around somebody weigh by their number, and wait for it.
        IncidentKind::Blame | IncidentKind::Bypassing => return None,
    };
    let about_it = LetterBasis { kind: Kind::Incident, id: kept.id.into() };
    let answered = letters.iter().filter(|letter| {
        letter.record.about.contains(&about_it)
            || (letter.record.written_on >= kept.record.on && answers.contains(&letter.record.letter_kind))
    });
    Some(Alert {
        record,
        what,
        bargaining: what == IncidentKind::PressureOnPrice,
        letters: answers.to_vec(),
        answered_on: answered.filter_map(|letter| Some(letter.record.sent.as_ref()?.on)).min(),
    })
}

fn gravity(what: IncidentKind) -> u8 {
    match what {
        IncidentKind::Threat => 0,
        IncidentKind::Conduct => 1,
        _ => 2,
    }
}
