//! A check-in of one question, to copy into an e-mail.
mod view;

use chrono::Days;
use kindly_letters::{self as letters, Scale};
use kindly_records::{ClientId, Deliverable, Moment, RatingScale};

use crate::{
    Practice, PracticeError,
    correspond::{letter_language, recipient, sender},
};

pub use view::Question;

/// A question so many days after a delivery is about that delivery.
const FRESH_DAYS: u64 = 30;

impl Practice {
    /// The e-mail that asks a client one question, on a scale or on the one that was chosen for them. It is about the
    /// last delivery where that is less than 30 days old.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the client is no longer there.
    pub fn question(
        &self,
        moment: Moment,
        client: ClientId,
        scale: Option<RatingScale>,
    ) -> Result<Question, PracticeError> {
        let reader = self.ledger.reader();
        let record = self.client_named(client)?.record;
        let scale = scale.unwrap_or(record.check_in_scale);
        let since = moment.today.checked_sub_days(Days::new(FRESH_DAYS)).unwrap_or(moment.today);
        let fresh = |day: &chrono::NaiveDate| (since..=moment.today).contains(day);
        let deliverables = reader.of_client::<Deliverable>(client)?;
        let delivered = deliverables.iter().filter_map(|kept| {
            let day = kept.record.delivered_on.filter(fresh)?;
            Some((day, kept.record.title.as_str()))
        });
        let about = delivered.max_by_key(|(day, _)| *day).map(|(_, title)| title);
        let asked = match scale {
            RatingScale::Csat => Scale::Csat,
            RatingScale::Nps => Scale::Nps,
            RatingScale::Ces => Scale::Ces,
        };
        let language = letter_language(record.language);
        let email =
            letters::question(language, asked, &recipient(&record), &sender(&reader.profile()?), about);
        Ok(Question { client, scale, to: record.contact.email, subject: email.subject, text: email.body })
    }
}
