//! What the two kinds with words of their own state, and how a record's words become a letter's.
use kindly_letters as letters;
use kindly_records::{
    Client, Invoice, Kept, Letter, LetterReason, NoticeCounts, NoticeForm, Papers, Profile, Thanks,
    country_name,
};

use super::basis::Basis;

impl Basis {
    /// What a refusal to renew states.
    pub(super) fn refusal(&self, letter: &Letter) -> letters::RenewalRefusal {
        let choices = &letter.choices;
        let (end_date, notice) = self.end(letter);
        letters::RenewalRefusal {
            agreement_date: self.engagement.as_ref().map(|kept| kept.record.agreed_on),
            engagement: None,
            end_date,
            notice,
            notice_override_confirmed: choices.notice_override,
            still_to_deliver: self
                .pending()
                .into_iter()
                .map(|kept| letters::Delivery {
                    title: kept.record.title.clone(),
                    due: Some(kept.record.due_on),
                })
                .collect(),
            handover_by: choices.handover_by,
            invoices: self.invoices.iter().map(invoice).collect(),
            final_invoice_by: None,
            reason: choices.reason.and_then(renewal_reason),
            thanks: match choices.thanks {
                Thanks::WorkTogether => letters::Thanks::WorkTogether,
                Thanks::Since => letters::Thanks::Since,
                Thanks::Trust => letters::Thanks::Trust,
                Thanks::Hospitality => letters::Thanks::Hospitality,
                Thanks::None => letters::Thanks::None,
            },
            referral: referral(letter),
            ask_confirm_receipt: choices.ask_confirm_receipt,
        }
    }

    /// What declining an enquiry states.
    pub(super) fn decline(&self, letter: &Letter) -> letters::ProspectDecline {
        let choices = &letter.choices;
        letters::ProspectDecline {
            enquiry_date: self.enquiry.as_ref().map(|kept| kept.record.received_on),
            subject: self.enquiry.as_ref().map(|kept| kept.record.subject.clone()),
            reason: choices.reason.and_then(prospect_reason),
            reason_line: written(&choices.reason_line),
            time_may_matter: choices.time_may_matter,
            nothing_owed: choices.nothing_owed,
            after_call: choices.after_call,
            papers: match choices.papers {
                Papers::None => letters::Papers::None,
                Papers::Returned => letters::Papers::Returned,
                Papers::Deleted => letters::Papers::Deleted,
            },
            papers_called: None,
            referral: referral(letter),
        }
    }
}

/// An invoice as a letter names it.
pub(super) fn invoice(kept: &Kept<Invoice>) -> letters::Invoice {
    letters::Invoice {
        number: kept.record.number.clone(),
        amount: Some(letters::Money {
            minor: kept.record.amount.minor,
            currency: kept.record.amount.currency,
        }),
        due: Some(kept.record.due_on),
    }
}

/// A text that says something, trimmed.
pub(super) fn written(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn salutation_title(salutation: &str) -> Option<letters::SalutationTitle> {
    use letters::SalutationTitle as Title;
    match salutation.trim().trim_end_matches('.').to_lowercase().as_str() {
        "ms" => Some(Title::Ms),
        "mr" => Some(Title::Mr),
        "mrs" => Some(Title::Mrs),
        "mx" => Some(Title::Mx),
        "dr" => Some(Title::Dr),
        "prof" | "professor" => Some(Title::Prof),
        _ => None,
    }
}

pub(super) fn notice_form(form: NoticeForm) -> letters::NoticeForm {
    match form {
        NoticeForm::Letter => letters::NoticeForm::Letter,
        NoticeForm::Registered => letters::NoticeForm::Registered,
        NoticeForm::Email => letters::NoticeForm::Email,
    }
}

pub(super) fn notice_counts(counts: NoticeCounts) -> letters::NoticeCounts {
    match counts {
        NoticeCounts::ReceivedBy => letters::NoticeCounts::ReceivedBy,
        NoticeCounts::SentBy => letters::NoticeCounts::SentBy,
    }
}

fn renewal_reason(reason: LetterReason) -> Option<letters::RenewalReason> {
    match reason {
        LetterReason::OtherField => Some(letters::RenewalReason::OtherField),
        LetterReason::FewerEngagements => Some(letters::RenewalReason::FewerEngagements),
        LetterReason::ClosingPractice => Some(letters::RenewalReason::ClosingPractice),
        LetterReason::NotTheTimeItNeeds => Some(letters::RenewalReason::NotTheTimeItNeeds),
        LetterReason::OutsideMyField | LetterReason::NeedsATeam | LetterReason::OtherCommitments => None,
    }
}

fn prospect_reason(reason: LetterReason) -> Option<letters::ProspectReason> {
    match reason {
        LetterReason::OutsideMyField => Some(letters::ProspectReason::OutsideMyField),
        LetterReason::NotTheTimeItNeeds => Some(letters::ProspectReason::NotTheTimeItNeeds),
        LetterReason::NeedsATeam => Some(letters::ProspectReason::NeedsATeam),
        LetterReason::OtherCommitments => Some(letters::ProspectReason::OtherCommitments),
        LetterReason::OtherField | LetterReason::FewerEngagements | LetterReason::ClosingPractice => None,
    }
}

/// The people that a letter names as an alternative.
pub(super) fn referral(letter: &Letter) -> Option<letters::Referral> {
    let choices = &letter.choices;
    let named = choices.referral.iter().filter(|person| !person.name.trim().is_empty());
    let people: Vec<letters::ReferredPerson> = named
        .map(|person| letters::ReferredPerson { name: person.name.clone(), field: written(&person.field) })
        .collect();
    (!people.is_empty()).then_some(letters::Referral {
        people,
        client_details_passed_on: choices.details_passed_on,
        client_consented: choices.client_consented,
    })
}

/// A client as a letter or an e-mail addresses them.
pub(crate) fn recipient(client: &Client) -> letters::Recipient {
    let Client { name, contact, address, country, .. } = client;
    letters::Recipient {
        // A private client is called as the person is: once is enough.
        company: written(name).filter(|name| *name != contact.full_name()),
        title: salutation_title(&contact.salutation),
        given_name: contact.given_name.clone(),
        family_name: contact.family_name.clone(),
        address: address.clone(),
        country: country_name(country),
        email: written(&contact.email),
    }
}

/// The user as a letter or an e-mail names them.
pub(crate) fn sender(profile: &Profile) -> letters::Sender {
    letters::Sender {
        name: profile.name.clone(),
        trade_name: written(&profile.trade_name),
        role: written(&profile.role),
        address: profile.address.clone(),
        country: country_name(&profile.country),
        email: written(&profile.email),
        phone: written(&profile.phone),
        website: written(&profile.website),
        place: written(&profile.place),
        footer: profile.footer.clone(),
    }
}
