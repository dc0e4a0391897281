//! What is shouted or sneered: exclamation marks, capitals, quotation marks round a single word.

use super::list::{Group, List};
use super::matching::Scan;
use super::program::Numbered;
use super::text::{Between, Text, Word, folded, words};
use super::{Found, ToneContext, ToneKind};
use crate::spec::Language;
use std::collections::HashSet;

/// Capitals of fewer letters are abbreviations, unless the list knows the word.
const SHOUTED_LETTERS: usize = 4;

/// One or two judging words in quotation marks.
pub(super) fn scare_quotes(read: &Text<'_>, numbered: &[Numbered<'_>], list: &List, found: &mut Vec<Found>) {
    for quotation in &read.quotations {
        if !(1..=2).contains(&quotation.words.len()) {
            continue;
        }
        let around = read.sentences.partition_point(|sentence| sentence.words.end <= quotation.words.start);
        let Some(sentence) = read.sentences.get(around) else { continue };
        if list.is_one_of(Group::JUDGING, numbered, sentence, &quotation.words) {
            found.push(Found {
                kind: ToneKind::Sarcasm,
                from: quotation.from,
                to: quotation.to,
                rewording: Some(read.whole[quotation.inside.clone()].trim().to_owned()),
            });
        }
    }
}

/// More than one mark, or one in a sentence that neither thanks nor wishes.
pub(super) fn exclamations(read: &Text<'_>, scans: &[Scan], found: &mut Vec<Found>) {
    let mut letters = read.whole.char_indices().peekable();
    let mut sentence = 0;
    // A Spanish sentence would keep its opening mark without the closing one.
    let mut opened = false;
    while let Some((from, letter)) = letters.next() {
        opened = (opened || letter == '¡') && !matches!(letter, '.' | '\n');
        if !matches!(letter, '!' | '?' | '！' | '？' | '‼' | '⁉' | '⁈' | '‽') {
            continue;
        }
        let mut to = from + letter.len_utf8();
        while let Some((at, mark)) = letters.next_if(|(_, mark)| matches!(mark, '!' | '?' | '！' | '？')) {
            to = at + mark.len_utf8();
        }
        let marks = &read.whole[from..to];
        let asks = marks.contains(['?', '？', '⁉', '⁈', '‽']);
        let exclaims = marks.contains(['!', '！', '‼', '⁉', '⁈', '‽']);
        while read.sentences.get(sentence).is_some_and(|sentence| sentence.to <= from) {
            sentence += 1;
        }
        let single = marks.chars().count() == 1 && !marks.contains(['‼', '⁉', '⁈', '‽']);
        let permitted = single && scans.get(sentence).is_some_and(|scan| scan.has(Group::EXCLAIMS));
        if permitted || (single && !exclaims) {
            continue;
        }
        // "(!)" is no end of a sentence.
        let ends = !opened && !read.whole[..from].ends_with('(');
        let rewording = if asks { Some("?") } else { ends.then_some(".") }.map(str::to_owned);
        opened = false;
        found.push(Found { kind: ToneKind::Exclamation, from, to, rewording });
    }
}

/// Words in capitals that are no abbreviation and no name of the letter; neighbours are one finding.
pub(super) fn capitals(read: &Text<'_>, list: &List, context: &ToneContext<'_>, found: &mut Vec<Found>) {
    let known: HashSet<String> = context
        .allowed
        .iter()
        .flat_map(|text| words(text, list.elides))
        .filter(|word| is_capital(&word.written))
        .map(|word| word.folded)
        .collect();
    let mut from = 0;
    while from < read.words.len() {
        let mut to = from;
        while read.words.get(to).is_some_and(|word| {
            is_capital(&word.written)
                && (to == from || word.before <= Between::Comma)
                && !is_address(read, word)
        }) {
            to += 1;
        }
        if to > from {
            run(read, list, &known, from, to, found);
        }
        from = to.max(from + 1);
    }
}

/// A run of words in capitals: its shouted part.
fn run(
    read: &Text<'_>,
    list: &List,
    known: &HashSet<String>,
    from: usize,
    to: usize,
    found: &mut Vec<Found>,
) {
    let shouts = |word: &Word<'_>| {
        let letters = word.written.chars().count();
        let spelled = word.folded.chars().any(is_vowel) && !is_roman(&word.written);
        if known.contains(&word.folded) || list.acronyms.contains(&word.folded) {
            false
        } else if list.shouted.contains(&word.folded) {
            letters >= 2
        } else {
            letters >= SHOUTED_LETTERS && spelled
        }
    };
    let run = &read.words[from..to];
    if in_brackets(read, &run[0], &run[run.len() - 1]) {
        return;
    }
    let (Some(first), Some(last)) = (run.iter().position(shouts), run.iter().rposition(shouts)) else {
        return;
    };
    let shouted = &run[first..=last];
    found.push(Found {
        kind: ToneKind::Capitals,
        from: shouted[0].from,
        to: run[last].to,
        rewording: quietly(read, list, shouted),
    });
}

/// The words without capitals, where the language leaves no doubt which of them keeps one.
fn quietly(read: &Text<'_>, list: &List, shouted: &[Word<'_>]) -> Option<String> {
    let (first, last) = (shouted.first()?, shouted.last()?);
    let plain = shouted.iter().all(|word| list.shouted.contains(&word.folded));
    if list.language == Language::German && !plain {
        return None;
    }
    let english = matches!(list.language, Language::EnglishUk | Language::EnglishUs);
    let mut quiet = String::new();
    let mut at = first.from;
    for word in shouted {
        quiet.push_str(&read.whole[at..word.from]);
        let stays = english && word.folded == "i";
        quiet.push_str(&if stays { word.written.clone().into_owned() } else { word.written.to_lowercase() });
        at = word.to;
    }
    let begins = read.sentences.iter().any(|one| read.words[one.words.start].from == first.from);
    let mut letters = quiet.chars();
    let head = letters.next()?;
    debug_assert_eq!(at, last.to, "every word was taken");
    Some(if begins { head.to_uppercase().chain(letters).collect() } else { quiet })
}

fn is_capital(written: &str) -> bool {
    written.chars().all(|letter| letter.is_uppercase() || !letter.is_alphanumeric())
        && written.chars().any(char::is_uppercase)
}

fn is_vowel(letter: char) -> bool {
    !matches!(letter, 'b'..='d' | 'f'..='h' | 'j'..='n' | 'p'..='t' | 'v'..='x' | 'z' | '\'')
}

/// Whether the word can be a number in Roman figures.
fn is_roman(written: &str) -> bool {
    written.chars().all(|letter| "IVXLCDM".contains(letter))
}

/// "(OTIF)", the abbreviation of the words before it, or "(ANNEX A)".
fn in_brackets(read: &Text<'_>, first: &Word<'_>, last: &Word<'_>) -> bool {
    read.whole[..first.from].ends_with('(') && read.whole[last.to..].starts_with(')')
}

/// Whether the word is a part of an address or a number, such as "RE-2026/7" or "X.EXAMPLE".
fn is_address(read: &Text<'_>, word: &Word<'_>) -> bool {
    let touches =
        |letter: char| matches!(letter, '@' | '.' | '/' | '_' | '-' | '\\' | '#') || letter.is_ascii_digit();
    let behind = &read.whole[word.to..];
    let mut after = behind.chars();
    let joined_behind = after.next().is_some_and(touches) && after.next().is_some_and(char::is_alphanumeric);
    let mut before = read.whole[..word.from].chars().rev();
    let joined_before =
        before.next().is_some_and(touches) && before.next().is_some_and(char::is_alphanumeric);
    (joined_behind || joined_before) && !folded(&word.written).is_empty() && touches_number(read, word)
}

/// Whether the run without spaces around the word has a digit, an "@" or a dot in it.
fn touches_number(read: &Text<'_>, word: &Word<'_>) -> bool {
    let before = read.whole[..word.from].chars().rev().take(40).take_while(|letter| !letter.is_whitespace());
    let after = read.whole[word.to..].chars().take(40).take_while(|letter| !letter.is_whitespace());
    let mut around: Vec<char> = before.chain(after).collect();
    while around.last().is_some_and(|last| ".!?,;:".contains(*last)) {
        around.pop();
    }
    around.iter().any(|letter| letter.is_ascii_digit() || matches!(letter, '@' | '.' | '/'))
}
