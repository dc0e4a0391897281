//! Lanes of events over time, each lane under its name.
use chrono::{Datelike, NaiveDate};

use super::drawing::{Anchor, ChartText, Drawing, Fill, Frame, Mark, Place, Tint};

/// Height of a lane, and room above the first.
const LANE: f64 = 17.0;
const TOP: f64 = 4.0;
/// Below the lanes, for the years.
const BELOW: f64 = 14.0;
/// Between the names and the lanes, and at the right.
const GAP: f64 = 10.0;
/// Radius of an event.
const RADIUS: f64 = 3.2;
/// Half the height of a figure, to centre a name on its lane.
const HALF_HEIGHT: f64 = 2.6;
/// Room that the label of a year needs.
const YEAR_ROOM: f64 = 26.0;

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Its name, at the left.
    pub name: String,
    /// What happened, in any order.
    pub events: Vec<LaneEvent>,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneEvent {
    /// The day.
    pub day: NaiveDate,
    /// Tint.
    pub tint: Tint,
    /// Fill.
    pub fill: Fill,
}

/// Draws events as dots, each under its own day from the first to the last; what lies outside is left out. `names` is
/// the room for the names of the lanes. The height follows from their number.
#[must_use]
pub fn timeline(lanes: &[Lane], (from, to): (NaiveDate, NaiveDate), names: f64, width: f64) -> Drawing {
    let bottom = TOP + lanes.len() as f64 * LANE;
    let mut drawing = Drawing { width, height: bottom + BELOW, marks: Vec::new() };
    let plot = Frame { left: names + GAP, top: TOP, right: width - GAP, bottom };
    let days = f64::from(i32::try_from((to - from).num_days()).unwrap_or(i32::MAX)).max(1.0);
    let across = |day: NaiveDate| {
        let since = f64::from(i32::try_from((day - from).num_days()).unwrap_or(i32::MAX));
        plot.left + since / days * (plot.right - plot.left)
    };
    years(from, to, plot, &across, &mut drawing);
    for (place, lane) in lanes.iter().enumerate() {
        let y = TOP + (place as f64 + 0.5) * LANE;
        drawing.marks.push(Mark::Line {
            points: vec![Place { x: plot.left, y }, Place { x: plot.right, y }],
            tint: Tint::Grid,
            width: 0.7,
            dashed: false,
        });
        drawing.marks.push(Mark::Text {
            x: 0.0,
            y: y + HALF_HEIGHT,
            anchor: Anchor::Start,
            text: ChartText::Name { text: lane.name.clone() },
            tint: Tint::Quiet,
        });
        let within = lane.events.iter().filter(|event| (from..=to).contains(&event.day));
        drawing.marks.extend(within.map(|event| Mark::Dot {
            x: across(event.day).clamp(plot.left + RADIUS, plot.right - RADIUS),
            y,
            radius: RADIUS,
            tint: event.tint,
            fill: event.fill,
        }));
    }
    drawing
}

/// Each year is named where it begins, and the first one where the lanes do.
fn years(
    from: NaiveDate,
    to: NaiveDate,
    plot: Frame,
    across: &impl Fn(NaiveDate) -> f64,
    drawing: &mut Drawing,
) {
    let begins = |year| NaiveDate::from_ymd_opt(year, 1, 1);
    let later = (from.year() + 1..=to.year()).filter_map(begins);
    // From the right: where two would lie on one another, the one that is cut short at the left gives way.
    let mut free = plot.right;
    for day in std::iter::once(from).chain(later).collect::<Vec<_>>().into_iter().rev() {
        let x = across(day);
        if x + YEAR_ROOM > free {
            continue;
        }
        free = x;
        drawing.marks.push(Mark::Line {
            points: vec![Place { x, y: plot.top }, Place { x, y: plot.bottom }],
            tint: Tint::Grid,
            width: 0.7,
            dashed: false,
        });
        drawing.marks.push(Mark::Text {
            x,
            y: plot.bottom + BELOW - 4.0,
            anchor: Anchor::Start,
            text: ChartText::Year { year: day.year() },
            tint: Tint::Quiet,
        });
    }
}
