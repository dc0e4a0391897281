//! What was known of past clients early on, before anybody could know how it would go.
use chrono::{Days, NaiveDate};
use kindly_records::{Client, Engagement, FeeModel, IncidentKind, Initiative, Kept};

use crate::{Trait, books::Books};

/// What is early: the first 90 days.
const EARLY_DAYS: u64 = 90;

/// The traits of a client that an enquiry could be asked about: what people do, never where they are from.
pub(super) fn of(books: &Books, client: &Kept<Client>, today: NaiveDate) -> Vec<Trait> {
    let mut traits = Vec::new();
    let engagements = books.engagements.of_client(client.id);
    let first = engagements.iter().min_by_key(|kept| (began(kept), kept.id));
    if let Some(first) = first {
        let until = began(first).checked_add_days(Days::new(EARLY_DAYS)).unwrap_or(today);
        if asked_for_discount(books, client, until) {
            traits.push(Trait::AskedForDiscountEarly);
        }
        if engagements.iter().all(|kept| kept.record.success.trim().is_empty()) {
            traits.push(Trait::NoSuccessDefined);
        }
        if first.record.fee_model != FeeModel::Unknown {
            traits.push(Trait::FeeModel { name: fee_model(first.record.fee_model).to_owned() });
        }
    }
    let first_owed =
        books.obligations.of_client(client.id).iter().min_by_key(|kept| (kept.record.due_on, kept.id));
    if first_owed.is_some_and(|kept| late(kept.record.due_on, kept.record.met_on, today)) {
        traits.push(Trait::FirstObligationLate);
    }
    let accounts = books.accounts(client.id, today);
    let first_bill =
        accounts.iter().min_by_key(|account| (account.invoice.record.issued_on, account.invoice.id));
    if first_bill.is_some_and(|account| late(account.invoice.record.due_on, account.settled_on, today)) {
        traits.push(Trait::FirstInvoiceLate);
    }
    traits.extend(client.record.tags.iter().map(|tag| Trait::Tag { name: tag.clone() }));
    traits.sort();
    traits.dedup();
    traits
}

fn began(kept: &Kept<Engagement>) -> NaiveDate {
    kept.record.starts_on.unwrap_or(kept.record.agreed_on)
}

fn asked_for_discount(books: &Books, client: &Kept<Client>, until: NaiveDate) -> bool {
    let concessions = books.concessions.of_client(client.id).iter();
    let asked = concessions
        .filter(|kept| kept.record.initiative == Initiative::TheyAsked)
        .any(|kept| kept.record.on <= until);
    let incidents = books.incidents.of_client(client.id).iter();
    asked
        || incidents
            .filter(|kept| kept.record.what == IncidentKind::PressureOnPrice)
            .any(|kept| kept.record.on <= until)
}

/// Late, or not there although it was due.
fn late(due_on: NaiveDate, done_on: Option<NaiveDate>, today: NaiveDate) -> bool {
    done_on.unwrap_or(today) > due_on
}

fn fee_model(model: FeeModel) -> &'static str {
    match model {
        FeeModel::Unknown => "unknown",
        FeeModel::Fixed => "fixed",
        FeeModel::Hourly => "hourly",
        FeeModel::Daily => "daily",
        FeeModel::Retainer => "retainer",
    }
}

/// A stable name for a trait.
pub(super) fn key(of: &Trait) -> String {
    match of {
        Trait::AskedForDiscountEarly => "asked_for_discount_early".to_owned(),
        Trait::FirstObligationLate => "first_obligation_late".to_owned(),
        Trait::FirstInvoiceLate => "first_invoice_late".to_owned(),
        Trait::NoSuccessDefined => "no_success_defined".to_owned(),
        Trait::FeeModel { name } => format!("fee_model:{name}"),
        Trait::Tag { name } => format!("tag:{name}"),
    }
}

/// The statement, the question and the sentence for others of a criterion that a trait suggests: words that the user
/// changes before they keep them.
pub(super) fn words(of: &Trait, warns: bool) -> (String, String, String) {
    let owned =
        |name: &str, question: &str, offer: &str| (name.to_owned(), question.to_owned(), offer.to_owned());
    match (of, warns) {
        (Trait::AskedForDiscountEarly, _) => owned(
            "Asks for a discount before the work begins",
            "Is the price as it stands in your budget?",
            "You value the work at its price, and ask about scope before price.",
        ),
        (Trait::FirstObligationLate, _) => owned(
            "Cannot say who sends the brief, and when",
            "Who will send the brief and the access, and by which day?",
            "You name one person who sends briefs and access on time.",
        ),
        (Trait::FirstInvoiceLate, _) => owned(
            "Does not pay within the agreed days",
            "How are invoices approved and paid on your side?",
            "You pay within the agreed days.",
        ),
        (Trait::NoSuccessDefined, _) => owned(
            "Cannot say what success would look like",
            "How will you know, half a year from now, that it went well?",
            "You can say what success would look like for you.",
        ),
        (Trait::FeeModel { name }, warns) => {
            let how = match name.as_str() {
                "fixed" => "at a fixed price",
                "hourly" => "by the hour",
                "daily" => "by the day",
                _ => "by a monthly retainer",
            };
            let insists = if warns { "Insists on work" } else { "Is glad to work" };
            (
                format!("{insists} {how}"),
                "How would you like to pay for the work?".to_owned(),
                if warns { String::new() } else { format!("You like to work {how}.") },
            )
        }
        (Trait::Tag { name }, _) => (
            format!("Belongs to “{name}”"),
            String::new(),
            if warns { String::new() } else { format!("You are at home in {name}.") },
        ),
    }
}
