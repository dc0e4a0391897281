//! Drawings side by side, each under its name: what is read together stands together.
use super::drawing::{Anchor, ChartText, Drawing, Mark, Place, Tint};

/// Room above a drawing for its name, and where the name's baseline stands in it.
const HEAD: f64 = 22.0;
const BASELINE: f64 = 12.0;
/// Between two drawings.
const GAP: f64 = 20.0;

/// Sets named drawings side by side, from left to right, their upper edges on one height.
#[must_use]
pub fn panels(named: Vec<(String, Drawing)>) -> Drawing {
    let mut whole = Drawing { width: 0.0, height: 0.0, marks: Vec::new() };
    for (name, drawing) in named {
        let left = if whole.width > 0.0 { whole.width + GAP } else { 0.0 };
        whole.marks.push(Mark::Text {
            x: left,
            y: BASELINE,
            anchor: Anchor::Start,
            text: ChartText::Name { text: name },
            tint: Tint::Ink,
        });
        whole.marks.extend(drawing.marks.into_iter().map(|mark| moved(mark, (left, HEAD))));
        whole.width = left + drawing.width;
        whole.height = whole.height.max(HEAD + drawing.height);
    }
    whole
}

/// The mark, so much further to the right and down.
fn moved(mark: Mark, (right, down): (f64, f64)) -> Mark {
    let places = |points: Vec<Place>| -> Vec<Place> {
        points.into_iter().map(|place| Place { x: place.x + right, y: place.y + down }).collect()
    };
    match mark {
        Mark::Box { left, top, right: edge, bottom, tint, fill } => Mark::Box {
            left: left + right,
            top: top + down,
            right: edge + right,
            bottom: bottom + down,
            tint,
            fill,
        },
        Mark::Line { points, tint, width, dashed } => {
            Mark::Line { points: places(points), tint, width, dashed }
        }
        Mark::Area { points, tint, fill } => Mark::Area { points: places(points), tint, fill },
        Mark::Dot { x, y, radius, tint, fill } => Mark::Dot { x: x + right, y: y + down, radius, tint, fill },
        Mark::Text { x, y, anchor, text, tint } => {
            Mark::Text { x: x + right, y: y + down, anchor, text, tint }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Fill;

    #[test]
    fn each_drawing_stands_right_of_the_one_before() {
        let dot = Mark::Dot { x: 1.0, y: 2.0, radius: 1.0, tint: Tint::Plain, fill: Fill::Solid };
        let drawing = |height| Drawing { width: 100.0, height, marks: vec![dot.clone()] };
        let whole = panels(vec![("one".to_owned(), drawing(40.0)), ("other".to_owned(), drawing(60.0))]);
        assert_eq!((whole.width, whole.height), (220.0, 82.0), "as wide as both and as high as the higher");
        let across: Vec<f64> = whole
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Dot { x, y, .. } => {
                    assert!((y - 24.0).abs() < 1e-9, "below the name");
                    Some(*x)
                }
                _ => None,
            })
            .collect();
        assert_eq!(across, [1.0, 121.0], "side by side");
    }
}
