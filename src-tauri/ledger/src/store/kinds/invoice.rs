//! Invoices.
use kindly_records::{Invoice, Kind};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::Cells,
        entity::{Entity, NamedBy},
    },
};

impl Entity for Invoice {
    const SELECT: &'static str = "
        SELECT id, client, number, issued_on, amount_minor, amount_currency, due_on, paid_on,
               engagement, notes
        FROM invoice";
    const SAVE: &'static str = "
        INSERT INTO invoice (id, client, number, issued_on, amount_minor, amount_currency, due_on, paid_on,
            engagement, notes)
        VALUES (:id, :client, :number, :issued_on, :amount_minor, :amount_currency, :due_on, :paid_on,
            :engagement, :notes)
        ON CONFLICT (id) DO UPDATE SET
            client = excluded.client, number = excluded.number, issued_on = excluded.issued_on,
            amount_minor = excluded.amount_minor, amount_currency = excluded.amount_currency,
            due_on = excluded.due_on, paid_on = excluded.paid_on,
            engagement = excluded.engagement, notes = excluded.notes";
    const ORDER: &'static str = "issued_on, id";
    const NAMED_BY: &'static [NamedBy] = &[NamedBy::owned(Kind::Payment, "invoice")];

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":client": Uuid::from(self.client),
            ":number": self.number,
            ":issued_on": self.issued_on,
            ":amount_minor": self.amount.minor,
            ":amount_currency": self.amount.currency.code(),
            ":due_on": self.due_on,
            ":paid_on": self.paid_on,
            ":engagement": self.engagement.map(Uuid::from),
            ":notes": self.notes,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            client: cells.id("client")?,
            number: cells.text("number")?,
            issued_on: cells.day("issued_on")?,
            amount: cells.money("amount_minor", "amount_currency")?,
            due_on: cells.day("due_on")?,
            paid_on: cells.optional_day("paid_on")?,
            engagement: cells.optional_id("engagement")?,
            notes: cells.text("notes")?,
        })
    }

    fn links(&self) -> [Option<(Kind, Uuid)>; 2] {
        [self.engagement.map(|id| (Kind::Engagement, id.into())), None]
    }
}
