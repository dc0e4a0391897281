//! The line cut into words and quotations, with their places.
use crate::match_key;

/// A word, or a quotation with its marks.
#[derive(Clone, Debug)]
pub(super) struct Lexeme<'a> {
    /// The first byte.
    pub start: usize,
    /// Behind the last byte.
    pub end: usize,
    /// What it says: a word without the punctuation behind it, a quotation without its marks.
    pub inner: &'a str,
    /// What it is compared by.
    pub key: String,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// The mark that would close it, where none does yet.
    pub unclosed: Option<char>,
}

/// The words and quotations of a text, in order. A quotation that is still open runs to the end.
pub(super) fn lexemes(text: &str) -> Vec<Lexeme<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let quotation = quotation(&text[at..], first);
        let quoted = quotation.is_some();
        let (length, inner, unclosed) = quotation.unwrap_or_else(|| {
            let inner = word(&text[at..]);
            (inner.len(), inner, None)
        });
        let end = at + length;
        if quoted || !inner.is_empty() {
            let inner = inner.trim();
            found.push(Lexeme { start: at, end, inner, key: match_key(inner), quoted, unclosed });
        }
        at = if quoted { end } else { at + text[at..].find(char::is_whitespace).unwrap_or(text.len() - at) };
    }
    found
}

/// The word that a text begins with, without the punctuation behind it; nothing where it is only that.
fn word(text: &str) -> &str {
    let whole = text.split(char::is_whitespace).next().unwrap_or_default();
    let plain = whole.trim_end_matches([',', ';', ':', '!', '?']);
    // A full stop ends a sentence, but belongs to a date like 3.3. and to an abbreviation like a.s.; 3. is 3.
    let plain = match plain.strip_suffix('.') {
        Some(before) if before.chars().all(char::is_alphanumeric) => before,
        _ => plain,
    };
    if plain.chars().all(|c| matches!(c, '-' | '–' | '—' | '.')) { "" } else { plain }
}

/// The length of the quotation at the start of a text, marks and all, what it says, and the mark that it lacks.
fn quotation(text: &str, first: char) -> Option<(usize, &str, Option<char>)> {
    let closing: &[char] = match first {
        '"' => &['"', '”'],
        '“' => &['”', '"', '“'],
        '„' => &['“', '”', '"'],
        '«' => &['»'],
        '»' => &['«'],
        '\'' | '‘' => &['\'', '’'],
        _ => return None,
    };
    let inside = &text[first.len_utf8()..];
    let single = matches!(first, '\'' | '‘');
    let close = inside.char_indices().find(|(at, c)| {
        let behind = inside[at + c.len_utf8()..].chars().next();
        // An apostrophe inside a word closes nothing.
        closing.contains(c) && (!single || behind.is_none_or(|next| !next.is_alphanumeric()))
    });
    match close {
        Some((at, mark)) => Some((first.len_utf8() + at + mark.len_utf8(), &inside[..at], None)),
        None if single => None,
        None => Some((text.len(), inside, closing.first().copied())),
    }
}

/// Places in bytes told in UTF-16 code units, and back.
pub(super) struct Places {
    /// For every byte that begins a character, and for the end, the units before it.
    units: Vec<usize>,
}

impl Places {
    pub(super) fn of(text: &str) -> Self {
        let mut units = vec![0; text.len() + 1];
        let mut count = 0;
        for (at, c) in text.char_indices() {
            units[at..at + c.len_utf8()].fill(count);
            count += c.len_utf16();
        }
        units[text.len()] = count;
        Self { units }
    }

    /// The units before a byte.
    pub(super) fn units(&self, byte: usize) -> usize {
        self.units[byte.min(self.units.len() - 1)]
    }

    /// The byte at which a unit stands; the end where the text is shorter.
    pub(super) fn byte(&self, unit: usize) -> usize {
        self.units.partition_point(|before| *before < unit).min(self.units.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_into_words_and_quotations() {
        let check = |text: &str, expected: &[(&str, bool)]| {
            let found = lexemes(text);
            let told: Vec<(&str, bool)> = found.iter().map(|each| (each.inner, each.quoted)).collect();
            assert_eq!(told, expected, "{text:?}");
            for each in &found {
                assert!(text[each.start..each.end].contains(each.inner), "the place of {:?}", each.inner);
            }
        };
        check("", &[]);
        check("halden: csat 2,", &[("halden", false), ("csat", false), ("2", false)]);
        check("a \"b c\" d", &[("a", false), ("b c", true), ("d", false)]);
        check("“b c” «d»", &[("b c", true), ("d", true)]);
        check("„b c“", &[("b c", true)]);
        check("say \"still typing", &[("say", false), ("still typing", true)]);
        check("halden's 'two words'", &[("halden's", false), ("two words", true)]);
        check("'it's fine' ok", &[("it's fine", true), ("ok", false)]);
        check("'tis", &[("'tis", false)]);
        check("a – b", &[("a", false), ("b", false)]);
        check("on 3.3. done.", &[("on", false), ("3.3.", false), ("done", false)]);
        check("\"\"", &[("", true)]);
    }

    #[test]
    fn places_are_told_as_a_web_page_counts_them() {
        let text = "é😀x";
        let places = Places::of(text);
        assert_eq!([0, 2, 6, 7].map(|byte| places.units(byte)), [0, 1, 3, 4], "an emoji has two units");
        assert_eq!([0, 1, 3, 4, 99].map(|unit| places.byte(unit)), [0, 2, 6, 7, 7], "and back");
        assert!(text.is_char_boundary(places.byte(2)), "the middle of a pair is no place to cut");
    }
}
