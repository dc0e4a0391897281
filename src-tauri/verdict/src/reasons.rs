//! Why a verdict is what it is: message keys with their arguments, and the records that each rests on.
//!
//! The words are the window's. [`Reasons::headline`] is the one sentence; what follows it are its grounds, one a
//! line, each with what "Show" leads to. Every number is a count a person could check, never a probability.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assess::Assessment;
use crate::complaints::Complaints;
use crate::constants::{ENOUGH_DELIVERABLES, ENOUGH_RATINGS, WATCH_DELIVERY_BAR, WORTH_A_LOOK};
use crate::decide::Verdict;
use crate::portfolio::Client;
use crate::reason_parts::Facts;
use crate::standing::Subject;
use crate::{Flags, Settings};

/// The sentence and its grounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reasons {
    /// What the one sentence says.
    pub headline: Reason,
    /// What it rests on, the most important first.
    pub grounds: Vec<Reason>,
}

/// One thing to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// What to say.
    pub key: ReasonKey,
    /// The numbers and names in it; [`ReasonKey::arguments`] tells which.
    pub arguments: BTreeMap<&'static str, Argument>,
    /// The records it rests on, by day within their kind. Records without an id cannot be named.
    pub records: Vec<RecordRef>,
}

/// A number or a name in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Argument {
    /// A count.
    Count(u32),
    /// Words the user wrote, such as the name of a theme.
    Text(String),
}

/// A record a reason rests on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct RecordRef {
    /// Which client's it is: another one's, for what is shared.
    pub client: String,
    /// What kind of record.
    pub kind: RecordKind,
    /// The record's id.
    pub id: String,
}

/// The kinds of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    /// A rating.
    Rating,
    /// A deliverable.
    Deliverable,
    /// An obligation of the client.
    Obligation,
    /// A burden signal.
    Signal,
    /// A complaint.
    Complaint,
    /// A client as a whole; the id is the client's.
    Client,
}

macro_rules! reason_keys {
    ($($(#[$doc:meta])* $key:ident = $name:literal, [$($argument:literal),*];)*) => {
        /// What can be said, as headline or as a ground.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum ReasonKey { $($(#[$doc])* $key,)* }

        impl ReasonKey {
            /// Every key, for a catalogue to be complete.
            pub const ALL: &'static [Self] = &[$(Self::$key,)*];

            /// The key as text, the same as in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$key => $name,)* }
            }

            /// The names of the arguments that come with it, in alphabetical order.
            pub fn arguments(self) -> &'static [&'static str] {
                match self { $(Self::$key => &[$($argument),*],)* }
            }
        }
    };
}

reason_keys! {
    /// Headline: unhappy after so many of the deliverables met, the others mostly are not, so many good ratings would clear it.
    NeverHappy = "never_happy", ["affected_peers", "good_ratings", "met", "peers", "unhappy"];
    /// Headline: the same, but it would take more good ratings than one can hope for.
    NeverHappyLasting = "never_happy_lasting", ["affected_peers", "met", "peers", "unhappy"];
    /// Headline: so many of the deliverables were not met, and so many of the unhappy ratings came after those.
    OurDeliveryFirst = "our_delivery_first", ["deliverables", "missed", "unhappy", "unhappy_after_missed"];
    /// Headline: so many of the other clients are dissatisfied with what was delivered, too.
    OfferingProblem = "offering_problem", ["affected_peers", "peers"];
    /// Headline: so many of the other clients who complain complain about the same.
    OfferingTheme = "offering_theme", ["complaining", "others", "theme"];
    /// Headline: so many obligations broken, so many burden signals.
    OneWay = "one_way", ["broken", "obligations", "signals"];
    /// Headline: unhappy although delivered, but too few other clients to compare with.
    WatchNoPeers = "watch_no_peers", ["met", "peers", "unhappy"];
    /// Headline: so many of the ratings are unhappy.
    WatchUnhappy = "watch_unhappy", ["ratings", "unhappy"];
    /// Headline: nobody is unhappy yet, but so many deliverables were not met.
    WatchDelivery = "watch_delivery", ["deliverables", "missed"];
    /// Headline: the last two ratings were unhappy.
    WatchLastTwo = "watch_last_two", ["ratings", "unhappy"];
    /// Headline: so many of the ratings are content, so many of the deliverables met.
    Healthy = "healthy", ["content", "deliverables", "met", "ratings"];
    /// Headline: so many ratings and deliverables, so many needed.
    NotEnoughEvidence = "not_enough_evidence", ["deliverables", "deliverables_needed", "ratings", "ratings_needed"];
    /// Ground: unhappy on so many days although delivered; these ratings, and the deliverables behind them.
    UnhappyAfterMet = "unhappy_after_met", ["days", "met", "unhappy"];
    /// Ground: unhappy after something was missed; these ratings, and the deliverables behind them.
    UnhappyAfterMissed = "unhappy_after_missed", ["unhappy", "unhappy_after_missed"];
    /// Ground: these deliverables were not, or not wholly, met.
    MissedDeliverables = "missed_deliverables", ["deliverables", "missed"];
    /// Ground: these deliverables were met.
    MetDeliverables = "met_deliverables", ["deliverables", "met"];
    /// Ground: these ratings are content.
    ContentRatings = "content_ratings", ["content", "ratings"];
    /// Ground: the last two ratings, both unhappy.
    LastTwoUnhappy = "last_two_unhappy", [];
    /// Ground: these obligations were broken.
    BrokenObligations = "broken_obligations", ["broken", "obligations"];
    /// Ground: these burden signals were noted.
    BurdenSignals = "burden_signals", ["blame", "concessions", "disrespect", "signals", "threats"];
    /// Ground: these complaints, this client's and others', are about the same.
    SharedTheme = "shared_theme", ["complaining", "others", "theme"];
    /// Ground: these other clients are dissatisfied with what was delivered, too.
    AffectedPeers = "affected_peers", ["affected_peers", "peers"];
    /// Ground: the other clients mostly are not.
    ContentPeers = "content_peers", ["content_peers", "peers"];
    /// Ground: so many good ratings today would clear the never-happy flag.
    GoodRatingsToClear = "good_ratings_to_clear", ["good_ratings"];
}

/// Finds the reasons of any client on the judged day.
pub(crate) struct Reasoning<'a> {
    pub(crate) clients: &'a [Client],
    pub(crate) subjects: &'a [Subject<'a>],
    pub(crate) complaints: &'a Complaints,
    /// Clients who are more likely affected by the offering than not, by position.
    pub(crate) affected: &'a [usize],
    pub(crate) settings: &'a Settings,
}

/// What reasons are drawn from besides the client's own records: with the same records and the same basis, they are
/// the same, but for what [`Basis::names_others`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Basis {
    headline: ReasonKey,
    verdict: Verdict,
    flags: Flags,
    good_ratings: Option<u32>,
    /// Other clients who are rated, and who are affected, where the reasons say how many.
    peers: Option<(u32, u32)>,
}

impl Basis {
    pub(crate) fn of(subject: &Subject<'_>, assessment: &Assessment, good_ratings: Option<u32>) -> Self {
        let verdict = assessment.verdict;
        let counts_others =
            matches!(verdict, Verdict::NeverHappy | Verdict::OfferingProblem | Verdict::Watch);
        Self {
            headline: headline(subject, assessment, good_ratings),
            verdict,
            flags: subject.flags,
            good_ratings,
            peers: counts_others.then_some((assessment.peers, assessment.affected_peers)),
        }
    }

    /// Whether the reasons name other clients, their complaints or a theme.
    pub(crate) fn names_others(&self) -> bool {
        self.verdict == Verdict::OfferingProblem
    }
}

impl Reasoning<'_> {
    pub(crate) fn of(&self, position: usize, assessment: &Assessment, basis: &Basis) -> Reasons {
        let facts = Facts::of(&self.clients[position], self.subjects[position], assessment);
        let headline = Reason::new(basis.headline, &facts)
            .with("good_ratings", basis.good_ratings)
            .with_text("theme", self.theme_name(assessment));
        Reasons { headline, grounds: self.grounds(position, assessment, &facts, basis) }
    }

    fn theme_name(&self, assessment: &Assessment) -> Option<&str> {
        assessment.theme.map(|candidate| self.complaints.names[candidate.theme].as_str())
    }

    /// What the verdict rests on, and what shows beside it.
    fn grounds(
        &self,
        position: usize,
        assessment: &Assessment,
        facts: &Facts<'_>,
        basis: &Basis,
    ) -> Vec<Reason> {
        use ReasonKey as Key;
        let ours = [Key::MissedDeliverables, Key::UnhappyAfterMissed, Key::UnhappyAfterMet];
        let theirs = [Key::UnhappyAfterMet, Key::ContentPeers, Key::GoodRatingsToClear];
        let offering = [Key::SharedTheme, Key::AffectedPeers, Key::UnhappyAfterMet];
        let doubt = [
            Key::UnhappyAfterMet,
            Key::UnhappyAfterMissed,
            Key::LastTwoUnhappy,
            Key::MissedDeliverables,
            Key::GoodRatingsToClear,
        ];
        let keys: &[Key] = match assessment.verdict {
            Verdict::OurDeliveryFirst => &ours,
            Verdict::NeverHappy => &theirs,
            Verdict::OfferingProblem => &offering,
            Verdict::Watch => &doubt,
            Verdict::Healthy => &[Key::ContentRatings, Key::MetDeliverables],
            Verdict::OneWay | Verdict::NotEnoughEvidence => &[],
        };
        let beside: &[Key] =
            if basis.flags.one_way { &[Key::BrokenObligations, Key::BurdenSignals] } else { &[] };
        keys.iter()
            .chain(beside)
            .filter(|key| match key {
                Key::GoodRatingsToClear => basis.good_ratings.is_some(),
                Key::SharedTheme => assessment.has_shared_theme(),
                key => facts.has(**key),
            })
            .map(|key| self.ground(*key, position, assessment, facts, basis))
            .collect()
    }

    fn ground(
        &self,
        key: ReasonKey,
        position: usize,
        assessment: &Assessment,
        facts: &Facts<'_>,
        basis: &Basis,
    ) -> Reason {
        let reason = Reason::new(key, facts).with("good_ratings", basis.good_ratings);
        match key {
            ReasonKey::SharedTheme => {
                let theme = self.theme_name(assessment);
                reason.with_text("theme", theme).resting_on(self.complaints_on(theme, position))
            }
            ReasonKey::AffectedPeers => reason.resting_on(self.affected_others(position)),
            _ => reason.resting_on(facts.records(key)),
        }
    }

    /// The recent complaints on a theme: this client's own, and the met ones of the others.
    fn complaints_on(&self, theme: Option<&str>, position: usize) -> Vec<RecordRef> {
        let others = (0..self.clients.len()).filter(|other| *other != position);
        let mut records = Vec::new();
        for client in std::iter::once(position).chain(others) {
            let Subject { known, day, .. } = self.subjects[client];
            for complained in known.recent_complaints(day, self.settings) {
                let complaint = &self.clients[client].complaints[complained.record];
                let counts = client == position || complained.met;
                if counts && Some(complaint.theme.as_str()) == theme {
                    let id = complaint.id.as_deref();
                    records.extend(RecordRef::of(&self.clients[client], RecordKind::Complaint, id));
                }
            }
        }
        records
    }

    fn affected_others(&self, position: usize) -> Vec<RecordRef> {
        self.affected
            .iter()
            .filter(|other| **other != position)
            .filter_map(|other| {
                let client = &self.clients[*other];
                RecordRef::of(client, RecordKind::Client, Some(&client.id))
            })
            .collect()
    }
}

/// The one sentence of a verdict.
fn headline(subject: &Subject<'_>, assessment: &Assessment, good_ratings: Option<u32>) -> ReasonKey {
    match assessment.verdict {
        Verdict::NeverHappy if good_ratings.is_none() => ReasonKey::NeverHappyLasting,
        Verdict::NeverHappy => ReasonKey::NeverHappy,
        Verdict::OurDeliveryFirst => ReasonKey::OurDeliveryFirst,
        Verdict::OfferingProblem if assessment.has_shared_theme() => ReasonKey::OfferingTheme,
        Verdict::OfferingProblem => ReasonKey::OfferingProblem,
        Verdict::OneWay => ReasonKey::OneWay,
        Verdict::Healthy => ReasonKey::Healthy,
        Verdict::NotEnoughEvidence => ReasonKey::NotEnoughEvidence,
        Verdict::Watch if subject.flags.never_happy => ReasonKey::WatchNoPeers,
        Verdict::Watch if subject.flags.dissatisfied || assessment.p_unhappy >= WORTH_A_LOOK => {
            ReasonKey::WatchUnhappy
        }
        Verdict::Watch if assessment.p_delivers < WATCH_DELIVERY_BAR => ReasonKey::WatchDelivery,
        Verdict::Watch => ReasonKey::WatchLastTwo,
    }
}

impl Facts<'_> {
    /// What is needed to say anything: constants, so that no catalogue repeats them.
    pub(crate) fn needed(argument: &str) -> Option<u32> {
        match argument {
            "ratings_needed" => Some(ENOUGH_RATINGS),
            "deliverables_needed" => Some(ENOUGH_DELIVERABLES),
            _ => None,
        }
    }
}
