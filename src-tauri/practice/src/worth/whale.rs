//! The whale curve: how profit adds up, the most profitable client first.
use kindly_measures::{Contribution, whale_curve};
use kindly_page::chart::{self, LineSeries};
use kindly_records::Money;

use super::{
    Economics,
    view::{Whale, WorthRow},
};
use crate::{
    drawing::{Chart, ChartRow, ChartSeries, ChartText, ChartUnit, Fill, Tint},
    standing::number,
};

const SIZE: (f64, f64) = (620.0, 260.0);

pub(super) fn whale(rows: &[WorthRow], economics: &Economics, cost: Money) -> Option<Whale> {
    let compared: Vec<&WorthRow> = rows.iter().filter(|row| row.compared).collect();
    if compared.len() < 2 {
        return None;
    }
    let contributions: Vec<Contribution> = compared
        .iter()
        .map(|row| {
            let sums = economics.of(row.client);
            Contribution { fees_minor: sums.fees.map_or(0, |fees| fees.minor), seconds: sums.hours.seconds }
        })
        .collect();
    let curve = whale_curve(&contributions, cost.minor);
    let money = |minor| Money { minor, currency: cost.currency };
    let names: Vec<String> = curve.points.iter().map(|point| compared[point.client].name.clone()).collect();
    let cumulative: Vec<Option<f64>> =
        curve.points.iter().map(|point| Some(point.cumulative_minor as f64)).collect();
    let labels: Vec<ChartText> = (1..=number(names.len())).map(|value| ChartText::Count { value }).collect();
    let line = LineSeries { tint: Tint::Accent, dashed: false, values: cumulative };
    let unit = chart::Unit::Money(cost.currency.code().to_owned());
    let series =
        |key: &str| ChartSeries { key: key.to_owned(), tint: Tint::Accent, fill: Fill::Solid, dashed: false };
    Some(Whale {
        chart: Chart {
            drawing: chart::lines(&labels, &[line], &unit, SIZE),
            series: vec![series("profit"), series("cumulative_profit")],
            rows: curve
                .points
                .iter()
                .zip(names)
                .map(|(point, name)| ChartRow {
                    label: ChartText::Name { text: name },
                    values: vec![Some(point.profit_minor as f64), Some(point.cumulative_minor as f64)],
                })
                .collect(),
            unit: ChartUnit::Amount,
        },
        total: money(curve.total_minor),
        peak: money(curve.peak_minor),
        peak_at: number(curve.peak_at),
    })
}
