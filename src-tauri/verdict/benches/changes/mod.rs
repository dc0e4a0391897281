//! How much faster a judgement after one change is than one from scratch.

use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use divan::black_box;
use kindly_verdict::{
    Client, Complaint, Deliverable, Obligation, Ongoing, Outcome, Portfolio, Rating, Scale, Settings, Signal,
    SignalKind,
};

use crate::{best_of, best_of_five, portfolios};

/// How long ago the record is dated, in days.
const AGES: [(u64, &str); 5] = [
    (5, "this month"),
    (28, "28 days ago"),
    (365, "a year ago"),
    (5 * 365, "5 years ago"),
    (3_600, "at first"),
];

/// Prints how long a change takes and how many times faster it is than judging everybody from scratch.
#[expect(clippy::print_stdout, reason = "a benchmark is there to print")]
pub(crate) fn print_cost_of_a_change((clients, years): (u32, u32)) {
    for (mood, portfolio) in [
        ("clients often unhappy, expectations at their limit", portfolios::portfolio(clients, years)),
        ("clients mostly content", portfolios::content_portfolio(clients, years)),
    ] {
        let scratch = best_of_five(&portfolio);
        println!(
            "{clients} clients, {years} years, {mood}: from scratch {:.1} ms",
            scratch.as_secs_f64() * 1e3
        );
        let mut ongoing = ongoing(&portfolio);
        let print = |what: &str, took: Duration| {
            let times = scratch.as_secs_f64() / took.as_secs_f64();
            println!("  {what:<32} {:>8.3} ms, {times:>6.0} times faster", took.as_secs_f64() * 1e3);
        };
        for (age, when) in AGES {
            for (what, add) in RECORDS {
                let took = one_record(&mut ongoing, portfolio.as_of - Days::new(age), add);
                print(&format!("{what}, {when}"), took);
            }
        }
        print("nothing changed, followed", following(&mut ongoing, &portfolio, false));
        print("one rating more, followed", following(&mut ongoing, &portfolio, true));
        print(
            "the next day",
            best_of(3, || {
                ongoing.set_day(portfolio.as_of);
                ongoing.judgement();
                ongoing.set_day(portfolio.as_of + Days::new(1));
                judged(&mut ongoing)
            }),
        );
    }
}

type Add = fn(&mut Client, NaiveDate);

const RECORDS: [(&str, Add); 5] = [
    ("a rating", |client, date| {
        let id = Some("fresh".to_owned());
        client.ratings.push(Rating { id, date, scale: Scale::Csat5, value: 2, deliverable: None });
    }),
    ("a deliverable", |client, date| {
        client.deliverables.push(Deliverable { id: "fresh".to_owned(), date, outcome: Outcome::Late });
    }),
    ("an obligation", |client, date| {
        client.obligations.push(Obligation { id: Some("fresh".to_owned()), date, kept: false });
    }),
    ("a burden signal", |client, date| {
        client.signals.push(Signal { id: Some("fresh".to_owned()), date, kind: SignalKind::Blame });
    }),
    ("a complaint", |client, date| {
        let (id, theme) = (Some("fresh".to_owned()), "theme 3".to_owned());
        client.complaints.push(Complaint { id, date, theme });
    }),
];

fn ongoing(portfolio: &Portfolio) -> Ongoing {
    let mut ongoing = Ongoing::new(portfolio.clone(), Settings::default()).expect("it is correct");
    ongoing.judgement();
    ongoing
}

/// The best of some clients, each given the record once and then set back.
fn one_record(ongoing: &mut Ongoing, date: NaiveDate, add: Add) -> Duration {
    let mut position = 7;
    best_of(7, || {
        position += 101;
        let before = ongoing.portfolio().clients[position].clone();
        let mut after = before.clone();
        add(&mut after, date);
        let start = Instant::now();
        ongoing.set_client(after).expect("it is correct");
        black_box(ongoing.judgement());
        let took = start.elapsed();
        ongoing.set_client(before).expect("it is correct");
        ongoing.judgement();
        took
    })
}

fn following(ongoing: &mut Ongoing, portfolio: &Portfolio, changed: bool) -> Duration {
    best_of(3, || {
        ongoing.follow(portfolio.clone()).expect("it is correct");
        ongoing.judgement();
        let mut next = portfolio.clone();
        if changed {
            RECORDS[0].1(&mut next.clients[500], portfolio.as_of - Days::new(5));
        }
        let start = Instant::now();
        ongoing.follow(next).expect("it is correct");
        black_box(ongoing.judgement());
        start.elapsed()
    })
}

fn judged(ongoing: &mut Ongoing) -> Duration {
    let start = Instant::now();
    black_box(ongoing.judgement());
    start.elapsed()
}
