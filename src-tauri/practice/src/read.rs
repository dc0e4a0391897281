//! Reading a file that somebody chose: no more of it than is ever of use.
use std::{
    fs::{self, File},
    io::Read as _,
    path::Path,
};

use crate::PracticeError;

/// The most that is read of a table, of an archive and of a mapping, in bytes.
pub use kindly_exchange::{MAX_ARCHIVE_BYTES, MAX_FILE_BYTES, MAX_MAPPING_BYTES};

/// Reads a file of at most `limit` bytes. One that is larger is refused before it is read; so is one that grows
/// meanwhile, or has no size, such as a device.
///
/// # Errors
/// [`PracticeError::LargerThanRead`], [`PracticeError::Read`].
pub fn read_limited(path: &Path, limit: usize) -> Result<Vec<u8>, PracticeError> {
    let name = || {
        path.file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
    };
    let failed = |source| PracticeError::Read { file: name(), source };
    let larger = || PracticeError::LargerThanRead { file: name(), limit: limit >> 20 };
    let limit_bytes = limit as u64;
    if fs::metadata(path).map_err(failed)?.len() > limit_bytes {
        return Err(larger());
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(limit_bytes + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() > limit { Err(larger()) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit_and_not_beyond() {
        let folder = tempfile::TempDir::new().expect("there is a folder for temporary files");
        let path = folder.path().join("a.csv");
        fs::write(&path, vec![b'x'; 1_000]).expect("it can be written");
        assert_eq!(
            read_limited(&path, 1_000).expect("it is within the limit").len(),
            1_000,
            "all of it is read"
        );
        assert!(
            matches!(read_limited(&path, 999), Err(PracticeError::LargerThanRead { .. })),
            "one byte more is refused"
        );
        #[cfg(unix)]
        assert!(
            matches!(
                read_limited(Path::new("/dev/zero"), 1 << 20),
                Err(PracticeError::LargerThanRead { .. })
            ),
            "what never ends is refused as well"
        );
        let gone = read_limited(&folder.path().join("gone.csv"), 10);
        assert!(
            matches!(gone, Err(PracticeError::Read { file, .. }) if file == "gone.csv"),
            "a missing one is named"
        );
    }
}
