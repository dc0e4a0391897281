//! Time spent on the work.
use kindly_records::{Kind, TimeEntry};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{cells::Cells, entity::Entity},
};

impl Entity for TimeEntry {
    const SELECT: &'static str = "
        SELECT id, client, engagement, deliverable, day, seconds, what, billable, hourly_rate_minor,
               hourly_rate_currency
        FROM time_entry";
    const SAVE: &'static str = "
        INSERT INTO time_entry (id, client, engagement, deliverable, day, seconds, what, billable, hourly_rate_minor,
            hourly_rate_currency)
        VALUES (:id, :client, :engagement, :deliverable, :day, :seconds, :what, :billable,
            :hourly_rate_minor, :hourly_rate_currency)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, engagement = excluded.engagement,
            deliverable = excluded.deliverable, day = excluded.day, seconds = excluded.seconds,
            what = excluded.what, billable = excluded.billable,
            hourly_rate_minor = excluded.hourly_rate_minor,
            hourly_rate_currency = excluded.hourly_rate_currency";
    const ORDER: &'static str = "day, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":engagement": self.engagement.map(Uuid::from),
            ":deliverable": self.deliverable.map(Uuid::from),
            ":day": self.on,
            ":seconds": self.seconds,
            ":what": self.what,
            ":billable": self.billable,
            ":hourly_rate_minor": self.hourly_rate.map(|amount| amount.minor),
            ":hourly_rate_currency": self.hourly_rate.map(|amount| amount.currency.code()),
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            engagement: cells.optional_id("engagement")?,
            deliverable: cells.optional_id("deliverable")?,
            on: cells.day("day")?,
            seconds: cells.number("seconds")?,
            what: cells.text("what")?,
            billable: cells.flag("billable")?,
            hourly_rate: cells.optional_money("hourly_rate_minor", "hourly_rate_currency")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [
            self.engagement.map(|id| (Kind::Engagement, id.into())),
            self.deliverable.map(|id| (Kind::Deliverable, id.into())),
        ]
    }
}
