//! What a search found.
use chrono::NaiveDate;
use kindly_records::{ClientId, Kind};
use serde::Serialize;
use ts_rs::TS;

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Found {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Whose.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// What names it.
    pub title: String,
    /// The words around what was found.
    pub snippet: String,
    /// Its day.
    pub on: Option<NaiveDate>,
}
