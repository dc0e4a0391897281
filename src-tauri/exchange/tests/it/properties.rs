//! What holds for every file.
use kindly_exchange::{Draft, ImportKind, match_key, near, read};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::DEFAULTS;

/// Bytes that come close to a table: headers, quotation marks, delimiters, dates, pieces of other encodings.
fn nearly_a_table() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&[u8]> = vec![
        b"Client,Title,Due",
        b"Name;Notes",
        b"Client\tDate\tScale\tValue",
        b"\n",
        b"\r\n",
        b"\r",
        b",",
        b";",
        b"\t",
        b"\"",
        b"\"\"",
        b"03/04/2026",
        b"31.02.2026",
        b"2026-02-28",
        b"T",
        b" ",
        b"CSAT",
        b"9",
        b"-",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\x00",
        b"\xe9",
        b"\xc3\xa9",
        b"sep=;",
        b"\x01",
        b"\xe2\x80\x8b",
    ];
    vec(select(pieces), 0..60).prop_map(|pieces| pieces.concat())
}

/// One cell: anything that Windows-1252 has, the characters that tables are made of among it.
fn cell() -> impl Strategy<Value = String> {
    "[A-Za-z0-9,;\"\téüßñÉ /.'-]{0,12}".prop_map(|text| text.trim().to_owned())
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_fall(bytes in vec(any::<u8>(), 0..400), kind in option::of(select(&ImportKind::ALL[..]))) {
        // Whatever comes, an answer comes; a sheet's rows lie below its header.
        if let Ok(sheet) = read(&bytes, kind, None, &DEFAULTS) {
            prop_assert!(sheet.drafts().all(|draft| draft.line() > sheet.header_line), "rows stand below the header");
        }
    }

    #[test]
    fn nothing_that_resembles_a_table_makes_the_reader_fall(bytes in nearly_a_table(), kind in option::of(select(&ImportKind::ALL[..]))) {
        if let Ok(sheet) = read(&bytes, kind, None, &DEFAULTS) {
            let lines: Vec<usize> = sheet.rows.iter().map(|row| match row {
                Ok(draft) => draft.line(),
                Err(refused) => refused.line,
            }).collect();
            prop_assert!(lines.is_sorted(), "lines go up: {lines:?}");
            prop_assert!(lines.iter().all(|line| *line > sheet.header_line), "rows stand below the header");
        }
    }

    #[test]
    fn a_table_says_the_same_in_every_form(
        cells in vec((cell(), cell()), 1..6),
        delimiter in select(vec![',', ';', '\t']),
        line_end in select(vec!["\n", "\r\n", "\r"]),
        encoding in 0..5,
    ) {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let mut text = format!("Name{delimiter}Notes{line_end}");
        for (name, notes) in &cells {
            let cells = [quoted(&format!("N{name}")), quoted(notes)];
            text.push_str(&cells.join(&delimiter.to_string()));
            text.push_str(line_end);
        }
        let bytes = match encoding {
            0 => text.clone().into_bytes(),
            1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            2 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            3 => [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
            _ => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
        };
        let sheet = read(&bytes, None, None, &DEFAULTS).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(sheet.delimiter, delimiter);
        // A tab inside a name is a control character and refused by the record; everything else is kept.
        for (at, (name, notes)) in cells.iter().enumerate() {
            match &sheet.rows[at] {
                Ok(Draft::Client(row)) => {
                    prop_assert_eq!(row.line, at + 2, "the line of the file");
                    prop_assert_eq!(&row.client.name, &format!("N{name}"));
                    prop_assert_eq!(&row.client.notes, notes);
                }
                Ok(other) => return Err(TestCaseError::fail(format!("not a client: {other:?}"))),
                Err(refused) => prop_assert!(name.contains('\t'), "{refused}"),
            }
        }
    }

    #[test]
    fn a_key_is_its_own_key_and_nearness_has_no_direction(one in "\\PC{0,16}", other in "\\PC{0,16}") {
        prop_assert_eq!(match_key(&match_key(&one)), match_key(&one), "folding twice changes nothing");
        prop_assert_eq!(match_key(&one.to_uppercase()), match_key(&one.to_uppercase().to_lowercase()));
        prop_assert_eq!(near(&one, &other), near(&other, &one));
        prop_assert!(near(&one, &one), "a name is near itself");
    }
}
