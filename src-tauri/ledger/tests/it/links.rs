//! Who may name whom.
use kindly_ledger::LedgerError;
use kindly_records::{
    CheckIn, Deliverable, Engagement, Language, Letter, LetterChoices, LetterKind, Obligation,
    ObligationKind, Paper,
};

use crate::builders::{Practice, check_in, client, day, deliverable, engagement};

fn letter(client: kindly_records::ClientId) -> Letter {
    Letter {
        client,
        letter_kind: LetterKind::RenewalRefusal,
        engagement: None,
        enquiry: None,
        written_on: day("2026-02-11"),
        language: Language::default(),
        paper: Paper::default(),
        choices: LetterChoices::default(),
        paragraphs: None,
        pdf_sha256: None,
    }
}

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

#[test]
fn an_engagement_that_goes_is_unlinked_from_all_that_named_it() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let monthly = practice.engagement(arkwright, "Monthly");
    let report = practice.add(&Deliverable { engagement: Some(monthly), ..deliverable(arkwright, "Report") });
    let brief = practice.add(&Obligation {
        client: arkwright,
        engagement: Some(monthly),
        what: ObligationKind::default(),
        title: "Brief".to_owned(),
        due_on: day("2026-01-01"),
        met_on: None,
        notes: String::new(),
    });
    let refusal = practice.add(&Letter { engagement: Some(monthly), ..letter(arkwright) });
    practice.run("delete", |changes| changes.delete::<Engagement>(monthly));
    let reader = practice.ledger().reader();
    let report = reader.get::<Deliverable>(report).expect("it can be read").expect("it stays").record;
    let brief = reader.get::<Obligation>(brief).expect("it can be read").expect("it stays").record;
    let refusal = reader.get::<Letter>(refusal).expect("it can be read").expect("it stays").record;
    assert_eq!(
        (report.engagement, brief.engagement, refusal.engagement),
        (None, None, None),
        "nothing names what is gone"
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
