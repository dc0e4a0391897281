//! A portfolio that goes on: judged again after each change, without replaying everybody.

use std::collections::{HashMap, HashSet};
use std::fmt;

use chrono::NaiveDate;

use crate::history::check;
use crate::matrix::ThemeStanding;
use crate::portfolio::{Client, Portfolio};
use crate::reckoning::{Change, Reckoning};
use crate::{Judgement, Settings, VerdictError};

/// A portfolio and its judgement, which is brought up to date when it is asked for.
///
/// Nothing but what is in memory makes it fast: each client's standing at each month-end is kept, and so are
/// the probabilities of the last judgement with the numbers they came from. A change costs what it reaches. The
/// judgement is always that of [`judge`](crate::judge), to the last bit.
///
/// Takes some 140 bytes for each client and month of records, besides the portfolio and its judgement.
pub struct Ongoing {
    portfolio: Portfolio,
    reckoning: Reckoning,
    /// Per client, whether it was set since the last judgement.
    touched: Vec<bool>,
    /// What else has changed since then; `None`: nothing, not even the day.
    change: Option<Change>,
}

impl Ongoing {
    /// Begins with a portfolio. Refused as [`judge`](crate::judge) refuses.
    pub fn new(portfolio: Portfolio, settings: Settings) -> Result<Self, VerdictError> {
        check(&portfolio, &settings)?;
        let touched = vec![true; portfolio.clients.len()];
        let change = Some(Change { rearranged: true, ..Change::default() });
        Ok(Self { portfolio, reckoning: Reckoning::new(settings, true), touched, change })
    }

    /// The judgement of the portfolio as it stands. The first costs what [`judge`](crate::judge) does; a later one
    /// what has changed since, and nothing where nothing has.
    pub fn judgement(&mut self) -> &Judgement {
        self.bring_up_to_date();
        self.reckoning.judgement()
    }

    /// As [`themes`](crate::themes()), of the portfolio as it stands.
    pub fn themes(&mut self) -> Vec<ThemeStanding> {
        self.bring_up_to_date();
        self.reckoning.themes(&self.portfolio)
    }

    /// The portfolio as it stands.
    pub fn portfolio(&self) -> &Portfolio {
        &self.portfolio
    }

    /// What it is judged by. With other settings, begin anew: every number would be another.
    pub fn settings(&self) -> &Settings {
        self.reckoning.settings()
    }

    /// Replaces the client of that id, or adds one at the end. Refused as [`judge`](crate::judge) refuses; then
    /// nothing is changed.
    pub fn set_client(&mut self, client: Client) -> Result<(), VerdictError> {
        client.check()?;
        match self.portfolio.clients.iter().position(|known| known.id == client.id) {
            Some(position) if self.portfolio.clients[position] == client => {}
            Some(position) => self.replace(position, client),
            None => {
                self.portfolio.clients.push(client);
                self.touched.push(true);
                self.change().rearranged = true;
            }
        }
        Ok(())
    }

    /// Takes the client of that id out; nothing happens if there is none.
    pub fn remove_client(&mut self, id: &str) {
        if let Some(position) = self.portfolio.clients.iter().position(|client| client.id == id) {
            self.portfolio.clients.remove(position);
            self.touched.remove(position);
            self.change().rearranged = true;
        }
    }

    /// Looks at the portfolio on another day. Costs little forwards; back beyond a month-end, as much as the first
    /// judgement.
    pub fn set_day(&mut self, as_of: NaiveDate) {
        if as_of != self.portfolio.as_of {
            self.portfolio.as_of = as_of;
            self.change();
        }
    }

    /// Brings it to another portfolio: clients that are equal stand, others are set, missing ones removed, and all are
    /// in the order of that portfolio. Refused as [`judge`](crate::judge) refuses; then nothing is changed.
    ///
    /// Compares every record. Who knows which client has changed is faster with [`set_client`](Self::set_client).
    pub fn follow(&mut self, portfolio: Portfolio) -> Result<(), VerdictError> {
        let Portfolio { as_of, mut clients } = portfolio;
        let others = self.others_among(&clients)?;
        self.set_day(as_of);
        if self.stand_in_the_order_of(&clients) {
            for position in others {
                let client = std::mem::take(&mut clients[position]);
                self.replace(position, client);
            }
        } else {
            let places = places(&self.portfolio.clients);
            let is_touched =
                |client: &Client| places.get(client.id.as_str()).is_none_or(|old| self.touched[*old]);
            let mut touched: Vec<bool> = clients.iter().map(is_touched).collect();
            for position in others {
                touched[position] = true;
            }
            self.touched = touched;
            self.portfolio.clients = clients;
            self.change().rearranged = true;
        }
        Ok(())
    }

    /// The positions of those who are new or not as they stand here. Only these need be checked.
    fn others_among(&self, clients: &[Client]) -> Result<Vec<usize>, VerdictError> {
        let places = places(&self.portfolio.clients);
        let mut ids = HashSet::with_capacity(clients.len());
        let mut others = Vec::new();
        for (position, client) in clients.iter().enumerate() {
            if !ids.insert(client.id.as_str()) {
                return Err(VerdictError::ClientTwice { id: client.id.clone() });
            }
            let place = places.get(client.id.as_str());
            if place.is_none_or(|place| self.portfolio.clients[*place] != *client) {
                client.check()?;
                others.push(position);
            }
        }
        Ok(others)
    }

    fn stand_in_the_order_of(&self, clients: &[Client]) -> bool {
        let here = self.portfolio.clients.iter().map(|client| &client.id);
        here.eq(clients.iter().map(|client| &client.id))
    }

    fn replace(&mut self, position: usize, client: Client) {
        let before = std::mem::replace(&mut self.portfolio.clients[position], client);
        let other_complaints = before.complaints != self.portfolio.clients[position].complaints;
        self.touched[position] = true;
        self.change().complaints |= other_complaints;
    }

    fn change(&mut self) -> &mut Change {
        self.change.get_or_insert_default()
    }

    fn bring_up_to_date(&mut self) {
        if let Some(mut change) = self.change.take() {
            let touched = self.touched.iter().enumerate();
            change.touched = touched.filter(|(_, touched)| **touched).map(|(position, _)| position).collect();
            self.reckoning.judge(&self.portfolio, &change);
            self.touched.fill(false);
        }
    }
}

impl fmt::Debug for Ongoing {
    /// Without what is kept, which nobody could read.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Portfolio { as_of, clients } = &self.portfolio;
        let mut ongoing = formatter.debug_struct("Ongoing");
        ongoing.field("as_of", as_of).field("clients", &clients.len()).finish_non_exhaustive()
    }
}

/// Where each client stands, by id.
fn places(clients: &[Client]) -> HashMap<&str, usize> {
    clients.iter().enumerate().map(|(place, client)| (client.id.as_str(), place)).collect()
}
