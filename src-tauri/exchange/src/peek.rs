//! A first look at a file: what it seems to be, and what a person can say about it.
use std::collections::BTreeMap;

use kindly_records::MAX_LINE;

use crate::{
    Encoding, ExchangeError, Field, ImportKind, MAX_FILE_BYTES, Mapping, Tool,
    contacts::{self, Cards},
    error,
    header::{self, Source, Top, header_key},
    text,
};

/// How many rows a first look shows.
const SHOWN: usize = 5;
/// How many characters of a cell it shows: as many as a line of a record may hold.
const SHOWN_CHARACTERS: usize = MAX_LINE;

/// What a file holds, before anybody has said anything about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Peek {
    /// The encoding found.
    pub encoding: Encoding,
    /// The delimiter found, or the likeliest; `None` for vCards.
    pub delimiter: Option<char>,
    /// The line of the column names, or the likeliest; zero for vCards.
    pub header_line: usize,
    /// The column names, as they stand there, at most 300 characters of each, which is more than a mapping can name; for vCards, of the columns that their first rows are shown in.
    pub headers: Vec<String>,
    /// The first five rows below them, each with as many cells as there are column names, at most 300 characters of each.
    pub first_rows: Vec<Vec<String>>,
    /// The tool that wrote it, where it was recognised.
    pub tool: Option<Tool>,
    /// What its rows are, or the likeliest guess; `None` where no column is known.
    pub kind: Option<ImportKind>,
    /// Which field each column holds or might hold, by the field's name, as it stands in a mapping.
    pub columns: BTreeMap<String, String>,
    /// Values for all rows that were found, such as the scale of a survey, as they stand in a mapping.
    pub fixed: BTreeMap<String, String>,
    /// Why [`crate::read`] would not read it as it is: then a person has to map it, or answer
    /// [`ExchangeError::question`].
    pub problem: Option<ExchangeError>,
}

/// A kind of file and what a person can map to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindFields {
    /// The kind.
    pub kind: ImportKind,
    /// Its fields, in their order.
    pub fields: Vec<KindField>,
}

/// A field that a column can be mapped to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindField {
    /// The field; its name is the key in a mapping.
    pub field: Field,
    /// Whether a file without it is refused.
    pub required: bool,
    /// The words that it can hold, where they are few: the values to offer for all rows.
    pub options: &'static [&'static str],
}

/// All kinds with their fields.
#[must_use]
pub fn kinds() -> Vec<KindFields> {
    let fields = |kind: ImportKind| {
        let columns = kind.columns().iter();
        let field = |field: Field, required| KindField { field, required, options: field.options(kind) };
        columns.map(|column| field(column.field, column.required)).collect()
    };
    ImportKind::ALL.into_iter().map(|kind| KindFields { kind, fields: fields(kind) }).collect()
}

/// Looks at a file without reading its rows into drafts.
///
/// # Errors
/// Where nothing of it can be shown: it is too large, no text, damaged or empty, opens a quotation mark or a vCard that it
/// never closes, or holds a vCard that is too large.
pub fn peek(bytes: &[u8]) -> Result<Peek, ExchangeError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ExchangeError::FileTooLarge { bytes: bytes.len() });
    }
    let (text, encoding) = text::decode(bytes)?;
    if contacts::is_vcard(&text) {
        return vcards(&text, encoding);
    }
    match header::find(&text, None, None) {
        Ok(header) => {
            let (tool, fixed) = match &header.source {
                Source::Own => (None, None),
                Source::Tool(form) => (Some(form.tool), None),
                Source::Survey(survey) => (Some(survey.tool), Some(survey.scale)),
            };
            let headers = shown(&header.rows[header.at].cells, 0);
            let first = header.rows[header.at + 1..].iter().take(SHOWN);
            Ok(Peek {
                encoding,
                delimiter: Some(header.delimiter),
                header_line: header.rows[header.at].line,
                first_rows: first.map(|row| shown(&row.cells, headers.len())).collect(),
                columns: match &header.source {
                    Source::Tool(form) => {
                        named(&headers, &header.fields, |header| form.rank(&header_key(header)))
                    }
                    Source::Own | Source::Survey(_) => named(&headers, &header.fields, |_| 0),
                },
                headers,
                tool,
                kind: Some(header.kind),
                fixed: fixed
                    .map(|scale| (Field::Scale.name().to_owned(), scale.name().to_owned()))
                    .into_iter()
                    .collect(),
                problem: None,
            })
        }
        Err(problem) => unknown(&text, encoding, problem),
    }
}

/// A file that cannot be read as it is, as far as it can be shown.
fn unknown(text: &str, encoding: Encoding, problem: ExchangeError) -> Result<Peek, ExchangeError> {
    // The header is the row with most of our columns; where none has any, the first of the fullest.
    let worth = |top: &Top, at: usize| {
        let filled = top.rows[at].cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let known = top.guess(at).0;
        (known >= 2, if known >= 2 { known } else { 0 }, filled, std::cmp::Reverse(at))
    };
    let tops = header::tops(text);
    let rows = tops.iter().flat_map(|top| (0..top.rows.len()).map(move |at| (top, at)));
    let Some((top, at)) = rows.max_by_key(|(top, at)| worth(top, *at)) else { return Err(problem) };
    if matches!(problem, ExchangeError::OpenQuote { .. }) {
        return Err(problem);
    }
    let headers = shown(&top.rows[at].cells, 0);
    let (known, kind, fields) = top.guess(at);
    // The survey's own columns are a better guess than what our tables have in common with it.
    let survey = header::survey_guess(top, at);
    let tool = survey.as_ref().map(|(tool, _)| *tool);
    let (kind, fields) = match survey {
        Some((_, fields)) => (Some(ImportKind::CheckIns), fields),
        None => ((known > 0).then_some(kind), fields),
    };
    Ok(Peek {
        encoding,
        delimiter: Some(top.delimiter),
        header_line: top.rows[at].line,
        first_rows: top.rows[at + 1..]
            .iter()
            .take(SHOWN)
            .map(|row| shown(&row.cells, headers.len()))
            .collect(),
        columns: named(&headers, &fields, |_| 0),
        headers,
        tool,
        kind,
        fixed: BTreeMap::new(),
        problem: Some(problem),
    })
}

fn vcards(text: &str, encoding: Encoding) -> Result<Peek, ExchangeError> {
    const HEADERS: [&str; 5] = ["Organisation", "Given name", "Family name", "E-mail", "Phone"];
    let cards = Cards::of(text)?;
    let first = contacts::cards(&cards, |_, _| ()).filter_map(|(_, card)| card).take(SHOWN).map(|card| {
        let person = card.person;
        [card.organisation, person.given_name, person.family_name, person.email, person.phone]
            .iter()
            .map(|text| shortened(text))
            .collect()
    });
    Ok(Peek {
        encoding,
        delimiter: None,
        header_line: 0,
        headers: HEADERS.map(str::to_owned).to_vec(),
        first_rows: first.collect(),
        tool: Some(Tool::VCard),
        kind: Some(ImportKind::Clients),
        columns: BTreeMap::new(),
        fixed: BTreeMap::new(),
        problem: None,
    })
}

/// The trimmed cells of a row, at least as many as there are columns, as a first look shows them.
fn shown(row: &csv::StringRecord, columns: usize) -> Vec<String> {
    let mut cells: Vec<String> = row.iter().map(|cell| shortened(cell.trim())).collect();
    cells.resize(cells.len().max(columns), String::new());
    cells
}

/// As much of a cell as a person looks at: it goes to the window, and five rows of a thousand cells of a megabyte each
/// would hold it up.
fn shortened(text: &str) -> String {
    error::quoted_to(text, SHOWN_CHARACTERS)
}

/// The column of each field: of several, the one with the lowest rank, or the first.
fn named(
    headers: &[String],
    fields: &[Option<Field>],
    rank: impl Fn(&str) -> usize,
) -> BTreeMap<String, String> {
    let mut held: Vec<(&String, Field)> =
        headers.iter().zip(fields).filter_map(|(header, field)| Some((header, (*field)?))).collect();
    held.sort_by_key(|(header, _)| rank(header));
    let mut columns = BTreeMap::new();
    for (header, field) in held {
        columns.entry(field.name().to_owned()).or_insert_with(|| header.clone());
    }
    columns
}

impl Peek {
    /// What was understood, as a mapping: with it the file reads as it does without one, and a person can change it.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        Mapping { kind: self.kind, columns: self.columns.clone(), fixed: self.fixed.clone(), dates: None }
    }
}
