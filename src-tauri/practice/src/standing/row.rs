//! One client's figures in one line.
use chrono::NaiveDate;
use kindly_measures::{
    Mean, Window, days_beyond_terms, invoices_kept, mean_satisfaction_on_five, obligations_kept,
};
use kindly_records::{CheckIn, Client, Kept, Outcome, SaidBy};
use kindly_verdict::ClientVerdict;

use super::{
    own_record::number,
    renewal::renewal,
    view::{ClientRow, Trend, Verdict},
};
use crate::books::Books;

/// Check-ins at the end that a trend looks at, and how much they must differ from those before to count as one.
const LATEST: usize = 3;
const HALF_A_POINT: f64 = 0.5;

impl From<kindly_verdict::Verdict> for Verdict {
    fn from(verdict: kindly_verdict::Verdict) -> Self {
        match verdict {
            kindly_verdict::Verdict::Healthy => Self::Healthy,
            kindly_verdict::Verdict::Watch => Self::Watch,
            kindly_verdict::Verdict::NeverHappy => Self::NeverHappy,
            kindly_verdict::Verdict::OurDeliveryFirst => Self::OurDeliveryFirst,
            kindly_verdict::Verdict::OfferingProblem => Self::OfferingProblem,
            kindly_verdict::Verdict::OneWay => Self::OneWay,
            kindly_verdict::Verdict::NotEnoughEvidence => Self::NotEnoughEvidence,
        }
    }
}

/// The row of a client; without a verdict for a prospect.
pub(super) fn row(
    books: &Books,
    client: &Kept<Client>,
    verdict: Option<&ClientVerdict>,
    today: NaiveDate,
    margin: u32,
) -> ClientRow {
    let until = Window::until(today);
    let (met, counted) = delivered(books, client, today);
    let satisfaction = satisfaction(books, client, today);
    let owed = obligations_kept(records(books.obligations.of_client(client.id)), until, today);
    let bills = books.bills(client.id, today);
    let invoiced = invoices_kept(&bills, until, today);
    let both = owed + invoiced;
    ClientRow {
        id: client.id,
        name: client.record.name.clone(),
        status: client.record.status,
        verdict: verdict.map(|verdict| verdict.verdict.into()),
        one_way_too: verdict.is_some_and(one_way_beside),
        met,
        counted,
        satisfaction: satisfaction.mean,
        check_ins: number(satisfaction.n),
        trend: trend(books.check_ins.of_client(client.id), today),
        kept: number(both.hits),
        owed: number(both.n),
        concessions: number(
            books.concessions.of_client(client.id).iter().filter(|kept| kept.record.on <= today).count(),
        ),
        days_beyond_terms: days_beyond_terms(&bills, until, today).mean,
        renewal: renewal(books.engagements.of_client(client.id), today, margin),
        sample: client.record.sample,
        tags: client.record.tags.clone(),
    }
}

/// Whether a client is out of balance beside another verdict.
pub(crate) fn one_way_beside(verdict: &ClientVerdict) -> bool {
    verdict.one_way_too && verdict.verdict != kindly_verdict::Verdict::OneWay
}

/// Deliverables met, and those that count, up to a day.
pub(super) fn delivered(books: &Books, client: &Kept<Client>, today: NaiveDate) -> (u32, u32) {
    let known = books.deliverables.of_client(client.id).iter().map(|kept| &kept.record);
    let counted = known.filter(|record| record.outcome.counts() && record.dated() <= today);
    let (mut met, mut all) = (0, 0);
    for deliverable in counted {
        met += u32::from(deliverable.outcome == Outcome::Met);
        all += 1;
    }
    (met, all)
}

/// Mean satisfaction over all that they said, on 1 to 5.
pub(super) fn satisfaction(books: &Books, client: &Kept<Client>, today: NaiveDate) -> Mean {
    mean_satisfaction_on_five(records(books.check_ins.of_client(client.id)), Window::until(today))
}

/// The last three check-ins against all before them.
fn trend(check_ins: &[Kept<CheckIn>], today: NaiveDate) -> Trend {
    let theirs: Vec<&CheckIn> =
        records(check_ins).filter(|record| record.said_by == SaidBy::Them && record.on <= today).collect();
    let Some(split) = theirs.len().checked_sub(LATEST).filter(|earlier| *earlier >= LATEST) else {
        return Trend::Steady;
    };
    let mean = |part: &[&CheckIn]| {
        mean_satisfaction_on_five(part.iter().copied(), Window::until(today)).mean.unwrap_or_default()
    };
    match mean(&theirs[split..]) - mean(&theirs[..split]) {
        change if change >= HALF_A_POINT => Trend::Rising,
        change if change <= -HALF_A_POINT => Trend::Falling,
        _ => Trend::Steady,
    }
}

fn records<R: kindly_ledger::Stored>(kept: &[Kept<R>]) -> impl Iterator<Item = &R> + Clone {
    kept.iter().map(|kept| &kept.record)
}
