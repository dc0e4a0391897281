//! A file, understood.
use iso_currency::Currency;
use kindly_records::Language;

use crate::{Draft, Encoding, Field, ImportKind, LeftOutRow, Question, RefusedRow, Remark, Tool};

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
    /// Its header, as it stands there; at most 300 characters of it.
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
    /// The tool that wrote it, where it was recognised.
    pub tool: Option<Tool>,
    /// Its columns, in their order. Several may hold one field, as street and city hold the address. For vCards, the
    /// properties that were found.
    pub columns: Vec<ColumnUse>,
    /// Its rows, in their order. Several lines of one invoice, or several people of one client, are one row, with the
    /// line of the first of them.
    pub rows: Vec<Result<Draft, RefusedRow>>,
    /// Rows that are left out on purpose, in their order.
    pub left_out_rows: Vec<LeftOutRow>,
    /// How many rows stand in another row's draft, as further lines of an invoice and further people of a client do.
    pub gathered: usize,
    /// What was taken though the file does not say it.
    pub remarks: Vec<Remark>,
    /// What a person might say otherwise; an answer was taken for each.
    pub questions: Vec<Question>,
    /// The line of the column names; lines above it were left out. Zero for vCards, which have none.
    pub header_line: usize,
    /// The encoding found.
    pub encoding: Encoding,
    /// The delimiter found; `None` for vCards.
    pub delimiter: Option<char>,
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
