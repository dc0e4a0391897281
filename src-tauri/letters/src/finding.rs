//! What is worth a second look before a letter goes.

use crate::fact::FactKey;
use chrono::NaiveDate;
use serde::Serialize;

/// Something to look at before the letter goes: a code and its arguments, for the window's catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Finding {
    /// A must-have fact is no longer in the words. Blocks.
    MustHaveGone {
        /// Which fact.
        fact: FactKey,
        /// How the letter would write it.
        wording: String,
    },
    /// A letter that ends an agreement should say the word "notice".
    NoticeWordGone,
    /// Notice is late; the user confirmed that the letter goes all the same.
    NoticeLate {
        /// The last day of notice.
        last_day: NaiveDate,
        /// The date of the letter.
        letter_date: NaiveDate,
    },
    /// Posted on its date, the letter may not arrive in time.
    PostingDayPassed {
        /// The last day on which a letter posted still arrives in time.
        last_safe_posting_day: NaiveDate,
        /// The last day of notice.
        last_day: NaiveDate,
    },
    /// Something is due after the agreement has ended.
    DeliveryAfterEnd {
        /// What it is.
        title: String,
        /// The day it is due.
        due: NaiveDate,
        /// The day the agreement ends.
        end: NaiveDate,
    },
    /// Something of ours is overdue: a new day for it would serve the letter.
    DeliveryOverdue {
        /// What it is.
        title: String,
        /// The day it was due.
        due: NaiveDate,
    },
    /// The handover comes after the agreement has ended.
    HandoverAfterEnd {
        /// The day of the handover.
        handover_by: NaiveDate,
        /// The day the agreement ends.
        end: NaiveDate,
    },
    /// The words name a day that no record has.
    UnrecordedDate {
        /// The words.
        wording: String,
    },
    /// The words name an amount that no record has.
    UnrecordedAmount {
        /// The words.
        wording: String,
    },
}

impl Finding {
    /// Whether the letter cannot be finished because of this.
    pub fn blocks(&self) -> bool {
        matches!(self, Self::MustHaveGone { .. })
    }
}
