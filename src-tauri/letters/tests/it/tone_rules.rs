//! The rules of the tone check that no list can change: places, overlaps, whose words and whose names.

use kindly_letters::{Guarded, Kind, Language, ToneContext, ToneFinding, ToneKind, tone};
use proptest::prelude::*;

const LANGUAGES: [Language; 4] = [Language::EnglishUk, Language::German, Language::French, Language::Spanish];

fn context(guarded: &Guarded) -> ToneContext<'_> {
    ToneContext { language: Language::EnglishUk, kind: None, allowed: &[], client: None, guarded }
}

fn plain(text: &str) -> Vec<ToneFinding> {
    tone(&context(&Guarded::default()), text)
}

/// What is found, as "kind words".
fn told(found: &[ToneFinding]) -> Vec<String> {
    found.iter().map(|one| format!("{} {}", one.kind.name(), one.words)).collect()
}

#[test]
fn places_are_counted_as_the_window_counts() {
    let text = "Zoë 👍🏽 wrote:\u{a0}you always pay late.";
    let found = plain(text);
    assert_eq!(told(&found), ["blame you always"], "one finding");
    let units: Vec<u16> = text.encode_utf16().collect();
    let words = String::from_utf16(&units[found[0].from..found[0].to]).expect("the place is between letters");
    assert_eq!(words, "you always", "the place is in UTF-16 code units");
}

#[test]
fn of_two_findings_the_longer_is_told() {
    for (text, expected, why) in [
        ("You always pay late.", &["blame You always"][..], "blame holds the absolute"),
        ("They always pay late.", &["absolute always"], "the absolute alone"),
        ("YOU FAILED TO PAY.", &["blame YOU FAILED TO"], "words before their capitals"),
        (
            "Always! Never!",
            &["absolute Always", "exclamation !", "absolute Never", "exclamation !"],
            "in order",
        ),
    ] {
        assert_eq!(told(&plain(text)), expected, "{why}: {text}");
    }
}

#[test]
fn words_are_only_found_in_one_sentence_and_thought() {
    for text in [
        "I thank you. Always write to me.",
        "If you agree (always with a copy), I will begin.",
        "Thank you: always a pleasure.",
        "I thank you\nalways with pleasure",
    ] {
        let blames = plain(text).iter().any(|one| one.kind == ToneKind::Blame);
        assert!(!blames, "“you” and “always” are not of one thought: {text}");
    }
}

#[test]
fn the_words_of_others_are_theirs() {
    for (text, expected, why) in [
        ("You said: “I always pay late, you fool!!”", &[][..], "a quotation"),
        ("You said: „I always pay late, you fool!!“", &[], "a German one"),
        ("You said: « I always pay late, you fool!! »", &[], "a French one"),
        ("You said: “I always pay late.", &["absolute always"], "one that nobody closed"),
        ("I value your “always”.", &["absolute always"], "a single word"),
        ("You said “no” and you always do.", &["blame you always"], "words behind a quotation"),
    ] {
        assert_eq!(told(&plain(text)), expected, "{why}: {text}");
    }
}

#[test]
fn a_rewording_begins_as_the_words_did() {
    for (text, expected) in
        [("You failed to pay.", "You did not"), ("I see that you failed to pay.", "you did not")]
    {
        let found = plain(text);
        assert_eq!(found[0].rewording.as_deref(), Some(expected), "the rewording of “{text}”");
    }
}

#[test]
fn some_words_are_wrong_only_in_some_letters() {
    let guarded = Guarded::default();
    let in_kind = |kind, text| told(&tone(&ToneContext { kind, ..context(&guarded) }, text));
    let lawyer = "After that date I will take legal action.";
    assert_eq!(in_kind(Some(Kind::PaymentNotice), lawyer), ["threat legal action"], "a notice threatens");
    assert_eq!(in_kind(None, lawyer), ["threat legal action"], "a letter of no kind does");
    assert!(in_kind(Some(Kind::FinalNotice), lawyer).is_empty(), "the last notice says what follows");
    let excuse = "The server crashed.";
    assert_eq!(in_kind(Some(Kind::PutRight), excuse), ["blame The server crashed"], "an excuse");
    assert!(in_kind(Some(Kind::Closure), excuse).is_empty(), "a fact elsewhere");
}

#[test]
fn what_the_letter_is_about_is_allowed() {
    let guarded = Guarded::default();
    let allowed = ["The Best of ALWAYS".to_owned(), "Northwind Ltd".to_owned(), "Support".to_owned()];
    let in_letter = |text| told(&tone(&ToneContext { allowed: &allowed, ..context(&guarded) }, text));
    assert!(in_letter("You will have the best of always by Friday.").is_empty(), "a title");
    assert!(in_letter("The module “Support” is done.").is_empty(), "a title in quotation marks");
    assert_eq!(in_letter("She is the best of them."), ["promise the best"], "a part of a title is none");
    assert_eq!(in_letter("I thank you for your “loyal” support."), ["sarcasm “loyal”"], "another word");
}

#[test]
fn other_clients_stay_out() {
    let guarded = Guarded::new([
        ("north", vec!["Northwind Trading Ltd", "Jane Doe", "jane.doe@northwind.example", "12 Harbour Lane"]),
        ("müller", vec!["Müller & Söhne GmbH & Co. KG", "Jörg Müller"]),
        ("arlanza", vec!["Bodegas Arlanza, S. L.", "Summit", "Bo", "Al", "4711"]),
    ]);
    for (text, expected, why) in [
        (
            "I did it for Northwind Trading.",
            &["other_client Northwind Trading"][..],
            "without the legal form",
        ),
        ("I did it for NORTHWIND  TRADING LTD.", &["other_client NORTHWIND  TRADING"], "in capitals"),
        ("Northwind is a wind.", &[], "a part of a name"),
        ("Jane Doe's report", &["other_client Jane Doe"], "a genitive"),
        ("Jane, does it fit?", &[], "another word"),
        ("to JANE.DOE@northwind.example today", &["other_client JANE.DOE@northwind.example"], "an address"),
        ("at 12, Harbour Lane in Hull", &["other_client 12, Harbour Lane"], "a street"),
        (
            "Mu\u{308}ller und So\u{308}hne",
            &["other_client Mu\u{308}ller und So\u{308}hne"],
            "marks apart, “und”",
        ),
        ("Jörg Müllers Bericht", &["other_client Jörg Müllers"], "a German genitive"),
        ("Bodegas Arlanza is a cellar.", &["other_client Bodegas Arlanza"], "a form with full stops"),
        ("The summit is on 4711 m, says Bo.", &[], "everyday words, short names and numbers"),
        ("“Ask Jane Doe about it.”", &["other_client Jane Doe"], "a quotation is no excuse"),
    ] {
        assert_eq!(told(&tone(&context(&guarded), text)), expected, "{why}: {text}");
    }
    let text = "Northwind Trading and Jane Doe";
    let own = ToneContext { client: Some("north"), ..context(&guarded) };
    assert!(tone(&own, text).is_empty(), "the letter's own client is named in its letter");
    let allowed = ["Jane Doe".to_owned()];
    let referred = ToneContext { allowed: &allowed, ..context(&guarded) };
    assert_eq!(
        told(&tone(&referred, text)),
        ["other_client Northwind Trading"],
        "who is referred to is named"
    );
}

#[test]
fn hostile_text_is_read_in_time() {
    let guarded = Guarded::new([("a", ["aa aa aa"])]);
    let allowed = ["you you".to_owned()];
    for piece in [
        "you ",
        "always ",
        "you always never so very ",
        "a",
        "aa ",
        "!",
        "! ",
        "“",
        "\"a",
        "a.",
        "...x",
        "-",
        "YOU ",
        "\n",
        "e\u{301}",
        "'",
        "(",
        "‘a",
        "👍🏽",
        "if you felt ",
        "\u{ad}",
        "¡",
        "I we can ",
        "@",
        "1. ",
    ] {
        for language in LANGUAGES {
            let length = if language == Language::EnglishUk { 65_536 } else { 4_096 };
            let text = piece.repeat(length / piece.len());
            let context = ToneContext {
                language,
                kind: Some(Kind::PutRight),
                allowed: &allowed,
                client: None,
                guarded: &guarded,
            };
            fits(&text, &tone(&context, &text));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read(text in "([a-zA-ZäßéñÉ'’.,!?\"“”„«»¡()\u{301}\u{ad} \n-]|always|you |never|I |NOT |👍){0,80}") {
        let guarded = Guarded::new([("other", ["you a"])]);
        for language in LANGUAGES {
            let context = ToneContext { language, ..context(&guarded) };
            fits(&text, &tone(&context, &text));
        }
    }
}

/// The findings stand in order, apart from each other, and hold the words that they name.
fn fits(text: &str, found: &[ToneFinding]) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut behind = 0;
    for one in found {
        assert!(behind <= one.from && one.from < one.to, "{one:?} stands behind the finding before it");
        behind = one.to;
        let words = String::from_utf16(&units[one.from..one.to]).expect("a finding ends between letters");
        assert_eq!(words, one.words, "the words stand where the finding says");
    }
}
