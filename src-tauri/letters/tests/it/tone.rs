//! The boundary of tone: no combination of facts brings out a word that a letter of its kind must not say.

use crate::samples::{american, decline_with, delivery, invoice, referral, renewal_with};
use kindly_letters::{
    LetterSpec, NoticeForm, Papers, ProspectReason, RenewalReason, Thanks, as_email, compose,
};

/// What such letters must not say, in lower case; found as whole words.
const NEVER: &[&str] = &[
    "always",
    "never",
    "everyone",
    "nobody",
    "constantly",
    "your fault",
    "you failed",
    "repeatedly",
    "you wanted",
    "you are trying",
    "unreasonable",
    "difficult",
    "toxic",
    "or else",
    "legal action",
    "regret",
    "last warning",
    "unfortunately",
    "sorry",
    "apologise",
    "apologize",
    "apologies",
    "afraid",
    "might",
    "perhaps",
    "maybe",
    "could",
    "reconsider",
    "just this once",
    "in the future",
    "for now",
    "at this time",
    "at present",
    "guarantee",
    "the best",
    "best person",
    "certainly",
    "recommend",
    "strong case",
    "you would win",
    "deadline",
    "blame",
    "unhappy",
    "dissatisfied",
    "satisfaction",
    "complaint",
    "surprise",
    "grievance",
    "budget",
    "disappointed",
    "unable",
    "fee",
    "however",
    "hope",
    "happy to",
    "renegotiate",
    "discuss",
    "we",
];

#[test]
fn no_letter_says_what_it_must_not() {
    let mut read = 0;
    for spec in renewals().into_iter().chain(declines()).flat_map(|spec| [american(spec.clone()), spec]) {
        let draft = compose(&spec).expect("the facts are complete");
        let mut texts: Vec<String> =
            draft.paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect();
        texts.push(draft.subject.clone());
        texts.push(as_email(&spec, &draft).body);
        for text in &texts {
            check(text, &spec);
        }
        read += 1;
    }
    assert!(read > 2_000, "every combination was read, not {read}");
}

fn check(text: &str, spec: &LetterSpec) {
    let words: String = text
        .to_lowercase()
        .chars()
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    // "for the work we have done together" is the one "we" there is.
    let words = format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" "))
        .replace(" the work we have done together ", " ");
    for phrase in NEVER {
        assert!(!words.contains(&format!(" {phrase} ")), "“{phrase}” stands in “{text}”\n{:?}", spec.facts);
    }
    assert!(!text.contains('!'), "no exclamation: “{text}”");
    assert!(!text.contains(['{', '}']), "every blank is filled: “{text}”");
    for slip in ["  ", " .", " ,", ",,", "..", ",.", "the the", " ;"] {
        assert!(!text.contains(slip), "“{slip}” is a slip of the joins in “{text}”");
    }
}

fn renewals() -> Vec<LetterSpec> {
    let works = [
        vec![],
        vec![delivery("Year-end report", None)],
        vec![delivery("Q3 dashboard", Some("2026-10-20")), delivery("Price book", Some("2028-03-20"))],
        (1..=5).map(|month| delivery("Monthly note", Some(&format!("2027-0{month}-15")))).collect(),
    ];
    let bills = [
        vec![],
        vec![invoice("7", 480_000, "2027-01-15")],
        vec![invoice("5", 10_050, "2025-10-01"), invoice("7", 480_000, "2028-01-15")],
        (1..=4).map(|month| invoice("9", 500, &format!("2027-0{month}-28"))).collect(),
    ];
    let reasons = RenewalReason::ALL.into_iter().map(Some).chain([None]);
    let mut all = Vec::new();
    for (number, reason) in reasons.enumerate() {
        for thanks in Thanks::ALL {
            for work in &works {
                for bill in &bills {
                    for form in [NoticeForm::Letter, NoticeForm::Registered, NoticeForm::Email] {
                        all.push(renewal_with(|facts| {
                            facts.reason = reason;
                            facts.thanks = thanks;
                            facts.still_to_deliver.clone_from(work);
                            facts.invoices.clone_from(bill);
                            facts.handover_by = facts.handover_by.filter(|_| number % 2 == 0);
                            facts.ask_confirm_receipt = number != 1;
                            facts.engagement = (number == 2).then(|| "Quarterly reporting".to_owned());
                            facts.referral =
                                (number > 2).then(|| referral(&["Aiko Tanaka", "Ben Hale"][..number - 2]));
                            if let Some(notice) = &mut facts.notice {
                                notice.form = form;
                            }
                        }));
                    }
                }
            }
        }
    }
    all
}

fn declines() -> Vec<LetterSpec> {
    let reasons: Vec<Option<ProspectReason>> =
        ProspectReason::ALL.into_iter().map(Some).chain([None]).collect();
    let mut all = Vec::new();
    for reason in reasons {
        for papers in [Papers::None, Papers::Returned, Papers::Deleted] {
            for names in 0..=3 {
                for choice in 0..16 {
                    all.push(decline_with(|facts| {
                        facts.reason_line = None;
                        facts.reason = reason;
                        facts.papers = papers;
                        facts.time_may_matter = choice & 1 > 0;
                        facts.nothing_owed = choice & 2 > 0;
                        facts.after_call = choice & 4 > 0;
                        facts.papers_called = facts.papers_called.take().filter(|_| choice & 8 > 0);
                        let mut others = referral(&["Aiko Tanaka", "Ben Hale", "Chidi Eze"][..names]);
                        others.client_details_passed_on = choice & 8 > 0;
                        others.client_consented = true;
                        facts.referral = (names > 0).then_some(others);
                    }));
                }
            }
        }
    }
    all
}
