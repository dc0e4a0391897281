//! When the power goes, every save that was acknowledged is on the disk.
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::{
    chance::Chance,
    disk::{Disk, Fate},
    form,
    room::ledger_in,
    told::Told,
    trace::{Event, of_load},
};

/// Use cases that are traced.
const STEPS: usize = 260;

/// The power goes before an event, and so much comes of what was not synced.
struct Cut {
    before: usize,
    fate: Fate,
}

/// Puts the files of a state where a ledger is opened. Sometimes the file that is shared in memory was left behind, with
/// anything in it.
fn lay_out(files: &BTreeMap<String, Vec<u8>>, folder: &Path, chance: &mut Chance) {
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).expect("a file of the state can be written");
    }
    if files.contains_key("practice.kindly") && chance.below(3) == 0 {
        let any: Vec<u8> = (0..32 * 1024).map(|_| u8::try_from(chance.below(256)).expect("a byte")).collect();
        fs::write(folder.join("practice.kindly-shm"), any).expect("a file of the state can be written");
    }
}

/// Moments by chance, many of them right before something is synced, when there is most to lose.
fn cuts(events: &[Event], states: usize, chance: &mut Chance) -> Vec<Cut> {
    let is_sync = |event: &Event| matches!(event, Event::Synced(_) | Event::FolderSynced);
    let syncs: Vec<usize> = (0..events.len()).filter(|at| is_sync(&events[*at])).collect();
    // The log is being brought into the ledger.
    let is_ledger = |at: &&usize| matches!(&events[**at], Event::Synced(name) if name == "practice.kindly");
    let into_ledger: Vec<usize> = syncs.iter().filter(is_ledger).copied().collect();
    // The making of key and ledger is over after few events: some states are of it for sure.
    let begin = events.iter().position(|event| matches!(event, Event::Said(line) if line.starts_with("ack")));
    let begin = begin.expect("something was acknowledged");
    let mut cuts: Vec<Cut> = (0..states)
        .map(|state| Cut {
            before: match state % 8 {
                0 => chance.below(begin + 1),
                1 => *chance.of(&into_ledger).expect("the log was brought into the ledger"),
                2..=4 => chance.below(events.len() + 1),
                _ => *chance.of(&syncs).expect("something was synced"),
            },
            fate: *chance.of(&Fate::ALL).expect("there are fates"),
        })
        .collect();
    cuts.sort_by_key(|cut| cut.before);
    cuts
}

#[test]
fn every_acknowledged_save_is_there_after_a_power_loss() {
    let (states, seed) = (form::turns(150, 1_000), form::seed());
    let mut chance = Chance::new(seed);
    let folder = tempfile::tempdir().expect("a folder for a ledger");
    let events = of_load(&ledger_in(folder.path()), seed, STEPS);
    let count = |is: fn(&Event) -> bool| events.iter().filter(|event| is(event)).count();
    let syncs = count(|event| matches!(event, Event::Synced(_)));
    let checkpoints = count(|event| matches!(event, Event::Written(name, ..) if name == "practice.kindly"));
    assert!(syncs > STEPS, "every use case is synced: {syncs} syncs");
    assert!(checkpoints > 20, "the log was brought into the ledger: {checkpoints} pages");

    let (mut disk, mut told, mut at, mut pending) = (Disk::default(), Told::default(), 0, 0);
    let mut failed = Vec::new();
    for Cut { before, fate } in cuts(&events, states, &mut chance) {
        for event in &events[at..before] {
            disk.happens(event);
            if let Event::Said(line) = event {
                told.hear(line);
            }
        }
        at = before;
        pending += usize::from(disk.is_pending());
        let files = disk.after_power_loss(fate, &mut chance);
        let folder = tempfile::tempdir().expect("a folder for a state");
        lay_out(&files, folder.path(), &mut chance);
        let sizes: Vec<_> = files.iter().map(|(name, bytes)| (name, bytes.len())).collect();
        let wrong = told.judge(&ledger_in(folder.path())).err();
        let left_over = strangers(folder.path());
        let wrong = wrong.or((!left_over.is_empty()).then(|| format!("{left_over:?} is left over")));
        failed.extend(wrong.map(|wrong| format!("before event {before}, {fate:?}, {sizes:?}: {wrong}")));
    }
    assert!(
        failed.is_empty(),
        "power lost, seed {seed}, {} of {states} states are not as they should be, such as\n{}",
        failed.len(),
        failed[..failed.len().min(8)].join("\n")
    );
    assert!(pending > states / 2, "there was something to lose: in {pending} of {states} states");
}

/// Files that are none of a ledger's own.
fn strangers(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("the folder can be read").flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let own = [
        "practice.kindly",
        "practice.kindly.key",
        "practice.kindly.keys.sha256",
        "practice.kindly.lock",
        "practice.kindly.seen",
        "practice.kindly-wal",
        "practice.kindly-shm",
    ];
    names.filter(|name| !own.contains(&name.as_str())).collect()
}

#[test]
fn a_save_that_was_not_synced_would_be_noticed() {
    let folder = tempfile::tempdir().expect("a folder for a ledger");
    let events = of_load(&ledger_in(folder.path()), 5, 30);
    let (mut disk, mut told) = (Disk::default(), Told::default());
    // A disk that acknowledges what it does not do: from some use case on, nothing is synced.
    for event in &events {
        let lies = told.acknowledged >= 5 && matches!(event, Event::Synced(_) | Event::FolderSynced);
        if !lies {
            disk.happens(event);
        }
        if let Event::Said(line) = event {
            told.hear(line);
        }
    }
    assert!(told.acknowledged > 10, "use cases were acknowledged after that: {}", told.acknowledged);
    let state = tempfile::tempdir().expect("a folder for a state");
    let files = disk.after_power_loss(Fate::Lost, &mut Chance::new(5));
    lay_out(&files, state.path(), &mut Chance::new(5));
    let judged = told.judge(&ledger_in(state.path()));
    assert!(judged.is_err_and(|wrong| wrong.contains("lost")), "the loss is seen");
}
