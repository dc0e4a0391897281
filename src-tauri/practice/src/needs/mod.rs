//! What needs the user today: derived, never stored.
mod view;

use chrono::NaiveDate;
use kindly_measures::OwnRecord;
use kindly_records::{Client, ClientStatus, IncidentKind, Kept, Kind, Moment, Outcome, add_months};

use crate::{
    Message, Practice, PracticeError,
    books::Books,
    standing::{fell, notice_dates, own_record},
};

pub use view::Need;

/// A renewal is told from this many days before the last safe posting day.
const NOTICE_HORIZON_DAYS: i64 = 60;
/// A threat stays on the list for as long as its memory should shape what is done next.
const THREAT_DAYS: i64 = 30;

impl Practice {
    /// What needs the user, the most urgent first.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn needs(&self, moment: Moment) -> Result<Vec<Need>, PracticeError> {
        let reader = self.ledger.reader();
        let books = Books::read(reader)?;
        let own = own_record(&books, moment.today);
        Ok(of(&books, &own, moment.today, reader.profile()?.postal_margin_working_days))
    }
}

/// What needs the user: a fall in our own record first, then what cannot wait, then what we owe, then what they owe;
/// within each what is longest overdue first.
pub(crate) fn of(books: &Books, own: &OwnRecord, today: NaiveDate, margin: u32) -> Vec<Need> {
    let mut needs = Vec::new();
    let current = [ClientStatus::Active, ClientStatus::Prospect];
    for client in books.clients.iter().filter(|client| current.contains(&client.record.status)) {
        let mut list = List { client, today, needs: &mut needs };
        threats(books, &mut list);
        complaints(books, &mut list);
        notices(books, &mut list, margin);
        owed(books, &mut list);
        enquiries(books, &mut list);
    }
    needs.sort_by_key(|need| (rank(need), need.days_left, need.client_name.to_lowercase()));
    let ours = fell(own).map(|fell| Need {
        on: today,
        days_left: 0,
        message: Message::NeedOwnRecord { fell },
        client: None,
        client_name: String::new(),
        kind: Kind::Deliverable,
        id: String::new(),
    });
    ours.into_iter().chain(needs).collect()
}

/// A notice that must be posted within so many days cannot wait.
const NOTICE_PRESSES_DAYS: i64 = 14;

fn rank(need: &Need) -> u8 {
    match need.message {
        Message::NeedThreat { .. } => 0,
        Message::NeedNotice { .. } | Message::NeedNoticeUnsafe { .. }
            if need.days_left <= NOTICE_PRESSES_DAYS =>
        {
            1
        }
        Message::NeedComplaint { .. } => 2,
        Message::NeedDeliverable { .. } => 3,
        Message::NeedEnquiry { .. } => 4,
        Message::NeedObligation { .. } => 5,
        Message::NeedInvoice { .. } => 6,
        _ => 7,
    }
}

/// The list being made, for one client.
struct List<'a> {
    client: &'a Kept<Client>,
    today: NaiveDate,
    needs: &'a mut Vec<Need>,
}

impl List<'_> {
    fn days_since(&self, day: NaiveDate) -> i64 {
        (self.today - day).num_days()
    }

    fn add(&mut self, on: NaiveDate, (kind, id): (Kind, impl ToString), message: Message) {
        self.needs.push(Need {
            on,
            days_left: (on - self.today).num_days(),
            message,
            client: Some(self.client.id),
            client_name: self.client.record.name.clone(),
            kind,
            id: id.to_string(),
        });
    }
}

fn threats(books: &Books, list: &mut List<'_>) {
    for kept in books.incidents.of_client(list.client.id) {
        let days = list.days_since(kept.record.on);
        if kept.record.what == IncidentKind::Threat && (0..=THREAT_DAYS).contains(&days) {
            list.add(kept.record.on, (Kind::Incident, kept.id), Message::NeedThreat { days });
        }
    }
}

fn complaints(books: &Books, list: &mut List<'_>) {
    for kept in books.complaints.of_client(list.client.id) {
        let days = list.days_since(kept.record.on);
        let waits = kept.record.answered_on.is_none() && kept.record.resolved_on.is_none();
        if waits && days >= 0 {
            let theme = kept.record.theme.clone();
            list.add(kept.record.on, (Kind::Complaint, kept.id), Message::NeedComplaint { theme, days });
        }
    }
}

fn notices(books: &Books, list: &mut List<'_>, margin: u32) {
    for kept in books.engagements.of_client(list.client.id) {
        let Some(dates) = notice_dates(&kept.record, list.today, margin) else { continue };
        // A refusal whose PDF was saved has decided it, for the term in which it was written: an agreement that went
        // on all the same asks again.
        let in_this_term = |written_on| {
            kept.record.renews_by_months.is_none_or(|months| add_months(written_on, months) > dates.ends_on)
        };
        let decided = books.letters.of_client(list.client.id).iter().any(|letter| {
            letter.record.engagement == Some(kept.id)
                && letter.record.pdf_sha256.is_some()
                && in_this_term(letter.record.written_on)
        });
        if dates.passed || decided {
            continue;
        }
        let engagement = kept.record.title.clone();
        let (last_day, ends_on) = (dates.last_day, dates.ends_on);
        let post_by = dates.last_safe_posting_day;
        if list.today > post_by {
            let message = Message::NeedNoticeUnsafe { engagement, last_day, ends_on };
            list.add(last_day, (Kind::Engagement, kept.id), message);
        } else if (post_by - list.today).num_days() <= NOTICE_HORIZON_DAYS {
            let renews = kept.record.renews_by_months.is_some();
            let message =
                Message::NeedNotice { engagement, last_day, last_safe_posting_day: post_by, ends_on, renews };
            list.add(post_by, (Kind::Engagement, kept.id), message);
        }
    }
}

/// What is overdue on either side.
fn owed(books: &Books, list: &mut List<'_>) {
    let client = list.client.id;
    for kept in books.deliverables.of_client(client) {
        let days = list.days_since(kept.record.due_on);
        if kept.record.outcome == Outcome::Pending && days > 0 {
            let title = kept.record.title.clone();
            list.add(
                kept.record.due_on,
                (Kind::Deliverable, kept.id),
                Message::NeedDeliverable { title, days },
            );
        }
    }
    for kept in books.obligations.of_client(client) {
        let days = list.days_since(kept.record.due_on);
        if kept.record.met_on.is_none() && days > 0 {
            let title = kept.record.title.clone();
            list.add(
                kept.record.due_on,
                (Kind::Obligation, kept.id),
                Message::NeedObligation { title, days },
            );
        }
    }
    for kept in books.invoices.of_client(client) {
        let days = list.days_since(kept.record.due_on);
        if kept.record.paid_on.is_none() && days > 0 {
            let (number, amount) = (kept.record.number.clone(), kept.record.amount);
            let message = Message::NeedInvoice { number, amount, days };
            list.add(kept.record.due_on, (Kind::Invoice, kept.id), message);
        }
    }
}

fn enquiries(books: &Books, list: &mut List<'_>) {
    for kept in books.enquiries.of_client(list.client.id) {
        let days = list.days_since(kept.record.received_on);
        if kept.record.answered_on.is_none() && days >= 0 {
            let subject = kept.record.subject.clone();
            list.add(
                kept.record.received_on,
                (Kind::Enquiry, kept.id),
                Message::NeedEnquiry { subject, days },
            );
        }
    }
}
