//! What needs the user, as a sentence.
use chrono::NaiveDate;
use kindly_practice::{Message, needs::Need};

use super::{day, days, fell, money};

/// When something is due: "today", "9 days late", "25 Nov 2026".
pub(crate) fn due(on: NaiveDate, days_left: i64) -> String {
    match days_left {
        0 => "today".to_owned(),
        late if late < 0 => format!("{} late", days(late)),
        _ => day(on),
    }
}

/// What it is.
pub(crate) fn need(need: &Need) -> String {
    let client = &need.client_name;
    match &need.message {
        Message::NeedNotice { engagement, ends_on, renews, .. } => {
            let then = if *renews { "renews itself" } else { "ends" };
            format!("Last safe day to post notice to {client}; “{engagement}” {then} on {}.", day(*ends_on))
        }
        Message::NeedNoticeUnsafe { engagement, last_day, ends_on } => format!(
            "Notice to {client} must be there by {}; the post may be too slow now. “{engagement}” ends or renews on {}.",
            day(*last_day),
            day(*ends_on)
        ),
        Message::NeedComplaint { theme, days } => {
            let about = if theme.is_empty() { String::new() } else { format!(" ({theme})") };
            format!("{client} complained {}{about} and has no answer yet.", ago(*days))
        }
        Message::NeedObligation { title, .. } => format!("{client} still owes you “{title}”."),
        Message::NeedInvoice { number, amount, .. } => {
            format!("{client} has not paid invoice {number}, {}.", money(*amount))
        }
        Message::NeedDeliverable { title, .. } => format!("You still owe {client} “{title}”."),
        Message::NeedOwnRecord { fell: what } => format!("Your own record fell: {}.", fell(*what)),
        Message::NeedEnquiry { subject, days } => {
            format!("{client} asked about {subject} {} and waits for an answer.", ago(*days))
        }
        Message::NeedThreat { days } => {
            format!("{client} made a threat, recorded {}. Take advice before you answer.", ago(*days))
        }
        // No other message is a need.
        _ => String::new(),
    }
}

fn ago(number: i64) -> String {
    match number {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        _ => format!("{} ago", days(number)),
    }
}
