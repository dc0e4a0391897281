//! Which part of our own record fell.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which part of our own record fell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fell {
    /// Fewer deliverables on time.
    OnTime,
    /// Less satisfaction over all clients.
    Satisfaction,
    /// Both.
    Both,
}
