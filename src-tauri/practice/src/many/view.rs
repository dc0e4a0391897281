//! Changing many records at once.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A field and the text it is to hold, as a person types it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldText {
    /// The field's key.
    pub key: String,
    /// Its text; empty for nothing.
    pub text: String,
}
