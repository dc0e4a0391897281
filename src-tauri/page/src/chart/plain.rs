//! A drawing as lines and areas alone, without patterns and without texts: what every page can hold as vectors.
use std::fmt::Write as _;

use super::drawing::{Drawing, Fill, Mark, Place};
use super::svg::colour;

/// Between two hatches, and between two dots.
const HATCH: f64 = 4.0;
const DOTS: f64 = 4.0;
const DOT: f64 = 1.1;

/// The drawing as SVG. Its texts are left out: a page sets them in letters of its own.
pub(crate) fn plain_svg(drawing: &Drawing) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">"
    );
    // The whole of the drawing, so that its edges are the picture's.
    let _ = write!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
    for mark in &drawing.marks {
        write_mark(&mut out, mark);
    }
    out.push_str("</svg>");
    out
}

fn write_mark(out: &mut String, mark: &Mark) {
    match mark {
        Mark::Box { left, top, right, bottom, tint, fill } => {
            let colour = colour(*tint);
            let (width, height) = (right - left, bottom - top);
            let inside = if *fill == Fill::Solid { colour } else { "#ffffff" };
            let _ = write!(
                out,
                "<rect x=\"{left:.2}\" y=\"{top:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" fill=\"{inside}\" \
                 stroke=\"{colour}\" stroke-width=\"0.8\"/>"
            );
            match fill {
                Fill::Hatched => hatch(out, (*left, *top, *right, *bottom), colour),
                Fill::Dotted => dots(out, (*left, *top, *right, *bottom), colour),
                Fill::Solid | Fill::Hollow => {}
            }
        }
        Mark::Line { points, tint, width, dashed } => {
            let dashes = if *dashed { " stroke-dasharray=\"4 3\"" } else { "" };
            let _ = write!(
                out,
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"{dashes}/>",
                places(points),
                colour(*tint)
            );
        }
        Mark::Area { points, tint, fill } => {
            let inside = if *fill == Fill::Solid { colour(*tint) } else { "none" };
            let _ = write!(
                out,
                "<polygon points=\"{}\" fill=\"{inside}\" stroke=\"{}\" stroke-width=\"0.8\"/>",
                places(points),
                colour(*tint)
            );
        }
        Mark::Dot { x, y, radius, tint, fill } => {
            let colour = colour(*tint);
            let inside = if *fill == Fill::Solid { colour } else { "#ffffff" };
            let _ = write!(
                out,
                "<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{radius:.2}\" fill=\"{inside}\" stroke=\"{colour}\"/>"
            );
            // What is dotted or hatched has a point in its middle, or a stroke through it.
            let _ = match fill {
                Fill::Dotted => {
                    write!(out, "<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"1.2\" fill=\"{colour}\"/>")
                }
                Fill::Hatched => write!(
                    out,
                    "<polyline points=\"{:.2},{:.2} {:.2},{:.2}\" stroke=\"{colour}\" stroke-width=\"1.2\"/>",
                    x - radius * 0.7,
                    y + radius * 0.7,
                    x + radius * 0.7,
                    y - radius * 0.7
                ),
                Fill::Solid | Fill::Hollow => Ok(()),
            };
        }
        Mark::Text { .. } => {}
    }
}

/// Lines at 45 degrees, each from where it enters the box to where it leaves it.
fn hatch(out: &mut String, (left, top, right, bottom): (f64, f64, f64, f64), colour: &str) {
    let (width, height) = (right - left, bottom - top);
    let mut along = HATCH;
    while along < width + height {
        // From the upper or right edge down to the left or lower one.
        let from = if along <= width { (left + along, top) } else { (right, top + along - width) };
        let to = if along <= height { (left, top + along) } else { (left + along - height, bottom) };
        let _ = write!(
            out,
            "<polyline points=\"{:.2},{:.2} {:.2},{:.2}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.1\"/>",
            from.0, from.1, to.0, to.1
        );
        along += HATCH;
    }
}

fn dots(out: &mut String, (left, top, right, bottom): (f64, f64, f64, f64), colour: &str) {
    let mut y = top + DOTS / 2.0;
    while y < bottom - DOT {
        let mut x = left + DOTS / 2.0;
        while x < right - DOT {
            let _ = write!(out, "<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{DOT}\" fill=\"{colour}\"/>");
            x += DOTS;
        }
        y += DOTS;
    }
}

fn places(points: &[Place]) -> String {
    points.iter().map(|place| format!("{:.2},{:.2}", place.x, place.y)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatches_stay_inside_their_box() {
        for (width, height) in [(30.0, 10.0), (10.0, 30.0), (3.0, 3.0), (17.3, 17.3)] {
            let mut out = String::new();
            hatch(&mut out, (5.0, 7.0, 5.0 + width, 7.0 + height), "#000000");
            for points in out.split("points=\"").skip(1).filter_map(|part| part.split('"').next()) {
                for point in points.split(' ') {
                    let (x, y) = point.split_once(',').expect("a place has two numbers");
                    let (x, y): (f64, f64) = (x.parse().expect("a number"), y.parse().expect("a number"));
                    assert!(
                        (4.99..=5.01 + width).contains(&x) && (6.99..=7.01 + height).contains(&y),
                        "inside {width} × {height}: {point}"
                    );
                }
            }
        }
    }
}
