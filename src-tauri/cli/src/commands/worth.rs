//! What clients are worth, what a cut of the price comes to, and when agreements renew.
use kindly_practice::{
    renewals::{RenewalDecision, RenewalLetter, RenewalRow, RenewalsView},
    standing::Renewal,
    worth::{PriceCutView, WorthRow, WorthView},
};

use super::Given;
use crate::{arguments::PriceCut, error::CliError, output::table, words};

pub(super) fn run(given: &Given) -> Result<(), CliError> {
    let view = given.ledger.open()?.worth(given.moment)?;
    given.output.show(&view, || in_words(&view))
}

fn in_words(view: &WorthView) -> String {
    let headings = [
        "Client",
        "Fees",
        "Hours",
        "An hour",
        "Given away",
        "Asked/offered",
        "Days late",
        "Unbilled h",
        "Income",
        "Profit",
    ];
    let rows: Vec<Vec<String>> = view.rows.iter().map(worth_row).collect();
    let mut lines = vec![
        format!("From {} to {}", words::day(view.from), words::day(view.today)),
        words::sentence(&view.sentence),
        table(&headings, &rows),
    ];
    lines.extend(view.rows.iter().filter_map(to_the_median));
    if let Some(cost) = view.cost_per_hour {
        let whose = if view.cost_is_stated {
            "as your profile says"
        } else {
            "the median of what one brings, since your profile has no cost_per_hour"
        };
        lines.push(format!("Profit is what stays when an hour costs {}, {whose}.", words::money(cost)));
    }
    if let Some(whale) = &view.whale {
        let best = match whale.peak_at {
            0 => "nothing with anybody".to_owned(),
            1 => format!("{} with the most profitable client", words::money(whale.peak)),
            some => format!("{} with the {some} most profitable clients", words::money(whale.peak)),
        };
        lines.push(format!("It adds up to {best}, and to {} with all.", words::money(whale.total)));
    }
    if view.left_out > 0 {
        let left_out = words::count(u64::from(view.left_out), "client is", "clients are");
        lines.push(format!(
            "{left_out} not compared: without fees and hours, or in another currency than yours. Income is of what came in \
             the client’s currency."
        ));
    }
    let generous = view.rows.iter().filter(|row| row.generous);
    lines.extend(generous.map(|row| {
        format!("{} is content, and was given more than 5 % of the fees: that is your generosity.", row.name)
    }));
    lines.join("\n")
}

fn worth_row(row: &WorthRow) -> Vec<String> {
    let money = |amount: Option<_>| amount.map(words::money).unwrap_or_default();
    let share = |share: Option<_>| share.map(words::share).unwrap_or_default();
    vec![
        row.name.clone(),
        money(row.fees),
        format!("{:.1}", row.hours),
        money(row.rate),
        share(row.given_share),
        format!("{}/{}", row.they_asked, row.we_offered),
        row.days_beyond_terms.map(|days| format!("{days:.0}")).unwrap_or_default(),
        format!("{:.1}", row.unbilled_hours),
        share(row.income_share),
        money(row.profit),
    ]
}

/// What would bring a client to the median: a price, or fewer hours, or paying sooner.
fn to_the_median(row: &WorthRow) -> Option<String> {
    let needed = row.needed.as_ref()?;
    let mut ways = Vec::new();
    if needed.change > 0.0 {
        ways.push(format!(
            "with fees of {}, {} more, or in {:.1} hours",
            words::money(needed.fees),
            words::share(needed.change),
            needed.hours
        ));
    }
    if let Some(days) = needed.days_beyond_terms {
        ways.push(format!("paying {} after the day agreed", words::mean_days(days)));
    }
    (!ways.is_empty()).then(|| format!("{} comes to the median {}.", row.name, ways.join(", and ")))
}

pub(super) fn price_cut(given: &Given, typed: &PriceCut) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let client = practice.client_called(&typed.client)?;
    let view = practice.price_cut(given.moment, client, typed.cut, typed.filled)?;
    given.output.show(&view, || cut_in_words(&view))
}

fn cut_in_words(view: &PriceCutView) -> String {
    let share = view.at_risk_share.map(|share| format!(", {}", words::income(share, view.at_risk)));
    let letters: Vec<String> = view.letters.iter().map(|kind| kind.name().to_owned()).collect();
    let lines = [
        words::sentence(&view.sentence),
        format!(
            "An hour brings {} now, and {} after {} off.",
            words::money(view.rate_now),
            words::money(view.rate_after),
            words::share(view.cut)
        ),
        format!(
            "You would give up {} of {} a year.",
            words::money(view.given_up),
            words::money(view.at_risk)
        ),
        format!(
            "If they leave, {} a year are gone{}.",
            words::money(view.at_risk),
            share.unwrap_or_default()
        ),
        format!(
            "An hour elsewhere brings {}; with {} of the freed time sold that comes to {}.",
            words::money(view.elsewhere),
            words::share(view.filled),
            words::money(view.part_below)
        ),
        format!("Letters that answer it: {}.", letters.join(", ")),
    ];
    lines.join("\n")
}

pub(super) fn renewals(given: &Given) -> Result<(), CliError> {
    let view = given.ledger.open()?.renewals(given.moment)?;
    given.output.show(&view, || renewals_in_words(&view))
}

fn renewals_in_words(view: &RenewalsView) -> String {
    let mut lines = vec![words::sentence(&view.sentence)];
    let rows: Vec<Vec<String>> = view.months.iter().flat_map(|month| &month.rows).map(renewal_row).collect();
    if !rows.is_empty() {
        let headings =
            ["Ends", "Client", "Agreement", "Verdict", "Notice by", "Post by", "Fees", "Decision", "Letter"];
        lines.push(table(&headings, &rows));
    }
    lines.extend(view.open.iter().map(|row| {
        let decision = decision(row);
        let decided = if decision.is_empty() { String::new() } else { format!(": {decision}") };
        format!("Without an end: “{}” of {}{decided}", row.title, row.client_name)
    }));
    lines.join("\n")
}

fn renewal_row(row: &RenewalRow) -> Vec<String> {
    let day = |day: Option<_>| day.map(words::day).unwrap_or_default();
    let (ends, notice, post) = match &row.renewal {
        Renewal::On { ends_on, renews, notice_by, post_by, passed, .. } => {
            let renews = if *renews { ", renews itself" } else { "" };
            let passed = if *passed { ", passed" } else { "" };
            (
                format!("{}{renews}", words::day(*ends_on)),
                notice_by.map(|by| format!("{}{passed}", words::day(by))).unwrap_or_default(),
                day(*post_by),
            )
        }
        _ => Default::default(),
    };
    vec![
        ends,
        row.client_name.clone(),
        row.title.clone(),
        row.verdict.map(words::verdict).unwrap_or_default().to_owned(),
        notice,
        post,
        row.fees.map(words::money).unwrap_or_default(),
        decision(row),
        letter(row),
    ]
}

/// "renew (it goes well)".
fn decision(row: &RenewalRow) -> String {
    let Some(RenewalDecision { record, .. }) = &row.decision else { return String::new() };
    let what = words::decision(record.what);
    match words::decision_reason(record.reason) {
        "" => what.to_owned(),
        reason => format!("{what} ({reason})"),
    }
}

/// The letter that follows from the decision, and how far it is.
fn letter(row: &RenewalRow) -> String {
    let Some(kind) = row.letter_kind else { return String::new() };
    let far = match &row.letter {
        None => "to write".to_owned(),
        Some(RenewalLetter { sent_on: Some(on), .. }) => format!("sent on {}", words::day(*on)),
        Some(RenewalLetter { finished: true, .. }) => "to send".to_owned(),
        Some(_) => "a draft".to_owned(),
    };
    format!("{}: {far}", kind.name())
}
