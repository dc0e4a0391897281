//! Our own tables, read again, also after somebody changed them in a spreadsheet.
use std::collections::BTreeMap;

use csv::StringRecord;
use kindly_records::{Kind, fields::FieldSpec};
use uuid::Uuid;

use super::{
    OutError,
    columns::{id_header, own_columns},
    guard::unguarded,
};
use crate::{
    MAX_FILE_BYTES, error,
    table::{DELIMITERS, Row, first_rows, rows, with_end},
    text,
};

/// A table of our own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTable {
    /// What its rows are.
    pub kind: Kind,
    /// Its rows, in their order.
    pub rows: Vec<OwnLine>,
}

/// A row of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnLine {
    /// The line of the file on which it starts; the first is 1.
    pub line: usize,
    /// The id of the record; `None` for a row that somebody added.
    pub id: Option<Uuid>,
    /// The cells of the columns that the file has, in their order, for [`super::read_cell`]. An empty cell says that the
    /// field is empty; a column that is not there says nothing about it.
    pub cells: Vec<(&'static FieldSpec, String)>,
}

/// Reads a table that [`super::write_table`] wrote; `None` where the bytes are something else.
///
/// It is known by a header such as `check_in id`, provided that more than half of its other headers are columns of
/// that kind: other programs have a `client id` as well. A mark, semicolons or tabs in place of commas, another
/// order of columns and missing columns do not matter.
///
/// # Errors
/// What makes the rows of one of our tables unreadable, by line and column: see [`OutError`].
pub fn read_own_table(bytes: &[u8]) -> Result<Option<OwnTable>, OutError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Ok(None);
    }
    let Ok((text, _)) = text::decode(bytes) else { return Ok(None) };
    let text = with_end(&text);
    let Some((kind, delimiter, width)) = DELIMITERS.into_iter().find_map(|delimiter| {
        let (first, _) = first_rows(&text, delimiter, 1);
        first.first().and_then(|row| kind_of(&row.cells).map(|kind| (kind, delimiter, row.cells.len())))
    }) else {
        return Ok(None);
    };
    let rows = rows(&text, delimiter)?.bounded(width)?.rows;
    let Some((header, below)) = rows.split_first() else { return Ok(None) };
    let columns = columns(kind, header, below)?;
    let rows = below.iter().map(|row| read_row(kind, row, &columns)).collect::<Result<_, _>>()?;
    Ok(Some(OwnTable { kind, rows }))
}

/// The kind whose table has this header row.
fn kind_of(header: &StringRecord) -> Option<Kind> {
    let names: Vec<&str> = header.iter().map(str::trim).filter(|name| !name.is_empty()).collect();
    let kind = Kind::ALL.into_iter().find(|kind| names.contains(&id_header(*kind).as_str()))?;
    let known = names.iter().filter(|name| own_columns(kind).iter().any(|field| field.key == **name)).count();
    (2 * known > names.len() - 1).then_some(kind)
}

/// What a column holds.
#[derive(Clone, Copy)]
enum Column {
    Id,
    Field(&'static FieldSpec),
    /// Neither a name nor a cell: what a delimiter at the end of each row makes.
    Nothing,
}

fn columns(kind: Kind, header: &Row, below: &[Row]) -> Result<Vec<Column>, OutError> {
    let (line, id_header) = (header.line, id_header(kind));
    let mut seen = BTreeMap::new();
    let mut columns = Vec::new();
    for (at, name) in header.cells.iter().map(str::trim).enumerate() {
        let field = own_columns(kind).iter().find(|field| field.key == name);
        let is_empty = || below.iter().all(|row| row.cells.get(at).unwrap_or_default().trim().is_empty());
        columns.push(match field {
            Some(field) => Column::Field(field),
            None if name == id_header => Column::Id,
            None if name.is_empty() && is_empty() => Column::Nothing,
            None => {
                return Err(OutError::UnknownColumn {
                    line,
                    number: at + 1,
                    column: error::quoted(name),
                    kind,
                    known: own_columns(kind).iter().map(|field| field.key).collect::<Vec<_>>().join(", "),
                });
            }
        });
        if !name.is_empty() && seen.insert(name, at).is_some() {
            return Err(OutError::RepeatedColumn { line, column: name.to_owned() });
        }
    }
    Ok(columns)
}

fn read_row(kind: Kind, row: &Row, columns: &[Column]) -> Result<OwnLine, OutError> {
    let line = row.line;
    if row.cells.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
        return Err(OutError::TooManyCells { line, found: row.cells.len(), expected: columns.len() });
    }
    let mut read = OwnLine { line, id: None, cells: Vec::with_capacity(columns.len()) };
    for (at, column) in columns.iter().enumerate() {
        let cell = row.cells.get(at).unwrap_or_default();
        match column {
            Column::Id if cell.trim().is_empty() => {}
            Column::Id => {
                let id = Uuid::parse_str(cell.trim());
                read.id =
                    Some(id.map_err(|_| OutError::NotAnId { line, text: error::quoted(cell), kind })?);
            }
            Column::Field(field) => read.cells.push((field, unguarded(cell).into_owned())),
            Column::Nothing => {}
        }
    }
    Ok(read)
}
