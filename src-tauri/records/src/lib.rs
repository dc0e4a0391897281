//! The domain's types: ids, money, dates, the records of a practice, their validation, and notice arithmetic.
//!
//! Nothing here reads a file or a clock. A record is only its facts; the id under which it is kept travels
//! beside it in [`Kept`], so that the same type serves a form that is being filled in and a row that stands.
#![warn(missing_docs)]

mod check;
mod country;
mod error;
pub mod fields;
mod ids;
mod kinds;
mod language;
mod letter_number;
mod moment;
mod money;
mod notice;
mod record;
mod ways;

pub use check::{MAX_LINE, MAX_TEXT};
pub use country::country_name;
pub use error::RecordError;
pub use ids::{
    AttentionId, CheckInId, CheckInRequestId, ClientId, ComplaintId, ConcessionId, ConversationId,
    DecisionId, DeliverableId, DocumentId, EndingId, EngagementId, EnquiryId, FitCriterionId, IdSource,
    ImprovementId, IncidentId, InvoiceId, LetterId, LetterTemplateId, ObligationId, PaymentId, PraiseId,
    RecordId, ReferralContactId, RequestId, SnoozeId, TemplateId, TimeEntryId,
};
pub use kinds::{
    Acceptance, Attention, CheckIn, CheckInRequest, Client, ClientStatus, Complaint, ComplaintCause,
    Concession, Contact, Conversation, CriterionKind, DELIVERY_BAR_PERCENT, Decision, DecisionKind,
    DecisionReason, Deliverable, DismissedFinding, Document, EndedBy, Ending, EndingReason, Engagement,
    Enquiry, FeeModel, FinishedLetter, FitAnswer, FitAnswerKind, FitCriterion, FrozenFact, HALF_LIFE_DAYS,
    HEAVIEST_WEIGHT, Improvement, Incident, IncidentKind, Initiative, Invoice, Letter, LetterBasis,
    LetterChoices, LetterKind, LetterParagraph, LetterReason, LetterReply, LetterTemplate, LetterheadIn,
    MAX_DOCUMENT_BYTES, MAX_FOOTER_COLUMNS, MAX_FOOTER_LINES, Obligation, ObligationKind, Outcome, Papers,
    Payment, Praise, Profile, RatingScale, ReferralContact, ReferredPerson, RenewalState, Request,
    RequestAnswer, SaidBy, Scope, SentHow, SentLetter, Snooze, StatedValue, Template, TemplateKind, Thanks,
    TimeEntry,
};
pub use language::{Language, PageLayout, Paper, Register, Typeface};
pub use letter_number::{LETTER_NUMBERS, next_letter_number};
pub use moment::Moment;
pub use money::{Money, parse_currency};
pub use notice::{
    NoticeCounts, NoticeDates, NoticeForm, NoticePeriod, NoticeUnit, POSTAL_MARGIN_WORKING_DAYS, add_months,
    after_notice, given_by, last_day_of_notice, last_safe_posting_day, minus_working_days, next_end,
};
pub use record::{Kept, Kind, Record, RecordKind};
pub use ways::{DECISION_ASKED_DAYS, WayThatRemains, decision_asked_from, ways_that_remain};
