//! What can be wrong with a portfolio.

use thiserror::Error;

/// Why a portfolio cannot be judged. Each names the item and what would mend it.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum VerdictError {
    /// The text is no JSON at all.
    #[error("the portfolio is not valid JSON, please check the file: {reason}")]
    NotJson {
        /// What the JSON reader says, with line and column.
        reason: String,
    },
    /// A field that cannot be done without is missing or null.
    #[error("{place} has no {field}, please give {expected}")]
    Missing {
        /// The client and the item.
        place: String,
        /// The missing field.
        field: &'static str,
        /// What is expected there.
        expected: &'static str,
    },
    /// A field holds another kind of thing than it should.
    #[error("{place} has {found} as {field}, please give {expected}")]
    WrongType {
        /// The client and the item.
        place: String,
        /// The field.
        field: &'static str,
        /// What is expected there.
        expected: &'static str,
        /// What stands there, as JSON.
        found: String,
    },
    /// A date that the calendar does not have, or that is not written as year-month-day.
    #[error("{place} has the impossible {field} {found}, please give a day as YYYY-MM-DD")]
    ImpossibleDate {
        /// The client and the item.
        place: String,
        /// The field.
        field: &'static str,
        /// What stands there, as JSON.
        found: String,
    },
    /// A rating whose scale is missing or unknown: its value would mean nothing.
    #[error("{place} has {found} as scale, please give csat5, nps or ces7")]
    UnknownScale {
        /// The client and the item.
        place: String,
        /// What stands there, as JSON, or "nothing".
        found: String,
    },
    /// A burden signal of a kind that does not exist.
    #[error("{place} has {found} as kind, please give concession, blame, disrespect or threat")]
    UnknownKind {
        /// The client and the item.
        place: String,
        /// What stands there, as JSON, or "nothing".
        found: String,
    },
    /// A value that is not a whole number.
    #[error("{place} has the value {found}, please give a whole number")]
    NotWhole {
        /// The client and the item.
        place: String,
        /// What stands there, as JSON.
        found: String,
    },
    /// A value outside its scale.
    #[error("{place} has the value {found}, please give {lowest} to {highest}, the range of {scale}")]
    OffScale {
        /// The client and the item.
        place: String,
        /// The value.
        found: String,
        /// The name of the scale.
        scale: &'static str,
        /// The lowest value of the scale.
        lowest: u8,
        /// The highest value of the scale.
        highest: u8,
    },
    /// Two clients with one id.
    #[error("client {id:?} stands in the portfolio twice, please give each client an id of its own")]
    ClientTwice {
        /// The id.
        id: String,
    },
    /// Two deliverables of one client with one id.
    #[error("client {client:?} has deliverable {id:?} twice, please give each deliverable an id of its own")]
    DeliverableTwice {
        /// The client's id.
        client: String,
        /// The deliverable's id.
        id: String,
    },
    /// A half-life with which nothing could be weighed.
    #[error("the half-life is {found} days, please give a number above 0")]
    HalfLife {
        /// The half-life that was given.
        found: f64,
    },
    /// A delivery bar that everybody or nobody would pass.
    #[error("the delivery bar is {found}, please give a share between 0 and 1")]
    DeliveryBar {
        /// The bar that was given.
        found: f64,
    },
}
