//! What practitioners go by without the method: four rules of thumb, and one that has learnt a little.
//!
//! Each is given what its users would give it: the last year and not all time, every scale brought to one line, and two
//! answers before a mean is taken.

use chrono::{Days, NaiveDate};
use kindly_verdict::{Client, Rating, Scale};

/// A way to tell who is never happy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// The method of this crate.
    Method,
    /// The mean of the last year's answers is below 3 of 5.
    MeanBelowThree,
    /// The latest answer is that of a detractor.
    LatestIsDetractor,
    /// The weighted health score is below 60 of 100.
    HealthBelowSixty,
    /// Red in a table of red, yellow and green.
    Red,
    /// The mean, but only after three answers and only where seven in ten of the last year's deliverables were met. Nobody
    /// uses it as far as known; it shows how much of the method's gain is its first idea alone.
    MeanAlthoughMet,
}

impl Rule {
    /// The method first, then the naive rules, then the one that is only shown.
    pub(crate) const ALL: [Self; 6] = [
        Self::Method,
        Self::MeanBelowThree,
        Self::LatestIsDetractor,
        Self::HealthBelowSixty,
        Self::Red,
        Self::MeanAlthoughMet,
    ];

    /// What it is called in the table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Method => "this method",
            Self::MeanBelowThree => "mean CSAT below 3",
            Self::LatestIsDetractor => "latest rating a detractor",
            Self::HealthBelowSixty => "weighted health score below 60",
            Self::Red => "red, yellow, green",
            Self::MeanAlthoughMet => "mean below 3 although 70 % met",
        }
    }

    /// Whether it is one of the four that the method has to beat.
    pub(crate) fn is_naive(self) -> bool {
        !matches!(self, Self::Method | Self::MeanAlthoughMet)
    }
}

/// A client as somebody with a table of records sees them on a day.
pub(super) struct Seen<'a> {
    client: &'a Client,
    asked: &'a [NaiveDate],
    day: NaiveDate,
}

/// How something looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Light {
    Green,
    Yellow,
    Red,
}

impl<'a> Seen<'a> {
    /// This client on this day, with the days on which they were asked.
    pub(super) fn on(client: &'a Client, asked: &'a [NaiveDate], day: NaiveDate) -> Self {
        Self { client, asked, day }
    }

    /// Whether a rule of thumb flags them; `None` for the method, which judges for itself.
    pub(super) fn is_flagged(&self, rule: Rule) -> Option<bool> {
        match rule {
            Rule::Method => None,
            Rule::MeanBelowThree => Some(self.mean().is_some_and(|mean| mean < 3.0)),
            Rule::LatestIsDetractor => Some(self.latest().is_some_and(is_detractor)),
            Rule::HealthBelowSixty => Some(self.health().is_some_and(|health| health < 60.0)),
            Rule::Red => Some(self.is_red()),
            Rule::MeanAlthoughMet => Some(
                self.mean().is_some_and(|mean| mean < 3.0)
                    && self.answers(365).count() >= 3
                    && self.met(365).is_some_and(|met| met >= 0.70),
            ),
        }
    }

    /// Whether something of this day lies in the last so many days.
    fn is_within(&self, date: NaiveDate, days: u64) -> bool {
        date <= self.day && date > self.day - Days::new(days)
    }

    fn answers(&self, days: u64) -> impl Iterator<Item = &'a Rating> {
        let ratings = &self.client.ratings;
        ratings.iter().filter(move |rating| self.is_within(rating.date, days))
    }

    fn latest(&self) -> Option<&'a Rating> {
        self.client.ratings.iter().filter(|rating| rating.date <= self.day).max_by_key(|rating| rating.date)
    }

    /// The mean of the last year's answers on a line from 1 to 5; one answer is no mean.
    fn mean(&self) -> Option<f64> {
        share(self.answers(365).map(|rating| 1.0 + 4.0 * height(rating)), 2)
    }

    /// The share of the deliverables met; those left out by the user are left out.
    fn met(&self, days: u64) -> Option<f64> {
        let deliverables = self.client.deliverables.iter();
        let seen = deliverables.filter(|deliverable| self.is_within(deliverable.date, days));
        share(seen.filter_map(|deliverable| deliverable.outcome.share_met()), 1)
    }

    /// Out of 100, as in the usual table of a customer success team: what they say 40, what they received 25, whether they
    /// pay and keep their word 20, whether they answer at all 15. What is not known leaves its weight to the rest; there is no
    /// score before there is a mean.
    fn health(&self) -> Option<f64> {
        let satisfaction = (self.mean()? - 1.0) / 4.0;
        let obligations = self.client.obligations.iter();
        let seen = obligations.filter(|obligation| self.is_within(obligation.date, 365));
        let kept = share(seen.map(|obligation| f64::from(u8::from(obligation.kept))), 1);
        let asked = self.asked.iter().filter(|date| self.is_within(**date, 365)).count();
        let engagement = (asked > 0).then(|| self.answers(365).count() as f64 / asked as f64);
        let parts = [(40.0, Some(satisfaction)), (25.0, self.met(365)), (20.0, kept), (15.0, engagement)];
        let known = parts.iter().filter_map(|(weight, part)| part.map(|part| (weight, part)));
        let (points, weights) =
            known.fold((0.0, 0.0), |(points, sum), (weight, part)| (points + weight * part, sum + weight));
        Some(100.0 * points / weights)
    }

    /// Four lights over the last quarter: what they said last, what they received, complaints and burdens, promises kept.
    /// The account is red when two are red, or one is red and two are yellow.
    fn is_red(&self) -> bool {
        let lights = [self.said_last(), self.received(), self.trouble(), self.broken()];
        let count = |light: Light| lights.iter().filter(|shown| **shown == light).count();
        count(Light::Red) >= 2 || (count(Light::Red) == 1 && count(Light::Yellow) >= 2)
    }

    /// Red in the lower two fifths of the scale (1 and 2 of 5), yellow around its middle.
    fn said_last(&self) -> Light {
        match self.latest().map(height) {
            Some(height) if height < 0.40 => Light::Red,
            Some(height) if height < 0.65 => Light::Yellow,
            _ => Light::Green,
        }
    }

    fn received(&self) -> Light {
        match self.met(90) {
            Some(met) if met < 0.60 => Light::Red,
            Some(met) if met < 0.80 => Light::Yellow,
            _ => Light::Green,
        }
    }

    fn trouble(&self) -> Light {
        let complaints = self.client.complaints.iter().map(|complaint| complaint.date);
        let signals = self.client.signals.iter().map(|signal| signal.date);
        self.light_of(complaints.chain(signals))
    }

    fn broken(&self) -> Light {
        let obligations = self.client.obligations.iter();
        self.light_of(obligations.filter(|obligation| !obligation.kept).map(|obligation| obligation.date))
    }

    /// One in the quarter is yellow, two are red.
    fn light_of(&self, dates: impl Iterator<Item = NaiveDate>) -> Light {
        match dates.filter(|date| self.is_within(*date, 90)).count() {
            0 => Light::Green,
            1 => Light::Yellow,
            _ => Light::Red,
        }
    }
}

/// Where an answer stands on its scale, from 0 to 1.
fn height(rating: &Rating) -> f64 {
    let (lowest, highest) = rating.scale.range();
    f64::from(rating.value - lowest) / f64::from(highest - lowest)
}

/// On the promoter scale by its definition; on the others, the answers that are plainly unhappy.
fn is_detractor(rating: &Rating) -> bool {
    rating.value
        <= match rating.scale {
            Scale::Nps => 6,
            Scale::Csat5 => 2,
            Scale::Ces7 => 3,
        }
}

/// The mean, if there are enough to take it of.
fn share(values: impl Iterator<Item = f64>, needed: usize) -> Option<f64> {
    let (count, sum) = values.fold((0, 0.0), |(count, sum), value| (count + 1, sum + value));
    (count >= needed).then(|| sum / count as f64)
}
