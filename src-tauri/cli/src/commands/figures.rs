//! The standard figures.
use kindly_practice::figures::{FigureScope, FiguresView};

use super::Given;
use crate::{arguments::Figures, error::CliError, output::table, words};

const HEADINGS: [&str; 5] = ["Figure", "Value", "n", "95 % interval", "Left out"];

pub(super) fn run(given: &Given, typed: &Figures) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let scope = match (&typed.client, typed.engagement) {
        (Some(name), _) => FigureScope::Client(practice.client_called(name)?),
        (None, Some(id)) => FigureScope::Engagement(id.into()),
        (None, None) => FigureScope::Practice,
    };
    let view = practice.figures(given.moment, scope, typed.period)?;
    given.output.show(&view, || in_words(&view))
}

fn in_words(view: &FiguresView) -> String {
    let rows: Vec<Vec<String>> = view
        .figures
        .iter()
        .map(|figure| {
            vec![
                words::figure(figure.id).to_owned(),
                words::value(figure.value),
                figure.n.to_string(),
                figure.interval.map(|interval| words::interval(interval, figure.value)).unwrap_or_default(),
                if figure.left_out == 0 { String::new() } else { figure.left_out.to_string() },
            ]
        })
        .collect();
    let over = match view.from {
        Some(from) => format!("From {} to {}", words::day(from), words::day(view.to)),
        None => format!("Everything until {}", words::day(view.to)),
    };
    format!("{over}\n{}", table(&HEADINGS, &rows))
}
