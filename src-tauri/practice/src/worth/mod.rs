//! What each client is worth, what would bring them to the median, and what a cut of the price comes to.
mod economics;
mod price_cut;
mod rows;
mod view;
mod whale;

use std::collections::HashMap;

use kindly_records::{ClientId, ClientStatus, Moment};

use crate::{
    Practice, PracticeError, Sentence,
    standing::{Verdict, number},
};

pub(crate) use economics::{Economics, OfClient};
pub use view::{Needed, PriceCutView, Whale, WorthRow, WorthView};

impl Practice {
    /// What each client is worth over the last 365 days. Amounts are in the client's currency; only clients in the
    /// practice's own currency are compared with each other.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn worth(&self, moment: Moment) -> Result<WorthView, PracticeError> {
        let reader = self.ledger.reader();
        let books = self.books()?;
        let economics = Economics::read(reader, &books, moment.today)?;
        let judged = self.judge(&books, moment.today)?;
        let verdicts: HashMap<ClientId, Verdict> = judged
            .clients
            .iter()
            .filter_map(|judged| Some((judged.id.parse().ok()?, judged.verdict.into())))
            .collect();
        let currency = books.profile.currency;
        let median_rate = economics.median_rate(currency, None);
        let stated = books.profile.cost_per_hour.filter(|cost| cost.currency == currency);
        let cost_per_hour = stated.or(median_rate);
        let worked_with = books.clients.iter().filter(|client| {
            matches!(client.record.status, ClientStatus::Active | ClientStatus::Ended)
                && (client.record.status == ClientStatus::Active || economics.of(client.id).fees.is_some())
        });
        let clients: Vec<_> = worked_with.collect();
        let median_terms = rows::median_terms(&clients, &economics);
        let mut rows: Vec<WorthRow> = clients
            .iter()
            .map(|client| {
                let about = rows::About {
                    currency,
                    verdict: verdicts.get(&client.id).copied(),
                    median_rate,
                    median_terms,
                    cost_per_hour,
                };
                rows::row(client, economics.of(client.id), &about)
            })
            .collect();
        rows.sort_by_key(|row| {
            (!row.compared, std::cmp::Reverse(row.rate.map(|rate| rate.minor)), row.name.to_lowercase())
        });
        Ok(WorthView {
            today: moment.today,
            from: economics.window.from,
            sentence: sentence(&rows, median_rate),
            median_rate,
            cost_per_hour,
            cost_is_stated: stated.is_some(),
            whale: cost_per_hour.and_then(|cost| whale::whale(&rows, &economics, cost)),
            left_out: number(rows.iter().filter(|row| !row.compared).count()),
            rows,
        })
    }
}

fn sentence(rows: &[WorthRow], median: Option<kindly_records::Money>) -> Sentence {
    let compared = || rows.iter().filter(|row| row.compared);
    match (compared().next(), compared().next_back(), median) {
        (
            Some(WorthRow { name: most, rate: Some(most_rate), .. }),
            Some(WorthRow { name: least, rate: Some(least_rate), .. }),
            Some(median),
        ) if most != least => Sentence::WorthRange {
            most: most.clone(),
            most_rate: *most_rate,
            least: least.clone(),
            least_rate: *least_rate,
            median,
        },
        _ => Sentence::WorthNothing,
    }
}
