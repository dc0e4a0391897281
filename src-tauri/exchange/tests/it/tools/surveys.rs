//! Answers to surveys: check-ins.
use kindly_exchange::{Asked, CheckInRow, Encoding, ExchangeError, Field, ImportKind, LeftOut, Tool, read};
use kindly_records::{RatingScale, SaidBy};

use super::{day, drafts, fixture, left_out, mapped, sheet};
use crate::DEFAULTS;

fn answer(line: usize, client: &str, on: &str, scale: RatingScale, value: i64, words: &str) -> CheckInRow {
    CheckInRow {
        line,
        client: client.to_owned(),
        client_email: None,
        on: day(on),
        scale,
        value,
        said_by: SaidBy::Them,
        deliverable: None,
        words: words.to_owned(),
        person: String::new(),
    }
}

/// The same, said by a person whose name stands for the client.
fn by(person: &str, email: Option<&str>, answer: CheckInRow) -> CheckInRow {
    CheckInRow { person: person.to_owned(), client_email: email.map(str::to_owned), ..answer }
}

#[test]
fn google_forms_tell_the_scale_by_the_question() {
    let sheet = sheet("google-forms/plain.csv", Tool::GoogleForms);
    assert_eq!(sheet.kind, ImportKind::CheckIns, "check-ins");
    let csat = RatingScale::Csat;
    assert_eq!(
        drafts!(sheet, CheckIn),
        [
            by(
                "Aoife Byrne",
                Some("aoife@harbourdental.example"),
                answer(2, "Aoife Byrne", "2026-04-02", csat, 4, "Clear, thank you")
            ),
            by(
                "Jean Lefèvre",
                Some("jean@lefevre.example"),
                answer(3, "Jean Lefèvre", "2026-04-03", csat, 2, "Too late\nfor us")
            ),
        ],
        "the name stands for the client, the address helps to find them"
    );
    assert!(sheet.questions.is_empty(), "nothing is open");
}

#[test]
fn a_scale_that_nothing_tells_is_asked_for_and_may_be_stated() {
    let unclear = read(&fixture("google-forms/odd.csv"), None, None, &DEFAULTS).expect_err("3 to 5 of what?");
    assert_eq!(
        unclear.to_string(),
        "the answers in column Rating run from 3 to 5, and its name does not tell their scale: state it in a mapping \
         like \"fixed\": {\"Scale\": \"CSAT\"} (it may be CSAT or NPS or CES)"
    );
    let question = unclear.question().expect("a person can tell it");
    assert_eq!(question.about, Asked::Field(Field::Scale), "the scale, for all rows");
    assert_eq!(question.choices, ["CSAT", "NPS", "CES"], "all that have room for the answers");
    let sheet =
        mapped("google-forms/odd.csv", r#"{"fixed": {"scale": "nps"}}"#).expect("the scale is stated");
    let nps = RatingScale::Nps;
    assert_eq!(
        drafts!(sheet, CheckIn),
        [
            answer(2, "Harbour Dental", "2026-04-13", nps, 3, "Nothing at all, go on like this"),
            answer(3, "Seaview Hotel", "2026-04-14", nps, 5, "More pictures"),
        ],
        "the company is the client"
    );
    assert_eq!(left_out(&sheet), [(4, LeftOut::NotRated)], "an empty answer is none");
    let question = sheet.questions.first().expect("two columns are ratings");
    assert_eq!(question.about, Asked::Column(Field::Value), "which of them is meant");
    assert_eq!((question.choices.len(), question.taken.as_deref()), (2, Some("Rating")), "the first for now");
    let other = r#"{"Value": "Second thoughts", "fixed": {"Scale": "CSAT"}}"#;
    let sheet = mapped("google-forms/odd.csv", other).expect("the column is stated");
    let values: Vec<_> = drafts!(sheet, CheckIn).iter().map(|row| (row.line, row.value)).collect();
    assert_eq!(values, [(2, 2), (4, 4)], "the other column is read");
    let wrong =
        mapped("google-forms/odd.csv", r#"{"fixed": {"Scale": "stars"}}"#).expect_err("no such scale");
    assert!(matches!(wrong, ExchangeError::Mapping { .. }), "{wrong}");
}

#[test]
fn typeform_recommends_from_0_to_10() {
    let sheet = sheet("typeform/plain.csv", Tool::Typeform);
    let nps = RatingScale::Nps;
    assert_eq!(
        drafts!(sheet, CheckIn),
        [
            by("Aoife Byrne", None, answer(2, "Aoife Byrne", "2026-04-02", nps, 9, "You listen")),
            by("Ian Ross", None, answer(3, "Ian Ross", "2026-04-03", nps, 6, "")),
        ],
        "a column for names that is empty is passed over"
    );
    let unclear = read(&fixture("typeform/odd.csv"), None, None, &DEFAULTS).expect_err("4 to 7 of what?");
    assert_eq!(
        unclear.question().expect("it can be told").choices,
        ["NPS", "CES"],
        "7 is off the scale of 5"
    );
    let odd = mapped("typeform/odd.csv", r#"{"fixed": {"Scale": "CES"}}"#).expect("the scale is stated");
    let rows = drafts!(odd, CheckIn);
    let ces = RatingScale::Ces;
    let expected = answer(2, "aoife@harbourdental.example", "2026-04-02", ces, 7, "");
    assert_eq!(
        rows[0],
        by("", Some("aoife@harbourdental.example"), expected),
        "where there is only an address, it stands for the client"
    );
}

#[test]
fn limesurvey_leaves_out_who_did_not_answer() {
    let plain = sheet("limesurvey/plain.csv", Tool::LimeSurvey);
    assert_eq!(
        drafts!(plain, CheckIn),
        [answer(2, "Harbour Dental", "2026-04-02", RatingScale::Ces, 7, "Very easy")],
        "easy from 1 to 7 is effort"
    );
    assert_eq!(left_out(&plain), [(3, LeftOut::NotRated)], "who stopped half-way said nothing");
    let odd = sheet("limesurvey/odd.csv", Tool::LimeSurvey);
    assert_eq!(odd.encoding, Encoding::Utf8, "nothing but ASCII");
    let rows = drafts!(odd, CheckIn);
    let first = answer(
        2,
        "aoife@harbourdental.example",
        "2026-04-02",
        RatingScale::Nps,
        10,
        "Ich bin sehr zufrieden",
    );
    assert_eq!(
        rows[0],
        by("", Some("aoife@harbourdental.example"), first),
        "codes for questions: the values tell the rating and its scale, the length the comment"
    );
    assert_eq!((rows[1].value, rows[1].words.as_str()), (3, ""), "and the next");
}

#[test]
fn a_survey_without_ratings_says_so() {
    let text = b"Timestamp,Name,What went well?\n2026-04-02,A,All\n";
    let found = read(text, None, None, &DEFAULTS).expect_err("no ratings").to_string();
    assert_eq!(
        found,
        "the answers of Google Forms have no column of whole numbers from 0 to 10 among “Timestamp, Name, What went \
         well?”: name the column of ratings as Value in a mapping"
    );
}
