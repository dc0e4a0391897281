//! Who complains about what: counted once, so that each client's own part can be taken away.

use std::collections::HashMap;

use crate::Settings;
use crate::constants::COMPLAINT_HALF_LIVES;
use crate::known::{Complained, Known};
use crate::portfolio::Client;
use crate::walk::count;

/// The recent complaints of all clients. Themes are numbered in the order of their names by code point.
#[derive(Default)]
pub(crate) struct Complaints {
    pub(crate) names: Vec<String>,
    /// In the order of the portfolio.
    pub(crate) clients: Vec<ClientComplaints>,
    /// Clients with a met complaint, theme by theme.
    pub(crate) met_clients: Vec<u32>,
    /// Clients with a met complaint on any theme.
    pub(crate) complaining: u32,
    /// Distinct themes of met complaints, summed over the clients.
    pub(crate) themes_of_all: u32,
    /// Distinct themes of met complaints of anybody.
    pub(crate) met_themes: u32,
}

/// The recent complaints of one client.
#[derive(Default)]
pub(crate) struct ClientComplaints {
    /// How many complaints, met or not.
    pub(crate) all: u32,
    /// Each theme once, by number.
    pub(crate) themes: Vec<ThemeCount>,
    /// Distinct themes of met complaints.
    pub(crate) met_themes: u32,
}

/// One client's complaints on one theme.
pub(crate) struct ThemeCount {
    pub(crate) theme: usize,
    pub(crate) complaints: u32,
    /// Whether one of them came although everything due had been delivered.
    pub(crate) met: bool,
}

/// The earliest day from which a complaint still speaks about today's offering: two half-lives ago.
fn oldest_day(day: i32, settings: &Settings) -> f64 {
    f64::from(day) - COMPLAINT_HALF_LIVES * settings.half_life_days
}

impl Complaints {
    pub(crate) fn recent(clients: &[Client], known: &[&Known], day: i32, settings: &Settings) -> Self {
        // Numbered as they come, so that each name is looked up once a complaint and put in its order once.
        let mut as_they_come: HashMap<&str, usize> = HashMap::new();
        let recent: Vec<Vec<(usize, bool)>> = clients
            .iter()
            .zip(known)
            .map(|(client, known)| {
                let complaints = known.recent_complaints(day, settings).iter();
                let number = |complained: &Complained| {
                    let next = as_they_come.len();
                    (*as_they_come.entry(complained.theme(client)).or_insert(next), complained.met)
                };
                complaints.map(number).collect()
            })
            .collect();
        let mut names: Vec<(&str, usize)> = as_they_come.into_iter().collect();
        names.sort_unstable();
        let mut numbers = vec![0; names.len()];
        for (number, (_, as_it_came)) in names.iter().enumerate() {
            numbers[*as_it_came] = number;
        }
        let clients: Vec<ClientComplaints> = recent
            .iter()
            .map(|recent| ClientComplaints::of(recent.iter().map(|(theme, met)| (numbers[*theme], *met))))
            .collect();

        let mut met_clients = vec![0_u32; names.len()];
        for theme in clients.iter().flat_map(|client| &client.themes).filter(|theme| theme.met) {
            met_clients[theme.theme] += 1;
        }
        Self {
            complaining: count(clients.iter().filter(|client| client.met_themes > 0).count()),
            themes_of_all: clients.iter().map(|client| client.met_themes).sum(),
            met_themes: count(met_clients.iter().filter(|clients| **clients > 0).count()),
            names: names.into_iter().map(|(name, _)| name.to_owned()).collect(),
            clients,
            met_clients,
        }
    }

    /// The number of a theme that somebody complained about recently.
    pub(crate) fn number_of(&self, name: &str) -> usize {
        let place = self.names.binary_search_by(|known| known.as_str().cmp(name));
        place.expect("every recent complaint has its theme among the names")
    }
}

impl Known {
    /// The complaints of the last two half-lives before this day.
    pub(crate) fn recent_complaints(&self, day: i32, settings: &Settings) -> &[Complained] {
        let oldest = oldest_day(day, settings);
        let from = self.complaints.partition_point(|complained| f64::from(complained.day) < oldest);
        let until = self.complaints.partition_point(|complained| complained.day <= day);
        &self.complaints[from..until.max(from)]
    }
}

impl Complained {
    /// What it is about.
    pub(crate) fn theme<'a>(&self, client: &'a Client) -> &'a str {
        &client.complaints[self.record].theme
    }
}

impl ClientComplaints {
    fn of(complaints: impl Iterator<Item = (usize, bool)>) -> Self {
        let mut complaints: Vec<(usize, bool)> = complaints.collect();
        complaints.sort_unstable();
        let themes: Vec<ThemeCount> = complaints
            .chunk_by(|one, other| one.0 == other.0)
            .map(|same| ThemeCount {
                theme: same[0].0,
                complaints: count(same.len()),
                met: same.iter().any(|(_, met)| *met),
            })
            .collect();
        let met_themes = count(themes.iter().filter(|theme| theme.met).count());
        Self { all: count(complaints.len()), themes, met_themes }
    }
}
