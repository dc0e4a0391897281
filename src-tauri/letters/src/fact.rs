//! The facts a letter can need, and where a person enters them.

use serde::Serialize;

/// A fact that a letter states or rests on. Serialised in snake case, as the window's catalogue knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKey {
    /// The name of the person who writes.
    SenderName,
    /// Whom the letter goes to: a person or a company.
    RecipientName,
    /// The day of the agreement that ends.
    AgreementDate,
    /// What the engagement is called.
    EngagementTitle,
    /// The day the agreement ends.
    EndDate,
    /// The last day on which notice can be given.
    Notice,
    /// Something still to be delivered: its title.
    Delivery,
    /// The day something is due.
    DeliveryDue,
    /// The day by which all files are handed over.
    HandoverBy,
    /// The number of an invoice.
    InvoiceNumber,
    /// The amount of an invoice.
    InvoiceAmount,
    /// The day an invoice is due.
    InvoiceDue,
    /// The day by which the final invoice comes.
    FinalInvoiceBy,
    /// The day of the enquiry.
    EnquiryDate,
    /// What the enquiry is about.
    EnquirySubject,
    /// The client's consent that their details are passed on.
    ClientConsent,
}

impl FactKey {
    /// Where a person enters this fact.
    pub fn enter_in(self) -> EnterIn {
        match self {
            Self::SenderName => EnterIn::Settings,
            Self::RecipientName => EnterIn::Client,
            Self::AgreementDate | Self::EngagementTitle | Self::EndDate | Self::Notice => EnterIn::Engagement,
            Self::Delivery | Self::DeliveryDue => EnterIn::Deliverable,
            Self::InvoiceNumber | Self::InvoiceAmount | Self::InvoiceDue => EnterIn::Invoice,
            Self::EnquiryDate | Self::EnquirySubject => EnterIn::Enquiry,
            Self::HandoverBy | Self::FinalInvoiceBy | Self::ClientConsent => EnterIn::Letter,
        }
    }

    /// The fact in English, for the sentences of [`crate::LetterError`].
    pub(crate) fn in_english(self) -> &'static str {
        match self {
            Self::SenderName => "the sender's name",
            Self::RecipientName => "the recipient's name or company",
            Self::AgreementDate => "the date of the agreement",
            Self::EngagementTitle => "the title of the engagement",
            Self::EndDate => "the end date",
            Self::Notice => "the last day of notice",
            Self::Delivery => "the title of a deliverable",
            Self::DeliveryDue => "the due date of a deliverable",
            Self::HandoverBy => "the date of the handover",
            Self::InvoiceNumber => "the number of an invoice",
            Self::InvoiceAmount => "the amount of an invoice",
            Self::InvoiceDue => "the due date of an invoice",
            Self::FinalInvoiceBy => "the date of the final invoice",
            Self::EnquiryDate => "the date of the enquiry",
            Self::EnquirySubject => "the subject of the enquiry",
            Self::ClientConsent => "the client's consent to pass on their details",
        }
    }

    /// Where the fact stands in the file format of [`crate::LetterSpec`].
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::SenderName => "sender.name",
            Self::RecipientName => "recipient.family_name or recipient.company",
            Self::AgreementDate => "facts.agreement_date",
            Self::EngagementTitle => "facts.engagement",
            Self::EndDate => "facts.end_date",
            Self::Notice => "facts.notice",
            Self::Delivery => "facts.still_to_deliver[].title",
            Self::DeliveryDue => "facts.still_to_deliver[].due",
            Self::HandoverBy => "facts.handover_by",
            Self::InvoiceNumber => "facts.invoices[].number",
            Self::InvoiceAmount => "facts.invoices[].amount",
            Self::InvoiceDue => "facts.invoices[].due",
            Self::FinalInvoiceBy => "facts.final_invoice_by",
            Self::EnquiryDate => "facts.enquiry_date",
            Self::EnquirySubject => "facts.subject",
            Self::ClientConsent => "facts.referral.client_consented",
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
