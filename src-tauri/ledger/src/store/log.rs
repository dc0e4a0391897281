//! The log beside a file (`FILE-wal`): saves that were not brought into the file yet, as `SQLite` writes them.
//!
//! Every frame holds one page and a checksum over all frames before it. Where a checksum does not fit, `SQLite` takes
//! the log to end there and says nothing, since that is what a power cut during a save looks like. One flipped bit
//! looks the same, and then saves that were acknowledged would be gone without a word; so the log is looked at before
//! `SQLite` does, and what stands behind the end is asked how it came there.
use std::{
    collections::HashMap,
    fs::File,
    io::{self, BufReader, Read, Seek},
    path::Path,
};

use super::pages::PAGE;
use crate::vault::with_suffix;

/// Bytes before the first frame.
const HEADER: u64 = 32;
/// Bytes of a frame before its page.
const FRAME: usize = 24;

/// A log, as far as it is whole.
#[derive(Debug)]
pub(crate) struct Log {
    /// Where the page of each number starts that was saved last.
    places: HashMap<u32, u64>,
    /// How many pages the file has after the last save.
    pages: Option<u32>,
    /// Where the last whole save ends.
    end: u64,
    tail: Tail,
}

/// What stands behind the last whole save of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tail {
    /// Nothing, or what an earlier turn of the log left: the log is whole.
    Nothing,
    /// Something without the end of a save: a save that was not finished, or one whose end was damaged.
    Begun,
    /// A save that is not whole: the power failed while it was written, or it was damaged later.
    Unclear,
    /// Several saves. The earlier had been acknowledged before the later were begun: they are damaged.
    Damaged,
}

impl Log {
    /// Reads the log beside a file; `None` where there is none, or an empty one.
    pub(crate) fn beside(path: &Path) -> io::Result<Option<(File, Self)>> {
        let mut file = match File::open(with_suffix(path, "-wal")) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        if file.metadata()?.len() == 0 {
            return Ok(None);
        }
        let log = Self::read(&mut BufReader::with_capacity(1 << 20, &file))?;
        file.rewind()?;
        Ok(Some((file, log)))
    }

    /// Where a page starts in the log.
    pub(crate) fn place_of(&self, page: u32) -> Option<u64> {
        self.places.get(&page).copied()
    }

    /// How many pages the file has with the log; `None` where no save is in the log.
    pub(crate) fn pages(&self) -> Option<u32> {
        self.pages
    }

    /// Where the last whole save ends, in bytes from the beginning of the log; 0 where it holds none.
    pub(crate) fn end(&self) -> u64 {
        self.end
    }

    /// How many pages were logged up to there.
    pub(crate) fn frames(&self) -> i64 {
        let frames = self.end.saturating_sub(HEADER) / (FRAME + PAGE) as u64;
        i64::try_from(frames).unwrap_or(i64::MAX)
    }

    /// What stands behind it.
    pub(crate) fn tail(&self) -> Tail {
        self.tail
    }

    fn read(from: &mut impl Read) -> io::Result<Self> {
        let mut log = Self { places: HashMap::new(), pages: None, end: 0, tail: Tail::Nothing };
        let mut header = [0; 32];
        if filled(from, &mut header)? < header.len() {
            return Ok(log);
        }
        let Some(mut sums) = Sums::of_header(&header) else {
            // A log that has frames had a whole header when the first of them was written.
            let mut frame = vec![0; FRAME + PAGE];
            if filled(from, &mut frame)? == frame.len() {
                log.tail = Tail::Unclear;
            }
            return Ok(log);
        };
        let salts = &header[16..24];
        let (mut unsaved, mut at, mut behind) = (HashMap::new(), HEADER, Behind::default());
        let mut frame = vec![0; FRAME + PAGE];
        loop {
            let length = filled(from, &mut frame)?;
            if length < FRAME {
                break;
            }
            let saves = frame[4..8] != [0; 4];
            // One of the two is enough: the other may be what was damaged.
            let own = frame[8..12] == salts[..4] || frame[12..16] == salts[4..];
            let whole =
                length == frame.len() && frame[8..16] == *salts && !behind.reached && sums.fit(&frame);
            if whole {
                unsaved.insert(number(&frame[..4]), at + FRAME as u64);
                if saves {
                    log.places.extend(unsaved.drain());
                    log.pages = Some(number(&frame[4..8]));
                    log.end = at + (FRAME + PAGE) as u64;
                }
            } else {
                behind.take(own, saves);
            }
            at += length as u64;
        }
        log.tail = behind.tail();
        Ok(log)
    }
}

/// What was met behind the first frame that does not fit.
#[derive(Default)]
struct Behind {
    reached: bool,
    own: bool,
    saves: u32,
}

impl Behind {
    fn take(&mut self, own: bool, saves: bool) {
        self.reached = true;
        self.own |= own;
        self.saves += u32::from(own && saves);
    }

    fn tail(&self) -> Tail {
        match (self.own, self.saves) {
            (false, _) => Tail::Nothing,
            (true, 0) => Tail::Begun,
            (true, 1) => Tail::Unclear,
            (true, _) => Tail::Damaged,
        }
    }
}

/// The running checksums of a log.
struct Sums {
    first: u32,
    second: u32,
    big_endian: bool,
}

impl Sums {
    /// The sums after a header; `None` where it is not whole.
    fn of_header(header: &[u8; 32]) -> Option<Self> {
        let magic = number(&header[..4]);
        if magic & !1 != 0x377f_0682 || number(&header[8..12]) as usize != PAGE {
            return None;
        }
        let mut sums = Self { first: 0, second: 0, big_endian: magic & 1 == 1 };
        sums.add(&header[..24]);
        sums.are(&header[24..]).then_some(sums)
    }

    /// Adds a frame, and says whether it is the one that was written.
    fn fit(&mut self, frame: &[u8]) -> bool {
        self.add(&frame[..8]);
        self.add(&frame[FRAME..]);
        self.are(&frame[16..24])
    }

    fn add(&mut self, bytes: &[u8]) {
        for pair in bytes.as_chunks::<8>().0 {
            let [first, second] = [&pair[..4], &pair[4..]].map(|half| {
                let half = half.try_into().expect("it was cut so");
                if self.big_endian { u32::from_be_bytes(half) } else { u32::from_le_bytes(half) }
            });
            self.first = self.first.wrapping_add(first).wrapping_add(self.second);
            self.second = self.second.wrapping_add(second).wrapping_add(self.first);
        }
    }

    fn are(&self, written: &[u8]) -> bool {
        number(&written[..4]) == self.first && number(&written[4..8]) == self.second
    }
}

fn number(bytes: &[u8]) -> u32 {
    u32::from_be_bytes(bytes.try_into().expect("four bytes"))
}

/// Reads until a buffer is full or nothing is left; how many bytes came.
fn filled(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match from.read(&mut buffer[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}
