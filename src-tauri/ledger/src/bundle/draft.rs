//! A file that is made beside the place where it will stand.
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use crate::{
    LedgerError,
    files::{create_private, draft_of, sync_folder, with_suffix},
};

/// A file under a name of its own, that goes when it is let go, with whatever the database left beside it.
pub(super) struct Draft {
    path: PathBuf,
}

impl Draft {
    /// An empty file, beside the place of another, that only its owner may read.
    pub(super) fn beside(place: &Path) -> Result<(Self, File), LedgerError> {
        let path = draft_of(place);
        let file = create_private(&path).map_err(LedgerError::file(&path))?;
        Ok((Self { path }, file))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, in the place of whatever had it, and brings that to the disk.
    pub(super) fn put(self, place: &Path) -> Result<(), LedgerError> {
        fs::rename(&self.path, place).and_then(|()| sync_folder(place)).map_err(LedgerError::file(place))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            // Mostly none of them is there; and where one cannot be removed, the next start does it.
            let _ = fs::remove_file(with_suffix(&self.path, suffix));
        }
    }
}
