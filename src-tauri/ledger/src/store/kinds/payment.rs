//! Money that came in.
use kindly_records::{Kind, Payment};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{cells::Cells, entity::Entity},
};

impl Entity for Payment {
    const SELECT: &'static str = "
        SELECT id, client, invoice, day, amount_minor, amount_currency, reference
        FROM payment";
    const SAVE: &'static str = "
        INSERT INTO payment (id, client, invoice, day, amount_minor, amount_currency, reference)
        VALUES (:id, :client, :invoice, :day, :amount_minor, :amount_currency, :reference)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, invoice = excluded.invoice, day = excluded.day,
            amount_minor = excluded.amount_minor, amount_currency = excluded.amount_currency,
            reference = excluded.reference";
    const ORDER: &'static str = "day, id";

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":invoice": Uuid::from(self.invoice),
            ":day": self.on,
            ":amount_minor": self.amount.minor,
            ":amount_currency": self.amount.currency.code(),
            ":reference": self.reference,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            invoice: cells.id("invoice")?,
            on: cells.day("day")?,
            amount: cells.money("amount_minor", "amount_currency")?,
            reference: cells.text("reference")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [Some((Kind::Invoice, self.invoice.into())), None]
    }
}
