//! What the rows of each kind become.
use chrono::NaiveDate;
use iso_currency::Currency;
use kindly_exchange::{Draft, ImportKind, example};
use kindly_records::{ClientStatus, Language, Money, ObligationKind, Outcome, RatingScale, SaidBy};

use crate::read_text;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// All drafts of the kind's example.
fn drafts(kind: ImportKind) -> Vec<Draft> {
    let sheet = read_text(example(kind)).expect("our own example is sound");
    sheet.rows.into_iter().map(|row| row.expect("and so is every row")).collect()
}

macro_rules! rows_of {
    ($kind:ident, $variant:ident) => {
        drafts(ImportKind::$kind)
            .into_iter()
            .map(|draft| match draft {
                Draft::$variant(row) => row,
                other => panic!("a row of {} expected, not {other:?}", ImportKind::$kind),
            })
            .collect::<Vec<_>>()
    };
}

#[test]
fn clients_have_their_address_in_lines_and_defaults_where_nothing_is_said() {
    let rows = rows_of!(Clients, Client);
    assert_eq!(rows[0].client.address, ["12 Quay Street", "Galway", "H91 X2Y3"], "slashes part lines");
    assert_eq!(rows[1].client.address, ["8 rue des Lilas", "69003 Lyon"], "so do line breaks");
    assert_eq!(rows[1].client.status, ClientStatus::Ended, "the status is read");
    assert_eq!(rows[2].line, 5, "the quoted line break is counted");
    assert_eq!(rows[2].client.notes, "Asked for \"a quick audit\"", "doubled quotation marks are one");
    assert_eq!(rows[2].client.language, Language::EnUs, "the language is read");
    let bare = read_text("Name\nHarbour c/o Byrne\n").expect("a name is enough");
    let Some(Draft::Client(row)) = bare.drafts().next() else { panic!("a client expected") };
    assert_eq!(row.client.status, ClientStatus::Active, "a client works with us unless it is said");
    assert_eq!((row.client.currency, row.client.language), (Currency::EUR, Language::EnGb), "the defaults");
    assert_eq!(row.client.name, "Harbour c/o Byrne", "a slash without blanks is text");
}

#[test]
fn the_language_of_letters_is_read_as_people_write_it() {
    for (text, language) in [
        ("en-GB", Language::EnGb),
        ("en_US", Language::EnUs),
        ("de", Language::De),
        ("de-DE", Language::De),
        ("Deutsch", Language::De),
        ("French", Language::Fr),
        ("français", Language::Fr),
        ("fr-fr", Language::Fr),
        ("es-ES", Language::Es),
        ("Español", Language::Es),
    ] {
        let read = read_text(&format!("Name,Language\nHalden,{text}\n")).expect("a sound table");
        let Some(Draft::Client(row)) = read.drafts().next() else { panic!("{text} names a language") };
        assert_eq!(row.client.language, language, "{text}");
    }
}

#[test]
fn deliverables_without_an_outcome_are_judged_by_their_days() {
    let rows = rows_of!(Deliverables, Deliverable);
    assert_eq!(
        rows[0].engagement.as_deref(),
        Some("Monthly reporting"),
        "the agreement is named by its title"
    );
    assert_eq!(rows[3].outcome, Outcome::Excused, "what is said counts");
    let check = |due: &str, delivered: &str, outcome: &str, expected: Outcome| {
        let text = format!("Client,Title,Due,Delivered,Outcome\nA,x,{due},{delivered},{outcome}\n");
        let sheet = read_text(&text).expect("a sound file");
        let Some(Draft::Deliverable(row)) = sheet.drafts().next() else {
            panic!("a deliverable expected: {text}")
        };
        assert_eq!(row.outcome, expected, "due {due}, delivered {delivered:?}, outcome {outcome:?}");
    };
    check("2026-02-10", "2026-02-10", "", Outcome::Met);
    check("2026-02-10", "2026-02-11", "", Outcome::Late);
    check("2026-02-10", "", "", Outcome::Pending);
    check("2026-02-10", "2026-02-11", "Excused", Outcome::Excused);
    check("2026-02-10", "2026-02-11", "accepted", Outcome::Met);
    check("2026-02-10", "", "late", Outcome::Late);
}

#[test]
fn check_ins_tell_what_they_said_from_an_impression() {
    let rows = rows_of!(CheckIns, CheckIn);
    assert_eq!((rows[0].scale, rows[0].value), (RatingScale::Csat, 4), "scale and value");
    assert_eq!((rows[0].said_by, rows[2].said_by), (SaidBy::Them, SaidBy::MyImpression), "who said it");
    assert_eq!(rows[0].deliverable.as_deref(), Some("March report"), "what it is about");
    let bare = read_text("Client,Date,Scale,Value\nA,2026-02-01,nps,0\n").expect("four columns are enough");
    let Some(Draft::CheckIn(row)) = bare.drafts().next() else { panic!("a check-in expected") };
    assert_eq!((row.said_by, row.value), (SaidBy::Them, 0), "they said it unless it is told otherwise");
}

#[test]
fn invoices_have_their_own_currency() {
    let rows = rows_of!(Invoices, Invoice);
    assert_eq!(rows[1].amount, Money { minor: 480_000, currency: Currency::USD }, "thousands are grouped");
    assert_eq!((rows[0].paid_on, rows[1].paid_on), (Some(day("2026-04-28")), None), "paid and open");
}

#[test]
fn obligations_and_complaints_may_be_open() {
    let rows = rows_of!(Obligations, Obligation);
    assert_eq!((rows[0].what, rows[1].what), (ObligationKind::Brief, ObligationKind::Approval), "the kinds");
    assert_eq!((rows[0].met_on, rows[1].met_on), (Some(day("2026-04-09")), None), "met and owed");
    let rows = rows_of!(Complaints, Complaint);
    assert_eq!(
        (rows[0].resolved_on, rows[1].answered_on),
        (Some(day("2026-03-01")), None),
        "settled and waiting"
    );
}
