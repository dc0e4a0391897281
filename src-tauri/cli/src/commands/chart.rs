//! Charts as SVG files, with what their marks mean.
use kindly_practice::{
    Chart, ChartSeries, ChartText, Drawing, Fill, Practice, Tint,
    records::Moment,
    trust::{TrustFigureId, TrustView},
};
use serde_json::{Value, json};

use super::Given;
use crate::{
    arguments::{ChartFile, ChartName},
    error::CliError,
    ledger::keep_apart,
    words,
};

/// A picture, what it says in words, and the table behind it.
struct Picture {
    drawing: Drawing,
    legend: String,
    table: Value,
}

/// Writes a chart as an SVG file.
pub(super) fn run(given: &Given, typed: &ChartFile) -> Result<(), CliError> {
    if typed.client.is_some() && typed.chart != ChartName::History {
        return Err(CliError::NotOneClients);
    }
    let picture = picture(&given.ledger.open()?, given.moment, typed)?;
    let ledger = given.ledger.path()?;
    keep_apart(&typed.out, &[ledger, &ledger.with_added_extension("key")], "--out")?;
    kindly_practice::write_chart(&picture.drawing, &typed.out)?;
    let file = typed.out.display().to_string();
    let mut answer = picture.table;
    answer["file"] = json!(file);
    given.output.show(&answer, || format!("The chart is at {file}.\n{}", picture.legend))
}

fn picture(practice: &Practice, moment: Moment, typed: &ChartFile) -> Result<Picture, CliError> {
    let of_trust = |id| charted(own(practice.trust(moment)?, id), series_legend);
    match typed.chart {
        ChartName::Delivery => charted(Some(practice.offering(moment)?.delivery), series_legend),
        ChartName::Standing => charted(Some(practice.offering(moment)?.standing), series_legend),
        ChartName::Whale => charted(practice.worth(moment)?.whale.map(|whale| whale.chart), whale_legend),
        ChartName::OnTime => of_trust(TrustFigureId::OnTime),
        ChartName::Promises => of_trust(TrustFigureId::Promises),
        ChartName::FirstResponse => of_trust(TrustFigureId::FirstResponse),
        ChartName::Complaints => of_trust(TrustFigureId::ComplaintsPerDeliverable),
        ChartName::Asked => of_trust(TrustFigureId::Asked),
        ChartName::History => {
            let name = typed.client.as_deref().unwrap_or_default();
            let history = practice.verdict_history(moment, practice.client_called(name)?)?;
            if history.months.is_empty() {
                return Err(CliError::NoHistory { client: history.client_name });
            }
            Ok(Picture {
                legend: "A cell a month, and below them in lanes what they said, what you delivered, what they owed, and what \
                         weighed on it; verdict-history tells it month by month."
                    .to_owned(),
                table: json!({ "months": history.months }),
                drawing: history.drawing,
            })
        }
    }
}

fn own(view: TrustView, id: TrustFigureId) -> Option<Chart> {
    view.figures.into_iter().find(|figure| figure.id == id).map(|figure| figure.chart)
}

fn charted(chart: Option<Chart>, legend: fn(&Chart) -> String) -> Result<Picture, CliError> {
    let chart = chart.ok_or(CliError::NoChart)?;
    Ok(Picture {
        legend: legend(&chart),
        table: json!({ "series": chart.series, "rows": chart.rows, "unit": chart.unit }),
        drawing: chart.drawing,
    })
}

/// "Solid green: met; dotted amber: in part".
fn series_legend(chart: &Chart) -> String {
    let told = chart.series.iter().map(|series| format!("{}: {}", look(series), words::series(&series.key)));
    let told = told.collect::<Vec<_>>().join("; ");
    let mut letters = told.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

fn whale_legend(chart: &Chart) -> String {
    let names = chart.rows.iter().map(|row| match &row.label {
        ChartText::Name { text } => text.as_str(),
        _ => "",
    });
    format!(
        "How profit adds up, from the most profitable client on: {}.",
        names.collect::<Vec<_>>().join(", ")
    )
}

fn look(series: &ChartSeries) -> String {
    let tint = match series.tint {
        Tint::Ink => "black",
        Tint::Quiet | Tint::Grid | Tint::Plain => "grey",
        Tint::Accent => "blue",
        Tint::Good => "green",
        Tint::Warn => "amber",
        Tint::Bad => "red",
        Tint::Ours => "violet",
    };
    let fill = match series.fill {
        _ if series.dashed => "dashed",
        Fill::Solid => "solid",
        Fill::Hatched => "hatched",
        Fill::Dotted => "dotted",
        Fill::Hollow => "hollow",
    };
    format!("{fill} {tint}")
}
