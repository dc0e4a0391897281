//! What needs the user, and putting it off.
use chrono::NaiveDate;
use kindly_practice::needs::{Need, SnoozedNeed};
use serde_json::json;

use super::Given;
use crate::{error::CliError, words};

pub(super) fn run(given: &Given, all: bool) -> Result<(), CliError> {
    let practice = given.ledger.open()?;
    let (needs, snoozed) = (practice.needs(given.moment)?, practice.snoozed(given.moment)?);
    let told = json!({ "as_of": given.moment.today, "needs": needs, "snoozed": snoozed });
    given.output.show(&told, || in_words(&needs, &snoozed, all))
}

pub(super) fn snooze(given: &Given, key: &str, until: NaiveDate, reason: &str) -> Result<(), CliError> {
    let mut practice = given.ledger.open()?;
    let mut needs = practice.needs(given.moment)?;
    needs.extend(practice.snoozed(given.moment)?.into_iter().map(|line| line.need));
    let need = needs.iter().find(|need| need.key == key.trim());
    let need = need.ok_or_else(|| CliError::NoSuchNeed { key: key.trim().to_owned() })?;
    let done = practice.snooze(given.moment, &need.key, need.client, until, reason)?;
    given.output.show(&done, || words::deed(&done.message))
}

fn in_words(needs: &[Need], snoozed: &[SnoozedNeed], all: bool) -> String {
    let due: Vec<String> = needs.iter().map(words::due_word).collect();
    let width = due.iter().map(|due| due.chars().count()).max().unwrap_or_default();
    let mut lines: Vec<String> = needs
        .iter()
        .zip(&due)
        .map(|(need, due)| format!("{due:<width$}  {}{}", words::need(need), key(need, all)))
        .collect();
    if needs.is_empty() {
        lines.push("Nothing needs you today.".to_owned());
    }
    if all {
        lines.extend(snoozed.iter().map(|line| {
            let until = words::day(line.until);
            let (need, reason) = (words::need(&line.need), &line.reason);
            format!("Put off until {until} ({reason}): {need}{}", key(&line.need, all))
        }));
    } else if !snoozed.is_empty() {
        let lines_more = words::count(snoozed.len() as u64, "line is", "lines are");
        lines.push(format!("{lines_more} put off: needs --all lists them."));
    }
    lines.join("\n")
}

fn key(need: &Need, all: bool) -> String {
    if all { format!("  [{}]", need.key) } else { String::new() }
}
