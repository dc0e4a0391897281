//! The tools whose files are recognised.
use std::fmt;

/// A tool that writes files of its own form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tool {
    /// Toggl Track: detailed time entries.
    Toggl,
    /// Clockify: detailed time entries.
    Clockify,
    /// Harvest: detailed time entries.
    Harvest,
    /// Google Contacts, old form and new.
    GoogleContacts,
    /// Outlook: contacts as CSV.
    Outlook,
    /// vCard 2.1, 3.0 or 4.0, which any address book writes.
    VCard,
    /// `HubSpot`: companies.
    HubSpotCompanies,
    /// `HubSpot`: deals.
    HubSpotDeals,
    /// Asana: the tasks of a project.
    Asana,
    /// Trello: the cards of a board.
    Trello,
    /// Invoice Ninja: invoices.
    InvoiceNinjaInvoices,
    /// Invoice Ninja: payments.
    InvoiceNinjaPayments,
    /// `FreshBooks`: the lines of invoices.
    FreshBooks,
    /// `QuickBooks`: the template of invoices.
    QuickBooks,
    /// Google Forms: answers to a survey.
    GoogleForms,
    /// Typeform: answers to a survey.
    Typeform,
    /// `LimeSurvey`: answers to a survey.
    LimeSurvey,
}

impl Tool {
    /// All tools.
    pub const ALL: [Self; 17] = [
        Self::Toggl,
        Self::Clockify,
        Self::Harvest,
        Self::GoogleContacts,
        Self::Outlook,
        Self::VCard,
        Self::HubSpotCompanies,
        Self::HubSpotDeals,
        Self::Asana,
        Self::Trello,
        Self::InvoiceNinjaInvoices,
        Self::InvoiceNinjaPayments,
        Self::FreshBooks,
        Self::QuickBooks,
        Self::GoogleForms,
        Self::Typeform,
        Self::LimeSurvey,
    ];

    /// The name on screen and in sentences.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Toggl => "Toggl Track",
            Self::Clockify => "Clockify",
            Self::Harvest => "Harvest",
            Self::GoogleContacts => "Google Contacts",
            Self::Outlook => "Outlook",
            Self::VCard => "vCard",
            Self::HubSpotCompanies => "HubSpot companies",
            Self::HubSpotDeals => "HubSpot deals",
            Self::Asana => "Asana",
            Self::Trello => "Trello",
            Self::InvoiceNinjaInvoices => "Invoice Ninja invoices",
            Self::InvoiceNinjaPayments => "Invoice Ninja payments",
            Self::FreshBooks => "FreshBooks",
            Self::QuickBooks => "QuickBooks",
            Self::GoogleForms => "Google Forms",
            Self::Typeform => "Typeform",
            Self::LimeSurvey => "LimeSurvey",
        }
    }
}

impl fmt::Display for Tool {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
