//! The whole way from bytes to drafts.
use std::collections::{BTreeMap, HashMap};

use kindly_records::MAX_LINE;

use crate::{
    ColumnUse, DateOrder, Defaults, Draft, Encoding, ExchangeError, Field, ImportKind, LeftOut, LeftOutRow,
    MAX_FILE_BYTES, Mapping, RefusedRow, RowError, Sheet, Tool,
    contacts::{self, Cards, Merged},
    dates,
    error::quoted_to,
    header,
    header::{Header, Source, header_key},
    match_key,
    rows::{self, Cells, Columns},
    survey,
    table::Row,
    text,
    tools::{self, Form, Gather, Reader, Reading},
};

/// Reads a table or vCards.
///
/// Encoding, delimiter, header row and, where `kind` is `None` and the mapping states none, the kind of file are found
/// from the bytes, the tool that wrote it too; the order of day and month from each column's values, unless the mapping
/// states it. Every row gives a draft that its record type accepts, or the reason why not, with its line.
///
/// # Errors
/// Where the file as a whole cannot be understood: see [`ExchangeError`]. Where a person's answer would help,
/// [`ExchangeError::question`] has the question.
pub fn read(
    bytes: &[u8],
    kind: Option<ImportKind>,
    mapping: Option<&Mapping>,
    defaults: &Defaults,
) -> Result<Sheet, ExchangeError> {
    read_watched(bytes, kind, mapping, defaults, &mut |_, _| true)
}

/// The same, told how far it has come: `watch` hears how many rows are done and how many there are, at the beginning,
/// every 1,000 rows and at the end, and stops the reading by answering `false`.
///
/// # Errors
/// As for [`read`], and [`ExchangeError::Cancelled`] where it was stopped.
pub fn read_watched(
    bytes: &[u8],
    kind: Option<ImportKind>,
    mapping: Option<&Mapping>,
    defaults: &Defaults,
    watch: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Sheet, ExchangeError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ExchangeError::FileTooLarge { bytes: bytes.len() });
    }
    mapping.map_or(Ok(()), Mapping::bounded)?;
    let (text, encoding) = text::decode(bytes)?;
    let stated = kind.or(mapping.and_then(|mapping| mapping.kind));
    if contacts::is_vcard(&text) && stated.is_none_or(|kind| kind == ImportKind::Clients) {
        read_vcards(&text, encoding, mapping, *defaults, watch)
    } else {
        let header = header::find(&text, kind, mapping)?;
        // The cells are copies: with the text beside them a large file would take its size once more.
        drop(text);
        read_table(header, encoding, mapping, *defaults, watch)
    }
}

/// Somebody who watches the reading.
pub(crate) struct Watch<'a> {
    all: usize,
    tell: &'a mut dyn FnMut(usize, usize) -> bool,
}

impl Watch<'_> {
    const EVERY: usize = 1_000;

    /// Tells how many rows are done, now and then.
    pub(crate) fn at(&mut self, done: usize) -> Result<(), ExchangeError> {
        if (done == self.all || done.is_multiple_of(Self::EVERY)) && !(self.tell)(done, self.all) {
            return Err(ExchangeError::Cancelled);
        }
        Ok(())
    }
}

/// What the row on a line is.
pub(crate) type Read = (usize, Result<Reading, RowError>);

fn read_table(
    header: Header,
    encoding: Encoding,
    mapping: Option<&Mapping>,
    defaults: Defaults,
    tell: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Sheet, ExchangeError> {
    let uses = column_uses(&header);
    let orders = date_orders(&header, &uses, mapping.and_then(|mapping| mapping.dates))?;
    let fixed = fixed(&header.source, mapping);
    let columns = Columns::new(uses, orders, fixed, |key| match &header.source {
        Source::Tool(form) => form.rank(key),
        Source::Own | Source::Survey(_) => 0,
    });
    let below = &header.rows[header.at + 1..];
    let mut watch = Watch { all: below.len(), tell };
    let mut reader = Reader::new(defaults);
    let readings = if let Source::Tool(Form { gather: Gather::Invoices, .. }) = header.source {
        tools::gathered_invoices(below, &columns, &mut reader, &mut watch)?
    } else {
        let mut readings = Vec::with_capacity(below.len());
        for (done, row) in below.iter().enumerate() {
            watch.at(done)?;
            let cells = Cells { row, columns: &columns };
            let read = cells.checked_length().and_then(|()| reading(&header, &cells, &mut reader));
            readings.push((row.line, read));
        }
        readings
    };
    watch.at(below.len())?;
    let tool = match &header.source {
        Source::Own => None,
        Source::Tool(form) => Some(form.tool),
        Source::Survey(survey) => Some(survey.tool),
    };
    let mut sheet = Sheet {
        kind: header.kind,
        tool,
        columns: columns.uses,
        rows: Vec::with_capacity(readings.len()),
        left_out_rows: Vec::new(),
        gathered: 0,
        remarks: tool.map(|tool| reader.remarks(tool)).unwrap_or_default(),
        questions: reader.questions(),
        header_line: header.rows[header.at].line,
        encoding,
        delimiter: Some(header.delimiter),
    };
    if let Source::Survey(survey) = header.source {
        sheet.questions.extend(survey.questions);
    }
    let blank = header.blank.iter().filter(|line| **line > sheet.header_line);
    sheet.left_out_rows.extend(blank.map(|line| LeftOutRow { line: *line, reason: LeftOut::Blank }));
    take(&mut sheet, readings);
    let all =
        sheet.rows.len() + sheet.left_out_rows.iter().filter(|row| row.reason != LeftOut::Blank).count();
    sheet.gathered = watch.all.saturating_sub(all);
    Ok(sheet)
}

fn reading(header: &Header, cells: &Cells<'_>, reader: &mut Reader) -> Result<Reading, RowError> {
    match &header.source {
        Source::Own => rows::draft(header.kind, cells, reader.defaults).map(Reading::Draft),
        Source::Tool(form) => (form.read)(cells, reader).and_then(|read| stated(read, cells)),
        Source::Survey(_) => survey::read(cells),
    }
}

/// A client with what a person stated for all rows.
fn stated(mut read: Reading, cells: &Cells<'_>) -> Result<Reading, RowError> {
    if let Reading::Client(row) = &mut read {
        rows::stated(cells, &mut row.client)?;
    }
    Ok(read)
}

fn read_vcards(
    text: &str,
    encoding: Encoding,
    mapping: Option<&Mapping>,
    defaults: Defaults,
    tell: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Sheet, ExchangeError> {
    let cards = Cards::of(text)?;
    let mut watch = Watch { all: cards.len(), tell };
    let mut found: Vec<(&'static str, Field)> = Vec::new();
    let mut readings: Vec<Read> = Vec::with_capacity(cards.len());
    let reader = Reader::new(defaults);
    let columns = Columns::new(Vec::new(), Vec::new(), fixed(&Source::Own, mapping), |_| 0);
    let nothing = Row::default();
    let cells = Cells { row: &nothing, columns: &columns };
    let hear = |name, field| {
        if !found.contains(&(name, field)) {
            found.push((name, field));
        }
    };
    for (done, (line, card)) in contacts::cards(&cards, hear).enumerate() {
        watch.at(done)?;
        let read = match card {
            Some(card) => tools::as_client(card, line, &reader).and_then(|read| stated(read, &cells)),
            None => Ok(Reading::LeftOut(LeftOut::Group)),
        };
        readings.push((line, read));
    }
    watch.at(cards.len())?;
    let uses = found.into_iter().map(|(header, field)| ColumnUse {
        header: header.to_owned(),
        field: Some(field),
        repeated: false,
    });
    let mut sheet = Sheet {
        kind: ImportKind::Clients,
        tool: Some(Tool::VCard),
        columns: uses.collect(),
        rows: Vec::with_capacity(readings.len()),
        left_out_rows: Vec::new(),
        gathered: 0,
        remarks: Vec::new(),
        questions: Vec::new(),
        header_line: 0,
        encoding,
        delimiter: None,
    };
    take(&mut sheet, readings);
    sheet.gathered = cards.len() - sheet.rows.len() - sheet.left_out_rows.len();
    Ok(sheet)
}

/// Puts what was read into the sheet; people of one client become one row.
fn take(sheet: &mut Sheet, readings: Vec<Read>) {
    let mut clients: HashMap<String, usize> = HashMap::new();
    let mut merged: HashMap<usize, Merged> = HashMap::new();
    for (line, read) in readings {
        match read {
            Err(reason) => sheet.rows.push(Err(RefusedRow { line, reason })),
            Ok(Reading::Draft(draft)) => sheet.rows.push(Ok(draft)),
            Ok(Reading::LeftOut(reason)) => sheet.left_out_rows.push(LeftOutRow { line, reason }),
            Ok(Reading::Client(row)) => {
                let place = *clients.entry(match_key(&row.client.name)).or_insert(sheet.rows.len());
                match sheet.rows.get_mut(place) {
                    Some(Ok(Draft::Client(known))) => {
                        let merged = merged.entry(place).or_insert_with(|| Merged::of(&known.client));
                        if let Err(reason) = merged.add(&mut known.client, row.client) {
                            sheet.rows.push(Err(RefusedRow { line, reason }));
                        }
                    }
                    _ => sheet.rows.push(Ok(Draft::Client(row))),
                }
            }
        }
    }
    sheet.left_out_rows.sort_by_key(|row| row.line);
}

fn column_uses(header: &Header) -> Vec<ColumnUse> {
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
            header: quoted_to(cell.trim(), MAX_LINE),
            field: *field,
            repeated: field.is_none() && used.contains(&header_key(cell)),
        })
        .collect()
}

/// The values that stand for all rows: those of the mapping, and the scale of a survey.
fn fixed(source: &Source, mapping: Option<&Mapping>) -> BTreeMap<Field, String> {
    let stated = mapping.iter().flat_map(|mapping| &mapping.fixed);
    let mut fixed: BTreeMap<Field, String> =
        stated.filter_map(|(name, value)| Some((Field::named(name)?, value.clone()))).collect();
    if let Source::Survey(survey) = source {
        fixed.insert(Field::Scale, survey.scale.name().to_owned());
    }
    fixed
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
