//! Finding: by name first, then texts, the newest first.
use chrono::NaiveDate;
use kindly_records::{ClientId, Kind};
use rusqlite::Connection;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use uuid::Uuid;

use super::names::{Names, words};
use crate::{
    LedgerError,
    store::{kind_named, read},
};

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
    /// Whose it is; for a client, the client; `None` for what is nobody's, such as a referral contact.
    pub client: Option<ClientId>,
    /// What names it.
    pub title: String,
    /// The words around the place where it was found; of a client found by one of its people, that person's name;
    /// empty where the title says it all.
    pub snippet: String,
    /// The day it stands under; `None` for what has none, such as a client.
    pub on: Option<NaiveDate>,
}

/// How long the beginnings of words are that the index has lists of. Any other beginning it puts together from all
/// words that begin so, which takes longer than a keystroke may where a word is common.
const INDEXED: [usize; 4] = [1, 2, 3, 5];

/// After so many texts that have a word which begins as shortened, but none as typed, what was typed is rare enough to
/// be put together.
const SIFTED: usize = 500;

/// At most `limit` records in which every word of `text` is found, as the beginning of a word.
pub(crate) fn find(
    connection: &Connection,
    names: &Names,
    text: &str,
    limit: usize,
) -> Result<Vec<Hit>, LedgerError> {
    let mut hits = names.find(connection, text)?;
    hits.truncate(limit);
    let typed = typed_words(text);
    if typed.is_empty() || hits.len() == limit {
        return Ok(hits);
    }
    // What was found by name is not told twice.
    let named: Vec<Uuid> = hits.iter().map(|hit| hit.id).collect();
    let wanted = limit - hits.len();
    let shortened: Vec<String> = typed.iter().map(|word| shortened(word)).collect();
    let found = if shortened == typed {
        texts(connection, &typed, &[], &named, wanted)?
    } else {
        texts(connection, &shortened, &words(text), &named, wanted)?
    };
    hits.extend(match found {
        Some(found) => found,
        None => texts(connection, &typed, &[], &named, wanted)?.unwrap_or_default(),
    });
    Ok(hits)
}

/// The newest texts with words that begin as `begin`, and so that each of `sift` begins one of their words; `None`
/// where too many had to be put aside for that.
fn texts(
    connection: &Connection,
    begin: &[String],
    sift: &[String],
    named: &[Uuid],
    wanted: usize,
) -> Result<Option<Vec<Hit>>, LedgerError> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, record, client, day, search_text.title AS text_title, search_text.body AS text_body,
            snippet(search_index, -1, '', '', '…', 16) AS snippet
         FROM search_index JOIN search_text ON search_text.place = search_index.rowid
         WHERE search_index MATCH ?1
         ORDER BY search_index.rowid DESC",
    )?;
    let mut rows = statement.query([query(begin)])?;
    let mut found = Vec::new();
    let mut put_aside = 0;
    while found.len() < wanted {
        let Some(row) = rows.next()? else { break };
        if !sift.is_empty() {
            let text =
                format!("{} {}", row.get::<_, String>("text_title")?, row.get::<_, String>("text_body")?);
            let has = words(&text);
            if !sift.iter().all(|part| has.iter().any(|word| word.starts_with(part))) {
                put_aside += 1;
                if put_aside > SIFTED {
                    return Ok(None);
                }
                continue;
            }
        }
        let (id, client): (Uuid, Option<Uuid>) = (row.get("record")?, row.get("client")?);
        let kind = kind(row.get_ref("kind")?.as_str().unwrap_or_default())?;
        if named.contains(&id) {
            continue;
        }
        // The index is derived and may lag behind in a damaged file: only what is there is told.
        let Some(record) = read::record(connection, kind, id)? else { continue };
        found.push(Hit {
            kind,
            id,
            client: client.map(ClientId::from),
            title: record.title(),
            snippet: row.get("snippet")?,
            on: row.get("day")?,
        });
    }
    Ok(Some(found))
}

/// The words as they were typed: the index takes case and accents from them as it did from the texts.
fn typed_words(text: &str) -> Vec<String> {
    let whole: String = text.nfc().collect();
    whole
        .split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

/// The longest beginning of a word that the index has a list of.
fn shortened(word: &str) -> String {
    let length = word.chars().count();
    let indexed = INDEXED.into_iter().rev().find(|indexed| *indexed <= length).unwrap_or(length);
    word.chars().take(indexed).collect()
}

/// The words as FTS5 asks for them: each in quotes, so that nothing in them is an operator, and open at its end.
fn query(words: &[String]) -> String {
    words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ")
}

fn kind(name: &str) -> Result<Kind, LedgerError> {
    kind_named(name)
        .ok_or_else(|| LedgerError::Unreadable { table: "search_text", column: "kind".to_owned() })
}
