//! Tables that Kindly wrote itself: any kind of record, row by row, each known by its id.
use std::collections::HashSet;

use kindly_exchange::OwnTable;
use kindly_ledger::Reader;
use kindly_records::{Kind, Record};
use serde_json::json;
use uuid::Uuid;

use super::{
    plan::{PREVIEW_ROWS, Plan, Write},
    watch::Watch,
};
use crate::{
    PracticeError,
    import::ImportStep,
    typed::{self, Links},
};

/// Plans every row. A column that the table lacks leaves its field as it stands; a row without an id is new, unless a
/// record just like it stands already.
pub(super) fn plan(
    reader: Reader<'_>,
    table: &OwnTable,
    watch: &mut Watch<'_>,
) -> Result<Plan, PracticeError> {
    let mut plan = Plan::default();
    let links = Links::read(reader)?;
    let profile = reader.profile()?;
    let mut standing = None;
    for (done, line) in table.rows.iter().enumerate() {
        watch.tell(ImportStep::Comparing, done, table.rows.len())?;
        if table.kind == Kind::Profile {
            match typed::profile_of(&profile, &typed::pairs(line)) {
                Ok(after) if after == profile => plan.unchanged += 1,
                Ok(after) => {
                    plan.updated += 1;
                    plan.writes.push(Write::Profile(Box::new(after)));
                }
                Err(error) => plan.refuse(line.line, &error),
            }
            continue;
        }
        let there = match line.id {
            Some(id) => reader.record(table.kind, id)?.map(|record| (id, record)),
            None => None,
        };
        let record = match typed::of_cells(
            &links,
            table.kind,
            there.as_ref().map(|(_, record)| record),
            line,
            &profile,
        ) {
            Ok(record) => record,
            Err(error) => {
                plan.refuse(line.line, &error);
                continue;
            }
        };
        if plan.preview.len() < PREVIEW_ROWS {
            plan.preview.push(vec![links.name_of(&record), record.title()]);
        }
        match (there, line.id) {
            (Some((_, before)), _) if before == record => plan.unchanged += 1,
            (Some((id, _)), _) => {
                plan.updated += 1;
                plan.writes.push(Write::Change(id, record));
            }
            (None, Some(id)) => {
                plan.new += 1;
                plan.writes.push(Write::AddAs(id, record));
            }
            (None, None) => {
                let standing = match &mut standing {
                    Some(standing) => standing,
                    None => standing.insert(records_of(reader, table.kind)?),
                };
                // Each row takes one of them: two alike in the file are two records.
                if standing.remove(&text_of(&record)) {
                    plan.unchanged += 1;
                } else {
                    plan.new += 1;
                    plan.writes.push(Write::Add(record));
                }
            }
        }
    }
    Ok(plan)
}

fn records_of(reader: Reader<'_>, kind: Kind) -> Result<HashSet<String>, PracticeError> {
    let records = crate::export::of_kind(reader, kind)?;
    Ok(records.iter().map(|(_, record): &(Uuid, Record)| text_of(record)).collect())
}

fn text_of(record: &Record) -> String {
    json!(record).to_string()
}

/// What a table of our own is called in the view.
pub(super) fn what(kind: Kind) -> String {
    kind.name().replace('_', "-")
}
