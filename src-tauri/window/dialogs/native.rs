//! The dialogs a user sees.
use std::path::PathBuf;

use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

use super::Dialogs;
use crate::MAIN_WINDOW;

/// Dialogs of the platform, in front of the window.
pub(crate) struct Native {
    app: AppHandle,
}

impl Native {
    pub(crate) fn new(app: &AppHandle) -> Self {
        Self { app: app.clone() }
    }

    fn dialog(&self) -> FileDialogBuilder<tauri::Wry> {
        use tauri::Manager as _;
        let dialog = self.app.dialog().file();
        match self.app.get_webview_window(MAIN_WINDOW) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

impl Dialogs for Native {
    fn save_pdf(&self, name: &str) -> Option<PathBuf> {
        let chosen = self.dialog().add_filter("PDF", &["pdf"]).set_file_name(name).blocking_save_file();
        local(chosen)
    }

    fn open_csv(&self) -> Option<PathBuf> {
        let tables = self.dialog().add_filter("Tables and contacts", &["csv", "txt", "tsv", "vcf"]);
        local(tables.blocking_pick_file())
    }

    fn open_archive(&self) -> Option<PathBuf> {
        local(self.dialog().add_filter("Kindly archive", &["json"]).blocking_pick_file())
    }

    fn open_any(&self) -> Option<PathBuf> {
        local(self.dialog().blocking_pick_file())
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        local(self.dialog().blocking_pick_folder())
    }

    fn save_any(&self, name: &str) -> Option<PathBuf> {
        local(self.dialog().set_file_name(name).blocking_save_file())
    }
}

/// On a desktop every file has a path.
fn local(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen.and_then(|file| file.into_path().ok())
}
