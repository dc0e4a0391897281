//! What happened, kept: the encrypted store, its journal and its search.
//!
//! - [`Ledger`] is one encrypted SQLite file, opened with a [`LedgerKey`] from the [`vault`].
//! - [`Ledger::transact`] runs a use case: one transaction, one entry of the journal, or nothing at all.
//! - [`Ledger::undo`] and [`Ledger::redo`] walk that journal, which also survives a restart; [`Ledger::take_back`]
//!   takes one older entry back, [`Reader::history`] tells them all.
//! - [`Ledger::erase_client`] and [`Ledger::forget`] erase for good, from the journal and from search as well.
//! - [`backup`] makes whole copies, thins them out, and puts one in the ledger's place.
//! - [`Reader`] reads, on a connection of its own; search is derived and can always be built again.
//!
//! Nothing here knows what a record means, and nothing reads a clock.
#![warn(missing_docs)]

pub mod backup;
pub mod bundle;
mod changes;
pub mod copies;
mod damage;
mod error;
pub mod files;
pub mod instance;
mod journal;
mod ledger;
pub mod place;
mod reader;
mod search;
mod store;
pub mod vault;

pub use changes::Changes;
pub use damage::Damage;
pub use error::LedgerError;
pub use instance::InstanceLock;
pub use journal::{
    Label,
    changeset::Change,
    head::Head,
    history::{EntryState, HistoryEntry, HistoryFilter, Sum, Touched},
    reach::Reached,
};
pub use ledger::{
    ErasurePlan, ErasureReceipt, Forget, Ledger, Lost, Salvage, check_structure, cut_log, salvage,
};
pub use place::{Place, place};
pub use reader::Reader;
pub use search::Hit;
pub use store::Stored;
pub use vault::{KeyId, Keyring, LedgerKey};
