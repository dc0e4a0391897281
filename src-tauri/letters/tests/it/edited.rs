//! Letters in the user's own words: what they must still say, and what is worth a second look.

use crate::samples::{american, day, decline, delivery, renewal, renewal_with};
use kindly_letters::{
    FactKey, Finding, LetterSpec, Looks, NoticeCounts, NoticeForm, Part, as_email, checks, compose, finish,
    must_haves, to_page,
};

fn in_own_words(mut spec: LetterSpec, paragraphs: &[&str]) -> LetterSpec {
    spec.paragraphs = Some(paragraphs.iter().map(|text| (*text).to_owned()).collect());
    spec
}

fn found(spec: &LetterSpec) -> Vec<Finding> {
    checks(spec, &compose(spec).expect("the facts are complete"))
}

#[test]
fn composed_letters_have_nothing_to_find() {
    for spec in [renewal(), decline(), american(renewal()), american(decline())] {
        assert_eq!(found(&spec), [], "{} in {}", spec.date, spec.language.tag());
        let draft = compose(&spec).expect("the facts are complete");
        assert!(must_haves(&spec, &draft).iter().all(|must| must.present), "every must-have is there");
        assert!(finish(&spec, &draft, &Looks::default()).is_ok(), "and it can be finished");
    }
}

#[test]
fn a_must_have_that_was_edited_away_blocks() {
    let spec = in_own_words(renewal(), &["This letter is notice: our agreement of 1 March 2024 ends."]);
    let draft = compose(&spec).expect("the facts are complete");
    let gone = Finding::MustHaveGone { fact: FactKey::EndDate, wording: "31 January 2027".to_owned() };
    assert!(gone.blocks(), "a fact that is missing blocks");
    assert_eq!(checks(&spec, &draft), [gone], "the end date is no longer in the words");
    assert_eq!(
        finish(&spec, &draft, &Looks::default()).expect_err("it cannot be finished").to_string(),
        "the letter no longer says the end date (“31 January 2027”): put it back into the words",
        "one sentence that says which"
    );
    assert_eq!(
        to_page(&spec, &draft, &Looks::default()).paragraphs.len(),
        1,
        "the preview still shows the words"
    );
}

#[test]
fn a_must_have_may_be_said_in_other_words() {
    for (spec, paragraph) in [
        (renewal(), "This is notice. Our agreement of 1 March 2024 ends on the 31st of January 2027."),
        (renewal(), "This is notice: it ends on 2027-01-31 (agreed 2024-03-01)."),
        (american(renewal()), "This is notice. Our agreement ends on 1/31/2027."),
        (decline(), "I cannot take on the review of your pricing for which you asked on 9 Nov."),
    ] {
        assert_eq!(found(&in_own_words(spec, &[paragraph])), [], "“{paragraph}”");
    }
    let no_year = in_own_words(renewal(), &["This is notice. It ends on 31 January."]);
    assert!(found(&no_year).iter().any(Finding::blocks), "an end needs its year");
    let other =
        in_own_words(decline(), &["Thank you for your enquiry of 9 November. I am not able to take it on."]);
    let mut about_nothing = other.clone();
    about_nothing.subject = Some("Your enquiry".to_owned());
    assert_eq!(found(&other), [], "the subject line counts");
    assert!(found(&about_nothing).iter().any(Finding::blocks), "but something must say what it is about");
}

#[test]
fn what_is_worth_a_look_does_not_block() {
    let check = |spec: &LetterSpec, expected: Finding| {
        assert!(!expected.blocks(), "{expected:?} does not block");
        assert_eq!(found(spec), [expected], "found alone");
    };
    let whole = "This is notice. Our agreement of 1 March 2024 ends on 31 January 2027.";
    check(
        &in_own_words(renewal(), &["Our agreement of 1 March 2024 ends on 31 January 2027."]),
        Finding::NoticeWordGone,
    );
    check(
        &in_own_words(renewal(), &[whole, "You will have all by 21 January."]),
        Finding::UnrecordedDate { wording: "21 January".to_owned() },
    );
    check(
        &in_own_words(renewal(), &[whole, "Invoice 2026-034 is for €4,900."]),
        Finding::UnrecordedAmount { wording: "€4,900".to_owned() },
    );
    let mut posted_late = renewal();
    posted_late.date = day("2026-11-26");
    let (last_safe_posting_day, last_day) = (day("2026-11-25"), day("2026-11-30"));
    check(&posted_late, Finding::PostingDayPassed { last_safe_posting_day, last_day });
    let mut late = renewal_with(|facts| facts.notice_override_confirmed = true);
    late.date = day("2026-12-01");
    check(&late, Finding::NoticeLate { last_day, letter_date: late.date });
    let end = day("2027-01-31");
    check(
        &renewal_with(|facts| facts.handover_by = Some(day("2027-02-01"))),
        Finding::HandoverAfterEnd { handover_by: day("2027-02-01"), end },
    );
    let title = "Report".to_owned();
    check(
        &renewal_with(|facts| facts.still_to_deliver = vec![delivery("Report", Some("2027-02-01"))]),
        Finding::DeliveryAfterEnd { title: title.clone(), due: day("2027-02-01"), end },
    );
    check(
        &renewal_with(|facts| facts.still_to_deliver = vec![delivery("Report", Some("2026-11-09"))]),
        Finding::DeliveryOverdue { title, due: day("2026-11-09") },
    );
    let mut by_email = renewal_with(|facts| {
        if let Some(notice) = &mut facts.notice {
            notice.form = NoticeForm::Email;
        }
    });
    by_email.date = day("2026-11-26");
    assert_eq!(found(&by_email), [], "an e-mail needs no days in the post");
    let mut sent_by = renewal_with(|facts| {
        if let Some(notice) = &mut facts.notice {
            notice.counts = NoticeCounts::SentBy;
        }
    });
    sent_by.date = day("2026-11-26");
    assert_eq!(found(&sent_by), [], "nor does notice that counts when it is sent");
    let dated_title =
        renewal_with(|facts| facts.still_to_deliver = vec![delivery("Workshop of 3 May", None)]);
    assert_eq!(found(&dated_title), [], "a day inside a title is the record's own");
}

#[test]
fn edited_paragraphs_keep_their_parts() {
    let draft = compose(&decline()).expect("the facts are complete");
    let mut texts: Vec<String> = draft.paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect();
    texts[0].push_str(" I thought about it.");
    let mut edited = decline();
    edited.paragraphs = Some(texts.clone());
    let parts = |spec: &LetterSpec| -> Vec<Vec<Part>> {
        let draft = compose(spec).expect("the facts are complete");
        draft.paragraphs.into_iter().map(|paragraph| paragraph.parts).collect()
    };
    assert_eq!(parts(&edited), parts(&decline()), "none was added or taken away");
    texts.insert(1, "We could speak on the phone.".to_owned());
    edited.paragraphs = Some(texts);
    let with_own = parts(&edited);
    assert_eq!(with_own[1], [Part::OwnWords], "a new paragraph is the user's own");
    assert_eq!(with_own[2..], parts(&decline())[1..], "those that did not change keep their parts");
}

#[test]
fn an_edited_letter_keeps_its_words_as_an_email() {
    let own = "This letter is notice that our agreement of 1 March 2024 ends on 31 January 2027.";
    let spec = in_own_words(renewal(), &[own, "All the best to you."]);
    let email = as_email(&spec, &compose(&spec).expect("the facts are complete"));
    assert!(
        email.body.contains("This is notice that our agreement"),
        "an e-mail is no letter: {}",
        email.body
    );
    assert!(
        email.body.contains("A signed letter follows by registered post."),
        "the form is kept: {}",
        email.body
    );
    assert!(email.body.contains("All the best to you."), "the words are kept: {}", email.body);
}
