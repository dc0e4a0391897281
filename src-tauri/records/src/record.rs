//! What all records have in common.
use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Attention, CheckIn, CheckInRequest, Client, ClientId, Complaint, Concession, Conversation, Decision,
    Deliverable, Document, Ending, Engagement, Enquiry, FitCriterion, Improvement, Incident, Invoice, Letter,
    LetterTemplate, Obligation, Payment, Praise, RecordError, RecordId, ReferralContact, Request, Snooze,
    Template, TimeEntry,
};

/// The kinds of record, by the names that commands, files and messages use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A client or prospect.
    Client,
    /// What a prospect asked for.
    Enquiry,
    /// An agreement.
    Engagement,
    /// Something we owe.
    Deliverable,
    /// An answer about satisfaction.
    CheckIn,
    /// Something they owe.
    Obligation,
    /// An invoice.
    Invoice,
    /// Something given away.
    Concession,
    /// An incident of conduct.
    Incident,
    /// A complaint.
    Complaint,
    /// A letter.
    Letter,
    /// A word of praise.
    Praise,
    /// Money that came in.
    Payment,
    /// Time spent on the work.
    TimeEntry,
    /// What was talked about.
    Conversation,
    /// Something asked for beyond the agreement.
    Request,
    /// What a client takes beside the work.
    Attention,
    /// What was decided about a client.
    Decision,
    /// How it ended.
    Ending,
    /// Somebody to refer to.
    ReferralContact,
    /// A document.
    Document,
    /// What comes again.
    Template,
    /// What was put off.
    Snooze,
    /// A letter that others begin from.
    LetterTemplate,
    /// A change of our own.
    Improvement,
    /// A question about satisfaction that went out.
    CheckInRequest,
    /// A criterion of fit.
    FitCriterion,
    /// The user's own name and address.
    Profile,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 28] = [
        Self::Client,
        Self::Enquiry,
        Self::Engagement,
        Self::Deliverable,
        Self::CheckIn,
        Self::Obligation,
        Self::Invoice,
        Self::Concession,
        Self::Incident,
        Self::Complaint,
        Self::Letter,
        Self::Praise,
        Self::Payment,
        Self::TimeEntry,
        Self::Conversation,
        Self::Request,
        Self::Attention,
        Self::Decision,
        Self::Ending,
        Self::ReferralContact,
        Self::Document,
        Self::Template,
        Self::Snooze,
        Self::LetterTemplate,
        Self::Improvement,
        Self::CheckInRequest,
        Self::FitCriterion,
        Self::Profile,
    ];

    /// The name in commands and files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Enquiry => "enquiry",
            Self::Engagement => "engagement",
            Self::Deliverable => "deliverable",
            Self::CheckIn => "check_in",
            Self::Obligation => "obligation",
            Self::Invoice => "invoice",
            Self::Concession => "concession",
            Self::Incident => "incident",
            Self::Complaint => "complaint",
            Self::Letter => "letter",
            Self::Praise => "praise",
            Self::Payment => "payment",
            Self::TimeEntry => "time_entry",
            Self::Conversation => "conversation",
            Self::Request => "request",
            Self::Attention => "attention",
            Self::Decision => "decision",
            Self::Ending => "ending",
            Self::ReferralContact => "referral_contact",
            Self::Document => "document",
            Self::Template => "template",
            Self::Snooze => "snooze",
            Self::LetterTemplate => "letter_template",
            Self::Improvement => "improvement",
            Self::CheckInRequest => "check_in_request",
            Self::FitCriterion => "fit_criterion",
            Self::Profile => "profile",
        }
    }
}

impl fmt::Display for Kind {
    /// The name in a sentence.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::CheckIn => "check-in",
            Self::TimeEntry => "time entry",
            Self::Attention => "note of attention",
            Self::ReferralContact => "referral contact",
            Self::LetterTemplate => "letter template",
            Self::CheckInRequest => "request for a check-in",
            Self::FitCriterion => "criterion of fit",
            other => other.name(),
        })
    }
}

/// A record of one kind.
pub trait RecordKind: Clone + PartialEq {
    /// The id under which it is kept.
    type Id: RecordId;
    /// Its kind.
    const KIND: Kind;

    /// Whether it can be kept as it is.
    ///
    /// # Errors
    /// The first thing found wrong, as one sentence.
    fn check(&self) -> Result<(), RecordError>;

    /// The client it belongs to; `None` for a client itself.
    fn client(&self) -> Option<ClientId>;

    /// What names it in a sentence: a title, a number, the words.
    fn title(&self) -> String;
}

/// A record together with the id under which it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept<R: RecordKind> {
    /// The id.
    pub id: R::Id,
    /// The facts.
    pub record: R,
}

macro_rules! record_of_any_kind {
    ($($kind:ident($held:ty)),+) => {
        /// A record of any kind: what a form, a command line or a file hands over.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each variant is named after the type that it holds")]
        pub enum Record {
            $($kind($held),)+
        }

        impl Record {
            /// Its kind.
            #[must_use]
            pub fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => $kind::KIND,)+ }
            }

            /// The client it belongs to; `None` for a client itself.
            #[must_use]
            pub fn client(&self) -> Option<ClientId> {
                match self { $(Self::$kind(record) => record.client(),)+ }
            }

            /// What names it in a sentence.
            #[must_use]
            pub fn title(&self) -> String {
                match self { $(Self::$kind(record) => record.title(),)+ }
            }

            /// Whether it can be kept as it is.
            ///
            /// # Errors
            /// The first thing found wrong, as one sentence.
            pub fn check(&self) -> Result<(), RecordError> {
                match self { $(Self::$kind(record) => record.check(),)+ }
            }
        }

        $(impl From<$kind> for Record {
            fn from(record: $kind) -> Self {
                Self::$kind(<$held>::from(record))
            }
        })+
    };
}

// A letter is several times as large as any other record, and rarer than most.
record_of_any_kind!(
    Client(Client),
    Enquiry(Enquiry),
    Engagement(Engagement),
    Deliverable(Deliverable),
    CheckIn(CheckIn),
    Obligation(Obligation),
    Invoice(Invoice),
    Concession(Concession),
    Incident(Incident),
    Complaint(Complaint),
    Letter(Box<Letter>),
    Praise(Praise),
    Payment(Payment),
    TimeEntry(TimeEntry),
    Conversation(Conversation),
    Request(Request),
    Attention(Attention),
    Decision(Decision),
    Ending(Ending),
    ReferralContact(ReferralContact),
    Document(Document),
    Template(Template),
    Snooze(Snooze),
    LetterTemplate(LetterTemplate),
    Improvement(Improvement),
    CheckInRequest(CheckInRequest),
    FitCriterion(FitCriterion)
);
