//! Cells that a spreadsheet would run: how they are made harmless without losing a character.
//!
//! A spreadsheet takes a cell that begins like a formula for one, whatever program wrote the file (OWASP, "CSV
//! Injection"). An apostrophe before it makes it text. So that it can be taken off again for certain, a cell that
//! begins with an apostrophe gets another one.
//!
//! The middle of a cell can become the beginning of one: where a country's spreadsheets part cells by a semicolon, our
//! quotation marks mean nothing, and `x;=1` is two cells. So the same is done behind whatever parts cells or rows
//! somewhere. Whether a place is guarded depends on what follows it alone, apostrophes left aside, so that the written
//! cell tells it as the one before did.
use std::borrow::Cow;

/// What stands before a guarded cell.
const GUARD: char = '\'';

/// The characters that begin a formula; the wide forms count in some East Asian versions.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What parts cells or rows in one spreadsheet or another, and the quotation mark, which ends a cell for a careless one.
const PARTS: [char; 6] = [',', ';', '\t', '\n', '\r', '"'];

/// The cell as it is written.
pub(super) fn guarded(cell: &str) -> Cow<'_, str> {
    let at_start = needs_guard(cell);
    let within = within(cell);
    if !at_start && within.is_empty() {
        return Cow::Borrowed(cell);
    }
    let mut written = String::with_capacity(cell.len() + within.len() + 1);
    if at_start {
        written.push(GUARD);
    }
    let mut from = 0;
    for place in within {
        written.push_str(&cell[from..place]);
        written.push(GUARD);
        from = place;
    }
    written.push_str(&cell[from..]);
    Cow::Owned(written)
}

/// The cell as it was before [`guarded`]. An apostrophe that guards nothing was typed by somebody and stays.
pub(super) fn unguarded(cell: &str) -> Cow<'_, str> {
    let cell = match cell.strip_prefix(GUARD) {
        Some(rest) if needs_guard(rest) => rest,
        _ => cell,
    };
    let is_guard = |place: &usize| cell[*place..].starts_with(GUARD);
    let guards: Vec<usize> = within(cell).into_iter().filter(is_guard).collect();
    if guards.is_empty() {
        return Cow::Borrowed(cell);
    }
    let mut read = String::with_capacity(cell.len());
    let mut from = 0;
    for place in guards {
        read.push_str(&cell[from..place]);
        from = place + GUARD.len_utf8();
    }
    read.push_str(&cell[from..]);
    Cow::Owned(read)
}

fn needs_guard(cell: &str) -> bool {
    cell.starts_with([GUARD, '\t', '\r', '\n'])
        || cell.trim_start_matches(is_passed_over).starts_with(FORMULA)
}

/// The places behind something that parts cells from which a formula follows, in their order. One pass from the end: a
/// cell of nothing but line breaks takes no longer than another.
fn within(cell: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut formula_follows = false;
    for (at, c) in cell.char_indices().rev() {
        if formula_follows && PARTS.contains(&c) {
            places.push(at + c.len_utf8());
        }
        formula_follows = FORMULA.contains(&c) || (formula_follows && is_passed_over(c));
    }
    places.reverse();
    places
}

/// Some programs drop blanks and invisible characters in front before they look for a formula. An apostrophe is passed
/// over too, since guards are.
fn is_passed_over(c: char) -> bool {
    c == GUARD
        || c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_guarded_and_comes_back_whole() {
        let check = |cell: &str, expected: &str| {
            assert_eq!(guarded(cell), expected, "{cell:?} as it is written");
            assert_eq!(unguarded(expected), cell, "{expected:?} as it is read again");
        };
        check("=1+1", "'=1+1");
        check(
            "=HYPERLINK(\"https://example.org?x=\"&A1,\"more\")",
            "'=HYPERLINK(\"https://example.org?x=\"&A1,\"more\")",
        );
        check("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
        check("+44 20 7946 0000", "'+44 20 7946 0000");
        check("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0");
        check("- first point", "'- first point");
        check("@SUM(1+1)*cmd|' /C calc'!A0", "'@SUM(1+1)*cmd|' /C calc'!A0");
        check("\t=1", "'\t'=1");
        check("\tindented", "'\tindented");
        check("\r=1", "'\r'=1");
        check("\n=1", "'\n'=1");
        check("  =1", "'  =1");
        check("\u{a0}=1", "'\u{a0}=1");
        check("\u{feff}=1", "'\u{feff}=1");
        check("\u{200b}@x", "'\u{200b}@x");
        for wide in ["＝1+1", "＋1", "－1", "＠SUM(1)"] {
            check(wide, &format!("'{wide}"));
        }
        check("'tis", "''tis");
        check("'=1", "''=1");
        check("''", "'''");
        check("a;=1", "a;'=1");
        check("a\t=1", "a\t'=1");
        check("a\n- one\n- two", "a\n'- one\n'- two");
        check("a\r\n=1", "a\r'\n'=1");
        check("a, \u{a0}@x", "a,' \u{a0}@x");
        check("a\";=cmd|' /C calc'!A0;\"", "a\";'=cmd|' /C calc'!A0;\"");
        check("a\"=1", "a\"'=1");
        check("a;'=1", "a;''=1");
        check("a;'' '=1", "a;''' '=1");
        check("a;;;=1", "a;;;'=1");
        check("a\n\n＝1", "a\n'\n'＝1");
        check("-1;-2", "'-1;'-2");
        check(" '=1", "' '=1");
        check("a;b=1", "a;b=1");
        check("a;'tis", "a;'tis");
        check("", "");
        check("a=1", "a=1");
        check("5 - 3", "5 - 3");
        check("ada@example.org", "ada@example.org");
        check("“=1”", "“=1”");
    }

    #[test]
    fn an_apostrophe_that_guards_nothing_stays() {
        for cell in ["'tis the season", "'90s", "' ", "'", "one;'two", "one\n'two"] {
            assert_eq!(unguarded(cell), cell, "somebody typed {cell:?} into the file");
        }
    }
}
