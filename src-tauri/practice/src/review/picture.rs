//! The pictures of the review: how the clients stand, and the months.
use kindly_page::chart::{
    self, Anchor, ChartText, Drawing, Frame, LineSeries, Mark, Place, Series, Shape, Tint, Unit,
};

use super::{view::ReviewMonth, words};
use crate::{
    Fill,
    standing::{Scatter, ScatterMark, Verdict},
};

/// Room above the picture for the name of its upright axis, and between the lines of its legend below.
const HEAD: f64 = 14.0;
const LEGEND_ROW: f64 = 16.0;
/// Names in the legend that stand on one line, and how wide each is.
const LEGEND_COLUMNS: usize = 4;
/// A mark, and one in the legend.
const RADIUS: f64 = 5.0;
const LEGEND_RADIUS: f64 = 4.2;
/// The width of a letter of a name, and the height of a capital with the air around it.
const LETTER: (f64, f64) = (5.4, 10.0);
/// One of the two pictures of the months.
const PANEL: (f64, f64) = (320.0, 210.0);

/// The two ends of a line.
type Ends = [(f64, f64); 2];

/// How a verdict is marked: told by its shape, and by its colour as well.
fn mark_of(verdict: Verdict) -> (Shape, Tint) {
    match verdict {
        Verdict::Healthy => (Shape::Circle, Tint::Good),
        Verdict::Watch => (Shape::Eye, Tint::Warn),
        Verdict::NeverHappy => (Shape::Square, Tint::Bad),
        Verdict::OurDeliveryFirst => (Shape::Triangle, Tint::Ours),
        Verdict::OfferingProblem => (Shape::Diamond, Tint::Ours),
        Verdict::OneWay => (Shape::Wedge, Tint::Warn),
        Verdict::NotEnoughEvidence => (Shape::Ring, Tint::Plain),
    }
}

/// Deliverables met against satisfaction, a mark a client, with the verdicts that stand in it as its legend.
pub(super) fn standing(scatter: &Scatter, verdicts: &[Verdict]) -> Drawing {
    let Scatter { width, height, left, right, top, bottom, divide_x: x, divide_y: y, .. } = *scatter;
    let (top, bottom, y) = (top + HEAD, bottom + HEAD, y + HEAD);
    let labels: Vec<Frame> = scatter.marks.iter().filter_map(label_frame).collect();
    let mut marks = vec![
        line([(left, top), (left, bottom)], Tint::Plain, false),
        line([(left, bottom), (right, bottom)], Tint::Plain, false),
        name((left, HEAD - 4.0), Anchor::Start, "Satisfaction, 1 to 5", Tint::Quiet),
        name((right, HEAD + height - 2.0), Anchor::End, "Deliverables met", Tint::Quiet),
    ];
    marks.extend(scatter.y_ticks.iter().map(|tick| {
        let text = ChartText::Number { value: tick.value };
        text_at((left - 7.0, tick.at + HEAD + 3.5), Anchor::End, text, Tint::Quiet)
    }));
    marks.extend(scatter.x_ticks.iter().map(|tick| {
        let text = ChartText::Share { value: tick.value / 100.0 };
        text_at((tick.at, bottom + 13.0), Anchor::Middle, text, Tint::Quiet)
    }));
    let whiskers = scatter.marks.iter().flat_map(|mark| {
        [
            [(mark.x, mark.y_low + HEAD), (mark.x, mark.y_high + HEAD)],
            [(mark.x_low, mark.y + HEAD), (mark.x_high, mark.y + HEAD)],
        ]
    });
    let around = whiskers.flat_map(|whisker| apart(whisker, &labels));
    marks.extend(around.map(|whisker| line(whisker, Tint::Grid, false)));
    for divide in [[(x, top), (x, bottom)], [(left, y), (right, y)]] {
        marks.extend(apart(divide, &labels).into_iter().map(|part| line(part, Tint::Plain, true)));
    }
    for mark in &scatter.marks {
        let (shape, tint) = mark_of(mark.verdict);
        marks.push(chart::shape(shape, (mark.x, mark.y + HEAD), RADIUS, tint));
        if let Some(label) = mark.label {
            let anchor = if label.end { Anchor::End } else { Anchor::Start };
            marks.push(name((label.x, label.y + HEAD), anchor, &mark.name, Tint::Ink));
        }
    }
    let legend_top = HEAD + height + 10.0;
    for (place, verdict) in verdicts.iter().enumerate() {
        let column = (right - left) / LEGEND_COLUMNS as f64;
        let across = left + (place % LEGEND_COLUMNS) as f64 * column + RADIUS;
        let down = legend_top + (place / LEGEND_COLUMNS) as f64 * LEGEND_ROW;
        let (shape, tint) = mark_of(*verdict);
        marks.push(chart::shape(shape, (across, down), LEGEND_RADIUS, tint));
        marks.push(name((across + 10.0, down + 3.5), Anchor::Start, words::verdict(*verdict), Tint::Quiet));
    }
    let legend = verdicts.len().div_ceil(LEGEND_COLUMNS) as f64 * LEGEND_ROW;
    Drawing { width, height: legend_top + legend - LEGEND_ROW / 2.0, marks }
}

/// The room that a name takes.
fn label_frame(mark: &ScatterMark) -> Option<Frame> {
    let label = mark.label?;
    let width = mark.name.chars().count() as f64 * LETTER.0;
    let left = if label.end { label.x - width } else { label.x };
    let baseline = label.y + HEAD;
    Some(Frame { left, top: baseline - LETTER.1, right: left + width, bottom: baseline + 3.0 })
}

/// An upright or level line without what would run through a name.
fn apart([from, to]: Ends, labels: &[Frame]) -> Vec<Ends> {
    let level = (from.1 - to.1).abs() < f64::EPSILON;
    let (mut start, end) =
        if level { (from.0.min(to.0), from.0.max(to.0)) } else { (from.1.min(to.1), from.1.max(to.1)) };
    let mut gaps: Vec<(f64, f64)> = labels
        .iter()
        .filter_map(|label| {
            let (across, along) = if level {
                ((label.top, label.bottom), (label.left, label.right))
            } else {
                ((label.left, label.right), (label.top, label.bottom))
            };
            let at = if level { from.1 } else { from.0 };
            (across.0 < at && at < across.1).then_some(along)
        })
        .collect();
    gaps.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut parts = Vec::new();
    let mut part = |start: f64, end: f64| {
        if end > start {
            parts.push(if level {
                [(start, from.1), (end, from.1)]
            } else {
                [(from.0, start), (from.0, end)]
            });
        }
    };
    for (gap_start, gap_end) in gaps {
        part(start, gap_start.min(end));
        start = start.max(gap_end);
    }
    part(start, end);
    parts
}

fn line(points: Ends, tint: Tint, dashed: bool) -> Mark {
    let points = points.map(|(x, y)| Place { x, y }).to_vec();
    Mark::Line { points, tint, width: 1.0, dashed }
}

fn name(place: (f64, f64), anchor: Anchor, text: &str, tint: Tint) -> Mark {
    text_at(place, anchor, ChartText::Name { text: text.to_owned() }, tint)
}

fn text_at((x, y): (f64, f64), anchor: Anchor, text: ChartText, tint: Tint) -> Mark {
    Mark::Text { x, y, anchor, text, tint }
}

/// What turned out by month, and beside it how content clients were.
pub(super) fn months(months: &[ReviewMonth]) -> Drawing {
    let labels: Vec<ChartText> = months.iter().map(|month| ChartText::Month { day: month.month }).collect();
    let part = |tint, fill, count: fn(&ReviewMonth) -> u32| Series {
        tint,
        fill,
        values: months.iter().map(|month| Some(f64::from(count(month)))).collect(),
    };
    let delivered = [
        part(Tint::Good, Fill::Solid, |month| month.met),
        part(Tint::Warn, Fill::Dotted, |month| month.partial),
        part(Tint::Ours, Fill::Hatched, |month| month.missed),
    ];
    let satisfaction = LineSeries {
        tint: Tint::Accent,
        dashed: false,
        values: months.iter().map(|month| month.satisfaction).collect(),
    };
    chart::panels(vec![
        ("Deliverables".to_owned(), chart::columns(&labels, &delivered, &Unit::Count, PANEL)),
        (
            "Satisfaction, mean on 1 to 5".to_owned(),
            chart::lines(&labels, &[satisfaction], &Unit::OnFive, PANEL),
        ),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_runs_through_a_name() {
        let label = Frame { left: 20.0, top: 40.0, right: 60.0, bottom: 50.0 };
        let other = Frame { left: 50.0, top: 42.0, right: 80.0, bottom: 52.0 };
        let check = |ends: Ends, labels: &[Frame], expected: &[Ends], why: &str| {
            assert_eq!(apart(ends, labels), expected, "{why}");
        };
        let level = [(0.0, 45.0), (100.0, 45.0)];
        check(level, &[], &[level], "nothing is in its way");
        check(level, &[label], &[[(0.0, 45.0), (20.0, 45.0)], [(60.0, 45.0), (100.0, 45.0)]], "around one");
        check(
            level,
            &[other, label],
            &[[(0.0, 45.0), (20.0, 45.0)], [(80.0, 45.0), (100.0, 45.0)]],
            "around two that overlap",
        );
        let upright = [(30.0, 0.0), (30.0, 45.0)];
        check(upright, &[label], &[[(30.0, 0.0), (30.0, 40.0)]], "it ends in the name");
        let beside = [(10.0, 0.0), (10.0, 100.0)];
        check(beside, &[label], &[beside], "it passes beside");
    }
}
