//! Who the user is on paper, and the few settings that facts depend on.
use iso_currency::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Kind, Language, POSTAL_MARGIN_WORKING_DAYS, Paper, RecordError, check};

/// The user's letterhead and conventions. There is one in a ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Profile {
    /// The name of the practice; empty where it is the person's own.
    pub trade_name: String,
    /// The person who signs.
    pub name: String,
    /// Their role under the signature; may be empty.
    pub role: String,
    /// The postal address, a line each.
    pub address: Vec<String>,
    /// ISO 3166 alpha-2 code of the address.
    pub country: String,
    /// E-mail address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Website.
    pub website: String,
    /// The place that stands before a letter's date.
    pub place: String,
    /// The language of letters where the client has none of their own.
    pub language: Language,
    /// The paper of letters.
    pub paper: Paper,
    /// The currency of new clients.
    #[ts(type = "string")]
    pub currency: Currency,
    /// Working days that a letter may need on its way.
    pub postal_margin_working_days: u32,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            trade_name: String::new(),
            name: String::new(),
            role: String::new(),
            address: Vec::new(),
            country: String::new(),
            email: String::new(),
            phone: String::new(),
            website: String::new(),
            place: String::new(),
            language: Language::default(),
            paper: Paper::default(),
            currency: Currency::EUR,
            postal_margin_working_days: POSTAL_MARGIN_WORKING_DAYS,
        }
    }
}

impl Profile {
    /// Whether it can be kept as it is. An empty profile can: a letter asks for what it lacks.
    ///
    /// # Errors
    /// The first thing found wrong, as one sentence.
    pub fn check(&self) -> Result<(), RecordError> {
        let kind = Kind::Profile;
        for (field, text) in [
            ("trade name", &self.trade_name),
            ("name", &self.name),
            ("role", &self.role),
            ("telephone number", &self.phone),
            ("website", &self.website),
            ("place", &self.place),
        ] {
            check::line(kind, field, text)?;
        }
        check::lines(kind, "address", &self.address)?;
        check::country(&self.country)?;
        check::email(&self.email)?;
        match self.postal_margin_working_days {
            0..=30 => Ok(()),
            value => Err(RecordError::Count { kind, field: "postal margin", value, limit: 30 }),
        }
    }
}
