//! Whole letters and e-mails, as snapshots: read them when they change.

use crate::samples::{american, decline, decline_with, delivery, invoice, referral, renewal, renewal_with};
use kindly_letters::{
    Language, LetterSpec, NoticeForm, Papers, ProspectReason, ReferredPerson, Register, RenewalReason,
    Thanks, as_email, compose, script,
};

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

/// The letter in another language, with titles as its records have them there.
fn abroad(mut spec: LetterSpec, language: Language, register: Register) -> LetterSpec {
    let titles: [[&str; 2]; 6] = match language {
        Language::German => [
            ["Year-end report", "Jahresbericht"],
            ["Cash forecast", "Liquiditätsplan"],
            ["Q3 dashboard", "Dashboard Q3"],
            ["Quarterly reporting", "Quartalsberichte"],
            ["a pricing review in Japan", "Preisprüfung in Japan"],
            ["pricing research", "Preisforschung"],
        ],
        Language::French => [
            ["Year-end report", "Rapport annuel"],
            ["Cash forecast", "Plan de trésorerie"],
            ["Q3 dashboard", "Tableau de bord T3"],
            ["Quarterly reporting", "Rapports trimestriels"],
            ["a pricing review in Japan", "Étude de prix au Japon"],
            ["pricing research", "études de prix"],
        ],
        _ => [
            ["Year-end report", "Informe anual"],
            ["Cash forecast", "Previsión de tesorería"],
            ["Q3 dashboard", "Cuadro de mando T3"],
            ["Quarterly reporting", "Informes trimestrales"],
            ["a pricing review in Japan", "Revisión de precios en Japón"],
            ["pricing research", "estudios de precios"],
        ],
    };
    let json = serde_json::to_string(&spec).expect("a spec is plain data");
    let json = titles.iter().fold(json, |json, [english, other]| json.replace(english, other));
    spec = LetterSpec::from_json(&json).expect("titles are texts");
    LetterSpec { language, register, ..spec }
}

#[test]
fn the_older_kinds_in_every_language() {
    for language in [Language::German, Language::French, Language::Spanish] {
        for (name, spec) in [("renewal_everything", everything()), ("decline_full", full_decline())] {
            let warm = abroad(spec.clone(), language, Register::Warm);
            let formal = abroad(spec, language, Register::Formal);
            let lines: Vec<String> = script(&warm).lines.into_iter().map(|line| line.text).collect();
            let read = [
                format!("=== warm\n{}", letter(&warm)),
                format!("=== formal\n{}", letter(&formal)),
                format!("=== as an e-mail\n{}", email(&warm)),
                format!("=== the talk before it\n{}", lines.join("\n")),
            ];
            insta::assert_snapshot!(format!("{name}_{}", language.tag()), read.join("\n\n"));
        }
    }
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
