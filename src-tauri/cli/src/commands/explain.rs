//! A verdict explained, the list before a decision, and the file of evidence.
use kindly_practice::{
    decide::{DecideLine, DecideStep, DecideView, PartingCosts},
    explain::{VerdictHistory, WhatIfRating, WhatIfSteps},
    standing::{RecordLink, Renewal},
};
use serde_json::json;

use super::Given;
use crate::{
    arguments::{EvidenceFile, OfClient, WhatIf},
    error::CliError,
    ledger::keep_apart,
    output::table,
    words,
};

pub(super) fn history(given: &Given, typed: &OfClient) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let client = practice.client_called(&typed.client)?;
    let view = practice.verdict_history(given.moment, client)?;
    given.output.show(&view, || history_in_words(&view))
}

fn history_in_words(view: &VerdictHistory) -> String {
    let rows: Vec<Vec<String>> = view
        .months
        .iter()
        .map(|month| {
            let events: Vec<String> = month.events.iter().map(event).collect();
            vec![
                words::day(month.day),
                month.verdict.map_or("", words::verdict).to_owned(),
                if month.changed { "changed".to_owned() } else { String::new() },
                events.join("; "),
            ]
        })
        .collect();
    if rows.is_empty() {
        return format!("There is no verdict on {} yet.", view.client_name);
    }
    table(&["Judged on", "Verdict", "", "What happened since the month before"], &rows)
}

/// "check-in “Not what we had in mind.”"
fn event(event: &RecordLink) -> String {
    match event.title.trim() {
        "" => event.kind.to_string(),
        title => format!("{} “{title}”", event.kind),
    }
}

pub(super) fn what_if(given: &Given, typed: &WhatIf) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let client = practice.client_called(&typed.client)?;
    let ratings = typed.rating.iter().map(|(scale, value)| rating(scale, value));
    let steps = WhatIfSteps {
        ratings: ratings.collect::<Result<_, _>>()?,
        met: typed.met,
        missed: typed.missed,
        kept: typed.kept,
        broken: typed.broken,
    };
    if steps == WhatIfSteps::default() {
        return Err(CliError::NoSteps);
    }
    let told = practice.what_if(given.moment, client, &steps)?;
    given.output.show(&told, || {
        format!(
            "Now: {}. Then: {}.\n{}",
            words::verdict(told.now),
            words::verdict(told.then),
            words::why(&told.sentence)
        )
    })
}

fn rating(scale: &str, value: &str) -> Result<WhatIfRating, CliError> {
    let wrong = || CliError::NoRating { scale: scale.to_owned(), value: value.to_owned() };
    let name = scale.trim().to_lowercase();
    let scale = serde_json::from_value(json!(name)).map_err(|_| wrong())?;
    Ok(WhatIfRating { scale, value: value.trim().parse().map_err(|_| wrong())? })
}

pub(super) fn decide(given: &Given, typed: &OfClient) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let client = practice.client_called(&typed.client)?;
    let view = practice.decide(given.moment, client)?;
    given.output.show(&view, || decide_in_words(&view))
}

fn decide_in_words(view: &DecideView) -> String {
    let rows: Vec<Vec<String>> = view.lines.iter().map(step).collect();
    let verdict = view.verdict.map_or("no verdict yet", words::verdict);
    let mut lines = vec![
        format!("{}: {verdict}. This informs, and never blocks.", view.client_name),
        table(&["Done", "Step", "Records", "Last", ""], &rows),
    ];
    lines.extend(costs(&view.costs));
    if let Some(hours) = view.frees.hours_a_month {
        let worth = view.frees.worth_a_year.zip(view.frees.median_rate).map(|(worth, rate)| {
            format!(
                ", worth {} a year at {} an hour, the median of the others",
                words::money(worth),
                words::money(rate)
            )
        });
        lines.push(format!("It frees {hours:.1} hours a month{}.", worth.unwrap_or_default()));
    }
    if let Some(decided) = &view.decided {
        lines.push(format!("Decided on {}: {}", words::day(decided.on), decided.title));
    }
    let letters: Vec<&str> = view.letters.iter().map(|kind| kind.name()).collect();
    if !letters.is_empty() {
        lines.push(format!("Letters that can follow: {}.", letters.join(", ")));
    }
    lines.join("\n")
}

fn step(line: &DecideLine) -> Vec<String> {
    let beside = match (line.step, line.open, line.count) {
        (_, 0, 1..) => String::new(),
        (DecideStep::OwnSide, 0, _) => "nothing of yours was missed".to_owned(),
        (_, 0, _) => String::new(),
        (_, open, _) => format!("{open} still open"),
    };
    vec![
        if line.done { "yes" } else { "no" }.to_owned(),
        words::step(line.step).to_owned(),
        line.count.to_string(),
        line.last_on.map(words::day).unwrap_or_default(),
        beside,
    ]
}

/// What parting costs, a sentence each.
fn costs(costs: &PartingCosts) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(fees) = costs.income {
        let share = costs.income_share.map(|share| format!(", {}", words::income(share, fees)));
        lines.push(format!("Parting costs {} a year{}.", words::money(fees), share.unwrap_or_default()));
    }
    if let Renewal::On { ends_on, renews, notice_by, post_by, passed, following_end } = &costs.renewal {
        let then = if *renews { "renews itself" } else { "ends" };
        let notice = match (post_by, notice_by) {
            _ if *passed => match following_end {
                Some(end) => {
                    format!("; the day of notice has passed, and the next end is {}", words::day(*end))
                }
                None => "; the day of notice has passed".to_owned(),
            },
            (Some(by), _) => format!("; the last safe day to post notice is {}", words::day(*by)),
            (None, Some(by)) => format!("; the last day of notice is {}", words::day(*by)),
            (None, None) => String::new(),
        };
        lines.push(format!("The agreement {then} on {}{notice}.", words::day(*ends_on)));
    }
    if !costs.open_work.is_empty() {
        let titles: Vec<String> = costs.open_work.iter().map(|work| format!("“{}”", work.title)).collect();
        lines.push(format!("In progress: {}.", titles.join(", ")));
    }
    if let Some(open) = costs.open_invoices {
        lines.push(format!("Not paid yet: {}.", words::money(open)));
    }
    lines
}

pub(super) fn evidence(given: &Given, typed: &EvidenceFile) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let client = practice.client_called(&typed.client)?;
    let ledger = given.ledger.path()?;
    keep_apart(&typed.out, &[ledger, &ledger.with_added_extension("key")], "--out")?;
    let pages = practice.evidence_pages(given.moment, client, typed.language)?;
    practice.save_evidence(given.moment, client, typed.language, &typed.out)?;
    let file = typed.out.display().to_string();
    given.output.show(&json!({ "file": file, "pages": pages }), || {
        format!("The file of evidence is at {file}: {}.", words::count(pages as u64, "page", "pages"))
    })
}
