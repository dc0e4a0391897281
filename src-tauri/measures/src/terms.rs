//! How soon invoices are paid.
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use iso_currency::Currency;
use kindly_records::{Invoice, InvoiceId, Kept, Money, Payment};
use serde::Serialize;

use crate::{Mean, Window, money::money, window::by};

/// An invoice with what is known about its payment.
///
/// An invoice alone turns into one: then its own paid date is all that is known. [`bills`] knows the payments too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill<'a> {
    /// The invoice.
    pub invoice: &'a Invoice,
    /// The day it was paid in full ([`Invoice::settled_on`]); `None` while it is open.
    pub settled_on: Option<NaiveDate>,
    /// What came in when, oldest first, in the invoice's currency.
    parts: Vec<(NaiveDate, i64)>,
}

impl<'a> From<&'a Invoice> for Bill<'a> {
    fn from(invoice: &'a Invoice) -> Self {
        Self { invoice, settled_on: invoice.paid_on, parts: Vec::new() }
    }
}

impl<'a> From<&Bill<'a>> for Bill<'a> {
    fn from(bill: &Bill<'a>) -> Self {
        bill.clone()
    }
}

/// Sets each invoice beside its payments, in time linear in both. Payments of other invoices, and payments in another
/// currency than the invoice, count for nothing.
pub fn bills<'a>(
    invoices: impl IntoIterator<Item = &'a Kept<Invoice>>,
    payments: impl IntoIterator<Item = &'a Payment>,
) -> Vec<Bill<'a>> {
    let mut by_invoice: HashMap<InvoiceId, Vec<&Payment>> = HashMap::new();
    for payment in payments {
        by_invoice.entry(payment.invoice).or_default().push(payment);
    }
    let bill = |kept: &'a Kept<Invoice>| {
        let invoice = &kept.record;
        let own = by_invoice.get(&kept.id).map_or(&[][..], Vec::as_slice);
        let mut parts: Vec<(NaiveDate, i64)> = own
            .iter()
            .filter(|payment| payment.amount.currency == invoice.amount.currency)
            .map(|payment| (payment.on, payment.amount.minor))
            .collect();
        parts.sort_unstable();
        Bill { invoice, settled_on: invoice.settled_on(kept.id, own), parts }
    };
    invoices.into_iter().map(bill).collect()
}

/// The mean of the days from due date to payment in full, over the invoices due in the window, as it stands `today`;
/// early payment counts below zero. One that is overdue and unpaid counts with the days up to today; one that is
/// unpaid and not yet overdue does not count.
///
/// Each invoice weighs the same, because this figure is about habit; [`days_beyond_terms_by_amount`] is about money at
/// risk. Takes invoices alone or [`bills`].
pub fn days_beyond_terms<'a>(
    invoices: impl IntoIterator<Item: Into<Bill<'a>>>,
    window: Window,
    today: NaiveDate,
) -> Mean {
    let bills = invoices.into_iter().map(Into::into);
    Mean::of(bills.filter(|bill: &Bill| window.contains(bill.invoice.due_on)).filter_map(|bill| {
        let due_on = bill.invoice.due_on;
        let until = by(bill.settled_on, today).or((due_on < today).then_some(today))?;
        Some((until - due_on).num_days() as f64)
    }))
}

/// Days beyond terms as credit agencies count them, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DaysBeyondTerms {
    /// The money that was counted.
    pub amount: Money,
    /// How much of it is still unpaid and overdue.
    pub overdue: Money,
    /// The invoices of which at least a part was counted.
    pub n: usize,
    /// The average days beyond terms of a unit of money; never below zero.
    pub days: f64,
}

/// The days beyond terms of credit agencies, `Σ amount × days late ÷ Σ amount`, over the invoices due in the window, as it
/// stands `today`, one a currency, in the order of their codes.
///
/// Each part of an invoice counts with the day on which it came in, what is overdue and unpaid with the days up to today;
/// what is neither paid nor overdue does not count. Money that came early counts with 0 days, so that it cannot hide what
/// came late. Where an invoice's paid date was entered, what no payment accounts for came on that day. Source: Experian,
/// "Demystifying Experian's Days Beyond Terms", 2011: the dollar-weighted average number of days beyond the due date, 0 if earlier.
pub fn days_beyond_terms_by_amount<'a>(
    invoices: impl IntoIterator<Item: Into<Bill<'a>>>,
    window: Window,
    today: NaiveDate,
) -> Vec<DaysBeyondTerms> {
    let mut sums: BTreeMap<Currency, Sum> = BTreeMap::new();
    for bill in invoices.into_iter().map(Into::into) {
        if window.contains(bill.invoice.due_on) {
            let part = Sum::of(&bill, today);
            if part.n > 0 {
                sums.entry(bill.invoice.amount.currency).or_default().add(part);
            }
        }
    }
    let figure = |(currency, sum): (Currency, Sum)| DaysBeyondTerms {
        amount: money(sum.amount, currency),
        overdue: money(sum.overdue, currency),
        n: sum.n,
        days: sum.amount_days as f64 / sum.amount as f64,
    };
    sums.into_iter().map(figure).collect()
}

#[derive(Clone, Copy, Default)]
struct Sum {
    amount: i128,
    overdue: i128,
    amount_days: i128,
    n: usize,
}

impl Sum {
    fn of(bill: &Bill, today: NaiveDate) -> Self {
        let mut sum = Self::default();
        let mut open = i128::from(bill.invoice.amount.minor);
        let due_on = bill.invoice.due_on;
        let paid_on = by(bill.invoice.paid_on, today);
        let last_day = paid_on.unwrap_or(today);
        let rest = paid_on.map(|day| (day, bill.invoice.amount.minor));
        for (on, minor) in bill.parts.iter().copied().filter(|(on, _)| *on <= last_day).chain(rest) {
            let part = i128::from(minor).min(open);
            open -= part;
            sum.count(part, on, due_on);
        }
        if due_on < today {
            sum.overdue = open;
            sum.count(open, today, due_on);
        }
        sum.n = usize::from(sum.amount > 0);
        sum
    }

    fn count(&mut self, part: i128, on: NaiveDate, due_on: NaiveDate) {
        self.amount += part;
        self.amount_days += part * i128::from((on - due_on).num_days().max(0));
    }

    fn add(&mut self, other: Self) {
        self.amount += other.amount;
        self.overdue += other.overdue;
        self.amount_days += other.amount_days;
        self.n += other.n;
    }
}
