//! Documents: a reference to a file, or a small file kept inside.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::none_if_empty;
use crate::{ClientId, DocumentId, Kind, RecordError, RecordKind, check};

/// The largest file that is kept inside the ledger, in bytes; larger ones are referred to.
pub const MAX_DOCUMENT_BYTES: usize = 5 * 1024 * 1024;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Document {
    /// About whom.
    pub client: ClientId,
    /// The day it is from.
    pub on: NaiveDate,
    /// What it is.
    pub title: String,
    /// Where the file lies, or its name where it is kept inside.
    pub file: String,
    /// SHA-256 of the file kept inside, as 64 hexadecimal digits; `None` where it is only referred to.
    #[serde(default, deserialize_with = "none_if_empty")]
    pub sha256: Option<String>,
    /// Anything worth remembering.
    #[serde(default)]
    pub notes: String,
}

impl RecordKind for Document {
    type Id = DocumentId;
    const KIND: Kind = Kind::Document;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "title", &self.title)?;
        check::required_text(Self::KIND, "file", &self.file)?;
        check::digest(self.sha256.as_deref())?;
        check::text(Self::KIND, "notes", &self.notes)
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.title.clone()
    }
}
