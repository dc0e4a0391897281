//! Any use cases in any order: every state that was left is found again, forwards and backwards.
use kindly_ledger::{Changes, LedgerError};
use kindly_records::{CheckIn, Client, ClientId, Complaint, Deliverable, IdSource, Kept, Profile};
use proptest::prelude::*;

use crate::{
    builders::{Practice, check_in, client, day, deliverable},
    dump::{Dump, dump},
};

/// A use case, or a step through the journal. Numbers choose among what is there.
#[derive(Debug, Clone)]
enum Act {
    AddClient(String),
    RenameClient(usize, String),
    DeleteClient(usize),
    AddDeliverable(usize, String),
    DeleteDeliverable(usize),
    AddCheckIn(usize, String),
    LinkCheckIn(usize, usize),
    DeleteCheckIn(usize),
    AddComplaint(usize, String),
    Import(usize, u8),
    Rewrite(String),
    Fail(usize),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
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

/// Does an act; where there is nothing to choose from, it does nothing.
fn perform(changes: &mut Changes<'_>, ids: &mut IdSource, act: &Act) -> Result<(), LedgerError> {
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
            };
            changes.insert(ids.next(), &complaint)
        }),
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
        Act::Undo | Act::Redo => Ok(()),
    }
}

/// Every state since the beginning that can be reached by undo and redo, and the one the records are in.
struct Model {
    states: Vec<Dump>,
    now: usize,
}

impl Model {
    fn follow(&mut self, act: &Act, found: &Dump) {
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
        let mut model = Model { states: vec![dump(&practice)], now: 0 };
        for act in &acts {
            let mut ids = practice.ids.clone();
            match act {
                Act::Undo => drop(practice.undo()),
                Act::Redo => drop(practice.redo()),
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
