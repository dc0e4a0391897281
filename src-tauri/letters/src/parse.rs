//! JSON to [`LetterSpec`], with faults told by the path of the field.

use crate::bounds::year_problem;
use crate::error::LetterError;
use crate::kinds::prospect_decline::{Papers, ProspectDecline};
use crate::kinds::stated::Stated;
use crate::kinds::{Facts, Kind};
use crate::spec::{
    Language, Layout, LetterSpec, Paper, Recipient, Register, SalutationTitle, Sender, Typeface,
};
use crate::unique::Unique;
use chrono::NaiveDate;
use iso_currency::Currency;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The file as it stands. Reading, its facts are still plain JSON: their form depends on the kind.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawLetterSpec<FactsForm = Facts> {
    kind: Kind,
    language: Language,
    #[serde(default)]
    register: Register,
    #[serde(default)]
    paper: Option<Paper>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    layout: Option<Layout>,
    #[serde(default)]
    typeface: Typeface,
    #[serde(default = "yes")]
    fold_marks: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    accent: Option<Colour>,
    sender: Sender,
    recipient: Recipient,
    #[serde(deserialize_with = "date")]
    date: NaiveDate,
    facts: FactsForm,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    taken_in: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    paragraphs: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    enclosures: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signature_role: Option<String>,
}

impl From<LetterSpec> for RawLetterSpec {
    fn from(spec: LetterSpec) -> Self {
        Self {
            kind: spec.kind(),
            language: spec.language,
            register: spec.register,
            paper: Some(spec.paper),
            layout: spec.layout,
            typeface: spec.typeface,
            fold_marks: spec.fold_marks,
            accent: spec.accent.map(Colour),
            sender: spec.sender,
            recipient: spec.recipient,
            date: spec.date,
            facts: spec.facts,
            left_out: spec.left_out,
            taken_in: spec.taken_in,
            subject: spec.subject,
            paragraphs: spec.paragraphs,
            remark: spec.remark,
            enclosures: spec.enclosures,
            signature_role: spec.signature_role,
        }
    }
}

fn yes() -> bool {
    true
}

/// A colour as "#1f5f5b".
#[derive(Clone, Copy)]
struct Colour([u8; 3]);

impl Serialize for Colour {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let [red, green, blue] = self.0;
        to.serialize_str(&format!("#{red:02x}{green:02x}{blue:02x}"))
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
        let part = |at: usize| digits.and_then(|digits| u8::from_str_radix(&digits[at..at + 2], 16).ok());
        match (part(0), part(2), part(4)) {
            (Some(red), Some(green), Some(blue)) => Ok(Self([red, green, blue])),
            _ => Err(D::Error::custom(format!("“{text}” is no colour: write it like #1f5f5b"))),
        }
    }
}

/// A day as a file writes it.
pub(crate) struct Day(pub(crate) NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        date(from).map(Self)
    }
}

pub(crate) fn letter(json: &str) -> Result<LetterSpec, LetterError> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let raw: RawLetterSpec<Unique> =
        serde_path_to_error::deserialize(&mut reader).map_err(|error| unreadable("", &error))?;
    reader.end().map_err(|error| LetterError::Unreadable {
        field: "letter".to_owned(),
        problem: format!("something follows after its end{}", line_and_column(&error)),
    })?;
    if raw.paragraphs.as_ref().is_some_and(Vec::is_empty) {
        return Err(LetterError::Unreadable {
            field: "paragraphs".to_owned(),
            problem: "the list is empty; leave it out to have the words composed".to_owned(),
        });
    }
    let facts = match raw.kind {
        Kind::RenewalRefusal => Facts::RenewalRefusal(facts(raw.facts.0)?),
        Kind::ProspectDecline => Facts::ProspectDecline(without_idle_fields(facts(raw.facts.0)?)?),
        kind => Facts::Stated(kind, Stated::from_json(kind, raw.facts.0)?),
    };
    Ok(LetterSpec {
        language: raw.language,
        register: raw.register,
        layout: raw.layout,
        typeface: raw.typeface,
        fold_marks: raw.fold_marks,
        accent: raw.accent.map(|colour| colour.0),
        left_out: raw.left_out,
        taken_in: raw.taken_in,
        paper: raw.paper.unwrap_or_else(|| raw.language.usual_paper()),
        sender: raw.sender,
        recipient: raw.recipient,
        date: raw.date,
        facts,
        subject: raw.subject,
        paragraphs: raw.paragraphs,
        remark: raw.remark,
        enclosures: raw.enclosures,
        signature_role: raw.signature_role,
    })
}

/// Refuses a field that would change nothing: whoever wrote it means it to be said.
fn without_idle_fields(facts: ProspectDecline) -> Result<ProspectDecline, LetterError> {
    let faults = [
        (
            facts.after_call && !facts.nothing_owed,
            "facts.after_call",
            "it needs facts.nothing_owed: set that too",
        ),
        (
            facts.papers_called.is_some() && facts.papers == Papers::None,
            "facts.papers_called",
            "it needs facts.papers: say there whether they were returned or deleted",
        ),
        (
            facts.reason.is_some() && facts.reason_line.is_some(),
            "facts.reason",
            "it stands beside facts.reason_line: keep one of the two",
        ),
    ];
    match faults.into_iter().find(|(idle, _, _)| *idle) {
        None => Ok(facts),
        Some((_, field, problem)) => {
            Err(LetterError::Unreadable { field: field.to_owned(), problem: problem.to_owned() })
        }
    }
}

fn facts<T: DeserializeOwned>(value: Value) -> Result<T, LetterError> {
    serde_path_to_error::deserialize(value).map_err(|error| unreadable("facts", &error))
}

fn unreadable(within: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> LetterError {
    let path = error.path().to_string();
    let field = match (within, path.as_str()) {
        // "?" stands for text that ends before any field is known.
        ("", "." | "?") => "letter".to_owned(),
        ("", path) => path.to_owned(),
        (within, "." | "?") => within.to_owned(),
        (within, path) => format!("{within}.{path}"),
    };
    LetterError::Unreadable { field, problem: in_plain_words(error.inner()) }
}

/// The fault in words of the file format, not of the program that reads it.
pub(crate) fn in_plain_words(error: &serde_json::Error) -> String {
    let place = line_and_column(error);
    let said = error.to_string();
    let said = said.strip_suffix(place.trim_start_matches(',')).unwrap_or(&said);
    if error.is_eof() {
        return format!("the text ends too early{place}");
    }
    if error.is_syntax() {
        return format!("this is not JSON: {said}{place}");
    }
    let mut plain = said.to_owned();
    for (theirs, ours) in [
        ("expected i64", "expected a whole number"),
        ("expected a sequence", "expected a list in square brackets"),
        ("expected a boolean", "expected true or false"),
        ("expected a string", "expected a text in quotation marks"),
        ("invalid type: ", "found "),
        ("invalid value: ", "found "),
        ("unknown variant ", "unknown choice "),
    ] {
        plain = plain.replace(theirs, ours);
    }
    if let Some((found, of)) = plain.split_once("expected struct ") {
        let rest = of.split_once(' ').map_or("", |(_, rest)| rest);
        let space = if rest.is_empty() { "" } else { " " };
        plain = format!("{found}expected fields in braces{space}{rest}");
    }
    if let Some((_, field)) = plain.split_once("duplicate field ") {
        plain = format!("the field {field} stands twice: keep one of the two");
    }
    plain
}

/// ", at line 3 column 7" where it is known.
pub(crate) fn line_and_column(error: &serde_json::Error) -> String {
    match (error.line(), error.column()) {
        (0, _) => String::new(),
        (line, column) => format!(", at line {line} column {column}"),
    }
}

/// A day as `YYYY-MM-DD`; anything else is answered with the form that is expected.
pub(crate) fn date<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(from)?;
    day(&text).map_err(D::Error::custom)
}

/// A day as `YYYY-MM-DD`, or `null`.
pub(crate) fn optional_date<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    match Option::<String>::deserialize(from)? {
        None => Ok(None),
        Some(text) => day(&text).map(Some).map_err(D::Error::custom),
    }
}

/// The title of a salutation; an empty text says that it is not known.
pub(crate) fn salutation_title<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<SalutationTitle>, D::Error> {
    Ok(match Option::<String>::deserialize(from)?.as_deref().map(|text| text.trim().trim_end_matches('.')) {
        None | Some("") => None,
        Some("Ms") => Some(SalutationTitle::Ms),
        Some("Mr") => Some(SalutationTitle::Mr),
        Some("Mrs") => Some(SalutationTitle::Mrs),
        Some("Mx") => Some(SalutationTitle::Mx),
        Some("Dr") => Some(SalutationTitle::Dr),
        Some("Prof" | "Professor") => Some(SalutationTitle::Prof),
        Some(other) => {
            return Err(D::Error::custom(format!(
                "“{other}” is no title known here: write Ms, Mr, Mrs, Mx, Dr or Prof, or leave it empty"
            )));
        }
    })
}

/// An ISO 4217 code.
pub(crate) fn currency<'de, D: Deserializer<'de>>(from: D) -> Result<Currency, D::Error> {
    let text = String::deserialize(from)?;
    Currency::from_code(&text).ok_or_else(|| {
        D::Error::custom(format!(
            "“{text}” is no currency: write the three letters of ISO 4217, such as EUR or USD"
        ))
    })
}

/// Exactly four, two and two digits: chrono alone would also take `2027-1-5` and `+027-01-05`.
fn day(text: &str) -> Result<NaiveDate, String> {
    let strict = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let day = strict.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten();
    let day = day.ok_or_else(|| not_a_date(text))?;
    year_problem(day).map_or(Ok(day), Err)
}

fn not_a_date(text: &str) -> String {
    format!("“{text}” is no date: write year-month-day, such as \"2027-01-31\"")
}
