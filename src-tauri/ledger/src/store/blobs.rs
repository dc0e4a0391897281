//! Files by what is in them: the same bytes are kept once.
use std::fmt::Write;

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::LedgerError;

/// Keeps bytes and names them by their SHA-256, in 64 hexadecimal digits.
pub(crate) fn put(connection: &Connection, bytes: &[u8]) -> Result<String, LedgerError> {
    let digest = Sha256::digest(bytes);
    connection
        .prepare_cached("INSERT INTO blob (sha256, bytes) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING")?
        .execute((digest.as_slice(), bytes))?;
    Ok(hex(&digest))
}

/// The bytes of that name.
pub(crate) fn get(connection: &Connection, sha256: &str) -> Result<Option<Vec<u8>>, LedgerError> {
    let found = connection
        .prepare_cached("SELECT bytes FROM blob WHERE sha256 = unhex(?1)")?
        .query_row([sha256], |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// The names of those whose bytes are not what their name says.
pub(crate) fn altered(connection: &Connection) -> Result<Vec<String>, LedgerError> {
    let mut statement = connection.prepare_cached("SELECT sha256, bytes FROM blob")?;
    let mut rows = statement.query([])?;
    let mut altered = Vec::new();
    while let Some(row) = rows.next()? {
        let (name, bytes): (Vec<u8>, Vec<u8>) = (row.get("sha256")?, row.get("bytes")?);
        if Sha256::digest(&bytes).as_slice() != name {
            altered.push(hex(&name));
        }
    }
    Ok(altered)
}

/// The names of all that are kept.
pub(crate) fn names(connection: &Connection) -> Result<Vec<String>, LedgerError> {
    let mut statement = connection.prepare_cached("SELECT lower(hex(sha256)) FROM blob ORDER BY sha256")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Lets the bytes of a name go for good.
pub(crate) fn remove(connection: &Connection, sha256: &str) -> Result<(), LedgerError> {
    connection.prepare_cached("DELETE FROM blob WHERE sha256 = unhex(?1)")?.execute([sha256])?;
    Ok(())
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes every character");
        text
    })
}
