//! The names of other clients: a letter to one never names another.

use super::list::List;
use super::text::{Text, folded, is_invisible, is_letter};
use super::{Found, ToneContext, ToneKind};
use std::collections::HashMap;
use std::ops::Range;

/// The names, e-mail addresses and streets of all clients, made ready once for many letters.
///
/// A text of fewer than three letters is not guarded; one that is a single everyday word of the letter's language, as
/// "May" and "Summit", is not looked for in it.
#[derive(Debug, Default)]
pub struct Guarded {
    labels: Vec<String>,
    names: Names,
}

impl Guarded {
    /// Guards these texts: for each client a label of the caller's, and its names (company, contacts), e-mail addresses
    /// and street lines. A town alone is no good text: many share it.
    pub fn new<Label, Texts>(clients: impl IntoIterator<Item = (Label, Texts)>) -> Self
    where
        Label: Into<String>,
        Texts: IntoIterator,
        Texts::Item: AsRef<str>,
    {
        let mut guarded = Self::default();
        for (label, texts) in clients {
            let owner = guarded.labels.len();
            guarded.labels.push(label.into());
            for text in texts {
                guarded.names.add(text.as_ref(), owner);
            }
        }
        guarded
    }
}

/// Names by their first part.
#[derive(Debug, Default)]
struct Names(HashMap<String, Vec<Name>>);

#[derive(Debug)]
struct Name {
    parts: Vec<String>,
    owner: usize,
}

impl Names {
    fn add(&mut self, text: &str, owner: usize) {
        let mut parts: Vec<String> = parts(text).into_iter().map(|part| part.folded).collect();
        while let Some(bare) = (1..=LONGEST_FORM).find_map(|count| without_form(&parts, count)) {
            parts.truncate(bare);
        }
        let named = parts.iter().any(|part| part.chars().filter(|letter| letter.is_alphabetic()).count() > 2);
        if let Some(first) = parts.first().filter(|_| named) {
            let names = self.0.entry(first.clone()).or_default();
            if !names.iter().any(|name| name.parts == parts && name.owner == owner) {
                names.push(Name { parts, owner });
            }
        }
    }

    /// Where names stand in the text.
    fn mentions<'a>(&'a self, text: &'a [Part]) -> impl Iterator<Item = (&'a Name, Range<usize>)> {
        text.iter().enumerate().flat_map(move |(start, first)| {
            let named = |part: &str| self.0.get(part).into_iter().flatten();
            let bare = without_genitive(&first.folded).unwrap_or("");
            let inflected = named(bare).filter(|name| name.parts.len() == 1);
            named(&first.folded).chain(inflected).filter_map(move |name| {
                let last = start + name.parts.len() - 1;
                let stands = text.len() > last
                    && (start + 1..=last).zip(&name.parts[1..]).all(|(at, part)| {
                        let genitive = at == last && without_genitive(&text[at].folded) == Some(part);
                        text[at].follows && (text[at].folded == *part || genitive)
                    });
                stands.then(|| (name, first.from..text[last].to))
            })
        })
    }
}

/// A name without the ending of a genitive, as in "Northwinds".
fn without_genitive(part: &str) -> Option<&str> {
    part.strip_suffix('s').filter(|bare| bare.len() > 3)
}

/// A run of letters or digits.
struct Part {
    from: usize,
    to: usize,
    folded: String,
    /// Whether it stands near enough to the one before to be of one name.
    follows: bool,
}

/// The parts of a text; an "and" between two is left out, since names are written with it and with "&".
fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut start = None;
    let mut letters = text.char_indices().peekable();
    loop {
        let next = letters.next();
        let within =
            next.is_some_and(|(_, letter)| is_letter(letter) || (start.is_some() && is_invisible(letter)));
        match (start, next) {
            (None, Some((at, _))) if within => start = Some(at),
            (Some(from), next) if !within => {
                start = None;
                let to = next.map_or(text.len(), |(at, _)| at);
                let folded = folded(&text[from..to]);
                let behind = parts.last().map_or(from, |before| before.to);
                let between = &text[behind..from];
                if !(CONNECTORS.contains(&folded.as_str()) && !parts.is_empty() && next.is_some()) {
                    let follows = between.len() <= 8 && !between.contains(['\n', '!', '?', ';']);
                    parts.push(Part { from, to, folded, follows });
                }
            }
            _ => {}
        }
        if next.is_none() {
            return parts;
        }
    }
}

/// How many parts are left without the last `count`, where these are a legal form, as "s" "l" are: "S.L.".
fn without_form(parts: &[String], count: usize) -> Option<usize> {
    let bare = parts.len().checked_sub(count).filter(|bare| *bare > 0)?;
    LEGAL_FORMS.contains(&parts[bare..].concat().as_str()).then_some(bare)
}

const CONNECTORS: &[&str] = &["and", "und", "et", "y"];

/// In how many parts a legal form may be written: "S. A. S. U.".
const LONGEST_FORM: usize = 4;

/// What stands behind a company's name and is mostly left out in speech.
const LEGAL_FORMS: &[&str] = &[
    "ab",
    "ag",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "ek",
    "eurl",
    "gbr",
    "gmbh",
    "inc",
    "incorporated",
    "kg",
    "kgaa",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "mbh",
    "nv",
    "ohg",
    "oy",
    "partg",
    "partgmbb",
    "plc",
    "pty",
    "sa",
    "sarl",
    "sas",
    "sasu",
    "se",
    "sl",
    "slu",
    "spa",
    "srl",
    "ug",
];

/// Other clients that the text names, unless the letter's own facts name them.
pub(super) fn others_named(read: &Text<'_>, list: &List, context: &ToneContext<'_>) -> Vec<Found> {
    if context.guarded.names.0.is_empty() {
        return Vec::new();
    }
    let text = parts(read.whole);
    let mut own = Names::default();
    for allowed in context.allowed {
        own.add(allowed, 0);
    }
    let own: Vec<Range<usize>> = own.mentions(&text).map(|(_, place)| place).collect();
    let is_own = |place: &Range<usize>| {
        let near = own.partition_point(|one| one.start <= place.start);
        own[..near].iter().rev().take(4).any(|one| place.end <= one.end)
    };
    let client = context.client;
    context
        .guarded
        .names
        .mentions(&text)
        .filter(|(name, _)| client != Some(context.guarded.labels[name.owner].as_str()))
        .filter(|(name, _)| !(name.parts.len() == 1 && list.everyday.contains(&name.parts[0])))
        .filter(|(_, place)| !is_own(place))
        .map(|(_, place)| Found {
            kind: ToneKind::OtherClient,
            from: place.start,
            to: place.end,
            rewording: None,
        })
        .collect()
}
