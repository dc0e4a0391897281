//! Stacked columns: how many of each sort, by month.
use super::{
    axis::{Scale, Unit, across, labels, plot},
    drawing::{ChartText, Drawing, Fill, Mark, Tint},
};

/// The part of its room that a column takes.
const COLUMN: f64 = 0.68;
/// No column is wider, however few there are.
const WIDEST: f64 = 48.0;

/// One sort, stacked upon those before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Tint.
    pub tint: Tint,
    /// Fill.
    pub fill: Fill,
    /// A value a label, not below zero; `None` counts as zero.
    pub values: Vec<Option<f64>>,
}

/// Stacks the series of each label, the first at the bottom. Values beyond the labels are left out.
#[must_use]
pub fn columns(texts: &[ChartText], series: &[Series], unit: &Unit, size: (f64, f64)) -> Drawing {
    let plot = plot(size, unit);
    let mut drawing = Drawing { width: size.0, height: size.1, marks: Vec::new() };
    let value = |series: &Series, place: usize| {
        series.values.get(place).copied().flatten().filter(|value| value.is_finite()).unwrap_or(0.0).max(0.0)
    };
    let totals = (0..texts.len()).map(|place| series.iter().map(|series| value(series, place)).sum());
    let scale = Scale::over(totals, unit, plot);
    scale.draw(unit, &mut drawing);
    let at = across(plot, texts.len());
    let half = (plot.right - plot.left) / texts.len().max(1) as f64 * COLUMN / 2.0;
    let half = half.min(WIDEST / 2.0);
    for place in 0..texts.len() {
        let mut below = 0.0;
        for each in series {
            let value = value(each, place);
            if value > 0.0 {
                drawing.marks.push(Mark::Box {
                    left: at(place) - half,
                    top: scale.down(below + value),
                    right: at(place) + half,
                    bottom: scale.down(below),
                    tint: each.tint,
                    fill: each.fill,
                });
                below += value;
            }
        }
    }
    labels(texts, plot, &mut drawing);
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxes(drawing: &Drawing) -> Vec<(f64, f64, Tint)> {
        let boxes = drawing.marks.iter().filter_map(|mark| match mark {
            Mark::Box { top, bottom, tint, .. } => Some((*top, *bottom, *tint)),
            _ => None,
        });
        boxes.collect()
    }

    #[test]
    fn sorts_stand_upon_each_other_without_a_gap() {
        let labels = [ChartText::Count { value: 1 }, ChartText::Count { value: 2 }];
        let series =
            |tint, values: [f64; 2]| Series { tint, fill: Fill::Solid, values: values.map(Some).to_vec() };
        let drawing = columns(
            &labels,
            &[series(Tint::Good, [3.0, 1.0]), series(Tint::Ours, [1.0, 0.0])],
            &Unit::Count,
            (240.0, 136.0),
        );
        // The plot is 100 high, from 10 to 110, over 0 to 4.
        assert_eq!(
            boxes(&drawing),
            [(35.0, 110.0, Tint::Good), (10.0, 35.0, Tint::Ours), (85.0, 110.0, Tint::Good)],
            "three of four, one on top, and nothing for zero"
        );
    }

    #[test]
    fn a_single_column_is_no_wall() {
        let series = [Series { tint: Tint::Good, fill: Fill::Solid, values: vec![Some(1.0)] }];
        let drawing = columns(&[ChartText::Count { value: 1 }], &series, &Unit::Count, (720.0, 240.0));
        let wide = drawing.marks.iter().find_map(|mark| match mark {
            Mark::Box { left, right, .. } => Some(right - left),
            _ => None,
        });
        assert_eq!(wide, Some(WIDEST), "as wide as a column gets");
    }

    #[test]
    fn nothing_gives_axes_and_no_column() {
        let drawing = columns(&[], &[], &Unit::Count, (240.0, 136.0));
        assert!(boxes(&drawing).is_empty(), "there is nothing to stack");
        assert!(!drawing.marks.is_empty(), "and still a place for it");
    }
}
