//! What is due on a day: for who is told of it by the desktop, without having looked.
use kindly_records::{ClientStatus, Kind, Moment, Outcome};
use serde::Serialize;
use ts_rs::TS;

use super::{NOTICE_PRESSES_DAYS, list::List, snooze, view::Need};
use crate::{Message, Practice, PracticeError, books::Books};

/// What is due, without what was put off.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DueToday {
    /// Notices that must go within 14 days, told anew on each of them; the most urgent first.
    pub notices: Vec<Need>,
    /// What falls on the day itself, on either side. The list of needs has work and payments only once they are late.
    pub today: Vec<Need>,
}

/// How much is due, for who names nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct DueCount {
    /// Agreements whose notice must go within 14 days.
    pub notices: usize,
    /// What falls on the day itself.
    pub today: usize,
}

impl DueToday {
    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.notices.len() + self.today.len()
    }
}

impl From<&DueToday> for DueCount {
    fn from(due: &DueToday) -> Self {
        Self { notices: due.notices.len(), today: due.today.len() }
    }
}

impl Practice {
    /// How many notice dates come, and how much is due today.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn due_count(&self, moment: Moment) -> Result<DueCount, PracticeError> {
        self.due_today(moment).map(|due| DueCount::from(&due))
    }

    /// Which notice dates come, and what is due today. What is late by now was due on a day of its own.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn due_today(&self, moment: Moment) -> Result<DueToday, PracticeError> {
        let books = self.books()?;
        let mut due = DueToday::default();
        for need in self.needs_of(&books, moment)?.now {
            match need.message {
                Message::NeedNotice { .. } | Message::NeedNoticeUnsafe { .. } => {
                    due.notices.extend(Some(need).filter(|need| need.days_left <= NOTICE_PRESSES_DAYS));
                }
                Message::NeedDecision { .. }
                | Message::NeedCheckIn { .. }
                | Message::NeedTemplate { .. }
                | Message::NeedReview { .. }
                    if need.days_left == 0 =>
                {
                    due.today.push(need);
                }
                _ => {}
            }
        }
        let mut falls = Vec::new();
        for client in &books.clients {
            add(&books, &mut List { client, today: moment.today, needs: &mut falls });
        }
        due.today.extend(snooze::split(falls, &books.snoozes, moment.today).now);
        Ok(due)
    }
}

/// Adds what a client owes or is owed on this very day. That of ended work goes on as in the list of needs.
fn add(books: &Books, list: &mut List<'_>) {
    let (client, today) = (list.client.id, list.today);
    let status = list.client.record.status;
    if matches!(status, ClientStatus::Active | ClientStatus::Prospect) {
        for kept in books.deliverables.of_client(client) {
            if kept.record.due_on == today && kept.record.outcome == Outcome::Pending {
                let message = Message::NeedDeliverable { title: kept.record.title.clone(), days: 0 };
                list.add("deliverable", today, (Kind::Deliverable, kept.id), message);
            }
        }
        for kept in books.obligations.of_client(client) {
            if kept.record.due_on == today && kept.record.met_on.is_none() {
                let message = Message::NeedObligation { title: kept.record.title.clone(), days: 0 };
                list.add("obligation", today, (Kind::Obligation, kept.id), message);
            }
        }
    }
    if status != ClientStatus::Archived {
        for account in books.accounts(client, today) {
            if account.invoice.record.due_on == today && account.settled_on.is_none() {
                let number = account.invoice.record.number.clone();
                let message = Message::NeedInvoice { number, amount: account.open, days: 0 };
                list.add("invoice", today, (Kind::Invoice, account.invoice.id), message);
            }
        }
    }
}
