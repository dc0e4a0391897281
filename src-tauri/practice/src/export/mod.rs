//! Writing records out, and an archive back in.
mod archive;
mod everything;
mod files;
mod view;

pub use files::write_files;
pub use view::{ExportDone, ExportFile, ExportWhat, ExportedFile};

use kindly_exchange::{ClientCard, OwnRow, write_calendar, write_cards, write_profile_table, write_table};
use kindly_records::{Client, ClientId, Contact, Kind, Moment, Record};

use crate::{Practice, PracticeError, erase::names_of, standing::number};
use everything::Everything;
pub(crate) use everything::of_kind;

impl Practice {
    /// The files that writing something out makes. Nothing is written here.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the client is no longer there, and where the ledger cannot be read.
    pub fn export(&self, moment: Moment, what: ExportWhat) -> Result<Vec<ExportFile>, PracticeError> {
        match what {
            ExportWhat::Csv => {
                let all = Everything::read(self.ledger.reader())?;
                let mut files = tables(&all);
                let profile = self.ledger.reader().profile()?;
                files.push(file("profile.csv", write_profile_table(&profile), 1));
                Ok(files)
            }
            ExportWhat::Json => {
                let all = Everything::read(self.ledger.reader())?;
                let profile = Some(self.ledger.reader().profile()?);
                Ok(vec![self.archive(moment, &all, profile)?])
            }
            ExportWhat::Contacts => {
                let clients = self.ledger.reader().all::<Client>()?;
                let cards: Vec<ClientCard<'_>> =
                    clients.iter().map(|kept| ClientCard { id: kept.id, client: &kept.record }).collect();
                let bytes = write_cards(&cards, moment.at).into_bytes();
                Ok(vec![file("contacts.vcf", bytes, cards.len())])
            }
            ExportWhat::Calendar => {
                let entries = self.calendar(moment)?;
                let bytes = write_calendar(&entries, moment.at).into_bytes();
                Ok(vec![file("dates.ics", bytes, entries.len())])
            }
            ExportWhat::Client(client) => {
                self.client_named(client)?;
                let all = Everything::of_client(self.ledger.reader(), client)?;
                let mut files = tables(&all);
                files.push(self.archive(moment, &all, None)?);
                for (name, bytes) in self.kept_files(&all)? {
                    files.push(file(&name, bytes, 0));
                }
                Ok(files)
            }
            ExportWhat::Person { id, person } => self.export_person(moment, id, person),
        }
    }

    /// The person's card, and a table a kind of the records that name them.
    fn export_person(
        &self,
        moment: Moment,
        id: ClientId,
        person: u32,
    ) -> Result<Vec<ExportFile>, PracticeError> {
        let mut client = self.client_named(id)?.record;
        let place = usize::try_from(person).unwrap_or(usize::MAX);
        let contact = match place.checked_sub(1) {
            None => {
                Some(std::mem::take(&mut client.contact)).filter(|contact| *contact != Contact::default())
            }
            Some(place) => (place < client.people.len()).then(|| client.people.remove(place)),
        };
        let contact = contact.ok_or(PracticeError::Gone { kind: Kind::Client })?;
        let mut all = Everything::of_client(self.ledger.reader(), id)?;
        all.keep_naming(&contact, &names_of(&contact, &client));
        let mut files = tables(&all);
        // The card is theirs alone: nobody else of the client's stands in it.
        let theirs = Client { contact, people: Vec::new(), notes: String::new(), ..client };
        let card = write_cards(&[ClientCard { id, client: &theirs }], moment.at);
        files.push(file("contact.vcf", card.into_bytes(), 1));
        Ok(files)
    }
}

/// A table a kind of which there is a record.
fn tables(all: &Everything) -> Vec<ExportFile> {
    let rows: Vec<OwnRow<'_>> = all
        .records
        .iter()
        .map(|(id, record)| OwnRow { id: *id, client_name: all.name(record), record })
        .collect();
    let mut files = Vec::new();
    for kind in Kind::ALL {
        let of_kind = |(_, record): &&(uuid::Uuid, Record)| record.kind() == kind;
        let records = all.records.iter().filter(of_kind).count();
        if records > 0 {
            files.push(file(
                &format!("{}.csv", kind.name().replace('_', "-")),
                write_table(kind, &rows),
                records,
            ));
        }
    }
    files
}

fn file(name: &str, bytes: Vec<u8>, records: usize) -> ExportFile {
    ExportFile { name: name.to_owned(), bytes, records: number(records) }
}
