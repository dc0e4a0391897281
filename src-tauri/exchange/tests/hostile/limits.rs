//! Each limit: what just fits is taken, what is above it is refused with a sentence of its own.
use kindly_exchange::{ExchangeError, Mapping, OutError, limits, read, read_archive, read_own_table};

use crate::answers::DEFAULTS;

/// What is wrong with a table, if anything.
fn trouble(text: &str) -> Option<ExchangeError> {
    read(text.as_bytes(), None, None, &DEFAULTS).err()
}

/// Why the rows of a table are refused.
fn refusals(text: &str) -> Vec<String> {
    let sheet = read(text.as_bytes(), None, None, &DEFAULTS).expect("the file as a whole is sound");
    sheet.refused().map(ToString::to_string).collect()
}

#[test]
fn rows_of_nothing_count_as_rows() {
    let table = |blank: usize| format!("Name,Notes\n{}A,\n", ",\n".repeat(blank));
    assert_eq!(trouble(&table(limits::MAX_ROWS)), None, "as many as may be");
    assert_eq!(trouble(&table(limits::MAX_ROWS + 1)), Some(ExchangeError::TooManyRows), "one more");
}

#[test]
fn rows_times_columns_are_limited() {
    let columns = limits::MAX_COLUMNS;
    let rows = limits::MAX_CELLS / columns;
    let header = format!("Name{}\n", ",".repeat(columns - 1));
    // The header is a row as well.
    let table = |below: usize| format!("{header}{}", "A\n".repeat(below));
    assert_eq!(trouble(&table(rows - 1)), None, "as many as may be");
    let expected = ExchangeError::TooManyCells { rows: rows + 1, columns };
    assert_eq!(
        expected.to_string(),
        "the file has 25001 rows below 1000 columns, above the 25000000 cells that are taken: remove columns that \
         are not needed, or split it"
    );
    assert_eq!(trouble(&table(rows)), Some(expected), "one more row");
    let ours = format!("client id,name{}\n{}", ",".repeat(columns - 2), ",A\n".repeat(rows));
    let found = read_own_table(ours.as_bytes()).map_err(|error| error.to_string());
    assert!(found.is_err_and(|error| error.contains("cells that are taken")), "our own tables too");
}

#[test]
fn columns_are_counted_to_the_last_and_kept_to_the_limit() {
    for columns in [limits::MAX_COLUMNS + 1, limits::MAX_COLUMNS + 500, 100_000] {
        let text = format!("Name\nA{}\n", ",".repeat(columns - 1));
        let expected = ExchangeError::TooManyColumns { line: 2, columns };
        assert_eq!(trouble(&text), Some(expected), "all {columns} are told");
    }
}

#[test]
fn a_card_is_limited() {
    let card = |bytes: usize| {
        let (start, end) = ("BEGIN:VCARD\nVERSION:3.0\nORG:Halden\nPHOTO;ENCODING=b:", "\nEND:VCARD\n");
        format!("{start}{}{end}", "A".repeat(bytes - start.len() - end.len()))
    };
    assert_eq!(trouble(&card(limits::MAX_CARD_BYTES)), None, "as long as may be");
    let text = format!("{}{}", card(200), card(limits::MAX_CARD_BYTES + 1));
    assert_eq!(
        trouble(&text).map(|error| error.to_string()).as_deref(),
        Some(
            "the vCard that begins on line 6 is 8388609 bytes long, above the 8388608 that are taken: remove its \
             picture, or what else is large in it"
        ),
        "one byte more"
    );
}

#[test]
fn what_one_client_gathers_is_limited() {
    let mend = "give some of them a client of their own, or remove them";
    let limit = limits::MAX_GATHERED;
    let table = |people: usize| {
        let rows = (0..people).map(|at| format!("P{at},Q,Halden,,,\n")).collect::<Vec<_>>().concat();
        format!("First Name,Last Name,Organization Name,Labels,Notes,E-mail 1 - Value\n{rows}")
    };
    assert_eq!(
        refusals(&table(limit + 1)),
        Vec::<String>::new(),
        "the contact, and as many beside as may be"
    );
    assert_eq!(
        refusals(&table(limit + 2)),
        [format!("line {}: “Halden” has more than {limit} people in this file; {mend}", limit + 3)],
        "one more is refused alone"
    );
    let tags = |count: usize| {
        let tags = (0..count).map(|at| format!("t{at}")).collect::<Vec<_>>().join(",");
        format!("Name,Tags\nHalden,\"{tags}\"\n")
    };
    assert_eq!(refusals(&tags(limit)), Vec::<String>::new(), "as many tags as may be");
    assert_eq!(
        refusals(&tags(limit + 1)),
        [format!("line 2: “Halden” has more than {limit} tags in this file; {mend}")]
    );
    let card = |count: usize| {
        let lines = (0..count).map(|at| format!("TEL:{at}\n")).collect::<Vec<_>>().concat();
        format!("BEGIN:VCARD\nVERSION:3.0\nORG:Halden\n{lines}END:VCARD\n")
    };
    assert_eq!(
        refusals(&card(limit + 2)),
        [format!("line 1: “Halden” has more than {limit} telephone numbers in this file; {mend}")],
        "of a card too"
    );
}

#[test]
fn notes_of_one_client_are_no_longer_than_can_be_kept() {
    let row = |at: usize| format!("P,Q,Halden,,note {at} {},\n", "x".repeat(5_000));
    let rows = (0..5).map(row).collect::<String>();
    let text = format!("First Name,Last Name,Organization Name,Labels,Notes,E-mail 1 - Value\n{rows}");
    assert_eq!(
        refusals(&text),
        [5, 6]
            .iter()
            .map(|line| format!(
                "line {line}: with the notes of this row “Halden” has more than the 20000 characters that can be \
                 kept; shorten them"
            ))
            .collect::<Vec<_>>(),
        "rows that still fit are taken whole"
    );
}

#[test]
fn a_mapping_is_limited() {
    let names = |count: usize| {
        let spellings =
            (0..count).map(|at| format!("\"{}Title{}\": \"x\"", " ".repeat(at % 20), " ".repeat(at / 20)));
        format!("{{{}}}", spellings.collect::<Vec<_>>().join(","))
    };
    assert!(Mapping::from_json(&names(limits::MAX_MAPPED)).is_ok(), "as many names as may be");
    let expected = ExchangeError::MappingTooLong { names: limits::MAX_MAPPED + 1 };
    assert_eq!(Mapping::from_json(&names(limits::MAX_MAPPED + 1)), Err(expected.clone()), "one more");
    assert_eq!(
        expected.to_string(),
        "the mapping has 201 names, above the 200 that are taken: name each column once"
    );
    let columns = (0..=limits::MAX_MAPPED).map(|at| (format!("Title{}", " ".repeat(at)), "x".to_owned()));
    let mapping = Mapping { columns: columns.collect(), ..Mapping::default() };
    let found = read(b"Client,Title,Due\n", None, Some(&mapping), &DEFAULTS).err();
    assert_eq!(found, Some(expected), "whoever made it");
    let long = " ".repeat(limits::MAX_MAPPING_BYTES - 1);
    assert!(Mapping::from_json(&format!("{{}}{}", &long[1..])).is_ok(), "as long as may be");
    assert_eq!(
        Mapping::from_json(&format!("{{}}{long}")),
        Err(ExchangeError::MappingTooLarge { bytes: limits::MAX_MAPPING_BYTES + 1 }),
        "one byte more"
    );
}

#[test]
fn json_is_read_to_a_depth_and_refused_below_it() {
    let deep = |depth: usize| format!("{{\"Title\": {}{}}}", "[".repeat(depth - 1), "]".repeat(depth - 1));
    let reason =
        |json: &str| Mapping::from_json(json).map_err(|error| error.to_string()).err().unwrap_or_default();
    let limit = limits::MAX_JSON_DEPTH;
    assert!(
        reason(&deep(limit)).contains("Title is not a text"),
        "as deep as may be: {}",
        reason(&deep(limit))
    );
    for depth in [limit + 1, 100_000 / 4, 30_000] {
        assert!(reason(&deep(depth)).contains("recursion limit"), "deeper: {}", reason(&deep(depth)));
    }
    let archive = |record: &str| {
        format!(
            "{{\"format\":\"kindly-archive\",\"version\":1,\"made_at\":\"2026-11-22T18:00:00Z\",\"app_version\":\"0\",\
             \"profile\":null,\"records\":[{record}],\"files\":[]}}"
        )
    };
    let record = format!("{{\"kind\":\"praise\",\"x\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let found = read_archive(archive(&record).as_bytes()).map_err(|error| error.to_string());
    assert_eq!(
        found.err().as_deref(),
        Some(
            "record 1 of the archive, which names no kind, cannot be read (recursion limit exceeded): correct or \
             remove its line"
        ),
        "a hundred thousand lists in one another"
    );
}

#[test]
fn a_record_of_an_archive_is_limited() {
    let archive = |record: &str| {
        format!(
            "{{\"format\":\"kindly-archive\",\"version\":1,\"made_at\":\"2026-11-22T18:00:00Z\",\"app_version\":\"0\",\
             \"profile\":null,\"records\":[{record}],\"files\":[]}}"
        )
    };
    let record = format!("\"{}\"", "x".repeat(limits::MAX_ARCHIVED_RECORD_BYTES));
    let found = read_archive(archive(&record).as_bytes()).map_err(|error| error.to_string());
    assert_eq!(
        found.err().as_deref(),
        Some(
            "record 1 of the archive, which names no kind, cannot be read (it is 8388610 bytes long, above the 8388608 \
             that are taken): correct or remove its line"
        )
    );
    let many = vec!["1"; limits::MAX_ARCHIVED + 1].join(",");
    let found = read_archive(archive(&many).as_bytes());
    assert!(
        matches!(&found, Err(OutError::DamagedArchive { reason, .. }) if reason.contains("a list of at most 2000000 entries")),
        "more records than are taken"
    );
}
