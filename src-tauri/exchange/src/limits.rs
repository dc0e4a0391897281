//! How much is read of what comes from outside. Each limit lies far above what a practice of one has, and keeps time and
//! memory within a small multiple of the file, whatever stands in it.
//!
//! | What | Time and memory stay linear because |
//! |---|---|
//! | a table | its bytes, rows, columns, cells (rows times columns) and each cell are bounded |
//! | vCards | their bytes, cards, each card and what is gathered of one client are bounded |
//! | an archive | its bytes, entries and each entry are bounded; no reader goes deeper than [`MAX_JSON_DEPTH`] |
//! | a mapping | its bytes and names are bounded |
//! | the one line | its characters are bounded ([`crate::line::MAX_CHARACTERS`]) |
//!
//! So a file takes at most twelve times its own size in memory and a kilobyte a row, or fifty times the size of its largest
//! vCard or record of an archive, whichever is more. A test measures it.
//!
//! Nothing here unpacks: a compressed file is refused by its first bytes, so that a small file cannot become a large one.
//!
//! The crate reads bytes that somebody else has taken from a file. Whoever does so refuses a longer file before reading
//! it whole: asks for its length, takes no more than the limit and one byte, and refuses where that one byte came.

/// The most bytes of a table or a file of vCards: 64 MiB.
pub const MAX_FILE_BYTES: usize = 64 << 20;
/// The most bytes of an archive, which holds documents and letters too: 512 MiB.
pub const MAX_ARCHIVE_BYTES: usize = 512 << 20;
/// The most bytes of a mapping: 64 KiB.
pub const MAX_MAPPING_BYTES: usize = 64 << 10;

/// The most bytes of a cell: 1 MiB. A line of a file may hold as many such cells as the file has room for.
pub const MAX_FIELD_BYTES: usize = 1 << 20;
/// The most rows of a table, those without anything in them too, and the most cards of a file: four times what twenty
/// years of ten entries a day come to.
pub const MAX_ROWS: usize = 250_000;
/// The most columns of a table.
pub const MAX_COLUMNS: usize = 1_000;
/// The most rows times columns of a table, whether the rows are filled or end early: an early end costs one byte, and
/// a column that is looked for in it as much as anywhere.
pub const MAX_CELLS: usize = 25_000_000;

/// The most bytes of one vCard: 8 MiB, with its picture. Parted into values it takes up to fifty times its length.
pub const MAX_CARD_BYTES: usize = 8 << 20;

/// The most e-mail addresses, telephone numbers, tags or notes of a client, and the most people there, that one file
/// brings together. Each is compared with those before it.
pub const MAX_GATHERED: usize = 500;

/// The most records, and the most files, of an archive.
pub const MAX_ARCHIVED: usize = 2_000_000;
/// The most bytes of one record of an archive as it stands there: 8 MiB. Its texts hold at most 20,000 characters each, and
/// its lists were cells of at most [`MAX_FIELD_BYTES`], if not typed one by one.
pub const MAX_ARCHIVED_RECORD_BYTES: usize = 8 << 20;
/// How deep lists and objects may lie in one another in anything of JSON; what the JSON reader itself keeps to.
pub const MAX_JSON_DEPTH: usize = 127;

/// The most names in a mapping.
pub const MAX_MAPPED: usize = 200;
