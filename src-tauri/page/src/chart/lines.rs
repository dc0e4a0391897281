//! Lines over months or clients.
use super::{
    axis::{Scale, Unit, across, labels, plot},
    drawing::{ChartText, Drawing, Fill, Mark, Place, Tint},
};

/// Width of a line, and of one that stands back.
const WIDTH: f64 = 2.0;
const DASHED_WIDTH: f64 = 1.5;
/// Radius of a point.
const RADIUS: f64 = 2.6;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineSeries {
    /// Tint.
    pub tint: Tint,
    /// Whether it is dashed.
    pub dashed: bool,
    /// A value a label; the line has a gap where there is none.
    pub values: Vec<Option<f64>>,
}

/// Draws each series, the first behind the others. A value between two gaps is a dot; the points of a line that is not
/// dashed are dots too, so that a month can be found.
#[must_use]
pub fn lines(texts: &[ChartText], series: &[LineSeries], unit: &Unit, size: (f64, f64)) -> Drawing {
    let plot = plot(size, unit);
    let mut drawing = Drawing { width: size.0, height: size.1, marks: Vec::new() };
    let values = series.iter().flat_map(|series| series.values.iter().take(texts.len()).flatten().copied());
    let scale = Scale::over(values, unit, plot);
    scale.draw(unit, &mut drawing);
    let at = across(plot, texts.len());
    for each in series {
        let places: Vec<Option<Place>> = (0..texts.len())
            .map(|place| {
                let value = each.values.get(place).copied().flatten().filter(|value| value.is_finite())?;
                Some(Place { x: at(place), y: scale.down(value) })
            })
            .collect();
        for stretch in places.split(Option::is_none).filter(|stretch| !stretch.is_empty()) {
            let points: Vec<Place> = stretch.iter().flatten().copied().collect();
            if points.len() == 1 || !each.dashed {
                let fill = if each.dashed { Fill::Hollow } else { Fill::Solid };
                drawing.marks.extend(points.iter().map(|point| Mark::Dot {
                    x: point.x,
                    y: point.y,
                    radius: RADIUS,
                    tint: each.tint,
                    fill,
                }));
            }
            if points.len() > 1 {
                let width = if each.dashed { DASHED_WIDTH } else { WIDTH };
                drawing.marks.push(Mark::Line { points, tint: each.tint, width, dashed: each.dashed });
            }
        }
    }
    labels(texts, plot, &mut drawing);
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_parts_a_line_and_a_lone_value_is_a_dot() {
        let texts: Vec<ChartText> = (0..5).map(|value| ChartText::Count { value }).collect();
        let values = vec![Some(0.0), Some(1.0), None, Some(0.5), None];
        let series = LineSeries { tint: Tint::Quiet, dashed: true, values };
        let drawing = lines(&texts, &[series], &Unit::Share, (256.0, 136.0));
        let drawn: Vec<&Mark> = drawing
            .marks
            .iter()
            .filter(|mark| {
                matches!(mark, Mark::Dot { .. }) || matches!(mark, Mark::Line { dashed: true, .. })
            })
            .collect();
        // 200 wide from 46 on, five places of 40; 100 high from 10 to 110, over 0 to 1.
        let [Mark::Line { points, .. }, Mark::Dot { x, y, fill, .. }] = drawn[..] else {
            panic!("one line and one dot: {drawn:?}")
        };
        assert_eq!(points[..], [Place { x: 66.0, y: 110.0 }, Place { x: 106.0, y: 10.0 }], "two joined");
        assert_eq!((*x, *y, *fill), (186.0, 60.0, Fill::Hollow), "one alone");
    }

    #[test]
    fn a_curve_may_fall_below_zero_and_stays_inside() {
        let texts: Vec<ChartText> = (0..3).map(|value| ChartText::Count { value }).collect();
        let values = vec![Some(50_000.0), Some(80_000.0), Some(-20_000.0)];
        let series = LineSeries { tint: Tint::Accent, dashed: false, values };
        let drawing = lines(&texts, &[series], &Unit::Money("EUR".to_owned()), (300.0, 136.0));
        for mark in &drawing.marks {
            if let Mark::Dot { x, y, .. } = mark {
                assert!((74.0..=290.0).contains(x) && (10.0..=110.0).contains(y), "inside: {x}, {y}");
            }
        }
    }
}
