//! The door: judging one day, and judging every month-end until then.

use chrono::NaiveDate;

use crate::assess::Assessments;
use crate::decide::Verdict;
use crate::judgement::{Judgement, PortfolioOutcome};
use crate::order::Order;
use crate::portfolio::Portfolio;
use crate::reckoning::{Change, Reckoning};
use crate::replay::{Moment, Replay};
use crate::{Settings, VerdictError};

/// The verdicts at the end of one month.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthEnd {
    /// The last day of the month, or the judged day itself.
    pub day: NaiveDate,
    /// Whether the offering disappointed then.
    pub portfolio: PortfolioOutcome,
    /// One verdict a client, in the order of the portfolio; `None` while nothing of the client was known.
    pub verdicts: Vec<Option<Verdict>>,
}

/// Judges everybody on the day the portfolio is looked at.
///
/// Refused: an id that stands twice, a rating off its scale, settings without meaning. Costs one pass over the
/// clients for each month of records, and a few over the records. A portfolio that is judged again and again as it
/// changes is cheaper as [`Ongoing`](crate::Ongoing).
pub fn judge(portfolio: &Portfolio, settings: &Settings) -> Result<Judgement, VerdictError> {
    check(portfolio, settings)?;
    let mut reckoning = Reckoning::new(*settings, false);
    reckoning.judge(portfolio, &Change::everything(portfolio));
    Ok(reckoning.into_judgement())
}

/// Judges every month-end from the first record on, and last the judged day: how verdicts came and went.
///
/// Costs, a month, a few passes over the clients and their complaints.
pub fn judge_history(portfolio: &Portfolio, settings: &Settings) -> Result<Vec<MonthEnd>, VerdictError> {
    check(portfolio, settings)?;
    let clients = &portfolio.clients;
    let order = Order::of(clients, std::iter::empty());
    let looks_at = |moment| {
        let mut assessments = Assessments::new(*settings, moment);
        assessments.rearrange(&order);
        assessments
    };
    let (mut month_ends, mut last) = (looks_at(Moment::MonthEnd), looks_at(Moment::Today));
    let mut replay = Replay::new(*settings, false);
    replay.rearrange(clients, &order);
    let mut history = Vec::new();
    let mut add = |replay: &Replay, assessments: &mut Assessments| {
        assessments.look_at(replay, clients, false);
        history.push(MonthEnd {
            day: assessments.date(),
            portfolio: assessments.portfolio().verdict,
            verdicts: assessments.verdicts(replay),
        });
    };
    let everybody: Vec<usize> = (0..clients.len()).collect();
    replay.bring_to(clients, portfolio.as_of, &everybody, |replay| add(replay, &mut month_ends));
    add(&replay, &mut last);
    Ok(history)
}

/// Refuses what cannot be judged.
pub(crate) fn check(portfolio: &Portfolio, settings: &Settings) -> Result<(), VerdictError> {
    settings.check()?;
    portfolio.check()
}
