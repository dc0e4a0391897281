//! The folders of one test: a user's home, the ledger in it, and the answers to file dialogs.
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// The day on every calendar of the window tests, so that their pictures can be compared.
pub(crate) const TODAY: &str = "2026-11-22";

/// Outlives the window, so that a test can close and open it again.
pub(crate) struct Home {
    folder: TempDir,
    today: &'static str,
}

impl Home {
    /// A new user's: no ledger yet, no answers yet.
    pub(crate) fn fresh() -> Self {
        let home = Self { folder: TempDir::new().expect("a temporary folder can be made"), today: TODAY };
        home.answer_dialogs(&[]);
        // What programs put aside for a while lies here as well, so that a test can look into it.
        fs::create_dir(home.path("tmp")).expect("a folder can be made in a temporary folder");
        home
    }

    /// The day on its calendar from the next window on.
    pub(crate) fn on(&mut self, day: &'static str) {
        self.today = day;
    }

    /// A file or folder in it, there or not.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The ledger that a window opens here.
    pub(crate) fn ledger(&self) -> PathBuf {
        self.path("ledger/practice.kindly")
    }

    /// A file with that content.
    pub(crate) fn write(&self, name: &str, content: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("a file can be written in a temporary folder");
        path
    }

    /// The desktop of this home is dark.
    pub(crate) fn prefer_dark(&self) {
        let folder = self.path("config/gtk-3.0");
        fs::create_dir_all(&folder).expect("a folder can be made in a temporary folder");
        let settings = "[Settings]\ngtk-application-prefer-dark-theme=1\n";
        fs::write(folder.join("settings.ini"), settings)
            .expect("a file can be written in a temporary folder");
    }

    /// What file dialogs answer from the start of the window on, in order.
    pub(crate) fn answer_dialogs(&self, paths: &[&Path]) {
        self.answer_dialogs_with(&paths.iter().copied().map(Some).collect::<Vec<_>>());
    }

    /// The same, where some are cancelled.
    pub(crate) fn answer_dialogs_with(&self, paths: &[Option<&Path>]) {
        let answers = serde_json::to_string(paths).expect("paths of a temporary folder are text");
        fs::write(self.dialogs(), answers).expect("a file can be written in a temporary folder");
    }

    /// What a program started in this home sees: nothing of the developer's own desktop.
    pub(crate) fn environment(&self) -> Vec<(&'static str, OsString)> {
        let folder = self.folder.path();
        vec![
            ("HOME", folder.into()),
            ("XDG_CACHE_HOME", folder.join("cache").into()),
            ("XDG_CONFIG_HOME", folder.join("config").into()),
            ("XDG_DATA_HOME", folder.join("data").into()),
            ("XDG_RUNTIME_DIR", folder.into()),
            ("TMPDIR", folder.join("tmp").into()),
            ("LC_ALL", "C.UTF-8".into()),
            ("KINDLY_DATA_DIR", folder.join("ledger").into()),
            ("KINDLY_TEST_DIALOGS", self.dialogs().into()),
            ("KINDLY_TODAY", self.today.into()),
        ]
    }

    fn dialogs(&self) -> PathBuf {
        self.path("dialogs.json")
    }
}
