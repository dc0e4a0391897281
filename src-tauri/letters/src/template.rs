//! Templates of the user's own: a letter's words with its facts taken out. The file is described in
//! `docs/letter-templates.md`.

use crate::compose::{Draft, Medium};
use crate::convention::{amount, day_and_month, full_date, full_date_inside};
use crate::error::LetterError;
use crate::fact::FactKey;
use crate::gaps::gap;
use crate::kinds::by_key::{by_key, places_of};
use crate::kinds::listed::{Lister, one_line, with_capital};
use crate::kinds::said::{key_and_form, placeholders, whole_sentences};
use crate::kinds::stated::FactValue;
use crate::kinds::{self, Kind};
use crate::noun::without_marks;
use crate::parse::{in_plain_words, line_and_column};
use crate::spec::{Language, LetterSpec, Register};
use crate::typography::typographic;
use crate::unique::Unique;
use crate::words::words;
use serde::{Deserialize, Serialize};

/// What a template's file says first, so that no other JSON is taken for one.
const FORMAT: &str = "kindly letter template 1";
/// The most paragraphs of a template.
const MOST_PARAGRAPHS: usize = 60;
/// The most characters of a paragraph.
const MOST_CHARACTERS: usize = 8000;
/// The most characters of a name or a subject line.
const MOST_IN_A_LINE: usize = 300;

/// The words of a template. A fact stands in braces by its name: `{end_date}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The kind of letter that it is for.
    pub kind: Kind,
    /// Its language.
    pub language: Language,
    /// Its register.
    pub register: Register,
    /// The subject line; empty for the suggested one.
    pub subject: String,
    /// The paragraphs.
    pub paragraphs: Vec<String>,
}

/// A template's words with the facts of a letter in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The subject line.
    pub subject: String,
    /// The paragraphs; a fact that is not known leaves a visible gap, with which no letter is finished.
    pub paragraphs: Vec<String>,
    /// The facts that are not known.
    pub lacks: Vec<FactKey>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    name: String,
    kind: Kind,
    language: Language,
    #[serde(default)]
    register: Register,
    #[serde(default)]
    subject: String,
    paragraphs: Vec<String>,
}

impl Template {
    /// The file of a template, under its name.
    pub fn to_json(&self, name: &str) -> String {
        let file = File {
            format: FORMAT.to_owned(),
            name: name.to_owned(),
            kind: self.kind,
            language: self.language,
            register: self.register,
            subject: self.subject.clone(),
            paragraphs: self.paragraphs.clone(),
        };
        let mut text = serde_json::to_string_pretty(&file).expect("texts and names are always JSON");
        text.push('\n');
        text
    }

    /// Reads a template's file: its name and its words.
    ///
    /// # Errors
    /// [`LetterError::Template`] for what is no template, or one that asks for facts that its kind has not.
    pub fn from_json(json: &str) -> Result<(String, Self), LetterError> {
        let unreadable = |path: String, error: &serde_json::Error| {
            let field = if matches!(path.as_str(), "." | "?") { "template".to_owned() } else { path };
            LetterError::Template { field, problem: in_plain_words(error) }
        };
        let mut reader = serde_json::Deserializer::from_str(json);
        let Unique(value) = serde_path_to_error::deserialize(&mut reader)
            .map_err(|error| unreadable(error.path().to_string(), error.inner()))?;
        reader.end().map_err(|error| {
            fault("template", format!("something follows after its end{}", line_and_column(&error)))
        })?;
        let file: File = serde_path_to_error::deserialize(value)
            .map_err(|error| unreadable(error.path().to_string(), error.inner()))?;
        file.checked()?;
        let template = Self {
            kind: file.kind,
            language: file.language,
            register: file.register,
            subject: file.subject,
            paragraphs: file.paragraphs,
        };
        template.known_places()?;
        Ok((file.name.trim().to_owned(), template))
    }

    /// The facts that it asks for and that a letter does not have.
    pub fn lacks(&self, spec: &LetterSpec) -> Vec<FactKey> {
        let facts = by_key(&spec.facts);
        let mut lacks = Vec::new();
        for name in self.texts().flat_map(|(_, text)| placeholders(text)) {
            let key = key_and_form(name).0.filter(|key| !facts.has(*key) && !lacks.contains(key));
            lacks.extend(key);
        }
        lacks
    }

    fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let paragraphs = self.paragraphs.iter().enumerate();
        std::iter::once(("subject".to_owned(), self.subject.as_str()))
            .chain(paragraphs.map(|(at, text)| (format!("paragraphs[{at}]"), text.as_str())))
    }

    /// Refuses a place that names no fact of the kind.
    fn known_places(&self) -> Result<(), LetterError> {
        let places = places_of(self.kind);
        for (field, text) in self.texts() {
            for name in placeholders(text) {
                if key_and_form(name).0.is_none_or(|key| !places.contains(&key)) {
                    let known: Vec<String> = places.iter().map(|key| format!("{{{}}}", key.name())).collect();
                    let problem = format!(
                        "{{{name}}} names no fact of this kind of letter: take it out, or write one of {}",
                        known.join(", ")
                    );
                    return Err(LetterError::Template { field, problem });
                }
            }
        }
        Ok(())
    }
}

impl File {
    fn checked(&self) -> Result<(), LetterError> {
        if self.format != FORMAT {
            return Err(fault("format", format!("expected “{FORMAT}”: choose a template that Kindly wrote")));
        }
        if self.name.trim().is_empty() {
            return Err(fault("name", "it is empty: give the template a name".to_owned()));
        }
        for (field, text) in [("name", &self.name), ("subject", &self.subject)] {
            if text.chars().count() > MOST_IN_A_LINE || text.contains(char::is_control) {
                return Err(fault(
                    field,
                    format!("expected one line of at most {MOST_IN_A_LINE} characters"),
                ));
            }
        }
        if self.paragraphs.is_empty() || self.paragraphs.len() > MOST_PARAGRAPHS {
            return Err(fault("paragraphs", format!("expected 1 to {MOST_PARAGRAPHS} of them")));
        }
        match self.paragraphs.iter().position(|text| text.chars().count() > MOST_CHARACTERS) {
            None => Ok(()),
            Some(at) => {
                let problem = format!("it is longer than {MOST_CHARACTERS} characters: shorten it");
                Err(fault(&format!("paragraphs[{at}]"), problem))
            }
        }
    }
}

/// A letter's words with its facts taken out: where a wording states a fact, the template asks for it.
pub fn as_template(spec: &LetterSpec, draft: &Draft) -> Template {
    let mut wordings = wordings(spec);
    // The longest first: a day inside a title is the title's.
    wordings.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    let taken_out = |text: &str| {
        // Braces of the user's own would be read as a fact.
        let mut text = text.replace('{', "(").replace('}', ")");
        for (words, place) in &wordings {
            text = text.replace(words.as_str(), place);
        }
        text
    };
    Template {
        kind: spec.kind(),
        language: spec.language,
        register: spec.register,
        subject: taken_out(&draft.subject),
        paragraphs: draft.paragraphs.iter().map(|paragraph| taken_out(&paragraph.text)).collect(),
    }
}

/// A template's words with the facts of a letter in place.
///
/// # Errors
/// [`LetterError::Template`] where the template is for another kind of letter, or asks for what the kind has not.
pub fn fill_template(spec: &LetterSpec, template: &Template) -> Result<Filled, LetterError> {
    if template.kind != spec.kind() {
        return Err(fault(
            "kind",
            "the template is for another kind of letter: choose one for this kind".to_owned(),
        ));
    }
    template.known_places()?;
    let paragraphs = template.paragraphs.iter().map(|text| filled(spec, text)).collect();
    Ok(Filled { subject: filled(spec, &template.subject), paragraphs, lacks: template.lacks(spec) })
}

fn fault(field: &str, problem: String) -> LetterError {
    LetterError::Template { field: field.to_owned(), problem }
}

/// Line by line: a list that has a line to itself is set in lines.
fn filled(spec: &LetterSpec, text: &str) -> String {
    let words = words(spec.language, spec.register);
    let facts = by_key(&spec.facts);
    let lister = Lister { words, letter_date: spec.date, spoken: false };
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let alone = line.trim().strip_prefix('{').and_then(|name| name.strip_suffix('}'));
        let listed = alone.and_then(|name| key_and_form(name).0).and_then(|key| {
            let value = facts.values.get(&key).filter(|value| value.is_list() && facts.has(key))?;
            Some(lister.below(key, value).text)
        });
        lines.push(listed.unwrap_or_else(|| {
            let mut values: Vec<(&str, String)> = Vec::new();
            for name in placeholders(line) {
                let Some(key) = key_and_form(name).0 else { continue };
                let known = facts.values.get(&key).filter(|_| facts.has(key));
                let value = known.and_then(|value| wording(spec, key, value, name));
                values.push((name, value.unwrap_or_else(|| gap(spec.language, key))));
            }
            let begins = line.starts_with('{');
            let borrowed: Vec<(&str, &str)> =
                values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let said = kinds::listed::sentence(line, &borrowed);
            if begins { with_capital(&said) } else { said }
        }));
    }
    typographic(words, &lines.join("\n"))
}

/// A fact as a sentence states it.
fn wording(spec: &LetterSpec, key: FactKey, value: &FactValue, name: &str) -> Option<String> {
    let words = words(spec.language, spec.register);
    Some(match value {
        FactValue::Day(day) if name.ends_with("_inside") => full_date_inside(words, *day),
        FactValue::Day(day) => full_date(words, *day),
        FactValue::Line(text) => without_marks(&one_line(text)).to_owned(),
        FactValue::Text(text) => whole_sentences(text),
        FactValue::Money(money) => amount(words, *money),
        FactValue::Choice(_) | FactValue::Yes(_) => return None,
        list => Lister { words, letter_date: spec.date, spoken: false }.inside(key, list).text,
    })
}

/// Every wording that states a fact of the letter, with the place that stands for it.
fn wordings(spec: &LetterSpec) -> Vec<(String, String)> {
    let words = words(spec.language, spec.register);
    let facts = by_key(&spec.facts);
    let lister = Lister { words, letter_date: spec.date, spoken: false };
    let composed = kinds::written(spec, words, Medium::Letter, false);
    let mut all: Vec<(String, String)> = Vec::new();
    let mut add = |wording: &str, key: FactKey, form: &str| {
        let wording = typographic(words, wording);
        // A word of three letters stands in too many other words.
        if wording.chars().count() > 3 {
            all.push((wording, format!("{{{}{form}}}", key.name())));
        }
    };
    for (key, wording) in &composed.lists {
        add(wording, *key, "");
    }
    for key in places_of(spec.kind()) {
        let Some(value) = facts.values.get(&key).filter(|_| facts.has(key)) else { continue };
        if let FactValue::Day(day) = value {
            let (inside, full) = (full_date_inside(words, *day), full_date(words, *day));
            if inside != full {
                add(&inside, key, "_inside");
            }
            add(&full, key, "");
            // Only where the letter itself leaves the year out.
            let short = day_and_month(words, *day);
            if composed.facts.iter().any(|shown| shown.key == key && shown.wording == short) {
                add(&short, key, "");
            }
            continue;
        }
        if value.is_list() {
            add(&lister.below(key, value).text, key, "");
        }
        let stated = wording(spec, key, value, key.name());
        for wording in stated.iter().flat_map(|wording| [wording.clone(), with_capital(wording)]) {
            add(&wording, key, "");
        }
    }
    // The enquiry's subject as the sentence writes it: "the pricing review", not as it was entered.
    for shown in composed.facts.iter().filter(|shown| shown.key.shape() == crate::fact::FactShape::Line) {
        if places_of(spec.kind()).contains(&shown.key) {
            add(&shown.wording, shown.key, "");
        }
    }
    all
}
