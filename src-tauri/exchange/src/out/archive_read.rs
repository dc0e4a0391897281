//! The archive, read again: everything in it is understood, or nothing is taken.
use std::{borrow::Cow, collections::HashMap, fmt, marker::PhantomData};

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use serde::{
    Deserialize, Deserializer,
    de::{SeqAccess, Visitor},
};
use serde_json::{Value, json, value::RawValue};

use super::{ARCHIVE_FORMAT, ARCHIVE_VERSION, Archive, ArchivedFile, ArchivedRecord, OutError, archive};
use crate::{
    error,
    limits::{MAX_ARCHIVE_BYTES, MAX_ARCHIVED, MAX_ARCHIVED_RECORD_BYTES},
};

/// What tells an archive from other JSON, and one version from another.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
}

/// The document as it stands in the file; its parts are read one by one, so that each can be named.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document<'a> {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u64,
    made_at: DateTime<Utc>,
    app_version: String,
    #[serde(borrow)]
    profile: &'a RawValue,
    #[serde(borrow, deserialize_with = "bounded")]
    records: Vec<&'a RawValue>,
    #[serde(borrow, deserialize_with = "bounded")]
    files: Vec<EncodedFile<'a>>,
}

/// A file inside; its text stays where it is, unless somebody escaped a character of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EncodedFile<'a> {
    #[serde(borrow)]
    sha256: Cow<'a, str>,
    #[serde(borrow)]
    base64: Cow<'a, str>,
}

/// A list of no more entries than are taken: one of two bytes each would become many times as large as the file.
fn bounded<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    struct Entries<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
        type Value = Vec<T>;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(out, "a list of at most {MAX_ARCHIVED} entries")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let mut entries = Vec::new();
            while let Some(entry) = list.next_element()? {
                if entries.len() == MAX_ARCHIVED {
                    return Err(serde::de::Error::invalid_length(MAX_ARCHIVED + 1, &self));
                }
                entries.push(entry);
            }
            Ok(entries)
        }
    }

    deserializer.deserialize_seq(Entries(PhantomData))
}

/// Whether the bytes begin as an archive does, be it whole or not.
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOKED_AT)]);
    let squeezed: String = start.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect();
    squeezed.starts_with(&format!("{{\"format\":\"{ARCHIVE_FORMAT}\""))
}

/// How many bytes are looked at to tell an archive.
const LOOKED_AT: usize = 512;

/// Reads an archive that [`super::write_archive`] wrote.
///
/// Nothing is passed over: a record with a part that this version does not know is refused, since it would come back
/// without it. Whether a record can be kept is not judged here: an older version may have kept what a newer one
/// would not take.
///
/// # Errors
/// The first thing that makes it unreadable, with the number of the record or file: see [`OutError`].
pub fn read_archive(bytes: &[u8]) -> Result<Archive, OutError> {
    if bytes.len() > MAX_ARCHIVE_BYTES {
        return Err(OutError::ArchiveTooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let refused = |error| if is_archive(bytes) { damaged(&error) } else { OutError::NotAnArchive };
    let head: Head = serde_json::from_str(text).map_err(refused)?;
    if head.format != ARCHIVE_FORMAT {
        return Err(OutError::NotAnArchive);
    }
    if head.version != ARCHIVE_VERSION {
        return Err(OutError::ArchiveVersion { found: head.version });
    }
    let document: Document<'_> = serde_json::from_str(text).map_err(|error| damaged(&error))?;
    let profile = document.profile.get();
    if profile.len() > MAX_ARCHIVED_RECORD_BYTES {
        return Err(OutError::ArchivedProfile { reason: too_long(profile) });
    }
    let profile = serde_json::from_str(profile)
        .map_err(|error| OutError::ArchivedProfile { reason: reason(&error) })?;
    Ok(Archive {
        made_at: document.made_at,
        app_version: document.app_version,
        profile,
        records: read_records(&document.records)?,
        files: read_files(document.files)?,
    })
}

fn read_records(lines: &[&RawValue]) -> Result<Vec<ArchivedRecord>, OutError> {
    let mut seen = HashMap::with_capacity(lines.len());
    let mut records = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let record = read_record(at + 1, line.get())?;
        let kind = record.record.kind();
        if let Some(first) = seen.insert((kind, record.id), at + 1) {
            return Err(OutError::RepeatedRecord { first, second: at + 1, kind, id: record.id.to_string() });
        }
        records.push(record);
    }
    Ok(records)
}

fn read_record(number: usize, line: &str) -> Result<ArchivedRecord, OutError> {
    // As values it would take many times its length.
    if line.len() > MAX_ARCHIVED_RECORD_BYTES {
        return Err(OutError::ArchivedRecord { number, what: what(None), reason: too_long(line) });
    }
    // What stands there to the byte as it would be written is understood whole: the way of almost every record.
    if let Ok(record) = serde_json::from_str(line)
        && archive::json(&record) == line
    {
        return Ok(record);
    }
    let refused = |value: Option<&Value>, error: &serde_json::Error| OutError::ArchivedRecord {
        number,
        what: what(value),
        reason: reason(error),
    };
    let value: Value = serde_json::from_str(line).map_err(|error| refused(None, &error))?;
    let record = ArchivedRecord::deserialize(&value).map_err(|error| refused(Some(&value), &error))?;
    match unknown_key(&value, &json!(record)) {
        Some(key) => {
            Err(OutError::UnknownPart { number, what: what(Some(&value)), key: error::quoted(&key) })
        }
        None => Ok(record),
    }
}

/// A record as a sentence names it before it is understood.
fn what(value: Option<&Value>) -> String {
    match value.and_then(|value| value.get("kind")).and_then(Value::as_str) {
        Some(kind) => format!("“{}”", error::quoted(kind)),
        None => "which names no kind".to_owned(),
    }
}

/// The first key of what stands there that what was understood does not have.
fn unknown_key(stands: &Value, understood: &Value) -> Option<String> {
    match (stands, understood) {
        (Value::Object(stands), Value::Object(understood)) => {
            stands.iter().find_map(|(key, value)| match understood.get(key) {
                None => Some(key.clone()),
                Some(known) => unknown_key(value, known).map(|inner| format!("{key}.{inner}")),
            })
        }
        (Value::Array(stands), Value::Array(understood)) => {
            stands.iter().zip(understood).find_map(|(value, known)| unknown_key(value, known))
        }
        _ => None,
    }
}

fn too_long(line: &str) -> String {
    format!("it is {} bytes long, above the {MAX_ARCHIVED_RECORD_BYTES} that are taken", line.len())
}

fn read_files(encoded: Vec<EncodedFile<'_>>) -> Result<Vec<ArchivedFile>, OutError> {
    let mut seen = HashMap::with_capacity(encoded.len());
    let mut files = Vec::with_capacity(encoded.len());
    for (at, EncodedFile { sha256, base64 }) in encoded.into_iter().enumerate() {
        let number = at + 1;
        let bytes = STANDARD
            .decode(base64.as_ref())
            .map_err(|error| OutError::ArchivedFile { number, reason: error.to_string() })?;
        let file = ArchivedFile::new(bytes);
        if file.sha256() != sha256 {
            return Err(OutError::FileDigest { number, sha256: error::quoted_to(&sha256, 80) });
        }
        if let Some(first) = seen.insert(file.sha256().to_owned(), number) {
            return Err(OutError::RepeatedFile { first, second: number, sha256: sha256.into_owned() });
        }
        files.push(file);
    }
    Ok(files)
}

fn damaged(error: &serde_json::Error) -> OutError {
    OutError::DamagedArchive { line: error.line(), column: error.column(), reason: reason(error) }
}

/// What the reader found, without the place: a part's own lines are not those of the file.
fn reason(error: &serde_json::Error) -> String {
    // It may quote the file, which may hold anything of any length.
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
    error::quoted_to(text, 600)
}
