//! The tables of one outcome, as they are printed and as they stand in `docs/how-well.md`: a line each row.

use kindly_verdict::Verdict;

use super::{Found, Outcome, Score, Truth};

/// The method beside the other rules.
pub(crate) fn comparison(practices: u32, outcome: &Outcome) -> Vec<String> {
    let mut lines = Vec::new();
    let mut print = |line: &str| lines.push(line.to_owned());
    let clients = outcome.scores[0].1.clients();
    print(&format!("{practices} simulated practices, {clients} clients\n"));
    print(
        "| rule | precision | recall | ever found | others ever falsely flagged | ratings until flagged, median |",
    );
    print("|---|---|---|---|---|---|");
    for (rule, score) in &outcome.scores {
        print(&format!("| {} | {} |", rule.name(), figures(score)));
    }
    lines
}

/// Who they are that are falsely flagged, by rule.
pub(crate) fn false_flags(outcome: &Outcome) -> Vec<String> {
    let mut lines = Vec::new();
    let mut print = |line: &str| lines.push(line.to_owned());
    print("\nothers ever falsely flagged, by what they are\n");
    let truths: Vec<Truth> = Truth::ALL.into_iter().filter(|truth| *truth != Truth::NeverHappy).collect();
    print(&format!("| rule | {} |", truths.iter().map(|truth| name(*truth)).collect::<Vec<_>>().join(" | ")));
    print(&format!("|---|{}", "---|".repeat(truths.len())));
    for (rule, score) in &outcome.scores {
        let counts: Vec<String> =
            truths.iter().map(|truth| score.falsely_flagged_of(*truth).to_string()).collect();
        print(&format!("| {} | {} |", rule.name(), counts.join(" | ")));
    }
    lines
}

/// What they are against what the method said of them on the last day.
pub(crate) fn confusion(outcome: &Outcome) -> Vec<String> {
    let mut lines = Vec::new();
    let mut print = |line: &str| lines.push(line.to_owned());
    print("\nwhat they are, and the method's verdict on the last day\n");
    print(&format!("| truth | {} |", Verdict::ALL.map(Verdict::name).join(" | ")));
    print(&format!("|---|{}", "---|".repeat(Verdict::ALL.len())));
    for (truth, row) in Truth::ALL.into_iter().zip(&outcome.confusion.counts) {
        print(&format!("| {} | {} |", name(truth), row.map(|count| count.to_string()).join(" | ")));
    }
    lines
}

/// Which of the never-happy clients the method finds.
pub(crate) fn found(outcome: &Outcome) -> Vec<String> {
    let mut lines = Vec::new();
    let mut print = |line: &str| lines.push(line.to_owned());
    print("\nthe never-happy clients that the method flags on the last day\n");
    print("| where | clients | flagged | share |");
    print("|---|---|---|---|");
    let qualities = ["less than 75 % met", "75 to 85 % met", "85 % met or more"];
    let answers = ["fewer than 5 answers", "5 to 9 answers", "10 answers or more"];
    let rows = qualities.iter().zip(&outcome.found_by_quality);
    for (place, Found { clients, flagged }) in rows.chain(answers.iter().zip(&outcome.found_by_answers)) {
        let share = *flagged as f64 / *clients as f64;
        print(&format!("| {place} | {clients} | {flagged} | {share:.2} |"));
    }
    lines
}

/// One score as cells: precision, recall, ever found, others ever falsely flagged, median answers until flagged.
pub(crate) fn figures(score: &Score) -> String {
    let precision =
        score.precision().map_or_else(|| "none flagged".to_owned(), |share| format!("{share:.2}"));
    let answers = score.median_answers().map_or_else(|| "never".to_owned(), |answers| answers.to_string());
    format!(
        "{precision} | {:.2} | {:.2} | {:.1} % | {answers}",
        score.recall(),
        score.ever_found(),
        100.0 * score.falsely_flagged()
    )
}

fn name(truth: Truth) -> &'static str {
    match truth {
        Truth::Content => "content",
        Truth::NeverHappy => "never happy",
        Truth::WeMiss => "we miss",
        Truth::OfferingFault => "the offering",
        Truth::OneWay => "one-way",
        Truth::Volatile => "volatile",
        Truth::LateStarter => "late starter",
        Truth::LifeEvent => "life event",
    }
}
