//! The language and the paper of what leaves the app.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The language of a letter, with the country's conventions (BCP 47).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Language {
    /// English as written in the United Kingdom.
    #[default]
    #[serde(rename = "en-GB")]
    EnGb,
    /// English as written in the United States.
    #[serde(rename = "en-US")]
    EnUs,
}

impl Language {
    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::EnGb => "en-GB",
            Self::EnUs => "en-US",
        }
    }
}

/// The sheet a letter is set on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm, with the address field of DIN 5008 form B.
    #[default]
    A4,
    /// 8.5 × 11 in, with the usual US address block.
    UsLetter,
}
