//! Shares against scores: where each point and its name stand.

use super::drawing::Frame;

/// Half the height of a label's letters, and the width of one, in drawing units: enough to keep labels apart.
const LETTER: (f64, f64) = (6.2, 12.0);
/// Marks nearer than this hide one another, and are moved aside by so much.
const HIDING: f64 = 8.0;
const ASIDE: f64 = 11.0;
/// Distance of a label from its mark.
const LABEL_GAP: f64 = 9.0;
/// Room between the frame and the outermost marks, so that none is cut in half.
const INSET: f64 = 14.0;

/// What a point of the scatter states.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterPoint {
    /// What it is called.
    pub name: String,
    /// The share on the horizontal axis, 0 to 1.
    pub share: f64,
    /// Its interval.
    pub share_interval: (f64, f64),
    /// The score on the vertical axis, 1 to 5.
    pub score: f64,
    /// Its interval.
    pub score_interval: (f64, f64),
    /// Whether its name should be written beside it.
    pub named: bool,
}

/// A tick: where it stands along its axis, and for which value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Position.
    pub at: f64,
    /// Value.
    pub value: f64,
}

/// A point, placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedPoint {
    /// Centre, from the left.
    pub x: f64,
    /// Centre, from the top.
    pub y: f64,
    /// Horizontal whisker.
    pub x_whisker: (f64, f64),
    /// Vertical whisker.
    pub y_whisker: (f64, f64),
    /// Where its name begins (or ends, where the flag is set): x, baseline y, ends there.
    pub label: Option<(f64, f64, bool)>,
}

/// A scatter of shares against scores.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterLayout {
    /// Size of the drawing.
    pub size: (f64, f64),
    /// The plot inside it.
    pub plot: Frame,
    /// Where the dividing share stands.
    pub divide_x: f64,
    /// Where the middle score stands.
    pub divide_y: f64,
    /// Ticks of the share.
    pub x_ticks: Vec<Tick>,
    /// Ticks of the score.
    pub y_ticks: Vec<Tick>,
    /// The points, in the order in which they were given.
    pub points: Vec<PlacedPoint>,
}

/// Places points on a drawing of a size; `divide` is the share from which delivery counts as usual.
///
/// The horizontal axis starts at one half as long as no point lies left of it, since that is where practices live, and
/// below the leftmost point otherwise: no point is ever left out or clipped. A point that would hide another is moved
/// aside by its own width as long as there is room, its whisker stays. Names that would lie on another name or mark are moved around their
/// point, and left out where there is no room.
#[must_use]
pub fn scatter(points: &[ScatterPoint], size: (f64, f64), divide: f64) -> ScatterLayout {
    let plot = Frame { left: 40.0, top: 10.0, right: size.0 - 10.0, bottom: size.1 - 30.0 };
    let leftmost = points.iter().map(|point| point.share).fold(0.55, f64::min);
    let least = ((leftmost - 0.05) * 10.0).floor().clamp(0.0, 5.0) / 10.0;
    let across = |share: f64| {
        let from = plot.left + INSET;
        from + (share.clamp(least, 1.0) - least) / (1.0 - least) * (plot.right - INSET - from)
    };
    let down = |score: f64| {
        let from = plot.bottom - INSET;
        from - (score.clamp(1.0, 5.0) - 1.0) / 4.0 * (from - plot.top - INSET)
    };
    let mut placed: Vec<PlacedPoint> = points
        .iter()
        .map(|point| PlacedPoint {
            x: across(point.share),
            y: down(point.score),
            x_whisker: (across(point.share_interval.0), across(point.share_interval.1)),
            y_whisker: (down(point.score_interval.1), down(point.score_interval.0)),
            label: None,
        })
        .collect();
    part(&mut placed, plot);
    place_labels(points, &mut placed, plot);
    ScatterLayout {
        size,
        plot,
        divide_x: across(divide),
        divide_y: down(3.0),
        x_ticks: tenths(least).map(|value| Tick { at: across(value), value }).collect(),
        y_ticks: (1..=5).map(|score| Tick { at: down(f64::from(score)), value: f64::from(score) }).collect(),
        points: placed,
    }
}

/// The tenths from a share to the whole; every other one where there are many.
fn tenths(least: f64) -> impl Iterator<Item = f64> {
    let step = if least < 0.2 { 2 } else { 1 };
    (0..=10_u32).rev().step_by(step).map(|tenth| f64::from(tenth) / 10.0).filter(move |share| *share >= least)
}

/// Moves points aside that would hide one another: to the left, and to the right where there is no room any more. In a
/// crowd that fills its whole height the last ones stay where they are.
fn part(placed: &mut [PlacedPoint], plot: Frame) {
    for index in 1..placed.len() {
        let (before, point) = (&placed[..index], placed[index]);
        let free = |x: &f64| before.iter().all(|other| (x - other.x).hypot(point.y - other.y) >= HIDING);
        let steps = || (1..).map(|step| f64::from(step) * ASIDE);
        let left = steps().map(|aside| point.x - aside).take_while(|x| *x >= plot.left + INSET / 2.0);
        let right = steps().map(|aside| point.x + aside).take_while(|x| *x <= plot.right - INSET / 2.0);
        if let Some(x) = std::iter::once(point.x).chain(left).chain(right).find(free) {
            placed[index].x = x;
        }
    }
}

fn place_labels(points: &[ScatterPoint], placed: &mut [PlacedPoint], plot: Frame) {
    let mut taken: Vec<Frame> = placed.iter().map(|point| around(point.x, point.y, 7.0)).collect();
    for (index, point) in points.iter().enumerate().filter(|(_, point)| point.named) {
        let (x, y) = (placed[index].x, placed[index].y);
        let width = point.name.chars().count() as f64 * LETTER.0;
        let beside = [
            (x + LABEL_GAP, y - 5.0, false),
            (x - LABEL_GAP, y - 5.0, true),
            (x + LABEL_GAP, y + 14.0, false),
            (x - LABEL_GAP, y + 14.0, true),
            (x + LABEL_GAP, y - 19.0, false),
            (x - LABEL_GAP, y - 19.0, true),
        ];
        let free = beside.into_iter().find_map(|(x, y, ends)| {
            let left = if ends { x - width } else { x };
            let frame = Frame { left, top: y - LETTER.1 + 2.0, right: left + width, bottom: y + 2.0 };
            // Words may reach a little over the plot, but not to the figures of its axes.
            let across = frame.left >= plot.left && frame.right <= plot.right + 8.0;
            let inside = across && frame.top >= plot.top - 8.0 && frame.bottom <= plot.bottom + 2.0;
            let apart =
                taken.iter().enumerate().all(|(other, mark)| other == index || !overlap(frame, *mark));
            (inside && apart).then_some(((x, y, ends), frame))
        });
        if let Some((label, frame)) = free {
            placed[index].label = Some(label);
            taken.push(frame);
        }
    }
}

fn around(x: f64, y: f64, reach: f64) -> Frame {
    Frame { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
}

fn overlap(one: Frame, other: Frame) -> bool {
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(name: &str, share: f64, score: f64) -> ScatterPoint {
        ScatterPoint {
            name: name.to_owned(),
            share,
            share_interval: (share - 0.1, share + 0.1),
            score,
            score_interval: (score - 0.5, score + 0.5),
            named: true,
        }
    }

    #[test]
    fn better_lies_higher_and_more_lies_further_right() {
        let layout = scatter(&[point("a", 0.6, 2.0), point("b", 0.9, 4.0)], (600.0, 290.0), 0.8);
        let [low, high] = layout.points[..] else { panic!("a place for each point") };
        assert!(high.x > low.x && high.y < low.y, "the axes run as drawn");
        assert!(low.x < layout.divide_x && high.x > layout.divide_x, "0.8 divides them");
        assert!(low.y > layout.divide_y && high.y < layout.divide_y, "3 divides them");
        assert!(high.y_whisker.0 < high.y && high.y_whisker.1 > high.y, "the whisker runs around its point");
    }

    #[test]
    fn no_point_is_left_outside_the_plot() {
        let points = [point("a", 0.0, 1.0), point("b", 1.0, 5.0), point("c", 0.3, 3.0)];
        let layout = scatter(&points, (600.0, 290.0), 0.8);
        for placed in &layout.points {
            assert!(
                placed.x > layout.plot.left && placed.x < layout.plot.right,
                "within the plot: {placed:?}"
            );
            assert!(
                placed.y > layout.plot.top && placed.y < layout.plot.bottom,
                "within the plot: {placed:?}"
            );
        }
        let least = layout.x_ticks.iter().map(|tick| tick.value).fold(1.0, f64::min);
        assert!(least.abs() < f64::EPSILON, "a point left of one half opens the axis as far as it needs");
    }

    #[test]
    fn a_point_does_not_hide_another() {
        let layout =
            scatter(&[point("a", 1.0, 2.5), point("b", 1.0, 2.5), point("c", 1.0, 2.5)], (600.0, 290.0), 0.7);
        let across: Vec<f64> = layout.points.iter().map(|placed| placed.x).collect();
        assert!(
            across[0] - across[1] >= HIDING && across[1] - across[2] >= HIDING,
            "side by side: {across:?}"
        );
        assert!(
            layout.points.iter().all(|placed| (placed.y - layout.points[0].y).abs() < 1e-9),
            "on one height"
        );
    }

    #[test]
    fn a_crowd_on_one_place_stays_inside_the_plot() {
        let crowd: Vec<_> = (0..200).map(|_| point("Halden & Co", 0.0, 1.0)).collect();
        let layout = scatter(&crowd, (420.0, 260.0), 0.7);
        let across = |placed: &&PlacedPoint| placed.x > layout.plot.left && placed.x < layout.plot.right;
        assert_eq!(layout.points.iter().filter(across).count(), 200, "nobody is pushed over the edge");
        #[expect(clippy::cast_possible_truncation, reason = "places in a drawing")]
        let mut places: Vec<i64> = layout.points.iter().map(|placed| placed.x as i64).collect();
        places.sort_unstable();
        places.dedup();
        assert!(places.len() > 25, "and as many as have room stand side by side: {}", places.len());
    }

    #[test]
    fn names_do_not_lie_on_each_other() {
        let crowd: Vec<_> = (0..12).map(|n| point("Halden & Co", 0.95, 2.0 + f64::from(n) * 0.02)).collect();
        let layout = scatter(&crowd, (600.0, 290.0), 0.8);
        let labels: Vec<_> = layout.points.iter().filter_map(|placed| placed.label).collect();
        assert!(!labels.is_empty(), "a name is written where there is room");
        assert!(labels.len() < crowd.len(), "and left out where there is none");
        for (n, one) in labels.iter().enumerate() {
            for other in &labels[n + 1..] {
                assert!(one != other, "no two names stand in one place");
            }
        }
    }
}
