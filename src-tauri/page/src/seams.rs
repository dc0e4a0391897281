//! Where German words are put together, so that no ligature ties the parts to one another: "Auf|lage", not "Auﬂage".
use crate::breaks::hyphenation;
use hypher::Lang;

/// Letters that ligatures are made of.
const TIED: [char; 2] = ['f', 't'];

/// The places in a text (bytes) that no ligature may cross, in order; none in languages that do not mind.
///
/// The hyphenation knows where syllables meet. Parts of a compound meet there too, but so do the syllables of
/// "hoffen"; which of the two it is shows in the letters before and after.
pub(crate) fn seams(text: &str, language: &str) -> Vec<usize> {
    if hyphenation(language) != Some(Lang::German) || !text.contains(TIED) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
        if has_tie(letters) {
            let mut at = 0;
            for syllable in hypher::hyphenate(letters, Lang::German) {
                at += syllable.len();
                if at < letters.len() && is_seam(&letters[..at], &letters[at..]) {
                    found.push(start + at);
                }
            }
        }
        start += word.len();
    }
    found
}

/// Two letters stand together that a font may draw as one.
fn has_tie(word: &str) -> bool {
    word.as_bytes().windows(2).any(|pair| {
        matches!(pair, [b'f', b'b' | b'f' | b'h' | b'i' | b'j' | b'k' | b'l' | b't'] | [b't', b't' | b'f'])
    })
}

/// A syllable of one part never ends in a doubled letter, nor in f before l, i, j, b, h or k. Before another f or t
/// it may ("hof-fen", "Haf-tung"), unless a diphthong or a consonant goes before: then the part is complete
/// ("Auf-trag", "Dorf-fest", "kauf-te").
fn is_seam(before: &str, after: &str) -> bool {
    let mut backwards = before.chars().rev();
    let (last, second, third) = (backwards.next(), backwards.next(), backwards.next());
    let (Some(last), Some(next)) = (last, after.chars().next()) else { return false };
    let joins = match last {
        'f' => matches!(next, 'b' | 'f' | 'h' | 'i' | 'j' | 'k' | 'l' | 't'),
        't' => matches!(next, 't' | 'f'),
        _ => false,
    };
    let doubled = second == Some(last);
    let after_consonant = matches!(second, Some('l' | 'm' | 'n' | 'p' | 'r'));
    let after_diphthong = matches!(
        (third.map(|letter| letter.to_ascii_lowercase()), second),
        (Some('a' | 'ä' | 'Ä' | 'e'), Some('u')) | (Some('e'), Some('i')) | (Some('i'), Some('e'))
    );
    let complete = after_consonant || after_diphthong;
    joins && (doubled || complete || !TIED.contains(&next))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With a bar at each seam.
    fn marked(text: &str, language: &str) -> String {
        let mut marked = text.to_owned();
        for at in seams(text, language).into_iter().rev() {
            marked.insert(at, '|');
        }
        marked
    }

    #[test]
    fn compounds_show_their_seams() {
        for expected in [
            "Auf|lage",
            "Schiff|fahrt",
            "Stoff|farbe",
            "höf|lich",
            "Brief|kasten",
            "Dorf|fest",
            "auf|fordern",
            "Auf|trag",
            "kauf|te",
            "Kauf|leute und Auf|lösung: fünf|fach, Brief|träger.",
        ] {
            assert_eq!(marked(&expected.replace('|', ""), "de-DE"), expected, "parts of a word stand apart");
        }
    }

    #[test]
    fn other_syllables_are_tied() {
        for whole in
            ["hoffen", "Schiffe", "Haftung", "Luft", "offen", "finden", "Pfiff", "hatte", "Bitte", "Griffel"]
        {
            assert_eq!(marked(whole, "de-DE"), whole, "one part of a word is tied as ever");
        }
    }

    #[test]
    fn other_languages_do_not_mind() {
        for text in ["shelfful", "Auflage", "halfling"] {
            assert_eq!(marked(text, "en-GB"), text, "English ties across seams");
        }
    }
}
