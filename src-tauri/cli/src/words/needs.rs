//! What needs the user, as a sentence.
use chrono::NaiveDate;
use kindly_practice::{Message, needs::Need};

use super::{count, day, days, fell, money, verdict};

/// When something is due: "today", "9 days late", "25 Nov 2026".
pub(crate) fn due(on: NaiveDate, days_left: i64) -> String {
    match days_left {
        0 => "today".to_owned(),
        late if late < 0 => format!("{} late", days(late)),
        _ => day(on),
    }
}

/// When a line is due; what waits for an answer was never due on a day, and only has waited for so long.
pub(crate) fn due_word(need: &Need) -> String {
    match need.message {
        Message::NeedComplaint { .. }
        | Message::NeedEnquiry { .. }
        | Message::NeedThreat { .. }
        | Message::NeedConduct { .. }
        | Message::NeedRequest { .. }
        | Message::NeedThanks { .. }
        | Message::NeedCheckIn { .. }
            if need.days_left < 0 =>
        {
            days(need.days_left)
        }
        _ => due(need.on, need.days_left),
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
        Message::NeedConduct { days } => {
            format!(
                "{client} was disrespectful, recorded {}. A boundary letter can say so calmly.",
                ago(*days)
            )
        }
        Message::NeedWaiting { title, waiting, .. } => {
            format!("{client} still owes you “{title}”, and “{waiting}” waits for it.")
        }
        Message::NeedDecision { engagement, ends_on, renews } => {
            let then = if *renews { "renews itself" } else { "ends" };
            format!("Decide how it goes on with {client}: “{engagement}” {then} on {}.", day(*ends_on))
        }
        Message::NeedThanks { words } if words.is_empty() => {
            format!("{client} kept every promise for a year. That is worth a word of thanks.")
        }
        Message::NeedThanks { words } => {
            format!("Thank {client} for their kind words: “{}”.", shortened(words))
        }
        Message::NeedCheckIn { last: None, .. } => {
            format!("Time to ask {client} how it goes; they were never asked.")
        }
        Message::NeedCheckIn { last: Some(last), .. } => {
            format!("Time to ask {client} how it goes; they last answered {}.", ago(*last))
        }
        Message::NeedVerdictChanged { was, now, since, records } => {
            let (was, now) = (verdict(*was), verdict(*now));
            let by = match records {
                0 => String::new(),
                records => format!(", by {}", count(u64::from(*records), "record", "records")),
            };
            format!("{client} went from “{was}” to “{now}” since {}{by}.", day(*since))
        }
        Message::NeedRequest { what, .. } => {
            format!("{client} asked for “{}” beyond the agreement and has no answer yet.", shortened(what))
        }
        Message::NeedReview { observed } => {
            format!("Look again at what you recorded about {client}: “{}”.", shortened(observed))
        }
        Message::NeedTemplate { title, due_on } => {
            format!("{client}: “{title}”, due {}, is not recorded yet.", day(*due_on))
        }
        // No other message is a need.
        _ => String::new(),
    }
}

/// So much of somebody's words fits on a line.
const LINE: usize = 90;

/// The beginning of long words, on one line and without the stop that ends the sentence around them.
fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LINE) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.trim_end_matches('.').to_owned(),
    }
}

fn ago(number: i64) -> String {
    match number {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        _ => format!("{} ago", days(number)),
    }
}
