//! Before a decision about a client: what was done, what parting costs, and what it frees. It informs; it blocks nothing.
mod steps;
mod view;

use kindly_measures::attention_hours;
use kindly_records::{Attention, ClientId, DecisionKind, Kept, Kind, LetterKind, Moment, Money, Outcome};

use crate::{
    Practice, PracticeError,
    books::Books,
    standing::{Renewal, Verdict, decision_of_term, line, link, renewal, renewal_of},
    worth::Economics,
};

pub use view::{DecideLine, DecideStep, DecideView, PartingCosts, PartingFrees};

const MONTHS_A_YEAR: f64 = 12.0;
const MINUTES_AN_HOUR: f64 = 60.0;

impl Practice {
    /// The list to go through before a decision about a client.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where the client is no longer there.
    pub fn decide(&self, moment: Moment, client: ClientId) -> Result<DecideView, PracticeError> {
        let reader = self.ledger.reader();
        let books = self.books()?;
        let today = moment.today;
        let kept = books.client(client).ok_or(PracticeError::Gone { kind: Kind::Client })?;
        let judged = self.judge(&books, today)?;
        let verdict = judged.clients.iter().find(|judged| judged.id == client.to_string());
        let economics = Economics::read(reader, &books, today)?;
        let sums = economics.of(client);
        let margin = books.profile.postal_margin_working_days;
        let engagements = books.engagements.of_client(client);
        let renewal = renewal(engagements, today, margin);
        let decided = engagements
            .iter()
            .filter_map(|kept| match renewal_of(&kept.record, today, margin) {
                Renewal::On { ends_on, .. } => decision_of_term(&books, kept, ends_on),
                _ => None,
            })
            .chain(books.decisions.of_client(client).last())
            .max_by_key(|decision| (decision.record.on, decision.id));
        let attention = reader.of_client::<Attention>(client)?;
        let attention = attention_hours(attention.iter().map(|kept| &kept.record), economics.window);
        let hours_a_year = sums.hours.hours() + attention.minutes as f64 / MINUTES_AN_HOUR;
        let median_rate = economics.median_rate(kept.record.currency, Some(client));
        Ok(DecideView {
            today,
            client,
            client_name: kept.record.name.clone(),
            verdict: verdict.map(|judged| judged.verdict.into()),
            lines: steps::lines(&books, client, today),
            costs: PartingCosts {
                income: sums.fees,
                income_share: sums.income_share,
                open_work: books
                    .deliverables
                    .of_client(client)
                    .iter()
                    .filter(|kept| kept.record.outcome == Outcome::Pending)
                    .map(|kept| link(&books, line(kept, today, margin)))
                    .collect(),
                open_invoices: open_invoices(&books, kept, today),
                renewal: renewal.clone(),
            },
            frees: PartingFrees {
                hours_a_month: (hours_a_year > 0.0).then_some(hours_a_year / MONTHS_A_YEAR),
                rate: sums.rate,
                median_rate,
                worth_a_year: median_rate.filter(|_| hours_a_year > 0.0).map(|rate| Money {
                    minor: kindly_measures::worth_of_hours(hours_a_year, rate.minor),
                    currency: rate.currency,
                }),
            },
            letters: letters(
                verdict.map(|judged| judged.verdict.into()),
                &renewal,
                decided.map(|decision| decision.record.what),
            ),
            decided: decided.map(|decision| link(&books, line(decision, today, margin))),
        })
    }
}

/// What they have still to pay, in their currency.
fn open_invoices(
    books: &Books,
    client: &Kept<kindly_records::Client>,
    today: chrono::NaiveDate,
) -> Option<Money> {
    let currency = client.record.currency;
    let accounts = books.accounts(client.id, today);
    let open =
        accounts.iter().filter(|account| account.settled_on.is_none() && account.open.currency == currency);
    let minor = open.map(|account| account.open.minor).sum::<i64>();
    (minor > 0).then_some(Money { minor, currency })
}

/// The letters that can follow, the mildest first; what was decided stands before them.
fn letters(verdict: Option<Verdict>, renewal: &Renewal, decided: Option<DecisionKind>) -> Vec<LetterKind> {
    let ends = matches!(renewal, Renewal::On { .. });
    let mut letters = match verdict {
        // What is ours to put right begins with that.
        Some(Verdict::OurDeliveryFirst | Verdict::OfferingProblem) => vec![LetterKind::PutRight],
        _ => Vec::new(),
    };
    letters.extend([LetterKind::OurWay, LetterKind::ResponsibilityReminder, LetterKind::NewTerms]);
    letters.extend(ends.then_some(LetterKind::RenewalRefusal));
    letters.extend([LetterKind::MutualEnd, LetterKind::EarlyTermination]);
    let follows = match decided {
        Some(DecisionKind::Part) if ends => Some(LetterKind::RenewalRefusal),
        Some(DecisionKind::Part) => Some(LetterKind::MutualEnd),
        Some(DecisionKind::RaiseThePrice | DecisionKind::ChangeTheScope) => Some(LetterKind::NewTerms),
        Some(DecisionKind::Renew) | None => None,
    };
    if let Some(first) = follows {
        letters.retain(|kind| *kind != first);
        letters.insert(0, first);
    }
    letters
}
