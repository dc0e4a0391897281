//! What somebody does to a portfolio: a record added, changed or taken out, on any day, of any client; clients who come
//! and go; days that pass.

use chrono::{Days, NaiveDate};
use kindly_verdict::{
    Client, Complaint, Deliverable, Obligation, Outcome, Portfolio, Rating, Scale, Signal, SignalKind,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::random::{SPAN, clients_of_any_temper, on};

/// One thing done to a portfolio.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    /// Something about one client's records.
    Records(Index, Vec<RecordEdit>),
    /// The relationship began on another day, or on none that is known.
    Start(Index, Option<u64>),
    /// Somebody comes, or comes back as somebody else.
    Arrive(u8, Box<Client>),
    /// Somebody is taken out.
    Leave(Index),
    /// The client is set back to how they were when all began, if they were there.
    Undo(Index),
    /// It is another day.
    Day(u64),
    /// Another portfolio is followed: some of these edits at once, clients in another order.
    Follow(Vec<Edit>, bool),
}

/// One thing done to one client's records.
#[derive(Debug, Clone)]
pub(crate) struct RecordEdit {
    what: u8,
    which: Index,
    day: u64,
    value: u8,
    link: usize,
}

pub(crate) fn edits() -> impl Strategy<Value = Edit> {
    let one = single_edits().boxed();
    let follow = (proptest::collection::vec(one.clone(), 0..5), any::<bool>())
        .prop_map(|(edits, turned)| Edit::Follow(edits, turned));
    prop_oneof![8 => one, 1 => follow]
}

fn single_edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        12 => (any::<Index>(), proptest::collection::vec(record_edits(), 1..3))
            .prop_map(|(client, edits)| Edit::Records(client, edits)),
        1 => (any::<Index>(), proptest::option::of(0..SPAN)).prop_map(|(client, day)| Edit::Start(client, day)),
        1 => (0_u8..9, clients_of_any_temper()).prop_map(|(id, client)| Edit::Arrive(id, Box::new(client))),
        1 => any::<Index>().prop_map(Edit::Leave),
        2 => any::<Index>().prop_map(Edit::Undo),
        2 => (0..SPAN + 200).prop_map(Edit::Day),
    ]
}

fn record_edits() -> impl Strategy<Value = RecordEdit> {
    (0_u8..19, any::<Index>(), 0..SPAN, any::<u8>(), 0_usize..16)
        .prop_map(|(what, which, day, value, link)| RecordEdit { what, which, day, value, link })
}

impl Edit {
    /// The portfolio after this edit. `first` is how it was when all began.
    pub(crate) fn apply(&self, portfolio: &mut Portfolio, first: &Portfolio) {
        let clients = &mut portfolio.clients;
        match self {
            Self::Records(client, edits) => {
                if let Some(client) = chosen(clients, *client) {
                    for edit in edits {
                        edit.apply(client);
                    }
                }
            }
            Self::Start(client, day) => {
                if let Some(client) = chosen(clients, *client) {
                    client.start = day.map(on);
                }
            }
            Self::Arrive(id, client) => {
                let mut client = client.as_ref().clone();
                client.id = format!("client {id}");
                name_records(&mut client);
                set(clients, client);
            }
            Self::Leave(client) if !clients.is_empty() => {
                clients.remove(client.index(clients.len()));
            }
            Self::Undo(client) if !first.clients.is_empty() => {
                set(clients, first.clients[client.index(first.clients.len())].clone());
            }
            Self::Leave(_) | Self::Undo(_) => {}
            Self::Day(day) => portfolio.as_of = on(*day),
            Self::Follow(edits, turned) => {
                for edit in edits {
                    edit.apply(portfolio, first);
                }
                if *turned {
                    portfolio.clients.reverse();
                }
            }
        }
    }
}

/// Names every record, so that reasons can name them.
pub(crate) fn name_records(client: &mut Client) {
    let names = |kind: &'static str| (1..).map(move |number| Some(format!("{kind}{number}")));
    client.ratings.iter_mut().zip(names("r")).for_each(|(it, name)| it.id = name);
    client.obligations.iter_mut().zip(names("o")).for_each(|(it, name)| it.id = name);
    client.signals.iter_mut().zip(names("s")).for_each(|(it, name)| it.id = name);
    client.complaints.iter_mut().zip(names("c")).for_each(|(it, name)| it.id = name);
}

fn set(clients: &mut Vec<Client>, client: Client) {
    match clients.iter_mut().find(|known| known.id == client.id) {
        Some(known) => *known = client,
        None => clients.push(client),
    }
}

fn chosen<T>(items: &mut [T], which: Index) -> Option<&mut T> {
    if items.is_empty() { None } else { Some(&mut items[which.index(items.len())]) }
}

impl RecordEdit {
    fn apply(&self, client: &mut Client) {
        let date = on(self.day);
        let fresh = || Some(format!("fresh {} {}", self.day, self.value));
        match self.what {
            0 => {
                let id = format!("d{}", self.link);
                if client.deliverables.iter().all(|deliverable| deliverable.id != id) {
                    client.deliverables.push(Deliverable { id, date, outcome: self.outcome() });
                }
            }
            1 => self.change(&mut client.deliverables, |it| {
                (it.date, it.outcome) = (self.near(it.date), self.outcome());
            }),
            2 => self.take_out(&mut client.deliverables),
            3 => client.ratings.push(self.rating(self.day, 1 + self.value % 5)),
            4 => self.change(&mut client.ratings, |it| {
                (it.date, it.scale, it.value) = (self.near(it.date), Scale::Ces7, 1 + self.value % 7);
            }),
            5 => self.change(&mut client.ratings, |it| it.deliverable = self.link()),
            6 => self.take_out(&mut client.ratings),
            7 => {
                client.obligations.push(Obligation { id: fresh(), date, kept: self.value.is_multiple_of(2) });
            }
            8 => self.change(&mut client.obligations, |it| {
                (it.date, it.kept) = (self.near(it.date), !it.kept);
            }),
            9 => self.take_out(&mut client.obligations),
            10 => client.signals.push(Signal { id: fresh(), date, kind: self.kind() }),
            11 => self.change(&mut client.signals, |it| {
                (it.date, it.kind) = (self.near(it.date), self.kind());
            }),
            12 => self.take_out(&mut client.signals),
            13 => client.complaints.push(Complaint { id: fresh(), date, theme: self.theme() }),
            14 => self.change(&mut client.complaints, |it| {
                (it.date, it.theme) = (self.near(it.date), self.theme());
            }),
            15 => self.take_out(&mut client.complaints),
            // Much of the same, so that what is expected of the others moves.
            16 => client
                .ratings
                .extend((0..6).map(|month| self.rating(self.day + 30 * month, self.value % 2 * 4 + 1))),
            17 => client.ratings.iter_mut().for_each(|it| it.value = it.scale.range().0),
            _ => client.ratings.iter_mut().for_each(|it| it.value = it.scale.range().1),
        }
    }

    fn rating(&self, day: u64, value: u8) -> Rating {
        let id = Some(format!("fresh {day} {value}"));
        Rating { id, date: on(day), scale: Scale::Csat5, value, deliverable: self.link() }
    }

    fn change<T>(&self, records: &mut [T], change: impl FnOnce(&mut T)) {
        if let Some(record) = chosen(records, self.which) {
            change(record);
        }
    }

    fn take_out<T>(&self, records: &mut Vec<T>) {
        if !records.is_empty() {
            records.remove(self.which.index(records.len()));
        }
    }

    /// Now and then the same day, now and then the next, now and then quite another.
    fn near(&self, date: NaiveDate) -> NaiveDate {
        match self.value % 3 {
            0 => date,
            1 => date + Days::new(1),
            _ => on(self.day),
        }
    }

    fn outcome(&self) -> Outcome {
        use Outcome::{Excused, Late, Met, Partial, Pending, Rejected};
        [Met, Met, Met, Partial, Late, Rejected, Excused, Pending][usize::from(self.value % 8)]
    }

    fn kind(&self) -> SignalKind {
        use SignalKind::{Blame, Concession, Disrespect, Threat};
        [Concession, Blame, Disrespect, Threat][usize::from(self.value % 4)]
    }

    fn theme(&self) -> String {
        ["scope", "communication", "Über", "price", "fresh"][usize::from(self.value % 5)].to_owned()
    }

    fn link(&self) -> Option<String> {
        (self.link < 12).then(|| format!("d{}", self.link))
    }
}
