//! Deliverables met against satisfaction, ready to be drawn.
use chrono::NaiveDate;
use kindly_measures::{FIVE, Rate};
use kindly_page::chart::{self, ScatterPoint};
use kindly_records::{Client, ClientId, Kept};

use super::{
    own_record::number,
    row::{delivered, satisfaction},
    scatter::{Label, Scatter, ScatterMark, Tick},
    view::Verdict,
};
use crate::books::Books;

/// The size of the drawing, in its own units.
const SIZE: (f64, f64) = (620.0, 290.0);
/// Shares are shown in percent.
const PERCENT: f64 = 100.0;

/// Places every client with a verdict, a deliverable and a check-in.
pub(crate) fn picture<'a>(
    books: &Books,
    judged: impl Iterator<Item = (&'a Kept<Client>, Verdict)>,
    delivery_bar: f64,
    today: NaiveDate,
) -> Scatter {
    let mut clients: Vec<(ClientId, Verdict, u32)> = Vec::new();
    let mut points: Vec<ScatterPoint> = Vec::new();
    for (client, verdict) in judged {
        let (met, counted) = delivered(books, client, today);
        let rate = Rate { hits: met as usize, n: counted as usize };
        let mean = satisfaction(books, client, today);
        let (Some(share), Some(score)) = (rate.share(), mean.mean) else { continue };
        let (Some(share_interval), Some(score_interval)) = (rate.interval(), mean.interval(FIVE)) else {
            continue;
        };
        clients.push((client.id, verdict, number(mean.n)));
        points.push(ScatterPoint {
            name: client.record.name.clone(),
            share,
            share_interval: (share_interval.low, share_interval.high),
            score,
            score_interval: (score_interval.low, score_interval.high),
            named: !matches!(verdict, Verdict::Healthy),
        });
    }
    let layout = chart::scatter(&points, SIZE, delivery_bar);
    let ticks = |ticks: &[chart::Tick], unit: f64| {
        ticks.iter().map(|tick| Tick { at: tick.at, value: tick.value * unit }).collect()
    };
    let marks = layout.points.iter().zip(&points).zip(&clients);
    Scatter {
        width: layout.size.0,
        height: layout.size.1,
        left: layout.plot.left,
        right: layout.plot.right,
        top: layout.plot.top,
        bottom: layout.plot.bottom,
        divide_x: layout.divide_x,
        divide_y: layout.divide_y,
        x_ticks: ticks(&layout.x_ticks, PERCENT),
        y_ticks: ticks(&layout.y_ticks, 1.0),
        marks: marks
            .map(|((placed, point), (client, verdict, check_ins))| ScatterMark {
                client: *client,
                name: point.name.clone(),
                verdict: *verdict,
                hollow: *verdict == Verdict::NotEnoughEvidence,
                x: tenth(placed.x),
                y: tenth(placed.y),
                x_low: tenth(placed.x_whisker.0),
                x_high: tenth(placed.x_whisker.1),
                y_low: tenth(placed.y_whisker.0),
                y_high: tenth(placed.y_whisker.1),
                label: placed.label.map(|(x, y, end)| Label { x: tenth(x), y: tenth(y), end }),
                met_share: point.share,
                satisfaction: point.score,
                check_ins: *check_ins,
            })
            .collect(),
    }
}

/// A place to a tenth of a unit, which nobody sees the rest of: of thousands of marks, each digit is sent.
fn tenth(place: f64) -> f64 {
    (place * 10.0).round() / 10.0
}
