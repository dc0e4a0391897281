//! What a person waits for at the start: a ledger that opens, and that says whether it is damaged.
//!
//! The smaller ledger holds the records of some ten years; the larger as many, and two thousand documents.
use std::fs;

use chrono::{DateTime, TimeDelta, Utc};
use divan::Bencher;
use iso_currency::Currency;
use kindly_ledger::{Keyring, Label, Ledger, salvage, vault};
use kindly_records::{
    CheckIn, Client, ClientId, ClientStatus, Contact, IdSource, Language, RatingScale, SaidBy,
};
use rusqlite::Connection;
use tempfile::TempDir;

fn main() {
    divan::main();
}

const MEGABYTES: [usize; 2] = [14, 200];

#[divan::bench(args = MEGABYTES, sample_count = 20, sample_size = 1)]
fn open(bencher: Bencher<'_, '_>, megabytes: usize) {
    let bench = Bench::new(megabytes);
    bencher.bench_local(|| bench.open());
}

#[divan::bench(args = MEGABYTES, sample_count = 20, sample_size = 1)]
fn open_and_quick_check(bencher: Bencher<'_, '_>, megabytes: usize) {
    let bench = Bench::new(megabytes);
    bencher.bench_local(|| bench.open().quick_check().expect("it can be checked"));
}

#[divan::bench(args = MEGABYTES, sample_count = 3, sample_size = 1)]
fn quick_check_of_the_structure(bencher: Bencher<'_, '_>, megabytes: usize) {
    let bench = Bench::new(megabytes);
    let bare = bench.bare();
    bencher.bench_local(|| {
        bare.query_row("PRAGMA quick_check", [], |row| row.get::<_, String>(0)).expect("it can be checked")
    });
}

#[divan::bench(args = MEGABYTES, sample_count = 3, sample_size = 1)]
fn check(bencher: Bencher<'_, '_>, megabytes: usize) {
    let bench = Bench::new(megabytes);
    let ledger = bench.open();
    bencher.bench_local(|| ledger.check().expect("it can be checked"));
}

#[divan::bench(args = [14], sample_count = 3, sample_size = 1)]
fn salvage_of_a_ledger(bencher: Bencher<'_, '_>, megabytes: usize) {
    let bench = Bench::new(megabytes);
    let path = bench.folder.path().join("practice.kindly");
    bencher.bench_local(|| {
        salvage(&path, &bench.keyring).expect("there is something to be saved").records.len()
    });
}

struct Bench {
    folder: TempDir,
    keyring: Keyring,
}

impl Bench {
    fn new(megabytes: usize) -> Self {
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let path = folder.path().join("practice.kindly");
        let keyring = vault::load_or_create(&path).expect("the folder is ours");
        let mut ledger = Ledger::open(&path, &keyring).expect("the file is new");
        let at = DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
        let mut ids = IdSource::seeded(1, at);
        let client = ids.next();
        transact(&mut ledger, at, |changes| changes.insert(client, &somebody()));
        transact(&mut ledger, at, |changes| {
            (0..20_000).try_for_each(|row| changes.insert::<CheckIn>(ids.next(), &check_in(client, at, row)))
        });
        let mut turn = 0_u32;
        while fs::metadata(&path).expect("the file is there").len() < (megabytes as u64) << 20 {
            transact(&mut ledger, at, |changes| {
                for _ in 0..32 {
                    turn += 1;
                    changes.put_blob(&turn.to_be_bytes().repeat(25_000))?;
                }
                Ok(())
            });
        }
        drop(ledger);
        Self { folder, keyring }
    }

    fn open(&self) -> Ledger {
        Ledger::open(&self.folder.path().join("practice.kindly"), &self.keyring).expect("it is whole")
    }

    fn bare(&self) -> Connection {
        let path = self.folder.path().join("practice.kindly");
        let hex = fs::read_to_string(vault::key_path(&path)).expect("the key lies beside the ledger");
        let connection = Connection::open(path).expect("the file is there");
        connection.execute_batch(&format!("PRAGMA key = \"x'{}'\"", hex.trim())).expect("the key fits");
        connection
    }
}

fn transact(
    ledger: &mut Ledger,
    at: DateTime<Utc>,
    work: impl FnOnce(&mut kindly_ledger::Changes<'_>) -> Result<(), kindly_ledger::LedgerError>,
) {
    let label = Label { key: "bench".to_owned(), arguments: [].into() };
    ledger.transact(at, label, work).expect("a valid use case");
}

fn somebody() -> Client {
    Client {
        name: "Arkwright & Daughters".to_owned(),
        status: ClientStatus::Active,
        contact: Contact::default(),
        address: Vec::new(),
        country: String::new(),
        language: Language::EnGb,
        currency: Currency::GBP,
        notes: String::new(),
        sample: false,
        people: Vec::new(),
        tags: Vec::new(),
        website: String::new(),
        check_in_every_days: None,
        check_in_scale: RatingScale::Csat,
    }
}

fn check_in(client: ClientId, at: DateTime<Utc>, row: i64) -> CheckIn {
    CheckIn {
        client,
        on: at.date_naive() - TimeDelta::days(row % 1_000),
        scale: RatingScale::Csat,
        value: 4,
        said_by: SaidBy::Them,
        deliverable: None,
        words: "The report came on time, but the second chapter needed another round.".to_owned(),
        person: String::new(),
        from_memory: false,
    }
}
