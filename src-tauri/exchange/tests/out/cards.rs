//! Clients in address books: what is written, and that another reader understands it.
use std::collections::BTreeSet;

use calcard::{
    Entry, Parser,
    vcard::{VCard, VCardProperty, VCardValue, VCardVersion},
};
use kindly_exchange::{ClientCard, write_cards};
use kindly_records::{Client, Contact};
use proptest::{collection::vec, prelude::*};
use serde_json::json;

use crate::{
    id,
    made::{NASTY, Wording, words},
    moment,
};

fn client(name: &str) -> Client {
    serde_json::from_value(json!({ "name": name, "currency": "EUR" })).expect("a client")
}

fn contact(given_name: &str, family_name: &str) -> Contact {
    Contact { given_name: given_name.to_owned(), family_name: family_name.to_owned(), ..Contact::default() }
}

fn written(client: &Client) -> String {
    write_cards(&[ClientCard { id: id(0).into(), client }], moment("2026-11-22T18:00:00Z"))
}

/// The cards in a text, every line of which must be understood.
fn cards(text: &str) -> Vec<VCard> {
    let mut parser = Parser::new(text).strict();
    let mut cards = Vec::new();
    loop {
        match parser.entry() {
            Entry::VCard(card) => cards.push(card),
            Entry::Eof => return cards,
            other => panic!("{other:?} in {text}"),
        }
    }
}

fn texts(card: &VCard, property: &VCardProperty) -> Vec<String> {
    let entry = card.property(property);
    let text = |value: &VCardValue| value.as_text().unwrap_or_else(|| panic!("{value:?} is text")).to_owned();
    entry.map(|entry| entry.values.iter().map(text).collect()).unwrap_or_default()
}

#[test]
fn a_business_and_its_people_have_a_card_each() {
    let halden = Client {
        contact: Contact {
            salutation: "Ms".to_owned(),
            email: "ada@halden.example".to_owned(),
            phone: "+44 20 7946 0000".to_owned(),
            role: "Head of finance; audit".to_owned(),
            ..contact("Ada", "Lind")
        },
        people: vec![contact("", ""), Contact { email: "post@halden.example".to_owned(), ..contact("", "") }],
        address: vec!["c/o Lind".to_owned(), "12 High Street, Flat 2".to_owned(), "London".to_owned()],
        country: "GB".to_owned(),
        website: "halden.example/a b".to_owned(),
        tags: vec!["retail".to_owned(), "key, account".to_owned()],
        notes: "Pays late,\nbut pays".to_owned(),
        ..client("Halden Retail")
    };
    let expected = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//Kindly//Kindly//EN",
        "KIND:org",
        "FN:Halden Retail",
        "ORG:Halden Retail",
        "X-ABShowAs:COMPANY",
        "ADR;TYPE=work;CC=GB:;;c/o Lind\\n12 High Street\\, Flat 2\\nLondon;;;;United K",
        " ingdom",
        "URL:https://halden.example/a%20b",
        "CATEGORIES:retail,key\\, account",
        "LANG:en-GB",
        "NOTE:Pays late\\,\\nbut pays",
        "UID:urn:uuid:01890a5d-ac96-774b-bcce-b302099a0000",
        "REV:20261122T180000Z",
        "END:VCARD",
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//Kindly//Kindly//EN",
        "KIND:individual",
        "FN:Ada Lind",
        "N:Lind;Ada;;Ms;",
        "EMAIL;TYPE=work:ada@halden.example",
        "TEL;TYPE=work:+44 20 7946 0000",
        "TITLE:Head of finance\\; audit",
        "ROLE:Head of finance\\; audit",
        "ORG:Halden Retail",
        "RELATED;TYPE=contact:urn:uuid:01890a5d-ac96-774b-bcce-b302099a0000",
        "CATEGORIES:retail,key\\, account",
        "LANG:en-GB",
        "UID:urn:uuid:e56079fe-6484-575a-ab65-cd9015ec4582",
        "REV:20261122T180000Z",
        "END:VCARD",
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//Kindly//Kindly//EN",
        "KIND:individual",
        "FN:post@halden.example",
        "EMAIL;TYPE=work:post@halden.example",
        "ORG:Halden Retail",
        "RELATED;TYPE=contact:urn:uuid:01890a5d-ac96-774b-bcce-b302099a0000",
        "CATEGORIES:retail,key\\, account",
        "LANG:en-GB",
        "UID:urn:uuid:d48c8438-f811-5342-8fc3-57e89fbbd949",
        "REV:20261122T180000Z",
        "END:VCARD",
        "",
    ];
    assert_eq!(written(&halden), expected.join("\r\n"), "RFC 6350, with CRLF; nobody is no card");
}

#[test]
fn a_private_client_is_one_card() {
    let private = Client {
        contact: Contact { email: "ada@example.org".to_owned(), ..contact("Ada", "Lind") },
        notes: "Prefers mail".to_owned(),
        ..client("Ada Lind")
    };
    let cards = cards(&written(&private));
    assert_eq!(cards.len(), 1, "the client is the person");
    let told = |property| texts(&cards[0], &property).join("").to_lowercase();
    assert_eq!(told(VCardProperty::Kind), "individual", "a person");
    assert_eq!(told(VCardProperty::Email), "ada@example.org", "with what a person has");
    assert_eq!(told(VCardProperty::Note), "prefers mail", "and what a client has");
    assert!(cards[0].property(&VCardProperty::Org).is_none(), "and no business");
}

#[test]
fn a_person_keeps_the_uid_whoever_stands_beside_them() {
    let uids = |people: Vec<Contact>| -> Vec<String> {
        let halden = Client { people, ..client("Halden") };
        cards(&written(&halden)).iter().filter_map(|card| card.uid().map(str::to_owned)).collect()
    };
    let ada = || contact("Ada", "Lind");
    let ben = || Contact { phone: "1".to_owned(), ..contact("Ben", "Ode") };
    let (before, after) = (uids(vec![ada(), ben()]), uids(vec![ben(), ada()]));
    assert_eq!(before[0], after[0], "the business has its own");
    assert_eq!(before[1], after[2], "Ada, now second");
    assert_eq!(before[2], after[1], "Ben, now first");
    let namesakes = uids(vec![ada(), ada(), contact("ADA", "lind")]);
    let different: BTreeSet<&String> = namesakes.iter().collect();
    assert_eq!(different.len(), 4, "a business and three namesakes are four: {namesakes:?}");
    let other = write_cards(
        &[ClientCard { id: id(1).into(), client: &Client { people: vec![ada()], ..client("Other") } }],
        moment("2026-11-22T18:00:00Z"),
    );
    assert!(!other.contains(before[1].as_str()), "Ada elsewhere is somebody else");
}

#[test]
fn a_website_becomes_an_address() {
    let check = |website: &str, expected: Option<&str>| {
        let halden = Client { website: website.to_owned(), ..client("Halden") };
        let cards = cards(&written(&halden));
        let url = texts(&cards[0], &VCardProperty::Url);
        assert_eq!(url.first().map(String::as_str), expected, "{website:?}");
    };
    check("halden.example", Some("https://halden.example"));
    check(" http://halden.example/?a=1,2;b#c ", Some("http://halden.example/?a=1,2;b#c"));
    check("halden.example/a b\\c", Some("https://halden.example/a%20b%5Cc"));
    check("", None);
}

/// A text as cards keep it: one kind of line break, no other control characters, no blanks at the ends.
fn kept(text: &str) -> String {
    let breaks = text.trim().replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    breaks.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}

/// The other reader takes several blanks in an item of a list for one.
fn squeezed(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn check_text(text: &str) {
    let tagged = format!("{text}!");
    let halden = Client {
        contact: Contact { family_name: text.to_owned(), role: format!("R{text}"), ..contact("Ada", "") },
        address: vec![format!("1{text}."), "London".to_owned()],
        country: "GB".to_owned(),
        tags: vec![tagged.clone(), "retail".to_owned()],
        notes: format!("N{text}."),
        ..client(&format!("C{text}"))
    };
    let written = written(&halden);
    for line in written.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} bytes in {line:?}", line.len());
        assert!(!line.contains(['\r', '\n']), "a line break of its own in {line:?}");
    }
    let cards = cards(&written);
    assert_eq!(cards.len(), 2, "a business and a person, whatever {text:?} says");
    for card in &cards {
        assert_eq!(card.version(), Some(VCardVersion::V4_0), "{text:?}");
        assert_eq!(texts(card, &VCardProperty::Org), [kept(&halden.name)], "{text:?}");
        let tags = squeezed(&texts(card, &VCardProperty::Categories));
        assert_eq!(tags, squeezed(&[tagged.clone(), "retail".to_owned()]), "{text:?}");
    }
    let street = format!("{}\nLondon", kept(&format!("1{text}.")));
    assert_eq!(
        texts(&cards[0], &VCardProperty::Adr),
        ["", "", &street, "", "", "", "United Kingdom"],
        "{text:?}"
    );
    assert_eq!(texts(&cards[0], &VCardProperty::Note), [kept(&halden.notes)], "{text:?}");
    assert_eq!(texts(&cards[1], &VCardProperty::Fn), [kept(&halden.contact.full_name())], "{text:?}");
    let name = squeezed(&texts(&cards[1], &VCardProperty::N)[..2]);
    assert_eq!(name, squeezed(&[kept(text), "Ada".to_owned()]), "{text:?}");
    assert_eq!(texts(&cards[1], &VCardProperty::Role), [kept(&halden.contact.role)], "{text:?}");
}

#[test]
fn every_text_is_read_as_it_was_written() {
    for text in NASTY {
        check_text(text);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_as_it_was_written(texts in vec(words(Wording::Any), 0..6)) {
        check_text(&texts.concat());
    }
}
