//! What a refusal to renew states.

use crate::kinds::referral::Referral;
use crate::parse;
use crate::spec::Money;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a refusal to renew states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RenewalRefusal {
    /// The day of the agreement. Needed.
    #[serde(deserialize_with = "parse::optional_date")]
    pub agreement_date: Option<NaiveDate>,
    /// What the engagement is called, where there is more than one: "Quarterly reporting".
    pub engagement: Option<String>,
    /// The day on which it ends. Needed.
    #[serde(deserialize_with = "parse::optional_date")]
    pub end_date: Option<NaiveDate>,
    /// The notice that the agreement asks for. Needed, unless `notice_override_confirmed`.
    pub notice: Option<Notice>,
    /// The user knows that notice is late or that its terms are not known, and writes all the same.
    pub notice_override_confirmed: bool,
    /// What is still delivered until the end.
    pub still_to_deliver: Vec<Delivery>,
    /// The day by which all files are handed over; left out, by the end.
    #[serde(deserialize_with = "parse::optional_date")]
    pub handover_by: Option<NaiveDate>,
    /// Open invoices.
    pub invoices: Vec<Invoice>,
    /// The day by which the final invoice comes, where one is still to come.
    #[serde(deserialize_with = "parse::optional_date")]
    pub final_invoice_by: Option<NaiveDate>,
    /// Why, from the neutral list. By default none is given.
    pub reason: Option<RenewalReason>,
    /// How thanks are said.
    pub thanks: Thanks,
    /// Others who could take the work on.
    pub referral: Option<Referral>,
    /// Ask to confirm receipt, and who should have the files.
    pub ask_confirm_receipt: bool,
}

impl Default for RenewalRefusal {
    /// Nothing is known yet; receipt is asked for, since a notice must be known to have arrived.
    fn default() -> Self {
        Self {
            agreement_date: None,
            engagement: None,
            end_date: None,
            notice: None,
            notice_override_confirmed: false,
            still_to_deliver: Vec::new(),
            handover_by: None,
            invoices: Vec::new(),
            final_invoice_by: None,
            reason: None,
            thanks: Thanks::default(),
            referral: None,
            ask_confirm_receipt: true,
        }
    }
}

/// The notice that an agreement asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The last day on which notice can be given; an agreement without notice names its end date here.
    #[serde(deserialize_with = "parse::date")]
    pub last_day: NaiveDate,
    /// The last day on which a letter posted still arrives in time.
    #[serde(default, deserialize_with = "parse::optional_date")]
    pub last_safe_posting_day: Option<NaiveDate>,
    /// What counts as given.
    #[serde(default)]
    pub counts: NoticeCounts,
    /// The form that the agreement asks for.
    #[serde(default)]
    pub form: NoticeForm,
    /// The end that a notice too late for this term would reach.
    #[serde(default, deserialize_with = "parse::optional_date")]
    pub next_end: Option<NaiveDate>,
}

/// What counts as notice given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeCounts {
    /// The day it is sent.
    SentBy,
    /// The day it is received: the safer reading where the agreement is silent.
    #[default]
    ReceivedBy,
}

/// The form in which notice is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeForm {
    /// A signed letter.
    #[default]
    Letter,
    /// A signed letter by registered post.
    Registered,
    /// An e-mail is enough.
    Email,
}

/// Something that is still delivered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// What it is: "Year-end report".
    #[serde(default)]
    pub title: String,
    /// The day it is due.
    #[serde(default, deserialize_with = "parse::optional_date")]
    pub due: Option<NaiveDate>,
}

/// An open invoice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invoice {
    /// Its number. Needed.
    #[serde(default)]
    pub number: String,
    /// The amount still open. Needed.
    #[serde(default)]
    pub amount: Option<Money>,
    /// The day it is due. Needed.
    #[serde(default, deserialize_with = "parse::optional_date")]
    pub due: Option<NaiveDate>,
}

/// A neutral reason for not renewing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RenewalReason {
    /// The work moves to another field.
    OtherField,
    /// There will be fewer engagements.
    FewerEngagements,
    /// The practice closes.
    ClosingPractice,
    /// There will not be the time that the work deserves.
    NotTheTimeItNeeds,
}

impl RenewalReason {
    /// The whole list.
    pub const ALL: [Self; 4] =
        [Self::OtherField, Self::FewerEngagements, Self::ClosingPractice, Self::NotTheTimeItNeeds];
}

/// How thanks are said. Each is to be chosen only where it is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thanks {
    /// For the work done together.
    #[default]
    WorkTogether,
    /// The same, since the month of the agreement.
    Since,
    /// For the trust.
    Trust,
    /// For the way one was received.
    Hospitality,
    /// No thanks.
    None,
}

impl Thanks {
    /// The whole list.
    pub const ALL: [Self; 5] = [Self::WorkTogether, Self::Since, Self::Trust, Self::Hospitality, Self::None];
}
