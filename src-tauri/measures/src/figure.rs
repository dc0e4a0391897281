//! The figures by name.
use serde::Serialize;

/// What a figure's number is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A share of something that it is a part of, from 0 to 1.
    Share,
    /// One thing over another, from 0, and above 1 where it is the larger.
    Ratio,
    /// Points from −100 to 100.
    Points,
    /// A mean on the scale of the question.
    Scale,
    /// Days.
    Days,
    /// Money for an hour.
    MoneyAnHour,
    /// Hours a month.
    HoursAMonth,
}

/// The figures of the field that are kept. Words for people are made elsewhere from [`Figure::key`]; formula, source
/// and an example worked by hand stand in `docs/figures.md`, a section each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// [`crate::on_time_rate`].
    OnTimeRate,
    /// [`crate::otif`].
    Otif,
    /// [`crate::acceptance_rate`].
    AcceptanceRate,
    /// [`crate::csat`].
    Csat,
    /// [`crate::nps`].
    Nps,
    /// [`crate::ces`].
    Ces,
    /// [`crate::all_response_days`], and its halves.
    FirstResponse,
    /// [`crate::obligations_kept`] and [`crate::invoices_kept`].
    PromisesKept,
    /// [`crate::days_beyond_terms`] and [`crate::days_beyond_terms_by_amount`].
    DaysBeyondTerms,
    /// [`crate::concession_share`].
    ConcessionShare,
    /// [`crate::effective_hourly_rate`].
    EffectiveHourlyRate,
    /// [`crate::realization`].
    Realization,
    /// [`crate::billable_share`].
    BillableShare,
    /// [`crate::share_of_hours`].
    ShareOfHours,
    /// [`crate::share_of_income`].
    ShareOfIncome,
    /// [`crate::budget_use`].
    BudgetUse,
    /// [`crate::attention_hours`].
    AttentionHours,
}

impl Figure {
    /// All of them, in the order in which a person meets them: how we deliver, what they say, how soon we answer, how
    /// they keep their side, what it is worth, where the time goes.
    pub const ALL: [Self; 17] = [
        Self::OnTimeRate,
        Self::Otif,
        Self::AcceptanceRate,
        Self::Csat,
        Self::Nps,
        Self::Ces,
        Self::FirstResponse,
        Self::PromisesKept,
        Self::DaysBeyondTerms,
        Self::ConcessionShare,
        Self::EffectiveHourlyRate,
        Self::Realization,
        Self::BillableShare,
        Self::ShareOfHours,
        Self::ShareOfIncome,
        Self::BudgetUse,
        Self::AttentionHours,
    ];

    /// Its name in files and messages.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OnTimeRate => "on_time_rate",
            Self::Otif => "otif",
            Self::AcceptanceRate => "acceptance_rate",
            Self::Csat => "csat",
            Self::Nps => "nps",
            Self::Ces => "ces",
            Self::FirstResponse => "first_response",
            Self::PromisesKept => "promises_kept",
            Self::DaysBeyondTerms => "days_beyond_terms",
            Self::ConcessionShare => "concession_share",
            Self::EffectiveHourlyRate => "effective_hourly_rate",
            Self::Realization => "realization",
            Self::BillableShare => "billable_share",
            Self::ShareOfHours => "share_of_hours",
            Self::ShareOfIncome => "share_of_income",
            Self::BudgetUse => "budget_use",
            Self::AttentionHours => "attention_hours",
        }
    }

    /// What its number is in.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self {
            Self::Nps => Unit::Points,
            Self::Ces => Unit::Scale,
            Self::FirstResponse | Self::DaysBeyondTerms => Unit::Days,
            Self::EffectiveHourlyRate => Unit::MoneyAnHour,
            Self::AttentionHours => Unit::HoursAMonth,
            Self::ConcessionShare | Self::Realization | Self::BudgetUse => Unit::Ratio,
            Self::OnTimeRate
            | Self::Otif
            | Self::AcceptanceRate
            | Self::Csat
            | Self::PromisesKept
            | Self::BillableShare
            | Self::ShareOfHours
            | Self::ShareOfIncome => Unit::Share,
        }
    }
}
