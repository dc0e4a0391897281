//! Slips of the finger, found quickly among thousands of words.

/// A folded word together with what tells quickly that two cannot be alike.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    pub key: String,
    length: usize,
    /// A bit for each letter in it.
    letters: u64,
}

impl Spelling {
    pub(super) fn of(key: impl Into<String>) -> Self {
        let key = key.into();
        let letters = key.chars().fold(0_u64, |set, c| set | 1 << (u32::from(c) % 64));
        Self { length: key.chars().count(), letters, key }
    }

    /// How many slips it is away from the word: a letter wrong, missing, too many, or two swapped; one at most, from
    /// eight letters on two. Short words and words with digits have none, nor has the word itself.
    pub(super) fn slips(&self, word: &Self) -> Option<usize> {
        let allowed = match self.length {
            0..=3 => return None,
            4..=7 => 1,
            _ => 2,
        };
        let likely = word.length > 3
            && self.length.abs_diff(word.length) <= allowed
            && self.shares_letters(word, allowed)
            && !self.key.contains(|c: char| c.is_ascii_digit())
            && self.key != word.key;
        likely.then(|| strsim::osa_distance(&self.key, &word.key)).filter(|slips| *slips <= allowed)
    }

    /// Whether it may be some slips away: each brings one letter and takes one at most.
    pub(super) fn shares_letters(&self, word: &Self, slips: usize) -> bool {
        (self.letters ^ word.letters).count_ones() as usize <= 2 * slips
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_and_other_words_are_not() {
        let check = |typed: &str, word: &str, expected: Option<usize>| {
            assert_eq!(Spelling::of(typed).slips(&Spelling::of(word)), expected, "{typed} for {word}");
        };
        check("haldne", "halden", Some(1));
        check("haldenn", "halden", Some(1));
        check("boraelis", "borealis", Some(1));
        check("boralis", "borealis", Some(1));
        check("meridain", "meridian", Some(1));
        check("merdain", "meridian", None);
        check("deliverd", "delivered", Some(1));
        check("halden", "halden", None);
        check("hal", "hat", None);
        check("site1", "site2", None);
        check("golden", "halden", None);
    }
}
