//! All verdicts, and the same for a portfolio file.
use chrono::NaiveDate;
use kindly_records::Moment;
use kindly_verdict::{ClientVerdict, Judgement, Portfolio, PortfolioVerdict, Settings};
use serde::Serialize;

use super::portfolio::portfolio;
use crate::{Message, Practice, PracticeError, books::Books};

/// Every client's verdict, with names and sentences, as the cli prints it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JudgedLedger {
    /// The day that is judged.
    pub as_of: NaiveDate,
    /// Offering or fit, over all.
    pub portfolio: PortfolioVerdict,
    /// The clients.
    pub clients: Vec<JudgedClient>,
}

/// One client's verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JudgedClient {
    /// Their name.
    pub name: String,
    /// The verdict, with every figure of the method; the id is the client's.
    #[serde(flatten)]
    pub verdict: ClientVerdict,
    /// What a person is told, as key and arguments.
    pub sentence: Message,
    /// `some`, `good` or `strong`; absent where it is too early to say.
    pub evidence: Option<kindly_verdict::Evidence>,
}

impl Practice {
    /// The verdicts of everybody who is not a prospect, by name.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn verdicts(&self, moment: Moment) -> Result<JudgedLedger, PracticeError> {
        let books = Books::read(self.ledger.reader())?;
        let judged = judge(&books, moment.today)?;
        let mut clients: Vec<JudgedClient> = judged
            .clients
            .into_iter()
            .map(|verdict| JudgedClient {
                name: verdict.id.parse().map(|id| books.name(id).to_owned()).unwrap_or_default(),
                sentence: Message::of_reason(&verdict.reasons.headline),
                evidence: verdict.evidence,
                verdict,
            })
            .collect();
        clients.sort_by_key(|client| client.name.to_lowercase());
        Ok(JudgedLedger { as_of: judged.as_of, portfolio: judged.portfolio, clients })
    }

    /// The verdicts of a portfolio file (see `docs/method.md`); no ledger is touched.
    ///
    /// # Errors
    /// [`PracticeError::Verdict`] where the file is not a portfolio, naming client and item.
    pub fn verdicts_of_portfolio(json: &str) -> Result<Judgement, PracticeError> {
        Ok(kindly_verdict::judge(&Portfolio::from_json(json)?, &Settings::default())?)
    }
}

/// Judges everybody on a day.
pub(crate) fn judge(books: &Books, today: NaiveDate) -> Result<Judgement, PracticeError> {
    Ok(kindly_verdict::judge(&portfolio(books, today), &Settings::default())?)
}
