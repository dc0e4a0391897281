//! Finding what a row means among what is recorded.
use std::collections::HashMap;

use kindly_exchange::{match_key, near};
use kindly_ledger::{LedgerError, Reader, Stored};
use kindly_records::{Client, ClientId, Kept};

use super::refusal::Refusal;

/// The clients, by name.
pub(super) struct Names {
    by_key: HashMap<String, Kept<Client>>,
}

impl Names {
    pub(super) fn read(reader: Reader<'_>) -> Result<Self, LedgerError> {
        let clients = reader.all::<Client>()?.into_iter();
        Ok(Self { by_key: clients.map(|kept| (match_key(&kept.record.name), kept)).collect() })
    }

    /// The client with a name, whatever its case, spaces and accents.
    pub(super) fn find(&self, name: &str) -> Option<&Kept<Client>> {
        self.by_key.get(&match_key(name))
    }

    /// The same, or why not.
    pub(super) fn expect(&self, name: &str) -> Result<&Kept<Client>, Refusal> {
        self.find(name).ok_or_else(|| match self.near(name) {
            Some(near) => Refusal::NearlySuchClient { name: name.to_owned(), near },
            None => Refusal::NoSuchClient { name: name.to_owned() },
        })
    }

    /// A client whose name is nearly this one.
    pub(super) fn near(&self, name: &str) -> Option<String> {
        let alike = self.by_key.values().filter(|kept| near(&kept.record.name, name));
        alike.map(|kept| kept.record.name.clone()).min()
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

    /// The record that the next row with this key means.
    pub(super) fn next(&mut self, key: &str) -> Option<&Kept<R>> {
        let taken = self.taken.entry(key.to_owned()).or_default();
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
