//! What was noticed about a letter.
use kindly_practice::correspond::Finding;

use super::day;

/// The finding as a sentence without its full stop.
pub(crate) fn finding(finding: &Finding) -> String {
    match finding {
        Finding::MustHaveGone { fact, wording } => {
            format!("the {} (“{wording}”) is no longer in the words", fact.replace('_', " "))
        }
        Finding::NoticeWordGone => "the words no longer call it a notice".to_owned(),
        Finding::NoticeLate { last_day } => format!("the last day of notice was {}", day(*last_day)),
        Finding::PostingDayPassed { last_safe_posting_day, last_day } => format!(
            "the last safe day to post it was {}; it must arrive by {}",
            day(*last_safe_posting_day),
            day(*last_day)
        ),
        Finding::DeliveryAfterEnd { title, due, end } => {
            format!("“{title}” is due on {}, after the end on {}", day(*due), day(*end))
        }
        Finding::DeliveryOverdue { title, due } => format!("“{title}” has been due since {}", day(*due)),
        Finding::HandoverAfterEnd { handover_by, end } => {
            format!("the files are handed over by {}, after the end on {}", day(*handover_by), day(*end))
        }
        Finding::UnrecordedDate { wording } => format!("no record states the date “{wording}”"),
        Finding::UnrecordedAmount { wording } => format!("no record states the amount “{wording}”"),
    }
}
