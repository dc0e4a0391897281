//! How much a verdict rests on, in three words.
//!
//! A probability would promise more than it keeps, so what is told is a band. It follows from two counts a person
//! could check (separate days of answers, deliverables) and from how fresh they are, and it is as weak as the weakest.

use serde::Serialize;

use crate::decide::Verdict;
use crate::standing::Standing;

/// How much evidence there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Enough to say something, not more.
    Some,
    /// As much as it usually takes before a client is flagged.
    Good,
    /// More than that, and most of it recent.
    Strong,
}

impl Evidence {
    /// Every band, the weakest first.
    pub const ALL: [Self; 3] = [Self::Some, Self::Good, Self::Strong];

    /// The name in JSON, which is also the key of its words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Some => "some",
            Self::Good => "good",
            Self::Strong => "strong",
        }
    }

    /// `records` that speak for themselves, together weighing `weight` today.
    fn band(records: u32, weight: f64) -> Self {
        // Half of the clients who are rightly flagged are so by their fifth rating: five is good. Eight is half as
        // many again. Fresh is what weighs at least two in five, that is some sixteen months old at the half-life
        // of a year: older evidence is evidence about another time.
        const GOOD: u32 = 5;
        const STRONG: u32 = 8;
        const FRESH: f64 = 0.4;
        let enough = |needed: u32| records >= needed && weight >= FRESH * f64::from(needed);
        match () {
            () if enough(STRONG) => Self::Strong,
            () if enough(GOOD) => Self::Good,
            () => Self::Some,
        }
    }
}

/// The band of a verdict; `None` when it is that there is too little to say.
pub(crate) fn evidence(standing: &Standing, verdict: Verdict) -> Option<Evidence> {
    let tallies = &standing.tallies;
    match verdict {
        Verdict::NotEnoughEvidence => None,
        Verdict::OneWay => {
            let records = standing.broken_obligations + standing.signals;
            Some(Evidence::band(records, tallies.broken + tallies.burden))
        }
        _ => {
            let answers = Evidence::band(standing.rating_days, tallies.unhappy + tallies.content);
            let deliverables = Evidence::band(standing.deliverables, tallies.met + tallies.missed);
            Some(answers.min(deliverables))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Evidence;

    #[test]
    fn the_band_needs_records_and_freshness() {
        for (records, weight, expected, why) in [
            (4, 4.0, Evidence::Some, "four are fewer than it usually takes"),
            (5, 5.0, Evidence::Good, "five fresh ones are good"),
            (5, 1.9, Evidence::Some, "five faded ones are not"),
            (8, 8.0, Evidence::Strong, "eight fresh ones are strong"),
            (8, 2.5, Evidence::Good, "eight of which the weight of five is left are good"),
            (100, 0.1, Evidence::Some, "many, but of another time"),
        ] {
            assert_eq!(Evidence::band(records, weight), expected, "{why}");
        }
    }

    #[test]
    fn names_are_those_of_the_json() {
        for band in Evidence::ALL {
            let json = serde_json::to_value(band).expect("a unit variant always serialises");
            assert_eq!(json, band.name(), "the name and the JSON of a band are one");
        }
    }
}
