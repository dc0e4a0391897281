//! From a letter's record and the records it rests on to a stated letter.
use chrono::NaiveDate;
use kindly_letters as letters;
use kindly_records::{
    Client, Deliverable, Engagement, Enquiry, Invoice, Kept, Language, Letter, LetterKind, LetterReason,
    NoticeCounts, NoticeForm, Outcome, Paper, Papers, Profile, RenewalState, Thanks, country_name,
    last_safe_posting_day,
};

use crate::{
    Practice, PracticeError,
    books::{Account, accounts},
};

/// The records that a letter rests on, as they stand today.
pub(super) struct Basis {
    pub(super) profile: Profile,
    pub(super) client: Kept<Client>,
    pub(super) engagement: Option<Kept<Engagement>>,
    pub(super) enquiry: Option<Kept<Enquiry>>,
    /// Still to deliver: open ones, by day.
    pub(super) deliverables: Vec<Kept<Deliverable>>,
    /// Open invoices, by day, each with what is still to be paid as its amount.
    pub(super) invoices: Vec<Kept<Invoice>>,
    /// The letter's own date: which end comes next, and whether its notice is late, is judged by it.
    on: NaiveDate,
}

impl Basis {
    pub(super) fn of(practice: &Practice, letter: &Letter) -> Result<Self, PracticeError> {
        let reader = practice.ledger.reader();
        let client = practice.client_named(letter.client)?;
        let engagement = match letter.engagement {
            Some(id) => reader.get::<Engagement>(id)?,
            None => None,
        };
        let enquiry = match letter.enquiry {
            Some(id) => reader.get::<Enquiry>(id)?,
            None => None,
        };
        let (mut deliverables, mut invoices) = (Vec::new(), Vec::new());
        if letter.letter_kind == LetterKind::RenewalRefusal {
            deliverables = reader.of_client::<Deliverable>(letter.client)?;
            // Work under another agreement goes on and is none of this letter's business.
            deliverables.retain(|kept| {
                kept.record.outcome == Outcome::Pending
                    && (kept.record.engagement.is_none() || kept.record.engagement == letter.engagement)
            });
            deliverables.sort_by_key(|kept| kept.record.due_on);
            let (all, payments) = (reader.of_client(letter.client)?, reader.of_client(letter.client)?);
            let accounts = accounts(&all, &payments, NaiveDate::MAX);
            invoices = accounts.iter().filter_map(still_to_be_paid).collect();
            invoices.sort_by_key(|kept| kept.record.due_on);
        }
        let profile = reader.profile()?;
        Ok(Self { profile, client, engagement, enquiry, deliverables, invoices, on: letter.written_on })
    }

    /// The stated letter.
    pub(super) fn spec(&self, letter: &Letter) -> letters::LetterSpec {
        letters::LetterSpec {
            language: match letter.language {
                Language::EnGb => letters::Language::EnglishUk,
                Language::EnUs => letters::Language::EnglishUs,
            },
            paper: match letter.paper {
                Paper::A4 => letters::Paper::A4,
                Paper::UsLetter => letters::Paper::UsLetter,
            },
            sender: self.sender(),
            recipient: self.recipient(),
            date: letter.written_on,
            facts: match letter.letter_kind {
                LetterKind::RenewalRefusal => letters::Facts::RenewalRefusal(self.refusal(letter)),
                LetterKind::ProspectDecline => letters::Facts::ProspectDecline(self.decline(letter)),
            },
            subject: None,
            paragraphs: letter
                .paragraphs
                .as_ref()
                .map(|paragraphs| paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect()),
            remark: None,
            enclosures: Vec::new(),
            signature_role: None,
        }
    }

    /// The end that the letter gives notice for, and the notice it needs.
    pub(super) fn end(&self, letter: &Letter) -> (Option<NaiveDate>, Option<letters::Notice>) {
        let Some(Kept { record: engagement, .. }) = &self.engagement else { return (None, None) };
        let margin = self.profile.postal_margin_working_days;
        let (form, counts) = (notice_form(engagement.notice_form), notice_counts(engagement.notice_counts));
        match engagement.renewal(self.on, margin) {
            RenewalState::Open => (None, None),
            RenewalState::Ended(on) => (Some(on), None),
            // Nothing was agreed about notice: it is in time until the end itself.
            RenewalState::EndsOn(on) => {
                let last_safe_posting_day = None;
                (
                    Some(on),
                    Some(letters::Notice {
                        last_day: on,
                        last_safe_posting_day,
                        counts,
                        form,
                        next_end: None,
                    }),
                )
            }
            RenewalState::Notice(dates) => {
                let following = dates.following_end.filter(|_| letter.choices.for_following_end);
                let (ends_on, last_day) = match (following, engagement.notice) {
                    (Some(end), Some(period)) => (end, kindly_records::last_day_of_notice(end, period)),
                    _ => (dates.ends_on, dates.last_day),
                };
                let posting =
                    last_safe_posting_day(last_day, engagement.notice_form, engagement.notice_counts, margin);
                let notice = letters::Notice {
                    last_day,
                    last_safe_posting_day: Some(posting),
                    counts,
                    form,
                    next_end: dates.following_end,
                };
                (Some(ends_on), Some(notice))
            }
        }
    }

    fn sender(&self) -> letters::Sender {
        sender(&self.profile)
    }

    fn recipient(&self) -> letters::Recipient {
        recipient(&self.client.record)
    }

    fn refusal(&self, letter: &Letter) -> letters::RenewalRefusal {
        let choices = &letter.choices;
        let (end_date, notice) = self.end(letter);
        letters::RenewalRefusal {
            agreement_date: self.engagement.as_ref().map(|kept| kept.record.agreed_on),
            engagement: None,
            end_date,
            notice,
            notice_override_confirmed: choices.notice_override,
            still_to_deliver: self
                .deliverables
                .iter()
                .map(|kept| letters::Delivery {
                    title: kept.record.title.clone(),
                    due: Some(kept.record.due_on),
                })
                .collect(),
            handover_by: choices.handover_by,
            invoices: self
                .invoices
                .iter()
                .map(|kept| letters::Invoice {
                    number: kept.record.number.clone(),
                    amount: Some(letters::Money {
                        minor: kept.record.amount.minor,
                        currency: kept.record.amount.currency,
                    }),
                    due: Some(kept.record.due_on),
                })
                .collect(),
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

    fn decline(&self, letter: &Letter) -> letters::ProspectDecline {
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

/// An open invoice, with what is still to be paid as its amount: a letter asks for no more than that.
fn still_to_be_paid(account: &Account<'_>) -> Option<Kept<Invoice>> {
    let Kept { id, record } = account.invoice;
    let open = || Kept { id: *id, record: Invoice { amount: account.open, ..record.clone() } };
    account.settled_on.is_none().then(open)
}

/// The name of a part, as the window's catalogue knows it.
pub(super) fn part_name(part: letters::Part) -> String {
    match serde_json::to_value(part) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn written(text: &str) -> Option<String> {
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

fn notice_form(form: NoticeForm) -> letters::NoticeForm {
    match form {
        NoticeForm::Letter => letters::NoticeForm::Letter,
        NoticeForm::Registered => letters::NoticeForm::Registered,
        NoticeForm::Email => letters::NoticeForm::Email,
    }
}

fn notice_counts(counts: NoticeCounts) -> letters::NoticeCounts {
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

fn referral(letter: &Letter) -> Option<letters::Referral> {
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
    }
}
