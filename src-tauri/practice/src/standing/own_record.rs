//! Our own record, beside every verdict.
use chrono::NaiveDate;
use kindly_measures::OwnRecord;

use crate::{Fell, Message, books::Books};

/// Our last 90 days against the year before, over every client who is not a prospect.
pub(crate) fn own_record(books: &Books, today: NaiveDate) -> OwnRecord {
    let clients = || books.clients.iter().map(|client| client.id);
    kindly_measures::own_record(
        clients().flat_map(|client| books.deliverables.of_client(client)).map(|kept| &kept.record),
        clients().flat_map(|client| books.check_ins.of_client(client)).map(|kept| &kept.record),
        today,
    )
}

/// Which part of it fell.
pub(crate) fn fell(record: &OwnRecord) -> Option<Fell> {
    record.fell.map(|fell| match fell {
        kindly_measures::Fell::OnTime => Fell::OnTime,
        kindly_measures::Fell::Satisfaction => Fell::Satisfaction,
        kindly_measures::Fell::Both => Fell::Both,
    })
}

/// It in two sentences.
pub(super) fn sentences(record: &OwnRecord) -> [Message; 2] {
    let fell = fell(record);
    [
        Message::OwnOnTime {
            now: record.on_time_90.share(),
            n_now: number(record.on_time_90.n),
            before: record.on_time_year_before.share(),
            n_before: number(record.on_time_year_before.n),
            fell: matches!(fell, Some(Fell::OnTime | Fell::Both)),
        },
        Message::OwnSatisfaction {
            now: record.satisfaction_90.mean,
            n_now: number(record.satisfaction_90.n),
            before: record.satisfaction_year_before.mean,
            n_before: number(record.satisfaction_year_before.n),
            fell: matches!(fell, Some(Fell::Satisfaction | Fell::Both)),
        },
    ]
}

/// A count as messages and views carry it.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
