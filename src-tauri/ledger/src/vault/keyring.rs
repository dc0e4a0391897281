//! The keys of a ledger: the one that opens it, and those before it, which still open earlier backups.
use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::LedgerKey;
use crate::LedgerError;

/// Names a key without telling it: the first 16 hexadecimal digits of a SHA-256 over a fixed label and the key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeyId(String);

impl fmt::Display for KeyId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl LedgerKey {
    /// The key's name.
    pub fn id(&self) -> KeyId {
        let digest = Sha256::new().chain_update(b"kindly key id").chain_update(self.bytes()).finalize();
        let mut name = crate::store::blobs::hex(&digest);
        name.truncate(16);
        KeyId(name)
    }
}

/// The keys of a ledger, the current one first. They are wiped from memory when they are let go, and never printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyring(Vec<LedgerKey>);

impl From<LedgerKey> for Keyring {
    fn from(key: LedgerKey) -> Self {
        Self(vec![key])
    }
}

impl Keyring {
    /// A ring of one key that nobody has had before.
    ///
    /// # Errors
    /// [`LedgerError::NoRandomness`].
    pub fn random() -> Result<Self, LedgerError> {
        Ok(LedgerKey::random()?.into())
    }

    /// The key that opens the ledger.
    pub fn current(&self) -> &LedgerKey {
        &self.0[0]
    }

    /// All keys, the current one first.
    pub fn keys(&self) -> &[LedgerKey] {
        &self.0
    }

    /// The key of that name.
    pub fn key(&self, id: &KeyId) -> Option<&LedgerKey> {
        self.0.iter().find(|key| key.id() == *id)
    }

    /// The ring with a new key in front.
    ///
    /// # Errors
    /// [`LedgerError::NoRandomness`].
    pub fn with_new_key(&self) -> Result<Self, LedgerError> {
        let mut keys = vec![LedgerKey::random()?];
        keys.extend(self.0.iter().cloned());
        Ok(Self(keys))
    }

    /// The ring with another one's keys behind its own, each once.
    #[must_use]
    pub fn with_earlier(&self, other: &Self) -> Self {
        let mut keys = self.0.clone();
        keys.extend(other.0.iter().filter(|key| !self.0.contains(key)).cloned());
        Self(keys)
    }

    /// The ring as it is kept: a key a line, the current one first, 64 hexadecimal digits each.
    pub(crate) fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(65 * self.0.len()));
        for key in &self.0 {
            text.push_str(&key.hex());
            text.push('\n');
        }
        text
    }

    /// Reads what [`Self::to_text`] writes, with or without the last line break.
    pub(crate) fn from_text(text: &[u8]) -> Option<Self> {
        let lines = text.trim_ascii_end().split(|byte| *byte == b'\n');
        let keys = lines.map(LedgerKey::from_hex).collect::<Option<Vec<_>>>()?;
        (!keys.is_empty()).then_some(Self(keys))
    }
}
