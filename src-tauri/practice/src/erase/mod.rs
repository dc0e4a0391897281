//! Erasing a client, or a person, for good.
mod backups;
mod view;
mod words;

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::PathBuf,
};

use chrono::SecondsFormat;
use kindly_exchange::match_key;
use kindly_ledger::{Changes, Forget, LedgerError, Reader};
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
                    backups: self.backups_to_reach(),
                })
            }
            EraseWhom::Person { client, person } => {
                let whole = self.ledger.erase_plan(client)?;
                let record = self.client_named(client)?.record;
                let gone = person_of(&record, person).ok_or(PracticeError::Gone { kind: Kind::Client })?;
                let forgotten =
                    forgotten(self.ledger.reader(), client, record, &gone, |person| *person == gone)?;
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
                    backups: self.backups_to_reach(),
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
        // Nothing below asks for them, and the journal will not tell what went.
        self.forget_books();
        let (receipt, reached) = match *whom {
            EraseWhom::Client { client } => {
                let receipt = self.ledger.erase_client(moment.at, client, label)?;
                (receipt, self.erase_client_in_backups(moment, client))
            }
            EraseWhom::Person { client, person } => {
                let reader = self.ledger.reader();
                let record = self.client_named(client)?.record;
                let gone = person_of(&record, person).ok_or(PracticeError::Gone { kind: Kind::Client })?;
                let forgotten = forgotten(reader, client, record, &gone, |person| *person == gone)?;
                let what = forgotten.what(client);
                let ((), receipt) =
                    self.ledger.forget(moment.at, label, what, |changes| forgotten.write(client, changes))?;
                (receipt, self.erase_person_in_backups(moment, client, &gone))
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
            backups: reached.rewritten,
            backups_left: reached.left,
            second_place_waits: reached.second_waits,
            text: String::new(),
        };
        told.text = words::receipt(&told, &receipt.ids_sha256);
        Ok(told)
    }
}

/// A person of a client: 0 is the contact, the other people follow from 1.
fn person_of(record: &Client, person: u32) -> Option<Contact> {
    match person.checked_sub(1) {
        None => Some(record.contact.clone()).filter(|contact| *contact != Contact::default()),
        Some(place) => record.people.get(usize::try_from(place).ok()?).cloned(),
    }
}

/// Whether two entries are of one person: an older backup may know them by an address that was corrected since.
fn same_person(one: &Contact, other: &Contact) -> bool {
    let same = |one: &str, other: &str| !one.trim().is_empty() && match_key(one) == match_key(other);
    one == other || same(&one.full_name(), &other.full_name()) || same(&one.email, &other.email)
}

/// A client's records without a person, and by which words the person is found in the history.
fn forgotten(
    reader: Reader<'_>,
    client: ClientId,
    mut record: Client,
    gone: &Contact,
    is_them: impl Fn(&Contact) -> bool,
) -> Result<Forgotten, LedgerError> {
    if is_them(&record.contact) {
        record.contact = Contact::default();
    }
    record.people.retain(|person| !is_them(person));
    let name = gone.full_name();
    let called = names_of(gone, &record);
    let theirs = |said_by: &str| called.contains(&match_key(said_by));
    let mut check_ins = reader.of_client::<CheckIn>(client)?;
    check_ins.retain(|kept| theirs(&kept.record.person));
    let mut praise = reader.of_client::<Praise>(client)?;
    praise.retain(|kept| theirs(&kept.record.person));
    let mut talks = reader.of_client::<Conversation>(client)?;
    talks.retain(|kept| theirs(&kept.record.person));
    let people = check_ins.iter_mut().map(|kept| &mut kept.record.person);
    let people = people.chain(praise.iter_mut().map(|kept| &mut kept.record.person));
    let mut words = vec![name.clone(), gone.email.clone(), gone.phone.clone()];
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
    pub(super) fn what(&self, client: ClientId) -> Forget<'_> {
        let ever_of = (!self.words.is_empty()).then_some(client);
        Forget { touched: &self.touched, ever_of, words: &self.words }
    }

    /// Writes what stays.
    pub(super) fn write(&self, client: ClientId, changes: &mut Changes<'_>) -> Result<(), LedgerError> {
        changes.update(client, &self.client)?;
        self.check_ins.iter().try_for_each(|kept| changes.update(kept.id, &kept.record))?;
        self.praise.iter().try_for_each(|kept| changes.update(kept.id, &kept.record))?;
        self.talks.iter().try_for_each(|kept| changes.update(kept.id, &kept.record))
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
