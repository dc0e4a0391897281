//! What cannot be set is refused in one sentence that names the place and the mend.
use crate::{FONTS, samples};
use chrono::NaiveDate;
use kindly_page::{
    Arrangement, Fonts, LetterPage, PageError, Paper, check, check_text, limits, missing_characters,
    page_count, rasterise, set,
};

fn check_refused(change: impl FnOnce(&mut LetterPage), sentence: &str) {
    let mut letter = samples::renewal_refusal();
    change(&mut letter);
    let said = set(&letter, &FONTS).err().map(|error| error.to_string());
    assert_eq!(said.as_deref(), Some(sentence), "a person must understand at once what to change");
}

#[test]
fn characters_that_cannot_be_shown() {
    check_refused(
        |letter| letter.subject.push('😀'),
        "The subject contains “😀” (U+1F600), which no font of the letter has; replace it",
    );
    check_refused(
        |letter| letter.paragraphs[2].push_str("東京"),
        "Paragraph 3 contains “東” (U+6771), which no font of the letter has; replace it",
    );
    check_refused(
        |letter| letter.recipient[1] = "العربية".into(),
        "Line 2 of the address contains “ا” (U+0627), which no font of the letter has; replace it",
    );
    check_refused(
        |letter| letter.signer[0].push('\u{7}'),
        "Line 1 under the signature contains the control character U+0007; remove it",
    );
    check_refused(
        |letter| letter.salutation.insert(4, '\n'),
        "The salutation contains the control character U+000A; remove it",
    );
    check_refused(
        |letter| letter.paragraphs[0].push_str("pay \u{202E}00.1"),
        "Paragraph 1 contains the invisible direction mark U+202E, which can hide what is written; remove it",
    );
    check_refused(
        |letter| letter.title.push('\u{0}'),
        "The title contains the control character U+0000; remove it",
    );
}

#[test]
fn texts_beyond_their_place() {
    check_refused(
        |letter| letter.paragraphs[0] = "a ".repeat(10_001),
        "Paragraph 1 has 20001 characters, and at most 20000 fit; shorten it",
    );
    check_refused(
        |letter| letter.subject = "ä".repeat(301),
        "The subject has 301 characters, and at most 300 fit; shorten it",
    );
    check_refused(
        |letter| letter.paragraphs = vec!["a ".repeat(9_999); 11],
        "The letter has 219967 characters, and at most 200000 fit; shorten it",
    );
    check_refused(
        |letter| letter.paragraphs = vec!["a".into(); limits::PARAGRAPHS + 1],
        "There are 201 paragraphs, and at most 200 fit; leave some out or join them",
    );
    check_refused(
        |letter| letter.recipient = vec!["a".into(); 10],
        "There are 10 lines in the address, and at most 9 fit; leave some out or join them",
    );
    check_refused(
        |letter| letter.recipient = vec!["wide ".repeat(20); 5],
        "The address takes 15 lines on paper, and at most 8 fit beside the sender line (lines 1, 2, 3, 4 and 5 wrap); \
         shorten it or leave a line out",
    );
    check_refused(
        |letter| {
            letter.remark = Some("By registered post".into());
            letter.recipient = vec!["a line".into(); 8];
            letter.recipient[2] = "wide ".repeat(12);
        },
        "The address takes 9 lines on paper, and at most 7 fit beside the remark and the sender line (line 3 wraps); \
         shorten it or leave a line out",
    );
    check_refused(
        |letter| {
            letter.paper = Paper::UsLetter;
            letter.arrangement = Arrangement::Us;
            letter.recipient = vec!["a line".into(); 8];
        },
        "The address takes 8 lines on paper, and at most 7 fit; shorten it or leave a line out",
    );
}

#[test]
fn a_head_that_would_cover_the_page() {
    check_refused(
        |letter| letter.letterhead.name = "Featherstonehaugh ".repeat(16),
        "The name in the letterhead takes 8 lines on paper, and at most 3 fit; shorten it",
    );
    check_refused(
        |letter| letter.letterhead.lines = vec!["a long line ".repeat(9); 6],
        "The contact block of the letterhead takes 12 lines on paper, and at most 9 fit; shorten it",
    );
}

#[test]
fn words_that_nobody_can_read() {
    check_refused(
        |letter| letter.paragraphs[1] = format!("See {} there.", "x".repeat(10_000)),
        "Paragraph 2 holds a word of 10000 characters; divide or shorten it",
    );
    check_refused(
        |letter| letter.subject = "W".repeat(300),
        "The subject holds a word of 300 characters; divide or shorten it",
    );
    let mut letter = samples::renewal_refusal();
    letter.paragraphs[1] = "x".repeat(200);
    set(&letter, &FONTS).expect("a long address of a web page takes two or three lines, and is set");
}

#[test]
fn what_a_letter_cannot_do_without() {
    check_refused(
        |letter| letter.title = " ".into(),
        "The title is empty; write it before the letter is set",
    );
    check_refused(
        |letter| letter.paragraphs = vec![" ".into()],
        "The letter is empty; write it before the letter is set",
    );
    for tag in ["", "e", "english language", "en_GB", "en-", "12"] {
        check_refused(
            |letter| letter.language = tag.into(),
            &format!("“{tag}” is not a language tag; write one such as en-GB"),
        );
    }
    check_refused(
        |letter| letter.date = NaiveDate::from_ymd_opt(-44, 3, 15).expect("a day of the calendar"),
        "The letter's date has the year -44; choose a year between 1 and 9999",
    );
}

#[test]
fn a_field_can_be_checked_while_it_is_typed_into() {
    check_text("First line,\nsecond line: Zoë, Ωμέγα, Щедрин, שלום", &FONTS).expect("all of it can be set");
    let error = check_text("done ✅", &FONTS).expect_err("no serif has this sign");
    assert_eq!(
        error.to_string(),
        "The text contains “✅” (U+2705), which no font of the letter has; replace it",
        "the sentence names the sign"
    );
    assert_eq!(missing_characters("a😀b😀c東", &FONTS), ['😀', '東'], "each once, in order");
    assert_eq!(missing_characters("soft\u{AD}hyphen, 4\u{202F}800 €", &FONTS), [], "both are seen to");
}

#[test]
fn checking_finds_what_setting_would() {
    let mut letter = samples::renewal_refusal();
    check(&letter, &Fonts::bundled()).expect("the sample has no fault");
    letter.closing.push('☃');
    assert_eq!(check(&letter, &FONTS).err(), set(&letter, &FONTS).err(), "one set of rules, two ways to ask");
}

#[test]
fn pages_that_cannot_be_shown() {
    let pdf = crate::set_well(&samples::renewal_refusal());
    let check = |result: Result<_, PageError>, sentence: &str| {
        assert_eq!(result.err().map(|error| error.to_string()).as_deref(), Some(sentence), "{sentence}");
    };
    check(rasterise(&pdf.bytes, 0, 800).map(drop), "There is no page 0; choose one from 1 to 1");
    check(rasterise(&pdf.bytes, 2, 800).map(drop), "There is no page 2; choose one from 1 to 1");
    check(
        rasterise(&pdf.bytes, 1, 9_000).map(drop),
        "A page cannot be shown 9000 pixels wide; choose a width from 16 to 8192",
    );
    check(page_count(b"no PDF").map(drop), "These bytes cannot be read as a PDF; save the letter again");
}
