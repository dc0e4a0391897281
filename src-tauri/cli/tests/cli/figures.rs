//! The standard figures, by their names and with their units.
use serde_json::Value;

use crate::typed::Desk;

/// Borealis with two deliverables (one late), NPS 10 and 0, CSAT 4, and a bill.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.does(&["add", "client", "name=Borealis", "currency=EUR"]);
    for typed in [
        "deliverable|title=A|due_on=2026-11-02|delivered_on=2026-11-02|outcome=met",
        "deliverable|title=B|due_on=2026-11-05|delivered_on=2026-11-09|outcome=late",
        "check-in|on=2026-11-10|scale=nps|value=10",
        "check-in|on=2026-11-11|scale=nps|value=0",
        "check-in|on=2026-11-12|scale=csat|value=4",
        "invoice|number=1|issued_on=2026-11-01|amount=1000|due_on=2026-11-30",
        "time-entry|on=2026-11-03|seconds=10h",
    ] {
        let mut parts = typed.split('|');
        let kind = parts.next().expect("a kind");
        let typed: Vec<&str> = ["add", kind, "client=Borealis"].into_iter().chain(parts).collect();
        desk.does(&typed);
    }
    desk
}

fn figure(view: &Value, id: &str) -> Value {
    let figures = view["figures"].as_array().expect("a list");
    figures
        .iter()
        .find(|figure| figure["id"] == id)
        .unwrap_or_else(|| panic!("{id} is there: {view}"))
        .clone()
}

#[test]
fn figures_come_with_their_n_and_interval() {
    let desk = desk();
    let view = desk.json(&["figures", "--client", "borealis"]);
    let (on_time, nps) = (figure(&view, "on_time"), figure(&view, "nps"));
    assert_eq!(
        (&on_time["value"]["value"], &on_time["n"]),
        (&0.5.into(), &2.into()),
        "one of two: {on_time}"
    );
    assert_eq!((&nps["value"]["value"], &nps["n"]), (&0.0.into(), &2.into()), "they cancel out: {nps}");
    assert!(nps["interval"]["low"].as_f64() < nps["interval"]["high"].as_f64(), "with its interval: {nps}");
    let said = desk.does(&["figures", "--client", "Borealis"]);
    let row = |name: &str| {
        said.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{name}: {said}"))
    };
    assert!(row("On-time rate").contains("50 %"), "a share has its sign: {said}");
    assert!(row("CSAT, mean").contains("4.0 of 5"), "a mean its scale: {said}");
    assert!(row("Effective hourly rate").contains("100.00 EUR an hour"), "1,000 by ten hours: {said}");
    assert!(row("Net Promoter Score").contains(" to "), "a score its interval: {said}");
    assert!(row("Acceptance rate").contains('–'), "nothing is no zero: {said}");
}

#[test]
fn a_figure_is_of_a_scope_and_a_period() {
    let desk = desk();
    let practice = desk.json(&["figures", "--period", "all"]);
    assert_eq!(
        (&practice["scope"]["of"], &practice["from"]),
        (&"practice".into(), &Value::Null),
        "of everything"
    );
    let said = desk.does(&["figures", "--period", "quarter"]);
    assert!(said.starts_with("From 25 Aug 2026 to 22 Nov 2026"), "the stretch is told: {said}");
    let done = desk.json(&["add", "engagement", "client=Borealis", "title=Retainer", "agreed_on=2026-01-01"]);
    let id = done["id"].as_str().expect("an id");
    assert_eq!(
        desk.json(&["figures", "--engagement", id])["scope"]["of"],
        "engagement",
        "or of an agreement"
    );
    for (typed, names) in [
        (&["figures", "--period", "week"][..], "quarter, year or all"),
        (&["figures", "--client", "Nobody"], "Nobody"),
        (&["figures", "--client", "Borealis", "--engagement", id], "--engagement"),
    ] {
        let said = desk.refuses(typed);
        assert!(said.contains(names), "{typed:?}: the sentence says “{names}”: {said}");
    }
}
