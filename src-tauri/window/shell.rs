//! What the window holds between two commands.
use std::{
    env,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use kindly_practice::{
    ErrorCode, Practice, PracticeError, WireError,
    import::{ImportChoices, ImportFile},
    read::{MAX_ARCHIVE_BYTES, MAX_FILE_BYTES, read_limited},
    safety::InstanceLock,
};
use tauri::{AppHandle, Manager as _};

use crate::dialogs::{self, Dialogs};

mod safety;

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
    /// Whether the user wants the long work that is running to stop.
    stopped: AtomicBool,
    waiting: safety::Waiting,
    /// Held from the first door on: one window a ledger, also where no message bus says so.
    instance: Mutex<Option<InstanceLock>>,
    dialogs: Box<dyn Dialogs>,
    ledger: PathBuf,
}

/// A file's name, without its folder, what stood in it, and what the user says about it.
#[derive(Clone)]
pub(crate) struct PendingFile {
    name: String,
    bytes: Arc<[u8]>,
    choices: Option<ImportChoices>,
}

impl PendingFile {
    /// As the practice takes it: what the user did not say is read from its header.
    pub(crate) fn as_import(&self) -> ImportFile<'_> {
        let choices = self.choices.as_ref();
        ImportFile { name: &self.name, bytes: &self.bytes, kind: None, mapping: None, choices }
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
            stopped: AtomicBool::new(false),
            waiting: safety::Waiting::default(),
            instance: Mutex::default(),
            dialogs: dialogs::dialogs(app),
            ledger: folder.join(LEDGER),
        })
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

    /// Lets the user choose a file to import, and keeps what stands in it. False: they chose none.
    pub(crate) fn choose_csv(&self) -> Answer<bool> {
        let Some(path) = self.dialogs.open_csv() else { return Ok(false) };
        let bytes = read_limited(&path, MAX_FILE_BYTES)?;
        let file = PendingFile { name: name_of(&path), bytes: bytes.into(), choices: None };
        *whatever_happened(&self.pending) = Some(file);
        Ok(true)
    }

    /// Keeps what the user says about the file that was chosen last.
    pub(crate) fn choose_how(&self, choices: ImportChoices) -> Answer<()> {
        let mut pending = whatever_happened(&self.pending);
        pending.as_mut().ok_or_else(nothing_chosen)?.choices = Some(choices);
        Ok(())
    }

    /// The file that was chosen last. What is begun with it was not stopped yet.
    pub(crate) fn pending(&self) -> Answer<PendingFile> {
        self.begin_long_work();
        whatever_happened(&self.pending).clone().ok_or_else(nothing_chosen)
    }

    /// What is begun was not stopped yet.
    fn begin_long_work(&self) {
        self.stopped.store(false, Ordering::Relaxed);
    }

    /// Stops the long work that is running.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Tells how far it has come, and answers whether to go on. A window that hears nothing any more is being closed.
    pub(crate) fn goes_on<E>(&self, tell: impl FnOnce() -> Result<(), E>) -> bool {
        tell().is_ok() && !self.stopped.load(Ordering::Relaxed)
    }

    pub(crate) fn forget_pending(&self) {
        *whatever_happened(&self.pending) = None;
    }

    /// Lets the user choose where a PDF goes. `None`: they chose nothing.
    pub(crate) fn choose_pdf(&self, name: &str) -> Option<PathBuf> {
        self.dialogs.save_pdf(name)
    }

    /// Lets the user choose where a file goes. `None`: they chose nothing.
    pub(crate) fn choose_place(&self, name: &str) -> Option<PathBuf> {
        self.dialogs.save_any(name)
    }

    /// Lets the user choose a folder to write into. `None`: they chose none.
    pub(crate) fn choose_folder(&self) -> Option<PathBuf> {
        self.dialogs.choose_folder()
    }

    /// Lets the user choose any file. `None`: they chose none.
    pub(crate) fn choose_file(&self) -> Option<PathBuf> {
        self.dialogs.open_any()
    }

    /// Lets the user choose an archive, and reads it: its name, and what stands in it.
    pub(crate) fn choose_archive(&self) -> Answer<Option<(String, Vec<u8>)>> {
        let Some(path) = self.dialogs.open_archive() else { return Ok(None) };
        let bytes = read_limited(&path, MAX_ARCHIVE_BYTES)?;
        Ok(Some((name_of(&path), bytes)))
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
        step: None,
    }
}

fn nothing_chosen() -> WireError {
    WireError {
        code: ErrorCode::Invalid,
        message: "no file is waiting to be imported: choose one first".to_owned(),
        hint: String::new(),
        step: None,
    }
}
