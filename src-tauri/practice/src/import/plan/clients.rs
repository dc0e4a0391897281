//! Whom a row names: somebody who is there, somebody new, or nobody.
use std::collections::{BTreeMap, HashMap};

use iso_currency::Currency;
use kindly_exchange::{Defaults, Draft, ImportKind, Sheet, match_key};
use kindly_ledger::Reader;
use kindly_records::{Client, ClientId, ClientStatus, IdSource, Kept, Record};

use super::Write;
use crate::{
    PracticeError,
    import::{ClientPick, ImportChoices, NearClient, UnknownClient, matching::Names, refusal::Refusal},
};

/// The clients of the ledger, and those that the file makes.
pub(super) struct Clients<'a> {
    pub(super) names: Names,
    by_email: HashMap<String, ClientId>,
    by_id: HashMap<ClientId, Kept<Client>>,
    choices: &'a ImportChoices,
    defaults: Defaults,
    kind: ImportKind,
    /// Whether a name that nobody has makes a client: a tool's file names clients, our own would say so first.
    makes: bool,
    made: HashMap<String, ClientId>,
    unknown: BTreeMap<String, UnknownClient>,
}

/// Whom a row names.
pub(super) enum Whom {
    /// Somebody, by id and name.
    Client(ClientId, String),
    /// Nobody: the row is left out.
    LeftOut,
}

impl<'a> Clients<'a> {
    pub(super) fn read(
        reader: Reader<'_>,
        sheet: &Sheet,
        choices: &'a ImportChoices,
    ) -> Result<Self, PracticeError> {
        let profile = reader.profile()?;
        let clients = reader.all::<Client>()?;
        let mut by_email = HashMap::new();
        for kept in &clients {
            for person in std::iter::once(&kept.record.contact).chain(&kept.record.people) {
                if !person.email.is_empty() {
                    by_email.entry(person.email.to_lowercase()).or_insert(kept.id);
                }
            }
        }
        // An answer from an address that nobody has is no client; work, money and requests are somebody's.
        let makes = sheet.tool.is_some() && !matches!(sheet.kind, ImportKind::CheckIns | ImportKind::Clients);
        Ok(Self {
            by_id: clients.iter().map(|kept| (kept.id, kept.clone())).collect(),
            names: Names::of(clients),
            by_email,
            choices,
            defaults: Defaults { currency: profile.currency, language: profile.language },
            kind: sheet.kind,
            makes,
            made: HashMap::new(),
            unknown: BTreeMap::new(),
        })
    }

    /// The currency of a client's bills; the default of one who is new.
    pub(super) fn currency(&self, client: ClientId) -> Currency {
        self.by_id.get(&client).map_or(self.defaults.currency, |kept| kept.record.currency)
    }

    /// Whom a row names; a client that it makes is added to what is written.
    pub(super) fn whom(
        &mut self,
        draft: &Draft,
        ids: &mut IdSource,
        writes: &mut Vec<Write>,
    ) -> Result<Whom, Refusal> {
        let name = draft.client().trim();
        if let Some(kept) = self.names.find(name) {
            return Ok(Whom::Client(kept.id, kept.record.name.clone()));
        }
        let email = draft.client_email().map(str::to_lowercase);
        if let Some(kept) =
            email.and_then(|email| self.by_email.get(&email)).and_then(|id| self.by_id.get(id))
        {
            return Ok(Whom::Client(kept.id, kept.record.name.clone()));
        }
        let key = match_key(name);
        if let Some(id) = self.made.get(&key).copied() {
            self.count(&key);
            return Ok(Whom::Client(id, name.to_owned()));
        }
        let pick = self.pick(name, &key);
        match pick {
            Some(ClientPick::Existing(id)) => match self.by_id.get(&id) {
                Some(kept) => Ok(Whom::Client(id, kept.record.name.clone())),
                None => Err(Refusal::NoSuchClient { name: name.to_owned() }),
            },
            Some(ClientPick::LeaveOut) => Ok(Whom::LeftOut),
            Some(ClientPick::New) => {
                let mut client = Client::new(name.to_owned(), self.defaults.currency, self.defaults.language);
                if self.kind == ImportKind::Enquiries {
                    client.status = ClientStatus::Prospect;
                }
                let id: ClientId = ids.next();
                writes.push(Write::AddAs(id.into(), Record::Client(client)));
                self.made.insert(key, id);
                Ok(Whom::Client(id, name.to_owned()))
            }
            None => Err(match self.names.near(name).into_iter().next() {
                Some(near) => {
                    Refusal::NearlySuchClient { name: name.to_owned(), near: near.record.name.clone() }
                }
                None => Refusal::NoSuchClient { name: name.to_owned() },
            }),
        }
    }

    /// The clients that the file makes, and how many.
    pub(super) fn unknown(self) -> Vec<UnknownClient> {
        self.unknown.into_values().collect()
    }

    fn count(&mut self, key: &str) {
        if let Some(unknown) = self.unknown.get_mut(key) {
            unknown.rows += 1;
        }
    }

    /// What the user said of a name, or what is taken for granted; told once a name.
    fn pick(&mut self, name: &str, key: &str) -> Option<ClientPick> {
        if let Some(unknown) = self.unknown.get_mut(key) {
            unknown.rows += 1;
            return unknown.pick;
        }
        let near = self.names.near(name);
        let near: Vec<NearClient> =
            near.iter().map(|kept| NearClient { id: kept.id, name: kept.record.name.clone() }).collect();
        let said =
            self.choices.clients.iter().find(|(said, _)| match_key(said) == key).map(|(_, pick)| *pick);
        let pick = said.or((self.makes && near.is_empty()).then_some(ClientPick::New));
        self.unknown.insert(key.to_owned(), UnknownClient { name: name.to_owned(), rows: 1, near, pick });
        pick
    }
}
