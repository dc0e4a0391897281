//! The words of the review's file. A file has no catalogue to look a key up in: so its words stand here, in English, all
//! of them, and nowhere else in this folder. It may be shown to others, so that nobody is called anything in it.
use chrono::NaiveDate;
use kindly_records::DecisionKind;

use super::quarter::Quarter;
use crate::{
    Fell,
    figures::{FigureId, FigureValue},
    standing::Verdict,
    trust::TrustChange,
};

/// "Q3 2026".
pub(super) fn quarter(quarter: Quarter) -> String {
    format!("Q{} {}", quarter.number(), quarter.year())
}

/// "30 September 2026".
pub(super) fn day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// "30 Sep 2026", for a cell.
pub(super) fn short_day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// "Sep ’26", for the head of a column.
pub(super) fn month(day: NaiveDate) -> String {
    day.format("%b ’%y").to_string()
}

/// The word of a verdict; it is of the relationship, never of a person.
pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Healthy => "Thriving",
        Verdict::Watch => "Watch",
        Verdict::NeverHappy => "Unhappy despite delivery",
        Verdict::OurDeliveryFirst => "Ours to put right",
        Verdict::OfferingProblem => "The offering",
        Verdict::OneWay => "Out of balance",
        Verdict::NotEnoughEvidence => "Too early to say",
    }
}

/// Verdicts in the order of a sentence: what goes well, what may be ours, what may be theirs, what is not known yet.
pub(super) const IN_A_SENTENCE: [Verdict; 7] = [
    Verdict::Healthy,
    Verdict::OurDeliveryFirst,
    Verdict::OfferingProblem,
    Verdict::NeverHappy,
    Verdict::OneWay,
    Verdict::Watch,
    Verdict::NotEnoughEvidence,
];

/// How one stands, within a sentence.
pub(super) fn stands(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Healthy => "thriving",
        Verdict::Watch => "to watch",
        Verdict::NeverHappy => "unhappy despite delivery",
        Verdict::OurDeliveryFirst => "ours to put right",
        Verdict::OfferingProblem => "down to the offering",
        Verdict::OneWay => "out of balance",
        Verdict::NotEnoughEvidence => "too early to say",
    }
}

/// What fell of our own record.
pub(super) fn fell(fell: Fell) -> &'static str {
    match fell {
        Fell::OnTime => "fewer of our deliverables were on time",
        Fell::Satisfaction => "clients are less content than the year before",
        Fell::Both => "fewer of our deliverables were on time, and clients are less content",
    }
}

/// What a figure is called.
pub(super) fn figure(id: FigureId) -> &'static str {
    match id {
        FigureId::OnTime => "On-time rate",
        FigureId::Otif => "On time and in full (OTIF)",
        FigureId::Acceptance => "Acceptance rate",
        FigureId::CsatSatisfied => "CSAT, satisfied (4 or 5)",
        FigureId::CsatMean => "CSAT, mean",
        FigureId::Nps => "Net Promoter Score (NPS)",
        FigureId::Ces => "Customer effort score (CES)",
        FigureId::FirstResponse => "First response, median",
        FigureId::DaysBeyondTerms => "Days beyond terms",
        FigureId::ObligationsKept => "Promises kept",
        FigureId::ConcessionsShare => "Concessions as a share of fees",
        FigureId::EffectiveHourlyRate => "Effective hourly rate",
        FigureId::Realization => "Realization rate",
        FigureId::BillableShare => "Billable share of hours",
        FigureId::HoursWorked => "Hours worked",
        FigureId::BudgetUsed => "Hours budget used",
        FigureId::ShareOfHours => "Share of our hours",
        FigureId::ShareOfIncome => "Share of our income",
        FigureId::Fees => "Fees invoiced",
        FigureId::AttentionPerMonth => "Attention beside the work, a month",
    }
}

/// Which way it went.
pub(super) fn trust_change(change: TrustChange) -> &'static str {
    match change {
        TrustChange::Better => "better",
        TrustChange::Worse => "worse",
        TrustChange::Same => "as before",
        TrustChange::TooFew => "too few to tell",
    }
}

/// A value with its unit on one line; a dash where there is nothing to count.
pub(super) fn value(value: FigureValue) -> String {
    // A score of -0.2 is no minus nothing.
    let whole = |number: f64| {
        let rounded = number.round();
        if rounded < 0.0 { format!("−{:.0}", -rounded) } else { format!("{:.0}", rounded.abs()) }
    };
    match value {
        FigureValue::None => "–".to_owned(),
        FigureValue::Share { value } => format!("{}\u{a0}%", whole(value * 100.0)),
        FigureValue::Score { value } => whole(value),
        FigureValue::Mean { value, high } => format!("{value:.1}\u{a0}of\u{a0}{high}"),
        FigureValue::Days { value } => format!("{value:.1}\u{a0}days"),
        FigureValue::Hours { value } => format!("{value:.1} hours"),
        FigureValue::Minutes { value } => format!("{} minutes", whole(value)),
        FigureValue::Amount { value } => money(value),
        FigureValue::PerHour { value } => format!("{} an hour", money(value)),
    }
}

fn money(amount: kindly_records::Money) -> String {
    kindly_letters::money(
        kindly_letters::Language::EnglishUk,
        kindly_letters::Money { minor: amount.minor, currency: amount.currency },
    )
}

/// "4.2"; a dash without an answer.
pub(super) fn satisfaction(mean: Option<f64>) -> String {
    mean.map_or_else(|| "–".to_owned(), |mean| format!("{mean:.1}"))
}

/// What was decided about a term.
pub(super) fn decided(decision: Option<DecisionKind>) -> &'static str {
    match decision {
        None => "open",
        Some(DecisionKind::Renew) => "renew",
        Some(DecisionKind::RaiseThePrice) => "raise the price",
        Some(DecisionKind::ChangeTheScope) => "change the scope",
        Some(DecisionKind::Part) => "part",
    }
}

/// "1 client", "11 clients".
pub(super) fn count(number: u32, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_its_unit() {
        for (shown, expected) in [
            (FigureValue::None, "–"),
            (FigureValue::Share { value: 0.754 }, "75\u{a0}%"),
            (FigureValue::Score { value: -0.2 }, "0"),
            (FigureValue::Score { value: -33.3 }, "−33"),
            (FigureValue::Mean { value: 4.25, high: 5 }, "4.2\u{a0}of\u{a0}5"),
            (FigureValue::Days { value: 2.0 }, "2.0\u{a0}days"),
        ] {
            assert_eq!(value(shown), expected, "{shown:?}");
        }
    }
}
