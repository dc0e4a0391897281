//! The verdict: the first rule that holds.

use serde::Serialize;

use crate::constants::{
    ENOUGH_DELIVERABLES, ENOUGH_RATINGS, EXPLAINED_BAR, EXPLAINED_TOLERANCE, NEVER_HAPPY_PEERS,
    OUR_DELIVERY_BAR, WATCH_DELIVERY_BAR,
};
use crate::standing::Subject;
use crate::weigh::Weighing;

/// What the records say about a relationship; never about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Thriving.
    Healthy,
    /// Worth watching.
    Watch,
    /// Unhappy although the deliverables were met.
    NeverHappy,
    /// Ours to put right.
    OurDeliveryFirst,
    /// The offering disappoints others too.
    OfferingProblem,
    /// Out of balance: they do not hold up their side, or it weighs too much.
    OneWay,
    /// Too early to say.
    NotEnoughEvidence,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 7] = [
        Self::Healthy,
        Self::Watch,
        Self::NeverHappy,
        Self::OurDeliveryFirst,
        Self::OfferingProblem,
        Self::OneWay,
        Self::NotEnoughEvidence,
    ];

    /// The name in JSON, which is also the key of its word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Healthy => "healthy",
            Self::Watch => "watch",
            Self::NeverHappy => "never_happy",
            Self::OurDeliveryFirst => "our_delivery_first",
            Self::OfferingProblem => "offering_problem",
            Self::OneWay => "one_way",
            Self::NotEnoughEvidence => "not_enough_evidence",
        }
    }
}

/// The first rule that holds, in this order: too little known; unhappy and it is us; and it is the offering; and it
/// is them; a smaller unhappiness that is ours; out of balance; a doubt; healthy.
pub(crate) fn decide(client: &mut Weighing<'_>) -> Verdict {
    let Subject { standing, flags, .. } = client.subject;
    if standing.ratings < ENOUGH_RATINGS || standing.deliverables < ENOUGH_DELIVERABLES {
        return if flags.one_way { Verdict::OneWay } else { Verdict::NotEnoughEvidence };
    }
    let is_ours = client.p_delivers() < OUR_DELIVERY_BAR
        || standing.tallies.explained() >= EXPLAINED_BAR - EXPLAINED_TOLERANCE;
    let is_flagged = flags.dissatisfied || flags.never_happy;
    if is_flagged {
        if is_ours {
            return Verdict::OurDeliveryFirst;
        }
        if client.blames_offering() || client.has_shared_theme() {
            return Verdict::OfferingProblem;
        }
        if flags.never_happy && client.others.clients >= NEVER_HAPPY_PEERS {
            return Verdict::NeverHappy;
        }
    }
    if is_ours && client.is_worth_a_look() {
        return Verdict::OurDeliveryFirst;
    }
    if flags.one_way {
        return Verdict::OneWay;
    }
    if is_flagged
        || client.is_worth_a_look()
        || client.p_delivers() < WATCH_DELIVERY_BAR
        || client.subject.last_two_unhappy().is_some()
    {
        return Verdict::Watch;
    }
    Verdict::Healthy
}

#[cfg(test)]
mod tests {
    use super::Verdict;

    #[test]
    fn names_are_those_of_the_json() {
        for verdict in Verdict::ALL {
            let json = serde_json::to_value(verdict).expect("a unit variant always serialises");
            assert_eq!(json, verdict.name(), "the name and the JSON of a verdict are one");
        }
    }
}
