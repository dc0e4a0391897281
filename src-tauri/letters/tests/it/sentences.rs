//! Single sentences, where the number of things decides how they are said.

use crate::samples::{day, decline_with, delivery, invoice, money, referral, renewal_with};
use kindly_letters::{Delivery, Invoice, LetterSpec, Part, ReferredPerson, compose};

fn part(spec: &LetterSpec, part: Part) -> String {
    let draft = compose(spec).expect("the facts are complete");
    let found = draft.paragraphs.iter().find(|paragraph| paragraph.parts.contains(&part));
    found.map(|paragraph| paragraph.text.clone()).unwrap_or_default()
}

#[test]
fn deliverables_are_said_by_their_number() {
    let check = |things: Vec<Delivery>, expected: &str, why: &str| {
        let spec = renewal_with(|facts| {
            facts.still_to_deliver = things;
            facts.handover_by = Some(day("2027-01-29"));
        });
        let text = part(&spec, Part::StillDelivered);
        let (said, _) = text.split_once(" By 29 January").expect("the handover follows");
        assert_eq!(said, format!("Until then I will work as agreed.{expected}"), "{why}");
    };
    check(vec![], "", "none");
    check(vec![delivery("Report", None)], " You will have the report before then.", "one without a day");
    check(
        vec![delivery("B plan", Some("2027-01-20")), delivery("A plan", Some("2027-01-05"))],
        " You will have a plan by 5 January and the B plan by 20 January.",
        "two, in the order of their days",
    );
    check(
        vec![delivery("Report", Some("2027-01-20")), delivery("Summary", Some("2027-01-20"))],
        " You will have the report and the summary by 20 January.",
        "two on one day share it",
    );
    check(
        vec![delivery("Report", Some("2026-10-20"))],
        " You will have the report, due since 20 October.",
        "one that is overdue",
    );
    check(
        vec![delivery("Report", Some("2028-01-20"))],
        " You will have the report by 20 January 2028.",
        "a year that does not go without saying",
    );
}

#[test]
fn invoices_are_said_by_their_number() {
    let check = |invoices: Vec<Invoice>, expected: &str, why: &str| {
        let spec = renewal_with(|facts| facts.invoices = invoices);
        assert_eq!(part(&spec, Part::Invoices), expected, "{why}");
    };
    check(vec![], "", "none: nothing is said of money");
    check(vec![invoice("7", 480_000, "2027-01-15")], "Invoice 7 for €4,800 falls due on 15 January.", "one");
    check(
        vec![invoice("8", 99, "2027-02-01"), invoice("7", 480_000, "2027-01-15")],
        "Invoice 7 for €4,800 falls due on 15 January, and invoice 8 for €0.99 on 1 February.",
        "two, in the order of their days",
    );
    check(
        vec![invoice("5", 10_000, "2026-10-01"), invoice("6", 20_000, "2026-10-31")],
        "Invoice 5 for €100 fell due on 1 October, and invoice 6 for €200 on 31 October; they are still open.",
        "two that are overdue",
    );
    check(
        vec![Invoice {
            number: "7".to_owned(),
            amount: Some(money(480_000, "CHF")),
            due: Some(day("2026-11-10")),
        }],
        "Invoice 7 for CHF 4,800 falls due on 10 November.",
        "due on the very day is not overdue",
    );
}

#[test]
fn others_are_named_by_their_field() {
    let check = |people: &[(&str, Option<&str>)], expected: &str| {
        let mut others = referral(&[]);
        others.people = people
            .iter()
            .map(|(name, field)| ReferredPerson { name: (*name).to_owned(), field: field.map(str::to_owned) })
            .collect();
        let spec = decline_with(|facts| facts.referral = Some(others));
        let text = part(&spec, Part::Referral);
        let said = text.split(" Please judge").next().expect("a text begins somewhere");
        assert_eq!(said, expected, "{people:?}");
    };
    check(&[], "");
    check(&[("Aiko Tanaka", None)], "Aiko Tanaka works in this field.");
    check(&[("Aiko Tanaka", None), ("Ben Hale", Some(" "))], "Aiko Tanaka and Ben Hale work in this field.");
    check(&[("Aiko Tanaka", Some("pricing"))], "Aiko Tanaka works in pricing.");
    check(
        &[("Aiko Tanaka", Some("pricing")), ("Ben Hale", None), ("Chidi Eze", Some("pricing"))],
        "Aiko Tanaka and Chidi Eze work in pricing, and Ben Hale works in this field.",
    );
}

#[test]
fn parts_stand_in_the_order_of_their_kind() {
    let order = |spec: &LetterSpec| -> Vec<Part> {
        let draft = compose(spec).expect("the facts are complete");
        draft.paragraphs.into_iter().flat_map(|paragraph| paragraph.parts).collect()
    };
    let renewal = renewal_with(|facts| facts.referral = Some(referral(&["Aiko Tanaka"])));
    assert_eq!(
        order(&renewal),
        [
            Part::Notice,
            Part::Thanks,
            Part::StillDelivered,
            Part::Handover,
            Part::Referral,
            Part::Invoices,
            Part::ConfirmReceipt,
            Part::GoodWishes
        ],
        "the end first, thanks after it"
    );
    let decline = decline_with(|facts| facts.time_may_matter = true);
    assert_eq!(
        order(&decline),
        [
            Part::Decline,
            Part::Reason,
            Part::TimeMayMatter,
            Part::NothingOwed,
            Part::Papers,
            Part::Referral,
            Part::GoodWishes
        ],
        "thanks and decline first"
    );
    let plain = decline_with(|facts| {
        facts.reason_line = None;
        facts.nothing_owed = false;
        facts.papers = kindly_letters::Papers::None;
        facts.referral = None;
    });
    assert_eq!(order(&plain), [Part::Decline, Part::GoodWishes], "no reason by default");
}

#[test]
fn every_fact_shown_leads_to_its_record() {
    let spec = renewal_with(|facts| {
        facts.still_to_deliver =
            vec![delivery("Report", Some("2027-01-20")), delivery("Plan", Some("2026-12-20"))];
    });
    let draft = compose(&spec).expect("the facts are complete");
    let text: String = draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    for fact in &draft.facts {
        assert!(text.contains(&fact.wording), "{fact:?} stands in the words as noted");
    }
    let plan = draft.facts.iter().find(|fact| fact.wording == "the plan").expect("the plan is noted");
    assert_eq!(plan.index, 1, "by its place in the spec, not in the sentence");
}
