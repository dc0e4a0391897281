//! Portfolios that read like what they are about.

use chrono::{Days, NaiveDate};
use kindly_verdict::{
    Client, ClientVerdict, Complaint, Deliverable, Judgement, Obligation, Outcome, Portfolio, Rating, Scale,
    Settings, Signal, SignalKind, judge,
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("the test writes real days")
}

pub(crate) fn client(id: &str) -> ClientBuilder {
    ClientBuilder(Client { id: id.to_owned(), ..Client::default() })
}

/// A client being written down. Ids of records are their place in the list: `r1`, `o1`, `s1`, `c1`.
pub(crate) struct ClientBuilder(pub(crate) Client);

impl ClientBuilder {
    pub(crate) fn start(mut self, date: &str) -> Self {
        self.0.start = Some(day(date));
        self
    }

    pub(crate) fn deliverable(mut self, id: &str, date: &str, outcome: Outcome) -> Self {
        self.0.deliverables.push(Deliverable { id: id.to_owned(), date: day(date), outcome });
        self
    }

    pub(crate) fn csat(self, date: &str, value: u8) -> Self {
        self.rating(date, Scale::Csat5, value, None)
    }

    pub(crate) fn csat_of(self, date: &str, value: u8, deliverable: &str) -> Self {
        self.rating(date, Scale::Csat5, value, Some(deliverable))
    }

    pub(crate) fn rating(mut self, date: &str, scale: Scale, value: u8, deliverable: Option<&str>) -> Self {
        let id = Some(format!("r{}", self.0.ratings.len() + 1));
        let deliverable = deliverable.map(str::to_owned);
        self.0.ratings.push(Rating { id, date: day(date), scale, value, deliverable });
        self
    }

    pub(crate) fn obligation(mut self, date: &str, kept: bool) -> Self {
        let id = Some(format!("o{}", self.0.obligations.len() + 1));
        self.0.obligations.push(Obligation { id, date: day(date), kept });
        self
    }

    pub(crate) fn signal(mut self, date: &str, kind: SignalKind) -> Self {
        let id = Some(format!("s{}", self.0.signals.len() + 1));
        self.0.signals.push(Signal { id, date: day(date), kind });
        self
    }

    pub(crate) fn complaint(mut self, date: &str, theme: &str) -> Self {
        let id = Some(format!("c{}", self.0.complaints.len() + 1));
        self.0.complaints.push(Complaint { id, date: day(date), theme: theme.to_owned() });
        self
    }

    /// A deliverable every thirty days from the given one on, and three days later a rating of it.
    pub(crate) fn delivered_and_rated(mut self, from: &str, outcome: Outcome, values: &[u8]) -> Self {
        for (index, value) in (0_u64..).zip(values) {
            let date = day(from) + Days::new(30 * index);
            let id = format!("d{}", self.0.deliverables.len() + 1);
            self.0.deliverables.push(Deliverable { id: id.clone(), date, outcome });
            self = self.csat_of(&(date + Days::new(3)).to_string(), *value, &id);
        }
        self
    }
}

/// Three clients with nothing to complain about, named a, b and c.
pub(crate) fn content_peers() -> Vec<ClientBuilder> {
    ["a", "b", "c"]
        .map(|id| client(id).delivered_and_rated("2024-01-15", Outcome::Met, &[5, 4, 5, 4]))
        .into_iter()
        .collect()
}

pub(crate) fn portfolio(as_of: &str, clients: impl IntoIterator<Item = ClientBuilder>) -> Portfolio {
    Portfolio { as_of: day(as_of), clients: clients.into_iter().map(|builder| builder.0).collect() }
}

pub(crate) fn judged(portfolio: &Portfolio) -> Judgement {
    judge(portfolio, &Settings::default()).expect("the test's portfolio can be judged")
}

/// The verdict on the client `x` among the given others.
pub(crate) fn judged_x(as_of: &str, x: ClientBuilder, others: Vec<ClientBuilder>) -> ClientVerdict {
    let judgement = judged(&portfolio(as_of, std::iter::once(x).chain(others)));
    judgement.clients.into_iter().next().expect("x is the first client")
}
