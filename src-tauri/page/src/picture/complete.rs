//! Whether a picture's file goes on to its end: decoders fill what is missing with grey and say nothing.

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The formats of pixels that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Png,
    Jpeg,
}

/// The format by its first bytes.
pub(super) fn format(bytes: &[u8]) -> Option<Format> {
    if bytes.starts_with(PNG) {
        Some(Format::Png)
    } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(Format::Jpeg)
    } else {
        None
    }
}

/// Whether the file has its end mark where its structure puts it.
pub(super) fn is_complete(format: Format, bytes: &[u8]) -> bool {
    match format {
        Format::Png => png_ends(&bytes[PNG.len()..]),
        Format::Jpeg => jpeg_ends(&bytes[2..]),
    }
}

/// Chunks: length, name, content, checksum; the last is called IEND.
fn png_ends(mut chunks: &[u8]) -> bool {
    while let Some((head, rest)) = chunks.split_first_chunk::<8>() {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        if rest.len() < length.saturating_add(4) {
            return false;
        }
        if head.ends_with(b"IEND") {
            return true;
        }
        chunks = &rest[length + 4..];
    }
    false
}

/// Segments: a mark, then its length and content; after a "start of scan" the scan itself runs to the next mark.
fn jpeg_ends(mut segments: &[u8]) -> bool {
    while let [0xFF, mark, rest @ ..] = segments {
        match mark {
            0xFF => segments = &segments[1..],
            0xD9 => return true,
            0x01 | 0xD0..=0xD7 => segments = rest,
            _ => {
                let [high, low, ..] = rest else { return false };
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                if length < 2 || rest.len() < length {
                    return false;
                }
                segments = &rest[length..];
                if *mark == 0xDA {
                    let scan = segments
                        .windows(2)
                        .position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xFF | 0xD0..=0xD7));
                    let Some(end) = scan else { return false };
                    segments = &segments[end..];
                }
            }
        }
    }
    false
}
