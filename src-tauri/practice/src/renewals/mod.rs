//! The next twelve months of agreements that end or renew themselves, each with its decision and its letter.
mod view;

use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};
use kindly_records::{Client, ClientId, ClientStatus, DecisionKind, Engagement, Kept, LetterKind, Moment};

use crate::{
    Practice, PracticeError, Sentence,
    books::Books,
    standing::{Renewal, Verdict, decision_of_term, letters_of_term, number, renewal_of},
    worth::Economics,
};

pub use view::{RenewalDecision, RenewalLetter, RenewalMonth, RenewalRow, RenewalsView};

const MONTHS: u32 = 12;

impl Practice {
    /// The calendar of renewals: this month and the eleven after it.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn renewals(&self, moment: Moment) -> Result<RenewalsView, PracticeError> {
        let reader = self.ledger.reader();
        let books = self.books()?;
        let today = moment.today;
        let economics = Economics::read(reader, &books, today)?;
        let judged = self.judge(&books, today)?;
        let verdicts: HashMap<ClientId, Verdict> = judged
            .clients
            .iter()
            .filter_map(|judged| Some((judged.id.parse().ok()?, judged.verdict.into())))
            .collect();
        let first = today.with_day(1).unwrap_or(today);
        let firsts: Vec<NaiveDate> =
            (0..MONTHS).filter_map(|months| first.checked_add_months(Months::new(months))).collect();
        let mut months: Vec<RenewalMonth> =
            firsts.iter().map(|month| RenewalMonth { month: *month, rows: Vec::new() }).collect();
        let mut open = Vec::new();
        let active = books.clients.iter().filter(|client| client.record.status == ClientStatus::Active);
        for client in active {
            for engagement in books.engagements.of_client(client.id) {
                let about = About { books: &books, economics: &economics, verdicts: &verdicts, today };
                let row = about.row(client, engagement);
                match &row.renewal {
                    Renewal::Open => open.push(row),
                    Renewal::On { ends_on, .. } => {
                        let month = ends_on.with_day(1).unwrap_or(*ends_on);
                        if let Some(place) = firsts.iter().position(|first| *first == month) {
                            months[place].rows.push(row);
                        }
                    }
                    Renewal::None | Renewal::Ended { .. } => {}
                }
            }
        }
        for month in &mut months {
            month.rows.sort_by_key(|row| (ends_on(row), row.client_name.to_lowercase()));
        }
        open.sort_by_key(|row| row.client_name.to_lowercase());
        Ok(RenewalsView { today, sentence: sentence(&months, today), months, open })
    }
}

struct About<'a> {
    books: &'a Books,
    economics: &'a Economics,
    verdicts: &'a HashMap<ClientId, Verdict>,
    today: NaiveDate,
}

impl About<'_> {
    fn row(&self, client: &Kept<Client>, engagement: &Kept<Engagement>) -> RenewalRow {
        let margin = self.books.profile.postal_margin_working_days;
        let renewal = renewal_of(&engagement.record, self.today, margin);
        let ends = match &renewal {
            Renewal::On { ends_on, .. } => Some(*ends_on),
            _ => None,
        };
        let decision =
            match ends {
                Some(ends_on) => decision_of_term(self.books, engagement, ends_on),
                // Without a term, the last decision stands until another is made.
                None => {
                    self.books.decisions.of_client(client.id).iter().rev().find(|decision| {
                        decision.record.engagement.is_none_or(|about| about == engagement.id)
                    })
                }
            };
        let letter_kind = decision.and_then(|decision| follows(decision.record.what, ends.is_some()));
        let letter = letter_kind
            .zip(ends)
            .and_then(|(kind, ends_on)| letters_of_term(self.books, engagement, kind, ends_on).last());
        let sums = self.economics.of(client.id);
        RenewalRow {
            engagement: engagement.id,
            title: engagement.record.title.clone(),
            client: client.id,
            client_name: client.record.name.clone(),
            verdict: self.verdicts.get(&client.id).copied(),
            renewal,
            fees: sums.fees,
            rate: sums.rate,
            income_share: sums.income_share,
            decision: decision.map(|kept| RenewalDecision { id: kept.id, record: kept.record.clone() }),
            letter_kind,
            letter: letter.map(|letter| RenewalLetter {
                id: letter.id,
                finished: letter.record.finished.is_some(),
                sent_on: letter.record.sent.as_ref().map(|sent| sent.on),
            }),
        }
    }
}

/// The letter that follows from a decision.
fn follows(decision: DecisionKind, ends: bool) -> Option<LetterKind> {
    match decision {
        DecisionKind::Renew => None,
        DecisionKind::RaiseThePrice | DecisionKind::ChangeTheScope => Some(LetterKind::NewTerms),
        DecisionKind::Part if ends => Some(LetterKind::RenewalRefusal),
        DecisionKind::Part => Some(LetterKind::MutualEnd),
    }
}

fn ends_on(row: &RenewalRow) -> Option<NaiveDate> {
    match row.renewal {
        Renewal::On { ends_on, .. } => Some(ends_on),
        _ => None,
    }
}

/// The day by which a row wants its decision: the last safe day to post a notice, where that is past the last day of
/// notice, and where that is past too the end.
fn decide_by(renewal: &Renewal, today: NaiveDate) -> Option<NaiveDate> {
    match renewal {
        Renewal::On { ends_on, post_by, notice_by, .. } => {
            let days = [*post_by, *notice_by].into_iter().flatten();
            Some(days.filter(|day| *day >= today).min().unwrap_or(*ends_on))
        }
        _ => None,
    }
}

fn sentence(months: &[RenewalMonth], today: NaiveDate) -> Sentence {
    let rows = || months.iter().flat_map(|month| &month.rows);
    let count = number(rows().count());
    if count == 0 {
        return Sentence::RenewalsNone;
    }
    let undecided = || rows().filter(|row| row.decision.is_none());
    match undecided().filter_map(|row| Some((decide_by(&row.renewal, today)?, row))).min_by_key(|(by, _)| *by)
    {
        None => Sentence::RenewalsDecided { count },
        Some((by, row)) => Sentence::RenewalsNext {
            count,
            undecided: number(undecided().count()),
            client: row.client_name.clone(),
            by,
        },
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::decide_by;
    use crate::standing::Renewal;

    #[test]
    fn a_decision_is_wanted_by_a_day_that_is_not_past() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date of the test");
        let on = |post_by: Option<&str>, notice_by: Option<&str>| Renewal::On {
            ends_on: day("2027-01-31"),
            renews: true,
            notice_by: notice_by.map(day),
            post_by: post_by.map(day),
            passed: false,
            following_end: None,
        };
        let today = day("2026-11-22");
        for (renewal, by, why) in [
            (on(Some("2026-11-25"), Some("2026-11-30")), Some("2026-11-25"), "the last safe day to post"),
            (on(Some("2026-11-22"), Some("2026-11-30")), Some("2026-11-22"), "today is not past"),
            (on(Some("2026-11-19"), Some("2026-11-24")), Some("2026-11-24"), "too late for the post only"),
            (on(Some("2026-10-25"), Some("2026-10-30")), Some("2027-01-31"), "too late for this term"),
            (on(None, None), Some("2027-01-31"), "no notice was agreed"),
            (Renewal::Open, None, "it has no end"),
        ] {
            assert_eq!(decide_by(&renewal, today), by.map(day), "{why}");
        }
    }
}
