//! The forms in which tools and spreadsheets write one and the same table.
use kindly_exchange::{Draft, Encoding, Field, ImportKind, Sheet, example, read};

use crate::{DEFAULTS, read_mapped, read_text};

const TABLE: &str =
    "Client,Title,Due,Notes\nCafé Lumière,Menü,2026-02-14,\"two\nlines\"\nHarbour,Report,2026-03-31,\n";

/// What the table says, whatever its form: line, client, title, notes of each row.
fn told(sheet: &Sheet) -> Vec<(usize, String, String, String)> {
    sheet
        .drafts()
        .map(|draft| match draft {
            Draft::Deliverable(row) => (row.line, row.client.clone(), row.title.clone(), row.notes.clone()),
            other => panic!("a deliverable expected, not {other:?}"),
        })
        .collect()
}

fn expected(first_line: usize) -> Vec<(usize, String, String, String)> {
    vec![
        (first_line, "Café Lumière".into(), "Menü".into(), "two\nlines".into()),
        (first_line + 2, "Harbour".into(), "Report".into(), String::new()),
    ]
}

fn utf16(text: &str, mark: bool, low_first: bool) -> Vec<u8> {
    let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if low_first { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

#[test]
fn every_encoding_gives_the_same_rows() {
    let check = |bytes: Vec<u8>, encoding, what: &str| {
        let sheet = read(&bytes, None, None, &DEFAULTS).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(sheet.encoding, encoding, "{what}");
        assert_eq!(told(&sheet), expected(2), "{what}");
    };
    check(TABLE.as_bytes().to_vec(), Encoding::Utf8, "UTF-8");
    check([b"\xef\xbb\xbf", TABLE.as_bytes()].concat(), Encoding::Utf8, "UTF-8 with a mark");
    check(utf16(TABLE, true, true), Encoding::Utf16Le, "UTF-16, low byte first");
    check(utf16(TABLE, true, false), Encoding::Utf16Be, "UTF-16, high byte first");
    check(utf16(TABLE, false, true), Encoding::Utf16Le, "UTF-16 without a mark, low byte first");
    check(utf16(TABLE, false, false), Encoding::Utf16Be, "UTF-16 without a mark, high byte first");
    let windows = encoding_rs::WINDOWS_1252.encode(TABLE).0.into_owned();
    check(windows, Encoding::Windows1252, "Windows-1252");
}

#[test]
fn every_delimiter_and_line_end_gives_the_same_rows() {
    for delimiter in [",", ";", "\t"] {
        for line_end in ["\n", "\r\n", "\r"] {
            let text = TABLE.replace(',', delimiter).replace('\n', line_end);
            let sheet = read_text(&text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
            assert_eq!(sheet.delimiter.map(String::from).as_deref(), Some(delimiter), "{text:?}");
            assert_eq!(told(&sheet), expected(2), "{text:?}");
        }
    }
}

#[test]
fn lines_above_the_header_are_passed_over_and_counted() {
    let check = |above: &str, header_line: usize| {
        let text = format!("{above}{TABLE}");
        let sheet = read_text(&text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
        assert_eq!(sheet.header_line, header_line, "{text:?}");
        assert_eq!(told(&sheet), expected(header_line + 1), "{text:?}");
    };
    check("", 1);
    check("\n\n", 3);
    check("Deliverables\nExported 2026-06-30\n\n", 4);
    check("Report; by me, for you\n,,,\n", 3);
    check("\"a title\nof two lines\"\n", 3);
    check("sep=,\n", 2);
}

#[test]
fn a_stated_delimiter_is_taken() {
    let sheet = read_text("sep=;\r\nName;Notes\r\nA, B and C;x\r\n").expect("a sound file");
    assert_eq!((sheet.delimiter, sheet.header_line), (Some(';'), 2), "the file says so itself");
    assert_eq!(sheet.drafts().next().map(Draft::client), Some("A, B and C"), "commas are text here");
}

#[test]
fn short_rows_are_filled_up_and_empty_ones_are_passed_over() {
    let sheet = read_text(
        "Client,Title,Due,Delivered,Notes\nHarbour,Report,2026-03-31\n,,,,\n \nHarbour,Plan,2026-04-30,,,,\n",
    )
    .expect("a sound file");
    let lines: Vec<usize> = sheet.drafts().map(Draft::line).collect();
    assert_eq!(lines, [2, 5], "both rows count, empty cells at the end do no harm");
    assert_eq!(sheet.refused().count(), 0, "nothing is refused");
}

#[test]
fn headers_are_known_whatever_their_case_space_and_accents() {
    let check = |header: &str| {
        let text = format!("{header}\nHarbour,Report,2026-03-31\n");
        let found = read_text(&text).map(|sheet| sheet.kind);
        assert_eq!(found, Ok(ImportKind::Deliverables), "{header}");
    };
    check("Client,Title,Due");
    check("CLIENT,title, due ");
    check("Clïent,Title:,Due*");
    check("Client name,Task name,Due date");
    check("\"Customer\",Title,due_on");
}

#[test]
fn a_repeated_header_is_used_once_and_an_own_name_goes_before_another() {
    let sheet = read_text("Name,Notes,Comments,Notes,Shoe size\nHarbour,first,second,third,43\n")
        .expect("a sound file");
    let uses: Vec<_> =
        sheet.columns.iter().map(|column| (column.header.as_str(), column.field, column.repeated)).collect();
    assert_eq!(
        uses,
        [
            ("Name", Some(Field::Name), false),
            ("Notes", Some(Field::Notes), false),
            ("Comments", None, false),
            ("Notes", None, true),
            ("Shoe size", None, false),
        ],
        "the first column of a name is used, the others are told"
    );
    assert_eq!(
        sheet.left_out().collect::<Vec<_>>(),
        ["Comments", "Notes", "Shoe size"],
        "nothing goes silently"
    );
    assert!(sheet.has(Field::Notes) && !sheet.has(Field::Email), "what the file speaks of is known");
    let Some(Draft::Client(row)) = sheet.drafts().next() else { panic!("a client expected") };
    assert_eq!(row.client.notes, "first", "the value of the column that is used");
}

#[test]
fn a_mapping_names_strange_columns_and_the_order_of_dates() {
    let text = "Kunde,Aufgabe,Frist,Title\nHarbour,Report,03/04/2026,x\n";
    let mapping = r#"{"client": "Kunde", "TITLE": "aufgabe", "Due": "Frist", "dates": "day-first"}"#;
    let sheet = read_mapped(text, Some(ImportKind::Deliverables), mapping).expect("a sound mapping");
    let Some(Draft::Deliverable(row)) = sheet.drafts().next() else { panic!("a deliverable expected") };
    assert_eq!(row.title, "Report", "the mapping goes before a column of our own name");
    assert_eq!(row.due_on.to_string(), "2026-04-03", "the mapping says that the day comes first");
    let month_first = mapping.replace("day-first", "month-first");
    let sheet = read_mapped(text, Some(ImportKind::Deliverables), &month_first).expect("a sound mapping");
    let Some(Draft::Deliverable(row)) = sheet.drafts().next() else { panic!("a deliverable expected") };
    assert_eq!(row.due_on.to_string(), "2026-03-04", "or the month");
}

#[test]
fn dates_are_read_by_what_the_whole_column_tells() {
    let check = |due: [&str; 2], expected: [&str; 2]| {
        let text = format!("Client;Title;Due\nA;x;{}\nA;y;{}\n", due[0], due[1]);
        let sheet = read_text(&text).unwrap_or_else(|error| panic!("{due:?}: {error}"));
        let found: Vec<String> = sheet
            .drafts()
            .map(|draft| match draft {
                Draft::Deliverable(row) => row.due_on.to_string(),
                other => panic!("a deliverable expected, not {other:?}"),
            })
            .collect();
        assert_eq!(found, expected, "{due:?}");
    };
    check(["03/04/2026", "13/04/2026"], ["2026-04-03", "2026-04-13"]);
    check(["03/04/2026", "04/13/2026"], ["2026-03-04", "2026-04-13"]);
    check(["03.04.2026", "01.02.26"], ["2026-04-03", "2026-02-01"]);
    check(["2026-04-03", "3 April 2026"], ["2026-04-03", "2026-04-03"]);
}

#[test]
fn columns_of_one_file_may_have_their_dates_in_different_orders() {
    let sheet =
        read_text("Client,Title,Due,Delivered\nA,x,13/04/2026,04/05/2026\nA,y,01/04/2026,04/14/2026\n")
            .expect("each column tells its own order");
    let Some(Draft::Deliverable(row)) = sheet.drafts().next() else { panic!("a deliverable expected") };
    assert_eq!(
        row.delivered_on.map(|day| day.to_string()).as_deref(),
        Some("2026-04-05"),
        "month first here"
    );
}

#[test]
fn our_own_examples_are_read_without_a_word() {
    for kind in ImportKind::ALL {
        let sheet = read_text(example(kind)).unwrap_or_else(|error| panic!("the example of {kind}: {error}"));
        assert_eq!(sheet.kind, kind, "the columns tell the kind");
        assert_eq!(sheet.refused().map(ToString::to_string).collect::<Vec<_>>(), [""; 0], "{kind}");
        assert_eq!(sheet.left_out().count(), 0, "every column of {kind} is ours");
        let fields: Vec<_> = kind.columns().iter().map(|column| Some(column.field)).collect();
        let found: Vec<_> = sheet.columns.iter().map(|column| column.field).collect();
        assert_eq!(found, fields, "the example of {kind} shows every column in its order");
    }
}
