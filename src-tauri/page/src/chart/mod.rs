//! The geometry of charts, computed once: plain marks that a window draws as SVG with its own colours, a PDF as vectors,
//! and the command line as an SVG file.
//!
//! No mark is told by its colour alone: what differs in [`Tint`] differs in [`Fill`], in dashes or in place as well. Texts
//! are values, not words, so that whoever draws writes them in the reader's language.

mod axis;
mod columns;
mod drawing;
mod lines;
mod panels;
mod plain;
mod scatter;
mod shape;
mod strip;
mod svg;
mod timeline;

pub use axis::Unit;
pub use columns::{Series, columns};
pub use drawing::{Anchor, ChartMoney, ChartText, Drawing, Fill, Frame, Mark, Place, Tint};
pub use lines::{LineSeries, lines};
pub use panels::panels;
pub use scatter::{PlacedPoint, ScatterLayout, ScatterPoint, Tick, scatter};
pub use shape::{Shape, shape};
pub use strip::{StripEvent, StripMonth, strip};
pub use svg::svg;
pub use timeline::{Lane, LaneEvent, timeline};
pub(crate) use {plain::plain_svg, svg::in_english as text_in_english};
