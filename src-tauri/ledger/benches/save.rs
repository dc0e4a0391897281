//! What a person waits for: a save that is on the disk, a large step taken back, a search while typing.
//!
//! The bare commit stands beside the save: the same row, in the same tables and indexes, with the same settings,
//! but without journal, search or checks.
use std::{
    cell::{Cell, RefCell},
    fs,
};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use divan::{Bencher, black_box};
use iso_currency::Currency;
use kindly_ledger::{Label, Ledger, vault};
use kindly_records::{
    CheckIn, CheckInId, Client, ClientId, ClientStatus, Contact, IdSource, Language, RatingScale, SaidBy,
};
use rusqlite::{Connection, named_params};
use tempfile::TempDir;
use uuid::Uuid;

fn main() {
    divan::main();
}

const WORDS: &str = "The report came on time, but the second chapter needed another round.";

#[divan::bench]
fn save_a_check_in(bencher: Bencher<'_, '_>) {
    let mut bench = Bench::new();
    bencher.bench_local(|| bench.save(WORDS));
}

#[divan::bench]
fn save_a_check_in_without_words(bencher: Bencher<'_, '_>) {
    let mut bench = Bench::new();
    bencher.bench_local(|| bench.save(""));
}

#[divan::bench]
fn bare_commit_of_the_same_row(bencher: Bencher<'_, '_>) {
    let mut bench = Bench::new();
    let connection = bench.bare();
    let sql = "INSERT INTO check_in (id, client, given_on, scale, value, said_by, deliverable, words)
        VALUES (:id, :client, :given_on, 'csat', 4, 'them', NULL, :words)";
    let mut statement = connection.prepare(sql).expect("the table is there");
    bencher.bench_local(|| {
        let id: Uuid = bench.ids.next();
        statement
            .execute(named_params! {
                ":id": id, ":client": Uuid::from(bench.client), ":given_on": bench.day, ":words": WORDS,
            })
            .expect("the row is new")
    });
}

#[divan::bench(args = [10_000, 100_000], sample_count = 5, sample_size = 1)]
fn undo_rows(bencher: Bencher<'_, '_>, rows: usize) {
    let mut bench = Bench::new();
    bench.fill(rows);
    let at = bench.at;
    let ledger = RefCell::new(bench.ledger);
    let done = Cell::new(true);
    bencher
        .with_inputs(|| {
            if !done.replace(true) {
                ledger.borrow_mut().redo(at).expect("it was taken back");
            }
        })
        .bench_local_values(|()| {
            done.set(false);
            ledger.borrow_mut().undo(at).expect("it was done")
        });
}

#[divan::bench(args = ["r", "re", "chap", "second chapter"])]
fn find_among_50_000_texts(bencher: Bencher<'_, '_>, text: &str) {
    let mut bench = Bench::new();
    bench.fill(50_000);
    bencher.bench_local(|| bench.ledger.reader().find(black_box(text), 20));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn load_100_000_check_ins(bencher: Bencher<'_, '_>) {
    let mut bench = Bench::new();
    bench.fill(100_000);
    bencher.bench_local(|| bench.ledger.reader().all::<CheckIn>().map(|all| all.len()));
}

struct Bench {
    folder: TempDir,
    ledger: Ledger,
    ids: IdSource,
    at: DateTime<Utc>,
    day: NaiveDate,
    client: ClientId,
}

impl Bench {
    fn new() -> Self {
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let path = folder.path().join("practice.kindly");
        let key = vault::load_or_create(&path).expect("the folder is ours");
        let mut ledger = Ledger::open(&path, &key).expect("the file is new");
        let at = DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
        let mut ids = IdSource::seeded(1, at);
        let client = ids.next();
        ledger.transact(at, label(), |changes| changes.insert(client, &somebody())).expect("a valid client");
        Self { folder, ledger, ids, at, day: at.date_naive(), client }
    }

    fn save(&mut self, words: &str) {
        let id: CheckInId = self.ids.next();
        let record = check_in(self.client, self.day, words);
        self.ledger
            .transact(self.at, label(), |changes| changes.insert(id, &record))
            .expect("a valid check-in");
    }

    fn fill(&mut self, rows: usize) {
        let (client, day, ids) = (self.client, self.day, &mut self.ids);
        self.ledger
            .transact(self.at, label(), |changes| {
                (0..rows).try_for_each(|row| {
                    let back = TimeDelta::days(i64::try_from(row % 1_000).unwrap_or_default());
                    changes.insert::<CheckIn>(ids.next(), &check_in(client, day - back, WORDS))
                })
            })
            .expect("valid check-ins");
    }

    /// A connection of its own to the same file, with the settings that the ledger makes.
    fn bare(&self) -> Connection {
        let path = self.folder.path().join("practice.kindly");
        let hex = fs::read_to_string(vault::key_path(&path)).expect("the key lies beside the ledger");
        let connection = Connection::open(path).expect("the file is there");
        connection.execute_batch(&format!("PRAGMA key = \"x'{}'\"", hex.trim())).expect("the key fits");
        for (pragma, value) in [("synchronous", "FULL"), ("foreign_keys", "ON"), ("cache_size", "-65536")] {
            connection.pragma_update(None, pragma, value).expect("a known setting");
        }
        connection
    }
}

fn label() -> Label {
    Label { key: "bench".to_owned(), arguments: [].into() }
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

fn check_in(client: ClientId, on: NaiveDate, words: &str) -> CheckIn {
    CheckIn {
        client,
        on,
        scale: RatingScale::Csat,
        value: 4,
        said_by: SaidBy::Them,
        deliverable: None,
        words: words.to_owned(),
        person: String::new(),
        from_memory: false,
    }
}
