//! Our own side: how we do ourselves, and whether what we change helps.
use serde_json::Value;

use crate::typed::Desk;

fn figure<'a>(view: &'a Value, id: &str) -> &'a Value {
    let figures = view["figures"].as_array().expect("a list");
    figures.iter().find(|figure| figure["id"] == id).unwrap_or_else(|| panic!("{id} is there: {view}"))
}

/// Borealis: eight deliverables the year before, all on the day; eight this year, four of them a day late.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.add("client|name=Borealis");
    for month in 1..=8 {
        desk.add(&format!(
            "deliverable|client=Borealis|title=Before {month}|due_on=2025-{month:02}-10|delivered_on=2025-{month:02}-10|outcome=met"
        ));
        let (day, outcome) = if month > 4 { (11, "late") } else { (10, "met") };
        desk.add(&format!(
            "deliverable|client=Borealis|title=Now {month}|due_on=2026-{month:02}-10|delivered_on=2026-{month:02}-{day}|outcome={outcome}"
        ));
    }
    for typed in [
        "complaint|client=Borealis|on=2026-05-12|theme=late|answered_on=2026-05-15",
        "complaint|client=Borealis|on=2026-06-12|theme=late|answered_on=2026-06-17",
        // Promised for May, begun in June.
        "improvement|theme=late|what=A plan on the first of each month|from=2026-05-20|done_on=2026-06-20",
        "check-in-request|client=Borealis|on=2026-06-01",
        "check-in-request|client=Borealis|on=2026-08-01",
        "check-in|client=Borealis|on=2026-06-10|scale=csat|value=2",
    ] {
        desk.add(typed);
    }
    desk
}

#[test]
fn it_is_said_when_we_got_worse() {
    let desk = desk();
    let view = desk.json(&["trust"]);
    for (id, now, n, before, change) in [
        // Four of eight and eight of eight: by chance in 495 of 12,870 cases.
        ("on_time", 0.5, 8, Some(1.0), "worse"),
        // And one change of our own, begun too late.
        ("promises", 4.0 / 9.0, 9, Some(1.0), "worse"),
        // Three and five days.
        ("first_response", 4.0, 2, None, "too_few"),
        // Nothing was noted in the year before, which is no sign of none.
        ("complaints_per_deliverable", 0.25, 8, Some(0.0), "too_few"),
        ("asked", 0.5, 2, None, "too_few"),
    ] {
        let figure = figure(&view, id);
        let value = |year: &str| figure[year]["value"].as_f64();
        assert!((value("now").expect("a value") - now).abs() < 1e-9, "{id} is {now} this year: {figure}");
        assert_eq!(figure["n_now"], n, "{id} rests on {n}");
        assert_eq!(value("before"), before, "{id} the year before");
        assert_eq!(figure["change"], change, "{id} against the year before");
    }
    assert_eq!(view["sentence"]["figures"], serde_json::json!(["on_time", "promises"]), "what got worse");
    let said = desk.does(&["trust"]);
    let sentence =
        "It is you who got worse this year: less of your work came on time, you kept fewer of your promises.";
    assert!(said.starts_with(sentence), "plainly, and first: {said}");
    let row = |name: &str| {
        said.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{name}: {said}"))
    };
    assert!(row("On-time rate").contains("50 %") && row("On-time rate").contains("100 %"), "{said}");
    assert!(row("Complaints per deliverable").contains("0.25"), "they are counted, and no share: {said}");
    assert!(
        row("First response").contains("4.0 days") && row("First response").contains("too few"),
        "{said}"
    );
}

#[test]
fn what_waits_and_what_nobody_changed_is_named() {
    let desk = desk();
    for typed in [
        "client|name=Corvid",
        "complaint|client=Corvid|on=2026-11-02|theme=unclear report",
        "complaint|client=Borealis|on=2026-11-03|theme=Unclear report|answered_on=2026-11-04",
        "deliverable|client=Corvid|title=Plan|due_on=2026-11-10",
    ] {
        desk.add(typed);
    }
    let said = desk.does(&["trust"]);
    for line in [
        "Waits for your answer: “unclear report” of Corvid",
        "Late: “Plan” of Corvid, due on 10 Nov 2026",
        "“unclear report”: 2 clients said so within a year, and nothing was changed since.",
    ] {
        assert!(said.contains(line), "“{line}” is said: {said}");
    }
    assert!(!said.contains("“late”:"), "what was answered by a change is no challenge: {said}");
    let empty = Desk::new();
    empty.add("client|name=Borealis");
    let said = empty.does(&["trust"]);
    assert!(said.starts_with("Too little is recorded"), "nothing is no verdict on us either: {said}");
}

#[test]
fn whether_a_change_helped_is_said_with_its_uncertainty() {
    let desk = Desk::new();
    desk.add("client|name=Borealis");
    desk.add("engagement|client=Borealis|title=Reports|agreed_on=2025-01-01");
    for day in ["02-02", "02-16", "03-02", "03-16", "04-01", "04-15", "05-01", "05-15"] {
        desk.add(&format!("complaint|client=Borealis|on=2026-{day}|theme=unclear"));
    }
    desk.add("improvement|theme=Unclear|what=One page before the report|from=2026-05-22|done_on=2026-05-22");
    desk.add("improvement|theme=unclear|what=A call after it|from=2026-11-10|done_on=2026-11-10");
    let view = desk.json(&["offering"]);
    let changes = view["improvements"].as_array().expect("a list");
    let helped = |what: &str| {
        let row = changes.iter().find(|row| row["record"]["what"] == what);
        row.unwrap_or_else(|| panic!("“{what}” is there: {view}"))["helped"].clone()
    };
    let page = helped("One page before the report");
    assert_eq!((&page["before"], &page["after"]), (&8.into(), &0.into()), "eight before, none since: {page}");
    assert_eq!(page["says"], "better", "by chance in one of 256 cases");
    assert_eq!(page["before_months"], page["after_months"], "as long before as after");
    assert_eq!(helped("A call after it")["says"], "too_early", "two weeks tell nothing");
    let said = desk.does(&["offering"]);
    assert!(said.starts_with("It is too early to tell: nobody has answered two check-ins yet"), "{said}");
    assert!(said.contains("8 complaints in 6 client-months before, 0 in 6 since"), "{said}");
    assert!(said.contains("it helped") && said.contains("too early to tell"), "{said}");
}
