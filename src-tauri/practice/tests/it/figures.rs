//! The standard figures, as they are chosen for a scope and shown. What each one computes is the measures' own test.
use std::collections::BTreeSet;

use kindly_practice::{
    PracticeError,
    figures::{Figure, FigureId, FigurePeriod, FigureScope, FigureValue, FiguresView},
    records::{
        Attention, CheckIn, Client, ClientId, Engagement, FeeModel, Invoice, Money, Outcome, RatingScale,
        SaidBy, TimeEntry, parse_currency,
    },
};

use crate::room::{Room, check_in, client, day, deliverable, engagement, invoice, payment};

fn figures(room: &Room, scope: FigureScope, period: FigurePeriod) -> FiguresView {
    room.practice.figures(room.moment, scope, period).expect("the figures can be read")
}

fn of(view: &FiguresView, id: FigureId) -> Figure {
    view.figures.iter().find(|figure| figure.id == id).unwrap_or_else(|| panic!("{id:?} is shown")).clone()
}

fn all(room: &Room, client: ClientId) -> FiguresView {
    figures(room, FigureScope::Client(client), FigurePeriod::All)
}

fn hours(client: ClientId, on: &str, hours: u32, billable: bool) -> TimeEntry {
    TimeEntry {
        client,
        engagement: None,
        deliverable: None,
        on: day(on),
        seconds: hours * 3_600,
        what: String::new(),
        billable,
        hourly_rate: None,
    }
}

fn pounds(minor: i64) -> Money {
    Money { minor, currency: parse_currency("GBP").expect("a currency of ISO 4217") }
}

#[test]
fn a_scope_shows_what_has_a_meaning_for_it() {
    let mut room = Room::with_sample();
    let halden = room.id_of("Halden & Co");
    let engagement = room.practice.client(room.moment, halden).expect("the client").engagements[0].id.clone();
    let shown = |scope| -> BTreeSet<FigureId> {
        let view = figures(&room, scope, FigurePeriod::Year);
        let ids: BTreeSet<FigureId> = view.figures.iter().map(|figure| figure.id).collect();
        assert_eq!(ids.len(), view.figures.len(), "each figure once");
        ids
    };
    let practice = shown(FigureScope::Practice);
    let of_client = shown(FigureScope::Client(halden));
    let of_engagement = shown(FigureScope::Engagement(engagement.parse().expect("an id")));
    let only = |one: &BTreeSet<FigureId>, other: &BTreeSet<FigureId>| {
        one.difference(other).copied().collect::<Vec<FigureId>>()
    };
    assert_eq!(
        only(&of_client, &practice),
        [FigureId::BudgetUsed, FigureId::ShareOfHours, FigureId::ShareOfIncome],
        "a share of the whole is no figure of the whole, and a budget is one agreement's"
    );
    assert_eq!(only(&practice, &of_client), [], "the rest is shown for both");
    assert_eq!(
        only(&of_client, &of_engagement),
        [
            FigureId::FirstResponse,
            FigureId::ShareOfHours,
            FigureId::ShareOfIncome,
            FigureId::AttentionPerMonth
        ],
        "what is said and taken belongs to no one agreement"
    );
    let meridian = room.client("Nobody yet");
    let view = all(&room, meridian);
    for figure in &view.figures {
        let empty = (FigureValue::None, 0, None);
        // Hours and income of the others are there, of which this one has no part.
        if figure.id != FigureId::ShareOfHours {
            assert_eq!((figure.value, figure.n, figure.interval), empty, "nothing is known: {figure:?}");
        }
    }
}

#[test]
fn a_period_ends_today_and_counts_today() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    // 90 and 365 days, today among them, begin on 25 August 2026 and 23 November 2025.
    for due in ["2026-11-22", "2026-08-25", "2026-08-24", "2025-11-23", "2025-11-22"] {
        room.add(deliverable(halden, "Report", due, Some(due)));
    }
    let check = |period, expected: u32, from: Option<&str>| {
        let view = figures(&room, FigureScope::Client(halden), period);
        assert_eq!(of(&view, FigureId::OnTime).n, expected, "{period:?}");
        assert_eq!((view.from, view.to), (from.map(day), day("2026-11-22")), "{period:?} says its days");
    };
    check(FigurePeriod::Quarter, 2, Some("2026-08-25"));
    check(FigurePeriod::Year, 4, Some("2025-11-23"));
    check(FigurePeriod::All, 5, None);
}

#[test]
fn figures_of_satisfaction_carry_their_interval() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    for (on, value) in [("2026-11-01", 5), ("2026-11-02", 4), ("2026-11-03", 2), ("2026-11-04", 5)] {
        room.add(check_in(halden, on, value));
    }
    for value in [10, 9, 7, 3] {
        room.add(CheckIn::new(halden, day("2026-11-05"), RatingScale::Nps, value));
    }
    room.add(CheckIn { said_by: SaidBy::MyImpression, ..check_in(halden, "2026-11-06", 1) });
    let view = all(&room, halden);
    let satisfied = of(&view, FigureId::CsatSatisfied);
    assert_eq!((satisfied.value, satisfied.n), (FigureValue::Share { value: 0.75 }, 4), "three of four");
    assert_eq!(
        of(&view, FigureId::CsatMean).value,
        FigureValue::Mean { value: 4.0, high: 5 },
        "(5 + 4 + 2 + 5) ÷ 4, without the impression"
    );
    let nps = of(&view, FigureId::Nps);
    assert_eq!(nps.value, FigureValue::Score { value: 25.0 }, "two promoters and one detractor of four");
    for (figure, inside, low, high) in [(&satisfied, 0.75, 0.0, 1.0), (&nps, 25.0, -100.0, 100.0)] {
        let interval = figure.interval.expect("it is as unsure as four answers are");
        assert!(interval.low < inside && inside < interval.high, "around the value: {figure:?}");
        assert!(interval.low >= low && interval.high <= high, "in the figure's own unit: {figure:?}");
    }
    let ces = of(&view, FigureId::Ces);
    assert_eq!((ces.value, ces.n, ces.interval), (FigureValue::None, 0, None), "nobody was asked that");
}

#[test]
fn payments_settle_what_the_figures_count() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let id = room.add(invoice(halden, "2026-001", "2026-11-02"));
    let days = |room: &Room| match of(&all(room, halden), FigureId::DaysBeyondTerms).value {
        FigureValue::Days { value } => value,
        other => panic!("days: {other:?}"),
    };
    assert!((days(&room) - 20.0).abs() < 1e-9, "20 days overdue so far");
    room.add(payment(halden, &id, "2026-11-12", 5_000));
    assert!((days(&room) - 15.0).abs() < 1e-9, "half of it came after 10 days, half is still open");
    room.add(payment(halden, &id, "2026-11-12", 5_000));
    assert!((days(&room) - 10.0).abs() < 1e-9, "all of it after 10 days");
    let row = room.practice.client(room.moment, halden).expect("the client").row;
    assert_eq!(row.days_beyond_terms, Some(10.0), "and the row says the same");
    let kept = of(&all(&room, halden), FigureId::ObligationsKept);
    assert_eq!((kept.value, kept.n), (FigureValue::Share { value: 0.0 }, 1), "paid, and late");
}

#[test]
fn money_and_hours_of_one_client_in_a_practice_of_two() {
    let mut room = Room::empty();
    let (halden, meridian) = (room.client("Halden & Co"), room.client("Meridian"));
    let euros = parse_currency("EUR").expect("a currency of ISO 4217");
    room.add(Invoice { amount: pounds(120_000), ..invoice(halden, "2026-001", "2026-11-02") });
    room.add(Invoice { amount: pounds(60_000), ..invoice(meridian, "2026-002", "2026-11-02") });
    let abroad = Money { minor: 70_000, currency: euros };
    room.add(Invoice { amount: abroad, ..invoice(meridian, "2026-003", "2026-11-02") });
    room.add(hours(halden, "2026-10-10", 9, true));
    room.add(hours(halden, "2026-10-11", 3, false));
    room.add(hours(meridian, "2026-10-12", 4, true));
    room.add(Attention { client: halden, on: day("2026-11-20"), minutes: 60, what: String::new() });
    let view = all(&room, halden);
    let check = |id, value, n, left_out, why: &str| {
        let figure = of(&view, id);
        assert_eq!((figure.value, figure.n, figure.left_out), (value, n, left_out), "{id:?}: {why}");
    };
    check(FigureId::Fees, FigureValue::Amount { value: pounds(120_000) }, 1, 0, "one invoice");
    check(FigureId::HoursWorked, FigureValue::Hours { value: 12.0 }, 2, 0, "charged for or not");
    check(FigureId::BillableShare, FigureValue::Share { value: 0.75 }, 2, 0, "9 of 12 hours");
    let per_hour = FigureValue::PerHour { value: pounds(10_000) };
    check(FigureId::EffectiveHourlyRate, per_hour, 3, 0, "£1,200 for 12 hours: one invoice, two entries");
    check(FigureId::ShareOfHours, FigureValue::Share { value: 0.75 }, 3, 0, "12 of all 16 hours");
    let two_thirds = FigureValue::Share { value: 120_000.0 / 180_000.0 };
    check(FigureId::ShareOfIncome, two_thirds, 2, 1, "of what was invoiced in pounds; the euros are told");
    check(FigureId::AttentionPerMonth, FigureValue::Minutes { value: 60.0 }, 1, 0, "taken as one month");
    let practice = figures(&room, FigureScope::Practice, FigurePeriod::All);
    let profile = room.practice.profile().expect("the profile");
    let own = of(&practice, FigureId::Fees);
    let expected = if profile.currency == euros { (1, 2) } else { (2, 1) };
    assert_eq!((own.n, own.left_out), expected, "the practice's are in the user's own currency");
}

#[test]
fn an_agreement_has_what_names_it_and_an_only_one_also_what_names_none() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let first =
        room.add(Engagement { fee_model: FeeModel::Fixed, budget_minutes: Some(600), ..engagement(halden) });
    let scope = FigureScope::Engagement(first.parse().expect("an id"));
    let mut named = deliverable(halden, "Report", "2026-10-01", Some("2026-10-01"));
    named.engagement = first.parse().ok();
    let about = room.add(named);
    let mut late = deliverable(halden, "Extra", "2026-10-01", Some("2026-10-05"));
    late.outcome = Outcome::Late;
    room.add(late);
    room.add(CheckIn { deliverable: about.parse().ok(), ..check_in(halden, "2026-10-02", 5) });
    room.add(check_in(halden, "2026-10-20", 2));
    room.add(TimeEntry { engagement: first.parse().ok(), ..hours(halden, "2026-10-01", 5, true) });
    let counted = |room: &Room| {
        let view = figures(room, scope, FigurePeriod::All);
        (of(&view, FigureId::OnTime).n, of(&view, FigureId::CsatMean).n)
    };
    assert_eq!(counted(&room), (2, 2), "they have one agreement: all is under it");
    let budget = of(&figures(&room, scope, FigurePeriod::All), FigureId::BudgetUsed);
    assert_eq!((budget.value, budget.n), (FigureValue::Share { value: 0.5 }, 1), "5 of 10 hours");
    room.add(Engagement { title: "Another".to_owned(), ..engagement(halden) });
    assert_eq!(counted(&room), (1, 1), "with a second one, only what names it");
}

#[test]
fn who_is_gone_has_no_figures() {
    let mut room = Room::empty();
    let id = room.client("Halden & Co");
    let kept: Client = client("Halden & Co");
    room.practice
        .remove(room.moment, kindly_practice::records::Kind::Client, id.into())
        .expect("they can be removed");
    for scope in [FigureScope::Client(id), FigureScope::Engagement(uuid::Uuid::nil().into())] {
        let refused = room.practice.figures(room.moment, scope, FigurePeriod::Year);
        assert!(matches!(refused, Err(PracticeError::Gone { .. })), "{}: {refused:?}", kept.name);
    }
}
