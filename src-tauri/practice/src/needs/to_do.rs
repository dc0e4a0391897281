//! What we owe: answers, work, a word of thanks, a second look.
use chrono::{Datelike, Days, NaiveDate};
use kindly_measures::{Rate, Window, invoices_kept, obligations_kept};
use kindly_records::{IncidentKind, Kind, ObligationId, Outcome, RequestAnswer};

use super::list::List;
use crate::{
    Message,
    books::Books,
    routine::{Recorded, due_of_client},
};

/// A threat stays on the list for as long as its memory should shape what is done next.
const THREAT_DAYS: i64 = 30;
/// Thanks that come later than this sound like an afterthought.
const THANKS_DAYS: i64 = 30;
/// After a year together, there is this long to say so.
const ANNIVERSARY_DAYS: i64 = 14;
/// The year that is looked back on.
const YEAR_DAYS: u64 = 365;
/// With fewer promises than this, keeping them all says little.
const LEAST_PROMISES: usize = 5;

/// What came and waits for us, of a client or prospect.
pub(super) fn add(books: &Books, list: &mut List<'_>) {
    incidents(books, list);
    complaints(books, list);
    deliverables(books, list);
    thanks(books, list);
    enquiries(books, list);
    requests(books, list);
}

fn incidents(books: &Books, list: &mut List<'_>) {
    for kept in books.incidents.of_client(list.client.id) {
        let days = list.days_since(kept.record.on);
        // How people are treated waits for no statistics.
        let pressing = match kept.record.what {
            IncidentKind::Threat => Some(("threat", Message::NeedThreat { days })),
            IncidentKind::Conduct => Some(("conduct", Message::NeedConduct { days })),
            IncidentKind::Blame | IncidentKind::Bypassing | IncidentKind::PressureOnPrice => None,
        };
        if let Some((sort, message)) = pressing.filter(|_| (0..=THREAT_DAYS).contains(&days)) {
            list.add(sort, kept.record.on, (Kind::Incident, kept.id), message);
        }
        if let Some(review_on) = kept.record.review_on.filter(|day| *day <= list.today) {
            let observed = kept.record.observed.clone();
            list.add("review", review_on, (Kind::Incident, kept.id), Message::NeedReview { observed });
        }
    }
}

fn complaints(books: &Books, list: &mut List<'_>) {
    for kept in books.complaints.of_client(list.client.id) {
        let days = list.days_since(kept.record.on);
        let waits = kept.record.answered_on.is_none() && kept.record.resolved_on.is_none();
        if waits && days >= 0 {
            let theme = kept.record.theme.clone();
            let message = Message::NeedComplaint { theme, days };
            list.add("complaint", kept.record.on, (Kind::Complaint, kept.id), message);
        }
    }
}

/// Overdue work. What waits for something they owe is told with that.
fn deliverables(books: &Books, list: &mut List<'_>) {
    let client = list.client.id;
    let still_owed = |id: ObligationId| {
        let obligations = books.obligations.of_client(client);
        obligations
            .iter()
            .any(|kept| kept.id == id && kept.record.met_on.is_none() && kept.record.due_on < list.today)
    };
    let overdue: Vec<_> = books
        .deliverables
        .of_client(client)
        .iter()
        .filter(|kept| kept.record.outcome == Outcome::Pending && kept.record.due_on < list.today)
        .filter(|kept| !kept.record.waits_for.is_some_and(still_owed))
        .collect();
    for kept in overdue {
        let (title, days) = (kept.record.title.clone(), list.days_since(kept.record.due_on));
        let message = Message::NeedDeliverable { title, days };
        list.add("deliverable", kept.record.due_on, (Kind::Deliverable, kept.id), message);
    }
}

fn thanks(books: &Books, list: &mut List<'_>) {
    for kept in books.praise.of_client(list.client.id) {
        if kept.record.thanked_on.is_none() && (0..=THANKS_DAYS).contains(&list.days_since(kept.record.on)) {
            let words = kept.record.words.clone();
            list.add("thanks", kept.record.on, (Kind::Praise, kept.id), Message::NeedThanks { words });
        }
    }
}

/// A client who kept every promise of a year is worth a word of thanks when the year is round: within two weeks of the
/// day on which the work began, unless they were thanked for something in that year.
pub(super) fn add_thanks_for_a_year(books: &Books, list: &mut List<'_>) {
    let client = list.client.id;
    let Some(round) = began(books, list).and_then(|began| anniversary(began, list.today)) else { return };
    if list.days_since(round) > ANNIVERSARY_DAYS {
        return;
    }
    let year = Window::days_to(round, YEAR_DAYS);
    let thanked = |day: Option<NaiveDate>| day.is_some_and(|day| day >= year.from);
    if books.praise.of_client(client).iter().any(|kept| thanked(kept.record.thanked_on)) {
        return;
    }
    let obligations = books.obligations.of_client(client).iter().map(|kept| &kept.record);
    let Rate { hits, n } = obligations_kept(obligations, year, list.today)
        + invoices_kept(&books.bills(client, list.today), year, list.today);
    if n >= LEAST_PROMISES && hits == n {
        list.add("thanks", round, (Kind::Client, client), Message::NeedThanks { words: String::new() });
    }
}

/// The first day of work with a client.
fn began(books: &Books, list: &List<'_>) -> Option<NaiveDate> {
    let engagements = books.engagements.of_client(list.client.id).iter();
    engagements.map(|kept| kept.record.starts_on.unwrap_or(kept.record.agreed_on)).min()
}

/// The last day up to today on which a whole number of years had passed; `None` in the first year. What began on a
/// leap day has its day on 1 March in other years.
fn anniversary(began: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let in_year = |year: i32| {
        began.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1)).filter(|day| *day <= today)
    };
    let day = in_year(today.year()).or_else(|| in_year(today.year() - 1))?;
    (day >= began.checked_add_days(Days::new(YEAR_DAYS))?).then_some(day)
}

fn enquiries(books: &Books, list: &mut List<'_>) {
    for kept in books.enquiries.of_client(list.client.id) {
        let days = list.days_since(kept.record.received_on);
        if kept.record.answered_on.is_none() && days >= 0 {
            let subject = kept.record.subject.clone();
            let message = Message::NeedEnquiry { subject, days };
            list.add("enquiry", kept.record.received_on, (Kind::Enquiry, kept.id), message);
        }
    }
}

fn requests(books: &Books, list: &mut List<'_>) {
    for kept in books.requests.of_client(list.client.id) {
        let days = list.days_since(kept.record.on);
        if kept.record.answer == RequestAnswer::Open && days >= 0 {
            let what = kept.record.what.clone();
            list.add(
                "request",
                kept.record.on,
                (Kind::Request, kept.id),
                Message::NeedRequest { what, days },
            );
        }
    }
}

/// What templates make and is not recorded yet.
pub(super) fn add_by_template(books: &Books, list: &mut List<'_>) {
    let client = list.client.id;
    let recorded = Recorded {
        client: list.client,
        engagements: books.engagements.of_client(client),
        deliverables: books.deliverables.of_client(client),
        obligations: books.obligations.of_client(client),
    };
    for due in due_of_client(&recorded, books.templates.of_client(client), list.today) {
        // Each turn is a line of its own: putting one off does not put off the next.
        let sort = format!("template-{}", due.due_on);
        let message = Message::NeedTemplate { title: due.record.title(), due_on: due.due_on };
        list.add(&sort, due.due_on, (Kind::Template, due.template), message);
    }
}
