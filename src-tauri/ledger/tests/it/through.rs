//! Undo is exact, whatever lies between: closing and opening, locking and unlocking, a new key, backups that are
//! restored, older copies that are put in the place, and a move to another computer.
use std::{fs, io::Read as _, iter};

use age::{Decryptor, scrypt, secrecy::SecretString};
use chrono::TimeDelta;
use kindly_ledger::{
    Head, Keyring, Ledger, LedgerError,
    backup::{self, Backup, Source, Why},
    bundle::{read_bundle, take_place, write_bundle},
    copies::seen::{self, Noticed},
    vault::{self, Protection, RecoveryCode, Secret},
};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::{
    builders::Practice,
    dump::dump,
    random::{Act, Model, act, perform, take_back},
};

const VERSION: &str = "0.3.0";

/// What happens next. Numbers choose among what is there.
#[derive(Debug, Clone)]
enum Step {
    Does(Act),
    Restarts,
    /// Locks, and unlocks by the passphrase or by the recovery code.
    Locks {
        by_code: bool,
    },
    TakesNewKey,
    BacksUp,
    Restores(usize),
    /// Copies the file somewhere, as a user may.
    Copies,
    /// Puts such a copy in the place, and lets it go on or puts the newer one back.
    FindsOlder {
        which: usize,
        accepts: bool,
    },
    Moves,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        22 => act().prop_map(Step::Does),
        3 => Just(Step::Restarts),
        1 => any::<bool>().prop_map(|by_code| Step::Locks { by_code }),
        1 => Just(Step::TakesNewKey),
        3 => Just(Step::BacksUp),
        2 => any::<usize>().prop_map(Step::Restores),
        2 => Just(Step::Copies),
        2 => any::<(usize, bool)>().prop_map(|(which, accepts)| Step::FindsOlder { which, accepts }),
        1 => Just(Step::Moves),
    ]
}

/// A practice on its way, and all that its user has to go on with.
struct Going {
    practice: Practice,
    keyring: Keyring,
    passphrase: SecretString,
    code: Option<RecoveryCode>,
    model: Model,
    /// Where backups and copies lie: it stays when the practice moves.
    stick: TempDir,
    backups: Vec<(Backup, Model)>,
    copies: Vec<(std::path::PathBuf, Model)>,
    turn: i64,
}

impl Going {
    fn new() -> Self {
        let mut practice = Practice::new();
        let keyring = vault::load_or_create(&practice.path()).expect("the key lies beside it");
        practice.keep_bare_keys();
        Self {
            model: Model::from(dump(&practice)),
            practice,
            keyring,
            passphrase: SecretString::from("none yet"),
            code: None,
            stick: TempDir::new().expect("there is a folder for temporary files"),
            backups: Vec::new(),
            copies: Vec::new(),
            turn: 0,
        }
    }

    fn take(&mut self, step: &Step) {
        self.turn += 1;
        self.practice.at += TimeDelta::seconds(71);
        match step {
            Step::Does(act) => self.does(act),
            Step::Restarts => {
                self.close();
                self.open();
            }
            Step::Locks { by_code } => self.locks(*by_code),
            Step::TakesNewKey => self.takes_new_key(),
            Step::BacksUp => self.backs_up(),
            Step::Restores(which) => self.restores(*which),
            Step::Copies => self.copies(),
            Step::FindsOlder { which, accepts } => self.finds_older(*which, *accepts),
            Step::Moves => self.moves(),
        }
    }

    fn does(&mut self, act: &Act) {
        let practice = &mut self.practice;
        let mut ids = practice.ids.clone();
        match act {
            Act::Undo => drop(practice.undo()),
            Act::Redo => drop(practice.redo()),
            Act::TakeBack(which) => take_back(practice, *which).expect("nothing else is in the way"),
            Act::Fail(_) => {
                let failed = practice.try_run("fail", |changes| perform(changes, &mut ids, act));
                assert!(failed.is_err(), "a client without a name is refused");
            }
            act => practice.run("act", |changes| perform(changes, &mut ids, act)),
        }
        practice.ids = ids;
        self.model.follow(act, &dump(&self.practice));
    }

    fn close(&mut self) {
        seen::remember(&self.practice.path(), self.practice.ledger()).expect("the journal can be read");
        self.practice.close();
    }

    /// Opens what stands there, and asks whether it is what was seen last.
    fn open(&mut self) -> Option<Noticed> {
        let opened = Ledger::open(&self.practice.path(), &self.keyring).expect("a whole ledger opens");
        self.practice.opened(opened);
        seen::noticed(&self.practice.path(), self.practice.ledger()).expect("the journal can be read")
    }

    /// Opens what must be what was left.
    fn opens_as_left(&mut self) {
        assert_eq!(self.open(), None, "nothing is odd about it");
    }

    fn locks(&mut self, by_code: bool) {
        self.close();
        let path = self.practice.path();
        let found = match (vault::protection(&path).expect("it can be looked at"), &self.code) {
            (Protection::Passphrase, Some(code)) if by_code => {
                vault::unlock(&path, &Secret::Recovery(code.clone())).expect("the code opens it")
            }
            (Protection::Passphrase, _) => {
                let wrong = vault::unlock(&path, &Secret::Passphrase(SecretString::from("wrong")));
                assert!(matches!(wrong, Err(LedgerError::WrongPassphrase)), "{wrong:?}");
                vault::unlock(&path, &Secret::Passphrase(self.passphrase.clone())).expect("it opens it")
            }
            (Protection::Unprotected, _) => vault::load_or_create(&path).expect("the key lies beside it"),
        };
        assert!(found.current() == self.keyring.current(), "the key is the one that was in use");
        self.keyring = found.with_earlier(&self.keyring);
        self.opens_as_left();
    }

    fn takes_new_key(&mut self) {
        self.close();
        let path = self.practice.path();
        let before = self.keyring.current().id();
        let code = RecoveryCode::random().expect("the system has random numbers");
        self.passphrase = SecretString::from(format!("passphrase number {}", self.turn));
        self.keyring = vault::protect(&path, &self.keyring, &self.passphrase, &code, &mut |_| true)
            .expect("nothing stands against it");
        self.code = Some(code);
        assert_ne!(self.keyring.current().id(), before, "it is a new one");
        // For whoever looks past the ledger into its file.
        let wrapped = fs::read(path.with_file_name("practice.kindly.key.age")).expect("it was wrapped");
        let identity = scrypt::Identity::new(self.passphrase.clone());
        let mut text = String::new();
        Decryptor::new(&wrapped[..])
            .and_then(|file| file.decrypt(iter::once(&identity as _)))
            .expect("the passphrase opens it")
            .read_to_string(&mut text)
            .expect("it is text");
        self.practice.bare_keys.extend(text.lines().map(str::to_owned));
        self.opens_as_left();
        assert_eq!(self.practice.ledger().key_id(), self.keyring.current().id(), "and it opens the ledger");
    }

    fn backs_up(&mut self) {
        let folder = self.stick.path().join("backups");
        let made = Source::new(&self.practice.path(), &self.keyring)
            .back_up(&folder, self.practice.at, Why::ByHand, VERSION, &mut |_| true)
            .expect("the ledger is whole");
        self.backups.push((made, self.model.clone()));
    }

    fn restores(&mut self, which: usize) {
        let Some(chosen) = which.checked_rem(self.backups.len()) else { return };
        let (backup, model) = self.backups[chosen].clone();
        self.close();
        backup::restore(&self.practice.path(), &backup, &self.keyring, &mut |_| true)
            .expect("a whole backup restores");
        self.model = model;
        self.opens_as_left();
    }

    fn copies(&mut self) {
        self.close();
        let copy = self.stick.path().join(format!("copy-{}", self.turn));
        fs::copy(self.practice.path(), &copy).expect("the folder is ours");
        self.copies.push((copy, self.model.clone()));
        self.opens_as_left();
    }

    fn head(&mut self) -> Head {
        self.practice.ledger().reader().head().expect("the journal can be read")
    }

    fn finds_older(&mut self, which: usize, accepts: bool) {
        let Some(chosen) = which.checked_rem(self.copies.len()) else { return };
        let (copy, model) = self.copies[chosen].clone();
        let left = self.head();
        self.close();
        let path = self.practice.path();
        let newer = self.stick.path().join("newer");
        fs::copy(&path, &newer).expect("the folder is ours");
        fs::copy(&copy, &path).expect("the folder is ours");
        let noticed = self.open();
        let found = self.head();
        let held = self.practice.ledger().reader().hash_at(left.seq).expect("the journal can be read");
        let expected = if found.seq < left.seq {
            Some(Noticed::Older { seen_seq: left.seq, seq: found.seq })
        } else {
            (held != Some(left.hash)).then_some(Noticed::Apart { at_seq: left.seq })
        };
        assert_eq!(noticed, expected, "{found:?} in the place of {left:?}");
        if accepts || noticed.is_none() {
            seen::accept(&path, self.practice.ledger()).expect("the journal can be read");
            self.model = model;
            self.close();
        } else {
            self.close();
            fs::copy(&newer, &path).expect("the folder is ours");
        }
        self.opens_as_left();
    }

    /// Goes on in another folder, under another key, without a passphrase; backups and copies are on the stick.
    fn moves(&mut self) {
        self.close();
        let sealed = self.stick.path().join(format!("moved-{}.kindly-bundle", self.turn));
        let path = self.practice.path();
        write_bundle(&path, &self.keyring, &sealed, &self.passphrase, self.practice.at, VERSION, &mut |_| {
            true
        })
        .expect("the ledger is whole");
        let there = TempDir::new().expect("there is a folder for temporary files");
        let staging = there.path().join("arrived");
        fs::create_dir(&staging).expect("the folder is ours");
        let arrived = read_bundle(&sealed, &self.passphrase, &staging, &mut |_| true).expect("it is whole");
        self.practice.move_to(there);
        let path = self.practice.path();
        let keyring = vault::load_or_create(&path).expect("the folder is ours");
        take_place(&arrived, &path, &keyring, &mut |_| true).expect("nothing stands against it");
        assert!(arrived.keyring.keys() == self.keyring.keys(), "all keys came along");
        self.keyring = keyring.with_earlier(&arrived.keyring);
        self.practice.keep_bare_keys();
        self.code = None;
        self.opens_as_left();
    }
}

/// Short with all other tests; `KINDLY_TORTURE=long` goes on for longer.
fn cases() -> u32 {
    if std::env::var("KINDLY_TORTURE").is_ok_and(|form| form == "long") { 200 } else { 5 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_is_exact_whatever_lies_between(steps in prop::collection::vec(step(), 10..45)) {
        let mut going = Going::new();
        for step in &steps {
            going.take(step);
            prop_assert_eq!(&dump(&going.practice), going.model.state(), "the state after {:?}", step);
        }
        let Going { mut practice, model, .. } = going;
        while practice.redo().is_some() {}
        prop_assert_eq!(&dump(&practice), model.states().last().expect("it began"), "redo all leads to the end");
        for state in model.states().iter().rev().skip(1) {
            prop_assert!(practice.undo().is_some(), "there is a step back to every state");
            prop_assert_eq!(&dump(&practice), state, "and it is the state that was left");
        }
        prop_assert!(practice.undo().is_none(), "the first state is the empty ledger");
        for state in &model.states()[1..] {
            prop_assert!(practice.redo().is_some(), "there is a step forth to every state");
            prop_assert_eq!(&dump(&practice), state, "and it is the state that was left");
        }
        let damage = practice.ledger().check().expect("it can be checked");
        prop_assert_eq!(damage, [], "journal, links and search agree");
    }
}
