//! The ledger's own safety: the door before it, its passphrase, its backups, its copies, and what to do when it is
//! damaged.
mod backups;
mod bundle;
mod check;
mod device;
mod door;
mod list;
mod passphrase;
mod protect;
mod restore;
mod salvage;
mod sheet;
mod view;

/// What opens a protected ledger, for whoever asks the user for it.
pub use kindly_ledger::{
    InstanceLock,
    vault::{RecoveryCode, Secret},
};

pub use backups::{BackedUp, BackupJob};
pub use bundle::OpenedBundle;
pub use check::{CheckJob, CheckReport};
pub use door::{Door, any_secret, door, only_window, recovery_secret, unlock};
pub use list::{backups_in, backups_of};
pub use passphrase::{WEAKEST, six_words, strength, strong_enough};
pub use protect::{Swapped, new_recovery_code, retyped};
pub use restore::{OpenedFolder, backup_file, open_folder, restore_closed, restore_closed_from};
pub use sheet::write_recovery_sheet;
pub use view::{
    BackupCause, BackupDone, BackupFolder, BackupPreview, BackupRow, BundleView, CopyRelation, CopySide,
    DoorView, GoesOn, KindThenNow, PlaceWarning, SafetyProgress, SafetyView, Salvaged, SecondPlace, Strength,
    UnprotectedBackups,
};

pub(crate) use device::Device;
pub(crate) use protect::open_plainly;
