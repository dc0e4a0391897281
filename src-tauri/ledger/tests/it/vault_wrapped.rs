//! Keys behind a passphrase and a recovery code: what opens them, what does not, and what damage is told as.
use std::{
    fs,
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
};

use age::{
    Decryptor, Encryptor,
    scrypt::{Identity, Recipient},
    secrecy::SecretString,
};
use kindly_ledger::{
    Keyring, Ledger, LedgerError,
    vault::{self, Protection, RecoveryCode, Secret},
};
use kindly_records::Client;
use sha2::{Digest as _, Sha256};

use crate::builders::Practice;

const RIGHT: &str = "harbour violet candle ninety walnut orbit";

fn by(passphrase: &str) -> Secret {
    Secret::Passphrase(passphrase.into())
}

fn code() -> RecoveryCode {
    RecoveryCode::random().expect("the system has random numbers")
}

fn beside(ledger: &Path, suffix: &str) -> PathBuf {
    let mut name = ledger.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// A practice with two clients and something to undo, protected.
fn protected() -> (Practice, Keyring, Keyring, RecoveryCode) {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    practice.client("Brunel");
    practice.close();
    let bare = vault::load_or_create(&practice.path()).expect("it is unprotected");
    let code = code();
    let renewed = vault::protect(&practice.path(), &bare, &RIGHT.into(), &code, &mut |_| true)
        .expect("nothing stands in its way");
    (practice, bare, renewed, code)
}

/// What the standard `age` tool makes of a file.
pub(crate) fn aged(path: &Path, secret: &str) -> String {
    let mut identity = Identity::new(SecretString::from(secret));
    identity.set_max_work_factor(18);
    let wrapped = fs::read(path).expect("it is there");
    let mut text = String::new();
    Decryptor::new_buffered(&wrapped[..])
        .and_then(|file| file.decrypt(std::iter::once(&identity as _)))
        .expect("the secret opens it")
        .read_to_string(&mut text)
        .expect("it holds text");
    text
}

#[test]
fn a_protected_ledger_opens_with_either_secret_and_nothing_else() {
    let (practice, bare, renewed, code) = protected();
    let path = practice.path();
    assert_eq!(
        vault::protection(&path).expect("it can be looked at"),
        Protection::Passphrase,
        "it is protected"
    );
    assert!(!vault::key_path(&path).exists(), "no key lies in the clear");
    for secret in [by(RIGHT), Secret::Recovery(code.clone())] {
        let keyring = vault::unlock(&path, &secret).expect("it is the right one");
        assert_eq!(keyring, renewed, "both hold the same keys");
        Ledger::open(&path, &keyring).expect("and they open it");
    }
    assert_ne!(renewed.current(), bare.current(), "the key is a new one");
    assert_eq!(renewed.keys()[1..], *bare.keys(), "the earlier one is kept for the backups made with it");
    let error = Ledger::open(&path, &bare).map(drop).expect_err("the key that lay in the clear");
    assert!(matches!(error, LedgerError::WrongKey { .. }), "it opens nothing any more: {error}");
    let error = vault::load_or_create(&path).map(drop).expect_err("it is protected");
    assert!(matches!(error, LedgerError::Protected { .. }), "{error}");

    let error =
        vault::unlock(&path, &by("harbour violet candle ninety walnut orbits")).expect_err("one letter more");
    assert!(matches!(error, LedgerError::WrongPassphrase), "{error}");
    let error =
        vault::unlock(&path, &Secret::Recovery(self::code())).expect_err("the code of another ledger");
    assert!(matches!(error, LedgerError::WrongRecoveryCode), "{error}");
    fs::remove_file(beside(&path, ".key.age")).expect("it can be lost");
    vault::unlock(&path, &Secret::Recovery(code)).expect("the code opens it without the other file");
}

#[test]
fn each_file_is_one_that_the_age_tool_opens() {
    let (practice, _, renewed, code) = protected();
    let path = practice.path();
    let letters = code.printed().replace('-', "").to_lowercase();
    let texts =
        [(".key.age", RIGHT, "17"), (".recovery.age", &letters, "12")].map(|(suffix, secret, work)| {
            let file = beside(&path, suffix);
            let bytes = fs::read(&file).expect("it is there");
            let lines: Vec<_> = String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect();
            assert_eq!(lines[0], "age-encryption.org/v1", "{suffix} says what it is");
            let words: Vec<_> = lines[1].split(' ').collect();
            assert_eq!(
                (words[..2].join(" "), words[3]),
                ("-> scrypt".to_owned(), work),
                "{suffix}: how it is wrapped"
            );
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                let mode = fs::metadata(&file).expect("it is there").permissions().mode();
                assert_eq!(mode & 0o777, 0o600, "{suffix} is for its owner alone");
            }
            aged(&file, secret)
        });
    assert_eq!(texts[0], texts[1], "both hold the same");
    let lines: Vec<_> = texts[0].lines().collect();
    assert_eq!(lines.len(), renewed.keys().len(), "a key a line");
    let hexadecimal = |line: &&str| line.len() == 64 && line.bytes().all(|digit| digit.is_ascii_hexdigit());
    assert!(lines.iter().all(hexadecimal), "of 64 digits each");
}

#[test]
fn a_new_key_changes_nothing_that_was_kept() {
    let (mut practice, bare, renewed, _) = protected();
    let path = practice.path();
    let copy = path.with_extension("copy");
    let mut ledger = Ledger::open(&path, &renewed).expect("it opens");
    assert_eq!(ledger.check().expect("it can be checked"), [], "the journal's chain and the pages hold");
    assert_eq!(ledger.key_id(), renewed.current().id(), "it names the key that opens it");
    assert_eq!(ledger.journal_position(), 2, "the journal came along");
    let label = ledger.undo(practice.at).expect("it can be undone").map(|label| label.key);
    assert_eq!(label.as_deref(), Some("add.client"), "undo goes on where it was");
    assert_eq!(ledger.reader().all::<Client>().expect("it can be read").len(), 1, "and undoes");
    ledger.redo(practice.at).expect("it can be done again");
    drop(ledger);
    fs::copy(&path, &copy).expect("a backup of a kind");

    let (second, code) = ("another passphrase altogether", code());
    let third =
        vault::protect(&path, &renewed, &second.into(), &code, &mut |_| true).expect("a new key, by hand");
    assert_eq!(third.keys().len(), 3, "every earlier key is kept");
    assert_eq!(third.key(&bare.current().id()), Some(bare.current()), "and found by its name");
    let ledger = Ledger::open(&copy, &third).expect("the ring opens what its earlier key wrote");
    assert_eq!(ledger.key_id(), renewed.current().id(), "with that one");
    assert_eq!(ledger.check().expect("it can be checked"), [], "whole");
    assert!(
        matches!(vault::unlock(&path, &by(RIGHT)), Err(LedgerError::WrongPassphrase)),
        "the old one went"
    );
    assert_eq!(vault::unlock(&path, &by(second)).expect("the new one came"), third, "with the new ring");
    practice.close();
}

#[test]
fn the_header_of_the_file_comes_along() {
    let numbers = |path: &Path, key: &str| {
        let connection = rusqlite::Connection::open(path).expect("it is there");
        connection.execute_batch(&format!("PRAGMA key = \"x'{key}'\"")).expect("a key");
        ["user_version", "application_id"].map(|pragma| {
            connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).expect("the key fits")
        })
    };
    let mut practice = Practice::new();
    practice.client("Arkwright");
    practice.close();
    let path = practice.path();
    let bare = vault::load_or_create(&path).expect("it is unprotected");
    let before = numbers(&path, fs::read_to_string(vault::key_path(&path)).expect("it lies there").trim());
    vault::protect(&path, &bare, &RIGHT.into(), &code(), &mut |_| true).expect("nothing stands in its way");
    let text = aged(&beside(&path, ".key.age"), RIGHT);
    let after = numbers(&path, text.lines().next().expect("a key"));
    assert_eq!(after, before, "layout and format are those of before");
    assert!(after[0] > 0 && after[1] > 0, "and were set: {after:?}");
}

#[test]
fn another_passphrase_wraps_the_same_keys() {
    let (practice, _, renewed, code) = protected();
    let path = practice.path();
    let before = fs::read(&path).expect("it is there");
    vault::rewrap(&path, &renewed, &"shorter".into()).expect("the folder is ours");
    assert!(
        matches!(vault::unlock(&path, &by(RIGHT)), Err(LedgerError::WrongPassphrase)),
        "the old one went"
    );
    assert_eq!(
        vault::unlock(&path, &by("shorter")).expect("the new one came"),
        renewed,
        "the keys are the same"
    );
    assert_eq!(
        vault::unlock(&path, &Secret::Recovery(code)).expect("it holds"),
        renewed,
        "the code still opens it"
    );
    assert_eq!(fs::read(&path).expect("it is there"), before, "the ledger was not touched");
}

#[test]
fn a_ledger_that_is_open_is_not_protected_under_its_user() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    let keyring = vault::load_or_create(&practice.path()).expect("it is unprotected");
    let refused = vault::protect(&practice.path(), &keyring, &RIGHT.into(), &code(), &mut |_| true);
    assert!(matches!(refused, Err(LedgerError::InUse)), "{refused:?}");
    practice.restart();
}

/// The same keys, wrapped with so little work that each byte can be tried.
struct Wrapped {
    practice: Practice,
    keyring: Keyring,
    code: RecoveryCode,
}

impl Wrapped {
    fn new() -> Self {
        let mut practice = Practice::new();
        practice.client("Arkwright");
        practice.close();
        let path = practice.path();
        let keyring = vault::load_or_create(&path).expect("it is unprotected");
        let text = fs::read(vault::key_path(&path)).expect("it lies there");
        let code = code();
        let letters = code.printed().replace('-', "").to_lowercase();
        let mut sums = String::new();
        for (suffix, secret) in [(".key.age", RIGHT), (".recovery.age", &letters)] {
            let wrapped = wrap(&text, secret);
            let sum: Vec<_> = Sha256::digest(&wrapped).iter().map(|byte| format!("{byte:02x}")).collect();
            sums = sums + &sum.concat() + "  practice.kindly" + suffix + "\n";
            fs::write(beside(&path, suffix), wrapped).expect("the folder is ours");
        }
        fs::write(beside(&path, ".keys.sha256"), sums).expect("the folder is ours");
        fs::remove_file(vault::key_path(&path)).expect("it is ours");
        Self { practice, keyring, code }
    }

    fn file(&self, suffix: &str) -> PathBuf {
        beside(&self.practice.path(), suffix)
    }

    fn unlock(&self, secret: &Secret) -> Result<Keyring, LedgerError> {
        vault::unlock(&self.practice.path(), secret)
    }
}

fn wrap(text: &[u8], secret: &str) -> Vec<u8> {
    let mut recipient = Recipient::new(secret.into());
    recipient.set_work_factor(2);
    let mut wrapped = Vec::new();
    let mut out = Encryptor::with_recipients(std::iter::once(&recipient as _))
        .expect("one secret is all it takes")
        .wrap_output(&mut wrapped)
        .expect("memory takes it");
    out.write_all(text).and_then(|()| out.finish().map(drop)).expect("memory takes it");
    wrapped
}

/// Each byte of a file in turn with one of its bits flipped, and with all of them; the file is whole again afterwards.
fn each_flip(file: &Path, mut check: impl FnMut(&str)) {
    let whole = fs::read(file).expect("it is there");
    assert!(whole.len() > 60, "{} holds something", file.display());
    for place in 0..whole.len() {
        for mask in [1 << (place % 8), 0xff] {
            let mut flipped = whole.clone();
            flipped[place] ^= mask;
            fs::write(file, &flipped).expect("the folder is ours");
            check(&format!("byte {place} of {} by {mask:#04x}", file.display()));
        }
        let cut = &whole[..place];
        fs::write(file, cut).expect("the folder is ours");
        check(&format!("{} cut to {place} bytes", file.display()));
    }
    fs::write(file, whole).expect("the folder is ours");
}

#[test]
fn every_flip_in_a_wrapped_key_is_told_as_damage_whatever_the_secret() {
    let wrapped = Wrapped::new();
    let (right_code, wrong_code) = (Secret::Recovery(wrapped.code.clone()), Secret::Recovery(code()));
    let sums = fs::read(wrapped.file(".keys.sha256")).expect("it is there");
    for (suffix, right, wrong) in
        [(".key.age", by(RIGHT), by("not it")), (".recovery.age", right_code, wrong_code)]
    {
        each_flip(&wrapped.file(suffix), |flip| {
            match wrapped.unlock(&right) {
                // The format has letters that say the same in two ways.
                Ok(keyring) => {
                    assert_eq!(keyring, wrapped.keyring, "{flip}: a key of nobody is never accepted");
                }
                Err(LedgerError::KeyUnreadable { key, .. }) => {
                    assert_eq!(key, wrapped.file(suffix), "{flip}: the damaged file is named");
                    let error = wrapped.unlock(&wrong).expect_err("nothing opens it");
                    assert!(
                        matches!(error, LedgerError::KeyUnreadable { .. }),
                        "{flip}, wrong secret: {error}"
                    );
                }
                Err(error) => panic!("{flip} is told as damage of the key file, not as: {error}"),
            }
            fs::write(wrapped.file(".keys.sha256"), &sums).expect("the folder is ours");
        });
        assert_eq!(wrapped.unlock(&right).expect("whole again"), wrapped.keyring, "{suffix} opens as before");
    }
}

#[test]
fn no_damage_of_the_checksums_keeps_anybody_out_or_accuses_a_whole_file() {
    let wrapped = Wrapped::new();
    let code = Secret::Recovery(wrapped.code.clone());
    let sums = wrapped.file(".keys.sha256");
    let whole = fs::read(&sums).expect("it is there");
    each_flip(&sums, |flip| {
        let error = wrapped.unlock(&by("not it")).expect_err("it is the wrong one");
        assert!(
            matches!(error, LedgerError::WrongPassphrase),
            "{flip}: the passphrase is wrong, no more: {error}"
        );
        assert_eq!(
            wrapped.unlock(&by(RIGHT)).expect(flip),
            wrapped.keyring,
            "{flip}: the passphrase opens it"
        );
        assert_eq!(wrapped.unlock(&code).expect(flip), wrapped.keyring, "{flip}: so does the code");
        assert_eq!(fs::read(&sums).expect("it is there"), whole, "{flip}: and the checksums are mended");
    });
    fs::remove_file(&sums).expect("it can be lost");
    assert!(
        matches!(wrapped.unlock(&by("not it")), Err(LedgerError::WrongPassphrase)),
        "without any as well"
    );
    wrapped.unlock(&by(RIGHT)).expect("the passphrase opens it");
    assert_eq!(fs::read(&sums).expect("they were written again"), whole, "for both files");
}

#[test]
fn every_flip_in_a_bare_key_is_told() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    practice.close();
    let path = practice.path();
    let whole = vault::load_or_create(&path).expect("it is unprotected");
    let sums = fs::read(beside(&path, ".keys.sha256")).expect("they are there");
    each_flip(&vault::key_path(&path), |flip| {
        match vault::load_or_create(&path) {
            // A capital says the same, and so does a blank in place of the line break.
            Ok(keyring) => assert_eq!(keyring, whole, "{flip}: another key is never accepted"),
            Err(error) => assert!(matches!(error, LedgerError::KeyUnreadable { .. }), "{flip}: {error}"),
        }
        fs::write(beside(&path, ".keys.sha256"), &sums).expect("the folder is ours");
    });
    each_flip(&beside(&path, ".keys.sha256"), |flip| {
        assert_eq!(vault::load_or_create(&path).expect(flip), whole, "{flip}: a whole key opens its ledger");
        assert_eq!(fs::read(beside(&path, ".keys.sha256")).expect("it is there"), sums, "{flip}: mended");
    });
}

#[test]
fn a_damaged_ledger_is_another_answer() {
    let (practice, _, renewed, _) = protected();
    let path = practice.path();
    let mut bytes = fs::read(&path).expect("it is there");
    bytes[2_000] ^= 1;
    fs::write(&path, bytes).expect("the folder is ours");
    assert_eq!(vault::unlock(&path, &by(RIGHT)).expect("the keys are whole"), renewed, "the secret is right");
    let error = Ledger::open(&path, &renewed).map(drop).expect_err("its first page is damaged");
    assert!(matches!(error, LedgerError::Broken { .. }), "and the ledger is what is damaged: {error}");
}
