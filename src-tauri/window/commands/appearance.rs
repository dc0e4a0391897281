//! How the window looks, as far as the page cannot do it by itself: the size of all text, and what stands behind the page.
use kindly_practice::{ErrorCode, WireError};
use tauri::{State, WebviewWindow, window::Color};

use crate::{curtain::Curtain, shell::Answer};

/// In percent of the usual size; below, nothing is read, and above, no form fits a small laptop.
const TEXT_SIZES: std::ops::RangeInclusive<u16> = 80..=200;

/// The paper of the light and of the dark look, as in `ui/src/lib/tokens.css`.
const LIGHT: Color = Color(0xfb, 0xfa, 0xf7, 0xff);
const DARK: Color = Color(0x19, 0x1c, 0x1e, 0xff);

/// Sets the size of all text in percent, and the colour that is seen while the page is not drawn yet.
#[tauri::command(async)]
pub(crate) fn appear(
    window: WebviewWindow,
    curtain: State<'_, Curtain>,
    text_size: u16,
    dark: bool,
) -> Answer<()> {
    if !TEXT_SIZES.contains(&text_size) {
        return Err(no_such_size(text_size));
    }
    // Each fails only while the window is being closed, and then nobody sees it.
    let _ = window.set_background_color(Some(if dark { DARK } else { LIGHT }));
    let _ = window.set_zoom(f64::from(text_size) / 100.0);
    curtain.coloured(&window.as_ref().window());
    Ok(())
}

fn no_such_size(text_size: u16) -> WireError {
    WireError {
        code: ErrorCode::Invalid,
        message: format!(
            "the text size is {text_size} %: choose one from {} to {} %",
            TEXT_SIZES.start(),
            TEXT_SIZES.end()
        ),
        hint: String::new(),
        step: None,
    }
}
