//! Bundles that were altered, cut, made up or made to harm: each is told, and none leaves anything.
use std::{
    fs,
    io::Write as _,
    iter,
    time::{Duration, Instant},
};

use age::Encryptor;
use kindly_ledger::{LedgerError, vault};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use tar::EntryType;

use super::{
    Files, entry, files, folder, is_long, manifest_with, packed, plain, read_into, sealed, sha256, tar_of,
};
use crate::builders::open_bare;

/// What a bundle is refused for, and the words that say why.
fn refused(bytes: &[u8], words: &str, case: &str) {
    let folder = folder();
    let started = Instant::now();
    let error = read_into(folder.path(), bytes).err().unwrap_or_else(|| panic!("{case} should be refused"));
    assert!(started.elapsed() < Duration::from_secs(20), "{case} is refused soon");
    let sentence = error.to_string();
    assert!(matches!(error, LedgerError::BundleDamaged { .. }), "{case}: {sentence}");
    assert!(sentence.contains(words), "{case} is told as “{words}”: {sentence}");
    assert!(!sentence.chars().any(char::is_control) && !sentence.contains(".."), "{case}: {sentence}");
}

#[test]
fn what_is_no_age_file_of_ours_is_told_at_once() {
    let whole = sealed(&packed().tar);
    let head = String::from_utf8_lossy(&whole[..200]).into_owned();
    let lines: Vec<&str> = head.lines().collect();
    let work = |factor: &str| {
        let line = lines[1].strip_suffix(" 2").expect("the work is told at the end of the line");
        let mut bytes = format!("{}\n{line} {factor}\n", lines[0]).into_bytes();
        bytes.extend_from_slice(&whole[lines[0].len() + lines[1].len() + 2..]);
        bytes
    };
    refused(&work("30"), "more work than any bundle", "2³⁰ rounds, which would take a terabyte");
    refused(&work("19"), "more work than any bundle", "more rounds than we ever ask for");
    refused(&work("255"), "more work than any bundle", "a number that overflows");
    refused(&work("256"), "first lines", "a number that is none");
    refused(&work("00"), "first lines", "no work at all");
    refused(b"", "does not begin as one", "an empty file");
    refused(b"age-encryption.org/", "cut short", "a beginning");
    refused(b"age-encryption.org/v2\n", "first lines", "another version");
    refused(b"PK\x03\x04", "does not begin as one", "a zip");
    let mut endless = b"age-encryption.org/v1\n-> scrypt ".to_vec();
    endless.resize(8 << 20, b'A');
    refused(&endless, "cut short", "a first line that does not end");
    let mut endless = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 2\n".to_vec();
    while endless.len() < 8 << 20 {
        endless.extend_from_slice(&[b'A'; 64]);
        endless.push(b'\n');
    }
    refused(&endless, "cut short", "first lines that do not end");
    let identity = age::x25519::Identity::generate();
    let mut other = Vec::new();
    let mut out = Encryptor::with_recipients(iter::once(&identity.to_public() as _))
        .and_then(|seal| Ok(seal.wrap_output(&mut other)?))
        .expect("memory takes it");
    out.write_all(&packed().tar).and_then(|()| out.finish()).expect("memory takes it");
    refused(&other, "not sealed with a passphrase", "a file for a key");
}

#[test]
fn a_hostile_content_is_told_and_left_where_it_is() {
    let whole = files();
    let Files { manifest, keys, ledger } = whole.clone();
    let (first, second, third) =
        (plain("manifest.json", &manifest), plain("keys", &keys), plain("practice.kindly", &ledger));
    let all = [first.clone(), second.clone(), third.clone()];
    let check = |parts: &[Vec<u8>], words: &str, case: &str| refused(&sealed(&tar_of(parts)), words, case);
    read_into(folder().path(), &sealed(&tar_of(&all))).expect("the three files alone are whole");

    for name in [
        "../practice.kindly",
        "/practice.kindly",
        "into/../practice.kindly",
        "practice.kindly/",
        "x\n\u{1b}[2J",
    ] {
        check(&[first.clone(), second.clone(), plain(name, &ledger)], "something else stands", name);
        check(&[plain(name, &ledger), second.clone(), third.clone()], "something else stands", name);
    }
    for kind in [
        EntryType::Symlink,
        EntryType::Link,
        EntryType::Char,
        EntryType::Block,
        EntryType::Directory,
        EntryType::Fifo,
        EntryType::GNUSparse,
        EntryType::GNULongName,
        EntryType::GNULongLink,
        EntryType::XHeader,
        EntryType::XGlobalHeader,
        EntryType::Continuous,
    ] {
        let odd = entry(b"practice.kindly", kind, ledger.len() as u64, &ledger);
        check(&[first.clone(), second.clone(), odd], "is no plain file", &format!("{kind:?}"));
        let odd = entry(b"manifest.json", kind, 0, b"");
        check(&[odd, first.clone(), second.clone(), third.clone()], "is no plain file", &format!("{kind:?}"));
    }
    let longer = b"30 path=../../practice.kindly\n";
    let renamed = entry(b"manifest.json", EntryType::XHeader, longer.len() as u64, longer);
    check(&[renamed, first.clone(), second.clone(), third.clone()], "no plain file", "a longer name");

    check(&[first.clone(), second.clone(), third.clone(), third.clone()], "more than", "a second ledger");
    check(
        &[first.clone(), second.clone(), third.clone(), plain("run.sh", b"#!")],
        "more than",
        "a fourth file",
    );
    check(&[second.clone(), first.clone(), third.clone()], "something else stands", "another order");
    check(&[first.clone(), third.clone()], "something else stands", "no keys");
    check(&[first.clone(), second.clone()], "larger than it can be", "no ledger");
    check(&[], "holds no manifest.json", "nothing");

    let giant = 1 << 40;
    let huge = entry(b"practice.kindly", EntryType::Regular, giant, &ledger);
    check(&[first.clone(), second.clone(), huge.clone()], "is larger than", "a huge file");
    let said = manifest_with(&whole, |manifest| manifest["bytes"] = giant.into());
    check(&[plain("manifest.json", &said), second.clone(), huge], "larger than it can be", "said to be huge");
    let huge = entry(b"manifest.json", EntryType::Regular, u64::MAX >> 1, &manifest);
    check(&[huge, second.clone(), third.clone()], "is larger than", "a huge manifest");
    check(&[plain("manifest.json", &vec![b' '; 70_000])], "is larger than", "a manifest of spaces");
    check(&[plain("manifest.json", &b"[".repeat(60_000))], "cannot be read", "a deep manifest");
    refused(&sealed(&vec![0; 8 << 20]), "holds no manifest.json", "a bomb of zeros");
    let mut behind = tar_of(&all);
    behind.resize(8 << 20, 0);
    refused(&sealed(&behind), "stands behind its ledger", "zeros behind the ledger");
    let mut behind = tar_of(&all);
    behind.extend_from_slice(b"and more");
    refused(&sealed(&behind), "stands behind its ledger", "words behind the ledger");

    let other = [plain("manifest.json", &manifest), plain("keys", &[b'0'; 64]), third.clone()];
    check(&other, "its key is not in it", "another key");
    check(&[first.clone(), plain("keys", b"no keys"), third.clone()], "its keys are none", "no key");
    let shorter = plain("practice.kindly", &ledger[..ledger.len() - 4_096]);
    check(&[first.clone(), second.clone(), shorter], "not the one that it names", "a shorter ledger");
    let mut altered = ledger.clone();
    altered[9_000] ^= 1;
    check(&[first, second.clone(), plain("practice.kindly", &altered)], "not the one", "an altered ledger");
    let cases: [(&str, serde_json::Value, &str); 5] = [
        ("head_seq", 1.into(), "not the one that it names"),
        ("head_hash", "00".into(), "not the one that it names"),
        ("schema_version", 1.into(), "its ledger is none"),
        ("sha256", "".into(), "not the one that it names"),
        ("counts", serde_json::json!({ "dragon": 1 }), "cannot be read"),
    ];
    for (name, value, words) in cases {
        let manifest = manifest_with(&whole, |manifest| manifest[name] = value);
        check(&[plain("manifest.json", &manifest), second.clone(), third.clone()], words, name);
    }
}

/// A ledger that was altered by somebody who has its key, in a bundle that fits to it.
#[test]
fn a_ledger_that_is_whole_for_the_seal_and_not_for_us_is_refused() {
    let check = |sql: &str, words: &str| {
        let folder = folder();
        let arrived = read_into(folder.path(), &sealed(&packed().tar)).expect("it is whole");
        let whole = files();
        fs::write(vault::key_path(&arrived.ledger), &whole.keys).expect("the folder is ours");
        let bare = open_bare(&arrived.ledger);
        let trigger: String = bare
            .query_row("SELECT sql FROM sqlite_schema WHERE name = 'journal_is_never_rewritten'", [], |row| {
                row.get(0)
            })
            .expect("it is there");
        bare.execute_batch(&sql.replace("AGAIN", &trigger)).expect("they have the key");
        drop(bare);
        let ledger = fs::read(&arrived.ledger).expect("it is there");
        fs::remove_dir_all(folder.path().join("into")).expect("the folder is ours");
        let sha256 = sha256(&ledger);
        let manifest = manifest_with(&whole, |manifest| {
            manifest["bytes"] = ledger.len().into();
            manifest["sha256"] = sha256.into();
        });
        let parts = [
            plain("manifest.json", &manifest),
            plain("keys", &whole.keys),
            plain("practice.kindly", &ledger),
        ];
        refused(&sealed(&tar_of(&parts)), words, sql);
    };
    check("PRAGMA application_id = 1", "its ledger is none");
    check("PRAGMA user_version = 1", "its ledger is none");
    check(
        "DROP TRIGGER journal_is_never_rewritten; UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3; AGAIN",
        "the journal of its ledger was altered",
    );
    check(
        "CREATE TRIGGER more AFTER INSERT ON client BEGIN DELETE FROM letter; END",
        "its ledger holds what no ledger does",
    );
    check("CREATE VIEW more AS SELECT load_extension('x')", "its ledger holds what no ledger does");
    check("DROP TRIGGER journal_keeps_every_row", "its ledger holds what no ledger does");
}

/// How many of each kind of damage are tried.
fn turns() -> usize {
    if is_long() { 1_000 } else { 100 }
}

/// Whatever is refused is refused by one of the two sentences, and leaves nothing.
fn found(bytes: &[u8], case: &str) {
    let folder = folder();
    match read_into(folder.path(), bytes) {
        Err(LedgerError::BundleDamaged { .. } | LedgerError::WrongBundlePassphrase { .. }) => {}
        Err(other) => panic!("{case} is told as something else: {other}"),
        Ok(_) => panic!("{case} was not found"),
    }
}

#[test]
fn every_flipped_bit_is_found() {
    let whole = sealed(&packed().tar);
    let mut runner = TestRunner::deterministic();
    let anywhere = 0..whole.len() * 8;
    // The lines before the content are few and say how to read it: half of the turns go there.
    let beginning = 0..170 * 8;
    for turn in 0..turns() {
        let range = if turn % 2 == 0 { anywhere.clone() } else { beginning.clone() };
        let bit = range.new_tree(&mut runner).expect("there is a bit").current();
        let mut altered = whole.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        found(&altered, &format!("the flipped bit {bit}"));
    }
}

#[test]
fn every_truncation_is_found() {
    let whole = sealed(&packed().tar);
    let tar = &packed().tar;
    let mut runner = TestRunner::deterministic();
    // Each byte of the beginning, each block that age seals, the end, and anywhere.
    let mut lengths: Vec<usize> = (0..240).step_by(if is_long() { 1 } else { 7 }).collect();
    let start = whole.len() - (tar.len() + tar.len().div_ceil(65_536) * 16);
    lengths.extend((start..whole.len()).step_by(65_552).flat_map(|end| [end - 1, end, end + 1]));
    lengths.extend([whole.len() - 17, whole.len() - 16, whole.len() - 1]);
    let anywhere = 0..whole.len();
    lengths.extend((0..turns()).map(|_| anywhere.new_tree(&mut runner).expect("there is a byte").current()));
    for length in lengths.into_iter().filter(|length| *length < whole.len()) {
        found(&whole[..length], &format!("cut to {length} of {} bytes", whole.len()));
    }
    // Cut before it was sealed: the seal is whole then, and the content is not.
    let shortest = tar.len() - 1_024;
    let mut lengths: Vec<usize> =
        (0..4_096).step_by(256).chain((4_096..shortest).step_by(shortest / 20)).collect();
    lengths.extend([shortest - 512, shortest - 1]);
    for length in lengths {
        let stands = sealed(&tar[..length]);
        found(&stands, &format!("a content of {length} of {} bytes", tar.len()));
    }
}

#[test]
fn random_bytes_are_never_a_bundle() {
    let mut runner = TestRunner::deterministic();
    let bytes = prop::collection::vec(any::<u8>(), 0..4_000);
    let whole = sealed(&packed().tar);
    for turn in 0..turns() {
        let random = bytes.new_tree(&mut runner).expect("there are bytes").current();
        match turn % 3 {
            0 => found(&random, "random bytes"),
            1 => found(
                &[&whole[..whole.len().min(200)], &random[..]].concat(),
                "random bytes behind a beginning",
            ),
            _ => found(&sealed(&random), "random bytes, sealed"),
        }
    }
}
