//! Rows of time entries.
use chrono::NaiveDate;
use kindly_records::{ClientId, EngagementId, Money, TimeEntry};

use super::{Cells, accepted};
use crate::{Defaults, Field, RowError};

/// A stretch of work of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeEntryRow {
    /// The line on which the row starts.
    pub line: usize,
    /// The client's name, or their e-mail address where the file has only that.
    pub client: String,
    /// The client's e-mail address, where the file has one.
    pub client_email: Option<String>,
    /// The day it began.
    pub on: NaiveDate,
    /// How long, in seconds.
    pub seconds: u32,
    /// What was done: the kind of work and its description, as far as the file has them.
    pub what: String,
    /// Whether it is charged for.
    pub billable: bool,
    /// What an hour is charged at, stated or told by the amount.
    pub hourly_rate: Option<Money>,
    /// The title of the agreement or the name of the project, where one is named.
    pub engagement: Option<String>,
}

const BILLABLE: &[(&[&str], bool)] = &[
    (&["yes", "true", "1", "billable", "y", "ja"], true),
    (&["no", "false", "0", "nonbillable", "notbillable", "unbillable", "n", "nein"], false),
];

impl TimeEntryRow {
    /// The record, once its client and agreement are known.
    #[must_use]
    pub fn record(&self, client: ClientId, engagement: Option<EngagementId>) -> TimeEntry {
        TimeEntry {
            client,
            engagement,
            deliverable: None,
            on: self.on,
            seconds: self.seconds,
            what: self.what.clone(),
            billable: self.billable,
            hourly_rate: self.hourly_rate,
        }
    }
}

pub(super) fn read(cells: &Cells<'_>, defaults: Defaults) -> Result<TimeEntryRow, RowError> {
    let seconds = cells.required_seconds(Field::Hours)?;
    let row = TimeEntryRow {
        line: cells.row.line,
        client: cells.required(Field::Client)?.to_owned(),
        client_email: cells.client_email(),
        on: cells.required_date(Field::Date)?,
        seconds,
        what: what(cells.text(Field::Task), &cells.lines(Field::What)),
        billable: cells.word(Field::Billable, BILLABLE, "yes or no")?.unwrap_or(true),
        hourly_rate: hourly_rate(cells, seconds, defaults)?,
        engagement: cells.optional(Field::Engagement),
    };
    accepted(|client| row.record(client, None))?;
    Ok(row)
}

fn what(task: &str, description: &str) -> String {
    match (task, description) {
        ("", other) | (other, "") => other.to_owned(),
        (task, description) => format!("{task}: {description}"),
    }
}

/// The rate that is stated, or the one that the amount tells. Work that is not charged for has none.
fn hourly_rate(cells: &Cells<'_>, seconds: u32, defaults: Defaults) -> Result<Option<Money>, RowError> {
    let stated = cells.money(Field::HourlyRate, defaults)?;
    let told = match stated {
        Some(_) => stated,
        None => cells.money(Field::Amount, defaults)?.and_then(|amount| told_by_amount(amount, seconds)),
    };
    Ok(told.filter(|rate| rate.minor != 0))
}

/// The roundest rate that gives this amount for this time: amounts are rounded, and dividing them back would make
/// 99.99 of an hour at 100.
fn told_by_amount(amount: Money, seconds: u32) -> Option<Money> {
    let (worth, seconds) = (i128::from(amount.minor) * 3_600, i128::from(seconds));
    if seconds == 0 || worth < 0 {
        return None;
    }
    let nearest = |step: i128| (worth + seconds * step / 2) / (seconds * step) * step;
    // Half a minor unit of the amount either way, over the time.
    let gives_amount = |rate: &i128| 2 * (rate * seconds - worth).abs() <= 3_600;
    let rate = [100, 50, 25, 10, 5].into_iter().map(nearest).find(gives_amount).unwrap_or_else(|| nearest(1));
    i64::try_from(rate).ok().map(|minor| Money { minor, ..amount })
}

#[cfg(test)]
mod tests {
    use iso_currency::Currency;

    use super::*;

    #[test]
    fn a_rounded_amount_tells_the_rate_it_was_made_with() {
        let check = |minor: i64, seconds: u32, expected: Option<i64>| {
            let found = told_by_amount(Money { minor, currency: Currency::EUR }, seconds);
            assert_eq!(found.map(|rate| rate.minor), expected, "{minor} for {seconds} s");
        };
        check(14_250, 5_400, Some(9_500));
        check(3_333, 1_200, Some(10_000));
        check(158, 60, Some(9_500));
        check(4_167, 1_765, Some(8_500));
        check(8_437, 4_500, Some(6_750));
        check(0, 5_400, Some(0));
        check(-5, 5_400, None);
        check(5, 0, None);
    }
}
