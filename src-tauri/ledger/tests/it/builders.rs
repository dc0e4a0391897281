//! A ledger in a folder of its own, and records that read like the domain.
use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use iso_currency::Currency;
use kindly_ledger::{Changes, Label, Ledger, LedgerError, Stored, vault};
use kindly_records::{
    Acceptance, CheckIn, CheckInId, Client, ClientId, ClientStatus, Contact, Deliverable, DeliverableId,
    Engagement, EngagementId, FeeModel, IdSource, Kind, Language, NoticeCounts, NoticeForm, Outcome,
    RatingScale, SaidBy, Scope,
};
use rusqlite::Connection;
use tempfile::TempDir;
use uuid::Uuid;

use crate::kinds::{self, Family};

/// A practice with a ledger.
pub(crate) struct Practice {
    folder: TempDir,
    ledger: Option<Ledger>,
    /// Seeded, so that every run is the same.
    pub(crate) ids: IdSource,
    /// The moment at which everything happens.
    pub(crate) at: DateTime<Utc>,
    /// Keys that do not lie beside the ledger, for [`Self::bare`]: 64 hexadecimal digits each.
    pub(crate) bare_keys: Vec<String>,
}

impl Practice {
    pub(crate) fn new() -> Self {
        let at = DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let mut practice =
            Self { folder, ledger: None, ids: IdSource::seeded(7, at), at, bare_keys: Vec::new() };
        practice.open();
        practice
    }

    /// A copy of the practice as it is now, in a folder of its own, which goes on by itself and a minute later.
    pub(crate) fn twin(&mut self, seed: u64) -> Self {
        let folder = TempDir::new().expect("there is a folder for temporary files");
        let at = self.at + TimeDelta::minutes(1 + i64::try_from(seed).expect("a small number"));
        self.close();
        let mut twin =
            Self { folder, ledger: None, ids: IdSource::seeded(seed, at), at, bare_keys: Vec::new() };
        for name in [Path::to_path_buf, vault::key_path] {
            fs::copy(name(&self.path()), name(&twin.path())).expect("the file is there");
        }
        self.open();
        twin.open();
        twin
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("practice.kindly")
    }

    pub(crate) fn ledger(&mut self) -> &mut Ledger {
        self.ledger.as_mut().expect("the ledger is open")
    }

    pub(crate) fn close(&mut self) {
        self.ledger = None;
    }

    pub(crate) fn open(&mut self) {
        let opened = self.try_open();
        self.ledger = Some(opened.expect("a whole ledger opens"));
    }

    pub(crate) fn try_open(&self) -> Result<Ledger, LedgerError> {
        Ledger::open(&self.path(), &vault::load_or_create(&self.path())?)
    }

    /// Goes on with a ledger that was opened elsewhere.
    pub(crate) fn opened(&mut self, ledger: Ledger) {
        self.ledger = Some(ledger);
    }

    /// Keeps the keys in mind that lie beside the ledger now.
    pub(crate) fn keep_bare_keys(&mut self) {
        let text = fs::read_to_string(vault::key_path(&self.path())).expect("they lie beside it");
        self.bare_keys.extend(text.lines().map(str::to_owned));
    }

    /// Goes on in another folder, closed; what is in this one goes.
    pub(crate) fn move_to(&mut self, folder: TempDir) {
        self.close();
        self.folder = folder;
    }

    pub(crate) fn restart(&mut self) {
        self.close();
        self.open();
    }

    /// Runs a use case that must succeed.
    pub(crate) fn run<T>(
        &mut self,
        key: &str,
        work: impl FnOnce(&mut Changes<'_>) -> Result<T, LedgerError>,
    ) -> T {
        self.try_run(key, work).expect("the use case is valid")
    }

    pub(crate) fn try_run<T>(
        &mut self,
        key: &str,
        work: impl FnOnce(&mut Changes<'_>) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        let at = self.at;
        self.ledger().transact(at, label(key), work)
    }

    pub(crate) fn undo(&mut self) -> Option<String> {
        let at = self.at;
        self.ledger().undo(at).expect("nothing stands in the way of undo").map(|label| label.key)
    }

    pub(crate) fn redo(&mut self) -> Option<String> {
        let at = self.at;
        self.ledger().redo(at).expect("nothing stands in the way of redo").map(|label| label.key)
    }

    /// Adds a record of each kind under a client, linked as far as they can be, each as a use case of its own.
    pub(crate) fn one_of_each(&mut self, client: ClientId, words: &str) -> Vec<(Kind, Uuid)> {
        let kinds = kinds::ALL.into_iter().filter(|kind| *kind != Kind::Client);
        kinds
            .map(|kind| {
                let id: Uuid = self.ids.next();
                self.run(&format!("add.{}", kind.name()), |changes| {
                    let family = Family::of(changes, client)?;
                    let record = kinds::record(kind, &family, words).expect("what it rests on came before");
                    changes.insert_with(id, &record)
                });
                (kind, id)
            })
            .collect()
    }

    /// Deletes every record that is nobody's, as one use case.
    pub(crate) fn remove_nobodys(&mut self) {
        let reader = self.ledger().reader();
        let mut nobodys: Vec<(Kind, Uuid)> = kinds::records(reader).into_keys().collect();
        nobodys.retain(|(kind, _)| kinds::NOBODYS.contains(kind));
        self.run("remove", |changes| {
            nobodys.iter().try_for_each(|(kind, id)| changes.delete_record(*kind, *id))
        });
    }

    /// Adds a record as a use case of its own.
    pub(crate) fn add<R: Stored>(&mut self, record: &R) -> R::Id {
        let id = self.ids.next();
        self.run(&format!("add.{}", R::KIND.name()), |changes| changes.insert(id, record));
        id
    }

    pub(crate) fn client(&mut self, name: &str) -> ClientId {
        self.add(&client(name))
    }

    pub(crate) fn check_in(&mut self, client: ClientId, on: &str, words: &str) -> CheckInId {
        self.add(&check_in(client, on, words))
    }

    pub(crate) fn deliverable(&mut self, client: ClientId, title: &str) -> DeliverableId {
        self.add(&deliverable(client, title))
    }

    pub(crate) fn engagement(&mut self, client: ClientId, title: &str) -> EngagementId {
        self.add(&engagement(client, title))
    }

    /// The bare file, by its key: for faults that the ledger itself would never make.
    pub(crate) fn bare(&self) -> Connection {
        let mut known = self.bare_keys.iter().rev().map(|key| open_keyed(&self.path(), key));
        let opens =
            |file: &Connection| file.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).is_ok();
        known.find(opens).unwrap_or_else(|| open_bare(&self.path()))
    }
}

/// The bare file of a ledger, by the key that lies beside it.
pub(crate) fn open_bare(path: &Path) -> Connection {
    let key = fs::read_to_string(vault::key_path(path)).expect("the key lies beside the ledger");
    open_keyed(path, key.trim())
}

fn open_keyed(path: &Path, key: &str) -> Connection {
    let connection = Connection::open(path).expect("the file is there");
    connection.execute_batch("PRAGMA cipher_log_level = NONE").expect("any connection takes it");
    connection.execute_batch(&format!("PRAGMA key = \"x'{key}'\"")).expect("any connection takes a key");
    connection
}

pub(crate) fn label(key: &str) -> Label {
    Label { key: key.to_owned(), arguments: [("name".to_owned(), "Arkwright".to_owned())].into() }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date of the test")
}

pub(crate) fn client(name: &str) -> Client {
    Client {
        name: name.to_owned(),
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

pub(crate) fn check_in(client: ClientId, on: &str, words: &str) -> CheckIn {
    CheckIn {
        client,
        on: day(on),
        scale: RatingScale::Csat,
        value: 4,
        said_by: SaidBy::Them,
        deliverable: None,
        words: words.to_owned(),
        person: String::new(),
        from_memory: false,
    }
}

pub(crate) fn deliverable(client: ClientId, title: &str) -> Deliverable {
    Deliverable {
        client,
        engagement: None,
        title: title.to_owned(),
        due_on: day("2026-03-31"),
        delivered_on: None,
        outcome: Outcome::Pending,
        notes: String::new(),
        scope: Scope::default(),
        acceptance: Acceptance::default(),
        waits_for: None,
        from_memory: false,
    }
}

pub(crate) fn engagement(client: ClientId, title: &str) -> Engagement {
    Engagement {
        client,
        title: title.to_owned(),
        agreed_on: day("2025-09-01"),
        success: String::new(),
        starts_on: None,
        term_ends_on: None,
        renews_by_months: None,
        notice: None,
        notice_form: NoticeForm::Letter,
        notice_counts: NoticeCounts::ReceivedBy,
        ended_on: None,
        fee_model: FeeModel::default(),
        rate: None,
        budget_minutes: None,
        from_memory: false,
    }
}
