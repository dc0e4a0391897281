//! How long the verdicts take: a usual practice, a very large one, and whether a record costs the same in both.
//!
//! Expected in a release build on one core: 40 clients over 5 years under 5 ms, 1,000 over 10 years under 400 ms; and
//! where the last judgement is at hand, a new record of the last month at least 50 times faster than that.

use std::time::{Duration, Instant};

use divan::{Bencher, black_box};
use kindly_verdict::{Portfolio, Settings, judge, judge_history};

mod changes;
mod portfolios;

/// Clients and years.
const SIZES: [(u32, u32); 2] = [(40, 5), (1_000, 10)];

fn main() {
    print_cost_of_a_record();
    changes::print_cost_of_a_change(SIZES[1]);
    divan::main();
}

#[divan::bench(args = SIZES)]
fn verdicts(bencher: Bencher<'_, '_>, (clients, years): (u32, u32)) {
    let portfolio = portfolios::portfolio(clients, years);
    bencher.bench(|| judge(black_box(&portfolio), &Settings::default()));
}

#[divan::bench(args = SIZES)]
fn history_of_verdicts(bencher: Bencher<'_, '_>, (clients, years): (u32, u32)) {
    let portfolio = portfolios::portfolio(clients, years);
    bencher.bench(|| judge_history(black_box(&portfolio), &Settings::default()));
}

#[expect(clippy::print_stdout, reason = "a benchmark is there to print")]
fn print_cost_of_a_record() {
    let cost = |(clients, years): (u32, u32)| {
        let portfolio = portfolios::portfolio(clients, years);
        let records = portfolios::records(&portfolio);
        let best = best_of_five(&portfolio);
        let each = best.as_secs_f64() / records as f64;
        println!(
            "{clients} clients, {years} years, {records} records: {:.2} ms, {:.0} ns a record",
            best.as_secs_f64() * 1e3,
            each * 1e9
        );
        each
    };
    let [small, large] = SIZES.map(cost);
    println!("a record costs {:.2} times as much in the large portfolio (1 is linear growth)", large / small);
}

fn best_of_five(portfolio: &Portfolio) -> Duration {
    best_of(5, || {
        let start = Instant::now();
        black_box(judge(black_box(portfolio), &Settings::default()))
            .expect("the benchmark's portfolio is correct");
        start.elapsed()
    })
}

fn best_of(times: u32, once: impl FnMut() -> Duration) -> Duration {
    std::iter::repeat_with(once).take(times as usize).min().expect("it is tried at least once")
}
