//! What was invoiced, what it is by the hour, and what was given away.
use kindly_measures::{
    ConcessionShares, Fees, HourlyRates, Hours, Realizations, concession_share, effective_hourly_rate,
    fees_invoiced, realization, share_of_income,
};
use kindly_records::{Concession, FeeModel, Invoice, Money, TimeEntry};

use crate::records::{client, concession, day, dollars, engagement, euros, fee, half_year, near, time};

const NO_FEES: &[Invoice] = &[];
const NO_TIME: &[TimeEntry] = &[];

fn fees(fees: Money, n: usize) -> Fees {
    Fees { fees, n }
}

#[test]
fn fees_are_added_by_currency_and_day_of_issue() {
    let before = Invoice { issued_on: day("2025-12-31"), ..fee("A", euros(9_900)) };
    let all = [fee("A", euros(100)), fee("B", dollars(300)), before, fee("B", euros(50))];
    let expected = vec![fees(euros(150), 2), fees(dollars(300), 1)];
    assert_eq!(fees_invoiced(&all, half_year()), expected, "two currencies are two sums");
    assert_eq!(fees_invoiced(NO_FEES, half_year()), vec![], "nothing invoiced is no sum of zero");
    let vast = [fee("A", euros(i64::MAX)), fee("A", euros(i64::MAX))];
    assert_eq!(fees_invoiced(&vast, half_year())[0].fees, euros(i64::MAX), "no overflow");
}

/// Currency, fees, hours and hourly rate of each, in minor units.
fn told(rates: &HourlyRates) -> Vec<(&'static str, i64, f64, Option<i64>)> {
    let told = |rate: &kindly_measures::HourlyRate| {
        let fees = rate.fees.fees;
        (fees.currency.code(), fees.minor, rate.hours.hours(), rate.per_hour.map(|money| money.minor))
    };
    rates.by_currency.iter().map(told).collect()
}

#[test]
fn an_hour_brings_in_fees_over_all_hours() {
    let check = |invoices: &[Invoice], entries: &[TimeEntry], expected: &[_], left_out: f64, why: &str| {
        let found = effective_hourly_rate(invoices, entries, half_year());
        assert_eq!(told(&found), expected, "{why}");
        near(found.left_out.hours(), left_out, why);
    };
    let on = "2026-06-01";
    let unpaid = TimeEntry { billable: false, ..time("A", on, 2.0) };
    let in_dollars = TimeEntry { hourly_rate: Some(dollars(1)), ..time("A", on, 1.0) };
    check(
        &[fee("A", euros(60_000))],
        &[time("A", on, 4.0), unpaid.clone()],
        &[("EUR", 60_000, 6.0, Some(10_000))],
        0.0,
        "unpaid hours are hours",
    );
    // 100.00 ÷ 3 hours = 33.333…; 200.00 ÷ 3 = 66.666…
    check(
        &[fee("A", euros(20_000))],
        &[time("A", on, 3.0)],
        &[("EUR", 20_000, 3.0, Some(6_667))],
        0.0,
        "to the nearest cent",
    );
    check(NO_FEES, &[time("A", on, 3.0)], &[], 3.0, "nothing invoiced: in which currency?");
    check(&[fee("A", euros(100))], NO_TIME, &[("EUR", 100, 0.0, None)], 0.0, "no time, no rate");
    check(
        NO_FEES,
        std::slice::from_ref(&in_dollars),
        &[("USD", 0, 1.0, None)],
        0.0,
        "nothing invoiced, no rate of 0",
    );
    check(NO_FEES, NO_TIME, &[], 0.0, "nothing at all");
    check(
        &[fee("A", euros(8_000)), fee("B", dollars(9_000))],
        &[in_dollars.clone(), time("A", on, 1.0), time("B", on, 3.0)],
        &[("EUR", 8_000, 2.0, Some(4_000)), ("USD", 9_000, 3.0, Some(3_000))],
        0.0,
        "an hour belongs to the currency that its client was invoiced in",
    );
    check(
        &[fee("A", euros(8_000)), fee("A", dollars(9_000)), fee("B", Money { minor: 500, ..dollars(0) })],
        &[in_dollars, time("A", on, 1.0), time("B", on, 1.0)],
        &[("EUR", 8_000, 0.0, None), ("USD", 9_500, 2.0, None)],
        1.0,
        "an hour of a client with two currencies may be of either: neither rate is known",
    );
    check(
        &[fee("A", euros(8_000))],
        &[time("A", on, 1.0), time("C", on, 1.0)],
        &[("EUR", 8_000, 2.0, Some(4_000))],
        0.0,
        "where all is in one currency, an hour that nobody paid for lowers it",
    );
}

#[test]
fn realization_sets_what_was_billed_beside_the_standard_rate() {
    let priced = |name: &str, hours: f64, rate: Money| TimeEntry {
        hourly_rate: Some(rate),
        ..time(name, "2026-06-01", hours)
    };
    let workshops = engagement("Workshops", FeeModel::Hourly, Some(euros(12_000)));
    let flat = engagement("Flat", FeeModel::Fixed, Some(euros(500_000)));
    let under = |kept: &kindly_records::Kept<kindly_records::Engagement>| TimeEntry {
        engagement: Some(kept.id),
        ..time("A", "2026-06-01", 1.0)
    };
    let both = [workshops.clone(), flat.clone()];
    let check =
        |invoices: &[Invoice], entries: &[TimeEntry], rates: &[Option<f64>], why: &str| -> Realizations {
            let found = realization(invoices, entries, &both, half_year());
            assert_eq!(found.by_currency.len(), rates.len(), "currencies: {why}");
            for (found, expected) in found.by_currency.iter().zip(rates) {
                assert_eq!(found.rate().is_some(), expected.is_some(), "a rate: {why}");
                if let (Some(found), Some(expected)) = (found.rate(), expected) {
                    near(found, *expected, why);
                }
            }
            found
        };
    // AccountingTools' own example: 140 hours at 300 dollars, billed 40,000: 95.2 %.
    check(
        &[fee("A", dollars(4_000_000))],
        &[priced("A", 140.0, dollars(30_000))],
        &[Some(0.952_381)],
        "the printed example",
    );
    check(&[fee("A", euros(12_000))], &[under(&workshops)], &[Some(1.0)], "the engagement's rate stands in");
    let free = TimeEntry { billable: false, ..time("A", "2026-06-01", 50.0) };
    check(
        &[fee("A", euros(15_000))],
        &[priced("A", 1.0, euros(10_000)), free],
        &[Some(1.5)],
        "hours that are not billable have no part, and more than the standard may be billed",
    );
    check(NO_FEES, &[priced("A", 1.0, euros(10_000))], &[None], "nothing billed yet is no rate of 0");
    check(&[fee("A", euros(10_000))], &[priced("A", 1.0, euros(0))], &[None], "work without a value");
    check(
        &[fee("A", euros(10_000))],
        &[priced("A", 1.0, euros(10_000)), priced("B", 1.0, euros(10_000))],
        &[Some(0.5)],
        "hours that were never invoiced are what the rate is there to show",
    );
    let left = check(
        &[fee("A", euros(10_000))],
        &[under(&flat), priced("A", 2.0, euros(10_000))],
        &[],
        "a fixed price is no hourly rate, and its client is left out whole",
    );
    assert_eq!(left.hours_left_out, Hours { seconds: 3 * 3_600, n: 2 }, "both entries");
    assert_eq!(left.fees_left_out, vec![fees(euros(10_000), 1)], "and what was invoiced");
    let left = check(
        &[fee("A", dollars(10_000))],
        &[priced("A", 2.0, euros(10_000))],
        &[],
        "hours in euros are not billed in dollars",
    );
    assert_eq!(left.fees_left_out, vec![fees(dollars(10_000), 1)], "told beside it");
    let left = check(
        &[fee("A", euros(10_000))],
        &[priced("A", 1.0, euros(10_000)), priced("A", 1.0, dollars(10_000))],
        &[],
        "hours in two currencies may both have been billed in one of them",
    );
    assert_eq!(left.hours_left_out.n, 2, "neither is counted");
    assert_eq!(
        check(NO_FEES, NO_TIME, &[], "nothing at all"),
        Realizations::default(),
        "no records, no figure"
    );
}

#[test]
fn thousands_of_seconds_are_rounded_once() {
    // 3,600 entries of one second at 100.01 an hour are one hour.
    let second = TimeEntry { hourly_rate: Some(euros(10_001)), seconds: 1, ..time("A", "2026-06-01", 0.0) };
    let entries = vec![second; 3_600];
    let found = realization(&[fee("A", euros(1))], &entries, &[], half_year());
    assert_eq!(found.by_currency[0].standard, euros(10_001), "not 3,600 times 3 cents");
}

/// Currency, given, fees and n of each.
fn given(shares: &ConcessionShares) -> Vec<(&'static str, i64, i64, usize)> {
    let told = |share: &kindly_measures::ConcessionShare| {
        (share.given.currency.code(), share.given.minor, share.fees.fees.minor, share.n)
    };
    shares.by_currency.iter().map(told).collect()
}

#[test]
fn a_concession_has_its_amount_or_its_minutes_at_a_price() {
    let workshops = engagement("Workshops", FeeModel::Hourly, Some(euros(12_000)));
    let daily = engagement("Days", FeeModel::Daily, Some(euros(80_000)));
    let under = |minutes: u32, kept: &kindly_records::Kept<kindly_records::Engagement>| Concession {
        engagement: Some(kept.id),
        ..concession("A", None, Some(minutes))
    };
    let both = [workshops.clone(), daily.clone()];
    let worked = [time("A", "2026-06-01", 10.0), time("B", "2026-06-01", 10.0)];
    let check = |concessions: &[Concession],
                 invoices: &[Invoice],
                 expected: &[_],
                 unpriced: (usize, u64),
                 why: &str| {
        let found = concession_share(concessions, invoices, &worked, &both, half_year());
        assert_eq!(given(&found), expected, "{why}");
        assert_eq!((found.unpriced, found.unpriced_minutes), unpriced, "left out: {why}");
        found.by_currency.first().and_then(|share| share.share())
    };
    let fee_a = [fee("A", euros(100_000))];
    let amount = concession("A", Some(euros(5_000)), None);
    let share =
        check(std::slice::from_ref(&amount), &fee_a, &[("EUR", 5_000, 100_000, 1)], (0, 0), "an amount");
    assert_eq!(share, Some(0.05), "50 of 1,000 euros");
    let timed = concession("A", Some(euros(5_000)), Some(600));
    check(
        &[timed],
        &fee_a,
        &[("EUR", 5_000, 100_000, 1)],
        (0, 0),
        "the minutes that an amount took are not more",
    );
    check(&[under(90, &workshops)], &fee_a, &[("EUR", 18_000, 100_000, 1)], (0, 0), "1.5 hours at 120");
    // 1,000.00 over 10 hours.
    check(&[under(90, &daily)], &fee_a, &[("EUR", 15_000, 100_000, 1)], (0, 0), "1.5 hours at 100");
    let share =
        check(std::slice::from_ref(&amount), NO_FEES, &[("EUR", 5_000, 0, 1)], (0, 0), "without fees");
    assert_eq!(share, None, "given, and nothing invoiced: no share");
    let share = check(&[], &fee_a, &[("EUR", 0, 100_000, 0)], (0, 0), "nothing given");
    assert_eq!(share, Some(0.0), "of known fees, nothing was given");
    check(&[concession("C", None, Some(45))], &fee_a, &[("EUR", 0, 100_000, 0)], (1, 45), "no price for C");
    let two = [fee("A", euros(100_000)), fee("A", dollars(100_000))];
    check(
        &[concession("A", None, Some(45)), amount.clone()],
        &two,
        &[("EUR", 5_000, 100_000, 1), ("USD", 0, 100_000, 0)],
        (1, 45),
        "two currencies have no one effective rate, and are two shares",
    );
    let share = check(
        &[concession("A", Some(euros(200_000)), None)],
        &fee_a,
        &[("EUR", 200_000, 100_000, 1)],
        (0, 0),
        "more than fees",
    );
    assert_eq!(share, Some(2.0), "more was given away than invoiced");
    let before = Concession { on: day("2025-12-31"), ..amount };
    check(&[before], &fee_a, &[("EUR", 0, 100_000, 0)], (0, 0), "outside the window");
    assert_eq!(
        concession_share(&[], NO_FEES, NO_TIME, &[], half_year()),
        ConcessionShares::default(),
        "no records, no figure"
    );
}

#[test]
fn free_work_for_a_client_with_two_hourly_rates_has_no_price() {
    let invoices = [fee("A", euros(10_000)), fee("A", dollars(10_000))];
    let in_each = [euros(10_000), dollars(10_000)];
    let entries = in_each.map(|rate| TimeEntry { hourly_rate: Some(rate), ..time("A", "2026-06-01", 1.0) });
    let rates = effective_hourly_rate(&invoices, &entries, half_year());
    assert!(rates.by_currency.iter().all(|rate| rate.per_hour.is_some()), "each rate is known: {rates:?}");
    let found = concession_share(&[concession("A", None, Some(45))], &invoices, &entries, &[], half_year());
    assert_eq!((found.unpriced, found.unpriced_minutes), (1, 45), "and nobody can say which of them applies");
}

#[test]
fn a_share_of_income_stays_within_a_currency() {
    let all = [
        fee("A", euros(300)),
        fee("B", euros(100)),
        fee("A", dollars(70)),
        fee("B", Money { minor: 9, currency: iso_currency::Currency::GBP }),
    ];
    let found = share_of_income(&all, client("A"), half_year());
    let shares: Vec<_> =
        found.by_currency.iter().map(|share| (share.all.fees.currency.code(), share.share())).collect();
    assert_eq!(shares, [("EUR", Some(0.75)), ("USD", Some(1.0))], "a share for each currency");
    assert_eq!(found.left_out.len(), 1, "pounds stand beside it");
    let nobody = share_of_income(&all, client("C"), half_year());
    assert_eq!((nobody.by_currency.len(), nobody.left_out.len()), (0, 3), "never invoiced, no share");
    assert_eq!(share_of_income(NO_FEES, client("A"), half_year()).by_currency, vec![], "nothing invoiced");
}
