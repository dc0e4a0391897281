//! The file of evidence: facts with their dates, apart from how they are read, on a page or two.
mod facts;

use std::path::Path;

use kindly_letters::{Evidence, EvidenceBand, EvidenceFinding, EvidenceReading};
use kindly_page::{Pdf, Raster};
use kindly_records::{ClientId, Kind, Language, Moment};
use kindly_verdict::{Argument, ClientVerdict, GoodRatings, ReasonKey};

use crate::{
    Practice, PracticeError,
    books::Books,
    correspond::{SavedPdf, file_name, keys, safe_name, write_whole},
    standing::{Band, Verdict, band, one_way_beside, same_theme},
};
use facts::facts;

impl Practice {
    /// How many pages the file of evidence about a client has; `language` `None` for the client's own.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the client is no longer there; what the page refuses.
    pub fn evidence_pages(
        &self,
        moment: Moment,
        client: ClientId,
        language: Option<Language>,
    ) -> Result<usize, PracticeError> {
        Ok(self.evidence(moment, client, language)?.pages)
    }

    /// A page of it as pixels, from 0.
    ///
    /// # Errors
    /// As for [`Practice::evidence_pages`], and for a page that is not there.
    pub fn evidence_page(
        &self,
        moment: Moment,
        client: ClientId,
        language: Option<Language>,
        page: usize,
        width: u32,
    ) -> Result<Raster, PracticeError> {
        let pdf = self.evidence(moment, client, language)?;
        Ok(kindly_page::rasterise(&pdf.bytes, page + 1, width)?)
    }

    /// The name its file is offered under.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the client is no longer there.
    pub fn evidence_file_name(&self, moment: Moment, client: ClientId) -> Result<String, PracticeError> {
        let name = self.client_named(client)?.record.name;
        Ok(format!("{}.pdf", safe_name(&format!("{} {name} record of our work", moment.today))))
    }

    /// Writes it as a PDF.
    ///
    /// # Errors
    /// As for [`Practice::evidence_pages`], and [`PracticeError::Write`]; the file is written whole or not at all.
    pub fn save_evidence(
        &self,
        moment: Moment,
        client: ClientId,
        language: Option<Language>,
        path: &Path,
    ) -> Result<SavedPdf, PracticeError> {
        let pdf = self.evidence(moment, client, language)?;
        write_whole(path, &pdf.bytes)?;
        Ok(SavedPdf { id: None, file: file_name(path) })
    }

    fn evidence(
        &self,
        moment: Moment,
        client: ClientId,
        language: Option<Language>,
    ) -> Result<Pdf, PracticeError> {
        let books = self.books()?;
        let kept = books.client(client).ok_or(PracticeError::Gone { kind: Kind::Client })?;
        let today = moment.today;
        let judged = self.judge(&books, today)?;
        let verdict = judged.clients.iter().find(|verdict| verdict.id == client.to_string());
        let language = language.unwrap_or(kept.record.language);
        let profile = books.profile.in_language(language);
        let practice = if profile.trade_name.trim().is_empty() { profile.name } else { profile.trade_name };
        let facts = facts(&books, client, today);
        let agreed = books.engagements.of_client(client).iter();
        let agreed = agreed.map(|kept| kept.record.starts_on.unwrap_or(kept.record.agreed_on));
        let from = agreed.chain(facts.iter().map(|fact| fact.on)).min().map_or(today, |day| day.min(today));
        let evidence = Evidence {
            client: kept.record.name.clone(),
            practice,
            language: keys::language(language),
            paper: keys::paper(profile.paper),
            typeface: keys::typeface(profile.typeface),
            from,
            to: today,
            facts,
            reading: verdict.map(|verdict| reading(&books, client, verdict)),
        };
        Ok(kindly_letters::set_evidence(&evidence, &self.fonts)?)
    }
}

/// How a client's verdict is told outside of the practice.
fn reading(books: &Books, client: ClientId, verdict: &ClientVerdict) -> EvidenceReading {
    let headline = &verdict.reasons.headline;
    let count = |name: &str| match headline.arguments.get(name) {
        Some(Argument::Count(count)) => Some(*count),
        _ => None,
    };
    let theme = match (headline.key, headline.arguments.get("theme")) {
        // As the client spelt it.
        (ReasonKey::OfferingTheme, Some(Argument::Text(theme))) => {
            let mut complaints = books.complaints.of_client(client).iter().rev();
            let spelt = complaints.find(|kept| same_theme(&kept.record.theme, theme));
            Some(spelt.map_or_else(|| theme.clone(), |kept| kept.record.theme.clone()))
        }
        _ => None,
    };
    EvidenceReading {
        finding: match Verdict::from(verdict.verdict) {
            Verdict::Healthy => EvidenceFinding::Content,
            Verdict::Watch => EvidenceFinding::Watch,
            Verdict::NeverHappy => EvidenceFinding::UnhappyDespiteDelivery,
            Verdict::OurDeliveryFirst => EvidenceFinding::OurDelivery,
            Verdict::OfferingProblem => EvidenceFinding::Offering,
            Verdict::OneWay => EvidenceFinding::OutOfBalance,
            Verdict::NotEnoughEvidence => EvidenceFinding::TooEarly,
        },
        band: match band(verdict.evidence) {
            Band::Little => None,
            Band::Some => Some(EvidenceBand::Some),
            Band::Good => Some(EvidenceBand::Good),
            Band::Strong => Some(EvidenceBand::Strong),
        },
        low_after_delivery: verdict.unhappy_after_met,
        theme,
        others: count("affected_peers").zip(count("peers")),
        clears: match verdict.good_ratings_to_clear {
            Some(GoodRatings::Needed(count)) => Some(count),
            Some(GoodRatings::OutOfReach) | None => None,
        },
        out_of_balance_too: one_way_beside(verdict),
    }
}
