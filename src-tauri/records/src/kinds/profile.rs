//! Who the user is on paper, and the few settings that facts depend on.
use iso_currency::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::none_if_empty;
use crate::{
    Kind, LETTER_NUMBERS, Language, Money, POSTAL_MARGIN_WORKING_DAYS, PageLayout, Paper, RecordError,
    Register, Typeface, check, letter_number,
};

/// The most columns at the foot of a letter.
pub const MAX_FOOTER_COLUMNS: usize = 4;
/// The most lines of each.
pub const MAX_FOOTER_LINES: usize = 5;
/// After how many days a record weighs half, unless changed: a year.
pub const HALF_LIFE_DAYS: u32 = 365;
/// From which share of deliverables met one usually delivers, in percent, unless changed.
pub const DELIVERY_BAR_PERCENT: u32 = 70;
/// A quarter to four years: below, a season would decide; above, nothing would ever be forgiven.
const HALF_LIFE_RANGE: (u32, u32) = (90, 1_460);
/// Half to nearly all.
const DELIVERY_BAR_RANGE: (u32, u32) = (50, 95);
/// The longest delay between finishing and sending a letter, in hours: a month.
const LONGEST_COOLING_OFF: u32 = 720;

/// The user's letterhead and conventions. There is one in a ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Profile {
    /// The name of the practice; empty where it is the person's own.
    pub trade_name: String,
    /// The person who signs.
    pub name: String,
    /// Their role under the signature; may be empty.
    pub role: String,
    /// The postal address, a line each.
    pub address: Vec<String>,
    /// ISO 3166 alpha-2 code of the address.
    pub country: String,
    /// E-mail address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Website.
    pub website: String,
    /// The place that stands before a letter's date.
    pub place: String,
    /// The language of letters where the client has none of their own.
    pub language: Language,
    /// The paper of letters.
    pub paper: Paper,
    /// The currency of new clients.
    #[ts(type = "string")]
    pub currency: Currency,
    /// Working days that a letter may need on its way.
    pub postal_margin_working_days: u32,
    /// How near the words of new letters are.
    #[serde(default)]
    pub register: Register,
    /// Where the parts of a letter stand; `None` where the paper suggests.
    #[serde(default)]
    pub layout: Option<PageLayout>,
    /// The letters that pages are set in.
    #[serde(default)]
    pub typeface: Typeface,
    /// The colour of name and rules in the head, as `#rrggbb`; empty for black.
    #[serde(default)]
    pub accent: String,
    /// Whether pages have marks to fold and punch at.
    #[serde(default = "yes")]
    pub fold_marks: bool,
    /// SHA-256 (hex) of the logo, whose bytes are kept with the ledger.
    #[serde(default, deserialize_with = "none_if_empty")]
    pub logo_sha256: Option<String>,
    /// SHA-256 (hex) of the picture of the signature, whose bytes are kept with the ledger.
    #[serde(default, deserialize_with = "none_if_empty")]
    pub signature_sha256: Option<String>,
    /// What stands at the foot of a first page, in columns of lines: tax, register, bank.
    #[serde(default)]
    pub footer: Vec<Vec<String>>,
    /// Hours that pass between finishing a letter and sending it; 0 for none.
    #[serde(default)]
    pub cooling_off_hours: u32,
    /// How letters are numbered: `{n}` counts, and from 1 again each year where `{year}` stands in it.
    #[serde(default = "numbers")]
    pub letter_numbers: String,
    /// What differs in letters of one language.
    #[serde(default)]
    pub per_language: Vec<LetterheadIn>,
    /// After how many days a record weighs half in a verdict.
    #[serde(default = "half_life")]
    pub half_life_days: u32,
    /// From which share of deliverables met, in percent, "we usually deliver".
    #[serde(default = "delivery_bar")]
    pub delivery_bar_percent: u32,
    /// What an hour costs the user; `None` where the median of what an hour brings stands in for it.
    #[serde(default)]
    pub cost_per_hour: Option<Money>,
}

/// What differs of the letterhead in one language. What is empty here is as everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterheadIn {
    /// Which language.
    pub language: Language,
    /// The name of the practice.
    #[serde(default)]
    pub trade_name: String,
    /// The role under the signature.
    #[serde(default)]
    pub role: String,
    /// The place that stands before a letter's date.
    #[serde(default)]
    pub place: String,
    /// Website.
    #[serde(default)]
    pub website: String,
    /// The foot of a first page.
    #[serde(default)]
    pub footer: Vec<Vec<String>>,
}

fn half_life() -> u32 {
    HALF_LIFE_DAYS
}

fn delivery_bar() -> u32 {
    DELIVERY_BAR_PERCENT
}

fn yes() -> bool {
    true
}

fn numbers() -> String {
    LETTER_NUMBERS.to_owned()
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            trade_name: String::new(),
            name: String::new(),
            role: String::new(),
            address: Vec::new(),
            country: String::new(),
            email: String::new(),
            phone: String::new(),
            website: String::new(),
            place: String::new(),
            language: Language::default(),
            paper: Paper::default(),
            currency: Currency::EUR,
            postal_margin_working_days: POSTAL_MARGIN_WORKING_DAYS,
            register: Register::default(),
            layout: None,
            typeface: Typeface::default(),
            accent: String::new(),
            fold_marks: yes(),
            logo_sha256: None,
            signature_sha256: None,
            footer: Vec::new(),
            cooling_off_hours: 0,
            letter_numbers: numbers(),
            per_language: Vec::new(),
            half_life_days: HALF_LIFE_DAYS,
            delivery_bar_percent: DELIVERY_BAR_PERCENT,
            cost_per_hour: None,
        }
    }
}

impl Profile {
    /// Whether it can be kept as it is. An empty profile can: a letter asks for what it lacks.
    ///
    /// # Errors
    /// The first thing found wrong, as one sentence.
    pub fn check(&self) -> Result<(), RecordError> {
        let kind = Kind::Profile;
        for (field, text) in [
            ("trade name", &self.trade_name),
            ("name", &self.name),
            ("role", &self.role),
            ("telephone number", &self.phone),
            ("website", &self.website),
            ("place", &self.place),
        ] {
            check::line(kind, field, text)?;
        }
        check::lines(kind, "address", &self.address)?;
        check::country(&self.country)?;
        check::email(&self.email)?;
        for (field, value, limit) in [
            ("postal margin", self.postal_margin_working_days, 30),
            ("cooling-off time in hours", self.cooling_off_hours, LONGEST_COOLING_OFF),
        ] {
            if value > limit {
                return Err(RecordError::AtMost { kind, field, value, limit });
            }
        }
        for (field, value, (low, high)) in [
            ("half-life in days", self.half_life_days, HALF_LIFE_RANGE),
            ("delivery bar in percent", self.delivery_bar_percent, DELIVERY_BAR_RANGE),
        ] {
            if !(low..=high).contains(&value) {
                return Err(RecordError::OutOfRange { field, value, low, high });
            }
        }
        if self.cost_per_hour.is_some_and(|cost| cost.minor <= 0) {
            return Err(RecordError::NotPositive { kind });
        }
        check_accent(&self.accent)?;
        check::digest(self.logo_sha256.as_deref())?;
        check::digest(self.signature_sha256.as_deref())?;
        check_footer(&self.footer)?;
        letter_number::check_pattern(&self.letter_numbers)?;
        self.check_per_language()
    }

    fn check_per_language(&self) -> Result<(), RecordError> {
        for (at, own) in self.per_language.iter().enumerate() {
            if self.per_language[..at].iter().any(|earlier| earlier.language == own.language) {
                return Err(RecordError::RepeatedLetterhead { language: own.language.tag() });
            }
            for (field, text) in [
                ("trade name", &own.trade_name),
                ("role", &own.role),
                ("place", &own.place),
                ("website", &own.website),
            ] {
                check::line(Kind::Profile, field, text)?;
            }
            check_footer(&own.footer)?;
        }
        Ok(())
    }

    /// The letterhead of letters in a language: as everywhere, but for what differs there.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        let mut profile = self.clone();
        let Some(own) = self.per_language.iter().find(|own| own.language == language) else { return profile };
        for (general, own) in [
            (&mut profile.trade_name, &own.trade_name),
            (&mut profile.role, &own.role),
            (&mut profile.place, &own.place),
            (&mut profile.website, &own.website),
        ] {
            if !own.trim().is_empty() {
                general.clone_from(own);
            }
        }
        if !own.footer.is_empty() {
            profile.footer.clone_from(&own.footer);
        }
        profile
    }

    /// Where the parts of a letter stand on a paper.
    #[must_use]
    pub fn layout_on(&self, paper: Paper) -> PageLayout {
        self.layout.unwrap_or_else(|| PageLayout::usual_on(paper))
    }
}

fn check_accent(accent: &str) -> Result<(), RecordError> {
    let digits = accent.strip_prefix('#').filter(|digits| digits.len() == 6);
    if accent.is_empty() || digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        return Ok(());
    }
    Err(RecordError::Accent { text: accent.to_owned() })
}

fn check_footer(footer: &[Vec<String>]) -> Result<(), RecordError> {
    check::at_most(Kind::Profile, "columns at the foot", footer.len(), MAX_FOOTER_COLUMNS)?;
    for column in footer {
        check::at_most(Kind::Profile, "lines in a column at the foot", column.len(), MAX_FOOTER_LINES)?;
        check::lines(Kind::Profile, "foot", column)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_letterhead_is_kept_or_refused_in_one_sentence() {
        let check = |profile: Profile, expected: &str| match profile.check() {
            Ok(()) => assert_eq!(expected, "", "it should be refused: {profile:?}"),
            Err(error) => {
                let told = error.to_string();
                assert!(!expected.is_empty() && told.contains(expected), "“{told}” should say “{expected}”");
            }
        };
        let accent = |text: &str| Profile { accent: text.to_owned(), ..Profile::default() };
        let footer = |columns, lines| Profile {
            footer: vec![vec!["IBAN".to_owned(); lines]; columns],
            ..Profile::default()
        };
        let own = |language| LetterheadIn { language, ..LetterheadIn::default() };
        check(Profile::default(), "");
        check(accent("#1a4F8b"), "");
        for text in ["1a4f8b", "#1a4f8", "#1a4f8g", "#1a4f8b ", "blue", "#"] {
            check(accent(text), "is not a colour: write it like #1a4f8b");
        }
        check(footer(4, 5), "");
        check(footer(5, 1), "the profile has 5 columns at the foot: keep 4 at most");
        check(footer(1, 6), "the profile has 6 lines in a column at the foot: keep 5 at most");
        check(Profile { cooling_off_hours: 720, ..Profile::default() }, "");
        check(Profile { cooling_off_hours: 721, ..Profile::default() }, "from 0 to 720");
        check(Profile { postal_margin_working_days: 31, ..Profile::default() }, "from 0 to 30");
        check(Profile { letter_numbers: "{n}".to_owned(), ..Profile::default() }, "");
        check(
            Profile { letter_numbers: "L-{year}".to_owned(), ..Profile::default() },
            "cannot number letters",
        );
        check(Profile { logo_sha256: Some("ab".repeat(32)), ..Profile::default() }, "");
        check(
            Profile { signature_sha256: Some("ab".to_owned()), ..Profile::default() },
            "is not the SHA-256",
        );
        let half_life = |half_life_days| Profile { half_life_days, ..Profile::default() };
        let bar = |delivery_bar_percent| Profile { delivery_bar_percent, ..Profile::default() };
        let cost = |minor| {
            let currency = iso_currency::Currency::EUR;
            Profile { cost_per_hour: Some(Money { minor, currency }), ..Profile::default() }
        };
        for kept in [half_life(90), half_life(1_460), bar(50), bar(95), cost(1), cost(i64::MAX)] {
            check(kept, "");
        }
        for (refused, value) in [(half_life(89), 89), (half_life(1_461), 1_461), (half_life(0), 0)] {
            check(refused, &format!("the half-life in days is {value}: give it from 90 to 1460"));
        }
        for (refused, value) in [(bar(49), 49), (bar(96), 96), (bar(100), 100)] {
            check(refused, &format!("the delivery bar in percent is {value}: give it from 50 to 95"));
        }
        for refused in [cost(0), cost(-1)] {
            check(refused, "not above zero");
        }
        let twice = vec![own(Language::De), own(Language::Fr), own(Language::De)];
        check(Profile { per_language: twice, ..Profile::default() }, "two sets of own lines for de-DE");
        let long = LetterheadIn { role: "x".repeat(301), ..own(Language::De) };
        check(Profile { per_language: vec![long], ..Profile::default() }, "the role of the profile is 301");
    }

    #[test]
    fn a_letterhead_differs_by_language_where_it_says_so() {
        let profile = Profile {
            trade_name: "Brook & Elm".to_owned(),
            role: "Principal".to_owned(),
            footer: vec![vec!["VAT GB 1".to_owned()]],
            per_language: vec![LetterheadIn {
                language: Language::De,
                role: "Inhaberin".to_owned(),
                place: "Köln".to_owned(),
                footer: vec![vec!["USt-IdNr. DE 1".to_owned()]],
                ..LetterheadIn::default()
            }],
            ..Profile::default()
        };
        assert_eq!(profile.in_language(Language::Fr), profile, "in others it is as everywhere");
        let german = profile.in_language(Language::De);
        assert_eq!((german.role.as_str(), german.place.as_str()), ("Inhaberin", "Köln"), "its own");
        assert_eq!(german.trade_name, "Brook & Elm", "what is empty there is as everywhere");
        assert_eq!(german.footer, [["USt-IdNr. DE 1"]], "a foot is replaced as a whole");
    }

    #[test]
    fn a_letterhead_of_an_earlier_release_is_read() {
        let mut old = json!(Profile::default());
        let fields = old.as_object_mut().expect("a letterhead has fields");
        for added in [
            "register",
            "layout",
            "typeface",
            "accent",
            "fold_marks",
            "logo_sha256",
            "signature_sha256",
            "footer",
            "cooling_off_hours",
            "letter_numbers",
            "per_language",
            "half_life_days",
            "delivery_bar_percent",
            "cost_per_hour",
        ] {
            assert!(fields.remove(added).is_some(), "{added} came since");
        }
        let read: Profile = serde_json::from_value(old).expect("it is a letterhead");
        assert_eq!(read, Profile::default(), "what came since has its usual value");
        assert_eq!(read.layout_on(Paper::UsLetter), PageLayout::Us, "and the paper says the layout");
    }
}
