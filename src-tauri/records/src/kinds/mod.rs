//! The records of a practice, a file each.
use serde::{Deserialize, Deserializer};

mod attention;
mod check_in;
mod check_in_request;
mod client;
mod complaint;
mod concession;
mod conversation;
mod decision;
mod deliverable;
mod document;
mod ending;
mod engagement;
mod enquiry;
mod fit_criterion;
mod improvement;
mod incident;
mod invoice;
mod letter;
mod letter_template;
mod obligation;
mod payment;
mod praise;
mod profile;
mod referral_contact;
mod request;
mod snooze;
mod template;
mod time_entry;

pub use attention::Attention;
pub use check_in::{CheckIn, RatingScale, SaidBy};
pub use check_in_request::CheckInRequest;
pub use client::{Client, ClientStatus, Contact};
pub use complaint::{Complaint, ComplaintCause};
pub use concession::{Concession, Initiative};
pub use conversation::Conversation;
pub use decision::{Decision, DecisionKind, DecisionReason};
pub use deliverable::{Acceptance, Deliverable, Outcome, Scope};
pub use document::{Document, MAX_DOCUMENT_BYTES};
pub use ending::{EndedBy, Ending, EndingReason};
pub use engagement::{Engagement, FeeModel, RenewalState};
pub use enquiry::Enquiry;
pub use fit_criterion::{CriterionKind, FitAnswer, FitAnswerKind, FitCriterion, HEAVIEST_WEIGHT};
pub use improvement::Improvement;
pub use incident::{Incident, IncidentKind};
pub use invoice::Invoice;
pub use letter::{
    DismissedFinding, FinishedLetter, FrozenFact, Letter, LetterBasis, LetterChoices, LetterKind,
    LetterParagraph, LetterReason, LetterReply, Papers, ReferredPerson, SentHow, SentLetter, StatedValue,
    Thanks,
};
pub use letter_template::LetterTemplate;
pub use obligation::{Obligation, ObligationKind};
pub use payment::Payment;
pub use praise::Praise;
pub use profile::{
    DELIVERY_BAR_PERCENT, HALF_LIFE_DAYS, LetterheadIn, MAX_FOOTER_COLUMNS, MAX_FOOTER_LINES, Profile,
};
pub use referral_contact::ReferralContact;
pub use request::{Request, RequestAnswer};
pub use snooze::Snooze;
pub use template::{Template, TemplateKind};
pub use time_entry::TimeEntry;

/// An empty cell, as a table has it, says that there is nothing.
fn none_if_empty<'text, D: Deserializer<'text>>(text: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(text)?.filter(|text| !text.is_empty()))
}
