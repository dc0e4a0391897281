//! One client's way through the months: sums fade, records join.

use crate::Settings;
use crate::constants::HALF_MET;
use crate::known::{Known, Rated};
use crate::standing::Standing;
use crate::tallies::Tallies;

/// How far one client's records have been gone through.
#[derive(Debug, Clone)]
pub(crate) struct Walk {
    standing: Standing,
    /// Days with an unhappy rating although we had at least half delivered, and how many such ratings; in order.
    unhappy_after_met: Vec<(i32, u32)>,
    /// Ratings of which it has turned out later what stands behind them.
    revised: usize,
    obligations: usize,
}

impl Walk {
    /// Before the first record.
    pub(crate) const START: Self =
        Self { standing: Standing::NOTHING, unhappy_after_met: Vec::new(), revised: 0, obligations: 0 };

    /// Goes on to the end of a month; `fade` is the weight that everything has lost since the month-end before.
    pub(crate) fn step_to(&mut self, known: &Known, day: i32, fade: f64, settings: &Settings) -> Standing {
        self.standing.tallies.fade(fade);
        self.join(known, day, settings);
        self.standing
    }

    /// Where the client stands on the judged day, with every sum taken afresh from the records.
    pub(crate) fn settle_on(&self, known: &Known, day: i32, settings: &Settings) -> Standing {
        let mut last = self.clone();
        last.join(known, day, settings);
        Standing { tallies: Tallies::on(known, day, settings), ..last.standing }
    }

    fn join(&mut self, known: &Known, day: i32, settings: &Settings) {
        let standing = &mut self.standing;
        while let Some(delivered) =
            known.deliveries.all().get(standing.deliverables as usize).filter(|it| it.day <= day)
        {
            standing.tallies.add_delivery(delivered.share, settings.weight(day - delivered.day));
            standing.met_deliverables += u32::from(delivered.is_met());
            standing.deliverables += 1;
        }
        while let Some(rated) = known.ratings.get(self.standing.ratings as usize).filter(|it| it.day <= day) {
            self.join_rating(known, rated, settings.weight(day - rated.day));
        }
        while let Some(position) = known.revised.get(self.revised) {
            let rated = &known.ratings[*position];
            let Some(revision) = rated.revision.filter(|revision| revision.day <= day) else { break };
            self.standing.tallies.revise_rating(rated, revision, settings.weight(day - rated.day));
            if rated.is_unhappy() {
                self.revise_unhappy_day(rated, revision.behind);
            }
            self.revised += 1;
        }
        let standing = &mut self.standing;
        while let Some(owed) = known.obligations.get(self.obligations).filter(|it| it.day <= day) {
            standing.tallies.add_obligation(owed.kept, settings.weight(day - owed.day));
            standing.broken_obligations += u32::from(!owed.kept);
            self.obligations += 1;
        }
        while let Some(burden) = known.signals.get(standing.signals as usize).filter(|it| it.day <= day) {
            standing.tallies.burden += settings.weight(day - burden.day) * burden.kind.points();
            standing.signals += 1;
        }
        let days = &self.unhappy_after_met;
        standing.unhappy_days = count(days.len());
        standing.unhappy_span = days.last().map_or(0, |last| last.0 - days[0].0);
    }

    fn join_rating(&mut self, known: &Known, rated: &Rated, weight: f64) {
        let standing = &mut self.standing;
        standing.tallies.add_rating(rated.unhappiness, rated.behind_at_first, weight);
        let before = standing.ratings.checked_sub(1).map(|before| known.ratings[before as usize].day);
        standing.rating_days += u32::from(before != Some(rated.day));
        standing.ratings += 1;
        if rated.is_unhappy() && is_half_met(rated.behind_at_first) {
            self.count_unhappy_day(rated.day);
        }
    }

    fn revise_unhappy_day(&mut self, rated: &Rated, behind: f64) {
        match (is_half_met(rated.behind_at_first), is_half_met(Some(behind))) {
            (false, true) => self.count_unhappy_day(rated.day),
            (true, false) => {
                let place = self.unhappy_after_met.binary_search_by_key(&rated.day, |(day, _)| *day);
                let place = place.expect("the day was counted when the rating joined");
                self.unhappy_after_met[place].1 -= 1;
                if self.unhappy_after_met[place].1 == 0 {
                    self.unhappy_after_met.remove(place);
                }
            }
            _ => {}
        }
    }

    fn count_unhappy_day(&mut self, day: i32) {
        match self.unhappy_after_met.binary_search_by_key(&day, |(day, _)| *day) {
            Ok(place) => self.unhappy_after_met[place].1 += 1,
            Err(place) => self.unhappy_after_met.insert(place, (day, 1)),
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
