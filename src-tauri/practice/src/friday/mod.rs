//! The list of a Friday: one row a client, so that a week is recorded in minutes.
mod view;

use chrono::{Days, NaiveDate};
use kindly_ledger::{Changes, LedgerError};
use kindly_records::{
    CheckIn, Client, ClientId, ClientStatus, Deliverable, IdSource, Kept, Moment, Obligation, Outcome,
    RecordKind,
};

use crate::{
    Message, Practice, PracticeError, books::Books, needs::check_in_due, record::Done, standing::number,
};

pub use view::{
    FridayAnswer, FridayDelivery, FridayHeard, FridayItem, FridayMet, FridayOwes, FridayRow, FridayView,
};

/// The list looks back on a week.
const WEEK_DAYS: u64 = 6;
/// What is due later than this is not asked about yet.
const AHEAD_DAYS: i64 = 7;

impl Practice {
    /// The clients who work with us, those first about whom nothing was recorded for longest.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn friday(&self, moment: Moment) -> Result<FridayView, PracticeError> {
        let books = self.books()?;
        let today = moment.today;
        let since = today.checked_sub_days(Days::new(WEEK_DAYS)).unwrap_or(today);
        let active = books.clients.iter().filter(|client| client.record.status == ClientStatus::Active);
        let mut rows: Vec<FridayRow> = active.map(|client| row(&books, client, today, since)).collect();
        rows.sort_by(|one, other| (one.last_record, &one.name).cmp(&(other.last_record, &other.name)));
        Ok(FridayView { today, since, rows })
    }

    /// Records what was entered in a row, in one step; `None` where nothing was.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where something it names is no longer there, and what keeping the records says.
    pub fn friday_answer(
        &mut self,
        moment: Moment,
        answer: &FridayAnswer,
    ) -> Result<Option<Done>, PracticeError> {
        let count = answer.delivered.len()
            + answer.met.len()
            + usize::from(answer.heard.is_some())
            + usize::from(answer.owes.is_some());
        if count == 0 {
            return Ok(None);
        }
        let client = self.client_named(answer.client)?.record.name;
        let message = Message::DidFriday { client, records: number(count) };
        let mut ids = IdSource::at(moment.at);
        self.ledger.transact(moment.at, message.label(), |changes| record(changes, &mut ids, answer))?;
        Ok(Some(Done { id: None, message }))
    }
}

fn row(books: &Books, client: &Kept<Client>, today: NaiveDate, since: NaiveDate) -> FridayRow {
    let id = client.id;
    let mut days: Vec<NaiveDate> = Vec::new();
    days.extend(books.check_ins.of_client(id).iter().map(|kept| kept.record.on));
    days.extend(books.complaints.of_client(id).iter().map(|kept| kept.record.on));
    days.extend(books.deliverables.of_client(id).iter().filter_map(|kept| kept.record.delivered_on));
    days.extend(books.obligations.of_client(id).iter().filter_map(|kept| kept.record.met_on));
    days.extend(books.concessions.of_client(id).iter().map(|kept| kept.record.on));
    days.extend(books.incidents.of_client(id).iter().map(|kept| kept.record.on));
    days.retain(|day| *day <= today);
    let last_check_in = books.check_ins.of_client(id).iter().map(|kept| kept.record.on).max();
    let check_in_due = check_in_due(books, client, today).is_some_and(|due| due.due_on <= today);
    FridayRow {
        client: id,
        name: client.record.name.clone(),
        scale: client.record.check_in_scale,
        last_record: days.iter().max().copied(),
        last_check_in,
        check_in_due,
        we_owe: open(books.deliverables.of_client(id), today, |record: &Deliverable| {
            (record.outcome == Outcome::Pending).then_some(record.due_on)
        }),
        they_owe: open(books.obligations.of_client(id), today, |record: &Obligation| {
            record.met_on.is_none().then_some(record.due_on)
        }),
        this_week: number(days.iter().filter(|day| **day >= since).count()),
    }
}

/// What is open and due by the end of next week, by its day.
fn open<R: kindly_ledger::Stored>(
    records: &[Kept<R>],
    today: NaiveDate,
    due: impl Fn(&R) -> Option<NaiveDate>,
) -> Vec<FridayItem> {
    let mut items: Vec<FridayItem> = records
        .iter()
        .filter_map(|kept| {
            let due_on = due(&kept.record)?;
            let days_left = (due_on - today).num_days();
            let title = kept.record.title();
            (days_left <= AHEAD_DAYS).then(|| FridayItem {
                kind: R::KIND,
                id: kept.id.to_string(),
                title,
                due_on,
                days_left,
            })
        })
        .collect();
    items.sort_by_key(|item| item.due_on);
    items
}

fn record(changes: &mut Changes<'_>, ids: &mut IdSource, answer: &FridayAnswer) -> Result<(), LedgerError> {
    let client = answer.client;
    for delivery in &answer.delivered {
        let kept = own(changes.get::<Deliverable>(delivery.id)?, client, delivery.id.into())?;
        let delivered =
            Deliverable { delivered_on: Some(delivery.on), outcome: delivery.outcome, ..kept.record };
        changes.update(delivery.id, &delivered)?;
    }
    for met in &answer.met {
        let kept = own(changes.get::<Obligation>(met.id)?, client, met.id.into())?;
        changes.update(met.id, &Obligation { met_on: Some(met.on), ..kept.record })?;
    }
    if let Some(heard) = &answer.heard {
        let check_in = CheckIn {
            said_by: heard.said_by,
            words: heard.words.clone(),
            deliverable: heard.deliverable,
            ..CheckIn::new(client, heard.on, heard.scale, heard.value)
        };
        changes.insert(ids.next(), &check_in)?;
    }
    if let Some(owes) = &answer.owes {
        let obligation =
            Obligation { what: owes.what, ..Obligation::new(client, owes.title.clone(), owes.due_on) };
        changes.insert(ids.next(), &obligation)?;
    }
    Ok(())
}

/// A record of this row's client, and of no other's.
fn own<R: RecordKind>(
    kept: Option<Kept<R>>,
    client: ClientId,
    id: uuid::Uuid,
) -> Result<Kept<R>, LedgerError> {
    let gone = || LedgerError::NotFound { kind: R::KIND, id };
    kept.filter(|kept| kept.record.client() == Some(client)).ok_or_else(gone)
}
