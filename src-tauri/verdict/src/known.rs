//! One client as known on the judged day: dated records in a fixed order, later ones left out.
//!
//! The order is by day and then by what the record says, so that sums come out bit for bit the same however the
//! records were listed.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::Settings;
use crate::delivery::{Delivered, DeliveryRecord};
use crate::portfolio::{Client, SignalKind};

/// Days since the first of January of the year 1: what all arithmetic here counts in.
pub(crate) fn day_number(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

/// A client's known records.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// The earlier of the given start and the first record.
    pub(crate) start: Option<i32>,
    /// The first record, left-out deliverables not being records.
    pub(crate) first_record: Option<i32>,
    pub(crate) deliveries: DeliveryRecord,
    /// By day; on one day the unhappier last.
    pub(crate) ratings: Vec<Rated>,
    /// Positions in `ratings` of those whose `f` changes later, by the day of the change.
    pub(crate) revised: Vec<usize>,
    pub(crate) obligations: Vec<Owed>,
    pub(crate) signals: Vec<Burden>,
    pub(crate) complaints: Vec<Complained>,
}

/// A rating, and how far we had delivered when it was given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rated {
    pub(crate) day: i32,
    /// 1 unhappy, 0.5 neutral, 0 content.
    pub(crate) unhappiness: f64,
    /// How far we had delivered, as known on the day of the rating; `None` before anything was delivered.
    pub(crate) behind_at_first: Option<f64>,
    /// The linked deliverable, when it came after the rating.
    pub(crate) revision: Option<Revision>,
    /// The position of the linked deliverable, if that counts.
    pub(crate) link: Option<usize>,
    /// Position among the client's ratings as given.
    pub(crate) record: usize,
}

/// How far the linked deliverable was met, known from a day after the rating on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Revision {
    pub(crate) day: i32,
    pub(crate) behind: f64,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Owed {
    pub(crate) day: i32,
    pub(crate) kept: bool,
    pub(crate) record: usize,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Burden {
    pub(crate) day: i32,
    pub(crate) kind: SignalKind,
    pub(crate) record: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Complained {
    pub(crate) day: i32,
    /// Whether everything due had been delivered when it came.
    pub(crate) met: bool,
    pub(crate) record: usize,
}

impl Rated {
    /// How far we had delivered, as known on the last day there is.
    pub(crate) fn behind(&self) -> Option<f64> {
        self.revision.map_or(self.behind_at_first, |revision| Some(revision.behind))
    }

    /// Fully unhappy, not merely neutral.
    pub(crate) fn is_unhappy(&self) -> bool {
        self.unhappiness >= 1.0
    }
}

impl Known {
    pub(crate) fn on(client: &Client, as_of: NaiveDate) -> Self {
        let deliveries = DeliveryRecord::of(client, as_of);
        let ratings = ratings(client, as_of, &deliveries);
        let mut revised: Vec<usize> =
            (0..ratings.len()).filter(|position| ratings[*position].revision.is_some()).collect();
        revised.sort_by_key(|position| (ratings[*position].revision.map(|revision| revision.day), *position));

        let mut obligations: Vec<Owed> = client
            .obligations
            .iter()
            .enumerate()
            .filter(|(_, obligation)| obligation.date <= as_of)
            .map(|(record, obligation)| Owed {
                day: day_number(obligation.date),
                kept: obligation.kept,
                record,
            })
            .collect();
        obligations.sort_unstable_by_key(|owed| (owed.day, owed.kept, owed.record));

        let mut signals: Vec<Burden> = client
            .signals
            .iter()
            .enumerate()
            .filter(|(_, signal)| signal.date <= as_of)
            .map(|(record, signal)| Burden { day: day_number(signal.date), kind: signal.kind, record })
            .collect();
        signals.sort_unstable_by(|one, other| {
            let by_points = one.kind.points().total_cmp(&other.kind.points());
            one.day.cmp(&other.day).then(by_points).then(one.record.cmp(&other.record))
        });

        let mut complaints: Vec<Complained> = client
            .complaints
            .iter()
            .enumerate()
            .filter(|(_, complaint)| complaint.date <= as_of)
            .map(|(record, complaint)| {
                let day = day_number(complaint.date);
                let met = deliveries.behind(day).is_some_and(|share| share >= 1.0);
                Complained { day, met, record }
            })
            .collect();
        complaints.sort_unstable_by_key(|complained| (complained.day, complained.record));

        let first_record = [
            deliveries.all().first().map(|delivered| delivered.day),
            ratings.first().map(|rated| rated.day),
            obligations.first().map(|owed| owed.day),
            signals.first().map(|burden| burden.day),
            complaints.first().map(|complained| complained.day),
        ]
        .into_iter()
        .flatten()
        .min();
        let start = client.start.map(day_number).into_iter().chain(first_record).min();
        Self { start, first_record, deliveries, ratings, revised, obligations, signals, complaints }
    }

    /// Whether anything is recorded of the client until this day.
    pub(crate) fn is_known_on(&self, day: i32) -> bool {
        self.first_record.is_some_and(|first| first <= day)
    }

    /// The decayed months that the relationship has lasted: what the burden is set against. 0 until a day has passed.
    pub(crate) fn decayed_months(&self, day: i32, settings: &Settings) -> f64 {
        let Some(days) = self.start.map(|start| day - start).filter(|days| *days > 0) else { return 0.0 };
        let half_life_months = settings.half_life_days / crate::constants::DAYS_PER_MONTH;
        half_life_months / std::f64::consts::LN_2 * (1.0 - settings.weight(days))
    }
}

fn ratings(client: &Client, as_of: NaiveDate, deliveries: &DeliveryRecord) -> Vec<Rated> {
    let links: HashMap<&str, usize> = if client.ratings.iter().any(|rating| rating.deliverable.is_some()) {
        let id = |delivered: &Delivered| client.deliverables[delivered.record].id.as_str();
        deliveries.all().iter().enumerate().map(|(position, delivered)| (id(delivered), position)).collect()
    } else {
        HashMap::new()
    };
    let mut ratings: Vec<Rated> = client
        .ratings
        .iter()
        .enumerate()
        .filter(|(_, rating)| rating.date <= as_of)
        .map(|(record, rating)| {
            let day = day_number(rating.date);
            let link = rating.deliverable.as_deref().and_then(|id| links.get(id).copied());
            let linked = link.map(|position| deliveries.all()[position]);
            let (behind_at_first, revision) = match linked {
                Some(delivered) if delivered.day <= day => (Some(delivered.share), None),
                Some(delivered) => {
                    let revision = Revision { day: delivered.day, behind: delivered.share };
                    (deliveries.behind(day), Some(revision))
                }
                None => (deliveries.behind(day), None),
            };
            Rated {
                day,
                unhappiness: rating.scale.unhappiness(rating.value),
                behind_at_first,
                revision,
                link,
                record,
            }
        })
        .collect();
    ratings.sort_unstable_by(|one, other| {
        let behind = |rated: &Rated| rated.behind().unwrap_or(-1.0);
        let first = |rated: &Rated| rated.behind_at_first.unwrap_or(-1.0);
        one.day
            .cmp(&other.day)
            .then(one.unhappiness.total_cmp(&other.unhappiness))
            .then(behind(one).total_cmp(&behind(other)))
            .then(first(one).total_cmp(&first(other)))
            .then(one.revision.map(|r| r.day).cmp(&other.revision.map(|r| r.day)))
            .then(one.record.cmp(&other.record))
    });
    ratings
}
