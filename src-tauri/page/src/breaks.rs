//! Where a line may end, and how gladly.
mod division;
mod penalty;
mod words;

use hypher::Lang;
use penalty::penalty;

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
    /// A word wider than the line is cut here.
    pub(crate) cut: bool,
    /// The line must end here.
    pub(crate) forced: bool,
}

/// A word that fits on no line is cut anywhere, as the last resort.
const CUT: f32 = 5_000.0;

/// The hyphenation patterns of a language tag, where there are some. (The English ones suit both sides of the
/// Atlantic well enough for the few words that a letter divides.)
pub(crate) fn hyphenation(language: &str) -> Option<Lang> {
    let primary = language.split('-').next()?.to_ascii_lowercase();
    let code: [u8; 2] = primary.as_bytes().try_into().ok()?;
    Lang::from_iso(code)
}

/// All places where a line of `text` may end, in order; the first is its start, the last its end.
///
/// `reach` comes from [`crate::shape::reach`], `measure` and the width of the hyphen are in thousandths of an em.
pub(crate) fn breaks(
    text: &str,
    reach: &[f32],
    measure: f32,
    hyphens: Option<(Lang, f32)>,
    language: &str,
) -> Vec<Break> {
    let mut found = vec![Break {
        end: 0,
        next: 0,
        end_reach: 0.0,
        next_reach: 0.0,
        penalty: 0.0,
        hyphen: false,
        cut: false,
        forced: false,
    }];
    let mut start = 0;
    for (next, opportunity) in unicode_linebreak::linebreaks(text) {
        let segment = &text[start..next];
        let word = segment.trim_end_matches([' ', '\n']);
        if reach[start + word.len()] - reach[start] > measure {
            cut_anywhere(text, start, word, reach, &mut found);
        } else if let Some((patterns, hyphen_width)) = hyphens {
            for (at, penalty) in division::places(&text[..start], word, patterns) {
                let at = start + at;
                found.push(Break {
                    end: at,
                    next: at,
                    end_reach: reach[at] + hyphen_width,
                    next_reach: reach[at],
                    penalty,
                    hyphen: true,
                    cut: false,
                    forced: false,
                });
            }
        }
        let end = start + word.len();
        found.push(Break {
            end,
            next,
            end_reach: reach[end],
            next_reach: reach[next],
            penalty: penalty(&text[..end], &text[next..], language),
            hyphen: false,
            cut: false,
            forced: opportunity == unicode_linebreak::BreakOpportunity::Mandatory,
        });
        start = next;
    }
    found
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
                cut: true,
                forced: false,
            });
        }
    }
}
