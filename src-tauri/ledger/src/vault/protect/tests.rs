//! Protecting, stopped at each moment between two changes of what is on the disk.
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use kindly_records::Profile;
use tempfile::TempDir;

use super::*;
use crate::{
    Label, Ledger,
    files::moments::stopped_after,
    vault::{Protection, Secret, load_or_create, protection, unlock},
};

const NAME: &str = "Arkwright & Daughters";

struct Kept {
    _folder: TempDir,
    path: PathBuf,
}

fn at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range")
}

impl Kept {
    fn new() -> Self {
        // In memory where there is such a folder: a hundred ledgers brought to a disk are a hundred waits.
        let folder = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new());
        let folder = folder.expect("there is a folder for temporary files");
        let path = folder.path().join("practice.kindly");
        let keyring = load_or_create(&path).expect("the folder is ours");
        let mut ledger = Ledger::open(&path, &keyring).expect("the file is new");
        let label = Label { key: "profile".to_owned(), arguments: std::collections::BTreeMap::new() };
        ledger
            .transact(at(), label, |changes| {
                changes.set_profile(&Profile { name: NAME.to_owned(), ..Profile::default() })
            })
            .expect("it can be saved");
        Self { _folder: folder, path }
    }

    fn protect(&self, keyring: &Keyring, secrets: &Secrets) -> Result<Keyring, LedgerError> {
        protect(&self.path, keyring, &secrets.passphrase, &secrets.code, &mut |_| true)
    }

    /// What opens the keys, in the way that the window asks for them.
    fn keys(&self, secrets: &[&Secrets], when: &str) -> Keyring {
        if protection(&self.path).expect("it can be looked at") == Protection::Unprotected {
            return load_or_create(&self.path)
                .unwrap_or_else(|error| panic!("{when}: the bare key opens it: {error}"));
        }
        let by = |secret: &dyn Fn(&Secrets) -> Secret, what: &str| {
            let answers: Vec<_> = secrets.iter().map(|one| unlock(&self.path, &secret(one))).collect();
            let told = format!("{when}: a {what} opens it: {answers:?}");
            answers.into_iter().find_map(Result::ok).expect(&told)
        };
        let by_code = by(&|one| Secret::Recovery(one.code.clone()), "recovery code");
        self.holds(&by_code, when);
        by(&|one| Secret::Passphrase(one.passphrase.clone()), "passphrase")
    }

    fn holds(&self, keyring: &Keyring, when: &str) {
        let ledger =
            Ledger::open(&self.path, keyring).unwrap_or_else(|error| panic!("{when}: it opens: {error}"));
        assert_eq!(ledger.reader().profile().expect("it can be read").name, NAME, "{when}: nothing is lost");
        assert_eq!(ledger.check().expect("it can be checked"), [], "{when}: and it is whole");
    }

    /// Whatever lies in the folder and is no draft.
    fn names(&self) -> Vec<String> {
        let folder = self.path.parent().expect("it lies in a folder");
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("it can be listed")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

struct Secrets {
    passphrase: SecretString,
    code: RecoveryCode,
}

impl Secrets {
    fn new(passphrase: &str) -> Self {
        let code = RecoveryCode::random().expect("the system has random numbers");
        Self { passphrase: passphrase.into(), code }
    }
}

/// Stops the work at each moment in turn, each time on a ledger of its own, until it is done without a stop.
fn at_each_moment(begun: impl Fn() -> (Kept, Keyring), secrets: &[&Secrets]) -> u32 {
    for moments in 0.. {
        let (kept, keyring) = begun();
        let new = *secrets.last().expect("there is a new one");
        let done = stopped_after(moments, || kept.protect(&keyring, new));
        let when = format!("stopped after {moments} moments");
        let found = kept.keys(secrets, &when);
        kept.holds(&found, &when);
        if let Some(done) = done {
            let done = done.expect("nothing stands in its way");
            assert_eq!(done, found, "the ring that was returned is the one that is kept");
            return moments;
        }
        let again =
            kept.protect(&found, new).unwrap_or_else(|error| panic!("{when}: it can be done again: {error}"));
        assert_eq!(
            kept.keys(&[new], &when).current(),
            again.current(),
            "{when}: and then the new secrets open it"
        );
        assert!(!key_path(&kept.path).exists(), "{when}: no bare key is left");
        let left: Vec<_> = kept.names().into_iter().filter(|name| name.contains(".draft-")).collect();
        assert_eq!(left, [""; 0], "{when}: nothing half done is left");
    }
    unreachable!("it is done some time")
}

#[test]
fn the_first_protecting_may_stop_at_any_moment() {
    let secrets = Secrets::new("six words of the first passphrase");
    let begun = || {
        let kept = Kept::new();
        let keyring = load_or_create(&kept.path).expect("it is unprotected");
        (kept, keyring)
    };
    let moments = at_each_moment(begun, &[&secrets]);
    assert!(moments > 25, "it was stopped at {moments} moments, which are all that there are");
}

#[test]
fn a_new_key_may_stop_at_any_moment() {
    let (old, new) = (Secrets::new("the first passphrase"), Secrets::new("the second one"));
    let begun = || {
        let kept = Kept::new();
        let bare = load_or_create(&kept.path).expect("it is unprotected");
        let keyring = kept.protect(&bare, &old).expect("nothing stands in its way");
        (kept, keyring)
    };
    let moments = at_each_moment(begun, &[&old, &new]);
    assert!(moments > 20, "it was stopped at {moments} moments, which are all that there are");
}

#[test]
fn what_is_stopped_on_the_way_leaves_everything_as_it_was() {
    let kept = Kept::new();
    let keyring = load_or_create(&kept.path).expect("it is unprotected");
    let before = (kept.names(), fs::read(&kept.path).expect("it is there"));
    let secrets = Secrets::new("a passphrase");
    let stopped = protect(&kept.path, &keyring, &secrets.passphrase, &secrets.code, &mut |_| false);
    assert!(matches!(stopped, Err(LedgerError::Stopped)), "{stopped:?}");
    assert_eq!((kept.names(), fs::read(&kept.path).expect("it is there")), before, "to the byte");
    kept.holds(&keyring, "stopped by the user");
}

#[test]
fn where_the_file_cannot_be_swapped_the_old_secrets_hold() {
    let kept = Kept::new();
    let bare = load_or_create(&kept.path).expect("it is unprotected");
    let (old, new) = (Secrets::new("the first passphrase"), Secrets::new("the second one"));
    let keyring = kept.protect(&bare, &old).expect("nothing stands in its way");
    let mut told = |done| {
        // What somebody leaves in the log meanwhile would be read into the new file.
        done < 1.0 || fs::write(crate::files::with_suffix(&kept.path, "-wal"), "left behind").is_ok()
    };
    let refused = protect(&kept.path, &keyring, &new.passphrase, &new.code, &mut told);
    assert!(matches!(refused, Err(LedgerError::InUse)), "{refused:?}");
    fs::remove_file(crate::files::with_suffix(&kept.path, "-wal")).expect("it can go");
    let found = kept.keys(&[&old], "after the refusal");
    assert_eq!(found, keyring, "with the keys of before");
    kept.holds(&found, "after the refusal");
}
