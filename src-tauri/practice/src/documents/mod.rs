//! Documents: where they lie, or small ones inside.
mod view;

use std::{fs, path::Path};

use kindly_records::{Document, DocumentId, IdSource, Kept, Kind, MAX_DOCUMENT_BYTES, Moment, RecordKind};

use crate::{Message, Practice, PracticeError, read::read_limited, record::Done};

pub use view::DocumentChoice;

/// A document to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenDocument {
    /// It lies there.
    At(String),
    /// It is kept inside: its file name and bytes.
    Inside(String, Vec<u8>),
}

impl Practice {
    /// Adds a document from a file: a reference to where it lies, or its bytes.
    ///
    /// # Errors
    /// [`PracticeError::Read`] where the file cannot be read, [`PracticeError::FileTooLarge`] for one above 5 MB that
    /// is to be kept inside.
    pub fn add_document(
        &mut self,
        moment: Moment,
        choice: &DocumentChoice,
        path: &Path,
    ) -> Result<Done, PracticeError> {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let read = |source| PracticeError::Read { file: path.display().to_string(), source };
        let size = fs::metadata(path).map_err(read)?.len();
        let bytes = match choice.inside {
            false => None,
            true if size > MAX_DOCUMENT_BYTES as u64 => {
                return Err(PracticeError::FileTooLarge {
                    file: name,
                    limit: MAX_DOCUMENT_BYTES / 1024 / 1024,
                });
            }
            true => Some(read_limited(path, MAX_DOCUMENT_BYTES)?),
        };
        let title = match choice.title.trim() {
            "" => name.clone(),
            title => title.to_owned(),
        };
        let mut document = Document {
            client: choice.client,
            on: moment.today,
            title,
            file: if choice.inside { name } else { path.display().to_string() },
            sha256: None,
            notes: String::new(),
        };
        document.check()?;
        let client = self.client_named(choice.client)?.record.name;
        let message = Message::DidAdd { kind: Kind::Document, title: document.title.clone(), client };
        let id: DocumentId = IdSource::at(moment.at).next();
        self.ledger.transact(moment.at, message.label(), |changes| {
            document.sha256 = bytes.as_deref().map(|bytes| changes.put_blob(bytes)).transpose()?;
            changes.insert(id, &document)
        })?;
        Ok(Done { id: Some(id.to_string()), message })
    }

    /// What opening a document opens.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the document, or what was kept of it, is no longer there.
    pub fn open_document(&self, id: DocumentId) -> Result<OpenDocument, PracticeError> {
        let gone = || PracticeError::Gone { kind: Kind::Document };
        let reader = self.ledger.reader();
        let Kept { record, .. } = reader.get::<Document>(id)?.ok_or_else(gone)?;
        match record.sha256 {
            None => Ok(OpenDocument::At(record.file)),
            Some(sha256) => Ok(OpenDocument::Inside(record.file, reader.blob(&sha256)?.ok_or_else(gone)?)),
        }
    }
}
