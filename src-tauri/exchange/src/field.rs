//! The fields that a column can hold.

macro_rules! fields {
    ($($name:ident $text:literal $doc:literal,)+) => {
        /// What a column holds, over all kinds of file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $(#[doc = $doc] $name,)+
        }

        impl Field {
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
    Amount "Amount" "An invoice's total.",
    Answered "Answered" "The day of our first answer to a complaint.",
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
    Issued "Issued" "The day an invoice was issued.",
    Language "Language" "BCP 47 tag of the language of letters.",
    Met "Met" "The day an obligation was met.",
    Name "Name" "A client's own name.",
    Notes "Notes" "Anything worth remembering.",
    Number "Number" "An invoice's number.",
    Outcome "Outcome" "How a deliverable turned out.",
    Paid "Paid" "The day an invoice was paid in full.",
    Resolved "Resolved" "The day a complaint was settled.",
    SaidBy "Said by" "Whether they said it or it is the user's impression.",
    Salutation "Salutation" "How the contact is addressed.",
    Scale "Scale" "CSAT, NPS or CES.",
    Status "Status" "Where the relationship stands.",
    Theme "Theme" "What a complaint is about.",
    Title "Title" "What was agreed.",
    Value "Value" "The rating.",
    What "What" "The kind of obligation.",
    Words "Words" "What they said or wrote.",
}

impl Field {
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
                | Self::Resolved
        )
    }
}
