//! What reaches the page: address, head, foot, and the file's own title.

use crate::samples::{american, decline, renewal, renewal_with};
use kindly_letters::{LetterSpec, Looks, NoticeForm, SalutationTitle, compose, finish, to_page};
use kindly_page::{Fonts, LetterPage, set};

fn page(spec: &LetterSpec) -> LetterPage {
    to_page(spec, &compose(spec).expect("the facts are complete"), &Looks::default())
}

#[test]
fn the_page_carries_the_whole_letter() {
    let page = page(&renewal());
    assert_eq!(page.language, "en-GB", "hyphenation and screen readers follow the language");
    assert_eq!(page.letterhead.name, "Brandt Finance", "the practice heads the page");
    let head = [
        "Ada Brandt",
        "4 Harbour Row",
        "Bristol BS1 6XN",
        "+44 117 496 0123",
        "ada@brandt.example",
        "brandt.example",
    ];
    assert_eq!(page.letterhead.lines, head, "person, address, and the ways to answer");
    assert_eq!(
        page.return_line, "Brandt Finance · 4 Harbour Row · Bristol BS1 6XN",
        "for the window of the envelope"
    );
    let address = ["Ms Petra Halden", "Halden & Co", "12 Quay Street", "Bristol BS1 4ND"];
    assert_eq!(page.recipient, address, "person, company, street, town");
    assert_eq!(page.place_and_date, "10 November 2026", "by English custom the date stands alone");
    assert_eq!(page.subject, "Our agreement of 1 March 2024: no renewal", "what it is about");
    assert_eq!(page.closing, "Yours sincerely,", "a named person");
    assert_eq!(page.signer, ["Ada Brandt", "Independent finance consultant"], "name and role");
    assert_eq!(page.remark.as_deref(), Some("By registered post"), "as the notice asks");
    assert_eq!(page.title, page.subject, "the file's title");
    assert_eq!(page.author, "Ada Brandt", "the file's author");
    assert_eq!(page.continuation.addressee, "Ms Petra Halden", "on further pages");
    assert_eq!(page.continuation.page, "Page {page} of {pages}", "numbers are the page's to fill in");
}

#[test]
fn what_is_stated_stands_in_place_of_what_is_usual() {
    let mut spec = renewal();
    spec.sender.trade_name = None;
    spec.sender.place = Some("Bristol".to_owned());
    spec.sender.address.insert(0, "Floor 2".to_owned());
    spec.recipient.country = Some("Ireland".to_owned());
    spec.recipient.title = Some(SalutationTitle::Dr);
    spec.remark = Some(String::new());
    spec.enclosures = vec!["List of open work".to_owned(), "Handover plan".to_owned()];
    spec.signature_role = Some("Owner".to_owned());
    spec.subject = Some("Our agreement".to_owned());
    let page = page(&spec);
    assert_eq!(page.letterhead.name, "Ada Brandt", "without a practice the person heads the page");
    let head = [
        "Independent finance consultant",
        "Floor 2",
        "4 Harbour Row, Bristol BS1 6XN, United Kingdom",
        "+44 117 496 0123",
        "ada@brandt.example",
        "brandt.example",
    ];
    assert_eq!(page.letterhead.lines, head, "abroad, the country is told; a long address shares lines");
    assert_eq!(page.recipient[0], "Dr Petra Halden", "the title that was chosen");
    assert_eq!(page.recipient.last().map(String::as_str), Some("IRELAND"), "abroad, the country stands last");
    assert_eq!(
        page.place_and_date, "Bristol, 10 November 2026",
        "a place that is stated stands before the date"
    );
    assert_eq!(page.remark, None, "an empty remark is none");
    assert_eq!(page.enclosures, ["Enclosures: List of open work; Handover plan"], "what is enclosed");
    assert_eq!(page.signer, ["Ada Brandt", "Owner"], "the role that is stated");
    assert_eq!(page.subject, "Our agreement", "the subject that is stated");
    let by_letter = renewal_with(|facts| {
        if let Some(notice) = &mut facts.notice {
            notice.form = NoticeForm::Letter;
        }
    });
    assert_eq!(self::page(&by_letter).remark, None, "a plain letter carries no remark");
}

#[test]
fn the_letters_can_be_set() {
    let fonts = Fonts::bundled();
    for spec in [renewal(), decline(), american(renewal()), american(decline())] {
        let draft = compose(&spec).expect("the facts are complete");
        let page = finish(&spec, &draft, &Looks::default()).expect("every must-have is there");
        let pdf = set(&page, &fonts).expect("every character has a glyph");
        assert_eq!(pdf.pages, 1, "{:?} in {} fits one page", spec.kind(), spec.language.tag());
        assert_eq!(pdf, set(&page, &fonts).expect("it was set before"), "the same letter, the same bytes");
    }
}
