//! How soon they pay.
use kindly_measures::{
    Bill, Mean, Window, bills, days_beyond_terms, days_beyond_terms_by_amount, invoices_kept,
};
use kindly_records::{Invoice, Payment};

use crate::records::{day, dollars, euros, invoice, kept_invoice, near, payment, today};

const NONE: &[Invoice] = &[];

fn due_on(due: &str, paid: Option<&str>) -> Invoice {
    invoice("2026-01-01", due, euros(100), paid)
}

#[test]
fn days_beyond_terms_run_on_while_nobody_pays() {
    let all = [
        due_on("2026-06-10", Some("2026-06-20")),
        due_on("2026-06-10", Some("2026-06-08")),
        due_on("2026-06-20", None),
        due_on("2026-06-30", None),
        due_on("2026-06-29", Some("2026-07-15")),
    ];
    let found = days_beyond_terms(&all, Window::until(today()), today());
    assert_eq!(found.n, 4, "what is due today is not overdue");
    near(found.mean.expect("four invoices"), 4.75, "10, −2, 10 and 1 days so far");
    assert_eq!(days_beyond_terms(NONE, Window::until(today()), today()).mean, None, "no invoice, no figure");
}

/// An invoice over 1,000.00 euros due on 10 June, with payments.
fn paid_in_parts(paid: Option<&str>, parts: &[(&str, i64)]) -> (Mean, Vec<(i64, i64, f64)>, bool) {
    let invoices = [kept_invoice("7", invoice("2026-05-10", "2026-06-10", euros(100_000), paid))];
    let payments: Vec<Payment> = parts.iter().map(|(on, minor)| payment("7", on, euros(*minor))).collect();
    let bills = bills(&invoices, &payments);
    let window = Window::until(today());
    let by_amount = days_beyond_terms_by_amount(&bills, window, today());
    let sums = by_amount.iter().map(|days| (days.amount.minor, days.overdue.minor, days.days)).collect();
    let kept = invoices_kept(&bills, window, today());
    (days_beyond_terms(bills, window, today()), sums, kept.hits == 1)
}

#[test]
fn an_invoice_is_paid_when_its_last_part_came() {
    let check = |paid: Option<&str>, parts: &[(&str, i64)], mean: f64, sums: (i64, i64, f64), kept: bool| {
        let what = format!("paid {paid:?}, parts {parts:?}");
        let (found, by_amount, found_kept) = paid_in_parts(paid, parts);
        assert_eq!(found.n, 1, "one invoice: {what}");
        near(found.mean.expect("one invoice"), mean, &format!("days to payment in full, {what}"));
        let [(amount, overdue, days)] = by_amount[..] else { panic!("one currency: {what}") };
        assert_eq!((amount, overdue), (sums.0, sums.1), "money counted, and overdue: {what}");
        near(days, sums.2, &format!("days by amount, {what}"));
        assert_eq!(found_kept, kept, "kept: {what}");
    };
    let whole = 100_000;
    // Nothing came: 20 days so far on all of it.
    check(None, &[], 20.0, (whole, whole, 20.0), false);
    // 600 on time, 400 ten days late: 400 · 10 ÷ 1,000.
    check(None, &[("2026-06-10", 60_000), ("2026-06-20", 40_000)], 10.0, (whole, 0, 4.0), false);
    // Only 600 came, four days late; 400 are open: (600 · 4 + 400 · 20) ÷ 1,000.
    check(None, &[("2026-06-14", 60_000)], 20.0, (whole, 40_000, 10.4), false);
    // The same in the other order, and one of tomorrow, which is not known yet.
    check(None, &[("2026-07-01", 40_000), ("2026-06-14", 60_000)], 20.0, (whole, 40_000, 10.4), false);
    // Paid early: −5 days for the habit, 0 for the money.
    check(None, &[("2026-06-05", whole)], -5.0, (whole, 0, 0.0), true);
    // Paid too much: what is beyond the invoice belongs to no day.
    check(None, &[("2026-06-12", 90_000), ("2026-06-16", 90_000)], 6.0, (whole, 0, 2.4), false);
    // A paid date was entered, and one part: the rest came on that date. (300 · 0 + 700 · 8) ÷ 1,000.
    check(Some("2026-06-18"), &[("2026-06-01", 30_000)], 8.0, (whole, 0, 5.6), false);
    // A part that came after the paid date says nothing more.
    check(Some("2026-06-09"), &[("2026-06-20", whole)], -1.0, (whole, 0, 0.0), true);
    // A paid date of tomorrow is not known yet.
    check(Some("2026-07-01"), &[], 20.0, (whole, whole, 20.0), false);
}

#[test]
fn what_is_neither_paid_nor_overdue_is_in_no_days_beyond_terms() {
    let invoices = [kept_invoice("7", invoice("2026-06-01", "2026-06-30", euros(100_000), None))];
    let window = Window::until(today());
    let open = days_beyond_terms_by_amount(bills(&invoices, &[]), window, today());
    assert_eq!(open, vec![], "nothing is known of it yet");
    let early = [payment("7", "2026-06-20", euros(40_000))];
    let part = days_beyond_terms_by_amount(bills(&invoices, &early), window, today());
    let [part] = part[..] else { panic!("one currency: {part:?}") };
    assert_eq!(
        (part.amount, part.overdue, part.n),
        (euros(40_000), euros(0), 1),
        "the part that came is known, the rest is not due"
    );
    near(part.days, 0.0, "and came early");
    assert_eq!(days_beyond_terms(bills(&invoices, &early), window, today()).n, 0, "a part is not in full");
}

#[test]
fn a_payment_counts_for_its_own_invoice_and_currency_only() {
    let invoices = [
        kept_invoice("7", invoice("2026-05-10", "2026-06-10", euros(100_000), None)),
        kept_invoice("8", invoice("2026-05-10", "2026-06-20", dollars(50_000), None)),
    ];
    let payments = [
        payment("7", "2026-06-09", dollars(100_000)),
        payment("8", "2026-06-22", dollars(50_000)),
        payment("9", "2026-06-09", euros(100_000)),
    ];
    let found = bills(&invoices, &payments);
    let settled: Vec<_> = found.iter().map(|bill| bill.settled_on).collect();
    assert_eq!(settled, [None, Some(day("2026-06-22"))], "dollars do not pay an invoice in euros");
    let by_amount = days_beyond_terms_by_amount(&found, Window::until(today()), today());
    let days: Vec<_> = by_amount.iter().map(|days| (days.amount, days.days)).collect();
    assert_eq!(days, [(euros(100_000), 20.0), (dollars(50_000), 2.0)], "a figure a currency, never one sum");
}

#[test]
fn an_invoice_alone_knows_its_paid_date() {
    let invoice = due_on("2026-06-10", Some("2026-06-12"));
    let bill = Bill::from(&invoice);
    assert_eq!(bill.settled_on, Some(day("2026-06-12")), "the date that was entered");
    let alone = days_beyond_terms_by_amount([&invoice], Window::until(today()), today());
    near(alone[0].days, 2.0, "and it came whole on that day");
}

#[test]
fn sums_beyond_any_practice_do_not_overflow() {
    let vast = invoice("2026-05-10", "2026-06-10", euros(i64::MAX), None);
    let found = days_beyond_terms_by_amount([&vast, &vast], Window::until(today()), today());
    near(found[0].days, 20.0, "the days stay exact");
    assert_eq!(found[0].amount, euros(i64::MAX), "the sum stays at the largest amount");
}
