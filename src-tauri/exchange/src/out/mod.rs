//! Records to bytes, in forms that others read and that we read again: tables, the archive, contacts, dates.
//!
//! Nothing here depends on the day on which it runs: the moments that stand in a file are passed in, and the same
//! records give the same bytes.
mod archive;
mod archive_read;
mod calendar;
mod cards;
mod columns;
mod content_lines;
mod error;
mod guard;
mod table_read;
mod table_write;

pub use archive::{ARCHIVE_FORMAT, ARCHIVE_VERSION, Archive, ArchivedFile, ArchivedRecord, write_archive};
pub use archive_read::{is_archive, read_archive};
pub use calendar::{ALARM_HOUR, CalendarEntry, write_calendar};
pub use cards::{ClientCard, write_cards};
pub use columns::{own_columns, read_cell};
pub use error::OutError;
pub use table_read::{OwnLine, OwnTable, read_own_table};
pub use table_write::{OwnRow, write_profile_table, write_table};
