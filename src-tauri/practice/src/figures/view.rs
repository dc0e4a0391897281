//! What is shown of the standard figures.
use chrono::NaiveDate;
use kindly_records::{ClientId, EngagementId, Money};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", content = "id", rename_all = "snake_case")]
pub enum FigureScope {
    /// The whole practice's.
    Practice,
    /// A client's.
    Client(ClientId),
    /// An engagement's.
    Engagement(EngagementId),
}

/// Over which time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FigurePeriod {
    /// The last 90 days, today among them.
    Quarter,
    /// The last 365 days, today among them.
    #[default]
    Year,
    /// Everything that is recorded.
    All,
}

/// A standard figure by name. Its words, its formula and its source stand in the catalogue of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FigureId {
    /// Delivered on or before the day agreed.
    OnTime,
    /// On time and in full.
    Otif,
    /// Accepted as handed over.
    Acceptance,
    /// Satisfied answers (4 and 5) of all.
    CsatSatisfied,
    /// The mean of the CSAT.
    CsatMean,
    /// Net Promoter Score.
    Nps,
    /// The mean of the customer effort score.
    Ces,
    /// Median days until the first answer to complaints and enquiries.
    FirstResponse,
    /// Days beyond terms, weighted by amount.
    DaysBeyondTerms,
    /// What they owed and kept.
    ObligationsKept,
    /// What was given away as a share of fees.
    ConcessionsShare,
    /// Fees by hour worked, billed or not.
    EffectiveHourlyRate,
    /// Billed of what the hours would have cost at their rate.
    Realization,
    /// The share of hours that is charged for.
    BillableShare,
    /// Hours worked.
    HoursWorked,
    /// Hours used of the hours planned.
    BudgetUsed,
    /// The client's share of the user's hours.
    ShareOfHours,
    /// The client's share of the user's income in the client's currency.
    ShareOfIncome,
    /// Fees invoiced.
    Fees,
    /// Minutes beside the work, a month.
    AttentionPerMonth,
}

/// A figure's value, with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum FigureValue {
    /// There is nothing to count.
    None,
    /// A share, from 0 to 1; above it only where more was given away, or used, than there was.
    Share {
        /// The share.
        value: f64,
    },
    /// A score from −100 to 100.
    Score {
        /// The score.
        value: f64,
    },
    /// A mean on a scale.
    Mean {
        /// The mean.
        value: f64,
        /// The scale's highest value.
        high: i64,
    },
    /// Days.
    Days {
        /// How many.
        value: f64,
    },
    /// Hours.
    Hours {
        /// How many.
        value: f64,
    },
    /// Minutes.
    Minutes {
        /// How many.
        value: f64,
    },
    /// Money.
    Amount {
        /// How much.
        value: Money,
    },
    /// Money an hour.
    PerHour {
        /// How much.
        value: Money,
    },
}

/// A stretch that holds the true value with 95 % confidence, in the unit of its figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct FigureInterval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Figure {
    /// Which.
    pub id: FigureId,
    /// Its value.
    pub value: FigureValue,
    /// How many records it rests on.
    pub n: u32,
    /// How many records could not count: in another currency, without a rate, without an answer.
    pub left_out: u32,
    /// Its uncertainty, where the figure has one.
    pub interval: Option<FigureInterval>,
}

/// The figures of a scope.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FiguresView {
    /// Whose.
    pub scope: FigureScope,
    /// Over which time.
    pub period: FigurePeriod,
    /// Its first day; `None` for everything.
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub to: NaiveDate,
    /// The figures, in the order in which they are shown.
    pub figures: Vec<Figure>,
}
