//! Each figure as it is shown: its value with its unit, its n, what it had to leave out, and its interval.
use chrono::NaiveDate;
use iso_currency::Currency;
use kindly_measures::{
    ConcessionShare, FIVE, Fees, Hours, IncomeShare, Interval, Mean, Rate, Realization, SEVEN, Window,
    acceptance_rate, all_response_days, attention_hours, billable_share, budget_use, ces, concession_share,
    csat, days_beyond_terms_by_amount, effective_hourly_rate, fees_invoiced, invoices_kept, nps,
    obligations_kept, on_time_rate, otif, realization, share_of_hours, share_of_income,
};
use kindly_records::{ClientId, Kept, Money};

use super::{
    scoped::Scoped,
    view::{Figure, FigureId, FigureInterval, FigureScope, FigureValue},
};
use crate::standing::number;

const MINUTES_AN_HOUR: f64 = 60.0;

/// The figures of a scope, in the order in which they are shown.
pub(super) fn figures(
    records: &Scoped<'_>,
    window: Window,
    currency: Currency,
    today: NaiveDate,
) -> Vec<Figure> {
    let mut figures = Vec::from(delivery(records, window));
    figures.extend(satisfaction(records, window));
    // Complaints and enquiries belong to no one agreement.
    if !matches!(records.scope, FigureScope::Engagement(_)) {
        figures.push(first_response(records, window, today));
    }
    figures.extend(their_side(records, window, currency, today));
    figures.extend(money(records, window, currency));
    figures.extend(time(records, window));
    if let (FigureScope::Client(client), false) = (records.scope, records.client.is_none()) {
        figures.extend(shares(records, client, window, currency));
    }
    if !matches!(records.scope, FigureScope::Engagement(_)) {
        figures.push(attention(records, window));
    }
    figures
}

fn delivery(records: &Scoped<'_>, window: Window) -> [Figure; 3] {
    let deliverables = || records.deliverables.iter().copied();
    let acceptance = acceptance_rate(deliverables(), window);
    [
        share(FigureId::OnTime, on_time_rate(deliverables(), window)),
        share(FigureId::Otif, otif(deliverables(), window)),
        Figure { left_out: number(acceptance.unknown), ..share(FigureId::Acceptance, acceptance.at_first) },
    ]
}

fn satisfaction(records: &Scoped<'_>, window: Window) -> [Figure; 4] {
    let check_ins = || records.check_ins.iter().copied();
    let csat = csat(check_ins(), window);
    let nps = nps(check_ins(), window);
    let score = nps.score().map_or(FigureValue::None, |value| FigureValue::Score { value });
    [
        share(FigureId::CsatSatisfied, csat.satisfied),
        mean(FigureId::CsatMean, csat.mean, FIVE, 5),
        Figure { interval: nps.interval().map(interval), ..figure(FigureId::Nps, score, nps.n()) },
        mean(FigureId::Ces, ces(check_ins(), window), SEVEN, 7),
    ]
}

fn first_response(records: &Scoped<'_>, window: Window, today: NaiveDate) -> Figure {
    let (complaints, enquiries) = (records.complaints.iter().copied(), records.enquiries.iter().copied());
    let response = all_response_days(complaints, enquiries, window, today);
    let value = response.answered.median.map_or(FigureValue::None, |value| FigureValue::Days { value });
    Figure {
        left_out: number(response.waiting),
        ..figure(FigureId::FirstResponse, value, response.answered.n)
    }
}

fn their_side(records: &Scoped<'_>, window: Window, currency: Currency, today: NaiveDate) -> [Figure; 2] {
    let kept = obligations_kept(records.obligations.iter().copied(), window, today)
        + invoices_kept(&records.bills, window, today);
    let (own, others) =
        in_currency(days_beyond_terms_by_amount(&records.bills, window, today), currency, |terms| {
            terms.amount.currency
        });
    let value = own.map_or(FigureValue::None, |terms| FigureValue::Days { value: terms.days });
    let n = own.map_or(0, |terms| terms.n);
    [
        share(FigureId::ObligationsKept, kept),
        Figure {
            left_out: number(others.iter().map(|terms| terms.n).sum()),
            ..figure(FigureId::DaysBeyondTerms, value, n)
        },
    ]
}

fn money(records: &Scoped<'_>, window: Window, currency: Currency) -> [Figure; 4] {
    let invoices = || records.invoices();
    let entries = || records.entries.iter().copied();
    let engagements = || records.engagements.iter().copied();

    let (fees, other_fees) =
        in_currency(fees_invoiced(invoices(), window), currency, |fees| fees.fees.currency);
    let amount = fees.map_or(FigureValue::None, |fees| FigureValue::Amount { value: fees.fees });

    let rates = effective_hourly_rate(invoices(), entries(), window);
    let (rate, other_rates) = in_currency(rates.by_currency, currency, |rate| rate.fees.fees.currency);
    let per_hour = rate.and_then(|rate| rate.per_hour);

    let realized = realization(invoices(), entries(), engagements(), window);
    let (work, other_work) = in_currency(realized.by_currency, currency, |work| work.standard.currency);
    let realized_out = realized.hours_left_out.n + count(&realized.fees_left_out);

    let concessions = records.concessions.iter().copied();
    let given = concession_share(concessions, invoices(), entries(), engagements(), window);
    let (own, other_given) = in_currency(given.by_currency, currency, |given| given.given.currency);
    [
        Figure {
            left_out: number(count(&other_fees)),
            ..figure(FigureId::Fees, amount, fees.map_or(0, |fees| fees.n))
        },
        Figure {
            left_out: number(
                rates.left_out.n + other_rates.iter().map(|rate| rate.fees.n + rate.hours.n).sum::<usize>(),
            ),
            ..figure(
                FigureId::EffectiveHourlyRate,
                per_hour.map_or(FigureValue::None, |value: Money| FigureValue::PerHour { value }),
                rate.filter(|_| per_hour.is_some()).map_or(0, |rate| rate.fees.n + rate.hours.n),
            )
        },
        Figure {
            left_out: number(
                realized_out + other_work.iter().map(|work| work.billed.n + work.hours.n).sum::<usize>(),
            ),
            ..of_share(
                FigureId::Realization,
                work.and_then(Realization::rate),
                work.map_or(0, |work| work.billed.n + work.hours.n),
            )
        },
        Figure {
            left_out: number(given.unpriced + other_given.iter().map(|given| given.n).sum::<usize>()),
            ..of_share(
                FigureId::ConcessionsShare,
                own.and_then(ConcessionShare::share),
                own.map_or(0, |given| given.n + given.fees.n),
            )
        },
    ]
}

fn time(records: &Scoped<'_>, window: Window) -> Vec<Figure> {
    let entries = || records.entries.iter().copied();
    let billable = billable_share(entries(), window);
    let mut figures = vec![
        hours(FigureId::HoursWorked, billable.all),
        of_share(FigureId::BillableShare, billable.share(), billable.all.n),
    ];
    // A budget is one agreement's: a client's, where they have one with a budget and no other.
    let budgeted = || records.engagements.iter().filter(|kept| kept.record.budget_minutes.is_some());
    if let (Some(engagement), 1, false) = (budgeted().next(), budgeted().count(), records.client.is_none()) {
        figures.extend(budget(engagement, records, window));
    }
    figures
}

/// Of a retainer, the month that runs now: the months before it had budgets of their own.
fn budget(
    engagement: &Kept<kindly_records::Engagement>,
    records: &Scoped<'_>,
    window: Window,
) -> Option<Figure> {
    let used = budget_use(engagement, records.entries.iter().copied(), window)?;
    let last = used.stretches.last();
    let value = last.map(|stretch| stretch.share());
    Some(of_share(FigureId::BudgetUsed, value, last.map_or(0, |stretch| stretch.used.n)))
}

fn shares(records: &Scoped<'_>, client: ClientId, window: Window, currency: Currency) -> [Figure; 2] {
    let hours = share_of_hours(records.all_entries.iter().copied(), client, window);
    let income = share_of_income(records.all_invoices.iter().copied(), client, window);
    let (own, others) = in_currency(income.by_currency, currency, |share| share.all.fees.currency);
    let others = count(&income.left_out) + others.iter().map(|share| share.all.n).sum::<usize>();
    [
        of_share(FigureId::ShareOfHours, hours.share(), hours.all.n),
        Figure {
            left_out: number(others),
            ..of_share(
                FigureId::ShareOfIncome,
                own.and_then(IncomeShare::share),
                own.map_or(0, |share| share.all.n),
            )
        },
    ]
}

fn attention(records: &Scoped<'_>, window: Window) -> Figure {
    let taken = attention_hours(records.attention.iter().copied(), window);
    let value = taken
        .hours_a_month
        .map_or(FigureValue::None, |hours| FigureValue::Minutes { value: hours * MINUTES_AN_HOUR });
    figure(FigureId::AttentionPerMonth, value, taken.n)
}

fn figure(id: FigureId, value: FigureValue, n: usize) -> Figure {
    Figure { id, value, n: number(n), left_out: 0, interval: None }
}

fn of_share(id: FigureId, share: Option<f64>, n: usize) -> Figure {
    match share {
        Some(value) => figure(id, FigureValue::Share { value }, n),
        None => figure(id, FigureValue::None, 0),
    }
}

fn share(id: FigureId, rate: Rate) -> Figure {
    Figure { interval: rate.interval().map(interval), ..of_share(id, rate.share(), rate.n) }
}

fn mean(id: FigureId, mean: Mean, scale: (f64, f64), high: i64) -> Figure {
    let value = mean.mean.map_or(FigureValue::None, |value| FigureValue::Mean { value, high });
    Figure { interval: mean.interval(scale).map(interval), ..figure(id, value, mean.n) }
}

fn hours(id: FigureId, hours: Hours) -> Figure {
    let value = if hours.n == 0 { FigureValue::None } else { FigureValue::Hours { value: hours.hours() } };
    figure(id, value, hours.n)
}

fn interval(interval: Interval) -> FigureInterval {
    FigureInterval { low: interval.low, high: interval.high }
}

fn count(fees: &[Fees]) -> usize {
    fees.iter().map(|fees| fees.n).sum()
}

/// The one in a currency, and those in others.
fn in_currency<T: Copy>(all: Vec<T>, currency: Currency, of: impl Fn(&T) -> Currency) -> (Option<T>, Vec<T>) {
    let (own, others): (Vec<T>, Vec<T>) = all.into_iter().partition(|each| of(each) == currency);
    (own.first().copied(), others)
}
