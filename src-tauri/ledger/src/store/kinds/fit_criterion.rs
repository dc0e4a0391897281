//! What makes a client fit. A criterion belongs to no client.
use kindly_records::FitCriterion;
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Word},
        entity::Entity,
    },
};

impl Entity for FitCriterion {
    const SELECT: &'static str = "
        SELECT id, name, weighs, weight, question, offer, learnt_from, retired
        FROM fit_criterion";
    const SAVE: &'static str = "
        INSERT INTO fit_criterion (id, name, weighs, weight, question, offer, learnt_from, retired)
        VALUES (:id, :name, :weighs, :weight, :question, :offer, :learnt_from, :retired)
        ON CONFLICT (id) DO UPDATE SET
            name = excluded.name, weighs = excluded.weighs, weight = excluded.weight,
            question = excluded.question, offer = excluded.offer,
            learnt_from = excluded.learnt_from, retired = excluded.retired";
    const ORDER: &'static str = "name, id";
    // No record of this kind is any client's.
    const CLIENT: Option<&'static str> = None;

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":name": self.name,
            ":weighs": Word(self.weighs),
            ":weight": self.weight,
            ":question": self.question,
            ":offer": self.offer,
            ":learnt_from": self.learnt_from,
            ":retired": self.retired,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            name: cells.text("name")?,
            weighs: cells.word("weighs")?,
            weight: cells.number("weight")?,
            question: cells.text("question")?,
            offer: cells.text("offer")?,
            learnt_from: cells.text("learnt_from")?,
            retired: cells.flag("retired")?,
        })
    }
}
