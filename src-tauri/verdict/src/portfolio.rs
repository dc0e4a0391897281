//! What goes in: the clients and their dated records.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::VerdictError;
use crate::constants::{BURDEN_BLAME, BURDEN_CONCESSION, BURDEN_DISRESPECT, BURDEN_THREAT, NEUTRAL, PARTIAL};

/// All clients, and the day on which they are looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Portfolio {
    /// The day that is judged. Records dated later are not yet known and are ignored.
    pub as_of: NaiveDate,
    /// The clients. Their order matters to nothing but the order of the verdicts.
    pub clients: Vec<Client>,
}

/// One client and everything recorded about the relationship. The order of the records does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Client {
    /// The client's id, unique in the portfolio.
    pub id: String,
    /// When the relationship began, if known. An earlier record begins it earlier.
    pub start: Option<NaiveDate>,
    /// What was to be delivered.
    pub deliverables: Vec<Deliverable>,
    /// What the client said. The user's own impression does not belong here.
    pub ratings: Vec<Rating>,
    /// What the client owed.
    pub obligations: Vec<Obligation>,
    /// What weighed on the relationship.
    pub signals: Vec<Signal>,
    /// What the client complained about.
    pub complaints: Vec<Complaint>,
}

/// One thing that was to be delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deliverable {
    /// The deliverable's id, unique within the client; a rating may point at it.
    pub id: String,
    /// The day of its outcome.
    pub date: NaiveDate,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a deliverable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Delivered as agreed.
    Met,
    /// Delivered in part.
    Partial,
    /// Delivered late, by our fault.
    Late,
    /// Delivered and rejected.
    Rejected,
    /// Late because of the client: left out.
    Excused,
    /// Not yet delivered: left out.
    Pending,
    /// An outcome this version does not know: left out.
    Unknown,
}

impl Outcome {
    /// How far it was met: 1, 0.5 or 0; `None` when it is left out altogether.
    pub fn share_met(self) -> Option<f64> {
        match self {
            Self::Met => Some(1.0),
            Self::Partial => Some(PARTIAL),
            Self::Late | Self::Rejected => Some(0.0),
            Self::Excused | Self::Pending | Self::Unknown => None,
        }
    }
}

/// One answer of the client to the question how it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// The record's id, if it has one; named where a verdict rests on it.
    pub id: Option<String>,
    /// The day of the answer.
    pub date: NaiveDate,
    /// The scale of the answer.
    pub scale: Scale,
    /// The answer, within the range of the scale.
    pub value: u8,
    /// The id of the deliverable it is about, if it is about one.
    pub deliverable: Option<String>,
}

/// The scale of a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Customer satisfaction, 1 to 5.
    Csat5,
    /// Net promoter score, 0 to 10.
    Nps,
    /// Customer effort score 2.0, 1 to 7, where 7 is very easy.
    Ces7,
}

impl Scale {
    /// The lowest and the highest value.
    pub fn range(self) -> (u8, u8) {
        match self {
            Self::Csat5 => (1, 5),
            Self::Nps => (0, 10),
            Self::Ces7 => (1, 7),
        }
    }

    /// The name in a portfolio file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csat5 => "csat5",
            Self::Nps => "nps",
            Self::Ces7 => "ces7",
        }
    }

    /// How unhappy an answer is: 1 unhappy, 0.5 neutral, 0 content. It serves the verdict only; the usual summaries
    /// of these scales are reported by their own definitions.
    pub fn unhappiness(self, value: u8) -> f64 {
        let (unhappy_up_to, neutral_up_to) = match self {
            Self::Csat5 => (2, 3),
            Self::Nps => (4, 6),
            Self::Ces7 => (3, 4),
        };
        if value <= unhappy_up_to {
            1.0
        } else if value <= neutral_up_to {
            NEUTRAL
        } else {
            0.0
        }
    }
}

/// One thing the client had to do: a brief, an access, an approval, a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// The record's id, if it has one.
    pub id: Option<String>,
    /// The day on which it was kept or broken.
    pub date: NaiveDate,
    /// Whether it was kept.
    pub kept: bool,
}

/// One thing that weighed on the relationship. Pressure on the price is bargaining and does not belong here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// The record's id, if it has one.
    pub id: Option<String>,
    /// The day.
    pub date: NaiveDate,
    /// What it was.
    pub kind: SignalKind,
}

/// What weighed on the relationship.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignalKind {
    /// Something given away.
    Concession,
    /// Blame that was not due.
    Blame,
    /// Disrespect (on screen: conduct).
    Disrespect,
    /// A threat.
    Threat,
}

impl SignalKind {
    /// Its weight in burden points.
    pub fn points(self) -> f64 {
        match self {
            Self::Concession => BURDEN_CONCESSION,
            Self::Blame => BURDEN_BLAME,
            Self::Disrespect => BURDEN_DISRESPECT,
            Self::Threat => BURDEN_THREAT,
        }
    }
}

/// One complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The record's id, if it has one.
    pub id: Option<String>,
    /// The day.
    pub date: NaiveDate,
    /// What it is about, compared letter by letter.
    pub theme: String,
}

impl Portfolio {
    /// Refuses what no reading of text can find: ids that stand twice, values off their scale.
    pub(crate) fn check(&self) -> Result<(), VerdictError> {
        let mut clients = HashSet::with_capacity(self.clients.len());
        for client in &self.clients {
            if !clients.insert(client.id.as_str()) {
                return Err(VerdictError::ClientTwice { id: client.id.clone() });
            }
            client.check()?;
        }
        Ok(())
    }
}

impl Client {
    /// The days of all records.
    pub(crate) fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let deliverables = self.deliverables.iter().map(|deliverable| deliverable.date);
        let ratings = self.ratings.iter().map(|rating| rating.date);
        let obligations = self.obligations.iter().map(|obligation| obligation.date);
        let signals = self.signals.iter().map(|signal| signal.date);
        let complaints = self.complaints.iter().map(|complaint| complaint.date);
        deliverables.chain(ratings).chain(obligations).chain(signals).chain(complaints)
    }

    /// As [`Portfolio::check`], of one client.
    pub(crate) fn check(&self) -> Result<(), VerdictError> {
        let mut ids: Vec<&str> =
            self.deliverables.iter().map(|deliverable| deliverable.id.as_str()).collect();
        ids.sort_unstable();
        if let Some(twice) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(VerdictError::DeliverableTwice { client: self.id.clone(), id: twice[0].to_owned() });
        }
        for (index, rating) in self.ratings.iter().enumerate() {
            let (lowest, highest) = rating.scale.range();
            if !(lowest..=highest).contains(&rating.value) {
                return Err(VerdictError::OffScale {
                    place: format!("client {:?}, rating {}", self.id, index + 1),
                    found: rating.value.to_string(),
                    scale: rating.scale.name(),
                    lowest,
                    highest,
                });
            }
        }
        Ok(())
    }
}
