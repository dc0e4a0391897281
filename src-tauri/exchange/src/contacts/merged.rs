//! The cards of one client, brought together.
use std::collections::HashSet;

use kindly_records::{Client, Contact, MAX_TEXT};

use crate::{RowError, error::quoted, limits::MAX_GATHERED, match_key};

/// What is known of a client whom several cards name, folded once: to fold it anew for every card would take time that
/// grows with the square of their number.
pub(crate) struct Merged {
    /// The contact and the people beside, in their order.
    people: Vec<Keys>,
    tags: HashSet<String>,
    note_lines: HashSet<String>,
    note_characters: usize,
}

/// What a person is found by; empty where it is not known.
struct Keys {
    name: String,
    email: String,
}

impl Keys {
    fn of(person: &Contact) -> Self {
        Self { name: match_key(&person.full_name()), email: match_key(&person.email) }
    }

    /// Two people are one by their names or, where one has none, by their addresses.
    fn same(&self, other: &Self) -> bool {
        if self.name.is_empty() || other.name.is_empty() {
            !self.email.is_empty() && self.email == other.email
        } else {
            self.name == other.name
        }
    }
}

impl Merged {
    /// What the first card says.
    pub(crate) fn of(client: &Client) -> Self {
        Self {
            people: std::iter::once(&client.contact).chain(&client.people).map(Keys::of).collect(),
            tags: client.tags.iter().cloned().collect(),
            note_lines: client.notes.lines().map(str::to_owned).collect(),
            note_characters: client.notes.chars().count(),
        }
    }

    /// Adds what another card says of the same client: all of it, or nothing where it would be more than is taken.
    pub(crate) fn add(&mut self, into: &mut Client, other: Client) -> Result<(), RowError> {
        let Client { contact, people, address, country, website, tags, notes, .. } = other;
        let people: Vec<Contact> =
            std::iter::once(contact).chain(people).filter(|person| *person != Contact::default()).collect();
        let tags: Vec<String> = tags.into_iter().filter(|tag| !self.tags.contains(tag)).collect();
        let lines: Vec<&str> = notes.lines().filter(|line| !self.note_lines.contains(*line)).collect();
        self.bounded(into, &people, &tags, &lines)?;
        for person in people {
            self.add_person(into, person);
        }
        if into.address.is_empty() && (into.country.is_empty() || into.country == country) {
            into.address = address;
            into.country = country;
        }
        if into.website.is_empty() {
            into.website = website;
        }
        for tag in tags {
            self.tags.insert(tag.clone());
            into.tags.push(tag);
        }
        for line in lines {
            if self.note_lines.insert(line.to_owned()) {
                if !into.notes.is_empty() {
                    into.notes.push('\n');
                }
                into.notes.push_str(line);
                self.note_characters += 1 + line.chars().count();
            }
        }
        Ok(())
    }

    fn bounded(
        &self,
        into: &Client,
        people: &[Contact],
        tags: &[String],
        lines: &[&str],
    ) -> Result<(), RowError> {
        let client = || quoted(&into.name);
        let is_new = |person: &&Contact| self.place(&Keys::of(person)).is_none();
        if into.people.len() + people.iter().filter(is_new).count() > MAX_GATHERED {
            return Err(RowError::TooManyGathered { client: client(), what: "people" });
        }
        if into.tags.len() + tags.len() > MAX_GATHERED {
            return Err(RowError::TooManyGathered { client: client(), what: "tags" });
        }
        let more: usize = lines.iter().map(|line| 1 + line.chars().count()).sum();
        if more > 0 && self.note_characters + more > MAX_TEXT {
            return Err(RowError::NotesTooLong { client: client() });
        }
        Ok(())
    }

    fn place(&self, keys: &Keys) -> Option<usize> {
        self.people.iter().position(|known| known.same(keys))
    }

    /// The first person is the contact, the others stand beside; one who is there already only gains what was not known.
    fn add_person(&mut self, client: &mut Client, person: Contact) {
        let keys = Keys::of(&person);
        if client.contact == Contact::default() {
            client.contact = person;
            self.people[0] = keys;
            return;
        }
        if let Some(at) = self.place(&keys) {
            let known = if at == 0 { &mut client.contact } else { &mut client.people[at - 1] };
            fill(known, person);
            self.people[at] = Keys::of(known);
            return;
        }
        // An organisation's own address and number belong to nobody yet: the first person brings a name to them.
        let of_nobody = self.people[0].name.is_empty() && client.people.is_empty() && !keys.name.is_empty();
        if of_nobody {
            let before = std::mem::replace(&mut client.contact, person);
            fill(&mut client.contact, before);
            self.people[0] = Keys::of(&client.contact);
        } else {
            client.people.push(person);
            self.people.push(keys);
        }
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
