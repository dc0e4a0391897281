//! The use cases of a practice, each there once, and the views that window and cli show.
//!
//! [`Practice`] is an open ledger with everything that can be done with it; a folder a capability, each with what it
//! does (`mod.rs`) and what it shows (`view.rs`). It loads, converts, calls and saves: SQL lives in the ledger,
//! parsing in the exchange, formulas in measures and verdict, words in letters, and the page in page. What a person
//! reads leaves as a [`Message`]: a key with arguments, not words.
#![warn(missing_docs)]

mod books;
mod calendar;
pub mod correspond;
pub mod decide;
pub mod documents;
mod drawing;
pub mod enquiries;
pub mod erase;
mod error;
pub mod excuse;
pub mod explain;
pub mod export;
pub mod figures;
pub mod find;
pub mod fit;
pub mod friday;
pub mod history;
pub mod import;
pub mod letterhead;
pub mod line;
pub mod lookback;
pub mod many;
mod message;
pub mod method;
pub mod needs;
pub mod offering;
pub mod parting;
mod practice;
pub mod profile;
pub mod question;
pub mod read;
pub mod record;
pub mod renewals;
pub mod review;
pub mod routine;
pub mod safety;
pub mod sample;
pub mod standing;
mod start;
pub mod trust;
mod typed;
#[cfg(test)]
mod types;
mod wire;
pub mod worth;

/// The domain's types, for whoever calls the use cases.
pub use kindly_records as records;

pub use drawing::{
    Anchor, Chart, ChartRow, ChartSeries, ChartText, ChartUnit, Drawing, Fill, Mark, Place, Tint, write_chart,
};
pub use error::{ErrorCode, PracticeError, WireError};
pub use message::{Fell, Message, Sentence, Trait};
pub use practice::Practice;
pub use safety::CheckReport;
pub use start::StartView;
