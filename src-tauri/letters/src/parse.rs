//! JSON to [`LetterSpec`], with faults told by the path of the field.

use crate::error::LetterError;
use crate::kinds::{Facts, Kind};
use crate::spec::{Language, LetterSpec, Paper, Recipient, SalutationTitle, Sender};
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
    paper: Option<Paper>,
    sender: Sender,
    recipient: Recipient,
    #[serde(deserialize_with = "date")]
    date: NaiveDate,
    facts: FactsForm,
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
            paper: Some(spec.paper),
            sender: spec.sender,
            recipient: spec.recipient,
            date: spec.date,
            facts: spec.facts,
            subject: spec.subject,
            paragraphs: spec.paragraphs,
            remark: spec.remark,
            enclosures: spec.enclosures,
            signature_role: spec.signature_role,
        }
    }
}

pub(crate) fn letter(json: &str) -> Result<LetterSpec, LetterError> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let raw: RawLetterSpec<Value> =
        serde_path_to_error::deserialize(&mut reader).map_err(|error| unreadable("", &error))?;
    reader.end().map_err(|error| LetterError::Unreadable {
        field: "letter".to_owned(),
        problem: format!("something follows after its end: {error}"),
    })?;
    if raw.paragraphs.as_ref().is_some_and(Vec::is_empty) {
        return Err(LetterError::Unreadable {
            field: "paragraphs".to_owned(),
            problem: "the list is empty; leave it out to have the words composed".to_owned(),
        });
    }
    let facts = match raw.kind {
        Kind::RenewalRefusal => Facts::RenewalRefusal(facts(raw.facts)?),
        Kind::ProspectDecline => Facts::ProspectDecline(facts(raw.facts)?),
    };
    Ok(LetterSpec {
        language: raw.language,
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
    LetterError::Unreadable { field, problem: error.inner().to_string() }
}

/// A day as `YYYY-MM-DD`; anything else is answered with the form that is expected.
pub(crate) fn date<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(from)?;
    day(&text).ok_or_else(|| D::Error::custom(not_a_date(&text)))
}

/// A day as `YYYY-MM-DD`, or `null`.
pub(crate) fn optional_date<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    match Option::<String>::deserialize(from)? {
        None => Ok(None),
        Some(text) => day(&text).map(Some).ok_or_else(|| D::Error::custom(not_a_date(&text))),
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

/// Exactly four, two and two digits: chrono alone would also take `2027-1-5`.
fn day(text: &str) -> Option<NaiveDate> {
    (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten()
}

fn not_a_date(text: &str) -> String {
    format!("“{text}” is no date: write year-month-day, such as \"2027-01-31\"")
}
