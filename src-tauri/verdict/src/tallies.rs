//! A client's decayed sums.

use crate::Settings;
use crate::known::{Known, Rated, Revision};

/// Decayed sums over a client's records: a record weighs half after each half-life.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Tallies {
    /// Unhappiness for which there was something delivered (or missed) to be unhappy about.
    pub(crate) unhappy: f64,
    /// The part of it that came although we had delivered.
    pub(crate) unhappy_met: f64,
    /// Content, always in full.
    pub(crate) content: f64,
    /// Deliverables met.
    pub(crate) met: f64,
    /// Deliverables missed.
    pub(crate) missed: f64,
    /// Obligations the client kept.
    pub(crate) kept: f64,
    /// Obligations the client broke.
    pub(crate) broken: f64,
    /// Burden points.
    pub(crate) burden: f64,
}

impl Tallies {
    /// Before anything is known.
    pub(crate) const NONE: Self = Self {
        unhappy: 0.0,
        unhappy_met: 0.0,
        content: 0.0,
        met: 0.0,
        missed: 0.0,
        kept: 0.0,
        broken: 0.0,
        burden: 0.0,
    };

    /// Summed afresh from the records, on the last day there is.
    pub(crate) fn on(known: &Known, day: i32, settings: &Settings) -> Self {
        let mut tallies = Self::NONE;
        for rated in &known.ratings {
            tallies.add_rating(rated.unhappiness, rated.behind(), settings.weight(day - rated.day));
        }
        for delivered in known.deliveries.all() {
            tallies.add_delivery(delivered.share, settings.weight(day - delivered.day));
        }
        for owed in &known.obligations {
            tallies.add_obligation(owed.kept, settings.weight(day - owed.day));
        }
        for burden in &known.signals {
            tallies.burden += settings.weight(day - burden.day) * burden.kind.points();
        }
        tallies
    }

    /// Lets time pass: every record loses weight by the same factor.
    pub(crate) fn fade(&mut self, factor: f64) {
        for sum in [
            &mut self.unhappy,
            &mut self.unhappy_met,
            &mut self.content,
            &mut self.met,
            &mut self.missed,
            &mut self.kept,
            &mut self.broken,
            &mut self.burden,
        ] {
            *sum *= factor;
        }
    }

    /// A bad rating counts only as far as we delivered, and not at all before anything was due; a good one always.
    pub(crate) fn add_rating(&mut self, unhappiness: f64, behind: Option<f64>, weight: f64) {
        if let Some(behind) = behind {
            self.unhappy += weight * unhappiness;
            self.unhappy_met += weight * unhappiness * behind;
        }
        self.content += weight * (1.0 - unhappiness);
    }

    /// The deliverable a rating was about has come: what was thought to stand behind the rating is replaced.
    pub(crate) fn revise_rating(&mut self, rated: &Rated, revision: Revision, weight: f64) {
        let unhappiness = weight * rated.unhappiness;
        match rated.behind_at_first {
            None => {
                self.unhappy += unhappiness;
                self.unhappy_met += unhappiness * revision.behind;
            }
            Some(thought) => self.unhappy_met += unhappiness * (revision.behind - thought),
        }
    }

    pub(crate) fn add_delivery(&mut self, share: f64, weight: f64) {
        self.met += weight * share;
        self.missed += weight * (1.0 - share);
    }

    pub(crate) fn add_obligation(&mut self, kept: bool, weight: f64) {
        let sum = if kept { &mut self.kept } else { &mut self.broken };
        *sum += weight;
    }

    /// The share of the unhappiness that our own misses explain, 0 to 1; 0 where there is none.
    pub(crate) fn explained(&self) -> f64 {
        if self.unhappy > 0.0 { (self.unhappy - self.unhappy_met) / self.unhappy } else { 0.0 }
    }
}
