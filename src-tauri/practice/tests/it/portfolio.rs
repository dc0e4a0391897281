//! Offering or fit, the method's bars, and our own trust: cases that are worked by hand.
use kindly_practice::{
    Sentence,
    offering::HelpedSays,
    records::{Complaint, ComplaintCause, Deliverable, Improvement, Outcome, Request, RequestAnswer},
    standing::Verdict,
    trust::{TrustChange, TrustFigureId},
};

use crate::room::{Room, check_in, day, deliverable};

/// A client with six deliverables met, one a month from February on, each rated on the next day.
fn rated(room: &mut Room, name: &str, values: [i64; 6]) -> kindly_practice::records::ClientId {
    let id = room.client(name);
    for (month, value) in (2..).zip(values) {
        let due = format!("2026-{month:02}-10");
        room.add(deliverable(id, "Report", &due, Some(&due)));
        room.add(check_in(id, &format!("2026-{month:02}-11"), value));
    }
    id
}

fn complaint(client: kindly_practice::records::ClientId, on: &str, theme: &str) -> Complaint {
    Complaint {
        client,
        on: day(on),
        theme: theme.to_owned(),
        words: String::new(),
        answered_on: Some(day(on)),
        resolved_on: None,
        cause: ComplaintCause::Unknown,
        resolution: String::new(),
    }
}

fn improvement(what: &str, theme: &str, from: &str, done_on: Option<&str>) -> Improvement {
    Improvement {
        what: what.to_owned(),
        theme: theme.to_owned(),
        from: day(from),
        done_on: done_on.map(day),
        notes: String::new(),
    }
}

#[test]
fn two_clients_are_too_few_to_tell_the_offering_from_the_fit() {
    let mut room = Room::empty();
    rated(&mut room, "One", [5; 6]);
    rated(&mut room, "Two", [1; 6]);
    let view = room.practice.offering(room.moment).expect("it can be told");
    assert_eq!(view.sentence, Sentence::OfferingTooFew { rated: 2, needed: 3 });
    assert_eq!(view.offering_problem, None, "and nothing is said about it");
}

#[test]
fn one_unhappy_among_content_ones_is_the_fit() {
    let mut room = Room::empty();
    for name in ["One", "Two", "Three"] {
        rated(&mut room, name, [5; 6]);
    }
    rated(&mut room, "Never", [1; 6]);
    let view = room.practice.offering(room.moment).expect("it can be told");
    assert_eq!(view.sentence, Sentence::OfferingFit { never_happy: 1, rated: 4 });
    assert_eq!(view.offering_problem, Some(false));
    // Six deliverables met by each of four clients, in six months: four a month.
    let met: Vec<Option<f64>> = view.delivery.rows.iter().map(|row| row.values[0]).collect();
    let sum: f64 = met.iter().flatten().sum();
    assert!((sum - 24.0).abs() < 1e-9, "every deliverable stands in its month: {sum}");
    assert_eq!(view.delivery.rows.len(), 24, "two years");
    let today = view.standing.rows.last().expect("this month");
    let stacked = |key: &str| {
        let place = view.standing.series.iter().position(|series| series.key == key);
        today.values[place.expect("every verdict is a series")]
    };
    assert_eq!((stacked("healthy"), stacked("never_happy")), (Some(3.0), Some(1.0)), "as they stand today");
}

#[test]
fn a_theme_that_many_share_is_the_offerings_and_its_cost_is_told() {
    let mut room = Room::with_sample();
    let view = room.practice.offering(room.moment).expect("it can be told");
    assert_eq!(
        view.sentence,
        Sentence::OfferingIsIt { affected: 3, rated: 12, theme: Some("report unclear".to_owned()) }
    );
    let theme = &view.themes[0];
    assert!(theme.shared, "the shared one stands first");
    assert_eq!(theme.why, Sentence::ThemeShared { clients: 4, complaining: 6 });
    assert_eq!(u32::try_from(theme.cells.len()), Ok(theme.clients), "a cell a client");
    for cell in &theme.cells {
        assert_eq!(
            u32::try_from(cell.records.len()),
            Ok(cell.after_met + cell.after_missed),
            "each cell opens its records"
        );
        assert!(view.clients.iter().any(|column| column.client == cell.client), "each has its column");
    }
    let missed: Vec<&str> = view
        .themes
        .iter()
        .filter(|theme| theme.cells.iter().any(|cell| cell.after_missed > 0))
        .map(|theme| theme.theme.as_str())
        .collect();
    assert_eq!(missed, ["late"], "complaints after missed work are told apart");

    // What is changed is set against the months before: here nothing can be told yet.
    room.add(improvement("A summary on the first page", "Report unclear", "2026-11-10", Some("2026-11-10")));
    let view = room.practice.offering(room.moment).expect("it can be told");
    let helped = view.improvements[0].helped.as_ref().expect("it names a theme");
    assert_eq!(helped.says, HelpedSays::TooEarly, "twelve days are too few");
    assert_eq!(helped.since, day("2026-10-28"), "as long before as after: 13 days");
}

#[test]
fn a_change_that_helped_says_so_with_its_uncertainty() {
    let mut room = Room::empty();
    let ids: Vec<_> = ["One", "Two", "Three"].map(|name| rated(&mut room, name, [4; 6])).to_vec();
    // Twelve complaints in the half year before 1 June, none after.
    for (at, id) in ids.iter().cycle().take(12).enumerate() {
        let on = day("2026-02-12") + chrono::Days::new(at as u64 * 8);
        room.add(complaint(*id, &on.to_string(), "slow answers"));
    }
    room.add(improvement("Answers within a day", "Slow  answers", "2026-06-01", Some("2026-06-01")));
    let view = room.practice.offering(room.moment).expect("it can be told");
    let helped = view.improvements[0].helped.as_ref().expect("it names a theme");
    assert_eq!((helped.before, helped.after), (12, 0), "counted on both sides");
    // 1 June to 22 November are 175 days; the clients came on 10 February, 111 days before.
    assert!((helped.after_months - 3.0 * 175.0 / 30.436_875).abs() < 1e-9, "{}", helped.after_months);
    assert!((helped.before_months - 3.0 * 111.0 / 30.436_875).abs() < 1e-9, "{}", helped.before_months);
    assert_eq!(helped.says, HelpedSays::Better, "more than chance");
    assert!(helped.high.expect("there is an upper end") < 1.0, "the interval leaves out “no change”");

    let idle = improvement("A word of thanks", "", "2026-06-01", None);
    room.add(idle);
    let rows = room.practice.offering(room.moment).expect("it can be told").improvements;
    assert!(
        rows.iter().any(|row| row.record.theme.is_empty() && row.helped.is_none()),
        "what answers no theme is not measured by one"
    );
}

#[test]
fn when_a_third_asks_for_more_our_box_is_named_before_any_of_them() {
    let mut room = Room::empty();
    let ids: Vec<_> = ["One", "Two", "Three"].map(|name| rated(&mut room, name, [5; 6])).to_vec();
    let ask = |on: &str| Request {
        client: ids[0],
        engagement: None,
        on: day(on),
        what: "A workshop".to_owned(),
        answer: RequestAnswer::Open,
        answered_on: None,
        worth: None,
        notes: String::new(),
    };
    room.add(ask("2026-05-01"));
    let before = |room: &Room| room.practice.offering(room.moment).expect("it can be told").before;
    assert_eq!(before(&room), [], "one request is a question");
    room.add(ask("2026-06-01"));
    assert_eq!(
        before(&room),
        [Sentence::ManyAskForExtras { clients: 1, of: 3 }],
        "two are a habit of a third"
    );
}

#[test]
fn other_bars_are_tried_before_they_are_kept() {
    let mut room = Room::with_sample();
    let same = room.practice.method_effect(room.moment, 365, 70).expect("it can be tried");
    assert_eq!(
        (same.changes.as_slice(), same.unchanged),
        (&[][..], 12),
        "the bars as they are change nothing"
    );
    let tried = room.practice.method_effect(room.moment, 90, 95).expect("it can be tried");
    assert_eq!(u32::try_from(tried.changes.len()), Ok(12 - tried.unchanged), "everybody is judged again");
    assert!(!tried.changes.is_empty(), "a short memory and a high bar are felt");
    let before = room.seen();
    assert_eq!(before, room.seen(), "nothing was written");
    for (half_life, bar, names) in
        [(10, 70, "half-life in days is 10"), (365, 30, "delivery bar in percent is 30")]
    {
        let refused =
            room.practice.method_effect(room.moment, half_life, bar).expect_err("outside its range");
        assert!(refused.to_string().contains(names), "it names the bar and the range: {refused}");
    }
    // Kept, they are what everything is judged by.
    let mut profile = room.practice.profile().expect("the letterhead");
    (profile.half_life_days, profile.delivery_bar_percent) = (90, 95);
    room.practice.save_profile(room.moment, &profile).expect("they are kept");
    let rows = room.practice.clients(room.moment).expect("the overview").rows;
    for change in &tried.changes {
        let row = rows.iter().find(|row| row.id == change.client).expect("each has a row");
        assert_eq!(row.verdict, Some(change.then), "what was tried is what came of it: {}", change.name);
    }
}

#[test]
fn it_is_said_plainly_that_we_got_worse() {
    let mut room = Room::empty();
    let id = room.client("One");
    let work = |due: &str, late: bool| Deliverable {
        outcome: if late { Outcome::Late } else { Outcome::Met },
        delivered_on: Some(day(due) + chrono::Days::new(if late { 9 } else { 0 })),
        ..Deliverable::new(id, "Report".to_owned(), day(due))
    };
    // The year before: ten of ten on time; this year: four of ten.
    for month in 1..=10 {
        room.add(work(&format!("2025-{month:02}-05"), false));
        room.add(work(&format!("2026-{month:02}-05"), month > 4));
    }
    let view = room.practice.trust(room.moment).expect("it can be told");
    let TrustFigureView { now, before, change } = figure(&view, TrustFigureId::OnTime);
    assert_eq!((now.as_str(), before.as_str(), change), ("0.4 of 10", "1 of 10", TrustChange::Worse));
    assert_eq!(
        view.sentence,
        Sentence::TrustWorse { figures: vec![TrustFigureId::OnTime, TrustFigureId::Promises] },
        "Fisher: chance alone has 0.5 %"
    );
    assert_eq!(figure(&view, TrustFigureId::Asked).change, TrustChange::TooFew, "nobody was asked");
    for figure in &view.figures {
        assert_eq!(figure.chart.rows.len(), 12, "a year of months, beside the year before");
    }
}

struct TrustFigureView {
    now: String,
    before: String,
    change: TrustChange,
}

fn figure(view: &kindly_practice::trust::TrustView, id: TrustFigureId) -> TrustFigureView {
    use kindly_practice::figures::FigureValue;
    let found = view.figures.iter().find(|figure| figure.id == id).expect("every figure is there");
    let text = |value: FigureValue, n: u32| match value {
        FigureValue::Share { value } => format!("{value} of {n}"),
        _ => format!("nothing of {n}"),
    };
    TrustFigureView {
        now: text(found.now, found.n_now),
        before: text(found.before, found.n_before),
        change: found.change,
    }
}

#[test]
fn a_challenge_that_clients_keep_meeting_is_named_until_something_changes() {
    let mut room = Room::empty();
    let ids: Vec<_> = ["One", "Two"].map(|name| room.client(name)).to_vec();
    room.add(complaint(ids[0], "2026-03-01", "Slow answers"));
    room.add(complaint(ids[0], "2026-03-09", "Invoices"));
    let challenges = |room: &Room| room.practice.trust(room.moment).expect("it can be told").challenges;
    assert!(challenges(&room).is_empty(), "one client is one client");
    room.add(complaint(ids[1], "2026-04-01", "slow answers"));
    let told = challenges(&room);
    assert_eq!((told.len(), told[0].clients, told[0].records.len()), (1, 2, 2), "two met the same");
    room.add(improvement("Answers within a day", "slow answers", "2026-05-01", None));
    assert!(challenges(&room).is_empty(), "something is changed about it");
}

#[test]
fn verdicts_of_the_matrix_are_those_of_the_clients() {
    let room = Room::with_sample();
    let view = room.practice.offering(room.moment).expect("it can be told");
    let rows = room.practice.clients(room.moment).expect("the overview").rows;
    for column in &view.clients {
        let row = rows.iter().find(|row| row.id == column.client).expect("each has a row");
        assert_eq!(column.verdict, row.verdict, "{}", column.name);
    }
    assert!(rows.iter().any(|row| row.verdict == Some(Verdict::NeverHappy)), "the sample has one");
}
