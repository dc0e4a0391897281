//! Templates of the user's own: facts taken out of a letter's words, and put into another's.

use crate::kinds::{SAMPLES, Sample, facts, spec};
use crate::samples::{decline, renewal, renewal_with};
use kindly_letters::{
    FactKey, Language, LetterError, LetterSpec, Looks, Register, Template, as_template, compose,
    fill_template, finish,
};

fn template(spec: &LetterSpec) -> Template {
    as_template(spec, &compose(spec).expect("the facts are complete"))
}

fn with_words(spec: &LetterSpec, filled: kindly_letters::Filled) -> LetterSpec {
    LetterSpec { subject: Some(filled.subject), paragraphs: Some(filled.paragraphs), ..spec.clone() }
}

#[test]
fn a_letter_becomes_a_template_and_the_same_letter_again() {
    for (kind, _) in SAMPLES {
        for language in Language::ALL {
            let spec = spec(kind, language, Register::Warm, &facts(kind, language, Sample::Rich));
            let draft = compose(&spec).expect("the facts are complete");
            let template = as_template(&spec, &draft);
            let filled = fill_template(&spec, &template).expect("its own facts fit");
            let words: Vec<&str> = draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
            assert_eq!(filled.lacks, [], "{kind} in {}: nothing lacks", language.tag());
            assert_eq!(filled.subject, draft.subject, "{kind} in {}", language.tag());
            assert_eq!(filled.paragraphs, words, "{kind} in {}", language.tag());
            let whole = template.paragraphs.join("\n");
            for fact in draft.facts.iter().filter(|fact| fact.wording.chars().count() > 8) {
                assert!(
                    !whole.contains(&fact.wording),
                    "{kind} in {}: “{}” was taken out of {whole}",
                    language.tag(),
                    fact.wording
                );
            }
        }
    }
}

#[test]
fn a_template_of_one_client_says_nothing_of_it_to_another() {
    let template = template(&renewal());
    let words = format!("{}\n{}", template.subject, template.paragraphs.join("\n"));
    for own in ["2024", "2027", "Year-end", "year-end", "2026-034", "4,800", "29 January"] {
        assert!(!words.contains(own), "“{own}” was taken out: {words}");
    }
    let other = renewal_with(|facts| {
        facts.agreement_date = Some(crate::samples::day("2025-05-01"));
        facts.end_date = Some(crate::samples::day("2027-04-30"));
        facts.still_to_deliver = vec![crate::samples::delivery("Price book", Some("2027-03-01"))];
        facts.invoices = vec![crate::samples::invoice("77", 12_300, "2027-03-05")];
        facts.handover_by = Some(crate::samples::day("2027-04-15"));
    });
    let filled = fill_template(&other, &template).expect("it is for this kind");
    let words = filled.paragraphs.join("\n");
    for own in
        ["1 May 2025", "30 April 2027", "the price book by 1 March 2027", "15 April 2027", "77 for €123"]
    {
        assert!(words.contains(own), "“{own}” stands in {words}");
    }
    let spec = with_words(&other, filled);
    let draft = compose(&spec).expect("the facts are complete");
    assert!(finish(&spec, &draft, &Looks::default()).is_ok(), "and it can be finished");
}

#[test]
fn what_a_letter_lacks_is_named_and_leaves_a_gap() {
    let template = template(&decline());
    let mut spec = crate::samples::decline_with(|facts| facts.enquiry_date = None);
    let filled = fill_template(&spec, &template).expect("it is for this kind");
    assert_eq!(filled.lacks, [FactKey::EnquiryDate], "it says what it lacks");
    assert!(
        filled.paragraphs[0].contains("[date of the enquiry]"),
        "a gap is seen: {}",
        filled.paragraphs[0]
    );
    assert_eq!(template.lacks(&spec), [FactKey::EnquiryDate], "before it is filled as well");
    spec = with_words(&decline(), filled);
    let draft = compose(&spec).expect("the facts are complete now");
    let error = finish(&spec, &draft, &Looks::default()).expect_err("the gap is still there");
    assert_eq!(
        error.to_string(),
        "paragraphs: “[date of the enquiry]” still stands in the words: write there what belongs there",
        "no letter goes out with a gap"
    );
}

#[test]
fn a_template_is_for_its_kind() {
    let error = fill_template(&renewal(), &template(&decline())).expect_err("another kind");
    assert!(matches!(error, LetterError::Template { ref field, .. } if field == "kind"), "{error}");
    let mut broken = template(&renewal());
    broken.paragraphs.push("By {reply_by} please.".to_owned());
    let error = fill_template(&renewal(), &broken).expect_err("a fact that the kind has not");
    assert!(error.to_string().contains("{reply_by} names no fact of this kind of letter"), "{error}");
    assert!(error.to_string().starts_with("paragraphs["), "with its place: {error}");
}

#[test]
fn a_template_survives_its_file() {
    for spec in [renewal(), decline()] {
        let template = template(&spec);
        let (name, back) =
            Template::from_json(&template.to_json("My own")).expect("what was written is read");
        assert_eq!((name.as_str(), back), ("My own", template), "nothing is lost");
    }
}

#[test]
fn a_faulty_file_is_told_by_its_field() {
    let good = template(&renewal()).to_json("My own");
    let changed = |from: &str, to: &str| {
        assert!(good.contains(from), "the file holds {from}: {good}");
        good.replacen(from, to, 1)
    };
    let check = |json: &str, field: &str, told: &str| {
        let error = Template::from_json(json).expect_err("the file is faulty");
        let LetterError::Template { field: found, problem } = &error else {
            panic!("of another kind: {error}")
        };
        assert_eq!(found, field, "{error}");
        assert!(problem.contains(told), "“{told}” in “{error}”");
    };
    check("", "template", "the text ends too early");
    check("[]", "template", "expected fields in braces");
    check(&format!("{good} 1"), "template", "something follows after its end");
    check(&changed("kindly letter template 1", "another"), "format", "choose a template that Kindly wrote");
    check(&changed("\"My own\"", "\" \""), "name", "give the template a name");
    check(&changed("\"My own\"", "\"My\\nown\""), "name", "one line");
    check(&changed("renewal_refusal", "farewell"), "kind", "unknown choice `farewell`");
    check(&changed("\"name\"", "\"nam\""), "nam", "unknown field");
    check(&changed("\"name\"", "\"name\": \"x\", \"name\""), "name", "stands twice");
    check(&changed("{end_date}", "{end_day}"), "paragraphs[0]", "{end_day} names no fact");
    let mut many = template(&renewal());
    many.paragraphs = vec!["x".to_owned(); 61];
    check(&many.to_json("Many"), "paragraphs", "expected 1 to 60");
    many.paragraphs = vec!["x".repeat(8001)];
    check(&many.to_json("Long"), "paragraphs[0]", "shorten it");
}
