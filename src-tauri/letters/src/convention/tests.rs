use super::*;
use crate::spec::Language::{EnglishUk, EnglishUs, French, German, Spanish};
use crate::spec::Register;
use crate::spec::SalutationTitle::{Dr, Mr, Ms, Mx, Prof};
use crate::words::words;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("the table holds dates")
}

#[test]
fn dates_follow_the_country() {
    for (language, full, inside, short) in [
        (EnglishUk, "1 March 2024", "1 March 2024", "1 March"),
        (EnglishUs, "March 1, 2024", "March 1, 2024,", "March 1"),
    ] {
        let (words, date) = (words(language, Register::Warm), day("2024-03-01"));
        assert_eq!(full_date(words, date), full, "{}: at the end of a clause", language.tag());
        assert_eq!(full_date_inside(words, date), inside, "{}: inside a sentence", language.tag());
        assert_eq!(day_and_month(words, date), short, "{}: without its year", language.tag());
    }
}

#[test]
fn a_year_is_dropped_only_where_it_goes_without_saying() {
    let (letter, end) = (day("2026-11-10"), day("2027-01-31"));
    for (date, expected, why) in [
        ("2027-01-20", true, "before the end"),
        ("2026-12-15", true, "before the end, in another year"),
        ("2027-02-28", false, "after the end"),
        ("2026-11-10", true, "the day of the letter"),
        ("2026-11-09", false, "past days are no coming ones"),
        ("2027-11-10", false, "a year on, the same day comes before it"),
    ] {
        assert_eq!(soon(day(date), letter, end), expected, "{date}: {why}");
    }
    assert!(!soon(day("2027-01-10"), letter, day("2026-12-31")), "after the end and in another year");
    for (end, expected, why) in [
        ("2027-11-09", true, "each day of the calendar comes once before the end"),
        ("2027-11-10", false, "the end is a year ahead"),
        ("2028-01-31", false, "the end is more than a year ahead"),
    ] {
        assert_eq!(soon(day("2027-01-20"), letter, day(end)), expected, "end {end}: {why}");
    }
    for (days, expected, why) in [
        (&["2026-10-20", "2027-01-20"][..], true, "one recent, one before the end"),
        (&["2025-10-15", "2027-01-20"], false, "one that needs its year gives it to all"),
    ] {
        let days = days.iter().map(|date| day(date));
        assert_eq!(years_obvious(days, letter, end), expected, "{why}");
    }
    for (date, expected, why) in [
        ("2026-11-09", true, "yesterday"),
        ("2026-11-10", true, "today"),
        ("2026-05-11", true, "half a year"),
        ("2026-05-10", false, "more than half a year"),
        ("2026-11-11", false, "not yet"),
    ] {
        assert_eq!(recent(day(date), letter), expected, "{date}: {why}");
    }
}

#[test]
fn amounts_are_written_as_people_write_them() {
    for (minor, code, expected) in [
        (480_000, "EUR", "€4,800"),
        (480_050, "USD", "$4,800.50"),
        (480_005, "GBP", "£4,800.05"),
        (480_000, "CHF", "CHF 4,800"),
        (99, "EUR", "€0.99"),
        (10_000_000_000, "EUR", "€100,000,000"),
        (480_000, "JPY", "JPY 480,000"),
        (1_234_567, "KWD", "KWD 1,234.567"),
        (-5_000, "EUR", "−€50"),
        (0, "EUR", "€0"),
        (i64::MIN, "EUR", "−€92,233,720,368,547,758.08"),
    ] {
        let currency = Currency::from_code(code).expect("the table holds currencies");
        for language in [EnglishUk, EnglishUs] {
            let written = amount(words(language, Register::Warm), Money { minor, currency });
            assert_eq!(written, expected, "{minor} minor units of {code} in {}", language.tag());
        }
    }
}

#[test]
fn amounts_stand_as_each_language_has_them() {
    let money = |minor, code: &str| Money { minor, currency: Currency::from_code(code).expect("a currency") };
    for (language, minor, code, expected) in [
        (German, 480_000, "EUR", "4.800\u{A0}€"),
        (German, 480_050, "EUR", "4.800,50\u{A0}€"),
        (German, 480_000, "CHF", "4.800\u{A0}CHF"),
        (French, 480_000, "EUR", "4\u{202F}800\u{A0}€"),
        (French, 480_050, "EUR", "4\u{202F}800,50\u{A0}€"),
        (French, 480_000, "USD", "4\u{202F}800\u{A0}USD"),
        (Spanish, 480_000, "EUR", "4.800\u{A0}€"),
        (Spanish, -5_000, "EUR", "−50\u{A0}€"),
    ] {
        let written = amount(words(language, Register::Warm), money(minor, code));
        assert_eq!(written, expected, "{minor} minor units of {code} in {}", language.tag());
    }
}

#[test]
fn days_stand_as_each_language_has_them() {
    for (language, date, expected) in [
        (German, "2027-01-31", "31. Januar 2027"),
        (French, "2027-01-31", "31 janvier 2027"),
        (French, "2024-03-01", "1er mars 2024"),
        (Spanish, "2027-01-31", "31 de enero de 2027"),
    ] {
        let words = words(language, Register::Warm);
        assert_eq!(full_date(words, day(date)), expected, "{}", language.tag());
    }
    assert_eq!(
        day_and_month(words(French, Register::Warm), day("2024-03-01")),
        "1er mars",
        "without its year too"
    );
}

#[test]
fn the_spanish_and_gives_way_before_its_own_sound() {
    for (items, expected) in [
        (&["Ben Hale", "Irene Ruiz"][..], "Ben Hale e Irene Ruiz"),
        (&["«A»", "«Informe»"], "«A» e «Informe»"),
        (&["hierro", "hilo"], "hierro e hilo"),
        (&["hilo", "hierro"], "hilo y hierro"),
        (&["uno", "dos", "Íñigo"], "uno, dos e Íñigo"),
        (&["uno", "dos"], "uno y dos"),
    ] {
        let owned: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        assert_eq!(joined(words(Spanish, Register::Warm), &owned), expected, "{items:?}");
    }
    let english = ["one".to_owned(), "Irene".to_owned()];
    assert_eq!(joined(words(EnglishUk, Register::Warm), &english), "one and Irene", "only in Spanish");
}

#[test]
fn each_language_greets_and_closes_by_title() {
    let to = |title, given: &str, family: &str, company: &str| Recipient {
        title,
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        company: (!company.is_empty()).then(|| company.to_owned()),
        ..Recipient::default()
    };
    let greets = |language, register, recipient: &Recipient| {
        salutation(words(language, register), recipient, Medium::Letter)
    };
    for (language, register, recipient, expected) in [
        (German, Register::Formal, to(Some(Ms), "Petra", "Halden", ""), "Sehr geehrte Frau Halden,"),
        (German, Register::Formal, to(Some(Mr), "", "Okafor", ""), "Sehr geehrter Herr Okafor,"),
        (German, Register::Formal, to(None, "", "", "Halden GmbH"), "Sehr geehrte Damen und Herren,"),
        (French, Register::Formal, to(Some(Ms), "Petra", "Halden", ""), "Madame,"),
        (French, Register::Formal, to(None, "", "", "Halden SARL"), "Madame, Monsieur,"),
        (Spanish, Register::Formal, to(Some(Ms), "Petra", "Halden", ""), "Estimada Sra. Halden:"),
        (Spanish, Register::Warm, to(Some(Mr), "", "Okafor", ""), "Estimado Sr. Okafor:"),
        (
            Spanish,
            Register::Warm,
            to(None, "", "", "Bodegas Arlanza, S.L."),
            "Estimado equipo de Bodegas Arlanza:",
        ),
        (Spanish, Register::Warm, to(Some(Mx), "Ada", "Lee", ""), "Buenos días, Ada Lee:"),
        (German, Register::Warm, to(Some(Mx), "Ada", "Lee", ""), "Guten Tag Ada Lee,"),
    ] {
        let greeting = greets(language, register, &recipient).replace('\u{A0}', " ");
        assert_eq!(greeting, expected, "{}: {recipient:?}", language.tag());
    }
    let close = |title| closing(words(French, Register::Formal), &to(Some(title), "Petra", "Halden", ""));
    assert!(close(Ms).contains("Madame,"), "the title comes again: {}", close(Ms));
    assert!(close(Mr).contains("Monsieur,") && !close(Mr).contains("Madame"), "and no other: {}", close(Mr));
    let address = address_block(
        words(German, Register::Warm),
        &Sender::default(),
        &to(Some(Mr), "Daniel", "Okafor", ""),
    );
    assert_eq!(address, ["Herrn Daniel Okafor"], "in the address the title has a case of its own");
    let address = address_block(
        words(French, Register::Warm),
        &Sender::default(),
        &to(Some(Ms), "Petra", "Halden", ""),
    );
    assert_eq!(address, ["Madame Petra Halden"], "French titles are written out");
}

#[test]
fn lists_join_with_none_one_two_and_many() {
    for (items, uk, us) in [
        (&[][..], "", ""),
        (&["a"], "a", "a"),
        (&["a", "b"], "a and b", "a and b"),
        (&["a", "b", "c"], "a, b and c", "a, b, and c"),
        // A date with its year ends in a comma in American English: it becomes one with the comma of the list.
        (&["a,", "b,", "c"], "a, b, and c", "a, b, and c"),
    ] {
        let owned: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        assert_eq!(
            joined(words(EnglishUk, crate::spec::Register::Warm), &owned),
            uk,
            "{items:?} in the United Kingdom"
        );
        assert_eq!(
            joined(words(EnglishUs, crate::spec::Register::Warm), &owned),
            us,
            "{items:?} in the United States"
        );
    }
}

#[test]
fn salutations_follow_what_is_known() {
    let person = |title, given: &str, family: &str, company: &str| Recipient {
        title,
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        company: (!company.is_empty()).then(|| company.to_owned()),
        ..Recipient::default()
    };
    for (recipient, uk, us) in [
        (person(Some(Ms), "Petra", "Halden", ""), "Dear Ms Halden,", "Dear Ms. Halden:"),
        (person(Some(Mr), "", "Okafor", ""), "Dear Mr Okafor,", "Dear Mr. Okafor:"),
        (
            person(Some(Dr), "Zoë", "Müller-Łukasiewicz", ""),
            "Dear Dr Müller-Łukasiewicz,",
            "Dear Dr. Müller-Łukasiewicz:",
        ),
        (person(Some(Mx), "Ada", "Lee", ""), "Dear Mx Lee,", "Dear Mx. Lee:"),
        (person(Some(Prof), "Ada", "Lee", ""), "Dear Professor Lee,", "Dear Professor Lee:"),
        (person(None, "Petra", "Halden", "Halden & Co"), "Dear Petra Halden,", "Dear Petra Halden:"),
        (person(Some(Ms), "Petra", "", "Halden & Co"), "Dear Petra,", "Dear Petra:"),
        (person(None, "", "", "Halden & Co"), "Dear Halden & Co team,", "Dear Halden & Co team:"),
        (person(None, "", "", "Halden & Co, Inc."), "Dear Halden & Co team,", "Dear Halden & Co team:"),
        (person(None, "", "Halden", "Halden GmbH"), "Dear Halden team,", "Dear Halden team:"),
        (person(None, "", "Halden", ""), "Dear Halden,", "Dear Halden:"),
        (person(None, "", "", "Müller GmbH & Co. KG"), "Dear Müller team,", "Dear Müller team:"),
        (person(None, "", "", "The Design Team"), "Dear Design Team,", "Dear Design Team:"),
        (
            person(None, "", "", "The Halden Company"),
            "Dear Halden Company team,",
            "Dear Halden Company team:",
        ),
        (person(None, " ", " ", " "), "Hello,", "Hello:"),
    ] {
        assert_eq!(
            salutation(words(EnglishUk, crate::spec::Register::Warm), &recipient, Medium::Letter),
            uk,
            "{recipient:?}"
        );
        assert_eq!(
            salutation(words(EnglishUs, crate::spec::Register::Warm), &recipient, Medium::Letter),
            us,
            "{recipient:?}"
        );
        let email = us.replace(':', ",");
        assert_eq!(
            salutation(words(EnglishUs, crate::spec::Register::Warm), &recipient, Medium::Email),
            email,
            "e-mail: {recipient:?}"
        );
    }
}

#[test]
fn the_country_stands_only_on_letters_abroad() {
    let to = |country: Option<&str>| Recipient {
        company: Some("Halden & Co".to_owned()),
        given_name: "Petra".to_owned(),
        family_name: "Halden".to_owned(),
        title: Some(SalutationTitle::Ms),
        address: vec!["12 Quay Street".to_owned(), "  ".to_owned(), "Bristol BS1 4ND".to_owned()],
        country: country.map(str::to_owned),
        ..Recipient::default()
    };
    let from = |country: &str| Sender { country: Some(country.to_owned()), ..Sender::default() };
    let home = ["Ms Petra Halden", "Halden & Co", "12 Quay Street", "Bristol BS1 4ND"];
    let words = words(EnglishUk, crate::spec::Register::Warm);
    assert_eq!(address_block(words, &from("UK"), &to(None)), home, "no country named");
    assert_eq!(address_block(words, &from("uk"), &to(Some("UK"))), home, "the same country");
    let abroad = address_block(words, &from("Germany"), &to(Some("United Kingdom")));
    assert_eq!(abroad.last().map(String::as_str), Some("UNITED KINGDOM"), "abroad, in capitals, last");
}
