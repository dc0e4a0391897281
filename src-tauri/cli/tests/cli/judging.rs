//! Offering or fit, verdicts by month, what would change one, and other bars of the method.
use serde_json::Value;

use crate::typed::Desk;

const HALDEN: [&str; 2] = ["--client", "Halden & Co"];

fn list<'a>(view: &'a Value, key: &str) -> &'a [Value] {
    view[key].as_array().unwrap_or_else(|| panic!("{key} is a list: {view}"))
}

#[test]
fn offering_or_fit_is_answered_with_its_themes() {
    let desk = Desk::with_sample();
    let view = desk.json(&["offering"]);
    assert_eq!(view["offering_problem"], true, "the sample's offering is looked at first");
    let shared: Vec<&Value> = list(&view, "themes").iter().filter(|theme| theme["shared"] == true).collect();
    assert_eq!(shared.len(), 1, "one theme is shared");
    assert_eq!(shared[0]["theme"], "report unclear", "and it comes with its spelling");
    let complaints: u64 = list(shared[0], "cells").iter().filter_map(|cell| cell["after_met"].as_u64()).sum();
    let records: usize = list(shared[0], "cells").iter().map(|cell| list(cell, "records").len()).sum();
    assert_eq!((complaints, records), (5, 5), "each complaint is counted once, and there to be opened");
    for chart in ["delivery", "standing"] {
        assert!(!list(&view[chart], "rows").is_empty(), "a table stands behind {chart}");
    }
    let said = desk.does(&["offering"]);
    assert!(said.starts_with("Look at the offering first: "), "the answer is the first line: {said}");
    for line in [
        "what they share is “report unclear”.",
        "“report unclear”: 4 of 6 clients who complain after work you met say this: more than chance explains",
        "  after work you met: Fjord & Field 1, Kallisto Marine 1, Ostrava Tech 1, Tamar Foods 2",
        "  after a miss: Borealis Labs 3",
        "“direction”: one client says this: that is no pattern",
        "What you change:",
    ] {
        assert!(said.contains(line), "“{line}” is said: {said}");
    }
    assert!(said.find("Waits").is_none(), "what waits is told by trust");
}

#[test]
fn our_own_side_comes_before_any_client() {
    let desk = Desk::new();
    for client in ["Alder", "Birch", "Cedar"] {
        desk.add(&format!("client|name={client}"));
    }
    for day in [1, 2] {
        desk.add(&format!("request|client=Alder|on=2026-10-0{day}|what=One page more"));
    }
    let said = desk.does(&["offering"]);
    let sentence = "1 of the 3 clients you work with asks for more than was agreed: your box may be too small for what they need.";
    assert!(said.starts_with(sentence), "a third ask for extras, and that is said first: {said}");
    assert!(said.contains("too early to tell"), "then the answer: {said}");
    assert_eq!(
        desk.json(&["offering"])["before"],
        serde_json::json!([{ "key": "many_ask_for_extras", "clients": 1, "of": 3 }]),
        "and as JSON"
    );
}

#[test]
fn a_verdict_is_told_month_by_month() {
    let desk = Desk::with_sample();
    let typed = [&["verdict-history"][..], &HALDEN].concat();
    let view = desk.json(&typed);
    let months = list(&view, "months");
    assert_eq!(months[0]["day"], "2026-11-22", "today comes first");
    assert_eq!(months[1]["day"], "2026-10-31", "then the ends of the months");
    let verdicts = desk.json(&["verdicts"]);
    let now = list(&verdicts, "clients").iter().find(|client| client["name"] == "Halden & Co");
    assert_eq!(
        months[0]["verdict"],
        now.expect("they are judged")["verdict"],
        "today's is the verdict of now"
    );
    let changes = months.windows(2).filter(|pair| pair[0]["verdict"] != pair[1]["verdict"]).count();
    let marked = months.iter().filter(|month| month["changed"] == true).count();
    assert_eq!(marked, changes, "each change is marked, and nothing else");
    let said = desk.does(&typed);
    assert!(said.lines().nth(1).is_some_and(|line| line.starts_with("22 Nov 2026  Never happy")), "{said}");
    let changed = said.lines().find(|line| line.contains("changed")).expect("it changed once");
    assert!(
        changed.contains("check-in “") && changed.contains("complaint “"),
        "with what moved it: {changed}"
    );
    let said = desk.does(&["verdict-history", "--client", "Okafor Trading"]);
    assert_eq!(said, "There is no verdict on Okafor Trading yet.\n", "a prospect has none");
    let said = desk.refuses(&["verdict-history", "--client", "Nobody"]);
    assert!(said.contains("“Nobody”") && said.contains("check the spelling"), "{said}");
}

#[test]
fn what_would_change_a_verdict_can_be_asked() {
    let desk = Desk::with_sample();
    let ask = |steps: &[&str]| desk.json(&[&["what-if"][..], &HALDEN, steps].concat());
    let good = ["--rating", "csat=4"];
    // verdicts says that three good check-ins would clear the flag.
    let two = ask(&[good, good].concat());
    assert_eq!(
        (&two["now"], &two["then"]),
        (&"never_happy".into(), &"never_happy".into()),
        "two do not: {two}"
    );
    let three = ask(&[good, good, good].concat());
    assert_eq!(three["then"], "watch", "three do: {three}");
    let said = desk.does(&[&["what-if"][..], &HALDEN, &good, &good, &good].concat());
    assert!(said.starts_with("Now: Never happy. Then: Watch.\n"), "{said}");
    assert_eq!(ask(&["--broken", "6"])["now"], "never_happy", "obligations can be asked about");
    assert_eq!(desk.json(&["history"])["entries"].as_array().map(Vec::len), Some(1), "nothing was written");
    for (steps, names) in [
        (&[][..], "--rating csat=4"),
        (&["--rating", "csat=9"], "from 1 to 5"),
        (&["--rating", "stars=4"], "csat=4, nps=8 or ces=6"),
        (&["--rating", "csat=good"], "csat=good"),
        (&["--rating", "csat"], "key=value"),
        (&["--met", "51"], "at most 50"),
        (&["--met", "-1"], "-1"),
        (&["--met", "4294967295", "--missed", "1"], "at most 50"),
    ] {
        let said = desk.refuses(&[&["what-if"][..], &HALDEN, steps].concat());
        assert!(said.contains(names), "{steps:?}: the sentence says “{names}”: {said}");
    }
    let said = desk.refuses(&["what-if", "--client", "Okafor Trading", "--met", "2"]);
    assert!(said.contains("Okafor Trading is still a prospect"), "a prospect is not judged: {said}");
}

#[test]
fn other_bars_are_tried_before_they_are_kept() {
    let desk = Desk::with_sample();
    let said = desk.does(&["method"]);
    assert_eq!(
        said, "With a half-life of 365 days and a delivery bar of 70 % every verdict is as it is now.\n",
        "without a change nothing changes"
    );
    let tried = ["method", "--half-life", "180", "--delivery-bar", "80"];
    let effect = desk.json(&tried);
    assert_eq!(
        (list(&effect, "changes").len(), &effect["unchanged"]),
        (1, &11.into()),
        "of the twelve clients one is judged otherwise: {effect}"
    );
    let said = desk.does(&tried);
    assert!(said.contains("1 verdict changes, and 11 stay."), "{said}");
    assert!(said.contains("Halden & Co: Never happy → Watch"), "{said}");
    assert_eq!(desk.json(&["method"])["half_life_days"], 365, "nothing was kept");
    desk.does(&["add", "profile", "half_life_days=180", "delivery_bar_percent=80"]);
    assert_eq!(desk.json(&["method"])["half_life_days"], 180, "until it is");
    let months = desk.json(&[&["verdict-history"][..], &HALDEN].concat());
    assert_eq!(months["months"][0]["verdict"], "watch", "and then the verdicts follow");
    for (typed, names) in [
        (["method", "--half-life", "89"], "from 90 to 1460"),
        (["method", "--half-life", "1461"], "from 90 to 1460"),
        (["method", "--delivery-bar", "96"], "from 50 to 95"),
        (["method", "--delivery-bar", "most"], "most"),
        (["add", "profile", "half_life_days=2000"], "from 90 to 1460"),
    ] {
        let said = desk.refuses(&typed);
        assert!(said.contains(names), "{typed:?}: the sentence says “{names}”: {said}");
    }
}

#[test]
fn intimidation_does_not_wait_for_statistics() {
    let desk = Desk::new();
    desk.add("client|name=Alder");
    desk.add("incident|client=Alder|on=2026-11-21|what=pressure_on_price|observed=Asked for a fifth off");
    let needs = |desk: &Desk| desk.json(&["needs"])["needs"].as_array().map_or(0, Vec::len);
    let before = needs(&desk);
    desk.add("incident|client=Alder|on=2026-11-22|what=threat|observed=Shouted, and named my home");
    assert_eq!(needs(&desk), before + 1, "a threat is there at once");
    let said = desk.does(&["needs"]);
    let row = said.lines().find(|line| line.contains("Alder")).expect("it names the client");
    assert!(row.to_lowercase().contains("threat") || row.contains("boundary"), "and says what it is: {said}");
}
