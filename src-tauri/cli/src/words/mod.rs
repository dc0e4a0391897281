//! Short English for what the practice says in keys: the same words as in the window.
use chrono::NaiveDate;
use kindly_practice::{
    Fell,
    records::{Kind, Money},
    standing::Verdict,
};

mod deeds;
mod figures;
mod findings;
mod needs;
mod notification;
mod sentences;
mod why;

pub(crate) use deeds::deed;
pub(crate) use figures::{figure, interval, mean_days, series, value};
pub(crate) use findings::finding;
pub(crate) use needs::{due, due_word, need};
pub(crate) use notification::{due_heading, due_lines};
pub(crate) use sentences::{
    criterion, decision, decision_reason, income, sentence, share, step, trust_change,
};
pub(crate) use why::why;

/// The word of a verdict; it is of the relationship, never of a person.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Healthy => "Thriving",
        Verdict::Watch => "Watch",
        Verdict::NeverHappy => "Never happy",
        Verdict::OurDeliveryFirst => "Ours to put right",
        Verdict::OfferingProblem => "The offering",
        Verdict::OneWay => "Out of balance",
        Verdict::NotEnoughEvidence => "Too early to say",
    }
}

/// "1 client", "11 clients".
pub(crate) fn count(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn days(number: i64) -> String {
    count(number.unsigned_abs(), "day", "days")
}

/// "25 Nov 2026".
pub(crate) fn day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// "4,800.00 EUR".
pub(crate) fn money(amount: Money) -> String {
    let decimals = amount.decimals();
    let unit = 10_u64.pow(decimals);
    let minor = amount.minor.unsigned_abs();
    let sign = if amount.minor < 0 { "-" } else { "" };
    let mut whole = (minor / unit).to_string();
    let mut place = whole.len();
    while place > 3 {
        place -= 3;
        whole.insert(place, ',');
    }
    let fraction = match decimals {
        0 => String::new(),
        _ => format!(".{:0>width$}", minor % unit, width = decimals as usize),
    };
    format!("{sign}{whole}{fraction} {}", amount.currency.code())
}

/// How many records of a kind: "1 check-in", "3 enquiries".
pub(crate) fn of_kind(number: u32, kind: Kind) -> String {
    let one = kind.to_string();
    let many = match kind {
        Kind::Attention => "notes of attention".to_owned(),
        Kind::Praise => "words of praise".to_owned(),
        Kind::CheckInRequest => "requests for a check-in".to_owned(),
        Kind::FitCriterion => "criteria of fit".to_owned(),
        _ if one.ends_with('y') => format!("{}ies", one.trim_end_matches('y')),
        _ => format!("{one}s"),
    };
    count(u64::from(number), &one, &many)
}

/// What fell of our own record.
fn fell(fell: Fell) -> &'static str {
    match fell {
        Fell::OnTime => "fewer of your deliverables were on time",
        Fell::Satisfaction => "clients are less content than the year before",
        Fell::Both => "fewer of your deliverables were on time, and clients are less content",
    }
}

#[cfg(test)]
mod tests {
    use kindly_practice::records::parse_currency;

    use super::*;

    #[test]
    fn amounts_are_written_with_their_currency() {
        for (minor, currency, expected) in [
            (480_000, "EUR", "4,800.00 EUR"),
            (5, "EUR", "0.05 EUR"),
            (-123_456_789, "USD", "-1,234,567.89 USD"),
            (1_200, "JPY", "1,200 JPY"),
        ] {
            let currency = parse_currency(currency).expect("a code of the table");
            assert_eq!(money(Money { minor, currency }), expected, "{minor} minor units");
        }
    }

    #[test]
    fn one_is_one() {
        assert_eq!(count(1, "day", "days"), "1 day", "one stands alone");
        assert_eq!(count(0, "day", "days"), "0 days", "none is many");
    }
}
