//! The sample practice.
use kindly_practice::PracticeError;

use super::Given;
use crate::{error::CliError, words};

pub(super) fn run(given: &Given) -> Result<(), CliError> {
    let mut practice = given.ledger.open_or_make()?;
    let start = practice.start(given.moment)?;
    if start.sample {
        return Err(PracticeError::SampleLoaded.into());
    }
    // Beside real clients it would be among the others that each of them is measured against.
    if start.clients > 0 {
        let clients = words::count(u64::from(start.clients), "client", "clients");
        return Err(CliError::NotEmpty { ledger: given.ledger.path()?.to_owned(), clients });
    }
    let done = practice.load_sample(given.moment)?;
    given.output.show(&done, || words::deed(&done.message))
}
