//! The layout of the file, a migration a step. A step that was released is never edited: the next one follows it.
use rusqlite_migration::{M, Migrations};

static STEPS: [M<'static>; 1] = [M::up(include_str!("0001_ledger.sql")).foreign_key_check()];

/// The oldest layout whose journal entries still apply. A migration that only adds tables, or columns at the end,
/// leaves it alone; any other moves it to itself, since SQLite would apply an older changeset to nothing and say
/// that all is well.
pub(crate) const OLDEST_UNDOABLE: i64 = 1;

/// All steps, in order.
pub(crate) fn all() -> Migrations<'static> {
    Migrations::from_slice(&STEPS)
}
