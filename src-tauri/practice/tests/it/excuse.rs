//! Excusing a deliverable by what it waited for.
use kindly_practice::{
    Message, PracticeError,
    records::{ClientId, Obligation, Outcome, Record},
    standing::LineState,
};

use crate::room::{Room, day, deliverable, engagement};

fn obligation(client: ClientId, title: &str, due: &str, met: Option<&str>) -> Obligation {
    Obligation { met_on: met.map(day), ..Obligation::new(client, title.to_owned(), day(due)) }
}

/// What is proposed for a deliverable due on 10 October: what it waited for, if anything.
fn proposed(
    outcome: Outcome,
    delivered: Option<&str>,
    owed: &[(&str, &str, Option<&str>)],
) -> Vec<(String, String)> {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let mut report = deliverable(halden, "Report", "2026-10-10", delivered);
    report.outcome = outcome;
    room.add(report);
    for (title, due, met) in owed {
        room.add(obligation(halden, title, due, *met));
    }
    let view = room.practice.client(room.moment, halden).expect("the client");
    view.proposals.into_iter().map(|proposal| (proposal.title, proposal.owed)).collect()
}

#[test]
fn the_dates_propose_what_a_late_deliverable_waited_for() {
    let check =
        |outcome, delivered, owed: &[(&str, &str, Option<&str>)], expected: Option<&str>, why: &str| {
            let expected: Vec<(String, String)> =
                expected.into_iter().map(|owed| ("Report".to_owned(), owed.to_owned())).collect();
            assert_eq!(proposed(outcome, delivered, owed), expected, "{why}");
        };
    let late = Some("2026-10-16");
    check(
        Outcome::Late,
        late,
        &[("Brief", "2026-10-01", Some("2026-10-09"))],
        Some("Brief"),
        "it came a week late",
    );
    check(Outcome::Late, late, &[("Brief", "2026-10-01", Some("2026-10-01"))], None, "it came on its day");
    check(Outcome::Late, late, &[("Brief", "2026-10-10", Some("2026-10-12"))], None, "it was not due before");
    check(Outcome::Late, late, &[("Brief", "2026-10-01", Some("2026-10-20"))], None, "it came afterwards");
    check(Outcome::Late, late, &[("Brief", "2026-08-01", Some("2026-08-20"))], None, "that left time enough");
    check(Outcome::Late, late, &[("Brief", "2026-10-01", None)], Some("Brief"), "it is owed to this day");
    check(
        Outcome::Late,
        late,
        &[
            ("Access", "2026-09-20", Some("2026-10-05")),
            ("Brief", "2026-10-02", Some("2026-10-09")),
            ("Photos", "2026-09-25", Some("2026-10-08")),
        ],
        Some("Brief"),
        "of several, what was due last before it, and only that",
    );
    let brief = [("Brief", "2026-10-01", Some("2026-10-09"))];
    check(Outcome::Pending, None, &brief, Some("Brief"), "what is overdue may be excused as well");
    check(Outcome::Met, Some("2026-10-10"), &brief, None, "what was met needs no excuse");
    check(Outcome::Rejected, late, &brief, None, "the date is not what was wrong");
    check(Outcome::Excused, late, &brief, None, "it is excused already");
}

#[test]
fn another_agreement_is_no_excuse() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let (one, other) = (room.add(engagement(halden)), room.add(engagement(halden)));
    let mut report = deliverable(halden, "Report", "2026-10-10", Some("2026-10-16"));
    report.outcome = Outcome::Late;
    report.engagement = one.parse().ok();
    room.add(report);
    let mut brief = obligation(halden, "Brief", "2026-10-01", Some("2026-10-09"));
    brief.engagement = other.parse().ok();
    let id = room.add(brief.clone());
    let proposals = |room: &Room| room.practice.client(room.moment, halden).expect("the client").proposals;
    assert_eq!(proposals(&room), vec![], "they owed it under another agreement");
    brief.engagement = None;
    let moment = room.moment;
    room.practice.edit(moment, id.parse().expect("an id"), &Record::from(brief)).expect("it can be changed");
    assert_eq!(proposals(&room).len(), 1, "what names no agreement may belong to any");
}

#[test]
fn excusing_links_both_and_speaks_for_nobody() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let mut late = deliverable(halden, "Report", "2026-10-10", Some("2026-10-16"));
    late.outcome = Outcome::Late;
    room.add(late);
    room.add(obligation(halden, "Brief", "2026-10-01", Some("2026-10-09")));
    let view = room.practice.client(room.moment, halden).expect("the client");
    assert_eq!((view.row.met, view.row.counted), (0, 1), "a miss of ours, so far");
    let proposal = &view.proposals[0];
    let done = room
        .practice
        .excuse(room.moment, proposal.deliverable, proposal.obligation)
        .expect("what is proposed can be done");
    assert!(
        matches!(&done.message, Message::DidExcuse { title, owed, .. } if title == "Report" && owed == "Brief"),
        "it says what was excused by what: {:?}",
        done.message
    );
    let view = room.practice.client(room.moment, halden).expect("the client");
    assert_eq!(view.row.counted, 0, "it counts no more");
    assert_eq!(view.we_owed[0].state, LineState::Excused, "and says so");
    assert_eq!(view.proposals, vec![], "nothing is proposed twice");
    room.practice.undo(room.moment).expect("it can be taken back");
    let view = room.practice.client(room.moment, halden).expect("the client");
    assert_eq!((view.row.counted, view.proposals.len()), (1, 1), "and then it is proposed again");
}

#[test]
fn only_lateness_is_excused_and_never_across_clients() {
    let mut room = Room::empty();
    let (halden, meridian) = (room.client("Halden & Co"), room.client("Meridian"));
    let met = room.add(deliverable(halden, "Report", "2026-10-10", Some("2026-10-10")));
    let own = room.add(obligation(halden, "Brief", "2026-10-01", None));
    let others = room.add(obligation(meridian, "Brief", "2026-10-01", None));
    let id = |text: &str| text.parse().expect("an id");
    let refused = room.practice.excuse(room.moment, id(&met), others.parse().expect("an id"));
    assert!(matches!(refused, Err(PracticeError::Ledger(_))), "another client's brief: {refused:?}");
    room.practice.excuse(room.moment, id(&met), own.parse().expect("an id")).expect("it can be linked");
    let view = room.practice.client(room.moment, halden).expect("the client");
    assert!(matches!(view.we_owed[0].state, LineState::Met { .. }), "what was met stays met");
    let gone = room.practice.excuse(room.moment, id(&own), own.parse().expect("an id"));
    assert!(matches!(gone, Err(PracticeError::Gone { .. })), "an obligation is no deliverable");
}
