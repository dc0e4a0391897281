//! Finding.
use kindly_ledger::Hit;
use kindly_records::{CheckIn, Client, Contact, Kind};

use crate::builders::{Practice, check_in, client, deliverable};

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
        client: arkwright,
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
