//! The figures of our own trust, each with its two years and its months.
use kindly_measures::{Median, OwnTrust, Rate, TrustFigure, TrustMonth, TrustYear};
use kindly_page::chart::{self, LineSeries};

use super::view::{TrustChange, TrustFigureId, TrustFigureView};
use crate::{
    drawing::{Chart, ChartRow, ChartSeries, ChartText, ChartUnit, Fill, Tint},
    figures::FigureValue,
    standing::number,
};

const SIZE: (f64, f64) = (300.0, 130.0);
const MONTHS_A_YEAR: usize = 12;

/// The name of a figure.
pub(super) fn id(figure: TrustFigure) -> TrustFigureId {
    match figure {
        TrustFigure::OnTime => TrustFigureId::OnTime,
        TrustFigure::FirstResponse => TrustFigureId::FirstResponse,
        TrustFigure::Promises => TrustFigureId::Promises,
        TrustFigure::Complaints => TrustFigureId::ComplaintsPerDeliverable,
        TrustFigure::Asked => TrustFigureId::Asked,
    }
}

/// All figures, in the order in which they are shown.
pub(super) fn all(trust: &OwnTrust) -> Vec<TrustFigureView> {
    [
        TrustFigure::OnTime,
        TrustFigure::Promises,
        TrustFigure::FirstResponse,
        TrustFigure::Complaints,
        TrustFigure::Asked,
    ]
    .map(|figure| one(trust, figure))
    .into()
}

fn one(trust: &OwnTrust, figure: TrustFigure) -> TrustFigureView {
    let (now, n_now) = of_year(&trust.year, figure);
    let (before, n_before) = of_year(&trust.year_before, figure);
    let change = if trust.worse.contains(&figure) {
        TrustChange::Worse
    } else if trust.better.contains(&figure) {
        TrustChange::Better
    } else if trust.compared.contains(&figure) {
        TrustChange::Same
    } else {
        TrustChange::TooFew
    };
    TrustFigureView {
        id: id(figure),
        now,
        n_now: number(n_now),
        before,
        n_before: number(n_before),
        change,
        chart: chart(&trust.months, figure),
    }
}

/// The value and what it rests on.
fn of_year(year: &TrustYear, figure: TrustFigure) -> (FigureValue, usize) {
    match figure {
        TrustFigure::OnTime => share(year.on_time),
        TrustFigure::Promises => share(year.promises),
        TrustFigure::FirstResponse => days(year.first_response),
        TrustFigure::Complaints => (
            kindly_measures::complaints_per_deliverable(year.complaints, year.delivered)
                .map_or(FigureValue::None, |value| FigureValue::Share { value }),
            year.delivered,
        ),
        // Of those that were asked for, the share that was answered: the survey response rate.
        TrustFigure::Asked => share(Rate { hits: year.answered, n: year.asked }),
    }
}

fn share(rate: Rate) -> (FigureValue, usize) {
    (rate.share().map_or(FigureValue::None, |value| FigureValue::Share { value }), rate.n)
}

fn days(median: Median) -> (FigureValue, usize) {
    (median.median.map_or(FigureValue::None, |value| FigureValue::Days { value }), median.n)
}

fn of_month(month: &TrustMonth, figure: TrustFigure) -> Option<f64> {
    match figure {
        TrustFigure::OnTime => month.on_time.share(),
        TrustFigure::Promises => month.promises.share(),
        TrustFigure::FirstResponse => month.first_response.median,
        TrustFigure::Complaints => {
            kindly_measures::complaints_per_deliverable(month.complaints, month.delivered)
        }
        TrustFigure::Asked => Some(month.asked as f64),
    }
}

/// By month: the last twelve beside the twelve before, each under the month of the later year.
fn chart(months: &[TrustMonth], figure: TrustFigure) -> Chart {
    let (before, now) = months.split_at(months.len().saturating_sub(MONTHS_A_YEAR));
    let values = |months: &[TrustMonth]| -> Vec<Option<f64>> {
        months.iter().map(|month| of_month(month, figure)).collect()
    };
    let (now_values, before_values) = (values(now), values(before));
    let labels: Vec<ChartText> = now.iter().map(|month| ChartText::Month { day: month.month }).collect();
    let (unit, shown) = match figure {
        TrustFigure::OnTime | TrustFigure::Promises => (chart::Unit::Share, ChartUnit::Share),
        TrustFigure::FirstResponse => (chart::Unit::Days, ChartUnit::Days),
        TrustFigure::Complaints => (chart::Unit::Number, ChartUnit::Number),
        TrustFigure::Asked => (chart::Unit::Count, ChartUnit::Count),
    };
    let line = |tint, dashed, values: &[Option<f64>]| LineSeries { tint, dashed, values: values.to_vec() };
    let drawing = chart::lines(
        &labels,
        &[line(Tint::Quiet, true, &before_values), line(Tint::Accent, false, &now_values)],
        &unit,
        SIZE,
    );
    let series =
        |key: &str, tint, dashed| ChartSeries { key: key.to_owned(), tint, fill: Fill::Solid, dashed };
    Chart {
        drawing,
        series: vec![series("this_year", Tint::Accent, false), series("year_before", Tint::Quiet, true)],
        rows: now
            .iter()
            .enumerate()
            .map(|(place, month)| ChartRow {
                label: ChartText::Month { day: month.month },
                values: vec![now_values[place], before_values.get(place).copied().flatten()],
            })
            .collect(),
        unit: shown,
    }
}
