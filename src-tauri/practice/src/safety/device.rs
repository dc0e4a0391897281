//! What is chosen for this computer and known while the ledger is locked: how soon it locks, where else backups go, and
//! what still has to be done there. It names no client.
use std::{fs, io::ErrorKind, path::Path, path::PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{PracticeError, correspond::write_whole};

/// How soon a protected ledger locks itself where nothing was chosen, in minutes.
const IDLE_MINUTES: u32 = 10;

/// What is chosen for this computer. It lies beside the ledger, as `FILE.settings.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Device {
    /// After how many idle minutes the ledger is locked; 0: never.
    pub(crate) idle_minutes: u32,
    /// Where else backups go.
    pub(crate) second_place: Option<PathBuf>,
    /// When the second place was last written to.
    pub(crate) second_written_at: Option<DateTime<Utc>>,
    /// The newest backup that reached it.
    pub(crate) second_has: Option<String>,
    /// When every page was last read and checked.
    pub(crate) checked_at: Option<DateTime<Utc>>,
    /// Whether the last check found damage, so that all is read before the ledger is shown.
    pub(crate) suspect: bool,
    /// How many erasures the second place has not heard of, since it was away.
    pub(crate) erasures_waiting: u32,
}

impl Default for Device {
    fn default() -> Self {
        Self {
            idle_minutes: IDLE_MINUTES,
            second_place: None,
            second_written_at: None,
            second_has: None,
            checked_at: None,
            suspect: false,
            erasures_waiting: 0,
        }
    }
}

impl Device {
    /// Reads what was chosen; what cannot be read is chosen anew, since nothing in it is worth a refusal to open.
    pub(crate) fn read(ledger: &Path) -> Self {
        fs::read(path(ledger)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Keeps it.
    ///
    /// # Errors
    /// [`PracticeError::Write`].
    pub(crate) fn write(&self, ledger: &Path) -> Result<(), PracticeError> {
        let text = serde_json::to_vec_pretty(self).expect("choices are text and numbers");
        match write_whole(&path(ledger), &text) {
            // The folder went away with the ledger; there is nothing left to choose for.
            Err(PracticeError::Write { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(()),
            written => written,
        }
    }
}

fn path(ledger: &Path) -> PathBuf {
    let mut name = ledger.as_os_str().to_owned();
    name.push(".settings.json");
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_found_again_and_what_is_damaged_is_chosen_anew() {
        let folder = tempfile::TempDir::new().expect("there is a folder for temporary files");
        let ledger = folder.path().join("practice.kindly");
        assert_eq!(Device::read(&ledger), Device::default(), "nothing was chosen yet");
        let chosen =
            Device { idle_minutes: 2, second_place: Some("/media/stick".into()), ..Device::default() };
        chosen.write(&ledger).expect("it can be written");
        assert_eq!(Device::read(&ledger), chosen, "what was chosen holds");
        fs::write(path(&ledger), "{").expect("it can be damaged");
        assert_eq!(Device::read(&ledger), Device::default(), "what cannot be read refuses nothing");
    }
}
