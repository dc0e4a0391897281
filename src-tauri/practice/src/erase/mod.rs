//! Erasing a client, or a person, for good.
mod view;
mod words;

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::PathBuf,
};

use chrono::SecondsFormat;
use kindly_exchange::match_key;
use kindly_ledger::{Forget, LedgerError};
use kindly_records::{
    CheckIn, Client, ClientId, Contact, Conversation, Kept, Kind, Moment, Praise, RecordKind,
};
use uuid::Uuid;

use crate::{Message, Practice, PracticeError, standing::number};

pub use view::{ErasePlan, EraseWhom, ErasureReceipt, KindCount};

impl Practice {
    /// What an erasure would take. Nothing is done.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the client, or the person, is no longer there.
    pub fn erase_plan(&self, whom: &EraseWhom) -> Result<ErasePlan, PracticeError> {
        match *whom {
            EraseWhom::Client { client } => {
                let name = self.client_named(client)?.record.name;
                let plan = self.ledger.erase_plan(client)?;
                Ok(ErasePlan {
                    name,
                    records: counts(&plan.records),
                    files: count(plan.files),
                    steps: count(plan.entries),
                    copies: paths(&plan.copies),
                })
            }
            EraseWhom::Person { client, person } => {
                let whole = self.ledger.erase_plan(client)?;
                let forgotten = self.forgotten(client, person)?;
                let mut records = BTreeMap::new();
                for (kind, _) in &forgotten.touched {
                    *records.entry(*kind).or_insert(0_u64) += 1;
                }
                Ok(ErasePlan {
                    name: forgotten.name.clone(),
                    records: counts(&records),
                    files: 0,
                    steps: count(self.ledger.forget_plan(forgotten.what(client))?),
                    copies: paths(&whole.copies),
                })
            }
        }
    }

    /// Erases for good, search and history included, and says what went. `name` must be the plan's; with
    /// `delete_copies`, copies of the ledger that still hold them are deleted too.
    ///
    /// # Errors
    /// [`PracticeError::NotConfirmed`] where the name is another one, [`PracticeError::Gone`] where there is nobody.
    pub fn erase(
        &mut self,
        moment: Moment,
        whom: &EraseWhom,
        name: &str,
        delete_copies: bool,
    ) -> Result<ErasureReceipt, PracticeError> {
        let plan = self.erase_plan(whom)?;
        if name.trim() != plan.name.trim() {
            return Err(PracticeError::NotConfirmed { name: plan.name });
        }
        let records = plan.records.iter().map(|kind| kind.count).sum();
        let label = Message::DidErase { records }.label();
        let receipt = match *whom {
            EraseWhom::Client { client } => self.ledger.erase_client(moment.at, client, label)?,
            EraseWhom::Person { client, person } => {
                let forgotten = self.forgotten(client, person)?;
                let what = forgotten.what(client);
                let ((), receipt) = self.ledger.forget(moment.at, label, what, |changes| {
                    changes.update(client, &forgotten.client)?;
                    forgotten.check_ins.iter().try_for_each(|kept| changes.update(kept.id, &kept.record))?;
                    forgotten.praise.iter().try_for_each(|kept| changes.update(kept.id, &kept.record))?;
                    forgotten.talks.iter().try_for_each(|kept| changes.update(kept.id, &kept.record))?;
                    Ok::<_, LedgerError>(())
                })?;
                receipt
            }
        };
        let (deleted, left): (Vec<PathBuf>, Vec<PathBuf>) =
            receipt.copies.iter().cloned().partition(|copy| delete_copies && fs::remove_file(copy).is_ok());
        let mut told = ErasureReceipt {
            at: receipt.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            records: counts(&receipt.records),
            files: count(receipt.files),
            steps: count(receipt.entries),
            copies_deleted: paths(&deleted),
            copies_left: paths(&left),
            text: String::new(),
        };
        told.text = words::receipt(&told, &receipt.ids_sha256);
        Ok(told)
    }

    /// A client's records without a person, and by which words the person is found in the history.
    fn forgotten(&self, client: ClientId, person: u32) -> Result<Forgotten, PracticeError> {
        let reader = self.ledger.reader();
        let mut record = self.client_named(client)?.record;
        let gone = || PracticeError::Gone { kind: Kind::Client };
        let gone_person = match person.checked_sub(1) {
            None if record.contact == Contact::default() => return Err(gone()),
            None => std::mem::take(&mut record.contact),
            Some(place) => {
                let place = usize::try_from(place).map_err(|_| gone())?;
                if place >= record.people.len() {
                    return Err(gone());
                }
                record.people.remove(place)
            }
        };
        let name = gone_person.full_name();
        let called = names_of(&gone_person, &record);
        let theirs = |said_by: &str| called.contains(&match_key(said_by));
        let mut check_ins = reader.of_client::<CheckIn>(client)?;
        check_ins.retain(|kept| theirs(&kept.record.person));
        let mut praise = reader.of_client::<Praise>(client)?;
        praise.retain(|kept| theirs(&kept.record.person));
        let mut talks = reader.of_client::<Conversation>(client)?;
        talks.retain(|kept| theirs(&kept.record.person));
        let people = check_ins.iter_mut().map(|kept| &mut kept.record.person);
        let people = people.chain(praise.iter_mut().map(|kept| &mut kept.record.person));
        let mut words = vec![name.clone(), gone_person.email, gone_person.phone];
        for person in people.chain(talks.iter_mut().map(|kept| &mut kept.record.person)) {
            words.push(std::mem::take(person).trim().to_owned());
        }
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        words.dedup();
        let mut touched = vec![(Kind::Client, Uuid::from(client))];
        touched.extend(ids(&check_ins));
        touched.extend(ids(&praise));
        touched.extend(ids(&talks));
        let name = if name.is_empty() { words.first().cloned().unwrap_or_default() } else { name };
        Ok(Forgotten { name, client: record, check_ins, praise, talks, touched, words })
    }
}

/// What stays when a person is forgotten.
struct Forgotten {
    name: String,
    client: Client,
    check_ins: Vec<Kept<CheckIn>>,
    praise: Vec<Kept<Praise>>,
    talks: Vec<Kept<Conversation>>,
    touched: Vec<(Kind, Uuid)>,
    words: Vec<String>,
}

impl Forgotten {
    /// What the history loses. Without a word to know the person by, it is whatever touched what is written anew.
    fn what(&self, client: ClientId) -> Forget<'_> {
        let ever_of = (!self.words.is_empty()).then_some(client);
        Forget { touched: &self.touched, ever_of, words: &self.words }
    }
}

/// What a person is called where somebody is named: in full or, where nobody else there is called so, by one of the names.
pub(crate) fn names_of(person: &Contact, others: &Client) -> HashSet<String> {
    let parts = |person: &Contact| [match_key(&person.given_name), match_key(&person.family_name)];
    let others: HashSet<String> = others.people.iter().chain([&others.contact]).flat_map(parts).collect();
    let own = parts(person).into_iter().filter(|part| !others.contains(part));
    own.chain([match_key(&person.full_name())]).filter(|name| !name.is_empty()).collect()
}

fn ids<R: RecordKind>(kept: &[Kept<R>]) -> impl Iterator<Item = (Kind, Uuid)> {
    kept.iter().map(|kept| (R::KIND, kept.id.into()))
}

fn counts(records: &BTreeMap<Kind, u64>) -> Vec<KindCount> {
    let counted = records.iter().filter(|(_, records)| **records > 0);
    counted.map(|(kind, records)| KindCount { kind: *kind, count: count(*records) }).collect()
}

fn count(number_of: u64) -> u32 {
    number(usize::try_from(number_of).unwrap_or(usize::MAX))
}

fn paths(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| path.display().to_string()).collect()
}
