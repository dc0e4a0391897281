//! History: what was done, single steps back, single records back, and erasing for good.
use kindly_practice::{
    Message, PracticeError,
    erase::EraseWhom,
    export::ExportWhat,
    history::{HistoryLine, HistoryOf},
    records::{Client, ClientId, Contact, Kind, Record},
};

use crate::room::{Room, check_in, client, deliverable};

fn history(room: &Room) -> Vec<HistoryLine> {
    room.practice.history(HistoryOf::Everything, None).expect("it can be read").entries
}

#[test]
fn the_history_says_what_was_done_latest_first() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let other = room.client("Tamar Foods");
    room.add(deliverable(halden, "Report", "2026-10-31", None));
    let all = history(&room);
    assert_eq!(all.len(), 3, "a line a step");
    assert!(matches!(&all[0].message, Some(Message::DidAdd { kind: Kind::Deliverable, .. })), "latest first");
    let theirs =
        room.practice.history(HistoryOf::Client { client: other }, None).expect("it can be read").entries;
    assert_eq!(theirs.len(), 1, "of one client, what touched them");
    let report = all[0].records[0].id.parse().expect("an id");
    let of = HistoryOf::Record { kind: Kind::Deliverable, id: report };
    let its = room.practice.history(of, None).expect("it can be read").entries;
    assert_eq!(its.len(), 1, "of one record, what touched it");
    room.practice.undo(room.moment).expect("one step").expect("there is a step");
    assert!(history(&room).iter().any(|line| line.taken_back), "what was taken back is still told");
    for turn in 0..120 {
        room.add(deliverable(halden, &format!("R{turn}"), "2026-10-31", None));
    }
    let first = room.practice.history(HistoryOf::Everything, None).expect("it can be read");
    assert!(first.more, "there is more than a page");
    let seq = first.entries.last().expect("a page").seq;
    let second = room.practice.history(HistoryOf::Everything, Some(seq)).expect("it can be read");
    assert!(second.entries.iter().all(|line| line.seq < seq), "the next page goes on");
}

#[test]
fn an_older_step_is_taken_back_alone_unless_something_rests_on_it() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let said = room.add(check_in(halden, "2026-11-02", 2));
    room.add(deliverable(halden, "Report", "2026-10-31", None));
    let step = history(&room)
        .into_iter()
        .find(|line| matches!(line.message, Some(Message::DidAdd { kind: Kind::CheckIn, .. })));
    let step = step.expect("it is told").seq;
    room.practice.take_back(room.moment, step).expect("nothing rests on it");
    assert!(room.practice.any_record(said.parse().expect("an id")).is_err(), "the answer is gone");
    assert_eq!(
        room.practice.client(room.moment, halden).expect("it is there").we_owed.len(),
        1,
        "and nothing else"
    );
    room.practice.undo(room.moment).expect("that was a step too").expect("there is a step");
    assert!(room.practice.any_record(said.parse().expect("an id")).is_ok(), "which can be taken back");
    let first = history(&room).into_iter().last().expect("it is told").seq;
    let refused = room.practice.take_back(room.moment, first);
    assert!(
        matches!(refused, Err(PracticeError::LaterSteps { .. })),
        "others rest on the client: {refused:?}"
    );
}

#[test]
fn one_record_is_put_back_as_it_stood() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let id = room.add(deliverable(halden, "Report", "2026-10-31", None)).parse().expect("an id");
    let changed = deliverable(halden, "Another name", "2026-12-31", None);
    room.practice.edit(room.moment, id, &changed.into()).expect("it can be changed");
    room.add(check_in(halden, "2026-11-02", 2));
    let step = history(&room).into_iter().find(|line| matches!(line.message, Some(Message::DidEdit { .. })));
    let step = step.expect("it is told");
    assert!(step.records.iter().any(|record| record.restorable), "what changed can be put back");
    room.practice.restore_record(room.moment, step.seq, Kind::Deliverable, id).expect("it can be put back");
    assert_eq!(room.practice.any_record(id).expect("it is there").1.title(), "Report", "as it stood");
    room.practice.remove(room.moment, Kind::Deliverable, id).expect("it can go");
    let gone = history(&room).into_iter().next().expect("it is told").seq;
    room.practice.restore_record(room.moment, gone, Kind::Deliverable, id).expect("and come back");
    assert_eq!(room.practice.any_record(id).expect("it is there").1.title(), "Report", "under its own id");
}

#[test]
fn an_erased_client_is_gone_for_good() {
    let mut room = Room::with_sample();
    let canary = "Zyxwvut";
    let erased = room.client(&format!("{canary} Ltd"));
    room.add(Record::CheckIn({
        let mut said = check_in(erased, "2026-11-02", 2);
        said.words = format!("{canary} is not pleased");
        said
    }));
    room.client("Stays Ltd");
    let whom = EraseWhom::Client { client: erased };
    let plan = room.practice.erase_plan(&whom).expect("it can be told before");
    assert_eq!(plan.records.iter().map(|kind| kind.count).sum::<u32>(), 2, "the client and the answer");
    assert!(plan.steps >= 2, "steps lose what they hold: {}", plan.steps);
    let wrong = room.practice.erase(room.moment, &whom, "Somebody else", true);
    assert!(matches!(wrong, Err(PracticeError::NotConfirmed { .. })), "only by the right name");
    let receipt = room.practice.erase(room.moment, &whom, &plan.name, true).expect("it can be erased");
    assert!(!receipt.text.contains(canary), "the receipt names nobody: {}", receipt.text);
    assert!(room.practice.find(canary).expect("search works").is_empty(), "search finds nothing");
    let told = format!("{:?}", history(&room));
    assert!(!told.contains(canary), "the history says nothing");
    let files = room.practice.export(room.moment, ExportWhat::Json).expect("it can be written out");
    assert!(!String::from_utf8_lossy(&files[0].bytes).contains(canary), "nothing is left to be written out");
    // What is left of the history still works.
    while room.practice.undo(room.moment).expect("undo goes on").is_some() {}
    assert!(room.practice.find(canary).expect("search works").is_empty(), "nothing brings them back");
    assert_eq!(
        room.practice.check().expect("it can be checked").damage,
        Vec::<String>::new(),
        "the ledger is whole"
    );
}

#[test]
fn a_person_is_forgotten_and_the_client_stays() {
    let mut room = Room::empty();
    let person = Contact {
        given_name: "Quirin".to_owned(),
        family_name: "Xaver".to_owned(),
        email: "qx@halden.example".to_owned(),
        ..Contact::default()
    };
    let halden: ClientId =
        room.add(Client { people: vec![person], ..client("Halden & Co") }).parse().expect("an id");
    let mut said = check_in(halden, "2026-11-02", 2);
    said.person = "Quirin Xaver".to_owned();
    said.words = "fine".to_owned();
    room.add(said);
    room.add(check_in(halden, "2026-11-03", 4));
    let theirs = room
        .practice
        .export(room.moment, ExportWhat::Person { id: halden, person: 1 })
        .expect("it can be asked for");
    let text: String = theirs.iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    assert!(text.contains("Quirin Xaver") && text.contains("fine"), "what names them is there: {text}");
    assert!(!text.contains("Petra") && !text.contains("2026-11-03"), "and nothing of anybody else: {text}");
    let whom = EraseWhom::Person { client: halden, person: 1 };
    let plan = room.practice.erase_plan(&whom).expect("it can be told before");
    assert_eq!(plan.name, "Quirin Xaver", "by name");
    room.practice.erase(room.moment, &whom, "Quirin Xaver", false).expect("they can be erased");
    let view = room.practice.client(room.moment, halden).expect("the client stays");
    assert!(view.client.people.is_empty(), "without the person");
    assert_eq!(view.they_said.len(), 2, "what was said stays");
    for word in ["Quirin", "Xaver", "qx@halden"] {
        assert!(room.practice.find(word).expect("search works").is_empty(), "{word} is found nowhere");
        assert!(!format!("{:?}", history(&room)).contains(word), "nor in the history");
    }
    let nobody = room.practice.erase_plan(&EraseWhom::Person { client: halden, person: 4 });
    assert!(matches!(nobody, Err(PracticeError::Gone { .. })), "who is not there cannot be erased");
}

#[test]
fn a_person_is_known_by_one_name_where_nobody_else_there_bears_it() {
    let mut room = Room::empty();
    let called = |given: &str, family: &str| Contact {
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        ..Contact::default()
    };
    let people = vec![called("Quirin", "Xaver"), called("Oda", "Xaver")];
    let halden: ClientId = room.add(Client { people, ..client("Halden & Co") }).parse().expect("an id");
    let said_by = |room: &mut Room, on: &str, person: &str| {
        let mut said = check_in(halden, on, 2);
        said.person = person.to_owned();
        room.add(said)
    };
    for (on, person) in [("2026-11-01", "quirin"), ("2026-11-02", "QUIRIN  XAVER"), ("2026-11-03", "Xaver")] {
        said_by(&mut room, on, person);
    }
    let removed = said_by(&mut room, "2026-11-04", "Quirin Xaver").parse().expect("an id");
    room.practice.remove(room.moment, Kind::CheckIn, removed).expect("it can be removed");
    let what = ExportWhat::Person { id: halden, person: 1 };
    let theirs = room.practice.export(room.moment, what).expect("it can be asked for");
    let text: String = theirs.iter().map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    assert!(text.contains("2026-11-01") && text.contains("2026-11-02"), "who asks gets both answers: {text}");
    assert!(!text.contains("2026-11-03"), "and not what either of two people may have said: {text}");
    let whom = EraseWhom::Person { client: halden, person: 1 };
    let plan = room.practice.erase_plan(&whom).expect("it can be told before");
    let receipt = room.practice.erase(room.moment, &whom, "Quirin Xaver", false).expect("they can be erased");
    assert_eq!(plan.steps, receipt.steps, "as many steps are told before as lose what they hold");
    let view = room.practice.client(room.moment, halden).expect("the client stays");
    let person = |record: &Record| match record {
        Record::CheckIn(said) => said.person.clone(),
        other => panic!("only check-ins were recorded: {other:?}"),
    };
    let mut named: Vec<String> = view.they_said.iter().map(|said| person(&said.record)).collect();
    named.sort_unstable();
    assert_eq!(named, ["", "", "Xaver"], "a name that two people bear stays");
    let told = format!("{:?}", history(&room));
    assert!(!told.to_lowercase().contains("quirin"), "nor does the history say it: {told}");
    while room.practice.undo(room.moment).expect("undo goes on").is_some() {}
    let files = room.practice.export(room.moment, ExportWhat::Json).expect("it can be written out");
    let text = String::from_utf8_lossy(&files[0].bytes).to_lowercase();
    assert!(!text.contains("quirin"), "and what was removed before does not come back with it");
}
