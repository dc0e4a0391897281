//! Themes × clients: who said what, after met or missed work, and what it costs.
use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};
use kindly_records::{ClientId, Concession, Kept, Money};
use kindly_verdict::{ClientVerdict, Judgement, ThemeStanding};

use super::view::{ThemeCell, ThemeColumn, ThemeCost, ThemeRow};
use crate::{
    Sentence,
    books::Books,
    standing::{Links, number},
    worth::{Economics, OfClient},
};

/// What is given away so soon after a complaint was likely given because of it.
const COST_DAYS: u64 = 30;

/// The matrix.
pub(super) struct Matrix {
    pub(super) themes: Vec<ThemeRow>,
    pub(super) clients: Vec<ThemeColumn>,
}

pub(super) fn matrix(
    books: &Books,
    judged: &Judgement,
    standing: &[ThemeStanding],
    economics: &Economics,
    today: NaiveDate,
) -> Matrix {
    let said: HashSet<&str> =
        standing.iter().flat_map(|theme| &theme.clients).map(|client| client.client.as_str()).collect();
    let links = Links::of_clients(books, today, |client| said.contains(client.id.to_string().as_str()));
    let verdicts: HashMap<&str, &ClientVerdict> =
        judged.clients.iter().map(|judged| (judged.id.as_str(), judged)).collect();
    let mut clients: Vec<ThemeColumn> = books
        .clients
        .iter()
        .filter(|client| said.contains(client.id.to_string().as_str()))
        .map(|client| ThemeColumn {
            client: client.id,
            name: client.record.name.clone(),
            verdict: verdicts.get(client.id.to_string().as_str()).map(|judged| judged.verdict.into()),
        })
        .collect();
    clients.sort_by_key(|column| column.name.to_lowercase());
    let places: HashMap<ClientId, usize> =
        clients.iter().enumerate().map(|(place, column)| (column.client, place)).collect();
    let complaining = standing
        .iter()
        .flat_map(|theme| theme.clients.iter().filter(|client| client.after_met > 0))
        .map(|client| client.client.as_str())
        .collect::<HashSet<_>>()
        .len();
    let themes = standing
        .iter()
        .map(|theme| {
            let mut cells: Vec<ThemeCell> = theme
                .clients
                .iter()
                .filter_map(|client| {
                    Some(ThemeCell {
                        client: client.client.parse().ok()?,
                        after_met: client.after_met,
                        after_missed: client.after_missed,
                        records: client.records.iter().filter_map(|record| links.find(record)).collect(),
                    })
                })
                .collect();
            cells.sort_by_key(|cell| places.get(&cell.client).copied());
            ThemeRow {
                theme: spelling(&cells, &theme.theme, books),
                shared: theme.shared,
                why: why(theme, number(complaining)),
                clients: number(cells.len()),
                cost: cost(books, &cells, economics),
                cells,
            }
        })
        .collect();
    Matrix { themes, clients }
}

/// A theme as a complaint spells it: themes are compared without case.
fn spelling(cells: &[ThemeCell], key: &str, books: &Books) -> String {
    let ids: HashSet<&str> =
        cells.iter().flat_map(|cell| &cell.records).map(|record| record.id.as_str()).collect();
    let complaints = cells.iter().flat_map(|cell| books.complaints.of_client(cell.client));
    let mut spelled = complaints.filter(|kept| ids.contains(kept.id.to_string().as_str()));
    spelled.next().map_or_else(|| key.to_owned(), |kept| kept.record.theme.trim().to_owned())
}

fn why(theme: &ThemeStanding, complaining: u32) -> Sentence {
    let clients = theme.clients_after_met();
    if theme.shared {
        Sentence::ThemeShared { clients, complaining }
    } else if clients == 0 {
        Sentence::ThemeAfterMissed { clients: number(theme.clients.len()) }
    } else if theme.clients.len() == 1 {
        Sentence::ThemeOne
    } else {
        Sentence::ThemeByChance { clients, needed: theme.needed }
    }
}

/// What was given away soon after these complaints, each thing once, and whose income hangs on it.
fn cost(books: &Books, cells: &[ThemeCell], economics: &Economics) -> ThemeCost {
    let currency = books.profile.currency;
    let (mut minor, mut minutes) = (0_i64, 0_u32);
    for cell in cells {
        let soon_after = |kept: &&Kept<Concession>| {
            cell.records.iter().any(|complaint| {
                let until = complaint.on.checked_add_days(Days::new(COST_DAYS)).unwrap_or(complaint.on);
                (complaint.on..=until).contains(&kept.record.on)
            })
        };
        for kept in books.concessions.of_client(cell.client).iter().filter(soon_after) {
            match kept.record.amount.filter(|amount| amount.currency == currency) {
                Some(amount) => minor = minor.saturating_add(amount.minor),
                None => minutes = minutes.saturating_add(kept.record.minutes.unwrap_or(0)),
            }
        }
    }
    // Shares of the income in different currencies do not add up to anything.
    let ours = |sums: &OfClient| sums.fees.is_some_and(|fees| fees.currency == currency);
    let sums = cells.iter().map(|cell| economics.of(cell.client)).filter(|sums| ours(sums));
    let shares: Vec<f64> = sums.filter_map(|sums| sums.income_share).collect();
    ThemeCost {
        given: (minor > 0).then_some(Money { minor, currency }),
        minutes,
        income_share: (!shares.is_empty()).then(|| shares.iter().sum()),
    }
}
