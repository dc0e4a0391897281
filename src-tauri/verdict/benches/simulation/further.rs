//! What the benchmark prints beyond the tables of one outcome: other settings, other practices, another world.

use std::ops::Range;

use kindly_verdict::{Settings, Verdict};

use super::print;
use super::simulation::{Outcome, Score, Truth, World, report, run};

/// Half-lives in days and delivery bars that a user might set.
const SENSITIVITY: ([f64; 3], [f64; 3]) = ([182.0, 365.0, 730.0], [0.6, 0.7, 0.8]);

/// With the lot of the tables, which is the first.
const LOTS: u32 = 6;

/// The method with other settings.
pub(crate) fn print_sensitivity(practices: u32) {
    print("\nthe method with other settings\n");
    print(
        "| half-life, days | delivery bar | precision | recall | ever found | others ever falsely flagged | ratings until flagged, median |",
    );
    print("|---|---|---|---|---|---|---|");
    let (half_lives, bars) = SENSITIVITY;
    for half_life_days in half_lives {
        for delivery_bar in bars {
            let settings = Settings { half_life_days, delivery_bar };
            let outcome = run(0..practices, World::Mixed, &settings);
            print(&format!(
                "| {half_life_days} | {delivery_bar} | {} |",
                report::figures(&outcome.scores[0].1)
            ));
        }
    }
}

/// The same with further practices, so that nobody takes the luck of one lot for the truth: the method's figures, and
/// the best that any of the four naive rules reached in the same lot. How many clients a faulty offering disappoints
/// stands beside, since most wrong flags are theirs. Gives what fell short in any lot.
pub(crate) fn print_lots(practices: u32) -> Vec<String> {
    print("\nsix lots of as many practices, the first being that of the tables above\n");
    print(
        "| lot | precision | best of the naive | recall | others ever falsely flagged | least of the naive | disappointed by the offering | wrong on the last day | of these the offering |",
    );
    print("|---|---|---|---|---|---|---|---|---|");
    let of_lot = |name: &str, numbers: Range<u32>| {
        let outcome = run(numbers, World::Mixed, &Settings::default());
        print(&format!("| {name} | {} |", lot_figures(&outcome)));
        outcome
            .shortfalls()
            .into_iter()
            .map(|shortfall| format!("Lot {name}: {shortfall}"))
            .collect::<Vec<_>>()
    };
    let mut shortfalls = Vec::new();
    for lot in 0..LOTS {
        shortfalls.extend(of_lot(&(lot + 1).to_string(), lot * practices..(lot + 1) * practices));
    }
    shortfalls.extend(of_lot("all", 0..LOTS * practices));
    shortfalls
}

/// How many are flagged where nobody is never happy.
pub(crate) fn print_world_without(practices: u32) {
    let outcome = run(0..practices, World::NobodyNeverHappy, &Settings::default());
    print("\nwhere nobody is never happy\n");
    print("| rule | clients | ever falsely flagged |");
    print("|---|---|---|");
    for (rule, score) in &outcome.scores {
        print(&format!(
            "| {} | {} | {:.1} % |",
            rule.name(),
            score.clients(),
            100.0 * score.falsely_flagged()
        ));
    }
}

fn lot_figures(outcome: &Outcome) -> String {
    let method = &outcome.scores[0].1;
    let naive = outcome.scores.iter().filter(|(rule, _)| rule.is_naive()).map(|(_, score)| score);
    let best = naive.clone().filter_map(Score::precision).fold(0.0, f64::max);
    let least = naive.map(Score::falsely_flagged).fold(1.0, f64::min);
    let confusion = &outcome.confusion;
    let wrong = |truth| confusion.judged(truth, Verdict::NeverHappy);
    let all_wrong: usize =
        Truth::ALL.into_iter().filter(|truth| *truth != Truth::NeverHappy).map(wrong).sum();
    format!(
        "{:.2} | {best:.2} | {:.2} | {:.1} % | {:.1} % | {} | {all_wrong} | {}",
        method.precision().unwrap_or_default(),
        method.recall(),
        100.0 * method.falsely_flagged(),
        100.0 * least,
        confusion.clients_who_are(Truth::OfferingFault),
        wrong(Truth::OfferingFault),
    )
}
