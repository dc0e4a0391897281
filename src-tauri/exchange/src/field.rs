//! The fields that a column can hold.
use crate::{ImportKind, header::header_key};

macro_rules! fields {
    ($($name:ident $text:literal $doc:literal,)+) => {
        /// What a column holds, over all kinds of file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $(#[doc = $doc] $name,)+
        }

        impl Field {
            /// All of them, in the order of their names.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The header that we write ourselves.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

fields! {
    Address "Address" "Postal address; lines apart by a line break or ` / `.",
    Amount "Amount" "An amount of money: an invoice's total, a payment, what a time entry comes to.",
    Answered "Answered" "The day of our first answer to a complaint.",
    Billable "Billable" "Whether a time entry is charged for.",
    Client "Client" "The client's name.",
    Country "Country" "ISO 3166 alpha-2 code.",
    Currency "Currency" "ISO 4217 code.",
    Date "Date" "The day something was said.",
    Deliverable "Deliverable" "The title of the deliverable that an answer is about.",
    Delivered "Delivered" "The day a deliverable was handed over.",
    Due "Due" "The day agreed.",
    Email "Email" "E-mail address.",
    Engagement "Engagement" "The title of the agreement.",
    FamilyName "Family name" "The contact's family name.",
    GivenName "Given name" "The contact's given name.",
    HourlyRate "Hourly rate" "What an hour is charged at.",
    Hours "Hours" "A length of time, as `1:30:00` or `1.5`.",
    Issued "Issued" "The day an invoice was issued.",
    Language "Language" "BCP 47 tag of the language of letters.",
    Met "Met" "The day an obligation was met.",
    Name "Name" "A client's own name.",
    Notes "Notes" "Anything worth remembering.",
    Number "Number" "An invoice's number.",
    Outcome "Outcome" "How a deliverable turned out.",
    Paid "Paid" "The day an invoice was paid in full.",
    PaidAmount "Paid amount" "How much of an invoice has been paid.",
    Person "Person" "The person who said it.",
    Phone "Phone" "Telephone number.",
    Received "Received" "The day an enquiry came.",
    Reference "Reference" "What stands on the bank statement.",
    Resolved "Resolved" "The day a complaint was settled.",
    Role "Role" "What a person does at a client's.",
    SaidBy "Said by" "Whether they said it or it is the user's impression.",
    Salutation "Salutation" "How the contact is addressed.",
    Scale "Scale" "CSAT, NPS or CES.",
    Stage "Stage" "How far a deal or an invoice has come, in the tool's own words.",
    Status "Status" "Where the relationship stands.",
    Subject "Subject" "What an enquiry is about.",
    Tags "Tags" "The user's own groups.",
    Task "Task" "The kind of work that time was spent on.",
    Theme "Theme" "What a complaint is about.",
    Title "Title" "What was agreed.",
    Value "Value" "The rating.",
    Website "Website" "A client's website.",
    What "What" "The kind of obligation, or what time was spent on.",
    Words "Words" "What they said or wrote.",
}

impl Field {
    /// The field of this name, as we write it; case, space and accents do not matter.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let key = header_key(name);
        Self::ALL.iter().copied().find(|field| header_key(field.name()) == key)
    }

    /// The words that it can hold in a kind of file, where they are few.
    pub(crate) fn options(self, kind: ImportKind) -> &'static [&'static str] {
        match self {
            Self::Billable => &["yes", "no"],
            Self::Language => &["en-GB", "en-US"],
            Self::Outcome => &["pending", "met", "partial", "late", "rejected", "excused"],
            Self::SaidBy => &["them", "me"],
            Self::Scale => &["CSAT", "NPS", "CES"],
            Self::Status => &["prospect", "active", "ended", "archived"],
            Self::What if kind == ImportKind::Obligations => {
                &["brief", "access", "feedback", "approval", "decision"]
            }
            _ => &[],
        }
    }

    /// Whether the column holds dates.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(
            self,
            Self::Answered
                | Self::Date
                | Self::Delivered
                | Self::Due
                | Self::Issued
                | Self::Met
                | Self::Paid
                | Self::Received
                | Self::Resolved
        )
    }
}
