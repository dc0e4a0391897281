//! What was given away.
use kindly_records::Concession;
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{cells::Cells, entity::Entity},
};

impl Entity for Concession {
    const SELECT: &'static str = "
        SELECT id, client, given_on, what, amount_minor, amount_currency, minutes, reason
        FROM concession";
    const SAVE: &'static str = "
        INSERT INTO concession (id, client, given_on, what, amount_minor, amount_currency, minutes, reason)
        VALUES (:id, :client, :given_on, :what, :amount_minor, :amount_currency, :minutes, :reason)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, given_on = excluded.given_on, what = excluded.what,
            amount_minor = excluded.amount_minor, amount_currency = excluded.amount_currency,
            minutes = excluded.minutes, reason = excluded.reason";
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
        })
    }
}
