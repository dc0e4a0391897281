//! The records of a practice, a file each.
mod check_in;
mod client;
mod complaint;
mod concession;
mod deliverable;
mod engagement;
mod enquiry;
mod incident;
mod invoice;
mod letter;
mod obligation;
mod profile;

pub use check_in::{CheckIn, RatingScale, SaidBy};
pub use client::{Client, ClientStatus, Contact};
pub use complaint::Complaint;
pub use concession::Concession;
pub use deliverable::{Deliverable, Outcome};
pub use engagement::{Engagement, RenewalState};
pub use enquiry::Enquiry;
pub use incident::{Incident, IncidentKind};
pub use invoice::Invoice;
pub use letter::{
    Letter, LetterChoices, LetterKind, LetterParagraph, LetterReason, Papers, ReferredPerson, Thanks,
};
pub use obligation::{Obligation, ObligationKind};
pub use profile::Profile;
