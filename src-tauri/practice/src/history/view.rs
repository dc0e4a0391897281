//! What is shown of what was done.
use kindly_records::{ClientId, Kind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::Message;

/// Of what the history is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum HistoryOf {
    /// Of everything.
    #[default]
    Everything,
    /// Of what touched a client or anything of theirs.
    Client {
        /// The client.
        client: ClientId,
    },
    /// Of what touched one record. A step that touched more than a thousand names none of them.
    Record {
        /// Its kind.
        kind: Kind,
        /// Its id.
        #[ts(type = "string")]
        id: Uuid,
    },
}

/// What was done, latest first.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct HistoryView {
    /// The steps.
    pub entries: Vec<HistoryLine>,
    /// Whether there are older ones: ask again with the last `seq`.
    pub more: bool,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct HistoryLine {
    /// Its number in the journal.
    pub seq: i64,
    /// When, in UTC, as RFC 3339.
    pub at: String,
    /// What was done; `None` where it was erased, or comes from a version that knew other words.
    pub message: Option<Message>,
    /// Whether it was taken back since.
    pub taken_back: bool,
    /// The records that it touched; the first few.
    pub records: Vec<HistoryRecord>,
    /// How many it touched in all.
    pub touched: u32,
    /// Whether it is never taken back: it finished a letter, or was erased.
    pub fixed: bool,
}

/// What a step did to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HistoryChange {
    /// It was added.
    Added,
    /// It was changed.
    Changed,
    /// It was removed.
    Removed,
}

/// A record that a step touched.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct HistoryRecord {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What was done to it.
    pub change: HistoryChange,
    /// What names it, now or as it stood before.
    pub title: String,
    /// Whether it can be put back as it stood before this step.
    pub restorable: bool,
}
