//! Agreements: what was agreed when, what success means, how they renew and end.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ClientId, EngagementId, Kind, Money, NoticeCounts, NoticeDates, NoticeForm, NoticePeriod, RecordError,
    RecordKind, check, next_end,
};

/// How an agreement is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FeeModel {
    /// Not recorded.
    #[default]
    Unknown,
    /// A price for the whole.
    Fixed,
    /// By the hour.
    Hourly,
    /// By the day.
    Daily,
    /// By the month, whatever is used.
    Retainer,
}

/// An agreement with a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Engagement {
    /// With whom.
    pub client: ClientId,
    /// What it is called, such as "Monthly reporting".
    pub title: String,
    /// The day it was agreed.
    pub agreed_on: NaiveDate,
    /// What success means to the client, in their words.
    #[serde(default)]
    pub success: String,
    /// The first day of work; the day of agreement where it is not stated.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    /// The last day of the first term; `None` for one without an end.
    #[serde(default)]
    pub term_ends_on: Option<NaiveDate>,
    /// Renews itself by this many months unless notice is given; `None` where it does not.
    #[serde(default)]
    pub renews_by_months: Option<u32>,
    /// How long before the end notice must be given; `None` where nothing is agreed.
    #[serde(default)]
    pub notice: Option<NoticePeriod>,
    /// The form a notice must have.
    #[serde(default)]
    pub notice_form: NoticeForm,
    /// What must happen by the last day of notice.
    #[serde(default)]
    pub notice_counts: NoticeCounts,
    /// The day it really ended, where it has.
    #[serde(default)]
    pub ended_on: Option<NaiveDate>,
    /// How it is paid.
    #[serde(default)]
    pub fee_model: FeeModel,
    /// The price: of the whole, of an hour, of a day, or of a month, as the fee model says.
    #[serde(default)]
    pub rate: Option<Money>,
    /// The hours planned: of the whole or, for a retainer, of a month.
    #[serde(default)]
    pub budget_minutes: Option<u32>,
    /// Whether it was entered from memory.
    #[serde(default)]
    pub from_memory: bool,
}

/// Where an agreement stands on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenewalState {
    /// It has no end date.
    Open,
    /// It ends on that day, or renews itself, and nothing is agreed about notice.
    EndsOn(NaiveDate),
    /// It ends or renews with a notice period.
    Notice(NoticeDates),
    /// It is over.
    Ended(NaiveDate),
}

/// The longest term, renewal or notice that is taken for meant, in months, weeks or days alike.
const LONGEST: u32 = 1_200;

impl Engagement {
    /// How the agreement stands on `today`, with the user's postal margin in working days.
    #[must_use]
    pub fn renewal(&self, today: NaiveDate, margin_working_days: u32) -> RenewalState {
        if let Some(ended_on) = self.ended_on.filter(|day| *day <= today) {
            return RenewalState::Ended(ended_on);
        }
        let Some(first_end) = self.term_ends_on else { return RenewalState::Open };
        let ends_on = next_end(first_end, self.renews_by_months, today);
        if ends_on < today {
            return RenewalState::Ended(ends_on);
        }
        match self.notice {
            None => RenewalState::EndsOn(ends_on),
            Some(period) => RenewalState::Notice(NoticeDates::on(
                today,
                first_end,
                self.renews_by_months,
                period,
                (self.notice_form, self.notice_counts),
                margin_working_days,
            )),
        }
    }
}

impl Engagement {
    /// An agreement with nothing else known: no end, no notice, no price.
    #[must_use]
    pub fn new(client: ClientId, title: String, agreed_on: NaiveDate) -> Self {
        Self {
            client,
            title,
            agreed_on,
            success: String::new(),
            starts_on: None,
            term_ends_on: None,
            renews_by_months: None,
            notice: None,
            notice_form: NoticeForm::default(),
            notice_counts: NoticeCounts::default(),
            ended_on: None,
            fee_model: FeeModel::default(),
            rate: None,
            budget_minutes: None,
            from_memory: false,
        }
    }
}

impl RecordKind for Engagement {
    type Id = EngagementId;
    const KIND: Kind = Kind::Engagement;

    fn check(&self) -> Result<(), RecordError> {
        let kind = Self::KIND;
        check::required_line(kind, "title", &self.title)?;
        check::text(kind, "success", &self.success)?;
        let begins = ("start", Some(self.starts_on.unwrap_or(self.agreed_on)));
        check::in_order(kind, begins, ("end of the term", self.term_ends_on))?;
        check::in_order(kind, begins, ("end", self.ended_on))?;
        let within = |field, value: Option<u32>, least| match value {
            Some(value) if value < least || value > LONGEST => {
                Err(RecordError::Count { kind, field, value, limit: LONGEST })
            }
            _ => Ok(()),
        };
        within("renewal in months", self.renews_by_months, 1)?;
        check::not_below_zero(kind, self.rate)?;
        if let Some(minutes) = self.budget_minutes {
            check::within(kind, "budget in minutes", minutes, 60 * 100_000)?;
        }
        within("notice period", self.notice.map(|notice| notice.count), 1)?;
        if self.renews_by_months.is_some() && self.term_ends_on.is_none() {
            return Err(RecordError::RenewalWithoutEnd { title: self.title.clone() });
        }
        Ok(())
    }

    fn client(&self) -> Option<ClientId> {
        Some(self.client)
    }

    fn title(&self) -> String {
        self.title.clone()
    }
}
