//! Pictures of pixels: decoded within bounds, scaled to what print can show, deflated.
use super::complete::{self, Format};
use super::error::PictureError;
use super::scaled;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, Limits, RgbaImage};
use lopdf::{Document, ObjectId, Stream, dictionary};
use std::io::Cursor;

/// The most pixels that are decoded.
const MOST_PIXELS: u64 = 40_000_000;
/// Memory for decoding: 40 million pixels of four channels of 16 bits, and some room to work in.
const MOST_MEMORY: u64 = 400 * 1024 * 1024;
/// The longer side in a letter: at least 400 dpi, more than a printer tells apart.
pub(super) const PRINTED_PIXELS: u32 = 1200;

/// A picture as a page carries it.
pub(super) struct Pixels {
    /// Width and height in the file.
    pub(super) natural: (u32, u32),
    /// Width and height as kept.
    pub(super) width: u32,
    pub(super) height: u32,
    /// One byte a pixel rather than three.
    pub(super) grey: bool,
    /// Deflated, row by row.
    pub(super) colour: Vec<u8>,
    /// Deflated, one byte a pixel; none where all pixels are opaque.
    pub(super) alpha: Option<Vec<u8>>,
}

/// Reads a PNG or JPEG.
pub(super) fn read(bytes: &[u8]) -> Result<Pixels, PictureError> {
    let format = complete::format(bytes).ok_or(PictureError::NotAPicture)?;
    let picture = decoded(format, bytes)?;
    let natural = (picture.width(), picture.height());
    Pixels::of(natural, picture.into_rgba8())
}

/// Width and height, where the head of a complete PNG or JPEG states them.
pub(super) fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    let format = complete::format(bytes).filter(|&format| complete::is_complete(format, bytes))?;
    let dimensions = match format {
        Format::Png => {
            image::codecs::png::PngDecoder::with_limits(Cursor::new(bytes), limits()).ok()?.dimensions()
        }
        Format::Jpeg => image::codecs::jpeg::JpegDecoder::new(Cursor::new(bytes)).ok()?.dimensions(),
    };
    Some(dimensions)
}

/// Whether these bytes begin as a PNG.
pub(super) fn is_png(bytes: &[u8]) -> bool {
    complete::format(bytes) == Some(Format::Png)
}

/// Decodes and turns a picture upright.
fn decoded(format: Format, bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    match format {
        Format::Png => image::codecs::png::PngDecoder::with_limits(Cursor::new(bytes), limits())
            .map_err(|_| fault(format, bytes))
            .and_then(|decoder| upright(format, bytes, decoder)),
        Format::Jpeg => image::codecs::jpeg::JpegDecoder::new(Cursor::new(bytes))
            .map_err(|_| fault(format, bytes))
            .and_then(|decoder| upright(format, bytes, decoder)),
    }
}

fn upright(
    format: Format,
    bytes: &[u8],
    mut decoder: impl ImageDecoder,
) -> Result<DynamicImage, PictureError> {
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureError::TooManyPixels(width, height));
    }
    if !complete::is_complete(format, bytes) {
        return Err(PictureError::Truncated);
    }
    decoder.set_limits(limits()).map_err(|_| PictureError::TooManyPixels(width, height))?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| PictureError::Damaged)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

/// Why the head of a file cannot be read.
fn fault(format: Format, bytes: &[u8]) -> PictureError {
    if complete::is_complete(format, bytes) { PictureError::Damaged } else { PictureError::Truncated }
}

impl Pixels {
    /// Scales down to what print can show, and parts colour from opacity.
    pub(super) fn of(natural: (u32, u32), picture: RgbaImage) -> Result<Self, PictureError> {
        let picture = scaled::down(picture, PRINTED_PIXELS);
        let (width, height) = picture.dimensions();
        let pixels = picture.as_raw();
        if pixels.chunks_exact(4).all(|pixel| pixel[3] == 0) {
            return Err(PictureError::Empty);
        }
        let grey = pixels.chunks_exact(4).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]);
        let colour: Vec<u8> = if grey {
            pixels.iter().step_by(4).copied().collect()
        } else {
            pixels.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
        };
        let alpha: Vec<u8> = pixels.iter().skip(3).step_by(4).copied().collect();
        let seen_through = alpha.iter().any(|&alpha| alpha < 255);
        let alpha = seen_through.then(|| deflated(&alpha)).transpose()?;
        Ok(Self { natural, width, height, grey, colour: deflated(&colour)?, alpha })
    }

    /// Adds the image, and its opacity as a soft mask.
    pub(super) fn add_to(&self, document: &mut Document) -> ObjectId {
        let image = |colours: &str, content: &[u8]| {
            let dictionary = dictionary! {
                "Type" => "XObject",
                "Subtype" => "Image",
                "Width" => i64::from(self.width),
                "Height" => i64::from(self.height),
                "ColorSpace" => colours,
                "BitsPerComponent" => 8,
                "Filter" => "FlateDecode",
            };
            Stream::new(dictionary, content.to_vec())
        };
        let mut stream = image(if self.grey { "DeviceGray" } else { "DeviceRGB" }, &self.colour);
        if let Some(alpha) = &self.alpha {
            stream.dict.set("SMask", document.add_object(image("DeviceGray", alpha)));
        }
        document.add_object(stream)
    }
}

/// Deflating into memory cannot fail; should it all the same, the picture is at fault rather than the letter.
pub(super) fn deflated(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    crate::finish::deflate(bytes).map_err(|_| PictureError::Damaged)
}
