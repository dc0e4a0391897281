//! How each client stands, and how we do ourselves.
mod client;
mod judged;
mod lines;
mod of_kind;
mod overview;
mod own_record;
mod picture;
mod portfolio;
mod renewal;
mod row;
mod scatter;
mod view;
mod why;

pub(crate) use judged::judge;
pub use judged::{JudgedClient, JudgedLedger};
pub(crate) use own_record::{fell, number, own_record};
pub(crate) use portfolio::bearing_since;
pub(crate) use renewal::notice_dates;
pub use scatter::{Label, Scatter, ScatterMark, Tick};
pub use view::{
    Band, ClientRow, ClientView, ClientsView, LedgerLine, LineState, Reason, RecordLink, Renewal, Tone,
    Trend, Verdict, Why,
};
