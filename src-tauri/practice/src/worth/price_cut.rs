//! "So much off or we leave", worked out.
use kindly_records::{ClientId, Kind, LetterKind, Moment, Money};

use super::{Economics, view::PriceCutView};
use crate::{Practice, PracticeError, Sentence};

impl Practice {
    /// What a cut of the price comes to over a year like the last: `cut` is its share, above 0 and below 1; `filled`
    /// the share of the freed hours that would be sold to others at the median of what they bring an hour, 0 to 1.
    ///
    /// # Errors
    /// [`PracticeError::Gone`]; [`PracticeError::NoRate`] where the client, or everybody else, has no fees or no hours in
    /// the last 365 days; [`PracticeError::OffShare`] for shares that are none.
    pub fn price_cut(
        &self,
        moment: Moment,
        client: ClientId,
        cut: f64,
        filled: f64,
    ) -> Result<PriceCutView, PracticeError> {
        if !(cut > 0.0 && cut < 1.0) {
            return Err(PracticeError::OffShare { field: "cut", value: cut });
        }
        if !(0.0..=1.0).contains(&filled) {
            return Err(PracticeError::OffShare {
                field: "part of the freed time that is sold",
                value: filled,
            });
        }
        let reader = self.ledger.reader();
        let books = self.books()?;
        let kept = books.client(client).ok_or(PracticeError::Gone { kind: Kind::Client })?;
        let economics = Economics::read(reader, &books, moment.today)?;
        let (sums, currency) = (economics.of(client), kept.record.currency);
        let no_rate = || PracticeError::NoRate { client: kept.record.name.clone() };
        let fees = sums.fees.ok_or_else(no_rate)?;
        let elsewhere = economics
            .median_rate(currency, Some(client))
            .ok_or(PracticeError::NoRateElsewhere { currency: currency.code() })?;
        let worked = kindly_measures::price_cut(fees.minor, sums.hours.seconds, cut, elsewhere.minor, filled)
            .ok_or_else(no_rate)?;
        let money = |minor| Money { minor, currency };
        let (rate_after, part_below) = (money(worked.rate_after_minor), money(worked.part_below_minor));
        let largest_cut = worked.largest_cut;
        Ok(PriceCutView {
            client,
            client_name: kept.record.name.clone(),
            cut,
            filled,
            elsewhere,
            rate_now: money(worked.rate_now_minor),
            rate_after,
            fees_after: money(worked.fees_after_minor),
            given_up: money(worked.given_up_minor),
            at_risk: money(worked.at_risk_minor),
            at_risk_share: sums.income_share,
            part_below,
            parting_is_better: worked.parting_is_better,
            largest_cut,
            sentence: if worked.parting_is_better {
                Sentence::PriceCutPart { rate_after, part_below, largest_cut }
            } else {
                Sentence::PriceCutBear { rate_after, part_below, largest_cut }
            },
            letters: vec![LetterKind::RequestDecline, LetterKind::NewTerms, LetterKind::RenewalRefusal],
        })
    }
}
