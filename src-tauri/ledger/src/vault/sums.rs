//! Checksums of the key files, in the form that `sha256sum` writes and checks.
//!
//! They tell a damaged file from a wrong passphrase, which decryption alone cannot. While a file is replaced, both its
//! old and its new sum are listed: whoever looks after a power cut finds either.
use std::{fs, path::Path};

use sha2::{Digest as _, Sha256};

use super::with_suffix;
use crate::{LedgerError, files::write_whole, store::blobs::hex};

const SUFFIX: &str = ".keys.sha256";

/// What the sums say of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// It is as it was written.
    Whole,
    /// It is another one than was written.
    Other,
    /// Nothing: a ledger of an earlier release.
    Nothing,
}

/// What is said of the bytes of a key file.
pub(super) fn say(ledger: &Path, file: &Path, bytes: &[u8]) -> Says {
    let lines = lines(ledger);
    let name = name_of(file);
    let mut of_file = lines.iter().filter(|(_, named)| *named == name).peekable();
    if of_file.peek().is_none() {
        return Says::Nothing;
    }
    let sum = sum(bytes);
    if of_file.any(|(listed, _)| is_that(listed, &sum)) { Says::Whole } else { Says::Other }
}

/// Whether a listed sum is that of the file. Another file has another sum in nearly all of its 64 digits: where nearly
/// all are the same, it is the list that was damaged.
fn is_that(listed: &str, sum: &str) -> bool {
    let digits = |text: &str| text.to_ascii_lowercase().into_bytes();
    let different =
        digits(listed).iter().zip(digits(sum)).filter(|(listed, of_file)| **listed != *of_file).count();
    different <= 8
}

/// Writes a key file whole, with its sum before and after.
pub(super) fn write(ledger: &Path, file: &Path, bytes: &[u8]) -> Result<(), LedgerError> {
    let (name, new) = (name_of(file), sum(bytes));
    let mut lines = lines(ledger);
    lines.push((new.clone(), name.clone()));
    write_lines(ledger, &lines)?;
    write_whole(file, bytes).map_err(LedgerError::file(file))?;
    lines.retain(|(listed, named)| *named != name || *listed == new);
    lines.dedup();
    write_lines(ledger, &lines)
}

/// Notes the sum of a file as it stands, unless it is noted: it was shown to be whole. Lines that say nothing go.
pub(super) fn note(ledger: &Path, file: &Path, bytes: &[u8]) -> Result<(), LedgerError> {
    let name = name_of(file);
    let mut lines = lines(ledger);
    lines.retain(|(_, named)| *named != name);
    lines.push((sum(bytes), name));
    // What the damage of a line left unsaid of the others is said again.
    let others: Vec<_> = super::wrapped_and_bare(ledger).into_iter().filter(|other| other.exists()).collect();
    lines.retain(|(_, named)| others.iter().any(|other| name_of(other) == *named));
    for other in others {
        if !lines.iter().any(|(_, named)| *named == name_of(&other))
            && let Ok(bytes) = fs::read(&other)
        {
            lines.push((sum(&bytes), name_of(&other)));
        }
    }
    lines.sort_by(|(_, one), (_, other)| one.cmp(other));
    if fs::read(path(ledger)).is_ok_and(|found| found == text_of(&lines).as_bytes()) {
        return Ok(());
    }
    match write_lines(ledger, &lines) {
        // Somebody who opened the ledger in the same moment has written them, and taken our draft for a left-over one.
        Err(LedgerError::File { source, .. })
            if source.kind() == std::io::ErrorKind::NotFound && path(ledger).exists() =>
        {
            Ok(())
        }
        written => written,
    }
}

/// Removes a key file, then what is said of it.
pub(super) fn remove(ledger: &Path, file: &Path) -> Result<(), LedgerError> {
    crate::files::moment();
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(LedgerError::file(file)(error));
        }
        _ => {}
    }
    let mut lines = lines(ledger);
    lines.retain(|(_, named)| *named != name_of(file));
    write_lines(ledger, &lines)
}

/// The file with the sums of a ledger's keys.
pub(super) fn path(ledger: &Path) -> std::path::PathBuf {
    with_suffix(ledger, SUFFIX)
}

/// Sums and names; a line that is not whole says nothing.
fn lines(ledger: &Path) -> Vec<(String, String)> {
    let text = fs::read(path(ledger)).unwrap_or_default();
    String::from_utf8_lossy(&text)
        .lines()
        .filter_map(|line| line.split_once("  "))
        .filter(|(sum, _)| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .map(|(sum, name)| (sum.to_owned(), name.to_owned()))
        .collect()
}

fn write_lines(ledger: &Path, lines: &[(String, String)]) -> Result<(), LedgerError> {
    let path = path(ledger);
    write_whole(&path, text_of(lines).as_bytes()).map_err(LedgerError::file(&path))
}

fn text_of(lines: &[(String, String)]) -> String {
    lines.iter().fold(String::new(), |text, (sum, name)| text + sum + "  " + name + "\n")
}

fn name_of(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn sum(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
