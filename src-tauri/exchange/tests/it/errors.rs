//! Every way of getting a file wrong: one clear sentence each, with the mend.
use kindly_exchange::{
    ExchangeError, ImportKind, MAX_COLUMNS, MAX_FIELD_BYTES, MAX_FILE_BYTES, MAX_ROWS, read,
};

use crate::{DEFAULTS, read_mapped, read_text, refusals};

#[test]
fn a_refused_row_names_line_value_column_and_mend() {
    let check = |text: &str, expected: &[&str]| assert_eq!(refusals(text), expected, "{text:?}");
    check(
        "Client,Title,Due\nA,x,28.02.2026\nA,\"two\nlines\",31.02.2026\n",
        &["line 3: “31.02.2026” is not a date in column Due; write it like 2026-02-28"],
    );
    check(
        "Client,Title,Deadline\r\nA,x,soon\r\n",
        &["line 2: “soon” is not a date in column Deadline; write it like 2026-02-28"],
    );
    check(
        "Client,Date,Scale,Value\nA,2026-02-01,CSAT,9\nA,2026-02-01,NPS,9\n",
        &["line 2: 9 is not on the CSAT scale: enter a whole number from 1 to 5"],
    );
    check(
        "Client,Date,Scale,Value\nA,2026-02-01,CSAT,four\nA,2026-02-01,CSAT,4.5\nA,2026-02-01,CSAT,\"4,0\"\n",
        &[
            "line 2: “four” is not a whole number in column Value; write it like 4",
            "line 3: “4.5” is not a whole number in column Value; write it like 4",
        ],
    );
    check(
        "Client,Date,Scale,Value\nA,2026-02-01,Stars,4\nA,2026-02-01,,4\n",
        &[
            "line 2: “Stars” is not known in column Scale; write CSAT, NPS or CES",
            "line 3: column Scale is empty; every row needs it",
        ],
    );
    check("Name,Notes\n,no name\n", &["line 2: the client has no name: enter one"]);
    check(
        "Name,Email\nA,nobody\n",
        &["line 2: “nobody” is not an e-mail address: write it like name@example.org, or leave it empty"],
    );
    check(
        "Name,Status\nA,friend\n",
        &["line 2: “friend” is not known in column Status; write prospect, active, ended or archived"],
    );
    check(
        "Name,Country\nA,Ireland\n",
        &["line 2: “IRELAND” is not a country code: use the two letters of ISO 3166, such as GB or US"],
    );
    check("Client,Title,Due\n,x,2026-02-01\n", &["line 2: column Client is empty; every row needs it"]);
    check("Client,Title,Due\nA,x\n", &["line 2: column Due is empty; every row needs it"]);
    check(
        "Name,Notes\nSmith, Jones and Co,x\n",
        &[
            "line 2: the row has 3 cells, the header row 2; put quotation marks around the cell that holds the delimiter",
        ],
    );
    check(
        "Client,Title,Due,Delivered,Outcome\nA,x,2026-02-01,,met\n",
        &[
            "line 2: the deliverable “x” is recorded as met but has no delivered date: enter the day it was delivered",
        ],
    );
    check(
        "Client,Number,Issued,Amount,Due\nA,1,2026-02-01,about 5,2026-03-01\nA,2,2026-02-01,$5,2026-03-01\nA,3,2026-02-01,(5),2026-03-01\n",
        &[
            "line 2: “about 5” is not an amount in EUR in column Amount; write it like 4800.50",
            "line 3: “$5” in column Amount is not in EUR; state its currency in a column Currency, or as a fixed one in a mapping",
            "line 4: the amount of the invoice is not above zero: enter what it is worth",
        ],
    );
    let long = "x".repeat(100);
    check(
        &format!("Client,Title,Due\nA,x,{long}\n"),
        &[&format!("line 2: “{}…” is not a date in column Due; write it like 2026-02-28", "x".repeat(60))],
    );
}

#[test]
fn a_file_that_cannot_be_understood_says_why_in_one_sentence() {
    let check = |text: &str, expected: &str| {
        let found = read_text(text).expect_err("the file cannot be understood").to_string();
        assert_eq!(found, expected, "{text:?}");
    };
    check("", "the file is empty: it needs a line of column names and a row below it");
    check(" \n\n", "the file is empty: it needs a line of column names and a row below it");
    check(
        "Client,Title,Due\nA,\"x,2026-02-01\nB,y,2026-02-02\n",
        "line 2 opens a quotation mark that is never closed: close it, or remove it",
    );
    check(
        "PK\u{3}\u{4}rest",
        "the file is a spreadsheet or another packed file, not a table of text: save it as CSV from the program that wrote it",
    );
    check(
        "Client,Title,Due\nA,x,03/04/2026\nA,y,05/06/2026\n",
        "“03/04/2026” in column Due (line 2) may be 2026-04-03 or 2026-03-04, and no other date of the column tells: \
         write dates like 2026-04-03, or state \"dates\": \"day-first\" or \"month-first\" in a mapping",
    );
    check(
        "Client,Title,Due\nA,x,13/04/2026\nA,y,05/16/2026\n",
        "column Due has its dates in two orders, “13/04/2026” on line 2 and “05/16/2026” on line 3: write all like \
         2026-02-28",
    );
}

#[test]
fn unknown_columns_list_every_kind_with_its_header_row() {
    let found =
        read_text("Card ID,Card Name,Name,Labels\n1,2,3,4\n").expect_err("no kind of ours").to_string();
    assert!(found.starts_with("the columns “Card ID, Card Name, Name, Labels” are not those"), "{found}");
    for kind in ImportKind::ALL {
        assert!(found.contains(&format!("{kind} ({})", kind.header())), "{found} lacks {kind}");
    }
}

#[test]
fn a_stated_kind_names_the_columns_that_are_missing() {
    let found = read(b"Client,Notes\nA,x\n", Some(ImportKind::Deliverables), None, &DEFAULTS);
    assert_eq!(
        found.expect_err("two columns are missing").to_string(),
        "a file of deliverables needs the column Title, Due, but only “Client, Notes” was found: add it, or name the \
         column that holds it in a mapping"
    );
}

#[test]
fn a_wrong_mapping_says_what_is_wrong_with_it() {
    let check = |kind, mapping: &str, expected: &str| {
        let found = read_mapped("Kunde,Title,Due\nA,x,2026-02-01\n", kind, mapping)
            .expect_err("the mapping is wrong")
            .to_string();
        assert!(found.starts_with(expected), "{mapping}: {found}");
    };
    let kind = Some(ImportKind::Deliverables);
    check(kind, "[]", "the mapping cannot be read (");
    check(kind, r#"{"Client": 3}"#, "the mapping cannot be read (");
    check(
        kind,
        r#"{"Colour": "Kunde"}"#,
        "the mapping names the column “Colour”, which deliverables do not have: use one of Client, Title,",
    );
    check(
        kind,
        r#"{"Client": "Customer"}"#,
        "the mapping takes Client from the column “Customer”, which the file does not have: it has “Kunde, Title, Due”",
    );
    check(kind, r#"{"dates": "sideways"}"#, "“sideways” is no order of dates:");
    check(
        None,
        r#"{"Client": "Customer"}"#,
        "the mapping takes Client from the column “Customer”, which the file does not have",
    );
}

#[test]
fn an_unknown_kind_lists_those_there_are() {
    let check = |text: &str, expected: Option<ImportKind>| {
        assert_eq!(text.parse().ok(), expected, "{text}");
    };
    check("clients", Some(ImportKind::Clients));
    check("Client", Some(ImportKind::Clients));
    check("check-ins", Some(ImportKind::CheckIns));
    check("check_in", Some(ImportKind::CheckIns));
    check("time entry", Some(ImportKind::TimeEntries));
    check("enquiry", Some(ImportKind::Enquiries));
    check("letters", None);
    check("", None);
    let found = "letters".parse::<ImportKind>().expect_err("no such kind").to_string();
    assert_eq!(
        found,
        "“letters” is not a kind of file: use clients, deliverables, check_ins, invoices, obligations, complaints, \
         time_entries, payments, enquiries"
    );
}

#[test]
fn damaged_text_names_its_line() {
    let check = |bytes: &[u8], expected: &str| {
        let found = read(bytes, None, None, &DEFAULTS).expect_err("damaged").to_string();
        assert_eq!(found, expected, "{bytes:?}");
    };
    let mend = "save the file again as UTF-8";
    check(b"\xef\xbb\xbfName\nCaf\xe9\n", &format!("line 2 is not valid UTF-8: {mend}"));
    check(
        "Name\r\nLumière\r\né\r\n".as_bytes().strip_suffix(b"\xa9\r\n").expect("ends so"),
        &format!("line 3 is not valid UTF-8: {mend}"),
    );
    check(
        b"\xff\xfeN\x00a\x00m\x00e\x00\n\x00\x00\xd8\n\x00",
        &format!("line 2 is not valid UTF-16: {mend}"),
    );
}

#[test]
fn what_is_too_large_is_refused_and_what_just_fits_is_read() {
    let header = "Name,Notes\n";
    let check = |text: String, expected: Result<usize, ExchangeError>| {
        let length = text.len();
        let found = read(text.as_bytes(), None, None, &DEFAULTS).map(|sheet| sheet.rows.len());
        assert_eq!(found, expected, "a file of {length} bytes");
    };
    check("x".repeat(MAX_FILE_BYTES + 1), Err(ExchangeError::FileTooLarge { bytes: MAX_FILE_BYTES + 1 }));
    check(format!("{header}A,{}\n", "x".repeat(MAX_FIELD_BYTES)), Ok(1));
    check(
        format!("{header}A,{}\n", "x".repeat(MAX_FIELD_BYTES + 1)),
        Err(ExchangeError::FieldTooLarge { line: 2, bytes: MAX_FIELD_BYTES + 1 }),
    );
    check(
        format!("Name,Notes{}\n", ",".repeat(MAX_COLUMNS - 1)),
        Err(ExchangeError::TooManyColumns { line: 1, columns: MAX_COLUMNS + 1 }),
    );
    check(format!("{header}{}", "A\n".repeat(MAX_ROWS)), Err(ExchangeError::TooManyRows));
}
