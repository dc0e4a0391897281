//! What each row of a sheet would do.
use std::collections::HashMap;

use kindly_exchange::{
    CheckInRow, ClientRow, ComplaintRow, DeliverableRow, Draft, Field, InvoiceRow, ObligationRow, Sheet,
    match_key,
};
use kindly_ledger::{LedgerError, Reader, Stored};
use kindly_records::{
    CheckIn, Client, ClientId, Complaint, Deliverable, DeliverableId, Engagement, EngagementId, Invoice,
    Kept, Obligation, Record, SaidBy,
};
use uuid::Uuid;

use super::{
    matching::{Known, Names, key_of},
    refusal::Refusal,
    view::{NearName, RefusedRow},
};
use crate::standing::number;

/// Rows of a file that a preview shows.
const PREVIEW_ROWS: usize = 5;

/// One row's effect.
pub(super) enum Write {
    /// A record that is not there yet.
    Add(Record),
    /// A record that changes.
    Change(Uuid, Record),
}

/// What a sheet would do.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) writes: Vec<Write>,
    pub(super) new: usize,
    pub(super) updated: usize,
    pub(super) unchanged: usize,
    pub(super) refused: Vec<RefusedRow>,
    pub(super) near: Vec<NearName>,
    pub(super) preview: Vec<Vec<String>>,
}

/// What rows are matched against.
struct Ledger {
    names: Names,
    deliverables: Titled<Deliverable>,
    engagements: Titled<Engagement>,
    known_deliverables: Known<Deliverable>,
    known_check_ins: Known<CheckIn>,
    known_invoices: Known<Invoice>,
    known_obligations: Known<Obligation>,
    known_complaints: Known<Complaint>,
}

/// Plans every row. What a file does not have a column for stays as it is.
pub(super) fn plan(reader: Reader<'_>, sheet: &Sheet) -> Result<Plan, LedgerError> {
    let mut ledger = Ledger::read(reader)?;
    let mut plan = Plan::default();
    let mut lines = HashMap::<String, usize>::new();
    for row in &sheet.rows {
        match row {
            Err(refused) => plan.refuse(refused.line, &refused.reason),
            Ok(draft) => {
                if let Err(refusal) = plan.take(&mut ledger, sheet, draft, &mut lines) {
                    plan.refuse(draft.line(), &refusal);
                }
            }
        }
    }
    Ok(plan)
}

impl Plan {
    fn refuse(&mut self, line: usize, reason: &impl ToString) {
        self.refused.push(RefusedRow { line: number(line), reason: reason.to_string() });
    }

    fn take(
        &mut self,
        ledger: &mut Ledger,
        sheet: &Sheet,
        draft: &Draft,
        lines: &mut HashMap<String, usize>,
    ) -> Result<(), Refusal> {
        match draft {
            Draft::Client(row) => self.client(ledger, sheet, row, lines),
            Draft::Deliverable(row) => self.deliverable(ledger, sheet, row),
            Draft::CheckIn(row) => self.check_in(ledger, row),
            Draft::Invoice(row) => self.invoice(ledger, sheet, row),
            Draft::Obligation(row) => self.obligation(ledger, sheet, row),
            Draft::Complaint(row) => self.complaint(ledger, sheet, row),
        }
    }

    fn client(
        &mut self,
        ledger: &Ledger,
        sheet: &Sheet,
        row: &ClientRow,
        lines: &mut HashMap<String, usize>,
    ) -> Result<(), Refusal> {
        let name = &row.client.name;
        if let Some(line) = lines.insert(match_key(name), row.line) {
            return Err(Refusal::Twice { name: name.clone(), line });
        }
        let there = ledger.names.find(name);
        if there.is_none()
            && let Some(existing) = ledger.names.near(name)
        {
            self.near.push(NearName { line: number(row.line), name: name.clone(), existing });
        }
        self.put(there, |before: Option<&Client>| match before {
            None => row.client.clone(),
            Some(before) => merged_client(sheet, before, &row.client),
        });
        Ok(())
    }

    fn deliverable(
        &mut self,
        ledger: &mut Ledger,
        sheet: &Sheet,
        row: &DeliverableRow,
    ) -> Result<(), Refusal> {
        let client = ledger.names.expect(&row.client)?;
        let (id, name) = (client.id, client.record.name.clone());
        let engagement =
            row.engagement.as_deref().map(|title| ledger.engagement(id, &name, title)).transpose()?;
        let draft = row.record(id, engagement);
        let there = ledger.known_deliverables.next(&deliverable_key(&draft));
        self.put(there, |before: Option<&Deliverable>| {
            let Some(before) = before else { return draft.clone() };
            let has_result = sheet.has(Field::Outcome) || sheet.has(Field::Delivered);
            Deliverable {
                engagement: if sheet.has(Field::Engagement) { draft.engagement } else { before.engagement },
                delivered_on: if has_result { draft.delivered_on } else { before.delivered_on },
                outcome: if has_result { draft.outcome } else { before.outcome },
                notes: if sheet.has(Field::Notes) { draft.notes.clone() } else { before.notes.clone() },
                ..draft.clone()
            }
        });
        Ok(())
    }

    fn check_in(&mut self, ledger: &mut Ledger, row: &CheckInRow) -> Result<(), Refusal> {
        let client = ledger.names.expect(&row.client)?;
        let (id, name) = (client.id, client.record.name.clone());
        let deliverable =
            row.deliverable.as_deref().map(|title| ledger.deliverable(id, &name, title, row)).transpose()?;
        let draft = row.record(id, deliverable);
        let there = ledger.known_check_ins.next(&check_in_key(&draft));
        self.put(there, |_| draft.clone());
        Ok(())
    }

    fn invoice(&mut self, ledger: &mut Ledger, sheet: &Sheet, row: &InvoiceRow) -> Result<(), Refusal> {
        let draft = row.record(ledger.names.expect(&row.client)?.id);
        let there = ledger.known_invoices.next(&invoice_key(&draft));
        self.put(there, |before: Option<&Invoice>| {
            let paid_on =
                before.filter(|_| !sheet.has(Field::Paid)).map_or(draft.paid_on, |before| before.paid_on);
            Invoice { paid_on, ..draft.clone() }
        });
        Ok(())
    }

    fn obligation(&mut self, ledger: &mut Ledger, sheet: &Sheet, row: &ObligationRow) -> Result<(), Refusal> {
        let client = ledger.names.expect(&row.client)?;
        let (id, name) = (client.id, client.record.name.clone());
        let engagement =
            row.engagement.as_deref().map(|title| ledger.engagement(id, &name, title)).transpose()?;
        let draft = row.record(id, engagement);
        let there = ledger.known_obligations.next(&obligation_key(&draft));
        self.put(there, |before: Option<&Obligation>| {
            let Some(before) = before else { return draft.clone() };
            Obligation {
                engagement: if sheet.has(Field::Engagement) { draft.engagement } else { before.engagement },
                what: if sheet.has(Field::What) { draft.what } else { before.what },
                met_on: if sheet.has(Field::Met) { draft.met_on } else { before.met_on },
                notes: if sheet.has(Field::Notes) { draft.notes.clone() } else { before.notes.clone() },
                ..draft.clone()
            }
        });
        Ok(())
    }

    fn complaint(&mut self, ledger: &mut Ledger, sheet: &Sheet, row: &ComplaintRow) -> Result<(), Refusal> {
        let draft = row.record(ledger.names.expect(&row.client)?.id);
        let there = ledger.known_complaints.next(&complaint_key(&draft));
        self.put(there, |before: Option<&Complaint>| {
            let Some(before) = before else { return draft.clone() };
            Complaint {
                words: if sheet.has(Field::Words) { draft.words.clone() } else { before.words.clone() },
                answered_on: if sheet.has(Field::Answered) { draft.answered_on } else { before.answered_on },
                resolved_on: if sheet.has(Field::Resolved) { draft.resolved_on } else { before.resolved_on },
                ..draft.clone()
            }
        });
        Ok(())
    }

    /// Adds, changes or leaves a record, and counts which.
    fn put<R>(&mut self, there: Option<&Kept<R>>, after: impl FnOnce(Option<&R>) -> R)
    where
        R: Stored + Into<Record>,
    {
        let record = after(there.map(|kept| &kept.record));
        if self.preview.len() < PREVIEW_ROWS {
            self.preview.push(shown(&record.clone().into()));
        }
        match there {
            None => {
                self.new += 1;
                self.writes.push(Write::Add(record.into()));
            }
            Some(kept) if kept.record == record => self.unchanged += 1,
            Some(kept) => {
                self.updated += 1;
                self.writes.push(Write::Change(kept.id.into(), record.into()));
            }
        }
    }
}

impl Ledger {
    fn read(reader: Reader<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            names: Names::read(reader)?,
            deliverables: titled(reader.all()?),
            engagements: titled(reader.all()?),
            known_deliverables: Known::read(reader, deliverable_key)?,
            known_check_ins: Known::read(reader, check_in_key)?,
            known_invoices: Known::read(reader, invoice_key)?,
            known_obligations: Known::read(reader, obligation_key)?,
            known_complaints: Known::read(reader, complaint_key)?,
        })
    }

    fn engagement(&self, client: ClientId, name: &str, title: &str) -> Result<EngagementId, Refusal> {
        let called = self.engagements.get(&title_key(client, title));
        called
            .and_then(|called| called.last())
            .map(|kept| kept.id)
            .ok_or_else(|| Refusal::NoSuchEngagement { title: title.to_owned(), client: name.to_owned() })
    }

    /// The deliverable that an answer is about. Titles recur (a monthly report): the last one until the answer is
    /// meant, or the first one at all where there is none until then.
    fn deliverable(
        &self,
        client: ClientId,
        name: &str,
        title: &str,
        row: &CheckInRow,
    ) -> Result<DeliverableId, Refusal> {
        let called = self.deliverables.get(&title_key(client, title)).map_or(&[][..], Vec::as_slice);
        let until = called.iter().filter(|kept| kept.record.dated() <= row.on);
        let meant = until.max_by_key(|kept| kept.record.dated());
        let meant = meant.or_else(|| called.iter().min_by_key(|kept| kept.record.dated()));
        meant
            .map(|kept| kept.id)
            .ok_or_else(|| Refusal::NoSuchDeliverable { title: title.to_owned(), client: name.to_owned() })
    }
}

/// Records by client and title: a file with a row a month asks for the same title again and again.
type Titled<R> = HashMap<String, Vec<Kept<R>>>;

fn titled<R: Stored>(records: Vec<Kept<R>>) -> Titled<R> {
    let mut titled: Titled<R> = HashMap::new();
    for kept in records {
        if let Some(client) = kept.record.client() {
            titled.entry(title_key(client, &kept.record.title())).or_default().push(kept);
        }
    }
    titled
}

fn title_key(client: ClientId, title: &str) -> String {
    key_of(client, &[title])
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

/// A client with what the file says of them; the rest stays.
fn merged_client(sheet: &Sheet, before: &Client, row: &Client) -> Client {
    let mut client = before.clone();
    client.name.clone_from(&row.name);
    let mut text = |field, to: fn(&mut Client) -> &mut String, from: &String| {
        if sheet.has(field) {
            to(&mut client).clone_from(from);
        }
    };
    text(Field::Salutation, |client| &mut client.contact.salutation, &row.contact.salutation);
    text(Field::GivenName, |client| &mut client.contact.given_name, &row.contact.given_name);
    text(Field::FamilyName, |client| &mut client.contact.family_name, &row.contact.family_name);
    text(Field::Email, |client| &mut client.contact.email, &row.contact.email);
    text(Field::Country, |client| &mut client.country, &row.country);
    text(Field::Notes, |client| &mut client.notes, &row.notes);
    if sheet.has(Field::Status) {
        client.status = row.status;
    }
    if sheet.has(Field::Address) {
        client.address.clone_from(&row.address);
    }
    if sheet.has(Field::Language) {
        client.language = row.language;
    }
    if sheet.has(Field::Currency) {
        client.currency = row.currency;
    }
    client
}

/// The few words by which a person recognises a row.
fn shown(record: &Record) -> Vec<String> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match record {
        Record::Client(client) => {
            let person = format!("{} {}", client.contact.given_name, client.contact.family_name);
            vec![client.name.clone(), person.trim().to_owned(), client.country.clone()]
        }
        Record::Deliverable(deliverable) => vec![
            deliverable.title.clone(),
            day(Some(deliverable.due_on)),
            day(deliverable.delivered_on),
            deliverable.outcome.name().to_owned(),
        ],
        Record::CheckIn(check_in) => vec![day(Some(check_in.on)), record.title(), check_in.words.clone()],
        Record::Invoice(invoice) => {
            vec![invoice.number.clone(), day(Some(invoice.due_on)), day(invoice.paid_on)]
        }
        Record::Obligation(obligation) => {
            vec![obligation.title.clone(), day(Some(obligation.due_on)), day(obligation.met_on)]
        }
        Record::Complaint(complaint) => {
            vec![day(Some(complaint.on)), complaint.theme.clone(), complaint.words.clone()]
        }
        other => vec![other.title()],
    }
}
