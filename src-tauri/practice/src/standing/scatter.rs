//! Deliverables met against satisfaction, as marks that are ready to be drawn.
use kindly_records::ClientId;
use serde::Serialize;
use ts_rs::TS;

use super::view::Verdict;

/// The picture: everything in its own units, the origin at the top left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Scatter {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// Left end of the plot.
    pub left: f64,
    /// Right end of the plot.
    pub right: f64,
    /// Upper end of the plot.
    pub top: f64,
    /// Lower end of the plot.
    pub bottom: f64,
    /// Where "mostly delivered" begins, from left to right.
    pub divide_x: f64,
    /// Where content turns into unhappy, from top to bottom.
    pub divide_y: f64,
    /// Ticks of the horizontal axis: the share of deliverables met, in whole percent.
    pub x_ticks: Vec<Tick>,
    /// Ticks of the vertical axis: satisfaction, 1 to 5.
    pub y_ticks: Vec<Tick>,
    /// A mark a client.
    pub marks: Vec<ScatterMark>,
}

/// A tick of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// The value.
    pub value: f64,
}

/// A client in the picture.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ScatterMark {
    /// The client.
    pub client: ClientId,
    /// Their name.
    pub name: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Drawn hollow: too early to say.
    pub hollow: bool,
    /// Where.
    pub x: f64,
    /// Where.
    pub y: f64,
    /// The 95% interval of the share of deliverables met.
    pub x_low: f64,
    /// Its other end.
    pub x_high: f64,
    /// The 95% interval of satisfaction.
    pub y_low: f64,
    /// Its other end.
    pub y_high: f64,
    /// The place of the name; `None` where there is no room, or no need.
    pub label: Option<Label>,
    /// Share of deliverables met, 0 to 1.
    pub met_share: f64,
    /// Mean satisfaction, 1 to 5.
    pub satisfaction: f64,
    /// How many check-ins that is.
    pub check_ins: u32,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct Label {
    /// Where.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// Whether the text ends there instead of beginning.
    pub end: bool,
}
