//! What either side owes.
use std::collections::HashMap;

use chrono::NaiveDate;
use kindly_records::{Deliverable, InvoiceId, Kept, Kind, Money, Obligation, Outcome, Payment};

use super::{Line, Lined, days};
use crate::{
    books::Account,
    standing::view::{LineState, Tone},
};

impl Lined for Deliverable {
    fn stands(&self, today: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let past_due = self.delivered_on.map_or(0, |day| days(self.due_on, day)).max(0);
        let (state, tone) = match self.outcome {
            Outcome::Pending => {
                let left = days(today, self.due_on);
                (LineState::Due { days: left }, if left < 0 { Tone::Warn } else { Tone::Plain })
            }
            // Met, but after the day agreed: the date says so whatever the outcome.
            Outcome::Met if past_due > 0 => (LineState::Late { days: past_due }, Tone::Warn),
            Outcome::Met => {
                let early = self.delivered_on.map_or(0, |day| days(day, self.due_on));
                (LineState::Met { early }, Tone::Good)
            }
            Outcome::Partial => (LineState::Partial, Tone::Warn),
            Outcome::Late => (LineState::Late { days: past_due }, Tone::Warn),
            Outcome::Rejected => (LineState::Rejected, Tone::Bad),
            Outcome::Excused => (LineState::Excused, Tone::Plain),
        };
        (self.dated(), state, tone)
    }
}

impl Lined for Obligation {
    fn stands(&self, today: NaiveDate, _: u32) -> (NaiveDate, LineState, Tone) {
        let (state, tone) = match self.met_on {
            None => due(days(today, self.due_on)),
            Some(met_on) if met_on > self.due_on => {
                (LineState::KeptLate { days: days(self.due_on, met_on) }, Tone::Warn)
            }
            Some(met_on) => (LineState::Kept { early: days(met_on, self.due_on) }, Tone::Good),
        };
        (self.met_on.unwrap_or(self.due_on), state, tone)
    }
}

/// The line of an invoice: it is paid when its payments say so, in part or in full.
pub(crate) fn invoice_line(account: &Account<'_>, today: NaiveDate) -> Line {
    let Kept { id, record } = account.invoice;
    let (state, tone) = match account.settled_on {
        Some(paid_on) if paid_on > record.due_on => {
            (LineState::PaidLate { days: days(record.due_on, paid_on) }, Tone::Warn)
        }
        Some(_) => (LineState::Paid, Tone::Good),
        None if account.partly_paid() => {
            let left = days(today, record.due_on);
            let Money { minor: open, currency } = account.open;
            let tone = if left < 0 { Tone::Bad } else { Tone::Plain };
            (LineState::PartlyPaid { open, currency: currency.code().to_owned(), days: left }, tone)
        }
        None => due(days(today, record.due_on)),
    };
    Line {
        kind: Kind::Invoice,
        id: id.to_string(),
        client: record.client,
        on: record.issued_on,
        title: record.number.clone(),
        state,
        tone,
        record: record.clone().into(),
    }
}

/// The lines of payments, each under the number of the invoice that it pays.
pub(in crate::standing) fn payment_lines(payments: &[Kept<Payment>], accounts: &[Account<'_>]) -> Vec<Line> {
    let numbers: HashMap<InvoiceId, &str> =
        accounts.iter().map(|account| (account.invoice.id, account.invoice.record.number.as_str())).collect();
    let line = |Kept { id, record }: &Kept<Payment>| Line {
        kind: Kind::Payment,
        id: id.to_string(),
        client: record.client,
        on: record.on,
        title: numbers.get(&record.invoice).copied().unwrap_or_default().to_owned(),
        state: LineState::Worth {
            minor: record.amount.minor,
            currency: record.amount.currency.code().to_owned(),
        },
        tone: Tone::Good,
        record: record.clone().into(),
    };
    payments.iter().map(line).collect()
}

/// Still owed: overdue below 0.
fn due(left: i64) -> (LineState, Tone) {
    (LineState::Due { days: left }, if left < 0 { Tone::Bad } else { Tone::Plain })
}
