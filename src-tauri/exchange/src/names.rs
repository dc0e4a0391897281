//! When two spellings name the same client, and when they might.
use strsim::osa_distance;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Words that say how a business is constituted, not what it is called.
const LEGAL_FORMS: [&str; 34] = [
    "ab",
    "ag",
    "and",
    "as",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "eg",
    "ev",
    "gbr",
    "gmbh",
    "inc",
    "incorporated",
    "kg",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "mbh",
    "nv",
    "ohg",
    "oy",
    "plc",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sas",
    "sl",
    "srl",
    "the",
];

/// What a name is found by: without case, space and accents, so that "Café Łódź" and "cafe lodz" are one client.
///
/// Punctuation stays, but the many forms of hyphen and apostrophe become one each.
#[must_use]
pub fn match_key(name: &str) -> String {
    folded(name).filter(|c| !c.is_whitespace()).collect()
}

/// Whether two names are so alike that a person should be asked whether they are one client.
///
/// They are near when they differ in the legal form, in punctuation or the order of words, or in one letter
/// (two from nine letters on; swapped neighbours are one difference). Names with different numbers never are:
/// "Site 1" and "Site 2" are meant. Two spellings with the same [`match_key`] are near too.
#[must_use]
pub fn near(one: &str, other: &str) -> bool {
    if match_key(one) == match_key(other) {
        return true;
    }
    let (one, other) = (words(one), words(other));
    if one.is_empty() || other.is_empty() || digits(&one) != digits(&other) {
        return false;
    }
    let sorted = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort_unstable();
        words
    };
    let (one_joined, other_joined) = (one.concat(), other.concat());
    let shorter = one_joined.chars().count().min(other_joined.chars().count());
    let allowed = match shorter {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    };
    // The longer of two very different lengths cannot be near, and long names would be slow to compare.
    let alike_in_length = one_joined.len().abs_diff(other_joined.len()) <= 8;
    sorted(&one) == sorted(&other)
        || one_joined == other_joined
        || (allowed > 0 && alike_in_length && osa_distance(&one_joined, &other_joined) <= allowed)
}

/// The words that carry the name; all of them where nothing but legal forms is left.
fn words(name: &str) -> Vec<String> {
    let folded: String = folded(name).collect();
    let all: Vec<String> = folded
        .split_whitespace()
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    let telling: Vec<String> =
        all.iter().filter(|word| !LEGAL_FORMS.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

fn digits(words: &[String]) -> String {
    words.iter().flat_map(|word| word.chars()).filter(char::is_ascii_digit).collect()
}

/// Lower case, compatibility forms and accents taken apart, accents dropped.
fn folded(name: &str) -> impl Iterator<Item = char> {
    name.nfkd()
        .filter(|c| !is_combining_mark(*c) && !is_invisible(*c))
        .flat_map(char::to_lowercase)
        .flat_map(|c| {
            // Letters that Unicode does not take apart though readers do.
            let (first, second) = match c {
                'ß' => ('s', Some('s')),
                'æ' => ('a', Some('e')),
                'œ' => ('o', Some('e')),
                'þ' => ('t', Some('h')),
                'ø' => ('o', None),
                'ł' => ('l', None),
                'đ' | 'ð' => ('d', None),
                'ħ' => ('h', None),
                'ı' => ('i', None),
                'ς' => ('σ', None),
                '‐' | '‑' | '‒' | '–' | '—' | '−' => ('-', None),
                '’' | '‘' | 'ʼ' | '`' | '´' => ('\'', None),
                other => (other, None),
            };
            [Some(first), second].into_iter().flatten()
        })
        // Lower-casing can itself bring an accent (İ), which must go as well.
        .filter(|c| !is_combining_mark(*c))
}

/// Characters without a shape, which copying from web pages leaves in names.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_client_has_one_key_however_it_is_written() {
        let check = |one: &str, other: &str| assert_eq!(match_key(one), match_key(other), "{one} is {other}");
        check("Café Lumière", "CAFE  LUMIERE ");
        check("Café", "Cafe\u{301}");
        check("Łódź Textiles", "lodz textiles");
        check("Straße & Söhne", "STRASSE & SOHNE");
        check("Blue Fin", "Bluefin");
        check("O’Neill – Partners", "O'Neill - Partners");
        check("Ørsted\u{a0}A/S", "orsted a/s");
        check("Ίκαρος", "ικαρος");
        check("İstanbul Ltd", "istanbul ltd");
        check("soft\u{ad}ware", "Software");
    }

    #[test]
    fn different_names_keep_different_keys() {
        let check =
            |one: &str, other: &str| assert_ne!(match_key(one), match_key(other), "{one} is not {other}");
        check("Acme Ltd", "Acme GmbH");
        check("Site 1", "Site 2");
        check("A/B", "AB");
    }

    #[test]
    fn near_names_are_asked_about_and_others_are_not() {
        let check = |one: &str, other: &str, expected: bool| {
            assert_eq!(near(one, other), expected, "{one} / {other}");
            assert_eq!(near(other, one), expected, "nearness has no direction: {other} / {one}");
        };
        check("Acme Ltd", "Acme Limited", true);
        check("Acme GmbH & Co. KG", "ACME", true);
        check("Northwind Traders", "Northwind Tradres", true);
        check("Harbour Dental", "Harbor Dental", true);
        check("Jansen, Marie", "Marie Jansen", true);
        check("Müller Consulting", "Muller Consulting", true);
        check("Site 1", "Site 2", false);
        check("Harbour Dental", "Harbour Rental Cars", false);
        check("BASF", "BAST", false);
        check("", "Acme", false);
        check("Co", "Ltd", false);
    }
}
