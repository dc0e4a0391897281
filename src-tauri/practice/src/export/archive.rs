//! The archive: everything in one document that reads back into an identical ledger.
use std::collections::BTreeSet;

use kindly_exchange::{
    Archive, ArchivedFile, ArchivedRecord, MAX_ARCHIVE_BYTES, read_archive, write_archive,
};
use kindly_ledger::LedgerError;
use kindly_records::{Moment, Profile, Record};

use super::{ExportFile, everything::Everything};
use crate::{Message, Practice, PracticeError, record::Done, standing::number};

impl Practice {
    /// Reads an archive into an empty ledger, in one step: every record under its own id, and every file.
    ///
    /// # Errors
    /// [`PracticeError::NotEmpty`] where anything is recorded already, [`PracticeError::Export`] where the bytes are no
    /// archive or one of a later version, and the first record that cannot be kept. Nothing is kept then.
    pub fn import_archive(&mut self, moment: Moment, bytes: &[u8]) -> Result<Done, PracticeError> {
        let archive = read_archive(bytes)?;
        let reader = self.ledger.reader();
        let recorded: u64 = reader.counts()?.values().sum();
        let only_profile = reader.profile()? != Profile::default();
        if recorded > u64::from(only_profile) {
            return Err(PracticeError::NotEmpty);
        }
        for kept in &archive.records {
            kept.record.check()?;
        }
        let message = Message::DidImportArchive { records: number(archive.records.len()) };
        self.ledger.transact(moment.at, message.label(), |changes| {
            for file in &archive.files {
                changes.put_blob(file.bytes())?;
            }
            for kept in &archive.records {
                changes.insert_with(kept.id, &kept.record)?;
            }
            if let Some(profile) = &archive.profile {
                changes.set_profile(profile)?;
            }
            Ok::<_, LedgerError>(())
        })?;
        Ok(Done { id: None, message })
    }

    pub(super) fn archive(
        &self,
        moment: Moment,
        all: &Everything,
        profile: Option<Profile>,
    ) -> Result<ExportFile, PracticeError> {
        let reader = self.ledger.reader();
        let mut files = Vec::new();
        for sha256 in hashes(all, profile.as_ref()) {
            files.extend(reader.blob(&sha256)?.map(ArchivedFile::new));
        }
        let records: Vec<ArchivedRecord> = all
            .records
            .iter()
            .map(|(id, record)| ArchivedRecord { id: *id, record: record.clone() })
            .collect();
        let count = number(records.len());
        let archive = Archive {
            made_at: moment.at,
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            profile: profile.filter(|profile| *profile != Profile::default()),
            records,
            files,
        };
        let bytes = write_archive(&archive);
        if bytes.len() > MAX_ARCHIVE_BYTES {
            return Err(PracticeError::ArchiveTooLarge { limit: MAX_ARCHIVE_BYTES >> 20 });
        }
        Ok(ExportFile { name: "kindly.json".to_owned(), bytes, records: count })
    }

    /// The files that records keep inside, under names of their own.
    pub(super) fn kept_files(&self, all: &Everything) -> Result<Vec<(String, Vec<u8>)>, PracticeError> {
        let reader = self.ledger.reader();
        let mut files = Vec::new();
        for (id, record) in &all.records {
            let (sha256, name) = match record {
                Record::Letter(letter) => (letter.pdf_sha256.as_ref(), format!("letter {id}.pdf")),
                Record::Document(document) => (document.sha256.as_ref(), format!("{id} {}", document.file)),
                _ => (None, String::new()),
            };
            let Some(sha256) = sha256 else { continue };
            if let Some(bytes) = reader.blob(sha256)? {
                files.push((name.replace(['/', '\\'], " "), bytes));
            }
        }
        Ok(files)
    }
}

/// The names of the files that records and letterhead keep inside, each once.
fn hashes(all: &Everything, profile: Option<&Profile>) -> BTreeSet<String> {
    let named = |(_, record): &(uuid::Uuid, Record)| match record {
        Record::Letter(letter) => letter.pdf_sha256.clone(),
        Record::Document(document) => document.sha256.clone(),
        _ => None,
    };
    let pictures = profile.into_iter().flat_map(|profile| [&profile.logo_sha256, &profile.signature_sha256]);
    all.records.iter().filter_map(named).chain(pictures.flatten().cloned()).collect()
}
