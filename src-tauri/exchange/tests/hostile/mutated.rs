//! Files that were whole once, and bytes that never were.
use kindly_exchange::ImportKind;
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{Index, select},
};

use crate::{
    answers::{own_files, tables, typed},
    cases,
    corpus::{FILES, PIECES},
};

/// Something that happens to a file.
#[derive(Clone, Debug)]
enum Mishap {
    /// A bit turns over.
    Flip(Index, u8),
    /// It ends there.
    CutOff(Index),
    /// A stretch is missing.
    Lose(Index, Index),
    /// A stretch comes again, so many times.
    Repeat(Index, Index, usize),
    /// A piece stands where it does not belong.
    Put(Index, &'static [u8]),
    /// Part of another file follows.
    Splice(Index, Index, Index),
    /// It was read in one encoding and written in another.
    As(Encoding),
}

#[derive(Clone, Copy, Debug)]
enum Encoding {
    Utf16Le,
    Utf16Be,
    Utf16WithoutMark,
    Windows1252,
    Utf8Twice,
}

fn mishap() -> impl Strategy<Value = Mishap> {
    let at = any::<Index>;
    let encodings = vec![
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Utf16WithoutMark,
        Encoding::Windows1252,
        Encoding::Utf8Twice,
    ];
    prop_oneof![
        4 => (at(), 0..8_u8).prop_map(|(at, bit)| Mishap::Flip(at, bit)),
        1 => at().prop_map(Mishap::CutOff),
        1 => (at(), at()).prop_map(|(from, to)| Mishap::Lose(from, to)),
        1 => (at(), at(), 1..20_usize).prop_map(|(from, to, times)| Mishap::Repeat(from, to, times)),
        4 => (at(), select(&PIECES[..])).prop_map(|(at, piece)| Mishap::Put(at, piece)),
        2 => (at(), at(), at()).prop_map(|(at, file, from)| Mishap::Splice(at, file, from)),
        1 => select(encodings).prop_map(Mishap::As),
    ]
}

impl Mishap {
    fn happen(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        let place = |index: &Index| index.index(bytes.len() + 1);
        let stretch = |one: &Index, other: &Index| {
            let (one, other) = (place(one), place(other));
            one.min(other)..one.max(other)
        };
        match self {
            Self::Flip(at, bit) => {
                let at = place(at);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            Self::CutOff(at) => bytes.truncate(place(at)),
            Self::Lose(from, to) => drop(bytes.drain(stretch(from, to))),
            Self::Repeat(from, to, times) => {
                let range = stretch(from, to);
                let again = bytes[range.clone()].repeat(*times);
                bytes.splice(range.end..range.end, again);
            }
            Self::Put(at, piece) => {
                let at = place(at);
                bytes.splice(at..at, piece.iter().copied());
            }
            Self::Splice(at, file, from) => {
                bytes.truncate(place(at));
                let other = file.get(&FILES);
                bytes.extend(&other[from.index(other.len() + 1)..]);
            }
            Self::As(encoding) => return encoding.write(&String::from_utf8_lossy(&bytes), &bytes),
        }
        bytes
    }
}

impl Encoding {
    fn write(self, text: &str, bytes: &[u8]) -> Vec<u8> {
        let units = text.encode_utf16();
        match self {
            Self::Utf16Le => [0xfeff].into_iter().chain(units).flat_map(u16::to_le_bytes).collect(),
            Self::Utf16Be => [0xfeff].into_iter().chain(units).flat_map(u16::to_be_bytes).collect(),
            Self::Utf16WithoutMark => units.flat_map(u16::to_le_bytes).collect(),
            Self::Windows1252 => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
            Self::Utf8Twice => bytes.iter().map(|byte| char::from(*byte)).collect::<String>().into_bytes(),
        }
    }
}

/// A file that something has happened to.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    (any::<Index>(), vec(mishap(), 1..8)).prop_map(|(file, mishaps)| {
        let whole = file.get(&FILES).clone();
        let mut bytes = mishaps.iter().fold(whole, |bytes, mishap| mishap.happen(bytes));
        // Repeated in turn, stretches would fill the memory of the test.
        bytes.truncate(100_000);
        bytes
    })
}

/// Pieces in any order.
fn rubble() -> impl Strategy<Value = Vec<u8>> {
    vec(prop_oneof![select(&PIECES[..]).prop_map(<[u8]>::to_vec), vec(any::<u8>(), 1..40)], 0..40)
        .prop_map(|pieces| pieces.concat())
}

fn kind() -> impl Strategy<Value = Option<ImportKind>> {
    option::of(select(&ImportKind::ALL[..]))
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_mutated_file_is_read_or_refused_with_reason(bytes in mutated(), kind in kind()) {
        tables(&bytes, kind);
        own_files(&bytes);
        typed(&bytes);
    }

    #[test]
    fn rubble_is_read_or_refused_with_reason(bytes in rubble(), kind in kind()) {
        tables(&bytes, kind);
        own_files(&bytes);
        typed(&bytes);
    }
}

#[test]
fn every_file_of_the_corpus_is_read_before_anything_happens_to_it() {
    for bytes in FILES.iter() {
        tables(bytes, None);
        own_files(bytes);
        typed(bytes);
    }
    assert!(FILES.len() > 45, "all tools, all kinds and our own: {}", FILES.len());
}

#[test]
fn every_beginning_of_every_file_is_answered() {
    // A copy that stopped may stop anywhere.
    let step = if crate::is_long() { 1 } else { 97 };
    for bytes in FILES.iter() {
        for end in (0..bytes.len()).step_by(step) {
            tables(&bytes[..end], None);
            own_files(&bytes[..end]);
        }
    }
}
