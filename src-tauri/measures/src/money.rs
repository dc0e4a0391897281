//! Sums of money, a currency at a time: several are never added.
use std::collections::BTreeMap;

use iso_currency::Currency;
use kindly_records::{Invoice, Money};
use serde::Serialize;

use crate::Window;

/// What was invoiced in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Fees {
    /// The sum.
    pub fees: Money,
    /// The invoices.
    pub n: usize,
}

/// What was invoiced in the window, by the day of issue: one sum a currency, in the order of their codes.
///
/// Amounts are taken as they were entered. Enter them all without tax, or all with it, else they cannot be compared.
pub fn fees_invoiced<'a>(invoices: impl IntoIterator<Item = &'a Invoice>, window: Window) -> Vec<Fees> {
    let mut sums = Sums::default();
    for invoice in issued_in(invoices, window) {
        sums.add(invoice.amount);
    }
    sums.fees()
}

pub(crate) fn issued_in<'a>(
    invoices: impl IntoIterator<Item = &'a Invoice>,
    window: Window,
) -> impl Iterator<Item = &'a Invoice> {
    invoices.into_iter().filter(move |invoice| window.contains(invoice.issued_on))
}

/// Sums by currency, with how many amounts each has.
#[derive(Default)]
pub(crate) struct Sums(BTreeMap<Currency, (i128, usize)>);

impl Sums {
    pub(crate) fn add(&mut self, amount: Money) {
        let (sum, n) = self.0.entry(amount.currency).or_default();
        *sum += i128::from(amount.minor);
        *n += 1;
    }

    /// The sum in a currency; nothing, of none, where there is none.
    pub(crate) fn of(&self, currency: Currency) -> Fees {
        let (sum, n) = self.0.get(&currency).copied().unwrap_or_default();
        Fees { fees: money(sum, currency), n }
    }

    pub(crate) fn currencies(&self) -> impl Iterator<Item = Currency> + '_ {
        self.0.keys().copied()
    }

    /// The currency, where there is only one.
    pub(crate) fn only(&self) -> Option<Currency> {
        let mut currencies = self.currencies();
        currencies.next().filter(|_| currencies.next().is_none())
    }

    pub(crate) fn fees(&self) -> Vec<Fees> {
        self.currencies().map(|currency| self.of(currency)).collect()
    }
}

/// A sum as money. Sums are added up in 128 bits; one beyond 64, which no practice earns, stays at the largest amount.
pub(crate) fn money(minor: i128, currency: Currency) -> Money {
    let end = if minor < 0 { i64::MIN } else { i64::MAX };
    Money { minor: i64::try_from(minor).unwrap_or(end), currency }
}

/// A quotient of whole numbers that are not negative, rounded half up; `by` is above zero.
pub(crate) fn divided(of: i128, by: i128) -> i128 {
    (2 * of + by) / (2 * by)
}

/// `of ÷ by`; `None` where there is nothing to divide by.
pub(crate) fn ratio(of: Money, by: Money) -> Option<f64> {
    (by.minor > 0).then(|| of.minor as f64 / by.minor as f64)
}
