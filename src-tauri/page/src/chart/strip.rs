//! A strip of months, and below it what happened in lanes.
use chrono::{Datelike, NaiveDate};

use super::drawing::{Anchor, ChartText, Drawing, Fill, Frame, Mark, Place, Tint};

/// Height of the strip, and of a lane below it.
const STRIP: f64 = 26.0;
const LANE: f64 = 20.0;
/// Room above the first lane and around the drawing.
const GAP: f64 = 8.0;
const EDGE: f64 = 10.0;
/// Radius of an event.
const RADIUS: f64 = 4.0;
/// Room that the label of a year needs.
const YEAR_ROOM: f64 = 30.0;
/// Between two cells.
const SEAM: f64 = 0.75;

/// One month of the strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StripMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// Tint.
    pub tint: Tint,
    /// Fill.
    pub fill: Fill,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StripEvent {
    /// The day.
    pub day: NaiveDate,
    /// In which lane, from 0 at the top; what is beyond the last is drawn in that.
    pub lane: usize,
    /// Tint.
    pub tint: Tint,
    /// Fill.
    pub fill: Fill,
}

/// Draws months as cells in a row, and events as dots in lanes below, each under its own day. What happened outside of
/// the months is left out. The height follows from the lanes.
#[must_use]
pub fn strip(months: &[StripMonth], events: &[StripEvent], lanes: usize, width: f64) -> Drawing {
    let below = EDGE + STRIP + GAP + lanes as f64 * LANE;
    let mut drawing = Drawing { width, height: below + EDGE + 14.0, marks: Vec::new() };
    let plot = Frame { left: EDGE, top: EDGE, right: width - EDGE, bottom: below };
    let room = (plot.right - plot.left) / months.len().max(1) as f64;
    for lane in 0..lanes {
        let y = EDGE + STRIP + GAP + (lane as f64 + 0.5) * LANE;
        drawing.marks.push(Mark::Line {
            points: vec![Place { x: plot.left, y }, Place { x: plot.right, y }],
            tint: Tint::Grid,
            width: 1.0,
            dashed: false,
        });
    }
    let mut named = f64::NEG_INFINITY;
    for (place, month) in months.iter().enumerate() {
        let left = plot.left + place as f64 * room;
        drawing.marks.push(Mark::Box {
            left: left + SEAM,
            top: plot.top,
            right: left + room - SEAM,
            bottom: plot.top + STRIP,
            tint: month.tint,
            fill: month.fill,
        });
        // Years are named where they begin, and where the strip does.
        if (place == 0 || month.month.month() == 1) && left - named >= YEAR_ROOM && left + YEAR_ROOM <= width
        {
            named = left;
            drawing.marks.push(Mark::Line {
                points: vec![Place { x: left, y: plot.top }, Place { x: left, y: plot.bottom }],
                tint: Tint::Grid,
                width: 1.0,
                dashed: false,
            });
            drawing.marks.push(Mark::Text {
                x: left,
                y: plot.bottom + 14.0,
                anchor: Anchor::Start,
                text: ChartText::Year { year: month.month.year() },
                tint: Tint::Quiet,
            });
        }
    }
    let first = months.first().map(|month| month_number(month.month));
    for event in events {
        let Some(place) = first.map(|first| month_number(event.day) - first) else { continue };
        if usize::try_from(place).map_or(true, |place| place >= months.len()) || lanes == 0 {
            continue;
        }
        let within = f64::from(event.day.day0()) / f64::from(event.day.num_days_in_month());
        drawing.marks.push(Mark::Dot {
            x: (plot.left + (f64::from(place) + within) * room)
                .clamp(plot.left + RADIUS, plot.right - RADIUS),
            y: EDGE + STRIP + GAP + (event.lane.min(lanes - 1) as f64 + 0.5) * LANE,
            radius: RADIUS,
            tint: event.tint,
            fill: event.fill,
        });
    }
    drawing
}

/// Months since the year 0.
fn month_number(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0().cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("the test writes real days")
    }

    #[test]
    fn an_event_stands_under_its_own_day() {
        let months: Vec<StripMonth> = ["2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01"]
            .map(|month| StripMonth { month: day(month), tint: Tint::Good, fill: Fill::Hollow })
            .to_vec();
        let event = |on, lane| StripEvent { day: day(on), lane, tint: Tint::Bad, fill: Fill::Solid };
        let events =
            [event("2025-12-16", 0), event("2026-01-01", 1), event("2026-03-01", 0), event("2025-10-31", 0)];
        let drawing = strip(&months, &events, 2, 420.0);
        let dots: Vec<(f64, f64)> = drawing
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Dot { x, y, .. } => Some((x.round(), *y)),
                _ => None,
            })
            .collect();
        // 400 wide from 10 on, 100 a month; lanes begin at 44 and are 20 high. What lies outside is left out.
        assert_eq!(dots, [(158.0, 54.0), (210.0, 74.0)], "under their days, in their lanes");
        let years: Vec<&ChartText> = drawing
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text { text, .. } => Some(text),
                _ => None,
            })
            .collect();
        assert_eq!(
            years,
            [&ChartText::Year { year: 2025 }, &ChartText::Year { year: 2026 }],
            "each year where it begins"
        );
    }
}
