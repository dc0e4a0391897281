//! What holds for any records: shares are shares, the order does not matter, and what lies outside the window is nothing.
use chrono::{Days, NaiveDate};
use iso_currency::Currency;
use kindly_measures::{
    Interval, Nps, Rate, Window, acceptance_rate, all_response_days, attention_hours, billable_share, bills,
    budget_use, ces, concession_share, csat, days_beyond_terms, days_beyond_terms_by_amount,
    effective_hourly_rate, fees_invoiced, invoices_kept, nps, obligations_kept, on_time_rate, otif,
    realization, share_of_hours, share_of_income,
};
use kindly_records::{
    Acceptance, Attention, CheckIn, Complaint, Concession, Deliverable, Engagement, Enquiry, FeeModel,
    Invoice, Kept, Money, Obligation, Outcome, Payment, RatingScale, TimeEntry,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::records::{
    answer, attention, client, complaint, concession, day, deliverable, engagement, enquiry, euros,
    half_year, id, invoice, kept_invoice, obligation, payment, time, today,
};

/// A few records of each kind, in the window and outside it.
#[derive(Clone, Debug, Default)]
struct Books {
    deliverables: Vec<Deliverable>,
    check_ins: Vec<CheckIn>,
    complaints: Vec<Complaint>,
    enquiries: Vec<Enquiry>,
    obligations: Vec<Obligation>,
    invoices: Vec<Kept<Invoice>>,
    payments: Vec<Payment>,
    entries: Vec<TimeEntry>,
    concessions: Vec<Concession>,
    attentions: Vec<Attention>,
}

/// What one row of the random input makes of each kind.
type Seed = (u64, u64, u8, i64, bool);

const CLIENTS: [&str; 3] = ["A", "B", "C"];
const CURRENCIES: [Currency; 2] = [Currency::EUR, Currency::USD];

impl Books {
    /// A record of each kind, from its seed; `shift` moves all of its days.
    fn add(&mut self, at: usize, (offset, length, choice, amount, flag): Seed, from: NaiveDate) {
        let on = from.checked_add_days(Days::new(offset)).expect("a day in range");
        let later = on.checked_add_days(Days::new(length)).expect("a day in range");
        let (on_text, later_text) = (on.to_string(), later.to_string());
        let ends = flag.then_some(later_text.as_str());
        let which = usize::from(choice);
        let name = CLIENTS[which % CLIENTS.len()];
        let money = Money { minor: amount, currency: CURRENCIES[which % CURRENCIES.len()] };
        let outcome = [Outcome::Met, Outcome::Late, Outcome::Partial, Outcome::Rejected, Outcome::Excused];
        let acceptance = [Acceptance::Accepted, Acceptance::AcceptedAfterRework, Acceptance::Refused];
        let scale = [RatingScale::Csat, RatingScale::Nps, RatingScale::Ces][which % 3];
        let (lowest, highest) = scale.range();
        self.deliverables.push(Deliverable {
            acceptance: *acceptance.get(which % 4).unwrap_or(&Acceptance::Unknown),
            ..deliverable(&on_text, flag.then_some(on_text.as_str()), outcome[which % outcome.len()])
        });
        self.check_ins.push(answer(on, scale, lowest + amount % (highest - lowest + 1)));
        self.complaints.push(complaint(&on_text, ends));
        self.enquiries.push(enquiry(&on_text, ends));
        self.obligations.push(obligation(&on_text, ends));
        let number = at.to_string();
        let billed = invoice(&on_text, &on_text, money, None);
        self.invoices.push(kept_invoice(&number, Invoice { client: client(name), ..billed }));
        if flag {
            self.payments.push(payment(&number, &on_text, Money { minor: amount / 2 + 1, ..money }));
            self.payments.push(payment(&number, &later_text, Money { minor: amount / 2 + 1, ..money }));
        }
        self.entries.push(TimeEntry {
            billable: flag,
            hourly_rate: (which % 5 != 0).then_some(money),
            engagement: (which % 2 == 0).then(|| id("Retainer")),
            ..time(name, &on_text, length as f64 / 4.0)
        });
        self.concessions.push(Concession {
            on,
            engagement: (which % 4 == 0).then(|| id("Retainer")),
            ..concession(name, flag.then_some(money), Some(u32::from(choice)))
        });
        self.attentions.push(attention(&on_text, u32::from(choice)));
    }

    fn of(seeds: &[Seed]) -> Self {
        let mut books = Self::default();
        for (at, seed) in seeds.iter().enumerate() {
            books.add(at, *seed, day("2026-01-01"));
        }
        books
    }

    /// The same records the other way round.
    fn reversed(mut self) -> Self {
        self.deliverables.reverse();
        self.check_ins.reverse();
        self.complaints.reverse();
        self.enquiries.reverse();
        self.obligations.reverse();
        self.invoices.reverse();
        self.payments.reverse();
        self.entries.reverse();
        self.concessions.reverse();
        self.attentions.reverse();
        self
    }

    fn records(&self) -> impl Iterator<Item = &Invoice> + Clone {
        self.invoices.iter().map(|kept| &kept.record)
    }

    /// All shares that must lie between 0 and 1.
    fn shares(&self, window: Window) -> Vec<Option<f64>> {
        let bills = bills(&self.invoices, &self.payments);
        let acceptance = acceptance_rate(&self.deliverables, window);
        let rates = [
            on_time_rate(&self.deliverables, window),
            otif(&self.deliverables, window),
            acceptance.at_first,
            acceptance.in_the_end,
            csat(&self.check_ins, window).satisfied,
            obligations_kept(&self.obligations, window, today()),
            invoices_kept(&bills, window, today()),
        ];
        let mut shares: Vec<Option<f64>> = rates.into_iter().map(Rate::share).collect();
        shares.push(billable_share(&self.entries, window).share());
        shares.extend(CLIENTS.map(|name| share_of_hours(&self.entries, client(name), window).share()));
        for name in CLIENTS {
            let income = share_of_income(self.records(), client(name), window);
            shares.extend(income.by_currency.into_iter().map(kindly_measures::IncomeShare::share));
        }
        shares
    }

    /// Every figure, as it would be handed on.
    fn figures(&self, window: Window) -> Vec<Value> {
        let retainer = retainer();
        let engagements = [retainer.clone()];
        let bills = bills(&self.invoices, &self.payments);
        let entries = &self.entries;
        let value = |figure: Result<Value, serde_json::Error>| figure.expect("every figure can be handed on");
        let mut all: Vec<Value> = self.shares(window).into_iter().map(Value::from).collect();
        let others = [
            serde_json::to_value(acceptance_rate(&self.deliverables, window)),
            serde_json::to_value(csat(&self.check_ins, window)),
            serde_json::to_value(nps(&self.check_ins, window)),
            serde_json::to_value(ces(&self.check_ins, window)),
            serde_json::to_value(all_response_days(&self.complaints, &self.enquiries, window, today())),
            serde_json::to_value(days_beyond_terms(&bills, window, today())),
            serde_json::to_value(days_beyond_terms_by_amount(&bills, window, today())),
            serde_json::to_value(fees_invoiced(self.records(), window)),
            serde_json::to_value(concession_share(
                &self.concessions,
                self.records(),
                entries,
                &engagements,
                window,
            )),
            serde_json::to_value(effective_hourly_rate(self.records(), entries, window)),
            serde_json::to_value(realization(self.records(), entries, &engagements, window)),
            serde_json::to_value(share_of_income(self.records(), client("A"), window)),
            serde_json::to_value(budget_use(&retainer, entries, window)),
            serde_json::to_value(attention_hours(&self.attentions, window)),
        ];
        all.extend(others.map(value));
        all
    }
}

fn retainer() -> Kept<Engagement> {
    let kept = engagement("Retainer", FeeModel::Hourly, Some(euros(9_000)));
    Kept { record: Engagement { budget_minutes: Some(600), ..kept.record.clone() }, ..kept }
}

/// The same to nine digits: a mean that is added up in another order may differ in the last bit.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => match (one.as_f64(), other.as_f64()) {
            (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * one.abs().max(1.0),
            _ => one == other,
        },
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| other.get(key).is_some_and(|found| same(value, found)))
        }
        _ => one == other,
    }
}

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    prop::collection::vec((0_u64..181, 0_u64..40, 0_u8..60, 1_i64..1_000_000, any::<bool>()), 0..12)
}

fn seed() -> impl Strategy<Value = Seed> {
    (0_u64..181, 0_u64..40, 0_u8..60, 1_i64..1_000_000, any::<bool>())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn every_share_lies_between_none_and_all(seeds in seeds()) {
        for share in Books::of(&seeds).shares(half_year()).into_iter().flatten() {
            prop_assert!((0.0..=1.0).contains(&share), "a share of {share}");
        }
    }

    #[test]
    fn the_order_of_records_does_not_matter(seeds in seeds()) {
        let books = Books::of(&seeds);
        let (one, other) = (books.figures(half_year()), books.reversed().figures(half_year()));
        for (one, other) in one.iter().zip(&other) {
            prop_assert!(same(one, other), "{one} one way, {other} the other way round");
        }
    }

    #[test]
    fn what_lies_outside_the_window_changes_nothing(seeds in seeds(), outside in seed(), before in any::<bool>()) {
        let mut books = Books::of(&seeds);
        let figures = books.figures(half_year());
        // 181 days and 40 more at most: the record of 2024 is over before the window, that of 2027 begins after it.
        let from = if before { day("2024-01-01") } else { day("2027-01-01") };
        books.add(seeds.len(), outside, from);
        prop_assert_eq!(figures, books.figures(half_year()));
    }

    #[test]
    fn shares_of_all_clients_add_up_to_all(seeds in seeds()) {
        let books = Books::of(&seeds);
        let shares = CLIENTS.map(|name| share_of_hours(&books.entries, client(name), half_year()));
        let sum: f64 = shares.iter().filter_map(|share| share.share()).sum();
        prop_assert!(shares[0].share().is_none() || (sum - 1.0).abs() < 1e-9, "hours add up to {sum}");
        for currency in CURRENCIES {
            let parts = CLIENTS.map(|name| share_of_income(books.records(), client(name), half_year()));
            let own = parts.iter().flat_map(|shares| &shares.by_currency);
            let sum: f64 = own
                .filter(|share| share.all.fees.currency == currency)
                .filter_map(|share| share.share())
                .sum();
            let invoiced = books.records().any(|invoice| invoice.amount.currency == currency);
            let expected = if invoiced { 1.0 } else { 0.0 };
            prop_assert!((sum - expected).abs() < 1e-9, "{} adds up to {sum}", currency.code());
        }
    }

    #[test]
    fn no_hour_and_no_fee_is_lost(seeds in seeds()) {
        let books = Books::of(&seeds);
        let window = half_year();
        let fees: Vec<_> = fees_invoiced(books.records(), window);
        let rates = effective_hourly_rate(books.records(), &books.entries, window);
        let spent: u64 = books.entries.iter().map(|entry| u64::from(entry.seconds)).sum();
        let told = rates.by_currency.iter().map(|rate| rate.hours.seconds).sum::<u64>() + rates.left_out.seconds;
        prop_assert_eq!(spent, told, "each hour is in one rate or left out");
        let invoiced: Vec<_> = rates.by_currency.iter().map(|rate| rate.fees).filter(|fees| fees.n > 0).collect();
        prop_assert_eq!(&invoiced, &fees, "all fees are in a rate");
        let realized = realization(books.records(), &books.entries, &[retainer()], window);
        for all in fees {
            let billed = realized.by_currency.iter().map(|rate| rate.billed);
            let parts = billed.chain(realized.fees_left_out.iter().copied());
            let sum: i64 = parts
                .filter(|part| part.fees.currency == all.fees.currency)
                .map(|part| part.fees.minor)
                .sum();
            prop_assert_eq!(sum, all.fees.minor, "each fee is in a realization or left out");
        }
    }

    #[test]
    fn the_interval_of_a_net_promoter_score_holds_the_score(p in 0_usize..40, s in 0_usize..40, d in 0_usize..40) {
        let nps = Nps { promoters: p, passives: s, detractors: d };
        if let (Some(score), Some(Interval { low, high })) = (nps.score(), nps.interval()) {
            prop_assert!((-100.0..=score).contains(&low) && (score..=100.0).contains(&high), "{nps:?}: {low} to {high}");
        } else {
            prop_assert_eq!(nps.n(), 0, "only no answers have no interval");
        }
    }
}
