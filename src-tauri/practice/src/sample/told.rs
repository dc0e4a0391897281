//! The shape of `practice.json`.
use iso_currency::Currency;
use kindly_records::{
    ClientStatus, ComplaintCause, Contact, DecisionKind, DecisionReason, EndedBy, EndingReason, FeeModel,
    FitCriterion, IncidentKind, Initiative, Language, NoticeForm, NoticeUnit, ObligationKind, Outcome,
    RatingScale, ReferralContact, RequestAnswer, SaidBy, TemplateKind,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Practice {
    pub(super) clients: Vec<ToldClient>,
    pub(super) referral_contacts: Vec<ReferralContact>,
    pub(super) fit_criteria: Vec<FitCriterion>,
    pub(super) improvements: Vec<ToldImprovement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ToldClient {
    pub(super) name: String,
    pub(super) contact: (String, String, String, String),
    pub(super) address: Vec<String>,
    pub(super) country: String,
    pub(super) currency: Currency,
    pub(super) language: Language,
    pub(super) status: ClientStatus,
    pub(super) notes: String,
    #[serde(default)]
    pub(super) enquiries: Vec<ToldEnquiry>,
    #[serde(default)]
    pub(super) engagements: Vec<ToldEngagement>,
    #[serde(default)]
    pub(super) deliverables: Vec<ToldDeliverable>,
    #[serde(default)]
    pub(super) check_ins: Vec<ToldCheckIn>,
    #[serde(default)]
    pub(super) obligations: Vec<ToldObligation>,
    #[serde(default)]
    pub(super) invoices: Vec<ToldInvoice>,
    #[serde(default)]
    pub(super) concessions: Vec<ToldConcession>,
    #[serde(default)]
    pub(super) incidents: Vec<ToldIncident>,
    #[serde(default)]
    pub(super) complaints: Vec<ToldComplaint>,
    #[serde(default)]
    pub(super) tags: Vec<String>,
    #[serde(default)]
    pub(super) website: String,
    #[serde(default)]
    pub(super) people: Vec<Contact>,
    #[serde(default)]
    pub(super) check_in_every: Option<u32>,
    #[serde(default)]
    pub(super) praise: Vec<ToldPraise>,
    #[serde(default)]
    pub(super) conversations: Vec<ToldConversation>,
    #[serde(default)]
    pub(super) requests: Vec<ToldRequest>,
    #[serde(default)]
    pub(super) attention: Vec<ToldAttention>,
    #[serde(default)]
    pub(super) decisions: Vec<ToldDecision>,
    #[serde(default)]
    pub(super) endings: Vec<ToldEnding>,
    #[serde(default)]
    pub(super) documents: Vec<ToldDocument>,
    #[serde(default)]
    pub(super) templates: Vec<ToldTemplate>,
    /// When they were asked how it goes.
    #[serde(default)]
    pub(super) asked: Vec<i64>,
    #[serde(default)]
    pub(super) work: Option<ToldWork>,
}

#[derive(Deserialize)]
pub(super) struct ToldImprovement {
    pub(super) what: String,
    pub(super) from: i64,
    pub(super) theme: String,
    pub(super) done: Option<i64>,
    pub(super) notes: String,
}

#[derive(Deserialize)]
pub(super) struct ToldEnquiry {
    pub(super) received: i64,
    pub(super) subject: String,
    pub(super) words: String,
    pub(super) answered: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct ToldEngagement {
    pub(super) title: String,
    pub(super) success: String,
    pub(super) agreed_months: u32,
    pub(super) term: Option<Term>,
    pub(super) renews: Option<u32>,
    pub(super) notice: Option<(u32, NoticeUnit)>,
    pub(super) form: NoticeForm,
    #[serde(default)]
    pub(super) fee_model: FeeModel,
    #[serde(default)]
    pub(super) rate: Option<i64>,
    #[serde(default)]
    pub(super) budget_minutes: Option<u32>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Term {
    NoticeSoon,
    #[serde(untagged)]
    InDays(u64),
}

#[derive(Deserialize)]
pub(super) struct ToldDeliverable {
    pub(super) title: String,
    pub(super) due: i64,
    pub(super) delivered: Option<i64>,
    pub(super) outcome: Outcome,
    /// Which of the obligations it waited for.
    #[serde(default)]
    pub(super) waits_for: Option<usize>,
}

#[derive(Deserialize)]
pub(super) struct ToldCheckIn {
    pub(super) on: i64,
    pub(super) scale: RatingScale,
    pub(super) value: i64,
    pub(super) words: String,
    pub(super) deliverable: Option<usize>,
    pub(super) said_by: SaidBy,
}

#[derive(Deserialize)]
pub(super) struct ToldObligation {
    pub(super) title: String,
    pub(super) what: ObligationKind,
    pub(super) due: i64,
    pub(super) met: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct ToldInvoice {
    pub(super) number: u32,
    pub(super) issued: i64,
    pub(super) amount: i64,
    pub(super) due: i64,
    pub(super) paid: Option<i64>,
    /// When a part came in, and how much.
    #[serde(default)]
    pub(super) payments: Vec<(i64, i64)>,
}

#[derive(Deserialize)]
pub(super) struct ToldConcession {
    pub(super) on: i64,
    pub(super) what: String,
    pub(super) amount: Option<i64>,
    pub(super) minutes: Option<u32>,
    pub(super) reason: String,
    #[serde(default)]
    pub(super) initiative: Initiative,
}

#[derive(Deserialize)]
pub(super) struct ToldIncident {
    pub(super) on: i64,
    pub(super) what: IncidentKind,
    pub(super) observed: String,
    pub(super) other_reading: String,
    #[serde(default)]
    pub(super) review: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct ToldComplaint {
    pub(super) on: i64,
    pub(super) theme: String,
    pub(super) words: String,
    pub(super) answered: Option<i64>,
    pub(super) resolved: Option<i64>,
    #[serde(default)]
    pub(super) cause: ComplaintCause,
    #[serde(default)]
    pub(super) resolution: String,
}

#[derive(Deserialize)]
pub(super) struct ToldPraise {
    pub(super) on: i64,
    pub(super) words: String,
    pub(super) thanked: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct ToldConversation {
    pub(super) on: i64,
    #[serde(default)]
    pub(super) asked: String,
    #[serde(default)]
    pub(super) explained: String,
    #[serde(default)]
    pub(super) agreed: String,
    #[serde(default)]
    pub(super) changed: String,
}

#[derive(Deserialize)]
pub(super) struct ToldRequest {
    pub(super) on: i64,
    pub(super) what: String,
    pub(super) answer: RequestAnswer,
    pub(super) answered: Option<i64>,
    pub(super) worth: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct ToldAttention {
    pub(super) on: i64,
    pub(super) minutes: u32,
    pub(super) what: String,
}

#[derive(Deserialize)]
pub(super) struct ToldDecision {
    pub(super) on: i64,
    pub(super) what: DecisionKind,
    pub(super) reason: DecisionReason,
    pub(super) notes: String,
}

#[derive(Deserialize)]
pub(super) struct ToldEnding {
    pub(super) on: i64,
    /// Which of the enquiries came to nothing.
    pub(super) enquiry: Option<usize>,
    pub(super) ended_by: EndedBy,
    pub(super) reason: EndingReason,
    pub(super) words: String,
}

#[derive(Deserialize)]
pub(super) struct ToldDocument {
    pub(super) on: i64,
    pub(super) title: String,
    pub(super) file: String,
}

#[derive(Deserialize)]
pub(super) struct ToldTemplate {
    pub(super) what: TemplateKind,
    pub(super) title: String,
    pub(super) first_due: i64,
    pub(super) every_months: u32,
}

/// A year of time entries by their pattern: one every so many days, minutes and words in turn.
#[derive(Deserialize)]
pub(super) struct ToldWork {
    pub(super) every_days: u64,
    pub(super) minutes: Vec<u32>,
    pub(super) what: Vec<String>,
    /// Every so manieth is not charged for.
    pub(super) unpaid_every: usize,
    pub(super) rate: Option<i64>,
}
