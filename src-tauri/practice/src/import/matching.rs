//! Finding what a row means among what is recorded.
use std::collections::HashMap;

use kindly_exchange::{match_key, near};
use kindly_ledger::{LedgerError, Reader, Stored};
use kindly_records::{Client, ClientId, Kept};

/// The clients, by name.
pub(super) struct Names {
    by_key: HashMap<String, Kept<Client>>,
}

impl Names {
    pub(super) fn of(clients: Vec<Kept<Client>>) -> Self {
        Self { by_key: clients.into_iter().map(|kept| (match_key(&kept.record.name), kept)).collect() }
    }

    /// The client with a name, whatever its case, spaces and accents.
    pub(super) fn find(&self, name: &str) -> Option<&Kept<Client>> {
        self.by_key.get(&match_key(name))
    }

    /// Clients whose names are nearly this one, by name.
    pub(super) fn near(&self, name: &str) -> Vec<&Kept<Client>> {
        let mut alike: Vec<&Kept<Client>> =
            self.by_key.values().filter(|kept| near(&kept.record.name, name)).collect();
        alike.sort_by(|one, other| one.record.name.cmp(&other.record.name));
        alike
    }
}

/// Records of one kind that rows of a file may mean. What makes two of them the same is a key; where several share
/// it (two answers on one day), the first row means the first of them, the second the second.
pub(super) struct Known<R: Stored> {
    by_key: HashMap<String, Vec<Kept<R>>>,
    taken: HashMap<String, usize>,
}

impl<R: Stored> Known<R> {
    pub(super) fn read(reader: Reader<'_>, key: impl Fn(&R) -> String) -> Result<Self, LedgerError> {
        let mut by_key: HashMap<String, Vec<Kept<R>>> = HashMap::new();
        for kept in reader.all::<R>()? {
            by_key.entry(key(&kept.record)).or_default().push(kept);
        }
        Ok(Self { by_key, taken: HashMap::new() })
    }

    /// Nothing: the file is of another kind.
    pub(super) fn none() -> Self {
        Self { by_key: HashMap::new(), taken: HashMap::new() }
    }

    /// The record that the next row with the first of these keys that one has means.
    pub(super) fn next(&mut self, keys: &[String]) -> Option<&Kept<R>> {
        let left = |key: &&String| {
            let taken = self.taken.get(*key).copied().unwrap_or_default();
            self.by_key.get(*key).is_some_and(|records| taken < records.len())
        };
        let key = keys.iter().find(left)?;
        let taken = self.taken.entry(key.clone()).or_default();
        let found = self.by_key.get(key).and_then(|records| records.get(*taken));
        *taken += 1;
        found
    }
}

/// A key of a client and what names a record among theirs.
pub(super) fn key_of(client: ClientId, parts: &[&str]) -> String {
    let mut key = client.to_string();
    for part in parts {
        key.push('\u{1f}');
        key.push_str(&match_key(part));
    }
    key
}
