//! Text to rows of cells, each row with the line of the file on which it starts.
use csv::StringRecord;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::{
    ExchangeError,
    limits::{MAX_CELLS, MAX_COLUMNS, MAX_FIELD_BYTES, MAX_ROWS},
};

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

impl Table {
    /// The same, if its rows below a header of so many columns are not too many cells in all.
    pub(crate) fn bounded(self, columns: usize) -> Result<Self, ExchangeError> {
        let cells = self.rows.len().saturating_mul(columns);
        if cells > MAX_CELLS {
            return Err(ExchangeError::TooManyCells { rows: self.rows.len(), columns });
        }
        Ok(self)
    }
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
    let mut records = Records::of(with_end, delimiter);
    let mut counted = Counted { text: with_end, byte: 0, line: 1 };
    while table.rows.len() < limit {
        let start = records.at;
        if !records.advance() {
            break;
        }
        let line = counted.line_of_row(start);
        let is_end = records.columns == 1 && records.cells().next() == Some(END);
        if is_end && counted.at_last_line() {
            break;
        }
        if let Some(long) = records.cells().find(|cell| cell.len() > MAX_FIELD_BYTES) {
            return Err(ExchangeError::FieldTooLarge { line, bytes: long.len() });
        }
        // A row that is not the end, though the text is at its end, has swallowed the last line.
        if records.at >= with_end.len() {
            return Err(ExchangeError::OpenQuote { line });
        }
        if records.columns > MAX_COLUMNS {
            return Err(ExchangeError::TooManyColumns { line, columns: records.columns });
        }
        if records.cells().any(|cell| !cell.trim().is_empty()) {
            table.rows.push(Row { line, cells: records.row() });
        } else if table.blank.len() < MAX_ROWS {
            table.blank.push(line);
        } else {
            return Err(ExchangeError::TooManyRows);
        }
    }
    Ok(())
}

/// The rows of a text one by one, in buffers of their own: however many delimiters stand in a row, no more of its cells
/// are kept than a row may have, and a long row leaves nothing behind in those after it.
struct Records<'a> {
    reader: Reader,
    text: &'a str,
    /// The byte at which the next row is looked for.
    at: usize,
    /// The cells of the row, one behind the other, and how many bytes of it are theirs.
    bytes: Vec<u8>,
    filled: usize,
    /// Where each cell ends.
    ends: Vec<usize>,
    /// How many cells the row has, kept or not.
    columns: usize,
}

impl<'a> Records<'a> {
    const ROOM: usize = 4096;

    fn of(text: &'a str, delimiter: char) -> Self {
        let delimiter = u8::try_from(delimiter).unwrap_or(b',');
        Self {
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            text,
            at: 0,
            bytes: vec![0; Self::ROOM],
            filled: 0,
            ends: vec![0; MAX_COLUMNS + 1],
            columns: 0,
        }
    }

    /// Reads the next row; `false` where there is none.
    fn advance(&mut self) -> bool {
        (self.filled, self.columns) = (0, 0);
        // Of a row with too many cells, those above the limit are counted in room of their own and forgotten.
        let mut forgotten = [0; 256];
        loop {
            let kept = self.columns.min(self.ends.len());
            let full = kept == self.ends.len();
            let ends = if full { &mut forgotten[..] } else { &mut self.ends[kept..] };
            let input = &self.text.as_bytes()[self.at..];
            let (result, read, written, ended) =
                self.reader.read_record(input, &mut self.bytes[self.filled..], ends);
            self.at += read;
            self.filled += written;
            self.columns += ended;
            match result {
                // The reader takes an empty rest for the end of the text.
                ReadRecordResult::InputEmpty | ReadRecordResult::OutputEndsFull => {}
                ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len() * 2, 0),
                ReadRecordResult::Record => return true,
                ReadRecordResult::End => return false,
            }
        }
    }

    /// Its cells, as far as they are kept.
    fn cells(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends[..self.columns.min(self.ends.len())].iter().map(move |end| {
            let cell = &self.bytes[start..*end];
            start = *end;
            str::from_utf8(cell).expect("a text parted at ASCII characters is text")
        })
    }

    /// A copy that takes no more room than its cells.
    fn row(&self) -> StringRecord {
        let mut row = StringRecord::with_capacity(self.filled, self.columns);
        self.cells().for_each(|cell| row.push_field(cell));
        row
    }
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
