//! How each client stands, and how we do ourselves.
mod alerts;
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

pub use judged::{JudgedClient, JudgedLedger};
pub(crate) use judged::{KeptVerdicts, settings};
pub(crate) use lines::{Line, Lined, invoice_line, line};
pub(crate) use overview::KeptOverview;
pub(crate) use own_record::{fell, number, own_record};
pub(crate) use picture::picture;
pub(crate) use portfolio::{bearing_since, is_judged, portfolio, same_theme, theme_key};
pub(crate) use renewal::{decision_of_term, letters_of_term, notice_dates, renewal, renewal_of};
pub(crate) use row::one_way_beside;
pub use scatter::{Label, Scatter, ScatterMark, Tick};
pub use view::{
    Alert, Band, ClientRow, ClientView, ClientsView, LedgerLine, LineState, Reason, RecordLink, Renewal,
    Tone, Trend, Verdict, Why,
};
pub(crate) use why::{Links, band, link};
