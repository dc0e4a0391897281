//! Whether several clients complain about the same thing, and whether that could be chance.

use crate::complaints::Complaints;
use crate::constants::{
    THEME_CHANCE, THEME_CLIENTS, THEME_ONE_IN, THEME_OTHERS, THEME_SHARE_AT_MOST, THEMES_AT_LEAST,
};
use crate::probabilities::hits_at_least;

/// The theme that most other clients share with one client.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Candidate {
    /// Its number in [`Complaints::names`].
    pub(crate) theme: usize,
    /// Other clients with a met complaint on it.
    pub(crate) others: u32,
    /// Other clients with a met complaint on anything.
    pub(crate) complaining: u32,
    /// The probability that so many share it by chance.
    pub(crate) chance: f64,
}

impl Candidate {
    /// Whether chance does not explain it.
    pub(crate) fn is_shared(&self) -> bool {
        self.chance <= THEME_CHANCE
    }
}

/// A theme that the whole portfolio shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shared {
    /// Its number in [`Complaints::names`].
    pub(crate) theme: usize,
    /// Clients with a met complaint on it.
    pub(crate) clients: u32,
}

/// The best candidate among the client's own themes: that of most other clients, then the first by name.
///
/// Own is a theme on which at least two in five of the client's complaints are. `peers` is the number of other
/// clients with enough ratings.
pub(crate) fn candidate(complaints: &Complaints, client: usize, peers: u32) -> Option<Candidate> {
    let own = &complaints.clients[client];
    let is_own = |on_theme: u32| 5 * on_theme >= 2 * own.all;
    let mut best: Option<(usize, u32)> = None;
    for theme in own.themes.iter().filter(|theme| is_own(theme.complaints)) {
        let others = complaints.met_clients[theme.theme] - u32::from(theme.met);
        let enough = others >= THEME_OTHERS && THEME_ONE_IN * others >= peers;
        if enough && best.is_none_or(|(_, most)| others > most) {
            best = Some((theme.theme, others));
        }
    }
    let (theme, others) = best?;
    let complaining = complaints.complaining - u32::from(own.met_themes > 0);
    // The client's own themes count too, though nobody else may have named them.
    let named_by_nobody = own.themes.iter().filter(|theme| complaints.met_clients[theme.theme] == 0).count();
    let themes = complaints.met_themes + crate::walk::count(named_by_nobody);
    let chance = chance(others, complaining, complaints.themes_of_all - own.met_themes, themes);
    Some(Candidate { theme, others, complaining, chance })
}

/// The themes that the portfolio shares, by name. `rated` is the number of clients with enough ratings.
pub(crate) fn shared(complaints: &Complaints, rated: u32) -> Vec<Shared> {
    let needed = clients_needed(rated);
    complaints
        .met_clients
        .iter()
        .enumerate()
        .filter(|(_, clients)| **clients >= needed)
        .filter(|(theme, _)| {
            portfolio_chance(complaints, *theme).is_some_and(|chance| chance <= THEME_CHANCE)
        })
        .map(|(theme, clients)| Shared { theme, clients: *clients })
        .collect()
}

/// How many clients with a met complaint on it a theme needs to be shared by the portfolio.
pub(crate) fn clients_needed(rated: u32) -> u32 {
    THEME_CLIENTS.max(rated.div_ceil(THEME_ONE_IN))
}

/// The chance that any theme would be named by so many clients as this one is; `None` without a met complaint on it.
/// May be above 1, being a chance for each theme.
pub(crate) fn portfolio_chance(complaints: &Complaints, theme: usize) -> Option<f64> {
    let clients = complaints.met_clients[theme];
    let themes = themes_at_least(complaints.met_themes);
    // Every theme was looked at, so that one of them had so many chances to look shared.
    (clients > 0).then(|| {
        chance(clients, complaints.complaining, complaints.themes_of_all, themes) * f64::from(themes)
    })
}

/// The chance that so many of the complaining clients name one theme, if each named theirs at random.
fn chance(clients: u32, complaining: u32, themes_of_all: u32, themes: u32) -> f64 {
    let themes_each = f64::from(themes_of_all) / f64::from(complaining);
    let chance_each = (themes_each / f64::from(themes_at_least(themes))).min(THEME_SHARE_AT_MOST);
    hits_at_least(clients, complaining, chance_each)
}

fn themes_at_least(themes: u32) -> u32 {
    themes.max(THEMES_AT_LEAST)
}
