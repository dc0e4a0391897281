//! Clients and prospects.
use iso_currency::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, Kind, Language, RatingScale, RecordError, RecordKind, check};

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

/// A person at a client's.
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
    /// Telephone number.
    pub phone: String,
    /// What they do there.
    pub role: String,
}

impl Contact {
    fn check(&self) -> Result<(), RecordError> {
        let kind = Kind::Client;
        check::line(kind, "salutation", &self.salutation)?;
        check::line(kind, "given name", &self.given_name)?;
        check::line(kind, "family name", &self.family_name)?;
        check::line(kind, "phone number", &self.phone)?;
        check::line(kind, "role", &self.role)?;
        check::email(&self.email)
    }

    /// Given and family name, as far as they are known.
    #[must_use]
    pub fn full_name(&self) -> String {
        [self.given_name.trim(), self.family_name.trim()].join(" ").trim().to_owned()
    }
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
    /// The other people there.
    #[serde(default)]
    pub people: Vec<Contact>,
    /// The user's own groups.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Their website.
    #[serde(default)]
    pub website: String,
    /// How often they are asked how it goes, in days; `None` where there is no rhythm.
    #[serde(default)]
    pub check_in_every_days: Option<u32>,
    /// The question that they are asked.
    #[serde(default)]
    pub check_in_scale: RatingScale,
}

impl Client {
    /// A client who works with us, with nothing else known.
    #[must_use]
    pub fn new(name: String, currency: Currency, language: Language) -> Self {
        Self {
            name,
            status: ClientStatus::Active,
            contact: Contact::default(),
            address: Vec::new(),
            country: String::new(),
            language,
            currency,
            notes: String::new(),
            sample: false,
            people: Vec::new(),
            tags: Vec::new(),
            website: String::new(),
            check_in_every_days: None,
            check_in_scale: RatingScale::default(),
        }
    }
}

impl RecordKind for Client {
    type Id = ClientId;
    const KIND: Kind = Kind::Client;

    fn check(&self) -> Result<(), RecordError> {
        let kind = Self::KIND;
        check::required_line(kind, "name", &self.name)?;
        self.contact.check()?;
        self.people.iter().try_for_each(Contact::check)?;
        check::lines(kind, "tag", &self.tags)?;
        check::line(kind, "website", &self.website)?;
        if let Some(days) = self.check_in_every_days {
            check::within(kind, "rhythm of check-ins in days", days, 3_660)?;
        }
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
