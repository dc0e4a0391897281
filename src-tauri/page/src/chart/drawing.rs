//! A drawing: marks in its own units, the origin at the top left.
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// How a mark is tinted; whoever draws has a colour for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tint {
    /// What is read.
    Ink,
    /// What stands back.
    Quiet,
    /// Lines of the grid.
    Grid,
    /// What is pointed out.
    Accent,
    /// As it should be.
    Good,
    /// To be looked at.
    Warn,
    /// Bad.
    Bad,
    /// Ours.
    Ours,
    /// Neither.
    Plain,
}

/// How a mark is filled, so that none is told by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fill {
    /// Whole.
    Solid,
    /// With lines across.
    Hatched,
    /// With dots.
    Dotted,
    /// Only its edge.
    Hollow,
}

/// Where a text stands to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// An amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChartMoney {
    /// Minor units.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
}

/// What a text says.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ChartText {
    /// A month, by one of its days.
    Month {
        /// The day.
        day: NaiveDate,
    },
    /// A day.
    Day {
        /// The day.
        day: NaiveDate,
    },
    /// A year.
    Year {
        /// The year.
        year: i32,
    },
    /// How many.
    Count {
        /// The number.
        value: u32,
    },
    /// A number.
    Number {
        /// The number.
        value: f64,
    },
    /// A share, 0 to 1.
    Share {
        /// The share.
        value: f64,
    },
    /// Days.
    Days {
        /// How many.
        value: f64,
    },
    /// An amount.
    Amount {
        /// The amount.
        value: ChartMoney,
    },
    /// A name.
    Name {
        /// The name.
        text: String,
    },
}

/// A place in a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct Place {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle by its edges.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct Frame {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "mark", rename_all = "snake_case")]
pub enum Mark {
    /// A rectangle.
    Box {
        /// Left edge.
        left: f64,
        /// Upper edge.
        top: f64,
        /// Right edge.
        right: f64,
        /// Lower edge.
        bottom: f64,
        /// Tint.
        tint: Tint,
        /// Fill.
        fill: Fill,
    },
    /// A line through places.
    Line {
        /// The places.
        points: Vec<Place>,
        /// Tint.
        tint: Tint,
        /// Width.
        width: f64,
        /// Whether it is dashed.
        dashed: bool,
    },
    /// An area between places.
    Area {
        /// The places.
        points: Vec<Place>,
        /// Tint.
        tint: Tint,
        /// Fill.
        fill: Fill,
    },
    /// A dot.
    Dot {
        /// From the left.
        x: f64,
        /// From the top.
        y: f64,
        /// Radius.
        radius: f64,
        /// Tint.
        tint: Tint,
        /// Fill.
        fill: Fill,
    },
    /// A text.
    Text {
        /// From the left.
        x: f64,
        /// Its baseline, from the top.
        y: f64,
        /// Where it stands to that place.
        anchor: Anchor,
        /// What it says.
        text: ChartText,
        /// Tint.
        tint: Tint,
    },
}

/// A drawing.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Drawing {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The marks, what lies behind first.
    pub marks: Vec<Mark>,
}

/// The widest and highest drawing that is drawn.
const MOST: f64 = 20_000.0;

impl Drawing {
    /// Whether it has a size, and every mark a place.
    #[must_use]
    pub fn is_drawable(&self) -> bool {
        let sized = |length: f64| length > 0.0 && length <= MOST;
        sized(self.width) && sized(self.height) && self.marks.iter().all(Mark::is_somewhere)
    }
}

impl Mark {
    fn is_somewhere(&self) -> bool {
        let near = |values: &[f64]| values.iter().all(|value| value.abs() <= MOST);
        match self {
            Self::Box { left, top, right, bottom, .. } => near(&[*left, *top, *right, *bottom]),
            Self::Line { points, width, .. } => {
                near(&[*width]) && points.iter().all(|place| near(&[place.x, place.y]))
            }
            Self::Area { points, .. } => points.iter().all(|place| near(&[place.x, place.y])),
            Self::Dot { x, y, radius, .. } => near(&[*x, *y, *radius]),
            Self::Text { x, y, .. } => near(&[*x, *y]),
        }
    }
}
