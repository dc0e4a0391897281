//! Files that are copied and read whole, with their progress told and their sum taken on the way.
use std::{
    fs::File,
    io::{Read, Write},
    path::Path,
};

use sha2::{Digest, Sha256};

use super::{go_on, on_disk};
use crate::{LedgerError, files::create_private, store::blobs::hex};

/// Bytes that are moved between two questions whether to go on.
const PIECE: usize = 64 << 10;

/// The part of a work that one step of it is, from 0 to 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Part {
    pub(super) fn at(self, share: f64) -> f64 {
        self.from + (self.to - self.from) * share.clamp(0.0, 1.0)
    }
}

/// Copies a file to a place that must be free, brings it to the disk, and returns the SHA-256 of what was copied.
pub(super) fn copy(
    from: &Path,
    to: &Path,
    part: Part,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<String, LedgerError> {
    let mut out = create_private(to).map_err(on_disk(to))?;
    let sum = pieces(from, part, told, |piece| out.write_all(piece).map_err(on_disk(to)))?;
    out.sync_all().map_err(on_disk(to))?;
    Ok(sum)
}

/// The SHA-256 of a file.
pub(super) fn sum(path: &Path, part: Part, told: &mut dyn FnMut(f64) -> bool) -> Result<String, LedgerError> {
    pieces(path, part, told, |_| Ok(()))
}

fn pieces(
    from: &Path,
    part: Part,
    told: &mut dyn FnMut(f64) -> bool,
    mut take: impl FnMut(&[u8]) -> Result<(), LedgerError>,
) -> Result<String, LedgerError> {
    let mut source = File::open(from).map_err(LedgerError::file(from))?;
    let whole = source.metadata().map_err(LedgerError::file(from))?.len().max(1) as f64;
    let mut hash = Sha256::new();
    let mut piece = vec![0; PIECE];
    let mut done: u64 = 0;
    loop {
        go_on(told, part.at(done as f64 / whole))?;
        let length = match source.read(&mut piece) {
            Ok(0) => return Ok(hex(&hash.finalize())),
            Ok(length) => length,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(LedgerError::file(from)(error)),
        };
        hash.update(&piece[..length]);
        take(&piece[..length])?;
        done += length as u64;
    }
}
