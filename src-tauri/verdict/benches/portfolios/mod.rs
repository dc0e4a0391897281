//! Portfolios of a chosen size, the same every time.

use chrono::{Days, NaiveDate};
use kindly_verdict::{
    Client, Complaint, Deliverable, Obligation, Outcome, Portfolio, Rating, Scale, Signal, SignalKind,
};

/// Records of one client in one year: nine deliverables and ratings, three obligations, two signals, two complaints.
const DELIVERABLES_A_YEAR: u32 = 9;

/// A portfolio of clients with about 25 records a year each. One in twelve is never happy and as many burden the
/// user, so that flags go up and come down and nothing is cheaper than it would be in practice.
pub(crate) fn portfolio(clients: u32, years: u32) -> Portfolio {
    of_clients_who_answer(2, clients, years)
}

/// The same, but most clients answer from neutral to very content, so that what one says moves what is expected of
/// the others: in [`portfolio`] it is held at its upper limit.
pub(crate) fn content_portfolio(clients: u32, years: u32) -> Portfolio {
    of_clients_who_answer(3, clients, years)
}

fn of_clients_who_answer(lowest: u32, clients: u32, years: u32) -> Portfolio {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let first_day = NaiveDate::from_ymd_opt(2015, 1, 5).expect("a day of the calendar");
    let as_of = first_day + Days::new(u64::from(years) * 365 + 20);
    Portfolio {
        as_of,
        clients: (0..clients).map(|number| client(number, lowest, first_day, years, &mut dice)).collect(),
    }
}

/// All records of a portfolio.
pub(crate) fn records(portfolio: &Portfolio) -> usize {
    let of = |client: &Client| {
        client.deliverables.len()
            + client.ratings.len()
            + client.obligations.len()
            + client.signals.len()
            + client.complaints.len()
    };
    portfolio.clients.iter().map(of).sum()
}

fn client(number: u32, lowest: u32, first_day: NaiveDate, years: u32, dice: &mut Dice) -> Client {
    let temper = number % 12;
    let mut client =
        Client { id: format!("client-{number:04}"), start: Some(first_day), ..Client::default() };
    for index in 0..DELIVERABLES_A_YEAR * years {
        let day = first_day + Days::new(u64::from(index * 365 / DELIVERABLES_A_YEAR + dice.below(20)));
        let outcome = match dice.below(20) {
            0..=15 => Outcome::Met,
            16 => Outcome::Partial,
            17 | 18 => Outcome::Late,
            _ => Outcome::Excused,
        };
        let id = format!("{}-deliverable-{index}", client.id);
        client.deliverables.push(Deliverable { id: id.clone(), date: day, outcome });
        let value =
            u8::try_from(if temper == 0 { 1 + dice.below(3) } else { lowest + dice.below(6 - lowest) })
                .expect("a value of one to five");
        client.ratings.push(Rating {
            id: Some(format!("{}-rating-{index}", client.id)),
            date: day + Days::new(3),
            scale: Scale::Csat5,
            value,
            deliverable: (dice.below(4) > 0).then_some(id),
        });
        if index % 3 == 0 {
            let kept = if temper == 1 { dice.below(3) == 0 } else { dice.below(10) > 0 };
            client.obligations.push(Obligation {
                id: Some(format!("{}-obligation-{index}", client.id)),
                date: day,
                kept,
            });
        }
        if index % 4 == 0 {
            let kinds =
                [SignalKind::Concession, SignalKind::Blame, SignalKind::Disrespect, SignalKind::Threat];
            client.signals.push(Signal {
                id: Some(format!("{}-signal-{index}", client.id)),
                date: day,
                kind: kinds[dice.below(4) as usize],
            });
            client.complaints.push(Complaint {
                id: Some(format!("{}-complaint-{index}", client.id)),
                date: day,
                theme: format!("theme {}", dice.below(12)),
            });
        }
    }
    client
}

/// A small fixed sequence of numbers (xorshift64*), so that the benchmark needs no random source.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        u32::try_from(high % u64::from(limit)).expect("less than the limit")
    }
}
