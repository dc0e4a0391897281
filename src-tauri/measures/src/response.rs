//! How soon we answer.
use chrono::NaiveDate;
use kindly_records::{Complaint, Enquiry};
use serde::Serialize;

use crate::{Median, Window, window::by};

/// How soon somebody was answered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ResponseDays {
    /// Days from what came to our first answer, over what was answered.
    pub answered: Median,
    /// How many still wait. They make the median look better than it is, so they are told beside it.
    pub waiting: usize,
}

/// The median of the days to the first answer, over the complaints that came in the window, as it stands `today`:
/// an answer of a later day does not count yet. The median, because one that lay forgotten for a month would move
/// the mean of ten others ("first response time" of the help-desk field).
pub fn first_response_days<'a>(
    complaints: impl IntoIterator<Item = &'a Complaint>,
    window: Window,
    today: NaiveDate,
) -> ResponseDays {
    answers_to(complaints.into_iter().map(complaint), window, today)
}

/// The same as [`first_response_days`] for enquiries.
pub fn enquiry_response_days<'a>(
    enquiries: impl IntoIterator<Item = &'a Enquiry>,
    window: Window,
    today: NaiveDate,
) -> ResponseDays {
    answers_to(enquiries.into_iter().map(enquiry), window, today)
}

/// The same as [`first_response_days`] for complaints and enquiries together: two medians cannot be added.
pub fn all_response_days<'a>(
    complaints: impl IntoIterator<Item = &'a Complaint>,
    enquiries: impl IntoIterator<Item = &'a Enquiry>,
    window: Window,
    today: NaiveDate,
) -> ResponseDays {
    let both = complaints.into_iter().map(complaint).chain(enquiries.into_iter().map(enquiry));
    answers_to(both, window, today)
}

fn complaint(complaint: &Complaint) -> (NaiveDate, Option<NaiveDate>) {
    (complaint.on, complaint.answered_on)
}

fn enquiry(enquiry: &Enquiry) -> (NaiveDate, Option<NaiveDate>) {
    (enquiry.received_on, enquiry.answered_on)
}

/// The days to the first answer of what was answered, for a comparison of two stretches.
pub(crate) fn days_to_answer(
    complaints: &[&Complaint],
    enquiries: &[&Enquiry],
    window: Window,
    today: NaiveDate,
) -> Vec<i64> {
    let complaints = complaints.iter().map(|kept| complaint(kept));
    let came = complaints.chain(enquiries.iter().map(|kept| enquiry(kept)));
    came.filter(|(on, _)| window.contains(*on))
        .filter_map(|(on, answered_on)| Some((by(answered_on, today)? - on).num_days()))
        .collect()
}

fn answers_to(
    came: impl Iterator<Item = (NaiveDate, Option<NaiveDate>)>,
    window: Window,
    today: NaiveDate,
) -> ResponseDays {
    let mut waiting = 0;
    let answered =
        Median::of_days(came.filter(|(on, _)| window.contains(*on)).filter_map(|(on, answered_on)| {
            let days = by(answered_on, today).map(|day| (day - on).num_days());
            waiting += usize::from(days.is_none());
            days
        }));
    ResponseDays { answered, waiting }
}
