//! Portfolios as they come: realistic ones, and odd ones with records in clumps, links into nothing, records still to
//! come and clients with nothing at all.

use chrono::{Days, NaiveDate};
use kindly_verdict::{
    Client, Complaint, Deliverable, Obligation, Outcome, Portfolio, Rating, Scale, Signal, SignalKind,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::build::day;

/// Days over which records lie; the judged day is before the last of them, so that some are still to come.
pub(crate) const SPAN: u64 = 1_000;
const AS_OF: u64 = 900;

pub(crate) fn on(number: u64) -> NaiveDate {
    day("2021-03-05") + Days::new(number)
}

pub(crate) fn portfolios() -> impl Strategy<Value = Portfolio> {
    // Now and then everybody is unhappy with what was delivered well, and the offering is to blame.
    let clients = prop_oneof![
        5 => vec(clients((0_u8..3, 0_u8..3).boxed()), 1..7),
        1 => vec(clients(Just((2, 2)).boxed()), 3..7),
    ];
    clients.prop_map(|clients| {
        let mut portfolio = Portfolio { as_of: on(AS_OF), clients };
        for (index, client) in portfolio.clients.iter_mut().enumerate() {
            // Not in the order of the list, since sums are taken in the order of the ids.
            client.id = format!("client {}", (index * 5 + 3) % 7);
        }
        portfolio
    })
}

/// One client, who may be of any temper. The id is empty.
pub(crate) fn clients_of_any_temper() -> impl Strategy<Value = Client> {
    clients((0_u8..3, 0_u8..3).boxed())
}

/// A day on which the clients are looked at again, from long before to after the usual one.
pub(crate) fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0..AS_OF).prop_map(on)
}

/// Tempers: how unhappy the client is (0 content to 2 unhappy) and how reliable we are (0 hardly ever, 2 nearly always).
fn clients(tempers: BoxedStrategy<(u8, u8)>) -> impl Strategy<Value = Client> {
    let tempers = (tempers, 0_u8..3);
    let records = (
        vec((0..SPAN, 0_u8..20), 0..11),
        vec((0..SPAN, 0_u8..3, 0_u8..20, 0_usize..16), 0..11),
        vec((0..SPAN, 0_u8..10), 0..7),
        vec((0..SPAN, 0_u8..4), 0..6),
        vec((0..SPAN, 0_u8..4), 0..5),
    );
    (tempers, option::weighted(0.3, 0..SPAN), any::<bool>(), records).prop_map(
        |(tempers, start, clumped, (deliverables, ratings, obligations, signals, complaints))| {
            // Clumped: everything happens on a few days, ninety apart, where windows open and close.
            let date = |number: u64| on(if clumped { number / 90 * 90 } else { number });
            let ((unhappy, reliable), burdensome) = tempers;
            let deliverables: Vec<Deliverable> = deliverables
                .into_iter()
                .enumerate()
                .map(|(index, (number, chance))| Deliverable {
                    id: format!("d{index}"),
                    date: date(number),
                    outcome: outcome(reliable, chance),
                })
                .collect();
            let ratings = ratings
                .into_iter()
                .map(|(number, scale, chance, link)| rating(date(number), scale, unhappy, chance, link))
                .collect();
            let obligations = obligations.into_iter().map(|(number, chance)| Obligation {
                id: None,
                date: date(number),
                kept: chance > 4 * burdensome,
            });
            let signals = signals.into_iter().filter(|_| burdensome > 0).map(|(number, kind)| Signal {
                id: None,
                date: date(number),
                kind: [SignalKind::Concession, SignalKind::Blame, SignalKind::Disrespect, SignalKind::Threat]
                    [usize::from(kind)],
            });
            let themes = ["scope", "communication", "Über", "price"];
            let complaints = complaints.into_iter().map(|(number, theme)| Complaint {
                id: None,
                date: date(number),
                theme: themes[usize::from(theme)].to_owned(),
            });
            Client {
                id: String::new(),
                start: start.map(on),
                deliverables,
                ratings,
                obligations: obligations.collect(),
                signals: signals.collect(),
                complaints: complaints.collect(),
            }
        },
    )
}

fn outcome(reliable: u8, chance: u8) -> Outcome {
    match (reliable, chance) {
        (_, 19) => Outcome::Excused,
        (_, 18) => Outcome::Pending,
        (_, 17) => Outcome::Unknown,
        (2, 0..=15) | (1, 0..=8) | (0, 0..=2) => Outcome::Met,
        (_, 16) => Outcome::Partial,
        (_, even) if even % 2 == 0 => Outcome::Late,
        _ => Outcome::Rejected,
    }
}

fn rating(date: NaiveDate, scale: u8, unhappy: u8, chance: u8, link: usize) -> Rating {
    let scale = [Scale::Csat5, Scale::Nps, Scale::Ces7][usize::from(scale)];
    let (lowest, highest) = scale.range();
    let middle = lowest.midpoint(highest);
    let value = match (unhappy, chance) {
        (2, 0..=16) | (1, 0..=7) | (0, 0) => lowest,
        (_, 17 | 18) => middle,
        _ => highest,
    };
    // Ten possible deliverables, some missing; above, no link at all.
    Rating { id: None, date, scale, value, deliverable: (link < 11).then(|| format!("d{link}")) }
}
