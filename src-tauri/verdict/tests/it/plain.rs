//! The method a second time, written down plainly from its text: everything is summed afresh on every day that is
//! judged, nothing is subtracted, nothing is skipped. Far too slow to use; what the crate computes must agree.
#![expect(
    clippy::float_cmp,
    clippy::many_single_char_names,
    reason = "the method's own letters, and its values that are exactly 0, 0.5 or 1"
)]

use chrono::{Datelike, Days, NaiveDate};
use kindly_verdict::{Client, Deliverable, GoodRatings, Portfolio, Rating};
use statrs::function::beta::beta_reg;
use statrs::function::gamma::gamma_ur;

/// What the plain reading says of one client.
#[derive(Debug)]
pub(crate) struct PlainVerdict {
    pub(crate) verdict: &'static str,
    pub(crate) one_way_too: bool,
    pub(crate) numbers: Vec<(&'static str, f64)>,
    pub(crate) theme: Option<(String, u32, f64)>,
    pub(crate) good_ratings_to_clear: Option<GoodRatings>,
}

#[derive(Clone, Copy, Default)]
struct Flags {
    dissatisfied: bool,
    never_happy: bool,
    one_way: bool,
}

fn tail(a: f64, b: f64, x: f64) -> f64 {
    1.0 - beta_reg(a, b, x)
}

fn age(date: NaiveDate, today: NaiveDate) -> i64 {
    (today - date).num_days()
}

fn weight(date: NaiveDate, today: NaiveDate) -> f64 {
    0.5_f64.powf(age(date, today) as f64 / 365.0)
}

/// The deliverables that count on a day.
fn delivered(client: &Client, today: NaiveDate) -> Vec<(&Deliverable, f64)> {
    let known = client.deliverables.iter().filter(|deliverable| deliverable.date <= today);
    known.filter_map(|deliverable| Some((deliverable, deliverable.outcome.share_met()?))).collect()
}

fn behind_unlinked(client: &Client, date: NaiveDate) -> Option<f64> {
    let before = delivered(client, date);
    let window: Vec<f64> =
        before.iter().filter(|(it, _)| it.date > date - Days::new(90)).map(|(_, share)| *share).collect();
    if !window.is_empty() {
        return Some(window.iter().sum::<f64>() / window.len() as f64);
    }
    let last = before.iter().map(|(it, _)| it.date).max()?;
    before.iter().filter(|(it, _)| it.date == last).map(|(_, share)| *share).reduce(f64::max)
}

fn behind(client: &Client, rating: &Rating, today: NaiveDate) -> Option<f64> {
    let linked =
        delivered(client, today).into_iter().find(|(it, _)| Some(&it.id) == rating.deliverable.as_ref());
    linked.map(|(_, share)| share).or_else(|| behind_unlinked(client, rating.date))
}

fn known_ratings(client: &Client, today: NaiveDate) -> Vec<&Rating> {
    client.ratings.iter().filter(|rating| rating.date <= today).collect()
}

fn unhappiness(rating: &Rating) -> f64 {
    rating.scale.unhappiness(rating.value)
}

/// `[B, Bm, G, met, mis, kept, broken, S]`
fn tallies(client: &Client, today: NaiveDate) -> [f64; 8] {
    let mut sums = [0.0; 8];
    for rating in known_ratings(client, today) {
        let (w, u) = (weight(rating.date, today), unhappiness(rating));
        if let Some(f) = behind(client, rating, today) {
            sums[0] += w * u;
            sums[1] += w * u * f;
        }
        sums[2] += w * (1.0 - u);
    }
    for (deliverable, m) in delivered(client, today) {
        sums[3] += weight(deliverable.date, today) * m;
        sums[4] += weight(deliverable.date, today) * (1.0 - m);
    }
    for obligation in client.obligations.iter().filter(|it| it.date <= today) {
        sums[if obligation.kept { 5 } else { 6 }] += weight(obligation.date, today);
    }
    for signal in client.signals.iter().filter(|it| it.date <= today) {
        sums[7] += weight(signal.date, today) * signal.kind.points();
    }
    sums
}

/// The earlier of the given start and the first record known at the end.
fn start(client: &Client, as_of: NaiveDate) -> Option<NaiveDate> {
    let dates = client.ratings.iter().map(|it| it.date);
    let dates = dates.chain(client.obligations.iter().map(|it| it.date));
    let dates = dates.chain(client.signals.iter().map(|it| it.date));
    let dates = dates.chain(client.complaints.iter().map(|it| it.date));
    let dates = dates.chain(delivered(client, as_of).iter().map(|(it, _)| it.date)).collect::<Vec<_>>();
    dates.into_iter().filter(|date| *date <= as_of).chain(client.start).min()
}

fn capped(hits: f64, of: f64) -> (f64, f64) {
    if of == 0.0 {
        return (0.0, 0.0);
    }
    let k = (5.0 / of).min(1.0);
    (k * hits, k * of)
}

fn priors(portfolio: &Portfolio, own: usize, today: NaiveDate) -> (f64, f64) {
    let (mut unhappy, mut rated, mut met, mut delivered) = (0.0, 0.0, 0.0, 0.0);
    for (_, client) in portfolio.clients.iter().enumerate().filter(|(other, _)| *other != own) {
        let [b, _, g, m, mis, ..] = tallies(client, today);
        let (hits, of) = capped(b, b + g);
        (unhappy, rated) = (unhappy + hits, rated + of);
        let (hits, of) = capped(m, m + mis);
        (met, delivered) = (met + hits, delivered + of);
    }
    (
        ((10.0 * 0.20 + unhappy) / (10.0 + rated)).clamp(0.05, 0.35),
        ((10.0 * 0.85 + met) / (10.0 + delivered)).clamp(0.60, 0.95),
    )
}

/// `q, d, p_unhappy, p_unhappy_met, p_delivers, never_happy, explained, p_obligations, p_burden, one_way`
fn probabilities(portfolio: &Portfolio, own: usize, today: NaiveDate) -> [f64; 10] {
    let client = &portfolio.clients[own];
    let [b, bm, g, met, mis, kept, broken, burden] = tallies(client, today);
    let (q, d) = priors(portfolio, own, today);
    let p_unhappy = tail(3.0 * q + b, 3.0 * (1.0 - q) + g, 0.5);
    let p_unhappy_met = tail(3.0 * q + bm, 3.0 * (1.0 - q) + g, 0.5);
    let p_delivers = tail(4.0 * d + met, 4.0 * (1.0 - d) + mis, 0.70);
    let days = start(client, portfolio.as_of).map_or(0, |start| age(start, today)).max(0);
    let half_life = 365.0 / 30.4375;
    let months = half_life / 2.0_f64.ln() * (1.0 - 0.5_f64.powf(days as f64 / 365.0));
    let p_obligations = 1.0 - tail(3.6 + kept, 0.4 + broken, 0.70);
    let p_burden = gamma_ur(1.0 + burden, 0.5 * (4.0 + months));
    let explained = if b == 0.0 { 0.0 } else { (b - bm) / b };
    let (never_happy, one_way) = (p_unhappy_met * p_delivers, p_obligations.max(p_burden));
    [q, d, p_unhappy, p_unhappy_met, p_delivers, never_happy, explained, p_obligations, p_burden, one_way]
}

fn unhappy_days(client: &Client, today: NaiveDate) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = known_ratings(client, today)
        .into_iter()
        .filter(|it| unhappiness(it) == 1.0 && behind(client, it, today).is_some_and(|f| f >= 0.5))
        .map(|it| it.date)
        .collect();
    days.sort();
    days.dedup();
    days
}

fn step(portfolio: &Portfolio, own: usize, today: NaiveDate, flags: Flags) -> Flags {
    let client = &portfolio.clients[own];
    let [_, _, p_unhappy, _, _, never_happy, _, _, _, one_way] = probabilities(portfolio, own, today);
    let holds = |is_up: bool, raised: f64, cleared: f64, p: f64| p >= if is_up { cleared } else { raised };
    let days = unhappy_days(client, today);
    let spans = days.len() >= 3 && age(days[0], days[days.len() - 1]) >= 42;
    let half_met = delivered(client, today).iter().filter(|(_, share)| *share >= 0.5).count();
    let broken = client.obligations.iter().filter(|it| it.date <= today && !it.kept).count();
    let signals = client.signals.iter().filter(|it| it.date <= today).count();
    Flags {
        dissatisfied: holds(flags.dissatisfied, 0.60, 0.45, p_unhappy),
        never_happy: spans && half_met >= 3 && holds(flags.never_happy, 0.70, 0.45, never_happy),
        one_way: broken + signals >= 3 && holds(flags.one_way, 0.80, 0.55, one_way),
    }
}

/// Every month-end from the month of the earliest start, then the judged day.
fn judged_days(portfolio: &Portfolio) -> Vec<NaiveDate> {
    let as_of = portfolio.as_of;
    let mut days: Vec<NaiveDate> = portfolio
        .clients
        .iter()
        .filter_map(|client| start(client, as_of))
        .min()
        .into_iter()
        .flat_map(|first| first.iter_days().take_while(|date| *date <= as_of))
        .filter(|date| (*date + Days::new(1)).day() == 1)
        .collect();
    days.push(as_of);
    days
}

fn affected(client: &Client, today: NaiveDate) -> Option<f64> {
    let [_, bm, g, ..] = tallies(client, today);
    (known_ratings(client, today).len() >= 2).then(|| tail(0.6 + bm, 2.4 + g, 0.40))
}

fn offering(asked: &[f64]) -> f64 {
    let k: f64 = asked.iter().sum();
    tail(1.0 + k, 3.0 + asked.len() as f64 - k, 1.0 / 3.0)
}

/// Recent complaints with their theme, and whether all was delivered.
fn complaints(client: &Client, today: NaiveDate) -> Vec<(String, bool)> {
    client
        .complaints
        .iter()
        .filter(|it| it.date <= today && age(it.date, today) <= 730)
        .map(|it| (it.theme.clone(), behind_unlinked(client, it.date) == Some(1.0)))
        .collect()
}

fn distinct(mut themes: Vec<String>) -> Vec<String> {
    themes.sort();
    themes.dedup();
    themes
}

fn met_themes(client: &Client, today: NaiveDate) -> Vec<String> {
    distinct(complaints(client, today).into_iter().filter(|(_, met)| *met).map(|(theme, _)| theme).collect())
}

fn at_least(hits: usize, tries: usize, chance: f64) -> f64 {
    beta_reg(hits as f64, (tries - hits) as f64 + 1.0, chance)
}

fn chance(k: usize, voices: &[Vec<String>], t: usize) -> f64 {
    let mean = voices.iter().map(Vec::len).sum::<usize>() as f64 / voices.len() as f64;
    at_least(k, voices.len(), (mean / t as f64).min(0.9))
}

fn theme(portfolio: &Portfolio, own: usize, peers: usize) -> Option<(String, u32, f64)> {
    let today = portfolio.as_of;
    let mine = complaints(&portfolio.clients[own], today);
    let others = portfolio.clients.iter().enumerate().filter(|(other, _)| *other != own);
    let voices: Vec<Vec<String>> =
        others.map(|(_, client)| met_themes(client, today)).filter(|themes| !themes.is_empty()).collect();
    let my_themes = distinct(mine.iter().map(|(theme, _)| theme.clone()).collect());
    let t = distinct(my_themes.iter().chain(voices.iter().flatten()).cloned().collect()).len().max(6);
    let mut best: Option<(String, usize)> = None;
    for theme in my_themes {
        let on_it = mine.iter().filter(|(name, _)| *name == theme).count();
        let k = voices.iter().filter(|themes| themes.contains(&theme)).count();
        let possible = 5 * on_it >= 2 * mine.len() && k >= 2 && 4 * k >= peers;
        if possible && best.as_ref().is_none_or(|(_, most)| k > *most) {
            best = Some((theme, k));
        }
    }
    best.map(|(theme, k)| (theme, u32::try_from(k).expect("few clients"), chance(k, &voices, t)))
}

/// The themes everybody shares, with how many name each and how many complain at all.
pub(crate) fn shared_themes(portfolio: &Portfolio) -> Vec<(String, usize, usize)> {
    let today = portfolio.as_of;
    let rated = portfolio.clients.iter().filter(|client| affected(client, today).is_some()).count();
    let voices: Vec<Vec<String>> = portfolio
        .clients
        .iter()
        .map(|client| met_themes(client, today))
        .filter(|themes| !themes.is_empty())
        .collect();
    let all = distinct(voices.iter().flatten().cloned().collect());
    let t = all.len().max(6);
    all.into_iter()
        .map(|theme| (voices.iter().filter(|themes| themes.contains(&theme)).count(), theme))
        .filter(|(k, _)| *k >= 3 && 4 * k >= rated && chance(*k, &voices, t) * t as f64 <= 0.10)
        .map(|(k, theme)| (theme, k, voices.len()))
        .collect()
}

/// `p_offering`, `affected`, `rated_clients` of everybody.
pub(crate) fn offering_of_all(portfolio: &Portfolio) -> (f64, f64, usize) {
    let asked: Vec<f64> =
        portfolio.clients.iter().filter_map(|client| affected(client, portfolio.as_of)).collect();
    (offering(&asked), asked.iter().sum(), asked.len())
}

/// Every client's verdict.
pub(crate) fn plain(portfolio: &Portfolio) -> Vec<PlainVerdict> {
    let days = judged_days(portfolio);
    (0..portfolio.clients.len()).map(|own| plain_client(portfolio, own, &days)).collect()
}

fn plain_client(portfolio: &Portfolio, own: usize, days: &[NaiveDate]) -> PlainVerdict {
    let (client, today) = (&portfolio.clients[own], portfolio.as_of);
    let flags = days.iter().fold(Flags::default(), |flags, day| step(portfolio, own, *day, flags));
    let p = probabilities(portfolio, own, today);
    let [
        q,
        d,
        p_unhappy,
        p_unhappy_met,
        p_delivers,
        never_happy,
        explained,
        p_obligations,
        p_burden,
        one_way,
    ] = p;
    let others = portfolio.clients.iter().enumerate().filter(|(other, _)| *other != own);
    let asked: Vec<f64> = others.filter_map(|(_, client)| affected(client, today)).collect();
    let p_offering = offering(&asked);
    let theme = theme(portfolio, own, asked.len());

    let ours = p_delivers < 0.5 || explained >= 0.5 - 1e-9;
    let up = flags.dissatisfied || flags.never_happy;
    let mut last: Vec<(NaiveDate, f64)> =
        known_ratings(client, today).iter().map(|it| (it.date, unhappiness(it))).collect();
    last.sort_by(|one, other| one.partial_cmp(other).expect("no NaN among them"));
    let last_two_bad = last.len() >= 2 && last[last.len() - 2..].iter().all(|(_, u)| *u == 1.0);
    let verdict = if known_ratings(client, today).len() < 3 || delivered(client, today).len() < 2 {
        if flags.one_way { "one_way" } else { "not_enough_evidence" }
    } else if up && ours {
        "our_delivery_first"
    } else if up && (p_offering >= 0.60 || theme.as_ref().is_some_and(|theme| theme.2 <= 0.10)) {
        "offering_problem"
    } else if flags.never_happy && asked.len() >= 2 {
        "never_happy"
    } else if p_unhappy >= 0.30 && ours {
        "our_delivery_first"
    } else if flags.one_way {
        "one_way"
    } else if up || p_unhappy >= 0.30 || p_delivers < 0.3 || last_two_bad {
        "watch"
    } else {
        "healthy"
    };

    let [b, bm, g, met, mis, ..] = tallies(client, today);
    let clears =
        |good: &u32| tail(3.0 * q + bm, 3.0 * (1.0 - q) + g + f64::from(*good), 0.5) * p_delivers < 0.45;
    PlainVerdict {
        verdict,
        one_way_too: flags.one_way,
        numbers: vec![
            ("prior_unhappy", q),
            ("prior_delivery", d),
            ("p_unhappy", p_unhappy),
            ("p_unhappy_met", p_unhappy_met),
            ("p_delivers", p_delivers),
            ("never_happy", never_happy),
            ("explained", explained),
            ("p_obligations", p_obligations),
            ("p_burden", p_burden),
            ("one_way", one_way),
            ("p_offering", p_offering),
            ("peers", asked.len() as f64),
            ("ratings", known_ratings(client, today).len() as f64),
            ("deliverables", delivered(client, today).len() as f64),
            ("unhappy_after_met", unhappy_days(client, today).len() as f64),
            ("eff.0", b),
            ("eff.1", bm),
            ("eff.2", g),
            ("eff.3", met),
            ("eff.4", mis),
        ],
        theme,
        good_ratings_to_clear: flags
            .never_happy
            .then(|| (1..=30).find(clears).map_or(GoodRatings::OutOfReach, GoodRatings::Needed)),
    }
}
