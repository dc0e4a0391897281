//! Logos and signatures: read once, checked, and kept in the form in which a page carries them.
mod complete;
mod error;
mod pixels;
mod scaled;
mod shown;
mod svg;

use crate::raster::Raster;
use lopdf::{Document, ObjectId};
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;

pub use error::PictureError;
use pixels::Pixels;
use svg::{Drawn, Vector};

/// The most bytes that a picture's file may hold.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// The most that one side may take the other.
const MOST_RATIO: f32 = 20.0;

/// A logo or signature: decoded, checked and ready to be set. Cheap to clone; two are equal when their files are.
#[derive(Clone)]
pub struct Picture(Arc<Read>);

struct Read {
    digest: [u8; 32],
    /// Width by height.
    ratio: f32,
    form: Form,
}

/// How the picture stands in a file.
enum Form {
    Pixels(Pixels),
    Vector(Vector),
}

impl Picture {
    /// Reads a PNG, JPEG or SVG. Nothing that the file names is fetched, nothing in it is run, and what is read is
    /// bounded in size and time.
    ///
    /// # Errors
    /// See [`PictureError`].
    pub fn read(bytes: &[u8]) -> Result<Self, PictureError> {
        if bytes.len() > MOST_BYTES {
            return Err(PictureError::TooManyBytes(bytes.len()));
        }
        let ((width, height), form) = if svg::is_svg(bytes) {
            let (size, drawn) = svg::read(bytes)?;
            let form = match drawn {
                Drawn::Vector(vector) => Form::Vector(vector),
                Drawn::Pixels(pixels) => Form::Pixels(pixels),
            };
            (size, form)
        } else {
            let pixels = pixels::read(bytes)?;
            ((pixels.natural.0 as f32, pixels.natural.1 as f32), Form::Pixels(pixels))
        };
        let ratio = shape(width, height)?;
        Ok(Self(Arc::new(Read { digest: Sha256::digest(bytes).into(), ratio, form })))
    }

    /// Its width divided by its height, from 1/20 to 20.
    pub fn ratio(&self) -> f64 {
        f64::from(self.0.ratio)
    }

    /// Width and height in millimetres, as large as they are inside a box of this many millimetres.
    pub fn size_mm(&self, box_width: f32, box_height: f32) -> (f32, f32) {
        if box_width < box_height * self.0.ratio {
            (box_width, box_width / self.0.ratio)
        } else {
            (box_height * self.0.ratio, box_height)
        }
    }

    /// The picture as it prints, on white paper, so many pixels wide (16 to 8192; others count as the nearest).
    pub fn shown(&self, width_px: u32) -> Raster {
        // A tall picture is shown narrower, so that no side grows beyond what is sensible.
        let most = whole(8192.0 * self.0.ratio).clamp(16, 8192);
        shown::shown(self, width_px.clamp(16, most))
    }

    /// Adds it to a file, as an object that fills a square of one unit.
    pub(crate) fn add_to(&self, document: &mut Document) -> ObjectId {
        match &self.0.form {
            Form::Pixels(pixels) => pixels.add_to(document),
            Form::Vector(vector) => vector.add_to(document),
        }
    }
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        self.0.digest == other.0.digest
    }
}

impl Eq for Picture {}

impl fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digest = u32::from_be_bytes(self.0.digest[..4].try_into().expect("a digest has 32 bytes"));
        write!(formatter, "Picture({digest:08x}, ratio {})", self.0.ratio)
    }
}

/// The ratio of two sides, where it is one that a letter can show.
fn shape(width: f32, height: f32) -> Result<f32, PictureError> {
    if !(width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite()) {
        return Err(PictureError::Empty);
    }
    let (longer, shorter) = (width.max(height), width.min(height));
    if longer > shorter * MOST_RATIO {
        let times = whole(longer / shorter);
        return Err(PictureError::Strip { times, wide: width > height });
    }
    Ok(width / height)
}

/// The nearest whole number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number beyond the range becomes its end, which is refused or as good"
)]
fn whole(value: f32) -> u32 {
    value.round() as u32
}
