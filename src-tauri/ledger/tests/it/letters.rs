//! A finished letter is superseded, never undone; everything else still is.
use kindly_ledger::{HistoryFilter, LedgerError};
use kindly_records::{Client, ClientId, Engagement, Letter, LetterId};

use crate::{
    builders::{Practice, client, label},
    dump::dump,
    kinds::{finished, letter},
};

fn finish(practice: &mut Practice, id: LetterId, owner: ClientId) {
    practice.run("finish", |changes| {
        let sha256 = changes.put_blob(b"%PDF-1.7 dear Arkwright")?;
        changes.update(id, &finished(letter(owner), "L-2026-1", &sha256))
    });
}

fn is_finished(practice: &mut Practice, id: LetterId) -> bool {
    let kept = practice.ledger().reader().get::<Letter>(id).expect("it can be read");
    kept.is_some_and(|kept| kept.record.finished.is_some())
}

#[test]
fn undo_goes_past_a_finished_letter_and_what_it_rests_on() {
    let mut practice = Practice::new();
    let bell = practice.client("Bell");
    practice.check_in(bell, "2026-01-01", "before");
    let arkwright = practice.client("Arkwright");
    let draft = practice.add(&letter(arkwright));
    finish(&mut practice, draft, arkwright);
    practice.check_in(bell, "2026-01-02", "after");

    let mut undone = Vec::new();
    while let Some(label) = practice.ledger().next_undo().expect("it can be asked") {
        assert_eq!(practice.undo(), Some(label.key.clone()), "what was offered is what is done");
        assert!(is_finished(&mut practice, draft), "the letter stays finished");
        undone.push(label.key);
    }
    assert_eq!(
        undone,
        ["add.check_in", "add.check_in", "add.client"],
        "both check-ins and Bell went; the letter, its draft and its client stay"
    );
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "the journal's tree still fits");
    let least = dump(&practice);
    practice.restart();
    while practice.redo().is_some() {}
    let all = practice.ledger().reader().all::<Client>().expect("they can be read");
    assert_eq!(all.len(), 2, "redo brings back what undo took");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "and the tree fits again");
    while practice.undo().is_some() {}
    assert_eq!(dump(&practice), least, "as often as one likes");
    practice.client("Cole");
    assert_eq!(practice.redo(), None, "a new use case closes the way, as ever");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "and the tree takes it");
}

#[test]
fn the_step_that_finished_a_letter_is_never_taken_back() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let draft = practice.add(&letter(arkwright));
    finish(&mut practice, draft, arkwright);
    let at = practice.at;
    let refused = practice.ledger().take_back(at, 3, label("take_back")).expect_err("it is finished");
    assert_eq!(
        refused.to_string(),
        "this step finished a letter, which is never taken back: write a new letter that takes its place",
        "one sentence says why, and what to do"
    );
    let refused = practice.ledger().take_back(at, 2, label("take_back")).expect_err("it rests on it");
    assert!(matches!(refused, LedgerError::LaterEntries { .. }), "nor is its draft: {refused}");
    let history = practice.ledger().reader().history(&HistoryFilter::default()).expect("it can be told");
    let fixed: Vec<_> = history.iter().map(|entry| (entry.seq, entry.fixed)).collect();
    assert_eq!(fixed, [(3, true), (2, false), (1, false)], "the history says so before one tries");
}

#[test]
fn a_letter_that_is_finished_as_it_is_entered_stays_as_well() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let finished = practice.add(&finished(letter(arkwright), "L-2026-1", &"ab".repeat(32)));
    assert_eq!(practice.undo(), None, "neither it nor its client goes");
    assert!(is_finished(&mut practice, finished), "it is there");
}

#[test]
fn deletions_and_imports_of_finished_letters_are_undone_like_any_other() {
    let mut practice = Practice::new();
    let (arkwright, monthly): (ClientId, kindly_records::EngagementId) =
        (practice.ids.next(), practice.ids.next());
    let id: LetterId = practice.ids.next();
    practice.run("import", |changes| {
        changes.insert(arkwright, &client("Arkwright"))?;
        changes.insert(monthly, &crate::builders::engagement(arkwright, "Monthly"))?;
        let letter = Letter { engagement: Some(monthly), ..letter(arkwright) };
        changes.insert(id, &finished(letter, "L-2026-1", &"ab".repeat(32)))
    });
    let before = dump(&practice);
    for what in ["engagement", "letter", "client"] {
        practice.run(what, |changes| match what {
            "engagement" => changes.delete::<Engagement>(monthly),
            "letter" => changes.delete::<Letter>(id),
            _ => changes.delete::<Client>(arkwright),
        });
        assert_eq!(practice.undo().as_deref(), Some(what), "to bring a finished letter back is no harm");
        assert_eq!(dump(&practice), before, "it is as it was after the {what} came back");
    }
    assert_eq!(practice.undo().as_deref(), Some("import"), "an import goes whole, letters and all");
    assert!(dump(&practice)["letter"].is_empty(), "it wrote none of them itself");
}

#[test]
fn a_draft_whose_pdf_was_saved_is_a_draft() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let draft = practice.add(&letter(arkwright));
    let before = dump(&practice);
    practice.run("save", |changes| {
        let pdf_sha256 = Some(changes.put_blob(b"%PDF-1.7 a draft")?);
        changes.update(draft, &Letter { pdf_sha256, ..letter(arkwright) })
    });
    practice.run("reword", |changes| {
        let kept = changes.get::<Letter>(draft)?.expect("it is there").record;
        changes.update(draft, &Letter { subject: "Our agreement".to_owned(), ..kept })
    });
    assert_eq!(practice.undo().as_deref(), Some("reword"), "its words are taken back");
    assert_eq!(practice.undo().as_deref(), Some("save"), "and that it was saved");
    assert_eq!(dump(&practice), before, "it is as it was");
}
