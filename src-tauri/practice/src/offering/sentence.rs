//! The answer in a sentence, and what is said before any client is named.
use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use kindly_records::{Client, ClientStatus, Kept};
use kindly_verdict::{
    ClientVerdict, Judgement, PortfolioOutcome, ThemeStanding, constants::PORTFOLIO_CLIENTS,
};

use crate::{
    Sentence,
    books::Books,
    standing::{Verdict, fell, number, own_record},
};

/// For so long requests beyond the agreement count.
const EXTRAS_DAYS: u64 = 365;
/// From one in so many clients on, it says that our terms or our box may be the cause.
const ONE_IN: usize = 3;
/// With fewer clients than this a third is one client, which says nothing about terms.
const LEAST_CLIENTS: usize = 3;
/// One request beyond the agreement is a question; two are a habit.
const LEAST_EXTRAS: usize = 2;

/// A sum of the clients' chances, as people count clients.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a sum of chances is not below 0, and a portfolio has far fewer than 2³² clients"
)]
pub(super) fn clients(chances: f64) -> u32 {
    chances.round() as u32
}

/// The answer over the clients who are with us now.
pub(super) fn answer(books: &Books, judged: &Judgement, themes: &[ThemeStanding]) -> Sentence {
    let rated = judged.portfolio.rated_clients;
    if rated < PORTFOLIO_CLIENTS {
        return Sentence::OfferingTooFew { rated, needed: PORTFOLIO_CLIENTS };
    }
    if judged.portfolio.verdict == PortfolioOutcome::OfferingProblem {
        return Sentence::OfferingIsIt {
            affected: clients(judged.portfolio.affected),
            rated,
            theme: themes.iter().find(|theme| theme.shared).map(|theme| theme.theme.clone()),
        };
    }
    let with = |wanted: Verdict| {
        let active = active(books, judged);
        number(active.filter(|(_, judged)| Verdict::from(judged.verdict) == wanted).count())
    };
    let (ours, never_happy) = (with(Verdict::OurDeliveryFirst), with(Verdict::NeverHappy));
    match (ours, never_happy) {
        (0, 0) => Sentence::OfferingFine { rated },
        (0, never_happy) => Sentence::OfferingFit { never_happy, rated },
        (ours, never_happy) => Sentence::OfferingOurDelivery { ours, never_happy, rated },
    }
}

/// Our own record first; then that our terms or our box may be the cause where a third of the clients or more are out of
/// balance or ask for more than was agreed.
pub(super) fn before(books: &Books, judged: &Judgement, today: NaiveDate) -> Vec<Sentence> {
    let mut before: Vec<Sentence> =
        fell(&own_record(books, today)).map(|fell| Sentence::OwnRecordFell { fell }).into_iter().collect();
    let all: Vec<_> = active(books, judged).collect();
    let of = all.len();
    let a_third = |count: usize| of >= LEAST_CLIENTS && count * ONE_IN >= of;
    let one_way = all.iter().filter(|(_, judged)| judged.one_way_too).count();
    if a_third(one_way) {
        before.push(Sentence::ManyOutOfBalance { clients: number(one_way), of: number(of) });
    }
    let since = today.checked_sub_days(Days::new(EXTRAS_DAYS)).unwrap_or(today);
    let asks = |client: &Kept<Client>| {
        let requests = books.requests.of_client(client.id).iter();
        requests.filter(|kept| (since..=today).contains(&kept.record.on)).count() >= LEAST_EXTRAS
    };
    let extras = all.iter().filter(|(client, _)| asks(client)).count();
    if a_third(extras) {
        before.push(Sentence::ManyAskForExtras { clients: number(extras), of: number(of) });
    }
    before
}

fn active<'a>(
    books: &'a Books,
    judged: &'a Judgement,
) -> impl Iterator<Item = (&'a Kept<Client>, &'a ClientVerdict)> {
    let verdicts: HashMap<&str, &ClientVerdict> =
        judged.clients.iter().map(|judged| (judged.id.as_str(), judged)).collect();
    let active = books.clients.iter().filter(|client| client.record.status == ClientStatus::Active);
    active.filter_map(move |client| Some((client, *verdicts.get(client.id.to_string().as_str())?)))
}
