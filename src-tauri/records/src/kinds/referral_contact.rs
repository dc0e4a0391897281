//! People to whom a client or a prospect can be referred.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ClientId, Kind, RecordError, RecordKind, ReferralContactId, check};

/// Somebody who may be a better fit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReferralContact {
    /// Their name.
    pub name: String,
    /// What they do, as it would stand after their name.
    #[serde(default)]
    pub field: String,
    /// Their business.
    #[serde(default)]
    pub business: String,
    /// E-mail address.
    #[serde(default)]
    pub email: String,
    /// Telephone number.
    #[serde(default)]
    pub phone: String,
    /// Website.
    #[serde(default)]
    pub website: String,
    /// Anything worth remembering.
    #[serde(default)]
    pub notes: String,
}

impl RecordKind for ReferralContact {
    type Id = ReferralContactId;
    const KIND: Kind = Kind::ReferralContact;

    fn check(&self) -> Result<(), RecordError> {
        check::required_line(Self::KIND, "name", &self.name)?;
        check::line(Self::KIND, "field", &self.field)?;
        check::line(Self::KIND, "business", &self.business)?;
        check::email(&self.email)?;
        check::line(Self::KIND, "phone number", &self.phone)?;
        check::line(Self::KIND, "website", &self.website)?;
        check::text(Self::KIND, "notes", &self.notes)
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}
