//! The dates of a practice, for any calendar program: what must be posted by when, what is due, what comes back.
mod words;

use chrono::NaiveDate;
use kindly_exchange::CalendarEntry;
use kindly_records::{Client, ClientStatus, Kept, Moment, NoticeDates, Outcome, RenewalState};

use crate::{Practice, PracticeError, books::Books, needs::check_in_due};

/// A notice is worked towards: a month before, a week before, and on the day before.
const POSTING_ALARMS: [u32; 3] = [30, 7, 1];
/// Anything else is remembered the day before, where it is for us to do.
const DAY_BEFORE: [u32; 1] = [1];
/// What is for others to do, or only to know, rings no bell.
const SILENT: [u32; 0] = [];

impl Practice {
    /// Every date that lies ahead or is still open, by day. A date keeps its key from one export to the next, so that a
    /// calendar program which takes the file again moves the entry instead of adding another.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn calendar(&self, moment: Moment) -> Result<Vec<CalendarEntry>, PracticeError> {
        let reader = self.ledger.reader();
        let books = self.books()?;
        let margin = reader.profile()?.postal_margin_working_days;
        let mut dates = Dates { books: &books, today: moment.today, entries: Vec::new() };
        for client in &books.clients {
            match client.record.status {
                ClientStatus::Active | ClientStatus::Prospect => dates.of(client, margin),
                // What is owed in money stays owed when the work has ended.
                ClientStatus::Ended => dates.invoices(client),
                ClientStatus::Archived => {}
            }
        }
        for line in self.snoozed(moment)? {
            let summary = words::comes_back(&line.need.client_name);
            dates.add("snooze", &line.snooze, line.until, &summary, &line.reason, &SILENT);
        }
        let mut entries = dates.entries;
        entries.sort_by(|one, other| (one.on, &one.key).cmp(&(other.on, &other.key)));
        Ok(entries)
    }
}

/// The dates being gathered.
struct Dates<'a> {
    books: &'a Books,
    today: NaiveDate,
    entries: Vec<CalendarEntry>,
}

impl Dates<'_> {
    fn add(
        &mut self,
        sort: &str,
        id: &dyn std::fmt::Display,
        on: NaiveDate,
        summary: &str,
        description: &str,
        alarms: &[u32],
    ) {
        self.entries.push(CalendarEntry {
            key: format!("{sort}-{id}"),
            on,
            summary: summary.to_owned(),
            description: description.to_owned(),
            alarms_days_before: alarms.to_vec(),
            categories: vec![words::CATEGORY.to_owned()],
        });
    }

    fn of(&mut self, client: &Kept<Client>, margin: u32) {
        self.renewals(client, margin);
        self.deliverables(client);
        self.obligations(client);
        self.invoices(client);
        self.check_in(client);
        self.reviews(client);
    }

    fn renewals(&mut self, client: &Kept<Client>, margin: u32) {
        let name = &client.record.name;
        for Kept { id, record } in self.books.engagements.of_client(client.id) {
            let renews = record.renews_by_months.is_some();
            let ends_on = match record.renewal(self.today, margin) {
                RenewalState::EndsOn(ends_on) => ends_on,
                RenewalState::Notice(NoticeDates {
                    ends_on,
                    last_day,
                    last_safe_posting_day,
                    passed,
                    ..
                }) => {
                    if !passed {
                        let about = words::notice_of(&record.title, ends_on, renews);
                        let post = words::post_by(name);
                        self.add("post", id, last_safe_posting_day, &post, &about, &POSTING_ALARMS);
                        self.add("notice", id, last_day, &words::last_day(name), &about, &SILENT);
                    }
                    ends_on
                }
                RenewalState::Open | RenewalState::Ended(_) => continue,
            };
            self.add("end", id, ends_on, &words::ends(name, &record.title, renews), "", &SILENT);
        }
    }

    fn deliverables(&mut self, client: &Kept<Client>) {
        for Kept { id, record } in self.books.deliverables.of_client(client.id) {
            if record.outcome == Outcome::Pending {
                let summary = words::deliver(&client.record.name, &record.title);
                self.add("deliverable", id, record.due_on, &summary, &record.notes, &DAY_BEFORE);
            }
        }
    }

    fn obligations(&mut self, client: &Kept<Client>) {
        for Kept { id, record } in self.books.obligations.of_client(client.id) {
            if record.met_on.is_none() {
                let summary = words::owed(&client.record.name, &record.title);
                self.add("obligation", id, record.due_on, &summary, &record.notes, &SILENT);
            }
        }
    }

    fn invoices(&mut self, client: &Kept<Client>) {
        for account in self.books.accounts(client.id, self.today) {
            if account.settled_on.is_none() {
                let Kept { id, record } = account.invoice;
                let summary = words::invoice(&client.record.name, &record.number);
                let open = words::to_be_paid(account.open);
                self.add("invoice", id, record.due_on, &summary, &open, &SILENT);
            }
        }
    }

    fn check_in(&mut self, client: &Kept<Client>) {
        if client.record.status == ClientStatus::Active
            && let Some(rhythm) = check_in_due(self.books, client, self.today)
        {
            let summary = words::check_in(&client.record.name);
            self.add("check_in", &client.id, rhythm.due_on, &summary, "", &SILENT);
        }
    }

    /// What was observed stays in the ledger: a calendar is often shared.
    fn reviews(&mut self, client: &Kept<Client>) {
        for Kept { id, record } in self.books.incidents.of_client(client.id) {
            if let Some(review_on) = record.review_on {
                self.add("review", id, review_on, &words::review(&client.record.name), "", &SILENT);
            }
        }
    }
}
