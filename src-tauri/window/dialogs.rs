//! The platform's file dialogs. Paths come from here alone, never from the web view.
use std::path::PathBuf;

use tauri::AppHandle;

#[cfg(not(feature = "window-tests"))]
mod native;
#[cfg(feature = "window-tests")]
mod queue;

/// Asks the user for a file. `None`: they thought better of it.
pub(crate) trait Dialogs: Send + Sync {
    /// Where to save a PDF; `name` is what the dialog suggests.
    fn save_pdf(&self, name: &str) -> Option<PathBuf>;
    /// Which table, contacts or other export of a tool to read.
    fn open_csv(&self) -> Option<PathBuf>;
    /// Which archive to read.
    fn open_archive(&self) -> Option<PathBuf>;
    /// Which file to keep, or to refer to.
    fn open_any(&self) -> Option<PathBuf>;
    /// Into which folder to write.
    fn choose_folder(&self) -> Option<PathBuf>;
    /// Where to save a file of any kind; `name` is what the dialog suggests.
    fn save_any(&self, name: &str) -> Option<PathBuf>;
}

/// The platform's own; in the test build, which no driver could click through, answers from a queue.
#[cfg(not(feature = "window-tests"))]
pub(crate) fn dialogs(app: &AppHandle) -> Box<dyn Dialogs> {
    Box::new(native::Native::new(app))
}

/// Answers from a queue: no driver could click through the platform's dialogs.
#[cfg(feature = "window-tests")]
pub(crate) fn dialogs(_app: &AppHandle) -> Box<dyn Dialogs> {
    Box::<queue::Queue>::default()
}
