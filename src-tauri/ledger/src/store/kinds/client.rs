//! Clients and prospects: one row each, the contact among its columns.
use kindly_records::{Client, Contact};
use rusqlite::{Statement, named_params};
use uuid::Uuid;

use crate::{
    LedgerError,
    store::{
        cells::{Cells, Json, Word},
        entity::Entity,
    },
};

impl Entity for Client {
    const SELECT: &'static str = "
        SELECT id, name, status, contact_salutation, contact_given_name, contact_family_name,
               contact_email, address, country, language, currency, notes, sample,
               contact_phone, contact_role, people, tags, website, check_in_every_days, check_in_scale
        FROM client";
    const SAVE: &'static str = "
        INSERT INTO client (id, name, status, contact_salutation, contact_given_name, contact_family_name,
            contact_email, address, country, language, currency, notes, sample,
            contact_phone, contact_role, people, tags, website, check_in_every_days, check_in_scale)
        VALUES (:id, :name, :status, :contact_salutation, :contact_given_name, :contact_family_name,
            :contact_email, :address, :country, :language, :currency, :notes, :sample,
            :contact_phone, :contact_role, :people, :tags, :website, :check_in_every_days, :check_in_scale)
        ON CONFLICT (id) DO UPDATE SET
            name = excluded.name, status = excluded.status,
            contact_salutation = excluded.contact_salutation,
            contact_given_name = excluded.contact_given_name,
            contact_family_name = excluded.contact_family_name,
            contact_email = excluded.contact_email, address = excluded.address,
            country = excluded.country, language = excluded.language, currency = excluded.currency,
            notes = excluded.notes, sample = excluded.sample,
            contact_phone = excluded.contact_phone, contact_role = excluded.contact_role,
            people = excluded.people, tags = excluded.tags, website = excluded.website,
            check_in_every_days = excluded.check_in_every_days, check_in_scale = excluded.check_in_scale";
    const ORDER: &'static str = "id";
    const CLIENT: Option<&'static str> = Some("id");

    fn save(&self, id: Uuid, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(named_params! {
            ":id": id,
            ":name": self.name,
            ":status": Word(self.status),
            ":contact_salutation": self.contact.salutation,
            ":contact_given_name": self.contact.given_name,
            ":contact_family_name": self.contact.family_name,
            ":contact_email": self.contact.email,
            ":address": Json(&self.address),
            ":country": self.country,
            ":language": Word(self.language),
            ":currency": self.currency.code(),
            ":notes": self.notes,
            ":sample": self.sample,
            ":contact_phone": self.contact.phone,
            ":contact_role": self.contact.role,
            ":people": Json(&self.people),
            ":tags": Json(&self.tags),
            ":website": self.website,
            ":check_in_every_days": self.check_in_every_days,
            ":check_in_scale": Word(self.check_in_scale),
        })
    }

    fn read(cells: &Cells<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            name: cells.text("name")?,
            status: cells.word("status")?,
            contact: Contact {
                salutation: cells.text("contact_salutation")?,
                given_name: cells.text("contact_given_name")?,
                family_name: cells.text("contact_family_name")?,
                email: cells.text("contact_email")?,
                phone: cells.text("contact_phone")?,
                role: cells.text("contact_role")?,
            },
            address: cells.json("address")?,
            country: cells.text("country")?,
            language: cells.word("language")?,
            currency: cells.currency("currency")?,
            notes: cells.text("notes")?,
            sample: cells.flag("sample")?,
            people: cells.json("people")?,
            tags: cells.json("tags")?,
            website: cells.text("website")?,
            check_in_every_days: cells.number("check_in_every_days")?,
            check_in_scale: cells.word("check_in_scale")?,
        })
    }
}
