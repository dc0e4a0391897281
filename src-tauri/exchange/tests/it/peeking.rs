//! A first look at files that nobody has said anything about.
use kindly_exchange::{Asked, Draft, Encoding, ExchangeError, Field, ImportKind, Mapping, kinds, peek, read};

use crate::DEFAULTS;

const UNKNOWN: &str = "Bericht\n\nKunde;Leistung;Fällig am;Bemerkung\nHarbour Dental;Report;28.02.2026;\"eins\nzwei\"\nCafé Lumière;Menü;01.03.2026\n";

#[test]
fn a_strange_file_is_shown_as_it_stands_with_all_that_it_can_be_mapped_to() {
    let windows = encoding_rs::WINDOWS_1252.encode(UNKNOWN).0.into_owned();
    let seen = peek(&windows).expect("a table");
    assert_eq!((seen.encoding, seen.delimiter), (Encoding::Windows1252, Some(';')), "its form");
    assert_eq!(seen.header_line, 3, "the fullest row is the header");
    assert_eq!(seen.headers, ["Kunde", "Leistung", "Fällig am", "Bemerkung"], "its columns");
    assert_eq!(
        seen.first_rows,
        [
            ["Harbour Dental", "Report", "28.02.2026", "eins\nzwei"],
            ["Café Lumière", "Menü", "01.03.2026", ""]
        ],
        "its first rows, filled up"
    );
    assert!(matches!(seen.problem, Some(ExchangeError::NoKind { .. })), "why it cannot be read as it is");
    assert_eq!((seen.tool, seen.kind), (None, None), "nothing is guessed from nothing");
    let json = r#"{"kind": "deliverables", "Client": "Kunde", "Title": "Leistung", "Due": "Fällig am"}"#;
    let mapping = Mapping::from_json(json).expect("a sound mapping");
    let sheet = read(&windows, None, Some(&mapping), &DEFAULTS).expect("it is mapped");
    assert_eq!(sheet.header_line, 3, "the same header");
    assert_eq!(
        sheet.drafts().map(Draft::client).collect::<Vec<_>>(),
        ["Harbour Dental", "Café Lumière"],
        "read"
    );
}

#[test]
fn a_file_that_nearly_fits_is_guessed_at() {
    let seen = peek(b"Client,Title,Deadline week\nA,x,12\n").expect("a table");
    assert_eq!(seen.kind, Some(ImportKind::Deliverables), "two columns of three");
    let columns: Vec<_> =
        seen.columns.iter().map(|(field, header)| (field.as_str(), header.as_str())).collect();
    assert_eq!(columns, [("Client", "Client"), ("Title", "Title")], "which is which");
    let survey = peek(b"Timestamp,Name,Rating\n2026-04-01,A,4\n").expect("a table");
    let problem = survey.problem.clone().expect("the scale is not told");
    assert_eq!(
        problem.question().map(|question| question.about),
        Some(Asked::Field(Field::Scale)),
        "and asked"
    );
    let mut mapping = survey.mapping();
    mapping.fixed.insert("Scale".into(), "CSAT".into());
    let sheet = read(b"Timestamp,Name,Rating\n2026-04-01,A,4\n", None, Some(&mapping), &DEFAULTS);
    assert_eq!(sheet.map(|sheet| sheet.drafts().count()), Ok(1), "with the answer it is read");
}

#[test]
fn what_cannot_be_shown_says_why() {
    let check = |bytes: &[u8], expected: &str| {
        let found = peek(bytes).expect_err("nothing to show").to_string();
        assert!(found.starts_with(expected), "{found}");
    };
    check(b"", "the file is empty");
    check(b"PK\x03\x04x", "the file is a spreadsheet");
    check(b"Client,Title,Due\nA,\"x,2026-02-01\n", "line 2 opens a quotation mark that is never closed");
    check(b"BEGIN:VCARD\nFN:A\n", "line 1 begins a vCard that never ends");
}

#[test]
fn every_kind_lists_its_fields_with_the_words_that_they_can_hold() {
    let kinds = kinds();
    assert_eq!(kinds.iter().map(|listed| listed.kind).collect::<Vec<_>>(), ImportKind::ALL, "all of them");
    for listed in &kinds {
        let columns: Vec<_> =
            listed.kind.columns().iter().map(|column| (column.field, column.required)).collect();
        let fields: Vec<_> = listed.fields.iter().map(|field| (field.field, field.required)).collect();
        assert_eq!(fields, columns, "the fields of {}", listed.kind);
        assert!(
            fields.iter().all(|(field, _)| Field::named(field.name()) == Some(*field)),
            "each has its name"
        );
    }
    // Every word that is offered is understood.
    let tables = [
        (Field::Scale, "Client,Date,Value\nA,2026-04-01,1\n", ImportKind::CheckIns),
        (Field::SaidBy, "Client,Date,Scale,Value\nA,2026-04-01,NPS,1\n", ImportKind::CheckIns),
        (Field::Status, "Name\nA\n", ImportKind::Clients),
        (Field::Language, "Name\nA\n", ImportKind::Clients),
        (Field::Outcome, "Client,Title,Due,Delivered\nA,x,2026-04-01,2026-04-02\n", ImportKind::Deliverables),
        (Field::What, "Client,Title,Due\nA,x,2026-04-01\n", ImportKind::Obligations),
        (Field::Billable, "Client,Date,Hours\nA,2026-04-01,1\n", ImportKind::TimeEntries),
    ];
    for (field, table, kind) in tables {
        let listed = kinds.iter().find(|listed| listed.kind == kind).expect("every kind is listed");
        let options = listed.fields.iter().find(|listed| listed.field == field).expect("its field").options;
        assert!(!options.is_empty(), "{} of {kind} has words", field.name());
        for option in options {
            let mut mapping = Mapping { kind: Some(kind), ..Mapping::default() };
            mapping.fixed.insert(field.name().to_owned(), (*option).to_owned());
            let sheet = read(table.as_bytes(), None, Some(&mapping), &DEFAULTS)
                .unwrap_or_else(|error| panic!("{option} for {}: {error}", field.name()));
            let refused: Vec<String> = sheet.refused().map(ToString::to_string).collect();
            // A day of delivery contradicts an outcome that is still open: the word is understood all the same.
            let about_word = refused.iter().any(|reason| reason.contains("is not known in column"));
            assert!(!about_word, "{option} for {}: {refused:?}", field.name());
        }
    }
}
