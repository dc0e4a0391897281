//! The seal around a bundle: age, opened by a passphrase.
use std::{
    fs::File,
    io::{self, BufReader, ErrorKind, Read, Seek, Write},
    iter,
    path::Path,
};

use age::{
    DecryptError, Decryptor, Encryptor,
    scrypt::{Identity, Recipient},
    secrecy::SecretString,
    stream::{StreamReader, StreamWriter},
};

use crate::LedgerError;

/// How much work a passphrase is: 2¹⁷ rounds, which take 128 MiB and about half a second.
const WORK: u8 = 17;
/// The most that is done for a bundle of others: 256 MiB.
const MOST_WORK: u8 = 18;
/// More than the lines before the content take where they hold one passphrase's way in.
const LONGEST_HEADER: u64 = 1 << 10;

/// The name that the format begins with.
const BEGINNING: &[u8] = b"age-encryption.org/";

/// Begins a sealed file. Without `finish` it stays a damaged one.
pub(super) fn sealed<W: Write>(out: W, passphrase: &SecretString) -> io::Result<StreamWriter<W>> {
    let mut recipient = Recipient::new(passphrase.clone());
    recipient.set_work_factor(WORK);
    Encryptor::with_recipients(iter::once(&recipient as _))
        .expect("one passphrase is all it takes")
        .wrap_output(out)
}

/// Opens a sealed file.
///
/// Its first lines are parsed from a bounded piece at first, since the format sets no limit to their length.
pub(super) fn opened(
    bundle: &Path,
    mut file: File,
    passphrase: &SecretString,
) -> Result<StreamReader<BufReader<File>>, LedgerError> {
    let mut beginning = Vec::new();
    Read::by_ref(&mut file)
        .take(LONGEST_HEADER)
        .read_to_end(&mut beginning)
        .and_then(|_| file.rewind())
        .map_err(LedgerError::file(bundle))?;
    if !beginning.starts_with(BEGINNING) {
        return Err(damaged(bundle, "it does not begin as one"));
    }
    let refused = |error| refused(bundle, error);
    if !Decryptor::new_buffered(&beginning[..]).map_err(refused)?.is_scrypt() {
        return Err(damaged(bundle, "it is not sealed with a passphrase"));
    }
    let mut identity = Identity::new(passphrase.clone());
    identity.set_max_work_factor(MOST_WORK);
    Decryptor::new_buffered(BufReader::with_capacity(super::PIECE, file))
        .and_then(|bundle| bundle.decrypt(iter::once(&identity as _)))
        .map_err(refused)
}

fn refused(bundle: &Path, error: DecryptError) -> LedgerError {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            LedgerError::WrongBundlePassphrase { bundle: bundle.to_owned() }
        }
        DecryptError::ExcessiveWork { .. } => {
            damaged(bundle, "it asks for more work than any bundle of Kindly")
        }
        DecryptError::Io(error) => unreadable(bundle, error),
        _ => damaged(bundle, "its first lines were altered"),
    }
}

/// What the reading of a bundle says, as far as it is the bundle that says it.
pub(super) fn unreadable(bundle: &Path, error: io::Error) -> LedgerError {
    match error.kind() {
        ErrorKind::UnexpectedEof => damaged(bundle, "it was cut short"),
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::Other => {
            damaged(bundle, "its content was altered")
        }
        _ => LedgerError::file(bundle)(error),
    }
}

pub(super) fn damaged(bundle: &Path, why: impl Into<String>) -> LedgerError {
    LedgerError::BundleDamaged { bundle: bundle.to_owned(), why: why.into() }
}
