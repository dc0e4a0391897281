//! What the settings show of the letterhead's pictures.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which picture of the letterhead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// At the head of the first page.
    Logo,
    /// In the space to sign.
    Signature,
}

/// The pictures of the letterhead.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Pictures {
    /// The logo.
    pub logo: Option<PictureView>,
    /// The signature.
    pub signature: Option<PictureView>,
}

/// A picture, as it prints.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PictureView {
    /// SHA-256 (hex) of its file.
    pub sha256: String,
    /// Width over height.
    pub ratio: f64,
}
