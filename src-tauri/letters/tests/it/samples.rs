//! The people and facts that the tests write letters about; all invented.

use chrono::NaiveDate;
use kindly_letters::{
    Delivery, Facts, Invoice, Language, LetterSpec, Money, Notice, NoticeCounts, NoticeForm, Paper, Papers,
    ProspectDecline, Recipient, Referral, ReferredPerson, Register, RenewalRefusal, SalutationTitle, Sender,
    Typeface,
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("the tests write dates as year-month-day")
}

pub(crate) fn sender() -> Sender {
    Sender {
        name: "Ada Brandt".to_owned(),
        trade_name: Some("Brandt Finance".to_owned()),
        role: Some("Independent finance consultant".to_owned()),
        address: vec!["4 Harbour Row".to_owned(), "Bristol BS1 6XN".to_owned()],
        country: Some("United Kingdom".to_owned()),
        email: Some("ada@brandt.example".to_owned()),
        phone: Some("+44 117 496 0123".to_owned()),
        website: Some("brandt.example".to_owned()),
        place: None,
        footer: Vec::new(),
    }
}

fn person(title: SalutationTitle, given: &str, family: &str, company: &str, address: &[&str]) -> Recipient {
    Recipient {
        company: Some(company.to_owned()),
        title: Some(title),
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        address: address.iter().map(|line| (*line).to_owned()).collect(),
        country: Some("United Kingdom".to_owned()),
        email: None,
    }
}

pub(crate) fn money(minor: i64, code: &str) -> Money {
    Money { minor, currency: iso_currency::Currency::from_code(code).expect("the tests write ISO codes") }
}

pub(crate) fn delivery(title: &str, due: Option<&str>) -> Delivery {
    Delivery { title: title.to_owned(), due: due.map(day) }
}

pub(crate) fn invoice(number: &str, minor: i64, due: &str) -> Invoice {
    Invoice { number: number.to_owned(), amount: Some(money(minor, "EUR")), due: Some(day(due)) }
}

pub(crate) fn referral(names: &[&str]) -> Referral {
    Referral {
        people: names.iter().map(|name| ReferredPerson { name: (*name).to_owned(), field: None }).collect(),
        client_details_passed_on: false,
        client_consented: false,
    }
}

pub(crate) fn letter(facts: Facts, recipient: Recipient) -> LetterSpec {
    LetterSpec {
        language: Language::EnglishUk,
        register: Register::Warm,
        paper: Paper::A4,
        layout: None,
        typeface: Typeface::Serif,
        fold_marks: true,
        accent: None,
        sender: sender(),
        recipient,
        date: day("2026-11-10"),
        facts,
        left_out: Vec::new(),
        taken_in: Vec::new(),
        subject: None,
        paragraphs: None,
        remark: None,
        enclosures: Vec::new(),
        signature_role: None,
    }
}

pub(crate) fn renewal_facts() -> RenewalRefusal {
    RenewalRefusal {
        agreement_date: Some(day("2024-03-01")),
        end_date: Some(day("2027-01-31")),
        notice: Some(Notice {
            last_day: day("2026-11-30"),
            last_safe_posting_day: Some(day("2026-11-25")),
            counts: NoticeCounts::ReceivedBy,
            form: NoticeForm::Registered,
            next_end: Some(day("2028-01-31")),
        }),
        still_to_deliver: vec![delivery("Year-end report", Some("2027-01-20"))],
        handover_by: Some(day("2027-01-29")),
        invoices: vec![invoice("2026-034", 480_000, "2027-01-15")],
        ..RenewalRefusal::default()
    }
}

pub(crate) fn renewal_with(change: impl FnOnce(&mut RenewalRefusal)) -> LetterSpec {
    let mut facts = renewal_facts();
    change(&mut facts);
    let address = ["12 Quay Street", "Bristol BS1 4ND"];
    let to = person(SalutationTitle::Ms, "Petra", "Halden", "Halden & Co", &address);
    letter(Facts::RenewalRefusal(facts), to)
}

pub(crate) fn renewal() -> LetterSpec {
    renewal_with(|_| ())
}

pub(crate) fn decline_with(change: impl FnOnce(&mut ProspectDecline)) -> LetterSpec {
    let mut facts = ProspectDecline {
        enquiry_date: Some(day("2026-11-09")),
        subject: Some("a pricing review in Japan".to_owned()),
        reason_line: Some(
            "It needs someone who reads the market in Japanese. I do not, and would be learning at your expense".to_owned(),
        ),
        nothing_owed: true,
        after_call: true,
        papers: Papers::Deleted,
        papers_called: Some("brief".to_owned()),
        referral: Some(referral(&["Aiko Tanaka", "Ben Hale"])),
        ..ProspectDecline::default()
    };
    change(&mut facts);
    let address = ["7 Mill Lane", "Leeds LS1 5QS"];
    let to = person(SalutationTitle::Mr, "Daniel", "Okafor", "Okafor Trading Ltd", &address);
    letter(Facts::ProspectDecline(facts), to)
}

pub(crate) fn decline() -> LetterSpec {
    decline_with(|_| ())
}

/// The same letter as a sender and a reader in the United States know it.
pub(crate) fn american(mut spec: LetterSpec) -> LetterSpec {
    spec.language = Language::EnglishUs;
    spec.paper = Paper::UsLetter;
    spec.sender.address = vec!["410 Pine Street, Suite 12".to_owned(), "Seattle, WA 98101".to_owned()];
    spec.sender.phone = Some("(206) 555-0142".to_owned());
    spec.sender.country = Some("USA".to_owned());
    spec.recipient.address = vec!["88 Larch Avenue".to_owned(), "Portland, OR 97205".to_owned()];
    spec.recipient.country = Some("USA".to_owned());
    if let Facts::RenewalRefusal(facts) = &mut spec.facts {
        for invoice in &mut facts.invoices {
            invoice.amount = invoice.amount.map(|amount| money(amount.minor, "USD"));
        }
    }
    spec
}
