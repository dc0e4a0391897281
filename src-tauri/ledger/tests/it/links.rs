//! Who may name whom.
use kindly_ledger::LedgerError;
use kindly_records::{
    CheckIn, Client, Deliverable, Engagement, Enquiry, FitAnswer, FitAnswerKind, FitCriterion, Invoice, Kind,
    Letter, Payment, RecordError, Template, TimeEntry,
};

use crate::{
    builders::{Practice, check_in, client, day, deliverable, engagement},
    dump::{RECORDS, dump},
    kinds::{self, Family, invoice, letter, payment, time_entry},
};

#[test]
fn what_may_not_be_kept_is_refused_in_one_sentence() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let bell = practice.client("Bell");
    let nobody: kindly_records::ClientId = uuid::Uuid::nil().into();
    let report = practice.deliverable(arkwright, "Report");
    let monthly = practice.engagement(arkwright, "Monthly");
    let mut check = |work: &dyn Fn(&mut kindly_ledger::Changes<'_>) -> Result<(), LedgerError>,
                     expected: &str| {
        let error = practice.try_run("refused", |changes| work(changes)).expect_err(expected);
        let told = error.to_string();
        assert!(told.contains(expected) && !told.ends_with('.'), "“{told}” should say “{expected}”");
    };
    let id = uuid::Uuid::max();
    check(
        &|changes| changes.insert(id.into(), &check_in(nobody, "2026-01-01", "")),
        "the check-in “CSAT 4” belongs to the client 00000000-0000-0000-0000-000000000000, who is not in the ledger",
    );
    check(
        &|changes| {
            let foreign = CheckIn { deliverable: Some(report), ..check_in(bell, "2026-01-01", "") };
            changes.insert(id.into(), &foreign)
        },
        "of another client: choose one of the same client",
    );
    check(
        &|changes| {
            let missing = CheckIn { deliverable: Some(id.into()), ..check_in(bell, "2026-01-01", "") };
            changes.insert(id.into(), &missing)
        },
        "names the deliverable ffffffff-ffff-ffff-ffff-ffffffffffff, which is not in the ledger",
    );
    check(
        &|changes| changes.insert(id.into(), &Letter { engagement: Some(monthly), ..letter(bell) }),
        "the letter “renewal_refusal” names the engagement",
    );
    check(
        &|changes| changes.insert(id.into(), &Letter { enquiry: Some(id.into()), ..letter(bell) }),
        "names the enquiry",
    );
    check(
        &|changes| {
            changes.insert(id.into(), &Deliverable { engagement: Some(monthly), ..deliverable(bell, "Plan") })
        },
        "the deliverable “Plan” names the engagement",
    );
    check(
        &|changes| {
            changes.insert(
                id.into(),
                &CheckIn { deliverable: Some(report), ..check_in(arkwright, "2026-01-01", "") },
            )?;
            changes.update(report, &deliverable(bell, "Report"))
        },
        "the deliverable “Report” cannot move to another client while a check-in names it",
    );
    check(&|changes| changes.insert(arkwright, &client("Twice")), "is in the ledger already");
    check(&|changes| changes.update(nobody, &client("Nobody")), "there is no client with the id");
    check(&|changes| changes.delete::<Engagement>(id.into()), "there is no engagement with the id");
    check(&|changes| changes.insert(id.into(), &client(" ")), "the client has no name: enter one");
    check(
        &|changes| changes.delete_record(kindly_records::Kind::Profile, id),
        "there is no profile with the id",
    );
    let far = day("2026-01-01").checked_add_months(chrono::Months::new(120_000)).expect("chrono knows it");
    check(
        &|changes| changes.insert(id.into(), &Deliverable { due_on: far, ..deliverable(bell, "Plan") }),
        "a day outside the years 0 to 9999",
    );
}

#[test]
fn a_deliverable_that_goes_is_unlinked_and_comes_back_linked() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let report = practice.deliverable(arkwright, "Report");
    let linked =
        practice.add(&CheckIn { deliverable: Some(report), ..check_in(arkwright, "2026-01-01", "") });
    let link = |practice: &mut Practice| {
        let kept = practice.ledger().reader().get::<CheckIn>(linked).expect("it can be read");
        kept.expect("the check-in stays").record.deliverable
    };
    practice.run("delete", |changes| changes.delete::<Deliverable>(report));
    assert_eq!(link(&mut practice), None, "the check-in lets go");
    practice.undo();
    assert_eq!(link(&mut practice), Some(report), "and holds on again when the deliverable is back");
}

/// Which columns of which tables name a record.
pub(crate) fn naming(practice: &Practice, id: uuid::Uuid) -> Vec<String> {
    let file = practice.bare();
    let mut found = Vec::new();
    for table in RECORDS {
        let columns: Vec<String> = file
            .prepare("SELECT name FROM pragma_table_info(?1) WHERE name <> 'id'")
            .and_then(|mut statement| statement.query_map([table], |row| row.get(0))?.collect())
            .expect("the schema can be read");
        for column in columns {
            let sql = format!("SELECT 1 FROM {table} WHERE {column} = ?1");
            if file.prepare(&sql).and_then(|mut statement| statement.exists([id])).expect("it can be read") {
                found.push(format!("{table}.{column}"));
            }
        }
    }
    found
}

#[test]
fn what_goes_is_named_by_nothing_and_comes_back_named_by_all() {
    let check = |kind: Kind, expected: &[&str]| {
        let mut practice = Practice::new();
        let arkwright = practice.client("Arkwright");
        let records = practice.one_of_each(arkwright, "words");
        let id = records.iter().find(|(found, _)| *found == kind).map(|(_, id)| *id).expect("one of each");
        assert_eq!(naming(&practice, id), expected, "all that may name a {kind} do");
        let before = dump(&practice);
        practice.run("delete", |changes| changes.delete_record(kind, id));
        assert!(naming(&practice, id).is_empty(), "nothing names a {kind} that is gone");
        let payments = usize::from(kind != Kind::Invoice);
        assert_eq!(
            practice.ledger().reader().all::<Payment>().expect("they can be read").len(),
            payments,
            "a payment means nothing without its invoice, and stays otherwise"
        );
        assert_eq!(practice.ledger().check().expect("it can be checked"), [], "every link holds");
        practice.undo();
        assert_eq!(dump(&practice), before, "a {kind} comes back with all that named it");
    };
    check(
        Kind::Engagement,
        &[
            "concession.engagement",
            "decision.engagement",
            "deliverable.engagement",
            "ending.engagement",
            "invoice.engagement",
            "letter.engagement",
            "obligation.engagement",
            "request.engagement",
            "template.engagement",
            "time_entry.engagement",
        ],
    );
    check(
        Kind::Deliverable,
        &[
            "check_in.deliverable",
            "check_in_request.deliverable",
            "praise.deliverable",
            "time_entry.deliverable",
        ],
    );
    check(Kind::Obligation, &["deliverable.waits_for"]);
    check(Kind::Invoice, &["payment.invoice"]);
    check(Kind::Enquiry, &["ending.enquiry", "letter.enquiry"]);
}

#[test]
fn with_a_client_goes_everything_of_theirs_and_nothing_else() {
    let mut practice = Practice::new();
    let bell = practice.client("Bell");
    practice.one_of_each(bell, "theirs stay");
    let theirs = template(&mut practice, bell);
    practice.add(&Template {
        client: None,
        engagement: None,
        first_due_on: None,
        every_months: None,
        ..theirs
    });
    let without = dump(&practice);
    let arkwright = practice.client("Arkwright");
    let records = practice.one_of_each(arkwright, "theirs go");
    practice.run("unlist", |changes| {
        let nobodys = records.iter().filter(|(kind, _)| kinds::NOBODYS.contains(kind));
        nobodys.into_iter().try_for_each(|(kind, id)| changes.delete_record(*kind, *id))
    });
    let with = dump(&practice);
    practice.run("delete", |changes| changes.delete::<Client>(arkwright));
    assert_eq!(dump(&practice), without, "nothing of theirs is left, templates and snoozes included");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "every link holds");
    practice.undo();
    assert_eq!(dump(&practice), with, "and all of it comes back");
}

fn template(practice: &mut Practice, client: kindly_records::ClientId) -> Template {
    practice.ledger().reader().of_client::<Template>(client).expect("it can be read").remove(0).record
}

#[test]
fn every_link_is_to_a_record_of_the_same_client() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let bell = practice.client("Bell");
    practice.one_of_each(arkwright, "words");
    let family = practice.run("look", |changes| Family::of(changes, arkwright));
    let foreign = Family { client: bell, ..family };
    let linked = [
        Kind::Obligation,
        Kind::Deliverable,
        Kind::CheckIn,
        Kind::Invoice,
        Kind::Concession,
        Kind::Letter,
        Kind::Praise,
        Kind::Payment,
        Kind::TimeEntry,
        Kind::Request,
        Kind::Decision,
        Kind::Ending,
        Kind::Template,
        Kind::CheckInRequest,
    ];
    for kind in linked {
        let id: uuid::Uuid = practice.ids.next();
        let record = kinds::record(kind, &foreign, "words").expect("there is an invoice");
        let refused = practice.try_run("across", |changes| changes.insert_with(id, &record));
        assert!(
            matches!(refused, Err(LedgerError::LinkAcross { .. })),
            "a {kind} names nothing of another client: {refused:?}"
        );
    }
    let bill = practice.add(&invoice(bell, "2026-002"));
    let missing = practice.try_run("missing", |changes| {
        changes.delete::<Invoice>(bill)?;
        changes.insert(uuid::Uuid::max().into(), &payment(bell, bill, "late"))
    });
    assert!(matches!(missing, Err(LedgerError::NoLink { .. })), "nor what has just gone: {missing:?}");
    let unknown = practice.try_run("unknown", |changes| {
        changes.insert::<TimeEntry>(uuid::Uuid::max().into(), &time_entry(bell, "one"))?;
        changes.delete::<Client>(bell)?;
        changes.insert::<TimeEntry>(uuid::Uuid::nil().into(), &time_entry(bell, "two"))
    });
    assert!(matches!(unknown, Err(LedgerError::NoClient { .. })), "nor a client who has: {unknown:?}");
}

#[test]
fn a_criterion_goes_while_answers_to_it_stay() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.one_of_each(arkwright, "words");
    let criterion = practice.ledger().reader().all::<FitCriterion>().expect("they can be read").remove(0);
    let enquiry = practice.ledger().reader().all::<Enquiry>().expect("they can be read").remove(0);
    let fit = vec![FitAnswer { criterion: criterion.id, answer: FitAnswerKind::No }];
    let weighed = Enquiry { fit, ..enquiry.record };
    practice.run("weigh", |changes| changes.update(enquiry.id, &weighed));
    practice.run("delete", |changes| changes.delete::<FitCriterion>(criterion.id));
    let read = practice.ledger().reader().get::<Enquiry>(enquiry.id).expect("it can be read");
    assert_eq!(read.map(|kept| kept.record), Some(weighed), "what was answered stays as it was");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "and is no broken link");
    practice.undo();
    let back = practice.ledger().reader().get::<FitCriterion>(criterion.id).expect("it can be read");
    assert_eq!(
        back.map(|kept| kept.record),
        Some(criterion.record),
        "the criterion comes back to its answers"
    );
    let twice = [FitAnswerKind::Yes, FitAnswerKind::No]
        .map(|answer| FitAnswer { criterion: criterion.id, answer })
        .to_vec();
    let refused = practice.try_run("twice", |changes| {
        let kept = changes.get::<Enquiry>(enquiry.id)?.expect("it is there").record;
        changes.update(enquiry.id, &Enquiry { fit: twice, ..kept })
    });
    assert!(
        matches!(refused, Err(LedgerError::Invalid(RecordError::AnsweredTwice { .. }))),
        "one criterion has one answer: {refused:?}"
    );
}

#[test]
fn a_record_without_links_moves_to_another_client() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let bell = practice.client("Bell");
    let monthly = practice.engagement(arkwright, "Monthly");
    practice.run("move", |changes| changes.update(monthly, &engagement(bell, "Monthly")));
    let moved = practice.ledger().reader().of_client::<Engagement>(bell).expect("it can be read");
    assert_eq!(moved.len(), 1, "an agreement entered under the wrong client is put right by an edit");
}
