//! Files that are written out: whole, or not at all.
use std::{fs, path::Path};

use super::{ExportDone, ExportFile, ExportedFile};
use crate::{PracticeError, correspond::write_whole};

/// Writes files into a folder, which is made where it is not there. A file of that name is replaced.
///
/// # Errors
/// [`PracticeError::Write`] with the file that could not be written; those before it stay.
pub fn write_files(folder: &Path, files: &[ExportFile]) -> Result<ExportDone, PracticeError> {
    let refused = |source| PracticeError::Write { file: folder.display().to_string(), source };
    fs::create_dir_all(folder).map_err(refused)?;
    for file in files {
        write_whole(&folder.join(&file.name), &file.bytes)?;
    }
    let written = |file: &ExportFile| ExportedFile { name: file.name.clone(), records: file.records };
    Ok(ExportDone { folder: folder.display().to_string(), files: files.iter().map(written).collect() })
}
