//! Files that are whole or not there.
use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
};

/// Stands in the name of what is being written; whatever bears it after a stop is of no use to anybody.
const DRAFT: &str = ".draft-";

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// A name for what is being written and gets its own name when it is whole.
pub(crate) fn draft_of(path: &Path) -> PathBuf {
    with_suffix(path, &format!("{DRAFT}{}", uuid::Uuid::new_v4().simple()))
}

/// Opens a file that only its owner may read, and that must not exist yet.
pub(crate) fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes a file that only its owner may read, under another name first: a power cut leaves what was there, or the
/// whole of the new one.
///
/// # Errors
/// What the system says; what was there is there still.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let draft = draft_of(path);
    moment();
    let written = create_private(&draft)
        .and_then(|mut file| {
            moment();
            file.write_all(bytes).and_then(|()| file.sync_all())
        })
        .and_then(|()| {
            moment();
            fs::rename(&draft, path)
        })
        .and_then(|()| {
            moment();
            sync_folder(path)
        });
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}

/// What Kindly writes whole beside a ledger, and the ledger itself.
const WRITTEN: [&str; 6] = ["", ".key", ".key.age", ".recovery.age", ".keys.sha256", ".bundle"];

/// Removes what was being written beside a ledger when something stopped it, and nothing of a ledger beside it whose name
/// begins as this one's. Whoever calls holds the ledger alone.
pub(crate) fn remove_drafts(ledger: &Path) {
    let (Some(folder), Some(name)) = (ledger.parent(), ledger.file_name()) else { return };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let name = name.to_string_lossy().into_owned();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let found = entry.file_name().to_string_lossy().into_owned();
        if is_draft(&found, &name) {
            let path = entry.path();
            // What cannot go now goes the next time.
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
    }
}

fn is_draft(found: &str, ledger: &str) -> bool {
    found
        .strip_prefix(ledger)
        .and_then(|rest| rest.split_once(DRAFT))
        .is_some_and(|(written, _)| WRITTEN.contains(&written))
}

/// A moment between two changes of what is on the disk, at which the power may fail: tests stop here.
pub(crate) fn moment() {
    #[cfg(test)]
    moments::pass();
}

/// Stops at each moment in turn, as the power does: nothing that would be tidied up afterwards is.
#[cfg(test)]
pub(crate) mod moments {
    use std::{
        cell::Cell,
        panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    };

    thread_local! {
        static LEFT: Cell<Option<u32>> = const { Cell::new(None) };
    }

    struct Failed;

    /// Lets so many moments pass and stops at the next; `None` where the work was done before.
    pub(crate) fn stopped_after<T>(moments: u32, work: impl FnOnce() -> T) -> Option<T> {
        LEFT.set(Some(moments));
        let done = catch_unwind(AssertUnwindSafe(work));
        LEFT.set(None);
        match done {
            Ok(done) => Some(done),
            Err(failed) if failed.is::<Failed>() => None,
            Err(other) => resume_unwind(other),
        }
    }

    pub(super) fn pass() {
        match LEFT.get() {
            Some(0) => {
                LEFT.set(None);
                resume_unwind(Box::new(Failed));
            }
            left => LEFT.set(left.map(|left| left - 1)),
        }
    }
}

/// Brings the names in a file's folder to the disk.
#[cfg(unix)]
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match File::open(folder)?.sync_all() {
        // Some file systems, such as those of sticks, have nothing to bring there.
        Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
        synced => synced,
    }
}

/// A folder cannot be opened as a file here; files themselves are brought to the disk by whoever writes them.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the other systems can fail here")]
pub(crate) fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_draft;

    #[test]
    fn only_drafts_of_this_ledger_are_drafts() {
        let check = |found: &str, expected: bool, why: &str| {
            assert_eq!(is_draft(found, "practice.kindly"), expected, "{found}: {why}");
        };
        check("practice.kindly.draft-1", true, "the file under another key");
        check("practice.kindly.draft-1-wal", true, "what the database put beside it");
        check("practice.kindly.key.draft-1", true, "a key in the clear");
        check("practice.kindly.keys.sha256.draft-1", true, "checksums");
        check("practice.kindly", false, "the ledger");
        check("practice.kindly.key", false, "its key");
        check("practice.kindly.other.draft-1", false, "of another ledger");
        check("practice.kindly-2.key.draft-1", false, "of another ledger");
        check("letters.draft-1", false, "of somebody else");
    }
}
