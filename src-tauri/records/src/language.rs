//! The language of what leaves the app, and how it looks on paper.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The language of a letter, with the country's conventions (BCP 47). Files may leave the country out where the app
/// knows the language in one country only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum Language {
    /// English as written in the United Kingdom.
    #[default]
    #[serde(rename = "en-GB")]
    EnGb,
    /// English as written in the United States.
    #[serde(rename = "en-US")]
    EnUs,
    /// German as written in Germany.
    #[serde(rename = "de-DE", alias = "de")]
    De,
    /// French as written in France.
    #[serde(rename = "fr-FR", alias = "fr")]
    Fr,
    /// Spanish as written in Spain.
    #[serde(rename = "es-ES", alias = "es")]
    Es,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 5] = [Self::EnGb, Self::EnUs, Self::De, Self::Fr, Self::Es];

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::EnGb => "en-GB",
            Self::EnUs => "en-US",
            Self::De => "de-DE",
            Self::Fr => "fr-FR",
            Self::Es => "es-ES",
        }
    }
}

/// How near the words of a letter are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    /// As between people who know each other.
    #[default]
    Warm,
    /// As between firms.
    Formal,
}

/// The sheet a letter is set on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 in.
    UsLetter,
}

/// Where the parts of a letter stand on its first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PageLayout {
    /// DIN 5008 form A: the address field 27 mm from the top.
    #[serde(rename = "din_5008_a")]
    Din5008A,
    /// DIN 5008 form B: the address field 45 mm from the top.
    #[serde(rename = "din_5008_b")]
    Din5008B,
    /// The usual US block.
    Us,
    /// No place that an envelope's window asks for.
    Plain,
}

impl PageLayout {
    /// What a paper suggests: form B on A4, the US block on US Letter.
    #[must_use]
    pub fn usual_on(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::Din5008B,
            Paper::UsLetter => Self::Us,
        }
    }
}

/// The letters that a page is set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Typeface {
    /// With serifs.
    #[default]
    Serif,
    /// Without.
    Sans,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_language_is_written_by_its_tag_and_read_without_its_country_too() {
        let read = |text: &str| serde_json::from_value::<Language>(json!(text)).ok();
        for language in Language::ALL {
            assert_eq!(json!(language), language.tag(), "files have the tag");
            assert_eq!(read(language.tag()), Some(language), "and are read by it");
        }
        for (short, language) in [("de", Language::De), ("fr", Language::Fr), ("es", Language::Es)] {
            assert_eq!(read(short), Some(language), "{short} is known in one country only");
        }
        for other in ["en", "de-AT", "DE", "nl", ""] {
            assert_eq!(read(other), None, "{other:?} is not guessed");
        }
    }

    #[test]
    fn layouts_have_the_names_that_files_use() {
        for (layout, name) in [
            (PageLayout::Din5008A, "din_5008_a"),
            (PageLayout::Din5008B, "din_5008_b"),
            (PageLayout::Us, "us"),
            (PageLayout::Plain, "plain"),
        ] {
            assert_eq!(json!(layout), name, "one name everywhere");
        }
    }
}
