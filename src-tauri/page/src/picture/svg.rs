//! SVG: looked over before it is read, and then drawn by a program that knows no network, no scripts and no fonts.
mod intricacy;
mod lookover;
mod vector;

use super::error::PictureError;
use super::pixels::{self, PRINTED_PIXELS, Pixels};
use image::RgbaImage;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree, roxmltree};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

pub(super) use vector::Vector;

/// XML nodes that are read.
const MOST_NODES: u32 = 100_000;
/// Pictures embedded in an SVG, and the pixels of each.
const MOST_IMAGES: usize = 4;
const MOST_IMAGE_PIXELS: u64 = 10_000_000;

/// A drawing in one of the two forms in which a page can carry it.
pub(super) enum Drawn {
    Vector(Vector),
    Pixels(Pixels),
}

/// Whether these bytes may be an SVG.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(64 * 1024)]);
    text.trim_start_matches('\u{FEFF}').trim_start().starts_with('<') && text.contains("<svg")
}

/// Reads an SVG; gives back its size in its own unit too.
pub(super) fn read(bytes: &[u8]) -> Result<((f32, f32), Drawn), PictureError> {
    let text = std::str::from_utf8(bytes).map_err(|_| PictureError::Damaged)?;
    let text = text.trim_start_matches('\u{FEFF}');
    if text.contains("<!ENTITY") {
        return Err(PictureError::Entities);
    }
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..roxmltree::ParsingOptions::default()
    };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(|fault| match fault {
        roxmltree::Error::NodesLimitReached => PictureError::TooIntricate,
        _ if text.trim_end().ends_with("</svg>") => PictureError::Damaged,
        _ => PictureError::Truncated,
    })?;
    lookover::look_over(&document)?;
    let tree = tree(&document)?;
    if !tree.filters().is_empty() {
        return Err(PictureError::Unprintable("filter"));
    }
    let size = (tree.size().width(), tree.size().height());
    super::shape(size.0, size.1)?;
    let drawn = match intricacy::Intricacy::of(&tree)? {
        intricacy::Intricacy::Plain => Drawn::Vector(Vector::of(&tree)?),
        intricacy::Intricacy::Shaded => Drawn::Pixels(painted(&tree)?),
    };
    Ok((size, drawn))
}

fn tree(document: &roxmltree::Document<'_>) -> Result<Tree, PictureError> {
    let (images, refused) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (counted, marked) = (Arc::clone(&images), Arc::clone(&refused));
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(move |_, data, _| {
                counted.fetch_add(1, Relaxed);
                let kind = match pixels::dimensions(&data) {
                    Some((width, height)) if u64::from(width) * u64::from(height) <= MOST_IMAGE_PIXELS => {
                        Some(if pixels::is_png(&data) { ImageKind::PNG(data) } else { ImageKind::JPEG(data) })
                    }
                    _ => None,
                };
                if kind.is_none() {
                    marked.fetch_add(1, Relaxed);
                }
                kind
            }),
            // Nothing outside of the file is ever read.
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(document, &options).map_err(|fault| match fault {
        resvg::usvg::Error::InvalidSize => PictureError::Empty,
        resvg::usvg::Error::ElementsLimitReached => PictureError::TooIntricate,
        _ => PictureError::Damaged,
    })?;
    if refused.load(Relaxed) > 0 {
        return Err(PictureError::Unprintable("image"));
    }
    if images.load(Relaxed) > MOST_IMAGES {
        return Err(PictureError::TooIntricate);
    }
    Ok(tree)
}

/// The drawing as pixels.
fn painted(tree: &Tree) -> Result<Pixels, PictureError> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = PRINTED_PIXELS as f32 / width.max(height);
    let side = |length: f32| super::whole(length * scale).max(1);
    let mut canvas = Pixmap::new(side(width), side(height)).ok_or(PictureError::Empty)?;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let natural = (canvas.width(), canvas.height());
    let straight = canvas
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let colour = pixel.demultiply();
            [colour.red(), colour.green(), colour.blue(), colour.alpha()]
        })
        .collect();
    let picture = RgbaImage::from_raw(natural.0, natural.1, straight).expect("four bytes a pixel");
    Pixels::of(natural, picture)
}
