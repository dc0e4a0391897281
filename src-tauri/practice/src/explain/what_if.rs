//! "If the next two check-ins are 4": a verdict with records that do not exist. Nothing is written.
use chrono::NaiveDate;
use kindly_records::{CheckIn, ClientId, Kind, Moment, RatingScale, RecordKind};
use kindly_verdict as verdict;

use super::view::{WhatIf, WhatIfSteps};
use crate::{
    Message, Practice, PracticeError,
    standing::{band, portfolio, settings},
};

/// More steps than these are a story, not a question.
const MOST_STEPS: usize = 50;

impl Practice {
    /// What the verdict of a client would be after some steps, all of them taken today.
    ///
    /// # Errors
    /// [`PracticeError::Gone`]; [`PracticeError::StillAProspect`]; a rating off its scale, named;
    /// [`PracticeError::TooManySteps`].
    pub fn what_if(
        &self,
        moment: Moment,
        client: ClientId,
        steps: &WhatIfSteps,
    ) -> Result<WhatIf, PracticeError> {
        let today = moment.today;
        for rating in &steps.ratings {
            CheckIn::new(client, today, rating.scale, rating.value).check()?;
        }
        let asked = [steps.met, steps.missed, steps.kept, steps.broken];
        let taken = asked.iter().fold(steps.ratings.len(), |sum, some| sum.saturating_add(*some as usize));
        if taken > MOST_STEPS {
            return Err(PracticeError::TooManySteps { steps: taken, limit: MOST_STEPS });
        }
        let books = self.books()?;
        let mut portfolio = portfolio(&books, today);
        let kept = books.client(client).ok_or(PracticeError::Gone { kind: Kind::Client })?;
        let prospect = || PracticeError::StillAProspect { client: kept.record.name.clone() };
        let id = client.to_string();
        let place = portfolio.clients.iter().position(|judged| judged.id == id).ok_or_else(prospect)?;
        let settings = settings(&books.profile);
        let now = kindly_verdict::judge(&portfolio, &settings)?.clients[place].verdict;
        take(&mut portfolio.clients[place], steps, today);
        let judged = kindly_verdict::judge(&portfolio, &settings)?;
        let then = &judged.clients[place];
        Ok(WhatIf {
            client,
            now: now.into(),
            then: then.verdict.into(),
            band: band(then.evidence),
            sentence: Message::of_reason(&then.reasons.headline),
        })
    }
}

/// Adds the steps to a client's records.
fn take(client: &mut verdict::Client, steps: &WhatIfSteps, today: NaiveDate) {
    let outcomes = std::iter::repeat_n(verdict::Outcome::Met, steps.met as usize)
        .chain(std::iter::repeat_n(verdict::Outcome::Late, steps.missed as usize));
    client.deliverables.extend(outcomes.enumerate().map(|(place, outcome)| verdict::Deliverable {
        // No record has an id like this.
        id: format!("what if {place}"),
        date: today,
        outcome,
    }));
    client.ratings.extend(steps.ratings.iter().filter_map(|rating| {
        Some(verdict::Rating {
            id: None,
            date: today,
            scale: match rating.scale {
                RatingScale::Csat => verdict::Scale::Csat5,
                RatingScale::Nps => verdict::Scale::Nps,
                RatingScale::Ces => verdict::Scale::Ces7,
            },
            value: u8::try_from(rating.value).ok()?,
            deliverable: None,
        })
    }));
    let obligations = std::iter::repeat_n(true, steps.kept as usize)
        .chain(std::iter::repeat_n(false, steps.broken as usize));
    client.obligations.extend(obligations.map(|kept| verdict::Obligation { id: None, date: today, kept }));
}
