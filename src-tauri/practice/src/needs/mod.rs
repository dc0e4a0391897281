//! What needs the user today: derived, never stored. Only what is put off is kept.
mod due;
mod list;
mod renewals;
mod snooze;
mod theirs;
mod to_do;
mod verdicts;
mod view;

use chrono::NaiveDate;
use kindly_measures::OwnRecord;
use kindly_records::{ClientStatus, Kind, Moment};
use kindly_verdict::Judgement;

use crate::{
    Message, Practice, PracticeError,
    books::Books,
    standing::{fell, own_record},
};
use list::List;

pub use due::{DueCount, DueToday};
pub(crate) use theirs::check_in_due;
pub use view::{Need, SnoozedNeed};

/// What needs the user now, and what they put off.
pub(crate) struct Needs {
    /// The most urgent first.
    pub(crate) now: Vec<Need>,
    /// In the order in which it comes back.
    pub(crate) put_off: Vec<SnoozedNeed>,
}

impl Practice {
    /// What needs the user, the most urgent first, without what was put off.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn needs(&self, moment: Moment) -> Result<Vec<Need>, PracticeError> {
        Ok(self.all_needs(moment)?.now)
    }

    fn all_needs(&self, moment: Moment) -> Result<Needs, PracticeError> {
        self.needs_of(&*self.books()?, moment)
    }

    fn needs_of(&self, books: &Books, moment: Moment) -> Result<Needs, PracticeError> {
        let own = own_record(books, moment.today);
        let judged = self.judge(books, moment.today)?;
        Ok(of(books, &own, &judged, moment.today, books.profile.postal_margin_working_days))
    }
}

/// What needs the user: a fall in our own record first, then by rank, and within each what is longest overdue first.
pub(crate) fn of(books: &Books, own: &OwnRecord, judged: &Judgement, today: NaiveDate, margin: u32) -> Needs {
    let mut needs = Vec::new();
    for client in &books.clients {
        let mut list = List { client, today, needs: &mut needs };
        let active = client.record.status == ClientStatus::Active;
        if active || client.record.status == ClientStatus::Prospect {
            renewals::add(books, &mut list, margin);
            to_do::add(books, &mut list);
            theirs::add(books, &mut list);
        }
        if active {
            theirs::add_check_in(books, &mut list);
            to_do::add_thanks_for_a_year(books, &mut list);
            to_do::add_by_template(books, &mut list);
        }
        // What is owed in money stays owed when the work has ended.
        if client.record.status != ClientStatus::Archived {
            theirs::add_invoices(books, &mut list);
        }
    }
    verdicts::add(books, judged, today, &mut needs);
    needs.sort_by_cached_key(|need| (rank(need), need.days_left, need.client_name.to_lowercase()));
    let ours = fell(own).map(|fell| Need {
        key: "own_record".to_owned(),
        on: today,
        days_left: 0,
        message: Message::NeedOwnRecord { fell },
        client: None,
        client_name: String::new(),
        kind: Kind::Deliverable,
        id: String::new(),
    });
    snooze::split(ours.into_iter().chain(needs).collect(), &books.snoozes, today)
}

/// A notice that must be posted within so many days cannot wait.
pub(super) const NOTICE_PRESSES_DAYS: i64 = 14;

/// What cannot wait, then decisions, then what we owe an answer or a word for, then the rest.
fn rank(need: &Need) -> u8 {
    match need.message {
        Message::NeedThreat { .. } => 0,
        Message::NeedConduct { .. } => 1,
        Message::NeedNotice { .. } | Message::NeedNoticeUnsafe { .. } | Message::NeedDecision { .. }
            if need.days_left <= NOTICE_PRESSES_DAYS =>
        {
            1
        }
        Message::NeedDecision { .. } => 2,
        Message::NeedComplaint { .. } => 3,
        Message::NeedDeliverable { .. } => 4,
        Message::NeedThanks { .. } => 5,
        Message::NeedNotice { .. } => 6,
        Message::NeedWaiting { .. } => 7,
        Message::NeedObligation { .. } => 8,
        Message::NeedCheckIn { .. } => 9,
        Message::NeedTemplate { .. } => 10,
        Message::NeedInvoice { .. } => 11,
        Message::NeedVerdictChanged { .. } => 12,
        Message::NeedReview { .. } => 13,
        Message::NeedEnquiry { .. } => 14,
        Message::NeedRequest { .. } => 15,
        _ => 16,
    }
}
