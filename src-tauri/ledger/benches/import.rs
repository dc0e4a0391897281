//! An import of 100,000 time entries, taken back and done again.
//!
//! The bare insert stands beside the import: the same rows in one transaction of a bare file with the same tables and
//! settings, but without checks, journal and search. What matters is how many times as long the import takes.
use std::{cell::RefCell, fs};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use divan::Bencher;
use iso_currency::Currency;
use kindly_ledger::{Label, Ledger, vault};
use kindly_records::{
    Client, ClientId, ClientStatus, Contact, IdSource, Language, Money, RatingScale, TimeEntry,
};
use rusqlite::{Connection, named_params};
use tempfile::TempDir;
use uuid::Uuid;

const ROWS: u32 = 100_000;

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn import(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(Bench::new).bench_local_values(|mut bench| {
        bench.import();
        bench
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn bare_insert_of_the_same_rows(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(Bench::new).bench_local_values(|bench| {
        let connection = bench.bare();
        let transaction = connection.unchecked_transaction().expect("nobody else writes");
        let mut statement = transaction
            .prepare(
                "INSERT INTO time_entry (id, client, engagement, deliverable, day, seconds, what, billable,
                    hourly_rate_minor, hourly_rate_currency)
                 VALUES (:id, :client, NULL, NULL, :day, :seconds, :what, 1, 12000, 'GBP')",
            )
            .expect("the table is there");
        let mut ids = bench.ids.clone();
        for row in 0..ROWS {
            let entry = bench.entry(row);
            let id: Uuid = ids.next();
            statement
                .execute(named_params! {
                    ":id": id, ":client": Uuid::from(entry.client), ":day": entry.on,
                    ":seconds": entry.seconds, ":what": entry.what,
                })
                .expect("the row is new");
        }
        drop(statement);
        transaction.commit().expect("the rows are whole");
        bench
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn take_the_import_back(bencher: Bencher<'_, '_>) {
    let mut bench = Bench::new();
    bench.import();
    let (at, ledger) = (bench.at, RefCell::new(bench.ledger));
    bencher
        .with_inputs(|| ledger.borrow_mut().redo(at).expect("it was taken back, or stands"))
        .bench_local_values(|_| ledger.borrow_mut().undo(at).expect("it was done"));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn do_the_import_again(bencher: Bencher<'_, '_>) {
    let mut bench = Bench::new();
    bench.import();
    let (at, ledger) = (bench.at, RefCell::new(bench.ledger));
    bencher
        .with_inputs(|| ledger.borrow_mut().undo(at).expect("it was done"))
        .bench_local_values(|_| ledger.borrow_mut().redo(at).expect("it was taken back"));
}

struct Bench {
    folder: TempDir,
    ledger: Ledger,
    ids: IdSource,
    at: DateTime<Utc>,
    day: NaiveDate,
    clients: Vec<ClientId>,
}

impl Bench {
    fn new() -> Self {
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let path = folder.path().join("practice.kindly");
        let key = vault::load_or_create(&path).expect("the folder is ours");
        let mut ledger = Ledger::open(&path, &key).expect("the file is new");
        let at = DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
        let mut ids = IdSource::seeded(1, at);
        let clients: Vec<ClientId> = (0..20).map(|_| ids.next()).collect();
        ledger
            .transact(at, label(), |changes| {
                clients.iter().try_for_each(|id| changes.insert(*id, &somebody()))
            })
            .expect("valid clients");
        Self { folder, ledger, ids, at, day: at.date_naive(), clients }
    }

    fn entry(&self, row: u32) -> TimeEntry {
        TimeEntry {
            client: self.clients[row as usize % self.clients.len()],
            engagement: None,
            deliverable: None,
            on: self.day - TimeDelta::days(i64::from(row % 1_000)),
            seconds: 600 + row % 7_200,
            what: format!("Interviews and notes, round {}", row % 97),
            billable: true,
            hourly_rate: Some(Money { minor: 12_000, currency: Currency::GBP }),
        }
    }

    fn import(&mut self) {
        let entries: Vec<TimeEntry> = (0..ROWS).map(|row| self.entry(row)).collect();
        let ids = &mut self.ids;
        self.ledger
            .transact(self.at, label(), |changes| {
                entries.iter().try_for_each(|entry| changes.insert(ids.next(), entry))
            })
            .expect("valid time entries");
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
