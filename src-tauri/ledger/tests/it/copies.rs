//! Copies of a ledger: which is older, where two went apart, and an older one put in a newer one's place.
use std::fs;

use chrono::TimeDelta;
use kindly_ledger::{
    Head,
    copies::{
        Relation, relation,
        seen::{self, Noticed},
    },
};
use kindly_records::Client;
use proptest::prelude::*;

use crate::{
    builders::{Practice, label},
    random::{Act, act, perform},
};

/// Does something that is one entry of the journal, a different kind of thing each time.
fn go_on(practice: &mut Practice, turn: i64) {
    let before = practice.ledger().journal_position();
    let at = practice.at;
    match turn % 4 {
        1 => drop(practice.undo()),
        2 => drop(practice.redo()),
        3 => {
            let clients = practice.ledger().reader().all::<Client>().expect("they can be read");
            let client = clients.first().expect("the turns before left one").id;
            practice.ledger().erase_client(at, client, label("erase")).expect("the client is there");
        }
        _ => drop(practice.client("Arkwright")),
    }
    assert_eq!(practice.ledger().journal_position(), before + 1, "turn {turn} is one entry");
}

fn between(ours: &mut Practice, theirs: &mut Practice) -> Relation {
    relation(ours.ledger(), theirs.ledger()).expect("both journals can be read")
}

#[test]
fn two_copies_are_told_apart_at_every_point() {
    const LENGTH: i64 = 9;
    let mut trunk = Practice::new();
    for common in 0..=LENGTH {
        // Each of the two goes on by 0 to 3 entries of its own.
        let since = trunk.ledger().reader().head().expect("the journal can be read").at;
        for theirs_more in 0..=3_i64 {
            let mut theirs = trunk.twin(1);
            (0..theirs_more).for_each(|turn| go_on(&mut theirs, common % 4 + turn));
            let mut ours = trunk.twin(2);
            for ours_more in 0..=3_i64 {
                let expected = match (ours_more, theirs_more) {
                    (0, 0) => Relation::Same,
                    (by, 0) => Relation::Ahead { by },
                    (0, by) => Relation::Behind { by },
                    _ if common == 0 => Relation::Strangers,
                    (ours, theirs) => Relation::Apart { common, since, ours, theirs },
                };
                assert_eq!(
                    between(&mut ours, &mut theirs),
                    expected,
                    "{common} entries in common, {ours_more} and {theirs_more} after them"
                );
                if ours_more < 3 {
                    go_on(&mut ours, common % 4 + ours_more);
                }
            }
        }
        go_on(&mut trunk, common % 4);
    }
}

/// Random use cases, undo, redo and erasures.
fn do_some(practice: &mut Practice, acts: &[(Act, bool)]) {
    for (act, erase) in acts {
        let at = practice.at;
        if *erase {
            let clients = practice.ledger().reader().all::<Client>().expect("they can be read");
            if let Some(client) = clients.first() {
                let erased = practice.ledger().erase_client(at, client.id, label("erase"));
                erased.expect("the client is there");
            }
        }
        let mut ids = practice.ids.clone();
        match act {
            Act::Undo => drop(practice.undo()),
            Act::Redo => drop(practice.redo()),
            Act::TakeBack(_) | Act::Fail(_) => {}
            act => practice.run("act", |changes| perform(changes, &mut ids, act)),
        }
        practice.ids = ids;
    }
}

fn acts(most: usize) -> impl Strategy<Value = Vec<(Act, bool)>> {
    prop::collection::vec((act(), prop::bool::weighted(0.1)), 0..most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_relatives_are_never_strangers(
        before in acts(15), ours in acts(8), theirs in acts(8),
    ) {
        let mut first = Practice::new();
        first.client("Arkwright");
        do_some(&mut first, &before);
        let common = first.ledger().journal_position();
        let mut second = first.twin(1);
        do_some(&mut first, &ours);
        do_some(&mut second, &theirs);
        let ours = first.ledger().journal_position() - common;
        let theirs = second.ledger().journal_position() - common;
        let found = between(&mut first, &mut second);
        let mirrored = between(&mut second, &mut first);
        match found {
            Relation::Same => prop_assert_eq!((ours, theirs), (0, 0)),
            Relation::Ahead { by } => prop_assert_eq!((ours, theirs), (by, 0)),
            Relation::Behind { by } => prop_assert_eq!((ours, theirs), (0, by)),
            Relation::Apart { common: last, ours: o, theirs: t, since } => {
                prop_assert_eq!((last, o, t), (common, ours, theirs));
                prop_assert!(since.is_some(), "and until when they were the same is known");
                prop_assert_eq!(mirrored, Relation::Apart { common, since, ours: theirs, theirs: ours });
            }
            Relation::Strangers => prop_assert!(false, "they have {} entries in common", common),
        }
        let damage = second.ledger().check().expect("it can be checked");
        prop_assert_eq!(damage, [], "the copy is whole");
    }
}

#[test]
fn ledgers_that_began_apart_are_strangers() {
    let (mut ours, mut theirs) = (Practice::new(), Practice::new());
    assert_eq!(between(&mut ours, &mut theirs), Relation::Same, "empty ledgers are all alike");
    theirs.at += TimeDelta::milliseconds(1);
    for (ours_more, theirs_more) in [(1, 1), (5, 0), (0, 9)] {
        for _ in 0..ours_more {
            ours.client("Arkwright");
        }
        for _ in 0..theirs_more {
            theirs.client("Arkwright");
        }
        assert_eq!(between(&mut ours, &mut theirs), Relation::Strangers, "the same name, another beginning");
    }
    let mut empty = Practice::new();
    assert_eq!(between(&mut empty, &mut theirs), Relation::Behind { by: 10 }, "the beginning of every other");
}

#[test]
fn the_head_names_the_last_entry() {
    let mut practice = Practice::new();
    let head = |practice: &mut Practice| practice.ledger().reader().head().expect("it can be read");
    assert_eq!(head(&mut practice), Head { seq: 0, hash: [0; 32], at: None }, "nothing was done yet");
    practice.client("Arkwright");
    let first = head(&mut practice);
    assert_eq!((first.seq, first.at), (1, Some(practice.at)), "one entry, at its moment");
    practice.undo();
    let second = head(&mut practice);
    assert_eq!(second.seq, 2, "what is taken back is an entry as well");
    let reader = practice.ledger().reader();
    for (seq, expected) in
        [(0, Some([0; 32])), (1, Some(first.hash)), (2, Some(second.hash)), (3, None), (-1, None)]
    {
        assert_eq!(reader.hash_at(seq).expect("it can be read"), expected, "the hash of entry {seq}");
    }
}

fn noticed(practice: &mut Practice) -> Option<Noticed> {
    let path = practice.path();
    seen::noticed(&path, practice.ledger()).expect("the journal can be read")
}

fn remember(practice: &mut Practice) {
    let path = practice.path();
    seen::remember(&path, practice.ledger()).expect("the folder is ours");
}

/// Puts the file of another practice in the place of this one's.
fn put_in_place(practice: &mut Practice, other: &mut Practice) {
    practice.close();
    other.close();
    fs::copy(other.path(), practice.path()).expect("the folder is ours");
    other.open();
    practice.open();
}

#[test]
fn an_older_copy_in_the_place_of_a_newer_one_is_noticed_until_it_is_accepted() {
    let mut practice = Practice::new();
    assert_eq!(noticed(&mut practice), None, "nothing was seen yet");
    practice.client("Arkwright");
    remember(&mut practice);
    let mut older = practice.twin(1);
    practice.client("Bell");
    assert_eq!(noticed(&mut practice), None, "it went on since it was seen, as after a crash");
    remember(&mut practice);
    assert_eq!(noticed(&mut practice), None, "nothing changed since it was seen");

    put_in_place(&mut practice, &mut older);
    let expected = Some(Noticed::Older { seen_seq: 2, seq: 1 });
    assert_eq!(noticed(&mut practice), expected, "an older copy is noticed");
    remember(&mut practice);
    practice.restart();
    assert_eq!(noticed(&mut practice), expected, "closing it does not hide it");
    practice.client("Cole");
    practice.client("Dunn");
    remember(&mut practice);
    let apart = Some(Noticed::Apart { at_seq: 2 });
    assert_eq!(noticed(&mut practice), apart, "going on with it does not either: now it went apart");

    let path = practice.path();
    seen::accept(&path, practice.ledger()).expect("the folder is ours");
    assert_eq!(noticed(&mut practice), None, "the user said that this one goes on");
    practice.client("Egan");
    remember(&mut practice);
    assert_eq!(noticed(&mut practice), None, "and it goes on");
    put_in_place(&mut practice, &mut older);
    assert_eq!(noticed(&mut practice), Some(Noticed::Older { seen_seq: 4, seq: 1 }), "noticed anew");
}

#[test]
fn a_copy_that_went_apart_and_a_stranger_are_noticed() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    let mut copy = practice.twin(1);
    practice.client("Bell");
    remember(&mut practice);
    copy.client("Cole");
    copy.client("Dunn");
    put_in_place(&mut practice, &mut copy);
    assert_eq!(
        noticed(&mut practice),
        Some(Noticed::Apart { at_seq: 2 }),
        "the copy has another second entry"
    );
}

#[test]
fn what_was_seen_is_no_condition_for_opening() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    remember(&mut practice);
    let file = seen::seen_path(&practice.path());
    let written = fs::read_to_string(&file).expect("it was written");
    assert!(!written.contains("Arkwright"), "it names nobody: {written}");
    let cases: [(&[u8], &str); 5] = [
        (b"", "nothing"),
        (b"{\"seq\":9", "half of it"),
        (b"{\"seq\":-3,\"hash\":\"\"}", "a number that is none"),
        (&[0xff; 9_000], "something else"),
        (b"[]", "another form"),
    ];
    for (bytes, what) in cases {
        fs::write(&file, bytes).expect("the folder is ours");
        assert_eq!(noticed(&mut practice), None, "{what} says nothing");
        remember(&mut practice);
        assert_eq!(fs::read_to_string(&file).expect("it is there"), written, "{what} is written anew");
    }
    fs::remove_file(&file).expect("the folder is ours");
    assert_eq!(noticed(&mut practice), None, "no file says nothing");
}
