//! A year of use: whatever backup is left of it restores to what the ledger was when it was made.
use std::collections::BTreeMap;

use chrono::TimeDelta;
use kindly_ledger::backup::{self, Why};
use kindly_records::{CheckIn, Client};

use super::{Dice, Elsewhere, back_up, dump_of, folder, keyring, long, whole};
use crate::{
    builders::{Practice, check_in, client},
    dump::Dump,
};

/// How many days are worked through half hour by half hour, at the beginning and at the end.
const CLOSE: i64 = 2;

#[test]
fn every_backup_of_a_year_restores_to_what_the_ledger_was() {
    let mut practice = Practice::new();
    let mut dice = Dice(365);
    let mut then: BTreeMap<String, Dump> = BTreeMap::new();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "They said so.");
    let begin = practice.at;
    // Somebody on four days a week works 208 of them; the short form leaves some out.
    let every = if long() { 1 } else { 7 };
    for day in 0..365 {
        let close = !(CLOSE..365 - CLOSE).contains(&day);
        if !close && day % every != 0 {
            continue;
        }
        for half_hour in 0..if close { 16 } else { 1 } {
            practice.at = begin + TimeDelta::days(day) + TimeDelta::minutes(30 * half_hour);
            work(&mut practice, &mut dice, day);
            if dice.below(9) == 0 {
                practice.restart();
            }
            let why = if half_hour == 15 { Why::Close } else { Why::Timer };
            let made = back_up(&practice, why);
            then.insert(made.manifest.file.clone(), dump_of(&practice.bare()));
            let gone = backup::thin(&folder(&practice), practice.at).expect("the folder can be written");
            assert!(!gone.contains(&made), "the newest never goes");
            for gone in gone {
                then.remove(&gone.manifest.file);
            }
        }
    }
    let left = whole(&folder(&practice));
    let names: Vec<&String> = left.iter().map(|backup| &backup.manifest.file).rev().collect();
    assert_eq!(names, then.keys().collect::<Vec<_>>(), "what was not thinned out is there, by its moment");
    assert!(left.len() > 50, "{} are left", left.len());
    let ring = keyring(&practice);
    let elsewhere = Elsewhere::like(&practice);
    for backup in &left {
        backup::verify(backup, &ring)
            .unwrap_or_else(|error| panic!("{} is whole: {error}", backup.manifest.file));
        elsewhere.restore(backup);
        let expected = &then[&backup.manifest.file];
        assert_eq!(&elsewhere.dump(), expected, "{} record by record", backup.manifest.file);
        let counted: u64 = backup.manifest.counts.values().sum();
        assert_eq!(counted, expected.values().map(|rows| rows.len() as u64).sum::<u64>(), "and as it says");
    }
}

/// A day's work: something new, now and then a change, a deletion, something taken back.
fn work(practice: &mut Practice, dice: &mut Dice, day: i64) {
    let name = format!("Client {day}.{}", dice.below(1_000));
    let added = practice.client(&name);
    let said = practice.check_in(added, "2026-03-01", &"They were pleased. ".repeat(1 + dice.below(40)));
    match dice.below(6) {
        0 => practice.run("change", |changes| changes.update(added, &client(&format!("{name} & Co")))),
        1 => practice
            .run("change", |changes| changes.update(said, &check_in(added, "2026-03-02", "they were not"))),
        2 => practice.run("delete", |changes| changes.delete::<CheckIn>(said)),
        3 => practice.run("delete", |changes| changes.delete::<Client>(added)),
        4 => drop(practice.undo()),
        _ => {
            practice.undo();
            practice.redo();
        }
    }
}
