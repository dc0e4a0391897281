//! Offering or fit, our own trust, and what other bars of the method would do.
use kindly_practice::{
    figures::FigureValue,
    method::MethodEffect,
    offering::{HelpedSays, ImprovementRow, OfferingView, ThemeCell, ThemeRow},
    standing::RecordLink,
    trust::{TrustFigureId, TrustView},
};

use super::Given;
use crate::{arguments::Method, error::CliError, output::table, words};

pub(super) fn run(given: &Given) -> Result<(), CliError> {
    let view = given.ledger.open()?.offering(given.moment)?;
    given.output.show(&view, || in_words(&view))
}

fn in_words(view: &OfferingView) -> String {
    let mut lines: Vec<String> = view.before.iter().map(words::sentence).collect();
    lines.push(words::sentence(&view.sentence));
    lines.extend(view.themes.iter().map(|theme| self::theme(view, theme)));
    if !view.improvements.is_empty() {
        lines.push("\nWhat you change:".to_owned());
    }
    lines.extend(view.improvements.iter().map(improvement));
    lines.join("\n")
}

/// A theme: why it is one, who said it and when, and what it costs.
fn theme(view: &OfferingView, theme: &ThemeRow) -> String {
    let mut lines = vec![format!("\n“{}”: {}", theme.theme, words::sentence(&theme.why))];
    let who = |count: fn(&ThemeCell) -> u32| -> Vec<String> {
        let said = theme.cells.iter().filter(|cell| count(cell) > 0);
        said.map(|cell| {
            let column = view.clients.iter().find(|column| column.client == cell.client);
            format!("{} {}", column.map_or("", |column| column.name.as_str()), count(cell))
        })
        .collect()
    };
    let (met, missed) = (who(|cell| cell.after_met), who(|cell| cell.after_missed));
    lines.extend((!met.is_empty()).then(|| format!("  after work you met: {}", met.join(", "))));
    lines.extend((!missed.is_empty()).then(|| format!("  after a miss: {}", missed.join(", "))));
    let minutes = theme.cost.minutes;
    let time = (minutes > 0).then(|| format!("{}:{:02} hours", minutes / 60, minutes % 60));
    let given: Vec<String> = theme.cost.given.map(words::money).into_iter().chain(time).collect();
    lines.extend((!given.is_empty()).then(|| format!("  given away soon after: {}", given.join(" and "))));
    let hangs = theme.cost.income_share.filter(|share| *share > 0.0);
    lines.extend(hangs.map(|share| format!("  {} of your income hangs on it", words::share(share))));
    lines.join("\n")
}

fn improvement(row: &ImprovementRow) -> String {
    let about =
        if row.record.theme.is_empty() { String::new() } else { format!(" (“{}”)", row.record.theme) };
    let helped = row.helped.as_ref().map_or_else(String::new, |helped| {
        let says = match helped.says {
            HelpedSays::Better => "it helped",
            HelpedSays::Worse => "there are more since",
            HelpedSays::CannotTell => "too few to tell from chance",
            HelpedSays::TooEarly => "too early to tell",
        };
        let interval = match (helped.ratio, helped.low, helped.high) {
            (Some(ratio), Some(low), Some(high)) => {
                format!(", {ratio:.1} times as often ({low:.1} to {high:.1})")
            }
            (Some(ratio), Some(low), None) => format!(", {ratio:.1} times as often ({low:.1} or more)"),
            _ => String::new(),
        };
        format!(
            "\n  {} in {:.0} client-months before, {} in {:.0} since{interval}: {says}",
            words::count(u64::from(helped.before), "complaint", "complaints"),
            helped.before_months,
            helped.after,
            helped.after_months
        )
    });
    let done = match row.record.done_on {
        Some(on) => format!("since {}", words::day(on)),
        None => format!("from {}", words::day(row.record.from)),
    };
    format!("{}{about}, {done}{helped}", row.record.what)
}

pub(super) fn trust(given: &Given) -> Result<(), CliError> {
    let view = given.ledger.open()?.trust(given.moment)?;
    given.output.show(&view, || trust_in_words(&view))
}

fn trust_in_words(view: &TrustView) -> String {
    let rows: Vec<Vec<String>> = view
        .figures
        .iter()
        .map(|figure| {
            let value = |value: FigureValue| match (figure.id, value) {
                // Complaints per deliverable are no share: there can be more of them than deliverables.
                (TrustFigureId::ComplaintsPerDeliverable, FigureValue::Share { value }) => {
                    format!("{value:.2}")
                }
                _ => words::value(value),
            };
            vec![
                figure.id.name().to_owned(),
                value(figure.now),
                figure.n_now.to_string(),
                value(figure.before),
                figure.n_before.to_string(),
                words::trust_change(figure.change).to_owned(),
            ]
        })
        .collect();
    let mut lines = vec![
        words::sentence(&view.sentence),
        table(&["Figure", "Last 365 days", "n", "The year before", "n", "Change"], &rows),
    ];
    let of = |waits: &RecordLink| format!("“{}” of {}", waits.title, waits.client_name);
    lines.extend(view.unanswered.iter().map(|waits| format!("Waits for your answer: {}", of(waits))));
    lines.extend(view.late.iter().map(|late| format!("Late: {}, due on {}", of(late), words::day(late.on))));
    lines.extend(view.challenges.iter().map(|challenge| {
        let clients = words::count(u64::from(challenge.clients), "client", "clients");
        format!("“{}”: {clients} said so within a year, and nothing was changed since.", challenge.theme)
    }));
    lines.join("\n")
}

/// What other bars would do; without any, the bars as they are.
pub(super) fn method(given: &Given, typed: &Method) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let profile = practice.profile()?;
    let half_life = typed.half_life.unwrap_or(profile.half_life_days);
    let bar = typed.delivery_bar.unwrap_or(profile.delivery_bar_percent);
    let effect = practice.method_effect(given.moment, half_life, bar)?;
    given.output.show(&effect, || method_in_words(&effect))
}

fn method_in_words(effect: &MethodEffect) -> String {
    let head = format!(
        "With a half-life of {} days and a delivery bar of {} %",
        effect.half_life_days, effect.delivery_bar_percent
    );
    let mut lines = if effect.changes.is_empty() {
        vec![format!("{head} every verdict is as it is now.")]
    } else {
        let changes = words::count(effect.changes.len() as u64, "verdict changes", "verdicts change");
        vec![format!("{head} {changes}, and {} stay.", effect.unchanged)]
    };
    lines.extend(effect.changes.iter().map(|change| {
        format!("{}: {} → {}", change.name, words::verdict(change.now), words::verdict(change.then))
    }));
    match (effect.offering_problem_now, effect.offering_problem_then) {
        (false, true) => lines.push("The offering would be looked at first.".to_owned()),
        (true, false) => lines.push("The offering would no longer be looked at first.".to_owned()),
        _ => {}
    }
    lines.join("\n")
}
