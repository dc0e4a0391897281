//! Which row holds the column names, and which field each column holds.
use csv::StringRecord;

use crate::{
    ExchangeError, Field, ImportKind, Mapping, Tool,
    error::quoted,
    match_key,
    survey::{self, Survey},
    table::{DELIMITERS, Row, first_rows, rows, with_end},
    tools::{Form, recognise},
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
pub(crate) struct Header {
    /// What it was recognised as.
    pub(crate) source: Source,
    pub(crate) kind: ImportKind,
    pub(crate) delimiter: char,
    /// All rows of the file, those above the header too.
    pub(crate) rows: Vec<Row>,
    /// The lines of rows without anything in them.
    pub(crate) blank: Vec<usize>,
    /// The place of the header row in `rows`.
    pub(crate) at: usize,
    /// The field of each column.
    pub(crate) fields: Vec<Option<Field>>,
}

/// What a header row was recognised as.
pub(crate) enum Source {
    /// One of our own tables, or one that a person mapped.
    Own,
    /// A tool's table.
    Tool(&'static Form),
    /// The answers to a survey.
    Survey(Survey),
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
///
/// A tool's table is recognised first, since its headers are the most telling; then our own; then a survey, where any
/// question may stand in the header.
pub(crate) fn find(
    text: &str,
    kind: Option<ImportKind>,
    mapping: Option<&Mapping>,
) -> Result<Header, ExchangeError> {
    let kind = kind.or(mapping.and_then(|mapping| mapping.kind));
    let (stated, text) = stated_delimiter(text);
    let text = with_end(&text);
    let tops = tops_of(&text, stated);
    if let Some(header) = of_tool(&text, &tops, kind, mapping)? {
        return Ok(header);
    }
    let is_survey = tops.iter().flat_map(|top| &top.keys).any(|keys| survey::signature(keys).is_some());
    // With a mapping anything might be one of ours; what is one without it is no survey.
    if !is_survey || own(&text, &tops, kind, None).is_ok() {
        return own(&text, &tops, kind, mapping);
    }
    match of_survey(&text, &tops, kind, mapping) {
        Ok(Some(header)) => Ok(header),
        Ok(None) => own(&text, &tops, kind, mapping),
        Err(refused @ ExchangeError::NoRatings { .. }) => {
            own(&text, &tops, kind, mapping).map_err(|_| refused)
        }
        Err(refused) => Err(refused),
    }
}

/// The first rows of a file, parted by one delimiter.
pub(crate) struct Top {
    pub(crate) delimiter: char,
    pub(crate) rows: Vec<Row>,
    /// The folded cells of each row.
    keys: Vec<Vec<String>>,
    trouble: Result<(), ExchangeError>,
}

impl Top {
    fn read(text: &str, delimiter: char) -> Self {
        let (rows, trouble) = first_rows(text, delimiter, LOOKED_AT);
        let keys = rows.iter().map(keys).collect();
        Self { delimiter, rows, keys, trouble }
    }
}

/// The first rows of a text under each delimiter that it may have.
pub(crate) fn tops(text: &str) -> Vec<Top> {
    let (stated, text) = stated_delimiter(text);
    let text = with_end(&text);
    tops_of(&text, stated)
}

fn tops_of(with_end: &str, stated: Option<char>) -> Vec<Top> {
    let delimiters =
        DELIMITERS.into_iter().filter(|delimiter| stated.is_none_or(|stated| stated == *delimiter));
    delimiters.map(|delimiter| Top::read(with_end, delimiter)).collect()
}

impl Top {
    /// Which kind's headers a row has most of, how many, and which field each column would hold.
    pub(crate) fn guess(&self, at: usize) -> (usize, ImportKind, Vec<Option<Field>>) {
        let guesses = ImportKind::ALL.map(|kind| candidate(at, &self.keys[at], kind, None));
        let best = guesses.into_iter().reduce(|best, other| if other.fit > best.fit { other } else { best });
        best.map_or((0, ImportKind::Clients, Vec::new()), |found| {
            (found.fit.fields, found.kind, found.fields)
        })
    }
}

/// The survey that a row begins, and what its columns seem to hold.
pub(crate) fn survey_guess(top: &Top, at: usize) -> Option<(Tool, Vec<Option<Field>>)> {
    let tool = survey::signature(&top.keys[at])?;
    Some((tool, survey::guess(&top.keys[at], &top.rows[at], &top.rows[at + 1..])))
}

/// The table of a tool, unless a person said that it is something else.
fn of_tool(
    text: &str,
    tops: &[Top],
    kind: Option<ImportKind>,
    mapping: Option<&Mapping>,
) -> Result<Option<Header>, ExchangeError> {
    for top in tops {
        for (at, keys) in top.keys.iter().enumerate() {
            let fits = |form: &&Form| {
                let mut names = mapping.iter().flat_map(|mapping| mapping.names());
                kind.is_none_or(|kind| kind == form.kind)
                    && names.all(|name| Field::named(name).is_some_and(|field| form.has(field)))
            };
            let Some(form) = recognise(keys).filter(fits) else { continue };
            let mut fields: Vec<Option<Field>> = keys.iter().map(|key| form.field(key)).collect();
            // Where a header comes twice, the first column is used.
            for at in 0..fields.len() {
                if keys[..at].contains(&keys[at]) {
                    fields[at] = None;
                }
            }
            overrule(&mut fields, keys, &top.rows[at], mapping)?;
            let table = rows(text, top.delimiter)?.bounded(keys.len())?;
            return Ok(Some(Header {
                source: Source::Tool(form),
                kind: form.kind,
                delimiter: top.delimiter,
                rows: table.rows,
                blank: table.blank,
                at,
                fields,
            }));
        }
    }
    Ok(None)
}

/// The columns that a mapping names instead of those that were recognised.
fn overrule(
    fields: &mut [Option<Field>],
    keys: &[String],
    row: &Row,
    mapping: Option<&Mapping>,
) -> Result<(), ExchangeError> {
    for (name, header) in mapping.iter().flat_map(|mapping| &mapping.columns) {
        let field = Field::named(name);
        let key = header_key(header);
        let place = keys.iter().position(|found| !key.is_empty() && *found == key);
        if place.is_none() && !header.trim().is_empty() {
            return Err(not_there(name, header, row));
        }
        if place.is_some_and(|at| fields[at] == field) {
            continue;
        }
        fields.iter_mut().filter(|held| **held == field).for_each(|held| *held = None);
        if let Some(at) = place {
            fields[at] = field;
        }
    }
    Ok(())
}

fn not_there(name: &str, header: &str, row: &Row) -> ExchangeError {
    ExchangeError::MappedHeader { field: quoted(name), header: quoted(header), found: headers(&row.cells) }
}

/// The answers to a survey, under any delimiter.
fn of_survey(
    text: &str,
    tops: &[Top],
    kind: Option<ImportKind>,
    mapping: Option<&Mapping>,
) -> Result<Option<Header>, ExchangeError> {
    let known = |name: &String| ImportKind::CheckIns.column_named(name).is_some();
    if kind.is_some_and(|kind| kind != ImportKind::CheckIns)
        || !mapping.iter().flat_map(|mapping| mapping.names()).all(known)
    {
        return Ok(None);
    }
    for top in tops {
        for (at, keys) in top.keys.iter().enumerate() {
            let Some(tool) = survey::signature(keys) else { continue };
            let table = rows(text, top.delimiter)?.bounded(keys.len())?;
            let header = &table.rows[at];
            for (name, stated) in mapping.iter().flat_map(|mapping| &mapping.columns) {
                if !stated.trim().is_empty() && !keys.contains(&header_key(stated)) {
                    return Err(not_there(name, stated, header));
                }
            }
            let survey = survey::understand(tool, header, &table.rows[at + 1..], mapping)?;
            let fields = survey.fields.clone();
            return Ok(Some(Header {
                source: Source::Survey(survey),
                kind: ImportKind::CheckIns,
                delimiter: top.delimiter,
                rows: table.rows,
                blank: table.blank,
                at,
                fields,
            }));
        }
    }
    Ok(None)
}

/// One of our own tables, or one that a person mapped onto a kind.
fn own(
    text: &str,
    tops: &[Top],
    kind: Option<ImportKind>,
    mapping: Option<&Mapping>,
) -> Result<Header, ExchangeError> {
    let kinds = kinds_to_try(kind, mapping)?;
    let mut best: Option<(char, Candidate, usize)> = None;
    let mut trouble = Ok(());
    for top in tops {
        trouble = trouble.and_then(|()| top.trouble.clone());
        for (at, keys) in top.keys.iter().enumerate() {
            for kind in &kinds {
                let candidate = candidate(at, keys, *kind, mapping);
                if best.as_ref().is_none_or(|(_, found, _)| candidate.fit > found.fit) {
                    best = Some((top.delimiter, candidate, at));
                }
            }
        }
    }
    // Where no row has a column of ours, the trouble that stopped the reading is what the user must hear of.
    let Some((delimiter, found, at)) = best.filter(|(_, found, _)| trouble.is_ok() || found.fit.fields > 0)
    else {
        return Err(trouble.err().unwrap_or(ExchangeError::Empty));
    };
    let table = rows(text, delimiter)?.bounded(found.fields.len())?;
    let row = &table.rows[at];
    judge(&found, row, kind, &kinds, mapping)?;
    let Candidate { kind, fields, .. } = found;
    Ok(Header { source: Source::Own, kind, delimiter, at, fields, rows: table.rows, blank: table.blank })
}

/// The kinds a file may be: the one that was stated, or all that have the fields of the mapping.
fn kinds_to_try(
    kind: Option<ImportKind>,
    mapping: Option<&Mapping>,
) -> Result<Vec<ImportKind>, ExchangeError> {
    let stated = kind.map_or_else(|| ImportKind::ALL.to_vec(), |kind| vec![kind]);
    let Some(mapping) = mapping else { return Ok(stated) };
    let mut left = stated.clone();
    for field in mapping.names() {
        left.retain(|kind| kind.column_named(field).is_some());
        if left.is_empty() {
            return Err(ExchangeError::MappedField {
                field: quoted(field),
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
    let is_fixed = |field: Field| mapping.is_some_and(|mapping| states(mapping, field));
    let has = |field: Field| fields.contains(&Some(field)) || is_fixed(field);
    let complete = kind.columns().iter().all(|column| !column.required || has(column.field))
        && mapping.is_none_or(|mapping| {
            let mut held = mapping.columns.iter().filter(|(_, header)| !header.trim().is_empty());
            held.all(|(name, _)| kind.column_named(name).is_some_and(|column| has(column.field)))
        });
    let found = fields.iter().flatten().count();
    Candidate { fit: Fit { complete, fields: found, first: std::cmp::Reverse(at) }, kind, fields }
}

/// Whether a mapping states a value of the field for all rows.
fn states(mapping: &Mapping, field: Field) -> bool {
    let key = header_key(field.name());
    mapping.fixed.keys().any(|name| header_key(name) == key)
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
    let fixed = mapping.iter().flat_map(|mapping| mapping.fixed.keys());
    mapped.extend(fixed.filter_map(|name| kind.column_named(name)).map(|column| column.field));
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
        if !header.trim().is_empty() && !row.cells.iter().any(|cell| header_key(cell) == key) {
            return Err(not_there(name, header, row));
        }
    }
    match stated.or((mapping.is_some() && kinds.len() == 1).then_some(found.kind)) {
        Some(kind) => {
            let missing: Vec<&str> = kind
                .columns()
                .iter()
                .filter(|column| column.required && !found.fields.contains(&Some(column.field)))
                .filter(|column| !mapping.is_some_and(|mapping| states(mapping, column.field)))
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
