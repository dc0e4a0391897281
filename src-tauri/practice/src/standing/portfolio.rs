//! From records to what the verdict takes in.
use chrono::NaiveDate;
use kindly_records::{CheckIn, Client, ClientStatus, IncidentKind, Kept, Outcome, RatingScale, SaidBy};
use kindly_verdict as verdict;

use crate::books::Books;

/// Whether a client is judged. A prospect is not: nothing was delivered yet. One who has ended still is, since their
/// records teach what to expect of others.
pub(crate) fn is_judged(client: &Client) -> bool {
    client.status != ClientStatus::Prospect
}

/// Everybody's records on a day, as the verdict takes them.
pub(crate) fn portfolio(books: &Books, today: NaiveDate) -> verdict::Portfolio {
    let judged = books.clients.iter().filter(|client| is_judged(&client.record));
    verdict::Portfolio {
        as_of: today,
        clients: judged.map(|client| of_client(books, client, today)).collect(),
    }
}

/// How many records that a verdict takes in are dated after a day, and known by `today`.
pub(crate) fn bearing_since(
    books: &Books,
    client: &Kept<Client>,
    since: NaiveDate,
    today: NaiveDate,
) -> usize {
    let of_client = of_client(books, client, today);
    let counted = of_client.deliverables.iter().filter(|deliverable| {
        !matches!(deliverable.outcome, verdict::Outcome::Pending | verdict::Outcome::Excused)
    });
    let days = counted
        .map(|deliverable| deliverable.date)
        .chain(of_client.ratings.iter().map(|rating| rating.date))
        .chain(of_client.obligations.iter().map(|obligation| obligation.date))
        .chain(of_client.signals.iter().map(|signal| signal.date))
        .chain(of_client.complaints.iter().map(|complaint| complaint.date));
    days.filter(|day| *day > since && *day <= today).count()
}

/// One client's records on a day.
pub(super) fn of_client(books: &Books, client: &Kept<Client>, today: NaiveDate) -> verdict::Client {
    let engagements = books.engagements.of_client(client.id).iter();
    verdict::Client {
        id: client.id.to_string(),
        start: engagements.map(|kept| kept.record.starts_on.unwrap_or(kept.record.agreed_on)).min(),
        deliverables: books
            .deliverables
            .of_client(client.id)
            .iter()
            .map(|kept| verdict::Deliverable {
                id: kept.id.to_string(),
                date: kept.record.dated(),
                outcome: outcome(kept.record.outcome),
            })
            .collect(),
        ratings: books.check_ins.of_client(client.id).iter().filter_map(rating).collect(),
        obligations: obligations(books, client, today),
        signals: signals(books, client),
        complaints: books
            .complaints
            .of_client(client.id)
            .iter()
            .map(|kept| verdict::Complaint {
                id: Some(kept.id.to_string()),
                date: kept.record.on,
                theme: theme_key(&kept.record.theme),
            })
            .collect(),
    }
}

fn outcome(outcome: Outcome) -> verdict::Outcome {
    match outcome {
        Outcome::Pending => verdict::Outcome::Pending,
        Outcome::Met => verdict::Outcome::Met,
        Outcome::Partial => verdict::Outcome::Partial,
        Outcome::Late => verdict::Outcome::Late,
        Outcome::Rejected => verdict::Outcome::Rejected,
        Outcome::Excused => verdict::Outcome::Excused,
    }
}

/// What they said. The user's own impression never counts.
fn rating(kept: &Kept<CheckIn>) -> Option<verdict::Rating> {
    let check_in = &kept.record;
    let value = u8::try_from(check_in.value).ok().filter(|_| check_in.said_by == SaidBy::Them)?;
    Some(verdict::Rating {
        id: Some(kept.id.to_string()),
        date: check_in.on,
        scale: match check_in.scale {
            RatingScale::Csat => verdict::Scale::Csat5,
            RatingScale::Nps => verdict::Scale::Nps,
            RatingScale::Ces => verdict::Scale::Ces7,
        },
        value,
        deliverable: check_in.deliverable.map(|id| id.to_string()),
    })
}

/// What they owed and what became of it; payment is owed like a brief.
fn obligations(books: &Books, client: &Kept<Client>, today: NaiveDate) -> Vec<verdict::Obligation> {
    let owed = books.obligations.of_client(client.id).iter();
    let owed = owed.map(|kept| (kept.id.to_string(), kept.record.due_on, kept.record.met_on));
    let accounts = books.accounts(client.id, today);
    let invoiced = accounts
        .iter()
        .map(|account| (account.invoice.id.to_string(), account.invoice.record.due_on, account.settled_on));
    owed.chain(invoiced)
        .filter_map(|(id, due_on, met_on)| {
            // Kept on the day it came; broken on the day after it was due, when it was known to be late. What is
            // not yet due and still open says nothing.
            let (date, kept) = match met_on.filter(|day| *day <= today) {
                Some(day) if day <= due_on => (day, true),
                _ => (due_on.succ_opt()?, false),
            };
            (date <= today).then_some(verdict::Obligation { id: Some(id), date, kept })
        })
        .collect()
}

/// What weighed on the relationship. Pressure on price is bargaining and weighs nothing.
fn signals(books: &Books, client: &Kept<Client>) -> Vec<verdict::Signal> {
    let concessions = books.concessions.of_client(client.id).iter();
    let concessions =
        concessions.map(|kept| (kept.id.to_string(), kept.record.on, verdict::SignalKind::Concession));
    let incidents = books.incidents.of_client(client.id).iter();
    let incidents = incidents.filter_map(|kept| {
        let kind = match kept.record.what {
            IncidentKind::Blame => verdict::SignalKind::Blame,
            IncidentKind::Conduct => verdict::SignalKind::Disrespect,
            IncidentKind::Threat => verdict::SignalKind::Threat,
            // Going around whom the agreement names, and bargaining, weigh nothing in the method.
            IncidentKind::Bypassing | IncidentKind::PressureOnPrice => return None,
        };
        Some((kept.id.to_string(), kept.record.on, kind))
    });
    concessions
        .chain(incidents)
        .map(|(id, date, kind)| verdict::Signal { id: Some(id), date, kind })
        .collect()
}

/// "Report unclear" and "report  unclear" are one theme.
pub(crate) fn theme_key(theme: &str) -> String {
    theme.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether two spellings are one theme; an empty one is none.
pub(crate) fn same_theme(one: &str, other: &str) -> bool {
    !one.trim().is_empty() && theme_key(one) == theme_key(other)
}
