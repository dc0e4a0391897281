//! Finding.
use std::collections::HashSet;

use kindly_ledger::Hit;
use kindly_records::{
    CheckIn, Client, Contact, CriterionKind, FitCriterion, Improvement, Kind, ReferralContact,
};

use crate::builders::{Practice, check_in, client, day, deliverable};

fn titles(practice: &mut Practice, text: &str) -> Vec<String> {
    let hits = practice.ledger().reader().find(text, 50).expect("it can be asked");
    hits.into_iter().map(|hit| if hit.snippet.is_empty() { hit.title } else { hit.snippet }).collect()
}

#[test]
fn clients_are_ranked_by_how_well_their_name_fits() {
    let mut practice = Practice::new();
    let contact =
        Contact { given_name: "Élodie".to_owned(), family_name: "Bell".to_owned(), ..Contact::default() };
    practice.add(&Client { contact, ..client("Zander") });
    practice.client("Old Bell Works");
    practice.client("Bellamy");
    practice.client("Bell");
    practice.client("Campbell");
    assert_eq!(
        titles(&mut practice, "bell"),
        ["Bell", "Bellamy", "Old Bell Works", "Élodie Bell"],
        "the whole name, then its beginning, then a word of it, then the contact; never the middle of a word"
    );
    assert_eq!(titles(&mut practice, "ELODIE"), ["Élodie Bell"], "case and accents do not matter");
    assert_eq!(titles(&mut practice, "works old"), ["Old Bell Works"], "nor does the order of the words");
}

#[test]
fn texts_come_newest_first() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.check_in(arkwright, "2026-01-10", "chapter one");
    practice.check_in(arkwright, "1969-05-01", "chapter zero");
    practice.check_in(arkwright, "2026-03-10", "chapter three");
    practice.check_in(arkwright, "2026-02-10", "chapter two");
    let expected = ["chapter three", "chapter two", "chapter one", "chapter zero"];
    assert_eq!(titles(&mut practice, "chap"), expected, "whatever the order they were entered in");
    assert_eq!(titles(&mut practice, "chapter t"), expected[..2], "every word must be there");
    let two = practice.ledger().reader().find("chap", 2).expect("it can be asked");
    assert_eq!(two.len(), 2, "no more than asked for");
}

#[test]
fn a_hit_says_what_it_is_and_whose() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let id = practice.deliverable(arkwright, "Annual review");
    let hits = practice.ledger().reader().find("annual", 5).expect("it can be asked");
    let expected = Hit {
        kind: Kind::Deliverable,
        id: id.into(),
        client: Some(arkwright),
        title: "Annual review".to_owned(),
        snippet: "Annual review".to_owned(),
        on: Some(crate::builders::day("2026-03-31")),
    };
    assert_eq!(hits, [expected], "enough to show a line and to open the record");
}

#[test]
fn search_follows_edits_deletions_and_undo() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let id = practice.check_in(arkwright, "2026-01-10", "lovely work");
    let check = |practice: &mut Practice, text: &str, found: usize, why: &str| {
        assert_eq!(titles(practice, text).len(), found, "“{text}”: {why}");
        assert_eq!(practice.ledger().check().expect("it can be checked"), [], "the index agrees: {why}");
    };
    check(&mut practice, "lovely", 1, "it was added");
    practice.run("edit", |changes| changes.update(id, &check_in(arkwright, "2026-01-11", "dreadful work")));
    check(&mut practice, "lovely", 0, "it was changed");
    check(&mut practice, "dreadful", 1, "to this");
    practice.undo();
    check(&mut practice, "lovely", 1, "the change was taken back");
    check(&mut practice, "dreadful", 0, "and nothing of it is left");
    practice.redo();
    check(&mut practice, "dreadful", 1, "it was done again");
    practice.run("delete", |changes| changes.delete::<CheckIn>(id));
    check(&mut practice, "dreadful", 0, "it was deleted");
    practice.undo();
    check(&mut practice, "dreadful", 1, "it is back");
    practice.run("delete", |changes| changes.delete::<Client>(arkwright));
    check(&mut practice, "dreadful", 0, "its client was deleted");
    check(&mut practice, "arkwright", 0, "and is not found by name");
}

#[test]
fn a_large_step_is_followed_as_well() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.check_in(arkwright, "2026-01-10", "the first");
    let mut ids = practice.ids.clone();
    practice.run("import", |changes| {
        (0..1_500).try_for_each(|_| {
            changes.insert::<CheckIn>(ids.next(), &check_in(arkwright, "2025-01-10", "imported"))
        })
    });
    let found = |practice: &mut Practice, text| {
        practice.ledger().reader().find(text, 5_000).expect("it can be asked").len()
    };
    assert_eq!(
        (found(&mut practice, "imported"), found(&mut practice, "first")),
        (1_500, 1),
        "all are found"
    );
    practice.undo();
    assert_eq!(
        (found(&mut practice, "imported"), found(&mut practice, "first")),
        (0, 1),
        "and none after undo"
    );
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "the index agrees");
}

#[test]
fn notes_of_a_client_are_found_but_a_client_only_once() {
    let mut practice = Practice::new();
    practice.add(&Client { notes: "Bell rings before every call".to_owned(), ..client("Bell") });
    practice.add(&Client { notes: "See also Bell".to_owned(), ..client("Ark") });
    let hits = practice.ledger().reader().find("bell", 10).expect("it can be asked");
    let found: Vec<_> = hits.iter().map(|hit| (hit.title.as_str(), hit.on)).collect();
    assert_eq!(found, [("Bell", None), ("Ark", None)], "by name first, then by notes");
}

#[test]
fn nothing_a_person_types_is_an_operator() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.add(&deliverable(arkwright, "Plan \"B\" AND more"));
    for text in ["plan \"b", "plan* (b)", "plan AND b", "plan:b", "-plan", "plan NEAR(b", "^plan"] {
        let hits = practice.ledger().reader().find(text, 10);
        assert!(hits.is_ok(), "“{text}” is only words");
    }
    assert_eq!(titles(&mut practice, "plan \"b").len(), 1, "and the words are found");
    for text in ["", "  ", "*", "\"", "\0"] {
        assert!(titles(&mut practice, text).is_empty(), "“{text}” has no words, so it finds nothing");
    }
}

#[test]
fn a_slip_of_the_finger_still_finds_a_name() {
    let mut practice = Practice::new();
    let person =
        Contact { given_name: "Sørine".to_owned(), family_name: "Weiß".to_owned(), ..Contact::default() };
    practice.add(&Client { people: vec![person], ..client("Borealis Studio") });
    practice.client("Halden");
    practice.client("Holden");
    practice.client("Haldenby");
    practice.add(&ReferralContact { name: "Aiko Tanaka".to_owned(), ..contact() });
    let mut check = |text: &str, expected: &[&str], why: &str| {
        assert_eq!(titles(&mut practice, text), expected, "“{text}”: {why}");
    };
    check("halden", &["Halden", "Haldenby", "Holden"], "what fits as it is comes first");
    check("hladen", &["Halden", "Haldenby"], "two letters changed places");
    check("boraelis", &["Borealis Studio"], "in a long name as well");
    check("baraelis studoi", &["Borealis Studio"], "in two words, and twice in one");
    check("sorine", &["Sørine Weiß"], "letters that only look accented");
    check("weiss", &["Sørine Weiß"], "and that stand for two");
    check("wiess", &["Sørine Weiß"], "with a slip on top");
    check("tanaka", &["Aiko Tanaka"], "a referral contact");
    check("tankaa", &["Aiko Tanaka"], "with a slip");
    check("hal", &["Halden", "Haldenby"], "three letters are taken as they are");
    check("zander", &[], "a name that is not there is not invented");
}

fn contact() -> ReferralContact {
    ReferralContact {
        name: String::new(),
        field: "pricing".to_owned(),
        business: String::new(),
        email: String::new(),
        phone: String::new(),
        website: String::new(),
        notes: String::new(),
    }
}

#[test]
fn what_is_nobodys_is_found_as_nobodys() {
    let mut practice = Practice::new();
    let id = practice.add(&ReferralContact { name: "Aiko Tanaka".to_owned(), ..contact() });
    for text in ["aiko", "pricing"] {
        let hits = practice.ledger().reader().find(text, 5).expect("it can be asked");
        let found: Vec<_> = hits.iter().map(|hit| (hit.kind, hit.id, hit.client)).collect();
        assert_eq!(found, [(Kind::ReferralContact, id.into(), None)], "“{text}” finds the contact, once");
    }
    practice.undo();
    assert_eq!(titles(&mut practice, "aiko").len(), 0, "names follow undo as texts do");
    practice.redo();
    assert_eq!(titles(&mut practice, "aiko").len(), 1, "and redo");
}

#[test]
fn what_we_change_and_whom_we_fit_is_found_by_any_of_its_words() {
    let mut practice = Practice::new();
    let change = practice.add(&Improvement {
        what: "A summary on page one".to_owned(),
        from: day("2026-12-01"),
        theme: "report unclear".to_owned(),
        done_on: None,
        notes: "Ask Imke to proofread".to_owned(),
    });
    let criterion = practice.add(&FitCriterion {
        name: "Pays within a month".to_owned(),
        weighs: CriterionKind::MustHave,
        weight: 1,
        question: "Who signs invoices?".to_owned(),
        offer: "You settle promptly.".to_owned(),
        learnt_from: "Arkwright and Bell".to_owned(),
        retired: true,
    });
    for (text, expected) in [
        ("summary", (Kind::Improvement, change.into())),
        ("unclear", (Kind::Improvement, change.into())),
        ("proofread", (Kind::Improvement, change.into())),
        ("pays within", (Kind::FitCriterion, criterion.into())),
        ("signs", (Kind::FitCriterion, criterion.into())),
        ("promptly", (Kind::FitCriterion, criterion.into())),
        ("arkwright", (Kind::FitCriterion, criterion.into())),
    ] {
        let hits = practice.ledger().reader().find(text, 5).expect("it can be asked");
        let found: Vec<_> = hits.iter().map(|hit| (hit.kind, hit.id, hit.client)).collect();
        assert_eq!(found, [(expected.0, expected.1, None)], "“{text}” finds it once, as nobody's");
    }
    practice.undo();
    assert_eq!(titles(&mut practice, "promptly").len(), 0, "search follows undo");
    practice.redo();
    let again = practice.ledger().reader().find("promptly", 5).expect("it can be asked");
    let found: Vec<&str> = again.iter().map(|hit| hit.title.as_str()).collect();
    assert_eq!(found, ["Pays within a month"], "and redo");
}

#[test]
fn the_people_of_a_client_are_found_by_name_and_by_address() {
    let mut practice = Practice::new();
    let person = |name: &str, email: &str| Contact {
        given_name: name.to_owned(),
        email: email.to_owned(),
        ..Contact::default()
    };
    let people = vec![person("Imke", "imke@second.example"), person("Odo", "")];
    let tags = vec!["retail".to_owned()];
    practice.add(&Client {
        contact: person("Una", "una@first.example"),
        people,
        tags,
        ..client("Arkwright")
    });
    for (text, snippet) in [("una", "Una"), ("imke", "Imke"), ("odo", "Odo")] {
        assert_eq!(titles(&mut practice, text), [snippet], "“{text}” finds the client, and says by whom");
    }
    for text in ["first", "second", "retail"] {
        let hits = practice.ledger().reader().find(text, 5).expect("it can be asked");
        let found: Vec<_> = hits.iter().map(|hit| hit.title.as_str()).collect();
        assert_eq!(found, ["Arkwright"], "“{text}” stands in an address or a tag");
    }
}

#[test]
fn every_kind_with_words_is_found_by_them() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let expected: HashSet<Kind> = practice
        .one_of_each(arkwright, "marigold")
        .into_iter()
        .map(|(kind, _)| kind)
        .filter(|kind| !matches!(kind, Kind::Template | Kind::Snooze))
        .collect();
    practice.add(&Client { notes: "Marigold".to_owned(), ..client("Bell") });
    let hits = practice.ledger().reader().find("marigold", 50).expect("it can be asked");
    let found: HashSet<Kind> = hits.iter().map(|hit| hit.kind).collect();
    let all: HashSet<Kind> = expected.into_iter().chain([Kind::Client]).collect();
    assert_eq!(found, all, "a template is found by its title, and what was put off is not looked for");
    assert_eq!(titles(&mut practice, "report of").len(), 1, "the template");
}

#[test]
fn a_rare_word_is_found_behind_many_that_begin_alike() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let mut ids = practice.ids.clone();
    practice.run("import", |changes| {
        changes.insert::<CheckIn>(ids.next(), &check_in(arkwright, "2020-01-01", "reparation made"))?;
        (0..700).try_for_each(|_| {
            changes.insert::<CheckIn>(ids.next(), &check_in(arkwright, "2026-01-01", "the report and more"))
        })
    });
    for text in ["repa", "repara", "reparation", "reparation ma"] {
        assert_eq!(titles(&mut practice, text), ["reparation made"], "“{text}” is sifted from 700 reports");
    }
    let hits = practice.ledger().reader().find("report mor", 20).expect("it can be asked");
    assert_eq!(hits.len(), 20, "and what is common is found as well");
}

#[test]
fn words_of_other_scripts_are_found_as_they_are_typed() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.check_in(arkwright, "2026-01-01", "한국어 보고서");
    practice.check_in(arkwright, "2026-01-02", "がんばって ください");
    practice.check_in(arkwright, "2026-01-03", "Отчёт готов");
    practice.check_in(arkwright, "2026-01-04", "Un été réussi");
    for text in ["보고", "がんば", "Отчё", "отчёт", "été", "ETE", "e\u{301}te\u{301}", "reuss"]
    {
        assert_eq!(titles(&mut practice, text).len(), 1, "“{text}” is found");
    }
}
