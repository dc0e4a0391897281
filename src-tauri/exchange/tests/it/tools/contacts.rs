//! Address books: one client an organisation with its people, or one a person.
use kindly_exchange::{ClientRow, Encoding, Field, LeftOut, Sheet, Tool};
use kindly_records::{Client, ClientStatus, Contact, Language, RatingScale};

use super::{drafts, left_out, lines, mapped, refused, sheet};
use crate::DEFAULTS;

/// A client of whom only the name is known.
fn client(name: &str) -> Client {
    Client {
        name: name.to_owned(),
        status: ClientStatus::Active,
        contact: Contact::default(),
        address: Vec::new(),
        country: String::new(),
        language: DEFAULTS.language,
        currency: DEFAULTS.currency,
        notes: String::new(),
        sample: false,
        people: Vec::new(),
        tags: Vec::new(),
        website: String::new(),
        check_in_every_days: None,
        check_in_scale: RatingScale::Csat,
    }
}

fn person(given: &str, family: &str, email: &str) -> Contact {
    Contact {
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        email: email.to_owned(),
        ..Contact::default()
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn clients(sheet: &Sheet) -> Vec<(usize, Client)> {
    sheet
        .drafts()
        .map(|draft| match draft {
            kindly_exchange::Draft::Client(row) => (row.line, row.client.clone()),
            other => panic!("a client expected, not {other:?}"),
        })
        .collect()
}

/// The practice of the fixtures, with both of its people.
fn harbour_dental() -> Client {
    Client {
        contact: Contact {
            salutation: "Ms".into(),
            phone: "+353 91 555 0143".into(),
            role: "Practice manager".into(),
            ..person("Aoife", "Byrne", "aoife@harbourdental.example")
        },
        address: owned(&["12 Quay Street", "Galway", "H91 X2Y3"]),
        country: "IE".into(),
        people: vec![person("Declan", "Walsh", "declan@harbourdental.example")],
        tags: owned(&["Clients", "Health"]),
        website: "https://harbourdental.example".into(),
        ..client("Harbour Dental")
    }
}

#[test]
fn google_contacts_in_the_old_form_are_one_client_an_organisation() {
    let sheet = sheet("google-contacts/old.csv", Tool::GoogleContacts);
    assert_eq!(sheet.encoding, Encoding::Utf16Le, "the file's own form");
    let mut harbour = Client {
        notes: "Prefers a call\nE-mail: reception@harbourdental.example".into(),
        ..harbour_dental()
    };
    harbour.people[0].role = "Dentist".into();
    let jean = Client {
        contact: person("Jean", "Lefèvre", "jean@lefevre.example"),
        address: owned(&["8 rue des Lilas", "69003 Lyon"]),
        country: "FR".into(),
        ..client("Jean Lefèvre")
    };
    assert_eq!(clients(&sheet), [(2, harbour), (6, jean)], "case and blanks make no second client");
    assert_eq!(sheet.gathered, 1, "one person stands in another's row");
    for field in [Field::Name, Field::Email, Field::Phone, Field::Address, Field::Country, Field::Tags] {
        assert!(sheet.has(field), "the file speaks of {}", field.name());
    }
}

#[test]
fn google_contacts_in_the_new_form_may_be_organisations_addresses_or_nobody() {
    let sheet = sheet("google-contacts/new.csv", Tool::GoogleContacts);
    let maria = Client {
        contact: Contact {
            salutation: "Dr".into(),
            phone: "+1 217 555 0100".into(),
            role: "CFO".into(),
            ..person("María del Carmen", "Gómez", "maria@northwind.example")
        },
        address: owned(&["400 Main Street", "Springfield IL 62701"]),
        country: "US".into(),
        tags: owned(&["Prospects"]),
        notes: "E-mail: gomez@home.example\nPhone: +1 217 555 0101".into(),
        ..client("Northwind Traders Inc.")
    };
    let hotel = Client { contact: person("", "", "desk@seaview.example"), ..client("Seaview Hotel") };
    let somebody = Client {
        contact: person("", "", "somebody@somewhere.example"),
        ..client("somebody@somewhere.example")
    };
    assert_eq!(clients(&sheet), [(2, maria), (3, hotel), (4, somebody)], "second values are noted");
    assert_eq!(left_out(&sheet), [(5, LeftOut::Nameless)], "a number alone is nobody");
    assert_eq!(
        refused(&sheet),
        [
            "line 6: “not an address” is not an e-mail address: write it like name@example.org, or leave it empty"
        ],
        "a person with a broken address is told"
    );
}

#[test]
fn what_is_stated_for_all_rows_holds_for_address_books() {
    let mapping =
        r#"{"fixed": {"Status": "prospect", "Language": "en-US", "Currency": "USD", "Tags": "fair 2026"}}"#;
    for path in ["google-contacts/old.csv", "vcard/v3.vcf"] {
        let sheet = mapped(path, mapping).expect("a sound mapping");
        for (_, client) in clients(&sheet) {
            assert_eq!((client.status, client.language), (ClientStatus::Prospect, Language::EnUs), "{path}");
            assert_eq!((client.currency.code(), client.tags), ("USD", owned(&["fair 2026"])), "{path}");
        }
    }
}

#[test]
fn outlook_contacts_have_their_business_address_or_the_one_at_home() {
    let plain = sheet("outlook/plain.csv", Tool::Outlook);
    let mut harbour = harbour_dental();
    harbour.address.insert(1, "Unit 4".into());
    harbour.notes = "Prefers a call\nbefore noon".into();
    harbour.people[0].phone = "+353 86 555 0100".into();
    assert_eq!(clients(&plain), [(2, harbour)], "categories are tags, a mobile number does");
    let odd = sheet("outlook/odd.csv", Tool::Outlook);
    assert_eq!((odd.encoding, odd.delimiter), (Encoding::Windows1252, Some(';')), "the file's own form");
    let zoe = Client {
        contact: person("Zoë", "Müller", "zoe@mueller.example"),
        address: owned(&["Lindenstraße 5", "50674 Köln"]),
        country: "DE".into(),
        ..client("Zoë Müller")
    };
    let ross = Client {
        contact: Contact {
            salutation: "Mr".into(),
            role: "Owner".into(),
            ..person("Ian", "Ross", "ian@ross.example")
        },
        address: owned(&["3 Loch Road", "Oban", "PA34 4AA"]),
        country: "GB".into(),
        ..client("Ross & Sons")
    };
    assert_eq!(clients(&odd), [(2, zoe), (3, ross)], "a private client goes by their own name");
    assert!(odd.has(Field::Address) && !odd.has(Field::Notes), "the address at home counts as one");
}

#[test]
fn vcards_of_version_3_have_folded_lines_groups_of_properties_and_escapes() {
    let sheet = sheet("vcard/v3.vcf", Tool::VCard);
    assert_eq!((sheet.delimiter, sheet.header_line), (None, 0), "a vCard has neither");
    let harbour = Client {
        address: owned(&["12 Quay Street, Unit 4", "Galway", "H91 X2Y3"]),
        notes: "Prefers a call\nbefore noon; never on Fridays, because the practice is full then\n\
                E-mail: reception@harbourdental.example"
            .into(),
        ..harbour_dental()
    };
    assert_eq!(clients(&sheet), [(1, harbour)], "a fax number is no telephone number");
    assert_eq!(sheet.gathered, 1, "the second person stands in the same client");
    assert!(
        sheet.has(Field::Website) && !sheet.has(Field::Country),
        "properties tell what the file speaks of"
    );
}

#[test]
fn vcards_of_version_2_1_are_quoted_printable_in_several_character_sets() {
    let sheet = sheet("vcard/v21.vcf", Tool::VCard);
    let zoe = Client {
        contact: Contact {
            phone: "+49 221 5550100".into(),
            ..person("Zoë", "Müller", "zoe@mueller.example")
        },
        address: owned(&["Lindenstraße 5", "50674 Köln"]),
        country: "DE".into(),
        notes: "Trägt gern Rot, und dieser Satz ist so lang, dass er umbricht\nund weitergeht".into(),
        ..client("Zoë Müller")
    };
    let jean = Client { contact: person("Jean", "Lefèvre", ""), ..client("Café Lumière") };
    assert_eq!(clients(&sheet), [(1, zoe), (12, jean)], "UTF-8 and Latin 1 in one file");
}

#[test]
fn vcards_of_version_4_may_be_organisations_and_groups() {
    let sheet = sheet("vcard/v4.vcf", Tool::VCard);
    let maria = Client {
        contact: Contact {
            phone: "+1-217-555-0100".into(),
            ..person("María", "Gómez", "maria@northwind.example")
        },
        address: owned(&["400 Main Street", "Springfield IL 62701"]),
        country: "US".into(),
        ..client("Northwind Traders Inc.")
    };
    let hotel = Client { contact: person("", "", "desk@seaview.example"), ..client("Seaview Hotel") };
    assert_eq!(clients(&sheet), [(1, maria), (10, hotel)], "without N the name is parted at its last word");
    assert_eq!(left_out(&sheet), [(17, LeftOut::Group), (23, LeftOut::Nameless)], "nobody to write to");
}

#[test]
fn vcards_may_be_windows_1252() {
    let sheet = sheet("vcard/windows-1252.vcf", Tool::VCard);
    assert_eq!(
        (sheet.encoding, lines(&sheet)),
        (Encoding::Windows1252, vec![1]),
        "as old programs write them"
    );
    let rows: Vec<ClientRow> = drafts!(sheet, Client).into_iter().map(|row| *row).collect();
    assert_eq!(rows[0].client.name, "Café Lumière", "accents are kept");
}
