//! The facts a letter can need: what each holds, where a person enters it, and where it stands in a file.

use serde::Serialize;

/// What a fact holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactShape {
    /// A day.
    Day,
    /// A few words inside a sentence.
    Line,
    /// One or more sentences of the user's own.
    Text,
    /// Several lines.
    Lines,
    /// An amount.
    Money,
    /// Yes, or not.
    Yes,
    /// One of a few.
    Choice,
    /// Things with their days.
    Items,
    /// Invoices.
    Invoices,
    /// People who are named.
    People,
}

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident, $field:literal, $shape:ident, $place:ident, $english:literal;)*) => {
        /// A fact that a letter states or rests on. Serialised in snake case, as the window's catalogue knows it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum FactKey {
            $($(#[$doc])* $name,)*
        }

        impl FactKey {
            /// Every fact.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What it holds.
            pub fn shape(self) -> FactShape {
                match self {
                    $(Self::$name => FactShape::$shape,)*
                }
            }

            /// Where a person enters this fact.
            pub fn enter_in(self) -> EnterIn {
                match self {
                    $(Self::$name => EnterIn::$place,)*
                }
            }

            /// The fact in English, for the sentences of [`crate::LetterError`].
            pub(crate) fn in_english(self) -> &'static str {
                match self {
                    $(Self::$name => $english,)*
                }
            }

            /// Where the fact stands in the file format of [`crate::LetterSpec`].
            pub(crate) fn field(self) -> &'static str {
                match self {
                    $(Self::$name => $field,)*
                }
            }
        }
    };
}

facts! {
    /// The name of the person who writes.
    SenderName, "sender.name", Line, Settings, "the sender's name";
    /// Whom the letter goes to: a person or a company.
    RecipientName, "recipient.family_name or recipient.company", Line, Client, "the recipient's name or company";
    /// The day of the agreement.
    AgreementDate, "facts.agreement_date", Day, Engagement, "the date of the agreement";
    /// What the engagement is called.
    EngagementTitle, "facts.engagement", Line, Engagement, "the title of the engagement";
    /// The day the agreement ends.
    EndDate, "facts.end_date", Day, Engagement, "the end date";
    /// The last day on which notice can be given.
    Notice, "facts.notice", Day, Engagement, "the last day of notice";
    /// What is still to be delivered.
    StillToDeliver, "facts.still_to_deliver", Items, Deliverable, "what is still to be delivered";
    /// Something still to be delivered: its title.
    Delivery, "facts.still_to_deliver[].title", Line, Deliverable, "the title of a deliverable";
    /// The day something is due.
    DeliveryDue, "facts.still_to_deliver[].due", Day, Deliverable, "the due date of a deliverable";
    /// The day by which all files are handed over.
    HandoverBy, "facts.handover_by", Day, Letter, "the date of the handover";
    /// Open invoices.
    Invoices, "facts.invoices", Invoices, Invoice, "the open invoices";
    /// The number of an invoice.
    InvoiceNumber, "facts.invoices[].number", Line, Invoice, "the number of an invoice";
    /// The amount of an invoice.
    InvoiceAmount, "facts.invoices[].amount", Money, Invoice, "the amount of an invoice";
    /// The day an invoice is due.
    InvoiceDue, "facts.invoices[].due", Day, Invoice, "the due date of an invoice";
    /// The day by which the final invoice comes.
    FinalInvoiceBy, "facts.final_invoice_by", Day, Letter, "the date of the final invoice";
    /// The day of the enquiry.
    EnquiryDate, "facts.enquiry_date", Day, Enquiry, "the date of the enquiry";
    /// What the enquiry is about.
    EnquirySubject, "facts.subject", Line, Enquiry, "the subject of the enquiry";
    /// The client's consent that their details are passed on.
    ClientConsent, "facts.referral.client_consented", Yes, Letter, "the client's consent to pass on their details";
    /// Others who could help.
    Referral, "facts.referral", People, Letter, "somebody to name";
    /// What they asked for.
    Request, "facts.request", Line, Request, "what they asked for";
    /// The day they asked.
    RequestDate, "facts.request_date", Day, Request, "the date of the request";
    /// Whether they asked for scope, a discount, a rush or other terms.
    RequestIs, "facts.request_is", Choice, Letter, "the kind of request";
    /// What the agreement includes.
    Included, "facts.included", Text, Letter, "what is included";
    /// What it does not include.
    NotIncluded, "facts.not_included", Text, Letter, "what is not included";
    /// The ways that are open.
    Options, "facts.options", Lines, Letter, "the ways that are open";
    /// The day to answer by.
    ReplyBy, "facts.reply_by", Day, Letter, "the day to answer by";
    /// What they owe.
    Obligation, "facts.obligation", Line, Obligation, "what they owe";
    /// The day it was due.
    DueOn, "facts.due_on", Day, Obligation, "the day it was due";
    /// What both sides want.
    SharedGoal, "facts.shared_goal", Text, Letter, "the shared goal";
    /// The clause, as after "under".
    Clause, "facts.clause", Line, Letter, "the clause";
    /// Work that waits for them.
    Waiting, "facts.waiting", Items, Deliverable, "the work that waits";
    /// What a delay does to the dates.
    Effect, "facts.effect", Text, Letter, "what it does to the dates";
    /// What is needed.
    Needed, "facts.needed", Text, Letter, "what is needed";
    /// The day it is needed by.
    NeededBy, "facts.needed_by", Day, Letter, "the day it is needed by";
    /// What happens otherwise.
    Otherwise, "facts.otherwise", Text, Letter, "what happens otherwise";
    /// The day of the incident.
    IncidentDate, "facts.incident_date", Day, Incident, "the date of the incident";
    /// What was said or done.
    Observed, "facts.observed", Text, Incident, "what was said or done";
    /// How we work.
    HowWeWork, "facts.how_we_work", Text, Letter, "how we work";
    /// What is asked from now on.
    Expectation, "facts.expectation", Text, Letter, "what we ask from now on";
    /// What is done if it happens again.
    Consequence, "facts.consequence", Text, Letter, "what we do if it happens again";
    /// It ends at once.
    ImmediateEnd, "facts.immediate_end", Yes, Letter, "whether it ends at once";
    /// What is done.
    Done, "facts.done", Lines, Letter, "what is done";
    /// What they are asked to do.
    ClientSteps, "facts.client_steps", Lines, Letter, "what they are asked to do";
    /// What is handed back.
    Returns, "facts.returns", Lines, Letter, "what is handed back";
    /// A prepayment that is refunded.
    Refund, "facts.refund", Money, Letter, "the prepayment to refund";
    /// What went wrong, as they saw it.
    WentWrong, "facts.went_wrong", Text, Letter, "what went wrong";
    /// What was missed or late.
    Missed, "facts.missed", Items, Deliverable, "what was missed";
    /// What is done about it.
    WhatWeDo, "facts.what_we_do", Text, Letter, "what is done about it";
    /// The day it is put right.
    PutRightBy, "facts.put_right_by", Day, Letter, "the day it is put right";
    /// What was changed so that it stays right.
    WhatChanged, "facts.what_changed", Text, Letter, "what was changed";
    /// The day of the complaint.
    ComplaintDate, "facts.complaint_date", Day, Complaint, "the date of the complaint";
    /// What was understood.
    Understood, "facts.understood", Text, Letter, "what was understood";
    /// What was found.
    Found, "facts.found", Text, Letter, "what was found";
    /// What is done, or why not.
    Answer, "facts.answer", Text, Letter, "the answer";
    /// The next step.
    NextStep, "facts.next_step", Text, Letter, "the next step";
    /// The day by which they hear more.
    NextStepBy, "facts.next_step_by", Day, Letter, "the day of the next step";
    /// The new terms.
    Terms, "facts.terms", Text, Letter, "the new terms";
    /// The day the new terms begin.
    TermsFrom, "facts.terms_from", Day, Letter, "the day the terms begin";
    /// The price so far.
    PriceFrom, "facts.price_from", Line, Letter, "the price so far";
    /// The new price.
    PriceTo, "facts.price_to", Line, Letter, "the new price";
    /// What stays as it is.
    Stays, "facts.stays", Text, Letter, "what stays as it is";
    /// Why, in one neutral line.
    Why, "facts.why", Text, Letter, "the reason";
    /// The day to decide by.
    DecideBy, "facts.decide_by", Day, Letter, "the day to decide by";
    /// The day of the talk.
    TalkDate, "facts.talk_date", Day, Conversation, "the day of the talk";
    /// What was agreed about money.
    MoneyNote, "facts.money_note", Text, Letter, "what was agreed about money";
    /// The day to pay by.
    PayBy, "facts.pay_by", Day, Letter, "the day to pay by";
    /// How to pay.
    PayHow, "facts.pay_how", Text, Letter, "how to pay";
    /// The day from which the work pauses.
    PauseFrom, "facts.pause_from", Day, Letter, "the day the work pauses";
    /// The day of the last reminder.
    RemindedOn, "facts.reminded_on", Day, Letter, "the day of the last reminder";
    /// The step that follows.
    LawfulStep, "facts.lawful_step", Text, Letter, "the step that follows";
    /// How it is done here.
    HowWeDoIt, "facts.how_we_do_it", Text, Letter, "how we do it";
    /// What it has brought.
    HasBrought, "facts.has_brought", Text, Letter, "what it has brought";
    /// What is needed for it.
    WhatWeNeed, "facts.what_we_need", Text, Letter, "what we need for it";
    /// What stays open to choice.
    OpenToChoice, "facts.open_to_choice", Text, Letter, "what is theirs to choose";
    /// The day all was complete.
    DoneOn, "facts.done_on", Day, Deliverable, "the day it was complete";
    /// What was delivered.
    Delivered, "facts.delivered", Lines, Letter, "what was delivered";
}

impl FactKey {
    /// Its name in a file and in a sentence's braces: `agreement_date`.
    pub(crate) fn name(self) -> &'static str {
        self.field().strip_prefix("facts.").unwrap_or(self.field())
    }

    /// Its code as the window's catalogue knows it: `enquiry_subject`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::EnquirySubject => "enquiry_subject",
            Self::EngagementTitle => "engagement_title",
            Self::SenderName => "sender_name",
            Self::RecipientName => "recipient_name",
            other => other.name(),
        }
    }

    /// The fact that a file or a sentence names so.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|key| key.name() == name)
    }

    /// What can be chosen of a choice, the usual one first; empty for any other fact.
    pub(crate) fn options(self) -> &'static [&'static str] {
        match self {
            Self::RequestIs => &["scope", "discount", "rush", "payment_terms"],
            _ => &[],
        }
    }
}

/// The place where a missing fact is entered; the window leads there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EnterIn {
    /// The sender's own details.
    Settings,
    /// The client or prospect.
    Client,
    /// The engagement.
    Engagement,
    /// A deliverable of the engagement.
    Deliverable,
    /// An invoice of the engagement.
    Invoice,
    /// The enquiry.
    Enquiry,
    /// The request beyond the agreement.
    Request,
    /// What the client owes.
    Obligation,
    /// The incident.
    Incident,
    /// The complaint.
    Complaint,
    /// The conversation.
    Conversation,
    /// The letter itself.
    Letter,
}

impl EnterIn {
    /// The place in English, for the sentences of [`crate::LetterError`].
    pub(crate) fn in_english(self) -> &'static str {
        match self {
            Self::Settings => "in the settings",
            Self::Client => "at the client",
            Self::Engagement => "at the engagement",
            Self::Deliverable => "at the deliverable",
            Self::Invoice => "at the invoice",
            Self::Enquiry => "at the enquiry",
            Self::Request => "at the request",
            Self::Obligation => "at the obligation",
            Self::Incident => "at the incident",
            Self::Complaint => "at the complaint",
            Self::Conversation => "at the conversation",
            Self::Letter => "in the letter",
        }
    }
}

/// A fact that the kind of letter needs and does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct MissingFact {
    /// Which fact.
    pub key: FactKey,
    /// Where to enter it.
    pub enter_in: EnterIn,
}

impl From<FactKey> for MissingFact {
    fn from(key: FactKey) -> Self {
        Self { key, enter_in: key.enter_in() }
    }
}
