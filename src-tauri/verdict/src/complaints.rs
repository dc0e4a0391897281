//! Who complains about what: counted once, so that each client's own part can be taken away.

use std::collections::HashMap;

use crate::Settings;
use crate::constants::COMPLAINT_HALF_LIVES;
use crate::known::Known;
use crate::replay::count;

/// The recent complaints of all clients. Themes are numbered in the order of their names by code point.
pub(crate) struct Complaints<'a> {
    pub(crate) names: Vec<&'a str>,
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
pub(crate) fn oldest_day(day: i32, settings: &Settings) -> f64 {
    f64::from(day) - COMPLAINT_HALF_LIVES * settings.half_life_days
}

impl<'a> Complaints<'a> {
    pub(crate) fn recent(known: &'a [Known<'a>], day: i32, settings: &Settings) -> Self {
        let oldest = oldest_day(day, settings);
        let recent = |known: &'a Known<'a>| {
            known
                .complaints
                .iter()
                .filter(move |complained| complained.day <= day && f64::from(complained.day) >= oldest)
                .map(|complained| (known.client.complaints[complained.record].theme.as_str(), complained.met))
        };
        let mut names: Vec<&str> = known.iter().flat_map(recent).map(|(theme, _)| theme).collect();
        names.sort_unstable();
        names.dedup();
        let numbers: HashMap<&str, usize> =
            names.iter().enumerate().map(|(number, name)| (*name, number)).collect();
        let clients: Vec<ClientComplaints> = known
            .iter()
            .map(|known| ClientComplaints::of(recent(known).map(|(theme, met)| (numbers[theme], met))))
            .collect();

        let mut met_clients = vec![0_u32; names.len()];
        for theme in clients.iter().flat_map(|client| &client.themes).filter(|theme| theme.met) {
            met_clients[theme.theme] += 1;
        }
        Self {
            complaining: count(clients.iter().filter(|client| client.met_themes > 0).count()),
            themes_of_all: clients.iter().map(|client| client.met_themes).sum(),
            met_themes: count(met_clients.iter().filter(|clients| **clients > 0).count()),
            names,
            clients,
            met_clients,
        }
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
