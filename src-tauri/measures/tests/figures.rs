//! Every figure against cases worked by hand, or printed in the source that the figure comes from.
use chrono::{DateTime, Days, NaiveDate};
use iso_currency::Currency;
use kindly_measures::{
    Csat, FIVE, Fell, Mean, Nps, OwnRecord, Rate, Window, ces, csat, days_beyond_terms, first_response_days,
    invoices_kept, mean_satisfaction_on_five, nps, obligations_kept, on_time_rate, otif, overdue, own_record,
};
use kindly_records::{
    CheckIn, ClientId, Complaint, Deliverable, IdSource, Invoice, Money, Obligation, ObligationKind, Outcome,
    RatingScale, SaidBy,
};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn today() -> NaiveDate {
    day("2026-06-30")
}

fn anybody() -> ClientId {
    IdSource::seeded(1, DateTime::UNIX_EPOCH).next()
}

fn deliverable(due: &str, delivered: Option<&str>, outcome: Outcome) -> Deliverable {
    Deliverable {
        client: anybody(),
        engagement: None,
        title: "Report".into(),
        due_on: day(due),
        delivered_on: delivered.map(day),
        outcome,
        notes: String::new(),
    }
}

fn answer(on: NaiveDate, scale: RatingScale, value: i64) -> CheckIn {
    CheckIn {
        client: anybody(),
        on,
        scale,
        value,
        said_by: SaidBy::Them,
        deliverable: None,
        words: String::new(),
    }
}

fn answers(scale: RatingScale, values: &[i64]) -> Vec<CheckIn> {
    values.iter().map(|value| answer(today(), scale, *value)).collect()
}

/// Answers, and one more that is only an impression and would change every figure if it counted.
fn with_impression(scale: RatingScale, values: &[i64]) -> Vec<CheckIn> {
    let mut all = answers(scale, values);
    let lowest = scale.range().0;
    all.push(CheckIn { said_by: SaidBy::MyImpression, ..answer(today(), scale, lowest) });
    all
}

fn near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() < 5e-5, "{what}: {found}, worked by hand {expected}");
}

#[test]
fn a_window_holds_both_its_ends() {
    let window = Window::days_to(today(), 90);
    assert_eq!(window.from, day("2026-04-02"), "ninety days with the last among them");
    assert_eq!(window.days_before(365).to, day("2026-04-01"), "the year before ends on the day before");
    assert_eq!(window.days_before(365).from, day("2025-04-02"), "and has 365 days");
    let check = |text: &str, expected: bool| assert_eq!(window.contains(day(text)), expected, "{text}");
    check("2026-04-01", false);
    check("2026-04-02", true);
    check("2026-06-30", true);
    check("2026-07-01", false);
    assert!(
        !Window { from: today(), to: day("2026-06-29") }.contains(today()),
        "turned round, it holds no day"
    );
}

#[test]
fn on_time_and_in_full_count_what_has_turned_out() {
    let all = [
        deliverable("2026-06-10", Some("2026-06-10"), Outcome::Met),
        deliverable("2026-06-10", Some("2026-06-09"), Outcome::Partial),
        deliverable("2026-06-10", Some("2026-06-11"), Outcome::Late),
        deliverable("2026-06-10", Some("2026-06-09"), Outcome::Rejected),
        deliverable("2026-06-10", None, Outcome::Late),
        deliverable("2026-06-10", None, Outcome::Pending),
        deliverable("2026-06-10", Some("2026-06-20"), Outcome::Excused),
        deliverable("2026-06-30", None, Outcome::Pending),
        deliverable("2026-06-10", Some("2026-07-01"), Outcome::Met),
    ];
    let window = Window::until(today());
    assert_eq!(on_time_rate(&all, window), Rate { hits: 3, n: 5 }, "met, partial and rejected came on time");
    assert_eq!(otif(&all, window), Rate { hits: 1, n: 5 }, "one came on time and in full");
    assert_eq!(overdue(&all, today()), 1, "due today is not overdue, and only the open ones are");
    assert_eq!(on_time_rate(&[], window).share(), None, "nothing delivered is no rate of zero");
    assert_eq!(on_time_rate(&[], window).interval(), None, "and has no interval");
}

#[test]
fn wilsons_interval_is_that_of_newcombes_table() {
    // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
    let check = |hits: usize, n: usize, low: f64, high: f64| {
        let interval = Rate { hits, n }.interval().expect("n is above zero");
        near(interval.low, low, &format!("low of {hits}/{n}"));
        near(interval.high, high, &format!("high of {hits}/{n}"));
    };
    check(81, 263, 0.2553, 0.3662);
    check(15, 148, 0.0624, 0.1605);
    check(0, 20, 0.0, 0.1611);
    check(1, 29, 0.0061, 0.1718);
}

#[test]
fn csat_is_the_share_of_the_two_highest_and_a_mean() {
    let Csat { satisfied, mean } =
        csat(&with_impression(RatingScale::Csat, &[5, 4, 4, 3, 1]), Window::until(today()));
    assert_eq!(satisfied, Rate { hits: 3, n: 5 }, "5, 4 and 4 are satisfied");
    near(mean.mean.expect("five answers"), 3.4, "17 / 5");
    // Squares of 1.6, 0.6, 0.6, −0.4, −2.4 add up to 9.2; divided by 4 and its root taken.
    near(mean.deviation.expect("five answers"), 1.516_575, "√2.3");
    let nothing = csat(&[], Window::until(today()));
    assert_eq!((nothing.satisfied.share(), nothing.mean.mean), (None, None), "no answers, no figure");
}

#[test]
fn nps_is_promoters_less_detractors() {
    let found = nps(&with_impression(RatingScale::Nps, &[10, 9, 9, 8, 7, 6, 0]), Window::until(today()));
    assert_eq!(found, Nps { promoters: 3, passives: 2, detractors: 2 }, "groups of Reichheld 2003");
    near(found.score().expect("seven answers"), 100.0 / 7.0, "(3 − 2) / 7");
    assert_eq!(Nps::default().score(), None, "no answers, no score");
}

#[test]
fn ces_is_a_mean_and_other_scales_do_not_mix_in() {
    let mut all = with_impression(RatingScale::Ces, &[7, 5, 6]);
    all.extend(answers(RatingScale::Nps, &[0, 0]));
    assert_eq!(ces(&all, Window::until(today())).n, 3, "only effort counts, and no impression");
    near(ces(&all, Window::until(today())).mean.expect("three answers"), 6.0, "18 / 3");
}

#[test]
fn all_scales_meet_on_one_to_five() {
    let mut all = with_impression(RatingScale::Csat, &[5]);
    all.extend(with_impression(RatingScale::Nps, &[5]));
    all.extend(with_impression(RatingScale::Ces, &[1]));
    let mean = mean_satisfaction_on_five(&all, Window::until(today()));
    assert_eq!(mean.n, 3, "impressions never count");
    near(mean.mean.expect("three answers"), 3.0, "5, 3 and 1");
    let outside = mean_satisfaction_on_five(&all, Window::until(day("2026-06-29")));
    assert_eq!(outside, Mean::default(), "answers after the window do not count");
}

#[test]
fn the_interval_of_a_mean_is_students_and_honest_for_few() {
    let check = |values: &[f64], expected: Option<(f64, f64)>| {
        let found = Mean::of(values.iter().copied()).interval(FIVE);
        assert_eq!(found.is_some(), expected.is_some(), "an interval of {values:?}");
        if let (Some(found), Some((low, high))) = (found, expected) {
            near(found.low, low, &format!("low of {values:?}"));
            near(found.high, high, &format!("high of {values:?}"));
        }
    };
    check(&[], None);
    check(&[4.0], Some((1.0, 5.0)));
    // s = √(5/3), s/√4 = 0.645497, t(3) = 3.182446: half 2.054261, the upper end cut at 5.
    check(&[2.0, 3.0, 4.0, 5.0], Some((1.445_739, 5.0)));
    // No spread: 1/√12 stands in; 0.288675 / √5 · 2.776445 = 0.358437.
    check(&[4.0; 5], Some((3.641_563, 4.358_437)));
}

#[test]
fn the_first_response_is_a_median_beside_those_that_wait() {
    let complaint = |on: &str, answered: Option<&str>| Complaint {
        client: anybody(),
        on: day(on),
        theme: "late".into(),
        words: String::new(),
        answered_on: answered.map(day),
        resolved_on: None,
    };
    let all = [
        complaint("2026-06-01", Some("2026-06-01")),
        complaint("2026-06-01", Some("2026-06-04")),
        complaint("2026-06-01", Some("2026-06-06")),
        complaint("2026-05-01", Some("2026-06-30")),
        complaint("2026-06-01", None),
        complaint("2026-06-20", Some("2026-07-01")),
    ];
    let found = first_response_days(&all, Window::until(today()), today());
    assert_eq!((found.answered.n, found.waiting), (4, 2), "an answer of tomorrow has not come yet");
    assert_eq!(found.answered.median, Some(4.0), "0, 3, 5 and 60 days: between 3 and 5");
    let nothing = first_response_days(&[], Window::until(today()), today());
    assert_eq!(nothing.answered.median, None, "no complaint, no figure");
}

fn invoice(due: &str, paid: Option<&str>) -> Invoice {
    Invoice {
        client: anybody(),
        number: "1".into(),
        issued_on: day("2026-01-01"),
        amount: Money { minor: 100, currency: Currency::EUR },
        due_on: day(due),
        paid_on: paid.map(day),
    }
}

#[test]
fn days_beyond_terms_run_on_while_nobody_pays() {
    let all = [
        invoice("2026-06-10", Some("2026-06-20")),
        invoice("2026-06-10", Some("2026-06-08")),
        invoice("2026-06-20", None),
        invoice("2026-06-30", None),
        invoice("2026-06-29", Some("2026-07-15")),
    ];
    let found = days_beyond_terms(&all, Window::until(today()), today());
    assert_eq!(found.n, 4, "what is due today is not overdue");
    near(found.mean.expect("four invoices"), 4.75, "10, −2, 10 and 1 days so far");
    assert_eq!(days_beyond_terms(&[], Window::until(today()), today()).mean, None, "no invoice, no figure");
}

#[test]
fn a_promise_is_kept_broken_or_still_open() {
    let obligation = |due: &str, met: Option<&str>| Obligation {
        client: anybody(),
        engagement: None,
        what: ObligationKind::Brief,
        title: "Brief".into(),
        due_on: day(due),
        met_on: met.map(day),
        notes: String::new(),
    };
    let check = |due: &str, met: Option<&str>, expected: Option<bool>| {
        let expected = expected.map_or_else(Rate::default, |kept| Rate::of([kept]));
        let found = obligations_kept(&[obligation(due, met)], Window::until(day("2026-12-31")), today());
        assert_eq!(found, expected, "due {due}, met {met:?}");
        let found = invoices_kept(&[invoice(due, met)], Window::until(day("2026-12-31")), today());
        assert_eq!(found, expected, "an invoice due {due}, paid {met:?}");
    };
    check("2026-06-10", Some("2026-06-10"), Some(true));
    check("2026-06-10", Some("2026-06-11"), Some(false));
    check("2026-06-29", None, Some(false));
    check("2026-06-30", None, None);
    check("2026-07-10", Some("2026-06-01"), Some(true));
    check("2026-06-29", Some("2026-07-01"), Some(false));
    check("2026-06-30", Some("2026-07-01"), None);
    assert_eq!(
        Rate { hits: 1, n: 2 } + Rate { hits: 2, n: 3 },
        Rate { hits: 3, n: 5 },
        "both sorts together"
    );
}

/// `hits` of `n` on time in the last 90 days, against the same of the year before.
fn record_of(recent: (usize, usize), before: (usize, usize), said: (&[i64], &[i64])) -> OwnRecord {
    let year_before = today().checked_sub_days(Days::new(200)).expect("a day in range");
    let row = |on: NaiveDate, hit: bool| Deliverable {
        due_on: on,
        delivered_on: hit.then_some(on),
        ..deliverable("2026-01-01", None, if hit { Outcome::Met } else { Outcome::Late })
    };
    let rows = |on: NaiveDate, (hits, n): (usize, usize)| (0..n).map(move |at| row(on, at < hits));
    let deliverables: Vec<_> = rows(today(), recent).chain(rows(year_before, before)).collect();
    let ratings = |on: NaiveDate, values: &[i64]| {
        values.iter().map(|value| answer(on, RatingScale::Csat, *value)).collect()
    };
    let mut check_ins: Vec<CheckIn> = ratings(today(), said.0);
    check_ins.extend::<Vec<_>>(ratings(year_before, said.1));
    own_record(&deliverables, &check_ins, today())
}

#[test]
fn our_own_fall_is_told_when_it_is_more_than_chance() {
    let check = |recent, before, said: (&[i64], &[i64]), expected: Option<Fell>, why: &str| {
        assert_eq!(record_of(recent, before, said).fell, expected, "{why}");
    };
    let silent: (&[i64], &[i64]) = (&[], &[]);
    // Fisher by hand, 36 of 40 before: with 6 of 10, 418,069,169 of 10,272,278,170 ways give so few, 0.0407;
    // with 7 of 10, 1,362,310,649 of them, 0.1326.
    check((6, 10), (36, 40), silent, Some(Fell::OnTime), "four of ten late after nine in ten on time");
    check((7, 10), (36, 40), silent, None, "seven of ten may be chance");
    check((10, 10), (20, 40), silent, None, "better is no fall");
    check((0, 4), (36, 40), silent, None, "four deliverables are too few to tell");
    check((0, 10), (4, 4), silent, None, "so is a year with four");
    check((0, 0), (0, 0), silent, None, "nothing is no fall");
    // Welch by hand: means 2.6 and 4.3333, variances 0.3 of 5 and 0.2667 of 6: t = 5.36 against 1.83.
    let fell: (&[i64], &[i64]) = (&[2, 3, 3, 2, 3], &[4, 5, 4, 5, 4, 4]);
    check((0, 0), (0, 0), fell, Some(Fell::Satisfaction), "answers fell by nearly two");
    check((5, 10), (36, 40), fell, Some(Fell::Both), "both fell");
    // Means 4 and 4.3333: no spread on one side, 1/√12 instead: t = 0.3333 / 0.2472 = 1.35 against 1.8.
    check((0, 0), (0, 0), (&[4; 5], &[4, 5, 4, 5, 4, 4]), None, "a third of a point may be chance");
    check((0, 0), (0, 0), (&[1; 4], &[5; 40]), None, "four answers are too few to tell");
    check((0, 0), (0, 0), (&[5; 5], &[4; 40]), None, "happier is no fall");
}

#[test]
fn our_own_record_shows_its_figures_with_their_n() {
    let record = record_of((5, 10), (36, 40), (&[2, 3], &[4]));
    assert_eq!(record.on_time_90, Rate { hits: 5, n: 10 }, "the last 90 days");
    assert_eq!(record.on_time_year_before, Rate { hits: 36, n: 40 }, "the year before");
    assert_eq!((record.satisfaction_90.n, record.satisfaction_90.mean), (2, Some(2.5)), "two answers");
    assert_eq!(record.satisfaction_year_before.n, 1, "one answer");
    assert_eq!(record.overdue, 0, "nothing is open");
}

#[test]
fn where_nothing_changed_a_fall_is_told_once_in_twenty_at_most() {
    // All outcomes of 8 and 20 deliverables with the same true rate, weighted by how likely each is.
    let (recent, before) = (8_usize, 20_usize);
    let likely = |n: usize, hits: usize, rate: f64| {
        let ways: f64 = (0..hits).map(|k| (n - k) as f64 / (k + 1) as f64).product();
        ways * rate.powf(hits as f64) * (1.0 - rate).powf((n - hits) as f64)
    };
    for rate in [0.5, 0.8, 0.9, 0.95] {
        let mut alarms = 0.0;
        for hits in 0..=recent {
            for hits_before in 0..=before {
                if record_of((hits, recent), (hits_before, before), (&[], &[])).fell.is_some() {
                    alarms += likely(recent, hits, rate) * likely(before, hits_before, rate);
                }
            }
        }
        assert!(alarms <= 0.05, "at a true rate of {rate}, {alarms} of all years would raise a false alarm");
    }
}
