//! The one line, however long and odd.
use kindly_exchange::line::MAX_CHARACTERS;
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{answers::one_line, cases, is_long};

const PIECES: [&str; 16] = [
    "\u{fdfa}", "\"", "“", "'", "halden", " ", "csat", "9", "\u{301}", "\u{200d}", "\u{202e}", "\0", "/",
    "3.", "😀", "-",
];

#[test]
fn the_longest_line_of_one_piece_is_answered() {
    for piece in PIECES {
        for length in [MAX_CHARACTERS, MAX_CHARACTERS + 1] {
            let text: String = piece.chars().cycle().take(length).collect();
            one_line(&text, length);
            one_line(&text, usize::MAX);
        }
    }
    // A whole file that was pasted is refused by its length, not read.
    one_line(&"halden ".repeat(if is_long() { 10_000_000 } else { 100_000 }), 3);
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_long_line_of_odd_pieces_is_answered(pieces in vec(select(&PIECES[..]), 0..400), caret in any::<usize>()) {
        one_line(&pieces.concat(), caret);
    }
}
