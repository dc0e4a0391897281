//! What becomes of a letter once it is finished, and what it holds on to.
use kindly_ledger::LedgerError;
use kindly_records::{
    Client, ClientId, Complaint, Document, DocumentId, Kind, Letter, LetterBasis, LetterId, LetterReply,
    LetterTemplate, Profile, Record, RecordError, SentHow, SentLetter,
};

use crate::{
    builders::{Practice, day},
    dump::dump,
    kinds::{finished, letter},
};

fn document(client: ClientId, title: &str, sha256: Option<String>) -> Document {
    Document {
        client,
        on: day("2026-02-13"),
        title: title.to_owned(),
        file: "receipt.pdf".to_owned(),
        sha256,
        notes: String::new(),
    }
}

fn sent(proof_document: Option<DocumentId>) -> SentLetter {
    SentLetter {
        on: day("2026-02-12"),
        how: SentHow::Registered,
        to: "Ada Lind, Halden Retail".to_owned(),
        proof: "RR 123 456 789 GB".to_owned(),
        proof_document,
    }
}

/// A practice with a client and a finished letter to them.
fn practice() -> (Practice, ClientId, LetterId) {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let id = practice.add(&letter(arkwright));
    practice.run("finish", |changes| {
        let sha256 = changes.put_blob(b"%PDF-1.7 dear Arkwright")?;
        changes.update(id, &finished(letter(arkwright), "L-2026-1", &sha256))
    });
    (practice, arkwright, id)
}

fn kept(practice: &mut Practice, id: LetterId) -> Letter {
    practice.ledger().reader().get::<Letter>(id).expect("it can be read").expect("it is there").record
}

#[test]
fn no_use_case_changes_a_finished_letter() {
    let (mut practice, arkwright, id) = practice();
    let before = dump(&practice);
    let now = kept(&mut practice, id);
    let bell = practice.client("Bell");
    let mut check = |what: &str, changed: Letter| {
        let refused = practice.try_run("change", |changes| changes.update(id, &changed));
        assert!(
            matches!(&refused, Err(LedgerError::Invalid(RecordError::FinishedLetter { number })) if number == "L-2026-1"),
            "{what} stays: {refused:?}"
        );
        let any = practice.try_run("change", |changes| changes.update_record(id.into(), &changed.into()));
        assert!(any.is_err(), "{what} stays, whichever way it comes");
    };
    check("its words", Letter { paragraphs: Some(Vec::new()), ..now.clone() });
    check("its addressee", Letter { client: bell, ..now.clone() });
    check("its date", Letter { written_on: day("2026-02-10"), ..now.clone() });
    check(
        "what was noticed and left",
        Letter {
            dismissed: vec![kindly_records::DismissedFinding {
                finding: "absolute".to_owned(),
                words: "never".to_owned(),
                note: String::new(),
            }],
            ..now.clone()
        },
    );
    check("that it is finished", Letter { finished: None, ..now.clone() });
    check("its file", finished(letter(arkwright), "L-2026-1", &"cd".repeat(32)));
    check(
        "its number",
        finished(letter(arkwright), "L-2026-2", &now.pdf_sha256.clone().expect("it has one")),
    );
    practice.undo();
    assert_eq!(dump(&practice), before, "and nothing of it changed");
}

#[test]
fn a_finished_letter_is_sent_and_replied_to_and_both_can_be_taken_back() {
    let (mut practice, arkwright, id) = practice();
    let now = kept(&mut practice, id);
    let receipt = practice.add(&document(arkwright, "Receipt", None));
    let gone = Letter { sent: Some(sent(Some(receipt))), ..now.clone() };
    practice.run("send", |changes| changes.update(id, &gone));
    let reply = LetterReply { on: day("2026-02-20"), words: "Got it, “thank you”.\nAda".to_owned() };
    let answered = Letter { reply: Some(reply), ..gone.clone() };
    practice.run("reply", |changes| changes.update(id, &answered));
    practice.restart();
    assert_eq!(kept(&mut practice, id), answered, "both come back as they were kept");
    for (step, left) in [("reply", &gone), ("send", &now)] {
        assert_eq!(practice.undo().as_deref(), Some(step), "a slip is taken back");
        assert_eq!(kept(&mut practice, id), *left, "and the letter is finished still");
    }
    assert_eq!(practice.undo().as_deref(), Some("add.document"), "what came before as well");
    assert_eq!(practice.undo(), None, "but never that it was finished");
    while practice.redo().is_some() {}
    assert_eq!(kept(&mut practice, id), answered, "redo brings all of it again");
    let hits = |practice: &mut Practice, text: &str| -> Vec<Kind> {
        let hits = practice.ledger().reader().find(text, 9).expect("it can be asked");
        hits.iter().map(|hit| hit.kind).collect()
    };
    for text in ["L-2026-1", "letter is notice", "thank you ada"] {
        assert_eq!(hits(&mut practice, text), [Kind::Letter], "“{text}” finds it");
    }
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "all agrees");
}

#[test]
fn what_a_letter_names_is_there_and_of_the_same_client() {
    let (mut practice, arkwright, id) = practice();
    let bell = practice.client("Bell");
    let theirs = practice.add(&document(bell, "Theirs", None));
    let foreign = practice.add(&letter(bell));
    let complaint = practice.add(&complaint(bell));
    let now = kept(&mut practice, id);
    let mut refused = |id: LetterId, letter: Letter, expected: &str| {
        let told = practice
            .try_run("name", |changes| {
                if changes.get::<Letter>(id)?.is_some() {
                    changes.update(id, &letter)
                } else {
                    changes.insert(id, &letter)
                }
            })
            .expect_err(expected)
            .to_string();
        assert!(told.contains(expected) && !told.ends_with('.'), "“{told}” should say “{expected}”");
    };
    let new: LetterId = uuid::Uuid::max().into();
    let own = || letter(arkwright);
    refused(id, Letter { sent: Some(sent(Some(theirs))), ..now.clone() }, "of another client");
    refused(id, Letter { sent: Some(sent(Some(uuid::Uuid::nil().into()))), ..now }, "names the document");
    refused(new, Letter { supersedes: Some(foreign), ..own() }, "of another client");
    refused(new, Letter { supersedes: Some(new), ..own() }, "names itself: choose another or none");
    let basis = |kind, id| vec![LetterBasis { kind, id }];
    refused(new, Letter { about: basis(Kind::Complaint, complaint.into()), ..own() }, "of another client");
    refused(new, Letter { about: basis(Kind::Client, bell.into()), ..own() }, "cannot rest on a client");
    refused(new, Letter { about: basis(Kind::Letter, new.into()), ..own() }, "names itself");
}

fn complaint(client: ClientId) -> Complaint {
    Complaint {
        client,
        on: day("2026-02-01"),
        theme: "report unclear".to_owned(),
        words: String::new(),
        answered_on: None,
        resolved_on: None,
        cause: kindly_records::ComplaintCause::default(),
        resolution: String::new(),
    }
}

#[test]
fn a_letter_outlives_what_it_rests_on() {
    let (mut practice, arkwright, id) = practice();
    let template = practice.add(&LetterTemplate {
        name: "Plain".to_owned(),
        letter_kind: kindly_records::LetterKind::ComplaintReply,
        language: kindly_records::Language::EnGb,
        register: kindly_records::Register::Warm,
        subject: String::new(),
        paragraphs: Vec::new(),
        left_out: Vec::new(),
        taken_in: Vec::new(),
        notes: String::new(),
    });
    let complaint = practice.add(&complaint(arkwright));
    let about = vec![LetterBasis { kind: Kind::Complaint, id: complaint.into() }];
    let draft =
        Letter { about: about.clone(), template: Some(template), supersedes: Some(id), ..letter(arkwright) };
    let correction = practice.add(&finished(draft, "L-2026-2", &"ef".repeat(32)));
    let receipt = practice.add(&document(arkwright, "Receipt", None));
    let now = kept(&mut practice, correction);
    practice.run("send", |changes| {
        changes.update(correction, &Letter { sent: Some(sent(Some(receipt))), ..now.clone() })
    });
    let before = dump(&practice);
    let named = [
        (Kind::Complaint, uuid::Uuid::from(complaint)),
        (Kind::LetterTemplate, template.into()),
        (Kind::Letter, id.into()),
        (Kind::Document, receipt.into()),
    ];
    for (kind, id) in named {
        practice.run("delete", |changes| changes.delete_record(kind, id));
        assert_eq!(practice.ledger().check().expect("it can be checked"), [], "no link leads nowhere");
        assert_eq!(practice.undo().as_deref(), Some("delete"), "a {kind} comes back");
        assert_eq!(dump(&practice), before, "with all that named it");
    }
    practice.run("delete all", |changes| {
        named.into_iter().try_for_each(|(kind, id)| changes.delete_record(kind, id))
    });
    let left = kept(&mut practice, correction);
    assert_eq!(
        (&left.about, left.template),
        (&about, Some(template)),
        "it goes on saying what it rested on, and what its words began from"
    );
    assert_eq!(left.supersedes, None, "and names no letter that is gone");
    let reply = LetterReply { on: day("2026-03-01"), words: String::new() };
    practice.run("reply", |changes| changes.update(correction, &Letter { reply: Some(reply), ..left }));
}

#[test]
fn a_letter_that_comes_in_may_stand_before_what_it_takes_the_place_of() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let (first, second): (LetterId, LetterId) = (practice.ids.next(), practice.ids.next());
    practice.run("import", |changes| {
        let gone = LetterBasis { kind: Kind::Request, id: uuid::Uuid::nil() };
        let template = Some(uuid::Uuid::nil().into());
        let correction = Letter { supersedes: Some(first), about: vec![gone], template, ..letter(arkwright) };
        changes.insert(second, &correction)?;
        changes.insert(first, &letter(arkwright))
    });
    assert_eq!(kept(&mut practice, second).supersedes, Some(first), "in whichever order a file has them");
    let dangling = practice.try_run("import", |changes| {
        changes.update(second, &Letter { supersedes: Some(uuid::Uuid::max().into()), ..letter(arkwright) })
    });
    assert!(dangling.is_err(), "but it must be there in the end");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "nothing leads nowhere");
}

#[test]
fn files_stay_as_long_as_something_names_them() {
    let (mut practice, arkwright, id) = practice();
    let bell = practice.client("Bell");
    let pdf = kept(&mut practice, id).pdf_sha256.expect("it was finished");
    let (logo, signature, scan) = practice.run("pictures", |changes| {
        let (logo, signature) = (changes.put_blob(b"<svg/>")?, changes.put_blob(b"\x89PNG")?);
        changes.set_profile(&Profile {
            logo_sha256: Some(logo.clone()),
            signature_sha256: Some(signature.clone()),
            ..Profile::default()
        })?;
        Ok((logo, signature, changes.put_blob(b"a scanned receipt")?))
    });
    let receipt = practice.add(&document(arkwright, "Receipt", Some(scan.clone())));
    let now = kept(&mut practice, id);
    practice.run("send", |changes| changes.update(id, &Letter { sent: Some(sent(Some(receipt))), ..now }));
    let there = |practice: &mut Practice, name: &str| {
        practice.ledger().reader().blob(name).expect("it can be read").is_some()
    };
    let (at, label) = (practice.at, || crate::builders::label("erase"));
    practice.ledger().erase_client(at, bell, label()).expect("they are there");
    for name in [&pdf, &logo, &signature, &scan] {
        assert!(there(&mut practice, name), "an erasure of somebody else leaves all files");
    }
    let plan = practice.ledger().erase_plan(arkwright).expect("they are there");
    let receipt = practice.ledger().erase_client(at, arkwright, label()).expect("they are there");
    assert_eq!((plan.files, receipt.files), (2, 2), "the letter's PDF and the proof of its delivery go");
    assert!(!there(&mut practice, &pdf) && !there(&mut practice, &scan), "for good");
    assert!(there(&mut practice, &logo) && there(&mut practice, &signature), "the letterhead is nobody's");
    practice.run("pictures", |changes| changes.set_profile(&Profile::default()));
    let cole = practice.client("Cole");
    practice.ledger().erase_client(at, cole, label()).expect("they are there");
    assert!(there(&mut practice, &logo), "a picture that undo would bring back stays");
    practice.undo();
    assert_eq!(
        practice.ledger().reader().profile().expect("it can be read").logo_sha256,
        Some(logo),
        "and so it is there when it comes back"
    );
}

#[test]
fn a_template_is_found_by_its_name_and_by_its_words() {
    let mut practice = Practice::new();
    let id = practice.add(&LetterTemplate {
        name: "Kurze Absage".to_owned(),
        letter_kind: kindly_records::LetterKind::ProspectDecline,
        language: kindly_records::Language::De,
        register: kindly_records::Register::Formal,
        subject: "Ihre Anfrage".to_owned(),
        paragraphs: vec![kindly_records::LetterParagraph {
            part: "own".to_owned(),
            text: "Für Ihr Vertrauen danke ich Ihnen.".to_owned(),
        }],
        left_out: Vec::new(),
        taken_in: Vec::new(),
        notes: "For enquiries at short notice".to_owned(),
    });
    for text in ["absage", "anfrage", "vertrauen danke", "short notice"] {
        let hits = practice.ledger().reader().find(text, 9).expect("it can be asked");
        let found: Vec<_> = hits.iter().map(|hit| (hit.kind, hit.id, hit.client)).collect();
        assert_eq!(found, [(Kind::LetterTemplate, id.into(), None)], "“{text}” finds it; it is nobody's");
    }
    let read = practice.ledger().reader().record(Kind::LetterTemplate, id.into()).expect("it can be read");
    assert!(matches!(read, Some(Record::LetterTemplate(_))), "and it is read as a record of any kind");
    let clients = practice.ledger().reader().all::<Client>().expect("they can be read");
    assert!(clients.is_empty(), "without any client");
}
