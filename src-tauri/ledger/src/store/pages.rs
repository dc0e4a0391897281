//! The pages of a file, read without `SQLite`: to look at a file without touching it, to tell a wrong key from a
//! damaged beginning, and to save what can be saved where `SQLite` reads no further.
//!
//! A page is encrypted alone (AES-256-CBC, as `SQLCipher` 4 lays it out): what it holds, then sixteen random bytes with
//! which it was encrypted, then an HMAC-SHA-512 of both and of its number. The first sixteen bytes of the file are
//! random too; from them and the key comes the key of the HMAC. They cannot be verified, and without them nothing can.
use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::Path,
};

use aes::{
    Aes256Dec, Block,
    cipher::{BlockDecrypt, KeyInit},
};
use hmac::{Hmac, Mac};
use sha2::Sha512;
use zeroize::Zeroizing;

use super::log::Log;
use crate::{LedgerKey, vault::without_traces};

/// Bytes in a page.
pub(crate) const PAGE: usize = 4_096;
/// Bytes at its end that hold none of its content.
pub(crate) const RESERVED: usize = 80;
/// Bytes at the beginning of a file that stand in the place of "SQLite format 3".
const SALT: usize = 16;
/// Bytes with which a page was encrypted.
const START: usize = 16;

type Salt = [u8; SALT];

/// What verifies and decrypts the pages of one file.
pub(crate) struct Cipher {
    /// In one place of the heap: what is handed on by value leaves a copy on the stack at every turn.
    decryption: Box<Aes256Dec>,
    authentication: Hmac<Sha512>,
}

impl Cipher {
    pub(crate) fn new(key: &LedgerKey, salt: Salt) -> Self {
        without_traces(|| Self::of(key, salt))
    }

    fn of(key: &LedgerKey, salt: Salt) -> Self {
        let keyed =
            |key: &[u8]| <Hmac<Sha512> as Mac>::new_from_slice(key).expect("a key of any length will do");
        // PBKDF2 in two rounds, for half of its first block.
        let masked = salt.map(|byte| byte ^ 0x3a);
        let first =
            keyed(key.bytes()).chain_update(masked).chain_update([0, 0, 0, 1]).finalize().into_bytes();
        let second = keyed(key.bytes()).chain_update(first).finalize().into_bytes();
        let mut derived = Zeroizing::new([0; 32]);
        for (byte, (first, second)) in derived.iter_mut().zip(first.iter().zip(second)) {
            *byte = first ^ second;
        }
        let decryption = Box::new(Aes256Dec::new(key.bytes().into()));
        Self { decryption, authentication: keyed(derived.as_slice()) }
    }

    /// Whether a page is as it was written, and belongs where it stands.
    pub(crate) fn verifies(&self, page: &[u8], number: u32) -> bool {
        let (covered, code) = page.split_at(PAGE - RESERVED + START);
        let from = if number == 1 { SALT } else { 0 };
        self.authentication
            .clone()
            .chain_update(&covered[from..])
            .chain_update(number.to_le_bytes())
            .verify_slice(code)
            .is_ok()
    }

    /// What a page holds; `None` where it was altered.
    pub(crate) fn open(&self, page: &[u8], number: u32) -> Option<Vec<u8>> {
        if page.len() != PAGE || !self.verifies(page, number) {
            return None;
        }
        let (from, end) = (if number == 1 { SALT } else { 0 }, PAGE - RESERVED);
        let mut content = page.to_vec();
        let mut before: [u8; START] =
            page[end..end + START].try_into().expect("a page ends in its reserved bytes");
        for block in content[from..end].chunks_exact_mut(START) {
            let encrypted: [u8; START] = (&*block).try_into().expect("it was cut so");
            self.decryption.decrypt_block(Block::from_mut_slice(block));
            block.iter_mut().zip(before).for_each(|(byte, mask)| *byte ^= mask);
            before = encrypted;
        }
        if number == 1 {
            content[..SALT].copy_from_slice(b"SQLite format 3\0");
        }
        Some(content)
    }
}

/// A file and the log beside it, open to be read page by page, as they stood after the last whole save.
pub(crate) struct Pages {
    file: File,
    bytes: u64,
    salt: Salt,
    log: Option<(File, Log)>,
}

impl Pages {
    /// Opens a file that holds its first sixteen bytes at least; `None` where it does not.
    pub(crate) fn open(path: &Path) -> io::Result<Option<Self>> {
        let mut file = File::open(path)?;
        let bytes = file.metadata()?.len();
        let mut salt = [0; SALT];
        match file.read_exact(&mut salt) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            Err(error) => return Err(error),
        }
        Ok(Some(Self { file, bytes, salt, log: Log::beside(path)? }))
    }

    /// The file's bytes, as many as they are.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How many whole pages the file has, and those that are in the log alone.
    pub(crate) fn count(&self) -> u32 {
        let in_file = u32::try_from(self.bytes / PAGE as u64).unwrap_or(u32::MAX);
        self.log.as_ref().map_or(in_file, |(_, log)| log.pages().unwrap_or(in_file))
    }

    /// The log beside the file, where there is one.
    pub(crate) fn log(&self) -> Option<&Log> {
        self.log.as_ref().map(|(_, log)| log)
    }

    /// What opens the pages with a key.
    pub(crate) fn cipher(&self, key: &LedgerKey) -> Cipher {
        Cipher::new(key, self.salt)
    }

    /// A page as it is on the disk: from the log where it was saved last. `None` where the file is too short.
    pub(crate) fn raw(&mut self, number: u32) -> io::Result<Option<Vec<u8>>> {
        let logged =
            self.log.as_mut().and_then(|(file, log)| log.place_of(number).map(|place| (file, place)));
        let (file, place) = match logged {
            Some((file, place)) => (file, place),
            None => (&mut self.file, u64::from(number - 1) * PAGE as u64),
        };
        let mut page = vec![0; PAGE];
        file.seek(SeekFrom::Start(place))?;
        match file.read_exact(&mut page) {
            Ok(()) => Ok(Some(page)),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What a page holds; `None` where it was altered or is not there.
    pub(crate) fn read(&mut self, cipher: &Cipher, number: u32) -> io::Result<Option<Vec<u8>>> {
        Ok(self.raw(number)?.and_then(|page| cipher.open(&page, number)))
    }

    /// The first page that was altered or is missing.
    pub(crate) fn first_damaged(&mut self, key: &LedgerKey) -> io::Result<Option<u32>> {
        let cipher = self.cipher(key);
        for number in 1..=self.count() {
            if !self.raw(number)?.is_some_and(|page| cipher.verifies(&page, number)) {
                return Ok(Some(number));
            }
        }
        Ok(None)
    }

    /// How a key fits to the file.
    pub(crate) fn fit(&mut self, key: &LedgerKey) -> io::Result<Fit> {
        let cipher = self.cipher(key);
        if let Some(page) = without_traces(|| self.read(&cipher, 1))? {
            return Ok(Fit::Opens(Header::of(&page)));
        }
        // One whole page that the key opens proves the key.
        for number in 2..=self.count().min(PROBED) {
            if self.raw(number)?.is_some_and(|page| cipher.verifies(&page, number)) {
                return Ok(Fit::FirstPage);
            }
        }
        Ok(if self.mend_salt(key)? { Fit::FirstPage } else { Fit::No })
    }

    /// Finds the first sixteen bytes again where one bit of them was flipped, and reads with them from then on.
    pub(crate) fn mend_salt(&mut self, key: &LedgerKey) -> io::Result<bool> {
        let mut probes = Vec::new();
        for number in 1..=self.count().min(2) {
            probes.extend(self.raw(number)?.map(|page| (number, page)));
        }
        for bit in 0..SALT * 8 {
            let mut salt = self.salt;
            salt[bit / 8] ^= 1 << (bit % 8);
            let cipher = Cipher::new(key, salt);
            if probes.iter().any(|(number, page)| cipher.verifies(page, *number)) {
                self.salt = salt;
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// How many pages are asked whether they know a key: damage that reaches further leaves nothing to tell by.
const PROBED: u32 = 64;

/// How a key fits to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// It opens the first page.
    Opens(Header),
    /// It opens others, and the first page is damaged.
    FirstPage,
    /// It opens nothing: it is another's, or all that was asked is damaged.
    No,
}

/// What the first page says of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header {
    /// How many pages it has.
    pub(crate) pages: u32,
    /// Which layout its tables have.
    pub(crate) user_version: i64,
    /// Which program's it is.
    pub(crate) application_id: i64,
    /// Whether nothing was made in it yet.
    pub(crate) empty: bool,
}

impl Header {
    fn of(page: &[u8]) -> Self {
        let number =
            |at: usize| u32::from_be_bytes(page[at..at + 4].try_into().expect("a page is longer than that"));
        let user_version = i64::from(number(60).cast_signed());
        Self {
            pages: number(28),
            user_version,
            application_id: i64::from(number(68).cast_signed()),
            // A leaf without cells: no table was made.
            empty: user_version == 0 && page[100] == 0x0d && page[103..105] == [0, 0],
        }
    }
}
