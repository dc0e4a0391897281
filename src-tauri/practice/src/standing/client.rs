//! One client, whole.
use kindly_records::{ClientId, ClientStatus, Kept, Kind, LetterKind, Moment};

use super::{
    judged::judge,
    lines::{column, lines},
    row::row,
    view::{ClientView, Renewal, Verdict},
    why::why,
};
use crate::{Practice, PracticeError, books::Books};

impl Practice {
    /// One client: why the verdict is what it is, and both sides of the ledger.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the client is no longer there.
    pub fn client(&self, moment: Moment, id: ClientId) -> Result<ClientView, PracticeError> {
        let reader = self.ledger.reader();
        let books = Books::read(reader)?;
        let margin = reader.profile()?.postal_margin_working_days;
        let today = moment.today;
        let found = books.clients.iter().find(|kept| kept.id == id);
        let client: &Kept<_> = found.ok_or(PracticeError::Gone { kind: Kind::Client })?;
        let judged = judge(&books, today)?;
        let verdict = judged.clients.iter().find(|verdict| verdict.id == id.to_string());
        let row = row(&books, client, verdict, today, margin);
        let check_ins = lines(books.check_ins.of_client(id), today, margin);
        let complaints = lines(books.complaints.of_client(id), today, margin);
        let obligations = lines(books.obligations.of_client(id), today, margin);
        let invoices = lines(books.invoices.of_client(id), today, margin);
        let concessions = lines(books.concessions.of_client(id), today, margin);
        let incidents = lines(books.incidents.of_client(id), today, margin);
        let enquiries = column(lines(books.enquiries.of_client(id), today, margin));
        let ends = matches!(row.renewal, Renewal::On { .. });
        Ok(ClientView {
            today,
            id,
            client: client.record.clone(),
            why: verdict.map(|verdict| why(&books, client, verdict, today)),
            we_owed: column(lines(books.deliverables.of_client(id), today, margin)),
            they_said: column(check_ins.into_iter().chain(complaints)),
            they_owed: column(obligations.into_iter().chain(invoices)),
            given_away: column(concessions.into_iter().chain(incidents)),
            engagements: column(lines(books.engagements.of_client(id), today, margin)),
            letter_kinds: letter_kinds(client.record.status, row.verdict, ends, !enquiries.is_empty()),
            enquiries,
            letters: column(lines(books.letters.of_client(id), today, margin)),
            row,
        })
    }
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
