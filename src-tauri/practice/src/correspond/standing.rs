//! How far a letter has come.
use chrono::{DateTime, TimeDelta, Utc};
use kindly_records::{Letter, Moment, Profile};

use super::view::LetterStanding;

/// How far it has come, and until when it cools off.
pub(super) fn standing(
    letter: &Letter,
    profile: &Profile,
    moment: Moment,
) -> (LetterStanding, Option<DateTime<Utc>>) {
    let Some(finished) = &letter.finished else { return (LetterStanding::Draft, None) };
    if letter.reply.is_some() {
        return (LetterStanding::Answered, None);
    }
    if letter.sent.is_some() {
        return (LetterStanding::Sent, None);
    }
    let until = cools_until(finished.at, profile);
    if moment.at < until { (LetterStanding::Cooling, Some(until)) } else { (LetterStanding::Finished, None) }
}

/// When a letter that was finished may be sent.
pub(super) fn cools_until(finished_at: DateTime<Utc>, profile: &Profile) -> DateTime<Utc> {
    finished_at + TimeDelta::hours(i64::from(profile.cooling_off_hours))
}
