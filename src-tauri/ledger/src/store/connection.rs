//! The one place where a ledger's file is opened and its settings are made.
use std::{
    fs::{self, File},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::Migrations;
use zeroize::Zeroizing;

use super::{
    lock::{self, Held},
    log::{Log, Tail},
    pages::{Fit, Header, PAGE, Pages},
    watch,
};
use crate::{
    Damage, LedgerError, LedgerKey, journal,
    vault::{create_private, with_suffix, without_traces},
};

/// "Kndl", in the header of every ledger.
pub(crate) const APPLICATION_ID: i64 = 0x4b4e_444c;

/// The two connections of a ledger and the layout of its file.
pub(crate) struct Opened {
    /// The only connection that writes; where the ledger is read only, it does not write either.
    pub(crate) writer: Connection,
    /// The connection that reads.
    pub(crate) reader: Connection,
    /// The schema version that the file now has.
    pub(crate) schema_version: i64,
    /// Which of the keys opened it.
    pub(crate) key: LedgerKey,
    /// Says to others that the ledger is open.
    pub(crate) held: Held,
}

/// Opens a file, makes it where there is none, and brings it to the layout of `migrations`.
pub(crate) fn open(
    path: &Path,
    keys: &[LedgerKey],
    migrations: &Migrations<'_>,
) -> Result<Opened, LedgerError> {
    let known = i64::from(newest(migrations));
    let mut held = lock::share(path)?;
    roll_back_what_was_never_made(path, keys);
    let mut found = look(path, keys, known)?;
    if found.user_version < known {
        // Whoever lays the file out does it alone; the others wait, and then find it laid out.
        drop(held);
        let alone = lock::alone(path)?;
        found = look(path, keys, known)?;
        if found.user_version < known {
            make(path)?;
            let mut writer = writing(path, found.key)?;
            migrate(path, found.key, &mut writer, migrations, found.user_version)?;
        }
        held = alone.share(path)?;
    }
    Ok(Opened {
        writer: writing(path, found.key)?,
        reader: reading(path, found.key, OpenFlags::SQLITE_OPEN_READ_WRITE)?,
        schema_version: known,
        key: found.key.clone(),
        held,
    })
}

/// A file that is to be read only.
pub(crate) enum OpenedToRead {
    /// One that can be read as it is.
    Whole(Box<Opened>),
    /// One that cannot be read by its tables, or not far: SQLite reads nothing more once it met a damaged page.
    Damaged(Damage, Held),
}

/// Opens a file of the newest layout so that nothing is written to it nor to its log.
pub(crate) fn open_read_only(
    path: &Path,
    keys: &[LedgerKey],
    migrations: &Migrations<'_>,
) -> Result<OpenedToRead, LedgerError> {
    let known = i64::from(newest(migrations));
    let held = lock::share(path)?;
    let found = match look_once(path, keys, known)? {
        (found, None | Some(Damage::Log)) => found,
        (_, Some(damage @ (Damage::FirstPage | Damage::Shortened { .. }))) => {
            return Ok(OpenedToRead::Damaged(damage, held));
        }
        (_, Some(damage)) => return Err(LedgerError::Broken { ledger: path.to_owned(), damage }),
    };
    if found.user_version < known {
        let (ledger, found) = (path.to_owned(), found.user_version);
        return Err(LedgerError::OlderLayout { ledger, found, known });
    }
    if let Some(number) = first_damaged(path, found.key).map_err(LedgerError::file(path))? {
        return Ok(OpenedToRead::Damaged(Damage::Page(format!("page {number}")), held));
    }
    let open = || reading(path, found.key, OpenFlags::SQLITE_OPEN_READ_ONLY);
    let (writer, reader) = (open()?, open()?);
    let key = found.key.clone();
    Ok(OpenedToRead::Whole(Box::new(Opened { writer, reader, schema_version: known, key, held })))
}

/// A connection that reads a ledger beside those of whoever has it open.
pub(crate) fn open_beside(path: &Path, keys: &[LedgerKey]) -> Result<(Connection, Held), LedgerError> {
    let held = lock::share(path)?;
    let found = look(path, keys, i64::MAX)?;
    Ok((reading(path, found.key, OpenFlags::SQLITE_OPEN_READ_WRITE)?, held))
}

/// Whether a file has an older layout than `migrations` make.
pub(crate) fn is_older(
    path: &Path,
    keys: &[LedgerKey],
    migrations: &Migrations<'_>,
) -> Result<bool, LedgerError> {
    let known = i64::from(newest(migrations));
    let found = look(path, keys, known)?.user_version;
    Ok(found > 0 && found < known)
}

/// The first page that was altered or is missing. Somebody who writes at this moment may be seen half-way: what was
/// altered is so at every look.
fn first_damaged(path: &Path, key: &LedgerKey) -> io::Result<Option<u32>> {
    let look = || Pages::open(path)?.map_or(Ok(None), |mut pages| pages.first_damaged(key));
    match look()? {
        Some(_) => look(),
        None => Ok(None),
    }
}

/// A ledger that was being made when the power failed may have half of its first page, and beside it the journal by which
/// SQLite takes that back. Nothing was ever saved in it, so nothing but the file that was there before is touched.
fn roll_back_what_was_never_made(path: &Path, keys: &[LedgerKey]) {
    let begun = fs::metadata(with_suffix(path, "-journal")).is_ok_and(|journal| journal.len() > 0);
    let Some(key) = keys.first().filter(|_| begun && watch::read(path).is_none()) else { return };
    // The first read takes it back; what it finds then is looked at by whoever opens the ledger.
    let _ = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .map(|file| file.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())));
}

/// A connection to a file with a key.
pub(crate) fn keyed(path: &Path, key: &LedgerKey, access: OpenFlags) -> Result<Connection, LedgerError> {
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // Before the key, or a wrong one is reported on the standard error of whoever started us.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    // Room for all of it at once: text that grows leaves what it was behind.
    let mut statement = Zeroizing::new(String::with_capacity(100));
    statement.push_str("PRAGMA key = \"x'");
    statement.push_str(&key.hex());
    statement.push_str("'\"");
    without_traces(|| connection.execute_batch(&statement))?;
    Ok(connection)
}

/// More than there are different statements, so that each is prepared once.
const STATEMENTS: usize = 192;

fn writing(path: &Path, key: &LedgerKey) -> Result<Connection, LedgerError> {
    let writer = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    writer.pragma_update(None, "journal_mode", "WAL")?;
    // A commit that was answered is on the disk, whatever happens to the power.
    writer.pragma_update(None, "synchronous", "FULL")?;
    writer.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is overwritten, so that an erasure finds no traces of what was deleted before it.
    writer.execute_batch("PRAGMA secure_delete = ON")?;
    // 64 MiB: below it, taking back 100,000 rows spends its time on reading pages again.
    writer.pragma_update(None, "cache_size", -65_536)?;
    writer.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(writer)
}

fn reading(path: &Path, key: &LedgerKey, access: OpenFlags) -> Result<Connection, LedgerError> {
    let reader = keyed(path, key, access)?;
    reader.pragma_update(None, "query_only", true)?;
    reader.pragma_update(None, "cache_size", -65_536)?;
    reader.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(reader)
}

pub(crate) fn newest(migrations: &Migrations<'_>) -> i32 {
    let empty = Connection::open_in_memory().expect("memory is always there");
    migrations.pending_migrations(&empty).expect("an empty file has no layout yet")
}

fn make(path: &Path) -> Result<(), LedgerError> {
    match create_private(path) {
        Ok(file) => drop(file),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(LedgerError::file(path)(error)),
    }
    Ok(())
}

/// What was found in a file, without touching it.
#[derive(Clone, Copy)]
struct Found<'keys> {
    key: &'keys LedgerKey,
    /// 0 where there is no file, or nothing in it.
    user_version: i64,
}

/// Looks at a file before anything is opened: what is refused stays as it is, to the byte, with its log.
fn look<'keys>(path: &Path, keys: &'keys [LedgerKey], known: i64) -> Result<Found<'keys>, LedgerError> {
    /// Somebody who writes at this moment may be seen half-way, and is done when we look again.
    const LOOKS: u32 = 3;
    for turn in 1.. {
        match look_once(path, keys, known)? {
            (found, None) => return Ok(found),
            (_, Some(damage)) if turn == LOOKS => {
                return Err(LedgerError::Broken { ledger: path.to_owned(), damage });
            }
            (_, Some(_)) => {}
        }
    }
    unreachable!("the last look is answered")
}

fn look_once<'keys>(
    path: &Path,
    keys: &'keys [LedgerKey],
    known: i64,
) -> Result<(Found<'keys>, Option<Damage>), LedgerError> {
    let ledger = || path.to_owned();
    let key = keys.first().expect("whoever opens a ledger has a key");
    // Before the log: what is saved between the two would be missed otherwise.
    let saved = watch::read(path).map_or(0, |saved| saved.seq);
    let nothing = Found { key, user_version: 0 };
    let emptied = (saved > 0).then_some(Damage::Emptied { entries: saved });
    let mut pages = match Pages::open(path) {
        Ok(Some(pages)) => pages,
        Ok(None) if emptied.is_some() => return Ok((nothing, emptied)),
        Ok(None) if fs::metadata(path).is_ok_and(|found| found.len() == 0) => return Ok((nothing, None)),
        Ok(None) => return Err(LedgerError::WrongKey { ledger: ledger() }),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok((nothing, emptied)),
        Err(error) => return Err(LedgerError::file(path)(error)),
    };
    let mut beginning = None;
    for key in keys {
        match pages.fit(key).map_err(LedgerError::file(path))? {
            Fit::Opens(header) => {
                let found = Found { key, user_version: header.user_version };
                return Ok((found, refused(path, &pages, key, &header, known, saved)?));
            }
            Fit::FirstPage => beginning = Some(Found { key, user_version: 0 }),
            Fit::No => {}
        }
    }
    match beginning {
        Some(found) => Ok((found, Some(Damage::FirstPage))),
        None if pages.bytes() < PAGE as u64 && emptied.is_some() => Ok((nothing, emptied)),
        None => Err(LedgerError::WrongKey { ledger: ledger() }),
    }
}

/// Refuses what is another's or newer, and says what is damaged of a file whose first page is whole.
fn refused(
    path: &Path,
    pages: &Pages,
    key: &LedgerKey,
    header: &Header,
    known: i64,
    saved: i64,
) -> Result<Option<Damage>, LedgerError> {
    let found = header.user_version;
    if header.empty {
        return Ok(None);
    }
    if header.application_id != APPLICATION_ID {
        return Err(LedgerError::NotALedger { ledger: path.to_owned() });
    }
    if found > known {
        return Err(LedgerError::Newer { ledger: path.to_owned(), found, known });
    }
    let logged = pages.log().and_then(Log::pages).is_some();
    if !logged && pages.count() < header.pages {
        let missing = header.pages - pages.count();
        return Ok(Some(Damage::Shortened { pages: header.pages, missing }));
    }
    Ok(match pages.log().map(Log::tail) {
        Some(Tail::Damaged) => Some(Damage::Log),
        Some(Tail::Begun | Tail::Unclear) if saved > 0 => {
            let reader = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            (journal::position(&reader)?.seq < saved).then_some(Damage::Log)
        }
        _ => None,
    })
}

fn migrate(
    path: &Path,
    key: &LedgerKey,
    writer: &mut Connection,
    migrations: &Migrations<'_>,
    found: i64,
) -> Result<(), LedgerError> {
    if found == 0 {
        return migrations.to_latest(writer).map_err(|error| laid_out(path, error));
    }
    let copy = set_aside(path, key, writer, found)?;
    migrations.to_latest(writer).map_err(|error| LedgerError::Migration {
        ledger: path.to_owned(),
        copy,
        why: error.to_string(),
    })
}

fn laid_out(path: &Path, error: rusqlite_migration::Error) -> LedgerError {
    match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        other => LedgerError::Layout { ledger: path.to_owned(), why: other.to_string() },
    }
}

/// Copies the file, encrypted with the same key, to a name that is free.
fn set_aside(path: &Path, key: &LedgerKey, writer: &Connection, found: i64) -> Result<PathBuf, LedgerError> {
    let (copy, file) = private_copy(path, found)?;
    // SQLite takes names as text; it writes into an empty file as if it were not there yet.
    let name = copy.to_str().ok_or_else(|| {
        LedgerError::file(&copy)(io::Error::new(ErrorKind::InvalidInput, "its name is not Unicode"))
    })?;
    writer.execute("VACUUM INTO ?1", [name])?;
    file.sync_all().map_err(LedgerError::file(&copy))?;
    verify_copy(&copy, key, found)?;
    Ok(copy)
}

/// Reads a copy back, every page of it: what it was made for may not begin before it is known to be whole.
fn verify_copy(copy: &Path, key: &LedgerKey, found: i64) -> Result<(), LedgerError> {
    let read = keyed(copy, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let altered = read.prepare("PRAGMA cipher_integrity_check")?.exists([])?;
    let structure: String = read.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    let version: i64 = read.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if altered || structure != "ok" || version != found {
        return Err(LedgerError::Damaged);
    }
    Ok(())
}

fn private_copy(path: &Path, found: i64) -> Result<(PathBuf, File), LedgerError> {
    let mut copy = with_suffix(path, &format!(".layout-{found}"));
    let mut turn = 1;
    loop {
        match create_private(&copy) {
            Ok(file) => return Ok((copy, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                turn += 1;
                copy = with_suffix(path, &format!(".layout-{found}.{turn}"));
            }
            Err(error) => return Err(LedgerError::file(&copy)(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use rusqlite_migration::M;

    use super::*;
    use crate::store::migrations;

    const FIRST: &str = include_str!("migrations/0001_ledger.sql");

    fn open_with(path: &Path, key: &LedgerKey, steps: Vec<M<'_>>) -> Result<i64, LedgerError> {
        open(path, std::slice::from_ref(key), &Migrations::new(steps)).map(|opened| opened.schema_version)
    }

    fn tables(path: &Path, key: &LedgerKey) -> Vec<String> {
        let file = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("the file opens");
        file.prepare("SELECT name FROM sqlite_schema WHERE name IN ('client', 'added') ORDER BY name")
            .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
            .expect("the schema can be read")
    }

    #[test]
    fn an_older_ledger_is_copied_before_it_is_brought_up() {
        let folder = tempfile::TempDir::new().expect("there is a folder for temporary files");
        let path = folder.path().join("practice.kindly");
        let key = LedgerKey::random().expect("the system has random numbers");
        open_with(&path, &key, vec![M::up(FIRST)]).expect("an empty file is laid out");
        assert!(!with_suffix(&path, ".layout-1").exists(), "a new ledger needs no copy");

        let broken = open_with(&path, &key, vec![M::up(FIRST), M::up("CREATE TABLE added (id); NO SQL")]);
        assert!(
            matches!(broken, Err(LedgerError::Migration { .. })),
            "a step that fails is told: {broken:?}"
        );
        assert_eq!(tables(&path, &key), ["client"], "and leaves nothing half done");

        let found = open_with(&path, &key, vec![M::up(FIRST), M::up("CREATE TABLE added (id)")]);
        assert_eq!(found.ok(), Some(2), "the next attempt succeeds");
        assert_eq!(tables(&path, &key), ["added", "client"], "the ledger has the new layout");
        for copy in [".layout-1", ".layout-1.2"] {
            let copy = with_suffix(&path, copy);
            assert_eq!(tables(&copy, &key), ["client"], "{} has the old one", copy.display());
        }
        let older = open_with(&path, &key, vec![M::up(FIRST)]);
        assert!(
            matches!(older, Err(LedgerError::Newer { found: 2, known: 1, .. })),
            "and an older Kindly stops"
        );
    }

    #[test]
    fn the_migrations_are_valid() {
        assert_eq!(migrations::all().validate(), Ok(()), "each step runs on the result of the one before");
    }
}
