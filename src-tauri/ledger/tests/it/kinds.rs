//! A record of any kind, plain but valid, and linked as far as it can be.
use std::collections::BTreeMap;

use iso_currency::Currency;
use kindly_ledger::{Changes, LedgerError, Reader};
use kindly_records::{
    Acceptance, Attention, CheckInRequest, ClientId, Complaint, ComplaintCause, Concession, Conversation,
    CriterionKind, Decision, DecisionKind, DecisionReason, Deliverable, DeliverableId, Document, EndedBy,
    Ending, EndingReason, Engagement, EngagementId, Enquiry, EnquiryId, FinishedLetter, FitAnswer,
    FitAnswerKind, FitCriterion, Improvement, Incident, IncidentKind, Initiative, Invoice, InvoiceId, Kind,
    Letter, LetterChoices, LetterKind, LetterParagraph, LetterTemplate, LetterTemplateId, Money, Obligation,
    ObligationId, ObligationKind, Payment, Praise, RatingScale, Record, ReferralContact, Request,
    RequestAnswer, Snooze, Template, TemplateKind, TimeEntry,
};

use uuid::Uuid;

use crate::builders::{check_in, client, day, deliverable, engagement};

/// Every kind but the profile; what is named stands before what names it.
pub(crate) const ALL: [Kind; 27] = [
    Kind::Client,
    Kind::Enquiry,
    Kind::Engagement,
    Kind::Obligation,
    Kind::Deliverable,
    Kind::CheckIn,
    Kind::Invoice,
    Kind::Concession,
    Kind::Incident,
    Kind::Complaint,
    Kind::LetterTemplate,
    Kind::Letter,
    Kind::Praise,
    Kind::Payment,
    Kind::TimeEntry,
    Kind::Conversation,
    Kind::Request,
    Kind::Attention,
    Kind::Decision,
    Kind::Ending,
    Kind::ReferralContact,
    Kind::Document,
    Kind::Template,
    Kind::Snooze,
    Kind::Improvement,
    Kind::CheckInRequest,
    Kind::FitCriterion,
];

/// Those of no client.
pub(crate) const NOBODYS: [Kind; 4] =
    [Kind::LetterTemplate, Kind::ReferralContact, Kind::Improvement, Kind::FitCriterion];

/// What a record of a client may name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Family {
    pub(crate) client: ClientId,
    pub(crate) enquiry: Option<EnquiryId>,
    pub(crate) engagement: Option<EngagementId>,
    pub(crate) obligation: Option<ObligationId>,
    pub(crate) deliverable: Option<DeliverableId>,
    pub(crate) invoice: Option<InvoiceId>,
    /// Nobody's, as every template of a letter is.
    pub(crate) letter_template: Option<LetterTemplateId>,
}

impl Family {
    /// The first of each kind that the client has now.
    pub(crate) fn of(changes: &Changes<'_>, client: ClientId) -> Result<Self, LedgerError> {
        Ok(Self {
            client,
            enquiry: changes.of_client::<Enquiry>(client)?.first().map(|kept| kept.id),
            engagement: changes.of_client::<Engagement>(client)?.first().map(|kept| kept.id),
            obligation: changes.of_client::<Obligation>(client)?.first().map(|kept| kept.id),
            deliverable: changes.of_client::<Deliverable>(client)?.first().map(|kept| kept.id),
            invoice: changes.of_client::<Invoice>(client)?.first().map(|kept| kept.id),
            letter_template: changes.all::<LetterTemplate>()?.first().map(|kept| kept.id),
        })
    }
}

pub(crate) fn letter(client: ClientId) -> Letter {
    Letter::new(client, LetterKind::RenewalRefusal, day("2026-02-11"))
}

/// The letter as it is once its PDF has that name.
pub(crate) fn finished(letter: Letter, number: &str, sha256: &str) -> Letter {
    let finished = FinishedLetter {
        number: number.to_owned(),
        at: letter.written_on.and_hms_opt(12, 0, 0).expect("noon exists on every day").and_utc(),
        sha256: sha256.to_owned(),
        pages: 1,
        paragraphs: vec![LetterParagraph {
            part: "ending".to_owned(),
            text: "This letter is notice.".to_owned(),
        }],
        ..FinishedLetter::default()
    };
    Letter { pdf_sha256: Some(sha256.to_owned()), finished: Some(finished), ..letter }
}

pub(crate) fn time_entry(client: ClientId, what: &str) -> TimeEntry {
    TimeEntry {
        client,
        engagement: None,
        deliverable: None,
        on: day("2026-02-12"),
        seconds: 5_400,
        what: what.to_owned(),
        billable: true,
        hourly_rate: Some(pounds(12_000)),
    }
}

pub(crate) fn invoice(client: ClientId, number: &str) -> Invoice {
    Invoice {
        client,
        number: number.to_owned(),
        issued_on: day("2026-01-31"),
        amount: pounds(480_000),
        due_on: day("2026-03-02"),
        paid_on: None,
        engagement: None,
        notes: String::new(),
    }
}

pub(crate) fn payment(client: ClientId, invoice: InvoiceId, reference: &str) -> Payment {
    Payment { client, invoice, on: day("2026-02-20"), amount: pounds(1_000), reference: reference.to_owned() }
}

fn pounds(minor: i64) -> Money {
    Money { minor, currency: Currency::GBP }
}

/// Every record that a reader finds, the letterhead left out.
pub(crate) fn records(reader: Reader<'_>) -> BTreeMap<(Kind, Uuid), Record> {
    let mut found = BTreeMap::new();
    macro_rules! gather {
        ($($Kind:ident),*) => {
            $(for kept in reader.all::<kindly_records::$Kind>().expect("they can be read") {
                found.insert((Kind::$Kind, kept.id.into()), kept.record.into());
            })*
        };
    }
    gather!(
        Client,
        Enquiry,
        Engagement,
        Obligation,
        Deliverable,
        CheckIn,
        Invoice,
        Concession,
        Incident,
        Complaint,
        Letter,
        Praise,
        Payment,
        TimeEntry,
        Conversation,
        Request,
        Attention,
        Decision,
        Ending,
        ReferralContact,
        Document,
        Template,
        Snooze,
        LetterTemplate,
        Improvement,
        CheckInRequest,
        FitCriterion
    );
    found
}

/// A record with those words in it; `None` for a payment where there is no invoice to pay.
#[expect(clippy::too_many_lines, reason = "one arm a kind")]
pub(crate) fn record(kind: Kind, family: &Family, words: &str) -> Option<Record> {
    let Family {
        client: owner,
        enquiry,
        engagement: agreement,
        obligation,
        deliverable: work,
        invoice: bill,
        letter_template,
    } = *family;
    let words = words.to_owned();
    Some(match kind {
        Kind::Client => kindly_records::Client { notes: words, ..client("Arkwright") }.into(),
        Kind::Enquiry => Enquiry {
            client: owner,
            received_on: day("2026-01-05"),
            subject: "a pricing review".to_owned(),
            words,
            answered_on: None,
            fit: vec![FitAnswer { criterion: Uuid::max().into(), answer: FitAnswerKind::Partly }],
        }
        .into(),
        Kind::Engagement => Engagement { success: words, ..engagement(owner, "Monthly") }.into(),
        Kind::Obligation => Obligation {
            client: owner,
            engagement: agreement,
            what: ObligationKind::default(),
            title: "Brief".to_owned(),
            due_on: day("2026-01-10"),
            met_on: None,
            notes: words,
            from_memory: false,
        }
        .into(),
        Kind::Deliverable => Deliverable {
            engagement: agreement,
            waits_for: obligation,
            acceptance: Acceptance::Accepted,
            notes: words,
            ..deliverable(owner, "Report")
        }
        .into(),
        Kind::CheckIn => {
            kindly_records::CheckIn { deliverable: work, ..check_in(owner, "2026-02-01", &words) }.into()
        }
        Kind::Invoice => Invoice { engagement: agreement, notes: words, ..invoice(owner, "2026-001") }.into(),
        Kind::Concession => Concession {
            client: owner,
            on: day("2026-02-02"),
            what: "A second round".to_owned(),
            amount: None,
            minutes: Some(90),
            reason: words,
            engagement: agreement,
            initiative: Initiative::TheyAsked,
            from_memory: true,
        }
        .into(),
        Kind::Incident => Incident {
            client: owner,
            on: day("2026-02-03"),
            what: IncidentKind::Blame,
            observed: "Said that it was our doing.".to_owned(),
            other_reading: words,
            review_on: Some(day("2026-05-03")),
        }
        .into(),
        Kind::Complaint => Complaint {
            client: owner,
            on: day("2026-02-04"),
            theme: "report unclear".to_owned(),
            words,
            answered_on: None,
            resolved_on: None,
            cause: ComplaintCause::Shared,
            resolution: String::new(),
        }
        .into(),
        Kind::Letter => Letter {
            engagement: agreement,
            enquiry,
            template: letter_template,
            choices: LetterChoices { reason_line: words.replace('\n', " "), ..LetterChoices::default() },
            ..letter(owner)
        }
        .into(),
        Kind::Praise => Praise {
            client: owner,
            on: day("2026-02-05"),
            words: format!("Thank you. {words}"),
            person: String::new(),
            deliverable: work,
            thanked_on: None,
        }
        .into(),
        Kind::Payment => payment(owner, bill?, &words.replace('\n', " ")).into(),
        Kind::TimeEntry => {
            TimeEntry { engagement: agreement, deliverable: work, ..time_entry(owner, &words) }.into()
        }
        Kind::Conversation => Conversation {
            client: owner,
            on: day("2026-02-06"),
            person: String::new(),
            asked: "What went wrong?".to_owned(),
            explained: words,
            agreed: String::new(),
            changed: "A call before each draft".to_owned(),
        }
        .into(),
        Kind::Request => Request {
            client: owner,
            engagement: agreement,
            on: day("2026-02-07"),
            what: "A workshop".to_owned(),
            answer: RequestAnswer::AgreedForFree,
            answered_on: None,
            worth: Some(pounds(90_000)),
            notes: words,
        }
        .into(),
        Kind::Attention => {
            Attention { client: owner, on: day("2026-02-08"), minutes: 45, what: words }.into()
        }
        Kind::Decision => Decision {
            client: owner,
            engagement: agreement,
            on: day("2026-02-09"),
            what: DecisionKind::Part,
            reason: DecisionReason::OutOfBalance,
            notes: words,
        }
        .into(),
        Kind::Ending => Ending {
            client: owner,
            engagement: agreement,
            enquiry,
            on: day("2026-02-10"),
            ended_by: EndedBy::Both,
            reason: EndingReason::Fit,
            words,
        }
        .into(),
        Kind::ReferralContact => ReferralContact {
            name: "Aiko Tanaka".to_owned(),
            field: "pricing".to_owned(),
            business: String::new(),
            email: "aiko@example.org".to_owned(),
            phone: String::new(),
            website: String::new(),
            notes: words,
        }
        .into(),
        Kind::Document => Document {
            client: owner,
            on: day("2026-02-13"),
            title: "Contract".to_owned(),
            file: "contract.pdf".to_owned(),
            sha256: None,
            notes: words,
        }
        .into(),
        Kind::Template => Template {
            client: Some(owner),
            engagement: agreement,
            what: TemplateKind::Deliverable,
            title: "Report of {month}".to_owned(),
            obligation: ObligationKind::default(),
            scale: RatingScale::Csat,
            first_due_on: Some(day("2026-01-31")),
            every_months: Some(1),
        }
        .into(),
        Kind::Snooze => Snooze {
            client: Some(owner),
            need: "notice:1".to_owned(),
            until: day("2026-03-01"),
            reason: format!("It can wait. {}", words.replace('\n', " ")),
        }
        .into(),
        Kind::LetterTemplate => LetterTemplate {
            name: "Plain refusal".to_owned(),
            letter_kind: LetterKind::RenewalRefusal,
            language: kindly_records::Language::De,
            register: kindly_records::Register::Formal,
            subject: String::new(),
            paragraphs: vec![LetterParagraph { part: "own".to_owned(), text: words }],
            left_out: vec!["thanks".to_owned()],
            taken_in: Vec::new(),
            notes: String::new(),
        }
        .into(),
        Kind::Improvement => Improvement {
            what: "A summary on page one".to_owned(),
            from: day("2026-02-14"),
            theme: "report unclear".to_owned(),
            done_on: Some(day("2026-02-16")),
            notes: words,
        }
        .into(),
        Kind::CheckInRequest => CheckInRequest {
            client: owner,
            on: day("2026-02-15"),
            scale: RatingScale::Ces,
            deliverable: work,
            person: words.replace('\n', " "),
        }
        .into(),
        Kind::FitCriterion => FitCriterion {
            name: "Pays within 30 days".to_owned(),
            weighs: CriterionKind::MustHave,
            weight: 3,
            question: String::new(),
            offer: String::new(),
            learnt_from: words,
            retired: false,
        }
        .into(),
        Kind::Profile => return None,
    })
}
