//! One sealed file with which a ledger moves to another computer.
//!
//! It is an age file, opened by a passphrase, around a tar of three files in this order: what stands in it
//! (`manifest.json`), the keys (`keys`, as in a key file), and the ledger (`practice.kindly`, a copy that was written
//! anew). Whoever has `age` and `tar` can open it without Kindly.
//!
//! A bundle comes from outside: everything in it is taken for hostile until it was verified. What it may hold is
//! limited ([`LARGEST_LEDGER`], three files with those names, no folders, no links), its memory too (128 MiB to try the
//! passphrase, a few MiB for the rest), and nothing stays where it was unpacked unless all of it is whole.
use std::{collections::BTreeMap, path::PathBuf};

use chrono::{DateTime, Utc};
use kindly_records::Kind;
use serde::{Deserialize, Serialize};

use crate::{KeyId, Keyring};

mod draft;
mod inspect;
mod pack;
mod seal;
mod settle;
mod unpack;

pub use pack::write_bundle;
pub use settle::take_place;
pub use unpack::read_bundle;

/// The largest ledger that a bundle holds, in bytes: 8 GiB less one, the largest file of a plain tar.
pub const LARGEST_LEDGER: u64 = (8 << 30) - 1;

/// The form of bundles that this Kindly writes and reads.
const FORMAT: u32 = 1;
/// The most bytes that the manifest may have, and the keys.
const LARGEST_TEXT: u64 = 64 << 10;
/// Bytes that are read or written between two questions whether to go on.
const PIECE: usize = 1 << 20;

/// The files of a bundle, in their order.
const MANIFEST: &str = "manifest.json";
const KEYS: &str = "keys";
const LEDGER: &str = "practice.kindly";

/// What stands in a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the bundle: 1.
    pub format: u32,
    /// The layout of its ledger.
    pub schema_version: i64,
    /// When it was written.
    pub made_at: DateTime<Utc>,
    /// Which Kindly wrote it.
    pub kindly: String,
    /// The number of the journal's last entry.
    pub head_seq: i64,
    /// Its hash, in 64 hexadecimal digits.
    pub head_hash: String,
    /// The name of the key that opens the ledger.
    pub key_id: KeyId,
    /// The ledger's size in bytes.
    pub bytes: u64,
    /// Its SHA-256, in 64 hexadecimal digits.
    pub sha256: String,
    /// How many records it holds of each kind.
    pub counts: BTreeMap<Kind, u64>,
}

/// What came out of a bundle.
#[derive(Debug)]
pub struct Unbundled {
    /// The ledger's file, in the folder that was asked for. No key lies beside it yet.
    pub ledger: PathBuf,
    /// The keys, the one that opens it first.
    pub keyring: Keyring,
    /// What the bundle said of itself; verified.
    pub manifest: Manifest,
}
