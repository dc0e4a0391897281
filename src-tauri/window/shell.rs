//! What the window holds between two commands.
use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use kindly_practice::{ErrorCode, Practice, PracticeError, WireError, import::ImportFile};
use tauri::{AppHandle, Manager as _};

use crate::dialogs::{self, Dialogs};

/// The ledger's name in the data folder; its key lies beside it.
const LEDGER: &str = "practice.kindly";

/// A command's answer, as it goes over the wire.
pub(crate) type Answer<T> = Result<T, WireError>;

/// The open practice, and what else outlives a command.
pub(crate) struct Shell {
    /// `None` while it is locked, and before it is first asked for.
    practice: Mutex<Option<Practice>>,
    /// The file that an import looked at and waits to be confirmed, so that what is written is what was seen.
    pending: Mutex<Option<PendingFile>>,
    dialogs: Box<dyn Dialogs>,
    ledger: PathBuf,
}

/// A file's name, without its folder, and what stood in it.
#[derive(Clone)]
pub(crate) struct PendingFile {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl PendingFile {
    /// As the practice takes it: what it is and which column is which are read from its header.
    pub(crate) fn as_import(&self) -> ImportFile<'_> {
        ImportFile { name: &self.name, bytes: &self.bytes, kind: None, mapping: None }
    }
}

impl Shell {
    /// Nothing is opened yet: the window appears first.
    pub(crate) fn new(app: &AppHandle) -> tauri::Result<Self> {
        let folder = match env::var_os("KINDLY_DATA_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => app.path().app_data_dir()?,
        };
        Ok(Self {
            practice: Mutex::new(None),
            pending: Mutex::new(None),
            dialogs: dialogs::dialogs(app),
            ledger: folder.join(LEDGER),
        })
    }

    /// Opens the ledger, or makes it, unless that was done.
    pub(crate) fn open(&self) -> Answer<()> {
        let mut practice = whatever_happened(&self.practice);
        if practice.is_none() {
            if let Some(folder) = self.ledger.parent() {
                fs::create_dir_all(folder).map_err(|source| writing(folder, source))?;
            }
            *practice = Some(Practice::open(&self.ledger)?);
        }
        Ok(())
    }

    /// Carries out a use case. Each is one transaction, so the lock is held no longer than that.
    pub(crate) fn practice<T>(
        &self,
        use_case: impl FnOnce(&mut Practice) -> Result<T, PracticeError>,
    ) -> Answer<T> {
        match whatever_happened(&self.practice).as_mut() {
            Some(practice) => Ok(use_case(practice)?),
            None => Err(locked()),
        }
    }

    /// Lets the user choose a CSV file and keeps what stands in it. `None`: they chose none.
    pub(crate) fn choose_csv(&self) -> Answer<Option<PendingFile>> {
        let Some(path) = self.dialogs.open_csv() else { return Ok(None) };
        let bytes = fs::read(&path).map_err(|source| PracticeError::Read { file: name_of(&path), source })?;
        let file = PendingFile { name: name_of(&path), bytes };
        *whatever_happened(&self.pending) = Some(file.clone());
        Ok(Some(file))
    }

    /// The file that was chosen last.
    pub(crate) fn pending(&self) -> Answer<PendingFile> {
        whatever_happened(&self.pending).clone().ok_or_else(nothing_chosen)
    }

    pub(crate) fn forget_pending(&self) {
        *whatever_happened(&self.pending) = None;
    }

    /// Lets the user choose where a PDF goes. `None`: they chose nothing.
    pub(crate) fn choose_pdf(&self, name: &str) -> Option<PathBuf> {
        self.dialogs.save_pdf(name)
    }
}

/// A use case that panicked was rolled back with its transaction, so what the lock guards is whole.
fn whatever_happened<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn writing(path: &Path, source: std::io::Error) -> PracticeError {
    PracticeError::Write { file: path.display().to_string(), source }
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn locked() -> WireError {
    WireError {
        code: ErrorCode::Locked,
        message: "the ledger is not open: open it first".to_owned(),
        hint: String::new(),
    }
}

fn nothing_chosen() -> WireError {
    WireError {
        code: ErrorCode::Invalid,
        message: "no file is waiting to be imported: choose one first".to_owned(),
        hint: String::new(),
    }
}
