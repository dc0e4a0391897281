//! A picture that the page painted, on its way to the clipboard.
use kindly_practice::{ErrorCode, WireError};
use tauri::{
    AppHandle,
    image::Image,
    ipc::{InvokeBody, Request},
};
use tauri_plugin_clipboard_manager::ClipboardExt as _;

use crate::shell::Answer;

/// Width and height, each four bytes with the lowest first, before four bytes a pixel: as `letter::pixels` sends them.
const HEAD: usize = 8;

#[tauri::command(async)]
pub(crate) fn copy_picture(app: AppHandle, request: Request<'_>) -> Answer<()> {
    let InvokeBody::Raw(bytes) = request.body() else { return Err(refused("it came as something else")) };
    let (width, height, rgba) =
        picture(bytes).ok_or_else(|| refused("its size is not that of its pixels"))?;
    app.clipboard().write_image(&Image::new(rgba, width, height)).map_err(|error| refused(&error.to_string()))
}

/// Width, height and pixels; `None` where they do not fit each other.
fn picture(bytes: &[u8]) -> Option<(u32, u32, &[u8])> {
    let (head, rgba) = bytes.split_at_checked(HEAD)?;
    let (width, height) = head.split_at(HEAD / 2);
    let width = u32::from_le_bytes(width.try_into().ok()?);
    let height = u32::from_le_bytes(height.try_into().ok()?);
    let pixels = usize::try_from(width).ok()?.checked_mul(usize::try_from(height).ok()?)?;
    (pixels > 0 && pixels.checked_mul(4)? == rgba.len()).then_some((width, height, rgba))
}

fn refused(why: &str) -> WireError {
    WireError {
        code: ErrorCode::File,
        message: format!("the clipboard did not take the picture: {why}"),
        hint: String::new(),
        step: None,
    }
}

#[cfg(test)]
mod tests {
    use super::picture;

    #[test]
    fn a_picture_is_taken_only_whole() {
        let whole = [2, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3, 255, 4, 5, 6, 255];
        assert_eq!(picture(&whole), Some((2, 1, &whole[8..])), "two pixels beside each other");
        let huge = [255, 255, 255, 255, 255, 255, 255, 255, 1, 2, 3, 4];
        for (bytes, why) in [
            (&whole[..15], "a byte is missing"),
            (&whole[..7], "not even its size came"),
            (&[0; 8][..], "there is nothing in it"),
            (&huge[..], "it says to be larger than any memory"),
            (&[][..], "nothing came"),
        ] {
            assert_eq!(picture(bytes), None, "{why}");
        }
    }
}
