//! How the clients stood on the last day of a quarter, and which verdicts changed within it.
use std::collections::HashMap;

use chrono::NaiveDate;
use kindly_records::{ClientId, ClientStatus, Moment};

use super::view::{ReviewClient, VerdictChange, VerdictCount};
use crate::{
    Practice, PracticeError,
    books::Books,
    offering::ended_on,
    standing::{ClientRow, Scatter, Verdict, number, picture, portfolio, settings},
};

/// Verdicts in the order in which they are told, the most pressing first; who is as should be comes last.
const ORDER: [Verdict; 7] = [
    Verdict::NeverHappy,
    Verdict::OurDeliveryFirst,
    Verdict::OfferingProblem,
    Verdict::OneWay,
    Verdict::Watch,
    Verdict::NotEnoughEvidence,
    Verdict::Healthy,
];

/// How everybody stood.
pub(super) struct Standing {
    pub(super) verdicts: Vec<VerdictCount>,
    pub(super) scatter: Scatter,
    pub(super) clients: Vec<ReviewClient>,
    pub(super) changes: Vec<VerdictChange>,
}

impl Practice {
    /// How everybody stood on the last day that is told, against the last day of the quarter before.
    pub(super) fn standing_on(
        &self,
        books: &Books,
        then: Moment,
        before: NaiveDate,
        today: NaiveDate,
    ) -> Result<Standing, PracticeError> {
        let until = then.today;
        let rows = self.clients(then)?.rows;
        let courses = courses(books, until)?;
        let course = |client: ClientId| courses.get(&client).map_or(&[][..], Vec::as_slice);
        let known = |client: ClientId, day: NaiveDate| {
            let ends = course(client).iter().take_while(|(end, _)| *end <= day);
            ends.last().and_then(|(_, verdict)| *verdict)
        };
        let shown: Vec<(&ClientRow, Verdict)> = rows
            .iter()
            // Today's screen lists them from the start; who came later did not stand anywhere yet.
            .filter(|row| with_us(books, row, until) && (until == today || known(row.id, until).is_some()))
            .filter_map(|row| Some((row, row.verdict?)))
            .collect();
        let then_with_us = rows.iter().filter(|row| with_us(books, row, before));
        let stood_before: Vec<Verdict> = then_with_us.filter_map(|row| known(row.id, before)).collect();
        let marked = shown.iter().filter_map(|(row, verdict)| Some((books.client(row.id)?, *verdict)));
        let bar = settings(&books.profile).delivery_bar;
        let changed = shown.iter().flat_map(|(row, _)| changes(row, course(row.id), before));
        let mut changes: Vec<VerdictChange> = changed.collect();
        changes.sort_by_key(|change| (change.on, change.name.to_lowercase()));
        let mut clients: Vec<ReviewClient> =
            shown.iter().map(|(row, verdict)| client(row, *verdict)).collect();
        clients.sort_by_key(|client| {
            (ORDER.iter().position(|each| *each == client.verdict), client.name.to_lowercase())
        });
        let counts = ORDER.map(|verdict| VerdictCount {
            verdict,
            now: number(shown.iter().filter(|(_, stands)| *stands == verdict).count()),
            before: number(stood_before.iter().filter(|stood| **stood == verdict).count()),
        });
        Ok(Standing {
            verdicts: counts.into_iter().filter(|count| count.now + count.before > 0).collect(),
            scatter: picture(books, marked, bar, until),
            clients,
            changes,
        })
    }
}

/// A verdict by its day; `None` while nothing of the client was known.
type Course = Vec<(NaiveDate, Option<Verdict>)>;

/// Everybody's verdict at the end of each month, and on the last day.
fn courses(books: &Books, until: NaiveDate) -> Result<HashMap<ClientId, Course>, PracticeError> {
    let portfolio = portfolio(books, until);
    let history = kindly_verdict::judge_history(&portfolio, &settings(&books.profile))?;
    let course = |place: usize| -> Course {
        history.iter().map(|end| (end.day, end.verdicts[place].map(Verdict::from))).collect()
    };
    let clients = portfolio.clients.iter().enumerate();
    Ok(clients.filter_map(|(place, judged)| Some((judged.id.parse().ok()?, course(place)))).collect())
}

/// Whether the client was with us on a day: they are still, or their last agreement ended no earlier.
fn with_us(books: &Books, row: &ClientRow, day: NaiveDate) -> bool {
    row.status == ClientStatus::Active || ended_on(books, row.id).is_some_and(|ended| ended >= day)
}

/// Every change of a verdict since the end of the quarter before. That at first too little is known is no change.
fn changes(
    row: &ClientRow,
    course: &[(NaiveDate, Option<Verdict>)],
    before: NaiveDate,
) -> Vec<VerdictChange> {
    let mut from = None;
    let mut found = Vec::new();
    for (on, verdict) in course {
        if let Some(to) = verdict.filter(|_| *on > before)
            && from != Some(to)
            && (from.is_some() || to != Verdict::NotEnoughEvidence)
        {
            found.push(VerdictChange { client: row.id, name: row.name.clone(), from, to, on: *on });
        }
        from = *verdict;
    }
    found
}

fn client(row: &ClientRow, verdict: Verdict) -> ReviewClient {
    ReviewClient {
        client: row.id,
        name: row.name.clone(),
        verdict,
        one_way_too: row.one_way_too,
        met: row.met,
        counted: row.counted,
        satisfaction: row.satisfaction,
        check_ins: row.check_ins,
        kept: row.kept,
        owed: row.owed,
        concessions: row.concessions,
    }
}
