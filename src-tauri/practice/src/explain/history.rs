//! The history of a verdict, month by month, as a picture and as a table.
use chrono::{Datelike, NaiveDate};
use kindly_page::chart::{self, StripEvent, StripMonth};
use kindly_records::{ClientId, Kind, Moment};

use super::{
    events::{self, Event, LANES},
    view::{HistoryMonth, VerdictHistory},
};
use crate::{
    Drawing, Fill, Practice, PracticeError, Tint,
    books::Books,
    standing::{Tone, Verdict, portfolio, settings},
};

const WIDTH: f64 = 720.0;

impl Practice {
    /// How the verdict of a client came about: every month's since the first record.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the client is no longer there.
    pub fn verdict_history(&self, moment: Moment, client: ClientId) -> Result<VerdictHistory, PracticeError> {
        let books = self.books()?;
        let kept = books.client(client).ok_or(PracticeError::Gone { kind: Kind::Client })?;
        let today = moment.today;
        let months = verdicts_by_month(&books, client, today)?;
        let events = events::of(&books, client, today);
        Ok(VerdictHistory {
            client,
            client_name: kept.record.name.clone(),
            today,
            drawing: drawing(&months, &events),
            months: rows(&months, &events),
        })
    }
}

/// The verdict at each month-end since the client was known, and today's.
pub(super) fn verdicts_by_month(
    books: &Books,
    client: ClientId,
    today: NaiveDate,
) -> Result<Vec<(NaiveDate, Option<Verdict>)>, PracticeError> {
    let portfolio = portfolio(books, today);
    let id = client.to_string();
    // A prospect has none.
    let Some(place) = portfolio.clients.iter().position(|judged| judged.id == id) else {
        return Ok(Vec::new());
    };
    let history = kindly_verdict::judge_history(&portfolio, &settings(&books.profile))?;
    let months = history.into_iter().map(|month| (month.day, month.verdicts[place].map(Verdict::from)));
    Ok(months.skip_while(|(_, verdict)| verdict.is_none()).collect())
}

fn drawing(months: &[(NaiveDate, Option<Verdict>)], events: &[Event]) -> Drawing {
    let months: Vec<StripMonth> = months
        .iter()
        .map(|(day, verdict)| {
            let (tint, fill) = look(*verdict);
            StripMonth { month: day.with_day(1).unwrap_or(*day), tint, fill }
        })
        .collect();
    let events: Vec<StripEvent> = events
        .iter()
        .map(|event| {
            let (tint, fill) = match event.tone {
                Tone::Good => (Tint::Good, Fill::Hollow),
                Tone::Warn => (Tint::Warn, Fill::Dotted),
                Tone::Bad => (Tint::Bad, Fill::Solid),
                Tone::Ours => (Tint::Ours, Fill::Hatched),
                Tone::Plain => (Tint::Plain, Fill::Solid),
            };
            StripEvent { day: event.link.on, lane: event.lane, tint, fill }
        })
        .collect();
    chart::strip(&months, &events, LANES, WIDTH)
}

/// How a verdict is drawn; the pattern tells what the colour does.
pub(crate) fn look(verdict: Option<Verdict>) -> (Tint, Fill) {
    match verdict {
        Some(Verdict::Healthy) => (Tint::Good, Fill::Hollow),
        Some(Verdict::Watch) => (Tint::Warn, Fill::Dotted),
        Some(Verdict::NeverHappy) => (Tint::Bad, Fill::Solid),
        Some(Verdict::OurDeliveryFirst) => (Tint::Ours, Fill::Hatched),
        Some(Verdict::OfferingProblem) => (Tint::Ours, Fill::Solid),
        Some(Verdict::OneWay) => (Tint::Warn, Fill::Hatched),
        Some(Verdict::NotEnoughEvidence) => (Tint::Plain, Fill::Hollow),
        None => (Tint::Grid, Fill::Hollow),
    }
}

/// The months, latest first, each with what happened in it.
fn rows(months: &[(NaiveDate, Option<Verdict>)], events: &[Event]) -> Vec<HistoryMonth> {
    let mut rest = events;
    let mut before = None;
    let mut rows: Vec<HistoryMonth> = months
        .iter()
        .enumerate()
        .map(|(place, (day, verdict))| {
            let (within, later) = rest.split_at(rest.partition_point(|event| event.link.on <= *day));
            rest = later;
            let changed = place > 0 && before != Some(*verdict);
            before = Some(*verdict);
            let events = within.iter().rev().map(|event| event.link.clone()).collect();
            HistoryMonth { day: *day, verdict: *verdict, changed, events }
        })
        .collect();
    rows.reverse();
    rows
}
