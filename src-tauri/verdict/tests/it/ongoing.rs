//! A judgement after a change is the judgement of the changed portfolio, to the last bit.

use std::cell::RefCell;
use std::collections::BTreeMap;

use kindly_verdict::{
    Client, Judgement, Ongoing, Outcome, Portfolio, ReasonKey, Settings, Verdict, VerdictError, judge,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::build::{client, content_peers, day, judged, portfolio};
use crate::edits::{Edit, edits, name_records};
use crate::properties::for_all;
use crate::random::portfolios;

/// Numbers written so that every bit of them shows, which `==` does not ask of a zero.
fn in_full(judgement: &Judgement) -> String {
    format!("{judgement:#?}")
}

/// Does one thing through the door that is meant for it.
fn act(ongoing: &mut Ongoing, edit: &Edit, after: &Portfolio) {
    let before = ongoing.portfolio().clone();
    let is_one_client = !matches!(edit, Edit::Follow(..));
    if !is_one_client {
        ongoing.follow(after.clone()).expect("a portfolio that can be judged");
        return;
    }
    ongoing.set_day(after.as_of);
    for gone in before.clients.iter().filter(|client| after.clients.iter().all(|it| it.id != client.id)) {
        ongoing.remove_client(&gone.id);
    }
    for client in after.clients.iter().filter(|client| !before.clients.contains(client)) {
        ongoing.set_client(client.clone()).expect("a client who can be judged");
    }
}

fn settings() -> impl Strategy<Value = Settings> {
    prop_oneof![
        3 => Just(Settings::default()),
        1 => Just(Settings { half_life_days: 90.0, delivery_bar: 0.5 }),
    ]
}

#[test]
fn after_any_edits_it_says_what_judging_from_scratch_says() {
    // How often something moved that makes this worth testing.
    let seen: RefCell<BTreeMap<&str, u32>> = RefCell::default();
    let note = |what: &'static str, times: usize| {
        *seen.borrow_mut().entry(what).or_default() += u32::try_from(times).expect("a small count");
    };
    for_all(
        400,
        (portfolios(), vec((edits(), 0_u8..5), 1..14), settings()),
        |(mut first, steps, settings)| {
            first.clients.iter_mut().for_each(name_records);
            let mut now = first.clone();
            let mut ongoing = Ongoing::new(now.clone(), settings).expect("it can be judged");
            let mut last = ongoing.judgement().clone();
            for (edit, pause) in &steps {
                edit.apply(&mut now, &first);
                act(&mut ongoing, edit, &now);
                prop_assert_eq!(ongoing.portfolio(), &now, "the portfolio after {:?}", edit);
                if *pause == 0 {
                    // Several edits may come before anybody asks.
                    continue;
                }
                let expected = judge(&now, &settings).expect("it can be judged");
                let found = ongoing.judgement();
                if found != &expected || in_full(found) != in_full(&expected) {
                    let (found, expected) = (in_full(found), in_full(&expected));
                    let other =
                        found.lines().zip(expected.lines()).find(|(found, expected)| found != expected);
                    return Err(TestCaseError::fail(format!("after {edit:?} found and expected: {other:?}")));
                }
                note_what_moved(&note, edit, &last, found);
                last = found.clone();
            }
            Ok(())
        },
    );
    let seen = seen.into_inner();
    for what in [
        "another's flags moved",
        "another's verdict moved",
        "another's reasons moved",
        "a prior moved",
        "a shared theme was named",
        "affected peers were named",
        "the verdict before moved",
    ] {
        assert!(seen.get(what).is_some_and(|times| *times >= 10), "{what} too seldom: {seen:?}");
    }
}

/// Counts what one client's records have done to the others.
fn note_what_moved(note: &impl Fn(&'static str, usize), edit: &Edit, before: &Judgement, after: &Judgement) {
    let pairs = || {
        after.clients.iter().filter_map(|now| {
            let then = before.clients.iter().find(|then| then.id == now.id)?;
            let same_sums = then.eff.map(f64::to_bits) == now.eff.map(f64::to_bits);
            (matches!(edit, Edit::Records(..)) && same_sums).then_some((then, now))
        })
    };
    note("another's flags moved", pairs().filter(|(then, now)| then.flags != now.flags).count());
    note("another's verdict moved", pairs().filter(|(then, now)| then.verdict != now.verdict).count());
    note("another's reasons moved", pairs().filter(|(then, now)| then.reasons != now.reasons).count());
    let other_prior =
        pairs().filter(|(then, now)| then.prior_unhappy.to_bits() != now.prior_unhappy.to_bits());
    note("a prior moved", other_prior.count());
    let before_moved =
        pairs().filter(|(then, now)| then.verdict_at_previous_month_end != now.verdict_at_previous_month_end);
    note("the verdict before moved", before_moved.count());
    let grounds = |wanted: ReasonKey| {
        let all = after.clients.iter().flat_map(|client| &client.reasons.grounds);
        all.filter(|ground| ground.key == wanted && !ground.records.is_empty()).count()
    };
    note("a shared theme was named", grounds(ReasonKey::SharedTheme));
    note("affected peers were named", grounds(ReasonKey::AffectedPeers));
}

const TODAY: &str = "2024-12-31";

fn begun() -> Ongoing {
    let clients = content_peers().into_iter().chain([client("x").start("2024-01-01")]);
    Ongoing::new(portfolio(TODAY, clients), Settings::default()).expect("it can be judged")
}

fn verdict_on(ongoing: &mut Ongoing, id: &str) -> Option<Verdict> {
    ongoing.judgement().clients.iter().find(|client| client.id == id).map(|client| client.verdict)
}

fn never_happy(id: &str) -> Client {
    client(id).delivered_and_rated("2024-01-15", Outcome::Met, &[2, 1, 2, 2, 1, 2]).0
}

#[test]
fn a_client_who_turns_out_never_happy_is_one_and_undone_is_not() {
    let mut ongoing = begun();
    assert_eq!(verdict_on(&mut ongoing, "x"), Some(Verdict::NotEnoughEvidence), "nothing is known of x yet");
    let before = ongoing.judgement().clone();
    ongoing.set_client(never_happy("x")).expect("it can be judged");
    assert_eq!(verdict_on(&mut ongoing, "x"), Some(Verdict::NeverHappy), "unhappy although we delivered");
    ongoing.set_client(client("x").start("2024-01-01").0).expect("it can be judged");
    assert_eq!(ongoing.judgement(), &before, "what was undone has left nothing behind");
}

#[test]
fn days_that_pass_bring_what_was_still_to_come_and_days_back_take_it() {
    let mut ongoing = begun();
    ongoing.set_client(never_happy("x")).expect("it can be judged");
    for (date, ratings, why) in [
        ("2024-02-16", 1, "back to a day on which the second rating was not given yet"),
        ("2024-02-17", 2, "on to its day"),
        ("2024-02-16", 1, "back by a day within the month"),
        ("2025-06-30", 6, "on over many months"),
        ("2019-01-01", 0, "back before everything"),
        (TODAY, 6, "and to where it was"),
    ] {
        ongoing.set_day(day(date));
        let expected = judged(ongoing.portfolio());
        let found = ongoing.judgement();
        assert_eq!(found.clients[3].ratings, ratings, "{why}");
        assert_eq!(found, &expected, "{why}");
    }
}

#[test]
fn clients_come_at_the_end_and_go_without_a_trace() {
    let mut ongoing = begun();
    let before = ongoing.judgement().clone();
    ongoing.set_client(never_happy("new")).expect("it can be judged");
    let ids = |ongoing: &mut Ongoing| -> Vec<String> {
        ongoing.judgement().clients.iter().map(|client| client.id.clone()).collect()
    };
    assert_eq!(ids(&mut ongoing), ["a", "b", "c", "x", "new"], "who is new comes last");
    ongoing.remove_client("nobody");
    assert_eq!(ids(&mut ongoing), ["a", "b", "c", "x", "new"], "nobody of that id is here to be taken out");
    ongoing.remove_client("new");
    assert_eq!(ongoing.judgement(), &before, "who has gone teaches nothing any more");

    let others = portfolio(TODAY, [client("x"), client("b").csat("2024-02-01", 1)]);
    ongoing.follow(others.clone()).expect("it can be judged");
    assert_eq!(ids(&mut ongoing), ["x", "b"], "in the order of the portfolio that is followed");
    assert_eq!(ongoing.judgement(), &judged(&others), "and judged as it is");
    ongoing.follow(portfolio(TODAY, [])).expect("nobody can be judged, too");
    assert_eq!(ongoing.judgement(), &judged(&portfolio(TODAY, [])), "nobody is left");
}

#[test]
fn what_cannot_be_judged_is_refused_and_changes_nothing() {
    let mut ongoing = begun();
    let (portfolio_before, before) = (ongoing.portfolio().clone(), ongoing.judgement().clone());
    let off_scale = client("b").csat("2024-02-01", 6);
    let twice = client("new").deliverable("d", "2024-01-01", Outcome::Met).deliverable(
        "d",
        "2024-01-02",
        Outcome::Met,
    );
    for (refused, why) in [
        (ongoing.set_client(off_scale.0.clone()), "a rating off its scale, of somebody who is here"),
        (ongoing.set_client(twice.0), "a deliverable twice, of somebody who is not"),
        (
            ongoing.follow(portfolio("2020-01-01", [client("a"), off_scale])),
            "a rating off its scale, followed",
        ),
        (ongoing.follow(portfolio("2020-01-01", [client("a"), client("a")])), "a client twice, followed"),
    ] {
        assert!(refused.is_err(), "{why} is refused");
    }
    assert_eq!(ongoing.portfolio(), &portfolio_before, "what is refused is not taken over in part");
    assert_eq!(ongoing.judgement(), &before, "nor judged");

    let settings = Settings { half_life_days: 0.0, ..Settings::default() };
    let refused = Ongoing::new(portfolio_before, settings).err();
    assert_eq!(refused, Some(VerdictError::HalfLife { found: 0.0 }), "settings without meaning");
}

#[test]
fn a_mistyped_year_is_walked_through_and_forgotten() {
    let mut ongoing = begun();
    let before = ongoing.judgement().clone();
    let mistyped = client("x").start("2024-01-01").csat("0204-05-01", 1);
    ongoing.set_client(mistyped.0).expect("a day of the calendar");
    let expected = judged(ongoing.portfolio());
    assert_eq!(ongoing.judgement(), &expected, "eighteen centuries of months come before");
    ongoing.set_client(client("x").start("2024-01-01").0).expect("it can be judged");
    assert_eq!(ongoing.judgement(), &before, "and say nothing when the year is put right");
}
