//! Rows, read from pages without `SQLite`: its tables and indexes are trees of pages, whose layout is published and does
//! not change. Nothing that is read here is believed: a number that leads outside its page ends the reading.
use rusqlite::types::Value;

use super::pages::{PAGE, RESERVED};

/// Bytes of a page that hold its content.
const USABLE: usize = PAGE - RESERVED;

/// One page of a tree.
#[derive(Debug, Default)]
pub(crate) struct Node {
    /// Whether its rows have numbers of their own, as those of tables with a rowid have.
    pub(crate) numbered: bool,
    /// The rows in it.
    pub(crate) rows: Vec<Row>,
    /// The pages below it, in order.
    pub(crate) children: Vec<u32>,
}

/// One row, as far as it is in the page.
#[derive(Debug)]
pub(crate) struct Row {
    /// Its number, where it has one.
    pub(crate) number: Option<i64>,
    /// Its bytes in the page.
    pub(crate) local: Vec<u8>,
    /// How many bytes it has in all.
    pub(crate) length: usize,
    /// The page where it goes on.
    pub(crate) overflow: Option<u32>,
}

/// Reads a page of a tree; `None` where it is none.
pub(crate) fn node(page: &[u8], number: u32) -> Option<Node> {
    let start = if number == 1 { 100 } else { 0 };
    let flag = *page.get(start)?;
    let (numbered, inner) = match flag {
        0x02 => (false, true),
        0x05 => (true, true),
        0x0a => (false, false),
        0x0d => (true, false),
        _ => return None,
    };
    let cells = usize::from(short(page, start + 3)?);
    let first = start + if inner { 12 } else { 8 };
    let mut found = Node { numbered, ..Node::default() };
    for cell in 0..cells {
        let mut at = usize::from(short(page, first + 2 * cell)?);
        if inner {
            found.children.push(long(page, at)?);
            at += 4;
        }
        if !(numbered && inner) {
            found.rows.push(row(page, at, numbered)?);
        }
    }
    if inner {
        found.children.push(long(page, start + 8)?);
    }
    Some(found)
}

fn row(page: &[u8], mut at: usize, numbered: bool) -> Option<Row> {
    let length = usize::try_from(varint(page, &mut at)?).ok()?;
    let number = if numbered { Some(varint(page, &mut at)?) } else { None };
    let most = if numbered { USABLE - 35 } else { (USABLE - 12) * 64 / 255 - 23 };
    let kept = if length <= most {
        length
    } else {
        let least = (USABLE - 12) * 32 / 255 - 23;
        let fitting = least + (length - least) % (USABLE - 4);
        if fitting <= most { fitting } else { least }
    };
    let local = page.get(at..at.checked_add(kept)?)?.to_vec();
    let overflow = if kept < length { Some(long(page, at + kept)?) } else { None };
    Some(Row { number, local, length, overflow })
}

/// What a page holds in which a row goes on, and the page after it; 0 for none.
pub(crate) fn overflow(page: &[u8]) -> Option<(u32, &[u8])> {
    Some((long(page, 0)?, page.get(4..USABLE)?))
}

/// The values of a row; `None` where its bytes are no row.
pub(crate) fn values(bytes: &[u8]) -> Option<Vec<Value>> {
    let mut at = 0;
    let header = usize::try_from(varint(bytes, &mut at)?).ok()?;
    let mut body = header;
    let mut values = Vec::new();
    while at < header {
        let kind = varint(bytes, &mut at)?;
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => usize::try_from(kind).ok()?,
            5 => 6,
            6 | 7 => 8,
            12.. => usize::try_from((kind - 12) / 2).ok()?,
            _ => return None,
        };
        let content = bytes.get(body..body.checked_add(length)?)?;
        body += length;
        values.push(match kind {
            0 => Value::Null,
            1..=6 => Value::Integer(integer(content)),
            7 => Value::Real(f64::from_bits(u64::from_be_bytes(content.try_into().ok()?))),
            8 => Value::Integer(0),
            9 => Value::Integer(1),
            _ if kind % 2 == 0 => Value::Blob(content.to_vec()),
            _ => Value::Text(String::from_utf8(content.to_vec()).ok()?),
        });
    }
    (body == bytes.len()).then_some(values)
}

/// The page that a freelist goes on with, and the free pages that it names.
pub(crate) fn free(page: &[u8]) -> Option<(u32, Vec<u32>)> {
    let count = long(page, 4)? as usize;
    let named = (0..count).map(|turn| long(page, 8 + 4 * turn)).collect::<Option<_>>()?;
    Some((long(page, 0)?, named))
}

/// Where the freelist starts; 0 for none.
pub(crate) fn first_free(first_page: &[u8]) -> u32 {
    long(first_page, 32).unwrap_or_default()
}

fn short(page: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(page.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(page: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(page.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// A whole number of any width, with its sign.
fn integer(bytes: &[u8]) -> i64 {
    let negative = bytes.first().is_some_and(|first| first & 0x80 != 0);
    bytes.iter().fold(if negative { -1 } else { 0 }, |number, byte| (number << 8) | i64::from(*byte))
}

/// A number of one to nine bytes.
fn varint(bytes: &[u8], at: &mut usize) -> Option<i64> {
    let mut number: u64 = 0;
    for turn in 0..9 {
        let byte = *bytes.get(*at)?;
        *at += 1;
        if turn == 8 {
            number = (number << 8) | u64::from(byte);
            break;
        }
        number = (number << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number.cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_they_are_written() {
        let check = |bytes: &[u8], expected: Option<Vec<Value>>| {
            assert_eq!(values(bytes), expected, "{bytes:02x?}");
        };
        check(&[1], Some(vec![]));
        check(&[2, 0], Some(vec![Value::Null]));
        check(&[3, 8, 9], Some(vec![Value::Integer(0), Value::Integer(1)]));
        check(&[2, 1, 0xff], Some(vec![Value::Integer(-1)]));
        check(&[2, 2, 0x01, 0x00], Some(vec![Value::Integer(256)]));
        check(&[2, 5, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe], Some(vec![Value::Integer(-2)]));
        check(&[2, 17, b'h', b'i'], Some(vec![Value::Text("hi".to_owned())]));
        check(&[2, 16, 1, 2], Some(vec![Value::Blob(vec![1, 2])]));
        check(&[2, 17, b'h'], None);
        check(&[2, 17, b'h', b'i', b'!'], None);
        check(&[2, 17, 0xff, 0xff], None);
        check(&[2, 10], None);
        check(&[], None);
        check(&[0xff], None);
    }

    #[test]
    fn a_page_of_anything_is_read_without_a_fault() {
        for flag in [0x02, 0x05, 0x0a, 0x0d] {
            for fill in [0x00, 0x01, 0x7f, 0x80, 0xff] {
                let mut page = vec![fill; PAGE];
                page[0] = flag;
                let node = node(&page, 2);
                let rows = node.map_or(0, |node| node.rows.len());
                assert!(u16::try_from(rows).is_ok(), "a page has no more rows than it says");
            }
        }
    }
}
