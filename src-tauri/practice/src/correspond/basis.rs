//! The records that a letter rests on, as they stand today.
use chrono::NaiveDate;
use kindly_ledger::{Reader, Stored};
use kindly_letters as letters;
use kindly_records::{
    Client, Complaint, Conversation, Deliverable, Engagement, Enquiry, Incident, Invoice, Kept, Kind, Letter,
    LetterId, LetterKind, Obligation, Outcome, Profile, RenewalState, Request, last_safe_posting_day,
};
use uuid::Uuid;

use super::{
    coded::{notice_counts, notice_form},
    stated::{missed, waits},
};
use crate::{
    Practice, PracticeError,
    books::{Account, accounts},
};

/// The records that a letter rests on, as they stand today.
pub(crate) struct Basis {
    pub(super) profile: Profile,
    pub(super) client: Kept<Client>,
    pub(super) engagement: Option<Kept<Engagement>>,
    pub(super) enquiry: Option<Kept<Enquiry>>,
    pub(super) request: Option<Kept<Request>>,
    pub(super) obligation: Option<Kept<Obligation>>,
    pub(super) incident: Option<Kept<Incident>>,
    pub(super) complaint: Option<Kept<Complaint>>,
    /// The talk that the letter speaks of, or the latest.
    pub(super) talk: Option<Kept<Conversation>>,
    /// Work under the letter's agreement, by day. Work under another goes on and is none of this letter's business.
    deliverables: Vec<Kept<Deliverable>>,
    /// Open invoices, by day, each with what is still to be paid as its amount.
    pub(super) invoices: Vec<Kept<Invoice>>,
    /// The letter about open invoices that was sent last.
    pub(super) reminded: Option<(LetterId, NaiveDate)>,
    /// The letter's own date: which end comes next, and whether its notice is late, is judged by it.
    on: NaiveDate,
}

impl Basis {
    /// Reads them.
    ///
    /// # Errors
    /// Where the client is gone, or the ledger cannot be read.
    pub(crate) fn of(practice: &Practice, letter: &Letter) -> Result<Self, PracticeError> {
        let reader = practice.ledger.reader();
        let client = practice.client_named(letter.client)?;
        let engagement = match letter.engagement {
            Some(id) => reader.get::<Engagement>(id)?,
            None => None,
        };
        let enquiry = match letter.enquiry {
            Some(id) => reader.get::<Enquiry>(id)?,
            None => None,
        };
        let mut deliverables = reader.of_client::<Deliverable>(letter.client)?;
        deliverables
            .retain(|kept| kept.record.engagement.is_none() || kept.record.engagement == letter.engagement);
        deliverables.sort_by_key(|kept| (kept.record.delivered_on, kept.record.due_on));
        let (all, payments) = (reader.of_client(letter.client)?, reader.of_client(letter.client)?);
        let accounts = accounts(&all, &payments, NaiveDate::MAX);
        let mut invoices: Vec<Kept<Invoice>> = accounts.iter().filter_map(still_to_be_paid).collect();
        invoices.sort_by_key(|kept| kept.record.due_on);
        let mut talk = about::<Conversation>(&reader, letter)?;
        if talk.is_none() {
            let mut talks = reader.of_client::<Conversation>(letter.client)?;
            talks.retain(|kept| kept.record.on <= letter.written_on);
            talks.sort_by_key(|kept| kept.record.on);
            talk = talks.pop();
        }
        Ok(Self {
            profile: reader.profile()?,
            client,
            engagement,
            enquiry,
            request: about(&reader, letter)?,
            obligation: about(&reader, letter)?,
            incident: about(&reader, letter)?,
            complaint: about(&reader, letter)?,
            talk,
            deliverables,
            invoices,
            reminded: reminded(&reader, letter)?,
            on: letter.written_on,
        })
    }

    /// Work that is still to be delivered, the earliest first.
    pub(super) fn pending(&self) -> Vec<&Kept<Deliverable>> {
        let mut pending: Vec<_> =
            self.deliverables.iter().filter(|kept| kept.record.outcome == Outcome::Pending).collect();
        pending.sort_by_key(|kept| kept.record.due_on);
        pending
    }

    /// Work that waits for what they owe; for a letter about money, all that is pending.
    pub(super) fn waiting(&self) -> Vec<&Kept<Deliverable>> {
        let pending = self.pending();
        match &self.obligation {
            Some(owed) => pending.into_iter().filter(|kept| waits(kept, owed)).collect(),
            None => pending,
        }
    }

    /// Work that was delivered, in the order in which it was.
    pub(super) fn delivered(&self) -> Vec<&Kept<Deliverable>> {
        let delivered = |kept: &&Kept<Deliverable>| {
            kept.record.outcome != Outcome::Pending && kept.record.delivered_on.is_some()
        };
        self.deliverables.iter().filter(delivered).collect()
    }

    /// The misses that a letter speaks of: the ones it names, else none.
    pub(super) fn missed(&self, letter: &Letter) -> Vec<&Kept<Deliverable>> {
        let named = |kept: &&Kept<Deliverable>| {
            letter
                .about
                .iter()
                .any(|basis| basis.kind == Kind::Deliverable && basis.id == Uuid::from(kept.id))
        };
        self.deliverables.iter().filter(named).filter(|kept| missed(&kept.record, self.on)).collect()
    }

    /// The open invoices that a letter speaks of: the ones it names; else for a letter about payment those that are
    /// past their day, and for any other all of them.
    pub(super) fn invoices_for(&self, letter: &Letter) -> Vec<&Kept<Invoice>> {
        let named: Vec<Uuid> =
            letter.about.iter().filter(|basis| basis.kind == Kind::Invoice).map(|basis| basis.id).collect();
        let overdue_only = matches!(
            letter.letter_kind,
            LetterKind::PaymentNotice | LetterKind::Pause | LetterKind::FinalNotice
        );
        let speaks_of = |kept: &&Kept<Invoice>| match named.as_slice() {
            [] => !overdue_only || kept.record.due_on < self.on,
            named => named.contains(&Uuid::from(kept.id)),
        };
        self.invoices.iter().filter(speaks_of).collect()
    }

    /// The id of the one record of a kind that the letter rests on.
    pub(super) fn behind(&self, kind: Kind) -> Option<String> {
        match kind {
            Kind::Client => Some(self.client.id.to_string()),
            Kind::Engagement => self.engagement.as_ref().map(|kept| kept.id.to_string()),
            Kind::Enquiry => self.enquiry.as_ref().map(|kept| kept.id.to_string()),
            Kind::Request => self.request.as_ref().map(|kept| kept.id.to_string()),
            Kind::Obligation => self.obligation.as_ref().map(|kept| kept.id.to_string()),
            Kind::Incident => self.incident.as_ref().map(|kept| kept.id.to_string()),
            Kind::Complaint => self.complaint.as_ref().map(|kept| kept.id.to_string()),
            Kind::Conversation => self.talk.as_ref().map(|kept| kept.id.to_string()),
            _ => None,
        }
    }

    /// The day on which the letter's agreement ends by what the letter says.
    pub(crate) fn ends_on(&self, letter: &Letter) -> Option<NaiveDate> {
        match super::stated::fact(self, letter, letters::FactKey::EndDate)?.value {
            letters::FactValue::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The end that the letter gives notice for, and the notice it needs.
    pub(super) fn end(&self, letter: &Letter) -> (Option<NaiveDate>, Option<letters::Notice>) {
        let Some(Kept { record: engagement, .. }) = &self.engagement else { return (None, None) };
        let margin = self.profile.postal_margin_working_days;
        let (form, counts) = (notice_form(engagement.notice_form), notice_counts(engagement.notice_counts));
        match engagement.renewal(self.on, margin) {
            RenewalState::Open => (None, None),
            RenewalState::Ended(on) => (Some(on), None),
            // Nothing was agreed about notice: it is in time until the end itself.
            RenewalState::EndsOn(on) => {
                let notice = letters::Notice {
                    last_day: on,
                    last_safe_posting_day: None,
                    counts,
                    form,
                    next_end: None,
                };
                (Some(on), Some(notice))
            }
            RenewalState::Notice(dates) => {
                let following = dates.following_end.filter(|_| letter.choices.for_following_end);
                let (ends_on, last_day) = match (following, engagement.notice) {
                    (Some(end), Some(period)) => (end, kindly_records::last_day_of_notice(end, period)),
                    _ => (dates.ends_on, dates.last_day),
                };
                let posting =
                    last_safe_posting_day(last_day, engagement.notice_form, engagement.notice_counts, margin);
                let notice = letters::Notice {
                    last_day,
                    last_safe_posting_day: Some(posting),
                    counts,
                    form,
                    next_end: dates.following_end,
                };
                (Some(ends_on), Some(notice))
            }
        }
    }
}

/// The record of a kind that a letter is about, while it is there.
fn about<R: Stored>(reader: &Reader<'_>, letter: &Letter) -> Result<Option<Kept<R>>, PracticeError>
where
    R::Id: From<Uuid>,
{
    match letter.about.iter().find(|basis| basis.kind == R::KIND) {
        Some(basis) => Ok(reader.get::<R>(basis.id.into())?),
        None => Ok(None),
    }
}

fn reminded(reader: &Reader<'_>, letter: &Letter) -> Result<Option<(LetterId, NaiveDate)>, PracticeError> {
    let sent = reader.of_client::<Letter>(letter.client)?.into_iter().filter_map(|kept| {
        let about_money = matches!(kept.record.letter_kind, LetterKind::PaymentNotice | LetterKind::Pause);
        let on = kept.record.sent.as_ref().filter(|_| about_money)?.on;
        Some((kept.id, on))
    });
    Ok(sent.filter(|(_, on)| *on <= letter.written_on).max_by_key(|(_, on)| *on))
}

/// An open invoice, with what is still to be paid as its amount: a letter asks for no more than that.
fn still_to_be_paid(account: &Account<'_>) -> Option<Kept<Invoice>> {
    let Kept { id, record } = account.invoice;
    let open = || Kept { id: *id, record: Invoice { amount: account.open, ..record.clone() } };
    account.settled_on.is_none().then(open)
}
