//! From an outline and its facts to sentences.

use crate::compose::{FactShown, Medium, Writing};
use crate::convention::{amount, full_date, full_date_inside};
use crate::fact::FactKey;
use crate::gaps::gap;
use crate::kinds::Kind;
use crate::kinds::kind_words::{KindWords, kind_words};
use crate::kinds::listed::{Lister, days_late, one_line, sentence, with_capital};
use crate::kinds::outlines::{Outline, Say, Slot, When, outline};
use crate::kinds::stated::{FactValue, Stated, facts_of};
use crate::noun::without_marks;
use crate::spec::LetterSpec;
use crate::words::Words;

/// A letter of an outlined kind, about to be said.
#[derive(Clone, Copy)]
pub(crate) struct Saying<'a> {
    pub(crate) kind: Kind,
    pub(crate) facts: &'a Stated,
    pub(crate) spec: &'a LetterSpec,
    pub(crate) words: &'a Words,
    pub(crate) medium: Medium,
    /// Whether needed facts that are missing leave a gap instead of their sentence out.
    pub(crate) gaps: bool,
    /// Whether it is said on the telephone.
    pub(crate) spoken: bool,
}

/// A sentence with its facts in place, and the facts as it writes them.
pub(crate) struct Said {
    pub(crate) text: String,
    pub(crate) facts: Vec<FactShown>,
}

impl Saying<'_> {
    /// Says the letter, paragraph by paragraph.
    pub(crate) fn write(&self, writing: &mut Writing<'_>) {
        let Some(outline) = outline(self.kind) else { return };
        for paragraph in outline.paragraphs {
            for slot in *paragraph {
                let said = if is_in(slot, self.spec) { self.first(slot) } else { None };
                if let Some(said) = said {
                    writing.say(slot.part, &said.text);
                    writing.facts.extend(said.facts);
                }
            }
            writing.end_paragraph();
        }
    }

    /// The subject line.
    pub(crate) fn subject(&self) -> String {
        self.filled(&self.kind_words().subject).map(|said| said.text).unwrap_or_default()
    }

    pub(crate) fn kind_words(&self) -> &'static KindWords {
        kind_words(self.kind, self.spec.language)
    }

    /// A text with its facts in place, lists inside the sentence; none where one of the facts is not known.
    pub(crate) fn filled(&self, form: &str) -> Option<Said> {
        let mut facts = Vec::new();
        let mut values: Vec<(&str, String)> = Vec::new();
        for name in placeholders(form) {
            let value = self.value(name, &mut facts).or_else(|| self.gap_for(name))?;
            // What a person typed begins a sentence with a capital, wherever it was taken from.
            let begins = form.starts_with(&format!("{{{name}}}"));
            values.push((name, if begins { with_capital(&value) } else { value }));
        }
        let borrowed: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let text = sentence(form, &borrowed);
        // A fact at the beginning of a sentence is shown as it stands there.
        for fact in &mut facts {
            if !text.contains(&fact.wording) {
                fact.wording = with_capital(&fact.wording);
            }
        }
        Some(Said { text, facts })
    }

    fn first(&self, slot: &Slot) -> Option<Said> {
        slot.first_of
            .iter()
            .filter(|say| say.when.iter().all(|when| self.holds(when)))
            .find_map(|say| self.say(say))
    }

    fn say(&self, say: &Say) -> Option<Said> {
        let words = self.kind_words();
        let form = self.in_medium(words.sentence(say.key, self.spec.register)?);
        let heading = words.sentence(&format!("{}_list", say.key), self.spec.register);
        match heading.and_then(|heading| self.with_list_below(&form, &self.in_medium(heading))) {
            Some(listed) => Some(listed),
            None => self.filled(&form),
        }
    }

    /// An e-mail does not call itself a letter.
    fn in_medium(&self, form: &str) -> String {
        let pairs = if self.medium == Medium::Email { self.words.in_email.as_slice() } else { &[] };
        pairs.iter().fold(form.to_owned(), |form, (letter, email)| form.replace(letter, email))
    }

    fn holds(&self, when: &When) -> bool {
        match when {
            When::Is(key, choice) => match self.facts.values.get(key) {
                Some(FactValue::Choice(made)) => made == choice,
                _ => key.options().first() == Some(choice),
            },
            When::Has(key) => self.facts.has(*key),
            When::Past(key) => self.facts.day(*key).is_some_and(|day| day < self.spec.date),
            When::Later(key) => self.facts.day(*key).is_none_or(|day| day > self.spec.date),
            When::PassedOn => self
                .facts
                .referral()
                .is_some_and(|referral| referral.client_details_passed_on && referral.client_consented),
        }
    }

    /// The sentence that introduces a list, with the list in lines below it; none where the list stands inside.
    fn with_list_below(&self, form: &str, heading: &str) -> Option<Said> {
        let (key, value) = placeholders(form).find_map(|name| {
            let key = key_and_form(name).0.filter(|key| self.facts.has(*key))?;
            let value = self.facts.values.get(&key)?;
            value.is_list().then_some((key, value))
        })?;
        if self.lister().fits_inside(key, value) {
            return None;
        }
        let mut said = self.filled(heading)?;
        let below = self.lister().below(key, value);
        said.text.push('\n');
        said.text.push_str(&below.text);
        said.facts.extend(below.facts);
        Some(said)
    }

    fn lister(&self) -> Lister<'_> {
        Lister { words: self.words, letter_date: self.spec.date, spoken: self.spoken }
    }

    /// What stands where a needed fact is missing; none for what the letter can do without.
    fn gap_for(&self, name: &str) -> Option<String> {
        let key = if name == "days_late" { FactKey::DueOn } else { key_and_form(name).0? };
        let needed = facts_of(self.kind).iter().any(|used| used.needed && used.key == key);
        (self.gaps && needed && !self.facts.has(key)).then(|| gap(self.spec.language, key))
    }

    fn value(&self, name: &str, facts: &mut Vec<FactShown>) -> Option<String> {
        if name == "days_late" {
            return days_late(self.words, self.facts.day(FactKey::DueOn)?, self.spec.date);
        }
        let (key, inside) = key_and_form(name);
        let key = key.filter(|key| self.facts.has(*key))?;
        let mut show = |wording: String| {
            facts.push(FactShown { key, index: 0, wording: wording.clone() });
            wording
        };
        Some(match self.facts.values.get(&key)? {
            FactValue::Day(day) => {
                let full = show(full_date(self.words, *day));
                if inside { full_date_inside(self.words, *day) } else { full }
            }
            FactValue::Money(money) => show(amount(self.words, *money)),
            FactValue::Line(text) => show(without_marks(&one_line(text)).to_owned()),
            FactValue::Text(text) => show(whole_sentences(text)),
            FactValue::Choice(choice) => choice.clone(),
            FactValue::Yes(_) => return None,
            list => {
                let listed = self.lister().inside(key, list);
                facts.extend(listed.facts);
                listed.text
            }
        })
    }
}

/// Whether an optional part is in the letter; parts that are not optional always are.
pub(crate) fn is_in(slot: &Slot, spec: &LetterSpec) -> bool {
    let key = part_key(slot);
    match slot.optional {
        None => true,
        Some(true) => !spec.left_out.contains(&key),
        Some(false) => spec.taken_in.contains(&key),
    }
}

/// The name of a slot's part, as the window and the files know it.
pub(crate) fn part_key(slot: &Slot) -> String {
    match serde_json::to_value(slot.part) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The slots that a user may leave out or take in, in order, each part once.
pub(crate) fn optional_slots(outline: &'static Outline) -> impl Iterator<Item = &'static Slot> {
    let mut seen = Vec::new();
    outline.paragraphs.iter().flat_map(|paragraph| paragraph.iter()).filter(move |slot| {
        let new = slot.optional.is_some() && !seen.contains(&slot.part);
        seen.push(slot.part);
        new
    })
}

/// The names in a sentence's braces.
pub(crate) fn placeholders(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// The fact that a place names, and whether more of the sentence follows it.
pub(crate) fn key_and_form(name: &str) -> (Option<FactKey>, bool) {
    match name.strip_suffix("_inside") {
        Some(name) => (FactKey::named(name), true),
        None => (FactKey::named(name), false),
    }
}

/// A text of the user's own ends as a sentence does.
pub(crate) fn whole_sentences(text: &str) -> String {
    let text = text.trim();
    let ended = text.ends_with(['.', '!', '?', '…', ':', ')', '”', '“', '»']);
    if ended { text.to_owned() } else { format!("{text}.") }
}
