//! What can still be saved of a damaged ledger.
use std::{collections::HashSet, path::Path};

use kindly_exchange::{Archive, ArchivedFile, ArchivedRecord, write_archive};
use kindly_records::{
    Kind, Moment, Record,
    fields::{self, Shape},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Salvaged, list::small};
use crate::{Practice, PracticeError, correspond::write_whole, erase::KindCount};

impl Practice {
    /// Writes every record that can still be read as an archive, which an empty ledger reads. What names something that
    /// is lost comes without that name; what belongs to a client who is lost cannot come.
    ///
    /// # Errors
    /// [`PracticeError::Write`]; where not one page can be read, the ledger's own.
    pub fn salvage_to(&self, moment: Moment, path: &Path) -> Result<Salvaged, PracticeError> {
        let found = self.ledger.salvage()?;
        let files: Vec<ArchivedFile> = found.files.into_iter().map(ArchivedFile::new).collect();
        let kept_files: HashSet<&str> = files.iter().map(ArchivedFile::sha256).collect();
        let all = found.records.len();
        let records = without_what_is_lost(found.records, &kept_files);
        let saved = Kind::ALL.into_iter().filter_map(|kind| {
            let count = records.iter().filter(|saved| saved.record.kind() == kind).count();
            (count > 0).then(|| KindCount { kind, count: small(count as u64) })
        });
        let saved = saved.collect();
        let lost =
            found.lost.records.values().sum::<u64>() + found.lost.unknown + (all - records.len()) as u64;
        let archive = Archive {
            made_at: moment.at,
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            profile: found.profile,
            records,
            files,
        };
        write_whole(path, &write_archive(&archive))?;
        Ok(Salvaged { file: path.display().to_string(), saved, lost: small(lost) })
    }
}

/// Records as an archive takes them: each names only what came before it, and files that are there.
fn without_what_is_lost(records: Vec<(Uuid, Record)>, files: &HashSet<&str>) -> Vec<ArchivedRecord> {
    let mut there: HashSet<Uuid> = HashSet::new();
    let mut kept = Vec::with_capacity(records.len());
    for (id, record) in records {
        if let Some(record) = without_lost_links(record, &there, files) {
            there.insert(id);
            kept.push(ArchivedRecord { id, record });
        }
    }
    kept
}

/// A record without the names of what is lost; `None` where it is nothing without them.
fn without_lost_links(record: Record, there: &HashSet<Uuid>, files: &HashSet<&str>) -> Option<Record> {
    let mut written = serde_json::to_value(&record).ok()?;
    let mut changed = false;
    for field in fields::of(record.kind()) {
        if !matches!(field.shape, Shape::Client | Shape::Record(_)) {
            continue;
        }
        let named = fields::take(&written, field.key).as_str().and_then(|id| id.parse::<Uuid>().ok());
        if named.is_some_and(|id| !there.contains(&id)) {
            if field.needed {
                return None;
            }
            fields::put(&mut written, field.key, Value::Null);
            changed = true;
        }
    }
    for key in ["pdf_sha256", "sha256"] {
        if written.get(key).and_then(Value::as_str).is_some_and(|name| !files.contains(name)) {
            written[key] = json!(null);
            changed = true;
        }
    }
    if !changed {
        return Some(record);
    }
    let left: Record = serde_json::from_value(written).ok()?;
    left.check().ok()?;
    Some(left)
}

#[cfg(test)]
mod tests {
    use kindly_records::{Client, ClientId, Deliverable, DeliverableId, IdSource, Language, ObligationId};

    use super::*;

    #[test]
    fn what_belongs_to_a_lost_client_is_lost_and_other_names_are_left_out() {
        let day = "2026-11-22".parse().expect("a day");
        let mut ids = IdSource::at(Moment::of_day(day).at);
        let (client, lost): (ClientId, ClientId) = (ids.next(), ids.next());
        let (work, other): (DeliverableId, DeliverableId) = (ids.next(), ids.next());
        let awaited: ObligationId = ids.next();
        let waiting =
            Deliverable { waits_for: Some(awaited), ..Deliverable::new(client, "Report".to_owned(), day) };
        let records = vec![
            (
                client.into(),
                Record::Client(Client::new(
                    "Arkwright".to_owned(),
                    iso_currency::Currency::EUR,
                    Language::EnGb,
                )),
            ),
            (work.into(), Record::Deliverable(waiting)),
            (other.into(), Record::Deliverable(Deliverable::new(lost, "Lost".to_owned(), day))),
        ];
        let kept = without_what_is_lost(records, &HashSet::new());
        let ids: Vec<Uuid> = kept.iter().map(|saved| saved.id).collect();
        assert_eq!(ids, [Uuid::from(client), Uuid::from(work)], "whose client is there stays");
        let Record::Deliverable(kept) = &kept[1].record else { panic!("the second is the deliverable") };
        assert_eq!(kept.waits_for, None, "what it waited for is lost, and not named");
    }
}
