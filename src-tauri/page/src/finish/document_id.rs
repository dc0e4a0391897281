//! The file's identifier: a hash of what it says, so that the same letter is the same file.
use super::unwritable;
use crate::error::PageError;
use lopdf::{Document, Object, StringFormat};
use sha2::{Digest, Sha256};

const LENGTH: usize = 16;
/// Stands in the identifier's place while the rest is written.
const PLACEHOLDER: [u8; LENGTH] = [0xEE; LENGTH];

/// Saves the document with the first 16 bytes of its SHA-256 (taken with the placeholder in place) as both parts
/// of its `/ID`.
pub(super) fn save(mut document: Document) -> Result<Vec<u8>, PageError> {
    let placeholder = Object::String(PLACEHOLDER.to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![placeholder.clone(), placeholder]);
    let mut bytes = Vec::with_capacity(64 * 1024);
    document.save_to(&mut bytes).map_err(unwritable)?;
    let digest = Sha256::digest(&bytes);
    let written = hexadecimal(&PLACEHOLDER);
    let id = hexadecimal(&digest[..LENGTH]);
    // The trailer stands at the end.
    let tail = bytes.len().saturating_sub(1024);
    let mut replaced = 0;
    for at in tail..bytes.len().saturating_sub(written.len()) {
        if bytes[at..at + written.len()].eq_ignore_ascii_case(&written) {
            bytes[at..at + id.len()].copy_from_slice(&id);
            replaced += 1;
        }
    }
    if replaced == 2 { Ok(bytes) } else { Err(unwritable("its identifier could not be written")) }
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    bytes.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]).collect()
}
