//! What cannot be written, and the one sentence that says so.

use crate::samples::{day, decline, decline_with, delivery, invoice, referral, renewal, renewal_with};
use kindly_letters::{EnterIn, FactKey, LetterError, LetterSpec, compose};

fn fault(spec: &LetterSpec) -> LetterError {
    compose(spec).expect_err("the facts of this test are faulty")
}

fn check(spec: &LetterSpec, expected: &str) {
    let error = fault(spec);
    assert_eq!(error.to_string(), expected, "one sentence that names the item and the mend");
}

#[test]
fn a_missing_fact_is_named_with_the_place_to_enter_it() {
    check(
        &renewal_with(|facts| facts.end_date = None),
        "the letter cannot be written without the end date (enter it at the engagement: facts.end_date)",
    );
    check(
        &decline_with(|facts| facts.subject = Some("  ".to_owned())),
        "the letter cannot be written without the subject of the enquiry (enter it at the enquiry: facts.subject)",
    );
    let mut nobody = decline();
    nobody.recipient = kindly_letters::Recipient::default();
    nobody.sender.name = " ".to_owned();
    check(
        &nobody,
        "the letter cannot be written without the sender's name (enter it in the settings: sender.name) and the \
         recipient's name or company (enter it at the client: recipient.family_name or recipient.company)",
    );
}

#[test]
fn every_must_have_is_asked_for() {
    let asked = |spec: &LetterSpec| match fault(spec) {
        LetterError::MissingFacts(missing) => missing,
        other => panic!("expected missing facts, found: {other}"),
    };
    let check = |spec: LetterSpec, key: FactKey, place: EnterIn| {
        let missing = asked(&spec);
        assert_eq!(missing.len(), 1, "only {key:?} is missing: {missing:?}");
        assert_eq!((missing[0].key, missing[0].enter_in), (key, place), "{key:?} and its place");
    };
    check(renewal_with(|facts| facts.agreement_date = None), FactKey::AgreementDate, EnterIn::Engagement);
    check(renewal_with(|facts| facts.end_date = None), FactKey::EndDate, EnterIn::Engagement);
    check(renewal_with(|facts| facts.notice = None), FactKey::Notice, EnterIn::Engagement);
    let untitled = |title: &str| vec![delivery(title, None)];
    check(
        renewal_with(|facts| facts.still_to_deliver = untitled(" ")),
        FactKey::Delivery,
        EnterIn::Deliverable,
    );
    check(renewal_with(|facts| facts.invoices[0].number.clear()), FactKey::InvoiceNumber, EnterIn::Invoice);
    check(renewal_with(|facts| facts.invoices[0].amount = None), FactKey::InvoiceAmount, EnterIn::Invoice);
    check(renewal_with(|facts| facts.invoices[0].due = None), FactKey::InvoiceDue, EnterIn::Invoice);
    check(decline_with(|facts| facts.enquiry_date = None), FactKey::EnquiryDate, EnterIn::Enquiry);
    check(decline_with(|facts| facts.subject = None), FactKey::EnquirySubject, EnterIn::Enquiry);
    let passed_on = decline_with(|facts| {
        let mut others = referral(&["Aiko Tanaka"]);
        others.client_details_passed_on = true;
        facts.referral = Some(others);
    });
    check(passed_on, FactKey::ClientConsent, EnterIn::Letter);
    let without_notice = renewal_with(|facts| {
        facts.notice = None;
        facts.notice_override_confirmed = true;
    });
    assert!(compose(&without_notice).is_ok(), "a confirmed override stands in for the notice date");
}

#[test]
fn a_notice_that_is_late_names_the_ways_that_remain() {
    let mut late = renewal();
    late.date = day("2026-12-01");
    check(
        &late,
        "the last day of notice was 2026-11-30 and the letter is dated 2026-12-01: agree on an end together, offer new \
         terms, use another clause, or give notice now for the next end, 2028-01-31; to send it all the same, confirm it \
         (facts.notice_override_confirmed)",
    );
    late.date = day("2026-11-30");
    assert!(compose(&late).is_ok(), "the last day itself is not late");
    let mut confirmed = renewal_with(|facts| facts.notice_override_confirmed = true);
    confirmed.date = day("2026-12-01");
    assert!(compose(&confirmed).is_ok(), "the user may confirm");
}

#[test]
fn dates_that_cannot_both_be_right_are_refused() {
    check(
        &renewal_with(|facts| facts.end_date = Some(day("2026-11-09"))),
        "the end date (2026-11-09) is before the date of the letter (2026-11-10): correct one of the two \
         (facts.end_date or date)",
    );
    check(
        &renewal_with(|facts| facts.end_date = Some(day("2024-02-29"))),
        "the end date (2024-02-29) is before the date of the agreement (2024-03-01): correct one of the two \
         (facts.end_date or facts.agreement_date)",
    );
    check(
        &renewal_with(|facts| facts.agreement_date = Some(day("2026-11-11"))),
        "the date of the letter (2026-11-10) is before the date of the agreement (2026-11-11): correct one of the two \
         (date or facts.agreement_date)",
    );
    check(
        &renewal_with(|facts| facts.handover_by = Some(day("2026-11-09"))),
        "the date of the handover (2026-11-09) is before the date of the letter (2026-11-10): correct one of the two \
         (facts.handover_by or date)",
    );
    check(
        &renewal_with(|facts| facts.final_invoice_by = Some(day("2026-11-09"))),
        "the date of the final invoice (2026-11-09) is before the date of the letter (2026-11-10): correct one of the \
         two (facts.final_invoice_by or date)",
    );
    let with_notice = |change: fn(&mut kindly_letters::Notice)| {
        renewal_with(|facts| {
            if let Some(notice) = &mut facts.notice {
                change(notice);
            }
        })
    };
    check(
        &with_notice(|notice| notice.last_day = day("2027-02-01")),
        "the end date (2027-01-31) is before the last day of notice (2027-02-01): correct one of the two \
         (facts.end_date or facts.notice.last_day)",
    );
    check(
        &with_notice(|notice| notice.last_safe_posting_day = Some(day("2026-12-01"))),
        "the last day of notice (2026-11-30) is before the last safe posting day (2026-12-01): correct one of the two \
         (facts.notice.last_day or facts.notice.last_safe_posting_day)",
    );
    check(
        &with_notice(|notice| notice.next_end = Some(day("2027-01-30"))),
        "the next end date (2027-01-30) is before the end date (2027-01-31): correct one of the two \
         (facts.notice.next_end or facts.end_date)",
    );
    check(
        &decline_with(|facts| facts.enquiry_date = Some(day("2026-11-11"))),
        "the date of the letter (2026-11-10) is before the date of the enquiry (2026-11-11): correct one of the two \
         (date or facts.enquiry_date)",
    );
}

#[test]
fn amounts_and_names_have_their_bounds() {
    check(
        &renewal_with(|facts| facts.invoices = vec![invoice("7", -500, "2027-01-15")]),
        "invoice 7 is for −€5: an invoice in a letter needs an amount above zero (facts.invoices)",
    );
    check(
        &decline_with(|facts| facts.referral = Some(referral(&["A", "B", "C", "D"]))),
        "the referral names 4 people: name one to three (facts.referral.people)",
    );
    check(
        &decline_with(|facts| facts.referral = Some(referral(&[]))),
        "facts.referral.people: nobody is named: name one to three, or leave the referral out",
    );
    check(
        &decline_with(|facts| facts.referral = Some(referral(&["Ben Hale", " "]))),
        "facts.referral.people[1].name: the name is empty: write it, or take this person out",
    );
    check(
        &decline_with(|facts| facts.referral = Some(referral(&["Ben Hale", "ben hale "]))),
        "facts.referral.people[1].name: this person is named twice: take one of the two out",
    );
    check(
        &renewal_with(|facts| facts.still_to_deliver = vec![delivery(&"long ".repeat(61), None)]),
        "facts.still_to_deliver[0].title: 305 characters are more than the 300 that fit: shorten it",
    );
    check(
        &renewal_with(|facts| facts.final_invoice_by = Some(day("2999-01-01"))),
        "facts: the year of 2999-01-01 lies outside 1900 to 2199: correct it",
    );
    check(
        &decline_with(|facts| facts.subject = Some(".".to_owned())),
        "the letter cannot be written without the subject of the enquiry (enter it at the enquiry: facts.subject)",
    );
}
