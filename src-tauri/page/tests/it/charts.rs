//! Drawings hold what they are given, inside of their edges, and no label lies on another.
use chrono::{Days, NaiveDate};
use kindly_page::chart::{
    Anchor, ChartText, Drawing, Fill, Lane, LaneEvent, LineSeries, Mark, ScatterPoint, Series, StripEvent,
    StripMonth, Tint, Unit, columns, lines, scatter, strip, svg, timeline,
};
use proptest::prelude::*;

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2016, 1, 31).expect("a day") + Days::new(u64::from(number))
}

/// The widest that a text can be at 11 units a letter, as the window sets it: figures take little more than half.
fn width(text: &ChartText) -> f64 {
    let letters = match text {
        ChartText::Month { .. } => 8,
        ChartText::Year { .. } => 4,
        // Nobody has more than 99,999 of what is counted.
        ChartText::Count { value } => value.to_string().len().min(5),
        _ => 0,
    };
    f64::from(u32::try_from(letters).expect("short")) * 5.6
}

/// Every mark has a place inside of the drawing; labels on one height stand apart.
fn check(drawing: &Drawing) -> Result<(), TestCaseError> {
    prop_assert!(drawing.is_drawable(), "every mark has a place: {drawing:?}");
    let inside = |x: f64, y: f64| {
        (-0.01..=drawing.width + 0.01).contains(&x) && (-0.01..=drawing.height + 0.01).contains(&y)
    };
    let mut labels: Vec<(f64, f64, f64)> = Vec::new();
    for mark in &drawing.marks {
        let within = match mark {
            Mark::Box { left, top, right, bottom, .. } => {
                left <= right && top <= bottom && inside(*left, *top) && inside(*right, *bottom)
            }
            Mark::Line { points, .. } | Mark::Area { points, .. } => {
                points.iter().all(|place| inside(place.x, place.y))
            }
            Mark::Dot { x, y, radius, .. } => {
                inside(x - radius, y - radius) && inside(x + radius, y + radius)
            }
            Mark::Text { x, y, anchor, text, .. } => {
                let wide = width(text);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - wide / 2.0,
                    Anchor::End => x - wide,
                };
                labels.push((*y, left, left + wide));
                inside(*x, *y) && inside(left, *y) && inside(left + wide, *y)
            }
        };
        prop_assert!(within, "{mark:?} lies inside of {} × {}", drawing.width, drawing.height);
    }
    for (place, (y, left, right)) in labels.iter().enumerate() {
        for (other_y, other_left, other_right) in &labels[place + 1..] {
            let apart = (y - other_y).abs() > 9.0 || right <= other_left || other_right <= left;
            prop_assert!(apart, "two labels at {left} and {other_left} lie on each other, {y} down");
        }
    }
    Ok(())
}

fn months(count: usize) -> Vec<ChartText> {
    (0..count).map(|month| ChartText::Month { day: day(u32::try_from(month).expect("few") * 30) }).collect()
}

fn unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Count),
        Just(Unit::Share),
        Just(Unit::Days),
        Just(Unit::Number),
        Just(Unit::OnFive),
        Just(Unit::Money("GBP".to_owned())),
    ]
}

/// Values as they come, and such as no one should be given.
fn value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        6 => (0.0..1e4_f64).prop_map(Some),
        2 => (-1e9..1e9_f64).prop_map(Some),
        1 => Just(None),
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(0.0), Just(1e-300)]
            .prop_map(Some),
    ]
}

fn values() -> impl Strategy<Value = Vec<Option<f64>>> {
    prop::collection::vec(value(), 0..40)
}

fn size() -> impl Strategy<Value = (f64, f64)> {
    (200.0..1_000.0_f64, 90.0..400.0_f64)
}

fn fill() -> impl Strategy<Value = Fill> {
    prop_oneof![Just(Fill::Solid), Just(Fill::Hatched), Just(Fill::Dotted), Just(Fill::Hollow)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn columns_stay_inside(count in 0..40_usize, all in prop::collection::vec(values(), 0..4), unit in unit(), size in size()) {
        let series: Vec<Series> =
            all.into_iter().map(|values| Series { tint: Tint::Good, fill: Fill::Solid, values }).collect();
        check(&columns(&months(count), &series, &unit, size))?;
    }

    #[test]
    fn lines_stay_inside(count in 0..40_usize, all in prop::collection::vec(values(), 0..4), unit in unit(), size in size()) {
        let series: Vec<LineSeries> =
            all.into_iter().map(|values| LineSeries { tint: Tint::Accent, dashed: false, values }).collect();
        check(&lines(&months(count), &series, &unit, size))?;
    }

    #[test]
    fn strips_stay_inside(
        count in 0..130_u32,
        events in prop::collection::vec((0..5_000_u32, 0..9_usize, fill()), 0..60),
        lanes in 0..6_usize,
        width in 300.0..1_000.0_f64,
    ) {
        let first = NaiveDate::from_ymd_opt(2016, 4, 1).expect("a day");
        let months: Vec<StripMonth> = (0..count)
            .map(|month| StripMonth { month: first + chrono::Months::new(month), tint: Tint::Good, fill: Fill::Hollow })
            .collect();
        let events: Vec<StripEvent> = events
            .into_iter()
            .map(|(on, lane, fill)| StripEvent { day: day(on), lane, tint: Tint::Bad, fill })
            .collect();
        check(&strip(&months, &events, lanes, width))?;
    }

    #[test]
    fn timelines_stay_inside(
        from in 0..4_000_u32,
        length in 0..4_000_u32,
        lanes in prop::collection::vec(prop::collection::vec((0..9_000_u32, fill()), 0..60), 0..5),
        width in 300.0..1_000.0_f64,
    ) {
        let told = |events: &Vec<(u32, Fill)>| events.iter().filter(|(on, _)| (from..=from + length).contains(on)).count();
        let expected: usize = lanes.iter().map(told).sum();
        let lanes: Vec<Lane> = lanes
            .into_iter()
            .map(|events| Lane {
                name: "Deliveries".to_owned(),
                events: events
                    .into_iter()
                    .map(|(on, fill)| LaneEvent { day: day(on), tint: Tint::Ink, fill })
                    .collect(),
            })
            .collect();
        let drawing = timeline(&lanes, (day(from), day(from + length)), 92.0, width);
        check(&drawing)?;
        let dots: Vec<(f64, f64)> = drawing
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Dot { x, y, .. } => Some((*x, *y)),
                _ => None,
            })
            .collect();
        prop_assert_eq!(dots.len(), expected, "each event of the time once");
        let years = drawing.marks.iter().filter(|mark| matches!(mark, Mark::Text { text: ChartText::Year { .. }, .. }));
        prop_assert!(years.count() > 0, "the time has a name");
    }

    #[test]
    fn scatters_stay_inside(
        points in prop::collection::vec((0.0..=1.0_f64, 1.0..=5.0_f64), 0..60),
        size in (420.0..900.0_f64, 260.0..500.0_f64),
    ) {
        let points: Vec<ScatterPoint> = points
            .into_iter()
            .enumerate()
            .map(|(place, (share, score))| ScatterPoint {
                name: format!("Client {place}"),
                share,
                share_interval: (share / 2.0, f64::midpoint(share, 1.0)),
                score,
                score_interval: (f64::midpoint(score, 1.0), f64::midpoint(score, 5.0)),
                named: place % 3 > 0,
            })
            .collect();
        let layout = scatter(&points, size, 0.7);
        let inside = |x: f64, y: f64| (0.0..=size.0).contains(&x) && (0.0..=size.1).contains(&y);
        let mut labels: Vec<[f64; 4]> = Vec::new();
        prop_assert_eq!(layout.points.len(), points.len(), "no point is left out");
        for (point, given) in layout.points.iter().zip(&points) {
            prop_assert!(inside(point.x, point.y), "{point:?} lies inside of {size:?}");
            let (left, right) = point.x_whisker;
            let (top, bottom) = point.y_whisker;
            prop_assert!(inside(left, top) && inside(right, bottom) && left <= right && top <= bottom, "{point:?}");
            let Some((x, y, ends)) = point.label else { continue };
            prop_assert!(given.named, "only what should be named is: {given:?}");
            let wide = given.name.chars().count() as f64 * 6.0;
            let left = if ends { x - wide } else { x };
            let edges = [left, y - 9.0, left + wide, y];
            prop_assert!(inside(edges[0], edges[1]) && inside(edges[2], edges[3]), "“{}” stands inside", given.name);
            for other in &labels {
                let apart = edges[2] <= other[0] || other[2] <= edges[0] || edges[3] <= other[1] || other[3] <= edges[1];
                prop_assert!(apart, "“{}” lies on another name: {edges:?} {other:?}", given.name);
            }
            labels.push(edges);
        }
    }

    #[test]
    fn a_drawing_is_a_file_that_reads(
        count in 1..24_usize,
        values in values(),
        fill in fill(),
    ) {
        let series = [Series { tint: Tint::Warn, fill, values }];
        let drawing = columns(&months(count), &series, &Unit::Count, (640.0, 240.0));
        let file = svg(&drawing);
        prop_assert!(!file.contains("NaN") && !file.contains("inf"), "numbers are numbers: {file}");
        prop_assert_eq!(file.matches("<text").count(), file.matches("</text>").count(), "every text ends");
    }
}

#[test]
fn an_event_of_a_timeline_stands_on_its_own_day() {
    let event =
        |text: &str| LaneEvent { day: text.parse().expect("a real day"), tint: Tint::Ink, fill: Fill::Solid };
    let (from, to) = (event("2025-01-01").day, event("2026-01-01").day);
    let lanes = [
        Lane {
            name: "One".to_owned(),
            events: vec![event("2025-07-02"), event("2024-12-31"), event("2026-01-02")],
        },
        Lane { name: "Two".to_owned(), events: vec![event("2025-01-01"), event("2026-01-01")] },
    ];
    let drawing = timeline(&lanes, (from, to), 90.0, 475.0);
    let dots: Vec<(f64, f64)> = drawing
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Dot { x, y, .. } => Some(((x * 10.0).round() / 10.0, *y)),
            _ => None,
        })
        .collect();
    // From 100 to 465, a unit a day; the first and last keep their whole dot inside.
    assert_eq!(dots, [(282.0, 12.5), (103.2, 29.5), (461.8, 29.5)], "under their days, each in its lane");
}
