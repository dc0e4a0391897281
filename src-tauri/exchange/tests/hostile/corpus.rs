//! What is made hostile: the files of every tool, our own, and the pieces that go wrong in them.
use std::{fs, path::Path, sync::LazyLock};

use kindly_exchange::{
    Archive, ArchivedFile, ArchivedRecord, CalendarEntry, ClientCard, ImportKind, OwnRow, example,
    write_archive, write_calendar, write_cards, write_table,
};
use kindly_records::{Client, Kind, Profile, Record};
use serde_json::json;
use uuid::Uuid;

/// Every file that a reader of ours knows, whole.
pub(crate) static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut files = Vec::new();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for folder in fs::read_dir(fixtures).expect("the folder of fixtures").flatten() {
        let Ok(inside) = fs::read_dir(folder.path()) else { continue };
        files.extend(inside.flatten().map(|file| fs::read(file.path()).expect("a fixture")));
    }
    files.extend(ImportKind::ALL.map(|kind| example(kind).as_bytes().to_vec()));
    files.extend([Kind::Client, Kind::CheckIn, Kind::Letter].map(own_table));
    files.push(archive());
    files.push(cards());
    files.push(calendar());
    files.push(
        br#"{"Title": "Task name", "kind": "deliverables", "dates": "day-first", "fixed": {"Client": "A"}}"#
            .to_vec(),
    );
    // In one order, whatever that of the folder is: a failure comes again.
    files.sort();
    files
});

fn id() -> Uuid {
    Uuid::from_u128(0x0189_0a5d_ac96_774b_bcce_b302_099a_0001)
}

fn client() -> Client {
    serde_json::from_value(json!({
        "name": "Halden & Partners", "currency": "EUR", "address": ["12 Quay Street", "Galway"], "country": "IE",
        "contact": { "given_name": "Aoife", "family_name": "Byrne", "email": "aoife@halden.example" },
        "people": [{ "given_name": "Ada", "phone": "+44 20 7946 0000" }], "tags": ["retail"], "notes": "one\ntwo",
    }))
    .expect("a client")
}

fn records() -> [Record; 3] {
    let check_in = json!({
        "kind": "check_in", "client": id(), "on": "2026-11-20", "scale": "csat", "value": 2, "said_by": "them",
        "words": "Not \"what\" we,\nhad in mind",
    });
    let letter = json!({
        "kind": "letter", "client": id(), "letter_kind": "prospect_decline", "written_on": "2026-11-20",
        "language": "en-GB", "paper": "a4", "choices": { "reason_line": "x; -y" },
        "paragraphs": [{ "part": "opening", "text": "Dear \"Ada\"" }],
    });
    [
        client().into(),
        serde_json::from_value(check_in).expect("a check-in"),
        serde_json::from_value(letter).expect("a letter"),
    ]
}

pub(crate) fn own_table(kind: Kind) -> Vec<u8> {
    let records = records();
    let row = |record| OwnRow { id: id(), client_name: "=Halden; +Partners", record };
    write_table(kind, &records.each_ref().map(row))
}

pub(crate) fn archive() -> Vec<u8> {
    let record = |record| ArchivedRecord { id: id(), record };
    write_archive(&Archive {
        made_at: moment(),
        app_version: "0.1.0".to_owned(),
        profile: Some(Profile::default()),
        records: records().map(record).to_vec(),
        files: vec![ArchivedFile::new(b"%PDF-1.7".to_vec())],
    })
}

fn cards() -> Vec<u8> {
    write_cards(&[ClientCard { id: id().into(), client: &client() }], moment()).into_bytes()
}

fn calendar() -> Vec<u8> {
    let entry = CalendarEntry {
        key: "notice-1".to_owned(),
        on: moment().date_naive(),
        summary: "Notice".to_owned(),
        description: "to\nHalden".to_owned(),
        alarms_days_before: vec![7],
        categories: vec!["Notice".to_owned()],
    };
    write_calendar(&[entry], moment()).into_bytes()
}

fn moment() -> chrono::DateTime<chrono::Utc> {
    "2026-11-22T18:00:00Z".parse().expect("a moment")
}

/// What files go wrong with.
pub(crate) const PIECES: [&[u8]; 40] = [
    b"\0",
    b"\0\0\0\0",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\x00\xd8",
    b"\xd8\x00\xd8\x00",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xe9",
    b"\x01",
    b"\x1a",
    b"\x7f",
    b"\"",
    b"\"\"\"",
    b"\r",
    b"\n",
    b"\r\n\r\n",
    b"\n ",
    b"=\r\n",
    b",",
    b",,,,,,,,,,,,,,,,,,,,,,,,",
    b";",
    b"\t",
    b"sep=;\n",
    b"=1+1",
    b"'",
    b"[[[[[[[[[[[[[[[[[[[[",
    b"{\"a\":{\"a\":{\"a\":",
    b"1e999999",
    b"-99999999999999999999999999999999",
    b"\\ud800",
    b"\\u0000",
    b"BEGIN:VCARD\r\n",
    b"END:VCARD\r\n",
    b";ENCODING=QUOTED-PRINTABLE:",
    b"\xe2\x80\xa8",
    b"\xef\xb7\xba",
    b"<img src=x onerror=alert(1)>",
];
