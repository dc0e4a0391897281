//! The practice on one screen.
use std::collections::HashMap;

use chrono::NaiveDate;
use kindly_records::{Client, ClientStatus, Kept, Moment};
use kindly_verdict::ClientVerdict;

use super::{
    judged::settings,
    own_record::{fell, number, own_record, sentences},
    picture::picture,
    row::row,
    view::{ClientRow, ClientsView, Verdict},
};
use crate::{Message, Practice, PracticeError, needs};

/// The screen as it was told last, and where the journal stood: the window reads ahead, and one comes back to it often.
pub(crate) struct KeptOverview {
    position: i64,
    view: ClientsView,
}

impl KeptOverview {
    /// It, where nothing was recorded since and the day is the same. A journal that cannot be read says neither.
    fn of(&self, position: i64, today: NaiveDate) -> Option<ClientsView> {
        (position >= 0 && self.position == position && self.view.today == today).then(|| self.view.clone())
    }
}

impl Practice {
    /// The practice on one screen.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn clients(&self, moment: Moment) -> Result<ClientsView, PracticeError> {
        let position = self.ledger.journal_position();
        let kept = self.overview.borrow().as_ref().and_then(|kept| kept.of(position, moment.today));
        if let Some(view) = kept {
            return Ok(view);
        }
        let view = self.overview_of(moment)?;
        *self.overview.borrow_mut() = Some(KeptOverview { position, view: view.clone() });
        Ok(view)
    }

    fn overview_of(&self, moment: Moment) -> Result<ClientsView, PracticeError> {
        let books = self.books()?;
        let margin = books.profile.postal_margin_working_days;
        let today = moment.today;
        let judged = self.judge(&books, today)?;
        let verdicts: HashMap<String, &ClientVerdict> =
            judged.clients.iter().map(|verdict| (verdict.id.clone(), verdict)).collect();
        let shown = || books.clients.iter().filter(|client| client.record.status != ClientStatus::Archived);
        let verdict_of = |client: &Kept<Client>| verdicts.get(&client.id.to_string()).copied();
        let mut rows: Vec<ClientRow> =
            shown().map(|client| row(&books, client, verdict_of(client), today, margin)).collect();
        rows.sort_by_key(|row| (rank(row), row.name.to_lowercase()));
        let own = own_record(&books, today);
        let current = shown().filter(|client| client.record.status == ClientStatus::Active);
        let marked = current.filter_map(|client| Some((client, verdict_of(client)?.verdict.into())));
        // Our own fall is said before anything about a client; how they stand follows below it.
        let clients = headline(&rows);
        let (headline, mut below) = match fell(&own) {
            Some(fell) => (Message::HeadlineOwnRecordFell { fell }, vec![clients]),
            None => (clients, Vec::new()),
        };
        below.extend(delivered_of_all(&rows));
        below.extend(sentences(&own));
        let needs = needs::of(&books, &own, &judged, today, margin);
        Ok(ClientsView {
            today,
            headline,
            below,
            scatter: picture(&books, marked, settings(&books.profile).delivery_bar, today),
            open_enquiries: number(
                shown()
                    .flat_map(|client| books.enquiries.of_client(client.id))
                    .filter(|kept| kept.record.answered_on.is_none())
                    .count(),
            ),
            letters: number(shown().map(|client| books.letters.of_client(client.id).len()).sum()),
            sample: books.clients.iter().any(|client| client.record.sample),
            snoozed: number(needs.put_off.len()),
            needs: needs.now,
            rows,
        })
    }
}

/// The most pressing first; whom we no longer work with, or not yet, last.
fn rank(row: &ClientRow) -> u8 {
    match (row.status, row.verdict) {
        (ClientStatus::Active, Some(verdict)) => match verdict {
            Verdict::NeverHappy => 0,
            Verdict::OurDeliveryFirst => 1,
            Verdict::OfferingProblem => 2,
            Verdict::OneWay => 3,
            Verdict::Watch => 4,
            Verdict::NotEnoughEvidence => 5,
            Verdict::Healthy => 6,
        },
        (ClientStatus::Prospect, _) => 7,
        _ => 8,
    }
}

fn headline(rows: &[ClientRow]) -> Message {
    let active = || rows.iter().filter(|row| row.status == ClientStatus::Active);
    if active().next().is_none() {
        return Message::HeadlineEmpty;
    }
    let with = |verdict| number(active().filter(|row| row.verdict == Some(verdict)).count());
    Message::HeadlineClients {
        clients: number(active().count()),
        never_happy: with(Verdict::NeverHappy),
        ours: with(Verdict::OurDeliveryFirst),
        offering: with(Verdict::OfferingProblem),
        one_way: with(Verdict::OneWay),
        watch: with(Verdict::Watch),
        too_early: with(Verdict::NotEnoughEvidence),
    }
}

fn delivered_of_all(rows: &[ClientRow]) -> Vec<Message> {
    let (met, counted) =
        rows.iter().fold((0, 0), |(met, counted), row| (met + row.met, counted + row.counted));
    (counted > 0).then_some(Message::DeliveredOfAll { met, counted }).into_iter().collect()
}
