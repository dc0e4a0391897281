//! What comes out.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::decide::Verdict;
use crate::evidence::Evidence;
use crate::flags::Flags;
use crate::reasons::Reasons;

/// The verdict on everybody. Serialises to the JSON that `docs/method.md` describes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judgement {
    /// The judged day.
    pub as_of: NaiveDate,
    /// The question "offering or fit?".
    pub portfolio: PortfolioVerdict,
    /// One verdict a client, in the order of the portfolio.
    pub clients: Vec<ClientVerdict>,
}

/// Whether the offering disappoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PortfolioOutcome {
    /// It does not, as far as the records say.
    Ok,
    /// It does.
    OfferingProblem,
}

/// The answer to "offering or fit?".
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PortfolioVerdict {
    /// The answer.
    pub verdict: PortfolioOutcome,
    /// The probability (0 to 1) that more than a third of the clients are dissatisfied with what was delivered.
    pub p_offering: f64,
    /// Clients with two ratings or more.
    pub rated_clients: u32,
    /// How many of them are expected to be dissatisfied: a sum of probabilities.
    pub affected: f64,
    /// Themes of complaint that too many share for chance, by name.
    pub shared_themes: Vec<SharedTheme>,
}

/// A theme of complaint that the portfolio shares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedTheme {
    /// Its name.
    pub theme: String,
    /// Clients who complained about it although their deliverables were met.
    pub clients: u32,
    /// Clients who complained about anything although their deliverables were met.
    pub of: u32,
}

/// The verdict on one client.
///
/// All probabilities are for setting against the bars of the method. None may be shown as a percentage of
/// certainty: say counts and [`Evidence`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClientVerdict {
    /// The client's id.
    pub id: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether the one-way flag is up, whatever the verdict: shown as a badge.
    pub one_way_too: bool,
    /// The share of unhappy answers that the other clients make one expect.
    pub prior_unhappy: f64,
    /// The share of met deliverables that the other clients make one expect.
    pub prior_delivery: f64,
    /// That most of what they say is unhappy.
    pub p_unhappy: f64,
    /// That it is so although we had delivered.
    pub p_unhappy_met: f64,
    /// That we usually deliver to them.
    pub p_delivers: f64,
    /// `p_unhappy_met · p_delivers`.
    pub never_happy: f64,
    /// The share of their unhappiness that our own misses explain.
    pub explained: f64,
    /// That they usually do not keep their obligations.
    pub p_obligations: f64,
    /// That they burden us by more than half a point a month.
    pub p_burden: f64,
    /// The larger of the two.
    pub one_way: f64,
    /// That the offering disappoints more than a third of the other clients.
    pub p_offering: f64,
    /// Other clients with two ratings or more. A whole number, written with a decimal point as the format has it.
    #[serde(serialize_with = "as_decimal")]
    pub peers: u32,
    /// The theme of this client's that most others share, whether or not chance explains it.
    pub theme: Option<ThemeCandidate>,
    /// Ratings, by count.
    pub ratings: u32,
    /// Deliverables, by count, without those left out.
    pub deliverables: u32,
    /// Distinct days on which they were unhappy although we had delivered at least half.
    pub unhappy_after_met: u32,
    /// The decayed sums: unhappy, unhappy although delivered, content, met, missed.
    pub eff: [f64; 5],
    /// How many good ratings today would clear the never-happy flag. Absent while that flag is down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub good_ratings_to_clear: Option<GoodRatings>,
    /// All three flags.
    #[serde(skip)]
    pub flags: Flags,
    /// How much the verdict rests on; `None` where it says that this is too little.
    #[serde(skip)]
    pub evidence: Option<Evidence>,
    /// What a person is told, and the records it rests on.
    #[serde(skip)]
    pub reasons: Reasons,
    /// The verdict at the end of the month before, by what was known then; `None` if nothing of this client was.
    #[serde(skip)]
    pub verdict_at_previous_month_end: Option<Verdict>,
}

/// How many good ratings on the judged day would clear the never-happy flag. Serialises as the number, or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(into = "Option<u32>")]
pub enum GoodRatings {
    /// So many, thirty at most.
    Needed(u32),
    /// More than it makes sense to hope for.
    OutOfReach,
}

impl From<GoodRatings> for Option<u32> {
    fn from(good_ratings: GoodRatings) -> Self {
        match good_ratings {
            GoodRatings::Needed(count) => Some(count),
            GoodRatings::OutOfReach => None,
        }
    }
}

/// A theme shared with other clients. Serialises as `[name, others, chance]`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(into = "(String, u32, f64)")]
pub struct ThemeCandidate {
    /// The name of the theme.
    pub theme: String,
    /// Other clients who complained about it although their deliverables were met.
    pub others: u32,
    /// The probability that so many do so by chance.
    pub chance: f64,
}

impl From<ThemeCandidate> for (String, u32, f64) {
    fn from(candidate: ThemeCandidate) -> Self {
        (candidate.theme, candidate.others, candidate.chance)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over by reference")]
fn as_decimal<S: Serializer>(number: &u32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(f64::from(*number))
}
