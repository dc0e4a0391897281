//! What the window holds for the ledger's safety: who was there last, a code that is not in force yet, a bundle that
//! waits for a word, a secret on the clipboard.
use std::{
    hash::{BuildHasher as _, RandomState},
    path::Path,
    sync::Mutex,
    time::{Duration, Instant},
};

use kindly_practice::{
    ErrorCode, Practice, WireError,
    records::Moment,
    safety::{
        self, BackupCause, BackupDone, BackupFolder, BundleView, Door, DoorView, GoesOn, OpenedBundle,
        OpenedFolder, RecoveryCode, SafetyProgress, SafetyView, Secret, Swapped,
    },
};
use tauri::ipc::Channel;

use super::{Answer, Shell, locked, whatever_happened};

/// What waits between two commands.
pub(super) struct Waiting {
    /// When a key was pressed or the pointer moved last.
    awake: Mutex<Instant>,
    /// Shown to be printed; in force only once it was typed again.
    code: Mutex<Option<RecoveryCode>>,
    bundle: Mutex<Option<OpenedBundle>>,
    folder: Mutex<Option<OpenedFolder>>,
    secret: Mutex<Option<Copied>>,
}

impl Default for Waiting {
    fn default() -> Self {
        Self {
            awake: Mutex::new(Instant::now()),
            code: Mutex::default(),
            bundle: Mutex::default(),
            folder: Mutex::default(),
            secret: Mutex::default(),
        }
    }
}

/// A secret that was copied: by a hash with a key of this run, so that it is known again and not kept.
#[derive(Clone)]
pub(crate) struct Copied {
    keyed: RandomState,
    hash: u64,
    at: Instant,
}

impl Copied {
    fn new(text: &str) -> Self {
        let keyed = RandomState::new();
        Self { hash: keyed.hash_one(text), keyed, at: Instant::now() }
    }

    /// Whether a text is it.
    pub(crate) fn is(&self, text: &str) -> bool {
        self.keyed.hash_one(text) == self.hash
    }
}

impl Shell {
    /// What stands before the records; opens the ledger where nothing is asked for.
    pub(crate) fn door(&self, moment: Moment) -> Answer<DoorView> {
        self.only_window()?;
        let mut practice = whatever_happened(&self.practice);
        if let Some(practice) = practice.as_ref() {
            return Ok(practice.door_view());
        }
        self.make_folder()?;
        let Door { practice: opened, view } = safety::door(&self.ledger, moment);
        *practice = opened;
        Ok(view)
    }

    pub(crate) fn unlock(&self, moment: Moment, passphrase: String) -> Answer<DoorView> {
        self.enter(moment, &Secret::Passphrase(passphrase.into()))
    }

    pub(crate) fn unlock_by_code(&self, moment: Moment, code: String) -> Answer<DoorView> {
        self.enter(moment, &safety::recovery_secret(code)?)
    }

    fn enter(&self, moment: Moment, secret: &Secret) -> Answer<DoorView> {
        self.only_window()?;
        let mut practice = whatever_happened(&self.practice);
        if practice.is_none() {
            let Door { practice: opened, view } = safety::unlock(&self.ledger, secret, moment)?;
            *practice = opened;
            self.somebody_is_there();
            return Ok(view);
        }
        Ok(practice.as_ref().map_or(DoorView::Locked, Practice::door_view))
    }

    /// Goes on past what stands before the records: another copy, or a log whose end cannot be read.
    pub(crate) fn go_on(&self, moment: Moment) -> Answer<DoorView> {
        match self.practice(|practice| Ok(practice.door_view()))? {
            DoorView::Damaged { only_log: true, .. } => {
                self.swap(|practice| practice.go_on_without_log(moment))
            }
            DoorView::OtherCopy { .. } => self.practice(Practice::accept_copy),
            view => Ok(view),
        }
    }

    /// Closes the ledger, and lets everything go that came from it.
    pub(crate) fn close(&self) {
        self.stop();
        if let Some(practice) = whatever_happened(&self.practice).take() {
            practice.close();
        }
        *whatever_happened(&self.pending) = None;
        *whatever_happened(&self.waiting.code) = None;
        *whatever_happened(&self.waiting.bundle) = None;
        *whatever_happened(&self.waiting.folder) = None;
    }

    /// Whether a passphrase would be asked for if the ledger were closed now.
    pub(crate) fn is_protected(&self) -> bool {
        whatever_happened(&self.practice).as_ref().is_some_and(Practice::is_protected)
    }

    pub(crate) fn somebody_is_there(&self) {
        *whatever_happened(&self.waiting.awake) = Instant::now();
    }

    /// Whether nobody was there for so long that the ledger is to be locked.
    pub(crate) fn nobody_was_there(&self) -> bool {
        let alone = whatever_happened(&self.waiting.awake).elapsed();
        let practice = whatever_happened(&self.practice);
        practice.as_ref().and_then(Practice::locks_after).is_some_and(|limit| alone >= limit)
    }

    pub(crate) fn new_recovery_code(&self) -> Answer<String> {
        let code = safety::new_recovery_code()?;
        let printed = code.printed().to_string();
        *whatever_happened(&self.waiting.code) = Some(code);
        Ok(printed)
    }

    /// Writes the code's page where the user chooses.
    pub(crate) fn save_recovery_sheet(&self, moment: Moment) -> Answer<Option<String>> {
        let Some(path) = self.dialogs.save_pdf("Kindly recovery code.pdf") else { return Ok(None) };
        let code = whatever_happened(&self.waiting.code);
        let code = code.as_ref().ok_or_else(no_code)?;
        safety::write_recovery_sheet(code, moment, &path)?;
        Ok(Some(path.display().to_string()))
    }

    pub(crate) fn protect(
        &self,
        moment: Moment,
        passphrase: String,
        retyped: &str,
        progress: &Channel<SafetyProgress>,
    ) -> Answer<SafetyView> {
        let code = self.retyped(retyped)?;
        let mut told = self.told(progress);
        self.swap(|practice| practice.protect(moment, &passphrase.into(), &code, &mut told))?;
        self.forget_code()
    }

    pub(crate) fn new_key(
        &self,
        moment: Moment,
        passphrase: String,
        retyped: &str,
        progress: &Channel<SafetyProgress>,
    ) -> Answer<SafetyView> {
        let code = self.retyped(retyped)?;
        let mut told = self.told(progress);
        self.swap(|practice| practice.new_key(moment, &passphrase.into(), &code, &mut told))?;
        self.forget_code()
    }

    fn retyped(&self, retyped: &str) -> Answer<RecoveryCode> {
        let code = whatever_happened(&self.waiting.code);
        let code = code.as_ref().ok_or_else(no_code)?;
        Ok(safety::retyped(code, retyped)?)
    }

    fn forget_code(&self) -> Answer<SafetyView> {
        *whatever_happened(&self.waiting.code) = None;
        self.practice(|practice| practice.safety())
    }

    /// Makes a backup beside the work that goes on meanwhile.
    pub(crate) fn back_up(
        &self,
        moment: Moment,
        cause: BackupCause,
        progress: &Channel<SafetyProgress>,
    ) -> Answer<BackupDone> {
        let job = self.practice(|practice| practice.backup_job(moment, cause))?;
        let done = job.run(&mut self.told(progress))?;
        self.practice(|practice| practice.backed_up(done))
    }

    /// Makes one if something changed since the last and it is time; on closing, if something changed.
    pub(crate) fn back_up_if_due(&self, moment: Moment, cause: BackupCause) -> Answer<()> {
        let Ok(Some(job)) = self.practice(|practice| practice.backup_job_if_due(moment, cause)) else {
            return Ok(());
        };
        let done = job.run(&mut |_| true)?;
        // Locked meanwhile: the backup is there all the same.
        let _ = self.practice(|practice| practice.backed_up(done));
        Ok(())
    }

    /// Reads the ledger when that is due, beside the work that goes on meanwhile. True: damage was found, so that it is to
    /// be opened anew.
    pub(crate) fn check_if_due(&self, moment: Moment) -> Answer<bool> {
        let Ok(Some(job)) = self.practice(|practice| Ok(practice.check_job_if_due(moment))) else {
            return Ok(false);
        };
        let found = job.run()?;
        self.practice(|practice| practice.checked(moment, &job, &found))
    }

    pub(crate) fn restore(
        &self,
        moment: Moment,
        name: &str,
        progress: &Channel<SafetyProgress>,
    ) -> Answer<()> {
        let mut told = self.told(progress);
        if whatever_happened(&self.practice).is_some() {
            return self.swap(|practice| practice.restore(moment, name, &mut told));
        }
        let restored = safety::restore_closed(&self.ledger, moment, name, &mut told)?;
        *whatever_happened(&self.practice) = restored.practice;
        Ok(())
    }

    /// Lets the user choose a folder with backups. `None`: they chose none.
    pub(crate) fn choose_backup_folder(&self) -> Answer<Option<BackupFolder>> {
        let Some(path) = self.dialogs.choose_folder() else { return Ok(None) };
        let folder = safety::open_folder(&path)?;
        let view = folder.view();
        *whatever_happened(&self.waiting.folder) = Some(folder);
        Ok(Some(view))
    }

    pub(crate) fn restore_from_folder(
        &self,
        moment: Moment,
        name: &str,
        secret: Option<String>,
        progress: &Channel<SafetyProgress>,
    ) -> Answer<()> {
        let folder = whatever_happened(&self.waiting.folder);
        let folder = folder.as_ref().ok_or_else(nothing_waits)?;
        let mut told = self.told(progress);
        let secret = secret.map(safety::any_secret);
        if whatever_happened(&self.practice).is_some() {
            return self
                .swap(|practice| practice.restore_from(moment, folder, name, secret.as_ref(), &mut told));
        }
        self.make_folder()?;
        let restored =
            safety::restore_closed_from(&self.ledger, moment, folder, name, secret.as_ref(), &mut told)?;
        *whatever_happened(&self.practice) = restored.practice;
        Ok(())
    }

    pub(crate) fn open_bundle(
        &self,
        path: &Path,
        passphrase: String,
        progress: &Channel<SafetyProgress>,
    ) -> Answer<BundleView> {
        let mut told = self.told(progress);
        let (bundle, view) =
            self.practice(|practice| practice.open_bundle(path, &passphrase.into(), &mut told))?;
        *whatever_happened(&self.waiting.bundle) = Some(bundle);
        Ok(view)
    }

    pub(crate) fn take_bundle(
        &self,
        moment: Moment,
        which: GoesOn,
        progress: &Channel<SafetyProgress>,
    ) -> Answer<()> {
        let bundle = whatever_happened(&self.waiting.bundle).take().ok_or_else(nothing_waits)?;
        let mut told = self.told(progress);
        self.swap(|practice| practice.take_bundle(moment, &bundle, which, &mut told))
    }

    pub(crate) fn drop_bundle(&self) {
        *whatever_happened(&self.waiting.bundle) = None;
    }

    pub(crate) fn copied_secret(&self, text: &str) {
        *whatever_happened(&self.waiting.secret) = Some(Copied::new(text));
    }

    pub(crate) fn secret_is_older_than(&self, limit: Duration) -> bool {
        whatever_happened(&self.waiting.secret).as_ref().is_some_and(|copied| copied.at.elapsed() >= limit)
    }

    pub(crate) fn take_secret(&self) -> Option<Copied> {
        whatever_happened(&self.waiting.secret).take()
    }

    /// Tells the window how far long work has come, and hears whether to go on.
    pub(crate) fn told<'a>(
        &'a self,
        progress: &'a Channel<SafetyProgress>,
    ) -> impl FnMut(f64) -> bool + use<'a> {
        self.begin_long_work();
        move |share| self.goes_on(|| progress.send(SafetyProgress { share }))
    }

    /// Carries out what closes the ledger and opens it again.
    fn swap<T>(&self, use_case: impl FnOnce(Practice) -> Swapped<T>) -> Answer<T> {
        let mut practice = whatever_happened(&self.practice);
        let Swapped { practice: opened, result } = use_case(practice.take().ok_or_else(locked)?);
        *practice = opened;
        Ok(result?)
    }

    /// Two windows over one ledger would each show what the other has changed since.
    fn only_window(&self) -> Answer<()> {
        let mut instance = whatever_happened(&self.instance);
        if instance.is_none() {
            self.make_folder()?;
            *instance = Some(safety::only_window(&self.ledger)?);
        }
        Ok(())
    }

    fn make_folder(&self) -> Answer<()> {
        if let Some(folder) = self.ledger.parent() {
            std::fs::create_dir_all(folder).map_err(|source| super::writing(folder, source))?;
        }
        Ok(())
    }
}

fn no_code() -> WireError {
    waiting("there is no recovery code yet: show a new one first")
}

fn nothing_waits() -> WireError {
    waiting("nothing is open to be taken over: choose the file or the folder first")
}

fn waiting(message: &str) -> WireError {
    WireError { code: ErrorCode::Invalid, message: message.to_owned(), hint: String::new(), step: None }
}
