//! What every command keeps: one clear line, and no file that was not named.
use std::{
    io::Read,
    process::{Command, Stdio},
};

use crate::typed::{Desk, bare};

#[test]
fn commands_that_read_make_no_ledger() {
    let desk = Desk::new();
    let pdf = desk.typed("letter.pdf");
    for typed in [
        &["verdicts"][..],
        &["needs"],
        &["check"],
        &["find", "anything"],
        &["offering"],
        &["trust"],
        &["method"],
        &["worth"],
        &["renewals"],
        &["enquiries"],
        &["fit"],
        &["decide", "--client", "A"],
        &["verdict-history", "--client", "A"],
        &["what-if", "--client", "A", "--met", "1"],
        &["price-cut", "--client", "A", "--cut", "20"],
        &["evidence", "--client", "A", "--out", &pdf],
        &["chart", "delivery", "--out", &pdf],
        &["take-on", "01890a5d-ac96-774b-bcce-b302099a8057"],
        &["undo"],
        &["redo"],
        &["letter", "--client", "A", "--kind", "renewal_refusal", "--out", &pdf],
        &["add", "check-in", "client=A", "on=2026-04-02", "scale=csat", "value=4"],
        &["add", "profile", "name=Ada"],
    ] {
        let said = desk.refuses(typed);
        assert!(
            said.contains("practice.kindly") && said.contains("sample"),
            "{typed:?}: what to do is said: {said}"
        );
        assert_eq!(desk.files(), [""; 0], "{typed:?}: nothing was made");
    }
    desk.refuses(&["add", "client", "name=A", "country=England"]);
    assert_eq!(desk.files(), [""; 0], "no ledger is made for a client that cannot be kept");
}

#[test]
fn without_a_ledger_named_none_is_touched() {
    for typed in
        [&["sample"][..], &["verdicts"], &["needs"], &["check"], &["add", "client", "name=A"], &["undo"]]
    {
        let said = bare(typed).refusal();
        assert!(said.contains("--ledger"), "{typed:?}: the option is named: {said}");
    }
}

#[test]
fn slips_of_typing_are_told_in_one_line() {
    let desk = Desk::new();
    for (typed, names) in [
        (&[][..], "subcommand"),
        (&["verdict"], "verdicts"),
        (&["import"], "<FILE>"),
        (&["letter", "--out", "a.pdf"], "--client"),
        (&["letter", "--spec", "a.json", "--client", "A", "--out", "a.pdf"], "--client"),
        (&["letter", "--client", "A", "--kind", "apology", "--out", "a.pdf"], "renewal_refusal"),
        (&["add", "client", "name"], "key=value"),
        (&["--as-of", "22.11.2026", "verdicts"], "2026-02-28"),
        (&["--as-of", "2026-02-30", "verdicts"], "2026-02-30"),
        (&["find"], "<TEXT>"),
    ] {
        let said = bare(typed).refusal();
        assert!(said.contains(names), "{typed:?}: the line says “{names}”: {said}");
    }
    let other = desk.file("other.kindly", "a text, and no ledger");
    let said = bare(&["--ledger", &other, "verdicts"]).refusal();
    assert!(said.contains("other.kindly"), "a file that is no ledger is named: {said}");
    assert_eq!(desk.files(), ["other.kindly"], "and gets no key");
}

#[test]
fn help_and_version_are_no_errors() {
    for typed in [&["--help"][..], &["--version"], &["letter", "--help"], &["help", "import"]] {
        let answer = bare(typed);
        assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{typed:?} is answered");
        assert!(!answer.out.is_empty(), "{typed:?} is answered on standard output");
    }
}

#[test]
fn who_stops_reading_is_no_fault() {
    let desk = Desk::with_sample();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kindly-cli"))
        .args(["--ledger", &desk.typed("practice.kindly"), "verdicts", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be started");
    // The reader goes away before a word is read.
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().expect("it was asked for").read_to_string(&mut said).expect("it is text");
    let ended = child.wait().expect("the program ends");
    assert_eq!((ended.code(), said.as_str()), (Some(0), ""), "it ends quietly");
}
