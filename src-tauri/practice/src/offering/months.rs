//! Delivery by month, and how the clients stood by month.
use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use kindly_page::chart::{self, Series};
use kindly_records::{ClientId, Outcome};
use kindly_verdict::{Portfolio, Settings};

use crate::{
    PracticeError,
    books::Books,
    drawing::{Chart, ChartRow, ChartSeries, ChartText, ChartUnit, Fill, Tint},
    explain::look,
    standing::Verdict,
};

const SIZE: (f64, f64) = (620.0, 220.0);
/// Two years are shown.
const MONTHS: u32 = 24;

/// Verdicts in the order in which they are stacked, the best at the bottom.
const STACKED: [(Verdict, &str); 7] = [
    (Verdict::Healthy, "healthy"),
    (Verdict::NotEnoughEvidence, "not_enough_evidence"),
    (Verdict::Watch, "watch"),
    (Verdict::OneWay, "one_way"),
    (Verdict::OurDeliveryFirst, "our_delivery_first"),
    (Verdict::OfferingProblem, "offering_problem"),
    (Verdict::NeverHappy, "never_happy"),
];

/// The first days of the months that are shown, oldest first.
fn firsts(today: NaiveDate) -> Vec<NaiveDate> {
    let this = first_of(today);
    (0..MONTHS).rev().filter_map(|ago| this.checked_sub_months(Months::new(ago))).collect()
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// Deliverables up to a day, by the first day of the month of their outcome: met, met in part, missed.
pub(crate) fn turned_out(books: &Books, today: NaiveDate) -> BTreeMap<NaiveDate, [u32; 3]> {
    let mut counted: BTreeMap<NaiveDate, [u32; 3]> = BTreeMap::new();
    for client in &books.clients {
        for kept in books.deliverables.of_client(client.id) {
            let (record, day) = (&kept.record, kept.record.dated());
            let part = match record.outcome {
                Outcome::Met => 0,
                Outcome::Partial => 1,
                Outcome::Late | Outcome::Rejected => 2,
                Outcome::Excused | Outcome::Pending => continue,
            };
            if day <= today {
                counted.entry(first_of(day)).or_default()[part] += 1;
            }
        }
    }
    counted
}

/// The same as a chart.
pub(super) fn delivery(books: &Books, today: NaiveDate) -> Chart {
    let counted = turned_out(books, today);
    let months = firsts(today);
    let look = [
        ("met", Tint::Good, Fill::Solid),
        ("partial", Tint::Warn, Fill::Dotted),
        ("missed", Tint::Ours, Fill::Hatched),
    ];
    stacked(&months, &look, |month, part| counted.get(&month).map_or(0, |counts| counts[part]))
}

/// How many clients stood how at the end of each month; today's for the month that runs.
pub(super) fn standing(
    books: &Books,
    portfolio: &Portfolio,
    settings: &Settings,
    today: NaiveDate,
) -> Result<Chart, PracticeError> {
    let history = kindly_verdict::judge_history(portfolio, settings)?;
    let over = ended(books, portfolio);
    let mut counted: BTreeMap<NaiveDate, BTreeMap<usize, u32>> = BTreeMap::new();
    for month in history {
        let counts = counted.entry(first_of(month.day)).or_default();
        // Whom we no longer worked with does not stand anywhere.
        let with_us =
            month.verdicts.iter().zip(&over).filter(|(_, over)| over.is_none_or(|day| day >= month.day));
        for verdict in with_us.filter_map(|(verdict, _)| *verdict) {
            let place = STACKED.iter().position(|(stacked, _)| *stacked == Verdict::from(verdict));
            *counts.entry(place.unwrap_or_default()).or_default() += 1;
        }
    }
    let months = firsts(today);
    let look = STACKED.map(|(verdict, key)| {
        let (tint, fill) = look(Some(verdict));
        (key, tint, fill)
    });
    Ok(stacked(&months, &look, |month, part| {
        counted.get(&month).and_then(|counts| counts.get(&part)).copied().unwrap_or(0)
    }))
}

/// The day on which the last agreement of each client ended, where all have; in the order of the portfolio.
fn ended(books: &Books, portfolio: &Portfolio) -> Vec<Option<NaiveDate>> {
    let clients = portfolio.clients.iter().map(|judged| judged.id.parse().ok());
    clients.map(|id| ended_on(books, id?)).collect()
}

/// The day on which the last agreement of a client ended; `None` where one still runs, or there never was one.
pub(crate) fn ended_on(books: &Books, client: ClientId) -> Option<NaiveDate> {
    let engagements = books.engagements.of_client(client);
    let ends: Option<Vec<NaiveDate>> = engagements.iter().map(|kept| kept.record.ended_on).collect();
    ends?.into_iter().max()
}

fn stacked(
    months: &[NaiveDate],
    look: &[(&str, Tint, Fill)],
    count: impl Fn(NaiveDate, usize) -> u32,
) -> Chart {
    let labels: Vec<ChartText> = months.iter().map(|month| ChartText::Month { day: *month }).collect();
    let values = |part: usize| -> Vec<Option<f64>> {
        months.iter().map(|month| Some(f64::from(count(*month, part)))).collect()
    };
    let series: Vec<Series> = look
        .iter()
        .enumerate()
        .map(|(part, (_, tint, fill))| Series { tint: *tint, fill: *fill, values: values(part) })
        .collect();
    Chart {
        drawing: chart::columns(&labels, &series, &chart::Unit::Count, SIZE),
        series: look
            .iter()
            .map(|(key, tint, fill)| ChartSeries {
                key: (*key).to_owned(),
                tint: *tint,
                fill: *fill,
                dashed: false,
            })
            .collect(),
        rows: months
            .iter()
            .map(|month| ChartRow {
                label: ChartText::Month { day: *month },
                values: (0..look.len()).map(|part| Some(f64::from(count(*month, part)))).collect(),
            })
            .collect(),
        unit: ChartUnit::Count,
    }
}
