//! Counting: who was flagged, when, and whether they were what the flag says.

use kindly_verdict::{Settings, Verdict, judge_history};

use super::Outcome;
use super::person::Truth;
use super::rules::Seen;
use super::world::Practice;

/// How one rule did. A rule is asked at every month-end and on the last day, with what was recorded by then.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// Clients that are never happy, and all others.
    clients: (usize, usize),
    /// Of both, those flagged on the last day.
    flagged_at_the_end: (usize, usize),
    /// Of both, those flagged at any month-end.
    ever_flagged: (usize, usize),
    /// The answers of a never-happy client at the month-end of the first flag, one number a client ever flagged.
    answers_until_flagged: Vec<usize>,
    /// The others ever flagged, by what they are, in the order of [`Truth::ALL`].
    falsely_flagged_by_truth: [usize; Truth::ALL.len()],
}

/// How often the method came to each verdict on the last day: rows as [`Truth::ALL`], columns as [`Verdict::ALL`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Confusion {
    /// The counts.
    pub counts: [[usize; Verdict::ALL.len()]; Truth::ALL.len()],
}

impl Confusion {
    /// How many clients are this.
    pub(crate) fn clients_who_are(&self, truth: Truth) -> usize {
        self.counts[position(truth)].iter().sum()
    }

    /// How many clients who are this have the verdict.
    pub(crate) fn judged(&self, truth: Truth, verdict: Verdict) -> usize {
        Verdict::ALL
            .iter()
            .zip(self.counts[position(truth)])
            .filter(|(listed, _)| **listed == verdict)
            .map(|(_, count)| count)
            .sum()
    }
}

/// How many never-happy clients there are, and how many of them the method flags on the last day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// All of them.
    pub clients: usize,
    /// Those flagged.
    pub flagged: usize,
}

impl Found {
    fn add(&mut self, is_flagged: bool) {
        self.clients += 1;
        self.flagged += usize::from(is_flagged);
    }
}

impl Score {
    /// Of those flagged on the last day, the share that is never happy; `None` where nobody is flagged.
    pub(crate) fn precision(&self) -> Option<f64> {
        let (right, wrong) = self.flagged_at_the_end;
        (right + wrong > 0).then(|| right as f64 / (right + wrong) as f64)
    }

    /// Of those who are never happy, the share flagged on the last day, however few answers they gave.
    pub(crate) fn recall(&self) -> f64 {
        self.flagged_at_the_end.0 as f64 / self.clients.0 as f64
    }

    /// Of those who are never happy, the share flagged at some month-end.
    pub(crate) fn ever_found(&self) -> f64 {
        self.ever_flagged.0 as f64 / self.clients.0 as f64
    }

    /// Of those who are not never happy, the share flagged at any month-end.
    pub(crate) fn falsely_flagged(&self) -> f64 {
        self.ever_flagged.1 as f64 / self.clients.1 as f64
    }

    /// How many answers a never-happy client had given when first flagged, the median; `None` where none was.
    pub(crate) fn median_answers(&self) -> Option<usize> {
        let mut answers = self.answers_until_flagged.clone();
        answers.sort_unstable();
        answers.get(answers.len() / 2).copied()
    }

    /// The clients falsely flagged at any month-end who are this.
    pub(crate) fn falsely_flagged_of(&self, truth: Truth) -> usize {
        self.falsely_flagged_by_truth[position(truth)]
    }

    /// All clients.
    pub(crate) fn clients(&self) -> usize {
        self.clients.0 + self.clients.1
    }

    fn add(&mut self, truth: Truth, flags: &[bool], answers_at_first: impl FnOnce(usize) -> usize) {
        let is_right = truth == Truth::NeverHappy;
        let side = |(right, wrong): &mut (usize, usize)| *(if is_right { right } else { wrong }) += 1;
        side(&mut self.clients);
        if flags.last() == Some(&true) {
            side(&mut self.flagged_at_the_end);
        }
        if let Some(first) = flags.iter().position(|is_up| *is_up) {
            side(&mut self.ever_flagged);
            if is_right {
                self.answers_until_flagged.push(answers_at_first(first));
            } else {
                self.falsely_flagged_by_truth[position(truth)] += 1;
            }
        }
    }
}

/// Judges a practice at every month-end by every rule, and adds what came of it.
pub(super) fn add(practice: &Practice, settings: &Settings, outcome: &mut Outcome) {
    let history = judge_history(&practice.portfolio, settings).expect("the model writes correct portfolios");
    for (index, (client, hidden)) in practice.portfolio.clients.iter().zip(&practice.hidden).enumerate() {
        let answers_at =
            |moment: usize| client.ratings.iter().filter(|rating| rating.date <= history[moment].day).count();
        for (rule, score) in &mut outcome.scores {
            let flags: Vec<bool> = history
                .iter()
                .map(|month_end| {
                    Seen::on(client, &hidden.asked, month_end.day)
                        .is_flagged(*rule)
                        .unwrap_or_else(|| month_end.verdicts[index] == Some(Verdict::NeverHappy))
                })
                .collect();
            score.add(hidden.truth, &flags, answers_at);
        }
        let verdict = history.last().and_then(|month_end| month_end.verdicts[index]);
        let row = &mut outcome.confusion.counts[position(hidden.truth)];
        let column = Verdict::ALL.iter().position(|listed| Some(*listed) == verdict);
        // A client of whom nothing is recorded yet: nobody can say anything.
        let unknown = Verdict::ALL.len() - 1;
        row[column.unwrap_or(unknown)] += 1;
        if hidden.truth == Truth::NeverHappy {
            let is_flagged = verdict == Some(Verdict::NeverHappy);
            let above = |value: f64, bars: [f64; 2]| bars.iter().filter(|bar| value >= **bar).count();
            outcome.found_by_quality[above(practice.quality, [0.75, 0.85])].add(is_flagged);
            outcome.found_by_answers[above(client.ratings.len() as f64, [5.0, 10.0])].add(is_flagged);
        }
    }
}

fn position(truth: Truth) -> usize {
    Truth::ALL.iter().position(|listed| *listed == truth).expect("all truths are listed")
}
