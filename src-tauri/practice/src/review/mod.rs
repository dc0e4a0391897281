//! The portfolio review: a quarter of the whole practice on a few pages, our own side first.
mod clients;
mod figures;
mod months;
mod page;
mod picture;
mod quarter;
mod renewals;
mod view;
mod words;

use std::path::Path;

use chrono::NaiveDate;
use kindly_page::Pdf;
use kindly_records::Moment;

use crate::{
    Practice, PracticeError,
    books::Books,
    correspond::{SavedPdf, file_name, safe_name, write_whole},
    standing::{fell, own_record, portfolio},
};

pub use quarter::Quarter;
pub use view::{
    Beside, FigureBeside, Review, ReviewClient, ReviewMonth, ReviewQuarter, ReviewRenewal, TrustBeside,
    VerdictChange, VerdictCount,
};

/// So many quarters are offered.
const OFFERED: usize = 4;

impl Practice {
    /// The last quarters that something is on record of, the latest first; four at most, none where nothing is.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn review_quarters(&self, moment: Moment) -> Result<Vec<ReviewQuarter>, PracticeError> {
        let books = self.books()?;
        let Some(first) = first_day(&books, moment.today) else { return Ok(Vec::new()) };
        let quarters =
            std::iter::successors(Some(Quarter::of(moment.today)), |quarter| Some(quarter.before()));
        Ok(quarters
            .take_while(|quarter| quarter.last_day() >= first)
            .take(OFFERED)
            .map(|quarter| ReviewQuarter {
                quarter,
                until: quarter.until(moment.today).to,
                running: quarter.last_day() > moment.today,
            })
            .collect())
    }

    /// The portfolio in a quarter, as the screens show it on the quarter's last day; today, while it runs.
    ///
    /// # Errors
    /// [`PracticeError::NothingToReview`] where nothing is on record, [`PracticeError::QuarterAhead`] and
    /// [`PracticeError::QuarterBefore`] for a quarter that has not begun or lies before the first record.
    pub fn review(&self, moment: Moment, quarter: Quarter) -> Result<Review, PracticeError> {
        let reader = self.ledger.reader();
        let books = self.books()?;
        check(&books, quarter, moment.today)?;
        let window = quarter.until(moment.today);
        let before = quarter.before();
        let before = before.until(before.last_day());
        let then = Moment { today: window.to, ..moment };
        let standing = self.standing_on(&books, then, before.to, moment.today)?;
        let profile = &books.profile;
        Ok(Review {
            quarter,
            from: window.from,
            until: window.to,
            running: quarter.last_day() > moment.today,
            practice: if profile.trade_name.trim().is_empty() {
                profile.name.trim().to_owned()
            } else {
                profile.trade_name.trim().to_owned()
            },
            fell: fell(&own_record(&books, window.to)),
            figures: figures::beside(reader, &books, window, before)?,
            complaints: figures::complaints(&books, window, before),
            verdicts: standing.verdicts,
            scatter: standing.scatter,
            months: months::months(&books, before.from, window.to),
            clients: standing.clients,
            changes: standing.changes,
            trust: self.trust(then)?.figures.iter().map(figures::trust).collect(),
            next: quarter.after(),
            renewals: renewals::after(&self.renewals(then)?, quarter),
        })
    }

    /// How many pages it has.
    ///
    /// # Errors
    /// As for [`Practice::review`], and what the page refuses.
    pub fn review_pages(&self, moment: Moment, quarter: Quarter) -> Result<usize, PracticeError> {
        Ok(self.review_pdf(&self.review(moment, quarter)?)?.pages)
    }

    /// The name its file is offered under.
    #[must_use]
    pub fn review_file_name(quarter: Quarter) -> String {
        format!("{}.pdf", safe_name(&format!("{quarter} portfolio review")))
    }

    /// Writes it as a PDF.
    ///
    /// # Errors
    /// As for [`Practice::review_pages`], and [`PracticeError::Write`]; the file is written whole or not at all.
    pub fn save_review(
        &self,
        moment: Moment,
        quarter: Quarter,
        path: &Path,
    ) -> Result<SavedPdf, PracticeError> {
        let pdf = self.review_pdf(&self.review(moment, quarter)?)?;
        write_whole(path, &pdf.bytes)?;
        Ok(SavedPdf { id: None, file: file_name(path) })
    }

    fn review_pdf(&self, review: &Review) -> Result<Pdf, PracticeError> {
        Ok(page::set(review, &self.ledger.reader().profile()?, &self.fonts)?)
    }
}

/// Refuses a quarter that there is nothing to say of.
fn check(books: &Books, quarter: Quarter, today: NaiveDate) -> Result<(), PracticeError> {
    let latest = Quarter::of(today);
    let first = Quarter::of(first_day(books, today).ok_or(PracticeError::NothingToReview)?);
    if quarter > latest {
        Err(PracticeError::QuarterAhead { quarter, latest })
    } else if quarter < first {
        Err(PracticeError::QuarterBefore { quarter, first })
    } else {
        Ok(())
    }
}

/// The day of the first record that a verdict takes in, or of the first agreement.
fn first_day(books: &Books, today: NaiveDate) -> Option<NaiveDate> {
    let portfolio = portfolio(books, today);
    let days = portfolio.clients.iter().flat_map(|client| {
        client
            .start
            .into_iter()
            .chain(client.deliverables.iter().map(|record| record.date))
            .chain(client.ratings.iter().map(|record| record.date))
            .chain(client.obligations.iter().map(|record| record.date))
            .chain(client.signals.iter().map(|record| record.date))
            .chain(client.complaints.iter().map(|record| record.date))
    });
    days.filter(|day| *day <= today).min()
}
