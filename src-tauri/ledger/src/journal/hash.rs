//! What the hashes of the journal are of. Every part stands with its length, so that no two entries read alike.
use sha2::{Digest as _, Sha256};

use super::Action;

/// A SHA-256.
pub(crate) type Digest = [u8; 32];

/// The hash of what a `do` holds: its label, as it is written, and its changeset.
///
/// It is taken apart from the chain, so that both can be erased and the chain still holds; and of both together,
/// so that a name in an erased label cannot be guessed from its hash.
pub(crate) fn content(label: &str, changeset: &[u8]) -> Digest {
    Sha256::new().chain_part(label.as_bytes()).chain_part(changeset).finalize().into()
}

/// The hash of an entry, which holds that of the entry before it.
pub(crate) fn entry(
    previous: &Digest,
    seq: i64,
    at: &str,
    action: Action,
    schema_version: i64,
    content: &Digest,
) -> Digest {
    Sha256::new()
        .chain_part(previous)
        .chain_part(&seq.to_be_bytes())
        .chain_part(at.as_bytes())
        .chain_part(action.name().as_bytes())
        .chain_part(&action.follows().or(action.target()).unwrap_or_default().to_be_bytes())
        .chain_part(&schema_version.to_be_bytes())
        .chain_part(content)
        .finalize()
        .into()
}

trait ChainPart {
    fn chain_part(self, part: &[u8]) -> Self;
}

impl ChainPart for Sha256 {
    fn chain_part(self, part: &[u8]) -> Self {
        self.chain_update((part.len() as u64).to_be_bytes()).chain_update(part)
    }
}
