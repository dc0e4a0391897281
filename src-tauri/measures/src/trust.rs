//! Our own trust: how we do ourselves, by month, and this year against the last.
use chrono::{Datelike, Days, Months, NaiveDate};
use kindly_records::{
    CheckIn, CheckInRequest, ClientId, Complaint, Deliverable, Enquiry, Improvement, SaidBy,
};
use serde::Serialize;
use std::collections::HashMap;

use crate::{
    LEAST_N, Median, Rate, Window, all_response_days, on_time_rate, otif, rank::is_above,
    response::days_to_answer, statistics::fisher_at_most, window::by,
};

/// Two years of months.
const MONTHS: u32 = 24;
const YEAR_DAYS: u64 = 365;
/// An answer counts for a question within so many days.
const ANSWERED_WITHIN: u64 = 30;
/// The share of false alarms that is borne, as in our own record.
const FALSE_ALARMS: f64 = 0.05;

/// What it is worked out from: everybody's records.
#[derive(Clone, Debug, Default)]
pub struct TrustRecords<'a> {
    /// Deliverables.
    pub deliverables: Vec<&'a Deliverable>,
    /// Complaints.
    pub complaints: Vec<&'a Complaint>,
    /// Enquiries.
    pub enquiries: Vec<&'a Enquiry>,
    /// Changes of our own.
    pub improvements: Vec<&'a Improvement>,
    /// Questions about satisfaction that went out.
    pub requests: Vec<&'a CheckInRequest>,
    /// Answers to them.
    pub check_ins: Vec<&'a CheckIn>,
}

/// A figure of our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TrustFigure {
    /// On-time rate.
    OnTime,
    /// Median days until the first answer.
    FirstResponse,
    /// Promises kept.
    Promises,
    /// Complaints for each deliverable.
    Complaints,
    /// Check-ins that were asked for.
    Asked,
}

/// The figures of a stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TrustYear {
    /// The days.
    pub window: Window,
    /// Delivered on or before the day agreed ([`on_time_rate`]).
    pub on_time: Rate,
    /// Days until the first answer to complaints and enquiries that came in it ([`all_response_days`]).
    pub first_response: Median,
    /// Promises kept: deliverables in full and on time ([`otif`]), and changes of our own begun by the day promised.
    pub promises: Rate,
    /// Complaints that came in it.
    pub complaints: usize,
    /// Deliverables that turned out in it.
    pub delivered: usize,
    /// Questions about satisfaction that went out in it.
    pub asked: usize,
    /// Of those, how many the client answered within 30 days.
    pub answered: usize,
}

/// The same of a calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TrustMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// On-time rate.
    pub on_time: Rate,
    /// First response.
    pub first_response: Median,
    /// Promises kept.
    pub promises: Rate,
    /// Complaints.
    pub complaints: usize,
    /// Deliverables that turned out.
    pub delivered: usize,
    /// Questions that went out.
    pub asked: usize,
    /// Of those, answered.
    pub answered: usize,
}

/// How we do ourselves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OwnTrust {
    /// 24 calendar months, the oldest first; the last is today's, until today.
    pub months: Vec<TrustMonth>,
    /// The last 365 days, today among them.
    pub year: TrustYear,
    /// The 365 days before those.
    pub year_before: TrustYear,
    /// What could be compared: enough records on either side and, of complaints, some from before the last 365 days, since
    /// none at all says that nobody noted them.
    pub compared: Vec<TrustFigure>,
    /// What got worse by more than chance.
    pub worse: Vec<TrustFigure>,
    /// What got better by more than chance.
    pub better: Vec<TrustFigure>,
}

/// Complaints for each deliverable: `complaints ÷ deliverables that turned out`; `None` without a deliverable.
#[must_use]
pub fn complaints_per_deliverable(complaints: usize, delivered: usize) -> Option<f64> {
    (delivered > 0).then(|| complaints as f64 / delivered as f64)
}

/// Our own figures by month, and this year against the year before.
///
/// Rates are compared by Fisher's exact test, complaints for each deliverable by the exact comparison of two Poisson rates
/// (Przyborowski and Wilenski 1940), days to the first answer by the rank-sum test (Mann and Whitney 1947); each
/// one-sided at 5 %, with [`LEAST_N`] records on either side. How many check-ins were asked for is a count, and compared
/// by the share of them that was answered.
#[must_use]
pub fn own_trust(records: &TrustRecords<'_>, today: NaiveDate) -> OwnTrust {
    let answers = answers(records, today);
    let over = |window| figures(records, &answers, window, today);
    let this = today.with_day(1).unwrap_or(today);
    let firsts = (0..MONTHS).rev().filter_map(|ago| this.checked_sub_months(Months::new(ago)));
    let months = firsts
        .map(|month| {
            let next = month.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
            let sums = over(Window { from: month, to: next.unwrap_or(today).min(today) });
            TrustMonth {
                month,
                on_time: sums.on_time,
                first_response: sums.first_response,
                promises: sums.promises,
                complaints: sums.complaints,
                delivered: sums.delivered,
                asked: sums.asked,
                answered: sums.answered,
            }
        })
        .collect();
    let window = Window::days_to(today, YEAR_DAYS);
    let (year, year_before) = (over(window), over(window.days_before(YEAR_DAYS)));
    let days = |window| days_to_answer(&records.complaints, &records.enquiries, window, today);
    let (now_days, before_days) = (days(year.window), days(year_before.window));
    let noted = records.complaints.iter().any(|complaint| complaint.on < year.window.from);
    let enough = |now: usize, before: usize| now >= LEAST_N && before >= LEAST_N;
    let comparable: Vec<TrustFigure> = [
        (TrustFigure::OnTime, enough(year.on_time.n, year_before.on_time.n)),
        (TrustFigure::Promises, enough(year.promises.n, year_before.promises.n)),
        (TrustFigure::FirstResponse, enough(now_days.len(), before_days.len())),
        (TrustFigure::Complaints, noted && enough(year.delivered, year_before.delivered)),
        (TrustFigure::Asked, enough(year.asked, year_before.asked)),
    ]
    .into_iter()
    .filter_map(|(figure, so)| so.then_some(figure))
    .collect();
    let fell =
        |now: Rate, before: Rate| fisher_at_most(now.hits, now.n, before.hits, before.n) <= FALSE_ALARMS;
    let slower = |now: &[i64], before: &[i64]| is_above(now, before, FALSE_ALARMS);
    let asked = |year: &TrustYear| Rate { hits: year.answered, n: year.asked };
    let more = |now: &TrustYear, before: &TrustYear| {
        poisson_at_least(now.complaints, now.delivered, before.complaints, before.delivered) <= FALSE_ALARMS
    };
    let went = |worse: bool| {
        let (now, before) = if worse { (&year, &year_before) } else { (&year_before, &year) };
        let (now_days, before_days) =
            if worse { (&now_days, &before_days) } else { (&before_days, &now_days) };
        [
            (TrustFigure::OnTime, fell(now.on_time, before.on_time)),
            (TrustFigure::Promises, fell(now.promises, before.promises)),
            (TrustFigure::FirstResponse, slower(now_days, before_days)),
            (TrustFigure::Complaints, more(now, before)),
            (TrustFigure::Asked, fell(asked(now), asked(before))),
        ]
        .into_iter()
        .filter_map(|(figure, so)| (so && comparable.contains(&figure)).then_some(figure))
        .collect()
    };
    let (worse, better) = (went(true), went(false));
    OwnTrust { months, year, year_before, compared: comparable, worse, better }
}

fn figures(
    records: &TrustRecords<'_>,
    answers: &HashMap<ClientId, Vec<NaiveDate>>,
    window: Window,
    today: NaiveDate,
) -> TrustYear {
    let deliverables = || records.deliverables.iter().copied();
    let on_time = on_time_rate(deliverables(), window);
    let due = records.improvements.iter().filter(|improvement| {
        // One that is not due yet is no broken promise, even where it began early.
        window.contains(improvement.from) && improvement.from <= today
    });
    let begun = Rate::of(
        due.map(|improvement| by(improvement.done_on, today).is_some_and(|done| done <= improvement.from)),
    );
    let complaints = records.complaints.iter().copied();
    let asked = records.requests.iter().filter(|request| window.contains(request.on));
    let (mut out, mut answered) = (0, 0);
    for request in asked {
        out += 1;
        let until = request.on.checked_add_days(Days::new(ANSWERED_WITHIN)).unwrap_or(request.on);
        let theirs = answers.get(&request.client).map_or(&[][..], Vec::as_slice);
        let first = theirs.partition_point(|day| *day < request.on);
        answered += usize::from(theirs.get(first).is_some_and(|day| *day <= until));
    }
    TrustYear {
        window,
        on_time,
        first_response: all_response_days(
            complaints.clone(),
            records.enquiries.iter().copied(),
            window,
            today,
        )
        .answered,
        promises: otif(deliverables(), window) + begun,
        complaints: complaints.filter(|complaint| window.contains(complaint.on)).count(),
        delivered: on_time.n,
        asked: out,
        answered,
    }
}

/// The days on which each client gave an answer, in order.
fn answers(records: &TrustRecords<'_>, today: NaiveDate) -> HashMap<ClientId, Vec<NaiveDate>> {
    let mut days: HashMap<ClientId, Vec<NaiveDate>> = HashMap::new();
    for said in &records.check_ins {
        if said.said_by == SaidBy::Them && said.on <= today {
            days.entry(said.client).or_default().push(said.on);
        }
    }
    for days in days.values_mut() {
        days.sort_unstable();
    }
    days
}

/// How likely chance alone puts so many, or more, of all events on this side: given all of them, they are binomial with
/// the share of the exposure.
fn poisson_at_least(events: usize, exposure: usize, other_events: usize, other_exposure: usize) -> f64 {
    use statrs::function::beta::beta_reg;
    if exposure == 0 || other_exposure == 0 {
        return 1.0;
    }
    let (all, share) = (events + other_events, exposure as f64 / (exposure + other_exposure) as f64);
    if events == 0 { 1.0 } else { beta_reg(events as f64, (all - events) as f64 + 1.0, share) }
}
