//! A picture by itself, drawn by the program that draws the preview of the page.
use super::Picture;
use crate::raster::{Raster, rasterise};
use lopdf::{Document, Object, Stream, dictionary};

/// Width of the sheet that carries nothing but the picture. In points.
const WIDTH: f32 = 400.0;

pub(super) fn shown(picture: &Picture, width_px: u32) -> Raster {
    let height = WIDTH / picture.0.ratio;
    let mut document = Document::with_version("1.7");
    let object = picture.add_to(&mut document);
    let content = format!("q {WIDTH} 0 0 {height} 0 0 cm /Picture Do Q");
    let content = document.add_object(Stream::new(dictionary! {}, content.into_bytes()));
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => pages,
        "MediaBox" => vec![Object::Integer(0), Object::Integer(0), WIDTH.into(), height.into()],
        "Resources" => dictionary! { "XObject" => dictionary! { "Picture" => object } },
        "Contents" => content,
    });
    let kids = vec![Object::Reference(page)];
    document.set_object(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("memory takes all bytes");
    rasterise(&bytes, 1, width_px).expect("a page of our own can be shown")
}
