//! Which row holds the column names, and which field each column holds.
use csv::StringRecord;

use crate::{
    ExchangeError, Field, ImportKind, Mapping,
    error::quoted,
    match_key,
    table::{DELIMITERS, Row, first_rows, rows, with_end},
};

/// How many rows are looked at for column names: some tools write a few lines about the report above them.
const LOOKED_AT: usize = 20;

/// The most bytes of a column name: folding a whole letter in a cell, only to find that it is none, takes time.
const LONGEST_NAME: usize = 200;

/// What a header is compared by: letters and digits alone, without case, space and accents; nothing where it is
/// too long to be one.
pub(crate) fn header_key(header: &str) -> String {
    let header = header.trim();
    if header.len() > LONGEST_NAME {
        return String::new();
    }
    match_key(header).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The header row, understood.
#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) kind: ImportKind,
    pub(crate) delimiter: char,
    /// All rows of the file, those above the header too.
    pub(crate) rows: Vec<Row>,
    /// The place of the header row in `rows`.
    pub(crate) at: usize,
    /// The field of each column.
    pub(crate) fields: Vec<Option<Field>>,
}

/// How well a row serves as the header of a kind; the greater is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Every column that the kind needs is there, and the mapping's too.
    complete: bool,
    /// How many fields are there.
    fields: usize,
    /// The first row wins among equals.
    first: std::cmp::Reverse<usize>,
}

struct Candidate {
    fit: Fit,
    kind: ImportKind,
    fields: Vec<Option<Field>>,
}

/// Finds delimiter, header row and kind together: the delimiter is right when the header can be read.
pub(crate) fn find(
    text: &str,
    kind: Option<ImportKind>,
    mapping: Option<&Mapping>,
) -> Result<Header, ExchangeError> {
    let kinds = kinds_to_try(kind, mapping)?;
    let (stated, text) = stated_delimiter(text);
    let delimiters: Vec<char> = stated.map_or_else(|| DELIMITERS.to_vec(), |delimiter| vec![delimiter]);
    let text = with_end(&text);
    let mut best: Option<(char, Candidate, usize)> = None;
    let mut trouble = Ok(());
    for delimiter in delimiters {
        let (top, outcome) = first_rows(&text, delimiter, LOOKED_AT);
        trouble = trouble.and(outcome);
        for (at, row) in top.iter().enumerate() {
            let keys = keys(row);
            for kind in &kinds {
                let candidate = candidate(at, &keys, *kind, mapping);
                if best.as_ref().is_none_or(|(_, found, _)| candidate.fit > found.fit) {
                    best = Some((delimiter, candidate, at));
                }
            }
        }
    }
    // Where no row has a column of ours, the trouble that stopped the reading is what the user must hear of.
    let Some((delimiter, found, at)) = best.filter(|(_, found, _)| trouble.is_ok() || found.fit.fields > 0)
    else {
        return Err(trouble.err().unwrap_or(ExchangeError::Empty));
    };
    let rows = rows(&text, delimiter)?;
    let row = &rows[at];
    judge(&found, row, kind, &kinds, mapping)?;
    Ok(Header { kind: found.kind, delimiter, at, fields: found.fields, rows })
}

/// The kinds a file may be: the one that was stated, or all that have the fields of the mapping.
fn kinds_to_try(
    kind: Option<ImportKind>,
    mapping: Option<&Mapping>,
) -> Result<Vec<ImportKind>, ExchangeError> {
    let stated = kind.map_or_else(|| ImportKind::ALL.to_vec(), |kind| vec![kind]);
    let Some(mapping) = mapping else { return Ok(stated) };
    let mut left = stated.clone();
    for field in mapping.columns.keys() {
        left.retain(|kind| kind.column_named(field).is_some());
        if left.is_empty() {
            return Err(ExchangeError::MappedField {
                field: field.clone(),
                of: stated.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
                list: stated.iter().map(|kind| kind.header()).collect::<Vec<_>>().join("; "),
            });
        }
    }
    Ok(left)
}

/// A first line such as `sep=;`, by which spreadsheets state the delimiter. It is blanked, so that lines keep
/// their numbers.
fn stated_delimiter(text: &str) -> (Option<char>, std::borrow::Cow<'_, str>) {
    let line = text.lines().next().unwrap_or_default();
    let stated = line.trim_end_matches('\r').strip_prefix("sep=").and_then(|rest| rest.chars().next());
    match stated.filter(|delimiter| DELIMITERS.contains(delimiter)) {
        Some(delimiter) => (Some(delimiter), text[line.len()..].into()),
        None => (None, text.into()),
    }
}

fn keys(row: &Row) -> Vec<String> {
    row.cells.iter().map(header_key).collect()
}

fn candidate(at: usize, keys: &[String], kind: ImportKind, mapping: Option<&Mapping>) -> Candidate {
    let fields = fields_of(keys, kind, mapping);
    let has = |field: Field| fields.contains(&Some(field));
    let complete = kind.columns().iter().all(|column| !column.required || has(column.field))
        && mapping.is_none_or(|mapping| {
            mapping.columns.keys().all(|name| kind.column_named(name).is_some_and(|column| has(column.field)))
        });
    let found = fields.iter().flatten().count();
    Candidate { fit: Fit { complete, fields: found, first: std::cmp::Reverse(at) }, kind, fields }
}

/// The field of each column. A field is held by one column alone: the one of the mapping, else the one with our
/// own name, else the first that goes by one of its other names.
fn fields_of(keys: &[String], kind: ImportKind, mapping: Option<&Mapping>) -> Vec<Option<Field>> {
    let mut fields = vec![None; keys.len()];
    let mut mapped = Vec::new();
    for (name, header) in mapping.iter().flat_map(|mapping| &mapping.columns) {
        let Some(column) = kind.column_named(name) else { continue };
        mapped.push(column.field);
        let key = header_key(header);
        if let Some(at) = keys.iter().position(|found| !key.is_empty() && *found == key) {
            fields[at] = Some(column.field);
        }
    }
    let free: Vec<_> = kind.columns().iter().filter(|column| !mapped.contains(&column.field)).collect();
    // Own names first, over all fields: "Notes" is never taken for another field's other name.
    for column in &free {
        let key = header_key(column.field.name());
        if let Some(at) = (0..keys.len()).find(|at| fields[*at].is_none() && keys[*at] == key) {
            fields[at] = Some(column.field);
        }
    }
    for column in &free {
        if fields.contains(&Some(column.field)) {
            continue;
        }
        let place = column
            .also
            .iter()
            .find_map(|key| (0..keys.len()).find(|at| fields[*at].is_none() && keys[*at] == *key));
        if let Some(at) = place {
            fields[at] = Some(column.field);
        }
    }
    fields
}

/// Whether the best candidate is good enough, and the only one.
fn judge(
    found: &Candidate,
    row: &Row,
    stated: Option<ImportKind>,
    kinds: &[ImportKind],
    mapping: Option<&Mapping>,
) -> Result<(), ExchangeError> {
    let headers = headers(&row.cells);
    let named = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let known = row.cells.iter().filter(|cell| found.kind.knows(cell)).count();
    // A stranger's file may well have a column "Name": unless the user says so, most columns must be ours.
    let ours = stated.is_some() || mapping.is_some() || 2 * known >= named;
    if found.fit.complete && ours {
        let rival = kinds.iter().find(|kind| {
            **kind != found.kind && candidate(found.fit.first.0, &keys(row), **kind, mapping).fit == found.fit
        });
        return rival.map_or(Ok(()), |other| {
            Err(ExchangeError::AmbiguousKind { found: headers.clone(), one: found.kind, other: *other })
        });
    }
    for (name, header) in mapping.iter().flat_map(|mapping| &mapping.columns) {
        let key = header_key(header);
        if !row.cells.iter().any(|cell| header_key(cell) == key) {
            return Err(ExchangeError::MappedHeader {
                field: name.clone(),
                header: header.clone(),
                found: headers,
            });
        }
    }
    match stated.or((mapping.is_some() && kinds.len() == 1).then_some(found.kind)) {
        Some(kind) => {
            let missing: Vec<&str> = kind
                .columns()
                .iter()
                .filter(|column| column.required && !found.fields.contains(&Some(column.field)))
                .map(|column| column.field.name())
                .collect();
            Err(ExchangeError::MissingColumns { kind, missing: missing.join(", "), found: headers })
        }
        None => Err(ExchangeError::NoKind {
            found: headers,
            kinds: ImportKind::ALL.map(|kind| format!("{kind} ({})", kind.header())).join("; "),
        }),
    }
}

/// The headers as one short text.
fn headers(cells: &StringRecord) -> String {
    const SHOWN: usize = 30;
    let names: Vec<String> =
        cells.iter().map(str::trim).filter(|name| !name.is_empty()).take(SHOWN).map(quoted).collect();
    names.join(", ")
}
