//! Guards at the door: the user's criteria of fit, how an enquiry meets them, and what past clients teach.
mod assess;
mod suggestions;
mod traits;
mod view;

use kindly_records::{CriterionKind, FitCriterion, Kept, Moment};

use crate::{Practice, PracticeError, books::Books, correspond::letter_language};

pub(crate) use assess::of_enquiry;
pub use view::{
    Bears, FitBand, FitCriteriaView, FitCriterionRow, FitReason, FitSuggestion, FitView, FormerClient,
    FormerEnding, RecognisedBy,
};

impl Practice {
    /// The criteria of fit, what past clients suggest beside them, and the text for a website that follows from them, in
    /// the language of the practice.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn fit_criteria(&self, moment: Moment) -> Result<FitCriteriaView, PracticeError> {
        let reader = self.ledger.reader();
        let books = self.books()?;
        let judged = self.judge(&books, moment.today)?;
        let mut criteria = reader.all::<FitCriterion>()?;
        criteria
            .sort_by_key(|kept| (kept.record.retired, rank(&kept.record), kept.record.name.to_lowercase()));
        let learnt = suggestions::learnt(&books, &judged, &criteria, moment.today);
        Ok(FitCriteriaView {
            offer_text: offer_text(&books, &criteria),
            criteria: criteria
                .into_iter()
                .map(|kept| FitCriterionRow { id: kept.id, record: kept.record })
                .collect(),
            suggestions: learnt.suggestions,
            learnt_from: learnt.clients,
        })
    }
}

/// Deal breakers, must-haves, then wishes by weight.
fn rank(criterion: &FitCriterion) -> (u8, std::cmp::Reverse<u32>) {
    let kind = match criterion.weighs {
        CriterionKind::DealBreaker => 0,
        CriterionKind::MustHave => 1,
        CriterionKind::Wish => 2,
    };
    (kind, std::cmp::Reverse(if criterion.weighs == CriterionKind::Wish { criterion.weight } else { 0 }))
}

fn offer_text(books: &Books, criteria: &[Kept<FitCriterion>]) -> String {
    let said = |not_for: bool| -> Vec<String> {
        criteria
            .iter()
            .map(|kept| &kept.record)
            .filter(|criterion| {
                !criterion.retired && (criterion.weighs == CriterionKind::DealBreaker) == not_for
            })
            .map(|criterion| criterion.offer.trim().to_owned())
            .filter(|offer| !offer.is_empty())
            .collect()
    };
    kindly_letters::good_fit(letter_language(books.profile.language), &said(false), &said(true))
}
