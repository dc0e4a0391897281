//! What was given away.
use kindly_records::{Concession, Kind};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for Concession {
    const SELECT: &'static str = "
        SELECT id, client, given_on, what, amount_minor, amount_currency, minutes, reason,
               engagement, initiative, from_memory
        FROM concession";
    const SAVE: &'static str = "
        INSERT INTO concession (id, client, given_on, what, amount_minor, amount_currency, minutes, reason,
            engagement, initiative, from_memory)
        VALUES (:id, :client, :given_on, :what, :amount_minor, :amount_currency, :minutes, :reason,
            :engagement, :initiative, :from_memory)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, given_on = excluded.given_on, what = excluded.what,
            amount_minor = excluded.amount_minor, amount_currency = excluded.amount_currency,
            minutes = excluded.minutes, reason = excluded.reason,
            engagement = excluded.engagement, initiative = excluded.initiative,
            from_memory = excluded.from_memory";
    const ORDER: &'static str = "given_on, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":given_on": self.on,
            ":what": self.what,
            ":amount_minor": self.amount.map(|amount| amount.minor),
            ":amount_currency": self.amount.map(|amount| amount.currency.code()),
            ":minutes": self.minutes,
            ":reason": self.reason,
            ":engagement": self.engagement.map(Uuid::from),
            ":initiative": Word(self.initiative),
            ":from_memory": self.from_memory,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            on: cells.day("given_on")?,
            what: cells.text("what")?,
            amount: cells.optional_money("amount_minor", "amount_currency")?,
            minutes: cells.number("minutes")?,
            reason: cells.text("reason")?,
            engagement: cells.optional_id("engagement")?,
            initiative: cells.word("initiative")?,
            from_memory: cells.flag("from_memory")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.engagement.map(|id| (Kind::Engagement, id.into())), None]
    }
}
