//! Whom and what a text names: clients by name, other records by title, either by id.
use std::{cell::RefCell, collections::HashMap};

use kindly_exchange::{match_key, read_cell};
use kindly_ledger::Reader;
use kindly_records::{
    Client, ClientId, Kept, Kind, Record,
    fields::{self, FieldSpec, Shape},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::put_or_drop;
use crate::{PracticeError, message::what};

/// What is recorded, as far as texts name it. Records of a client are read when the first text names one.
pub(crate) struct Links<'ledger> {
    reader: Reader<'ledger>,
    clients: Vec<Kept<Client>>,
    by_name: HashMap<String, Vec<usize>>,
    titles: RefCell<HashMap<(Kind, ClientId), Vec<Titled>>>,
}

/// A record that can be named.
#[derive(Clone)]
struct Titled {
    id: Uuid,
    title: String,
    /// Its day as text, where it has one: of several with one title, the day says which is meant.
    on: Option<String>,
}

impl<'ledger> Links<'ledger> {
    pub(crate) fn read(reader: Reader<'ledger>) -> Result<Self, PracticeError> {
        let clients = reader.all::<Client>()?;
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, client) in clients.iter().enumerate() {
            by_name.entry(match_key(&client.record.name)).or_default().push(place);
        }
        Ok(Self { reader, clients, by_name, titles: RefCell::default() })
    }

    /// Makes a record of what there is and what is given.
    pub(super) fn record(
        &self,
        kind: Kind,
        mut made: Value,
        given: &[(&'static FieldSpec, &str)],
        (named_currency, default_currency): (Option<&str>, &str),
    ) -> Result<Record, PracticeError> {
        made["kind"] = json!(kind);
        // The client first: what else is named is named among theirs.
        for (field, text) in given.iter().filter(|(field, _)| field.shape == Shape::Client) {
            let client = if text.trim().is_empty() { Value::Null } else { json!(self.client(text)?.id) };
            put_or_drop(&mut made, field.key, client);
        }
        let client = self.kept(fields::take(&made, "client"));
        let usual = client.map_or(default_currency, |client| client.record.currency.code());
        let currency = named_currency.unwrap_or(usual);
        let day = |key: &str| given.iter().find(|(field, _)| field.key == key).map(|(_, text)| text.trim());
        for (field, text) in given.iter().filter(|(field, _)| field.shape != Shape::Client) {
            let value = match field.shape {
                Shape::Record(_) if text.trim().is_empty() => Value::Null,
                Shape::Record(linked) => json!(self.titled(client, linked, text, day("on"))?),
                _ => read_cell(kind, field, text, currency)?,
            };
            put_or_drop(&mut made, field.key, value);
        }
        if let Some(notice) = made.get_mut("notice").and_then(Value::as_object_mut) {
            notice.entry("unit").or_insert_with(|| "months".into());
            if !notice.contains_key("count") {
                let key = "notice.count".to_owned();
                return Err(PracticeError::MissingFields {
                    what: what(kind),
                    keys: key.clone(),
                    example: key,
                });
            }
        }
        let record: Record = serde_json::from_value(made)
            .map_err(|error| PracticeError::NotARecord { what: what(kind), reason: error.to_string() })?;
        record.check()?;
        Ok(record)
    }

    /// A client, by id or by name, whatever its case, spaces and accents.
    pub(crate) fn client(&self, text: &str) -> Result<&Kept<Client>, PracticeError> {
        if let Some(found) = self.kept(&json!(text.trim())) {
            return Ok(found);
        }
        let name = text.trim();
        match self.by_name.get(&match_key(name)).map_or(&[][..], Vec::as_slice) {
            [] => Err(PracticeError::NoSuchClient { name: name.to_owned() }),
            [only] => Ok(&self.clients[*only]),
            several => Err(PracticeError::AmbiguousClient { name: name.to_owned(), count: several.len() }),
        }
    }

    /// The name of a client, by an id.
    pub(super) fn client_name(&self, id: &Value) -> String {
        self.kept(id)
            .map_or_else(|| id.as_str().unwrap_or_default().to_owned(), |client| client.record.name.clone())
    }

    /// The name of a record's client, or of the client that it is.
    pub(crate) fn name_of(&self, record: &Record) -> String {
        match record.client() {
            Some(client) => self.client_name(&json!(client)),
            None => String::new(),
        }
    }

    /// The title of a record, where no other of its client has it; else its id.
    pub(super) fn title(&self, kind: Kind, id: &Value) -> String {
        let Some(wanted) = id.as_str().and_then(|text| text.parse::<Uuid>().ok()) else {
            return String::new();
        };
        let record = self.reader.record(kind, wanted).ok().flatten();
        let client = record.as_ref().and_then(Record::client);
        let alike = |record: &Record| {
            let titles = client.and_then(|client| self.of_client(kind, client).ok()).unwrap_or_default();
            titles.iter().filter(|other| match_key(&other.title) == match_key(&record.title())).count()
        };
        match record {
            Some(record) if alike(&record) == 1 => record.title(),
            _ => wanted.to_string(),
        }
    }

    fn kept(&self, id: &Value) -> Option<&Kept<Client>> {
        let id = id.as_str()?.parse::<ClientId>().ok()?;
        self.clients.iter().find(|client| client.id == id)
    }

    /// The id of a record of the client's, by id or by title. Titles recur (a monthly report): the last one until the
    /// day of the record that names it is meant, or the first one at all where there is none until then.
    fn titled(
        &self,
        client: Option<&Kept<Client>>,
        kind: Kind,
        text: &str,
        on: Option<&str>,
    ) -> Result<Uuid, PracticeError> {
        let refused = |client: &str| PracticeError::NoSuchRecord {
            client: client.to_owned(),
            kind,
            title: text.trim().to_owned(),
        };
        let Some(client) = client else { return Err(refused("")) };
        let (wanted, id) = (match_key(text), text.trim().parse::<Uuid>().ok());
        let titles = self.of_client(kind, client.id)?;
        let called: Vec<&Titled> =
            titles.iter().filter(|each| Some(each.id) == id || match_key(&each.title) == wanted).collect();
        let until = |each: &&&Titled| match (on, &each.on) {
            (Some(on), Some(day)) => day.as_str() <= on,
            _ => true,
        };
        let found = called.iter().rev().find(until).or_else(|| called.first());
        found.map(|each| each.id).ok_or_else(|| refused(&client.record.name))
    }

    fn of_client(&self, kind: Kind, client: ClientId) -> Result<Vec<Titled>, PracticeError> {
        if let Some(known) = self.titles.borrow().get(&(kind, client)) {
            return Ok(known.clone());
        }
        let read = titles(self.reader, kind, client)?;
        self.titles.borrow_mut().insert((kind, client), read.clone());
        Ok(read)
    }
}

/// The records of a client that others may name, by their days.
fn titles(reader: Reader<'_>, kind: Kind, client: ClientId) -> Result<Vec<Titled>, PracticeError> {
    use kindly_records::{Deliverable, Engagement, Enquiry, Invoice, Obligation};
    let titled = |id: Uuid, title: &str, on: Option<String>| Titled { id, title: title.to_owned(), on };
    Ok(match kind {
        Kind::Engagement => {
            let read = reader.of_client::<Engagement>(client)?;
            read.iter().map(|each| titled(each.id.into(), &each.record.title, None)).collect()
        }
        Kind::Deliverable => {
            let mut read = reader.of_client::<Deliverable>(client)?;
            read.sort_by_key(|each| each.record.dated());
            let day = |each: &Kept<Deliverable>| Some(each.record.dated().to_string());
            read.iter().map(|each| titled(each.id.into(), &each.record.title, day(each))).collect()
        }
        Kind::Obligation => {
            let read = reader.of_client::<Obligation>(client)?;
            read.iter().map(|each| titled(each.id.into(), &each.record.title, None)).collect()
        }
        Kind::Invoice => {
            let read = reader.of_client::<Invoice>(client)?;
            read.iter().map(|each| titled(each.id.into(), &each.record.number, None)).collect()
        }
        Kind::Enquiry => {
            let read = reader.of_client::<Enquiry>(client)?;
            read.iter().map(|each| titled(each.id.into(), &each.record.subject, None)).collect()
        }
        _ => Vec::new(),
    })
}
