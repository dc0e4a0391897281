//! Offering or fit: is it us, what we offer, or whom we offer it to?
mod improvements;
mod months;
mod sentence;
mod themes;
mod view;

use kindly_records::Moment;
use kindly_verdict::PortfolioOutcome;

use crate::{
    Practice, PracticeError,
    standing::{portfolio, settings},
    worth::Economics,
};

pub(crate) use months::{ended_on, turned_out};
pub use view::{
    Helped, HelpedSays, ImprovementRow, OfferingView, ThemeCell, ThemeColumn, ThemeCost, ThemeRow,
};

impl Practice {
    /// The answer to "offering or fit?", over everybody who is not a prospect.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn offering(&self, moment: Moment) -> Result<OfferingView, PracticeError> {
        let reader = self.ledger.reader();
        let books = self.books()?;
        let today = moment.today;
        let settings = settings(&books.profile);
        let portfolio = portfolio(&books, today);
        let judged = self.judge(&books, today)?;
        let economics = Economics::read(reader, &books, today)?;
        let standing = self.themes(&books, today)?;
        let matrix = themes::matrix(&books, &judged, &standing, &economics, today);
        let enough = judged.portfolio.rated_clients >= kindly_verdict::constants::PORTFOLIO_CLIENTS;
        Ok(OfferingView {
            today,
            sentence: sentence::answer(&books, &judged, &standing),
            before: sentence::before(&books, &judged, today),
            offering_problem: enough.then_some(judged.portfolio.verdict == PortfolioOutcome::OfferingProblem),
            rated_clients: judged.portfolio.rated_clients,
            affected: sentence::clients(judged.portfolio.affected),
            themes: matrix.themes,
            clients: matrix.clients,
            delivery: months::delivery(&books, today),
            standing: months::standing(&books, &portfolio, &settings, today)?,
            improvements: improvements::rows(&books, today),
        })
    }
}
