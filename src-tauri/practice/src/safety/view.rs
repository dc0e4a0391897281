//! What the window shows of the ledger's own safety.
use kindly_records::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Message, erase::KindCount};

/// What stands before the records when Kindly opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "door", rename_all = "snake_case")]
pub enum DoorView {
    /// The ledger is open.
    Open,
    /// It waits for its passphrase.
    Locked,
    /// It is damaged. What was found, and what can be done.
    Damaged {
        /// A sentence for each damage, the worst first; never more than a few.
        damage: Vec<String>,
        /// Whether it is open to be read: looking and exporting work, recording does not.
        readable: bool,
        /// Whether only the last saves cannot be read, so that it goes on without them.
        only_log: bool,
        /// The newest backup that can be restored.
        newest: Option<BackupRow>,
    },
    /// It cannot be opened, and it is not touched: a missing or damaged key, a newer Kindly, another file.
    Refused {
        /// The sentence that names the item and the mend.
        message: String,
        /// The newest backup that can be restored.
        newest: Option<BackupRow>,
    },
    /// It is open, and it is not what was open here last: an older copy, or one that went its own way.
    OtherCopy {
        /// How many steps the ledger that was open here last had.
        seen: u32,
        /// How many this one has.
        found: u32,
        /// Whether this one went its own way, rather than being merely older.
        apart: bool,
        /// A backup of what was open here last, where there is one.
        newest: Option<BackupRow>,
    },
}

/// What Settings says about safety.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SafetyView {
    /// Where the ledger lies.
    pub ledger: String,
    /// How large it is, in bytes.
    pub bytes: u64,
    /// Whether a passphrase protects it.
    pub protected: bool,
    /// After how many minutes without a key or a movement it is locked; 0: never. It counts only while protected.
    pub idle_minutes: u32,
    /// Whether a backup made here can be read by whoever finds it, since it was made before the ledger was protected.
    pub unprotected_backups: u32,
    /// The backups of the first place, newest first.
    pub backups: Vec<BackupRow>,
    /// Backups that cannot be used: file names with what is wrong.
    pub broken_backups: Vec<String>,
    /// Where else backups go.
    pub second_place: Option<SecondPlace>,
    /// When every page was last read and checked, in UTC, as RFC 3339.
    pub checked_at: Option<String>,
    /// Why the folder of the ledger is no safe place for it.
    pub place: Option<PlaceWarning>,
    /// How many erasures wait for the second place to come back.
    pub erasures_waiting: u32,
}

/// A second place for backups, such as a USB stick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SecondPlace {
    /// The folder.
    pub folder: String,
    /// Whether it is there now.
    pub there: bool,
    /// Whether the newest backup has reached it.
    pub current: bool,
    /// When it was last written to, in UTC, as RFC 3339.
    pub written_at: Option<String>,
}

/// A folder in which a ledger is not safe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum PlaceWarning {
    /// A network share: what is written may be lost when two computers write.
    Network {
        /// The kind, such as `cifs`.
        kind: String,
    },
    /// A folder that a program copies to other computers while it is written.
    Synced {
        /// Whose, such as `Dropbox`.
        by: String,
    },
}

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupCause {
    /// Half an hour had passed, with changes.
    Timer,
    /// Kindly was closed.
    Close,
    /// The user asked for it.
    ByHand,
    /// An update was about to change the layout.
    BeforeMigration,
    /// Another backup was about to be restored.
    BeforeRestore,
    /// The ledger was about to get a new key.
    BeforeNewKey,
    /// Another copy of the ledger took its place.
    KeptCopy,
}

/// A backup in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BackupRow {
    /// Its name, by which it is asked for.
    pub name: String,
    /// When it was made, in UTC, as RFC 3339.
    pub made_at: String,
    /// Why.
    pub cause: BackupCause,
    /// How many clients and prospects it holds.
    pub clients: u32,
    /// How many records in all.
    pub records: u32,
    /// Its size in bytes.
    pub bytes: u64,
    /// Whether the present passphrase protects it.
    pub protected: bool,
}

/// What restoring a backup would mean.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct BackupPreview {
    /// The backup.
    pub backup: BackupRow,
    /// How many of each kind it holds, and how many there are now.
    pub kinds: Vec<KindThenNow>,
    /// The names of its clients, in order.
    pub clients: Vec<String>,
    /// What was done since it was made and would be gone, latest first; never more than twenty.
    pub since: Vec<Message>,
    /// How many steps that is in all.
    pub steps_since: u32,
}

/// A kind in a backup and in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KindThenNow {
    /// The kind.
    pub kind: Kind,
    /// How many the backup holds.
    pub then: u32,
    /// How many there are now.
    pub now: u32,
}

/// How hard a passphrase is to guess, by zxcvbn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Strength {
    /// 0 (guessed at once) to 4 (very hard to guess). Protecting asks for 3 at least.
    pub score: u8,
    /// How long an attacker with the stolen file needs at ten thousand guesses a second, in words.
    pub crack_time: String,
    /// What makes it weak; empty where nothing does.
    pub warning: String,
    /// What would help.
    pub suggestions: Vec<String>,
}

/// What is done with backups that were made before the ledger was protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnprotectedBackups {
    /// They are written anew under the present key.
    Protect,
    /// They are deleted.
    Delete,
}

/// How far long work has come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct SafetyProgress {
    /// From 0 to 1.
    pub share: f64,
}

/// A backup that was made, or why none was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BackupDone {
    /// It.
    pub backup: BackupRow,
    /// Whether it reached the second place as well; `None` where none is chosen.
    pub second: Option<bool>,
}

/// Backups found in a folder, such as on the stick of a laptop that is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BackupFolder {
    /// The folder.
    pub folder: String,
    /// What is in it, newest first.
    pub backups: Vec<BackupRow>,
    /// Whether a passphrase or a recovery code is needed to open them.
    pub protected: bool,
}

/// A ledger that came in a bundle, beside the one that is open.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct BundleView {
    /// How they stand to each other.
    pub relation: CopyRelation,
    /// The one that is open.
    pub ours: CopySide,
    /// The one in the bundle.
    pub theirs: CopySide,
}

/// How two copies stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CopyRelation {
    /// They are the same.
    Same,
    /// The one that is open goes on from the other: the bundle is older.
    OursNewer,
    /// The bundle goes on from the one that is open.
    TheirsNewer,
    /// Both went on, each its own way.
    Apart,
    /// They have nothing in common: another ledger.
    Strangers,
    /// Nothing is recorded here yet.
    OursEmpty,
}

/// One of two copies.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CopySide {
    /// How many steps it has.
    pub steps: u32,
    /// How many of them the other one does not have.
    pub own_steps: u32,
    /// When the last of them was, in UTC, as RFC 3339.
    pub last_at: Option<String>,
    /// What the last of its own steps did, latest first; never more than five.
    pub latest: Vec<Message>,
    /// How many of each kind it holds.
    pub records: Vec<KindCount>,
}

/// Which of two copies goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GoesOn {
    /// The one that is open; the other is kept as a backup.
    Ours,
    /// The one from the bundle; the one that was open is kept as a backup.
    Theirs,
}

/// What could be saved of a damaged ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Salvaged {
    /// The file it was written to.
    pub file: String,
    /// How many of each kind were saved.
    pub saved: Vec<KindCount>,
    /// How many rows could not be read.
    pub lost: u32,
}
