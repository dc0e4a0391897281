//! The file of a stated letter, and the documentation that teaches it.

use crate::samples::{american, decline, renewal};
use kindly_letters::{
    Kind, Language, Layout, LetterError, LetterSpec, Looks, Paper, Template, Typeface, compose,
    fill_template, finish,
};

const DOCUMENTATION: &str = include_str!("../../../../docs/letter-spec.md");

/// The JSON blocks of the documentation.
fn examples() -> Vec<&'static str> {
    DOCUMENTATION
        .split("```json")
        .skip(1)
        .map(|rest| rest.split("```").next().expect("a split gives at least one part"))
        .collect()
}

fn changed(from: &str, to: &str) -> String {
    let example = examples()[0];
    assert!(example.contains(from), "the example holds {from}");
    example.replacen(from, to, 1)
}

#[test]
fn the_documented_examples_are_letters() {
    let fonts = kindly_page::Fonts::bundled();
    assert_eq!(examples().len(), 3, "two by hand, one of the others");
    for example in examples() {
        let spec = LetterSpec::from_json(example).expect("the documented example is read");
        let draft = compose(&spec).expect("its facts are complete");
        let page = finish(&spec, &draft, &Looks::default()).expect("its words are complete");
        let pdf = kindly_page::set(&page, &fonts).expect("it can be set");
        assert!(pdf.bytes.starts_with(b"%PDF-"), "the example of {:?} becomes a PDF", spec.kind());
    }
}

#[test]
fn the_documented_template_is_one() {
    let documentation = include_str!("../../../../docs/letter-templates.md");
    let example = documentation.split("```json").nth(1).and_then(|rest| rest.split("```").next());
    let (name, template) =
        Template::from_json(example.expect("it has an example")).expect("the example is read");
    assert_eq!(name, "Renewal refusal, short", "by its name");
    let filled = fill_template(&renewal(), &template).expect("it fits a refusal to renew");
    assert_eq!(filled.lacks, [], "with the sample's facts nothing lacks");
    assert_eq!(
        filled.paragraphs[1], "Until then you will have:\n– Year-end report (20 January 2027)",
        "in lines"
    );
}

#[test]
fn what_concerns_the_page_is_read() {
    let json = changed(
        "\"paper\": \"a4\",",
        "\"paper\": \"a4\", \"layout\": \"din_5008_a\", \"typeface\": \"sans\", \"fold_marks\": false, \"accent\": \"#1f5f5b\",",
    );
    let spec = LetterSpec::from_json(&json).expect("the looks are read");
    assert_eq!((spec.layout, spec.typeface), (Some(Layout::Din5008A), Typeface::Sans), "layout and typeface");
    assert_eq!((spec.fold_marks, spec.accent), (false, Some([0x1f, 0x5f, 0x5b])), "marks and colour");
    let back = LetterSpec::from_json(&serde_json::to_string(&spec).expect("plain data")).expect("read again");
    assert_eq!(back, spec, "nothing is lost between writing and reading");
    for wrong in ["1f5f5b", "#1f5f5", "#1f5f5g", "teal", "#ééé"] {
        let error =
            LetterSpec::from_json(&json.replace("#1f5f5b", wrong)).expect_err("no colour").to_string();
        assert!(error.contains("is no colour: write it like #1f5f5b"), "{wrong}: {error}");
    }
}

#[test]
fn every_choice_is_documented() {
    for choice in [
        "en-GB",
        "en-US",
        "de-DE",
        "fr-FR",
        "es-ES",
        "warm",
        "formal",
        "din_5008_a",
        "din_5008_b",
        "us",
        "plain",
        "serif",
        "sans",
        "a4",
        "us_letter",
        "sent_by",
        "received_by",
        "letter",
        "registered",
        "email",
        "other_field",
        "fewer_engagements",
        "closing_practice",
        "not_the_time_it_needs",
        "work_together",
        "since",
        "trust",
        "hospitality",
        "none",
        "outside_my_field",
        "needs_a_team",
        "other_commitments",
        "returned",
        "deleted",
    ] {
        assert!(DOCUMENTATION.contains(&format!("`{choice}`")), "`{choice}` is documented");
    }
    for kind in Kind::ALL {
        let name = serde_json::to_string(&kind).expect("a kind is a name").replace('"', "`");
        assert!(DOCUMENTATION.contains(&name), "{name} is documented");
    }
}

#[test]
fn a_letter_survives_its_file() {
    for spec in [renewal(), decline(), american(renewal()), american(decline())] {
        let json = serde_json::to_string(&spec).expect("a spec is plain data");
        let back = LetterSpec::from_json(&json).expect("what was written is read");
        assert_eq!(back, spec, "nothing is lost between writing and reading");
    }
}

#[test]
fn paper_follows_the_language_unless_it_is_named() {
    for language in Language::ALL {
        let json =
            changed("\"en-GB\"", &format!("\"{}\"", language.tag())).replacen("\"paper\": \"a4\",", "", 1);
        let spec = LetterSpec::from_json(&json).expect("paper may be left out");
        assert_eq!(spec.paper, language.usual_paper(), "{}", language.tag());
    }
    let json = changed("\"en-GB\"", "\"en-US\"");
    let spec = LetterSpec::from_json(&json).expect("American words on A4 are fine");
    assert_eq!(spec.paper, Paper::A4, "a paper that is named is kept");
}

#[test]
fn a_fault_names_its_field_and_the_mend() {
    let check = |json: &str, field: &str, told: &str| {
        let error = LetterSpec::from_json(json).expect_err("the file is faulty");
        let LetterError::Unreadable { field: found, problem } = &error else {
            panic!("{field}: expected a fault of reading, found: {error}");
        };
        assert_eq!(found, field, "{error}");
        assert!(problem.contains(told), "{field}: “{told}” in “{error}”");
        assert!(!error.to_string().contains('\n'), "one line: {error}");
        for word in ["struct", "i64", "EOF", "RawLetterSpec"] {
            assert!(!error.to_string().contains(word), "no word of the program: {error}");
        }
    };
    check("", "letter", "the text ends too early");
    check("{} {}", "letter", "missing field `kind`");
    check(&format!("{} {{}}", examples()[0]), "letter", "something follows after its end");
    check(
        &changed("renewal_refusal", "farewell"),
        "kind",
        "expected one of `renewal_refusal`, `prospect_decline`,",
    );
    check(&changed("en-GB", "it-IT"), "language", "expected one of `en-GB`, `en-US`, `de`, `de-DE`");
    check(&changed("2026-11-10", "10.11.2026"), "date", "“10.11.2026” is no date: write year-month-day");
    check(&changed("2026-11-10", "2026-02-30"), "date", "is no date");
    check(&changed("2026-11-10", "2026-11-1 "), "date", "is no date");
    check(&changed("2026-11-10", "+026-11-10"), "date", "is no date");
    check(&changed("2026-11-10", "0226-11-10"), "date", "lies outside 1900 to 2199");
    let twice = "\"end_date\": \"2027-01-30\", \"end_date\"";
    check(&changed("\"end_date\"", twice), "facts.end_date", "this field stands twice");
    check(
        &changed("\"date\"", "\"date\": \"2026-11-09\", \"date\""),
        "letter",
        "the field `date` stands twice",
    );
    let idle = |from: &str, to: &str| {
        assert!(examples()[1].contains(from), "the second example holds {from}");
        examples()[1].replacen(from, to, 1)
    };
    check(
        &idle("\"nothing_owed\": true", "\"nothing_owed\": false"),
        "facts.after_call",
        "facts.nothing_owed",
    );
    check(&idle("\"papers\": \"deleted\"", "\"papers\": \"none\""), "facts.papers_called", "facts.papers");
    let reasons = "\"reason\": \"needs_a_team\", \"reason_line\"";
    check(&idle("\"reason_line\"", reasons), "facts.reason", "keep one of the two");
    check("[]", "letter", "expected fields in braces");
    check(&changed("2027-01-31", "31 January"), "facts.end_date", "is no date: write year-month-day");
    check(
        &changed("\"due\": \"2027-01-20\"", "\"due\": 5"),
        "facts.still_to_deliver[0].due",
        "expected a text in quotation marks",
    );
    check(&changed("2026-11-30", "soon"), "facts.notice.last_day", "is no date");
    check(&changed("EUR", "EURO"), "facts.invoices[0].amount.currency", "write the three letters");
    check(&changed("480000", "4800.5"), "facts.invoices[0].amount.minor", "expected a whole number");
    check(&changed("end_date", "enddate"), "facts.enddate", "unknown field `enddate`");
    check(&changed("trade_name", "tradename"), "sender.tradename", "unknown field `tradename`");
    check(&changed("\"Ms\"", "\"Frau\""), "recipient.title", "write Ms, Mr, Mrs, Mx, Dr or Prof");
    check(&changed("\"enclosures\"", "\"paragraphs\": [], \"enclosures\""), "paragraphs", "leave it out");
}
