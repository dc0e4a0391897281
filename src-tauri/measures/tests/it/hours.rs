//! Where the hours go.
use kindly_measures::{
    AttentionHours, Hours, HoursShare, Window, attention_hours, billable_share, budget_use, hours_spent,
    share_of_hours,
};
use kindly_records::{Attention, Engagement, FeeModel, Kept, TimeEntry};

use crate::records::{attention, client, day, engagement, half_year, near, time, today};

const NOTHING: &[TimeEntry] = &[];

#[test]
fn a_share_of_hours_is_by_time_not_by_entries() {
    let entries = [
        TimeEntry { billable: false, ..time("A", "2026-06-01", 1.0) },
        time("A", "2026-06-02", 0.5),
        time("B", "2026-06-03", 6.5),
        time("B", "2025-12-31", 100.0),
    ];
    let billable = billable_share(&entries, half_year());
    near(billable.share().expect("three entries"), 0.875, "7 of 8 hours");
    assert_eq!((billable.part.n, billable.all.n), (2, 3), "entries of the window");
    let theirs = share_of_hours(&entries, client("A"), half_year());
    near(theirs.share().expect("three entries"), 0.1875, "1.5 of 8 hours, charged for or not");
    near(theirs.part.hours(), 1.5, "an hour and a half");
    let all = hours_spent(&entries, half_year());
    let part = hours_spent(entries.iter().filter(|entry| entry.client == client("A")), half_year());
    assert_eq!(HoursShare { part, all }, theirs, "added up once for all, it is the same share");
    let nobody = share_of_hours(&entries, client("C"), half_year());
    assert_eq!(nobody.share(), Some(0.0), "others' hours are known, theirs are none");
    assert_eq!(billable_share(NOTHING, half_year()).share(), None, "no time, no share");
    let empty = [time("A", "2026-06-01", 0.0)];
    let found = billable_share(&empty, half_year());
    assert_eq!(found.share(), None, "an entry without time gives no share");
    assert_eq!(
        found,
        HoursShare { part: Hours { seconds: 0, n: 1 }, all: Hours { seconds: 0, n: 1 } },
        "but it is counted"
    );
}

fn with_budget(fee_model: FeeModel, hours: u32, ended: Option<&str>) -> Kept<Engagement> {
    let kept = engagement("Reporting", fee_model, None);
    let record = Engagement {
        agreed_on: day("2026-04-15"),
        budget_minutes: Some(hours * 60),
        ended_on: ended.map(day),
        ..kept.record
    };
    Kept { record, ..kept }
}

fn spent(on: &str, hours: f64) -> TimeEntry {
    TimeEntry { engagement: Some(with_budget(FeeModel::Fixed, 1, None).id), ..time("A", on, hours) }
}

/// First day, last day, hours and share of each stretch.
fn stretches(kept: &Kept<Engagement>, entries: &[TimeEntry], window: Window) -> Vec<(String, String, f64)> {
    let used = budget_use(kept, entries, window).expect("it has a budget");
    let told = |stretch: &kindly_measures::StretchUse| {
        (stretch.days.from.to_string(), stretch.days.to.to_string(), stretch.share())
    };
    used.stretches.iter().map(told).collect()
}

fn told(stretches: &[(&str, &str, f64)]) -> Vec<(String, String, f64)> {
    stretches.iter().map(|(from, to, share)| ((*from).to_owned(), (*to).to_owned(), *share)).collect()
}

#[test]
fn a_retainer_has_a_budget_each_month() {
    let kept = with_budget(FeeModel::Retainer, 10, None);
    let entries = [
        spent("2026-04-20", 5.0),
        spent("2026-06-01", 12.5),
        time("A", "2026-06-01", 99.0),
        spent("2026-07-01", 99.0),
    ];
    let expected = [
        ("2026-04-15", "2026-04-30", 0.5),
        ("2026-05-01", "2026-05-31", 0.0),
        ("2026-06-01", "2026-06-30", 1.25),
    ];
    assert_eq!(
        stretches(&kept, &entries, Window::until(today())),
        told(&expected),
        "a month without work is told, and work under no agreement is not"
    );
    let cut = Window { from: day("2026-06-01"), to: day("2026-06-15") };
    assert_eq!(
        stretches(&kept, &entries, cut),
        told(&[("2026-06-01", "2026-06-15", 1.25)]),
        "a month that the window cuts keeps the month's budget"
    );
    let over = with_budget(FeeModel::Retainer, 10, Some("2026-04-30"));
    assert_eq!(
        stretches(&over, &entries[..1], Window::until(today())),
        told(&[("2026-04-15", "2026-04-30", 0.5)]),
        "nothing is planned after the end"
    );
    assert_eq!(
        stretches(&over, &entries[..2], Window::until(today())).len(),
        3,
        "what was spent after the end is spent all the same"
    );
    let before = Window { from: day("2026-01-01"), to: day("2026-03-31") };
    assert_eq!(stretches(&kept, &entries, before), told(&[]), "before it began there is no month");
}

#[test]
fn any_other_budget_is_one_of_the_whole() {
    let kept = with_budget(FeeModel::Fixed, 20, None);
    let early = [spent("2026-04-01", 5.0), spent("2026-06-01", 10.0)];
    let found = budget_use(&kept, &early, Window::until(today())).expect("it has a budget");
    assert!(!found.monthly, "a fixed price has one budget");
    assert_eq!(found.budget_seconds, 72_000, "20 hours");
    assert_eq!(
        stretches(&kept, &early, Window::until(today())),
        told(&[("2026-04-01", "2026-06-30", 0.75)]),
        "work from before the agreement counts, 15 of 20 hours"
    );
    for minutes in [None, Some(0)] {
        let record = Engagement { budget_minutes: minutes, ..kept.record.clone() };
        let without = Kept { record, ..kept.clone() };
        assert_eq!(budget_use(&without, &early, half_year()), None, "no budget {minutes:?}, no figure");
    }
}

#[test]
fn attention_is_hours_a_month() {
    let notes = [attention("2026-06-01", 90), attention("2026-06-20", 30), attention("2025-01-01", 999)];
    let half = attention_hours(&notes, half_year());
    assert_eq!((half.minutes, half.n), (120, 2), "the notes of the window");
    // 2 hours in 181 days: 2 ÷ (181 ÷ 30.436875).
    near(half.hours_a_month.expect("two notes"), 0.336_319, "hours a month");
    let so_far = attention_hours(&notes[..2], Window::until(today()));
    near(so_far.hours_a_month.expect("two notes"), 2.0, "30 days are taken as a month");
    let yesterday = attention_hours(&[attention("2026-06-29", 60)], Window::until(today()));
    near(yesterday.hours_a_month.expect("a note"), 1.0, "one call yesterday is not a call every day");
    let nothing: &[Attention] = &[];
    assert_eq!(attention_hours(nothing, half_year()), AttentionHours::default(), "nothing noted, no figure");
}

#[test]
fn a_window_counts_its_days() {
    let check = |from: &str, to: &str, days: u64| {
        assert_eq!(Window { from: day(from), to: day(to) }.days(), days, "{from} to {to}");
    };
    check("2026-06-30", "2026-06-30", 1);
    check("2026-01-01", "2026-06-30", 181);
    check("2024-02-01", "2024-02-29", 29);
    check("2026-06-30", "2026-06-29", 0);
    check("2026-06-30", "2026-01-01", 0);
}
