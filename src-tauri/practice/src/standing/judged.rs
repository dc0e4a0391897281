//! All verdicts, and the same for a portfolio file.
use std::collections::BTreeSet;

use chrono::NaiveDate;
use kindly_records::{ClientId, Moment, Profile};
use kindly_verdict::{
    ClientVerdict, Judgement, Ongoing, Portfolio, PortfolioVerdict, Settings, ThemeStanding, VerdictError,
};
use serde::Serialize;

use super::portfolio::{is_judged, of_client, portfolio};
use crate::{Message, Practice, PracticeError, books::Books};

const PERCENT: f64 = 100.0;

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
        let books = self.books()?;
        let judged = self.judge(&books, moment.today)?;
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

    /// Judges everybody on a day.
    pub(crate) fn judge(&self, books: &Books, today: NaiveDate) -> Result<Judgement, PracticeError> {
        self.with_verdicts(books, today, |verdicts| verdicts.judgement().clone())
    }

    /// Every theme of complaint on a day, with who said what.
    pub(crate) fn themes(
        &self,
        books: &Books,
        today: NaiveDate,
    ) -> Result<Vec<ThemeStanding>, PracticeError> {
        self.with_verdicts(books, today, Ongoing::themes)
    }

    /// What was judged last, brought to what the books say. It equals a judgement from scratch, whatever happened
    /// between: it follows the records, not what was done to them. The books must be those of [`Practice::books`].
    fn with_verdicts<T>(
        &self,
        books: &Books,
        today: NaiveDate,
        ask: impl FnOnce(&mut Ongoing) -> T,
    ) -> Result<T, PracticeError> {
        let settings = settings(&books.profile);
        let mut kept = self.verdicts.borrow_mut();
        if let Some(verdicts) = kept.as_mut().filter(|verdicts| *verdicts.ongoing.settings() == settings) {
            verdicts.follow(books, today)?;
            return Ok(ask(&mut verdicts.ongoing));
        }
        let ongoing = Ongoing::new(portfolio(books, today), settings)?;
        let verdicts = kept.insert(KeptVerdicts { ongoing, day: today, doubted: Doubted::default() });
        Ok(ask(&mut verdicts.ongoing))
    }

    /// The verdicts of a portfolio file (see `docs/method.md`); no ledger is touched.
    ///
    /// # Errors
    /// [`PracticeError::Verdict`] where the file is not a portfolio, naming client and item.
    pub fn verdicts_of_portfolio(json: &str) -> Result<Judgement, PracticeError> {
        Ok(kindly_verdict::judge(&Portfolio::from_json(json)?, &Settings::default())?)
    }
}

/// What was judged last, and whose records may be others since.
pub(crate) struct KeptVerdicts {
    ongoing: Ongoing,
    day: NaiveDate,
    doubted: Doubted,
}

/// Whose records are to be looked at again before anybody is judged.
#[derive(Default)]
struct Doubted {
    /// Who came or went, or how somebody stands, may have changed too.
    all: bool,
    clients: BTreeSet<ClientId>,
}

impl KeptVerdicts {
    /// All of it may be otherwise.
    pub(crate) fn doubt_all(&mut self) {
        self.doubted.all = true;
    }

    /// These clients' records may be others.
    pub(crate) fn doubt(&mut self, clients: BTreeSet<ClientId>) {
        self.doubted.clients.extend(clients);
    }

    /// Brings it to what the books say. Where it fails, the next one looks at everything.
    fn follow(&mut self, books: &Books, today: NaiveDate) -> Result<(), VerdictError> {
        let doubted = std::mem::replace(&mut self.doubted, Doubted { all: true, clients: BTreeSet::new() });
        // What is due and not there counts from the day after: another day is other records.
        if doubted.all || today != self.day {
            self.ongoing.follow(portfolio(books, today))?;
        } else {
            for client in doubted.clients.iter().filter_map(|id| books.client(*id)) {
                if is_judged(&client.record) {
                    self.ongoing.set_client(of_client(books, client, today))?;
                }
            }
        }
        self.day = today;
        self.doubted = Doubted::default();
        Ok(())
    }
}

/// The method's bars as the user has set them.
pub(crate) fn settings(profile: &Profile) -> Settings {
    Settings {
        half_life_days: f64::from(profile.half_life_days),
        delivery_bar: f64::from(profile.delivery_bar_percent) / PERCENT,
    }
}
