//! Telling how far an import has come, and hearing whether it is to stop.
use super::{ImportProgress, ImportStep};
use crate::{PracticeError, standing::number};

/// Told of at most once in so many rows: telling costs more than a row.
const EVERY: usize = 500;

/// Somebody who is told how far an import has come, and may stop it.
pub(crate) struct Watch<'a>(&'a mut dyn FnMut(ImportProgress) -> bool);

impl<'a> Watch<'a> {
    pub(crate) fn new(told: &'a mut dyn FnMut(ImportProgress) -> bool) -> Self {
        Self(told)
    }

    /// Tells it now and then.
    ///
    /// # Errors
    /// [`PracticeError::Cancelled`] where the answer is to stop.
    pub(crate) fn tell(&mut self, step: ImportStep, done: usize, of: usize) -> Result<(), PracticeError> {
        if self.goes_on(step, done, of) { Ok(()) } else { Err(PracticeError::Cancelled) }
    }

    /// The same, as whether to go on.
    pub(crate) fn goes_on(&mut self, step: ImportStep, done: usize, of: usize) -> bool {
        !done.is_multiple_of(EVERY) || (self.0)(ImportProgress { step, done: number(done), of: number(of) })
    }
}
