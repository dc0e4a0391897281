//! A stated letter: everything that is said, before the words.

use crate::error::LetterError;
use crate::kinds::{Facts, Kind};
use crate::parse::{self, RawLetterSpec};
use chrono::NaiveDate;
use iso_currency::Currency;
use serde::{Deserialize, Serialize};

/// A stated letter; as JSON it is the file format of `docs/letter-spec.md`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(into = "RawLetterSpec")]
pub struct LetterSpec {
    /// The language and country of the words, the dates and the conventions.
    pub language: Language,
    /// The register of the words.
    pub register: Register,
    /// The paper.
    pub paper: Paper,
    /// Where address and date stand; left out, what is usual for the paper.
    pub layout: Option<Layout>,
    /// The letters that the page is set in.
    pub typeface: Typeface,
    /// Marks at the edge where the sheet is folded.
    pub fold_marks: bool,
    /// The colour of the head; none, black.
    pub accent: Option<[u8; 3]>,
    /// Who writes.
    pub sender: Sender,
    /// To whom.
    pub recipient: Recipient,
    /// The date of the letter.
    pub date: NaiveDate,
    /// What the letter states; its variant is the kind of letter.
    pub facts: Facts,
    /// Optional parts that stay out, by key.
    pub left_out: Vec<String>,
    /// Optional parts that are taken in although they usually stay out, by key.
    pub taken_in: Vec<String>,
    /// A subject line in the user's own words, in place of the composed one.
    pub subject: Option<String>,
    /// The paragraphs in the user's own words, in place of the composed ones.
    pub paragraphs: Option<Vec<String>>,
    /// A remark above the address such as "By registered post". `None`: what the form of notice asks for; empty: none.
    pub remark: Option<String>,
    /// What is enclosed, one line each.
    pub enclosures: Vec<String>,
    /// What stands below the name of the signer, in place of the sender's role.
    pub signature_role: Option<String>,
}

impl LetterSpec {
    /// Reads the JSON of `docs/letter-spec.md`. Fields that nobody knows are refused, by name.
    pub fn from_json(json: &str) -> Result<Self, LetterError> {
        parse::letter(json)
    }

    /// The kind of letter.
    pub fn kind(&self) -> Kind {
        self.facts.kind()
    }
}

/// The language of a letter together with the country whose conventions it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English as written in the United Kingdom.
    #[serde(rename = "en-GB")]
    EnglishUk,
    /// English as written in the United States.
    #[serde(rename = "en-US")]
    EnglishUs,
    /// German as written in Germany.
    #[serde(rename = "de-DE", alias = "de")]
    German,
    /// French as written in France.
    #[serde(rename = "fr-FR", alias = "fr")]
    French,
    /// Spanish as written in Spain.
    #[serde(rename = "es-ES", alias = "es")]
    Spanish,
}

impl Language {
    /// Every language that letters are written in.
    pub const ALL: [Self; 5] = [Self::EnglishUk, Self::EnglishUs, Self::German, Self::French, Self::Spanish];

    /// The BCP 47 tag, for example `en-GB`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::EnglishUk => "en-GB",
            Self::EnglishUs => "en-US",
            Self::German => "de-DE",
            Self::French => "fr-FR",
            Self::Spanish => "es-ES",
        }
    }

    /// The paper that is usual where the language is written so.
    pub fn usual_paper(self) -> Paper {
        match self {
            Self::EnglishUs => Paper::UsLetter,
            Self::EnglishUk | Self::German | Self::French | Self::Spanish => Paper::A4,
        }
    }
}

/// How near the words come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    /// As one writes to people one knows.
    #[default]
    Warm,
    /// As one writes where distance is owed.
    Formal,
}

impl Register {
    /// Both registers.
    pub const ALL: [Self; 2] = [Self::Warm, Self::Formal];
}

/// Where the address and the date stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// DIN 5008, form A: the address field 27 mm from the top.
    #[serde(rename = "din_5008_a")]
    Din5008A,
    /// DIN 5008, form B: the address field 45 mm from the top.
    #[serde(rename = "din_5008_b")]
    Din5008B,
    /// As usual in the United States.
    Us,
    /// Without a window for the address.
    Plain,
}

/// The letters that a page is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Typeface {
    /// With serifs.
    #[default]
    Serif,
    /// Without.
    Sans,
}

/// The paper of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    UsLetter,
}

/// Who writes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    /// The person's name, as signed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The name of the practice, where it has one; it heads the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trade_name: Option<String>,
    /// What the person does, for example "Finance consultant".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Street, town and postcode, a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    /// The country; printed only on a letter that goes abroad.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Web site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The town before the date ("Bristol, 10 November 2026"); left out, the date stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The foot of the first page, a column each: tax number, register, bank.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub footer: Vec<Vec<String>>,
}

/// To whom the letter goes: a person, a company or both.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// The company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// How the person is addressed; unknown is fine, then the whole name stands in the salutation.
    #[serde(default, deserialize_with = "parse::salutation_title", skip_serializing_if = "Option::is_none")]
    pub title: Option<SalutationTitle>,
    /// Given name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub given_name: String,
    /// Family name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub family_name: String,
    /// Street, town and postcode, a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    /// The country; printed where it is not the sender's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// How a person is addressed. The user's choice, never guessed from a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SalutationTitle {
    /// Ms
    Ms,
    /// Mr
    Mr,
    /// Mrs
    Mrs,
    /// Mx
    Mx,
    /// Dr
    Dr,
    /// Professor
    Prof,
}

/// An amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// In minor units: 480000 is €4,800.00.
    pub minor: i64,
    /// The ISO 4217 code.
    #[serde(deserialize_with = "parse::currency")]
    pub currency: Currency,
}
