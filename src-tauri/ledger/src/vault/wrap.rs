//! A secret around the keys: a file in the age format, which the `age` tool opens with the same secret.
use std::{io::Read as _, io::Write as _, iter};

use age::{
    DecryptError, Decryptor, Encryptor,
    scrypt::{Identity, Recipient},
    secrecy::SecretString,
};
use zeroize::Zeroizing;

use super::{Keyring, traces::without_traces};
use crate::LedgerError;

/// How much work a passphrase is: 2¹⁷ rounds, which take 128 MiB and about half a second.
///
/// The tests beside the code, which wrap a hundred times, do less.
pub(super) const PASSPHRASE_WORK: u8 = if cfg!(test) { 4 } else { 17 };
/// A code of 128 random bits is not guessed, however little work each guess is.
pub(super) const CODE_WORK: u8 = 12;
/// The most that is done for a file that somebody else may have put there.
const MOST_WORK: u8 = 20;
/// More than any ring of keys takes.
const LONGEST: u64 = 1 << 20;

/// Wraps keys.
///
/// # Errors
/// [`LedgerError::NoRandomness`].
pub(super) fn wrap(keyring: &Keyring, secret: &SecretString, work: u8) -> Result<Vec<u8>, LedgerError> {
    without_traces(|| wrapped(keyring, secret, work))
}

fn wrapped(keyring: &Keyring, secret: &SecretString, work: u8) -> Result<Vec<u8>, LedgerError> {
    let mut recipient = Recipient::new(secret.clone());
    recipient.set_work_factor(work);
    let mut wrapped = Vec::new();
    Encryptor::with_recipients(iter::once(&recipient as _))
        .expect("one secret is all it takes")
        .wrap_output(&mut wrapped)
        .and_then(|mut out| {
            out.write_all(keyring.to_text().as_bytes())?;
            out.finish()
        })
        .map_err(|_| LedgerError::NoRandomness)?;
    Ok(wrapped)
}

/// Why keys stay wrapped.
#[derive(Debug)]
pub(super) enum Closed {
    /// The secret is another one, or the lines that lead to it were altered: only a checksum tells which.
    WrongSecret,
    /// The file was altered.
    Altered(String),
}

/// Unwraps keys.
pub(super) fn unwrap(wrapped: &[u8], secret: &SecretString) -> Result<Keyring, Closed> {
    without_traces(|| unwrapped(wrapped, secret))
}

fn unwrapped(wrapped: &[u8], secret: &SecretString) -> Result<Keyring, Closed> {
    let refused = |error| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Closed::WrongSecret,
        DecryptError::ExcessiveWork { .. } => {
            Closed::Altered("it asks for more work than any of Kindly's".to_owned())
        }
        _ => Closed::Altered("its first lines are not those of an age file".to_owned()),
    };
    let mut identity = Identity::new(secret.clone());
    identity.set_max_work_factor(MOST_WORK);
    let altered = || Closed::Altered("what it holds was altered".to_owned());
    let content = Decryptor::new_buffered(wrapped)
        .and_then(|file| file.decrypt(iter::once(&identity as _)))
        .map_err(refused)?;
    let mut text = Zeroizing::new(Vec::with_capacity(4096));
    content.take(LONGEST).read_to_end(&mut text).map_err(|_| altered())?;
    Keyring::from_text(&text).ok_or_else(altered)
}
