//! Walking through the months: sums fade, records join, flags step on.
//!
//! A day costs one pass over the clients plus the records that join. What a month-end keeps of a client (sums,
//! counts, capped shares, flags) is one [`Standing`], so that a later change could start again from any of them.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use crate::Settings;
use crate::constants::HALF_MET;
use crate::flags::Flags;
use crate::known::{Known, Rated, day_number};
use crate::priors::{Prior, Shares};
use crate::tallies::Tallies;

/// Where one client stands on a day.
pub(crate) struct Standing<'a> {
    pub(crate) known: &'a Known<'a>,
    pub(crate) tallies: Tallies,
    pub(crate) flags: Flags,
    pub(crate) prior: Prior,
    /// Deliverables at least half met, by count.
    pub(crate) met_deliverables: u32,
    pub(crate) broken_obligations: u32,
    shares: Shares,
    /// Days with an unhappy rating although we had at least half delivered, and how many such ratings.
    unhappy_after_met: BTreeMap<i32, u32>,
    joined: Joined,
}

/// How many of the client's records have joined, list by list.
#[derive(Debug, Clone, Copy, Default)]
struct Joined {
    deliverables: usize,
    ratings: usize,
    revised: usize,
    obligations: usize,
    signals: usize,
}

/// All clients on the day the replay has come to.
pub(crate) struct Replay<'a> {
    /// In the order of the portfolio.
    pub(crate) standings: Vec<Standing<'a>>,
    pub(crate) day: i32,
    settings: &'a Settings,
    /// Positions by client id: the order in which sums over clients are taken.
    by_id: Vec<usize>,
}

/// The ends of the months in which there is something to judge: from the month of the first record, up to but not
/// including `as_of`.
///
/// Nothing known raises no flag, so that months before the first record need no look, whatever start was given.
pub(crate) fn month_ends(first_record: Option<i32>, as_of: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let first = first_record.and_then(NaiveDate::from_num_days_from_ce_opt).and_then(|day| day.with_day(1));
    let firsts = std::iter::successors(first, |first| first.checked_add_months(Months::new(1)));
    firsts.skip(1).filter_map(|next_first| next_first.pred_opt()).take_while(move |end| *end < as_of)
}

impl<'a> Replay<'a> {
    pub(crate) fn new(known: &'a [Known<'a>], settings: &'a Settings) -> Self {
        let nothing = Shares::default();
        let standings = known
            .iter()
            .map(|known| Standing {
                known,
                tallies: Tallies::default(),
                flags: Flags::default(),
                prior: nothing.prior_without(&nothing),
                met_deliverables: 0,
                broken_obligations: 0,
                shares: nothing,
                unhappy_after_met: BTreeMap::new(),
                joined: Joined::default(),
            })
            .collect();
        let mut by_id: Vec<usize> = (0..known.len()).collect();
        by_id.sort_unstable_by_key(|position| known[*position].client.id.as_str());
        Self { standings, day: i32::MIN, settings, by_id }
    }

    /// Judges the end of a month.
    pub(crate) fn step_to(&mut self, date: NaiveDate) {
        self.let_join(day_number(date));
        self.raise_and_clear();
    }

    /// Judges the last day, with every sum taken afresh from the records.
    pub(crate) fn settle_on(&mut self, date: NaiveDate) {
        self.let_join(day_number(date));
        for standing in &mut self.standings {
            standing.tallies = Tallies::on(standing.known, self.day, self.settings);
        }
        self.raise_and_clear();
    }

    fn let_join(&mut self, day: i32) {
        let factor = if self.day == i32::MIN { 1.0 } else { self.settings.weight(day - self.day) };
        self.day = day;
        for standing in &mut self.standings {
            if standing.known.first_record.is_some_and(|first| first <= day) {
                standing.tallies.fade(factor);
                standing.join(day, self.settings);
            }
        }
    }

    fn raise_and_clear(&mut self) {
        for standing in &mut self.standings {
            standing.shares = Shares::of(&standing.tallies);
        }
        let sum = Shares::sum(self.by_id.iter().map(|position| self.standings[*position].shares));
        for standing in &mut self.standings {
            standing.prior = sum.prior_without(&standing.shares);
            standing.flags = standing.flags.step(standing, self.day, &standing.prior, self.settings);
        }
    }

    /// The sum of a figure over the clients, taken in the order of their ids.
    pub(crate) fn sum_by_id(&self, figure: impl Fn(usize) -> f64) -> f64 {
        self.by_id.iter().map(|position| figure(*position)).sum()
    }
}

impl Standing<'_> {
    /// Ratings until now, by count.
    pub(crate) fn ratings(&self) -> u32 {
        count(self.joined.ratings)
    }

    /// Separate days on which the client answered.
    pub(crate) fn rating_days(&self) -> u32 {
        let ratings = &self.known.ratings[..self.joined.ratings];
        count(ratings.chunk_by(|one, other| one.day == other.day).count())
    }

    /// Deliverables until now, by count, without those left out.
    pub(crate) fn deliverables(&self) -> u32 {
        count(self.joined.deliverables)
    }

    /// Burden signals until now, by count.
    pub(crate) fn signals(&self) -> u32 {
        count(self.joined.signals)
    }

    /// Distinct days with an unhappy rating although we had at least half delivered.
    pub(crate) fn unhappy_days(&self) -> u32 {
        count(self.unhappy_after_met.len())
    }

    /// Days from the first of these days to the last.
    pub(crate) fn unhappy_span(&self) -> i32 {
        match (self.unhappy_after_met.first_key_value(), self.unhappy_after_met.last_key_value()) {
            (Some((first, _)), Some((last, _))) => last - first,
            _ => 0,
        }
    }

    /// The last two ratings, when both are unhappy.
    ///
    /// A rating from before anything was delivered is one of them too: it counts in no sum, but it was said.
    pub(crate) fn last_two_unhappy(&self) -> Option<&[Rated]> {
        let ratings = &self.known.ratings[..self.joined.ratings];
        let last_two = &ratings[ratings.len().checked_sub(2)?..];
        last_two.iter().all(Rated::is_unhappy).then_some(last_two)
    }

    /// Whether anything is recorded of this client yet.
    pub(crate) fn is_known(&self, day: i32) -> bool {
        self.known.first_record.is_some_and(|first| first <= day)
    }

    fn join(&mut self, day: i32, settings: &Settings) {
        let known = self.known;
        while let Some(delivered) =
            known.deliveries.all().get(self.joined.deliverables).filter(|it| it.day <= day)
        {
            self.tallies.add_delivery(delivered.share, settings.weight(day - delivered.day));
            self.met_deliverables += u32::from(delivered.is_met());
            self.joined.deliverables += 1;
        }
        while let Some(rated) = known.ratings.get(self.joined.ratings).filter(|it| it.day <= day) {
            self.tallies.add_rating(
                rated.unhappiness,
                rated.behind_at_first,
                settings.weight(day - rated.day),
            );
            if rated.is_unhappy() && is_half_met(rated.behind_at_first) {
                *self.unhappy_after_met.entry(rated.day).or_default() += 1;
            }
            self.joined.ratings += 1;
        }
        while let Some(position) = known.revised.get(self.joined.revised) {
            let rated = &known.ratings[*position];
            let Some(revision) = rated.revision.filter(|revision| revision.day <= day) else { break };
            self.tallies.revise_rating(rated, revision, settings.weight(day - rated.day));
            if rated.is_unhappy() {
                self.revise_unhappy_day(rated, revision.behind);
            }
            self.joined.revised += 1;
        }
        while let Some(owed) = known.obligations.get(self.joined.obligations).filter(|it| it.day <= day) {
            self.tallies.add_obligation(owed.kept, settings.weight(day - owed.day));
            self.broken_obligations += u32::from(!owed.kept);
            self.joined.obligations += 1;
        }
        while let Some(burden) = known.signals.get(self.joined.signals).filter(|it| it.day <= day) {
            self.tallies.burden += settings.weight(day - burden.day) * burden.kind.points();
            self.joined.signals += 1;
        }
    }

    fn revise_unhappy_day(&mut self, rated: &Rated, behind: f64) {
        match (is_half_met(rated.behind_at_first), is_half_met(Some(behind))) {
            (false, true) => *self.unhappy_after_met.entry(rated.day).or_default() += 1,
            (true, false) => {
                let ratings = self.unhappy_after_met.entry(rated.day).or_default();
                *ratings = ratings.saturating_sub(1);
                if *ratings == 0 {
                    self.unhappy_after_met.remove(&rated.day);
                }
            }
            _ => {}
        }
    }
}

/// Whether we had delivered at least half of what stands behind a rating.
pub(crate) fn is_half_met(behind: Option<f64>) -> bool {
    behind.is_some_and(|share| share >= HALF_MET)
}

/// A count of records, of which there are far fewer than four thousand million.
pub(crate) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(first: Option<&str>, as_of: &str) -> Vec<String> {
        let day = |text: &str| text.parse::<NaiveDate>().expect("the test writes real days");
        month_ends(first.map(|text| day_number(day(text))), day(as_of)).map(|end| end.to_string()).collect()
    }

    #[test]
    fn months_are_judged_from_that_of_the_first_record_until_the_judged_day() {
        for (first, as_of, expected, why) in [
            (None, "2024-03-10", vec![], "nothing known, nothing replayed"),
            (Some("2024-01-31"), "2024-01-31", vec![], "the judged day is judged once, by itself"),
            (
                Some("2024-01-31"),
                "2024-02-01",
                vec!["2024-01-31"],
                "a record on the last day has its month judged",
            ),
            (
                Some("2023-12-02"),
                "2024-03-10",
                vec!["2023-12-31", "2024-01-31", "2024-02-29"],
                "over the year and a leap February",
            ),
        ] {
            assert_eq!(ends(first, as_of), expected, "{why}");
        }
    }
}
