//! The recovery code: 128 random bits on paper, with a checksum that finds slips of the pen.
use std::fmt;

use bech32::{Bech32m, Hrp, primitives::decode::CheckedHrpstring};
use secrecy::SecretString;
use zeroize::{Zeroize, Zeroizing};

use crate::LedgerError;

/// What stands before the code in its bech32m form; it is not printed.
const PREFIX: &str = "kindly";
/// Letters and digits of a printed code: 26 for 128 bits, 6 for the checksum.
const LENGTH: usize = 32;
/// Printed in groups, so that a person keeps their place.
const GROUP: usize = 4;
/// Those that bech32 uses: none that is mistaken for another.
const ALPHABET: &str = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// What is printed to open the ledger when the passphrase is lost. It is wiped from memory when it is let go.
///
/// The checksum is that of bech32m (BIP 350): it finds every slip in up to four places, and any other but one in a
/// billion.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([u8; 16]);

impl RecoveryCode {
    /// A code that nobody has had before.
    ///
    /// # Errors
    /// [`LedgerError::NoRandomness`].
    pub fn random() -> Result<Self, LedgerError> {
        let mut code = Self([0; 16]);
        getrandom::fill(&mut code.0).map_err(|_| LedgerError::NoRandomness)?;
        Ok(code)
    }

    /// Reads a code as it is printed; blanks, dashes and capitals do not matter.
    ///
    /// # Errors
    /// [`LedgerError::RecoveryCodeMistyped`], with what is wrong.
    pub fn parse(typed: &str) -> Result<Self, LedgerError> {
        let mistyped = |slip: String| LedgerError::RecoveryCodeMistyped { slip };
        // Room for all of it at once: text that grows leaves what it was behind.
        let mut plain = Zeroizing::new(String::with_capacity(2 * typed.len()));
        plain.extend(typed.chars().filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_lowercase));
        if let Some((place, letter)) = plain.chars().enumerate().find(|(_, c)| !ALPHABET.contains(*c)) {
            return Err(mistyped(format!("“{letter}” in group {} stands in no code", place / GROUP + 1)));
        }
        let length = plain.chars().count();
        if length != LENGTH {
            return Err(mistyped(format!("it has {length} letters and digits in place of {LENGTH}")));
        }
        let whole = Zeroizing::new([PREFIX, "1", plain.as_str()].concat());
        let slip = || mistyped("a letter or a digit is another one, or two have changed places".to_owned());
        let read = CheckedHrpstring::new::<Bech32m>(&whole).map_err(|_| slip())?;
        let mut code = Self([0; 16]);
        let bytes = Zeroizing::new(read.byte_iter().collect::<Vec<u8>>());
        code.0.copy_from_slice(bytes.get(..16).filter(|_| bytes.len() == 16).ok_or_else(slip)?);
        Ok(code)
    }

    /// The code as it is printed: eight groups of four, with dashes between.
    pub fn printed(&self) -> Zeroizing<String> {
        let mut printed = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        for (place, letter) in self.letters().chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                printed.push('-');
            }
            printed.push(letter.to_ascii_uppercase());
        }
        printed
    }

    /// The code as it wraps a key: without dashes, in small letters. That is what the `age` tool is given.
    pub(super) fn secret(&self) -> SecretString {
        self.letters().as_str().into()
    }

    fn letters(&self) -> Zeroizing<String> {
        let prefix = Hrp::parse(PREFIX).expect("the prefix is a word");
        let mut whole =
            bech32::encode_lower::<Bech32m>(prefix, &self.0).expect("sixteen bytes are not too many");
        let letters = Zeroizing::new(whole.split_off(PREFIX.len() + 1));
        whole.zeroize();
        letters
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RecoveryCode(…)")
    }
}

impl Drop for RecoveryCode {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let code = RecoveryCode::random().expect("the system has random numbers");
        let printed = code.printed();
        assert_eq!(printed.split('-').count(), 8, "it is printed in groups: {}", printed.as_str());
        for typed in [
            printed.to_string(),
            printed.to_lowercase(),
            printed.replace('-', " "),
            printed.replace('-', ""),
            format!("  {}\n", printed.as_str()),
        ] {
            assert_eq!(RecoveryCode::parse(&typed).ok().as_ref(), Some(&code), "typed as {typed:?}");
        }
    }

    #[test]
    fn every_single_slip_and_every_swap_of_neighbours_is_found() {
        let code = RecoveryCode::random().expect("the system has random numbers");
        let letters: Vec<char> = code.letters().chars().collect();
        for place in 0..LENGTH {
            for other in ALPHABET.chars().filter(|other| *other != letters[place]) {
                let mut slipped = letters.clone();
                slipped[place] = other;
                let typed: String = slipped.iter().collect();
                assert!(RecoveryCode::parse(&typed).is_err(), "{other} in place {place} is found");
            }
            if place > 0 && letters[place] != letters[place - 1] {
                let mut swapped = letters.clone();
                swapped.swap(place, place - 1);
                let typed: String = swapped.iter().collect();
                assert!(RecoveryCode::parse(&typed).is_err(), "a swap at place {place} is found");
            }
            let mut shorter = letters.clone();
            shorter.remove(place);
            let typed: String = shorter.iter().collect();
            assert!(RecoveryCode::parse(&typed).is_err(), "a letter left out at place {place} is found");
        }
    }
}
