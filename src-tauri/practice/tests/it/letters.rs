//! Letters from the first draft to the reply: every kind, frozen once finished.
use std::{collections::BTreeMap, fs};

use kindly_practice::{
    PracticeError,
    correspond::{LetterFile, LetterStanding, LetterView, stated_fields},
    letterhead::Which,
    parting::PartingStep,
    records::{
        Complaint, ComplaintCause, Conversation, Incident, IncidentKind, Language, Letter, LetterKind,
        LetterReply, Moment, Obligation, Register, Request, RequestAnswer, SentHow, SentLetter, StatedValue,
    },
};

use crate::room::{Room, day, deliverable, engagement, enquiry, invoice, profile};

/// A ledger in which every kind of letter has something to rest on.
fn with_everything() -> Room {
    let mut room = Room::empty();
    room.practice.save_profile(room.moment, &profile()).expect("a letterhead");
    let halden = room.client("Halden & Co");
    let on = day("2026-11-10");
    room.add(engagement(halden));
    room.add(deliverable(halden, "Year-end report", "2027-01-20", None));
    room.add(deliverable(halden, "Price book", "2026-10-30", None));
    room.add(deliverable(halden, "Cash forecast", "2026-10-01", Some("2026-10-01")));
    room.add(invoice(halden, "2026-030", "2026-10-15"));
    room.add(enquiry(halden));
    room.add(Obligation::new(halden, "Trial balance".to_owned(), on));
    room.add(Request {
        client: halden,
        engagement: None,
        on,
        what: "two more dashboards".to_owned(),
        answer: RequestAnswer::Open,
        answered_on: None,
        worth: None,
        notes: String::new(),
    });
    room.add(Incident {
        client: halden,
        on,
        what: IncidentKind::Conduct,
        observed: "In the call a colleague was shouted at.".to_owned(),
        other_reading: String::new(),
        review_on: None,
    });
    room.add(Complaint {
        client: halden,
        on,
        theme: "late".to_owned(),
        words: "The report came two days late.".to_owned(),
        answered_on: None,
        resolved_on: None,
        cause: ComplaintCause::default(),
        resolution: String::new(),
    });
    room.add(Conversation {
        client: halden,
        on,
        person: String::new(),
        asked: String::new(),
        explained: String::new(),
        agreed: "That we part at the end of January.".to_owned(),
        changed: String::new(),
    });
    room
}

/// What nobody but the letter can state, so that it can be finished.
fn stated(kind: LetterKind) -> BTreeMap<String, StatedValue> {
    let text = |text: &str| StatedValue::Text(text.to_owned());
    stated_fields(kind)
        .into_iter()
        .filter_map(|field| {
            let value = match (field.key.as_str(), field.shape.as_str()) {
                ("immediate_end", _) => return None,
                ("pause_from", _) => StatedValue::Day(day("2026-12-14")),
                ("terms_from", _) => StatedValue::Day(day("2027-01-01")),
                ("end_date", _) => StatedValue::Day(day("2027-01-31")),
                (_, "day") => StatedValue::Day(day("2026-12-07")),
                ("clause", _) => text("clause 9.1"),
                (_, "line") => text("Open work"),
                (_, "text") => text("The work goes on as planned."),
                (_, "lines") => {
                    StatedValue::Lines(vec!["the first way".to_owned(), "the second way".to_owned()])
                }
                (_, "choice") => StatedValue::Choice(field.options.first()?.clone()),
                _ => return None,
            };
            // Days of what has been are the records' own.
            let past = ["done_on", "reminded_on", "request_date", "talk_date"].contains(&field.key.as_str());
            (!past).then_some((field.key, value))
        })
        .collect()
}

fn begun(room: &Room, kind: LetterKind) -> LetterView {
    let halden = room.id_of("Halden & Co");
    let view = room.practice.start_letter(room.moment, halden, kind, None);
    let mut letter = view.unwrap_or_else(|error| panic!("{}: {error}", kind.name())).letter;
    letter.stated = stated(kind);
    letter.choices.referral = vec![kindly_practice::records::ReferredPerson {
        name: "Aiko Tanaka".to_owned(),
        field: String::new(),
    }];
    room.practice.view_letter(room.moment, None, &letter).expect("it reads")
}

fn finished(room: &mut Room) -> LetterView {
    let begun = begun(room, LetterKind::RenewalRefusal);
    room.practice.finish_letter(room.moment, None, &begun.letter).expect("it can be finished")
}

fn sent(on: &str) -> SentLetter {
    SentLetter {
        on: day(on),
        how: SentHow::Registered,
        to: "Halden & Co".to_owned(),
        proof: "RR 1".to_owned(),
        proof_document: None,
    }
}

#[test]
fn every_kind_rests_on_a_record_and_can_be_finished_in_every_language() {
    let mut room = with_everything();
    let halden = room.id_of("Halden & Co");
    for choice in room.practice.letter_kinds(room.moment, halden).expect("the kinds") {
        assert_eq!(choice.lacks, None, "{} has something to rest on", choice.kind.name());
    }
    for kind in LetterKind::ALL {
        for language in Language::ALL {
            for register in [Register::Warm, Register::Formal] {
                let letter = Letter { language, register, ..begun(&room, kind).letter };
                let view = room.practice.view_letter(room.moment, None, &letter).expect("it reads");
                let what = format!("{} in {} ({register:?})", kind.name(), language.tag());
                assert!(
                    view.can_finish,
                    "{what}: {:?} {:?} {:?}",
                    view.missing, view.refusal, view.must_haves
                );
                assert!(view.pages > 0, "{what} has a page");
                let linked = view.facts.iter().filter(|fact| fact.kind.is_some()).count();
                assert!(linked > 0, "{what}: facts lead to their records");
            }
        }
        let letter = begun(&room, kind).letter;
        let done = room.practice.finish_letter(room.moment, None, &letter);
        let done = done.unwrap_or_else(|error| panic!("{}: {error}", kind.name()));
        assert_eq!(done.standing, LetterStanding::Finished, "{} is finished", kind.name());
    }
    let rows = room.practice.letters(room.moment).expect("the list");
    let numbers: std::collections::BTreeSet<&str> = rows.iter().map(|row| row.number.as_str()).collect();
    assert_eq!(numbers.len(), 16, "each has a number of its own: {numbers:?}");
}

#[test]
fn a_finished_letter_keeps_its_bytes_whatever_the_records_say_later() {
    let mut room = with_everything();
    let view = finished(&mut room);
    let id = view.id.expect("it is kept");
    let before = room.practice.letter_bytes(room.moment, &view.letter, LetterFile::Pdf).expect("its bytes");
    let mut profile = room.practice.profile().expect("the letterhead");
    profile.name = "Somebody Else".to_owned();
    room.practice.save_profile(room.moment, &profile).expect("the letterhead changes");
    let halden = room.id_of("Halden & Co");
    room.add(deliverable(halden, "Work that came later", "2027-01-22", None));
    let mut room = room.reopened();
    let again = room.practice.open_letter(room.moment, id).expect("it is there");
    assert_eq!(again.paragraphs, view.paragraphs, "the same words");
    let after = room.practice.letter_bytes(room.moment, &again.letter, LetterFile::Pdf).expect("its bytes");
    assert_eq!(after, before, "the very bytes");
    for what in [LetterFile::Text, LetterFile::Email] {
        let bytes = room.practice.letter_bytes(room.moment, &again.letter, what).expect("its words");
        let words = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(words.contains("year-end report"), "{what:?} has the words that were frozen");
        assert!(!words.contains("work that came later"), "{what:?}: and not what the records say by now");
    }
    let changed = Letter { subject: "Another".to_owned(), ..again.letter.clone() };
    for refused in [
        room.practice.keep_letter(room.moment, Some(id), &changed).map(|_| ()),
        room.practice.finish_letter(room.moment, Some(id), &changed).map(|_| ()),
    ] {
        assert!(
            matches!(refused, Err(PracticeError::AlreadyFinished { .. })),
            "it never changes: {refused:?}"
        );
    }
    let next = room.practice.supersede_letter(room.moment, id).expect("a new one in its place").letter;
    let next = room.practice.keep_letter(room.moment, None, &next).expect("is kept");
    let next = room.practice.open_letter(room.moment, next).expect("is there");
    assert_eq!(next.supersedes.map(|old| old.id), Some(id), "it names the old one");
    let old = room.practice.open_letter(room.moment, id).expect("the old one is there");
    assert_eq!(old.superseded_by.map(|new| Some(new.id)), Some(next.id), "which leads to the new one");
}

#[test]
fn a_letter_is_sent_after_its_delay_and_answered_after_it_was_sent() {
    let mut room = with_everything();
    let mut profile = room.practice.profile().expect("the letterhead");
    profile.cooling_off_hours = 24;
    room.practice.save_profile(room.moment, &profile).expect("a delay");
    let draft = begun(&room, LetterKind::RenewalRefusal).letter;
    let kept = room.practice.keep_letter(room.moment, None, &draft).expect("a draft");
    let early = room.practice.letter_sent(room.moment, kept, &sent("2026-11-22"));
    assert!(matches!(early, Err(PracticeError::NotFinished)), "a draft is not sent: {early:?}");
    let view = room.practice.finish_letter(room.moment, Some(kept), &draft).expect("finished");
    assert_eq!(view.standing, LetterStanding::Cooling, "it cools off");
    let early = room.practice.letter_sent(room.moment, kept, &sent("2026-11-22"));
    assert!(matches!(early, Err(PracticeError::CoolingOff { .. })), "not before the delay: {early:?}");
    let pdf = room.practice.letter_bytes(room.moment, &view.letter, LetterFile::Pdf);
    assert!(matches!(pdf, Err(PracticeError::CoolingOff { .. })), "nor by another way");
    room.moment = Moment::of_day(day("2026-11-24"));
    let ahead = room.practice.letter_sent(room.moment, kept, &sent("2026-11-25"));
    assert!(matches!(ahead, Err(PracticeError::StillAhead { .. })), "nor on a day to come: {ahead:?}");
    let view = room.practice.letter_sent(room.moment, kept, &sent("2026-11-24")).expect("then it is");
    assert_eq!(view.standing, LetterStanding::Sent, "sent");
    let proof = room.path("proof.txt");
    fs::write(&proof, "signed for").expect("a proof");
    let view = room.practice.letter_proof(room.moment, kept, &proof).expect("the proof is kept");
    assert!(view.letter.sent.is_some_and(|sent| sent.proof_document.is_some()), "with the letter");
    let reply = LetterReply { on: day("2026-11-24"), words: "We have it.".to_owned() };
    for (on, early) in [("2026-11-23", true), ("2026-11-25", false)] {
        let refused =
            room.practice.letter_reply(room.moment, kept, &LetterReply { on: day(on), ..reply.clone() });
        let as_it_should = match refused {
            Err(PracticeError::ReplyTooEarly { .. }) => early,
            Err(PracticeError::StillAhead { .. }) => !early,
            _ => false,
        };
        assert!(as_it_should, "a reply of {on} is refused");
    }
    let view = room.practice.letter_reply(room.moment, kept, &reply).expect("answered");
    assert_eq!(view.standing, LetterStanding::Answered, "answered");
}

#[test]
fn a_draft_says_what_its_records_say_by_now_and_what_its_tone_is() {
    let mut room = with_everything();
    room.client("Okafor Trading");
    let mut letter = begun(&room, LetterKind::EarlyTermination).letter;
    letter.paragraphs = Some(vec![kindly_practice::records::LetterParagraph {
        part: "own".to_owned(),
        text: "Naïve — you never pay in time, unlike Okafor Trading and Halden & Co.".to_owned(),
    }]);
    let id = room.practice.keep_letter(room.moment, None, &letter).expect("a draft");
    let view = room.practice.open_letter(room.moment, id).expect("it reads");
    let tone = &view.paragraphs[0].tone;
    let blame = tone.iter().find(|found| found.kind == "blame").expect("blame is heard");
    let text: Vec<u16> = view.paragraphs[0].text.encode_utf16().collect();
    let heard = String::from_utf16_lossy(&text[blame.from as usize..blame.to as usize]);
    assert_eq!(heard, blame.words, "at its place, counted as the window counts");
    let others: Vec<&str> =
        tone.iter().filter(|found| found.kind == "other_client").map(|found| found.words.as_str()).collect();
    assert_eq!(others, ["Okafor Trading"], "another client's name, and not their own");
    assert_eq!(view.changed, [], "nothing changed yet");

    let halden = room.id_of("Halden & Co");
    let row = room.practice.client(room.moment, halden).expect("the client");
    let line = row.engagements.first().expect("the agreement").clone();
    let kindly_practice::records::Record::Engagement(mut agreement) = line.record else {
        panic!("an agreement");
    };
    agreement.agreed_on = day("2024-04-01");
    room.practice.edit(room.moment, line.id.parse().expect("an id"), &agreement.into()).expect("corrected");
    let view = room.practice.open_letter(room.moment, id).expect("it reads");
    let change = view.changed.iter().find(|change| change.key == "agreement_date").expect("it is told");
    assert_eq!((change.was.as_str(), change.now.as_str()), ("1 March 2024", "1 April 2024"), "was and is");
}

#[test]
fn a_template_takes_the_facts_of_the_next_letter() {
    let mut room = with_everything();
    let letter = begun(&room, LetterKind::RenewalRefusal).letter;
    room.practice.template_from_letter(room.moment, &letter, "Kind no").expect("kept");
    room.practice.template_from_letter(room.moment, &letter, "Kind no").expect("edited");
    let rows = room.practice.letter_templates().expect("the list");
    assert_eq!(rows.len(), 1, "under one name it is one template");
    let used = room.practice.letter_with_template(&letter, rows[0].id).expect("it fits");
    let words: String =
        used.letter.paragraphs.expect("words").iter().map(|each| each.text.as_str()).collect();
    assert!(words.contains("31 January 2027"), "with the facts of this letter: {words}");
    let german = Letter { language: Language::De, ..letter };
    let refused = room.practice.letter_with_template(&german, rows[0].id);
    assert!(matches!(refused, Err(PracticeError::TemplateDoesNotFit { .. })), "of another language");
    let file = room.path("kind.json");
    room.practice.write_template(rows[0].id, &file).expect("written");
    let text = fs::read_to_string(&file).expect("readable");
    for (damaged, why) in [
        (text.replace("{end_date}", "{no_such_fact}"), "a place that names no fact"),
        (text.replace("kindly letter template", "something else"), "another file"),
        (text[..text.len() / 2].to_owned(), "half a file"),
    ] {
        fs::write(&file, damaged).expect("written");
        assert!(room.practice.read_template(room.moment, &file).is_err(), "{why} is refused");
    }
    assert_eq!(room.practice.letter_templates().expect("the list").len(), 1, "and nothing was kept");
}

#[test]
fn a_letter_leaves_in_every_form() {
    let room = with_everything();
    let letter = begun(&room, LetterKind::RenewalRefusal).letter;
    for (what, begins, ending) in [
        (LetterFile::Pdf, &b"%PDF-1.7"[..], ".pdf"),
        (LetterFile::Docx, b"PK", ".docx"),
        (LetterFile::Envelope, b"%PDF-1.7", ".pdf"),
        (LetterFile::Label, b"%PDF-1.7", ".pdf"),
    ] {
        let bytes = room.practice.letter_bytes(room.moment, &letter, what).expect("it is made");
        assert!(bytes.starts_with(begins), "{what:?} is what it says");
        let name = room.practice.letter_file_name(&letter, what).expect("a name");
        assert!(name.ends_with(ending) && !name.contains('/'), "{name}");
    }
    let text = room.practice.letter_bytes(room.moment, &letter, LetterFile::Text).expect("text");
    assert!(String::from_utf8_lossy(&text).contains("31 January 2027"), "the words");
    let mail = room.practice.letter_bytes(room.moment, &letter, LetterFile::Email).expect("mail");
    let mail = String::from_utf8_lossy(&mail);
    for part in ["X-Unsent: 1", "application/pdf", "renewal refusal"] {
        assert!(mail.contains(part), "the draft has {part}");
    }
}

#[test]
fn a_parting_is_ticked_off_by_records() {
    let mut room = with_everything();
    let halden = room.id_of("Halden & Co");
    let none = room.practice.parting(room.moment, halden, None);
    assert!(matches!(none, Err(PracticeError::NothingToAnswer { .. })), "no letter ends anything yet");
    let id = finished(&mut room).id.expect("it is kept");
    let done = |room: &Room, step: PartingStep| {
        let view = room.practice.parting(room.moment, halden, Some(id)).expect("the list");
        let open = view.lines.iter().filter(|line| line.done_on.is_none()).count();
        assert_eq!(view.open as usize, open, "the count is that of the lines");
        view.lines.iter().filter(|line| line.what == step).all(|line| line.done_on.is_some())
    };
    assert!(!done(&room, PartingStep::LetterSent), "not sent yet");
    room.practice.letter_sent(room.moment, id, &sent("2026-11-22")).expect("sent");
    assert!(done(&room, PartingStep::LetterSent), "sent");
    assert!(!done(&room, PartingStep::HandBack), "files are to be handed back");
    room.practice.hand_back(room.moment, halden, "").expect("noted");
    assert!(done(&room, PartingStep::HandBack), "handed back");
    assert!(!done(&room, PartingStep::Paid), "an invoice is open");
    assert!(!done(&room, PartingStep::Deliver), "work is open");
}

#[test]
fn pictures_that_cannot_be_printed_are_refused_with_a_sentence() {
    let mut room = with_everything();
    let file = room.path("logo");
    let drawing = |inside: &str| {
        format!("<svg xmlns='http://www.w3.org/2000/svg' width='30' height='10'>{inside}</svg>")
    };
    let bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg'/>";
    for (bytes, why) in [
        (b"no picture".to_vec(), "a text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "a PNG that was cut off"),
        (drawing("<script>alert(1)</script>").into_bytes(), "a script"),
        (drawing("<image href='https://example.invalid/a.png'/>").into_bytes(), "a link to elsewhere"),
        (bomb.into(), "an entity"),
        (vec![0; 5 << 20], "five megabytes"),
    ] {
        fs::write(&file, bytes).expect("written");
        let refused = room.practice.take_picture(room.moment, Which::Logo, &file);
        let sentence = refused.expect_err(why).to_string();
        assert!(sentence.len() > 20 && !sentence.contains('\n'), "{why}: one sentence: {sentence}");
        assert!(room.practice.letterhead_pictures().expect("none").logo.is_none(), "{why}: nothing is kept");
    }
    fs::write(&file, drawing("<rect width='30' height='10' fill='#1f5f5b'/>")).expect("written");
    room.practice.take_picture(room.moment, Which::Logo, &file).expect("a plain drawing");
    assert!(room.practice.letterhead_pictures().expect("one").logo.is_some(), "it is kept");
    let profile = room.practice.profile().expect("the letterhead");
    let shown = room.practice.letterhead_shown(room.moment, &profile, Language::Fr, 300).expect("it prints");
    assert_eq!(shown.width, 300, "as wide as asked");
    room.practice.drop_picture(room.moment, Which::Logo).expect("taken out");
    assert!(room.practice.letterhead_pictures().expect("none").logo.is_none(), "and gone");
}
