//! How long a year of a tracker's entries takes to read. The time a row must not grow with the number of rows.
use divan::{Bencher, counter::ItemsCount};
use iso_currency::Currency;
use kindly_exchange::{Defaults, read};
use kindly_records::Language;

fn main() {
    divan::main();
}

/// A detailed report of Toggl Track.
fn entries(rows: usize) -> String {
    let mut text = String::from(
        "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,\
         Amount (EUR)\n",
    );
    for row in 0..rows {
        let (client, day, minutes) = (row % 40, row % 28 + 1, row % 50 + 10);
        let line = format!(
            "Sam Reed,sam@reed.example,Client number {client},Project {client},,\"Figures, part {row}\",Yes,\
             2026-04-{day:02},09:00:00,2026-04-{day:02},10:00:00,00:{minutes}:07,reports,95.00\n"
        );
        text.push_str(&line);
    }
    text
}

#[divan::bench(args = [10_000, 100_000], sample_count = 10)]
fn time_entries(bencher: Bencher<'_, '_>, rows: usize) {
    let text = entries(rows);
    let defaults = Defaults { currency: Currency::EUR, language: Language::EnGb };
    bencher.counter(ItemsCount::new(rows)).bench_local(|| {
        let sheet = read(text.as_bytes(), None, None, &defaults).expect("a sound report");
        assert_eq!(sheet.drafts().count(), rows, "every row is read");
        sheet
    });
}
