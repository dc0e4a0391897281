//! Why a file or a row is refused.
use std::fmt;

use chrono::NaiveDate;
use kindly_records::{MAX_TEXT, RatingScale, RecordError};
use thiserror::Error;

use crate::{
    Asked, Encoding, Field, ImportKind, Question, Tool,
    limits::{
        MAX_CARD_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_FIELD_BYTES, MAX_FILE_BYTES, MAX_GATHERED, MAX_MAPPED,
        MAX_MAPPING_BYTES, MAX_ROWS,
    },
};

/// Why a file cannot be read at all. Each sentence names the item and the mend.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ExchangeError {
    /// More bytes than are taken.
    #[error("the file is {bytes} bytes long, above the {limit} that are taken: split it", limit = MAX_FILE_BYTES)]
    FileTooLarge {
        /// Its length.
        bytes: usize,
    },
    /// More rows than are taken.
    #[error("the file has more than {limit} rows: split it", limit = MAX_ROWS)]
    TooManyRows,
    /// More columns than are taken.
    #[error("line {line} has {columns} columns, above the {limit} that are taken: remove those that are not needed", limit = MAX_COLUMNS)]
    TooManyColumns {
        /// The line.
        line: usize,
        /// Columns found.
        columns: usize,
    },
    /// More cells than are taken, all rows together.
    #[error("the file has {rows} rows below {columns} columns, above the {limit} cells that are taken: remove columns that are not needed, or split it", limit = MAX_CELLS)]
    TooManyCells {
        /// Its rows.
        rows: usize,
        /// The columns of its header row.
        columns: usize,
    },
    /// A cell that holds more than any text would.
    #[error("line {line} has a cell of {bytes} bytes, above the {limit} that are taken: look for a quotation mark that is not closed, or shorten it", limit = MAX_FIELD_BYTES)]
    FieldTooLarge {
        /// The line on which its row starts.
        line: usize,
        /// Its length.
        bytes: usize,
    },
    /// A quotation mark that is opened and never closed swallows the rest of the file.
    #[error("line {line} opens a quotation mark that is never closed: close it, or remove it")]
    OpenQuote {
        /// The line on which the row with it starts.
        line: usize,
    },
    /// Another format.
    #[error("the file is {what}, not a table of text: save it as CSV from the program that wrote it")]
    NotText {
        /// What it seems to be.
        what: &'static str,
    },
    /// Bytes that the file's own encoding does not have.
    #[error("line {line} is not valid {encoding}: save the file again as UTF-8")]
    Damaged {
        /// The encoding the file has otherwise.
        encoding: Encoding,
        /// The line.
        line: usize,
    },
    /// Nothing in it.
    #[error("the file is empty: it needs a line of column names and a row below it")]
    Empty,
    /// No kind of file has these columns.
    #[error(
        "the columns “{found}” are not those of any known file: name them as one of these, or say which kind it is: {kinds}"
    )]
    NoKind {
        /// The headers found.
        found: String,
        /// All kinds, each with its header row.
        kinds: String,
    },
    /// Two kinds of file have these columns.
    #[error("the columns “{found}” fit {one} and {other} alike: say which of them it is")]
    AmbiguousKind {
        /// The headers found.
        found: String,
        /// One of them.
        one: ImportKind,
        /// The other.
        other: ImportKind,
    },
    /// A kind that does not exist.
    #[error("“{text}” is not a kind of file: use {list}", list = kind_names())]
    UnknownKind {
        /// What was asked for.
        text: String,
    },
    /// Columns without which the rows mean nothing.
    #[error(
        "a file of {kind} needs the column {missing}, but only “{found}” was found: add it, or name the column that holds it in a mapping"
    )]
    MissingColumns {
        /// The kind.
        kind: ImportKind,
        /// What is missing.
        missing: String,
        /// The headers found.
        found: String,
    },
    /// A mapping that is not an object of text.
    #[error("the mapping cannot be read ({reason}): write it like {{\"Title\": \"Task name\"}}")]
    Mapping {
        /// What the JSON reader found.
        reason: String,
    },
    /// A mapping longer than any.
    #[error("the mapping is {bytes} bytes long, above the {limit} that are taken: name only the columns that are needed", limit = MAX_MAPPING_BYTES)]
    MappingTooLarge {
        /// Its length.
        bytes: usize,
    },
    /// A mapping with more names than there are fields.
    #[error("the mapping has {names} names, above the {limit} that are taken: name each column once", limit = MAX_MAPPED)]
    MappingTooLong {
        /// Its names.
        names: usize,
    },
    /// A mapping that names a field that the kind does not have.
    #[error("the mapping names the column “{field}”, which {of} do not have: use one of {list}")]
    MappedField {
        /// The name in the mapping.
        field: String,
        /// The kind, or all of them.
        of: String,
        /// The names there are.
        list: String,
    },
    /// A mapping that names a header that the file does not have.
    #[error(
        "the mapping takes {field} from the column “{header}”, which the file does not have: it has “{found}”"
    )]
    MappedHeader {
        /// Our name.
        field: String,
        /// The header in the mapping.
        header: String,
        /// The headers found.
        found: String,
    },
    /// A stated order of day and month that is none.
    #[error("“{text}” is no order of dates: write \"day-first\" or \"month-first\"")]
    DateOrder {
        /// What was stated.
        text: String,
    },
    /// A column of dates that may be read in two ways.
    #[error(
        "“{value}” in column {column} (line {line}) may be {day_first} or {month_first}, and no other date of the column tells: write dates like {day_first}, or state \"dates\": \"day-first\" or \"month-first\" in a mapping"
    )]
    AmbiguousDates {
        /// The column.
        column: String,
        /// A line that cannot be told.
        line: usize,
        /// What stands there.
        value: String,
        /// Read with the day first.
        day_first: NaiveDate,
        /// Read with the month first.
        month_first: NaiveDate,
    },
    /// Ratings whose scale nothing tells.
    #[error(
        "the answers in column {column} run from {lowest} to {highest}, and its name does not tell their scale: state it in a mapping like \"fixed\": {{\"Scale\": \"{first}\"}} (it may be {list})",
        first = choices.first().map_or("CSAT", |scale| scale.name()),
        list = choices.iter().map(|scale| scale.name()).collect::<Vec<_>>().join(" or ")
    )]
    AmbiguousScale {
        /// The column.
        column: String,
        /// The lowest answer.
        lowest: i64,
        /// The highest answer.
        highest: i64,
        /// The scales that have room for them all.
        choices: Vec<RatingScale>,
    },
    /// A survey without a column of ratings.
    #[error(
        "the answers of {tool} have no column of whole numbers from 0 to 10 among “{found}”: name the column of ratings as Value in a mapping"
    )]
    NoRatings {
        /// The tool.
        tool: Tool,
        /// The headers found.
        found: String,
    },
    /// A vCard that is begun and never ended swallows the rest of the file.
    #[error("line {line} begins a vCard that never ends: export the contacts again, the file is cut off")]
    OpenCard {
        /// The line on which it begins.
        line: usize,
    },
    /// A vCard longer than one with a picture is.
    #[error("the vCard that begins on line {line} is {bytes} bytes long, above the {limit} that are taken: remove its picture, or what else is large in it", limit = MAX_CARD_BYTES)]
    CardTooLarge {
        /// The line on which it begins.
        line: usize,
        /// Its length.
        bytes: usize,
    },
    /// Stopped by the user.
    #[error("reading the file was stopped")]
    Cancelled,
    /// A column of dates that contradicts itself.
    #[error(
        "column {column} has its dates in two orders, “{day_first}” on line {day_first_line} and “{month_first}” on line {month_first_line}: write all like 2026-02-28"
    )]
    MixedDates {
        /// The column.
        column: String,
        /// A value with the day first.
        day_first: String,
        /// Its line.
        day_first_line: usize,
        /// A value with the month first.
        month_first: String,
        /// Its line.
        month_first_line: usize,
    },
}

impl ExchangeError {
    /// The question whose answer, in a mapping, would let the file be read; `None` where no answer would.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        match self {
            Self::AmbiguousDates { column, day_first, month_first, .. } => Some(Question {
                about: Asked::Dates { day_first: *day_first, month_first: *month_first },
                column: Some(column.clone()),
                choices: ["day-first", "month-first"].map(str::to_owned).to_vec(),
                taken: None,
            }),
            Self::AmbiguousScale { column, choices, .. } => Some(Question {
                about: Asked::Field(Field::Scale),
                column: Some(column.clone()),
                choices: choices.iter().map(|scale| scale.name().to_owned()).collect(),
                taken: None,
            }),
            _ => None,
        }
    }
}

fn kind_names() -> String {
    ImportKind::ALL.map(ImportKind::name).join(", ")
}

/// Why a row is refused. Each sentence names the value and the mend.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RowError {
    /// A date that the calendar does not have, or no date.
    #[error("“{value}” is not a date in column {column}; write it like 2026-02-28")]
    NotADate {
        /// What stands there.
        value: String,
        /// The column.
        column: String,
    },
    /// A cell without which the row means nothing.
    #[error("column {column} is empty; every row needs it")]
    Empty {
        /// The column.
        column: String,
    },
    /// A word that the field does not know.
    #[error("“{value}” is not known in column {column}; write {allowed}")]
    NotOneOf {
        /// What stands there.
        value: String,
        /// The column.
        column: String,
        /// The words there are.
        allowed: &'static str,
    },
    /// A length of time that is none.
    #[error("“{value}” is not a length of time in column {column}; write it like 1:30:00 or 1.5")]
    NotATime {
        /// What stands there.
        value: String,
        /// The column.
        column: String,
    },
    /// Lines of one invoice that contradict each other.
    #[error(
        "the invoice “{number}” has another {what} here than on line {line}; make them one, or number them apart"
    )]
    OtherLine {
        /// The invoice's number.
        number: String,
        /// What differs.
        what: &'static str,
        /// The line of the file on which the invoice begins.
        line: usize,
    },
    /// An invoice whose lines come to more than can be kept.
    #[error("the lines of the invoice “{number}” come to more than can be kept; look for a wrong amount")]
    TooMuch {
        /// The invoice's number.
        number: String,
    },
    /// A rating that is no whole number.
    #[error("“{value}” is not a whole number in column {column}; write it like 4")]
    NotWhole {
        /// What stands there.
        value: String,
        /// The column.
        column: String,
    },
    /// An amount that cannot be read in its currency.
    #[error("“{value}” is not an amount in {currency} in column {column}; write it like 4800.50")]
    NotAnAmount {
        /// What stands there.
        value: String,
        /// The column.
        column: String,
        /// The currency's code.
        currency: String,
    },
    /// An amount whose sign says another currency than the row.
    #[error(
        "“{value}” in column {column} is not in {currency}; state its currency in a column Currency, or as a fixed one in a mapping"
    )]
    OtherCurrency {
        /// What stands there.
        value: String,
        /// The column.
        column: String,
        /// The currency of the row.
        currency: String,
    },
    /// More of a client than one file may bring together.
    #[error(
        "“{client}” has more than {limit} {what} in this file; give some of them a client of their own, or remove them",
        limit = MAX_GATHERED
    )]
    TooManyGathered {
        /// The client.
        client: String,
        /// What there are too many of.
        what: &'static str,
    },
    /// Notes of several rows that are too long for one client.
    #[error(
        "with the notes of this row “{client}” has more than the {limit} characters that can be kept; shorten them",
        limit = MAX_TEXT
    )]
    NotesTooLong {
        /// The client.
        client: String,
    },
    /// More cells than there are headers: an unquoted delimiter has split one.
    #[error(
        "the row has {found} cells, the header row {expected}; put quotation marks around the cell that holds the delimiter"
    )]
    TooManyCells {
        /// Cells found.
        found: usize,
        /// Columns there are.
        expected: usize,
    },
    /// A record that cannot be kept as it is.
    #[error(transparent)]
    Record(RecordError),
}

impl From<RecordError> for RowError {
    /// The same with what stands in the file shortened: a cell of a megabyte is no part of a sentence.
    fn from(mut error: RecordError) -> Self {
        match &mut error {
            RecordError::Email { text }
            | RecordError::Amount { text, .. }
            | RecordError::Currency { code: text }
            | RecordError::Country { code: text } => *text = quoted(text),
            _ => {}
        }
        Self::Record(error)
    }
}

/// A row that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// The line of the file on which it starts; the first is 1.
    pub line: usize,
    /// Why.
    pub reason: RowError,
}

impl fmt::Display for RefusedRow {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.reason)
    }
}

/// A value short enough to stand in a sentence.
pub(crate) fn quoted(value: &str) -> String {
    quoted_to(value, 60)
}

/// The first so many characters of a value.
pub(crate) fn quoted_to(value: &str, longest: usize) -> String {
    match value.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
