//! Any use cases in any order: every state that was left is found again, forwards and backwards.
use kindly_ledger::{Changes, LedgerError, Stored};
use kindly_records::{
    CheckIn, Client, ClientId, Complaint, ComplaintCause, Deliverable, IdSource, Kept, Kind, Profile, Record,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use uuid::Uuid;

use crate::{
    builders::{Practice, check_in, client, day, deliverable, label},
    dump::{Dump, dump},
    kinds::{self, Family},
    links::naming,
};

/// A use case, or a step through the journal. Numbers choose among what is there.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    AddClient(String),
    RenameClient(usize, String),
    DeleteClient(usize),
    AddDeliverable(usize, String),
    DeleteDeliverable(usize),
    AddCheckIn(usize, String),
    LinkCheckIn(usize, usize),
    DeleteCheckIn(usize),
    AddComplaint(usize, String),
    AddAny(usize, usize, String),
    ChangeAny(usize, String),
    DeleteAny(usize),
    TakeBack(usize),
    Import(usize, u8),
    Rewrite(String),
    Fail(usize),
    Undo,
    Redo,
}

pub(crate) fn act() -> impl Strategy<Value = Act> {
    let words = "[a-zé“😀\\n ]{0,12}";
    prop_oneof![
        2 => words.prop_map(Act::AddClient),
        1 => (any::<usize>(), words).prop_map(|(which, words)| Act::RenameClient(which, words)),
        1 => any::<usize>().prop_map(Act::DeleteClient),
        2 => (any::<usize>(), words).prop_map(|(which, words)| Act::AddDeliverable(which, words)),
        1 => any::<usize>().prop_map(Act::DeleteDeliverable),
        3 => (any::<usize>(), words).prop_map(|(which, words)| Act::AddCheckIn(which, words)),
        2 => any::<(usize, usize)>().prop_map(|(which, to)| Act::LinkCheckIn(which, to)),
        1 => any::<usize>().prop_map(Act::DeleteCheckIn),
        1 => (any::<usize>(), words).prop_map(|(which, words)| Act::AddComplaint(which, words)),
        6 => (any::<usize>(), any::<usize>(), words)
            .prop_map(|(kind, which, words)| Act::AddAny(kind, which, words)),
        3 => (any::<usize>(), words).prop_map(|(which, words)| Act::ChangeAny(which, words)),
        2 => any::<usize>().prop_map(Act::DeleteAny),
        2 => any::<usize>().prop_map(Act::TakeBack),
        1 => any::<(usize, u8)>().prop_map(|(which, rows)| Act::Import(which, rows)),
        1 => "[a-z]{0,8}".prop_map(Act::Rewrite),
        1 => any::<usize>().prop_map(Act::Fail),
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
    ]
}

fn chosen<T: Clone>(among: &[T], which: usize) -> Option<T> {
    among.get(which.checked_rem(among.len())?).cloned()
}

/// Every record of every kind.
fn everything(changes: &Changes<'_>) -> Result<Vec<(Kind, Uuid, Record)>, LedgerError> {
    fn all<R: Stored + Into<Record>>(
        changes: &Changes<'_>,
        into: &mut Vec<(Kind, Uuid, Record)>,
    ) -> Result<(), LedgerError> {
        into.extend(
            changes.all::<R>()?.into_iter().map(|kept| (R::KIND, kept.id.into(), kept.record.into())),
        );
        Ok(())
    }
    let mut found = Vec::new();
    let reads = [
        all::<kindly_records::Enquiry>,
        all::<kindly_records::Engagement>,
        all::<Deliverable>,
        all::<CheckIn>,
        all::<kindly_records::Obligation>,
        all::<kindly_records::Invoice>,
        all::<kindly_records::Concession>,
        all::<kindly_records::Incident>,
        all::<Complaint>,
        all::<kindly_records::Letter>,
        all::<kindly_records::Praise>,
        all::<kindly_records::Payment>,
        all::<kindly_records::TimeEntry>,
        all::<kindly_records::Conversation>,
        all::<kindly_records::Request>,
        all::<kindly_records::Attention>,
        all::<kindly_records::Decision>,
        all::<kindly_records::Ending>,
        all::<kindly_records::ReferralContact>,
        all::<kindly_records::Document>,
        all::<kindly_records::Template>,
        all::<kindly_records::Snooze>,
        all::<kindly_records::LetterTemplate>,
        all::<kindly_records::Improvement>,
        all::<kindly_records::CheckInRequest>,
        all::<kindly_records::FitCriterion>,
    ];
    reads.into_iter().try_for_each(|read| read(changes, &mut found))?;
    Ok(found)
}

/// Takes one of the steps back, where that can be; where it cannot, the ledger must have said so beforehand.
pub(crate) fn take_back(practice: &mut Practice, which: usize) -> Result<(), LedgerError> {
    let last = practice.ledger().journal_position();
    let Some(seq) = chosen(&(1..=last).collect::<Vec<_>>(), which) else { return Ok(()) };
    let at = practice.at;
    match practice.ledger().take_back(at, seq, label("take_back")) {
        Err(
            LedgerError::LaterEntries { .. } | LedgerError::NotStanding { .. } | LedgerError::NoEntry { .. },
        ) => Ok(()),
        other => other,
    }
}

/// Does an act; where there is nothing to choose from, it does nothing.
pub(crate) fn perform(changes: &mut Changes<'_>, ids: &mut IdSource, act: &Act) -> Result<(), LedgerError> {
    let clients: Vec<ClientId> = changes.all::<Client>()?.into_iter().map(|kept| kept.id).collect();
    let deliverables: Vec<Kept<Deliverable>> = changes.all()?;
    let check_ins: Vec<Kept<CheckIn>> = changes.all()?;
    match act {
        Act::AddClient(name) => {
            changes.insert(ids.next(), &client(&format!("C {}", name.replace('\n', " "))))
        }
        Act::RenameClient(which, notes) => chosen(&clients, *which)
            .map_or(Ok(()), |id| changes.update(id, &Client { notes: notes.clone(), ..client("Renamed") })),
        Act::DeleteClient(which) => {
            chosen(&clients, *which).map_or(Ok(()), |id| changes.delete::<Client>(id))
        }
        Act::AddDeliverable(which, notes) => chosen(&clients, *which).map_or(Ok(()), |owner| {
            changes.insert(ids.next(), &Deliverable { notes: notes.clone(), ..deliverable(owner, "Report") })
        }),
        Act::DeleteDeliverable(which) => {
            chosen(&deliverables, *which).map_or(Ok(()), |kept| changes.delete::<Deliverable>(kept.id))
        }
        Act::AddCheckIn(which, words) => chosen(&clients, *which)
            .map_or(Ok(()), |owner| changes.insert(ids.next(), &check_in(owner, "2026-01-01", words))),
        Act::LinkCheckIn(which, to) => chosen(&check_ins, *which).map_or(Ok(()), |kept| {
            let own: Vec<_> =
                deliverables.iter().filter(|other| other.record.client == kept.record.client).collect();
            let deliverable = chosen(&own, *to).map(|other| other.id);
            changes.update(kept.id, &CheckIn { deliverable, ..kept.record })
        }),
        Act::DeleteCheckIn(which) => {
            chosen(&check_ins, *which).map_or(Ok(()), |kept| changes.delete::<CheckIn>(kept.id))
        }
        Act::AddComplaint(which, words) => chosen(&clients, *which).map_or(Ok(()), |owner| {
            let complaint = Complaint {
                client: owner,
                on: day("2026-02-01"),
                theme: "report unclear".to_owned(),
                words: words.clone(),
                answered_on: None,
                resolved_on: None,
                cause: ComplaintCause::default(),
                resolution: String::new(),
            };
            changes.insert(ids.next(), &complaint)
        }),
        Act::AddAny(kind, which, words) => chosen(&clients, *which).map_or(Ok(()), |owner| {
            let kind = kinds::ALL[kind % kinds::ALL.len()];
            let record = kinds::record(kind, &Family::of(changes, owner)?, words);
            record.map_or(Ok(()), |record| changes.insert_record(ids, &record).map(drop))
        }),
        Act::ChangeAny(which, words) => {
            let Some((kind, id, record)) = chosen(&everything(changes)?, *which) else { return Ok(()) };
            let owner = record.client().or(clients.first().copied());
            let Some(owner) = owner else { return Ok(()) };
            let family = Family::of(changes, owner)?;
            kinds::record(kind, &family, words).map_or(Ok(()), |record| changes.update_record(id, &record))
        }
        Act::DeleteAny(which) => chosen(&everything(changes)?, *which)
            .map_or(Ok(()), |(kind, id, _)| changes.delete_record(kind, id)),
        Act::Import(which, rows) => chosen(&clients, *which).map_or(Ok(()), |owner| {
            (0..*rows)
                .try_for_each(|_| changes.insert(ids.next(), &check_in(owner, "2025-01-01", "imported")))
        }),
        Act::Rewrite(name) => changes.set_profile(&Profile { name: name.clone(), ..Profile::default() }),
        Act::Fail(which) => {
            if let Some(id) = chosen(&clients, *which) {
                changes.delete::<Client>(id)?;
            }
            changes.insert(ids.next(), &client(""))
        }
        Act::TakeBack(_) | Act::Undo | Act::Redo => Ok(()),
    }
}

/// Every state since the beginning that can be reached by undo and redo, and the one the records are in.
#[derive(Clone)]
pub(crate) struct Model {
    states: Vec<Dump>,
    now: usize,
}

impl From<Dump> for Model {
    fn from(start: Dump) -> Self {
        Self { states: vec![start], now: 0 }
    }
}

impl Model {
    /// The state that the records are in.
    pub(crate) fn state(&self) -> &Dump {
        &self.states[self.now]
    }

    /// All of them, from the beginning.
    pub(crate) fn states(&self) -> &[Dump] {
        &self.states
    }

    pub(crate) fn follow(&mut self, act: &Act, found: &Dump) {
        match act {
            Act::Undo => self.now = self.now.saturating_sub(1),
            Act::Redo => self.now = (self.now + 1).min(self.states.len() - 1),
            _ if *found == self.states[self.now] => {}
            _ => {
                self.states.truncate(self.now + 1);
                self.states.push(found.clone());
                self.now += 1;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_state_is_found_again(acts in prop::collection::vec(act(), 1..40)) {
        let mut practice = Practice::new();
        let mut model = Model::from(dump(&practice));
        for act in &acts {
            let mut ids = practice.ids.clone();
            match act {
                Act::Undo => drop(practice.undo()),
                Act::Redo => drop(practice.redo()),
                Act::TakeBack(which) => take_back(&mut practice, *which).expect("nothing else is in the way"),
                Act::Fail(_) => {
                    let failed = practice.try_run("fail", |changes| perform(changes, &mut ids, act));
                    prop_assert!(failed.is_err(), "a client without a name is refused");
                }
                act => practice.run("act", |changes| perform(changes, &mut ids, act)),
            }
            practice.ids = ids;
            let found = dump(&practice);
            model.follow(act, &found);
            prop_assert_eq!(&found, &model.states[model.now], "the state after {:?}", act);
        }
        while practice.redo().is_some() {}
        prop_assert_eq!(&dump(&practice), &model.states[model.states.len() - 1], "redo all leads to the end");
        practice.restart();
        for state in model.states.iter().rev().skip(1) {
            prop_assert!(practice.undo().is_some(), "there is a step back to every state");
            prop_assert_eq!(&dump(&practice), state, "and it is the state that was left");
        }
        prop_assert!(practice.undo().is_none(), "the first state is the empty ledger");
        for state in &model.states[1..] {
            prop_assert!(practice.redo().is_some(), "there is a step forth to every state");
            prop_assert_eq!(&dump(&practice), state, "and it is the state that was left");
        }
        prop_assert!(practice.redo().is_none(), "the last state is the end");
        let damage = practice.ledger().check().expect("it can be checked");
        prop_assert_eq!(damage, [], "journal, links and search agree");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_erasure_anywhere_stands_in_nobodys_way(
        acts in prop::collection::vec(act(), 1..30),
        which in any::<usize>(),
        later in prop::collection::vec(act(), 1..20),
    ) {
        let mut practice = Practice::new();
        practice.client("Arkwright");
        let mut erased = false;
        for (turn, act) in acts.iter().chain(&later).enumerate() {
            if turn == acts.len() {
                let clients = practice.ledger().reader().all::<Client>().expect("they can be read");
                if let Some(kept) = chosen(&clients, which) {
                    let at = practice.at;
                    let plan = practice.ledger().erase_plan(kept.id).expect("the client is there");
                    let receipt = practice.ledger().erase_client(at, kept.id, label("erase")).expect("it is whole");
                    prop_assert_eq!((plan.records, plan.entries), (receipt.records, receipt.entries), "as it was said");
                    prop_assert_eq!(naming(&practice, kept.id.into()), Vec::<String>::new(), "no record names them");
                    erased = true;
                }
            }
            let mut ids = practice.ids.clone();
            match act {
                Act::Undo => drop(practice.undo()),
                Act::Redo => drop(practice.redo()),
                Act::TakeBack(which) => match take_back(&mut practice, *which) {
                    Err(LedgerError::Erased { .. } | LedgerError::InTheWay { .. }) if erased => {}
                    other => other.expect("nothing else is in the way"),
                },
                Act::Fail(_) => {}
                act => practice.run("act", |changes| perform(changes, &mut ids, act)),
            }
            practice.ids = ids;
        }
        while practice.undo().is_some() {}
        while practice.redo().is_some() {}
        let damage = practice.ledger().check().expect("it can be checked");
        prop_assert_eq!(damage, [], "journal, links and search agree");
    }
}

#[test]
fn a_thousand_use_cases_go_back_to_the_start_and_forth_to_the_end() {
    let mut runner = TestRunner::deterministic();
    let mut practice = Practice::new();
    let start = dump(&practice);
    let mut done = 0;
    while done < 1_000 {
        let act = act().new_tree(&mut runner).expect("an act can always be made").current();
        let before = practice.ledger().journal_position();
        let mut ids = practice.ids.clone();
        match &act {
            Act::Undo | Act::Redo | Act::Fail(_) => continue,
            Act::TakeBack(which) => take_back(&mut practice, *which).expect("nothing else is in the way"),
            // Clients would not live long enough to have anything taken from them.
            Act::DeleteClient(_) if done % 10 != 0 => continue,
            act => practice.run("act", |changes| perform(changes, &mut ids, act)),
        }
        practice.ids = ids;
        done += usize::from(practice.ledger().journal_position() > before);
    }
    let end = dump(&practice);
    assert!(end.values().filter(|rows| !rows.is_empty()).count() > 15, "most kinds have records at the end");
    practice.restart();
    assert_eq!(
        (0..1_000).filter(|_| practice.undo().is_some()).count(),
        1_000,
        "every one can be taken back"
    );
    assert_eq!(practice.undo(), None, "and no more");
    assert_eq!(dump(&practice), start, "back to the start");
    assert_eq!((0..1_000).filter(|_| practice.redo().is_some()).count(), 1_000, "and done again");
    assert_eq!(dump(&practice), end, "forth to the end");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "journal, links and search agree");
}
