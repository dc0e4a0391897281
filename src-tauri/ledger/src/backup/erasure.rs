//! Erasing a client in the backups as well: whoever restores one finds nobody who was erased.
use std::{collections::BTreeMap, fs, path::Path};

use chrono::{DateTime, Utc};
use kindly_records::{Client, ClientId};

use super::{Rewritten, on_disk, rewrite};
use crate::{Keyring, Ledger, LedgerError, files::write_whole};

/// What was reached of the backups in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedFrom {
    /// When.
    pub at: DateTime<Utc>,
    /// The backups that were written anew without the client, and those that could not be.
    pub backups: Rewritten,
}

/// The erasures that were begun and not ended in a folder.
const BEGUN: &str = "erasures.json";

/// Erases a client from every backup in a folder, for good, as [`Ledger::erase_client`] does from a ledger. A backup that
/// does not know the client stays as it is.
///
/// # Errors
/// As [`rewrite`]. What was begun and stopped is told by [`unfinished`].
pub fn erase_client(
    folder: &Path,
    keyring: &Keyring,
    client: ClientId,
    at: DateTime<Utc>,
) -> Result<ErasedFrom, LedgerError> {
    if !folder.is_dir() {
        return Ok(ErasedFrom { at, backups: Rewritten::default() });
    }
    let mut begun = begun(folder);
    begun.insert(client, at);
    note(folder, &begun)?;
    let backups = rewrite(folder, keyring, &mut |ledger| without(ledger, client))?;
    begun.remove(&client);
    note(folder, &begun)?;
    Ok(ErasedFrom { at, backups })
}

/// The clients whose erasure was begun in a folder of backups and not ended: it is to be done again.
pub fn unfinished(folder: &Path) -> Vec<ClientId> {
    begun(folder).into_keys().collect()
}

fn without(ledger: &mut Ledger, client: ClientId) -> Result<bool, LedgerError> {
    if ledger.reader().get::<Client>(client)?.is_none() {
        return ledger.forget_traces(client);
    }
    ledger.erase_client_untold(client)?;
    Ok(true)
}

fn begun(folder: &Path) -> BTreeMap<ClientId, DateTime<Utc>> {
    serde_json::from_slice(&fs::read(folder.join(BEGUN)).unwrap_or_default()).unwrap_or_default()
}

fn note(folder: &Path, begun: &BTreeMap<ClientId, DateTime<Utc>>) -> Result<(), LedgerError> {
    let path = folder.join(BEGUN);
    if begun.is_empty() {
        return match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(LedgerError::file(&path)(error))
            }
            _ => Ok(()),
        };
    }
    let text = serde_json::to_vec_pretty(begun).expect("ids and moments are always JSON");
    write_whole(&path, &text).map_err(on_disk(&path))
}
