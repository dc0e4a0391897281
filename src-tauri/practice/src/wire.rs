//! What a failed use case says over the wire: its sentence, and the code by which the window reacts.
use kindly_ledger::LedgerError;

use crate::{ErrorCode, PracticeError, WireError};

impl From<PracticeError> for WireError {
    fn from(error: PracticeError) -> Self {
        // Each sentence names the mend already.
        let (code, message) = (code(&error), error.to_string());
        let step = match error {
            PracticeError::LaterSteps { first, .. } => first,
            _ => None,
        };
        Self { code, message, hint: String::new(), step }
    }
}

fn code(error: &PracticeError) -> ErrorCode {
    match error {
        PracticeError::Record(_)
        | PracticeError::Exchange(_)
        | PracticeError::Export(_)
        | PracticeError::Letter(_)
        | PracticeError::Page(_)
        | PracticeError::Verdict(_)
        | PracticeError::NoQuarter { .. }
        | PracticeError::QuarterAhead { .. }
        | PracticeError::QuarterBefore { .. }
        | PracticeError::NothingToReview
        | PracticeError::NoSuchClient { .. }
        | PracticeError::AmbiguousClient { .. }
        | PracticeError::NameTaken { .. }
        | PracticeError::NumberTaken { .. }
        | PracticeError::NothingToAnswer { .. }
        | PracticeError::AlreadyFinished { .. }
        | PracticeError::NotFinished
        | PracticeError::NotSent
        | PracticeError::StillAhead { .. }
        | PracticeError::ReplyTooEarly { .. }
        | PracticeError::CoolingOff { .. }
        | PracticeError::TemplateDoesNotFit { .. }
        | PracticeError::NotText { .. }
        | PracticeError::Picture(_)
        | PracticeError::SampleLoaded
        | PracticeError::Field(_)
        | PracticeError::UnknownField { .. }
        | PracticeError::FieldTwice { .. }
        | PracticeError::MissingFields { .. }
        | PracticeError::NotARecord { .. }
        | PracticeError::NoSuchRecord { .. }
        | PracticeError::NothingChosen
        | PracticeError::OneNameForMany
        | PracticeError::LineNotClear { .. }
        | PracticeError::LaterSteps { .. }
        | PracticeError::NotLater { .. }
        | PracticeError::NotEmpty
        | PracticeError::WeakPassphrase { .. }
        | PracticeError::OtherCode { .. }
        | PracticeError::PassphraseNeeded
        | PracticeError::NotProtected
        | PracticeError::NoSuchBackup { .. }
        | PracticeError::PlaceTooNear { .. }
        | PracticeError::NoBackupsThere { .. }
        | PracticeError::NotConfirmed { .. }
        | PracticeError::FileTooLarge { .. }
        | PracticeError::LargerThanRead { .. }
        | PracticeError::ArchiveTooLarge { .. }
        | PracticeError::RefusedRows { .. }
        | PracticeError::OffShare { .. }
        | PracticeError::NoRate { .. }
        | PracticeError::TooManySteps { .. }
        | PracticeError::StillAProspect { .. }
        | PracticeError::NoRateElsewhere { .. } => ErrorCode::Invalid,
        PracticeError::Gone { .. } | PracticeError::NoSuchId { .. } => ErrorCode::Gone,
        PracticeError::Cancelled => ErrorCode::Cancelled,
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
        LedgerError::Protected { .. } => ErrorCode::Locked,
        LedgerError::WrongPassphrase
        | LedgerError::WrongRecoveryCode
        | LedgerError::RecoveryCodeMistyped { .. }
        | LedgerError::WrongBundlePassphrase { .. } => ErrorCode::WrongSecret,
        LedgerError::ReadOnly => ErrorCode::ReadOnly,
        LedgerError::Stopped => ErrorCode::Cancelled,
        LedgerError::SecondPlaceAway { .. } => ErrorCode::File,
        _ => ErrorCode::Ledger,
    }
}
