//! Our own trust: how we do ourselves, by month and against ourselves a year ago.
mod figures;
mod view;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use kindly_measures::{TrustFigure, TrustRecords, own_trust};
use kindly_records::{ClientStatus, Moment, Outcome};

use crate::{
    Practice, PracticeError, Sentence,
    books::Books,
    standing::{line, link, number, same_theme, theme_key},
};

pub use view::{Challenge, TrustChange, TrustFigureId, TrustFigureView, TrustView};

/// Complaints of the last year can be a challenge that clients keep meeting.
const CHALLENGE_DAYS: u64 = 365;
/// From how many clients on.
const CHALLENGE_CLIENTS: usize = 2;

impl Practice {
    /// How we do ourselves, over every client who is not a prospect.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn trust(&self, moment: Moment) -> Result<TrustView, PracticeError> {
        let books = self.books()?;
        let today = moment.today;
        let trust = own_trust(&records(&books), today);
        let worse: Vec<TrustFigureId> = trust.worse.iter().map(|figure| figures::id(*figure)).collect();
        let better: Vec<TrustFigureId> = trust.better.iter().map(|figure| figures::id(*figure)).collect();
        let figures = figures::all(&trust);
        Ok(TrustView {
            today,
            sentence: if figures.iter().all(|figure| figure.change == TrustChange::TooFew) {
                Sentence::TrustTooFew
            } else if !worse.is_empty() {
                Sentence::TrustWorse { figures: worse }
            } else if better.is_empty() {
                Sentence::TrustSame
            } else {
                Sentence::TrustBetter { figures: better }
            },
            figures,
            unanswered: waiting(&books, today),
            late: late(&books, today),
            challenges: challenges(&books, today),
        })
    }
}

/// Everybody's records, but prospects' deliverables do not exist and their enquiries count as anybody's.
fn records(books: &Books) -> TrustRecords<'_> {
    let clients = || books.clients.iter().map(|client| client.id);
    TrustRecords {
        deliverables: clients()
            .flat_map(|id| books.deliverables.of_client(id))
            .map(|kept| &kept.record)
            .collect(),
        complaints: clients()
            .flat_map(|id| books.complaints.of_client(id))
            .map(|kept| &kept.record)
            .collect(),
        enquiries: clients().flat_map(|id| books.enquiries.of_client(id)).map(|kept| &kept.record).collect(),
        improvements: books.improvements.iter().map(|kept| &kept.record).collect(),
        requests: clients()
            .flat_map(|id| books.check_in_requests.of_client(id))
            .map(|kept| &kept.record)
            .collect(),
        check_ins: clients().flat_map(|id| books.check_ins.of_client(id)).map(|kept| &kept.record).collect(),
    }
}

fn waiting(books: &Books, today: NaiveDate) -> Vec<crate::standing::RecordLink> {
    let waits =
        books.clients.iter().flat_map(|client| books.complaints.of_client(client.id)).filter(|kept| {
            kept.record.answered_on.is_none() && kept.record.resolved_on.is_none() && kept.record.on <= today
        });
    oldest_first(waits.map(|kept| link(books, line(kept, today, 0))).collect())
}

fn late(books: &Books, today: NaiveDate) -> Vec<crate::standing::RecordLink> {
    let active = books.clients.iter().filter(|client| client.record.status == ClientStatus::Active);
    let late = active
        .flat_map(|client| books.deliverables.of_client(client.id))
        .filter(|kept| kept.record.outcome == Outcome::Pending && kept.record.due_on < today);
    oldest_first(late.map(|kept| link(books, line(kept, today, 0))).collect())
}

fn oldest_first(mut links: Vec<crate::standing::RecordLink>) -> Vec<crate::standing::RecordLink> {
    links.sort_by(|one, other| one.on.cmp(&other.on).then_with(|| one.id.cmp(&other.id)));
    links
}

/// Themes that several clients complained about within a year, about which nothing was changed since the first of those
/// complaints.
fn challenges(books: &Books, today: NaiveDate) -> Vec<Challenge> {
    let since = today.checked_sub_days(Days::new(CHALLENGE_DAYS)).unwrap_or(today);
    let mut themes: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for client in &books.clients {
        for kept in books.complaints.of_client(client.id) {
            if (since..=today).contains(&kept.record.on) {
                themes.entry(theme_key(&kept.record.theme)).or_default().push(kept);
            }
        }
    }
    let mut challenges: Vec<Challenge> = themes
        .into_values()
        .filter_map(|complaints| {
            let mut clients: Vec<_> = complaints.iter().map(|kept| kept.record.client).collect();
            clients.sort_unstable();
            clients.dedup();
            let (first, theme) =
                complaints.iter().map(|kept| (kept.record.on, kept.record.theme.clone())).min()?;
            let answered = books
                .improvements
                .iter()
                .any(|kept| same_theme(&kept.record.theme, &theme) && kept.record.begins() >= first);
            (clients.len() >= CHALLENGE_CLIENTS && !answered).then(|| {
                let links = complaints.iter().map(|kept| link(books, line(kept, today, 0)));
                let mut records = oldest_first(links.collect());
                records.reverse();
                Challenge { theme, clients: number(clients.len()), records }
            })
        })
        .collect();
    challenges
        .sort_by(|one, other| other.clients.cmp(&one.clients).then_with(|| one.theme.cmp(&other.theme)));
    challenges
}

impl From<TrustFigure> for TrustFigureId {
    fn from(figure: TrustFigure) -> Self {
        figures::id(figure)
    }
}
