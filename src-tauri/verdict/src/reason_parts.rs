//! The counts and the records that reasons are made of.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::Assessment;
use crate::known::Rated;
use crate::portfolio::{Client, SignalKind};
use crate::reasons::{Argument, Reason, ReasonKey, RecordKind, RecordRef};
use crate::standing::Subject;
use crate::walk::{count, is_half_met};

/// What can be counted about one client.
pub(crate) struct Facts<'a> {
    client: &'a Client,
    subject: Subject<'a>,
    counts: BTreeMap<&'static str, u32>,
}

impl<'a> Facts<'a> {
    pub(crate) fn of(client: &'a Client, subject: Subject<'a>, assessment: &Assessment) -> Self {
        let Subject { known, standing, .. } = subject;
        let ratings =
            |wanted: &dyn Fn(&Rated) -> bool| count(known.ratings.iter().filter(|it| wanted(it)).count());
        let signals = |wanted: SignalKind| count(known.signals.iter().filter(|it| it.kind == wanted).count());
        let missed = known.deliveries.all().iter().filter(|it| it.share < 1.0).count();
        let mut counts = BTreeMap::from([
            ("ratings", standing.ratings),
            ("content", ratings(&|rated| rated.unhappiness <= 0.0)),
            ("unhappy_after_missed", ratings(&|rated| is_unhappy_after(rated, false))),
            ("deliverables", standing.deliverables),
            ("missed", count(missed)),
            ("days", standing.unhappy_days),
            ("obligations", count(known.obligations.len())),
            ("broken", standing.broken_obligations),
            ("signals", standing.signals),
            ("concessions", signals(SignalKind::Concession)),
            ("blame", signals(SignalKind::Blame)),
            ("disrespect", signals(SignalKind::Disrespect)),
            ("threats", signals(SignalKind::Threat)),
            ("peers", assessment.peers),
            ("affected_peers", assessment.affected_peers),
            ("content_peers", assessment.peers - assessment.affected_peers),
        ]);
        if let Some(theme) = assessment.theme {
            counts.insert("others", theme.others);
            counts.insert("complaining", theme.complaining);
        }
        Self { client, subject, counts }
    }

    /// Whether a ground can be given at all: there is at least one of what it is about.
    pub(crate) fn has(&self, key: ReasonKey) -> bool {
        let argument = match key {
            ReasonKey::UnhappyAfterMet => "days",
            ReasonKey::UnhappyAfterMissed => "unhappy_after_missed",
            ReasonKey::MissedDeliverables => "missed",
            ReasonKey::MetDeliverables => "met",
            ReasonKey::ContentRatings => "content",
            ReasonKey::BrokenObligations => "broken",
            ReasonKey::BurdenSignals => "signals",
            ReasonKey::AffectedPeers => "affected_peers",
            ReasonKey::ContentPeers => "content_peers",
            ReasonKey::LastTwoUnhappy => return self.subject.last_two_unhappy().is_some(),
            _ => return false,
        };
        self.count(key, argument).is_some_and(|count| count > 0)
    }

    /// The number for an argument of a message.
    fn count(&self, key: ReasonKey, argument: &str) -> Option<u32> {
        match (key, argument) {
            // "unhappy after 6 of 6 deliverables you met" counts deliverables; elsewhere unhappy ratings are counted.
            (
                ReasonKey::NeverHappy
                | ReasonKey::NeverHappyLasting
                | ReasonKey::WatchNoPeers
                | ReasonKey::UnhappyAfterMet,
                "unhappy",
            ) => Some(count(self.deliverables_behind(true).len())),
            (_, "unhappy") => {
                Some(count(self.subject.known.ratings.iter().filter(|it| it.is_unhappy()).count()))
            }
            (ReasonKey::Healthy | ReasonKey::MetDeliverables, "met") => {
                Some(self.counts["deliverables"] - self.counts["missed"])
            }
            (_, "met") => Some(self.subject.standing.met_deliverables),
            _ => self.counts.get(argument).copied().or_else(|| Self::needed(argument)),
        }
    }

    /// The deliverables behind the unhappy ratings given although we had delivered, or of those given because we had
    /// not: each once, by position. Without a link it is the last such deliverable until then.
    fn deliverables_behind(&self, met: bool) -> BTreeSet<usize> {
        let deliveries = &self.subject.known.deliveries;
        let ratings = self.subject.known.ratings.iter().filter(|rated| is_unhappy_after(rated, met));
        ratings.filter_map(|rated| rated.link.or_else(|| deliveries.last_until(rated.day, met))).collect()
    }

    /// The records of this client that a ground rests on.
    pub(crate) fn records(&self, key: ReasonKey) -> Vec<RecordRef> {
        match key {
            ReasonKey::UnhappyAfterMet => self.ratings_and_deliverables(true),
            ReasonKey::UnhappyAfterMissed => self.ratings_and_deliverables(false),
            ReasonKey::ContentRatings => self.ratings(|rated| rated.unhappiness <= 0.0),
            ReasonKey::LastTwoUnhappy => {
                let last_two = self.subject.last_two_unhappy().unwrap_or_default();
                last_two.iter().filter_map(|rated| self.rating(rated)).collect()
            }
            ReasonKey::MissedDeliverables => self.deliverables(|share| share < 1.0),
            ReasonKey::MetDeliverables => self.deliverables(|share| share >= 1.0),
            ReasonKey::BrokenObligations => {
                let broken = self.subject.known.obligations.iter().filter(|owed| !owed.kept);
                broken
                    .filter_map(|owed| {
                        let id = self.client.obligations[owed.record].id.as_deref();
                        RecordRef::of(self.client, RecordKind::Obligation, id)
                    })
                    .collect()
            }
            ReasonKey::BurdenSignals => {
                let signals = self.subject.known.signals.iter();
                signals
                    .filter_map(|burden| {
                        let id = self.client.signals[burden.record].id.as_deref();
                        RecordRef::of(self.client, RecordKind::Signal, id)
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn ratings_and_deliverables(&self, met: bool) -> Vec<RecordRef> {
        let deliverables = self.deliverables_behind(met);
        let mut records = self.ratings(|rated| is_unhappy_after(rated, met));
        records.extend(deliverables.into_iter().filter_map(|position| self.deliverable(position)));
        records
    }

    fn ratings(&self, wanted: impl Fn(&Rated) -> bool) -> Vec<RecordRef> {
        let ratings = self.subject.known.ratings.iter().filter(|rated| wanted(rated));
        ratings.filter_map(|rated| self.rating(rated)).collect()
    }

    fn rating(&self, rated: &Rated) -> Option<RecordRef> {
        RecordRef::of(self.client, RecordKind::Rating, self.client.ratings[rated.record].id.as_deref())
    }

    fn deliverables(&self, wanted: fn(f64) -> bool) -> Vec<RecordRef> {
        let all = self.subject.known.deliveries.all();
        (0..all.len())
            .filter(|position| wanted(all[*position].share))
            .filter_map(|position| self.deliverable(position))
            .collect()
    }

    fn deliverable(&self, position: usize) -> Option<RecordRef> {
        let delivered = self.subject.known.deliveries.all()[position];
        RecordRef::of(
            self.client,
            RecordKind::Deliverable,
            Some(&self.client.deliverables[delivered.record].id),
        )
    }
}

/// Unhappy although we had delivered (`met`), or after we had not; a rating from before anything was delivered is
/// neither.
fn is_unhappy_after(rated: &Rated, met: bool) -> bool {
    rated.is_unhappy() && rated.behind().is_some() && is_half_met(rated.behind()) == met
}

impl Reason {
    /// The message with all of its arguments that can be counted.
    pub(crate) fn new(key: ReasonKey, facts: &Facts<'_>) -> Self {
        let arguments = key
            .arguments()
            .iter()
            .filter_map(|name| Some((*name, Argument::Count(facts.count(key, name)?))))
            .collect();
        Self { key, arguments, records: Vec::new() }
    }

    /// With a count from elsewhere, where the message has a place for it.
    pub(crate) fn with(mut self, name: &'static str, value: Option<u32>) -> Self {
        if let Some(value) = value.filter(|_| self.key.arguments().contains(&name)) {
            self.arguments.insert(name, Argument::Count(value));
        }
        self
    }

    /// With words from elsewhere, where the message has a place for them.
    pub(crate) fn with_text(mut self, name: &'static str, value: Option<&str>) -> Self {
        if let Some(value) = value.filter(|_| self.key.arguments().contains(&name)) {
            self.arguments.insert(name, Argument::Text(value.to_owned()));
        }
        self
    }

    pub(crate) fn resting_on(mut self, records: Vec<RecordRef>) -> Self {
        self.records = records;
        self
    }
}

impl RecordRef {
    pub(crate) fn of(client: &Client, kind: RecordKind, id: Option<&str>) -> Option<Self> {
        id.map(|id| Self { client: client.id.clone(), kind, id: id.to_owned() })
    }
}
