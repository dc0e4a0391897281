//! Whether the ledger is whole.
use kindly_records::Kind;
use serde::Serialize;

use crate::{Practice, PracticeError};

/// What a check of the ledger found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckReport {
    /// How many records there are, a kind each.
    pub records: Vec<(Kind, u64)>,
    /// What is damaged, a sentence each; empty when the ledger is whole.
    pub damage: Vec<String>,
}

impl Practice {
    /// Checks every page, every reference, the journal's chain and the search index.
    ///
    /// # Errors
    /// Where the file cannot even be read.
    pub fn check(&self) -> Result<CheckReport, PracticeError> {
        let damage = self.ledger.check()?.iter().map(ToString::to_string).collect();
        let records = self.ledger.reader().counts()?.into_iter().collect();
        Ok(CheckReport { records, damage })
    }
}
