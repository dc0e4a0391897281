//! An open practice.
use std::{
    cell::RefCell,
    collections::HashMap,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use kindly_ledger::{
    Keyring, Ledger,
    vault::{Protection, Secret, protection},
};
use kindly_page::Fonts;

use crate::{
    PracticeError,
    books::KeptBooks,
    correspond::SetLetter,
    line::Lexicon,
    safety::{Device, DoorView, open_plainly},
    standing::{KeptOverview, KeptVerdicts},
};

/// An open ledger, and everything that can be done with it. Dropping it closes the ledger.
pub struct Practice {
    pub(crate) path: PathBuf,
    pub(crate) keyring: Keyring,
    pub(crate) ledger: Ledger,
    /// Whether a passphrase protects the ledger.
    pub(crate) protected: bool,
    /// Whether a recovery code opened it, so that a new passphrase needs no old one.
    pub(crate) by_code: bool,
    /// What stands before the records.
    pub(crate) door: DoorView,
    /// What is chosen for this computer.
    pub(crate) device: Device,
    /// When it was opened in a window; unknown on the command line.
    pub(crate) opened_at: Option<DateTime<Utc>>,
    /// Whether the pages were read since it was opened.
    pub(crate) looked_through: bool,
    pub(crate) fonts: Fonts,
    /// The letter that was set last: the preview asks for its pages one by one, and for the same one again when the
    /// window is resized.
    pub(crate) set_last: RefCell<Option<SetLetter>>,
    /// The pictures of the letterhead by the SHA-256 of their files: decoding one takes longer than setting a letter.
    pub(crate) pictures: RefCell<HashMap<String, kindly_page::Picture>>,
    /// The names that no letter to somebody else should say, as long as nothing is recorded.
    pub(crate) names: RefCell<Option<crate::correspond::Names>>,
    /// All records, as they were read last: after one record, only what it touched is read again.
    pub(crate) books: RefCell<Option<KeptBooks>>,
    /// What was judged last: after one record, only what it moves is judged again.
    pub(crate) verdicts: RefCell<Option<KeptVerdicts>>,
    /// The clients' screen, as it was told last.
    pub(crate) overview: RefCell<Option<KeptOverview>>,
    /// What one-line recording reads lines against, as long as nothing is recorded.
    pub(crate) lexicon: RefCell<Option<Lexicon>>,
}

impl Practice {
    /// Opens the ledger at a path with the key beside it; makes both where there is neither.
    ///
    /// # Errors
    /// The ledger's own: a missing, malformed or foreign key, a passphrase that is needed, a damaged file, a newer
    /// version.
    pub fn open(path: &Path) -> Result<Self, PracticeError> {
        Self::open_with(path, None)
    }

    /// Opens the ledger at a path, with a passphrase or a recovery code where it is protected.
    ///
    /// # Errors
    /// As [`Self::open`], and what is wrong with the secret.
    pub fn open_with(path: &Path, secret: Option<&Secret>) -> Result<Self, PracticeError> {
        let (keyring, ledger) = open_plainly(path, secret)?;
        let mut practice = Self::with(path, keyring, ledger);
        practice.by_code = matches!(secret, Some(Secret::Recovery(_)));
        Ok(practice)
    }

    /// A practice over a ledger that is open.
    pub(crate) fn with(path: &Path, keyring: Keyring, ledger: Ledger) -> Self {
        Self {
            // A key file that cannot be read now could when the ledger was opened with it.
            protected: protection(path).is_ok_and(|found| found == Protection::Passphrase),
            by_code: false,
            door: DoorView::Open,
            device: Device::read(path),
            opened_at: None,
            looked_through: true,
            fonts: crate::correspond::fonts(),
            set_last: RefCell::new(None),
            pictures: RefCell::default(),
            names: RefCell::new(None),
            lexicon: RefCell::new(None),
            books: RefCell::new(None),
            overview: RefCell::new(None),
            verdicts: RefCell::new(None),
            path: path.to_owned(),
            keyring,
            ledger,
        }
    }
}
