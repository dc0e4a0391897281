//! What comes again: deliverables, obligations and check-ins by template, with or without a rhythm.
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ClientId, EngagementId, Kind, ObligationKind, RatingScale, RecordError, RecordKind, TemplateId,
    add_months, check,
};

/// What a template makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TemplateKind {
    /// Something we owe: a retainer's month is one.
    Deliverable,
    /// Something they owe.
    Obligation,
    /// A question about satisfaction.
    CheckIn,
}

/// Something that is recorded again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Template {
    /// For whom; `None` where it serves any client.
    #[serde(default)]
    pub client: Option<ClientId>,
    /// Under which agreement, where one is kept.
    #[serde(default)]
    pub engagement: Option<EngagementId>,
    /// What it makes.
    pub what: TemplateKind,
    /// The title of what it makes; `{month}` and `{year}` stand for those of the due date.
    pub title: String,
    /// Of an obligation: what kind.
    #[serde(default)]
    pub obligation: ObligationKind,
    /// Of a check-in: the scale.
    #[serde(default)]
    pub scale: RatingScale,
    /// The first day on which one is due; `None` where it has no rhythm.
    #[serde(default)]
    pub first_due_on: Option<NaiveDate>,
    /// Comes again after this many months; `None` where it is used by hand.
    #[serde(default)]
    pub every_months: Option<u32>,
}

/// The longest rhythm, in months.
const LONGEST_RHYTHM: u32 = 120;

impl Template {
    /// The days on which one is due, from the first up to and with `until`; none without a rhythm. A day that a
    /// month does not have is its last one: 31 January, 28 February, 31 March.
    pub fn due_days(&self, until: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let rhythm = self.first_due_on.zip(self.every_months.filter(|months| *months > 0));
        let days = rhythm.into_iter().flat_map(|(first, months)| {
            (0_u32..).map(move |turn| add_months(first, turn.saturating_mul(months)))
        });
        days.take_while(move |day| *day <= until)
    }

    /// The title of the one that is due on a day, with the names of months in English.
    #[must_use]
    pub fn title_on(&self, day: NaiveDate) -> String {
        self.title
            .replace("{month}", &day.format("%B").to_string())
            .replace("{year}", &day.year().to_string())
    }
}

impl RecordKind for Template {
    type Id = TemplateId;
    const KIND: Kind = Kind::Template;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "title", &self.title)?;
        if let Some(months) = self.every_months {
            check::within(Self::KIND, "rhythm in months", months, LONGEST_RHYTHM)?;
        }
        if self.every_months.is_some() && self.first_due_on.is_none() {
            return Err(RecordError::Missing { kind: Self::KIND, field: "first due date" });
        }
        if self.every_months.is_some() && self.client.is_none() {
            return Err(RecordError::Missing { kind: Self::KIND, field: "client whom it comes again for" });
        }
        if self.engagement.is_some() && self.client.is_none() {
            return Err(RecordError::Missing { kind: Self::KIND, field: "client of its engagement" });
        }
        Ok(())
    }

    fn client(&self) -> Option<ClientId> {
        self.client
    }

    fn title(&self) -> String {
        self.title.clone()
    }
}
