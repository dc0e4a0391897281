//! What clients are worth, a cut of the price, renewals and the list before a decision: worked out by hand.
use serde_json::Value;

use crate::typed::Desk;

/// Three clients in euros: Alder 10,000 in 100 hours (100 an hour, and 8,000 of it paid 10 days late), Birch 6,000 in 40
/// hours (150 an hour, paid on the day), Cedar 4,000 in 50 hours (80 an hour, paid 20 days late).
fn practice() -> Desk {
    let desk = Desk::new();
    for client in ["Alder", "Birch", "Cedar"] {
        desk.add(&format!("client|name={client}|currency=EUR"));
    }
    desk.does(&["add", "profile", "name=Ada Lind", "currency=EUR", "postal_margin_working_days=2"]);
    for typed in [
        "invoice|client=Alder|number=1|issued_on=2026-09-01|amount=8000|due_on=2026-10-01|paid_on=2026-10-11",
        "invoice|client=Alder|number=2|issued_on=2026-11-15|amount=2000|due_on=2026-12-15",
        "invoice|client=Birch|number=3|issued_on=2026-09-01|amount=6000|due_on=2026-10-01|paid_on=2026-10-01",
        "invoice|client=Cedar|number=4|issued_on=2026-09-01|amount=4000|due_on=2026-10-01|paid_on=2026-10-21",
        "time-entry|client=Cedar|on=2026-06-03|seconds=1:00|billable=no",
        "concession|client=Cedar|on=2026-06-03|what=A second round|amount=400|minutes=1:30|initiative=they_asked",
    ] {
        desk.add(typed);
    }
    for (client, hours) in [("Alder", "20"), ("Birch", "8")] {
        for day in 1..=5 {
            desk.add(&format!("time-entry|client={client}|on=2026-07-{day:02}|seconds={hours}"));
        }
    }
    for (day, hours) in [(1, 20), (2, 20), (3, 9)] {
        desk.add(&format!("time-entry|client=Cedar|on=2026-07-{day:02}|seconds={hours}"));
    }
    desk
}

fn row<'a>(view: &'a Value, name: &str) -> &'a Value {
    let rows = view["rows"].as_array().expect("a list");
    rows.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("{name} is there: {view}"))
}

/// Amounts in cents, and other numbers as they are.
fn check(place: &str, value: &Value, expected: f64) {
    let value = value.get("minor").unwrap_or(value);
    let found = value.as_f64().unwrap_or_else(|| panic!("{place} is a number: {value}"));
    assert!((found - expected).abs() < 1e-9, "{place} is {expected}, not {found}");
}

#[test]
fn each_client_is_worth_what_an_hour_brings() {
    let desk = practice();
    let view = desk.json(&["worth"]);
    for (client, key, expected) in [
        ("Alder", "rate", 10_000.0),
        ("Birch", "rate", 15_000.0),
        ("Cedar", "rate", 8_000.0),
        ("Alder", "income_share", 0.5),
        ("Birch", "income_share", 0.3),
        ("Cedar", "income_share", 0.2),
        ("Alder", "days_beyond_terms", 10.0),
        ("Birch", "days_beyond_terms", 0.0),
        ("Cedar", "days_beyond_terms", 20.0),
        ("Cedar", "given_share", 0.1),
        ("Cedar", "they_asked", 1.0),
        // One and a half hours given away on the day of an hour that nobody paid for: the longer counts.
        ("Cedar", "unbilled_hours", 1.5),
        // An hour costs the median, 100.
        ("Alder", "profit", 0.0),
        ("Birch", "profit", 200_000.0),
        ("Cedar", "profit", -100_000.0),
    ] {
        check(&format!("{key} of {client}"), &row(&view, client)[key], expected);
    }
    check("the median", &view["median_rate"], 10_000.0);
    let needed = &row(&view, "Cedar")["needed"];
    for (key, expected) in
        [("fees", 500_000.0), ("change", 0.25), ("hours", 40.0), ("days_beyond_terms", 10.0)]
    {
        check(&format!("{key} that brings Cedar to the median"), &needed[key], expected);
    }
    assert_eq!(row(&view, "Alder")["needed"], Value::Null, "who is the median needs nothing");
    let names: Vec<&Value> =
        view["rows"].as_array().expect("a list").iter().map(|row| &row["name"]).collect();
    assert_eq!(names, ["Birch", "Alder", "Cedar"], "the best hour comes first");
    check("the whole profit", &view["whale"]["total"], 100_000.0);
    check("the peak", &view["whale"]["peak"], 200_000.0);
}

#[test]
fn worth_is_told_in_words() {
    let desk = practice();
    let said = desk.does(&["worth"]);
    for line in [
        "An hour for Birch brings 150.00 EUR, for Cedar 80.00 EUR; the median is 100.00 EUR.",
        "Cedar comes to the median with fees of 5,000.00 EUR, 25 % more, or in 40.0 hours, and paying 10 days after the day \
         agreed.",
        "since your profile has no cost_per_hour",
        // Alder brings what the hours cost, and takes nothing from the peak.
        "It adds up to 2,000.00 EUR with the most profitable client, and to 1,000.00 EUR with all.",
    ] {
        assert!(said.contains(line), "“{line}” is said: {said}");
    }
    desk.does(&["add", "profile", "cost_per_hour=60"]);
    let view = desk.json(&["worth"]);
    for (client, expected) in [("Alder", 400_000.0), ("Birch", 360_000.0), ("Cedar", 100_000.0)] {
        check(&format!("the profit of {client} at 60 an hour"), &row(&view, client)["profit"], expected);
    }
    let said = desk.does(&["worth"]);
    let line = "It adds up to 8,600.00 EUR with the 3 most profitable clients, and to 8,600.00 EUR with all.";
    assert!(said.contains(line), "the cost that was stated counts: {said}");
    let empty = Desk::new();
    empty.add("client|name=Alder");
    assert!(empty.does(&["worth"]).contains("nothing to compare yet"), "nothing is no zero");
}

#[test]
fn a_content_client_who_is_given_much_is_named() {
    let desk = practice();
    desk.add("concession|client=Birch|on=2026-08-01|what=A day more|amount=600|initiative=we_offered");
    assert!(
        !desk.does(&["worth"]).contains("generosity"),
        "before they are known to be content nobody is named"
    );
    for month in 1..=9 {
        desk.add(&format!(
            "deliverable|client=Birch|title=Report {month}|due_on=2026-{month:02}-10|delivered_on=2026-{month:02}-09|outcome=met"
        ));
        desk.add(&format!("check-in|client=Birch|on=2026-{month:02}-12|scale=csat|value=5"));
    }
    let view = desk.json(&["worth"]);
    let birch = row(&view, "Birch");
    assert_eq!(
        (&birch["verdict"], &birch["generous"]),
        (&"healthy".into(), &true.into()),
        "600 of 6,000: {birch}"
    );
    assert_eq!((&birch["we_offered"], &birch["they_asked"]), (&1.into(), &0.into()), "and who offered it");
    let said = desk.does(&["worth"]);
    assert!(said.contains("Birch is content, and was given more than 5 % of the fees"), "{said}");
    assert_eq!(row(&view, "Cedar")["generous"], false, "who asked and is not content is not");
}

#[test]
fn a_cut_is_worked_out() {
    let desk = practice();
    // Without Alder the median is (150 + 80) ÷ 2 = 115, of which half is 57.50.
    let view = desk.json(&["price-cut", "--client", "Alder", "--cut", "20"]);
    for (key, expected) in [
        ("rate_now", 10_000.0),
        ("rate_after", 8_000.0),
        ("fees_after", 800_000.0),
        ("given_up", 200_000.0),
        ("at_risk", 1_000_000.0),
        ("at_risk_share", 0.5),
        ("elsewhere", 11_500.0),
        ("part_below", 5_750.0),
        ("largest_cut", 0.425),
    ] {
        check(key, &view[key], expected);
    }
    assert_eq!(view["parting_is_better"], false, "80 is above 57.50");
    let said = desk.does(&["price-cut", "--client", "Alder", "--cut", "20"]);
    for line in [
        "You can bear it: an hour would still bring 80.00 EUR, and parting is better only below 57.50 EUR.",
        "You would give up 2,000.00 EUR of 10,000.00 EUR a year.",
        "50 % of your income in EUR",
        "Letters that answer it: request_decline",
    ] {
        assert!(said.contains(line), "“{line}” is said: {said}");
    }
    let typed = ["price-cut", "--client", "Alder", "--cut", "20", "--filled", "80"];
    let view = desk.json(&typed);
    assert_eq!(view["parting_is_better"], true, "80 is below 0.8 × 115 = 92");
    check("the largest cut", &view["largest_cut"], 0.08);
    let said = desk.does(&typed);
    assert!(
        said.starts_with("Parting is better: an hour would bring 80.00 EUR, and below 92.00 EUR"),
        "{said}"
    );
    let said = desk.does(&["price-cut", "--client", "Alder", "--cut", "20%", "--filled", "100"]);
    assert!(said.contains("There is nothing left to give."), "115 is more than 100: {said}");
}

#[test]
fn a_cut_that_is_none_is_refused() {
    let desk = practice();
    desk.add("client|name=Dogwood|currency=EUR");
    desk.add("client|name=Elm|currency=USD");
    desk.add("invoice|client=Elm|number=5|issued_on=2026-09-01|amount=1000|due_on=2026-10-01");
    desk.add("time-entry|client=Elm|on=2026-09-01|seconds=10");
    for (client, cut, filled, names) in [
        ("Alder", "0", "50", "above 0 and below 100"),
        ("Alder", "100", "50", "above 0 and below 100"),
        ("Alder", "-5", "50", "-5"),
        ("Alder", "much", "50", "such as 20"),
        ("Alder", "NaN", "50", "such as 20"),
        ("Alder", "20", "101", "from 0 to 100"),
        ("Nobody", "20", "50", "no client is called “Nobody”"),
        ("Dogwood", "20", "50", "no fees or no hours of Dogwood"),
        ("Elm", "20", "50", "no other client has fees and hours in USD"),
    ] {
        let said = desk.refuses(&["price-cut", "--client", client, "--cut", cut, "--filled", filled]);
        assert!(said.contains(names), "{cut} % for {client}: the sentence says “{names}”: {said}");
    }
}

#[test]
fn renewals_have_their_days_decisions_and_letters() {
    let desk = practice();
    let said = desk.does(&["renewals"]);
    assert_eq!(said, "Nothing ends or renews itself in the next twelve months.\n", "nothing is agreed");
    desk.add(
        "engagement|client=Alder|title=Retainer|agreed_on=2026-01-10|term_ends_on=2027-07-31|renews_by_months=12|\
         notice.count=1|notice.unit=months",
    );
    desk.add("engagement|client=Birch|title=Advice|agreed_on=2026-01-10");
    desk.add("engagement|client=Cedar|title=Reports|agreed_on=2026-01-10|term_ends_on=2028-07-31");
    let view = desk.json(&["renewals"]);
    let months = view["months"].as_array().expect("a list");
    assert_eq!(months.len(), 12, "this month and eleven more");
    let july = months.iter().find(|month| month["month"] == "2027-07-01").expect("July is among them");
    let renewal = &july["rows"][0]["renewal"];
    assert_eq!(
        [&renewal["ends_on"], &renewal["notice_by"], &renewal["post_by"]],
        // A month before the last of July; the post takes two working days from Monday on.
        ["2027-07-31", "2027-06-30", "2027-06-28"],
        "the days of the notice: {renewal}"
    );
    check("the fees of Alder", &july["rows"][0]["fees"], 1_000_000.0);
    assert_eq!(view["open"][0]["client_name"], "Birch", "what has no end stands apart");
    let said = desk.does(&["renewals"]);
    assert!(said.contains("1 is undecided. The first is Alder’s: decide by 28 Jun 2027."), "{said}");
    assert!(said.contains("31 Jul 2027, renews itself"), "whether it renews itself: {said}");
    assert!(said.contains("Without an end: “Advice” of Birch"), "{said}");
    assert!(!said.contains("Reports"), "what ends later is left out: {said}");
    desk.add("decision|client=Alder|engagement=Retainer|on=2026-11-20|what=part|reason=out_of_balance");
    let said = desk.does(&["renewals"]);
    assert!(
        said.starts_with("1 agreement ends or renews itself within twelve months, and it is decided."),
        "{said}"
    );
    assert!(said.contains("part (out of balance)") && said.contains("renewal_refusal: to write"), "{said}");
}

#[test]
fn what_parting_costs_and_frees_is_counted() {
    let desk = practice();
    desk.add("deliverable|client=Alder|title=Audit|due_on=2026-12-01");
    desk.add("attention|client=Alder|on=2026-05-04|minutes=8:00|what=Calls");
    desk.add("conversation|client=Alder|on=2026-10-05|asked=What is missing?|explained=What fits in a month");
    let view = desk.json(&["decide", "--client", "Alder"]);
    check("the income", &view["costs"]["income"], 1_000_000.0);
    check("its share", &view["costs"]["income_share"], 0.5);
    check("what is not paid", &view["costs"]["open_invoices"], 200_000.0);
    // 100 hours of work and 8 of attention, at 115.
    check("the hours a month", &view["frees"]["hours_a_month"], 9.0);
    check("their worth a year", &view["frees"]["worth_a_year"], 1_242_000.0);
    let lines = view["lines"].as_array().expect("a list");
    let done: Vec<(&str, bool)> =
        lines.iter().map(|line| (line["step"].as_str().expect("a name"), line["done"] == true)).collect();
    assert_eq!(
        done,
        [
            ("own_side", true),
            ("asked", true),
            ("listened", true),
            ("explained", true),
            ("changed", false),
            ("told_needs", false),
            ("offered_change", false)
        ],
        "the steps that are on record"
    );
    let said = desk.does(&["decide", "--client", "Alder"]);
    for line in [
        "Alder: Too early to say. This informs, and never blocks.",
        "Parting costs 10,000.00 EUR a year, 50 % of your income in EUR.",
        "In progress: “Audit”.",
        "Not paid yet: 2,000.00 EUR.",
        "It frees 9.0 hours a month, worth 12,420.00 EUR a year at 115.00 EUR an hour, the median of the others.",
        "Letters that can follow: our_way",
    ] {
        assert!(said.contains(line), "“{line}” is said: {said}");
    }
    desk.add("deliverable|client=Alder|title=Plan|due_on=2026-11-01");
    let said = desk.does(&["decide", "--client", "Alder"]);
    assert!(said.contains("1 still open"), "what is late on our side is named first: {said}");
    assert!(
        desk.refuses(&["decide", "--client", "Nobody"]).contains("“Nobody”"),
        "an unknown client is named"
    );
}
