//! The numbers of finished letters, by a pattern of the user's own.
use crate::RecordError;

/// The pattern while the user has none: `L-2026-1`, `L-2026-2`, and so on, from 1 again each year.
pub const LETTER_NUMBERS: &str = "L-{year}-{n}";

const YEAR: &str = "{year}";
const COUNT: &str = "{n}";
/// The longest pattern: what it makes stands on one line beside the date.
const LONGEST: usize = 40;

/// Whether a pattern can number letters: it has `{n}` once and `{year}` once or not at all, and no other braces.
///
/// # Errors
/// [`RecordError::NumberPattern`].
pub(crate) fn check_pattern(pattern: &str) -> Result<(), RecordError> {
    let bare = pattern.replacen(YEAR, "", 1).replacen(COUNT, "", 1);
    let sound = pattern.contains(COUNT)
        && !bare.contains(['{', '}'])
        && !pattern.chars().any(char::is_control)
        && pattern.chars().count() <= LONGEST;
    if sound { Ok(()) } else { Err(RecordError::NumberPattern { text: pattern.to_owned() }) }
}

/// The number of the next letter: one above the highest of those that the pattern could have made in that year, or in
/// any year where it does not say the year. What it could not have made is passed over.
#[must_use]
pub fn next_letter_number<'taken>(
    pattern: &str,
    year: i32,
    taken: impl IntoIterator<Item = &'taken str>,
) -> String {
    let of_year = pattern.replace(YEAR, &year.to_string());
    let (before, after) = of_year.split_once(COUNT).unwrap_or((&of_year, ""));
    let count = |number: &str| {
        let digits = number.strip_prefix(before)?.strip_suffix(after)?;
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|_| plain)
    };
    let last = taken.into_iter().filter_map(count).max().unwrap_or(0);
    format!("{before}{}{after}", last.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_number_follows_the_highest_of_its_year() {
        let check = |pattern: &str, taken: &[&str], expected: &str, why: &str| {
            let next = next_letter_number(pattern, 2026, taken.iter().copied());
            assert_eq!(next, expected, "{why}");
        };
        check(LETTER_NUMBERS, &[], "L-2026-1", "the first of all");
        check(LETTER_NUMBERS, &["L-2026-9", "L-2026-10", "L-2026-2"], "L-2026-11", "numbers, not words");
        check(LETTER_NUMBERS, &["L-2025-44"], "L-2026-1", "each year begins anew");
        check("{n}/{year}", &["3/2026", "7/2025"], "4/2026", "wherever the year stands");
        check(
            "B{n}",
            &["B7", "B07", "A9", "B", "Bx", "B-3"],
            "B8",
            "what the pattern did not make is not counted",
        );
        check("B{n}", &["B+9"], "B1", "a sign is no digit");
        check("{year}{n}", &["20261", "20262"], "20263", "year and count may touch");
    }

    #[test]
    fn a_pattern_counts() {
        for sound in [LETTER_NUMBERS, "{n}", "Brief {n} ({year})", "{year}{n}"] {
            assert_eq!(check_pattern(sound), Ok(()), "{sound:?} numbers letters");
        }
        for unsound in
            ["", "L-{year}", "{n}{n}", "{year}{year}{n}", "{m}-{n}", "{n", "{n}\n", &"x".repeat(41)]
        {
            let refused = check_pattern(unsound);
            assert!(matches!(refused, Err(RecordError::NumberPattern { .. })), "{unsound:?}: {refused:?}");
        }
    }
}
