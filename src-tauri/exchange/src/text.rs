//! Bytes to text: which encoding a file has is decided from the bytes alone.
use std::fmt;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::ExchangeError;

/// The encodings that spreadsheets and tools write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the low byte first ("Unicode text" of spreadsheets).
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, "ANSI" of western Windows.
    Windows1252,
}

impl fmt::Display for Encoding {
    /// The name in a sentence.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        })
    }
}

/// Files that people take for tables, by how they begin. None is unpacked: what a packed file holds may be a thousand
/// times as large.
const NOT_TABLES: [(&[u8], &str); 17] = [
    (b"PK\x03\x04", "a spreadsheet or another packed file"),
    (b"PK\x05\x06", "an empty packed file"),
    (b"PK\x07\x08", "a part of a packed file"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet or another Office file"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a packed file"),
    (b"BZh91AY&SY", "a packed file"),
    (b"\xfd7zXZ\0", "a packed file"),
    (b"\x28\xb5\x2f\xfd", "a packed file"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file"),
    (b"Rar!\x1a\x07", "a packed file"),
    (b"SQLite format 3", "a database"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"age-encryption.org/v1", "an encrypted file"),
    (b"-----BEGIN AGE ENCRYPTED FILE", "an encrypted file"),
];

/// How many bytes are looked at to tell UTF-16 without a mark from other text.
const LOOKED_AT: usize = 4096;

/// The text of a file and the encoding it had. A byte order mark is taken off.
///
/// Without a mark, text that is valid UTF-8 is UTF-8; text with a null in every other byte is UTF-16; anything
/// else is Windows-1252, unless at least half of its accented letters are valid UTF-8: then it is damaged UTF-8, and reading
/// it as Windows-1252 would turn every accent into two wrong characters.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Encoding), ExchangeError> {
    for (start, what) in NOT_TABLES {
        if bytes.starts_with(start) {
            return Err(ExchangeError::NotText { what });
        }
    }
    let encoding = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => return utf8(rest),
        [0xff, 0xfe, ..] => Encoding::Utf16Le,
        [0xfe, 0xff, ..] => Encoding::Utf16Be,
        _ => match utf16_without_mark(bytes)? {
            Some(encoding) => encoding,
            None if looks_like_utf8(bytes) => return utf8(bytes),
            None => Encoding::Windows1252,
        },
    };
    let decoder = match encoding {
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Utf8 | Encoding::Windows1252 => WINDOWS_1252,
    };
    let (text, damaged) = decoder.decode_with_bom_removal(bytes);
    if damaged {
        let line = text.split('\u{fffd}').next().map_or(1, line_after);
        return Err(ExchangeError::Damaged { encoding, line });
    }
    Ok((text.into_owned(), encoding))
}

fn utf8(bytes: &[u8]) -> Result<(String, Encoding), ExchangeError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(error) => {
            let sound = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            Err(ExchangeError::Damaged { encoding: Encoding::Utf8, line: line_after(&sound) })
        }
    }
}

/// Whether at least half of the non-ASCII characters are valid UTF-8, which those of Windows-1252 hardly ever are.
fn looks_like_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || (sound > 0 && sound >= broken)
}

/// UTF-16 without a mark shows by nulls: Latin letters and delimiters have one in every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Result<Option<Encoding>, ExchangeError> {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let nulls =
        |parity: usize| start.iter().enumerate().filter(|(at, byte)| at % 2 == parity && **byte == 0).count();
    // A tenth of the characters at least: a single null in other text is a slip, refused with its row.
    let many = |nulls: usize| nulls > 0 && nulls * 20 >= start.len();
    match (many(nulls(0)), many(nulls(1))) {
        (false, false) => Ok(None),
        (false, true) => Ok(Some(Encoding::Utf16Le)),
        (true, false) => Ok(Some(Encoding::Utf16Be)),
        (true, true) => Err(ExchangeError::NotText { what: "no text at all" }),
    }
}

/// The number of the line that follows on this text without a break.
fn line_after(text: &str) -> usize {
    1 + crate::table::line_breaks(text)
}
