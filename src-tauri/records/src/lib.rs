//! The domain's types: ids, money, dates, the records of a practice, their validation, and notice arithmetic.
//!
//! Nothing here reads a file or a clock. A record is only its facts; the id under which it is kept travels
//! beside it in [`Kept`], so that the same type serves a form that is being filled in and a row that stands.
#![warn(missing_docs)]

mod check;
mod country;
mod error;
mod ids;
mod kinds;
mod language;
mod moment;
mod money;
mod notice;
mod record;

pub use check::{MAX_LINE, MAX_TEXT};
pub use country::country_name;
pub use error::RecordError;
pub use ids::{
    CheckInId, ClientId, ComplaintId, ConcessionId, DeliverableId, EngagementId, EnquiryId, IdSource,
    IncidentId, InvoiceId, LetterId, ObligationId, RecordId,
};
pub use kinds::{
    CheckIn, Client, ClientStatus, Complaint, Concession, Contact, Deliverable, Engagement, Enquiry,
    Incident, IncidentKind, Invoice, Letter, LetterChoices, LetterKind, LetterParagraph, LetterReason,
    Obligation, ObligationKind, Outcome, Papers, Profile, RatingScale, ReferredPerson, RenewalState, SaidBy,
    Thanks,
};
pub use language::{Language, Paper};
pub use moment::Moment;
pub use money::{Money, parse_currency};
pub use notice::{
    NoticeCounts, NoticeDates, NoticeForm, NoticePeriod, NoticeUnit, POSTAL_MARGIN_WORKING_DAYS, add_months,
    last_day_of_notice, last_safe_posting_day, minus_working_days, next_end,
};
pub use record::{Kept, Kind, Record, RecordKind};
