//! Locking: the ledger is closed, its key wiped, and the page loaded anew, so that nothing of it stays in the web view.
use kindly_practice::{PracticeError, WireError};
use tauri::{AppHandle, Manager as _};
use tauri_plugin_clipboard_manager::ClipboardExt as _;

use crate::{MAIN_WINDOW, shell::Shell};

/// Locks.
///
/// # Errors
/// [`PracticeError::NotProtected`]: a ledger that anybody can open again would only seem locked.
pub(crate) fn lock(app: &AppHandle) -> Result<(), WireError> {
    if !app.state::<Shell>().is_protected() {
        return Err(PracticeError::NotProtected.into());
    }
    open_anew(app);
    Ok(())
}

/// Locks where a passphrase would be asked for; does nothing where there is none.
pub(crate) fn lock_if_protected(app: &AppHandle) {
    if app.state::<Shell>().is_protected() {
        open_anew(app);
    }
}

/// Closes the ledger and loads the page anew: whatever stands before the records now is seen, and nothing of them.
pub(crate) fn open_anew(app: &AppHandle) {
    app.state::<Shell>().close();
    clear_secret(app);
    if let Some(window) = app.get_webview_window(MAIN_WINDOW) {
        // It fails only while the window is being closed, and its page goes with it then.
        let _ = window.reload();
    }
}

/// Empties the clipboard if it still holds what was copied as a secret.
pub(crate) fn clear_secret(app: &AppHandle) {
    let Some(copied) = app.state::<Shell>().take_secret() else { return };
    // Whatever was copied since is not ours to take away.
    if app.clipboard().read_text().is_ok_and(|text| copied.is(&text)) {
        let _ = app.clipboard().clear();
    }
}
