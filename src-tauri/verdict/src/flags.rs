//! Flags that are raised at one bar and cleared below a lower one, so that they do not flap.

use crate::Settings;
use crate::constants::{
    DISSATISFIED_BARS, NEVER_HAPPY_BARS, NEVER_HAPPY_DAYS, NEVER_HAPPY_DELIVERABLES, NEVER_HAPPY_SPAN_DAYS,
    ONE_WAY_BARS, ONE_WAY_RECORDS,
};
use crate::probabilities;
use crate::standing::{Standing, Subject};

/// The three flags of a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags {
    /// Most of what they say is unhappy.
    pub dissatisfied: bool,
    /// They stay unhappy although we deliver.
    pub never_happy: bool,
    /// They break their side of the bargain, or burden us.
    pub one_way: bool,
}

impl Flags {
    pub(crate) const NONE: Self = Self { dissatisfied: false, never_happy: false, one_way: false };

    /// The flags after one more day on which the portfolio is judged.
    ///
    /// A probability is computed only where the flag could still change by it; the shortcuts give the same flags.
    pub(crate) fn step(self, subject: &Subject<'_>, settings: &Settings) -> Self {
        let (standing, prior) = (subject.standing, &subject.prior);
        let tallies = &standing.tallies;
        let dissatisfied = {
            // At most one half raises no flag.
            let cannot_rise = probabilities::unhappy_is_half_at_most(prior, tallies.unhappy, tallies.content);
            (self.dissatisfied || !cannot_rise)
                && holds(
                    self.dissatisfied,
                    DISSATISFIED_BARS,
                    probabilities::unhappy(prior, tallies.unhappy, tallies.content),
                )
        };
        let never_happy = standing.never_happy_is_possible() && {
            let cannot_rise =
                probabilities::unhappy_is_half_at_most(prior, tallies.unhappy_met, tallies.content);
            (self.never_happy || !cannot_rise)
                && holds(
                    self.never_happy,
                    NEVER_HAPPY_BARS,
                    probabilities::unhappy(prior, tallies.unhappy_met, tallies.content)
                        * probabilities::delivers(prior, tallies, settings),
                )
        };
        let one_way = standing.one_way_is_possible() && {
            let months = subject.decayed_months(settings);
            // At most one half neither raises the flag nor keeps it up.
            !probabilities::one_way_is_half_at_most(tallies, months)
                && holds(
                    self.one_way,
                    ONE_WAY_BARS,
                    probabilities::breaks_obligations(tallies).max(probabilities::burdens(tallies, months)),
                )
        };
        Self { dissatisfied, never_happy, one_way }
    }
}

impl Standing {
    /// Enough separate days of unhappiness after met deliverables, far enough apart, and enough deliverables met.
    fn never_happy_is_possible(&self) -> bool {
        self.unhappy_days >= NEVER_HAPPY_DAYS
            && self.unhappy_span >= NEVER_HAPPY_SPAN_DAYS
            && self.met_deliverables >= NEVER_HAPPY_DELIVERABLES
    }

    /// Enough broken obligations and burden signals, by count.
    fn one_way_is_possible(&self) -> bool {
        self.broken_obligations + self.signals >= ONE_WAY_RECORDS
    }
}

fn holds(is_up: bool, (raised_at, cleared_below): (f64, f64), probability: f64) -> bool {
    probability >= if is_up { cleared_below } else { raised_at }
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_flag_rises_at_its_upper_bar_and_falls_only_below_its_lower_one() {
        let bars = (0.70, 0.45);
        for (is_up, probability, expected, why) in [
            (false, 0.69, false, "below the upper bar it stays down"),
            (false, 0.70, true, "at the upper bar it rises"),
            (true, 0.69, true, "between the bars it stays up"),
            (true, 0.45, true, "at the lower bar it stays up"),
            (true, 0.449, false, "below the lower bar it falls"),
        ] {
            assert_eq!(holds(is_up, bars, probability), expected, "{why}");
        }
    }
}
