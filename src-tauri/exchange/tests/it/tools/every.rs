//! What holds for the files of all tools.
use std::{fs, path::Path};

use kindly_exchange::{Draft, ExchangeError, ImportKind, Sheet, Tool, peek, read, read_watched};

use super::fixture;
use crate::DEFAULTS;

/// All fixtures, by folder and name.
fn fixtures() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let folders =
        fs::read_dir(&root).expect("the fixtures are there").map(|entry| entry.expect("a folder").path());
    let mut paths: Vec<String> = folders
        .filter(|folder| folder.is_dir())
        .flat_map(|folder| fs::read_dir(folder).expect("a folder of fixtures"))
        .map(|entry| entry.expect("a file").path())
        .map(|path| path.strip_prefix(&root).expect("below the root").display().to_string())
        .collect();
    paths.sort();
    paths
}

/// What a sheet says, whatever the form of its file.
fn told(sheet: &Sheet) -> (Option<Tool>, ImportKind, Vec<String>) {
    let rows = sheet.rows.iter().map(|row| match row {
        Ok(draft) => format!("{draft:?}"),
        Err(refused) => refused.to_string(),
    });
    (sheet.tool, sheet.kind, rows.collect())
}

#[test]
fn every_tool_has_a_plain_fixture_and_an_odd_one() {
    let paths = fixtures();
    let of = |tool: Tool| {
        let recognised = |path: &&String| peek(&fixture(path)).is_ok_and(|peek| peek.tool == Some(tool));
        paths.iter().filter(recognised).count()
    };
    for tool in Tool::ALL {
        assert!(of(tool) >= 2, "{tool} has {} fixtures that are recognised", of(tool));
    }
}

#[test]
fn a_first_look_as_a_mapping_changes_nothing() {
    for path in fixtures() {
        let bytes = fixture(&path);
        let peek = peek(&bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mapping = peek.mapping();
        match read(&bytes, None, None, &DEFAULTS) {
            Ok(sheet) => {
                assert_eq!(peek.problem, None, "{path} reads as it is");
                assert_eq!(peek.kind, Some(sheet.kind), "{path}: the kind");
                let again = read(&bytes, None, Some(&mapping), &DEFAULTS)
                    .unwrap_or_else(|error| panic!("{path} with {mapping:?}: {error}"));
                assert_eq!(told(&again), told(&sheet), "{path}: what is fed back says the same");
            }
            Err(error) => assert_eq!(peek.problem, Some(error), "{path}: the first look says what is wrong"),
        }
    }
}

/// A table with another delimiter and other line ends.
fn rewritten(text: &str, from: char, to: u8, crlf: bool) -> String {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(from).expect("a delimiter is ASCII"))
        .from_reader(text.as_bytes());
    let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer =
        csv::WriterBuilder::new().flexible(true).delimiter(to).terminator(end).from_writer(Vec::new());
    for record in reader.records() {
        writer.write_record(&record.expect("a sound table")).expect("memory takes it");
    }
    String::from_utf8(writer.into_inner().expect("memory takes it")).expect("text stays text")
}

#[test]
fn the_form_of_a_tools_file_does_not_matter() {
    for path in fixtures().into_iter().filter(|path| path.ends_with("plain.csv")) {
        let bytes = fixture(&path);
        let text = String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned();
        if text.contains('\u{fffd}') {
            continue;
        }
        let sheet = read(&bytes, None, None, &DEFAULTS).unwrap_or_else(|error| panic!("{path}: {error}"));
        let delimiter = sheet.delimiter.expect("a table");
        for to in [b',', b';', b'\t'] {
            for crlf in [false, true] {
                let other = rewritten(&text, delimiter, to, crlf);
                let marked = ["\u{feff}", &other].concat();
                let low = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
                let forms: [(&str, Vec<u8>); 4] = [
                    ("UTF-8", other.clone().into_bytes()),
                    ("UTF-8 with a mark", marked.clone().into_bytes()),
                    ("UTF-16", low),
                    ("Windows-1252", encoding_rs::WINDOWS_1252.encode(&other).0.into_owned()),
                ];
                for (name, form) in forms {
                    let again = read(&form, None, None, &DEFAULTS)
                        .unwrap_or_else(|error| panic!("{path} as {name}, {to}: {error}"));
                    assert_eq!(told(&again), told(&sheet), "{path} as {name}, delimiter {to}, CRLF {crlf}");
                }
            }
        }
    }
}

#[test]
fn short_rows_of_a_tool_are_filled_up() {
    let bytes = b"Client,Invoice Number,Amount,Date,Transaction Reference\nA,1,5,2026-04-01\n\n,,,,\nA,1,5,2026-04-02\n";
    let sheet = read(bytes, None, None, &DEFAULTS).expect("a sound file");
    assert_eq!(sheet.drafts().map(Draft::line).collect::<Vec<_>>(), [2, 5], "both rows count");
    let blank: Vec<_> = sheet.left_out_rows.iter().map(|row| (row.line, row.reason.to_string())).collect();
    assert_eq!(blank, [(4, "nothing stands in it".to_owned())], "rows of nothing are counted");
}

#[test]
fn another_kind_turns_a_tool_off() {
    let bytes = fixture("invoice-ninja-payments/plain.csv");
    let found = read(&bytes, Some(ImportKind::Clients), None, &DEFAULTS);
    assert!(
        matches!(found, Err(ExchangeError::MissingColumns { kind: ImportKind::Clients, .. })),
        "what was stated counts: {found:?}"
    );
}

#[test]
fn a_reader_who_watches_hears_every_thousand_rows_and_may_stop() {
    let header = String::from("Client,Invoice Number,Amount,Date\n");
    let text = (0..2_500).fold(header, |text, number| text + &format!("A,{number},5,2026-04-01\n"));
    let mut heard = Vec::new();
    let sheet = read_watched(text.as_bytes(), None, None, &DEFAULTS, &mut |done, all| {
        heard.push((done, all));
        true
    });
    assert_eq!(sheet.map(|sheet| sheet.rows.len()), Ok(2_500), "all rows are read");
    assert_eq!(heard, [(0, 2_500), (1_000, 2_500), (2_000, 2_500), (2_500, 2_500)], "and told as they come");
    let mut calls = 0;
    let stopped = read_watched(text.as_bytes(), None, None, &DEFAULTS, &mut |done, _| {
        calls += 1;
        done < 1_000
    });
    assert_eq!(stopped.map(|sheet| sheet.rows.len()), Err(ExchangeError::Cancelled), "stopped");
    assert_eq!(calls, 2, "and nothing was read after that");
}
