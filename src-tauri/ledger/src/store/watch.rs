//! What was saved last, kept beside the ledger in `FILE.seen`.
//!
//! It is written after each save, in its place and without waiting for the disk: it may fall behind when the power
//! fails, and is never ahead of a save that was acknowledged. So whatever it tells of must be in the ledger, and where
//! it is not, the ledger has lost it.
use std::{fs, io::Write, path::Path};

use serde::Deserialize;

use super::{blobs::hex, lock::open_private};
use crate::vault::with_suffix;

/// The last entry of the journal that was saved.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Saved {
    /// Its number.
    pub(crate) seq: i64,
    /// Its hash, in 64 hexadecimal digits.
    pub(crate) hash: String,
}

/// A file of ours has this many bytes at most, in one piece that the disk writes whole or not at all.
const LONGEST: u64 = 512;
/// Shorter ones are filled up, so that nothing of an earlier one stays behind.
const WIDTH: usize = 128;

/// What was saved last; `None` where nothing says so.
pub(crate) fn read(ledger: &Path) -> Option<Saved> {
    let path = with_suffix(ledger, ".seen");
    if fs::metadata(&path).ok()?.len() > LONGEST {
        return None;
    }
    serde_json::from_slice(&fs::read(path).ok()?).ok().filter(|saved: &Saved| saved.seq >= 0)
}

/// Notes what was saved last. Where it cannot be noted, less is noticed later; the save itself stands.
pub(crate) fn note(ledger: &Path, seq: i64, hash: &[u8; 32]) {
    let line = format!("{{\"seq\":{seq},\"hash\":\"{}\"}}", hex(hash));
    if let Ok(mut file) = open_private(&with_suffix(ledger, ".seen")) {
        // A failure leaves what was noted before, or what cannot be read as anything.
        let _ =
            file.write_all(format!("{line:<WIDTH$}").as_bytes()).and_then(|()| file.set_len(WIDTH as u64));
    }
}
