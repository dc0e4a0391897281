//! What holds for every file.
use kindly_exchange::{Draft, ExchangeError, ImportKind, Mapping, Sheet, match_key, near, peek, read};
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

/// Bytes that come close to a tool's table: its headers whole, and pieces of what stands below them.
fn nearly_a_tools_table() -> impl Strategy<Value = Vec<u8>> {
    let headers: Vec<&str> = vec![
        "Client,Project,Task,Description,Billable,Start date,Start time,Duration,Amount (EUR)",
        "Task ID,Created At,Completed At,Name,Due Date,Projects,Parent task",
        "Card ID,Card Name,Due Date,List Name,Board Name",
        "Client Name,Invoice #,Date Issued,Invoice Status,Line Total,Currency",
        "InvoiceNo,Customer,InvoiceDate,DueDate,ItemAmount,ItemTaxAmount",
        "Client,Email,Invoice Number,Amount,Paid,Status,Invoice Date,Due Date",
        "Record ID,Deal Name,Deal Stage,Amount,Close Date",
        "First Name,Last Name,Organization Name,Labels,E-mail 1 - Value,Address 1 - Country",
        "Timestamp,Name,Rating,Comments",
    ];
    let pieces: Vec<&str> = vec![
        "\n",
        "\n",
        ",",
        ",",
        ",",
        "A",
        "Total",
        "1",
        "10",
        "-3",
        "4/5",
        "01:30:00",
        "0,25",
        "99999:59:59",
        "03/04/2026",
        "31.02.2026",
        "2026-02-28",
        "draft",
        "Done",
        "(400.00)",
        "$-142.85",
        "99999999999999999999",
        "a@b.example",
        "a ::: b",
        "Atlantis",
        "\"",
        "é",
        "\u{1}",
        "\u{200b}",
    ];
    (select(headers), vec(select(pieces), 0..60))
        .prop_map(|(header, pieces)| format!("{header}\n{}", pieces.concat()).into_bytes())
}

/// Bytes that come close to vCards.
fn nearly_vcards() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&[u8]> = vec![
        b"BEGIN:VCARD\r\n",
        b"BEGIN:VCARD\n",
        b"END:VCARD\r\n",
        b"END:VCARD",
        b"VERSION:2.1\n",
        b"VERSION:4.0\r\n",
        b"N:Byrne;Aoife;;Ms;\n",
        b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=\n",
        b"ORG;CHARSET=none;ENCODING=QUOTED-PRINTABLE:Caf=E9=\r\n",
        b"ADR;LABEL=\"a\nb\":;;a\\,b;c,d;;e;f\n",
        b"PHOTO;ENCODING=b:/9j/4AAQ\n SkZJ\n",
        b"item1.EMAIL;PREF=1;TYPE=\"work,home\":a@b.example\n",
        b"KIND:group\n",
        b"X-",
        b":",
        b";",
        b"=",
        b"\\n",
        b" ",
        b"\n",
        b"\r",
        b"\xe9",
        b"\xc3\xa9",
        b"\x00",
    ];
    vec(select(pieces), 0..40).prop_map(|pieces| [b"BEGIN:VCARD\n".as_slice(), &pieces.concat()].concat())
}

/// What must hold whatever comes: an answer, lines in their order, and a first look that agrees with it.
fn sound(bytes: &[u8]) -> Result<(), TestCaseError> {
    let found = read(bytes, None, None, &DEFAULTS);
    let seen = peek(bytes);
    match &found {
        Ok(sheet) => {
            in_order(sheet)?;
            let seen = seen.map_err(|error| TestCaseError::fail(format!("read, yet not shown: {error}")))?;
            prop_assert_eq!(seen.kind, Some(sheet.kind), "the first look takes it for the same");
            prop_assert_eq!(seen.tool, sheet.tool, "of the same tool");
            let again = read(bytes, None, Some(&seen.mapping()), &DEFAULTS);
            prop_assert_eq!(
                again.map(|again| again.rows),
                Ok(sheet.rows.clone()),
                "and fed back changes nothing"
            );
        }
        // Dates are judged by their values, which a first look does not read.
        Err(ExchangeError::AmbiguousDates { .. } | ExchangeError::MixedDates { .. }) => {}
        Err(error) => {
            let problem = seen.map_or_else(Some, |seen| seen.problem);
            prop_assert_eq!(problem.as_ref(), Some(error), "the first look has the same trouble");
        }
    }
    Ok(())
}

fn in_order(sheet: &Sheet) -> Result<(), TestCaseError> {
    let lines: Vec<usize> = sheet
        .rows
        .iter()
        .map(|row| match row {
            Ok(draft) => draft.line(),
            Err(refused) => refused.line,
        })
        .collect();
    prop_assert!(lines.is_sorted(), "lines go up: {lines:?}");
    prop_assert!(lines.iter().all(|line| *line > sheet.header_line), "rows stand below the header");
    Ok(())
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
    fn a_first_look_never_falls_and_agrees_with_the_reading(bytes in vec(any::<u8>(), 0..400)) {
        sound(&bytes)?;
    }

    #[test]
    fn nothing_that_resembles_a_tools_table_makes_the_reader_fall(bytes in nearly_a_tools_table()) {
        sound(&bytes)?;
    }

    #[test]
    fn nothing_that_resembles_a_vcard_makes_the_reader_fall(bytes in nearly_vcards()) {
        sound(&bytes)?;
    }

    #[test]
    fn no_text_makes_a_mapping_fall(text in "\\PC{0,40}", kind in option::of(select(&ImportKind::ALL[..]))) {
        if let Ok(mapping) = Mapping::from_json(&text) {
            prop_assert!(mapping.columns.values().all(|header| text.contains('"') || header.is_empty()));
        }
        let mapping = Mapping { kind, fixed: [("Scale".to_owned(), text.clone())].into(), ..Mapping::default() };
        let found = read(b"Timestamp,Name,Rating\n2026-04-01,A,4\n", None, Some(&mapping), &DEFAULTS);
        prop_assert!(found.is_err() || found.is_ok_and(|sheet| sheet.rows.len() == 1), "one row or a reason");
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
        prop_assert_eq!(sheet.delimiter, Some(delimiter));
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
