//! Letters from records.
use std::fs;

use kindly_practice::{
    PracticeError,
    correspond::Finding,
    records::{Kind, Letter, LetterChoices, LetterKind, LetterParagraph, Moment, ReferredPerson},
};

use crate::room::{Room, client, day, deliverable, engagement, enquiry, invoice, payment, profile};

/// A practice with one agreement that ends on 31 January 2027, notice by 30 November 2026.
fn with_agreement() -> Room {
    let mut room = Room::empty();
    room.practice.save_profile(room.moment, &profile()).expect("a letterhead");
    let halden = room.client("Halden & Co");
    room.add(engagement(halden));
    room.add(deliverable(halden, "Year-end report", "2027-01-20", None));
    room
}

#[test]
fn the_refusal_states_the_dates_of_its_records() {
    let room = with_agreement();
    let halden = room.id_of("Halden & Co");
    let view =
        room.practice.start_letter(room.moment, halden, LetterKind::RenewalRefusal, None).expect("it starts");
    let words: String = view.paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n");
    assert!(
        words.starts_with("This letter is notice that I will not renew"),
        "the main sentence first: {words}"
    );
    for fact in ["1 March 2024", "31 January 2027", "year-end report"] {
        assert!(words.contains(fact), "{fact} stands in {words}");
    }
    assert!(view.missing.is_empty() && view.refusal.is_none(), "nothing is missing");
    assert!(view.must_haves.iter().all(|must_have| must_have.present), "every must-have is there");
    assert_eq!(view.pages, 1, "on one page");
    let notice = view.facts.iter().find(|fact| fact.key == "last_safe_posting_day").expect("the posting day");
    assert_eq!(notice.values, ["25 November 2026"], "three working days before 30 November");
    assert_eq!(notice.kind, Some(Kind::Engagement), "with the record behind it");
    assert!(view.email.is_some_and(|email| email.body.contains("31 January 2027")), "the same as an e-mail");
}

#[test]
fn what_is_missing_is_said_with_the_place_to_enter_it() {
    let mut room = Room::empty();
    let halden = room.client("Halden & Co");
    let mut open = engagement(halden);
    (open.term_ends_on, open.renews_by_months) = (None, None);
    room.add(open);
    let view =
        room.practice.start_letter(room.moment, halden, LetterKind::RenewalRefusal, None).expect("it starts");
    let missing: Vec<(&str, Kind)> = view.missing.iter().map(|m| (m.key.as_str(), m.enter_in)).collect();
    assert!(missing.contains(&("end_date", Kind::Engagement)), "the end date, in the agreement: {missing:?}");
    assert!(missing.contains(&("sender_name", Kind::Profile)), "who writes, in the settings: {missing:?}");
    let path = room.path("letter.pdf");
    let moment = room.moment;
    let saved = room.practice.save_letter(moment, None, &view.letter, &path);
    assert!(matches!(saved, Err(PracticeError::Letter(_))), "it cannot be saved");
    assert!(!path.exists(), "and no file is begun");
}

#[test]
fn past_the_day_of_notice_it_goes_only_confirmed_or_for_the_following_end() {
    let mut room = with_agreement();
    room.moment = Moment::of_day(day("2026-12-10"));
    let halden = room.id_of("Halden & Co");
    let view =
        room.practice.start_letter(room.moment, halden, LetterKind::RenewalRefusal, None).expect("it starts");
    let refusal = view.refusal.expect("the day of notice is over");
    assert_eq!(refusal.code, "notice_passed", "which the window can offer to confirm: {}", refusal.message);
    let mut letter = view.letter;
    letter.choices.notice_override = true;
    let view = room.practice.view_letter(room.moment, None, &letter).expect("confirmed");
    assert!(view.refusal.is_none() && view.pages == 1, "then it goes");
    letter.written_on = day("2026-11-22");
    letter.choices = LetterChoices::default();
    let view = room.practice.view_letter(room.moment, None, &letter).expect("dated in time");
    assert!(view.refusal.is_none(), "the letter's own date decides whether the notice is late");
    letter.written_on = day("2026-12-10");
    letter.choices = LetterChoices { for_following_end: true, ..LetterChoices::default() };
    let view = room.practice.view_letter(room.moment, None, &letter).expect("for the next end");
    let words: String = view.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    assert!(words.contains("31 January 2028"), "it names the end within reach: {words}");
}

#[test]
fn a_saved_letter_is_the_file_and_is_there_after_a_restart() {
    let mut room = with_agreement();
    let halden = room.id_of("Halden & Co");
    let path = room.path("letter.pdf");
    let letter = room
        .practice
        .start_letter(room.moment, halden, LetterKind::RenewalRefusal, None)
        .expect("starts")
        .letter;
    let saved = room.practice.save_letter(room.moment, None, &letter, &path).expect("it is saved");
    let bytes = fs::read(&path).expect("the file is there");
    assert!(bytes.starts_with(b"%PDF-1.7"), "a PDF");
    let other = room.path("again.pdf");
    room.practice.save_letter(room.moment, saved.id, &letter, &other).expect("it can be saved again");
    assert_eq!(fs::read(&other).expect("readable"), bytes, "the same letter gives the same bytes");
    let room = room.reopened();
    let rows = room.practice.letters(room.moment).expect("the list can be read");
    assert_eq!((rows.len(), rows[0].saved), (1, true), "one letter, saved");
    let needs = room.practice.needs(room.moment).expect("the list can be read");
    assert!(needs.iter().all(|need| need.kind != Kind::Engagement), "the notice is decided");
    let a_year_on = Moment::of_day(day("2027-11-22"));
    let needs = room.practice.needs(a_year_on).expect("the list can be read");
    assert!(needs.iter().any(|need| need.kind == Kind::Engagement), "an agreement that went on asks again");
}

/// A letter without the facts that it notes for itself when it is kept.
fn unseen(letter: Letter) -> Letter {
    Letter { facts_seen: Vec::new(), ..letter }
}

#[test]
fn a_draft_keeps_the_words_and_says_what_they_no_longer_say() {
    let mut room = with_agreement();
    let halden = room.id_of("Halden & Co");
    let view =
        room.practice.start_letter(room.moment, halden, LetterKind::RenewalRefusal, None).expect("it starts");
    let mut letter = view.letter;
    letter.paragraphs = Some(vec![LetterParagraph {
        part: "notice".to_owned(),
        text: "This letter is notice that I will not renew our agreement of 1 March 2024.".to_owned(),
    }]);
    let id = room.practice.keep_letter(room.moment, None, &letter).expect("a draft is kept");
    let room = room.reopened();
    let view = room.practice.open_letter(room.moment, id).expect("it is there again");
    assert_eq!(unseen(view.letter), letter, "with its words");
    assert!(view.paragraphs[0].own, "which are the user's own");
    let gone =
        view.findings.iter().any(|f| matches!(f, Finding::MustHaveGone { fact, .. } if fact == "end_date"));
    assert!(gone, "the end date is no longer said: {:?}", view.findings);
    let mut room = room;
    let path = room.path("letter.pdf");
    let refused =
        room.practice.save_letter(room.moment, Some(id), &letter, &path).expect_err("it cannot go so");
    assert!(refused.to_string().contains("31 January 2027"), "what to put back: {refused}");
}

#[test]
fn a_prospect_is_declined_with_a_referral() {
    let mut room = Room::empty();
    room.practice.save_profile(room.moment, &profile()).expect("a letterhead");
    let okafor = room.client("Okafor Trading");
    let lacks = room.practice.start_letter(room.moment, okafor, LetterKind::ProspectDecline, None);
    assert!(matches!(lacks, Err(PracticeError::NothingToAnswer { .. })), "nothing was asked yet");
    room.add(enquiry(okafor));
    let mut letter = room
        .practice
        .start_letter(room.moment, okafor, LetterKind::ProspectDecline, None)
        .expect("it starts")
        .letter;
    letter.choices.referral = vec![ReferredPerson { name: "Aiko Tanaka".to_owned(), field: String::new() }];
    let view = room.practice.view_letter(room.moment, None, &letter).expect("it reads");
    let words: String = view.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    for fact in ["9 November", "pricing review in Japan", "Aiko Tanaka"] {
        assert!(words.contains(fact), "{fact} stands in {words}");
    }
}

#[test]
fn a_character_that_no_font_has_is_named_before_anything_is_saved() {
    let mut room = with_agreement();
    let mut odd = client("Halden \u{e000} Co");
    odd.contact = kindly_practice::records::Contact::default();
    let id = room.add(odd).parse().expect("an id");
    room.add(engagement(id));
    let view =
        room.practice.start_letter(room.moment, id, LetterKind::RenewalRefusal, None).expect("it starts");
    let refusal = view.refusal.expect("it cannot be set");
    assert!(refusal.message.contains("U+E000"), "{}", refusal.message);
    let path = room.path("letter.pdf");
    assert!(room.practice.save_letter(room.moment, None, &view.letter, &path).is_err(), "nor saved");
    assert!(!path.exists(), "and no file is begun");
}

#[test]
fn a_page_is_drawn_from_the_bytes() {
    let room = with_agreement();
    let halden = room.id_of("Halden & Co");
    let letter = room
        .practice
        .start_letter(room.moment, halden, LetterKind::RenewalRefusal, None)
        .expect("starts")
        .letter;
    let picture = room.practice.letter_page(&letter, 0, 300).expect("the first page");
    assert_eq!(picture.width, 300, "as wide as was asked");
    assert!((423..=425).contains(&picture.height), "and as high as A4: {}", picture.height);
    assert!(picture.rgba.chunks(4).any(|pixel| pixel[0] < 100), "with ink on it");
    assert!(room.practice.letter_page(&letter, 1, 300).is_err(), "there is no second one");
}

#[test]
fn keeping_a_draft_again_is_the_same_step_back() {
    let mut room = with_agreement();
    let halden = room.id_of("Halden & Co");
    let before = room.seen();
    let mut letter = room
        .practice
        .start_letter(room.moment, halden, LetterKind::RenewalRefusal, None)
        .expect("it starts")
        .letter;
    let id = room.practice.keep_letter(room.moment, None, &letter).expect("a draft is kept");
    for words in ["This letter", "This letter is", "This letter is notice"] {
        let paragraph = LetterParagraph { part: "notice".to_owned(), text: words.to_owned() };
        letter.paragraphs = Some(vec![paragraph]);
        room.practice.keep_letter(room.moment, Some(id), &letter).expect("it is kept again");
    }
    let kept = room.practice.open_letter(room.moment, id).expect("it is there").letter;
    assert_eq!(unseen(kept), letter, "with the words it had last");
    room.practice.undo(room.moment).expect("it can be taken back");
    assert_eq!(room.seen(), before, "one step takes the whole draft back");
}

#[test]
fn a_letter_asks_for_what_is_still_to_be_paid() {
    let mut room = with_agreement();
    let halden = room.id_of("Halden & Co");
    let partly = room.add(invoice(halden, "2026-001", "2026-11-12"));
    room.add(payment(halden, &partly, "2026-11-14", 4_000));
    let settled = room.add(invoice(halden, "2026-002", "2026-11-12"));
    room.add(payment(halden, &settled, "2026-11-14", 10_000));
    let view =
        room.practice.start_letter(room.moment, halden, LetterKind::RenewalRefusal, None).expect("it starts");
    let invoices: Vec<&String> =
        view.facts.iter().filter(|fact| fact.key == "open_invoices").flat_map(|fact| &fact.values).collect();
    assert_eq!(invoices, ["2026-001, £60, 12 November 2026"], "the rest of one; the other is paid");
}
