//! Every kind of record, through everything that can be done with one: in the order in which one can name another.
use serde_json::Value;

use crate::typed::Desk;

/// What is typed for each kind, a field that is changed, and the same field as the change leaves it.
pub(crate) const KINDS: [(&str, &str, &str); 25] = [
    (
        "client",
        "name=Harbour Dental|contact.family_name=Byrne|people=Ada | Lind | ada@h.example|tags=health, retainer|\
         address=12 Quay Street / Galway|country=IE|currency=EUR|check_in_every_days=60",
        "notes=Marker of the client",
    ),
    (
        "referral-contact",
        "name=Aiko Tanaka|field=pricing|email=aiko@t.example",
        "notes=Marker of the referral",
    ),
    (
        "engagement",
        "client=Harbour Dental|title=Reporting|agreed_on=2026-01-10|term_ends_on=2026-12-31|renews_by_months=12|\
         notice.count=2|fee_model=hourly|rate=95|budget_minutes=40:00",
        "success=Marker of the engagement",
    ),
    (
        "obligation",
        "client=Harbour Dental|title=Topics|due_on=2026-04-07|what=brief|engagement=Reporting",
        "notes=Marker of the obligation",
    ),
    (
        "deliverable",
        "client=Harbour Dental|title=March report|due_on=2026-04-10|delivered_on=2026-04-12|outcome=late|scope=extra|\
         engagement=Reporting|waits_for=Topics",
        "notes=Marker of the deliverable",
    ),
    (
        "enquiry",
        "client=Harbour Dental|received_on=2026-01-02|subject=a website",
        "words=Marker of the enquiry",
    ),
    (
        "check-in",
        "client=Harbour Dental|on=2026-04-13|scale=nps|value=0|person=Ada Lind|deliverable=March report",
        "words=Marker of the check-in",
    ),
    (
        "invoice",
        "client=Harbour Dental|number=2026-014|issued_on=2026-04-01|amount=1,850.50|due_on=2026-05-01",
        "notes=Marker of the invoice",
    ),
    (
        "payment",
        "client=Harbour Dental|invoice=2026-014|on=2026-04-28|amount=1000",
        "reference=Marker of the payment",
    ),
    (
        "time-entry",
        "client=Harbour Dental|on=2026-04-07|seconds=1:30:15|hourly_rate=95|billable=no|deliverable=March report",
        "what=Marker of the time entry",
    ),
    (
        "concession",
        "client=Harbour Dental|on=2026-04-08|what=10% off|amount=185 EUR|minutes=1:30|initiative=they_asked",
        "reason=Marker of the concession",
    ),
    (
        "incident",
        "client=Harbour Dental|on=2026-04-10|what=pressure_on_price|observed=Asked three times|review_on=2027-04-10",
        "other_reading=Marker of the incident",
    ),
    (
        "complaint",
        "client=Harbour Dental|on=2026-04-11|theme=late replies|cause=shared|answered_on=2026-04-12",
        "words=Marker of the complaint",
    ),
    (
        "praise",
        "client=Harbour Dental|on=2026-04-12|words=Lovely|person=Ada Lind",
        "words=Marker of the praise",
    ),
    (
        "conversation",
        "client=Harbour Dental|on=2026-04-14|asked=Why late?|explained=The brief came late",
        "changed=Marker of the conversation",
    ),
    (
        "request",
        "client=Harbour Dental|on=2026-04-15|what=A poster too|answer=declined|answered_on=2026-04-16|worth=400",
        "notes=Marker of the request",
    ),
    ("attention", "client=Harbour Dental|on=2026-04-16|minutes=45m", "what=Marker of the attention"),
    (
        "decision",
        "client=Harbour Dental|on=2026-04-17|what=raise_the_price|reason=costs_more_attention_than_it_returns",
        "notes=Marker of the decision",
    ),
    (
        "ending",
        "client=Harbour Dental|on=2026-11-20|ended_by=both|reason=fit|enquiry=a website",
        "words=Marker of the ending",
    ),
    (
        "document",
        "client=Harbour Dental|on=2026-01-10|title=Contract|file=/home/me/contract.pdf",
        "notes=Marker of the document",
    ),
    (
        "template",
        "client=Harbour Dental|what=deliverable|title={month} report|first_due_on=2026-12-01|every_months=1",
        "title=Marker of the template",
    ),
    (
        "improvement",
        "theme=late replies|what=A call every first Monday|from=2026-05-01|done_on=2026-05-04",
        "notes=Marker of the improvement",
    ),
    (
        "check-in-request",
        "client=Harbour Dental|on=2026-04-20|scale=nps|deliverable=March report",
        "person=Marker of the request for a check-in",
    ),
    (
        "fit-criterion",
        "name=Names one person who decides|weighs=must_have|weight=2|question=Who decides?|\
         offer=You name one person who decides.|learnt_from=Halden & Co",
        "question=Marker of the criterion",
    ),
    ("snooze", "need=own_record|until=2026-12-01|reason=later", "reason=Marker of the snooze"),
];

pub(crate) fn pairs(typed: &'static str) -> Vec<&'static str> {
    // People have bars of their own, with blanks around them.
    let mut pairs: Vec<&str> = Vec::new();
    let mut start = 0;
    for (place, _) in typed.match_indices('|') {
        if &typed[place - 1..place] != " " {
            pairs.push(&typed[start..place]);
            start = place + 1;
        }
    }
    pairs.push(&typed[start..]);
    pairs
}

/// A ledger with one record of every kind, and their ids.
pub(crate) fn full() -> (Desk, Vec<(&'static str, String)>) {
    let desk = Desk::new();
    let add = |(kind, typed, _): &(&'static str, &'static str, &'static str)| {
        let typed: Vec<&str> = ["add", kind].into_iter().chain(pairs(typed)).collect();
        let done = desk.json(&typed);
        (*kind, done["id"].as_str().expect("what was added has an id").to_owned())
    };
    let ids = KINDS.iter().map(add).collect();
    (desk, ids)
}

fn record(desk: &Desk, id: &str) -> Value {
    desk.json(&["show", id])["record"].clone()
}

#[test]
fn every_kind_can_be_added_changed_taken_back_and_found() {
    let (desk, ids) = full();
    for ((kind, id), (_, typed, change)) in ids.iter().zip(KINDS) {
        let before = record(&desk, id);
        assert_eq!(before["kind"], kind.replace('-', "_"), "it is there under its kind");
        let shown = desk.does(&["show", id]);
        for pair in pairs(typed) {
            let key = pair.split('=').next().expect("a pair has a key");
            assert!(shown.contains(&format!("\n{key}=")), "a {kind} shows its {key}: {shown}");
        }
        desk.does(&["edit", id, change]);
        let after = record(&desk, id);
        assert_ne!(after, before, "a {kind} can be changed");
        let marker = change.split('=').nth(1).expect("a change has a value");
        if *kind != "snooze" {
            let found = desk.json(&["find", marker]);
            let hits = found["found"].as_array().expect("a list");
            assert!(hits.iter().any(|hit| hit["id"] == **id), "a {kind} is found by its words: {found}");
        }
        assert!(desk.does(&["undo"]).starts_with("Taken back: Changed"), "undo says what it takes back");
        assert_eq!(record(&desk, id), before, "a {kind} is as it was before");
        desk.does(&["redo"]);
        assert_eq!(record(&desk, id), after, "and changed again");
        let listed = desk.json(&["list", kind]);
        assert_eq!(listed["records"][0]["id"], **id, "a {kind} is listed: {listed}");
        assert!(desk.does(&["list", kind]).contains(id.as_str()), "with its id");
        desk.does(&["remove", id]);
        assert!(desk.refuses(&["show", id]).contains(id.as_str()), "a {kind} can be removed");
        desk.does(&["undo"]);
        assert_eq!(record(&desk, id), after, "and comes back");
    }
    assert_eq!(desk.json(&["check"])["sound"], true, "the ledger is whole after all of it");
}

#[test]
fn several_records_are_changed_and_removed_alike() {
    let (desk, ids) = full();
    let of = |kind: &str| ids.iter().find(|(of, _)| *of == kind).expect("each kind is there").1.as_str();
    let first = of("deliverable");
    let copy = desk.json(&["duplicate", first, "title=April report", "due_on=2026-12-10"]);
    let second = copy["id"].as_str().expect("it has an id");
    let copied = record(&desk, second);
    assert_eq!(
        [&copied["title"], &copied["outcome"], &copied["scope"]],
        ["April report", "pending", "extra"],
        "the same facts, without what came of them, and with what was given: {copied}"
    );
    let said = desk.does(&["edit", first, second, "notes=together"]);
    assert_eq!(said, "Changed: 2 deliverables.\n", "both at once");
    for id in [first, second] {
        assert_eq!(record(&desk, id)["notes"], "together", "each is changed");
    }
    desk.does(&["undo"]);
    assert_eq!(record(&desk, second)["notes"], "", "in one step");
    for (typed, names) in [
        (&["edit", first][..], "outcome=met"),
        (&["edit", "notes=x"], "outcome=met"),
        (&["edit", "soon", "notes=x"], "an id, or key=value"),
        (&["edit", first, "colour=red"], "colour"),
        (&["edit", first, "due_on="], "due"),
        (&["edit", first, of("invoice"), "notes=x"], "(deliverable)"),
        (&["remove", first, of("invoice")], "(invoice)"),
        (&["duplicate", of("client")], "Harbour Dental"),
    ] {
        let said = desk.refuses(typed);
        assert!(said.contains(names), "{typed:?}: the sentence says “{names}”: {said}");
    }
    assert_eq!(desk.does(&["remove", first, second]), "Removed: 2 deliverables.\n", "and removed at once");
    let said = desk.does(&["list", "deliverable"]);
    assert_eq!(said, "There is no deliverable yet.\n", "none is left");
}

#[test]
fn a_line_records_what_it_says() {
    let (desk, _) = full();
    let said = desk.does(&["line", "harbour", "csat", "2", "\"not what we had in mind\"", "yesterday"]);
    assert!(said.contains("CSAT 2") && said.contains("Harbour Dental"), "it says what it recorded: {said}");
    let listed = desk.json(&["list", "check-in", "--client", "harbour dental"]);
    let records = listed["records"].as_array().expect("a list");
    let recorded = records.iter().find(|line| line["record"]["on"] == "2026-11-21").expect("it is there");
    assert_eq!(recorded["record"]["words"], "not what we had in mind", "with the words: {listed}");
    let said = desk.refuses(&["line", "harbour", "csat", "nine"]);
    assert!(!said.is_empty(), "what is not clear is asked for");
    let asked = [
        ("deliver audit", "the day it is due: add it, such as `by friday`"),
        ("ended", "who ended it: add `by them`, `by us`, `by both` or `work done`"),
    ];
    for (line, mend) in asked {
        let said = desk.refuses(&["line", "harbour", line]);
        assert!(said.contains(mend), "{line:?} is told what it lacks, in words of a line: {said}");
    }
    assert_eq!(desk.json(&["list", "check-in"])["records"].as_array().map(Vec::len), Some(2), "not recorded");
}
