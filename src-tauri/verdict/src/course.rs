//! One client's way through the months, kept.

use crate::known::Known;
use crate::month::Month;
use crate::priors::Shares;
use crate::standing::{Kept, Standing, Subject};
use crate::walk::Walk;
use crate::{Flags, Settings};

/// What is known of one client, and where they stood at each month-end that is kept.
pub(crate) struct Course {
    pub(crate) known: Known,
    /// After the last month-end.
    walk: Walk,
    /// Month-end by month-end, from that of the first record until the last; or the last alone.
    kept: Vec<Kept>,
    pub(crate) today: Kept,
}

impl Default for Course {
    /// Of a client of whom nothing is known yet.
    fn default() -> Self {
        Self { known: Known::default(), walk: Walk::START, kept: Vec::new(), today: Kept::NOTHING }
    }
}

impl Course {
    /// Goes on to a new month-end. The flags are left as they were.
    pub(crate) fn walk_on(&mut self, month: &Month, keeps_months: bool, settings: &Settings) {
        if !self.known.is_known_on(month.day) {
            return;
        }
        let flags = self.last().map_or(Flags::NONE, |last| last.flags);
        let standing = self.walk.step_to(&self.known, month.day, month.fade, settings);
        if !keeps_months {
            self.kept.clear();
        }
        self.kept.push(Kept::new(standing, flags));
    }

    /// Goes through the kept months again, after what is known has changed. The flags are left as they were.
    pub(crate) fn walk_again(&mut self, months: &mut [Month], settings: &Settings) {
        let first = months.partition_point(|month| !self.known.is_known_on(month.day));
        let mut kept = Vec::with_capacity(months.len() - first);
        self.walk = Walk::START;
        let count = months.len();
        for (index, month) in months.iter_mut().enumerate() {
            let before = self.at(count - index).copied().unwrap_or(Kept::NOTHING);
            let mut after = Kept::NOTHING;
            if index >= first {
                let standing = self.walk.step_to(&self.known, month.day, month.fade, settings);
                after = Kept::new(standing, before.flags);
                kept.push(after);
            }
            month.note(&before.shares, &after.shares);
        }
        self.kept = kept;
    }

    /// Goes on to the judged day. The flags are left as they were.
    pub(crate) fn settle_on(&mut self, today: &mut Month, settings: &Settings) {
        let standing = self.walk.settle_on(&self.known, today.day, settings);
        let after = Kept::new(standing, self.today.flags);
        today.note(&self.today.shares, &after.shares);
        self.today = after;
    }

    /// Lets the flags of a kept month-end follow from those of the one before; `back` is 1 for the last. Says whether
    /// they are others than they were.
    pub(crate) fn step_flags(&mut self, back: usize, month: &Month, settings: &Settings) -> bool {
        let Some(index) = self.kept.len().checked_sub(back) else { return false };
        let before = index.checked_sub(1).map_or(Flags::NONE, |earlier| self.kept[earlier].flags);
        let after = before.step(&self.subject(&self.kept[index], month), settings);
        std::mem::replace(&mut self.kept[index].flags, after) != after
    }

    /// Lets the flags go on to the last month-end, to which [`walk_on`](Self::walk_on) has come.
    pub(crate) fn step_last_flags(&mut self, month: &Month, settings: &Settings) {
        if let Some(last) = self.last() {
            let after = last.flags.step(&self.subject(last, month), settings);
            self.kept.last_mut().expect("there is one").flags = after;
        }
    }

    /// Lets the flags go on from the last month-end to the judged day.
    pub(crate) fn step_todays_flags(&mut self, today: &Month, settings: &Settings) {
        let before = self.last().map_or(Flags::NONE, |last| last.flags);
        self.today.flags = before.step(&self.subject(&self.today, today), settings);
    }

    /// Notes that the client contributes nothing any more.
    pub(crate) fn leave(&self, months: &mut [Month], today: Option<&mut Month>) {
        for (month, kept) in months.iter_mut().rev().zip(self.kept.iter().rev()) {
            month.note(&kept.shares, &Shares::NONE);
        }
        if let Some(today) = today {
            today.note(&self.today.shares, &Shares::NONE);
        }
    }

    /// Where the client stood at a month-end that is kept, 1 for the last; `None` before the first record.
    pub(crate) fn at(&self, back: usize) -> Option<&Kept> {
        self.kept.len().checked_sub(back).map(|index| &self.kept[index])
    }

    pub(crate) fn last(&self) -> Option<&Kept> {
        self.kept.last()
    }

    pub(crate) fn subject<'a>(&'a self, kept: &'a Kept, month: &Month) -> Subject<'a> {
        Subject {
            known: &self.known,
            standing: &kept.standing,
            flags: kept.flags,
            prior: month.prior_without(&kept.shares),
            day: month.day,
        }
    }
}

impl Kept {
    fn new(standing: Standing, flags: Flags) -> Self {
        Self { standing, shares: Shares::of(&standing.tallies), flags }
    }
}
