//! Bytes to drafts of records: file formats live here.
//!
//! [`read`] takes the bytes of a table that a person exported or typed and gives a [`Sheet`]: what was
//! understood of its columns, and for every row a [`Draft`] or the reason why it is refused. Nothing here
//! knows a ledger: a draft names its client by name, and whoever keeps the records finds out who that is
//! (with [`match_key`] and [`near`]). The columns are described in `docs/csv-columns.md`.
#![warn(missing_docs)]

mod amounts;
mod columns;
mod contacts;
mod dates;
mod durations;
mod error;
mod field;
mod header;
mod kind;
mod left_out;
pub mod limits;
pub mod line;
mod mapping;
mod names;
mod out;
mod peek;
mod question;
mod read;
mod rows;
mod sheet;
mod survey;
mod table;
mod text;
mod tool;
mod tools;

pub use columns::Column;
pub use dates::DateOrder;
pub use error::{ExchangeError, RefusedRow, RowError};
pub use field::Field;
pub use kind::{ImportKind, example};
pub use left_out::{LeftOut, LeftOutRow, Remark};
pub use limits::{
    MAX_ARCHIVE_BYTES, MAX_COLUMNS, MAX_FIELD_BYTES, MAX_FILE_BYTES, MAX_MAPPING_BYTES, MAX_ROWS,
};
pub use mapping::Mapping;
pub use names::{match_key, near};
pub use out::{
    ALARM_HOUR, ARCHIVE_FORMAT, ARCHIVE_VERSION, Archive, ArchivedFile, ArchivedRecord, CalendarEntry,
    ClientCard, OutError, OwnLine, OwnRow, OwnTable, is_archive, own_columns, read_archive, read_cell,
    read_own_table, write_archive, write_calendar, write_cards, write_profile_table, write_table,
};
pub use peek::{KindField, KindFields, Peek, kinds, peek};
pub use question::{Asked, Question};
pub use read::{read, read_watched};
pub use rows::{
    CheckInRow, ClientRow, ComplaintRow, DeliverableRow, Draft, EnquiryRow, InvoiceRow, ObligationRow,
    PaymentRow, TimeEntryRow,
};
pub use sheet::{ColumnUse, Defaults, Sheet};
pub use text::Encoding;
pub use tool::Tool;
