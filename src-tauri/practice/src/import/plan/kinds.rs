//! A row of each kind, against what is recorded.
use std::collections::HashMap;

use chrono::NaiveDate;
use iso_currency::Currency;
use kindly_exchange::{
    CheckInRow, ClientRow, ComplaintRow, DeliverableRow, Draft, EnquiryRow, Field, ImportKind, InvoiceRow,
    ObligationRow, PaymentRow, Sheet, TimeEntryRow, match_key,
};
use kindly_ledger::{LedgerError, Reader, Stored};
use kindly_records::{
    CheckIn, Client, ClientId, Complaint, Deliverable, DeliverableId, Engagement, EngagementId, Enquiry,
    IdSource, Invoice, InvoiceId, Kept, Obligation, Payment, SaidBy, TimeEntry,
};

use super::{
    Plan,
    clients::{Clients, Whom},
    merge,
};
use crate::{
    import::{
        matching::{Known, key_of},
        refusal::Refusal,
        view::NearName,
    },
    standing::number,
};

/// What rows are matched against: only the kinds that the file's rows are, or name.
pub(super) struct Ledger<'a> {
    sheet: &'a Sheet,
    today: NaiveDate,
    lines: HashMap<String, usize>,
    deliverables: Titled<Deliverable>,
    engagements: Titled<Engagement>,
    invoices: Titled<Invoice>,
    known_deliverables: Known<Deliverable>,
    known_check_ins: Known<CheckIn>,
    known_invoices: Known<Invoice>,
    known_obligations: Known<Obligation>,
    known_complaints: Known<Complaint>,
    known_time_entries: Known<TimeEntry>,
    known_payments: Known<Payment>,
    known_enquiries: Known<Enquiry>,
}

impl<'a> Ledger<'a> {
    pub(super) fn read(reader: Reader<'_>, sheet: &'a Sheet, today: NaiveDate) -> Result<Self, LedgerError> {
        let kind = sheet.kind;
        Ok(Self {
            sheet,
            today,
            lines: HashMap::new(),
            deliverables: if kind == ImportKind::CheckIns { titled(reader.all()?) } else { Titled::new() },
            engagements: titled(reader.all()?),
            invoices: if kind == ImportKind::Payments { titled(reader.all()?) } else { Titled::new() },
            known_deliverables: known(reader, kind == ImportKind::Deliverables, deliverable_key)?,
            known_check_ins: known(reader, kind == ImportKind::CheckIns, check_in_key)?,
            known_invoices: known(reader, kind == ImportKind::Invoices, invoice_key)?,
            known_obligations: known(reader, kind == ImportKind::Obligations, obligation_key)?,
            known_complaints: known(reader, kind == ImportKind::Complaints, complaint_key)?,
            known_time_entries: known(reader, kind == ImportKind::TimeEntries, time_entry_key)?,
            known_payments: known(reader, kind == ImportKind::Payments, payment_key)?,
            known_enquiries: known(reader, kind == ImportKind::Enquiries, enquiry_key)?,
        })
    }

    /// The agreement that a row names. A tool's project that is none of ours is no agreement.
    fn engagement(
        &self,
        client: ClientId,
        name: &str,
        title: Option<&str>,
    ) -> Result<Option<EngagementId>, Refusal> {
        let Some(title) = title else { return Ok(None) };
        let called = self.engagements.get(&key_of(client, &[title]));
        match called.and_then(|called| called.last()) {
            Some(kept) => Ok(Some(kept.id)),
            None if self.sheet.tool.is_some() => Ok(None),
            None => Err(Refusal::NoSuchEngagement { title: title.to_owned(), client: name.to_owned() }),
        }
    }

    /// The deliverable that an answer is about. Titles recur (a monthly report): the last one until the answer is
    /// meant, or the first one at all where there is none until then.
    fn deliverable(
        &self,
        client: ClientId,
        name: &str,
        row: &CheckInRow,
    ) -> Result<Option<DeliverableId>, Refusal> {
        let Some(title) = row.deliverable.as_deref() else { return Ok(None) };
        let called = self.deliverables.get(&key_of(client, &[title])).map_or(&[][..], Vec::as_slice);
        let until = called.iter().filter(|kept| kept.record.dated() <= row.on);
        let meant = until.max_by_key(|kept| kept.record.dated());
        let meant = meant.or_else(|| called.iter().min_by_key(|kept| kept.record.dated()));
        meant
            .map(|kept| Some(kept.id))
            .ok_or_else(|| Refusal::NoSuchDeliverable { title: title.to_owned(), client: name.to_owned() })
    }

    fn invoice(&self, client: ClientId, name: &str, number: &str) -> Result<InvoiceId, Refusal> {
        let called = self.invoices.get(&key_of(client, &[number]));
        called
            .and_then(|called| called.last())
            .map(|kept| kept.id)
            .ok_or_else(|| Refusal::NoSuchInvoice { number: number.to_owned(), client: name.to_owned() })
    }
}

impl Plan {
    pub(super) fn take(
        &mut self,
        ledger: &mut Ledger<'_>,
        clients: &mut Clients<'_>,
        ids: &mut IdSource,
        draft: &Draft,
    ) -> Result<(), Refusal> {
        if let Draft::Client(row) = draft {
            return self.client(ledger, clients, row);
        }
        let (client, name) = match clients.whom(draft, ids, &mut self.writes)? {
            Whom::Client(client, name) => (client, name),
            Whom::LeftOut => {
                self.left_out += 1;
                return Ok(());
            }
        };
        match draft {
            Draft::Client(_) => {}
            Draft::Deliverable(row) => self.deliverable(ledger, client, &name, row)?,
            Draft::CheckIn(row) => {
                let record = row.record(client, ledger.deliverable(client, &name, row)?);
                let there = ledger.known_check_ins.next(&[check_in_key(&record)]);
                self.put(there, merge::check_in(there, record));
            }
            Draft::Invoice(row) => self.invoice(ledger, client, clients.currency(client), row),
            Draft::Obligation(row) => self.obligation(ledger, client, &name, row)?,
            Draft::Complaint(row) => self.complaint(ledger, client, row),
            Draft::TimeEntry(row) => self.time_entry(ledger, client, &name, row)?,
            Draft::Payment(row) => self.payment(ledger, client, &name, row)?,
            Draft::Enquiry(row) => self.enquiry(ledger, client, row),
        }
        Ok(())
    }

    fn client(
        &mut self,
        ledger: &mut Ledger<'_>,
        clients: &Clients<'_>,
        row: &ClientRow,
    ) -> Result<(), Refusal> {
        let name = &row.client.name;
        if let Some(line) = ledger.lines.insert(match_key(name), row.line) {
            return Err(Refusal::Twice { name: name.clone(), line });
        }
        let there = clients.names.find(name);
        if there.is_none()
            && let Some(existing) = clients.names.near(name).first()
        {
            let existing = existing.record.name.clone();
            self.near.push(NearName { line: number(row.line), name: name.clone(), existing });
        }
        let record = match there {
            None => row.client.clone(),
            Some(before) => merge::client(ledger.sheet, &before.record, &row.client),
        };
        self.put::<Client>(there, record);
        Ok(())
    }

    fn deliverable(
        &mut self,
        ledger: &mut Ledger<'_>,
        client: ClientId,
        name: &str,
        row: &DeliverableRow,
    ) -> Result<(), Refusal> {
        let engagement = ledger.engagement(client, name, row.engagement.as_deref())?;
        let record = row.record(client, engagement);
        let there = ledger.known_deliverables.next(&[deliverable_key(&record)]);
        self.put(there, merge::deliverable(ledger.sheet, there, record));
        Ok(())
    }

    fn invoice(&mut self, ledger: &mut Ledger<'_>, client: ClientId, theirs: Currency, row: &InvoiceRow) {
        let mut record = row.record(client);
        // A bill that names no currency is in that of its client, where the number says the same in both.
        if !row.currency_stated && theirs.exponent() == record.amount.currency.exponent() {
            record.amount.currency = theirs;
        }
        if row.paid_day_assumed {
            // Paid, on a day that the file does not tell: the due date stands for it, but nothing is paid tomorrow.
            record.paid_on = record.paid_on.map(|day| day.min(ledger.today).max(record.issued_on));
        }
        let there = ledger.known_invoices.next(&[invoice_key(&record)]);
        self.put(there, merge::invoice(ledger.sheet, there, record));
    }

    fn obligation(
        &mut self,
        ledger: &mut Ledger<'_>,
        client: ClientId,
        name: &str,
        row: &ObligationRow,
    ) -> Result<(), Refusal> {
        let engagement = ledger.engagement(client, name, row.engagement.as_deref())?;
        let record = row.record(client, engagement);
        let there = ledger.known_obligations.next(&[obligation_key(&record)]);
        self.put(there, merge::obligation(ledger.sheet, there, record));
        Ok(())
    }

    fn complaint(&mut self, ledger: &mut Ledger<'_>, client: ClientId, row: &ComplaintRow) {
        let record = row.record(client);
        let there = ledger.known_complaints.next(&[complaint_key(&record)]);
        self.put(there, merge::complaint(ledger.sheet, there, record));
    }

    fn time_entry(
        &mut self,
        ledger: &mut Ledger<'_>,
        client: ClientId,
        name: &str,
        row: &TimeEntryRow,
    ) -> Result<(), Refusal> {
        let engagement = ledger.engagement(client, name, row.engagement.as_deref())?;
        let plain = row.record(client, engagement);
        // A project that is no agreement of ours is named in the words, so that it is not lost.
        let record = match row.engagement.as_deref().filter(|_| engagement.is_none()) {
            Some(project) if plain.what.is_empty() => TimeEntry { what: project.to_owned(), ..plain.clone() },
            Some(project) => TimeEntry { what: format!("{project}: {}", plain.what), ..plain.clone() },
            None => plain.clone(),
        };
        // Either form is the same entry, whether or not the agreement was recorded in between.
        let mut keys = vec![time_entry_key(&record), time_entry_key(&plain)];
        if let (Some(project), true) = (row.engagement.as_deref(), engagement.is_some()) {
            let what = format!("{project}: {}", plain.what);
            keys.push(time_entry_key(&TimeEntry { what, ..plain }));
        }
        let there = ledger.known_time_entries.next(&keys);
        self.put(there, merge::time_entry(there, record));
        Ok(())
    }

    fn payment(
        &mut self,
        ledger: &mut Ledger<'_>,
        client: ClientId,
        name: &str,
        row: &PaymentRow,
    ) -> Result<(), Refusal> {
        let record = row.record(client, ledger.invoice(client, name, &row.invoice)?);
        let there = ledger.known_payments.next(&[payment_key(&record)]);
        self.put(there, record);
        Ok(())
    }

    fn enquiry(&mut self, ledger: &mut Ledger<'_>, client: ClientId, row: &EnquiryRow) {
        let record = row.record(client);
        let there = ledger.known_enquiries.next(&[enquiry_key(&record)]);
        let answered =
            there.filter(|_| !ledger.sheet.has(Field::Answered)).map(|kept| kept.record.answered_on);
        let record = Enquiry { answered_on: answered.unwrap_or(record.answered_on), ..record };
        self.put(there, record);
    }
}

/// Records by client and title: a file with a row a month asks for the same title again and again.
type Titled<R> = HashMap<String, Vec<Kept<R>>>;

fn titled<R: Stored>(records: Vec<Kept<R>>) -> Titled<R> {
    let mut titled: Titled<R> = HashMap::new();
    for kept in records {
        if let Some(client) = kept.record.client() {
            titled.entry(key_of(client, &[&kept.record.title()])).or_default().push(kept);
        }
    }
    titled
}

fn known<R: Stored>(
    reader: Reader<'_>,
    wanted: bool,
    key: impl Fn(&R) -> String,
) -> Result<Known<R>, LedgerError> {
    if wanted { Known::read(reader, key) } else { Ok(Known::none()) }
}

fn deliverable_key(record: &Deliverable) -> String {
    key_of(record.client, &[&record.title, &record.due_on.to_string()])
}

fn check_in_key(record: &CheckIn) -> String {
    let said_by = if record.said_by == SaidBy::Them { "them" } else { "me" };
    key_of(record.client, &[&record.on.to_string(), record.scale.name(), said_by])
}

fn invoice_key(record: &Invoice) -> String {
    key_of(record.client, &[&record.number])
}

fn obligation_key(record: &Obligation) -> String {
    key_of(record.client, &[&record.title, &record.due_on.to_string()])
}

fn complaint_key(record: &Complaint) -> String {
    key_of(record.client, &[&record.on.to_string(), &record.theme])
}

fn time_entry_key(record: &TimeEntry) -> String {
    key_of(record.client, &[&record.on.to_string(), &record.seconds.to_string(), &record.what])
}

fn payment_key(record: &Payment) -> String {
    let amount = format!("{}{}", record.amount.minor, record.amount.currency.code());
    key_of(record.client, &[&record.invoice.to_string(), &record.on.to_string(), &amount])
}

fn enquiry_key(record: &Enquiry) -> String {
    key_of(record.client, &[&record.received_on.to_string(), &record.subject])
}
