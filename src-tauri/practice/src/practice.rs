//! An open practice.
use std::{cell::RefCell, path::Path};

use kindly_ledger::{Ledger, vault};
use kindly_page::Fonts;

use crate::{PracticeError, correspond::SetLetter, line::Lexicon};

/// An open ledger, and everything that can be done with it. Dropping it closes the ledger.
pub struct Practice {
    pub(crate) ledger: Ledger,
    pub(crate) fonts: Fonts,
    /// The letter that was set last: the preview asks for its pages one by one, and for the same one again when the
    /// window is resized.
    pub(crate) set_last: RefCell<Option<SetLetter>>,
    /// What one-line recording reads lines against, as long as nothing is recorded.
    pub(crate) lexicon: RefCell<Option<Lexicon>>,
}

impl Practice {
    /// Opens the ledger at a path with the key beside it; makes both where there is neither.
    ///
    /// # Errors
    /// The ledger's own: a missing, malformed or foreign key, a damaged file, a newer version.
    pub fn open(path: &Path) -> Result<Self, PracticeError> {
        let key = vault::load_or_create(path)?;
        let ledger = Ledger::open(path, &key)?;
        Ok(Self {
            ledger,
            fonts: Fonts::bundled(),
            set_last: RefCell::new(None),
            lexicon: RefCell::new(None),
        })
    }
}
