//! Time trackers: hours on an engagement.
use iso_currency::Currency;
use kindly_exchange::{Encoding, ImportKind, LeftOut, TimeEntryRow, Tool};
use kindly_records::Money;

use super::{day, drafts, left_out, money, refused, sheet};

/// An entry that is charged for, without a rate.
fn entry(line: usize, client: &str, on: &str, seconds: u32, what: &str, project: &str) -> TimeEntryRow {
    TimeEntryRow {
        line,
        client: client.to_owned(),
        client_email: None,
        on: day(on),
        seconds,
        what: what.to_owned(),
        billable: true,
        hourly_rate: None,
        engagement: Some(project.to_owned()),
    }
}

fn at(rate: Money, entry: TimeEntryRow) -> TimeEntryRow {
    TimeEntryRow { hourly_rate: Some(rate), ..entry }
}

fn free(entry: TimeEntryRow) -> TimeEntryRow {
    TimeEntryRow { billable: false, ..entry }
}

#[test]
fn toggl_entries_have_their_time_to_the_second_and_the_rate_that_their_amount_tells() {
    let sheet = sheet("toggl/plain.csv", Tool::Toggl);
    assert_eq!(sheet.kind, ImportKind::TimeEntries, "time entries");
    let rate = money(9_500, Currency::EUR);
    assert_eq!(
        drafts!(sheet, TimeEntry),
        [
            at(
                rate,
                entry(2, "Harbour Dental", "2026-04-07", 5_400, "Figures for April", "Monthly reporting")
            ),
            free(entry(3, "Harbour Dental", "2026-04-08", 900, "Calls: Page 3", "Monthly reporting")),
            at(rate, entry(4, "Café Lumière", "2026-04-08", 4_800, "", "Menu redesign")),
        ],
        "an entry over midnight belongs to the day on which it began"
    );
    let left: Vec<&str> = sheet.left_out().collect();
    assert_eq!(left, ["User", "Email", "Start time", "End date", "End time", "Tags"], "the rest is told");
}

#[test]
fn toggl_entries_without_a_client_are_refused_and_sums_are_left_out() {
    let sheet = sheet("toggl/odd.csv", Tool::Toggl);
    assert_eq!((sheet.encoding, sheet.delimiter), (Encoding::Utf8, Some(';')), "the file's own form");
    assert_eq!(refused(&sheet), ["line 2: column Client is empty; every row needs it"], "nobody to charge");
    let rows: Vec<TimeEntryRow> = sheet
        .drafts()
        .map(|draft| match draft {
            kindly_exchange::Draft::TimeEntry(row) => row.clone(),
            other => panic!("a time entry expected, not {other:?}"),
        })
        .collect();
    let audit = entry(3, "Northwind Traders", "2026-04-03", 1_200, "Notes, two\nlines", "Audit");
    assert_eq!(rows, [at(money(10_000, Currency::USD), audit)], "a third of an hour at 100 is 33.33");
    assert_eq!(left_out(&sheet), [(5, LeftOut::NoTime), (6, LeftOut::Total)], "nothing goes silently");
}

#[test]
fn clockify_entries_are_read_by_the_clock_and_in_the_currency_of_the_header() {
    let sheet = sheet("clockify/plain.csv", Tool::Clockify);
    let audit = entry(2, "Northwind Traders", "2026-04-13", 1_200, "Analysis: Reading the books", "Audit");
    assert_eq!(
        drafts!(sheet, TimeEntry),
        [
            at(money(12_000, Currency::USD), audit),
            free(entry(3, "Northwind Traders", "2026-04-03", 5_400, "Call", "Audit")),
        ],
        "20 minutes, not 0.33 hours; months first, as the first row tells"
    );
}

#[test]
fn clockify_variants_have_decimal_hours_alone() {
    let sheet = sheet("clockify/odd.csv", Tool::Clockify);
    assert_eq!((sheet.encoding, sheet.delimiter), (Encoding::Utf16Le, Some('\t')), "the file's own form");
    assert_eq!(refused(&sheet), ["line 3: column Client is empty; every row needs it"], "a break");
    let Some(kindly_exchange::Draft::TimeEntry(row)) = sheet.drafts().next() else {
        panic!("an entry expected")
    };
    let expected = entry(2, "Harbour Dental", "2026-04-07", 4_500, "Reporting", "Monthly reporting");
    assert_eq!(*row, at(money(9_500, Currency::GBP), expected), "1,25 hours at 95,00");
}

#[test]
fn harvest_entries_have_their_rate_and_currency_in_columns() {
    let sheet = sheet("harvest/plain.csv", Tool::Harvest);
    let figures =
        entry(2, "Harbour Dental", "2026-04-07", 5_400, "Reporting: Figures for April", "Monthly reporting");
    assert_eq!(
        drafts!(sheet, TimeEntry),
        [
            at(money(9_500, Currency::EUR), figures),
            free(entry(3, "Northwind Traders", "2026-04-08", 8_388, "Analysis", "Audit")),
        ],
        "2.33 hours are 8,388 seconds; the currency stands behind its name"
    );
}

#[test]
fn harvest_reports_may_have_lines_above_and_sums_below() {
    let sheet = sheet("harvest/odd.csv", Tool::Harvest);
    assert_eq!(sheet.header_line, 4, "three lines stand above");
    assert_eq!(
        refused(&sheet),
        ["line 6: “04/31/2026” is not a date in column Date; write it like 2026-02-28"],
        "April has no such day"
    );
    let Some(kindly_exchange::Draft::TimeEntry(row)) = sheet.drafts().next() else {
        panic!("an entry expected")
    };
    let expected =
        entry(5, "Northwind Traders", "2026-04-13", 1_200, "Analysis: 1,200 rows, \"odd\" ones", "Audit");
    assert_eq!(*row, at(money(112_000, Currency::USD), expected), "0:20 at 1,120.00");
    assert_eq!(left_out(&sheet), [(7, LeftOut::Total)], "the sum is no entry");
}
