//! The two bars of the method that the user may move, tried before they are kept.
mod view;

use std::collections::HashMap;

use kindly_records::{Moment, Profile};
use kindly_verdict::PortfolioOutcome;

use crate::{
    Practice, PracticeError,
    standing::{number, portfolio, settings},
};

pub use view::{MethodEffect, VerdictChange};

impl Practice {
    /// What another half-life (in days) and another delivery bar (in percent) would do to the verdicts of today.
    /// Nothing is written.
    ///
    /// # Errors
    /// Where one lies outside its range, naming it and the range.
    pub fn method_effect(
        &self,
        moment: Moment,
        half_life_days: u32,
        delivery_bar_percent: u32,
    ) -> Result<MethodEffect, PracticeError> {
        let books = self.books()?;
        let tried = Profile { half_life_days, delivery_bar_percent, ..books.profile.clone() };
        tried.check()?;
        let portfolio = portfolio(&books, moment.today);
        let now = kindly_verdict::judge(&portfolio, &settings(&books.profile))?;
        let then = kindly_verdict::judge(&portfolio, &settings(&tried))?;
        // Both are in the order of the portfolio.
        let verdicts: HashMap<&str, _> = now
            .clients
            .iter()
            .zip(&then.clients)
            .map(|(before, after)| (before.id.as_str(), (before.verdict, after.verdict)))
            .collect();
        let judged = books.clients.iter().filter_map(|client| {
            let (before, after) = verdicts.get(client.id.to_string().as_str())?;
            Some((client, *before, *after))
        });
        let (changed, same): (Vec<_>, Vec<_>) = judged.partition(|(_, before, after)| before != after);
        let mut changes: Vec<VerdictChange> = changed
            .into_iter()
            .map(|(client, before, after)| VerdictChange {
                client: client.id,
                name: client.record.name.clone(),
                now: before.into(),
                then: after.into(),
            })
            .collect();
        changes.sort_by_key(|change| change.name.to_lowercase());
        Ok(MethodEffect {
            half_life_days,
            delivery_bar_percent,
            changes,
            unchanged: number(same.len()),
            offering_problem_now: now.portfolio.verdict == PortfolioOutcome::OfferingProblem,
            offering_problem_then: then.portfolio.verdict == PortfolioOutcome::OfferingProblem,
        })
    }
}
