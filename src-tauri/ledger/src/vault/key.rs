//! The key itself.
use std::fmt::{self, Write};

use zeroize::{Zeroize, Zeroizing};

use crate::LedgerError;

/// The 32 random bytes that open a ledger. They are wiped from memory when they are let go, and never printed.
///
/// They stand in one place of the heap: a key that is handed on would leave a copy on the stack at every turn otherwise.
#[derive(Clone, PartialEq, Eq)]
pub struct LedgerKey(Box<[u8; 32]>);

impl LedgerKey {
    /// A key that nobody has had before.
    ///
    /// # Errors
    /// [`LedgerError::NoRandomness`] where the system has no random numbers to give.
    pub fn random() -> Result<Self, LedgerError> {
        let mut key = Self(Box::new([0; 32]));
        getrandom::fill(key.0.as_mut_slice()).map_err(|_| LedgerError::NoRandomness)?;
        Ok(key)
    }

    /// A key from its bytes, such as those that a passphrase unwraps.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Box::new(bytes))
    }

    /// Reads 64 hexadecimal digits, with or without a line break after them.
    pub(crate) fn from_hex(text: &[u8]) -> Option<Self> {
        let text = text.trim_ascii();
        if text.len() != 64 {
            return None;
        }
        let mut key = Self(Box::new([0; 32]));
        for (byte, pair) in key.0.iter_mut().zip(text.as_chunks::<2>().0) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(key)
    }

    /// The key itself, for what decrypts with it.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key as 64 hexadecimal digits.
    pub(crate) fn hex(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(64));
        for byte in self.0.iter() {
            write!(text, "{byte:02x}").expect("a string takes every character");
        }
        text
    }
}

fn digit(character: u8) -> Option<u8> {
    char::from(character).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

impl fmt::Debug for LedgerKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("LedgerKey(…)")
    }
}

impl Drop for LedgerKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
