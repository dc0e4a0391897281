//! What we change on our side, and whether it helped.
use chrono::{Days, NaiveDate};
use kindly_measures::{BeforeAfter, ChangeSays, Window, before_and_after, months_within};
use kindly_records::{Improvement, Kept};

use super::view::{Helped, HelpedSays, ImprovementRow};
use crate::{
    books::Books,
    standing::{is_judged, number, same_theme},
};

/// Before and after are looked at for a year at most, and for as long before as after.
const YEAR_DAYS: u64 = 365;
/// Earlier than this there is nothing to tell.
const LEAST_DAYS: u64 = 30;

/// The changes, latest first.
pub(super) fn rows(books: &Books, today: NaiveDate) -> Vec<ImprovementRow> {
    let mut rows: Vec<ImprovementRow> = books
        .improvements
        .iter()
        .map(|kept| ImprovementRow {
            id: kept.id,
            record: kept.record.clone(),
            helped: helped(books, kept, today),
        })
        .collect();
    rows.sort_by(|one, other| other.record.from.cmp(&one.record.from).then_with(|| other.id.cmp(&one.id)));
    rows
}

fn helped(books: &Books, kept: &Kept<Improvement>, today: NaiveDate) -> Option<Helped> {
    let begins = kept.record.begins();
    if kept.record.theme.trim().is_empty() || begins > today {
        return None;
    }
    let until = begins.checked_add_days(Days::new(YEAR_DAYS - 1)).unwrap_or(today).min(today);
    let after = Window { from: begins, to: until };
    let before = after.days_before(after.days());
    let complaints = |window: Window| {
        let all = books.clients.iter().flat_map(|client| books.complaints.of_client(client.id));
        all.filter(|complaint| {
            window.contains(complaint.record.on) && same_theme(&complaint.record.theme, &kept.record.theme)
        })
        .count()
    };
    let months = |window: Window| months_within(relationships(books, today), window);
    let (count_before, count_after) = (complaints(before), complaints(after));
    let (months_before, months_after) = (months(before), months(after));
    let compared: BeforeAfter = before_and_after((count_before, months_before), (count_after, months_after));
    Some(Helped {
        says: if after.days() < LEAST_DAYS {
            HelpedSays::TooEarly
        } else {
            match compared.says {
                ChangeSays::Better => HelpedSays::Better,
                ChangeSays::Worse => HelpedSays::Worse,
                ChangeSays::CannotTell => HelpedSays::CannotTell,
                ChangeSays::TooEarly => HelpedSays::TooEarly,
            }
        },
        since: before.from,
        before: number(count_before),
        before_months: months_before,
        after: number(count_after),
        after_months: months_after,
        ratio: compared.ratio,
        low: compared.interval.map(|interval| interval.low),
        high: compared.interval.map(|interval| interval.high).filter(|high| high.is_finite()),
    })
}

/// The time that each client was with us: from the first agreement or delivery to the end of the last agreement.
fn relationships(books: &Books, today: NaiveDate) -> impl Iterator<Item = Window> {
    books.clients.iter().filter(|client| is_judged(&client.record)).filter_map(move |client| {
        let engagements = books.engagements.of_client(client.id);
        let began = engagements.iter().map(|kept| kept.record.starts_on.unwrap_or(kept.record.agreed_on));
        let delivered = books.deliverables.of_client(client.id).iter().map(|kept| kept.record.dated());
        let from = began.chain(delivered).min()?;
        let ends: Option<Vec<NaiveDate>> = engagements.iter().map(|kept| kept.record.ended_on).collect();
        let to = ends.and_then(|ends| ends.into_iter().max()).unwrap_or(today);
        Some(Window { from, to })
    })
}
