//! One client, whole.
use chrono::NaiveDate;
use kindly_ledger::Reader;
use kindly_records::{
    Attention, ClientId, ClientStatus, Document, Kept, Kind, LetterKind, Moment, TimeEntry,
};

use super::{
    alerts::alerts,
    lines::{column, invoice_line, lines, payment_lines},
    own_record::number,
    row::row,
    view::{ClientView, LedgerLine, Renewal, Verdict},
    why::why,
};
use crate::{Practice, PracticeError, excuse};

/// How many lines of time and attention are shown; all of them would bury the rest.
const WORK_SHOWN: usize = 200;

impl Practice {
    /// One client: why the verdict is what it is, and both sides of the ledger.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the client is no longer there.
    pub fn client(&self, moment: Moment, id: ClientId) -> Result<ClientView, PracticeError> {
        let reader = self.ledger.reader();
        let books = self.books()?;
        let margin = books.profile.postal_margin_working_days;
        let today = moment.today;
        let client: &Kept<_> = books.client(id).ok_or(PracticeError::Gone { kind: Kind::Client })?;
        let judged = self.judge(&books, today)?;
        let verdict = judged.clients.iter().find(|verdict| verdict.id == id.to_string());
        let row = row(&books, client, verdict, today, margin);
        let check_ins = lines(books.check_ins.of_client(id), today, margin);
        let complaints = lines(books.complaints.of_client(id), today, margin);
        let obligations = lines(books.obligations.of_client(id), today, margin);
        let accounts = books.accounts(id, today);
        let invoices = accounts.iter().map(|account| invoice_line(account, today));
        let payments = payment_lines(books.payments.of_client(id), &accounts);
        let praise = lines(books.praise.of_client(id), today, margin);
        let concessions = lines(books.concessions.of_client(id), today, margin);
        let incidents = lines(books.incidents.of_client(id), today, margin);
        let decisions = lines(books.decisions.of_client(id), today, margin);
        let endings = lines(books.endings.of_client(id), today, margin);
        let (work, work_count) = work(reader, id, today)?;
        let enquiries = column(lines(books.enquiries.of_client(id), today, margin));
        let ends = matches!(row.renewal, Renewal::On { .. });
        Ok(ClientView {
            today,
            id,
            client: client.record.clone(),
            why: verdict.map(|verdict| why(&books, client, verdict, today)),
            we_owed: column(lines(books.deliverables.of_client(id), today, margin)),
            they_said: column(check_ins.into_iter().chain(complaints).chain(praise)),
            they_owed: column(obligations.into_iter().chain(invoices).chain(payments)),
            given_away: column(concessions.into_iter().chain(incidents)),
            engagements: column(lines(books.engagements.of_client(id), today, margin)),
            letter_kinds: letter_kinds(client.record.status, row.verdict, ends, !enquiries.is_empty()),
            enquiries,
            letters: column(lines(books.letters.of_client(id), today, margin)),
            requests: column(lines(books.requests.of_client(id), today, margin)),
            talked: column(lines(books.conversations.of_client(id), today, margin).into_iter().chain(lines(
                books.check_in_requests.of_client(id),
                today,
                margin,
            ))),
            decided: column(decisions.into_iter().chain(endings)),
            work,
            work_count,
            documents: column(lines(&reader.of_client::<Document>(id)?, today, margin)),
            templates: column(lines(books.templates.of_client(id), today, margin)),
            proposals: excuse::proposals(
                books.deliverables.of_client(id),
                books.obligations.of_client(id),
                today,
            ),
            alerts: alerts(&books, client, today),
            row,
        })
    }
}

/// The latest time and attention, and how many records of them there are in all.
fn work(
    reader: Reader<'_>,
    client: ClientId,
    today: NaiveDate,
) -> Result<(Vec<LedgerLine>, u32), PracticeError> {
    let entries = reader.of_client::<TimeEntry>(client)?;
    let attention = reader.of_client::<Attention>(client)?;
    let latest = column(lines(last(&entries), today, 0).into_iter().chain(lines(last(&attention), today, 0)));
    let count = number(entries.len() + attention.len());
    Ok((latest.into_iter().take(WORK_SHOWN).collect(), count))
}

/// Records come by their days: those that can be among the latest stand at the end.
fn last<R>(records: &[R]) -> &[R] {
    &records[records.len().saturating_sub(WORK_SHOWN)..]
}

/// What can be written to a client, the likeliest first: an agreement that ends can be refused its renewal, whatever
/// the verdict (what it costs is reason enough); an enquiry can be declined.
fn letter_kinds(
    status: ClientStatus,
    verdict: Option<Verdict>,
    ends: bool,
    has_enquiry: bool,
) -> Vec<LetterKind> {
    let refusal = ends.then_some(LetterKind::RenewalRefusal);
    let decline = has_enquiry.then_some(LetterKind::ProspectDecline);
    if status == ClientStatus::Prospect || verdict.is_none() {
        decline.into_iter().chain(refusal).collect()
    } else {
        refusal.into_iter().chain(decline).collect()
    }
}
