//! Every kind of record, through everything that can be done with one.
use kindly_practice::{
    export::{ExportWhat, write_files},
    import::ImportFile,
    many::FieldText,
    records::{Kind, Record, fields, fields::Shape},
};

use crate::{
    chance::{Chance, kinds, texts},
    room::Room,
};

/// A practice with a record of every kind and every field; ids by kind.
fn full() -> (Room, Vec<(Kind, uuid::Uuid)>) {
    let mut room = Room::empty();
    let mut chance = Chance::new(7);
    let mut ids: Vec<(Kind, uuid::Uuid)> = Vec::new();
    let name = "Zoë & Söhne";
    for kind in kinds() {
        let mut texts = texts(&mut chance, kind, name, true);
        if kind == Kind::Client {
            texts.retain(|field| field.key != "name");
            texts.push(FieldText { key: "name".to_owned(), text: name.to_owned() });
        }
        // A weight has a range of its own.
        if kind == Kind::FitCriterion {
            texts.retain(|field| field.key != "weight");
            texts.push(FieldText { key: "weight".to_owned(), text: "4".to_owned() });
        }
        // What names another record names the one that was added before.
        for field in fields::of(kind) {
            let Shape::Record(linked) = field.shape else { continue };
            if let Some((_, id)) = ids.iter().find(|(kind, _)| *kind == linked) {
                texts.push(FieldText { key: field.key.to_owned(), text: id.to_string() });
            }
        }
        let record = room.practice.record_of(kind, &texts);
        let record = record.unwrap_or_else(|error| panic!("{kind}: {error} of {texts:?}"));
        let done = room.practice.add(room.moment, &record).unwrap_or_else(|error| panic!("{kind}: {error}"));
        ids.push((kind, done.id.expect("what was added has an id").parse().expect("an id")));
    }
    (room, ids)
}

#[test]
fn every_kind_can_be_added_edited_taken_back_and_found() {
    let (mut room, ids) = full();
    for (kind, id) in &ids {
        let (found, record) = room.practice.any_record(*id).expect("it is there");
        assert_eq!(found, *kind, "under its own kind");
        let texts = room.practice.fields_of(&record).expect("it can be read field by field");
        let again = room.practice.record_of(*kind, &texts).expect("its texts make a record");
        assert_eq!(again, record, "the same one: {texts:?}");

        let word = format!("Marker{}", id.simple());
        let text = fields::of(*kind).iter().find(|field| matches!(field.shape, Shape::Text | Shape::Line));
        let Some(field) = text.filter(|_| *kind != Kind::Snooze) else { continue };
        let change = FieldText { key: field.key.to_owned(), text: word.clone() };
        let changed = room.practice.record_with(&record, &[change]).expect("a text can be changed");
        room.practice.edit(room.moment, *id, &changed).expect("and kept");
        let hits = room.practice.find(&word).expect("it can be looked for");
        assert!(
            hits.iter().any(|hit| hit.kind == *kind || hit.kind == Kind::Client),
            "a {kind} is found by its words: {hits:?}"
        );
        room.practice.undo(room.moment).expect("it can be taken back").expect("there is a step");
        assert_eq!(room.practice.any_record(*id).expect("it is there").1, record, "a {kind} is as before");
        room.practice.redo(room.moment).expect("it can be done again").expect("there is a step");
        assert_eq!(room.practice.any_record(*id).expect("it is there").1, changed, "and changed again");
        let draft = room.practice.duplicate(room.moment, *kind, *id).expect("it can be the model of another");
        assert_eq!(draft.kind(), *kind, "of its own kind");
    }
}

#[test]
fn the_archive_reads_back_into_an_identical_ledger() {
    let (room, ids) = full();
    let archive = |room: &Room| {
        let files = room.practice.export(room.moment, ExportWhat::Json).expect("it can be written out");
        files.into_iter().next().expect("one file").bytes
    };
    let bytes = archive(&room);
    let mut other = Room::empty();
    other.practice.import_archive(other.moment, &bytes).expect("an empty ledger takes it");
    assert_eq!(archive(&other), bytes, "byte for byte");
    for (kind, id) in &ids {
        let pair = [&room, &other].map(|room| room.practice.any_record(*id).expect("it is there").1);
        assert_eq!(pair[0], pair[1], "the {kind} is the same");
    }
    let again = other.practice.import_archive(other.moment, &bytes);
    assert!(again.is_err(), "a ledger that holds something takes no archive");
    other.practice.undo(other.moment).expect("it is one step").expect("there is a step");
    assert!(other.practice.any_record(ids[0].1).is_err(), "which can be taken back whole");
    let broken = other.practice.import_archive(other.moment, &bytes[..bytes.len() / 2]);
    assert!(broken.is_err(), "half an archive is none");
}

#[test]
fn every_table_reads_back() {
    let (room, ids) = full();
    let files = room.practice.export(room.moment, ExportWhat::Csv).expect("it can be written out");
    let mut other = Room::empty();
    // Tables in the order in which they can be read: what is named before what names it.
    let mut tables: Vec<_> = files.iter().filter(|file| file.name != "profile.csv").collect();
    let order = |name: &str| {
        ["client", "referral", "engagement", "obligation", "deliverable", "enquiry", "invoice"]
            .iter()
            .position(|first| name.starts_with(first))
            .unwrap_or(99)
    };
    tables.sort_by_key(|file| order(&file.name));
    for file in &tables {
        let import =
            ImportFile { name: &file.name, bytes: &file.bytes, kind: None, mapping: None, choices: None };
        let view = other.practice.import(other.moment, import, &mut |_| true);
        let view = view.unwrap_or_else(|error| panic!("{} is read: {error}", file.name));
        assert_eq!(view.new, file.records, "every row of {} is a record", file.name);
        let twice = other.practice.import(other.moment, import, &mut |_| true).expect("it is read again");
        assert_eq!((twice.new, twice.updated), (0, 0), "and changes nothing the second time: {}", file.name);
    }
    for (kind, id) in &ids {
        let pair = [&room, &other].map(|room| room.practice.any_record(*id).expect("it is there").1);
        assert_eq!(pair[0], pair[1], "the {kind} is the same");
    }
}

#[test]
fn a_folder_of_tables_can_be_written() {
    let (room, _) = full();
    let files = room.practice.export(room.moment, ExportWhat::Csv).expect("it can be written out");
    let folder = room.path("out");
    let done = write_files(&folder, &files).expect("a folder takes them");
    assert_eq!(done.files.len(), files.len(), "all of them");
    let clients = std::fs::read_to_string(folder.join("client.csv")).expect("it is there");
    assert!(clients.starts_with("client id,name,"), "with its fields for headers: {clients}");
    let calendar = room.practice.export(room.moment, ExportWhat::Calendar).expect("dates can be written out");
    assert!(calendar[0].bytes.starts_with(b"BEGIN:VCALENDAR"), "as iCalendar");
    let contacts =
        room.practice.export(room.moment, ExportWhat::Contacts).expect("contacts can be written out");
    assert!(contacts[0].bytes.starts_with(b"BEGIN:VCARD"), "as vCard");
}

#[test]
fn one_clients_data_is_theirs_alone() {
    let mut room = Room::with_sample();
    let ours = room.id_of("Halden & Co");
    let names: Vec<String> = room
        .practice
        .choices()
        .expect("the choices can be read")
        .clients
        .into_iter()
        .filter(|client| client.id != ours)
        .map(|client| client.name)
        .collect();
    room.add(crate::room::check_in(ours, "2026-11-02", 2));
    let files = room.practice.export(room.moment, ExportWhat::Client(ours)).expect("it can be written out");
    assert!(files.iter().any(|file| file.name == "check-in.csv"), "what they said is there");
    for file in &files {
        let text = String::from_utf8_lossy(&file.bytes);
        for name in &names {
            assert!(!text.contains(name.as_str()), "{} does not name {name}", file.name);
        }
    }
}

#[test]
fn what_a_field_cannot_hold_is_told_by_its_key() {
    let mut room = Room::empty();
    room.client("Halden & Co");
    let check = |kind: Kind, pairs: &[(&str, &str)], expected: &str| {
        let texts: Vec<FieldText> = pairs
            .iter()
            .map(|(key, text)| FieldText { key: (*key).to_owned(), text: (*text).to_owned() })
            .collect();
        let refused = room.practice.record_of(kind, &texts).map(|record: Record| record.title());
        let sentence = refused.expect_err("it makes no record").to_string();
        assert!(sentence.contains(expected), "{sentence:?} says {expected:?}");
    };
    check(Kind::Praise, &[("client", "Halden & Co"), ("on", "2026-11-20")], "needs words");
    check(
        Kind::Payment,
        &[("client", "Halden & Co"), ("on", "2026-11-20"), ("amount", "5"), ("invoice", "X-1")],
        "X-1",
    );
    check(Kind::TimeEntry, &[("client", "Nobody"), ("on", "2026-11-20"), ("seconds", "1h")], "Nobody");
    check(
        Kind::TimeEntry,
        &[("client", "halden & co"), ("on", "2026-11-20"), ("seconds", "soon")],
        "seconds",
    );
    check(
        Kind::Template,
        &[("what", "deliverable"), ("title", "M"), ("every_months", "1")],
        "first due date",
    );
    check(
        Kind::Attention,
        &[("client", "halden & co"), ("on", "2026-11-20"), ("minutes", "5"), ("mood", "bad")],
        "mood",
    );
}
