//! Records that read like what they are about. It is 30 June 2026.
use chrono::{DateTime, NaiveDate};
use iso_currency::Currency;
use kindly_measures::Window;
use kindly_records::{
    Acceptance, Attention, CheckIn, ClientId, Complaint, ComplaintCause, Concession, Deliverable, Engagement,
    EngagementId, Enquiry, FeeModel, IdSource, Initiative, Invoice, InvoiceId, Kept, Money, NoticeCounts,
    NoticeForm, Obligation, ObligationKind, Outcome, Payment, RatingScale, RecordId, SaidBy, Scope,
    TimeEntry,
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("the test writes real days")
}

pub(crate) fn today() -> NaiveDate {
    day("2026-06-30")
}

/// January to June.
pub(crate) fn half_year() -> Window {
    Window { from: day("2026-01-01"), to: today() }
}

/// The id that a number or a name stands for; the same each time.
pub(crate) fn id<I: RecordId>(name: &str) -> I {
    let seed = name.bytes().fold(7_u64, |seed, byte| seed.wrapping_mul(131).wrapping_add(u64::from(byte)));
    IdSource::seeded(seed, DateTime::UNIX_EPOCH).next()
}

pub(crate) fn client(name: &str) -> ClientId {
    id(name)
}

pub(crate) fn euros(minor: i64) -> Money {
    Money { minor, currency: Currency::EUR }
}

pub(crate) fn dollars(minor: i64) -> Money {
    Money { minor, currency: Currency::USD }
}

pub(crate) fn near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() < 5e-5, "{what}: {found}, worked by hand {expected}");
}

pub(crate) fn deliverable(due: &str, delivered: Option<&str>, outcome: Outcome) -> Deliverable {
    Deliverable {
        client: client("A"),
        engagement: None,
        title: "Report".into(),
        due_on: day(due),
        delivered_on: delivered.map(day),
        outcome,
        notes: String::new(),
        scope: Scope::default(),
        acceptance: Acceptance::default(),
        waits_for: None,
        from_memory: false,
    }
}

pub(crate) fn answer(on: NaiveDate, scale: RatingScale, value: i64) -> CheckIn {
    CheckIn {
        client: client("A"),
        on,
        scale,
        value,
        said_by: SaidBy::Them,
        deliverable: None,
        words: String::new(),
        person: String::new(),
        from_memory: false,
    }
}

pub(crate) fn answers(scale: RatingScale, values: &[i64]) -> Vec<CheckIn> {
    values.iter().map(|value| answer(today(), scale, *value)).collect()
}

/// Answers, and one more that is only an impression and would change every figure if it counted.
pub(crate) fn with_impression(scale: RatingScale, values: &[i64]) -> Vec<CheckIn> {
    let mut all = answers(scale, values);
    let lowest = scale.range().0;
    all.push(CheckIn { said_by: SaidBy::MyImpression, ..answer(today(), scale, lowest) });
    all
}

pub(crate) fn complaint(on: &str, answered: Option<&str>) -> Complaint {
    Complaint {
        client: client("A"),
        on: day(on),
        theme: "late".into(),
        words: String::new(),
        answered_on: answered.map(day),
        resolved_on: None,
        cause: ComplaintCause::default(),
        resolution: String::new(),
    }
}

pub(crate) fn enquiry(received: &str, answered: Option<&str>) -> Enquiry {
    Enquiry {
        client: client("A"),
        received_on: day(received),
        subject: "a market study".into(),
        words: String::new(),
        answered_on: answered.map(day),
        fit: Vec::new(),
    }
}

pub(crate) fn obligation(due: &str, met: Option<&str>) -> Obligation {
    Obligation {
        client: client("A"),
        engagement: None,
        what: ObligationKind::Brief,
        title: "Brief".into(),
        due_on: day(due),
        met_on: met.map(day),
        notes: String::new(),
        from_memory: false,
    }
}

/// An invoice to client A.
pub(crate) fn invoice(issued: &str, due: &str, amount: Money, paid: Option<&str>) -> Invoice {
    Invoice {
        client: client("A"),
        number: "1".into(),
        issued_on: day(issued),
        amount,
        due_on: day(due),
        paid_on: paid.map(day),
        engagement: None,
        notes: String::new(),
    }
}

/// What was invoiced to a client on the first of June.
pub(crate) fn fee(name: &str, amount: Money) -> Invoice {
    Invoice { client: client(name), ..invoice("2026-06-01", "2026-07-01", amount, None) }
}

pub(crate) fn kept_invoice(number: &str, invoice: Invoice) -> Kept<Invoice> {
    Kept { id: id(number), record: Invoice { number: number.into(), ..invoice } }
}

pub(crate) fn payment(number: &str, on: &str, amount: Money) -> Payment {
    let invoice: InvoiceId = id(number);
    Payment { client: client("A"), invoice, on: day(on), amount, reference: String::new() }
}

pub(crate) fn time(name: &str, on: &str, hours: f64) -> TimeEntry {
    let seconds = format!("{:.0}", hours * 3_600.0).parse().expect("the test writes sensible hours");
    TimeEntry {
        client: client(name),
        engagement: None,
        deliverable: None,
        on: day(on),
        seconds,
        what: String::new(),
        billable: true,
        hourly_rate: None,
    }
}

pub(crate) fn engagement(title: &str, fee_model: FeeModel, rate: Option<Money>) -> Kept<Engagement> {
    let id: EngagementId = id(title);
    let record = Engagement {
        client: client("A"),
        title: title.into(),
        agreed_on: day("2026-01-01"),
        success: String::new(),
        starts_on: None,
        term_ends_on: None,
        renews_by_months: None,
        notice: None,
        notice_form: NoticeForm::default(),
        notice_counts: NoticeCounts::default(),
        ended_on: None,
        fee_model,
        rate,
        budget_minutes: None,
        from_memory: false,
    };
    Kept { id, record }
}

pub(crate) fn concession(name: &str, amount: Option<Money>, minutes: Option<u32>) -> Concession {
    Concession {
        client: client(name),
        on: day("2026-06-10"),
        what: "Extra round".into(),
        amount,
        minutes,
        reason: String::new(),
        engagement: None,
        initiative: Initiative::default(),
        from_memory: false,
    }
}

pub(crate) fn attention(on: &str, minutes: u32) -> Attention {
    Attention { client: client("A"), on: day(on), minutes, what: String::new() }
}
