//! What is still delivered, in words: one or two things as people say them, many as a list.

use super::RenewalRefusal;
use crate::compose::{DateForm, Part, Writing};
use crate::convention::{joined, years_obvious};
use crate::fact::FactKey;
use crate::kinds::renewal_refusal::Delivery;
use crate::noun::thing;
use crate::words::fill;
use chrono::NaiveDate;

/// Up to here a sentence carries its things and dates; beyond, they are listed.
const MOST_IN_A_SENTENCE: usize = 3;

/// A thing to deliver, with its place in the spec.
type Thing<'a> = (usize, &'a Delivery);

impl RenewalRefusal {
    pub(super) fn still_delivered(&self, writing: &mut Writing<'_>, end: NaiveDate) {
        let words = &writing.words.renewal_refusal;
        writing.say(Part::StillDelivered, &words.until_then);

        let mut things: Vec<Thing<'_>> = self.still_to_deliver.iter().enumerate().collect();
        // What has no day comes by the end, and so before what follows it.
        things.sort_by_key(|(_, delivery)| delivery.due.unwrap_or(end));
        let letter_date = writing.letter_date;
        let days = things.iter().filter_map(|(_, delivery)| delivery.due);
        let year_obvious = years_obvious(days, letter_date, end);
        let (after, until): (Vec<Thing<'_>>, Vec<Thing<'_>>) =
            things.into_iter().partition(|(_, delivery)| delivery.due.is_some_and(|due| due > end));
        if until.len() > MOST_IN_A_SENTENCE {
            listed(writing, &until, year_obvious);
        } else {
            let (overdue, ahead): (Vec<Thing<'_>>, Vec<Thing<'_>>) = until
                .into_iter()
                .partition(|(_, delivery)| delivery.due.is_some_and(|due| due < letter_date));
            let also = if ahead.is_empty() { &words.you_will_have } else { &words.you_will_also_have };
            for (things, sentence) in [(ahead, &words.you_will_have), (overdue, also)] {
                said(writing, &things, sentence, year_obvious);
            }
        }
        said(writing, &after, &words.after_end_you_will_have, year_obvious);
    }
}

fn said(writing: &mut Writing<'_>, things: &[Thing<'_>], sentence: &str, year_obvious: bool) {
    if !things.is_empty() {
        let things = by_day(writing, things, year_obvious);
        writing.list(FactKey::StillToDeliver, &things);
        writing.say(Part::StillDelivered, &fill(sentence, &[("things", &things)]));
    }
}

/// "the report and the files by 20 January and the summary by 25 January".
fn by_day(writing: &mut Writing<'_>, things: &[Thing<'_>], year_obvious: bool) -> String {
    let days: Vec<&[Thing<'_>]> = things.chunk_by(|one, other| one.1.due == other.1.due).collect();
    let mut items = Vec::new();
    for (place, same_day) in days.iter().enumerate() {
        let titles: Vec<String> = same_day.iter().map(|thing| title(writing, *thing)).collect();
        let titles = joined(writing.words, &titles);
        let (index, first) = same_day[0];
        let words = &writing.words.renewal_refusal;
        let Some(due) = first.due else {
            items.push(fill(&words.thing_undated, &[("thing", &titles)]));
            continue;
        };
        let overdue = due < writing.letter_date;
        let form = match (overdue, same_day.len()) {
            (false, _) => &words.thing_by,
            (true, 1) => &words.thing_overdue,
            (true, _) => &words.things_overdue,
        };
        let inside = place + 1 < days.len();
        let date = writing.date(FactKey::DeliveryDue, index, due, DateForm { year_obvious, inside });
        let mut item = fill(form, &[("thing", &titles), ("date", &date)]);
        // "which was due on …" is a clause of its own: it closes with the comma that opened it.
        if overdue && inside && !item.ends_with(',') {
            item.push(',');
        }
        items.push(item);
    }
    joined(writing.words, &items)
}

/// "Still to come, with their dates:" and one thing a line.
fn listed(writing: &mut Writing<'_>, things: &[Thing<'_>], year_obvious: bool) {
    let words = &writing.words.renewal_refusal;
    let mut list = String::new();
    for (index, delivery) in things {
        let thing = title(writing, (*index, delivery));
        let line = if let Some(due) = delivery.due {
            let overdue = due < writing.letter_date;
            let form = if overdue { &words.thing_overdue_in_list } else { &words.thing_in_list };
            let date_form = DateForm { year_obvious, inside: false };
            let date = writing.date(FactKey::DeliveryDue, *index, due, date_form);
            fill(form, &[("thing", &thing), ("date", &date)])
        } else {
            fill(&words.thing_undated_in_list, &[("thing", &thing)])
        };
        list.push('\n');
        list.push_str(&fill(&words.list_line, &[("thing", &line)]));
    }
    writing.list(FactKey::StillToDeliver, list.trim_start());
    writing.say(Part::StillDelivered, &format!("{}{list}", words.still_to_come));
}

fn title(writing: &mut Writing<'_>, (index, delivery): Thing<'_>) -> String {
    let title = thing(writing.words, &delivery.title);
    writing.show(FactKey::Delivery, index, title)
}
