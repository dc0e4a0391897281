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
    /// Whose; `None` for what belongs to no client, such as a referral contact.
    pub client: Option<ClientId>,
    /// Their name; empty where there is none.
    pub client_name: String,
    /// What names it.
    pub title: String,
    /// The words around what was found.
    pub snippet: String,
    /// Its day.
    pub on: Option<NaiveDate>,
}
