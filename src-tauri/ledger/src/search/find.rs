//! Finding: clients by name first, then texts, the newest first.
use chrono::NaiveDate;
use kindly_records::{ClientId, Kind};
use rusqlite::Connection;
use uuid::Uuid;

use super::names;
use crate::{
    LedgerError,
    store::{KINDS, read},
};

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
    /// Whose it is; for a client, the client.
    pub client: ClientId,
    /// What names it.
    pub title: String,
    /// The words around the place where it was found; of a client found by its contact, the contact's name; empty
    /// where the title says it all.
    pub snippet: String,
    /// The day it stands under; `None` for a client.
    pub on: Option<NaiveDate>,
}

/// At most `limit` records in which every word of `text` is found, as the beginning of a word.
pub(crate) fn find(connection: &Connection, text: &str, limit: usize) -> Result<Vec<Hit>, LedgerError> {
    let mut hits = names::find(connection, text)?;
    hits.truncate(limit);
    let clients: Vec<Uuid> = hits.iter().map(|hit| hit.id).collect();
    let Some(query) = query(text) else { return Ok(hits) };

    let mut statement = connection.prepare_cached(
        "SELECT kind, record, client, day, snippet(search_index, -1, '', '', '…', 16) AS snippet
         FROM search_index JOIN search_text ON search_text.place = search_index.rowid
         WHERE search_index MATCH ?1
         ORDER BY search_index.rowid DESC
         LIMIT ?2",
    )?;
    // Clients that were found by name are not told twice; so that many more may have to be read.
    let wanted = i64::try_from(limit.saturating_add(clients.len())).unwrap_or(i64::MAX);
    let mut rows = statement.query((query, wanted))?;
    while let Some(row) = rows.next()? {
        if hits.len() == limit {
            break;
        }
        let (id, client): (Uuid, Uuid) = (row.get("record")?, row.get("client")?);
        let kind = kind(row.get_ref("kind")?.as_str().unwrap_or_default())?;
        if clients.contains(&id) {
            continue;
        }
        // The index is derived and may lag behind in a damaged file: only what is there is told.
        let Some(record) = read::record(connection, kind, id)? else { continue };
        hits.push(Hit {
            kind,
            id,
            client: client.into(),
            title: record.title(),
            snippet: row.get("snippet")?,
            on: row.get("day")?,
        });
    }
    Ok(hits)
}

/// The words as FTS5 asks for them: each in quotes, so that nothing in them is an operator, and open at its end.
fn query(text: &str) -> Option<String> {
    let words: Vec<String> = names::words(text).iter().map(|word| format!("\"{word}\"*")).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn kind(name: &str) -> Result<Kind, LedgerError> {
    KINDS
        .into_iter()
        .find(|kind| kind.name() == name)
        .ok_or_else(|| LedgerError::Unreadable { table: "search_text", column: "kind".to_owned() })
}
