//! Every kind of record comes back as it was kept, with no field at its default.
use std::fmt::Debug;

use iso_currency::Currency;
use kindly_ledger::Stored;
use kindly_records::{
    Acceptance, Attention, CheckIn, CheckInRequest, Client, ClientId, ClientStatus, Complaint,
    ComplaintCause, Concession, Contact, Conversation, CriterionKind, Decision, DecisionKind, DecisionReason,
    Deliverable, DismissedFinding, Document, EndedBy, Ending, EndingReason, Engagement, EngagementId,
    Enquiry, EnquiryId, FeeModel, FitAnswer, FitAnswerKind, FitCriterion, FrozenFact, Improvement, Incident,
    IncidentKind, Initiative, Invoice, Kind, Language, Letter, LetterBasis, LetterChoices, LetterKind,
    LetterParagraph, LetterReason, LetterTemplate, LetterTemplateId, LetterheadIn, Money, NoticeCounts,
    NoticeForm, NoticePeriod, NoticeUnit, Obligation, ObligationKind, Outcome, PageLayout, Paper, Papers,
    Payment, Praise, Profile, RatingScale, Record, ReferralContact, ReferredPerson, Register, Request,
    RequestAnswer, SaidBy, Scope, Snooze, StatedValue, Template, TemplateKind, Thanks, TimeEntry, Typeface,
};
use uuid::Uuid;

use crate::{
    builders::{Practice, day},
    kinds::NOBODYS,
};

fn full_client() -> Client {
    Client {
        name: "Zoë Ångström & Σία".to_owned(),
        status: ClientStatus::Ended,
        contact: Contact {
            salutation: "Dr".to_owned(),
            given_name: "Zoë".to_owned(),
            family_name: "Ångström".to_owned(),
            email: "zoe@example.org".to_owned(),
            phone: "+46 8 123 456".to_owned(),
            role: "Director".to_owned(),
        },
        address: vec!["Kungsgatan 1".to_owned(), "“Third floor”".to_owned()],
        country: "SE".to_owned(),
        language: Language::EnUs,
        currency: Currency::SEK,
        notes: "Calls on Mondays.\nPrefers 'short' notes.".to_owned(),
        sample: true,
        people: vec![Contact { given_name: "Per".to_owned(), ..Contact::default() }],
        tags: vec!["retail".to_owned(), "“north”".to_owned()],
        website: "example.org".to_owned(),
        check_in_every_days: Some(90),
        check_in_scale: RatingScale::Nps,
    }
}

/// A letter with no more than it must have, and one with all that a draft can have.
fn letters(
    client: ClientId,
    engagement: EngagementId,
    enquiry: EnquiryId,
    template: LetterTemplateId,
) -> (Letter, Letter) {
    let sparse = Letter::new(client, LetterKind::ProspectDecline, day("2025-11-20"));
    let stated = [
        ("reply_by", StatedValue::Day(day("2025-12-01"))),
        ("clause", StatedValue::Text("§ 4 “ending”".to_owned())),
        ("options", StatedValue::Lines(vec!["a change order".to_owned(), String::new()])),
        ("refund", StatedValue::Money(Money { minor: -1, currency: Currency::JPY })),
        ("offer_call", StatedValue::Yes(true)),
        ("request_is", StatedValue::Choice("discount".to_owned())),
    ];
    let full = Letter {
        engagement: Some(engagement),
        enquiry: Some(enquiry),
        language: Language::Es,
        paper: Paper::UsLetter,
        choices: LetterChoices {
            reason: Some(LetterReason::NeedsATeam),
            reason_line: "It needs more than one person".to_owned(),
            thanks: Thanks::Hospitality,
            referral: vec![ReferredPerson { name: "Aiko Tanaka".to_owned(), field: "pricing".to_owned() }],
            details_passed_on: true,
            client_consented: true,
            handover_by: Some(day("2025-12-31")),
            ask_confirm_receipt: false,
            notice_override: true,
            for_following_end: true,
            after_call: true,
            time_may_matter: true,
            nothing_owed: true,
            papers: Papers::Deleted,
        },
        paragraphs: Some(vec![LetterParagraph {
            part: "own".to_owned(), text: "With “thanks”".to_owned()
        }]),
        pdf_sha256: Some("ab".repeat(32)),
        about: vec![
            LetterBasis { kind: Kind::Engagement, id: engagement.into() },
            LetterBasis { kind: Kind::Request, id: Uuid::max() },
        ],
        register: Register::Formal,
        stated: stated.map(|(key, value)| (key.to_owned(), value)).into(),
        left_out: vec!["thanks".to_owned()],
        taken_in: vec!["reason".to_owned(), "papers".to_owned()],
        subject: "Your enquiry".to_owned(),
        remark: Some("By registered post".to_owned()),
        enclosures: vec!["The brief".to_owned(), "“Two” keys".to_owned()],
        template: Some(template),
        dismissed: vec![DismissedFinding {
            finding: "absolute".to_owned(),
            words: "never".to_owned(),
            note: "It is so.".to_owned(),
        }],
        facts_seen: vec![FrozenFact {
            key: "end_date".to_owned(),
            wording: "31 January 2027".to_owned(),
            kind: Some(Kind::Engagement),
            id: Some(Uuid::from(engagement).to_string()),
        }],
        ..sparse.clone()
    };
    (sparse, full)
}

/// Keeps a record, changes it to another and back, and deletes it; each time what is read is what was kept.
fn check<R: Stored + Debug>(practice: &mut Practice, client: ClientId, full: &R, sparse: &R) -> R::Id {
    let id = practice.add(full);
    let read = |practice: &mut Practice| {
        practice.ledger().reader().get::<R>(id).expect("it can be read").map(|kept| kept.record)
    };
    assert_eq!(read(practice).as_ref(), Some(full), "a {} comes back as it was kept", R::KIND);
    practice.run("edit", |changes| changes.update(id, sparse));
    assert_eq!(read(practice).as_ref(), Some(sparse), "a {} comes back as it was changed", R::KIND);
    practice.run("edit", |changes| changes.update(id, full));
    practice.restart();
    assert_eq!(read(practice).as_ref(), Some(full), "a {} is still there after a restart", R::KIND);
    let reader = practice.ledger().reader();
    let of_client = reader.of_client::<R>(client).expect("it can be read");
    assert_eq!(
        of_client.iter().any(|kept| kept.id == id),
        !NOBODYS.contains(&R::KIND),
        "a {} is found under its client, if it has one",
        R::KIND
    );
    assert_eq!(reader.all::<R>().expect("it can be read").len(), 1, "there is one {}", R::KIND);
    let any: Option<Record> = reader.record(R::KIND, id.into()).expect("it can be read");
    assert_eq!(any.as_ref().map(Record::kind), Some(R::KIND), "and it is read as a record of any kind");
    assert_eq!(any.map(|any| any.title()), Some(full.title()), "with the same facts");
    id
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "a table of every kind with every field, each resting on those before"
)]
fn every_kind_comes_back_as_it_was_kept() {
    let mut practice = Practice::new();
    let sparse = Client {
        contact: Contact::default(),
        address: Vec::new(),
        sample: false,
        people: Vec::new(),
        tags: Vec::new(),
        check_in_every_days: None,
        ..full_client()
    };
    // A client is found under its own id, which is the next one.
    let client = practice.ids.clone().next();
    check(&mut practice, client, &full_client(), &sparse);

    let enquiry = Enquiry {
        client,
        received_on: day("2026-01-05"),
        subject: "a pricing review".to_owned(),
        words: "Could you start soon?".to_owned(),
        answered_on: Some(day("2026-01-06")),
        fit: vec![
            FitAnswer { criterion: Uuid::max().into(), answer: FitAnswerKind::No },
            FitAnswer { criterion: Uuid::nil().into(), answer: FitAnswerKind::Yes },
        ],
    };
    let sparse = Enquiry { answered_on: None, fit: Vec::new(), ..enquiry.clone() };
    let enquiry = check(&mut practice, client, &enquiry, &sparse);

    let engagement = Engagement {
        client,
        title: "Monthly reporting".to_owned(),
        agreed_on: day("2025-08-01"),
        success: "A board that decides in one meeting.".to_owned(),
        starts_on: Some(day("2025-09-01")),
        term_ends_on: Some(day("2026-08-31")),
        renews_by_months: Some(12),
        notice: Some(NoticePeriod { count: 6, unit: NoticeUnit::Weeks }),
        notice_form: NoticeForm::Registered,
        notice_counts: NoticeCounts::SentBy,
        ended_on: Some(day("2026-08-31")),
        fee_model: FeeModel::Hourly,
        rate: Some(Money { minor: 15_000, currency: Currency::SEK }),
        budget_minutes: Some(2_400),
        from_memory: true,
    };
    let sparse = Engagement {
        rate: None,
        budget_minutes: None,
        starts_on: None,
        term_ends_on: None,
        renews_by_months: None,
        notice: None,
        ended_on: None,
        ..engagement.clone()
    };
    let engagement = check(&mut practice, client, &engagement, &sparse);

    let obligation = Obligation {
        client,
        engagement: Some(engagement),
        what: ObligationKind::Decision,
        title: "Choose the layout".to_owned(),
        due_on: day("2025-10-10"),
        met_on: Some(day("2025-10-20")),
        notes: "Asked twice.".to_owned(),
        from_memory: true,
    };
    let sparse = Obligation { engagement: None, met_on: None, ..obligation.clone() };
    let obligation = check(&mut practice, client, &obligation, &sparse);

    let deliverable = Deliverable {
        client,
        engagement: Some(engagement),
        title: "October report".to_owned(),
        due_on: day("2025-10-31"),
        delivered_on: Some(day("2025-11-02")),
        outcome: Outcome::Late,
        notes: "The figures came late.".to_owned(),
        scope: Scope::Extra,
        acceptance: Acceptance::AcceptedAfterRework,
        waits_for: Some(obligation),
        from_memory: true,
    };
    let sparse = Deliverable {
        engagement: None,
        waits_for: None,
        delivered_on: None,
        outcome: Outcome::Pending,
        ..deliverable.clone()
    };
    let deliverable = check(&mut practice, client, &deliverable, &sparse);

    let check_in = CheckIn {
        client,
        on: day("2025-11-03"),
        scale: RatingScale::Nps,
        value: 9,
        said_by: SaidBy::MyImpression,
        deliverable: Some(deliverable),
        words: "Better than last month".to_owned(),
        person: "Per".to_owned(),
        from_memory: true,
    };
    check(&mut practice, client, &check_in, &CheckIn { deliverable: None, ..check_in.clone() });

    let invoice = Invoice {
        client,
        number: "2025-017".to_owned(),
        issued_on: day("2025-11-01"),
        amount: Money { minor: 480_050, currency: Currency::JPY },
        due_on: day("2025-12-01"),
        paid_on: Some(day("2025-12-04")),
        engagement: Some(engagement),
        notes: "Paid in two parts".to_owned(),
    };
    let sparse = Invoice { paid_on: None, engagement: None, ..invoice.clone() };
    let invoice = check(&mut practice, client, &invoice, &sparse);

    let concession = Concession {
        client,
        on: day("2025-11-04"),
        what: "A second round".to_owned(),
        amount: Some(Money { minor: 12_345, currency: Currency::KWD }),
        minutes: Some(90),
        reason: "To keep the peace".to_owned(),
        engagement: Some(engagement),
        initiative: Initiative::WeOffered,
        from_memory: true,
    };
    let sparse = Concession { amount: None, engagement: None, ..concession.clone() };
    check(&mut practice, client, &concession, &sparse);

    let incident = Incident {
        client,
        on: day("2025-11-05"),
        what: IncidentKind::PressureOnPrice,
        observed: "Asked for a discount or they would leave.".to_owned(),
        other_reading: "Their budget was cut.".to_owned(),
        review_on: Some(day("2026-02-05")),
    };
    let sparse = Incident { other_reading: String::new(), review_on: None, ..incident.clone() };
    check(&mut practice, client, &incident, &sparse);

    let complaint = Complaint {
        client,
        on: day("2025-11-06"),
        theme: "report unclear".to_owned(),
        words: "Nobody understood page three.".to_owned(),
        answered_on: Some(day("2025-11-07")),
        resolved_on: Some(day("2025-11-10")),
        cause: ComplaintCause::Ours,
        resolution: "A summary on page one.".to_owned(),
    };
    let sparse = Complaint { answered_on: None, resolved_on: None, ..complaint.clone() };
    check(&mut practice, client, &complaint, &sparse);

    let letter_template = LetterTemplate {
        name: "Plain “no”".to_owned(),
        letter_kind: LetterKind::OurWay,
        language: Language::Fr,
        register: Register::Formal,
        subject: "About {engagement}".to_owned(),
        paragraphs: vec![LetterParagraph { part: "own".to_owned(), text: "Merci.".to_owned() }],
        left_out: vec!["thanks".to_owned()],
        taken_in: vec!["reason".to_owned()],
        notes: "For small clients.".to_owned(),
    };
    let sparse = LetterTemplate { paragraphs: Vec::new(), notes: String::new(), ..letter_template.clone() };
    let template = check(&mut practice, client, &letter_template, &sparse);

    let (sparse, full) = letters(client, engagement, enquiry, template);
    check(&mut practice, client, &full, &sparse);

    let praise = Praise {
        client,
        on: day("2025-11-21"),
        words: "The best report yet.".to_owned(),
        person: "Per".to_owned(),
        deliverable: Some(deliverable),
        thanked_on: Some(day("2025-11-22")),
    };
    check(&mut practice, client, &praise, &Praise { deliverable: None, thanked_on: None, ..praise.clone() });

    let payment = Payment {
        client,
        invoice,
        on: day("2025-12-04"),
        amount: Money { minor: 1, currency: Currency::JPY },
        reference: "Ref 17".to_owned(),
    };
    check(&mut practice, client, &payment, &Payment { reference: String::new(), ..payment.clone() });

    let time = TimeEntry {
        client,
        engagement: Some(engagement),
        deliverable: Some(deliverable),
        on: day("2025-11-23"),
        seconds: 4_999,
        what: "Interviews".to_owned(),
        billable: false,
        hourly_rate: Some(Money { minor: 14_500, currency: Currency::SEK }),
    };
    let sparse = TimeEntry { engagement: None, deliverable: None, hourly_rate: None, ..time.clone() };
    check(&mut practice, client, &time, &sparse);

    let conversation = Conversation {
        client,
        on: day("2025-11-24"),
        person: "Per".to_owned(),
        asked: "What was unclear?".to_owned(),
        explained: "How the figures come about.".to_owned(),
        agreed: "A call before each draft.".to_owned(),
        changed: "The order of the chapters.".to_owned(),
    };
    let sparse = Conversation { asked: String::new(), person: String::new(), ..conversation.clone() };
    check(&mut practice, client, &conversation, &sparse);

    let request = Request {
        client,
        engagement: Some(engagement),
        on: day("2025-11-25"),
        what: "A workshop".to_owned(),
        answer: RequestAnswer::Declined,
        answered_on: Some(day("2025-11-26")),
        worth: Some(Money { minor: 90_000, currency: Currency::SEK }),
        notes: "Asked by telephone.".to_owned(),
    };
    let sparse = Request { engagement: None, answered_on: None, worth: None, ..request.clone() };
    check(&mut practice, client, &request, &sparse);

    let attention = Attention { client, on: day("2025-11-27"), minutes: 45, what: "Calls".to_owned() };
    check(&mut practice, client, &attention, &Attention { what: String::new(), ..attention.clone() });

    let decision = Decision {
        client,
        engagement: Some(engagement),
        on: day("2025-11-28"),
        what: DecisionKind::RaiseThePrice,
        reason: DecisionReason::CostsMoreAttentionThanItReturns,
        notes: "From March on.".to_owned(),
    };
    check(&mut practice, client, &decision, &Decision { engagement: None, ..decision.clone() });

    let ending = Ending {
        client,
        engagement: Some(engagement),
        enquiry: Some(enquiry),
        on: day("2025-11-29"),
        ended_by: EndedBy::Them,
        reason: EndingReason::Price,
        words: "Somebody cheaper.".to_owned(),
    };
    check(&mut practice, client, &ending, &Ending { engagement: None, enquiry: None, ..ending.clone() });

    let contact = ReferralContact {
        name: "Aiko Tanaka".to_owned(),
        field: "pricing".to_owned(),
        business: "Tanaka & Sato".to_owned(),
        email: "aiko@example.org".to_owned(),
        phone: "+81 3 1234 5678".to_owned(),
        website: "example.com".to_owned(),
        notes: "Takes small projects.".to_owned(),
    };
    check(&mut practice, client, &contact, &ReferralContact { notes: String::new(), ..contact.clone() });

    let document = Document {
        client,
        on: day("2025-11-30"),
        title: "Contract".to_owned(),
        file: "contract.pdf".to_owned(),
        sha256: Some("cd".repeat(32)),
        notes: "Signed by both.".to_owned(),
    };
    check(&mut practice, client, &document, &Document { sha256: None, ..document.clone() });

    let template = Template {
        client: Some(client),
        engagement: Some(engagement),
        what: TemplateKind::Obligation,
        title: "Figures of {month}".to_owned(),
        obligation: ObligationKind::Feedback,
        scale: RatingScale::Ces,
        first_due_on: Some(day("2026-01-31")),
        every_months: Some(3),
    };
    let sparse = Template { engagement: None, first_due_on: None, every_months: None, ..template.clone() };
    check(&mut practice, client, &template, &sparse);

    let snooze = Snooze {
        client: Some(client),
        need: "notice:1".to_owned(),
        until: day("2026-01-15"),
        reason: "They are on holiday".to_owned(),
    };
    check(&mut practice, client, &snooze, &Snooze { until: day("2026-01-16"), ..snooze.clone() });

    let improvement = Improvement {
        what: "A summary on page one".to_owned(),
        from: day("2026-01-01"),
        theme: "report unclear".to_owned(),
        done_on: Some(day("2026-01-08")),
        notes: "Asked for by “three”.".to_owned(),
    };
    check(&mut practice, client, &improvement, &Improvement { done_on: None, ..improvement.clone() });

    let asked = CheckInRequest {
        client,
        on: day("2025-11-02"),
        scale: RatingScale::Nps,
        deliverable: Some(deliverable),
        person: "Per".to_owned(),
    };
    check(&mut practice, client, &asked, &CheckInRequest { deliverable: None, ..asked.clone() });

    let criterion = FitCriterion {
        name: "Wants work before a contract".to_owned(),
        weighs: CriterionKind::DealBreaker,
        weight: 5,
        question: "When would you sign?".to_owned(),
        offer: "You sign before we begin.".to_owned(),
        learnt_from: "Two of the three who went badly.".to_owned(),
        retired: true,
    };
    let sparse = FitCriterion { weighs: CriterionKind::Wish, weight: 1, retired: false, ..criterion.clone() };
    check(&mut practice, client, &criterion, &sparse);

    let counts = practice.ledger().reader().counts().expect("they can be counted");
    let once = counts.iter().filter(|(_, count)| **count == 1).count();
    assert_eq!(
        (counts.len(), once, counts[&Kind::Profile]),
        (28, 27, 0),
        "one of each kind, and no profile yet"
    );
}

#[test]
fn the_profile_comes_back_as_it_was_kept() {
    let mut practice = Practice::new();
    assert_eq!(
        practice.ledger().reader().profile().expect("it can be read"),
        Profile::default(),
        "while none was entered there is an empty one"
    );
    let full = Profile {
        trade_name: "Brook & Elm".to_owned(),
        name: "Mara Brook".to_owned(),
        role: "Principal".to_owned(),
        address: vec!["1 Mill Lane".to_owned(), "Bath".to_owned()],
        country: "GB".to_owned(),
        email: "mara@example.org".to_owned(),
        phone: "+44 20 7946 0000".to_owned(),
        website: "example.org".to_owned(),
        place: "Bath".to_owned(),
        language: Language::EnUs,
        paper: Paper::UsLetter,
        currency: Currency::GBP,
        postal_margin_working_days: 5,
        register: Register::Formal,
        layout: Some(PageLayout::Din5008A),
        typeface: Typeface::Sans,
        accent: "#1a4f8B".to_owned(),
        fold_marks: false,
        logo_sha256: Some("0a".repeat(32)),
        signature_sha256: Some("0b".repeat(32)),
        footer: vec![vec!["VAT GB 1".to_owned(), String::new()], vec!["IBAN “GB2”".to_owned()]],
        cooling_off_hours: 48,
        letter_numbers: "{n}/{year}".to_owned(),
        per_language: vec![LetterheadIn {
            language: Language::De,
            trade_name: "Brook & Elm, Beratung".to_owned(),
            role: "Inhaberin".to_owned(),
            place: "Köln".to_owned(),
            website: "example.org/de".to_owned(),
            footer: vec![vec!["USt-IdNr. DE 1".to_owned()]],
        }],
        half_life_days: 180,
        delivery_bar_percent: 80,
        cost_per_hour: Some(Money { minor: 4_550, currency: Currency::CHF }),
    };
    practice.run("profile", |changes| {
        changes.set_profile(&Profile::default())?;
        changes.set_profile(&full)
    });
    practice.restart();
    assert_eq!(practice.ledger().reader().profile().expect("it can be read"), full, "the last one stands");
    assert_eq!(practice.undo().as_deref(), Some("profile"), "the profile can be taken back");
    assert_eq!(
        practice.ledger().reader().profile().expect("it can be read"),
        Profile::default(),
        "and is gone"
    );
}

#[test]
fn records_come_by_date_then_by_id() {
    let mut practice = Practice::new();
    let client = practice.client("Arkwright");
    let other = practice.client("Bell");
    let late = practice.check_in(client, "2026-03-01", "");
    let early = practice.check_in(client, "2026-01-01", "");
    let second = practice.check_in(other, "2026-01-01", "");
    let ledger = practice.ledger();
    let ids =
        |kept: Vec<kindly_records::Kept<CheckIn>>| kept.into_iter().map(|kept| kept.id).collect::<Vec<_>>();
    let all = ids(ledger.reader().all().expect("they can be read"));
    assert_eq!(all, [early, second, late], "by date; on one day in the order they came");
    let of_client = ids(ledger.reader().of_client(client).expect("they can be read"));
    assert_eq!(of_client, [early, late], "and only those of the client asked for");
}

#[test]
fn records_of_any_kind_are_added_changed_and_deleted() {
    let mut practice = Practice::new();
    let mut ids = practice.ids.clone();
    let record = Record::from(full_client());
    let id = practice.run("add", |changes| changes.insert_record(&mut ids, &record));
    let renamed = Record::from(Client { name: "Renamed".to_owned(), ..full_client() });
    practice.run("edit", |changes| changes.update_record(id, &renamed));
    let read = practice.ledger().reader().record(Kind::Client, id).expect("it can be read");
    assert_eq!(read, Some(renamed), "the record reads as it was changed");
    practice.run("delete", |changes| changes.delete_record(Kind::Client, id));
    assert_eq!(
        practice.ledger().reader().record(Kind::Client, id).expect("it can be read"),
        None,
        "it is gone"
    );
}

#[test]
fn files_are_kept_once_by_what_is_in_them() {
    let mut practice = Practice::new();
    let at = practice.ledger().journal_position();
    let name = practice.run("keep", |changes| changes.put_blob(b"%PDF-1.7"));
    let again = practice.run("keep", |changes| changes.put_blob(b"%PDF-1.7"));
    assert_eq!(name, again, "the same bytes have the same name");
    assert_eq!(name, "86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b", "their SHA-256");
    let reader = practice.ledger().reader();
    assert_eq!(
        reader.blob(&name).expect("it can be read").as_deref(),
        Some(&b"%PDF-1.7"[..]),
        "the bytes come back"
    );
    assert_eq!(reader.blob(&"00".repeat(32)).expect("it can be asked"), None, "an unknown name has no bytes");
    assert_eq!(reader.blob("no name").expect("it can be asked"), None, "nor has what is no name");
    assert_eq!(practice.ledger().journal_position(), at, "keeping a file alone is nothing to take back");
}
