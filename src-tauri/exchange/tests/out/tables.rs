//! Our own tables: what is written is read again, whatever stands in it.
use kindly_exchange::{OwnRow, own_columns, read_cell, read_own_table, write_profile_table, write_table};
use kindly_records::{
    CheckIn, FinishedLetter, Kind, Letter, LetterBasis, LetterKind, Money, Profile, RatingScale, Record,
    SentHow, SentLetter, StatedValue, TimeEntry,
    fields::{self, Shape, is_empty, put, take},
};
use proptest::{prelude::*, sample::select};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    day, id,
    made::{CLIENTS, Wording, client_id, is_json, kinds, profile, record_of},
    moment,
};

fn client_name(record: &Record) -> &'static str {
    let client = record.client().map(Uuid::from);
    (0..CLIENTS.len()).find(|at| client == Some(client_id(*at))).map_or("", |at| CLIENTS[at])
}

/// The table of some records.
pub(crate) fn written(kind: Kind, records: &[Record]) -> Vec<u8> {
    let rows: Vec<OwnRow<'_>> = records
        .iter()
        .enumerate()
        .map(|(at, record)| OwnRow { id: id(100 + at as u128), client_name: client_name(record), record })
        .collect();
    write_table(kind, &rows)
}

/// The record of a row, put together as the import does it.
fn put_together(kind: Kind, cells: &[(&'static fields::FieldSpec, String)]) -> Record {
    let mut made = json!({ "kind": kind });
    for (field, cell) in cells {
        let mut value = read_cell(kind, field, cell, "EUR").expect("a cell that we wrote is sound");
        if field.shape == Shape::Client && !value.is_null() {
            let at = CLIENTS.iter().position(|name| value == *name).expect("the name of a client");
            value = json!(client_id(at));
        }
        if !is_empty(&value) || field.key == "paragraphs" {
            put(&mut made, field.key, value);
        }
    }
    serde_json::from_value(made).expect("what was a record is one again")
}

fn check_in() -> Record {
    Record::CheckIn(CheckIn {
        client: client_id(0).into(),
        on: day("2026-11-20"),
        scale: RatingScale::Csat,
        value: 2,
        said_by: kindly_records::SaidBy::Them,
        deliverable: None,
        words: "Not \"what\" we,\nhad in mind".to_owned(),
        person: "@ada".to_owned(),
        from_memory: false,
    })
}

#[test]
fn a_table_is_what_the_standard_says() {
    let table = String::from_utf8(written(Kind::CheckIn, &[check_in(), check_in()])).expect("UTF-8");
    let row = |id: &str| {
        format!(
            "{id},Halden Retail,2026-11-20,csat,2,them,'@ada,,\"Not \"\"what\"\" we,\nhad in mind\",no\r\n"
        )
    };
    let expected = [
        "check_in id,client,on,scale,value,said_by,person,deliverable,words,from_memory\r\n".to_owned(),
        row("01890a5d-ac96-774b-bcce-b302099a0064"),
        row("01890a5d-ac96-774b-bcce-b302099a0065"),
    ];
    assert_eq!(
        table,
        expected.concat(),
        "RFC 4180: commas, CRLF, quotation marks doubled, no mark at the start"
    );
}

#[test]
fn one_list_of_records_serves_all_tables() {
    let time = Record::TimeEntry(TimeEntry {
        client: client_id(0).into(),
        on: day("2026-11-20"),
        seconds: 5415,
        what: String::new(),
        billable: true,
        hourly_rate: Money::parse("-12.50", iso_currency::Currency::EUR).ok(),
        engagement: None,
        deliverable: None,
    });
    let table = String::from_utf8(written(Kind::TimeEntry, &[check_in(), time])).expect("UTF-8");
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 2, "a header and the only time entry: {table}");
    assert_eq!(
        lines[1], "01890a5d-ac96-774b-bcce-b302099a0065,Halden Retail,2026-11-20,1:30:15,,yes,-12.50 EUR,,",
        "numbers and amounts stand as they are, also below zero"
    );
    let none = String::from_utf8(written(Kind::Praise, &[check_in()])).expect("UTF-8");
    assert_eq!(none.lines().count(), 1, "a table of nothing is its header: {none}");
}

#[test]
fn a_letter_has_columns_of_its_own_and_comes_back() {
    let letter = Letter {
        enquiry: Some(id(7).into()),
        language: kindly_records::Language::EnUs,
        paper: kindly_records::Paper::UsLetter,
        paragraphs: Some(Vec::new()),
        pdf_sha256: Some("ab".repeat(32)),
        about: vec![LetterBasis { kind: Kind::Request, id: id(8) }],
        stated: [("reply_by".to_owned(), StatedValue::Day(day("2026-12-01")))].into(),
        enclosures: vec!["=the brief".to_owned()],
        finished: Some(FinishedLetter {
            number: "L-2026-1".to_owned(),
            at: moment("2026-11-20T12:00:00Z"),
            sha256: "ab".repeat(32),
            pages: 1,
            ..FinishedLetter::default()
        }),
        sent: Some(SentLetter {
            on: day("2026-11-21"),
            how: SentHow::Registered,
            to: "Ada Lind".to_owned(),
            proof: "RR 1234".to_owned(),
            proof_document: Some(id(9).into()),
        }),
        ..Letter::new(client_id(1).into(), LetterKind::ProspectDecline, day("2026-11-20"))
    };
    let bytes = written(Kind::Letter, &[letter.clone().into()]);
    let header = String::from_utf8_lossy(&bytes).lines().next().map(str::to_owned);
    assert_eq!(
        header.as_deref(),
        Some(
            "letter id,client,letter_kind,written_on,language,register,paper,engagement,enquiry,about,template,supersedes,pdf_sha256,subject,remark,enclosures,left_out,taken_in,stated,choices,paragraphs,dismissed,facts_seen,finished,sent,reply"
        ),
        "the columns of a letter"
    );
    let table = read_own_table(&bytes).expect("a sound table").expect("our own");
    assert_eq!(put_together(Kind::Letter, &table.rows[0].cells), Record::from(letter), "nothing is lost");
    let field = own_columns(Kind::Letter).iter().find(|field| field.key == "choices").expect("a column");
    let refused = read_cell(Kind::Letter, field, "{\"reason\":", "EUR").expect_err("half of a value");
    assert_eq!(
        (refused.key.as_str(), refused.text.as_str()),
        ("choices", "{\"reason\":"),
        "what does not fit"
    );
    assert!(refused.mend.starts_with("leave it as it was exported (EOF while parsing"), "{refused}");
}

proptest! {
    #[test]
    fn every_cell_of_every_kind_is_read_as_it_was_written(
        (kind, record) in select(kinds()).prop_flat_map(|kind| (Just(kind), record_of(kind, Wording::Any))),
    ) {
        let bytes = written(kind, std::slice::from_ref(&record));
        let table = read_own_table(&bytes)
            .map_err(|error| TestCaseError::fail(error.to_string()))?
            .expect("our own table is known again");
        prop_assert_eq!(table.kind, kind);
        prop_assert_eq!(table.rows.len(), 1, "one record is one row");
        let row = &table.rows[0];
        prop_assert_eq!((row.line, row.id), (2, Some(id(100))));
        prop_assert_eq!(row.cells.len(), own_columns(kind).len(), "all columns are there");
        let value = json!(record);
        for (field, cell) in &row.cells {
            let held = take(&value, field.key);
            let expected = match field.shape {
                Shape::Client if held.is_null() => String::new(),
                Shape::Client => client_name(&record).to_owned(),
                _ if held.is_null() => String::new(),
                _ if is_json(kind, field) => held.to_string(),
                shape => fields::write(shape, held),
            };
            prop_assert_eq!(cell, &expected, "{} of a {}", field.key, kind);
        }
    }

    #[test]
    fn a_record_of_any_kind_comes_back_from_its_table(
        (kind, record) in select(kinds()).prop_flat_map(|kind| (Just(kind), record_of(kind, Wording::Plain))),
    ) {
        let bytes = written(kind, std::slice::from_ref(&record));
        let table = read_own_table(&bytes)
            .map_err(|error| TestCaseError::fail(error.to_string()))?
            .expect("our own table is known again");
        prop_assert_eq!(put_together(kind, &table.rows[0].cells), record);
    }

    #[test]
    fn the_letterhead_comes_back_from_its_table(profile in profile()) {
        let bytes = write_profile_table(&profile);
        let table = read_own_table(&bytes)
            .map_err(|error| TestCaseError::fail(error.to_string()))?
            .expect("our own table is known again");
        prop_assert_eq!((table.kind, table.rows[0].id), (Kind::Profile, None));
        let value: Value = json!(profile);
        for (field, cell) in &table.rows[0].cells {
            prop_assert_eq!(cell, &fields::write(field.shape, take(&value, field.key)), "{}", field.key);
        }
    }

    #[test]
    fn no_bytes_make_the_reader_fall(bytes in "[a-z_]{0,6}( id)?[,;\"\n\r\tа-я'=]{0,20}.{0,40}") {
        // Whatever comes, an answer comes; most of it is not ours.
        if let Ok(Some(table)) = read_own_table(bytes.as_bytes()) {
            prop_assert!(table.rows.iter().all(|row| row.line > 1), "rows stand below the header");
        }
    }
}

#[test]
fn the_letterhead_is_a_row_without_an_id() {
    let profile = Profile { name: "=Ada".to_owned(), ..Profile::default() };
    let table = String::from_utf8(write_profile_table(&profile)).expect("UTF-8");
    assert_eq!(
        table.lines().nth(1),
        Some(",,'=Ada,,,,,,,,en-GB,a4,EUR,3,warm,,serif,,yes,0,L-{year}-{n},365,70,"),
        "{table}"
    );
}
