//! Packed files: nothing is unpacked, so that no small file becomes a large one; the answer says what to do.
use kindly_exchange::{Mapping, OutError, is_archive, peek, read, read_archive, read_own_table};

use crate::answers::DEFAULTS;

/// The first bytes of each, and what it is called.
const PACKED: [(&[u8], &str); 10] = [
    // As a spreadsheet program begins a workbook.
    (
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml",
        "a spreadsheet or another packed file",
    ),
    (b"PK\x05\x06\x00\x00\x00\x00", "an empty packed file"),
    (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", "a packed file"),
    (b"BZh91AY&SY\x00", "a packed file"),
    (b"\xfd7zXZ\x00\x00", "a packed file"),
    (b"\x28\xb5\x2f\xfd\x00", "a packed file"),
    (b"7z\xbc\xaf\x27\x1c\x00\x04", "a packed file"),
    (b"Rar!\x1a\x07\x01\x00", "a packed file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old spreadsheet or another Office file"),
    (b"age-encryption.org/v1\n-> scrypt", "an encrypted file"),
];

#[test]
fn a_packed_file_is_refused_by_its_first_bytes() {
    for (start, what) in PACKED {
        let sentence =
            format!("the file is {what}, not a table of text: save it as CSV from the program that wrote it");
        for bytes in [start.to_vec(), [start, &[0; 4096]].concat(), [start, b"\nName\nHalden\n"].concat()] {
            let told = |error: kindly_exchange::ExchangeError| error.to_string();
            assert_eq!(peek(&bytes).map_err(told).err(), Some(sentence.clone()), "a first look at {start:?}");
            let mapping = Mapping::default();
            let read = read(&bytes, None, Some(&mapping), &DEFAULTS).map_err(told).err();
            assert_eq!(read, Some(sentence.clone()), "reading {start:?}");
            assert_eq!(read_own_table(&bytes), Ok(None), "{start:?} is no table of ours");
            assert!(!is_archive(&bytes), "{start:?} is no archive");
            assert_eq!(read_archive(&bytes), Err(OutError::NotAnArchive), "nor is it read as one");
        }
    }
}
