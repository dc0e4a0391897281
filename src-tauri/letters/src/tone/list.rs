//! What a language finds out of tone, as data: `tone/en.json`. Read once, when it is first needed.

use super::ToneKind;
use super::pattern::{PatternError, Patterns, WordTest};
use super::program::{Program, Vocabulary};
use super::sentences::Endings;
use super::shapes::Shapes;
use super::text::folded;
use crate::kinds::Kind;
use crate::spec::Language;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

/// A list as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) lists: BTreeMap<String, Vec<String>>,
    pub(super) findings: Vec<WrittenEntry>,
    /// By the kind of finding, or for `all` of them.
    excuses: BTreeMap<String, Vec<String>>,
    judging: Vec<String>,
    exclaims: Vec<String>,
    acronyms: Vec<String>,
    shouted: Vec<String>,
    abbreviations: Vec<String>,
    months: Vec<String>,
    everyday: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenEntry {
    kind: ToneKind,
    pub(super) words: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    unless_sentence: Vec<String>,
    #[serde(default)]
    pub(super) only_with: Vec<String>,
    pub(super) letters: Option<Vec<Kind>>,
    #[serde(default)]
    not_letters: Vec<Kind>,
    pub(super) rewording: Option<String>,
    /// For whoever edits the list.
    #[serde(default, rename = "note")]
    _note: String,
}

/// A list, ready for use.
#[derive(Debug)]
pub(super) struct List {
    pub(super) language: Language,
    pub(super) elides: bool,
    pub(super) endings: Endings,
    pub(super) entries: Vec<Entry>,
    pub(super) patterns: Vec<(Program, Role)>,
    pub(super) vocabulary: Vocabulary,
    /// The patterns that can begin with a word, by its number.
    pub(super) by_word: HashMap<u32, Vec<usize>>,
    /// The patterns that can begin with words of some shape.
    pub(super) by_shape: Shapes,
    pub(super) acronyms: HashSet<String>,
    pub(super) shouted: HashSet<String>,
    pub(super) everyday: HashSet<String>,
    excuses: HashMap<ToneKind, Group>,
    all_excused: Option<Group>,
}

/// What a match of a pattern means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A finding of this entry.
    Finds(usize),
    /// One of a group that excuses, permits or asks for a finding.
    In(Group),
}

/// Some patterns that mean the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Group(usize);

impl Group {
    /// What is mockery when it stands in quotation marks.
    pub(super) const JUDGING: Self = Self(0);
    /// What may be said with an exclamation mark.
    pub(super) const EXCLAIMS: Self = Self(1);
}

/// One kind of finding with its excuses.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) kind: ToneKind,
    pub(super) unless: Option<Group>,
    pub(super) unless_sentence: Option<Group>,
    pub(super) only_with: Option<Group>,
    letters: Option<Vec<Kind>>,
    not_letters: Vec<Kind>,
    pub(super) rewording: Option<String>,
}

impl Entry {
    /// Whether the entry counts in letters of the kind; one for some kinds only does not count where the kind is unknown.
    pub(super) fn counts_in(&self, kind: Option<Kind>) -> bool {
        let named = |kinds: &[Kind]| kind.is_some_and(|kind| kinds.contains(&kind));
        self.letters.as_deref().is_none_or(named) && !named(&self.not_letters)
    }
}

impl List {
    /// The list made ready, or all that is wrong with it at once, for whoever writes it.
    pub(super) fn build(language: Language, written: Written) -> Result<Self, String> {
        let told =
            |faults: Vec<PatternError>| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        Builder::build(language, written).map_err(told)
    }

    /// The groups that excuse a finding of this entry when they overlap it.
    pub(super) fn excuses(&self, entry: &Entry) -> impl Iterator<Item = Group> {
        [entry.unless, self.excuses.get(&entry.kind).copied(), self.all_excused].into_iter().flatten()
    }
}

/// The list of a language.
pub(super) fn list(language: Language) -> &'static List {
    static ENGLISH: OnceLock<List> = OnceLock::new();
    static GERMAN: OnceLock<List> = OnceLock::new();
    static FRENCH: OnceLock<List> = OnceLock::new();
    static SPANISH: OnceLock<List> = OnceLock::new();
    let cell = match language {
        Language::EnglishUk | Language::EnglishUs => &ENGLISH,
        Language::German => &GERMAN,
        Language::French => &FRENCH,
        Language::Spanish => &SPANISH,
    };
    cell.get_or_init(|| {
        List::build(language, written(language))
            .unwrap_or_else(|faults| panic!("the {} list ships readable: {faults}", language.tag()))
    })
}

/// The list of a language as it is written.
pub(super) fn written(language: Language) -> Written {
    let json = match language {
        Language::EnglishUk | Language::EnglishUs => include_str!("en.json"),
        Language::German => include_str!("de.json"),
        Language::French => include_str!("fr.json"),
        Language::Spanish => include_str!("es.json"),
    };
    serde_json::from_str(json)
        .unwrap_or_else(|error| panic!("the {} list ships whole: {error}", language.tag()))
}

/// Gathers the patterns of a list.
struct Builder<'a> {
    reader: Patterns<'a>,
    list: List,
    groups: usize,
    faults: Vec<PatternError>,
}

impl Builder<'_> {
    fn build(language: Language, written: Written) -> Result<List, Vec<PatternError>> {
        let elides = matches!(language, Language::French | Language::Spanish);
        let set = |words: &[String]| words.iter().map(|word| folded(word)).collect();
        let list = List {
            language,
            elides,
            endings: Endings::new(language, &written.abbreviations, &written.months),
            entries: Vec::new(),
            patterns: Vec::new(),
            vocabulary: Vocabulary::default(),
            by_word: HashMap::new(),
            by_shape: Shapes::default(),
            acronyms: set(&written.acronyms),
            shouted: set(&written.shouted),
            everyday: set(&written.everyday),
            excuses: HashMap::new(),
            all_excused: None,
        };
        let mut builder = Builder {
            reader: Patterns { lists: &written.lists, elides },
            list,
            groups: 2,
            faults: Vec::new(),
        };
        for pattern in &written.judging {
            builder.add(pattern, Role::In(Group::JUDGING));
        }
        for pattern in &written.exclaims {
            builder.add(pattern, Role::In(Group::EXCLAIMS));
        }
        for (kind, patterns) in &written.excuses {
            let group = builder.group(patterns);
            match ToneKind::ALL.into_iter().find(|one| one.name() == kind) {
                Some(kind) => builder.list.excuses.extend(group.map(|group| (kind, group))),
                None if kind == "all" => builder.list.all_excused = group,
                None => builder.faults.push(PatternError::NoList("excuses".to_owned(), kind.clone())),
            }
        }
        for entry in written.findings {
            builder.entry(entry);
        }
        if builder.faults.is_empty() { Ok(builder.list) } else { Err(builder.faults) }
    }

    fn entry(&mut self, written: WrittenEntry) {
        let role = Role::Finds(self.list.entries.len());
        for pattern in &written.words {
            self.add(pattern, role);
        }
        let entry = Entry {
            kind: written.kind,
            unless: self.group(&written.unless),
            unless_sentence: self.group(&written.unless_sentence),
            only_with: self.group(&written.only_with),
            letters: written.letters,
            not_letters: written.not_letters,
            rewording: written.rewording,
        };
        self.list.entries.push(entry);
    }

    fn group(&mut self, patterns: &[String]) -> Option<Group> {
        if patterns.is_empty() {
            return None;
        }
        let group = Group(self.groups);
        self.groups += 1;
        for pattern in patterns {
            self.add(pattern, Role::In(group));
        }
        Some(group)
    }

    fn add(&mut self, pattern: &str, role: Role) {
        let read = self
            .reader
            .read(pattern)
            .and_then(|pieces| Program::new(pattern, &pieces, &mut self.list.vocabulary));
        let (program, beginnings) = match read {
            Ok(read) => read,
            Err(fault) => return self.faults.push(fault),
        };
        let number = self.list.patterns.len();
        for word in beginnings.words {
            self.list.by_word.entry(word).or_default().push(number);
        }
        for test in beginnings.tests {
            if let WordTest::Written(word) = &test {
                // Looked up as it is compared; its case is looked at when the pattern runs.
                let word = self.list.vocabulary.enter(&folded(word));
                self.list.by_word.entry(word).or_default().push(number);
            } else {
                self.list.by_shape.add(test, number);
            }
        }
        self.list.patterns.push((program, role));
    }
}
