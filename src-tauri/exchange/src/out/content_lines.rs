//! The lines that contacts and calendars are made of (RFC 6350 and RFC 5545, both section 3).

/// The most bytes of a line, its break apart.
const LONGEST: usize = 75;

/// A file as it grows, line by line.
#[derive(Debug, Default)]
pub(super) struct ContentLines {
    text: String,
}

impl ContentLines {
    /// Adds a line whose value stands as it is: a date, a number, an address on the web.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        let mut room = LONGEST;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.text.push_str("\r\n ");
                // The blank that marks the line as going on counts as well.
                room = LONGEST - 1;
            }
            room -= c.len_utf8();
            self.text.push(c);
        }
        self.text.push_str("\r\n");
    }

    /// Adds a line of text, or none where the text is empty.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.plain(name, &escaped(value));
        }
    }

    /// Adds a line of several texts, apart by a comma or a semicolon; none where all are empty.
    pub(super) fn texts<'a>(
        &mut self,
        name: &str,
        values: impl IntoIterator<Item = &'a str>,
        separator: &str,
    ) {
        let values: Vec<String> = values.into_iter().map(escaped).collect();
        if values.iter().any(|value| !value.is_empty()) {
            self.plain(name, &values.join(separator));
        }
    }

    /// The whole file.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// A text as it stands in a line: whatever could end it or part it is escaped; of the control characters only line
/// breaks and tabs are left. Unicode's own separators of lines and paragraphs are line breaks too: some readers part a
/// file at them.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            ';' => escaped.push_str("\\;"),
            ',' => escaped.push_str("\\,"),
            '\n' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push(c),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, value: &str) -> String {
        let mut lines = ContentLines::default();
        lines.text(name, value);
        lines.finish()
    }

    #[test]
    fn text_is_escaped() {
        let check = |value: &str, expected: &str| {
            assert_eq!(line("NOTE", value), expected, "the line of {value:?}");
        };
        check("plain: text", "NOTE:plain: text\r\n");
        check("a, b; c", "NOTE:a\\, b\\; c\r\n");
        check("C:\\next", "NOTE:C:\\\\next\r\n");
        check("one\r\ntwo\rthree\nfour", "NOTE:one\\ntwo\\nthree\\nfour\r\n");
        check("a\tb\u{7}c\u{85}", "NOTE:a\tbc\r\n");
        check("x\r\nEND:VCARD", "NOTE:x\\nEND:VCARD\r\n");
        check("x\u{2028}END:VCARD\u{2029}y", "NOTE:x\\nEND:VCARD\\ny\r\n");
        check("x\u{b}\u{c}\u{85}END:VCARD", "NOTE:xEND:VCARD\r\n");
        check("", "");
    }

    #[test]
    fn a_long_line_goes_on_below_and_no_character_is_cut() {
        for value in
            ["x".repeat(500), "é".repeat(300), "日本語".repeat(90), "😀a".repeat(100), "x".repeat(70)]
        {
            let written = line("NOTE", &value);
            for physical in written.trim_end().split("\r\n") {
                assert!(physical.len() <= 75, "{} bytes are above 75 in {physical:?}", physical.len());
            }
            assert_eq!(written.replace("\r\n ", ""), format!("NOTE:{value}\r\n"), "unfolded it is whole");
        }
        assert_eq!(line("NOTE", &"x".repeat(70)).matches("\r\n").count(), 1, "75 bytes fit on one line");
        assert_eq!(line("NOTE", &"x".repeat(71)).matches("\r\n").count(), 2, "76 bytes do not");
    }
}
