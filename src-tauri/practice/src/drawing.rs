//! Charts as they cross to the window: a drawing whose geometry the page has worked out, and the table that stands behind
//! it.
pub use kindly_page::chart::{Anchor, ChartText, Drawing, Fill, Mark, Place, Tint};
use serde::Serialize;
use ts_rs::TS;

/// One series of a chart: a word in the window's catalogue, and how it is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ChartSeries {
    /// Its key.
    pub key: String,
    /// Tint.
    pub tint: Tint,
    /// Fill.
    pub fill: Fill,
    /// Whether its line is dashed.
    pub dashed: bool,
}

/// One row of the table behind a chart.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ChartRow {
    /// What it is about.
    pub label: ChartText,
    /// A value a series; `None` where there is none.
    pub values: Vec<Option<f64>>,
}

/// In what the values of a chart are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartUnit {
    /// How many.
    Count,
    /// Shares, 0 to 1.
    Share,
    /// Days.
    Days,
    /// Numbers.
    Number,
    /// Minor units of a currency.
    Amount,
}

/// A chart: the drawing, its series, and the table that says the same.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Chart {
    /// The drawing.
    pub drawing: Drawing,
    /// The series, in the order of the values.
    pub series: Vec<ChartSeries>,
    /// The table.
    pub rows: Vec<ChartRow>,
    /// The unit of its values.
    pub unit: ChartUnit,
}

/// Writes a drawing as an SVG file, with its figures in English.
///
/// # Errors
/// [`crate::PracticeError::Write`]; the file is written whole or not at all.
pub fn write_chart(drawing: &Drawing, path: &std::path::Path) -> Result<(), crate::PracticeError> {
    crate::correspond::write_whole(path, kindly_page::chart::svg(drawing).as_bytes())
}
