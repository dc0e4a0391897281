//! Making a backup, beside whatever is done with the ledger meanwhile.
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags};

use super::{
    Backup, Manifest, Why,
    copying::{Part, sum},
    folder::{discard, draft_in, name, settle, write_in},
    go_on,
    keys::copy_keys_in,
    manifest::FORMAT,
    on_disk,
    verify::{Held, checked, size, whole},
};
use crate::{
    Damage, Keyring, LedgerError, LedgerKey,
    files::create_private,
    ledger::check::hidden_by_copying,
    store::{
        connection::keyed,
        fit, lock,
        log::{Log, Tail},
        pages::Pages,
        watched::watched,
    },
};

/// The parts of the work: the ledger's pages, its structure, writing the copy, checking the copy, its sum.
const PAGES: Part = Part { from: 0.0, to: 0.15 };
const STRUCTURE: Part = Part { from: 0.15, to: 0.3 };
const COPYING: Part = Part { from: 0.3, to: 0.55 };
const CHECKING: Part = Part { from: 0.55, to: 0.9 };
const SUM: Part = Part { from: 0.9, to: 1.0 };

/// A ledger to be backed up: it may be open meanwhile, in this process or another, and what is saved then waits for
/// nothing. It can move to another thread.
pub struct Source {
    path: PathBuf,
    keyring: Keyring,
}

impl Source {
    /// A ledger by its file and its keys.
    pub fn new(ledger: &Path, keyring: &Keyring) -> Self {
        Self { path: ledger.to_owned(), keyring: keyring.clone() }
    }

    /// Makes a backup in a folder, which is made where it is not there. The ledger and the copy are both read wholly
    /// before the copy counts. `told` hears how far it is, from 0 to 1, and stops it with `false`.
    ///
    /// # Errors
    /// [`LedgerError::NotBackedUp`] for a damaged ledger, [`LedgerError::Stopped`], [`LedgerError::InUse`] while
    /// somebody else writes in the folder or replaces the ledger, and what the disk refuses: then there is no new
    /// backup, and the earlier ones are untouched.
    pub fn back_up(
        &self,
        folder: &Path,
        at: DateTime<Utc>,
        why: Why,
        kindly_version: &str,
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Result<Backup, LedgerError> {
        go_on(told, 0.0)?;
        let _held = lock::share(&self.path)?;
        let key = fit::key_that_fits(&self.path, self.keyring.keys())?;
        self.back_up_held(key, folder, (at, why, kindly_version), told)
    }

    fn back_up_held(
        &self,
        key: &LedgerKey,
        folder: &Path,
        (made_at, why, kindly): (DateTime<Utc>, Why, &str),
        told: &mut dyn FnMut(f64) -> bool,
    ) -> Result<Backup, LedgerError> {
        let _writing = write_in(folder)?;
        let draft = draft_in(folder);
        let made = sound(&self.path, key, told)
            .and_then(|mut source| copied(&mut source, &self.path, &draft, told))
            .map_err(unreadable)
            .and_then(|()| described(&draft, key, (made_at, why, kindly), told))
            .and_then(|manifest| {
                // First, since a backup that nothing opens is none.
                copy_keys_in(&self.path, &self.keyring, folder)?;
                settle(folder, &draft, manifest)
            });
        if made.is_err() {
            discard(&draft);
        }
        made
    }
}

/// A ledger that cannot be read throughout is not backed up.
fn unreadable(error: LedgerError) -> LedgerError {
    match error {
        LedgerError::Damaged => {
            LedgerError::NotBackedUp { damage: Damage::Structure("it cannot be read throughout".to_owned()) }
        }
        other => other,
    }
}

/// Opens a ledger that is whole as far as a copy of it would not tell.
fn sound(path: &Path, key: &LedgerKey, told: &mut dyn FnMut(f64) -> bool) -> Result<Connection, LedgerError> {
    /// Somebody who saves at this moment may be seen half-way, and is done when we look again.
    const LOOKS: u32 = 3;
    if let Some(number) = altered_page(path, key, told)? {
        let damage = if number == 1 { Damage::FirstPage } else { Damage::Page(format!("page {number}")) };
        return Err(LedgerError::NotBackedUp { damage });
    }
    let log_is_damaged = || {
        let log = Log::beside(path).map_err(LedgerError::file(path))?;
        Ok::<_, LedgerError>(log.is_some_and(|(_, log)| log.tail() == Tail::Damaged))
    };
    let mut source = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    for turn in 1.. {
        let mut found = checked(&mut source, path, STRUCTURE, told, hidden_by_copying)?;
        if log_is_damaged()? {
            found.push(Damage::Log);
        }
        match found.into_iter().next() {
            Some(damage) if turn == LOOKS => return Err(LedgerError::NotBackedUp { damage }),
            Some(_) => {}
            None => break,
        }
    }
    Ok(source)
}

/// The first page of a ledger that was altered. Pages are verified past the database, which neither waits nor locks, and
/// can be stopped at any of them.
fn altered_page(
    path: &Path,
    key: &LedgerKey,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Option<u32>, LedgerError> {
    /// A page that is being saved at this moment is seen half-way, and is whole when we look again.
    const LOOKS: u32 = 3;
    /// How many pages are read between two questions whether to go on: a MiB.
    const ASKED: u32 = 256;
    let (mut number, mut looks) = (1, 0);
    loop {
        let Some(mut pages) = Pages::open(path).map_err(LedgerError::file(path))? else {
            return Ok(Some(1));
        };
        let (cipher, count) = (pages.cipher(key), pages.count());
        while number <= count {
            if number % ASKED == 1 {
                go_on(told, PAGES.at(f64::from(number) / f64::from(count)))?;
            }
            let page = pages.raw(number).map_err(LedgerError::file(path))?;
            if !page.is_some_and(|page| cipher.verifies(&page, number)) {
                break;
            }
            (number, looks) = (number + 1, 0);
        }
        if number > count {
            return Ok(None);
        }
        looks += 1;
        if looks == LOOKS {
            return Ok(Some(number));
        }
    }
}

/// Writes a copy of a ledger, encrypted with the same key, and brings it to the disk.
fn copied(
    source: &mut Connection,
    path: &Path,
    draft: &Path,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<(), LedgerError> {
    // SQLite takes names as text; it writes into an empty file as if it were not there yet.
    let name = draft.to_str().ok_or_else(|| {
        LedgerError::file(draft)(io::Error::new(io::ErrorKind::InvalidInput, "its name is not Unicode"))
    })?;
    let file = create_private(draft).map_err(on_disk(draft))?;
    let expected = size(path)?.max(1) as f64;
    let done = || COPYING.at(file.metadata().map_or(0.0, |written| written.len() as f64 / expected));
    watched(source, told, done, |source| source.execute("VACUUM INTO ?1", [name]))?;
    file.sync_all().map_err(on_disk(draft))
}

/// Checks a draft, closes it, and says what it holds.
pub(super) fn described(
    draft: &Path,
    key: &LedgerKey,
    (made_at, why, kindly): (DateTime<Utc>, Why, &str),
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Manifest, LedgerError> {
    // To write, so that search can be checked too; nothing is.
    let mut copy = keyed(draft, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if let Some(damage) = whole(&mut copy, draft, CHECKING, told)? {
        return Err(LedgerError::NotBackedUp { damage });
    }
    let held = Held::of(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    File::open(draft).and_then(|file| file.sync_all()).map_err(on_disk(draft))?;
    let sha256 = sum(draft, SUM, told)?;
    Ok(Manifest {
        format: FORMAT,
        made_at,
        why,
        kindly: kindly.to_owned(),
        schema_version: held.schema_version,
        head_seq: held.head_seq,
        head_hash: held.head_hash,
        key_id: key.id(),
        file: name(made_at),
        bytes: fs::metadata(draft).map_err(LedgerError::file(draft))?.len(),
        sha256,
        counts: held.counts,
    })
}

/// Writes the ledger at a path anew into a draft, as a backup that takes the place of another.
pub(super) fn written_anew(
    path: &Path,
    key: &LedgerKey,
    draft: &Path,
    like: &Manifest,
    told: &mut dyn FnMut(f64) -> bool,
) -> Result<Manifest, LedgerError> {
    let mut source = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    copied(&mut source, path, draft, told)?;
    described(draft, key, (like.made_at, like.why, &like.kindly), told)
}
