//! Bytes to drafts of records: file formats live here.
//!
//! [`read`] takes the bytes of a table that a person exported or typed and gives a [`Sheet`]: what was
//! understood of its columns, and for every row a [`Draft`] or the reason why it is refused. Nothing here
//! knows a ledger: a draft names its client by name, and whoever keeps the records finds out who that is
//! (with [`match_key`] and [`near`]). The columns are described in `docs/csv-columns.md`.
#![warn(missing_docs)]

mod amounts;
mod dates;
mod error;
mod field;
mod header;
mod kind;
mod mapping;
mod names;
mod rows;
mod sheet;
mod table;
mod text;

pub use dates::DateOrder;
pub use error::{ExchangeError, RefusedRow, RowError};
pub use field::Field;
pub use kind::{Column, ImportKind, example};
pub use mapping::Mapping;
pub use names::{match_key, near};
pub use rows::{CheckInRow, ClientRow, ComplaintRow, DeliverableRow, Draft, InvoiceRow, ObligationRow};
pub use sheet::{ColumnUse, Defaults, Sheet, read};
pub use table::{MAX_COLUMNS, MAX_FIELD_BYTES, MAX_FILE_BYTES, MAX_ROWS};
pub use text::Encoding;
