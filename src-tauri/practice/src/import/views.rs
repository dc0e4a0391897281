//! What is shown of a file: what was understood, or what stands in the way.
use std::collections::BTreeMap;

use kindly_exchange::{ExchangeError, Mapping, Sheet, kinds, own_columns, peek};
use kindly_records::fields;

use super::{
    ColumnView, ImportChoices, ImportFieldView, ImportFile, ImportKindView, ImportView, Read, own, plan::Plan,
};
use crate::{PracticeError, standing::number};

/// What reading a file would do or did.
pub(super) fn of(file: ImportFile<'_>, read: &Read, written: bool) -> ImportView {
    let view = empty(file);
    let counted = counted(view, read.plan(), written);
    match read {
        Read::Sheet(sheet, _) => of_sheet(counted, file, sheet),
        Read::Own(table, _) => ImportView {
            tool: Some("Kindly".to_owned()),
            what: own::what(table.kind),
            columns: own_columns(table.kind).iter().map(column).collect(),
            ..counted
        },
    }
}

/// What stands in the way of a table that is not understood, and what it can be mapped to; `None` where nothing of it
/// can be shown.
pub(super) fn to_be_mapped(file: ImportFile<'_>, problem: &ExchangeError) -> Option<ImportView> {
    let seen = peek(file.bytes).ok().filter(|seen| seen.headers.len() > 1)?;
    let said = file.choices.cloned().unwrap_or_default();
    // What was guessed for another kind than the one that was said is no guess for this one.
    let kind = said.kind.clone().or(seen.kind.map(|kind| kind.name().to_owned()));
    let fields: Vec<ImportFieldView> = kind_views()
        .into_iter()
        .find(|view| Some(&view.name) == kind.as_ref())
        .map(|view| view.fields)
        .unwrap_or_default();
    let its_own = |field: &String| kind.is_none() || fields.iter().any(|known| known.name == *field);
    let mut seen = seen;
    seen.columns.retain(|field, _| its_own(field));
    seen.fixed.retain(|field, _| its_own(field));
    Some(ImportView {
        tool: seen.tool.map(|tool| tool.name().to_owned()),
        problem: Some(problem.to_string()),
        what: seen.kind.map(|kind| kind.to_string()).unwrap_or_default(),
        columns: columns(&seen.headers, &seen.columns),
        choices: ImportChoices {
            kind,
            columns: merged(seen.columns, said.columns),
            fixed: merged(seen.fixed, said.fixed),
            ..said
        },
        headers: seen.headers,
        first_rows: seen.first_rows,
        kinds: kind_views(),
        ..empty(file)
    })
}

/// The choices as the exchange takes them.
pub(super) fn mapping(choices: &ImportChoices) -> Result<Mapping, PracticeError> {
    let said = |texts: &BTreeMap<String, String>| -> BTreeMap<String, String> {
        texts
            .iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| (key.clone(), text.clone()))
            .collect()
    };
    let mut json = serde_json::json!({ "columns": choices.columns, "fixed": said(&choices.fixed) });
    if let Some(kind) = choices.kind.as_deref().filter(|kind| !kind.is_empty()) {
        json["kind"] = kind.into();
    }
    if let Some(dates) = choices.dates.as_deref().filter(|dates| !dates.is_empty()) {
        json["dates"] = dates.into();
    }
    Ok(Mapping::from_json(&json.to_string())?)
}

fn of_sheet(view: ImportView, file: ImportFile<'_>, sheet: &Sheet) -> ImportView {
    let said = file.choices.cloned().unwrap_or_default();
    let seen = peek(file.bytes).ok();
    let recognised = sheet.columns.iter().filter_map(|column| {
        Some((column.field?.name().to_owned(), column.header.clone()))
            .filter(|(_, header)| !header.is_empty())
    });
    ImportView {
        tool: sheet.tool.map(|tool| tool.name().to_owned()),
        what: sheet.kind.to_string(),
        columns: sheet
            .columns
            .iter()
            .map(|column| ColumnView {
                header: column.header.clone(),
                field: column.field.map(|field| field.name().to_owned()),
            })
            .collect(),
        headers: sheet.columns.iter().map(|column| column.header.clone()).collect(),
        first_rows: seen.map(|seen| seen.first_rows).unwrap_or_default(),
        kinds: kind_views(),
        choices: ImportChoices {
            kind: Some(sheet.kind.name().to_owned()),
            columns: merged(recognised.collect(), said.columns),
            ..said
        },
        remarks: remarks(sheet),
        ..view
    }
}

/// What was taken without the file saying so, and which rows were left out.
fn remarks(sheet: &Sheet) -> Vec<String> {
    let mut remarks: Vec<String> = sheet.remarks.iter().map(ToString::to_string).collect();
    let mut left_out = BTreeMap::new();
    for row in &sheet.left_out_rows {
        *left_out.entry(row.reason).or_insert(0_usize) += 1;
    }
    remarks.extend(left_out.into_iter().map(|(reason, rows)| {
        let rows = if rows == 1 { "1 row is".to_owned() } else { format!("{rows} rows are") };
        format!("{rows} left out: {reason}")
    }));
    remarks
}

fn counted(view: ImportView, plan: &Plan, written: bool) -> ImportView {
    ImportView {
        new: number(plan.new),
        updated: number(plan.updated),
        unchanged: number(plan.unchanged),
        refused: plan.refused.clone(),
        near: plan.near.clone(),
        left_out: number(plan.left_out),
        unknown_clients: plan.unknown.clone(),
        preview: plan.preview.clone(),
        written,
        ..view
    }
}

fn empty(file: ImportFile<'_>) -> ImportView {
    ImportView {
        file: file.name.to_owned(),
        tool: None,
        problem: None,
        headers: Vec::new(),
        first_rows: Vec::new(),
        kinds: Vec::new(),
        choices: ImportChoices::default(),
        unknown_clients: Vec::new(),
        left_out: 0,
        remarks: Vec::new(),
        what: String::new(),
        columns: Vec::new(),
        new: 0,
        updated: 0,
        unchanged: 0,
        refused: Vec::new(),
        near: Vec::new(),
        preview: Vec::new(),
        written: false,
    }
}

fn kind_views() -> Vec<ImportKindView> {
    let fields = |kind: &kindly_exchange::KindFields| {
        let view = |field: &kindly_exchange::KindField| ImportFieldView {
            name: field.field.name().to_owned(),
            required: field.required,
            options: field.options.iter().map(|word| (*word).to_owned()).collect(),
        };
        kind.fields.iter().map(view).collect()
    };
    kinds()
        .iter()
        .map(|kind| ImportKindView { name: kind.kind.name().to_owned(), fields: fields(kind) })
        .collect()
}

fn columns(headers: &[String], fields: &BTreeMap<String, String>) -> Vec<ColumnView> {
    let field =
        |header: &String| fields.iter().find(|(_, column)| *column == header).map(|(field, _)| field.clone());
    headers.iter().map(|header| ColumnView { header: header.clone(), field: field(header) }).collect()
}

fn column(field: &fields::FieldSpec) -> ColumnView {
    ColumnView { header: field.key.to_owned(), field: Some(field.key.to_owned()) }
}

/// What was recognised, and over it what was said.
fn merged(
    mut recognised: BTreeMap<String, String>,
    said: BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    recognised.extend(said);
    recognised
}
