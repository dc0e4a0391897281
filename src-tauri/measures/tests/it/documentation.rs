//! docs/figures.md tells the truth: each of its examples comes out as it says.
use std::fmt::Display;

use kindly_measures::{
    Figure, Interval, Rate, SEVEN, acceptance_rate, all_response_days, attention_hours, billable_share,
    bills, budget_use, ces, concession_share, csat, days_beyond_terms, days_beyond_terms_by_amount,
    effective_hourly_rate, enquiry_response_days, first_response_days, invoices_kept, nps, obligations_kept,
    on_time_rate, otif, realization, share_of_hours, share_of_income,
};
use kindly_records::{Invoice, Kept, Money};

use crate::{
    records::{client, half_year, today},
    tables::{Section, sections},
};

const PAGE: &str = include_str!("../../../../docs/figures.md");

/// What the functions give, by the names that the page uses.
#[derive(Default)]
struct Results(Vec<(String, String)>);

impl Results {
    fn say<V: Display>(mut self, name: &str, value: V) -> Self {
        self.0.push((name.to_owned(), format!("{value}")));
        self
    }

    /// Nothing is said where there is nothing.
    fn maybe(self, name: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.say(name, value),
            None => self,
        }
    }

    fn rate(self, rate: Rate) -> Self {
        self.maybe("share", rate.share()).say("n", rate.n).interval("", rate.interval())
    }

    fn interval(self, prefix: &str, interval: Option<Interval>) -> Self {
        self.maybe(&format!("{prefix}from"), interval.map(|interval| interval.low))
            .maybe(&format!("{prefix}to"), interval.map(|interval| interval.high))
    }
}

fn said(money: Money) -> String {
    format!("{}.{:02} {}", money.minor / 100, money.minor % 100, money.currency.code())
}

fn records(invoices: &[Kept<Invoice>]) -> impl Iterator<Item = &Invoice> {
    invoices.iter().map(|kept| &kept.record)
}

fn results(figure: Figure, example: &Section) -> Results {
    match figure {
        Figure::OnTimeRate => Results::default().rate(on_time_rate(&example.deliverables(), half_year())),
        Figure::Otif => Results::default().rate(otif(&example.deliverables(), half_year())),
        Figure::AcceptanceRate => {
            let rate = acceptance_rate(&example.deliverables(), half_year());
            Results::default()
                .rate(rate.at_first)
                .maybe("share in the end", rate.in_the_end.share())
                .say("unknown", rate.unknown)
        }
        Figure::Csat | Figure::Nps | Figure::Ces => satisfaction(figure, example),
        Figure::FirstResponse | Figure::PromisesKept | Figure::DaysBeyondTerms => both_sides(figure, example),
        Figure::ConcessionShare
        | Figure::EffectiveHourlyRate
        | Figure::Realization
        | Figure::ShareOfIncome => money(figure, example),
        Figure::BillableShare | Figure::ShareOfHours | Figure::BudgetUse | Figure::AttentionHours => {
            hours(figure, example)
        }
    }
}

fn satisfaction(figure: Figure, example: &Section) -> Results {
    let check_ins = example.check_ins();
    match figure {
        Figure::Csat => {
            let csat = csat(&check_ins, half_year());
            assert_eq!(csat.share_interval(), csat.satisfied.interval(), "the share's own interval");
            Results::default()
                .rate(csat.satisfied)
                .maybe("mean", csat.mean.mean)
                .interval("mean ", csat.mean_interval())
        }
        Figure::Nps => {
            let nps = nps(&check_ins, half_year());
            Results::default().maybe("score", nps.score()).say("n", nps.n()).interval("", nps.interval())
        }
        _ => {
            let ces = ces(&check_ins, half_year());
            Results::default().maybe("mean", ces.mean).say("n", ces.n).interval("", ces.interval(SEVEN))
        }
    }
}

fn both_sides(figure: Figure, example: &Section) -> Results {
    let (invoices, payments) = (example.invoices(), example.payments());
    let bills = bills(&invoices, &payments);
    match figure {
        Figure::FirstResponse => {
            let (complaints, enquiries) = (example.complaints(), example.enquiries());
            let both = all_response_days(&complaints, &enquiries, half_year(), today());
            let to_complaints = first_response_days(&complaints, half_year(), today());
            let to_enquiries = enquiry_response_days(&enquiries, half_year(), today());
            Results::default()
                .maybe("median", both.answered.median)
                .say("n", both.answered.n)
                .say("waiting", both.waiting)
                .maybe("complaints' median", to_complaints.answered.median)
                .say("complaints waiting", to_complaints.waiting)
                .maybe("enquiries' median", to_enquiries.answered.median)
                .say("enquiries waiting", to_enquiries.waiting)
        }
        Figure::PromisesKept => {
            let obligations = obligations_kept(&example.obligations(), half_year(), today());
            let paid = invoices_kept(&bills, half_year(), today());
            let both = obligations + paid;
            Results::default()
                .maybe("share", both.share())
                .say("n", both.n)
                .maybe("obligations", obligations.share())
                .maybe("invoices", paid.share())
        }
        _ => {
            let mean = days_beyond_terms(&bills, half_year(), today());
            let results = Results::default().maybe("mean", mean.mean).say("n", mean.n);
            let by_amount = days_beyond_terms_by_amount(&bills, half_year(), today());
            by_amount.into_iter().fold(results, |results, days| {
                let code = days.amount.currency.code();
                results
                    .say(&format!("{code} days"), days.days)
                    .say(&format!("{code} n"), days.n)
                    .say(&format!("{code} overdue"), said(days.overdue))
            })
        }
    }
}

fn money(figure: Figure, example: &Section) -> Results {
    let (invoices, entries, engagements) =
        (example.invoices(), example.time_entries(), example.engagements());
    match figure {
        Figure::ConcessionShare => {
            let concessions = example.concessions();
            let shares =
                concession_share(&concessions, records(&invoices), &entries, &engagements, half_year());
            let results = shares.by_currency.into_iter().fold(Results::default(), |results, share| {
                let code = share.given.currency.code();
                results
                    .maybe(&format!("{code} share"), share.share())
                    .say(&format!("{code} given"), said(share.given))
                    .say(&format!("{code} fees"), said(share.fees.fees))
                    .say(&format!("{code} n"), share.n)
            });
            results.say("unpriced", shares.unpriced).say("unpriced minutes", shares.unpriced_minutes)
        }
        Figure::EffectiveHourlyRate => {
            let rates = effective_hourly_rate(records(&invoices), &entries, half_year());
            let results = rates.by_currency.into_iter().fold(Results::default(), |results, rate| {
                let code = rate.fees.fees.currency.code();
                results
                    .maybe(&format!("{code} an hour"), rate.per_hour.map(said))
                    .say(&format!("{code} hours"), rate.hours.hours())
                    .say(&format!("{code} invoices"), rate.fees.n)
            });
            results.say("hours left out", rates.left_out.hours())
        }
        Figure::Realization => {
            let rates = realization(records(&invoices), &entries, &engagements, half_year());
            let results = rates.by_currency.into_iter().fold(Results::default(), |results, rate| {
                let code = rate.standard.currency.code();
                results
                    .maybe(&format!("{code} rate"), rate.rate())
                    .say(&format!("{code} billed"), said(rate.billed.fees))
                    .say(&format!("{code} standard"), said(rate.standard))
                    .say(&format!("{code} hours"), rate.hours.hours())
            });
            let results = results.say("hours left out", rates.hours_left_out.hours());
            rates
                .fees_left_out
                .into_iter()
                .fold(results, |results, fees| results.say("fees left out", said(fees.fees)))
        }
        _ => {
            let shares = share_of_income(records(&invoices), client("A"), half_year());
            let results = shares.by_currency.into_iter().fold(Results::default(), |results, share| {
                let code = share.all.fees.currency.code();
                results
                    .maybe(&format!("{code} share"), share.share())
                    .say(&format!("{code} n"), share.part.n)
                    .say(&format!("{code} n of all"), share.all.n)
            });
            shares
                .left_out
                .into_iter()
                .fold(results, |results, fees| results.say("left out", said(fees.fees)))
        }
    }
}

fn hours(figure: Figure, example: &Section) -> Results {
    let entries = example.time_entries();
    match figure {
        Figure::BillableShare => {
            let share = billable_share(&entries, half_year());
            Results::default().maybe("share", share.share()).say("n", share.all.n)
        }
        Figure::ShareOfHours => {
            let share = share_of_hours(&entries, client("A"), half_year());
            Results::default()
                .maybe("share", share.share())
                .say("n", share.part.n)
                .say("n of all", share.all.n)
        }
        Figure::BudgetUse => example
            .engagements()
            .iter()
            .flat_map(|kept| {
                let used = budget_use(kept, &entries, half_year()).expect("the example states budgets");
                used.stretches.into_iter().map(|stretch| (kept.record.title.clone(), stretch))
            })
            .fold(Results::default(), |results, (title, stretch)| {
                results.say(&format!("{title} {}", stretch.days.from), stretch.share())
            }),
        _ => {
            let attention = attention_hours(&example.attentions(), half_year());
            Results::default()
                .maybe("hours a month", attention.hours_a_month)
                .say("minutes", attention.minutes)
                .say("n", attention.n)
        }
    }
}

/// The same words, or the same number to the four decimals that the page shows.
fn same(found: &str, written: &str) -> bool {
    match (found.parse::<f64>(), written.parse::<f64>()) {
        (Ok(found), Ok(written)) => (found - written).abs() <= 5e-5,
        _ => found == written,
    }
}

#[test]
fn each_example_of_the_page_comes_out_as_it_says() {
    let sections = sections(PAGE);
    for figure in Figure::ALL {
        let example = sections
            .iter()
            .find(|section| section.key == figure.key())
            .unwrap_or_else(|| panic!("docs/figures.md has a section of {}", figure.key()));
        let written: Vec<(&str, &str)> =
            example.rows("result").map(|row| (row.need("result"), row.need("value"))).collect();
        let Results(found) = results(figure, example);
        let names = |pairs: &[(&str, &str)]| pairs.iter().map(|pair| pair.0.to_owned()).collect::<Vec<_>>();
        let found: Vec<(&str, &str)> =
            found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(
            names(&found),
            names(&written),
            "{} tells each result, in this order, and no other",
            example.heading
        );
        for ((name, found), (_, written)) in found.iter().zip(&written) {
            assert!(same(found, written), "{}: {name} is {found}, the page says {written}", example.heading);
        }
    }
}

#[test]
fn the_page_tells_each_figure_once_with_formula_n_absence_and_source() {
    let sections = sections(PAGE);
    let keys: Vec<&str> = sections.iter().map(|section| section.key.as_str()).collect();
    let figures: Vec<&str> = Figure::ALL.into_iter().map(Figure::key).collect();
    assert_eq!(keys, figures, "one section a figure, in the order of Figure::ALL");
    for section in &sections {
        for part in ["**Formula", "**n:**", "**Absent:**", "**Source:**"] {
            assert!(section.text.contains(part), "{} says its {part}", section.heading);
        }
    }
}

#[test]
fn a_figures_key_is_the_name_that_it_has_in_files() {
    for figure in Figure::ALL {
        let name = serde_json::to_value(figure).expect("a name without fields");
        assert_eq!(name, figure.key(), "{figure:?} has one name everywhere");
    }
}
