//! What clients owe, and when they are to be asked how it goes.
use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use kindly_records::{Client, Deliverable, Kept, Kind, ObligationId, Outcome, SaidBy};

use super::list::List;
use crate::{Message, books::Books};

/// What they owe and has not come, with what waits on it.
pub(super) fn add(books: &Books, list: &mut List<'_>) {
    let client = list.client.id;
    let mut waiting: HashMap<ObligationId, &Deliverable> = HashMap::new();
    for Kept { record, .. } in books.deliverables.of_client(client) {
        if let Some(obligation) = record.waits_for.filter(|_| record.outcome == Outcome::Pending) {
            let first = waiting.entry(obligation).or_insert(record);
            if record.due_on < first.due_on {
                *first = record;
            }
        }
    }
    for kept in books.obligations.of_client(client) {
        let days = list.days_since(kept.record.due_on);
        if kept.record.met_on.is_some() || days <= 0 {
            continue;
        }
        let title = kept.record.title.clone();
        let (sort, message) = match waiting.get(&kept.id) {
            Some(first) => ("waiting", Message::NeedWaiting { title, days, waiting: first.title.clone() }),
            None => ("obligation", Message::NeedObligation { title, days }),
        };
        list.add(sort, kept.record.due_on, (Kind::Obligation, kept.id), message);
    }
}

/// Overdue invoices, each with what is still to be paid.
pub(super) fn add_invoices(books: &Books, list: &mut List<'_>) {
    for account in books.accounts(list.client.id, list.today) {
        let Kept { id, record } = account.invoice;
        let days = list.days_since(record.due_on);
        if account.settled_on.is_none() && days > 0 {
            let message = Message::NeedInvoice { number: record.number.clone(), amount: account.open, days };
            list.add("invoice", record.due_on, (Kind::Invoice, id), message);
        }
    }
}

/// The check-in that is due by the client's rhythm.
pub(super) fn add_check_in(books: &Books, list: &mut List<'_>) {
    let Some(rhythm) = check_in_due(books, list.client, list.today) else { return };
    if rhythm.due_on > list.today {
        return;
    }
    let days = list.days_since(rhythm.due_on);
    let last = rhythm.last.map(|last| list.days_since(last));
    let client = list.client.id;
    list.add("check_in", rhythm.due_on, (Kind::Client, client), Message::NeedCheckIn { days, last });
}

/// When a client is to be asked next.
pub(crate) struct CheckInDue {
    /// The day.
    pub(crate) due_on: NaiveDate,
    /// The day they last answered; `None` where they never did.
    pub(crate) last: Option<NaiveDate>,
}

/// When a client is to be asked next, by their rhythm: counted from their last answer or, before the first, from the
/// day on which the work began. The user's own impression is no answer.
pub(crate) fn check_in_due(books: &Books, client: &Kept<Client>, today: NaiveDate) -> Option<CheckInDue> {
    let every = Days::new(u64::from(client.record.check_in_every_days?));
    let answers = books.check_ins.of_client(client.id).iter().map(|kept| &kept.record);
    let answers = answers.filter(|record| record.said_by == SaidBy::Them && record.on <= today);
    let last = answers.map(|record| record.on).max();
    let engagements = books.engagements.of_client(client.id).iter();
    let began = engagements.map(|kept| kept.record.starts_on.unwrap_or(kept.record.agreed_on)).min();
    let due_on = match last.or(began) {
        Some(from) => from.checked_add_days(every)?,
        // Nothing says when it began: there is nothing to wait for.
        None => today,
    };
    Some(CheckInDue { due_on, last })
}
