//! Who complains about what: the matrix of themes by clients.

use crate::assess::is_asked;
use crate::complaints::Complaints;
use crate::history::check;
use crate::known::{Complained, Known, day_number};
use crate::portfolio::{Client, Portfolio};
use crate::reasons::{RecordKind, RecordRef};
use crate::walk::count;
use crate::{Settings, VerdictError, themes as sharing};

/// A theme that somebody complained about in the last two half-lives.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeStanding {
    /// Its name, as the complaints spell it.
    pub theme: String,
    /// Whether the portfolio shares it: so many clients complain about it after met deliverables that chance does
    /// not explain it. Always the same as in [`PortfolioVerdict::shared_themes`](crate::PortfolioVerdict).
    pub shared: bool,
    /// The probability (0 to 1) that some theme would be named by so many if each client named theirs at random: the
    /// Binomial tail over the clients with a met complaint, times the number of themes that were looked at. `None`
    /// while nobody complained about it after met deliverables.
    pub chance: Option<f64>,
    /// Who complained about it, most complaints first, then by id.
    pub clients: Vec<ThemeClient>,
    /// How many clients must have complained about it after met deliverables before it can be shared: three, and one
    /// in four of those with two ratings or more. Chance has to be ruled out besides.
    pub needed: u32,
}

/// One client's complaints about one theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeClient {
    /// The client's id.
    pub client: String,
    /// Complaints that came although everything due had been delivered, by count.
    pub after_met: u32,
    /// Complaints that came after something was missed, or before anything was delivered, by count.
    pub after_missed: u32,
    /// These complaints, by day. Those without an id cannot be named.
    pub records: Vec<RecordRef>,
}

impl ThemeStanding {
    /// How many clients complained about it although everything due had been delivered.
    pub fn clients_after_met(&self) -> u32 {
        count(self.clients.iter().filter(|client| client.after_met > 0).count())
    }
}

/// Every theme complained about in the last two half-lives: shared ones first, then by the number of clients who
/// complain about it, then by name.
///
/// Refused as [`judge`](crate::judge) refuses.
pub fn themes(portfolio: &Portfolio, settings: &Settings) -> Result<Vec<ThemeStanding>, VerdictError> {
    check(portfolio, settings)?;
    let clients = &portfolio.clients;
    let known: Vec<Known> = clients.iter().map(|client| Known::on(client, portfolio.as_of)).collect();
    Ok(matrix(clients, &known.iter().collect::<Vec<_>>(), day_number(portfolio.as_of), settings))
}

/// The matrix for clients of whom this is known on the day.
pub(crate) fn matrix(
    clients: &[Client],
    known: &[&Known],
    day: i32,
    settings: &Settings,
) -> Vec<ThemeStanding> {
    let complaints = Complaints::recent(clients, known, day, settings);
    let rated = count(known.iter().filter(|known| is_asked(count(known.ratings.len()))).count());
    let shared = sharing::shared(&complaints, rated);
    let mut cells: Vec<Vec<ThemeClient>> = complaints.names.iter().map(|_| Vec::new()).collect();
    for (client, known) in clients.iter().zip(known) {
        for complained in known.recent_complaints(day, settings) {
            let of_theme = &mut cells[complaints.number_of(complained.theme(client))];
            ThemeClient::of(of_theme, client).add(complained, client);
        }
    }
    let mut standings: Vec<ThemeStanding> = cells
        .into_iter()
        .enumerate()
        .map(|(theme, mut clients)| {
            clients.sort_by(|one, other| {
                let by_complaints = other.complaints().cmp(&one.complaints());
                by_complaints.then_with(|| one.client.cmp(&other.client))
            });
            ThemeStanding {
                theme: complaints.names[theme].clone(),
                shared: shared.iter().any(|shared| shared.theme == theme),
                chance: sharing::portfolio_chance(&complaints, theme).map(|chance| chance.min(1.0)),
                clients,
                needed: sharing::clients_needed(rated),
            }
        })
        .collect();
    // Stable, and the names stand in order already.
    standings.sort_by_key(|standing| (!standing.shared, std::cmp::Reverse(standing.clients.len())));
    standings
}

impl ThemeClient {
    /// The client's own place among those who complained about a theme: the last, since one comes after the other.
    fn of<'a>(of_theme: &'a mut Vec<Self>, client: &Client) -> &'a mut Self {
        if of_theme.last().is_none_or(|last| last.client != client.id) {
            let client = client.id.clone();
            of_theme.push(Self { client, after_met: 0, after_missed: 0, records: Vec::new() });
        }
        of_theme.last_mut().expect("there is one now")
    }

    fn add(&mut self, complained: &Complained, client: &Client) {
        *(if complained.met { &mut self.after_met } else { &mut self.after_missed }) += 1;
        let id = client.complaints[complained.record].id.as_deref();
        self.records.extend(RecordRef::of(client, RecordKind::Complaint, id));
    }

    fn complaints(&self) -> u32 {
        self.after_met + self.after_missed
    }
}
