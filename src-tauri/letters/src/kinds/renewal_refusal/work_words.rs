//! What is still delivered, in words: one or two things as people say them, many as a list.

use super::{RenewalRefusal, listed_day};
use crate::compose::{Part, Writing};
use crate::convention::joined;
use crate::fact::FactKey;
use crate::kinds::renewal_refusal::Delivery;
use crate::noun::inside_sentence;
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
        things.sort_by_key(|(_, delivery)| delivery.due.unwrap_or(NaiveDate::MAX));
        if things.len() > MOST_IN_A_SENTENCE {
            listed(writing, &things, end);
            return;
        }
        let letter_date = writing.letter_date;
        let (overdue, ahead): (Vec<Thing<'_>>, Vec<Thing<'_>>) =
            things.into_iter().partition(|(_, delivery)| delivery.due.is_some_and(|due| due < letter_date));
        let also = if ahead.is_empty() { &words.you_will_have } else { &words.you_will_also_have };
        for (things, sentence) in [(ahead, &words.you_will_have), (overdue, also)] {
            if !things.is_empty() {
                let things = by_day(writing, &things, end);
                writing.say(Part::StillDelivered, &fill(sentence, &[("things", &things)]));
            }
        }
    }
}

/// "the report and the files by 20 January and the summary by 25 January".
fn by_day(writing: &mut Writing<'_>, things: &[Thing<'_>], end: NaiveDate) -> String {
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
        let form = if due < writing.letter_date { &words.thing_overdue } else { &words.thing_by };
        let date = listed_day(writing, FactKey::DeliveryDue, index, due, end, place + 1 < days.len());
        items.push(fill(form, &[("thing", &titles), ("date", &date)]));
    }
    joined(writing.words, &items)
}

/// "Still to come, with their dates: the report (20 January), the files (25 January) and the summary."
fn listed(writing: &mut Writing<'_>, things: &[Thing<'_>], end: NaiveDate) {
    let words = &writing.words.renewal_refusal;
    let mut items = Vec::new();
    for (index, delivery) in things {
        let thing = title(writing, (*index, delivery));
        items.push(match delivery.due {
            None => thing,
            Some(due) => {
                let form = if due < writing.letter_date {
                    &words.thing_overdue_in_list
                } else {
                    &words.thing_in_list
                };
                let date = listed_day(writing, FactKey::DeliveryDue, *index, due, end, false);
                fill(form, &[("thing", &thing), ("date", &date)])
            }
        });
    }
    let things = joined(writing.words, &items);
    writing.say(Part::StillDelivered, &fill(&words.still_to_come, &[("things", &things)]));
}

fn title(writing: &mut Writing<'_>, (index, delivery): Thing<'_>) -> String {
    let title = inside_sentence(writing.words, &delivery.title);
    writing.show(FactKey::Delivery, index, title)
}
