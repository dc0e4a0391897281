//! Walking through the months with everybody: records join, expectations are learned, flags step on.
//!
//! A month costs one pass over the clients plus the records that join. Where months are kept, a later change goes
//! through them again only as far as it reaches: the changed client's own records from their first one on, which is
//! little; the sums over the clients of the months in which that client's contribution changed; and the flags of the
//! others where such a sum changed.

use chrono::{Datelike, Months, NaiveDate};

use crate::Settings;
use crate::course::Course;
use crate::known::{Known, day_number};
use crate::month::Month;
use crate::order::Order;
use crate::portfolio::Client;
use crate::standing::{Kept, Subject};

/// All clients until the judged day.
pub(crate) struct Replay {
    settings: Settings,
    /// Whether each month-end is kept, to be gone through again, or only the last.
    keeps_months: bool,
    /// In the order of the portfolio.
    courses: Vec<Course>,
    /// Positions by client id: the order in which sums over clients are taken.
    by_id: Vec<usize>,
    months: Vec<Month>,
    today: Option<Month>,
}

/// What another going through the months has found.
pub(crate) struct GoneThrough {
    /// Clients, by position, of whom other records are known than the time before, or may be.
    pub(crate) touched: Vec<usize>,
    /// Whether other complaints are known of them.
    pub(crate) other_complaints: bool,
}

/// Which of the judged days is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// The last month-end before the judged day.
    MonthEnd,
    /// The judged day.
    Today,
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

impl Replay {
    /// Without anybody.
    pub(crate) fn new(settings: Settings, keeps_months: bool) -> Self {
        let (courses, by_id, months) = (Vec::new(), Vec::new(), Vec::new());
        Self { settings, keeps_months, courses, by_id, months, today: None }
    }

    /// Takes over the clients of another portfolio.
    pub(crate) fn rearrange(&mut self, clients: &[Client], order: &Order) {
        let (courses, gone) = order.arrange(std::mem::take(&mut self.courses), Course::default);
        self.courses = courses;
        for gone in gone {
            gone.leave(&mut self.months, self.today.as_mut());
        }
        self.by_id = (0..clients.len()).collect();
        self.by_id.sort_unstable_by_key(|position| clients[*position].id.as_str());
    }

    /// Goes through the months until the judged day. `touched` are the clients, by position, whose records may differ
    /// from those of the time before; `after_each` is called after each month-end that is new.
    pub(crate) fn bring_to(
        &mut self,
        clients: &[Client],
        as_of: NaiveDate,
        touched: &[usize],
        mut after_each: impl FnMut(&Self),
    ) -> GoneThrough {
        let day = day_number(as_of);
        let mut touched = touched.to_vec();
        if self.months.last().is_some_and(|last| last.day >= day) {
            self.forget();
            touched = (0..self.courses.len()).collect();
        } else if let Some(before) =
            self.today.as_ref().map(|today| today.day).filter(|before| *before != day)
        {
            let between = before.min(day)..before.max(day);
            let is_between = |date: NaiveDate| between.contains(&(day_number(date) - 1));
            touched.extend((0..clients.len()).filter(|position| clients[*position].dates().any(is_between)));
            touched.sort_unstable();
            touched.dedup();
        }
        let mut other_complaints = false;
        for position in &touched {
            let known = Known::on(&clients[*position], as_of);
            let course = &mut self.courses[*position];
            other_complaints |= known.complaints != course.known.complaints;
            course.known = known;
        }
        self.begin_earlier();
        for position in &touched {
            self.courses[*position].walk_again(&mut self.months, &self.settings);
        }
        let moved = self.step_again(&touched);
        while self.step(as_of) {
            after_each(self);
        }
        self.today.take_if(|today| today.day != day);
        self.settle_on(day, &touched, &moved);
        GoneThrough { touched, other_complaints }
    }

    /// Nothing is kept that could be wrong.
    fn forget(&mut self) {
        self.courses.fill_with(Course::default);
        self.months.clear();
        self.today = None;
    }

    fn first_record(&self) -> Option<i32> {
        self.courses.iter().filter_map(|course| course.known.first_record).min()
    }

    /// Puts months before those that are kept, where a record is now earlier than all were.
    fn begin_earlier(&mut self) {
        let Some(first) = self.months.first() else { return };
        let earlier: Vec<Month> = month_ends(self.first_record(), first.date())
            .map(|end| Month::of_nobody(end, &self.settings))
            .collect();
        self.months.splice(..0, earlier);
    }

    /// Goes through the kept months again: sums are taken where somebody's contribution changed, and flags step on
    /// where such a sum, the client's own records or the flags before are not what they were. Gives the positions of
    /// those whose flags at the last month-end may be others than before.
    fn step_again(&mut self, touched: &[usize]) -> Vec<usize> {
        let mut moved = touched.to_vec();
        let count = self.months.len();
        for (index, month) in self.months.iter_mut().enumerate() {
            let back = count - index;
            let kept = self.by_id.iter().filter_map(|position| self.courses[*position].at(back));
            let all = month.sum_again(kept.map(|kept| kept.shares));
            let everybody = 0..if all { self.courses.len() } else { 0 };
            let mut flags_moved = Vec::new();
            for position in everybody.chain(moved.into_iter().filter(|_| !all)) {
                if self.courses[position].step_flags(back, month, &self.settings) {
                    flags_moved.push(position);
                }
            }
            moved = with(flags_moved, touched);
        }
        moved
    }

    /// Judges the next month-end that is before `as_of`, if there is one.
    fn step(&mut self, as_of: NaiveDate) -> bool {
        let next = self.months.last().map_or_else(|| self.first_record(), |last| Some(last.day + 1));
        let Some(end) = month_ends(next, as_of).next() else { return false };
        let mut month = Month::new(end, &self.settings);
        for course in &mut self.courses {
            course.walk_on(&month, self.keeps_months, &self.settings);
        }
        let last = self.by_id.iter().filter_map(|position| self.courses[*position].last());
        month.sum_again(last.map(|kept| kept.shares));
        for course in &mut self.courses {
            course.step_last_flags(&month, &self.settings);
        }
        self.months.push(month);
        true
    }

    /// Judges the last day, with every sum taken afresh from the records.
    fn settle_on(&mut self, day: i32, touched: &[usize], moved: &[usize]) {
        let is_new = self.today.is_none();
        let mut today = self.today.take().unwrap_or_else(|| Month::today(day));
        let everybody = 0..if is_new { self.courses.len() } else { 0 };
        for position in everybody.chain(touched.iter().copied().filter(|_| !is_new)) {
            self.courses[position].settle_on(&mut today, &self.settings);
        }
        let all = today.sum_again(self.by_id.iter().map(|position| self.courses[*position].today.shares));
        let everybody = 0..if all { self.courses.len() } else { 0 };
        for position in everybody.chain(moved.iter().copied().filter(|_| !all)) {
            self.courses[position].step_todays_flags(&today, &self.settings);
        }
        self.today = Some(today);
    }

    /// What is known of everybody on the judged day, in the order of the portfolio.
    pub(crate) fn known(&self) -> impl ExactSizeIterator<Item = &Known> {
        self.courses.iter().map(|course| &course.known)
    }

    /// The day of this moment; `None` if there was no month-end before the judged day.
    pub(crate) fn day(&self, moment: Moment) -> Option<i32> {
        self.judged(moment).map(|month| month.day)
    }

    /// Everybody on the day of this moment, in the order of the portfolio.
    pub(crate) fn subjects(&self, moment: Moment) -> impl ExactSizeIterator<Item = Subject<'_>> {
        let month = self.judged(moment).expect("only days that were judged are asked for");
        self.courses.iter().map(move |course| {
            let kept = match moment {
                Moment::MonthEnd => course.last().unwrap_or(&Kept::NOTHING),
                Moment::Today => &course.today,
            };
            course.subject(kept, month)
        })
    }

    fn judged(&self, moment: Moment) -> Option<&Month> {
        match moment {
            Moment::MonthEnd => self.months.last(),
            Moment::Today => self.today.as_ref(),
        }
    }

    /// The sum of a figure over the clients, taken in the order of their ids.
    pub(crate) fn sum_by_id(&self, figure: impl Fn(usize) -> f64) -> f64 {
        self.by_id.iter().map(|position| figure(*position)).sum()
    }
}

/// Both together, each once.
fn with(mut positions: Vec<usize>, more: &[usize]) -> Vec<usize> {
    positions.extend(more);
    positions.sort_unstable();
    positions.dedup();
    positions
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
