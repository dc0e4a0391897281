//! Pictures that are broken, too large, or up to something are refused in one sentence, and soon.
use crate::pictures::{PLAIN_SVG, SHADED_SVG, encoded, jpeg, plain_logo, png, shaded_logo};
use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgba, RgbaImage};
use kindly_page::Picture;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// Longer than any picture takes here without optimisation, and far shorter than a bomb.
const SOON: Duration = Duration::from_secs(20);

fn check_refused(name: &str, bytes: &[u8], sentence: &str) {
    let began = Instant::now();
    let said = Picture::read(bytes).map_err(|error| error.to_string());
    assert_eq!(said, Err(sentence.to_owned()), "{name}: a person must understand at once what to change");
    assert!(began.elapsed() < SOON, "{name}: took {:?}", began.elapsed());
}

fn svg(inside: &str) -> Vec<u8> {
    let namespaces = r#"xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink""#;
    format!(r#"<svg {namespaces} viewBox="0 0 40 20"><rect width="40" height="20"/>{inside}</svg>"#)
        .into_bytes()
}

const TRUNCATED: &str = "The picture ends in the middle; export or copy it again";
const DAMAGED: &str = "The picture is damaged and cannot be read; export it again";
const NO_PICTURE: &str = "This file is no PNG, JPEG or SVG picture; choose one that is";
const EMPTY: &str = "The picture is empty; choose one that shows something";
const SCRIPT: &str = "The SVG contains a script; export it as plain SVG or as PNG";
const LINK: &str = "The SVG links to something outside of itself; embed it there, or export it as PNG";
const ENTITIES: &str =
    "The SVG declares entities, which a picture does not need; export it as plain SVG or as PNG";
const TEXT: &str =
    "The SVG contains text, which other fonts would change; convert the text to paths and export it again";
const INTRICATE: &str = "The SVG is too intricate for a letter; simplify it, or export it as PNG";

#[test]
fn broken_files() {
    for (name, whole) in [("PNG", png(120, 80)), ("JPEG", jpeg(120, 80))] {
        for part in [30, 60, 90, 99] {
            let cut = &whole[..whole.len() * part / 100];
            check_refused(&format!("{part} % of a {name}"), cut, TRUNCATED);
        }
        check_refused(&format!("a {name} without its last byte"), &whole[..whole.len() - 1], TRUNCATED);
    }
    check_refused("an SVG cut in two", &PLAIN_SVG.as_bytes()[..PLAIN_SVG.len() / 2], TRUNCATED);
    let mut flipped = png(120, 80);
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x55;
    check_refused("a PNG with a flipped byte", &flipped, DAMAGED);
    check_refused("an SVG whose tags cross", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>", DAMAGED);
    for (name, bytes) in [
        ("nothing", &b""[..]),
        ("a PDF", b"%PDF-1.7 ..."),
        ("a GIF", b"GIF89a........"),
        ("a page of the web", b"<!DOCTYPE html><html><body>no picture</body></html>"),
        ("text", b"just words"),
    ] {
        check_refused(name, bytes, NO_PICTURE);
    }
    check_refused("the head of a PNG", b"\x89PNG\r\n\x1a\n", TRUNCATED);
    check_refused("the head of a JPEG", &[0xFF, 0xD8, 0xFF], TRUNCATED);
}

#[test]
fn no_cut_of_any_length_passes_or_panics() {
    for whole in [png(24, 16), jpeg(24, 16)] {
        for length in 0..whole.len() {
            assert!(
                Picture::read(&whole[..length]).is_err(),
                "{length} of {} bytes are no picture",
                whole.len()
            );
        }
        assert!(Picture::read(&whole).is_ok(), "the whole of it is");
    }
    for length in 0..SHADED_SVG.len() {
        assert!(Picture::read(&SHADED_SVG.as_bytes()[..length]).is_err(), "{length} bytes of the drawing");
    }
}

#[test]
fn no_flipped_byte_panics() {
    for whole in [png(24, 16), jpeg(24, 16), PLAIN_SVG.as_bytes().to_vec()] {
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << (at % 8);
            if let Ok(picture) = Picture::read(&flipped) {
                assert!(picture.ratio() > 0.0, "what is read has a shape");
            }
        }
    }
}

#[test]
fn too_large_or_too_thin() {
    let mut heavy = png(40, 40);
    heavy.resize(4 * 1024 * 1024 + 1, 0);
    check_refused("a heavy file", &heavy, "The picture has 4.1 MB, and at most 4 fit; save it smaller");
    let vast =
        encoded(&DynamicImage::ImageLuma8(GrayImage::from_pixel(8_000, 5_001, Luma([9]))), ImageFormat::Png);
    check_refused(
        "a vast PNG",
        &vast,
        "The picture has 8000 × 5001 pixels, and at most 40 million fit; save it smaller",
    );
    let mut claimed = png(10, 10);
    claimed[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    assert!(Picture::read(&claimed).is_err(), "a head that claims 65536 × 65536 pixels takes no memory");
    check_refused(
        "a strip",
        &png(2100, 100),
        "The picture is 21 times as wide as high; cut it to a shape that fits a letter",
    );
    check_refused(
        "a pole",
        &png(10, 300),
        "The picture is 30 times as high as wide; cut it to a shape that fits a letter",
    );
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(20, 20, Rgba([1, 2, 3, 0])));
    check_refused("a clear PNG", &encoded(&clear, ImageFormat::Png), EMPTY);
    let sizeless =
        br#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="10"><path d="M0 0h9v9z"/></svg>"#;
    check_refused("an SVG without width", sizeless, EMPTY);
    let blank = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"></svg>"#;
    check_refused("an SVG without content", blank, EMPTY);
    let strip =
        br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 10"><path d="M0 0h9v9z"/></svg>"#;
    check_refused(
        "an SVG strip",
        strip,
        "The picture is 90 times as wide as high; cut it to a shape that fits a letter",
    );
}

#[test]
fn drawings_that_are_up_to_something() {
    let embedded = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=";
    let unprintable =
        |what: &str| format!("The SVG uses “{what}”, which cannot be printed faithfully; export it as PNG");
    for (inside, sentence) in [
        ("<script>alert(1)</script>", SCRIPT),
        ("<g><g><script xlink:href=\"https://evil.example/x.js\"/></g></g>", SCRIPT),
        ("<rect width=\"3\" height=\"3\" onload=\"go()\"/>", SCRIPT),
        ("<a xlink:href=\"javascript:go()\"><rect width=\"3\" height=\"3\"/></a>", SCRIPT),
        ("<image href=\"https://evil.example/pixel.png\" width=\"1\" height=\"1\"/>", LINK),
        ("<image href=\"/etc/passwd\" width=\"1\" height=\"1\"/>", LINK),
        ("<image href=\"file:///etc/hostname\" width=\"1\" height=\"1\"/>", LINK),
        ("<use xlink:href=\"other.svg#part\"/>", LINK),
        ("<style>@import url(https://evil.example/x.css);</style>", LINK),
        ("<style>rect { fill: url('https://evil.example/x.svg#p') }</style>", LINK),
        ("<rect width=\"3\" height=\"3\" style=\"fill:url(//evil.example/x#p)\"/>", LINK),
        ("<?xml-stylesheet href=\"https://evil.example/x.css\"?>", LINK),
        ("<text x=\"2\" y=\"9\">Kindly</text>", TEXT),
        ("<text><tspan>Kindly</tspan></text>", TEXT),
    ] {
        check_refused(inside, &svg(inside), sentence);
    }
    for (inside, what) in [
        (format!("<image href=\"{embedded}\" width=\"9\" height=\"9\"/>"), "image"),
        ("<image href=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" width=\"9\" height=\"9\"/>".into(), "image"),
        ("<foreignObject width=\"9\" height=\"9\"><p>words</p></foreignObject>".into(), "foreignObject"),
        ("<filter id=\"f\"><feGaussianBlur stdDeviation=\"3\"/></filter><g filter=\"url(#f)\"><path d=\"M0 0h9v9z\"/></g>".into(), "filter"),
        ("<pattern id=\"p\" width=\"1e9\" height=\"1e9\"/>".into(), "pattern"),
        ("<marker id=\"m\"><path d=\"M0 0h1v1z\"/></marker>".into(), "marker"),
    ] {
        check_refused(&inside, &svg(&inside), &unprintable(what));
    }
    let laughs = "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let bomb = [laughs.as_bytes(), &svg("")].concat();
    check_refused("entities", &bomb, ENTITIES);
    let outside = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    check_refused(
        "an entity from a file",
        &[outside.as_bytes(), &svg("<desc>&x;</desc>")].concat(),
        ENTITIES,
    );
}

#[test]
fn drawings_that_blow_up() {
    let doubled = |n: u8| format!("<g id=\"g{}\"><use href=\"#g{n}\"/><use href=\"#g{n}\"/></g>", n + 1);
    let doubling = (0..40).map(doubled).collect::<Vec<_>>().concat();
    let cases = [
        ("a part that holds itself", "<g id=\"a\"><use href=\"#a\"/></g>".to_owned()),
        (
            "two parts that hold each other",
            "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>".into(),
        ),
        ("two to the fortieth", format!("<path id=\"g0\" d=\"M0 0h1v1z\"/>{doubling}")),
        ("a deep nest", format!("{}{}", "<g>".repeat(5_000), "</g>".repeat(5_000))),
        ("a deeper nest", format!("{}{}", "<g>".repeat(90_000), "</g>".repeat(90_000))),
        ("many elements", "<path d=\"M0 0h1v1z\"/>".repeat(150_000)),
        ("many areas", "<rect width=\"40\" height=\"20\"/>".repeat(900)),
        (
            "many masks",
            "<g opacity=\"0.5\"><rect width=\"1\" height=\"1\"/><rect width=\"2\" height=\"1\"/></g>"
                .repeat(200),
        ),
        ("fine dashes", "<path stroke=\"#000\" stroke-dasharray=\"0.00001\" d=\"M0 0h40v20\"/>".into()),
        (
            "many rules",
            format!("<style>{}</style>{}", "g g g a{fill:red}".repeat(20_000), "<g/>".repeat(3_000)),
        ),
        ("a long path", format!("<path d=\"M0 0{}\"/>", "l1 1l-1 1".repeat(100_000))),
    ];
    for (name, inside) in cases {
        check_refused(name, &svg(&inside), INTRICATE);
    }
}

#[test]
fn the_deepest_drawing_that_is_taken_leaves_the_stack_whole() {
    let groups = format!(
        "{}<path d=\"M0 0h9v9z\"/>{}",
        "<g transform=\"scale(1.01)\">".repeat(190),
        "</g>".repeat(190)
    );
    let linked = |n: u8| format!("<g id=\"g{}\"><use href=\"#g{n}\"/></g>", n + 1);
    let chain = (0..90).rev().map(linked).collect::<Vec<_>>().concat();
    let chain = format!("<defs><path id=\"g0\" d=\"M0 0h9v9z\"/></defs>{chain}");
    for (name, inside) in [("groups in groups", groups), ("parts of parts", chain)] {
        // What the smallest threads of a program have, which need more without optimisation.
        let read = std::thread::Builder::new()
            .stack_size(2 * 1024 * 1024)
            .spawn(move || Picture::read(&svg(&inside)));
        let read = read.expect("a thread").join().unwrap_or_else(|_| panic!("{name}: the thread lives"));
        assert!(read.is_ok(), "{name}: {:?}", read.err());
    }
}

#[test]
fn what_drawing_programs_write_is_taken() {
    for (name, inside) in [
        (
            "metadata with addresses",
            "<metadata><x xmlns=\"http://creativecommons.org/ns#\" resource=\"https://x.example\"/></metadata>",
        ),
        ("an empty text", "<text x=\"2\" y=\"2\"> </text>"),
        ("a style sheet", "<style>.a{fill:#123456}</style><path class=\"a\" d=\"M0 0h9v9z\"/>"),
        (
            "a filter that nothing uses",
            "<defs><filter id=\"f\"><feGaussianBlur stdDeviation=\"3\"/></filter></defs>",
        ),
        (
            "a mask",
            "<mask id=\"m\"><rect width=\"9\" height=\"9\" fill=\"#fff\"/></mask><g mask=\"url(#m)\"><rect width=\"9\" height=\"9\"/></g>",
        ),
        ("a part used again", "<g id=\"p\"><rect width=\"3\" height=\"3\"/></g><use href=\"#p\" x=\"5\"/>"),
        ("a note", "<!-- made by hand --><title>Mark</title><desc>of the house</desc>"),
    ] {
        let read = Picture::read(&svg(inside));
        assert!(read.is_ok(), "{name}: {:?}", read.err());
    }
    let mut png_as_text = String::new();
    for chunk in png(8, 8).chunks(3) {
        let bits =
            chunk.iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                [(bits >> (18 - 6 * place) & 63) as usize];
            let shown = if place <= chunk.len() { char::from(digit) } else { '=' };
            write!(png_as_text, "{shown}").expect("a string takes any text");
        }
    }
    let embedded = format!("<image href=\"data:image/png;base64,{png_as_text}\" width=\"9\" height=\"9\"/>");
    assert!(Picture::read(&svg(&embedded)).is_ok(), "a PNG that is in the drawing stays in it");
}

/// The mean difference of two pictures' channels, of 255.
fn difference(one: &[u8], other: &[u8]) -> f64 {
    assert_eq!(one.len(), other.len(), "pictures of one size");
    let sum: u64 = one.iter().zip(other).map(|(one, other)| u64::from(one.abs_diff(*other))).sum();
    sum as f64 / one.len() as f64
}

/// Draws an SVG on white with the library that reads it, by another way than ours.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a height of a few hundred pixels"
)]
fn painted(svg: &str, width: u32) -> Vec<u8> {
    let tree = resvg::usvg::Tree::from_str(svg, &resvg::usvg::Options::default()).expect("a drawing");
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut canvas = resvg::tiny_skia::Pixmap::new(width, height).expect("a size");
    canvas.fill(resvg::tiny_skia::Color::WHITE);
    resvg::render(&tree, resvg::tiny_skia::Transform::from_scale(scale, scale), &mut canvas.as_mut());
    canvas.data().to_vec()
}

#[test]
fn drawings_print_as_they_look() {
    let turned = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -20 200 100">
  <defs><clipPath id="c" transform="translate(5 3)"><path d="M0 0h90v50z" clip-rule="evenodd"/></clipPath></defs>
  <g transform="translate(20 5) rotate(12) scale(1.2)"><g clip-path="url(#c)"><rect x="-5" y="-5" width="80" height="40" fill="#a21"/></g>
  <path d="M10 40 Q40 0 70 40 T120 40" fill="none" stroke="#135" stroke-width="5" stroke-linejoin="round"/></g>
  <path fill-rule="evenodd" d="M120 10h60v60h-60z M130 20h40v40h-40z" fill="#284" fill-opacity=".5"/>
  <circle cx="150" cy="40" r="12" fill="none" stroke="#000" stroke-opacity=".3" stroke-width="4"/>
</svg>"##;
    for (name, drawing) in [("plain", PLAIN_SVG), ("turned", turned), ("shaded", SHADED_SVG)] {
        let picture = Picture::read(drawing.as_bytes()).expect("the drawing has no fault");
        let shown = picture.shown(600);
        let expected = painted(drawing, 600);
        let apart = difference(&shown.rgba, &expected);
        assert!(apart < 1.5, "{name}: pixels differ by {apart} of 255 on the whole");
        let wrong = painted(drawing, 600).iter().map(|channel| 255 - channel).collect::<Vec<u8>>();
        assert!(difference(&shown.rgba, &wrong) > 20.0, "{name}: the measure tells another picture apart");
    }
}

#[test]
fn pictures_print_as_they_are() {
    let see_through = Picture::read(&png(400, 200)).expect("the picture has no fault");
    let shown = see_through.shown(200);
    assert_eq!((shown.width, shown.height), (200, 100), "its shape stays");
    let at = |x: u32, y: u32| &shown.rgba[((y * shown.width + x) * 4) as usize..][..3];
    assert_eq!(at(3, 3), [255, 255, 255], "paper shows where the picture is clear");
    let middle = at(100, 50);
    let near = middle.iter().zip([20, 100, 90]).all(|(one, other)| one.abs_diff(other) <= 2);
    assert!(near, "the colour stays what it was: {middle:?}");
    let large = Picture::read(&jpeg(3000, 2000)).expect("the picture has no fault");
    assert!((large.ratio() - 1.5).abs() < 1e-3, "its shape stays when it is scaled down");
    assert_eq!(large.size_mm(60.0, 20.0), (30.0, 20.0), "it fills the height of a flat box");
    assert_eq!(large.size_mm(15.0, 20.0), (15.0, 10.0), "and the width of a tall one");
    assert!(plain_logo() != shaded_logo() && plain_logo() == plain_logo(), "equal by content");
}
