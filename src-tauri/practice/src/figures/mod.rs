//! The standard figures of a client, an engagement and the practice: chosen, computed by the measures, and shown.
mod scoped;
mod shown;
mod view;

use chrono::NaiveDate;
use kindly_ledger::Reader;
use kindly_measures::Window;
use kindly_records::{Engagement, Kind, Moment};

use crate::{Practice, PracticeError, books::Books};
use scoped::Scoped;

pub use view::{Figure, FigureId, FigureInterval, FigurePeriod, FigureScope, FigureValue, FiguresView};

const QUARTER_DAYS: u64 = 90;
const YEAR_DAYS: u64 = 365;

impl Practice {
    /// The standard figures of a scope over a stretch of time that ends today. A figure that has no meaning for the scope
    /// is left out; one without records has no value. Amounts are in the client's currency, for the practice in the
    /// user's own; what is in others is counted as left out.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the client or the engagement is no longer there.
    pub fn figures(
        &self,
        moment: Moment,
        scope: FigureScope,
        period: FigurePeriod,
    ) -> Result<FiguresView, PracticeError> {
        let reader = self.ledger.reader();
        let gone = |kind| PracticeError::Gone { kind };
        let window = window(period, moment.today);
        let profile = reader.profile()?;
        let books = self.books()?;
        let client = match scope {
            FigureScope::Practice => None,
            FigureScope::Client(id) => Some(id),
            FigureScope::Engagement(id) => {
                Some(reader.get::<Engagement>(id)?.ok_or(gone(Kind::Engagement))?.record.client)
            }
        };
        let currency = match client {
            Some(id) => books.client(id).ok_or(gone(Kind::Client))?.record.currency,
            None => profile.currency,
        };
        let work = scoped::Work::read(reader, scope, client)?;
        let records = Scoped::of(&books, &work, scope, client, moment.today);
        Ok(FiguresView {
            scope,
            period,
            from: (period != FigurePeriod::All).then_some(window.from),
            to: window.to,
            figures: shown::figures(&records, window, currency, moment.today),
        })
    }
}

/// The figures of the whole practice over any stretch of days, as they stood on its last one.
pub(crate) fn of_practice(
    reader: Reader<'_>,
    books: &Books,
    window: Window,
) -> Result<Vec<Figure>, PracticeError> {
    let scope = FigureScope::Practice;
    let work = scoped::Work::read(reader, scope, None)?;
    let records = Scoped::of(books, &work, scope, None, window.to);
    Ok(shown::figures(&records, window, books.profile.currency, window.to))
}

fn window(period: FigurePeriod, today: NaiveDate) -> Window {
    match period {
        FigurePeriod::Quarter => Window::days_to(today, QUARTER_DAYS),
        FigurePeriod::Year => Window::days_to(today, YEAR_DAYS),
        FigurePeriod::All => Window::until(today),
    }
}
