//! What a backup says of itself, in the clear: it names nobody.
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kindly_records::Kind;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{KeyId, store::blobs::hex};

/// The form of manifests that this Kindly writes and reads.
pub(super) const FORMAT: u32 = 1;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Half an hour had passed, with changes.
    Timer,
    /// The ledger was closed.
    Close,
    /// The user asked for it.
    ByHand,
    /// The layout was about to be brought up.
    BeforeMigration,
    /// Another backup was about to be restored.
    BeforeRestore,
    /// The ledger was about to get a new key.
    BeforeNewKey,
    /// A copy from another computer was about to be taken in.
    BeforeImportOfCopy,
    /// One of two copies that went apart, kept while the other goes on.
    KeptCopy,
}

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the manifest: 1.
    pub format: u32,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Why.
    pub why: Why,
    /// Which Kindly made it.
    pub kindly: String,
    /// The layout of the ledger in it.
    pub schema_version: i64,
    /// The number of the journal's last entry.
    pub head_seq: i64,
    /// Its hash, in 64 hexadecimal digits.
    pub head_hash: String,
    /// The name of the key that opens it.
    pub key_id: KeyId,
    /// The name of its file, without a folder.
    pub file: String,
    /// The file's size in bytes.
    pub bytes: u64,
    /// The file's SHA-256, in 64 hexadecimal digits.
    pub sha256: String,
    /// How many records it holds of each kind.
    pub counts: BTreeMap<Kind, u64>,
}

/// A manifest as it is written: with a sum of its own, so that nothing in it can change without a word.
#[derive(Serialize, Deserialize)]
struct Sealed {
    manifest: Manifest,
    /// SHA-256 of the manifest as compact JSON.
    sha256: String,
}

impl Manifest {
    /// The bytes of the file beside the backup.
    pub(super) fn to_text(&self) -> Vec<u8> {
        let compact = serde_json::to_vec(self).expect("a manifest is always JSON");
        let sealed = Sealed { manifest: self.clone(), sha256: hex(&Sha256::digest(compact)) };
        let mut text = serde_json::to_vec_pretty(&sealed).expect("a manifest is always JSON");
        text.push(b'\n');
        text
    }

    /// Reads what [`Self::to_text`] writes, and nothing that differs from it by a bit.
    pub(super) fn from_text(text: &[u8]) -> Result<Self, &'static str> {
        #[derive(Deserialize)]
        struct Form {
            format: u32,
        }
        #[derive(Deserialize)]
        struct AnyForm {
            manifest: Form,
        }
        const ALTERED: &str = "what it says of itself was altered";
        let form: AnyForm = serde_json::from_slice(text).map_err(|_| ALTERED)?;
        if form.manifest.format > FORMAT {
            return Err("a newer Kindly made it: update Kindly");
        }
        let sealed: Sealed = serde_json::from_slice(text).map_err(|_| ALTERED)?;
        if sealed.manifest.to_text() == text { Ok(sealed.manifest) } else { Err(ALTERED) }
    }
}
