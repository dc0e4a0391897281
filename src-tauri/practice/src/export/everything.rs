//! All records, in the order in which they can be added: what is named before what names it.
use std::collections::{HashMap, HashSet};

use kindly_exchange::match_key;
use kindly_ledger::{LedgerError, Reader, Stored};
use kindly_records::{
    Attention, CheckIn, CheckInRequest, Client, ClientId, Complaint, Concession, Contact, Conversation,
    Decision, Deliverable, Document, Ending, Engagement, Enquiry, FitCriterion, Improvement, Incident,
    Invoice, Kind, Letter, LetterTemplate, Obligation, Payment, Praise, Record, ReferralContact, Request,
    Snooze, Template, TimeEntry,
};
use uuid::Uuid;

/// Records of every kind, with the names of their clients.
pub(super) struct Everything {
    pub(super) records: Vec<(Uuid, Record)>,
    names: HashMap<ClientId, String>,
}

impl Everything {
    pub(super) fn read(reader: Reader<'_>) -> Result<Self, LedgerError> {
        Self::gathered(reader, None, None)
    }

    /// Only what belongs to one client, and the client.
    pub(super) fn of_client(reader: Reader<'_>, client: ClientId) -> Result<Self, LedgerError> {
        Self::gathered(reader, Some(client), None)
    }

    /// The name of a record's client; empty where it has none.
    pub(super) fn name(&self, record: &Record) -> &str {
        record.client().and_then(|client| self.names.get(&client)).map_or("", String::as_str)
    }

    /// Keeps the records that name a person, by full name or e-mail address anywhere, or by one of `names` as who said
    /// it; the client's own record, which names others too, is not among them.
    pub(super) fn keep_naming(&mut self, person: &Contact, names: &HashSet<String>) {
        let words: Vec<String> = [person.full_name(), person.email.clone()]
            .into_iter()
            .map(|word| word.to_lowercase())
            .filter(|word| !word.is_empty())
            .collect();
        let said_by = |record: &Record| match record {
            Record::CheckIn(said) => names.contains(&match_key(&said.person)),
            Record::CheckInRequest(asked) => names.contains(&match_key(&asked.person)),
            Record::Praise(praise) => names.contains(&match_key(&praise.person)),
            Record::Conversation(talk) => names.contains(&match_key(&talk.person)),
            _ => false,
        };
        self.records.retain(|(_, record)| {
            let text = serde_json::json!(record).to_string().to_lowercase();
            !matches!(record, Record::Client(_))
                && (said_by(record) || words.iter().any(|word| text.contains(word.as_str())))
        });
    }

    fn gathered(
        reader: Reader<'_>,
        client: Option<ClientId>,
        only: Option<Kind>,
    ) -> Result<Self, LedgerError> {
        let mut records = Vec::new();
        let mut gather = Gather { reader, client, only, records: &mut records };
        gather.kind::<Client>()?;
        gather.kind::<ReferralContact>()?;
        gather.kind::<Improvement>()?;
        gather.kind::<FitCriterion>()?;
        gather.kind::<Engagement>()?;
        gather.kind::<Obligation>()?;
        gather.kind::<Deliverable>()?;
        gather.kind::<Enquiry>()?;
        gather.kind::<CheckIn>()?;
        gather.kind::<CheckInRequest>()?;
        gather.kind::<Invoice>()?;
        gather.kind::<Payment>()?;
        gather.kind::<Concession>()?;
        gather.kind::<Incident>()?;
        gather.kind::<Complaint>()?;
        gather.kind::<Praise>()?;
        gather.kind::<TimeEntry>()?;
        gather.kind::<Conversation>()?;
        gather.kind::<Request>()?;
        gather.kind::<Attention>()?;
        gather.kind::<Decision>()?;
        gather.kind::<Ending>()?;
        // A letter names the document that proves its delivery, and stands behind it.
        gather.kind::<Document>()?;
        gather.kind::<LetterTemplate>()?;
        gather.kind::<Letter>()?;
        gather.kind::<Template>()?;
        gather.kind::<Snooze>()?;
        let names = records
            .iter()
            .filter_map(|(id, record)| match record {
                Record::Client(client) => Some((ClientId::from(*id), client.name.clone())),
                _ => None,
            })
            .collect();
        Ok(Self { records, names })
    }
}

/// All records of one kind.
pub(crate) fn of_kind(reader: Reader<'_>, kind: Kind) -> Result<Vec<(Uuid, Record)>, LedgerError> {
    Ok(Everything::gathered(reader, None, Some(kind))?.records)
}

struct Gather<'a> {
    reader: Reader<'a>,
    client: Option<ClientId>,
    only: Option<Kind>,
    records: &'a mut Vec<(Uuid, Record)>,
}

impl Gather<'_> {
    fn kind<R: Stored + Into<Record>>(&mut self) -> Result<(), LedgerError> {
        if self.only.is_some_and(|only| only != R::KIND) {
            return Ok(());
        }
        let kept = match self.client {
            None => self.reader.all::<R>()?,
            Some(client) => self.reader.of_client::<R>(client)?,
        };
        self.records.extend(kept.into_iter().map(|kept| (kept.id.into(), kept.record.into())));
        Ok(())
    }
}
