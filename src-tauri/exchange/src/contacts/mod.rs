//! Cards of an address book to clients: one client an organisation with its people, or one a person.
mod address;
mod country;
mod vcard;

use kindly_records::{Client, ClientStatus, Contact, RatingScale, RecordKind};

pub(crate) use address::Place;
pub(crate) use vcard::{Cards, cards, is_vcard};

use crate::{Defaults, RowError, match_key, rows::ClientRow};

/// What an address book says of somebody.
#[derive(Default)]
pub(crate) struct Card {
    pub(crate) organisation: String,
    pub(crate) person: Contact,
    pub(crate) website: String,
    pub(crate) status: Option<ClientStatus>,
    address: Vec<String>,
    country: String,
    tags: Vec<String>,
    notes: Vec<String>,
    further_emails: Vec<String>,
    further_phones: Vec<String>,
}

impl Card {
    /// A card of an organisation, or of a person where its name is empty.
    pub(crate) fn of(organisation: &str) -> Self {
        Self { organisation: organisation.trim().to_owned(), ..Self::default() }
    }

    /// The parts of a name.
    pub(crate) fn named(&mut self, given: &str, middle: &str, family: &str) {
        [given.trim(), middle.trim()].join(" ").trim().clone_into(&mut self.person.given_name);
        family.trim().clone_into(&mut self.person.family_name);
    }

    /// The whole name, where its parts are not known: the last word is the family name.
    pub(crate) fn called(&mut self, name: &str) {
        let name = name.trim();
        let is_organisation = match_key(name) == match_key(&self.organisation);
        if name.is_empty() || is_organisation || !self.person.full_name().is_empty() {
            return;
        }
        match name.rsplit_once(char::is_whitespace) {
            Some((given, family)) => self.named(given, "", family),
            None => self.named("", "", name),
        }
    }

    /// An e-mail address; the first one is theirs, others are noted.
    pub(crate) fn email(&mut self, email: &str) {
        take(&mut self.person.email, &mut self.further_emails, email);
    }

    /// A telephone number; the first one is theirs, others are noted.
    pub(crate) fn phone(&mut self, phone: &str) {
        take(&mut self.person.phone, &mut self.further_phones, phone);
    }

    pub(crate) fn tag(&mut self, tag: &str) {
        add(&mut self.tags, tag);
    }

    pub(crate) fn note(&mut self, note: &str) {
        add(&mut self.notes, note);
    }

    /// Where they live or work; the first place is theirs.
    pub(crate) fn live(&mut self, place: &Place<'_>) {
        if self.address.is_empty() && self.country.is_empty() {
            (self.address, self.country) = place.lines();
        }
    }

    /// Whether nothing on it can be the name of a client.
    pub(crate) fn is_nameless(&self) -> bool {
        self.organisation.is_empty() && self.person.full_name().is_empty() && self.person.email.is_empty()
    }

    /// The client that it stands for.
    pub(crate) fn client(mut self, line: usize, defaults: Defaults) -> Result<ClientRow, RowError> {
        let person = self.person.full_name();
        let name = [self.organisation.trim(), person.as_str(), self.person.email.as_str()]
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_default()
            .to_owned();
        for (what, further) in [("E-mail", &self.further_emails), ("Phone", &self.further_phones)] {
            if !further.is_empty() {
                self.notes.push(format!("{what}: {}", further.join(", ")));
            }
        }
        let client = Client {
            name,
            status: self.status.unwrap_or_default(),
            contact: self.person,
            address: self.address,
            country: self.country,
            language: defaults.language,
            currency: defaults.currency,
            notes: self.notes.join("\n"),
            sample: false,
            people: Vec::new(),
            tags: self.tags,
            website: self.website,
            check_in_every_days: None,
            check_in_scale: RatingScale::default(),
        };
        client.check()?;
        Ok(ClientRow { line, client })
    }
}

fn take(first: &mut String, further: &mut Vec<String>, value: &str) {
    let value = value.trim();
    if first.is_empty() {
        value.clone_into(first);
    } else if match_key(first) != match_key(value) {
        add(further, value);
    }
}

fn add(list: &mut Vec<String>, value: &str) {
    let value = value.trim();
    if !value.is_empty() && !list.iter().any(|known| known == value) {
        list.push(value.to_owned());
    }
}

/// Adds what another card says of the same client.
pub(crate) fn merge(into: &mut Client, other: Client) {
    for person in std::iter::once(other.contact).chain(other.people) {
        add_person(into, person);
    }
    if into.address.is_empty() && (into.country.is_empty() || into.country == other.country) {
        into.address = other.address;
        into.country = other.country;
    }
    if into.website.is_empty() {
        into.website = other.website;
    }
    other.tags.iter().for_each(|tag| add(&mut into.tags, tag));
    for line in other.notes.lines() {
        if !into.notes.lines().any(|known| known == line) {
            let gap = if into.notes.is_empty() { "" } else { "\n" };
            into.notes = format!("{}{gap}{line}", into.notes);
        }
    }
}

/// The first person is the contact, the others stand beside; one who is there already only gains what was not known.
fn add_person(client: &mut Client, person: Contact) {
    if person == Contact::default() {
        return;
    }
    let nameless = |contact: &Contact| contact.full_name().is_empty();
    let same = |known: &Contact| {
        let by_name = !nameless(known) && match_key(&known.full_name()) == match_key(&person.full_name());
        let by_email = !known.email.is_empty() && match_key(&known.email) == match_key(&person.email);
        if nameless(known) || nameless(&person) { by_email } else { by_name }
    };
    if client.contact == Contact::default() {
        client.contact = person;
        return;
    }
    // An organisation's own address and number belong to nobody yet: the first person brings a name to them.
    let of_nobody = nameless(&client.contact) && client.people.is_empty() && !nameless(&person);
    let known = std::iter::once(&mut client.contact).chain(&mut client.people).find(|known| same(known));
    match known {
        Some(known) => fill(known, person),
        None if of_nobody => {
            let before = std::mem::replace(&mut client.contact, person);
            fill(&mut client.contact, before);
        }
        None => client.people.push(person),
    }
}

fn fill(known: &mut Contact, other: Contact) {
    let pairs = [
        (&mut known.salutation, other.salutation),
        (&mut known.given_name, other.given_name),
        (&mut known.family_name, other.family_name),
        (&mut known.email, other.email),
        (&mut known.phone, other.phone),
        (&mut known.role, other.role),
    ];
    for (field, value) in pairs {
        if field.is_empty() {
            *field = value;
        }
    }
}
