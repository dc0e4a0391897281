//! The files inside a Word document.

use chrono::NaiveDate;
use kindly_page::LetterPage;
use std::fmt::Write as _;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// What each file is.
pub(super) const CONTENT_TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    "</Types>"
);

/// Where the document and its properties lie.
pub(super) const RELATIONSHIPS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
    "</Relationships>"
);

/// What the document uses.
pub(super) const OF_DOCUMENT: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>"#,
    "</Relationships>"
);

/// The styles of a letter, by the names that Word gives such styles: name, space before and after in twentieths of a
/// point, and what else belongs to it.
const STYLES: [(&str, &str, u32, u32, &str); 9] = [
    ("Letterhead", "Letterhead", 0, 0, "<w:b/><w:sz w:val=\"26\"/>"),
    ("SenderLine", "Sender Line", 0, 0, "<w:sz w:val=\"18\"/>"),
    ("Remark", "Remark", 480, 120, "<w:i/>"),
    ("Address", "Address", 0, 0, ""),
    ("Date", "Date", 480, 240, ""),
    ("Heading1", "heading 1", 0, 240, "<w:b/>"),
    ("BodyText", "Body Text", 0, 160, ""),
    ("Signature", "Signature", 0, 0, ""),
    ("Footer", "footer", 0, 0, "<w:sz w:val=\"16\"/>"),
];

/// Title, author, language and the letter's own date; no clock is read.
pub(super) fn properties(title: &str, author: &str, language: &str, date: NaiveDate) -> String {
    let (title, author) = (escaped(title), escaped(author));
    format!(
        "{HEAD}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>{author}</dc:creator><dc:language>{language}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created></cp:coreProperties>"
    )
}

/// The styles; the language of the words is set for all of them.
pub(super) fn styles(font: &str, language: &str) -> String {
    let mut text = format!(
        "{HEAD}<w:styles xmlns:w=\"{WORDS}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{font}\" w:eastAsia=\"{font}\"/><w:sz w:val=\"22\"/>\
         <w:szCs w:val=\"22\"/><w:lang w:val=\"{language}\" w:eastAsia=\"{language}\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/></w:style>"
    );
    for (id, name, before, after, run) in STYLES {
        write!(
            text,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:before=\"{before}\" w:after=\"{after}\"/></w:pPr>\
             <w:rPr>{run}</w:rPr></w:style>"
        )
        .expect("a string takes every text");
    }
    text.push_str("</w:styles>");
    text
}

/// The foot of every page, a line for each column.
pub(super) fn footer(columns: &[Vec<String>]) -> String {
    let mut text = format!("{HEAD}<w:ftr xmlns:w=\"{WORDS}\">");
    for column in columns {
        paragraph(&mut text, "Footer", &column.join(" · "));
    }
    if columns.is_empty() {
        // The format asks for a paragraph even where there is nothing to say.
        text.push_str("<w:p/>");
    }
    text.push_str("</w:ftr>");
    text
}

/// The letter itself, on a sheet of that width and height in twentieths of a point.
pub(super) fn document(page: &LetterPage, (width, height): (u32, u32)) -> String {
    let mut text = format!(
        "{HEAD}<w:document xmlns:w=\"{WORDS}\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"
    );
    paragraph(&mut text, "Letterhead", &page.letterhead.name);
    for line in &page.letterhead.lines {
        paragraph(&mut text, "SenderLine", line);
    }
    paragraph(&mut text, "Remark", page.remark.as_deref().unwrap_or_default());
    for line in &page.recipient {
        paragraph(&mut text, "Address", line);
    }
    paragraph(&mut text, "Date", &page.place_and_date);
    paragraph(&mut text, "Heading1", &page.subject);
    paragraph(&mut text, "BodyText", &page.salutation);
    for words in &page.paragraphs {
        paragraph(&mut text, "BodyText", words);
    }
    paragraph(&mut text, "BodyText", &page.closing);
    // Room to sign.
    text.push_str("<w:p><w:pPr><w:spacing w:before=\"600\"/></w:pPr></w:p>");
    for line in &page.signer {
        paragraph(&mut text, "Signature", line);
    }
    for (place, line) in page.enclosures.iter().enumerate() {
        if place == 0 {
            text.push_str("<w:p/>");
        }
        paragraph(&mut text, "Signature", line);
    }
    write!(
        text,
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1417\" w:header=\"567\" w:footer=\"567\" \
         w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
    .expect("a string takes every text");
    text
}

/// A paragraph; a line feed begins a new line inside it.
fn paragraph(text: &mut String, style: &str, words: &str) {
    write!(text, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>").expect("a string takes every text");
    for (place, line) in words.split('\n').enumerate() {
        let line_break = if place > 0 { "<w:br/>" } else { "" };
        write!(text, "<w:r>{line_break}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(line))
            .expect("a string takes every text");
    }
    text.push_str("</w:p>");
}

/// As XML takes it: markup written out, and without the control characters that no XML document may hold.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push(' '),
            control if control.is_control() => {}
            '\u{FFFE}' | '\u{FFFF}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}
