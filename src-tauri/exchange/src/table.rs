//! Text to rows of cells, each row with the line of the file on which it starts.
use csv::{ReaderBuilder, StringRecord};

use crate::ExchangeError;

/// The most bytes of a file.
pub const MAX_FILE_BYTES: usize = 64 << 20;
/// The most bytes of a cell.
pub const MAX_FIELD_BYTES: usize = 1 << 20;
/// The most rows of a file.
pub const MAX_ROWS: usize = 1_000_000;
/// The most columns of a file.
pub const MAX_COLUMNS: usize = 1_000;

/// The delimiters that spreadsheets and tools write, the likeliest first.
pub(crate) const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// A row with something in it.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// The line on which it starts; the first is 1.
    pub(crate) line: usize,
    /// Its cells.
    pub(crate) cells: StringRecord,
}

/// A last line that no file has. Where a quotation mark is never closed, it ends up inside a cell and so
/// tells what the reader alone does not: that the rest of the file has been swallowed.
const END: &str = "\u{1}";

/// The text as [`rows`] reads it.
pub(crate) fn with_end(text: &str) -> String {
    format!("{text}\n{END}")
}

/// The rows of a text.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// Those with something in them.
    pub(crate) rows: Vec<Row>,
    /// The lines of those without.
    pub(crate) blank: Vec<usize>,
}

/// All rows of a text [`with_end`].
pub(crate) fn rows(with_end: &str, delimiter: char) -> Result<Table, ExchangeError> {
    let mut table = Table::default();
    read_into(&mut table, with_end, delimiter, MAX_ROWS + 1)?;
    if table.rows.len() > MAX_ROWS {
        return Err(ExchangeError::TooManyRows);
    }
    Ok(table)
}

/// The first rows, as far as they can be read, and what stopped the reading. With a delimiter that is not the
/// file's anything may go wrong, so that this is no failure yet.
pub(crate) fn first_rows(
    with_end: &str,
    delimiter: char,
    limit: usize,
) -> (Vec<Row>, Result<(), ExchangeError>) {
    let mut table = Table::default();
    let outcome = read_into(&mut table, with_end, delimiter, limit);
    (table.rows, outcome)
}

fn read_into(table: &mut Table, with_end: &str, delimiter: char, limit: usize) -> Result<(), ExchangeError> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .from_reader(with_end.as_bytes());
    let mut cells = StringRecord::new();
    let mut counted = Counted { text: with_end, byte: 0, line: 1 };
    // Reading from memory that holds valid UTF-8 cannot fail.
    while table.rows.len() < limit && reader.read_record(&mut cells).unwrap_or(false) {
        let start =
            cells.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
        let line = counted.line_of_row(start);
        let is_end = cells.len() == 1 && cells.get(0) == Some(END);
        if is_end && counted.at_last_line() {
            break;
        }
        if let Some(long) = cells.iter().find(|cell| cell.len() > MAX_FIELD_BYTES) {
            return Err(ExchangeError::FieldTooLarge { line, bytes: long.len() });
        }
        // A row that is not the end, though the text is at its end, has swallowed the last line.
        if reader.position().byte() >= with_end.len() as u64 {
            return Err(ExchangeError::OpenQuote { line });
        }
        if cells.len() > MAX_COLUMNS {
            return Err(ExchangeError::TooManyColumns { line, columns: cells.len() });
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            table.rows.push(Row { line, cells: cells.clone() });
        } else {
            table.blank.push(line);
        }
    }
    Ok(())
}

/// Counts lines as the reader moves on. The reader's own count is off after CRLF and after empty lines.
struct Counted<'a> {
    text: &'a str,
    byte: usize,
    line: usize,
}

impl Counted<'_> {
    /// The line of the row that the reader began to look for at `start`: empty lines before it are skipped.
    fn line_of_row(&mut self, start: usize) -> usize {
        let rest = &self.text.as_bytes()[start.min(self.text.len())..];
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let row = (start + blank).min(self.text.len());
        // Rows start after a line break or at the start, so that no character is cut.
        self.line += line_breaks(self.text.get(self.byte..row).unwrap_or_default());
        self.byte = row;
        self.line
    }

    fn at_last_line(&self) -> bool {
        self.byte + END.len() == self.text.len()
    }
}

/// How many lines end in the text: with LF, CRLF (one break) or CR.
pub(crate) fn line_breaks(text: &str) -> usize {
    let bytes = text.as_bytes();
    bytes
        .iter()
        .enumerate()
        .filter(|(at, byte)| **byte == b'\n' || (**byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_the_line_on_which_it_starts() {
        let check = |text: &str, expected: &[usize]| {
            let lines: Vec<usize> =
                rows(&with_end(text), ',').expect("a sound table").rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, expected, "lines of {text:?}");
        };
        check("a,b\n1,2\n3,4\n", &[1, 2, 3]);
        check("a,b\r\n1,2\r\n3,4", &[1, 2, 3]);
        check("a,b\r1,2\r3,4\r", &[1, 2, 3]);
        check("\n\n\na,b\n\n1,2\n", &[4, 6]);
        check("\r\n\r\na,b\r\n\r\n1,2\r\n", &[3, 5]);
        check("a,b\n\"x\ny\nz\",2\n3,4\n", &[1, 2, 5]);
        check("a,b\r\n\"x\r\ny\",2\r\n3,4\r\n", &[1, 2, 4]);
        check("a,b\n , \n,,\n1,2\n", &[1, 4]);
        check("", &[]);
        check("\u{1}\n", &[1]);
    }

    #[test]
    fn an_open_quotation_mark_is_found_and_a_stray_one_is_text() {
        let check = |text: &str, expected: Option<usize>| {
            let found = match rows(&with_end(text), ',') {
                Err(ExchangeError::OpenQuote { line }) => Some(line),
                _ => None,
            };
            assert_eq!(found, expected, "{text:?}");
        };
        check("a,b\n1,\"2\n3,4\n5,6\n", Some(2));
        check("a,b\n1,2\n3,\"", Some(3));
        check("a,b\n\"", Some(2));
        check("a,b\n1,\"2\"", None);
        check("a,b\n1,5\" pipe\n3,4\n", None);
        check("a,b\n1,\"say \"\"yes\"\"\"\n", None);
    }
}
