//! The user's letterhead and conventions.
use kindly_records::{Moment, Profile};

use crate::{Message, Practice, PracticeError, record::Done};

impl Practice {
    /// The letterhead as it stands; the default one where none was saved.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn profile(&self) -> Result<Profile, PracticeError> {
        Ok(self.ledger.reader().profile()?)
    }

    /// Saves the letterhead.
    ///
    /// # Errors
    /// [`PracticeError::Record`] where a field cannot be kept as it is; nothing is changed then.
    pub fn save_profile(&mut self, moment: Moment, profile: &Profile) -> Result<Done, PracticeError> {
        profile.check()?;
        let message = Message::DidSaveProfile;
        self.ledger.transact(moment.at, message.label(), |changes| changes.set_profile(profile))?;
        Ok(Done { id: None, message })
    }
}
