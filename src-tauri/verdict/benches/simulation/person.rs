//! One invented client: what they are, and the records that come of it.
//!
//! Everything is felt on one line from 1 (dreadful) to 5 (wonderful), and then said on the scale that was asked for.

use chrono::{Days, NaiveDate};
use kindly_verdict::{
    Client, Complaint, Deliverable, Obligation, Outcome, Rating, Scale, Signal, SignalKind,
};

use super::dice::Dice;
use super::world::Surroundings;

/// What a client is. Only [`Truth::NeverHappy`] should ever be flagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    /// Happy with what is delivered, and now and then not.
    Content,
    /// Dissatisfied whatever is delivered.
    NeverHappy,
    /// Would be content, but to them we deliver badly.
    WeMiss,
    /// Would be content, but the offering does not work for them.
    OfferingFault,
    /// Does not keep their side, and is a burden; neither happy nor unhappy.
    OneWay,
    /// Answers by the mood of the day.
    Volatile,
    /// Content, but new: few answers, and the first of them after a difficult beginning.
    LateStarter,
    /// Content, but for some months everything is grey, for reasons that have nothing to do with us.
    LifeEvent,
}

impl Truth {
    /// Everything a client can be.
    pub(crate) const ALL: [Self; 8] = [
        Self::Content,
        Self::NeverHappy,
        Self::WeMiss,
        Self::OfferingFault,
        Self::OneWay,
        Self::Volatile,
        Self::LateStarter,
        Self::LifeEvent,
    ];
}

/// What complaints are about. Eight: about as many headings as fit on a list that people really use.
pub(super) const THEMES: [&str; 8] =
    ["availability", "communication", "deadlines", "documentation", "meetings", "price", "quality", "scope"];

/// What sets the truths apart.
struct Temper {
    /// How they feel when all goes well, and how far clients of this kind differ.
    feels: (f64, f64),
    /// How far one answer differs from the next: in test and retest a person moves by more than half a point of five.
    noise: f64,
    /// How much of a miss they feel.
    feels_misses: f64,
    /// The share of sound work that they reject all the same, so that it stands as rejected in the records.
    rejects_sound_work: f64,
    /// The probability that they keep what they owe.
    keeps: f64,
    /// Burden signals a month.
    signals: f64,
    /// The probability that an unhappy answer comes with a complaint.
    complains: f64,
}

fn temper(truth: Truth) -> Temper {
    // Most people answer 4 and 5, feel a miss in full, keep nine promises in ten and are hardly ever a burden.
    let content = Temper {
        feels: (4.2, 0.35),
        noise: 0.7,
        feels_misses: 1.0,
        rejects_sound_work: 0.0,
        keeps: 0.90,
        signals: 0.04,
        complains: 0.4,
    };
    match truth {
        Truth::Content | Truth::WeMiss | Truth::LateStarter | Truth::LifeEvent => content,
        // They answer 2, sometimes 3; a miss hardly makes it worse; a tenth of sound work comes back. They blame more
        // and keep a little less, but that is not what makes them never happy.
        Truth::NeverHappy => Temper {
            feels: (2.0, 0.4),
            feels_misses: 0.5,
            rejects_sound_work: 0.10,
            keeps: 0.75,
            signals: 0.20,
            complains: 0.5,
            ..content
        },
        // A point and a half lower, and more spread: not everybody needs the faulty part alike.
        Truth::OfferingFault => Temper { feels: (2.7, 0.45), complains: 0.5, ..content },
        Truth::OneWay => Temper { feels: (3.6, 0.4), keeps: 0.40, signals: 0.70, ..content },
        // A mean that is a little lower, and twice the noise: from 1 to 5 without a reason.
        Truth::Volatile => Temper { feels: (3.5, 0.3), noise: 1.4, ..content },
    }
}

/// One client while the records are written.
struct Life<'a> {
    truth: Truth,
    temper: Temper,
    surroundings: &'a Surroundings,
    dice: &'a mut Dice,
    /// How this one feels when all goes well.
    mood: f64,
    /// The probability that this one answers.
    answers: f64,
    /// The two themes this one complains about.
    themes: [&'static str; 2],
    /// First and last day.
    days: (NaiveDate, NaiveDate),
    /// When everything is grey: from, until.
    dip: Option<(NaiveDate, NaiveDate)>,
    /// What they received and when, whatever the records call it.
    received: Vec<(NaiveDate, Outcome)>,
}

/// Writes the client's records, and says on which days they were asked.
pub(super) fn live(
    truth: Truth,
    surroundings: &Surroundings,
    client: &mut Client,
    dice: &mut Dice,
) -> Vec<NaiveDate> {
    let days = days_of(truth, surroundings, dice);
    let temper = temper(truth);
    // A life event takes three to five months, somewhere in the relationship.
    let dip = (truth == Truth::LifeEvent).then(|| {
        let from = dice.later(days.0, 0, u32::try_from((days.1 - days.0).num_days()).unwrap_or(0));
        (from, dice.later(from, 90, 150))
    });
    let mood = dice.bell(temper.feels.0, temper.feels.1);
    // Response rates from three in ten to nine in ten: small practices ask in person, and still not all answer.
    let answers = dice.between(0.3, 0.9);
    let themes = [dice.one_of(&THEMES), dice.one_of(&THEMES)];
    let mut life =
        Life { truth, temper, surroundings, dice, mood, answers, themes, days, dip, received: Vec::new() };
    client.start = Some(days.0);
    let mut asked = life.work(client);
    asked.extend(life.check_ins(client));
    life.owe(client);
    life.burden(client);
    asked
}

/// Half of the clients are there from the first day, the others come at any time until two months before the end; one
/// in five leaves before it. Late starters come in the last four months.
fn days_of(truth: Truth, surroundings: &Surroundings, dice: &mut Dice) -> (NaiveDate, NaiveDate) {
    let (first, last) = surroundings.days;
    let length = u32::try_from((last - first).num_days()).expect("the last day is after the first");
    if truth == Truth::LateStarter {
        return (dice.later(last - Days::new(120), 0, 60), last);
    }
    let from = if dice.happens(0.5) { first } else { dice.later(first, 0, length - 60) };
    let left = u32::try_from((last - from).num_days()).expect("the last day is after the start");
    let until = if dice.happens(0.2) { dice.later(from, 60, left.max(60)) } else { last };
    (from, until.min(last))
}

impl Life<'_> {
    /// A deliverable every three to nine weeks, each followed by a question how it was. Gives the days of the questions.
    fn work(&mut self, client: &mut Client) -> Vec<NaiveDate> {
        let mut asked = Vec::new();
        // To those whom we miss, only a quarter to a half is met.
        let missed_client = (self.truth == Truth::WeMiss).then(|| self.dice.between(0.25, 0.50));
        let mut day = self.dice.later(self.days.0, 14, 45);
        while day <= self.days.1 {
            let happened = {
                let quality = missed_client.unwrap_or_else(|| self.surroundings.quality_on(day));
                self.outcome(quality)
            };
            let id = format!("{}-deliverable-{}", client.id, client.deliverables.len());
            self.received.push((day, happened));
            let outcome = self.recorded(happened);
            client.deliverables.push(Deliverable { id: id.clone(), date: day, outcome });
            let question = self.dice.later(day, 2, 10);
            if question <= self.days.1 {
                asked.push(question);
                let linked = self.dice.happens(self.surroundings.linked);
                self.answer(client, question, happened, linked.then_some(id));
            }
            day = self.dice.later(day, 20, 60);
        }
        asked
    }

    /// What really came of it: of the misses two in five are partial, two late, one rejected; and one deliverable in
    /// twenty is late because of the client.
    fn outcome(&mut self, quality: f64) -> Outcome {
        if self.dice.happens(0.05) {
            Outcome::Excused
        } else if self.dice.happens(quality) {
            Outcome::Met
        } else {
            self.dice.pick(&[(0.4, Outcome::Partial), (0.4, Outcome::Late), (0.2, Outcome::Rejected)])
        }
    }

    /// What the user writes down. One miss in twenty is called met: people are kind to themselves.
    fn recorded(&mut self, happened: Outcome) -> Outcome {
        match happened {
            Outcome::Met if self.dice.happens(self.temper.rejects_sound_work) => Outcome::Rejected,
            Outcome::Partial | Outcome::Late if self.dice.happens(0.05) => Outcome::Met,
            other => other,
        }
    }

    /// Besides, a question about nothing in particular every quarter.
    fn check_ins(&mut self, client: &mut Client) -> Vec<NaiveDate> {
        let mut asked = Vec::new();
        let mut day = self.dice.later(self.days.0, 60, 120);
        while day <= self.days.1 {
            asked.push(day);
            // It is answered with the last deliverable in mind.
            let before = self.received.iter().rfind(|(received, _)| *received <= day);
            if let Some((_, happened)) = before.copied() {
                self.answer(client, day, happened, None);
            }
            day = self.dice.later(day, 80, 100);
        }
        asked
    }

    /// Asks, and perhaps writes down an answer, and perhaps a complaint that comes with it.
    fn answer(
        &mut self,
        client: &mut Client,
        day: NaiveDate,
        happened: Outcome,
        deliverable: Option<String>,
    ) {
        let felt = self.feels(day, happened);
        // Those who feel strongly answer more often than the lukewarm.
        let eagerness = if (felt - 3.0).abs() > 1.0 { 1.0 } else { 0.8 };
        if !self.dice.happens(self.answers * eagerness) {
            return;
        }
        let scale = self.dice.pick(self.surroundings.scales);
        client.ratings.push(Rating { id: None, date: day, scale, value: said(felt, scale), deliverable });
        // The content complain once in twenty answers as well.
        let complains = if felt < 2.5 { self.temper.complains } else { 0.05 };
        if self.dice.happens(complains) {
            let theme = self.theme(happened);
            client.complaints.push(Complaint { id: None, date: day, theme: theme.to_owned() });
        }
    }

    /// How they feel about it on the line from 1 to 5: a miss costs from two thirds of a point to nearly two.
    fn feels(&mut self, day: NaiveDate, happened: Outcome) -> f64 {
        let miss = match happened {
            Outcome::Partial => 0.7,
            Outcome::Late => 1.2,
            Outcome::Rejected => 1.8,
            _ => 0.0,
        };
        let is_grey = self.dip.is_some_and(|(from, until)| day >= from && day <= until);
        let grey = if is_grey { 2.0 } else { 0.0 };
        // The first two months of a late starter are spent finding each other.
        let is_beginning = self.truth == Truth::LateStarter && (day - self.days.0).num_days() <= 60;
        let beginning = if is_beginning { 0.8 } else { 0.0 };
        let mood = self.mood - self.temper.feels_misses * miss - grey - beginning;
        self.dice.bell(mood, self.temper.noise)
    }

    /// Seven in ten complaints about a faulty offering name its fault, half of those after a late delivery name the
    /// deadline; the others name what this client always minds.
    fn theme(&mut self, happened: Outcome) -> &'static str {
        if let (Truth::OfferingFault, Some(fault)) = (self.truth, self.surroundings.fault)
            && self.dice.happens(0.7)
        {
            return fault;
        }
        if happened == Outcome::Late && self.dice.happens(0.5) {
            return "deadlines";
        }
        self.dice.one_of(&self.themes)
    }

    /// Something is owed every six weeks or so: a brief, an approval, a payment.
    fn owe(&mut self, client: &mut Client) {
        let mut day = self.dice.later(self.days.0, 10, 50);
        while day <= self.days.1 {
            let kept = self.dice.happens(self.temper.keeps);
            client.obligations.push(Obligation { id: None, date: day, kept });
            day = self.dice.later(day, 30, 60);
        }
    }

    /// Signals come by the month: most are favours asked for, few are threats.
    fn burden(&mut self, client: &mut Client) {
        let mut month = self.days.0;
        while month + Days::new(29) <= self.days.1 {
            if self.dice.happens(self.temper.signals) {
                let kind = self.dice.pick(&[
                    (0.50, SignalKind::Concession),
                    (0.30, SignalKind::Blame),
                    (0.15, SignalKind::Disrespect),
                    (0.05, SignalKind::Threat),
                ]);
                client.signals.push(Signal { id: None, date: self.dice.later(month, 0, 29), kind });
            }
            month = month + Days::new(30);
        }
    }
}

/// What is felt from 1 to 5, said on this scale: stretched to its length and rounded to a whole answer.
fn said(felt: f64, scale: Scale) -> u8 {
    let (lowest, highest) = scale.range();
    let stretched = f64::from(lowest) + (felt.clamp(1.0, 5.0) - 1.0) / 4.0 * f64::from(highest - lowest);
    let mut answers = lowest..=highest;
    answers.rfind(|answer| f64::from(*answer) <= stretched + 0.5).unwrap_or(lowest)
}
