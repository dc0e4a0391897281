//! The letter as files: plain text, a Word document, and an e-mail that a mail program opens.

use crate::kinds::{Sample, everything, facts, spec};
use crate::samples::{american, renewal};
use chrono::{DateTime, Utc};
use kindly_letters::{EmlParts, Language, LetterSpec, Register, as_docx, as_email, as_eml, as_text, compose};
use mail_parser::{MessageParser, MimeHeaders};
use std::io::{Cursor, Read};

fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a document is an archive");
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    file.read_to_string(&mut text).expect("its parts are text");
    text
}

/// What a reader sees of a part: its texts, a line each.
fn seen(xml: &str) -> String {
    let xml = xml.replace("</w:p>", "\n").replace("<w:br/>", "\n");
    let mut text = String::new();
    let mut inside = false;
    for letter in xml.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn docx(spec: &LetterSpec) -> Vec<u8> {
    as_docx(spec, &compose(spec).expect("the facts are complete")).expect("words fit into a document")
}

#[test]
fn a_document_holds_the_whole_letter() {
    let mut spec = renewal();
    spec.sender.footer =
        vec![vec!["VAT GB 123".to_owned()], vec!["Bank & Co".to_owned(), "Acct 7".to_owned()]];
    let draft = compose(&spec).expect("the facts are complete");
    let document = docx(&spec);
    let text = seen(&part(&document, "word/document.xml"));
    for said in ["Brandt Finance", "Ms Petra Halden", "10 November 2026", &draft.subject, &draft.salutation] {
        assert!(text.contains(said), "“{said}” stands in the document: {text}");
    }
    for paragraph in &draft.paragraphs {
        assert!(text.contains(&paragraph.text), "“{}” stands in the document", paragraph.text);
    }
    assert!(text.contains(&draft.closing) && text.contains("Ada Brandt"), "it is closed and signed: {text}");
    let footer = seen(&part(&document, "word/footer1.xml"));
    assert!(footer.contains("VAT GB 123\nBank & Co · Acct 7"), "the foot of the letterhead: {footer}");
    let properties = seen(&part(&document, "docProps/core.xml"));
    assert!(
        properties.contains(&draft.subject) && properties.contains("2026-11-10"),
        "it knows its title and day"
    );
}

#[test]
fn a_document_tells_the_language_of_its_words() {
    for language in Language::ALL {
        let facts = facts("closure", language, Sample::Rich);
        let document = docx(&spec("closure", language, Register::Warm, &facts));
        let styles = part(&document, "word/styles.xml");
        assert!(styles.contains(&format!("w:lang w:val=\"{}\"", language.tag())), "{}", language.tag());
    }
    let american = docx(&american(renewal()));
    assert!(part(&american, "word/document.xml").contains("w:w=\"12240\""), "and the sheet that it is for");
}

#[test]
fn every_document_is_sound_and_the_same_each_time() {
    for (name, spec) in everything() {
        let document = docx(&spec);
        assert_eq!(document, docx(&spec), "{name}: the same letter, the same bytes");
        for file in
            ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/footer1.xml"]
        {
            let xml = part(&document, file);
            let (opened, closed) = (xml.matches("<w:p>").count(), xml.matches("</w:p>").count());
            assert_eq!(opened, closed, "{name}: {file} closes what it opens");
        }
    }
}

#[test]
fn what_no_document_may_hold_is_left_out() {
    let mut spec = renewal();
    spec.paragraphs =
        Some(vec!["This is notice & <b>no more</b>\u{1}: 1 March 2024, 31 January 2027.".to_owned()]);
    let text = seen(&part(&docx(&spec), "word/document.xml"));
    assert!(text.contains("This is notice & <b>no more</b>: 1 March 2024"), "markup is text: {text}");
}

#[test]
fn plain_text_is_the_letter_from_top_to_bottom() {
    let spec = renewal();
    let text = as_text(&spec, &compose(&spec).expect("the facts are complete"));
    let places: Vec<usize> = [
        "Brandt Finance",
        "By registered post",
        "12 Quay Street",
        "10 November 2026",
        "Our agreement of 1 March 2024: no renewal",
        "Dear Ms Halden,",
        "This letter is notice",
        "Yours sincerely,",
        "Ada Brandt\nIndependent finance consultant",
    ]
    .iter()
    .map(|said| text.find(said).unwrap_or_else(|| panic!("“{said}” stands in {text}")))
    .collect();
    assert!(places.is_sorted(), "in the order of the page: {text}");
    assert!(text.ends_with("consultant\n"), "and it ends as a text file does");
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("the tests write instants")
}

fn eml(spec: &LetterSpec, file_name: &str) -> Vec<u8> {
    let email = as_email(spec, &compose(spec).expect("the facts are complete"));
    let parts = EmlParts {
        spec,
        subject: &email.subject,
        body: &email.body,
        date: at("2026-11-10T09:30:00Z"),
        pdf: b"%PDF-1.7 sample",
        file_name,
    };
    as_eml(&parts).expect("words fit into an e-mail")
}

#[test]
fn a_mail_program_reads_the_draft() {
    let mut spec = renewal();
    spec.recipient.email = Some("petra@halden.example".to_owned());
    spec.sender.name = "Ada Brändt, Dipl.-Kffr.".to_owned();
    let name = "2026-11-10 Halden & Co – Kündigung.pdf";
    let bytes = eml(&spec, name);
    let message = MessageParser::default().parse(&bytes).expect("a mail program reads it");
    let email = as_email(&spec, &compose(&spec).expect("the facts are complete"));
    assert_eq!(message.subject(), Some(email.subject.as_str()), "the subject line");
    let from = message.from().and_then(|from| from.first()).expect("who writes");
    assert_eq!(from.name(), Some("Ada Brändt, Dipl.-Kffr."), "umlauts and commas in a name");
    assert_eq!(from.address(), Some("ada@brandt.example"), "and the address");
    let to = message.to().and_then(|to| to.first()).expect("to whom");
    assert_eq!((to.name(), to.address()), (Some("Petra Halden"), Some("petra@halden.example")), "to whom");
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"), "it opens as a draft");
    assert_eq!(
        message.date().map(mail_parser::DateTime::to_timestamp),
        Some(at("2026-11-10T09:30:00Z").timestamp()),
        "its day"
    );
    assert!(message.bcc().is_none() && message.cc().is_none(), "nobody else gets it");
    let body = message.body_text(0).expect("it has words").replace("\r\n", "\n");
    assert_eq!(body.trim_end(), email.body, "the words as they are");
    let attached: Vec<_> = message.attachments().collect();
    assert_eq!(attached.len(), 1, "the PDF alone is attached");
    assert_eq!(attached[0].attachment_name(), Some(name), "under its name");
    assert_eq!(attached[0].contents(), b"%PDF-1.7 sample", "the very bytes");
}

#[test]
fn the_same_draft_is_the_same_file() {
    let (one, other) = (eml(&renewal(), "letter.pdf"), eml(&renewal(), "letter.pdf"));
    assert_eq!(one, other, "no clock, no chance");
    assert_ne!(one, eml(&renewal(), "other.pdf"), "and another name is another file");
}

#[test]
fn no_name_adds_a_header() {
    let mut spec = renewal();
    spec.sender.name = "Ada\r\nBcc: spy@x.example".to_owned();
    spec.subject = Some("Hello\r\nBcc: spy@x.example".to_owned());
    spec.recipient.email = Some("petra@halden.example\r\nBcc: spy@x.example".to_owned());
    let bytes = eml(&spec, "a\r\nBcc: spy@x.example.pdf");
    let message = MessageParser::default().parse(&bytes).expect("a mail program reads it");
    assert!(message.bcc().is_none(), "a line feed in a name is no line of the head");
    let text = String::from_utf8_lossy(&bytes);
    let (head, _) = text.split_once("\r\n\r\n").expect("a head and a body");
    assert!(!head.lines().any(|line| line.starts_with("Bcc:")), "nowhere: {head}");
    let to = message.to().and_then(|to| to.first()).and_then(|to| to.address());
    assert_eq!(to, Some("petra@halden.example"), "what follows an address is none");
}

#[test]
fn a_draft_without_addresses_asks_the_mail_program() {
    let mut spec = renewal();
    spec.sender.email = None;
    spec.recipient.email = None;
    let bytes = eml(&spec, "letter.pdf");
    let message = MessageParser::default().parse(&bytes).expect("a mail program reads it");
    assert!(message.from().is_none() && message.to().is_none(), "no address is made up");
}
