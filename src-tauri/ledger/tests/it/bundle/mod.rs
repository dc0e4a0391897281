//! One sealed file with which a ledger moves: there and whole, or not there at all.
use std::{
    env, fs,
    io::{Read, Write},
    iter,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use age::{Decryptor, Encryptor, scrypt, secrecy::SecretString};
use kindly_ledger::{
    Keyring, Ledger, LedgerError,
    bundle::{Manifest, Unbundled, read_bundle, take_place, write_bundle},
    copies::{Relation, relation, seen},
    vault,
};
use kindly_records::{ClientId, Kind};
use tar::{EntryType, Header};
use tempfile::TempDir;

use crate::{
    builders::{Practice, label, open_bare},
    dump::{dump, rows},
};

mod hostile;

const WORDS: &str = "six words that nobody would guess";

fn passphrase() -> SecretString {
    SecretString::from(WORDS)
}

fn folder() -> TempDir {
    TempDir::new().expect("there is a folder for temporary files")
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("it can be listed")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    names
}

/// Writes the practice's bundle.
fn bundle(
    practice: &Practice,
    to: &Path,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Manifest, LedgerError> {
    let keyring = vault::load_or_create(&practice.path())?;
    write_bundle(&practice.path(), &keyring, to, &passphrase(), practice.at, "0.3.0", told)
}

/// Reads a bundle; where that fails, nothing may be left of it.
fn read_into(folder: &Path, bytes: &[u8]) -> Result<Unbundled, LedgerError> {
    let (from, into) = (folder.join("moved.kindly-bundle"), folder.join("into"));
    fs::create_dir_all(&into).expect("the folder is ours");
    fs::write(&from, bytes).expect("the folder is ours");
    let read = read_bundle(&from, &passphrase(), &into, &mut |_| true);
    if let Err(error) = &read {
        assert_eq!(names_in(&into), Vec::<String>::new(), "nothing is left after: {error}");
    }
    read
}

/// A practice with a record of every kind, packed once, and what stands in it before it is sealed.
struct Packed {
    tar: Vec<u8>,
    manifest: Manifest,
}

fn packed() -> &'static Packed {
    static PACKED: OnceLock<Packed> = OnceLock::new();
    PACKED.get_or_init(|| {
        let mut practice = Practice::new();
        let client = practice.client("Arkwright");
        practice.one_of_each(client, "words");
        let folder = folder();
        let path = folder.path().join("moved.kindly-bundle");
        let manifest = bundle(&practice, &path, &mut |_| true).expect("the ledger is whole");
        Packed { tar: unsealed(&path), manifest }
    })
}

fn unsealed(path: &Path) -> Vec<u8> {
    let file = fs::File::open(path).expect("it was written");
    let identity = scrypt::Identity::new(passphrase());
    let mut tar = Vec::new();
    Decryptor::new(file)
        .and_then(|bundle| bundle.decrypt(iter::once(&identity as _)))
        .expect("it is an age file with this passphrase")
        .read_to_end(&mut tar)
        .expect("it is whole");
    tar
}

/// Seals anything, with next to no work for the passphrase.
fn sealed(content: &[u8]) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(passphrase());
    recipient.set_work_factor(2);
    let mut bytes = Vec::new();
    let mut out = Encryptor::with_recipients(iter::once(&recipient as _))
        .expect("one passphrase is enough")
        .wrap_output(&mut bytes)
        .expect("memory takes it");
    out.write_all(content).and_then(|()| out.finish()).expect("memory takes it");
    bytes
}

/// The three files of a bundle, to be told otherwise.
#[derive(Clone)]
struct Files {
    manifest: Vec<u8>,
    keys: Vec<u8>,
    ledger: Vec<u8>,
}

fn files() -> Files {
    let mut archive = tar::Archive::new(&packed().tar[..]);
    let mut contents: Vec<(String, Vec<u8>)> = Vec::new();
    for entry in archive.entries().expect("it is a tar") {
        let mut entry = entry.expect("it is whole");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("it is whole");
        contents.push((entry.path().expect("it is text").to_string_lossy().into_owned(), bytes));
    }
    let names: Vec<&str> = contents.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["manifest.json", "keys", "practice.kindly"], "what a bundle holds");
    let [manifest, keys, ledger] = contents.try_into().expect("three of them");
    Files { manifest: manifest.1, keys: keys.1, ledger: ledger.1 }
}

/// A file of a tar, as hostile as a header allows.
fn entry(name: &[u8], kind: EntryType, size: u64, content: &[u8]) -> Vec<u8> {
    let mut header = Header::new_ustar();
    header.as_old_mut().name[..name.len()].copy_from_slice(name);
    header.set_entry_type(kind);
    header.set_mode(0o600);
    header.set_size(size);
    if kind.is_symlink() || kind.is_hard_link() {
        header.set_link_name("/etc/passwd").expect("a short name");
    }
    header.set_cksum();
    let mut bytes = header.as_bytes().to_vec();
    bytes.extend_from_slice(content);
    bytes.resize(bytes.len().next_multiple_of(512), 0);
    bytes
}

fn plain(name: &str, content: &[u8]) -> Vec<u8> {
    entry(name.as_bytes(), EntryType::Regular, content.len() as u64, content)
}

fn tar_of(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut tar = parts.concat();
    tar.extend_from_slice(&[0; 1_024]);
    tar
}

/// The manifest with some of its values replaced.
fn manifest_with(files: &Files, change: impl FnOnce(&mut serde_json::Value)) -> Vec<u8> {
    let mut manifest = serde_json::from_slice(&files.manifest).expect("it is JSON");
    change(&mut manifest);
    serde_json::to_vec(&manifest).expect("it is JSON")
}

#[test]
fn a_ledger_arrives_on_another_computer_as_it_left() {
    let mut practice = Practice::new();
    let client = practice.client("Arkwright");
    practice.one_of_each(client, "wörds “and” 😀");
    practice.undo();
    practice.undo();
    practice.redo();
    let path = practice.path();
    let before = names_in(path.parent().expect("it lies in a folder"));
    let (there, stick) = (folder(), folder());
    let moved = stick.path().join("moved.kindly-bundle");
    fs::write(&moved, "an older bundle").expect("the folder is ours");

    let mut heard = Vec::new();
    let written = bundle(&practice, &moved, &mut |done| {
        heard.push(done);
        true
    })
    .expect("the ledger is whole");
    assert_eq!(names_in(path.parent().expect("it lies in a folder")), before, "nothing is left beside it");
    assert_eq!(names_in(stick.path()), ["moved.kindly-bundle"], "nor beside the bundle");
    let bytes = fs::read(&moved).expect("it was written");
    assert!(bytes.starts_with(b"age-encryption.org/v1\n-> scrypt "), "it is an age file with a passphrase");

    let mut heard_there = Vec::new();
    let arrived = read_bundle(&moved, &passphrase(), there.path(), &mut |done| {
        heard_there.push(done);
        true
    })
    .expect("it is whole");
    for heard in [heard, heard_there] {
        assert!(heard.is_sorted(), "progress never goes back: {heard:?}");
        assert_eq!(heard.first(), Some(&0.0), "from the beginning");
        assert_eq!(heard.last(), Some(&1.0), "to the end");
    }
    assert_eq!(arrived.manifest, written, "it says the same there as here");
    assert_eq!(written.counts.get(&Kind::Client), Some(&1), "and what it holds");
    assert_eq!(names_in(there.path()), ["practice.kindly"], "only the ledger stands there");
    assert_eq!(fs::read(&moved).ok(), Some(bytes), "the bundle stays as it was");

    let key = fs::read(vault::key_path(&path)).expect("it lies here");
    fs::write(vault::key_path(&arrived.ledger), &key).expect("the folder is ours");
    let mut twin = Ledger::open(&arrived.ledger, &arrived.keyring).expect("the key came with it");
    let bare = open_bare(&arrived.ledger);
    for (table, held) in dump(&practice) {
        assert_eq!(rows(&bare, table), held, "every {table} came with it");
    }
    for table in ["journal", "journal_reach", "journal_touch", "blob"] {
        assert_eq!(rows(&bare, table), rows(&practice.bare(), table), "the {table} came with it");
    }
    drop(bare);
    assert_eq!(twin.check().expect("it can be checked"), [], "it is whole");
    assert_eq!(relation(practice.ledger(), &twin).expect("both can be read"), Relation::Same, "the same");
    let at = practice.at;
    let words = |label: Option<kindly_ledger::Label>| label.map(|label| label.key);
    assert_eq!(words(twin.redo(at).expect("it can be done again")), practice.redo(), "redo goes on there");
    while let Some(expected) = practice.undo() {
        assert_eq!(words(twin.undo(at).expect("it can be taken back")), Some(expected), "so does undo");
    }
    twin.transact(at, label("add"), |changes| {
        changes.insert(ClientId::from(uuid::Uuid::from_u128(7)), &crate::builders::client("Bell"))
    })
    .expect("and it goes on");
    assert_eq!(relation(practice.ledger(), &twin).expect("both can be read"), Relation::Behind { by: 1 });
}

#[test]
fn whoever_has_the_passphrase_opens_it_without_kindly() {
    let files = files();
    let manifest: Manifest = serde_json::from_slice(&files.manifest).expect("it is JSON");
    assert_eq!(manifest, packed().manifest, "the manifest is what writing answered");
    assert_eq!(manifest.bytes, files.ledger.len() as u64, "the size is the ledger's");
    let text = String::from_utf8(files.manifest).expect("it is text");
    assert!(!text.contains("Arkwright"), "the manifest names nobody: {text}");
    assert!(files.keys.iter().all(|byte| byte.is_ascii_hexdigit() || *byte == b'\n'), "a key a line");
}

#[test]
fn stopped_anywhere_it_leaves_nothing() {
    let mut practice = Practice::new();
    let client = practice.client("Arkwright");
    practice.check_in(client, "2026-01-01", "words");
    let home = practice.path().parent().expect("it lies in a folder").to_owned();
    let before = names_in(&home);
    let (stick, there) = (folder(), folder());
    let moved = stick.path().join("moved.kindly-bundle");
    fs::write(&moved, "an older bundle").expect("the folder is ours");
    for stop_at in 0.. {
        let mut asked = 0;
        let mut told = |_| {
            asked += 1;
            asked <= stop_at
        };
        match bundle(&practice, &moved, &mut told) {
            Ok(_) => break,
            Err(error) => assert!(matches!(error, LedgerError::Stopped), "{error}"),
        }
        assert_eq!(names_in(&home), before, "stopped at {stop_at}: nothing is left beside the ledger");
        assert_eq!(
            fs::read(&moved).ok().as_deref(),
            Some(&b"an older bundle"[..]),
            "and the older one stays"
        );
        assert_eq!(names_in(stick.path()), ["moved.kindly-bundle"], "with nothing beside it");
        assert!(stop_at < 10_000, "it ends some time");
    }
    for stop_at in 0.. {
        let mut asked = 0;
        let mut told = |_| {
            asked += 1;
            asked <= stop_at
        };
        match read_bundle(&moved, &passphrase(), there.path(), &mut told) {
            Ok(_) => break,
            Err(error) => assert!(matches!(error, LedgerError::Stopped), "{error}"),
        }
        assert_eq!(
            names_in(there.path()),
            Vec::<String>::new(),
            "stopped at {stop_at}: nothing is left there"
        );
        assert!(stop_at < 10_000, "it ends some time");
    }
    assert_eq!(names_in(there.path()), ["practice.kindly"], "and in the end it is there");
}

#[test]
fn a_damaged_ledger_does_not_travel() {
    let mut practice = Practice::new();
    let client = practice.client("Arkwright");
    practice.check_in(client, "2026-01-01", "words");
    practice.close();
    let mut bytes = fs::read(practice.path()).expect("the file is there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(practice.path(), bytes).expect("the folder is ours");
    let stick = folder();
    let error = bundle(&practice, &stick.path().join("moved"), &mut |_| true).expect_err("it is damaged");
    assert!(matches!(error, LedgerError::Damaged), "{error}");
    assert_eq!(names_in(stick.path()), Vec::<String>::new(), "nothing was written");
}

#[test]
fn a_ledger_that_stands_there_is_never_overwritten() {
    let folder = folder();
    fs::create_dir(folder.path().join("into")).expect("the folder is ours");
    let stands = folder.path().join("into/practice.kindly");
    fs::write(&stands, "theirs").expect("the folder is ours");
    let from = folder.path().join("moved.kindly-bundle");
    fs::write(&from, sealed(&packed().tar)).expect("the folder is ours");
    let error =
        read_bundle(&from, &passphrase(), &folder.path().join("into"), &mut |_| true).expect_err("taken");
    assert!(matches!(error, LedgerError::File { .. }), "{error}");
    assert_eq!(fs::read(&stands).ok().as_deref(), Some(&b"theirs"[..]), "it was left alone");
}

#[test]
fn a_wrong_passphrase_is_not_a_damaged_bundle() {
    let folder = folder();
    let from = folder.path().join("moved.kindly-bundle");
    fs::write(&from, sealed(&packed().tar)).expect("the folder is ours");
    let into = folder.path().join("into");
    fs::create_dir(&into).expect("the folder is ours");
    for wrong in ["", "six words that nobody would gues", "Six words that nobody would guess"] {
        let error =
            read_bundle(&from, &SecretString::from(wrong), &into, &mut |_| true).expect_err("it is wrong");
        assert!(matches!(error, LedgerError::WrongBundlePassphrase { .. }), "“{wrong}”: {error}");
        assert_eq!(names_in(&into), Vec::<String>::new(), "nothing was unpacked");
    }
    read_bundle(&from, &passphrase(), &into, &mut |_| true).expect("the right one opens it");
}

#[test]
fn a_bundle_of_a_newer_kindly_says_so() {
    let whole = files();
    for (name, newer) in [("schema_version", 1_000), ("format", 2)] {
        let manifest = manifest_with(&whole, |manifest| {
            manifest[name] = newer.into();
            manifest["counts"] = serde_json::json!({ "a kind of tomorrow": 1 });
        });
        let tar = tar_of(&[plain("manifest.json", &manifest), plain("more", b"")]);
        let error = read_into(folder().path(), &sealed(&tar)).expect_err("it is newer");
        assert!(matches!(error, LedgerError::Newer { .. }), "{name}: {error}");
    }
}

#[test]
fn a_ledger_of_the_first_release_arrives() {
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/layout-1/practice.kindly");
    let ledger = fs::read(&released).expect("the fixture is there");
    let keys = fs::read(vault::key_path(&released)).expect("with its key");
    let here = folder();
    let copy = copied(here.path(), &released);
    let bare = open_bare(&copy);
    let (head_seq, head_hash): (i64, String) = bare
        .query_row("SELECT seq, lower(hex(hash)) FROM journal ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .expect("it has a journal");
    let key = vault::load_or_create(&copy).expect("with its key");
    let manifest = manifest_with(&files(), |manifest| {
        manifest["schema_version"] = 1.into();
        manifest["head_seq"] = head_seq.into();
        manifest["head_hash"] = head_hash.into();
        manifest["bytes"] = ledger.len().into();
        manifest["sha256"] = sha256(&ledger).into();
        manifest["key_id"] = serde_json::to_value(key.current().id()).expect("it is text");
    });
    let tar =
        tar_of(&[plain("manifest.json", &manifest), plain("keys", &keys), plain("practice.kindly", &ledger)]);
    let there = folder();
    let arrived = read_into(there.path(), &sealed(&tar)).expect("it is whole, and older");
    let opened = Ledger::open(&arrived.ledger, &arrived.keyring).expect("it is brought up");
    assert_eq!(opened.check().expect("it can be checked"), [], "and whole");
    assert_eq!(opened.reader().counts().expect("they can be read")[&Kind::Client], 14, "with its clients");
    drop(opened);

    // What was brought up here holds the same tables as what was laid out here, and travels on.
    let on = there.path().join("on.kindly-bundle");
    let at = packed().manifest.made_at;
    write_bundle(&arrived.ledger, &arrived.keyring, &on, &passphrase(), at, "0.3.0", &mut |_| true)
        .expect("it is whole");
    read_bundle(&on, &passphrase(), folder().path(), &mut |_| true).expect("and arrives");
}

#[test]
fn what_arrived_goes_on_in_the_place_and_under_the_key_of_ours() {
    let mut ours = Practice::new();
    for _ in 0..40 {
        ours.client("Ours");
    }
    let mut theirs = Practice::new();
    let client = theirs.client("Theirs");
    theirs.one_of_each(client, "words");
    let expected = dump(&theirs);
    let (stick, staging) = (folder(), folder());
    let moved = stick.path().join("moved.kindly-bundle");
    bundle(&theirs, &moved, &mut |_| true).expect("the ledger is whole");
    let arrived = read_bundle(&moved, &passphrase(), staging.path(), &mut |_| true).expect("it is whole");

    let keyring = vault::load_or_create(&ours.path()).expect("the key lies beside it");
    let before = dump(&ours);
    ours.close();
    let home = ours.path().parent().expect("it lies in a folder").to_owned();
    let names = names_in(&home);
    let mut stopped = 0;
    loop {
        let mut asked = 0;
        let mut told = |_| {
            asked += 1;
            asked <= stopped
        };
        match take_place(&arrived, &ours.path(), &keyring, &mut told) {
            Ok(()) => break,
            Err(error) => assert!(matches!(error, LedgerError::Stopped), "{error}"),
        }
        stopped += 1;
        assert_eq!(names_in(&home), names, "stopped at {stopped}: nothing is left beside ours");
        assert_eq!(dump(&ours), before, "and ours is as it was");
    }
    assert!(stopped > 0, "it can be stopped");
    assert_eq!(names_in(&home), names, "with nothing beside it that was not there");
    ours.open();
    assert_eq!(dump(&ours), expected, "theirs goes on");
    assert_eq!(ours.ledger().key_id(), keyring.current().id(), "under our key");
    assert_eq!(ours.ledger().check().expect("it can be checked"), [], "whole");
    let path = ours.path();
    let noticed = seen::noticed(&path, ours.ledger()).expect("it can be read");
    assert_eq!(noticed, None, "it is shorter, and that was meant");
    assert_eq!(relation(ours.ledger(), theirs.ledger()).expect("both can be read"), Relation::Same);
    while let Some(expected) = theirs.undo() {
        assert_eq!(ours.undo(), Some(expected), "its journal is here as well");
    }

    // What took a place is written in another way than what was laid out here, and travels as well.
    ours.redo();
    bundle(&ours, &moved, &mut |_| true).expect("the ledger is whole");
    read_bundle(&moved, &passphrase(), folder().path(), &mut |_| true).expect("and arrives");
}

#[test]
fn what_arrived_takes_a_place_where_nothing_stood() {
    let folder = folder();
    let arrived = read_into(folder.path(), &sealed(&packed().tar)).expect("it is whole");
    let place = folder.path().join("practice.kindly");
    let keyring = vault::load_or_create(&place).expect("the folder is ours");
    take_place(&arrived, &place, &keyring, &mut |_| true).expect("nothing stands against it");
    let opened = Ledger::open(&place, &keyring).expect("it opens with the key of the place");
    assert_eq!(opened.check().expect("it can be checked"), [], "whole");
    assert_eq!(opened.reader().counts().expect("they can be read"), packed().manifest.counts, "all of it");
    let other = Keyring::random().expect("the system has random numbers");
    drop(opened);
    fs::write(&arrived.ledger, "no ledger").expect("the folder is ours");
    let error = take_place(&arrived, &place, &other, &mut |_| true).expect_err("what arrived is gone");
    assert!(matches!(error, LedgerError::WrongKey { .. }), "{error}");
    Ledger::open(&place, &keyring).expect("and what stands there stays");
}

fn copied(folder: &Path, ledger: &Path) -> PathBuf {
    let copy = folder.join("practice.kindly");
    fs::copy(ledger, &copy).expect("the fixture is there");
    fs::copy(vault::key_path(ledger), vault::key_path(&copy)).expect("with its key");
    copy
}

fn is_long() -> bool {
    env::var("KINDLY_TORTURE").is_ok_and(|form| form == "long")
}

/// How much memory this process ever took, in bytes; from Linux, which counts it.
#[cfg(target_os = "linux")]
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux tells it");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("Linux tells it");
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    digits.parse::<u64>().expect("a number") << 10
}

/// A ledger that is larger than the memory which is allowed goes out and comes in. A process of its own does it, since
/// memory is counted by the process; it is this test again, told by its environment where to work.
#[cfg(target_os = "linux")]
#[test]
fn a_large_ledger_is_never_held_in_memory() {
    const PLACE: &str = "KINDLY_TEST_LARGE_BUNDLE";
    /// 128 MiB for the passphrase, two page caches, and what the program itself takes.
    const MOST: u64 = 230 << 20;
    let megabytes = if is_long() { 400 } else { 24 };
    if let Some(place) = env::var_os(PLACE) {
        let place = PathBuf::from(place);
        let (ledger, moved) = (place.join("practice.kindly"), place.join("moved.kindly-bundle"));
        let keyring = vault::load_or_create(&ledger).expect("the key is there");
        let at = packed_at();
        write_bundle(&ledger, &keyring, &moved, &passphrase(), at, "0.3.0", &mut |_| true)
            .expect("it is whole");
        let written = most_memory();
        let there = place.join("there");
        fs::create_dir(&there).expect("the folder is ours");
        let arrived = read_bundle(&moved, &passphrase(), &there, &mut |_| true).expect("it is whole");
        assert!(arrived.manifest.bytes > megabytes << 20, "it is as large as was meant");
        let figures = format!("written with {} MiB, read with {} MiB", written >> 20, most_memory() >> 20);
        assert!(most_memory() < MOST, "{figures}");
        fs::write(place.join("figures"), figures).expect("the folder is ours");
        return;
    }
    let mut practice = Practice::new();
    practice.client("Arkwright");
    practice.close();
    let bare = practice.bare();
    bare.execute_batch("PRAGMA cache_size = -2000; BEGIN").expect("it is a ledger");
    for turn in 0..megabytes {
        // A kept file of incompressible bytes, under the name of its content.
        let bytes: Vec<u8> = bare
            .query_row("SELECT randomblob(1048576)", [], |row| row.get(0))
            .unwrap_or_else(|error| panic!("blob {turn}: {error}"));
        bare.execute("INSERT INTO blob (sha256, bytes) VALUES (unhex(?1), ?2)", (sha256(&bytes), bytes))
            .expect("it takes them");
    }
    bare.execute_batch("COMMIT").expect("it takes them");
    drop(bare);
    let place = practice.path().parent().expect("it lies in a folder").to_owned();
    let child = std::process::Command::new(env::current_exe().expect("this is a program"))
        .args(["--exact", "bundle::a_large_ledger_is_never_held_in_memory"])
        .env(PLACE, &place)
        .output()
        .expect("it starts again");
    let said = String::from_utf8_lossy(&child.stdout).into_owned() + &String::from_utf8_lossy(&child.stderr);
    assert!(child.status.success(), "{said}");
    let figures = fs::read_to_string(place.join("figures")).expect("the other process did the work");
    assert!(figures.contains("read with"), "{figures}");
}

fn packed_at() -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range")
}

fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;

    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes every character");
        text
    })
}
