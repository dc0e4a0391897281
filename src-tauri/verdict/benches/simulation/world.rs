//! One invented practice: a solo consultant with clients, a quality of delivery, and habits of keeping records.

use chrono::{Days, NaiveDate};
use kindly_verdict::{Client, Portfolio, Scale};

use super::dice::Dice;
use super::person::{self, Truth};

/// The first practice's seed; each further practice has the next one.
const SEED: u64 = 20_240_131;

/// One practice in ten sells something that does not work for most of its clients: rare, but the very thing that a
/// rule about single clients cannot see.
const OFFERING_PROBLEM: f64 = 0.10;

/// In such a practice six in ten of those who would be content are disappointed; the others do not use that part.
const DISAPPOINTED: f64 = 0.60;

/// One practice in five goes through a bad half year (an illness, too much work) in which a quarter less is met.
const BAD_HALF_YEAR: f64 = 0.20;

/// What the clients are, where nothing is wrong with the offering. Most are content. About one in twelve is never
/// happy: consultants speak of one or two such clients, not of a fifth of them. Every other cause that looks the same
/// from afar is about as frequent as it, so that no rule wins by ignoring one of them.
const MIX: [(f64, Truth); 7] = [
    (0.54, Truth::Content),
    (0.08, Truth::NeverHappy),
    (0.10, Truth::WeMiss),
    (0.07, Truth::OneWay),
    (0.08, Truth::Volatile),
    (0.07, Truth::LateStarter),
    (0.06, Truth::LifeEvent),
];

/// Who there is in the practices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum World {
    /// Clients of every kind.
    Mixed,
    /// Those who would be never happy are content: whoever is flagged here is flagged wrongly.
    NobodyNeverHappy,
}

/// A practice, and what nobody in it knows.
pub(super) struct Practice {
    /// The records, as the user has kept them.
    pub(super) portfolio: Portfolio,
    /// One a client, in the order of the portfolio.
    pub(super) hidden: Vec<Hidden>,
    /// The probability that a deliverable is met, in ordinary times.
    pub(super) quality: f64,
}

/// What the records of a client do not say.
pub(super) struct Hidden {
    /// What the client is.
    pub(super) truth: Truth,
    /// The days on which the client was asked for a rating, answered or not: one of the naive rules counts them.
    pub(super) asked: Vec<NaiveDate>,
}

/// What all clients of a practice share.
pub(super) struct Surroundings {
    /// The first and the last day of the records.
    pub(super) days: (NaiveDate, NaiveDate),
    /// The probability that a deliverable is met.
    pub(super) quality: f64,
    /// From this day on, for half a year, it is lower.
    pub(super) bad_from: Option<NaiveDate>,
    /// The theme of the offering's fault, if it has one.
    pub(super) fault: Option<&'static str>,
    /// The scales that are asked for.
    pub(super) scales: &'static [(f64, Scale)],
    /// The share of the answers about a deliverable that are linked to it.
    pub(super) linked: f64,
}

impl Surroundings {
    /// The probability that a deliverable of this day is met.
    pub(super) fn quality_on(&self, day: NaiveDate) -> f64 {
        let is_bad = self.bad_from.is_some_and(|from| day >= from && day < from + Days::new(182));
        if is_bad { self.quality - 0.25 } else { self.quality }
    }
}

/// Practice number so and so of a world, always the same.
pub(super) fn practice(number: u32, world: World) -> Practice {
    let mut dice = Dice::new(SEED + u64::from(number));
    let first = NaiveDate::from_ymd_opt(2020, 1, 6).expect("a day of the calendar");
    // One to four years: younger practices have nothing to judge, older ones add only what has faded.
    let last = dice.later(first, 365, 1_461);
    let surroundings = Surroundings {
        days: (first, last),
        // From two thirds to nearly all: on-time rates of small service firms lie there.
        quality: dice.between(0.65, 0.95),
        bad_from: dice.happens(BAD_HALF_YEAR).then(|| dice.later(first, 0, 730)),
        fault: dice.happens(OFFERING_PROBLEM).then(|| dice.one_of(&person::THEMES)),
        // Most ask one question all the time; some ask several.
        scales: dice.pick(&[(0.60, CSAT), (0.25, NPS), (0.15, MIXED)]),
        // From those who hardly ever link an answer to those who always do.
        linked: dice.between(0.2, 1.0),
    };
    let clients = dice.whole(5, 30);
    let mut practice = Practice {
        portfolio: Portfolio { as_of: last, clients: Vec::new() },
        hidden: Vec::new(),
        quality: surroundings.quality,
    };
    for index in 0..clients {
        let mut truth = dice.pick(&MIX);
        if world == World::NobodyNeverHappy && truth == Truth::NeverHappy {
            truth = Truth::Content;
        }
        if surroundings.fault.is_some() && truth == Truth::Content && dice.happens(DISAPPOINTED) {
            truth = Truth::OfferingFault;
        }
        let mut client = Client { id: format!("client-{index:02}"), ..Client::default() };
        let asked = person::live(truth, &surroundings, &mut client, &mut dice);
        practice.portfolio.clients.push(client);
        practice.hidden.push(Hidden { truth, asked });
    }
    practice
}

const CSAT: &[(f64, Scale)] = &[(1.0, Scale::Csat5)];
const NPS: &[(f64, Scale)] = &[(1.0, Scale::Nps)];
const MIXED: &[(f64, Scale)] = &[(0.5, Scale::Csat5), (0.3, Scale::Nps), (0.2, Scale::Ces7)];
