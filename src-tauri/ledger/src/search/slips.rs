//! Slips of the finger: a letter too many, one too few, a wrong one, or two that changed places.
//!
//! Counted as the optimal string alignment distance (Damerau 1964, restricted), against the beginning of a word, so
//! that a name is found while it is being typed.

/// Whether a word begins as what was typed, but for one slip in four to seven letters, or two in eight and more.
pub(super) fn slips(typed: &[char], word: &[char]) -> bool {
    let allowed = match typed.len() {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    // A number with another digit is another number.
    if typed.iter().any(char::is_ascii_digit) || word.len() + allowed < typed.len() {
        return false;
    }
    let width = word.len().min(typed.len() + allowed) + 1;
    let (mut before_last, mut last) = (vec![0; width], (0..width).collect::<Vec<usize>>());
    for (row, letter) in typed.iter().enumerate() {
        let mut now = vec![row + 1; width];
        for column in 1..width {
            let other = word[column - 1];
            let mut least = (last[column] + 1)
                .min(now[column - 1] + 1)
                .min(last[column - 1] + usize::from(*letter != other));
            if row > 0 && column > 1 && *letter == word[column - 2] && typed[row - 1] == other {
                least = least.min(before_last[column - 2] + 1);
            }
            now[column] = least;
        }
        if now.iter().all(|slips| *slips > allowed) {
            return false;
        }
        before_last = last;
        last = now;
    }
    last.iter().any(|slips| *slips <= allowed)
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn a_slip_in_a_name_is_allowed_for_and_no_more() {
        let check = |typed: &str, word: &str, expected: bool, why: &str| {
            let letters = |text: &str| text.chars().collect::<Vec<char>>();
            assert_eq!(slips(&letters(typed), &letters(word)), expected, "{typed} for {word}: {why}");
        };
        check("haldne", "halden", true, "two letters changed places");
        check("hladen", "halden", true, "at the beginning as well");
        check("halen", "halden", true, "one is missing");
        check("hallden", "halden", true, "one is too many");
        check("holden", "halden", true, "one is wrong");
        check("holdan", "halden", false, "two are, in six letters");
        check("boraelis", "borealis", true, "two changed places in a long name");
        check("boraelus", "borealis", true, "and one is wrong: two slips in eight letters");
        check("baraelus", "borealis", false, "three are too many");
        check("borae", "borealis", true, "while it is being typed");
        check("hal", "hel", false, "three letters fit too much as they are");
        check("2026", "2025", false, "another number is no slip");
        check("été1", "ete", false, "nor is a word with a digit");
    }
}
