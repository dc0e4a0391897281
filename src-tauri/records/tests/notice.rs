//! The rules of notice, as a table of agreements and days.
use chrono::NaiveDate;
use kindly_records::{
    Engagement, NoticeCounts, NoticeDates, NoticeForm, NoticePeriod, NoticeUnit, RenewalState,
};

/// A case a line; what the columns are says its first line.
const CASES: &str = include_str!("notice_cases.txt");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|error| panic!("{text} is a date of the table: {error}"))
}

fn period(text: &str) -> NoticePeriod {
    let (count, unit) = text.split_at(text.len() - 1);
    let unit = match unit {
        "m" => NoticeUnit::Months,
        "w" => NoticeUnit::Weeks,
        "d" => NoticeUnit::Days,
        other => panic!("{other} is no unit of notice"),
    };
    NoticePeriod { count: count.parse().expect("a count of the table"), unit }
}

/// The agreement that a line states, with the margin and the day on which it is looked at.
fn stated(text: &str) -> (Engagement, u32, NaiveDate) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [first_end, renews, notice, form, counts, margin, today] = words[..] else {
        panic!("{text} has seven columns")
    };
    let nobody = uuid::Uuid::nil().into();
    let engagement = Engagement {
        term_ends_on: Some(day(first_end)),
        renews_by_months: (renews != "-").then(|| renews.parse().expect("months of the table")),
        notice: Some(period(notice)),
        notice_form: match form {
            "letter" => NoticeForm::Letter,
            "registered" => NoticeForm::Registered,
            "email" => NoticeForm::Email,
            other => panic!("{other} is no form of notice"),
        },
        notice_counts: match counts {
            "received" => NoticeCounts::ReceivedBy,
            "sent" => NoticeCounts::SentBy,
            other => panic!("{other} is nothing that counts"),
        },
        ..Engagement::new(nobody, "Monthly".to_owned(), day("2000-01-01"))
    };
    (engagement, margin.parse().expect("a margin of the table"), day(today))
}

/// A state as the table writes it.
fn told(state: RenewalState) -> String {
    match state {
        RenewalState::Ended(on) => format!("ended {on}"),
        RenewalState::Notice(NoticeDates {
            ends_on,
            last_day,
            last_safe_posting_day,
            passed,
            following_end,
        }) => {
            let late = if passed { "late" } else { "open" };
            let following = following_end.map_or_else(|| "-".to_owned(), |end| end.to_string());
            format!("{ends_on} {last_day} {last_safe_posting_day} {late} {following}")
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn the_rules_of_notice_hold_in_every_case_of_the_table() {
    let cases: Vec<&str> = CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(cases.len() >= 40, "the table is whole: {}", cases.len());
    for case in cases {
        let (stated_case, rest) = case.split_once(" => ").expect("what follows stands behind an arrow");
        let (expected, why) = rest.split_once(" ; ").expect("why stands behind a semicolon");
        let (engagement, margin, today) = stated(stated_case);
        assert_eq!(told(engagement.renewal(today, margin)), expected, "{why}: {stated_case}");
    }
}
