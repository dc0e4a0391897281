//! Undo is exact, whatever comes between: use cases by chance, each state kept, each reached again.
use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use kindly_practice::{
    Practice, PracticeError,
    import::ImportFile,
    records::{Kind, Profile},
};
use serde::{Deserialize, Serialize};

use crate::{
    chance::{Chance, ids, kinds, texts},
    form,
    life::{LEDGER, LIFE, STEPS, again},
    room::{day, everything, ledger_in, moment, texts as fields, whole},
};

/// Which way a life goes through the states: `mixed`, `back` or `on`.
const COURSE: &str = "KINDLY_TORTURE_COURSE";

/// The states that undo and redo lead to, by a hash of everything that is recorded.
#[derive(Debug, Deserialize, Serialize)]
struct States {
    hashes: Vec<u64>,
    now: usize,
}

impl States {
    fn file(ledger: &Path) -> PathBuf {
        ledger.with_file_name("states.json")
    }

    fn read(ledger: &Path) -> Self {
        let text = fs::read_to_string(Self::file(ledger)).expect("the states were kept");
        serde_json::from_str(&text).expect("they are JSON")
    }

    fn write(&self, ledger: &Path) {
        let text = serde_json::to_string(self).expect("numbers are JSON");
        fs::write(Self::file(ledger), text).expect("the states can be kept");
    }
}

fn state(practice: &Practice) -> u64 {
    let mut hasher = DefaultHasher::new();
    everything(practice).hash(&mut hasher);
    hasher.finish()
}

/// What comes between two use cases, which no state may notice. What else can come between gets a line here: a lock and
/// the unlocking after it, a backup, a restore of the newest one.
#[derive(Clone, Copy, Debug)]
enum Between {
    Nothing,
    Reopen,
    Check,
    Restart,
}

impl Between {
    const ALL: [Self; 4] = [Self::Nothing, Self::Reopen, Self::Check, Self::Restart];

    /// `None` where the process is to end.
    fn comes(self, practice: Practice, ledger: &Path) -> Option<Practice> {
        match self {
            Self::Nothing => Some(practice),
            Self::Reopen => {
                drop(practice);
                Some(Practice::open(ledger).expect("it opens again"))
            }
            Self::Check => {
                assert_eq!(whole(&practice), Ok(()), "the ledger is whole");
                Some(practice)
            }
            Self::Restart => None,
        }
    }
}

/// One use case by chance. What chance made impossible is refused.
fn act(practice: &mut Practice, chance: &mut Chance) -> Result<(), PracticeError> {
    let clients = practice.choices()?.clients;
    let Some(name) = chance.of(&clients).map(|client| client.name.clone()) else {
        let record = practice.record_of(Kind::Client, &texts(chance, Kind::Client, "", false))?;
        return practice.add(moment(), &record).map(drop);
    };
    let kind = *chance.of(&kinds()).expect("there are kinds");
    let some = ids(practice, kind);
    match (chance.below(12), chance.of(&some).copied()) {
        (0..=4, _) | (_, None) => {
            let record = practice.record_of(kind, &texts(chance, kind, &name, false))?;
            practice.add(moment(), &record).map(drop)
        }
        (5 | 6, Some(id)) => {
            let (_, before) = practice.any_record(id)?;
            let mut changes = texts(chance, kind, &name, false);
            changes.retain(|field| field.key != "client" && field.key != "name");
            let record = practice.record_with(&before, &changes)?;
            practice.edit(moment(), id, &record).map(drop)
        }
        // A client goes with everything that is theirs.
        (7, Some(id)) => practice.remove(moment(), kind, id).map(drop),
        (8, Some(_)) => practice.remove_many(moment(), kind, &some[..some.len().min(3)]).map(drop),
        (9, _) => {
            let some: Vec<_> = ids(practice, Kind::Deliverable).into_iter().take(3).collect();
            let note = format!("seen {}", chance.below(100));
            practice.edit_many(moment(), Kind::Deliverable, &some, &fields(&[("notes", &note)])).map(drop)
        }
        (10, _) => {
            let number = chance.below(1_000);
            let csv = format!("Client,Title,Due,Notes\n{name},Imported {number},2026-12-01,n\n");
            let file = ImportFile {
                name: "d.csv",
                bytes: csv.as_bytes(),
                kind: Some("deliverables"),
                mapping: None,
                choices: None,
            };
            practice.import(moment(), file, &mut |_| true).map(drop)
        }
        _ if chance.yes() => {
            let profile = Profile { name: format!("Robin {}", chance.below(1_000)), ..Profile::default() };
            practice.save_profile(moment(), &profile).map(drop)
        }
        _ => {
            let client = practice.client_called(&name)?;
            let until = day("2026-12-01");
            practice.snooze(moment(), &format!("check_in:{client}"), Some(client), until, "away").map(drop)
        }
    }
}

/// Does something new, and notes the state that it led to.
fn goes_on(practice: &mut Practice, chance: &mut Chance, states: &mut States) {
    let done = act(practice, chance);
    let (before, now) = (states.hashes[states.now], state(practice));
    if let Err(refused) = done {
        assert_eq!(now, before, "what was refused changed nothing: {refused}");
    } else if now != before {
        // What was taken back before cannot be done again any more.
        states.now += 1;
        states.hashes.truncate(states.now);
        states.hashes.push(now);
    }
}

fn goes_back(practice: &mut Practice, states: &mut States) {
    let step = practice.undo(moment()).expect("every step can be taken back");
    assert_eq!(step.is_some(), states.now > 0, "there is a step as long as something was done");
    states.now = states.now.saturating_sub(1);
    assert_eq!(state(practice), states.hashes[states.now], "{step:?} was taken back to the byte");
}

fn goes_again(practice: &mut Practice, states: &mut States) {
    let step = practice.redo(moment()).expect("every step can be done again");
    assert_eq!(
        step.is_some(),
        states.now + 1 < states.hashes.len(),
        "there is a step as long as one was taken back"
    );
    states.now = (states.now + 1).min(states.hashes.len() - 1);
    assert_eq!(state(practice), states.hashes[states.now], "{step:?} was done again to the byte");
}

/// One life of the app: some steps, and what comes between.
fn live(ledger: &Path, course: &str, life: u64, steps: usize) {
    let mut chance = Chance::new(life.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut practice = Practice::open(ledger).expect("the ledger opens");
    let mut states = States::read(ledger);
    for _ in 0..steps {
        match (course, chance.below(8)) {
            ("mixed", 0..=4) => goes_on(&mut practice, &mut chance, &mut states),
            ("mixed", 5 | 6) | ("back", _) => goes_back(&mut practice, &mut states),
            _ => goes_again(&mut practice, &mut states),
        }
        states.write(ledger);
        let between =
            if chance.below(10) == 0 { *chance.of(&Between::ALL).expect("some") } else { Between::Nothing };
        match between.comes(practice, ledger) {
            Some(open) => practice = open,
            None => return,
        }
    }
}

#[test]
fn every_state_is_reached_again_whatever_comes_between() {
    if let Some(ledger) = env::var_os(LEDGER) {
        let said = |name: &str| env::var(name).expect("a life is told how to go");
        let number = |name: &str| said(name).parse::<u64>().expect("a number");
        let steps = usize::try_from(number(STEPS)).expect("a small number");
        return live(Path::new(&ledger), &said(COURSE), number(LIFE), steps);
    }
    let (steps, seed) = (form::turns(300, 4_000), form::seed());
    let folder = tempfile::tempdir().expect("a folder for the test");
    let ledger = ledger_in(folder.path());
    let practice = Practice::open(&ledger).expect("a new ledger opens");
    States { hashes: vec![state(&practice)], now: 0 }.write(&ledger);
    drop(practice);
    let mut lives = 0;
    let mut next = |course: &str| {
        lives += 1;
        let mut life = again(&[], "undo::every_state_is_reached_again_whatever_comes_between");
        life.env(LEDGER, &ledger).env(LIFE, (seed + lives).to_string()).env(STEPS, "60").env(COURSE, course);
        let ended = life.output().expect("this program can be started");
        let complaint = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success(), "life {lives}, {course}, of seed {seed}: {complaint}");
        States::read(&ledger)
    };
    let mut states = next("mixed");
    for _ in 0..steps / 30 {
        states = next("mixed");
    }
    while states.now > 0 {
        states = next("back");
    }
    while states.now + 1 < states.hashes.len() {
        states = next("on");
    }
    assert!(
        states.hashes.len() > steps / 6,
        "many states were reached: {} in {lives} lives",
        states.hashes.len()
    );
    let practice = Practice::open(&ledger).expect("it opens");
    assert_eq!(whole(&practice), Ok(()), "the ledger is whole");
}
