//! The records of a client as facts that the client could read too.
//!
//! Incidents and the words of complaints stay out: they are kept as observed, and belong in a talk, not on a page that may
//! be passed on.
use chrono::NaiveDate;
use kindly_letters::{EvidenceFact, EvidenceKind, Felt, Money, Paid, Scale};
use kindly_records::{CheckIn, ClientId, Deliverable, Kept, Outcome, RatingScale, RecordKind, SaidBy};

use crate::{
    books::Books,
    standing::{LineState, Tone, invoice_line, line, same_theme},
};

/// Everything that happened until today, by kind.
pub(super) fn facts(books: &Books, client: ClientId, today: NaiveDate) -> Vec<EvidenceFact> {
    let mut facts: Vec<EvidenceFact> = Vec::new();
    let deliverables = books.deliverables.of_client(client);
    facts.extend(deliverables.iter().filter_map(|kept| delivery(kept, today)));
    facts.extend(
        books.check_ins.of_client(client).iter().filter_map(|kept| answer(kept, deliverables, today)),
    );
    facts.extend(all(books.complaints.of_client(client), |kept| {
        let answered = match line(kept, today, 0).state {
            LineState::Answered { days } => Some(days),
            _ => None,
        };
        (kept.record.on, EvidenceKind::Complaint { answered }, &kept.record.theme)
    }));
    facts.extend(books.obligations.of_client(client).iter().filter_map(|kept| {
        let line = line(kept, today, 0);
        let what = match line.state {
            LineState::Kept { .. } => EvidenceKind::Input { late: 0 },
            LineState::KeptLate { days } => EvidenceKind::Input { late: days },
            LineState::Due { days } if days < 0 => EvidenceKind::InputOpen { late: -days },
            _ => return None,
        };
        Some(EvidenceFact { on: line.on, what, title: line.title })
    }));
    facts.extend(invoices(books, client, today));
    facts.extend(all(books.concessions.of_client(client), |kept| {
        let amount = kept.record.amount.map(money);
        (kept.record.on, EvidenceKind::Beyond { amount, minutes: kept.record.minutes }, &kept.record.what)
    }));
    facts.extend(all(books.praise.of_client(client), |kept| {
        (kept.record.on, EvidenceKind::Praise, &kept.record.words)
    }));
    facts.extend(talks(books, client));
    facts.extend(changes(books, client));
    facts.extend(letters(books, client));
    facts.retain(|fact| fact.on <= today);
    facts
}

fn all<'a, R: RecordKind + 'a>(
    kept: &'a [Kept<R>],
    fact: impl Fn(&'a Kept<R>) -> (NaiveDate, EvidenceKind, &'a String),
) -> impl Iterator<Item = EvidenceFact> {
    kept.iter().map(move |kept| {
        let (on, what, title) = fact(kept);
        EvidenceFact { on, what, title: title.clone() }
    })
}

/// What is not due yet says nothing.
fn delivery(kept: &Kept<Deliverable>, today: NaiveDate) -> Option<EvidenceFact> {
    let line = line(kept, today, 0);
    let late = match line.state {
        LineState::Late { days } => days,
        _ => 0,
    };
    let what = match (kept.record.outcome, &line.state) {
        (Outcome::Met, _) => EvidenceKind::Delivered { late },
        (Outcome::Partial, _) => EvidenceKind::DeliveredInPart,
        (Outcome::Late, _) => EvidenceKind::DeliveredLate { late },
        (Outcome::Rejected, _) => EvidenceKind::NotAccepted,
        (Outcome::Excused, _) => EvidenceKind::Excused,
        (Outcome::Pending, LineState::Due { days }) if *days < 0 => EvidenceKind::StillToDeliver,
        (Outcome::Pending, _) => return None,
    };
    Some(EvidenceFact { on: line.on, what, title: line.title })
}

/// What they said themselves; the user's own impressions are none of their answers.
fn answer(
    kept: &Kept<CheckIn>,
    deliverables: &[Kept<Deliverable>],
    today: NaiveDate,
) -> Option<EvidenceFact> {
    let check_in = &kept.record;
    if check_in.said_by != SaidBy::Them {
        return None;
    }
    let felt = match line(kept, today, 0).tone {
        Tone::Good => Felt::Content,
        Tone::Bad => Felt::Low,
        Tone::Warn | Tone::Ours | Tone::Plain => Felt::Mixed,
    };
    let scale = match check_in.scale {
        RatingScale::Csat => Scale::Csat,
        RatingScale::Nps => Scale::Nps,
        RatingScale::Ces => Scale::Ces,
    };
    let about = check_in.deliverable.and_then(|id| deliverables.iter().find(|kept| kept.id == id));
    Some(EvidenceFact {
        on: check_in.on,
        what: EvidenceKind::Answer { scale, value: check_in.value, felt },
        title: about.map(|kept| kept.record.title.clone()).unwrap_or_default(),
    })
}

/// Invoices that are paid, or whose day has passed.
fn invoices(books: &Books, client: ClientId, today: NaiveDate) -> Vec<EvidenceFact> {
    let accounts = books.accounts(client, today);
    let told = accounts.iter().filter_map(|account| {
        let line = invoice_line(account, today);
        let paid = match line.state {
            LineState::Paid => Paid::OnItsDay,
            LineState::PaidLate { days } => Paid::Late { days },
            LineState::Due { days } | LineState::PartlyPaid { days, .. } if days < 0 => {
                Paid::Open { days: -days }
            }
            _ => return None,
        };
        let amount = money(account.invoice.record.amount);
        Some(EvidenceFact { on: line.on, what: EvidenceKind::Invoice { amount, paid }, title: line.title })
    });
    told.collect()
}

/// What was explained, agreed and changed in talks.
fn talks(books: &Books, client: ClientId) -> impl Iterator<Item = EvidenceFact> {
    books.conversations.of_client(client).iter().flat_map(|kept| {
        let talk = &kept.record;
        let parts = [
            (EvidenceKind::Explained, &talk.explained),
            (EvidenceKind::Agreed, &talk.agreed),
            (EvidenceKind::Changed, &talk.changed),
        ];
        let said = parts.into_iter().filter(|(_, words)| !words.trim().is_empty());
        said.map(|(what, words)| EvidenceFact { on: talk.on, what, title: words.clone() })
    })
}

/// What we really changed because of something that this client complained about.
fn changes(books: &Books, client: ClientId) -> impl Iterator<Item = EvidenceFact> {
    let complaints = books.complaints.of_client(client);
    let answers =
        move |theme: &str| complaints.iter().any(|complaint| same_theme(&complaint.record.theme, theme));
    books.improvements.iter().filter_map(move |kept| {
        let on = kept.record.done_on.filter(|_| answers(&kept.record.theme))?;
        Some(EvidenceFact { on, what: EvidenceKind::Changed, title: kept.record.what.clone() })
    })
}

/// Letters that were sent, by their subjects.
fn letters(books: &Books, client: ClientId) -> impl Iterator<Item = EvidenceFact> {
    books.letters.of_client(client).iter().filter_map(|kept| {
        let (sent, finished) = kept.record.sent.as_ref().zip(kept.record.finished.as_ref())?;
        Some(EvidenceFact { on: sent.on, what: EvidenceKind::Letter, title: finished.subject.clone() })
    })
}

fn money(money: kindly_records::Money) -> Money {
    Money { minor: money.minor, currency: money.currency }
}
