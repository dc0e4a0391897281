//! The one place where a ledger's file is opened and its settings are made.
use std::{
    fs::File,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, ErrorCode, OpenFlags};
use rusqlite_migration::Migrations;
use zeroize::Zeroizing;

use crate::{
    LedgerError, LedgerKey,
    vault::{create_private, with_suffix},
};

/// "Kndl", in the header of every ledger.
const APPLICATION_ID: i64 = 0x4b4e_444c;

/// The two connections of a ledger and the layout of its file.
pub(crate) struct Opened {
    /// The only connection that writes.
    pub(crate) writer: Connection,
    /// The connection that reads.
    pub(crate) reader: Connection,
    /// The schema version that the file now has.
    pub(crate) schema_version: i64,
}

/// Opens a file, makes it where there is none, and brings it to the layout of `migrations`.
pub(crate) fn open(path: &Path, key: &LedgerKey, migrations: &Migrations<'_>) -> Result<Opened, LedgerError> {
    match create_private(path) {
        Ok(file) => drop(file),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(LedgerError::file(path)(error)),
    }
    let known = i64::from(newest(migrations));
    let found = look_before_touching(path, key, known)?;

    let mut writer = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    writer.pragma_update(None, "journal_mode", "WAL")?;
    // A commit that was answered is on the disk, whatever happens to the power.
    writer.pragma_update(None, "synchronous", "FULL")?;
    writer.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is overwritten, so that an erasure finds no traces of what was deleted before it.
    writer.execute_batch("PRAGMA secure_delete = ON")?;
    // 64 MiB: below it, taking back 100,000 rows spends its time on reading pages again.
    writer.pragma_update(None, "cache_size", -65_536)?;
    if found < known {
        migrate(path, &mut writer, migrations, found)?;
    }
    writer.set_prepared_statement_cache_capacity(STATEMENTS);

    let reader = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    reader.pragma_update(None, "query_only", true)?;
    reader.pragma_update(None, "cache_size", -65_536)?;
    reader.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(Opened { writer, reader, schema_version: known })
}

/// More than there are different statements, so that each is prepared once.
const STATEMENTS: usize = 192;

fn newest(migrations: &Migrations<'_>) -> i32 {
    let empty = Connection::open_in_memory().expect("memory is always there");
    migrations.pending_migrations(&empty).expect("an empty file has no layout yet")
}

/// Reads the layout through a connection that cannot write: what is refused stays as it is, to the byte.
fn look_before_touching(path: &Path, key: &LedgerKey, known: i64) -> Result<i64, LedgerError> {
    if std::fs::metadata(path).map_err(LedgerError::file(path))?.len() == 0 {
        return Ok(0);
    }
    let ledger = || path.to_owned();
    let look = keyed(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let number = |pragma: &str| look.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let found = match number("user_version") {
        Ok(found) => found,
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            return Err(LedgerError::WrongKey { ledger: ledger() });
        }
        Err(error) => return Err(error.into()),
    };
    let tables: i64 = look.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if found == 0 && tables == 0 {
        return Ok(0);
    }
    if number("application_id")? != APPLICATION_ID {
        return Err(LedgerError::NotALedger { ledger: ledger() });
    }
    if found > known {
        return Err(LedgerError::Newer { ledger: ledger(), found, known });
    }
    Ok(found)
}

fn keyed(path: &Path, key: &LedgerKey, access: OpenFlags) -> Result<Connection, LedgerError> {
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // Before the key, or a wrong one is reported on the standard error of whoever started us.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let hex = key.hex();
    connection.execute_batch(&Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", hex.as_str())))?;
    Ok(connection)
}

fn migrate(
    path: &Path,
    writer: &mut Connection,
    migrations: &Migrations<'_>,
    found: i64,
) -> Result<(), LedgerError> {
    if found == 0 {
        return migrations.to_latest(writer).map_err(|error| laid_out(path, error));
    }
    let copy = set_aside(path, writer, found)?;
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
fn set_aside(path: &Path, writer: &Connection, found: i64) -> Result<PathBuf, LedgerError> {
    let (copy, file) = private_copy(path, found)?;
    // SQLite takes names as text; it writes into an empty file as if it were not there yet.
    let name = copy.to_str().ok_or_else(|| {
        LedgerError::file(&copy)(io::Error::new(ErrorKind::InvalidInput, "its name is not Unicode"))
    })?;
    writer.execute("VACUUM INTO ?1", [name])?;
    file.sync_all().map_err(LedgerError::file(&copy))?;
    Ok(copy)
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
        open(path, key, &Migrations::new(steps)).map(|opened| opened.schema_version)
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
