//! People to refer to. They belong to no client.
use kindly_records::ReferralContact;
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{cells::Cells, entity::Entity},
};

impl Entity for ReferralContact {
    const SELECT: &'static str = "
        SELECT id, name, field, business, email, phone, website, notes
        FROM referral_contact";
    const SAVE: &'static str = "
        INSERT INTO referral_contact (id, name, field, business, email, phone, website, notes)
        VALUES (:id, :name, :field, :business, :email, :phone, :website, :notes)
        ON CONFLICT (id) DO UPDATE SET
            name = excluded.name, field = excluded.field, business = excluded.business,
            email = excluded.email, phone = excluded.phone, website = excluded.website,
            notes = excluded.notes";
    const ORDER: &'static str = "name, id";
    // No record of this kind is any client's.
    const CLIENT: Option<&'static str> = None;

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":name": self.name,
            ":field": self.field,
            ":business": self.business,
            ":email": self.email,
            ":phone": self.phone,
            ":website": self.website,
            ":notes": self.notes,
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            name: cells.text("name")?,
            field: cells.text("field")?,
            business: cells.text("business")?,
            email: cells.text("email")?,
            phone: cells.text("phone")?,
            website: cells.text("website")?,
            notes: cells.text("notes")?,
        })
    }
}
