//! What stays in the process's memory once a ledger is closed: neither its key nor its passphrase.
//!
//! Each case runs in a process of its own, which is told what to look for only in a masked form: what it finds is what
//! the ledger left behind. What it finds while the ledger is open shows that it looks in the right place.
#![cfg(target_os = "linux")]
use std::{
    env, fs,
    io::{Read as _, Seek as _, SeekFrom},
    path::Path,
    process::Command,
};

use age::secrecy::SecretString;
use kindly_ledger::{
    Keyring, Ledger,
    vault::{self, RecoveryCode, Secret},
};
use kindly_records::Client;
use tempfile::TempDir;

use crate::builders::{client, label};

const PASSPHRASE: &str = "harbour violet candle ninety walnut orbit";
/// Set for the process that looks: what it does, with which ledger, and what it looks for.
const CHILD: &str = "KINDLY_TEST_MEMORY";
const MASK: u8 = 0xa5;

/// Bytes that are nowhere in memory as they are.
#[derive(Clone)]
struct Masked(Vec<u8>);

impl Masked {
    fn of(bytes: &[u8]) -> Self {
        Self(bytes.iter().map(|byte| byte ^ MASK).collect())
    }

    fn to_text(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
    }

    fn from_text(text: &str) -> Self {
        let byte = |pair: &[u8]| {
            let pair = str::from_utf8(pair).expect("digits");
            u8::from_str_radix(pair, 16).expect("two of them")
        };
        Self(text.as_bytes().chunks(2).map(byte).collect())
    }

    /// The bytes themselves, in a place that is wiped.
    fn secret(&self) -> SecretString {
        let mut text = String::with_capacity(self.0.len());
        text.extend(self.0.iter().map(|byte| char::from(byte ^ MASK)));
        text.into()
    }

    fn is_at(&self, window: &[u8]) -> bool {
        window.len() == self.0.len()
            && window.iter().zip(&self.0).all(|(byte, masked)| byte ^ MASK == *masked)
    }
}

/// Where in what may be written of this process's memory the bytes stand.
fn found(sought: &Masked) -> Vec<String> {
    let maps = fs::read_to_string("/proc/self/maps").expect("Linux lists the memory of a process");
    let mut memory = fs::File::open("/proc/self/mem").expect("a process may read its own memory");
    let mut places = Vec::new();
    let mut piece = vec![0; 1 << 20];
    let first = sought.0[0] ^ MASK;
    for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|may| may.starts_with("rw"))) {
        let (from, to) = line.split(' ').next().and_then(|range| range.split_once('-')).expect("a range");
        let number = |text| u64::from_str_radix(text, 16).expect("hexadecimal digits");
        let (mut from, to) = (number(from), number(to));
        while from < to {
            let length = usize::try_from(to - from).expect("it is addressed").min(piece.len());
            let read =
                memory.seek(SeekFrom::Start(from)).and_then(|_| memory.read_exact(&mut piece[..length]));
            if read.is_err() {
                break;
            }
            let starts =
                piece[..length].iter().enumerate().filter(|(_, byte)| **byte == first).map(|(at, _)| at);
            let hits = starts
                .filter(|at| piece.get(*at..at + sought.0.len()).is_some_and(|here| sought.is_at(here)));
            places.extend(hits.map(|at| format!("{:#x} in {line}", from + at as u64)));
            // What stands across two pieces is seen in the second.
            from +=
                if from + (length as u64) < to { (length - sought.0.len()) as u64 } else { length as u64 };
        }
        piece.fill(0);
    }
    places
}

fn use_it(path: &Path, keyring: &Keyring) -> Ledger {
    let mut ledger = Ledger::open(path, keyring).expect("the key fits");
    let at = chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
    let id = uuid::Uuid::new_v4().into();
    ledger
        .transact(at, label("add"), |changes| changes.insert(id, &client("Arkwright")))
        .expect("it can be saved");
    assert!(!ledger.reader().all::<Client>().expect("it can be read").is_empty(), "it is in use");
    assert_eq!(ledger.check().expect("it can be checked"), [], "and whole");
    ledger
}

fn child(words: &[&str]) {
    let (what, path) = (words[0], Path::new(words[1]));
    let sought: Vec<Masked> = words[2..].iter().map(|text| Masked::from_text(text)).collect();
    let [key, digits, passphrase, control] = sought.as_slice() else { panic!("four things are sought") };
    let planted = control.secret();
    let secret = Secret::Passphrase(passphrase.secret());
    let keyring = match what {
        "bare" => vault::load_or_create(path).expect("it is unprotected"),
        _ => vault::unlock(path, &secret).expect("it is the right one"),
    };
    let mut ledger = match what {
        "opened only" => Ledger::open(path, &keyring).expect("the key fits"),
        "read only" => Ledger::open_read_only(path, &keyring).expect("the key fits"),
        _ => use_it(path, &keyring),
    };
    assert!(!found(key).is_empty(), "{what}: the key is found while the ledger is open");
    assert!(!found(passphrase).is_empty(), "{what}: so is the passphrase while it is kept");
    let digits_while_open = found(digits);
    drop(ledger);
    if what == "renewed" {
        let renewed = vault::protect(
            path,
            &keyring,
            &passphrase.secret(),
            &RecoveryCode::random().expect("the system has random numbers"),
            &mut |_| true,
        )
        .expect("nothing stands in its way");
        ledger = use_it(path, &renewed);
        drop((ledger, renewed));
    }
    drop((keyring, secret));
    assert!(!found(control).is_empty(), "{what}: what was planted is found after the closing");
    drop(planted);
    for (sought, name) in [(key, "the key"), (digits, "the key in digits"), (passphrase, "the passphrase")] {
        let places = found(sought);
        assert!(places.is_empty(), "{what}: {name} was left at {places:#?}");
    }
    assert!(digits_while_open.is_empty(), "{what}: the digits stay nowhere: {digits_while_open:#?}");
}

#[test]
fn nothing_of_the_key_or_the_passphrase_stays_in_memory() {
    if let Some(words) = env::var_os(CHILD) {
        let words = words.into_string().expect("it was written as text");
        return child(&words.split('|').collect::<Vec<_>>());
    }
    for what in ["bare", "opened only", "read only", "protected", "renewed"] {
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let path = folder.path().join("practice.kindly");
        let keyring = vault::load_or_create(&path).expect("the folder is ours");
        drop(Ledger::open(&path, &keyring).expect("the file is new"));
        let digits = if what == "bare" {
            fs::read_to_string(vault::key_path(&path)).expect("it lies there").trim().to_owned()
        } else {
            let code = RecoveryCode::random().expect("the system has random numbers");
            vault::protect(&path, &keyring, &PASSPHRASE.into(), &code, &mut |_| true)
                .expect("it can be protected");
            crate::vault_wrapped::aged(&path.with_extension("kindly.key.age"), PASSPHRASE)[..64].to_owned()
        };
        let pair = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).expect("digits"), 16).expect("two");
        let key: Vec<u8> = digits.as_bytes().chunks(2).map(pair).collect();
        let control = uuid::Uuid::new_v4().to_string();
        let sought = [&key, digits.as_bytes(), PASSPHRASE.as_bytes(), control.as_bytes()];
        let words: Vec<_> = [what.to_owned(), path.display().to_string()]
            .into_iter()
            .chain(sought.map(|bytes| Masked::of(bytes).to_text()))
            .collect();
        let answer = Command::new(env::current_exe().expect("this is a program"))
            .args(["--exact", "memory::nothing_of_the_key_or_the_passphrase_stays_in_memory", "--nocapture"])
            .env(CHILD, words.join("|"))
            .output()
            .expect("it starts");
        let told = String::from_utf8_lossy(&answer.stdout) + String::from_utf8_lossy(&answer.stderr);
        assert!(answer.status.success(), "{what}: {told}");
        assert!(told.contains("1 passed"), "{what}: it did run: {told}");
    }
}
