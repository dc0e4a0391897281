//! What can be written to a client, and the records that each kind begins from.
use kindly_ledger::Stored;
use kindly_records::{
    ClientId, Complaint, Deliverable, Engagement, Enquiry, Incident, Kept, Kind, LetterBasis, LetterKind,
    Moment, Obligation, Outcome, Request, RequestAnswer,
};

use super::view::{KindChoice, StartsFrom};
use crate::{Practice, PracticeError, books::accounts, standing::notice_dates};

impl Practice {
    /// Every kind of letter with the records that one to this client can begin from, likeliest first; a kind that has
    /// none says what it lacks.
    ///
    /// # Errors
    /// Where the client is gone.
    pub fn letter_kinds(&self, moment: Moment, client: ClientId) -> Result<Vec<KindChoice>, PracticeError> {
        self.client_named(client)?;
        LetterKind::ALL
            .into_iter()
            .map(|kind| {
                let starts_from = self.starts_from(moment, client, kind)?;
                let lacks = rests_on(kind).filter(|_| starts_from.is_empty());
                Ok(KindChoice { kind, starts_from, lacks })
            })
            .collect()
    }

    /// The records that a letter of a kind can begin from, likeliest first.
    pub(super) fn starts_from(
        &self,
        moment: Moment,
        client: ClientId,
        kind: LetterKind,
    ) -> Result<Vec<StartsFrom>, PracticeError> {
        let reader = self.ledger.reader();
        Ok(match rests_on(kind) {
            None => Vec::new(),
            Some(Kind::Engagement) => self.engagements_by_end(moment, client)?,
            Some(Kind::Enquiry) => {
                let mut waiting: Vec<Kept<Enquiry>> = reader.of_client(client)?;
                waiting.sort_by_key(|kept| {
                    (kept.record.answered_on.is_some(), std::cmp::Reverse(kept.record.received_on))
                });
                starts(&waiting, |enquiry| enquiry.received_on)
            }
            Some(Kind::Request) => {
                let mut asked: Vec<Kept<Request>> = reader.of_client(client)?;
                asked.sort_by_key(|kept| {
                    (kept.record.answer != RequestAnswer::Open, std::cmp::Reverse(kept.record.on))
                });
                starts(&asked, |request| request.on)
            }
            Some(Kind::Obligation) => {
                let mut owed: Vec<Kept<Obligation>> = reader.of_client(client)?;
                owed.retain(|kept| kept.record.met_on.is_none());
                owed.sort_by_key(|kept| kept.record.due_on);
                starts(&owed, |owed| owed.due_on)
            }
            Some(Kind::Incident) => {
                let mut seen: Vec<Kept<Incident>> = reader.of_client(client)?;
                seen.sort_by_key(|kept| std::cmp::Reverse(kept.record.on));
                starts(&seen, |incident| incident.on)
            }
            Some(Kind::Complaint) => {
                let mut heard: Vec<Kept<Complaint>> = reader.of_client(client)?;
                heard.sort_by_key(|kept| {
                    (kept.record.answered_on.is_some(), std::cmp::Reverse(kept.record.on))
                });
                starts(&heard, |complaint| complaint.on)
            }
            Some(Kind::Deliverable) => {
                let mut late: Vec<Kept<Deliverable>> = reader.of_client(client)?;
                late.retain(|kept| super::stated::missed(&kept.record, moment.today));
                late.sort_by_key(|kept| {
                    (kept.record.outcome != Outcome::Pending, std::cmp::Reverse(kept.record.due_on))
                });
                let mut found = starts(&late, |deliverable| deliverable.due_on);
                // What went wrong may also be what they said.
                let heard: Vec<Kept<Complaint>> = reader.of_client(client)?;
                found.extend(starts(&heard, |complaint| complaint.on));
                found
            }
            Some(_) => {
                let (invoices, payments) = (reader.of_client(client)?, reader.of_client(client)?);
                let accounts = accounts(&invoices, &payments, moment.today);
                let mut open: Vec<_> =
                    accounts.iter().filter(|account| account.settled_on.is_none()).collect();
                open.retain(|account| account.invoice.record.due_on < moment.today);
                open.sort_by_key(|account| account.invoice.record.due_on);
                open.into_iter()
                    .map(|account| start(account.invoice, account.invoice.record.due_on))
                    .collect()
            }
        })
    }

    fn engagements_by_end(&self, moment: Moment, client: ClientId) -> Result<Vec<StartsFrom>, PracticeError> {
        let reader = self.ledger.reader();
        let margin = reader.profile()?.postal_margin_working_days;
        let mut engagements = reader.of_client::<Engagement>(client)?;
        engagements.sort_by_key(|kept| match notice_dates(&kept.record, moment.today, margin) {
            Some(dates) => (false, dates.ends_on),
            None => (true, kept.record.term_ends_on.unwrap_or(kept.record.agreed_on)),
        });
        Ok(starts(&engagements, |engagement| engagement.agreed_on))
    }

    /// The agreement that a new letter is under: that of its record, else the one whose end comes first.
    pub(super) fn engagement_of(
        &self,
        moment: Moment,
        client: ClientId,
        about: Option<&LetterBasis>,
    ) -> Result<Option<Kept<Engagement>>, PracticeError> {
        let reader = self.ledger.reader();
        let named = match about {
            Some(LetterBasis { kind: Kind::Engagement, id }) => Some((*id).into()),
            Some(LetterBasis { kind: Kind::Request, id }) => {
                reader.get::<Request>((*id).into())?.and_then(|kept| kept.record.engagement)
            }
            Some(LetterBasis { kind: Kind::Obligation, id }) => {
                reader.get::<Obligation>((*id).into())?.and_then(|kept| kept.record.engagement)
            }
            Some(LetterBasis { kind: Kind::Deliverable, id }) => {
                reader.get::<Deliverable>((*id).into())?.and_then(|kept| kept.record.engagement)
            }
            _ => None,
        };
        let first = || -> Result<_, PracticeError> {
            Ok(self
                .engagements_by_end(moment, client)?
                .into_iter()
                .next()
                .and_then(|from| from.id.parse().ok()))
        };
        match named.map_or_else(first, |id| Ok(Some(id)))? {
            Some(id) => Ok(reader.get::<Engagement>(id)?),
            None => Ok(None),
        }
    }
}

/// The kind of record that a letter of a kind is about; none where the client alone is enough.
pub(super) fn rests_on(kind: LetterKind) -> Option<Kind> {
    match kind {
        LetterKind::RenewalRefusal
        | LetterKind::EarlyTermination
        | LetterKind::NewTerms
        | LetterKind::MutualEnd
        | LetterKind::Closure => Some(Kind::Engagement),
        LetterKind::ProspectDecline => Some(Kind::Enquiry),
        LetterKind::RequestDecline | LetterKind::OurWay => Some(Kind::Request),
        LetterKind::ResponsibilityReminder => Some(Kind::Obligation),
        LetterKind::Boundary => Some(Kind::Incident),
        LetterKind::PutRight => Some(Kind::Deliverable),
        LetterKind::ComplaintReply => Some(Kind::Complaint),
        LetterKind::PaymentNotice | LetterKind::Pause | LetterKind::FinalNotice => Some(Kind::Invoice),
        LetterKind::Referral => None,
    }
}

fn starts<R: Stored>(kept: &[Kept<R>], day: impl Fn(&R) -> chrono::NaiveDate) -> Vec<StartsFrom> {
    kept.iter().map(|kept| start(kept, day(&kept.record))).collect()
}

fn start<R: Stored>(kept: &Kept<R>, on: chrono::NaiveDate) -> StartsFrom {
    StartsFrom { kind: R::KIND, id: kept.id.to_string(), label: kept.record.title(), on }
}
