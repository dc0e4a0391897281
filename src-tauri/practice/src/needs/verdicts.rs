//! Verdicts that changed since the month ended.
use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use kindly_records::{ClientStatus, Kind};
use kindly_verdict::{ClientVerdict, Judgement};

use super::{list::List, view::Need};
use crate::{
    Message,
    books::Books,
    standing::{bearing_since, number},
};

/// Adds the clients whose verdict is another than at the last month-end, by what is dated until then.
pub(super) fn add(books: &Books, judged: &Judgement, today: NaiveDate, needs: &mut Vec<Need>) {
    let Some(since) = today.with_day(1).and_then(|first| first.pred_opt()) else { return };
    let verdicts: HashMap<&str, &ClientVerdict> =
        judged.clients.iter().map(|verdict| (verdict.id.as_str(), verdict)).collect();
    for client in books.clients.iter().filter(|client| client.record.status == ClientStatus::Active) {
        let Some(verdict) = verdicts.get(client.id.to_string().as_str()) else { continue };
        let Some(was) = verdict.verdict_at_previous_month_end.filter(|was| *was != verdict.verdict) else {
            continue;
        };
        let records = number(bearing_since(books, client, since, today));
        let message =
            Message::NeedVerdictChanged { was: was.into(), now: verdict.verdict.into(), since, records };
        let mut list = List { client, today, needs: &mut *needs };
        list.add("verdict", today, (Kind::Client, client.id), message);
        // A change of another month is another line: what was put off was this one.
        if let Some(need) = list.needs.last_mut() {
            need.key = format!("verdict:{}:{}", client.id, since.format("%Y-%m"));
        }
    }
}
