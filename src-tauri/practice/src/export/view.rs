//! What was written out.
use kindly_records::ClientId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to write out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", content = "client", rename_all = "snake_case")]
pub enum ExportWhat {
    /// Everything, a CSV file a table.
    Csv,
    /// Everything, as one JSON archive that imports back.
    Json,
    /// Clients and their people as vCard 4.0.
    Contacts,
    /// Dates as iCalendar.
    Calendar,
    /// Everything about one client: what they may ask to read.
    Client(ClientId),
    /// Everything that names one person at a client's.
    Person {
        /// The client.
        id: ClientId,
        /// The person: 0 for the contact, then the other people from 1.
        person: u32,
    },
}

/// A file that was, or is to be, written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many records it holds.
    pub records: u32,
}

/// What was written, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExportDone {
    /// The folder.
    pub folder: String,
    /// The files, each with how many records it holds.
    pub files: Vec<ExportedFile>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExportedFile {
    /// Its name.
    pub name: String,
    /// How many records it holds.
    pub records: u32,
}
