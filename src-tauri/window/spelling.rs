//! Spelling in the words of a letter: the web view's own, which is off on Linux until somebody switches it on.
use tauri::WebviewWindow;

/// The languages that letters are written in; those without a dictionary on this computer are passed over.
#[cfg(target_os = "linux")]
const LANGUAGES: [&str; 5] = ["en_GB", "en_US", "de_DE", "fr_FR", "es_ES"];

/// Switches it on. Nothing is sent anywhere: the dictionaries lie on this computer.
#[cfg(target_os = "linux")]
pub(crate) fn switch_on(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{WebContextExt as _, WebViewExt as _};
    window.with_webview(|webview| {
        if let Some(context) = webview.inner().context() {
            context.set_spell_checking_languages(&LANGUAGES);
            context.set_spell_checking_enabled(true);
        }
    })
}

/// Elsewhere the web view checks by itself.
#[cfg(not(target_os = "linux"))]
pub(crate) fn switch_on(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
