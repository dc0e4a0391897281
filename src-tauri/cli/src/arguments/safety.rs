//! What is typed about the ledger's safety.
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use kindly_practice::safety::GoesOn;

#[derive(Debug, Args)]
pub(crate) struct Protect {
    /// The passphrase: the first line of a file. For a protected ledger it is the one of --passphrase-file
    #[arg(long, value_name = "FILE")]
    pub(crate) new_passphrase_file: Option<PathBuf>,
    /// Where the page with the recovery code is written, to be printed
    #[arg(long, value_name = "F.pdf")]
    pub(crate) recovery_sheet: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Bundle {
    /// The bundle
    #[arg(value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// What protects it on its way: the first line of a file
    #[arg(long, value_name = "FILE")]
    pub(crate) bundle_passphrase_file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Unbundle {
    /// The bundle
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// What protects it: the first line of a file
    #[arg(long, value_name = "FILE")]
    pub(crate) bundle_passphrase_file: PathBuf,
    /// Which of the two goes on; without it, only how they stand to each other is told
    #[arg(long, value_name = "ours|theirs", value_enum)]
    pub(crate) goes_on: Option<Side>,
}

/// One of two copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Side {
    /// The ledger; what came is kept as a backup
    Ours,
    /// What came; the ledger is kept as a backup
    Theirs,
}

impl From<Side> for GoesOn {
    fn from(side: Side) -> Self {
        match side {
            Side::Ours => Self::Ours,
            Side::Theirs => Self::Theirs,
        }
    }
}
