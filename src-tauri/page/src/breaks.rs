//! Where a line may end, and how gladly.
use hypher::Lang;

/// A place where a line may end. Reaches in thousandths of an em from the start of the paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Break {
    /// The line's text ends here (byte).
    pub(crate) end: usize,
    /// The next line's text begins here: behind the space.
    pub(crate) next: usize,
    /// How far the text before `end` reaches, with the hyphen where there is one.
    pub(crate) end_reach: f32,
    /// How far the text before `next` reaches.
    pub(crate) next_reach: f32,
    /// What ending here costs, on the scale of [`crate::lines`].
    pub(crate) penalty: f32,
    /// A hyphen is added.
    pub(crate) hyphen: bool,
    /// The line must end here.
    pub(crate) forced: bool,
}

/// Words shorter than this are not divided: the reader gains nothing.
const SHORTEST_DIVIDED: usize = 8;
/// A hyphen is worth it only where a line would otherwise be left visibly short.
const HYPHEN: f32 = 320.0;
/// A word that fits on no line is cut anywhere, as the last resort.
const CUT: f32 = 5_000.0;
/// "31 | January", "Ms | Halden", "3 | days", "I | will": what belongs together stays on a line where it can.
const PARTED_DATE: f32 = 400.0;
const PARTED_TITLE: f32 = 400.0;
const PARTED_NUMBER: f32 = 40.0;
const LONELY_LETTER: f32 = 25.0;
const TITLES: &[&str] =
    &["Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Mr.", "Mrs.", "Ms.", "Mx.", "Dr.", "Prof.", "No."];

/// The hyphenation patterns of a language tag, where there are some. (The English ones suit both sides of the
/// Atlantic well enough for the few words that a letter divides.)
pub(crate) fn hyphenation(language: &str) -> Option<Lang> {
    let primary = language.split('-').next()?.to_ascii_lowercase();
    let code: [u8; 2] = primary.as_bytes().try_into().ok()?;
    Lang::from_iso(code)
}

/// All places where a line of `text` may end, in order; the first is its start, the last its end.
///
/// `reach` comes from [`crate::shape::reach`], `measure` and `hyphen_width` are in thousandths of an em.
pub(crate) fn breaks(
    text: &str,
    reach: &[f32],
    measure: f32,
    hyphen_width: f32,
    hyphenation: Option<Lang>,
) -> Vec<Break> {
    let mut found = vec![Break {
        end: 0,
        next: 0,
        end_reach: 0.0,
        next_reach: 0.0,
        penalty: 0.0,
        hyphen: false,
        forced: false,
    }];
    let mut start = 0;
    for (next, opportunity) in unicode_linebreak::linebreaks(text) {
        let segment = &text[start..next];
        let word = segment.trim_end_matches([' ', '\n']);
        if reach[start + word.len()] - reach[start] > measure {
            cut_anywhere(text, start, word, reach, &mut found);
        } else if let Some(language) = hyphenation {
            divide(start, word, reach, hyphen_width, language, &mut found);
        }
        let end = start + word.len();
        found.push(Break {
            end,
            next,
            end_reach: reach[end],
            next_reach: reach[next],
            penalty: penalty(word, &text[next..]),
            hyphen: false,
            forced: opportunity == unicode_linebreak::BreakOpportunity::Mandatory,
        });
        start = next;
    }
    found
}

fn penalty(word: &str, rest: &str) -> f32 {
    let last = word.rsplit(' ').next().unwrap_or(word);
    let next_is_capital = rest.starts_with(char::is_uppercase);
    let few_digits = last.len() <= 2 && last.bytes().all(|byte| byte.is_ascii_digit());
    if TITLES.contains(&last) && next_is_capital {
        PARTED_TITLE
    } else if few_digits && next_is_capital {
        PARTED_DATE
    } else if few_digits && rest.starts_with(char::is_alphabetic) {
        PARTED_NUMBER
    } else if last.chars().count() == 1 && last.starts_with(char::is_alphabetic) {
        LONELY_LETTER
    } else {
        0.0
    }
}

/// Places inside a word that is wider than the line.
fn cut_anywhere(text: &str, start: usize, word: &str, reach: &[f32], found: &mut Vec<Break>) {
    for (offset, _) in word.char_indices().skip(1) {
        let at = start + offset;
        // Where nothing advances, a mark or the rest of a ligature follows.
        let follows = text[at..].chars().next().map_or(1, char::len_utf8);
        if reach[at + follows] > reach[at] {
            let reached = reach[at];
            found.push(Break {
                end: at,
                next: at,
                end_reach: reached,
                next_reach: reached,
                penalty: CUT,
                hyphen: false,
                forced: false,
            });
        }
    }
}

/// Places for a hyphen. Names, and whatever else is written with a capital, stay whole, and so does everything
/// with digits or signs inside, such as addresses.
fn divide(
    start: usize,
    word: &str,
    reach: &[f32],
    hyphen_width: f32,
    language: Lang,
    found: &mut Vec<Break>,
) {
    let core = word.trim_matches(|c: char| !c.is_alphabetic());
    let plain = core.chars().all(char::is_alphabetic) && core.starts_with(char::is_lowercase);
    if !plain || core.chars().count() < SHORTEST_DIVIDED {
        return;
    }
    let mut at = start + word.find(core).expect("the core is part of the word");
    let end = at + core.len();
    for syllable in hypher::hyphenate_bounded(core, language, 3, 3) {
        at += syllable.len();
        if at < end {
            found.push(Break {
                end: at,
                next: at,
                end_reach: reach[at] + hyphen_width,
                next_reach: reach[at],
                penalty: HYPHEN,
                hyphen: true,
                forced: false,
            });
        }
    }
}
