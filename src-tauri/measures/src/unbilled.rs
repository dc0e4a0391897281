//! Hours that nobody paid for.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use kindly_records::{ClientId, Concession, TimeEntry};

use crate::{Hours, Window};

const SECONDS_A_MINUTE: u64 = 60;

/// Hours of unbilled rework in the window: time that is not charged for, and minutes of work that was given away.
///
/// The same work is often noted twice, as time and as a concession. So for each client and day only the longer of the two
/// counts. n counts the records on the side that counted. The "non-billable rework" of the professional-services field.
pub fn unbilled_hours<'a>(
    entries: impl IntoIterator<Item = &'a TimeEntry>,
    concessions: impl IntoIterator<Item = &'a Concession>,
    window: Window,
) -> Hours {
    let mut days: BTreeMap<(ClientId, NaiveDate), [Hours; 2]> = BTreeMap::new();
    for entry in entries.into_iter().filter(|entry| !entry.billable && window.contains(entry.on)) {
        days.entry((entry.client, entry.on)).or_default()[0].count(entry);
    }
    for given in concessions.into_iter().filter(|given| window.contains(given.on)) {
        let seconds = u64::from(given.minutes.unwrap_or(0)) * SECONDS_A_MINUTE;
        if seconds > 0 {
            let hours = &mut days.entry((given.client, given.on)).or_default()[1];
            *hours = *hours + Hours { seconds, n: 1 };
        }
    }
    let longer = |[time, given]: [Hours; 2]| if given.seconds > time.seconds { given } else { time };
    days.into_values().map(longer).fold(Hours::default(), |sum, hours| sum + hours)
}
