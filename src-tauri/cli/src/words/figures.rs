//! The standard figures: their names, and values with their units. `docs/figures.md` tells their formulas.
use kindly_practice::figures::{FigureId, FigureInterval, FigureValue};

use super::money;

/// What a figure is called.
pub(crate) fn figure(id: FigureId) -> &'static str {
    match id {
        FigureId::OnTime => "On-time rate",
        FigureId::Otif => "On time and in full (OTIF)",
        FigureId::Acceptance => "Acceptance rate",
        FigureId::CsatSatisfied => "CSAT, satisfied",
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
        FigureId::ShareOfHours => "Share of your hours",
        FigureId::ShareOfIncome => "Share of your income",
        FigureId::Fees => "Fees invoiced",
        FigureId::AttentionPerMonth => "Attention beside the work, a month",
    }
}

/// A value with its unit; a dash where there is nothing to count.
pub(crate) fn value(value: FigureValue) -> String {
    match value {
        FigureValue::None => "–".to_owned(),
        FigureValue::Amount { value } => money(value),
        FigureValue::PerHour { value } => format!("{} an hour", money(value)),
        FigureValue::Share { value: number }
        | FigureValue::Score { value: number }
        | FigureValue::Mean { value: number, .. }
        | FigureValue::Days { value: number }
        | FigureValue::Hours { value: number }
        | FigureValue::Minutes { value: number } => in_unit(number, value),
    }
}

/// What a series of a chart shows.
pub(crate) fn series(key: &str) -> String {
    if let Ok(verdict) = serde_json::from_value(key.into()) {
        return super::verdict(verdict).to_owned();
    }
    match key {
        "partial" => "in part".to_owned(),
        "this_year" => "the last twelve months".to_owned(),
        _ => key.replace('_', " "),
    }
}

/// "1 day", "12 days": whole ones, of a mean.
pub(crate) fn mean_days(mean: f64) -> String {
    let rounded = mean.round();
    format!("{rounded:.0} {}", if (rounded - 1.0).abs() < f64::EPSILON { "day" } else { "days" })
}

/// The stretch that holds the true value.
pub(crate) fn interval(interval: FigureInterval, value: FigureValue) -> String {
    format!("{} to {}", in_unit(interval.low, value), in_unit(interval.high, value))
}

fn in_unit(number: f64, unit: FigureValue) -> String {
    // A score of -0.2 is no minus nothing.
    let rounded = |number: f64| if number.round() == 0.0 { 0.0 } else { number };
    match unit {
        FigureValue::Share { .. } => format!("{:.0} %", rounded(number * 100.0)),
        FigureValue::Score { .. } => format!("{:.0}", rounded(number)),
        FigureValue::Mean { high, .. } => format!("{number:.1} of {high}"),
        FigureValue::Days { .. } => format!("{number:.1} days"),
        FigureValue::Hours { .. } => format!("{number:.1} hours"),
        FigureValue::Minutes { .. } => format!("{:.0} minutes", rounded(number)),
        FigureValue::None | FigureValue::Amount { .. } | FigureValue::PerHour { .. } => {
            format!("{number:.2}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_its_unit() {
        for (shown, expected) in [
            (FigureValue::None, "–"),
            (FigureValue::Share { value: 0.754 }, "75 %"),
            (FigureValue::Score { value: -0.2 }, "0"),
            (FigureValue::Score { value: -33.3 }, "-33"),
            (FigureValue::Mean { value: 4.25, high: 5 }, "4.2 of 5"),
            (FigureValue::Days { value: 2.0 }, "2.0 days"),
        ] {
            assert_eq!(value(shown), expected, "{shown:?}");
        }
        for (mean, expected) in [(0.6, "1 day"), (0.2, "0 days"), (19.5, "20 days")] {
            assert_eq!(mean_days(mean), expected, "{mean}");
        }
        let csat = FigureValue::Mean { value: 4.0, high: 5 };
        assert_eq!(
            interval(FigureInterval { low: 3.5, high: 4.5 }, csat),
            "3.5 of 5 to 4.5 of 5",
            "an interval is in the unit of its figure"
        );
    }
}
