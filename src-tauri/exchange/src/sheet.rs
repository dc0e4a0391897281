//! The whole way from bytes to drafts.
use iso_currency::Currency;
use kindly_records::Language;

use crate::{
    DateOrder, Draft, Encoding, ExchangeError, Field, ImportKind, MAX_FILE_BYTES, Mapping, RefusedRow,
    RowError, dates, header,
    header::{Header, header_key},
    rows::{self, Cells},
    text,
};

/// What stands for a client's field where the file says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Defaults {
    /// The currency of clients and invoices.
    pub currency: Currency,
    /// The language of letters.
    pub language: Language,
}

/// How a column of the file is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnUse {
    /// Its header, as it stands there.
    pub header: String,
    /// What it holds; `None` where it is left out.
    pub field: Option<Field>,
    /// Whether it is left out because another column with the same header is used.
    pub repeated: bool,
}

/// A file, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What its rows are.
    pub kind: ImportKind,
    /// Its columns, in their order.
    pub columns: Vec<ColumnUse>,
    /// Its rows, in their order.
    pub rows: Vec<Result<Draft, RefusedRow>>,
    /// The line of the column names; lines above it were left out.
    pub header_line: usize,
    /// The encoding found.
    pub encoding: Encoding,
    /// The delimiter found.
    pub delimiter: char,
}

impl Sheet {
    /// Whether the file has a column for the field. A field without a column says nothing about a record that
    /// stands already; an empty cell says that the field is empty.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|column| column.field == Some(field))
    }

    /// The headers of the columns that are left out, in their order.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        self.columns
            .iter()
            .filter(|column| column.field.is_none() && !column.header.is_empty())
            .map(|column| column.header.as_str())
    }

    /// The rows that can be kept, in their order.
    pub fn drafts(&self) -> impl Iterator<Item = &Draft> {
        self.rows.iter().filter_map(|row| row.as_ref().ok())
    }

    /// The rows that are refused, in their order.
    pub fn refused(&self) -> impl Iterator<Item = &RefusedRow> {
        self.rows.iter().filter_map(|row| row.as_ref().err())
    }
}

/// Reads a table.
///
/// Encoding, delimiter, header row and, where `kind` is `None`, the kind of file are found from the bytes; the order
/// of day and month from each column's values, unless the mapping states it. Every row gives a draft that its record
/// type accepts, or the reason why not, with its line.
///
/// # Errors
/// Where the file as a whole cannot be understood: see [`ExchangeError`].
pub fn read(
    bytes: &[u8],
    kind: Option<ImportKind>,
    mapping: Option<&Mapping>,
    defaults: &Defaults,
) -> Result<Sheet, ExchangeError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ExchangeError::FileTooLarge { bytes: bytes.len() });
    }
    let (text, encoding) = text::decode(bytes)?;
    let header = header::find(&text, kind, mapping)?;
    let columns = columns(&header);
    let orders = date_orders(&header, &columns, mapping.and_then(|mapping| mapping.dates))?;
    let rows = header.rows[header.at + 1..]
        .iter()
        .map(|row| {
            let cells = Cells { row, columns: &columns, orders: &orders };
            let found =
                row.cells.len() - row.cells.iter().rev().take_while(|cell| cell.trim().is_empty()).count();
            let draft = if found > columns.len() {
                Err(RowError::TooManyCells { found, expected: columns.len() })
            } else {
                rows::draft(header.kind, &cells, *defaults)
            };
            draft.map_err(|reason| RefusedRow { line: row.line, reason })
        })
        .collect();
    let header_line = header.rows[header.at].line;
    Ok(Sheet { kind: header.kind, columns, rows, header_line, encoding, delimiter: header.delimiter })
}

fn columns(header: &Header) -> Vec<ColumnUse> {
    let cells = &header.rows[header.at].cells;
    let used: Vec<String> = cells
        .iter()
        .zip(&header.fields)
        .filter(|(_, field)| field.is_some())
        .map(|(cell, _)| header_key(cell))
        .collect();
    cells
        .iter()
        .zip(&header.fields)
        .map(|(cell, field)| ColumnUse {
            header: cell.trim().to_owned(),
            field: *field,
            repeated: field.is_none() && used.contains(&header_key(cell)),
        })
        .collect()
}

/// The order of day and month of each column; it matters for columns of dates alone.
fn date_orders(
    header: &Header,
    columns: &[ColumnUse],
    stated: Option<DateOrder>,
) -> Result<Vec<DateOrder>, ExchangeError> {
    let below = &header.rows[header.at + 1..];
    columns
        .iter()
        .enumerate()
        .map(|(at, column)| match stated {
            Some(order) => Ok(order),
            None if column.field.is_some_and(Field::is_date) => {
                let values = below.iter().map(|row| (row.line, row.cells.get(at).unwrap_or_default()));
                dates::order_of(&column.header, values)
            }
            None => Ok(DateOrder::DayFirst),
        })
        .collect()
}
