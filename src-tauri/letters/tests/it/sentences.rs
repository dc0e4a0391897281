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
    check(
        vec![delivery("Report", None)],
        " You will have the report before our agreement ends.",
        "one without a day",
    );
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
        " You will have the report, which was due on 20 October.",
        "one that is overdue",
    );
    check(
        vec![delivery("Report", Some("2028-01-20"))],
        " After our agreement has ended you will still have the report by 20 January 2028.",
        "one after the end, with its year",
    );
    check(
        vec![delivery("Year-end report", Some("2027-01-20")), delivery("Cash-flow model", None)],
        " You will have the year-end report by 20 January and the cash-flow model before our agreement ends.",
        "one without a day is not promised for the day of another",
    );
    check(
        vec![delivery("Q3 report", Some("2025-10-15")), delivery("Budget", Some("2026-09-01"))],
        " You will have the Q3 report, which was due on 15 October 2025, and the budget, which was due on \
         1 September 2026.",
        "a clause closes with its comma, and a year that is needed once stands twice",
    );
    check(
        vec![delivery("Interim report", Some("2026-10-02")), delivery("Tax return", Some("2026-10-02"))],
        " You will have the interim report and the tax return, which were due on 2 October.",
        "two overdue on one day",
    );
}

#[test]
fn a_year_is_written_where_it_could_be_misread() {
    let spec = renewal_with(|facts| {
        facts.end_date = Some(day("2028-01-31"));
        if let Some(notice) = &mut facts.notice {
            notice.next_end = Some(day("2029-01-31"));
        }
    });
    let text = part(&spec, Part::StillDelivered);
    assert!(text.contains("by 20 January 2027."), "the end lies more than a year ahead: {text}");
    assert!(text.contains("By 29 January 2027 I will"), "so does the handover: {text}");
    assert_eq!(
        part(&spec, Part::Invoices),
        "Invoice 2026-034 for €4,800 falls due on 15 January 2027.",
        "and the invoice"
    );
}

#[test]
fn a_late_notice_names_the_next_end() {
    let check = |change: fn(&mut kindly_letters::Notice), uk: &str, why: &str| {
        let mut spec = renewal_with(|facts| {
            facts.notice_override_confirmed = true;
            if let Some(notice) = &mut facts.notice {
                change(notice);
            }
        });
        spec.date = day("2026-12-05");
        let text = part(&spec, Part::Notice);
        assert!(text.ends_with(uk), "{why}: {text}");
    };
    check(|_| (), "It ends on 31 January 2027 or, failing that, on 31 January 2028.", "late");
    check(|notice| notice.next_end = None, "It ends on 31 January 2027.", "no next end is known");
    check(|notice| notice.last_day = day("2026-12-05"), "It ends on 31 January 2027.", "in time");
}

#[test]
fn a_handover_after_the_end_says_so() {
    let spec = renewal_with(|facts| facts.handover_by = Some(day("2027-02-05")));
    let text = part(&spec, Part::Handover);
    let said = "After our agreement has ended, by 5 February 2027 I will send you all your files,";
    assert!(text.contains(said), "not until the end: {text}");
}

#[test]
fn subjects_and_papers_are_said_as_people_say_them() {
    let check = |subject: &str, subject_line: &str, first: &str| {
        let spec = decline_with(|facts| facts.subject = Some(subject.to_owned()));
        let draft = compose(&spec).expect("the facts are complete");
        assert_eq!(draft.subject, subject_line, "{subject}");
        assert_eq!(draft.paragraphs[0].text, format!("{first} I am not able to take it on."), "{subject}");
    };
    check(
        "Japan pricing",
        "Your enquiry “Japan pricing”",
        "Thank you for your enquiry “Japan pricing” of 9 November.",
    );
    check(
        "Could you review our pricing?",
        "Your enquiry “Could you review our pricing?”",
        "Thank you for your enquiry “Could you review our pricing?” of 9 November.",
    );
    check(
        "Help with VAT",
        "Your enquiry about help with VAT",
        "Thank you for your enquiry of 9 November about help with VAT.",
    );
    for (called, owed, expected) in [
        (None, false, "The papers you sent come back with this letter."),
        (Some("the brief"), false, "The brief you sent comes back with this letter."),
        (
            Some("Brief and 2 invoices"),
            true,
            "You owe nothing for our call, and the brief and 2 invoices you sent come back with this letter.",
        ),
    ] {
        let spec = decline_with(|facts| {
            facts.papers = kindly_letters::Papers::Returned;
            facts.papers_called = called.map(str::to_owned);
            facts.nothing_owed = owed;
        });
        assert_eq!(part(&spec, Part::Papers), expected, "{called:?}");
    }
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
        "Invoice 7 for €4,800 falls due on 15 January 2027, and invoice 8 for €0.99 on 1 February 2027.",
        "two, in the order of their days; one after the end gives its year to both",
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
    check(&[("Aiko Tanaka", None)], "Aiko Tanaka works in this field.");
    check(&[("Aiko Tanaka", None), ("Ben Hale", Some(" "))], "Aiko Tanaka and Ben Hale work in this field.");
    check(&[("Aiko Tanaka", Some("pricing"))], "Aiko Tanaka works in pricing.");
    check(
        &[("Aiko Tanaka", Some("pricing")), ("Ben Hale", None), ("Chidi Eze", Some("pricing"))],
        "Ben Hale works in this field, and Aiko Tanaka and Chidi Eze work in pricing.",
    );
    check(
        &[("Aiko Tanaka", Some("Pricing")), ("Ben Hale", Some("pricing"))],
        "Aiko Tanaka and Ben Hale work in pricing.",
    );
    let renewal = renewal_with(|facts| facts.referral = Some(referral(&["Zoë Müller"])));
    let text = part(&renewal, Part::Referral);
    assert!(text.starts_with("Zoë Müller does work of this kind."), "a renewal names no field: {text}");
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
