//! Documents.
use kindly_records::ClientId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a chosen file is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentChoice {
    /// About whom.
    pub client: ClientId,
    /// What it is; empty for the file's name.
    #[serde(default)]
    pub title: String,
    /// Whether its bytes are kept inside the ledger; else only where it lies.
    pub inside: bool,
}
