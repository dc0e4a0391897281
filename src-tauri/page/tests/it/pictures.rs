//! Logos and signatures that the tests, the benchmark and the example set.
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use kindly_page::Picture;
use std::io::Cursor;

/// A mark of plain areas, with a page-wide clipping path as drawing programs write it.
pub(crate) const PLAIN_SVG: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg width="120" height="48" viewBox="0 0 120 48" fill="none" xmlns="http://www.w3.org/2000/svg"
  xmlns:xlink="http://www.w3.org/1999/xlink">
  <g clip-path="url(#page)">
    <circle cx="24" cy="24" r="20" fill="#0C4A6E"/>
    <path d="M14 30 Q24 8 34 30" stroke="#fff" stroke-width="4" stroke-linecap="round"/>
    <g id="bar"><rect x="54" y="8" width="60" height="7" rx="2" fill="#0C4A6E"/></g>
    <use xlink:href="#bar" y="12.5" opacity="1"/>
    <rect x="54" y="33" width="36" height="7" fill="#0C4A6E" fill-opacity="0.45"/>
    <path d="M96 36.5 h18" stroke="#B45309" stroke-width="3" stroke-dasharray="4 2"/>
  </g>
  <defs><clipPath id="page"><rect width="120" height="48" fill="white"/></clipPath></defs>
</svg>"##;

/// A mark with a gradient, which becomes pixels.
pub(crate) const SHADED_SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">
  <defs><linearGradient id="dusk"><stop stop-color="#1e3a8a"/><stop offset="1" stop-color="#db2777"/></linearGradient></defs>
  <path d="M5 55 L45 5 L85 55 Z" fill="url(#dusk)"/>
</svg>"##;

pub(crate) fn plain_logo() -> Picture {
    Picture::read(PLAIN_SVG.as_bytes()).expect("the drawing has no fault")
}

pub(crate) fn shaded_logo() -> Picture {
    Picture::read(SHADED_SVG.as_bytes()).expect("the drawing has no fault")
}

/// A round mark with a soft edge, transparent around it.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let (middle_x, middle_y) = (f64::from(width) / 2.0, f64::from(height) / 2.0);
    let radius = middle_x.min(middle_y) * 0.95;
    let pixels = RgbaImage::from_fn(width, height, |x, y| {
        let away = (f64::from(x) + 0.5 - middle_x).hypot(f64::from(y) + 0.5 - middle_y);
        let alpha = (radius - away).clamp(0.0, 1.0) * 255.0;
        Rgba([20, 100, 90, byte(alpha)])
    });
    encoded(&DynamicImage::ImageRgba8(pixels), ImageFormat::Png)
}

/// A picture without transparency.
pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let pixels = RgbImage::from_fn(width, height, |x, y| Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 120]));
    encoded(&DynamicImage::ImageRgb8(pixels), ImageFormat::Jpeg)
}

pub(crate) fn round_logo() -> Picture {
    Picture::read(&png(300, 300)).expect("the picture has no fault")
}

/// A hand's stroke, grey on transparent.
pub(crate) fn signature() -> Picture {
    let pixels = RgbaImage::from_fn(640, 200, |x, y| {
        let across = f64::from(x) / 640.0;
        let wave = 100.0 + 70.0 * (across * 18.0).sin() * (1.0 - across) - 30.0 * across;
        let near = (f64::from(y) - wave).abs();
        Rgba([25, 25, 60, if x > 12 && x < 630 { byte((5.0 - near).clamp(0.0, 1.0) * 255.0) } else { 0 }])
    });
    Picture::read(&encoded(&DynamicImage::ImageRgba8(pixels), ImageFormat::Png))
        .expect("the picture has no fault")
}

pub(crate) fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("memory takes all bytes");
    bytes.into_inner()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the values lie in the range of bytes"
)]
fn byte(value: f64) -> u8 {
    value as u8
}
