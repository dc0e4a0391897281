//! Importing files.
use kindly_practice::{
    Message, PracticeError,
    import::{ClientPick, ImportChoices, ImportFile, ImportStep},
    records::{Kind, Record},
};

use crate::room::{Room, client};

const CLIENTS: &str = "Name,Email,Country\nHalden & Co,petra@halden.example,GB\nBorealis Labs,,IE\n";
const DELIVERABLES: &str = "Client,Title,Due,Delivered,Outcome\n\
    Halden & Co,Report,2026-09-30,2026-09-29,met\n\
    borealis  labs,Launch page,2026-10-15,2026-10-20,late\n";
const CHECK_INS: &str = "Client,Date,Scale,Value,Said by,Deliverable,Words\n\
    Halden & Co,2026-10-02,CSAT,2,them,Report,\"Not quite, is it?\"\n\
    Halden & Co,2026-10-02,CSAT,4,them,,\n";

fn file<'a>(name: &'a str, text: &'a str) -> ImportFile<'a> {
    ImportFile { name, bytes: text.as_bytes(), kind: None, mapping: None, choices: None }
}

fn filled() -> Room {
    let mut room = Room::empty();
    for (name, text) in
        [("clients.csv", CLIENTS), ("deliverables.csv", DELIVERABLES), ("check-ins.csv", CHECK_INS)]
    {
        let view = room.practice.import(room.moment, file(name, text), &mut |_| true).expect("it is taken");
        assert_eq!((view.new, view.written), (2, true), "{name}: two rows, two records");
    }
    room
}

#[test]
fn a_preview_tells_what_an_import_would_do_and_writes_nothing() {
    let room = Room::empty();
    let before = room.seen();
    let view = room
        .practice
        .preview_import(room.moment, file("clients.csv", CLIENTS), &mut |_| true)
        .expect("it can be read");
    assert_eq!((view.new, view.updated, view.unchanged), (2, 0, 0), "two new clients");
    assert_eq!(view.what, "clients", "recognised by its headers");
    assert!(!view.written && room.seen() == before, "nothing is written");
}

#[test]
fn importing_again_changes_nothing() {
    let mut room = filled();
    let before = room.seen();
    for (name, text) in
        [("clients.csv", CLIENTS), ("deliverables.csv", DELIVERABLES), ("check-ins.csv", CHECK_INS)]
    {
        let view =
            room.practice.import(room.moment, file(name, text), &mut |_| true).expect("it is taken again");
        assert_eq!(
            (view.new, view.updated, view.unchanged),
            (0, 0, 2),
            "{name}: everything is there already"
        );
    }
    assert_eq!(room.seen(), before, "twice is once");
}

#[test]
fn a_column_that_is_not_there_says_nothing() {
    let mut room = filled();
    let changed = "Name,Notes\nHALDEN & CO,Prefers e-mail\n";
    let view =
        room.practice.import(room.moment, file("notes.csv", changed), &mut |_| true).expect("it is taken");
    assert_eq!((view.new, view.updated), (0, 1), "the same client, whatever the case");
    let halden = room.practice.client(room.moment, room.id_of("Halden & Co")).expect("the client").client;
    assert_eq!(halden.notes, "Prefers e-mail", "what the file says is taken");
    assert_eq!(halden.contact.email, "petra@halden.example", "what it does not say stays");
}

#[test]
fn one_undo_takes_an_import_back_whole_updates_too() {
    let mut room = filled();
    let before = room.seen();
    let more = "Name,Email\nHalden & Co,new@halden.example\nQuay Partners,\n";
    room.practice.import(room.moment, file("more.csv", more), &mut |_| true).expect("it is taken");
    let said = room.practice.undo(room.moment).expect("it can be taken back");
    let expected = Message::DidImport { file: "more.csv".to_owned(), new: 1, updated: 1 };
    assert_eq!(said, Some(expected), "in one step that says what it was");
    assert_eq!(room.seen(), before, "as if it had not been");
}

#[test]
fn a_row_that_cannot_be_taken_keeps_all_of_them_out() {
    let mut room = filled();
    let before = room.seen();
    let mut check = |name: &str, text: &str, line: usize, words: &str| {
        let view = room
            .practice
            .preview_import(room.moment, file(name, text), &mut |_| true)
            .expect("the file itself can be read");
        assert_eq!(view.refused.len(), 1, "{text}");
        assert_eq!(view.refused[0].line as usize, line, "{text}");
        assert!(view.refused[0].reason.contains(words), "{:?} says {words:?}", view.refused[0].reason);
        let refused = room
            .practice
            .import(room.moment, file(name, text), &mut |_| true)
            .expect_err("nothing is imported");
        assert!(
            matches!(refused, PracticeError::RefusedRows { count: 1, line: at, .. } if at == line),
            "{refused}"
        );
    };
    check(
        "d.csv",
        "Client,Title,Due\nHalden & Co,Good,2026-10-01\nHalden & Co,Bad,31.02.2026\n",
        3,
        "31.02.2026",
    );
    check("c.csv", "Client,Date,Scale,Value\nHalden & Co,2026-10-01,CSAT,9\n", 2, "from 1 to 5");
    check("d.csv", "Client,Title,Due\nHaldn & Co,Report,2026-10-01\n", 2, "did you mean “Halden & Co”?");
    check("d.csv", "Client,Title,Due\nNobody,Report,2026-10-01\n", 2, "no client is called “Nobody”");
    check("n.csv", "Name,Email\nNew,\nnew,\n", 3, "stands in line 2 already");
    check(
        "c.csv",
        "Client,Date,Scale,Value,Deliverable\nHalden & Co,2026-10-01,CSAT,4,Nothing\n",
        2,
        "no deliverable called “Nothing”",
    );
    assert_eq!(room.seen(), before, "and nothing was changed");
}

#[test]
fn a_name_that_is_nearly_another_is_asked_about() {
    let room = filled();
    let view = room
        .practice
        .preview_import(room.moment, file("n.csv", "Name,Email\nHaldenn & Co,\n"), &mut |_| true)
        .expect("readable");
    assert_eq!(view.new, 1, "it is taken for a new client");
    let near = view.near.first().expect("but not without a word");
    assert_eq!((near.line, near.existing.as_str()), (2, "Halden & Co"), "the line, and whom it may mean");
}

#[test]
fn an_answer_is_linked_to_the_last_deliverable_of_that_title_until_then() {
    let mut room = Room::empty();
    room.add(client("Halden & Co"));
    let reports = "Client,Title,Due,Delivered\nHalden & Co,Report,2026-08-31,2026-08-31\n\
        Halden & Co,Report,2026-09-30,2026-09-30\nHalden & Co,Report,2026-10-31,2026-10-31\n";
    room.practice.import(room.moment, file("reports.csv", reports), &mut |_| true).expect("taken");
    let answer = "Client,Date,Scale,Value,Deliverable\nHalden & Co,2026-10-05,NPS,7,Report\n";
    room.practice.import(room.moment, file("answer.csv", answer), &mut |_| true).expect("taken");
    let choices = room.practice.choices().expect("choices");
    let deliverables = &choices.clients[0].deliverables;
    let view = room.practice.client(room.moment, choices.clients[0].id).expect("the client");
    let kindly_practice::records::Record::CheckIn(check_in) = &view.they_said[0].record else {
        panic!("the only thing they said is the answer")
    };
    let linked = deliverables.iter().find(|one| Some(one.id) == check_in.deliverable).expect("a link");
    assert_eq!(linked.on.to_string(), "2026-09-30", "the one that they had seen");
}

#[test]
fn a_file_that_is_none_of_ours_says_what_ours_look_like() {
    let room = Room::empty();
    for text in ["", "%PDF-1.7"] {
        let refused = room
            .practice
            .preview_import(room.moment, file("x.csv", text), &mut |_| true)
            .expect_err("it is refused");
        assert!(matches!(refused, PracticeError::Exchange(_)), "{refused}");
    }
}

#[test]
fn a_table_of_strange_columns_can_be_mapped() {
    let mut room = filled();
    let strange = "Who,How was it,When\nHalden & Co,4,2026-10-09\nBorealis Labs,3,2026-10-10\n";
    let view = room
        .practice
        .preview_import(room.moment, file("x.csv", strange), &mut |_| true)
        .expect("it is a table");
    assert!(view.problem.is_some(), "what stands in the way is said");
    assert_eq!(view.headers, ["Who", "How was it", "When"], "with its columns");
    assert_eq!(view.first_rows[0][0], "Halden & Co", "and its first rows");
    let refused = room.practice.import(room.moment, file("x.csv", strange), &mut |_| true);
    assert!(matches!(refused, Err(PracticeError::Exchange(_))), "nothing is written: {refused:?}");
    let column = |field: &str, header: &str| (field.to_owned(), header.to_owned());
    let choices = ImportChoices {
        kind: Some("check_ins".to_owned()),
        columns: [column("Client", "Who"), column("Value", "How was it"), column("Date", "When")].into(),
        fixed: [column("Scale", "CSAT")].into(),
        ..ImportChoices::default()
    };
    let mapped = ImportFile { choices: Some(&choices), ..file("x.csv", strange) };
    let view = room.practice.preview_import(room.moment, mapped, &mut |_| true).expect("it is understood");
    assert_eq!((view.problem, view.new), (None, 2), "two answers");
    let view = room.practice.import(room.moment, mapped, &mut |_| true).expect("it is taken");
    assert_eq!((view.new, view.written), (2, true), "and written");
}

const TOGGL: &str = "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)\n\
    Robin,r@v.example,Halden & Co,Reporting,,Draft,Yes,2026-10-01,09:00:00,2026-10-01,10:30:00,01:30:00,,142.50\n\
    Robin,r@v.example,Halden & Co,Reporting,,Draft,Yes,2026-10-01,09:00:00,2026-10-01,10:30:00,01:30:00,,142.50\n\
    Robin,r@v.example,Quay Partners,Site,,Call,No,2026-10-02,09:00:00,2026-10-02,09:20:00,00:20:00,,\n\
    Robin,r@v.example,Haldenn & Co,Reporting,,Typo,Yes,2026-10-03,09:00:00,2026-10-03,10:00:00,01:00:00,,95\n";

#[test]
fn a_tools_file_names_clients_and_asks_about_near_names() {
    let mut room = filled();
    let view =
        room.practice.preview_import(room.moment, file("toggl.csv", TOGGL), &mut |_| true).expect("readable");
    assert_eq!(view.tool.as_deref(), Some("Toggl Track"), "recognised by its headers");
    let named: Vec<_> =
        view.unknown_clients.iter().map(|unknown| (unknown.name.as_str(), unknown.pick)).collect();
    assert_eq!(
        named,
        [("Haldenn & Co", None), ("Quay Partners", Some(ClientPick::New))],
        "the near name is asked about"
    );
    assert_eq!(view.refused.len(), 1, "and its row waits for the answer");
    let halden = room.id_of("Halden & Co");
    let choices = ImportChoices {
        clients: [("Haldenn & Co".to_owned(), ClientPick::Existing(halden))].into(),
        ..ImportChoices::default()
    };
    let answered = ImportFile { choices: Some(&choices), ..file("toggl.csv", TOGGL) };
    let view = room.practice.import(room.moment, answered, &mut |_| true).expect("it is taken");
    assert_eq!(view.new, 4, "two entries alike are two entries");
    let again = room.practice.import(room.moment, answered, &mut |_| true).expect("it is taken again");
    assert_eq!((again.new, again.updated, again.unchanged), (0, 0, 4), "twice is once");
    assert!(room.practice.client_called("Quay Partners").is_ok(), "the new client is there");
    room.practice.undo(room.moment).expect("it can be taken back").expect("there is a step");
    assert!(room.practice.client_called("Quay Partners").is_err(), "and goes with the import");
}

#[test]
fn an_import_that_is_stopped_writes_nothing() {
    let mut room = filled();
    let before = room.seen();
    let lines: Vec<String> = (0..2_000).map(|turn| format!("Halden & Co,Report {turn},2026-10-01")).collect();
    let rows = format!("Client,Title,Due\n{}\n", lines.join("\n"));
    for stop in [ImportStep::Reading, ImportStep::Comparing, ImportStep::Writing] {
        let mut heard = Vec::new();
        let stopped = room.practice.import(room.moment, file("d.csv", &rows), &mut |progress| {
            heard.push(progress);
            !(progress.step == stop && progress.done > 0)
        });
        assert!(matches!(stopped, Err(PracticeError::Cancelled)), "stopped while {stop:?}: {stopped:?}");
        assert!(heard.iter().all(|progress| progress.done <= progress.of), "progress is within its whole");
        assert_eq!(room.seen(), before, "and nothing was written");
    }
}

#[test]
fn rows_that_cannot_be_taken_are_left_out_where_the_user_says_so() {
    let mut room = filled();
    let text = "Client,Title,Due\nHalden & Co,Good,2026-10-01\nHalden & Co,Bad,31.02.2026\n";
    let choices = ImportChoices { without_refused: true, ..ImportChoices::default() };
    let said = ImportFile { choices: Some(&choices), ..file("d.csv", text) };
    let view = room.practice.import(room.moment, said, &mut |_| true).expect("the rest is taken");
    assert_eq!(
        (view.new, view.refused.len(), view.written),
        (1, 1, true),
        "one row in, one out, and it is told"
    );
}

#[test]
fn a_bill_that_names_no_currency_is_in_its_clients() {
    let mut room = Room::empty();
    let clients = "Name,Currency\nHalden & Co,GBP\nBorealis Labs,EUR\nSendai Works,JPY\n";
    let bills = "Client,Number,Issued,Amount,Currency,Due\n\
        Halden & Co,1,2026-10-01,1200.50,,2026-10-31\n\
        Halden & Co,2,2026-10-01,1200,USD,2026-10-31\n\
        Halden & Co,3,2026-10-01,€ 40,,2026-10-31\n\
        Borealis Labs,4,2026-10-01,1200,,2026-10-31\n\
        Sendai Works,5,2026-10-01,1200.50,,2026-10-31\n";
    for (name, text) in [("clients.csv", clients), ("bills.csv", bills)] {
        room.practice.import(room.moment, file(name, text), &mut |_| true).expect("it is taken");
    }
    let lines = room.practice.record_lines(room.moment, Kind::Invoice).expect("they can be read");
    let mut told: Vec<(String, i64, &str)> = lines
        .iter()
        .map(|line| match &line.record {
            Record::Invoice(bill) => (bill.number.clone(), bill.amount.minor, bill.amount.currency.code()),
            other => panic!("an invoice, not {other:?}"),
        })
        .collect();
    told.sort();
    let told: Vec<(&str, i64, &str)> =
        told.iter().map(|(number, minor, currency)| (number.as_str(), *minor, *currency)).collect();
    assert_eq!(
        told,
        [
            ("1", 120_050, "GBP"),
            ("2", 120_000, "USD"),
            ("3", 4_000, "EUR"),
            ("4", 120_000, "EUR"),
            // The yen has no hundredths: the number would not say the same.
            ("5", 120_050, "EUR"),
        ],
        "what is said beside the number stands"
    );
}
