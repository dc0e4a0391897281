//! Whose fees the practice lives on.
use kindly_records::{ClientId, Invoice};
use serde::Serialize;

use crate::{
    Fees, Window,
    money::{Sums, issued_in, ratio},
};

/// A client's part of what the practice invoiced, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct IncomeShare {
    /// What was invoiced to them.
    pub part: Fees,
    /// What was invoiced to everybody in that currency, them among them.
    pub all: Fees,
}

impl IncomeShare {
    /// Part ÷ all, from 0 to 1; `None` where nothing was invoiced.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        ratio(self.part.fees, self.all.fees)
    }
}

/// A client's part of what the practice invoiced, one share a currency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct IncomeShares {
    /// The shares, one for each currency that they were invoiced in, in the order of the codes.
    pub by_currency: Vec<IncomeShare>,
    /// What the practice invoiced in other currencies, which is in no share: currencies are never added.
    pub left_out: Vec<Fees>,
}

/// A client's share of the practice's income in the window: `invoiced to them ÷ invoiced to all`, by day of issue and within
/// each currency. `invoices` are those of the whole practice. The client concentration (revenue concentration) of the
/// field.
pub fn share_of_income<'a>(
    invoices: impl IntoIterator<Item = &'a Invoice>,
    client: ClientId,
    window: Window,
) -> IncomeShares {
    let (mut theirs, mut all) = (Sums::default(), Sums::default());
    for invoice in issued_in(invoices, window) {
        all.add(invoice.amount);
        if invoice.client == client {
            theirs.add(invoice.amount);
        }
    }
    let (compared, left_out): (Vec<Fees>, Vec<Fees>) =
        all.fees().into_iter().partition(|fees| theirs.of(fees.fees.currency).n > 0);
    let share = |all: Fees| IncomeShare { part: theirs.of(all.fees.currency), all };
    IncomeShares { by_currency: compared.into_iter().map(share).collect(), left_out }
}
