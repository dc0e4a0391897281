//! Clients and prospects.
use iso_currency::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, Kind, Language, RecordError, RecordKind, check};

/// Where the relationship stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClientStatus {
    /// Has asked, has not engaged us.
    Prospect,
    /// Works with us.
    #[default]
    Active,
    /// No longer works with us; their records still teach.
    Ended,
    /// Out of sight.
    Archived,
}

/// The person letters are addressed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Contact {
    /// How they are addressed: Ms, Mr, Mx, Dr; empty where it is not known.
    pub salutation: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// E-mail address.
    pub email: String,
}

/// A client or prospect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Client {
    /// The name of the business or, for a private client, of the person.
    pub name: String,
    /// Where the relationship stands.
    #[serde(default)]
    pub status: ClientStatus,
    /// The person letters are addressed to.
    #[serde(default)]
    pub contact: Contact,
    /// The postal address below the names, a line each.
    #[serde(default)]
    pub address: Vec<String>,
    /// ISO 3166 alpha-2 code of the address; empty where it is not known.
    #[serde(default)]
    pub country: String,
    /// The language letters to them are written in.
    #[serde(default)]
    pub language: Language,
    /// The currency of their invoices.
    #[ts(type = "string")]
    pub currency: Currency,
    /// Anything worth remembering.
    #[serde(default)]
    pub notes: String,
    /// Whether the client belongs to the sample practice, which goes in one step.
    #[serde(default)]
    pub sample: bool,
}

impl RecordKind for Client {
    type Id = ClientId;
    const KIND: Kind = Kind::Client;

    fn check(&self) -> Result<(), RecordError> {
        let kind = Self::KIND;
        check::required_line(kind, "name", &self.name)?;
        check::line(kind, "salutation", &self.contact.salutation)?;
        check::line(kind, "given name", &self.contact.given_name)?;
        check::line(kind, "family name", &self.contact.family_name)?;
        check::email(&self.contact.email)?;
        check::lines(kind, "address", &self.address)?;
        check::country(&self.country)?;
        check::text(kind, "notes", &self.notes)
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}
