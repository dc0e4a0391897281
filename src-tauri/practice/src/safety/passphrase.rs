//! How hard a passphrase is to guess, and one that nobody chose.
use diceware_wordlists::EFF_LONG_WORDLIST;
use kindly_ledger::LedgerError;
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;
use zxcvbn::{Score, feedback::Feedback, zxcvbn};

use super::Strength;
use crate::PracticeError;

/// The weakest that protects a ledger, of zxcvbn's 0 to 4: below it a stolen file is opened within days.
pub const WEAKEST: u8 = 3;

/// How many words are offered: six of 7,776 are 77 bits.
const WORDS: usize = 6;

/// What a longer text would add to the estimate is nothing, and the estimate's time grows with it.
const JUDGED: usize = 100;

/// How hard a passphrase is to guess. Of a text above 100 characters the first 100 are judged.
///
/// The estimate is zxcvbn's (Wheeler, USENIX Security 2016); the time is that of an attacker who has the file and makes
/// ten thousand guesses a second, many more than the wrapping allows one machine.
pub fn strength(passphrase: &SecretString) -> Strength {
    let judged: Zeroizing<String> = Zeroizing::new(passphrase.expose_secret().chars().take(JUDGED).collect());
    let estimate = zxcvbn(&judged, &["kindly"]);
    let feedback = estimate.feedback();
    Strength {
        score: score(estimate.score()),
        crack_time: estimate.crack_times().offline_slow_hashing_1e4_per_second().to_string(),
        warning: feedback.and_then(Feedback::warning).map_or_else(String::new, |warning| warning.to_string()),
        suggestions: feedback
            .map(|feedback| feedback.suggestions().iter().map(ToString::to_string).collect())
            .unwrap_or_default(),
    }
}

/// Refuses a passphrase that is guessed too soon.
///
/// # Errors
/// [`PracticeError::WeakPassphrase`], with what makes it weak.
pub fn strong_enough(passphrase: &SecretString) -> Result<(), PracticeError> {
    let strength = strength(passphrase);
    if strength.score >= WEAKEST {
        return Ok(());
    }
    let why =
        if strength.warning.is_empty() { "it is short" } else { strength.warning.trim_end_matches('.') };
    Err(PracticeError::WeakPassphrase { why: why.to_owned() })
}

/// Six words of the EFF's long list, with blanks between, each drawn evenly.
///
/// # Errors
/// [`LedgerError::NoRandomness`].
pub fn six_words() -> Result<Zeroizing<String>, PracticeError> {
    let mut offer = Zeroizing::new(String::with_capacity(WORDS * 10));
    for word in 0..WORDS {
        if word > 0 {
            offer.push(' ');
        }
        offer.push_str(EFF_LONG_WORDLIST[below(EFF_LONG_WORDLIST.len())?]);
    }
    Ok(offer)
}

/// A random number below a limit, each as likely: what would favour the first ones is drawn again.
fn below(limit: usize) -> Result<usize, LedgerError> {
    let limit = u32::try_from(limit).expect("a list of words is short");
    let even = u32::MAX - u32::MAX % limit;
    loop {
        let drawn = getrandom::u32().map_err(|_| LedgerError::NoRandomness)?;
        if drawn < even {
            return Ok((drawn % limit) as usize);
        }
    }
}

fn score(score: Score) -> u8 {
    match score {
        Score::Zero => 0,
        Score::One => 1,
        Score::Two => 2,
        Score::Three => 3,
        // zxcvbn's scores end at four.
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_uses_is_weak_and_six_words_are_strong() {
        for weak in ["", "password", "halden", "Passw0rd!", "12345678", "kindly2026"] {
            assert!(strong_enough(&SecretString::from(weak)).is_err(), "{weak:?} is guessed at once");
        }
        let offered = six_words().expect("the system has random numbers");
        assert_eq!(offered.split(' ').count(), WORDS, "it says six words: {}", offered.as_str());
        let offered = SecretString::from(offered.to_string());
        assert_eq!(strength(&offered).score, 4, "and nobody guesses them");
        assert!(strong_enough(&offered).is_ok(), "so they are taken");
    }

    #[test]
    fn two_offers_differ() {
        let (first, second) = (six_words().expect("random"), six_words().expect("random"));
        assert_ne!(first, second, "each is drawn anew");
    }

    #[test]
    fn a_very_long_passphrase_is_judged_in_no_time() {
        let long = SecretString::from("correct horse battery staple ".repeat(10_000));
        assert!(strength(&long).score >= WEAKEST, "its beginning says enough");
    }
}
