//! The layout of the file, a migration a step. A step that was released is never edited: the next one follows it.
use rusqlite::Transaction;
use rusqlite_migration::{HookError, HookResult, M, Migrations};

use crate::{LedgerError, journal::reach};

/// The oldest layout whose journal entries still apply. A migration that only adds tables, or columns at the end,
/// leaves it alone; any other moves it to itself, since SQLite would apply an older changeset to nothing and say
/// that all is well.
pub(crate) const OLDEST_UNDOABLE: i64 = 1;

/// All steps, in order.
pub(crate) fn all() -> Migrations<'static> {
    Migrations::new(vec![
        M::up(include_str!("0001_ledger.sql")).foreign_key_check(),
        M::up_with_hook(include_str!("0002_two_sides.sql"), tell_what_was_touched).foreign_key_check(),
        M::up(include_str!("0003_letters.sql")).foreign_key_check(),
        M::up(include_str!("0004_offering_or_fit.sql")).foreign_key_check(),
    ])
}

/// A history needs what each use case touched, also of those that were entered before that was kept.
fn tell_what_was_touched(transaction: &Transaction<'_>) -> HookResult {
    reach::derive(transaction).map_err(|error| match error {
        LedgerError::Storage(error) => HookError::RusqliteError(error),
        other => HookError::Hook(other.to_string()),
    })
}
