//! The archive: a whole ledger as one JSON document that imports back identically.
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use kindly_records::{Profile, Record};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What an archive names itself.
pub const ARCHIVE_FORMAT: &str = "kindly-archive";
/// The version that is written, and the only one that is read.
pub const ARCHIVE_VERSION: u64 = 1;

/// A whole ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Archive {
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The version of the app that made it.
    pub app_version: String,
    /// The letterhead, where there is one.
    pub profile: Option<Profile>,
    /// All records, in the order in which they are to be added: what another record names comes before it.
    pub records: Vec<ArchivedRecord>,
    /// The bytes that records name by digest: letters that were saved, documents kept inside.
    pub files: Vec<ArchivedFile>,
}

/// A record with the id under which it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArchivedRecord {
    /// The id.
    pub id: Uuid,
    /// The record; its kind stands beside its fields.
    #[serde(flatten)]
    pub record: Record,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedFile {
    sha256: String,
    bytes: Vec<u8>,
}

impl ArchivedFile {
    /// The file of these bytes.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        let sha256 = format!("{:x}", Sha256::digest(&bytes));
        Self { sha256, bytes }
    }

    /// The SHA-256 of its bytes, 64 hexadecimal digits in lower case.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its bytes, taken out.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Writes an archive. The same archive gives the same bytes; one record and one file stand on a line each, so that
/// two archives can be compared line by line.
#[must_use]
pub fn write_archive(archive: &Archive) -> Vec<u8> {
    let Archive { made_at, app_version, profile, records, files } = archive;
    let mut text = format!(
        "{{\n\"format\": {},\n\"version\": {ARCHIVE_VERSION},\n\"made_at\": {},\n\"app_version\": {},\n\"profile\": {},\n",
        json(ARCHIVE_FORMAT),
        json(made_at),
        json(app_version),
        json(profile),
    );
    list(&mut text, "records", records.iter().map(json));
    text.push_str(",\n");
    let file = |file: &ArchivedFile| {
        format!("{{\"sha256\":{},\"base64\":\"{}\"}}", json(&file.sha256), STANDARD.encode(&file.bytes))
    };
    list(&mut text, "files", files.iter().map(file));
    text.push_str("\n}\n");
    text.into_bytes()
}

fn list(text: &mut String, name: &str, lines: impl Iterator<Item = String>) {
    text.extend(["\"", name, "\": ["]);
    let mut between = "\n";
    for line in lines {
        text.push_str(between);
        text.push_str(&line);
        between = ",\n";
    }
    text.push_str(if between == "\n" { "]" } else { "\n]" });
}

/// A value on one line.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("records are text, numbers and lists, all of which JSON has")
}
