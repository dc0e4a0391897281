//! Our own tables after somebody had them in a spreadsheet, and tables that only look like ours.
use csv::{ReaderBuilder, WriterBuilder};
use kindly_exchange::{OutError, OwnTable, read_own_table};
use kindly_records::{Client, Kind, Record};
use serde_json::json;

use crate::{
    id,
    made::{NASTY, client_id},
    tables::written,
};

fn read(text: &str) -> Result<Option<OwnTable>, OutError> {
    read_own_table(text.as_bytes())
}

/// A client all of whose words are this text.
fn client_of(text: &str) -> Record {
    let person = json!({
        "given_name": text, "family_name": text, "email": text, "role": text, "phone": text, "salutation": text,
    });
    let client: Client = serde_json::from_value(json!({
        "name": text, "contact": person, "people": [person], "address": [text, text], "currency": "EUR",
        "website": text, "tags": [text], "notes": text,
    }))
    .expect("a client");
    client.into()
}

#[test]
fn no_cell_begins_a_formula_and_none_is_changed() {
    for text in NASTY {
        let bytes = written(Kind::Client, &[client_of(text)]);
        let mut reader = ReaderBuilder::new().from_reader(&bytes[..]);
        for row in reader.records() {
            for cell in &row.expect("a sound row") {
                let shown = cell.trim_start_matches([' ', '\u{a0}', '\u{feff}']);
                assert!(
                    !shown.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']),
                    "a spreadsheet would run {cell:?}, made of {text:?}"
                );
            }
        }
        let table = read_own_table(&bytes).expect("sound").expect("our own");
        let cell = |key: &str| {
            let found = table.rows[0].cells.iter().find(|(field, _)| field.key == key);
            found.map(|(_, cell)| cell.as_str())
        };
        for key in ["name", "contact.family_name", "contact.phone", "website", "tags", "notes"] {
            assert_eq!(cell(key), Some(text), "{key} is read as it was kept");
        }
    }
}

#[test]
fn the_name_of_a_client_is_guarded_in_every_table() {
    let praise = json!({ "kind": "praise", "client": client_id(1), "on": "2026-11-20", "words": "fine" });
    let bytes = written(Kind::Praise, &[serde_json::from_value(praise).expect("a word of praise")]);
    let row = String::from_utf8_lossy(&bytes).lines().nth(1).map(str::to_owned).unwrap_or_default();
    assert!(row.contains(",'=Sum & Sons,"), "{row}");
    let table = read_own_table(&bytes).expect("sound").expect("our own");
    assert_eq!(table.rows[0].cells[0].1, "=Sum & Sons", "and read as it is");
}

#[test]
fn what_spreadsheets_make_of_a_table_is_read_alike() {
    let records: Vec<Record> = ["Halden", "=Sum; \"Sons\"\nand more"].map(client_of).to_vec();
    let bytes = written(Kind::Client, &records);
    let ours = read_own_table(&bytes).expect("sound").expect("our own");
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    for delimiter in [b';', b'\t'] {
        let mut reader = ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
        let mut writer = WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        for row in reader.records() {
            writer.write_record(&row.expect("a sound row")).expect("memory");
        }
        let changed = writer.into_inner().expect("memory");
        assert_eq!(read_own_table(&changed), Ok(Some(ours.clone())), "delimiter {:?}", char::from(delimiter));
    }
    assert_eq!(read(&format!("\u{feff}{text}")), Ok(Some(ours.clone())), "with a byte order mark");
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(read_own_table(&utf16), Ok(Some(ours.clone())), "as UTF-16");
    assert_eq!(
        read(&text.replace("\r\n", ",,\r\n")),
        Ok(Some(ours.clone())),
        "with empty columns at the end"
    );
    assert_eq!(read(&format!("{text}\r\n,,,\r\n")), Ok(Some(ours)), "with empty rows at the end");
}

#[test]
fn columns_may_be_moved_and_left_out_and_rows_added() {
    let text = format!("status,name,client id\nended,'=Halden,{}\n,New & Co,\n", client_id(0));
    let table = read(&text).expect("sound").expect("our own");
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|row| {
            (row.line, row.id, row.cells.iter().map(|(field, cell)| (field.key, cell.as_str())).collect())
        })
        .collect();
    let expected: Vec<(usize, _, Vec<(&str, &str)>)> = vec![
        (2, Some(id(0)), vec![("status", "ended"), ("name", "=Halden")]),
        (3, None, vec![("status", ""), ("name", "New & Co")]),
    ];
    assert_eq!(rows, expected, "what the file has, in its order; a row without an id is new");
}

#[test]
fn other_files_are_not_taken_for_ours() {
    for text in [
        "",
        "Name,Notes\nHalden,x\n",
        "Client ID,Client Name,Project\n1,Halden,x\n",
        "client id,client name,project\n1,Halden,x\n",
        "invoice id,number,total,tax,state,street\n1,2026-1,9,1,open,x\n",
        "id,client,title,due_on\n1,Halden,x,2026-01-01\n",
        "client id\n01890a5d-ac96-774b-bcce-b302099a0000\n",
        "note: client id,name\n",
        "{\"format\": \"kindly-archive\"}",
        "BEGIN:VCARD\r\nEND:VCARD\r\n",
    ] {
        assert_eq!(read(text), Ok(None), "{text:?} is for somebody else to read");
    }
    assert_eq!(read_own_table(b"PK\x03\x04"), Ok(None), "a packed file");
    assert_eq!(read_own_table(b"client id,name\n1,caf\xc3\xa9 \xc3\xa9 \xc3"), Ok(None), "damaged text");
}

#[test]
fn what_cannot_be_read_is_named_by_line() {
    let check = |text: &str, expected: &str| {
        let error = read(text).expect_err(text);
        assert_eq!(error.to_string(), expected, "the refusal of {text:?}");
    };
    check(
        "praise id,client,on,words,mood\n",
        "line 1 names its column 5 “mood”, which no praise has: remove it, or use one of client, on, words, person, deliverable, thanked_on",
    );
    check(
        "praise id,client,on,words,\n,Halden,2026-01-01,fine,glad\n",
        "line 1 names its column 5 “”, which no praise has: remove it, or use one of client, on, words, person, deliverable, thanked_on",
    );
    check("praise id,client,on,words,on\n", "line 1 has the column on twice: remove one of them");
    check(
        "praise id,client,on,praise id,words\n",
        "line 1 has the column praise id twice: remove one of them",
    );
    check(
        "praise id,client,on,words\n,Halden,2026-01-01,fine\n,Halden,2026-01-01,very, fine\n",
        "line 3 has 5 cells, the header row 4: put quotation marks around the cell that holds the delimiter",
    );
    check(
        "praise id,client,on,words\n17,Halden,2026-01-01,fine\n",
        "line 2 has “17” where the id of its praise stands: restore the id, or empty the cell to add a new record",
    );
    check(
        "praise id,client,on,words\n,Halden,2026-01-01,\"fine\n",
        "line 2 opens a quotation mark that is never closed: close it, or remove it",
    );
}
