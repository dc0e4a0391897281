//! What the desktop says about a day: a heading that names nobody, and lines below it.
use kindly_practice::{
    Message,
    needs::{DueToday, Need},
};

use super::{count, due_word, money, need};

/// A desktop shows little more, and who wants it all opens Kindly.
const MOST_LINES: usize = 5;

/// How much is due, without a name: "1 notice date, 3 things due today".
pub(crate) fn due_heading(due: &DueToday) -> String {
    let counted = [
        (due.notices.len(), "notice date", "notice dates"),
        (due.today.len(), "thing due today", "things due today"),
    ];
    let said = counted.iter().filter(|(number, ..)| *number > 0);
    said.map(|(number, one, many)| count(*number as u64, one, many)).collect::<Vec<_>>().join(", ")
}

/// What is due, a line each: the notices with their day, then what is due today.
pub(crate) fn due_lines(due: &DueToday) -> String {
    let notices = due.notices.iter().map(|line| format!("{} ({})", need(line), due_word(line)));
    let lines: Vec<String> = notices.chain(due.today.iter().map(falls_today)).collect();
    let mut shown = lines[..lines.len().min(MOST_LINES)].to_vec();
    if lines.len() > MOST_LINES {
        shown.push(format!("and {} more", lines.len() - MOST_LINES));
    }
    shown.join("\n")
}

/// The list of needs has work and payments only once they are late; on the day itself they are told in other words.
fn falls_today(line: &Need) -> String {
    let client = &line.client_name;
    match &line.message {
        Message::NeedDeliverable { title, .. } => format!("“{title}” for {client} is due today."),
        Message::NeedObligation { title, .. } => format!("{client} should give you “{title}” today."),
        Message::NeedInvoice { number, amount, .. } => {
            format!("{client} should pay invoice {number} today, {}.", money(*amount))
        }
        _ => need(line),
    }
}
