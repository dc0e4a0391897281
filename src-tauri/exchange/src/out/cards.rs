//! Clients and their people as vCard 4.0 (RFC 6350), as address books take them.
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kindly_records::{Client, ClientId, Contact, country_name};
use uuid::Uuid;

use super::content_lines::ContentLines;

/// A client on its way into an address book.
#[derive(Clone, Copy, Debug)]
pub struct ClientCard<'a> {
    /// The id under which it is kept.
    pub id: ClientId,
    /// The client.
    pub client: &'a Client,
}

/// Writes a card for every client and one for each of its people, as they stand at a moment.
///
/// The client is an organisation, with address, website, tags and notes; its people are individuals who name it.
/// Where the client bears the name of its contact, it is that person: one card then holds both. A client's UID is
/// its id. People have none, so theirs follows from the client's id and their name: it is the same in every export
/// until the name changes. Of people without a name, e-mail address, role or telephone number there is no card.
#[must_use]
pub fn write_cards(clients: &[ClientCard<'_>], at: DateTime<Utc>) -> String {
    let rev = at.format("%Y%m%dT%H%M%SZ").to_string();
    let mut lines = ContentLines::default();
    for ClientCard { id, client } in clients {
        write_client(&mut lines, Uuid::from(*id), client, &rev);
    }
    lines.finish()
}

fn write_client(lines: &mut ContentLines, id: Uuid, client: &Client, rev: &str) {
    let is_person = client.name.trim() == client.contact.full_name();
    begin(lines, if is_person { "individual" } else { "org" });
    lines.text("FN", client.name.trim());
    if is_person {
        name_and_reach(lines, &client.contact);
    } else {
        lines.text("ORG", client.name.trim());
        // Apple's address book shows a business by its own name only where this stands.
        lines.plain("X-ABShowAs", "COMPANY");
    }
    address(lines, client);
    if let Some(address) = web_address(&client.website) {
        lines.plain("URL", &address);
    }
    shared(lines, client);
    lines.text("NOTE", client.notes.trim());
    end(lines, id, rev);

    let mut namesakes = BTreeMap::new();
    let contact = (!is_person).then_some(&client.contact);
    for person in contact.into_iter().chain(&client.people) {
        let Some(called) = called(person) else { continue };
        let earlier: &mut u32 = namesakes.entry(called.to_lowercase()).or_default();
        let key = format!("{} {earlier}", called.to_lowercase());
        *earlier += 1;
        begin(lines, "individual");
        lines.text("FN", &called);
        name_and_reach(lines, person);
        lines.text("ORG", client.name.trim());
        lines.plain("RELATED;TYPE=contact", &id.urn().to_string());
        shared(lines, client);
        end(lines, Uuid::new_v5(&id, key.as_bytes()), rev);
    }
}

fn begin(lines: &mut ContentLines, kind: &str) {
    lines.plain("BEGIN", "VCARD");
    lines.plain("VERSION", "4.0");
    lines.plain("PRODID", "-//Kindly//Kindly//EN");
    lines.plain("KIND", kind);
}

fn end(lines: &mut ContentLines, id: Uuid, rev: &str) {
    lines.plain("UID", &id.urn().to_string());
    lines.plain("REV", rev);
    lines.plain("END", "VCARD");
}

fn name_and_reach(lines: &mut ContentLines, person: &Contact) {
    let parts = [&person.family_name, &person.given_name, "", &person.salutation, ""];
    lines.texts("N", parts.map(str::trim), ";");
    lines.text("EMAIL;TYPE=work", person.email.trim());
    lines.text("TEL;TYPE=work", person.phone.trim());
    // Their part there is a ROLE; most address books show no more than the TITLE.
    lines.text("TITLE", person.role.trim());
    lines.text("ROLE", person.role.trim());
}

/// The lines of the address have no names of their own: they stand together as the street, which every address book
/// shows line by line, and the country in its place, with its code (RFC 8605).
fn address(lines: &mut ContentLines, client: &Client) {
    let street = client.address.join("\n");
    let (name, country) = match country_name(&client.country) {
        Some(country) => (format!("ADR;TYPE=work;CC={}", client.country), country),
        None => ("ADR;TYPE=work".to_owned(), String::new()),
    };
    lines.texts(&name, ["", "", &street, "", "", "", &country], ";");
}

/// What a client's people have in common with it.
fn shared(lines: &mut ContentLines, client: &Client) {
    let tags = client.tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty());
    lines.texts("CATEGORIES", tags, ",");
    lines.plain("LANG", client.language.tag());
}

/// What a person is called: the name or, where it is not known, what else is.
fn called(person: &Contact) -> Option<String> {
    let known = [person.full_name(), person.email.clone(), person.role.clone(), person.phone.clone()];
    known.into_iter().map(|text| text.trim().to_owned()).find(|text| !text.is_empty())
}

/// A website as an address with a scheme, which the format asks for; what no address can hold is escaped.
fn web_address(website: &str) -> Option<String> {
    let website = website.trim();
    if website.is_empty() {
        return None;
    }
    let mut address = if website.contains("://") { String::new() } else { "https://".to_owned() };
    for c in website.chars() {
        if c.is_whitespace() || c.is_control() || "\\\"<>^`{|}".contains(c) {
            let mut bytes = [0; 4];
            let escaped = c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}"));
            address.extend(escaped);
        } else {
            address.push(c);
        }
    }
    Some(address)
}
