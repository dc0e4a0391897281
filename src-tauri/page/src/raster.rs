//! The very pages of a PDF as pixels, for the preview.
use crate::error::PageError;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

/// A picture of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green, blue and alpha of each pixel, row by row from the top; all opaque.
    pub rgba: Vec<u8>,
}

/// Number of pages in a PDF.
///
/// # Errors
/// The bytes are no readable PDF.
pub fn page_count(pdf: &[u8]) -> Result<usize, PageError> {
    Ok(open(pdf)?.pages().len())
}

/// Draws page `page`, counted from 1, on white, `width_px` pixels wide (16 to 8192).
///
/// # Errors
/// The bytes are no readable PDF, there is no such page, or the width is out of range.
pub fn rasterise(pdf: &[u8], page: usize, width_px: u32) -> Result<Raster, PageError> {
    if !(16..=8192).contains(&width_px) {
        return Err(PageError::RasterWidth(width_px));
    }
    let pdf = open(pdf)?;
    let pages = pdf.pages();
    let no_such_page = || PageError::NoSuchPage { page, pages: pages.len() };
    let shown = page.checked_sub(1).and_then(|index| pages.get(index)).ok_or_else(no_such_page)?;
    let scale = width_px as f32 / shown.render_dimensions().0;
    let pixels = hayro::render(
        shown,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    );
    let mut rgba = pixels.data_as_u8_slice().to_vec();
    // Blending may leave a pixel a trace less than opaque; paper is not.
    for pixel in rgba.chunks_exact_mut(4) {
        pixel[3] = 255;
    }
    Ok(Raster { width: u32::from(pixels.width()), height: u32::from(pixels.height()), rgba })
}

fn open(pdf: &[u8]) -> Result<Pdf, PageError> {
    Pdf::new(pdf.to_vec()).map_err(|_| PageError::UnreadablePdf)
}
