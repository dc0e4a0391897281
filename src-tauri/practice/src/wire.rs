//! What a failed use case says over the wire: its sentence, and the code by which the window reacts.
use kindly_ledger::LedgerError;

use crate::{ErrorCode, PracticeError, WireError};

impl From<PracticeError> for WireError {
    fn from(error: PracticeError) -> Self {
        // Each sentence names the mend already.
        Self { code: code(&error), message: error.to_string(), hint: String::new() }
    }
}

fn code(error: &PracticeError) -> ErrorCode {
    match error {
        PracticeError::Record(_)
        | PracticeError::Exchange(_)
        | PracticeError::Letter(_)
        | PracticeError::Page(_)
        | PracticeError::Verdict(_)
        | PracticeError::NoSuchClient { .. }
        | PracticeError::AmbiguousClient { .. }
        | PracticeError::NameTaken { .. }
        | PracticeError::NothingToAnswer { .. }
        | PracticeError::SampleLoaded
        | PracticeError::RefusedRows { .. } => ErrorCode::Invalid,
        PracticeError::Gone { .. } => ErrorCode::Gone,
        PracticeError::Read { .. } | PracticeError::Write { .. } => ErrorCode::File,
        PracticeError::Ledger(error) => code_of_ledger(error),
    }
}

/// What was asked of the ledger may be wrong, or the ledger itself.
fn code_of_ledger(error: &LedgerError) -> ErrorCode {
    match error {
        LedgerError::NotFound { .. } => ErrorCode::Gone,
        LedgerError::Invalid(_)
        | LedgerError::AlreadyThere { .. }
        | LedgerError::NoClient { .. }
        | LedgerError::NoLink { .. }
        | LedgerError::LinkAcross { .. }
        | LedgerError::HeldBack { .. }
        | LedgerError::OutOfRange { .. }
        | LedgerError::InTheWay { .. }
        | LedgerError::OtherLayout { .. }
        | LedgerError::Erased { .. } => ErrorCode::Invalid,
        _ => ErrorCode::Ledger,
    }
}
