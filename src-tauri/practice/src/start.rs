//! What the window needs to know first.
use chrono::NaiveDate;
use kindly_records::{Moment, Profile};
use serde::Serialize;
use ts_rs::TS;

use crate::{Practice, PracticeError};

/// Where the app stands when it opens.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own about the start")]
pub struct StartView {
    /// The day on the user's calendar.
    pub today: NaiveDate,
    /// How many clients and prospects there are: with none, the welcome is shown.
    pub clients: u32,
    /// Whether the sample practice is loaded.
    pub sample: bool,
    /// Whether the ledger is protected by a passphrase.
    pub protected: bool,
    /// Whether the ledger is damaged, and open to be read only.
    pub read_only: bool,
    /// When the newest backup was made, in UTC, as RFC 3339.
    pub backed_up_at: Option<String>,
    /// After how many idle minutes it is locked; 0: never, or not protected.
    pub idle_minutes: u32,
    /// Whether the letterhead has what a letter needs.
    pub letterhead_ready: bool,
}

impl Practice {
    /// Where the app stands.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn start(&self, moment: Moment) -> Result<StartView, PracticeError> {
        let books = self.books()?;
        let clients = &books.clients;
        Ok(StartView {
            today: moment.today,
            clients: u32::try_from(clients.len()).unwrap_or(u32::MAX),
            sample: clients.iter().any(|kept| kept.record.sample),
            protected: self.is_protected(),
            read_only: self.ledger.is_read_only(),
            backed_up_at: self.backed_up_at(),
            idle_minutes: self.idle_minutes(),
            letterhead_ready: is_ready(&books.profile),
        })
    }
}

/// A letter needs somebody who signs it and a place it comes from.
fn is_ready(profile: &Profile) -> bool {
    !profile.name.trim().is_empty() && !profile.address.is_empty()
}
