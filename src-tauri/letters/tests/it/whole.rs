//! Whole letters and e-mails, as snapshots: read them when they change.

use crate::samples::{american, decline, decline_with, delivery, invoice, referral, renewal, renewal_with};
use kindly_letters::{LetterSpec, NoticeForm, Papers, ProspectReason, ReferredPerson, RenewalReason, Thanks};
use kindly_letters::{as_email, compose};

fn letter(spec: &LetterSpec) -> String {
    let draft = compose(spec).expect("the facts are complete");
    let text: Vec<&str> = draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    format!("{}\n\n{}\n\n{}\n\n{}", draft.subject, draft.salutation, text.join("\n\n"), draft.closing)
}

fn email(spec: &LetterSpec) -> String {
    let email = as_email(spec, &compose(spec).expect("the facts are complete"));
    format!("Subject: {}\n\n{}", email.subject, email.body)
}

fn everything() -> LetterSpec {
    renewal_with(|facts| {
        facts.engagement = Some("Quarterly reporting".to_owned());
        facts.reason = Some(RenewalReason::OtherField);
        facts.thanks = Thanks::Since;
        facts.still_to_deliver = vec![
            delivery("Year-end report", Some("2027-01-20")),
            delivery("Cash forecast", Some("2026-12-15")),
            delivery("Q3 dashboard", Some("2026-10-20")),
        ];
        facts.invoices = vec![
            invoice("2026-030", 90_050, "2026-10-15"),
            invoice("2026-034", 480_000, "2027-01-15"),
            invoice("2026-036", 120_000, "2027-03-02"),
        ];
        facts.final_invoice_by = Some(crate::samples::day("2027-02-05"));
        facts.referral = Some(referral(&["Aiko Tanaka"]));
    })
}

fn many() -> LetterSpec {
    renewal_with(|facts| {
        facts.still_to_deliver = vec![
            delivery("Year-end report", Some("2027-01-20")),
            delivery("Cash forecast", Some("2026-12-15")),
            delivery("Q3 dashboard", Some("2026-10-20")),
            delivery("Halden price book", Some("2027-01-20")),
            delivery("Staff training", None),
        ];
        facts.invoices = vec![
            invoice("2026-030", 90_050, "2026-10-15"),
            invoice("2026-034", 480_000, "2027-01-15"),
            invoice("2026-035", 30_000, "2026-12-15"),
            invoice("2026-036", 120_000, "2027-03-02"),
        ];
    })
}

fn bare() -> LetterSpec {
    renewal_with(|facts| {
        facts.still_to_deliver.clear();
        facts.invoices.clear();
        facts.handover_by = None;
        facts.thanks = Thanks::None;
        facts.ask_confirm_receipt = false;
        if let Some(notice) = &mut facts.notice {
            notice.form = NoticeForm::Email;
        }
    })
}

fn short_decline() -> LetterSpec {
    decline_with(|facts| {
        facts.subject = Some("Pricing review in Japan".to_owned());
        facts.reason_line = None;
        facts.nothing_owed = false;
        facts.papers = Papers::None;
        facts.referral = None;
    })
}

fn full_decline() -> LetterSpec {
    decline_with(|facts| {
        facts.enquiry_date = Some(crate::samples::day("2026-03-09"));
        facts.reason_line = None;
        facts.reason = Some(ProspectReason::NeedsATeam);
        facts.time_may_matter = true;
        facts.after_call = false;
        facts.papers = Papers::Returned;
        facts.papers_called = None;
        let mut others = referral(&["Aiko Tanaka", "Ben Hale", "Chidi Eze"]);
        others.people[0] =
            ReferredPerson { name: "Aiko Tanaka".to_owned(), field: Some("pricing research".to_owned()) };
        others.client_details_passed_on = true;
        others.client_consented = true;
        facts.referral = Some(others);
    })
}

#[test]
fn renewal_refusals() {
    insta::assert_snapshot!("renewal_uk", letter(&renewal()));
    insta::assert_snapshot!("renewal_us", letter(&american(renewal())));
    insta::assert_snapshot!("renewal_everything_uk", letter(&everything()));
    insta::assert_snapshot!("renewal_everything_us", letter(&american(everything())));
    insta::assert_snapshot!("renewal_many_uk", letter(&many()));
    insta::assert_snapshot!("renewal_many_us", letter(&american(many())));
    insta::assert_snapshot!("renewal_bare_uk", letter(&bare()));
}

#[test]
fn renewal_refusals_as_email() {
    insta::assert_snapshot!("renewal_email_uk", email(&renewal()));
    insta::assert_snapshot!("renewal_email_us", email(&american(renewal())));
    insta::assert_snapshot!("renewal_email_bare_uk", email(&bare()));
}

#[test]
fn declines() {
    insta::assert_snapshot!("decline_uk", letter(&decline()));
    insta::assert_snapshot!("decline_us", letter(&american(decline())));
    insta::assert_snapshot!("decline_short_uk", letter(&short_decline()));
    insta::assert_snapshot!("decline_full_uk", letter(&full_decline()));
    insta::assert_snapshot!("decline_full_us", letter(&american(full_decline())));
}

#[test]
fn declines_as_email() {
    insta::assert_snapshot!("decline_email_uk", email(&decline()));
    insta::assert_snapshot!("decline_email_us", email(&american(decline())));
    insta::assert_snapshot!("decline_email_short_uk", email(&short_decline()));
    insta::assert_snapshot!("decline_email_full_uk", email(&full_decline()));
}

#[test]
fn the_same_facts_give_the_same_words() {
    for spec in [everything(), many(), full_decline()] {
        let (one, other) = (compose(&spec), compose(&spec.clone()));
        assert_eq!(one, other, "nothing but the spec decides the words");
        let draft = one.expect("the facts are complete");
        assert_eq!(as_email(&spec, &draft), as_email(&spec, &draft), "nor the e-mail");
    }
}
