//! A ledger in which every field that holds text holds HTML and script, as a file that was imported might bring it.
use std::{fs, path::Path};

use kindly_practice::{
    Practice,
    many::FieldText,
    records::{
        Kind, Letter, LetterParagraph, Moment, RecordKind as _,
        fields::{self, FieldSpec, Shape},
    },
};

use crate::home::TODAY;

/// Whatever a page could take for more than text; the name of its field stands before it. No comma, no bar and no
/// slash between blanks, which take lists apart; and nothing longer than the shortest field.
const HTML: &str = "</textarea></title><img src=x onerror=\"window.ran=1\"><svg onload=\"window.ran=1\">\
    <script>window.ran=1</script><a href=\"javascript:window.ran=1\">x</a>{@html '<i>'}${1}{{1}}&lt;b&gt;";

/// The same for an e-mail address, which has no blanks.
const EMAIL: &str = "<img/src=x/onerror=\"window.ran=1\">@halden.example";

/// The name of the client of whom there is a record of each kind.
pub(crate) fn client() -> String {
    text_of(Kind::Client, "name")
}

/// What stands before the HTML in a field, so that it is known where it is seen.
fn mark(kind: Kind, key: &str) -> String {
    format!("{}.{key}:", kind.name())
}

/// Makes a ledger with the sample in it, as it is.
pub(crate) fn sample(ledger: &Path) -> Practice {
    fs::create_dir_all(ledger.parent().expect("a ledger lies in a folder")).expect("the folder can be made");
    let mut practice = Practice::open(ledger).expect("a new ledger opens");
    practice.load_sample(moment()).expect("the sample loads");
    practice
}

/// Fills the ledger: the sample with its texts changed, and of each kind one more with every field filled.
/// Returns the mark of each field that holds HTML.
pub(crate) fn plant(ledger: &Path) -> Vec<String> {
    let mut practice = sample(ledger);
    let mut marks = Vec::new();

    let profile =
        practice.profile_with(&texts(Kind::Profile, "", &mut marks)).expect("the letterhead takes text");
    practice.save_profile(moment(), &profile).expect("the letterhead is kept");

    for kind in Kind::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, Kind::Letter | Kind::LetterTemplate | Kind::Profile))
    {
        let lines = practice.record_lines(moment(), kind).expect("the records can be read");
        for (number, line) in lines.iter().enumerate() {
            let changes: Vec<FieldText> = texts(kind, &format!("{number} "), &mut Vec::new())
                .into_iter()
                .filter(|text| fields::find(kind, &text.key).is_some_and(|field| holds_text(kind, field)))
                // What a document refers to would no longer be there.
                .filter(|text| text.key != "file")
                .collect();
            let record = practice.record_with(&line.record, &changes).expect("a record takes text");
            let id = line.id.parse().expect("a line has its record's id");
            practice
                .edit(moment(), id, &record)
                .unwrap_or_else(|error| panic!("{kind} {}: {error}", line.title));
        }
    }
    for kind in ORDER {
        let texts = texts(kind, "", &mut marks);
        let record = practice.record_of(kind, &texts).unwrap_or_else(|error| panic!("a {kind}: {error}"));
        practice.add(moment(), &record).unwrap_or_else(|error| panic!("a {kind}: {error}"));
    }
    let client = practice.client_called(&client()).expect("the client is there");
    for kind in [
        kindly_practice::records::LetterKind::RenewalRefusal,
        kindly_practice::records::LetterKind::ProspectDecline,
    ] {
        let begun =
            practice.start_letter(moment(), client, kind, None).expect("a letter can be begun").letter;
        let own = LetterParagraph { part: "own".to_owned(), text: text_of(Kind::Letter, "paragraph") };
        let letter = Letter { paragraphs: Some(vec![own]), ..begun };
        letter.check().expect("the letter can be kept");
        practice.keep_letter(moment(), None, &letter).expect("the letter is kept");
    }
    marks.push(mark(Kind::Letter, "paragraph"));
    marks
}

/// In an order in which each finds what it names.
const ORDER: [Kind; 25] = [
    Kind::Client,
    Kind::Engagement,
    Kind::Obligation,
    Kind::Deliverable,
    Kind::Enquiry,
    Kind::Invoice,
    Kind::Payment,
    Kind::CheckIn,
    Kind::Complaint,
    Kind::Praise,
    Kind::Concession,
    Kind::Incident,
    Kind::TimeEntry,
    Kind::Conversation,
    Kind::Request,
    Kind::Attention,
    Kind::Decision,
    Kind::Ending,
    Kind::ReferralContact,
    Kind::Document,
    Kind::Template,
    Kind::Improvement,
    Kind::CheckInRequest,
    Kind::FitCriterion,
    Kind::Snooze,
];

/// A text for each field of a kind, and the marks of those that hold HTML.
fn texts(kind: Kind, before: &str, marks: &mut Vec<String>) -> Vec<FieldText> {
    let mut texts = Vec::new();
    for field in fields::of(kind) {
        if let Some(text) = text(kind, field) {
            let html = holds_text(kind, field);
            if html {
                marks.push(mark(kind, field.key));
            }
            // An address has no blanks, and people's parts stand apart by them.
            let plain = field.shape == Shape::People || field.key.ends_with("email");
            let before = if html && !plain { before } else { "" };
            texts.push(FieldText { key: field.key.to_owned(), text: format!("{before}{text}") });
        }
    }
    texts
}

/// Whether a field takes any text at all.
fn holds_text(kind: Kind, field: &FieldSpec) -> bool {
    let shaped =
        matches!(field.shape, Shape::Line | Shape::Text | Shape::Lines | Shape::Words | Shape::People);
    shaped
        && !matches!(
            (kind, field.key),
            (_, "country" | "sha256" | "accent" | "letter_numbers") | (Kind::Snooze, "need")
        )
}

/// What goes into a field; `None` leaves it as it is.
fn text(kind: Kind, field: &FieldSpec) -> Option<String> {
    let day = match field.key {
        "due_on" | "term_ends_on" | "until" | "first_due_on" => Some("2026-12-20"),
        // Other days say what came of it, and what is over is shown less.
        _ if !field.needed => None,
        _ => Some("2026-11-02"),
    };
    Some(match field.shape {
        _ if field.key.ends_with("email") => format!("{}{EMAIL}", mark(kind, field.key)),
        Shape::Line if field.key == "country" => "GB".to_owned(),
        Shape::Line if ["sha256", "accent", "letter_numbers"].contains(&field.key) => return None,
        Shape::Line if field.key == "need" => "own_record".to_owned(),
        Shape::Line | Shape::Text | Shape::Lines | Shape::Words => text_of(kind, field.key),
        Shape::People => {
            let part = text_of(kind, field.key);
            format!("{part} | {part} | {EMAIL} | {part} | {part} | {part}")
        }
        Shape::Whole => "2".to_owned(),
        Shape::Count if field.key == "half_life_days" => "365".to_owned(),
        Shape::Count if field.key == "delivery_bar_percent" => "70".to_owned(),
        Shape::Count => "3".to_owned(),
        Shape::Minutes | Shape::Seconds => "1:30".to_owned(),
        Shape::YesNo => "no".to_owned(),
        Shape::Day => day?.to_owned(),
        Shape::OneOf(words) if words.contains(&"active") => "active".to_owned(),
        Shape::OneOf(words) => words.first()?.to_string(),
        Shape::Currency => "GBP".to_owned(),
        Shape::Amount => "1200".to_owned(),
        Shape::Client => client(),
        Shape::Record(Kind::Invoice) => text_of(Kind::Invoice, "number"),
        Shape::Record(Kind::Enquiry) => text_of(Kind::Enquiry, "subject"),
        Shape::Record(kind) => text_of(kind, "title"),
    })
}

fn text_of(kind: Kind, key: &str) -> String {
    format!("{} {HTML}", mark(kind, key))
}

/// The tests' day.
pub(crate) fn moment() -> Moment {
    let today = TODAY.parse().expect("the tests' day is one");
    Moment { today, at: chrono::DateTime::UNIX_EPOCH + chrono::Days::new(20_779) }
}
