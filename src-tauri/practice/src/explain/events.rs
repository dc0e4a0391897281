//! The records of a client that a verdict takes in, as events in time.
use chrono::NaiveDate;
use kindly_records::{ClientId, Kept, SaidBy};

use crate::{
    books::Books,
    standing::{Line, LineState, Lined, RecordLink, Tone, invoice_line, line, link},
};

/// The lanes of the picture, in the order in which they are drawn.
pub(super) const SAID: usize = 0;
pub(super) const DELIVERED: usize = 1;
pub(super) const OWED: usize = 2;
pub(super) const WEIGHED: usize = 3;
/// How many lanes there are.
pub(super) const LANES: usize = 4;

/// One event.
pub(super) struct Event {
    pub(super) lane: usize,
    pub(super) tone: Tone,
    pub(super) link: RecordLink,
}

/// Everything that bears on the verdict and is known, in the order of days.
pub(super) fn of(books: &Books, client: ClientId, today: NaiveDate) -> Vec<Event> {
    let check_ins = books.check_ins.of_client(client).iter();
    let said = check_ins.filter(|kept| kept.record.said_by == SaidBy::Them).map(|kept| line(kept, today, 0));
    let accounts = books.accounts(client, today);
    let invoices = accounts.iter().map(|account| invoice_line(account, today));
    let mut events: Vec<Event> = Vec::new();
    let mut add = |lane, lines: &mut dyn Iterator<Item = Line>| {
        events.extend(lines.filter(|line| line.on <= today && counts(&line.state)).map(|line| Event {
            lane,
            tone: line.tone,
            link: link(books, line),
        }));
    };
    add(SAID, &mut said.chain(all(books.complaints.of_client(client), today)));
    add(DELIVERED, &mut all(books.deliverables.of_client(client), today));
    add(OWED, &mut all(books.obligations.of_client(client), today).chain(invoices));
    add(
        WEIGHED,
        &mut all(books.concessions.of_client(client), today)
            .chain(all(books.incidents.of_client(client), today)),
    );
    events
        .sort_by(|one, other| one.link.on.cmp(&other.link.on).then_with(|| one.link.id.cmp(&other.link.id)));
    events
}

fn all<R: Lined>(kept: &[Kept<R>], today: NaiveDate) -> impl Iterator<Item = Line> {
    kept.iter().map(move |kept| line(kept, today, 0))
}

/// What is not yet due, left out, or bargaining says nothing.
fn counts(state: &LineState) -> bool {
    match state {
        LineState::Due { days } | LineState::PartlyPaid { days, .. } => *days < 0,
        LineState::Excused => false,
        LineState::Incident { what } => what != "pressure_on_price" && what != "bypassing",
        _ => true,
    }
}
