//! A ledger of the third layout, brought to the layout of today: what was recorded under the old one is taken back
//! and done again under the new one, with what was added in between.
use std::{collections::BTreeMap, path::Path};

use chrono::DateTime;
use kindly_ledger::{HistoryFilter, Label, Ledger, vault};
use kindly_records::{
    Enquiry, FitAnswer, FitAnswerKind, FitCriterion, Improvement, Kept, Kind, Letter, Profile, Record,
};
use uuid::Uuid;

use crate::{
    builders::{day, label, open_bare},
    kinds,
    layout::{columns, held, released},
};

/// What the fixture of the third layout holds of each kind: all there are.
const HELD: [(&str, usize); 25] = [
    ("attention", 2),
    ("check_in", 3),
    ("client", 2),
    ("complaint", 2),
    ("concession", 2),
    ("conversation", 2),
    ("decision", 2),
    ("deliverable", 2),
    ("document", 3),
    ("ending", 2),
    ("engagement", 2),
    ("enquiry", 3),
    ("incident", 2),
    ("invoice", 2),
    ("letter", 2),
    ("letter_template", 3),
    ("obligation", 2),
    ("payment", 2),
    ("praise", 2),
    ("profile", 1),
    ("referral_contact", 3),
    ("request", 2),
    ("snooze", 2),
    ("template", 2),
    ("time_entry", 2),
];

fn at() -> DateTime<chrono::Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range")
}

fn undo(ledger: &mut Ledger) -> Option<String> {
    ledger.undo(at()).expect("nothing stands in the way").map(|label| label.key)
}

fn redo(ledger: &mut Ledger) -> Option<String> {
    ledger.redo(at()).expect("nothing stands in the way").map(|label| label.key)
}

fn run(ledger: &mut Ledger, label: Label, work: impl FnOnce(&mut kindly_ledger::Changes<'_>)) {
    let done = ledger.transact(at(), label, |changes| {
        work(changes);
        Ok::<_, kindly_ledger::LedgerError>(())
    });
    done.expect("a valid change");
}

/// Every record and the letterhead, as today's mapper reads them.
fn everything(ledger: &Ledger) -> (BTreeMap<(Kind, Uuid), Record>, Profile) {
    (kinds::records(ledger.reader()), ledger.reader().profile().expect("it can be read"))
}

#[test]
fn a_ledger_of_the_third_layout_is_brought_up_whole() {
    let (_folder, path) = released(3);
    let columns = columns(&open_bare(&path), &HELD);
    let dump = |path: &Path| held(&open_bare(path), &columns);
    let before = dump(&path);
    let counts: Vec<(&str, usize)> = before.iter().map(|(table, rows)| (*table, rows.len())).collect();
    assert_eq!(counts, HELD, "the fixture is what it was: every kind there was");

    let key = vault::load_or_create(&path).expect("the key is there");
    assert!(Ledger::is_older(&path, &key).expect("it can be looked at"), "it will be brought up");
    let ledger = Ledger::open(&path, &key).expect("it opens");
    assert!(!Ledger::is_older(&path, &key).expect("it can be looked at"), "now it is not any more");
    assert_eq!(dump(&path), before, "every record is there as it was");
    assert_eq!(
        ledger.check().expect("it can be checked"),
        [],
        "pages, links, journal, files and search agree"
    );

    let (records, profile) = everything(&ledger);
    let expected: usize = HELD.iter().map(|(_, count)| count).sum();
    assert_eq!(records.len() + 1, expected, "each is read by today's mapper");
    assert_eq!(
        (profile.trade_name.as_str(), profile.cooling_off_hours),
        ("Vale Analytics", 48),
        "the letterhead"
    );
    let logo = profile.logo_sha256.clone().expect("it has one");
    let picture = ledger.reader().blob(&logo).expect("it can be read");
    assert_eq!(picture.as_deref(), Some(&b"a picture of a logo"[..]), "with its picture");
    let fresh = Profile::default();
    assert_eq!(
        (profile.half_life_days, profile.delivery_bar_percent, profile.cost_per_hour),
        (fresh.half_life_days, fresh.delivery_bar_percent, fresh.cost_per_hour),
        "and what was added to it is as in a new one"
    );
    let enquiries = ledger.reader().all::<Enquiry>().expect("they can be read");
    assert!(enquiries.iter().all(|kept| kept.record.fit.is_empty()), "no enquiry was weighed yet");
    let letters = ledger.reader().all::<Letter>().expect("they can be read");
    let finished: Vec<_> = letters
        .iter()
        .filter_map(|kept| kept.record.finished.as_ref().zip(kept.record.sent.as_ref()))
        .map(|(finished, sent)| (finished.number.as_str(), sent.proof.as_str()))
        .collect();
    assert_eq!(finished, [("L-2026-1", "RR 1")], "a letter that went out is as it went out");
    assert!(!ledger.reader().find("料金", 50).expect("it can be searched").is_empty(), "its texts are found");

    let history = ledger.reader().history(&HistoryFilter::default()).expect("it can be told");
    assert!(history.iter().any(|entry| entry.label.is_none()), "what was erased is told without its name");
    // What is nobody's stays with what was noted of them.
    let theirs = before.iter().filter(|(table, _)| !["referral_contact", "letter_template"].contains(table));
    let named: Vec<&String> =
        theirs.flat_map(|(_, rows)| rows).filter(|row| row.contains("Dorrit")).collect();
    assert_eq!(named, Vec::<&String>::new(), "and nowhere else");
}

#[test]
fn steps_of_the_third_layout_are_taken_back_and_done_again_under_this_one() {
    let (_folder, path) = released(3);
    let key = vault::load_or_create(&path).expect("the key is there");
    let mut ledger = Ledger::open(&path, &key).expect("it opens");
    assert_eq!(redo(&mut ledger).as_deref(), Some("add.check_in"), "what was undone last is done again");
    assert_eq!(undo(&mut ledger).as_deref(), Some("add.check_in"), "and taken back");
    let brought = everything(&ledger);

    // New steps on rows that older steps made and changed.
    let of_fixture: Vec<Kept<Enquiry>> = ledger.reader().all().expect("they can be read");
    let enquiry = of_fixture.into_iter().find(|kept| kept.record.subject == "a new report");
    let enquiry = enquiry.expect("the fixture has it");
    let criterion = FitCriterion {
        name: "Pays within 30 days".to_owned(),
        weighs: kindly_records::CriterionKind::Wish,
        weight: 2,
        question: String::new(),
        offer: String::new(),
        learnt_from: String::new(),
        retired: false,
    };
    let improvement = Improvement {
        what: "A call before each draft".to_owned(),
        from: day("2026-12-01"),
        theme: String::new(),
        done_on: None,
        notes: String::new(),
    };
    run(&mut ledger, label("new.criterion"), |changes| {
        changes.insert(Uuid::max().into(), &criterion).expect("it is valid");
        changes.insert(Uuid::from_u128(u128::MAX - 1).into(), &improvement).expect("it is valid");
    });
    let fit = vec![FitAnswer { criterion: Uuid::max().into(), answer: FitAnswerKind::Yes }];
    let weighed = Enquiry { fit, ..enquiry.record.clone() };
    run(&mut ledger, label("new.fit"), |changes| changes.update(enquiry.id, &weighed).expect("it is valid"));
    let tuned = Profile { half_life_days: 180, delivery_bar_percent: 80, ..brought.1.clone() };
    run(&mut ledger, label("new.profile"), |changes| changes.set_profile(&tuned).expect("it is valid"));
    let end = everything(&ledger);

    for expected in ["new.profile", "new.fit", "new.criterion"] {
        assert_eq!(undo(&mut ledger).as_deref(), Some(expected), "the new steps go first");
    }
    assert_eq!(everything(&ledger), brought, "what the old layout left is there again");
    let mut taken_back = Vec::new();
    while let Some(step) = undo(&mut ledger) {
        taken_back.push(step);
    }
    let count = |step: &str| taken_back.iter().filter(|taken| *taken == step).count();
    assert_eq!(
        (count("add.enquiry"), count("edit.enquiry"), count("remove.enquiry"), count("edit.profile")),
        (3, 1, 1, 2),
        "rows were added, changed and removed where columns were added since"
    );
    let (left, letterhead) = everything(&ledger);
    let left: Vec<Kind> = left.into_keys().map(|(kind, _)| kind).collect();
    assert_eq!(
        left,
        [Kind::Client, Kind::Enquiry, Kind::Engagement, Kind::Letter],
        "back to the letter that went out, which stays for good, and to what it names"
    );
    assert_eq!(letterhead, Profile::default(), "and to the letterhead of the beginning");
    assert_eq!(ledger.check().expect("it can be checked"), [], "all agrees");

    let mut again = Vec::new();
    while let Some(step) = redo(&mut ledger) {
        again.push(step);
    }
    assert_eq!(again.len(), taken_back.len() + 3, "every step is done again");
    assert_eq!(everything(&ledger), end, "to the same records, with what only the new columns hold");
    assert_eq!(ledger.check().expect("it can be checked"), [], "all agrees");
}
