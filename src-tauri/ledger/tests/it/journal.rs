//! Taking back and doing again.
use kindly_ledger::LedgerError;
use kindly_records::{CheckIn, Client};

use crate::{
    builders::{Practice, check_in, client, label},
    dump::dump,
};

/// What undo and redo would do, by their keys.
fn offers(practice: &mut Practice) -> (Option<String>, Option<String>) {
    let ledger = practice.ledger();
    let key = |label: Option<kindly_ledger::Label>| label.map(|label| label.key);
    (key(ledger.next_undo().expect("it can be read")), key(ledger.next_redo().expect("it can be read")))
}

fn some(undo: &str, redo: &str) -> (Option<String>, Option<String>) {
    let key = |key: &str| (!key.is_empty()).then(|| key.to_owned());
    (key(undo), key(redo))
}

#[test]
fn an_empty_ledger_has_nothing_to_take_back() {
    let mut practice = Practice::new();
    assert_eq!(offers(&mut practice), some("", ""), "nothing was done");
    assert_eq!((practice.undo(), practice.redo()), (None, None), "and nothing happens");
    assert_eq!(practice.ledger().journal_position(), 0, "nor is it entered");
}

#[test]
fn labels_come_back_with_their_arguments() {
    let mut practice = Practice::new();
    let at = practice.at;
    practice.client("Arkwright");
    let taken_back = practice.ledger().undo(at).expect("it can be taken back");
    assert_eq!(taken_back, Some(label("add.client")), "the label says what was taken back, and of whom");
    assert_eq!(
        practice.ledger().next_redo().expect("it can be read"),
        taken_back,
        "and redo offers the same"
    );
}

#[test]
fn history_is_linear() {
    let mut practice = Practice::new();
    for step in ["one", "two", "three"] {
        practice.run(step, |changes| changes.insert(id_of(step), &client(step)));
    }
    let check = |practice: &mut Practice, done: Option<String>, expected: &str, undo: &str, redo: &str| {
        assert_eq!(done.unwrap_or_default(), expected, "the step that went");
        assert_eq!(offers(practice), some(undo, redo), "what is offered after {expected}");
    };
    let done = practice.undo();
    check(&mut practice, done, "three", "two", "three");
    let done = practice.undo();
    check(&mut practice, done, "two", "one", "two");
    let done = practice.redo();
    check(&mut practice, done, "two", "two", "three");
    let done = practice.undo();
    check(&mut practice, done, "two", "one", "two");
    practice.run("four", |changes| changes.insert(id_of("four"), &client("four")));
    assert_eq!(offers(&mut practice), some("four", ""), "a new use case closes the way to two and three");
    assert_eq!(practice.redo(), None, "for good");
    let done = practice.undo();
    check(&mut practice, done, "four", "one", "four");
    let done = practice.undo();
    check(&mut practice, done, "one", "", "one");
    let done = practice.redo();
    check(&mut practice, done, "one", "one", "four");
    let done = practice.redo();
    check(&mut practice, done, "four", "four", "");
}

/// An id that depends on nothing but a word.
fn id_of(word: &str) -> kindly_records::ClientId {
    let mut bytes = [7; 16];
    bytes[..word.len()].copy_from_slice(word.as_bytes());
    uuid::Uuid::from_bytes(bytes).into()
}

#[test]
fn what_can_be_taken_back_survives_a_restart() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let one = dump(&practice);
    practice.check_in(arkwright, "2026-01-01", "fine");
    let two = dump(&practice);
    practice.restart();
    assert_eq!(practice.undo().as_deref(), Some("add.check_in"), "the last step before the restart");
    assert_eq!(dump(&practice), one, "is gone");
    practice.restart();
    assert_eq!(offers(&mut practice), some("add.client", "add.check_in"), "both ways are open after another");
    assert_eq!(practice.redo().as_deref(), Some("add.check_in"), "it comes again");
    assert_eq!(dump(&practice), two, "as it was");
}

#[test]
fn a_hundred_and_fifty_steps_go_back_and_forth() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let start = dump(&practice);
    for _ in 0..150 {
        practice.check_in(arkwright, "2026-01-01", "fine");
    }
    let end = dump(&practice);
    assert!((0..150).all(|_| practice.undo().is_some()), "there is no limit to the steps");
    assert_eq!(dump(&practice), start, "back to the start");
    assert!((0..150).all(|_| practice.redo().is_some()), "and forth again");
    assert_eq!(dump(&practice), end, "to the end");
}

#[test]
fn a_use_case_that_fails_changes_nothing() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    practice.check_in(arkwright, "2026-01-01", "fine");
    practice.undo();
    let (before, position) = (dump(&practice), practice.ledger().journal_position());
    let id = practice.ids.next();
    let failed = practice.try_run("half", |changes| {
        changes.insert(id, &check_in(arkwright, "2026-02-01", "half done"))?;
        changes.delete::<Client>(stranger())
    });
    assert!(matches!(failed, Err(LedgerError::NotFound { .. })), "the second half fails: {failed:?}");
    assert_eq!(dump(&practice), before, "the first half is gone");
    assert_eq!(practice.ledger().journal_position(), position, "nothing was entered");
    assert_eq!(
        offers(&mut practice),
        some("add.client", "add.check_in"),
        "and the way to redo is still open"
    );
    assert!(
        practice.ledger().reader().find("half", 9).expect("it can be asked").is_empty(),
        "nor can it be found"
    );
}

fn stranger() -> kindly_records::ClientId {
    id_of("stranger")
}

#[test]
fn a_use_case_that_changes_nothing_is_not_entered() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let position = practice.ledger().journal_position();
    practice.run("same", |changes| changes.update(arkwright, &client("Arkwright")));
    practice.run("none", |_| Ok(()));
    practice.run("back and forth", |changes| {
        changes.update(arkwright, &client("Other"))?;
        changes.update(arkwright, &client("Arkwright"))
    });
    assert_eq!(practice.ledger().journal_position(), position, "there would be nothing to take back");
    assert_eq!(offers(&mut practice).0.as_deref(), Some("add.client"), "undo reaches the last real change");
}

#[test]
fn a_deleted_client_comes_back_with_everything() {
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let bell = practice.client("Bell");
    let report = practice.deliverable(arkwright, "Report");
    practice.add(&CheckIn { deliverable: Some(report), ..check_in(arkwright, "2026-01-01", "fine") });
    practice.check_in(bell, "2026-01-01", "ours stays");
    let before = dump(&practice);
    practice.run("delete", |changes| changes.delete::<Client>(arkwright));
    let after = dump(&practice);
    assert_eq!(
        (after["client"].len(), after["check_in"].len(), after["deliverable"].len()),
        (1, 1, 0),
        "the other client keeps what is theirs"
    );
    practice.undo();
    assert_eq!(dump(&practice), before, "all of it is back");
    practice.redo();
    assert_eq!(dump(&practice), after, "and gone again");
}

#[test]
fn what_changed_outside_stands_in_the_way_and_nothing_moves() {
    let check = |sql: &str, expected: &str| {
        let mut practice = Practice::new();
        let arkwright = practice.client("Arkwright");
        practice.run("rename", |changes| changes.update(arkwright, &client("Arkwright & Co")));
        practice.bare().execute_batch(sql).expect("the fault can be made");
        let (before, at) = (dump(&practice), practice.at);
        let error = practice.ledger().undo(at).expect_err("undo meets what it does not know");
        assert_eq!(error.to_string(), format!("this step cannot be taken back: {expected}"), "{sql}");
        assert_eq!(dump(&practice), before, "nothing moved: {sql}");
        assert_eq!(offers(&mut practice), some("rename", ""), "and the journal stands where it stood: {sql}");
    };
    check(
        "UPDATE client SET name = 'Meddled'",
        "a record that it changed has been changed since by something else",
    );
    check("DELETE FROM client", "a record that it changed is no longer there");
}

#[test]
fn a_record_that_others_rest_on_does_not_go() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    practice
        .bare()
        .execute_batch(
            "INSERT INTO complaint (id, client, came_on, theme, words)
             SELECT randomblob(16), id, '2026-01-01', 'unknown to the journal', '' FROM client",
        )
        .expect("the fault can be made");
    let (before, at) = (dump(&practice), practice.at);
    let error = practice.ledger().undo(at).expect_err("the complaint would hang in the air");
    assert_eq!(
        error.to_string(),
        "this step cannot be taken back: other records rest on a record that would go",
        "one sentence says why"
    );
    assert_eq!(dump(&practice), before, "nothing moved");
}

#[test]
fn a_step_of_another_layout_is_refused() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    let forge = "DROP TRIGGER journal_is_never_rewritten; UPDATE journal SET schema_version = 0";
    practice.bare().execute_batch(forge).expect("the fault can be made");
    let (before, at) = (dump(&practice), practice.at);
    let error = practice.ledger().undo(at).expect_err("SQLite would change nothing and say that all is well");
    assert!(matches!(error, LedgerError::OtherLayout { then: 0, now: 4, .. }), "{error}");
    assert_eq!(dump(&practice), before, "nothing moved");
}

#[test]
fn an_erased_step_stays_and_the_chain_still_holds() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    practice.client("Bell");
    practice
        .bare()
        .execute_batch("UPDATE journal SET label = NULL, changeset = NULL WHERE seq = 2")
        .expect("erasing is the one change that the journal takes");
    assert_eq!(offers(&mut practice), some("add.client", ""), "undo goes past what was erased");
    let error = take_back(&mut practice, 2).expect_err("there is nothing left to go by");
    assert!(matches!(error, LedgerError::Erased { .. }), "{error}");
    assert_eq!(practice.undo().as_deref(), Some("add.client"), "the step before it is taken back");
    let left = practice.ledger().reader().all::<Client>().expect("they can be read");
    assert_eq!(left.len(), 1, "and what was erased stays");
    assert_eq!(offers(&mut practice), some("", "add.client"), "nothing is left to take back");
    assert_eq!(practice.undo(), None, "and to say so is no error");
    practice.redo();
    assert_eq!(offers(&mut practice), some("add.client", ""), "redo goes the same way back");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "an erased entry is no damage");
}

fn take_back(practice: &mut Practice, seq: i64) -> Result<(), LedgerError> {
    let at = practice.at;
    practice.ledger().take_back(at, seq, label("take_back"))
}

#[test]
fn an_altered_step_is_refused() {
    let mut practice = Practice::new();
    practice.client("Arkwright");
    let forge = "DROP TRIGGER journal_is_never_rewritten;
        UPDATE journal SET label = '{\"key\":\"other\",\"arguments\":{}}'";
    practice.bare().execute_batch(forge).expect("the fault can be made");
    let at = practice.at;
    let error = practice.ledger().undo(at).expect_err("the entry is not what was written");
    assert!(matches!(error, LedgerError::JournalDamaged { seq: 1 }), "{error}");
}

#[test]
fn the_journal_takes_no_change_and_no_deletion() {
    let check = |sql: &str| {
        let mut practice = Practice::new();
        practice.client("Arkwright");
        assert!(practice.bare().execute_batch(sql).is_err(), "the journal only grows: {sql}");
    };
    check("DELETE FROM journal");
    check("UPDATE journal SET at = 'never'");
    check("UPDATE journal SET hash = zeroblob(32), label = NULL, changeset = NULL");
    check("UPDATE journal SET label = '{}'");
    check("UPDATE journal SET follows = 5, label = NULL, changeset = NULL");
}

#[test]
fn the_position_grows_with_every_step() {
    let mut practice = Practice::new();
    let mut last = practice.ledger().journal_position();
    let mut check = |practice: &mut Practice, what: &str| {
        let now = practice.ledger().journal_position();
        assert!(now > last, "{what} moves the journal on, or a cache would show the past");
        last = now;
    };
    practice.client("Arkwright");
    check(&mut practice, "a use case");
    practice.undo();
    check(&mut practice, "undo");
    practice.redo();
    check(&mut practice, "redo");
}

#[test]
fn an_import_that_is_stopped_half_way_leaves_nothing() {
    #[derive(Debug, PartialEq)]
    enum Stop {
        Cancelled,
        Refused(String),
    }
    impl From<LedgerError> for Stop {
        fn from(error: LedgerError) -> Self {
            Self::Refused(error.to_string())
        }
    }
    let mut practice = Practice::new();
    let arkwright = practice.client("Arkwright");
    let (before, position) = (dump(&practice), practice.ledger().journal_position());
    let (mut ids, at) = (practice.ids.clone(), practice.at);
    let mut told = Vec::new();
    let stopped = practice.ledger().transact(at, label("import"), |changes| {
        for row in 0..2_000 {
            changes.insert::<CheckIn>(ids.next(), &check_in(arkwright, "2026-01-01", "imported"))?;
            if row % 500 == 0 {
                told.push(row);
            }
            if row == 1_200 {
                return Err(Stop::Cancelled);
            }
        }
        Ok(())
    });
    assert_eq!(stopped, Err(Stop::Cancelled), "the caller's own error comes back");
    assert_eq!(told, [0, 500, 1_000], "progress can be told meanwhile");
    assert_eq!(dump(&practice), before, "no row is left");
    assert_eq!(practice.ledger().journal_position(), position, "nothing was entered");
    assert_eq!(practice.ledger().check().expect("it can be checked"), [], "search knows nothing of it");
    practice.check_in(arkwright, "2026-01-01", "the next one");
    assert_eq!(
        practice.undo().as_deref(),
        Some("add.check_in"),
        "and the next use case is as if nothing was"
    );
}
