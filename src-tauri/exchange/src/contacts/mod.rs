//! Cards of an address book to clients: one client an organisation with its people, or one a person.
mod address;
mod country;
mod merged;
mod vcard;

use kindly_records::{Client, ClientStatus, Contact, MAX_LINE, RatingScale, RecordKind};

pub(crate) use address::Place;
pub(crate) use merged::Merged;
pub(crate) use vcard::{Cards, cards, is_vcard};

use crate::{Defaults, RowError, error::quoted, limits::MAX_GATHERED, match_key, rows::ClientRow};

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
    /// What there is more of than is taken.
    too_many: Option<&'static str>,
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
        let fits = take(&mut self.person.email, &mut self.further_emails, email);
        self.note_excess(fits, "e-mail addresses");
    }

    /// A telephone number; the first one is theirs, others are noted.
    pub(crate) fn phone(&mut self, phone: &str) {
        let fits = take(&mut self.person.phone, &mut self.further_phones, phone);
        self.note_excess(fits, "telephone numbers");
    }

    pub(crate) fn tag(&mut self, tag: &str) {
        let fits = add(&mut self.tags, tag);
        self.note_excess(fits, "tags");
    }

    pub(crate) fn note(&mut self, note: &str) {
        let fits = add(&mut self.notes, note);
        self.note_excess(fits, "notes");
    }

    fn note_excess(&mut self, fits: bool, what: &'static str) {
        if !fits {
            self.too_many = self.too_many.or(Some(what));
        }
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
        if let Some(what) = self.too_many {
            return Err(RowError::TooManyGathered { client: quoted(&name), what });
        }
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

/// Takes a value as the first or a further one; `false` where there are too many.
fn take(first: &mut String, further: &mut Vec<String>, value: &str) -> bool {
    let value = value.trim();
    if first.is_empty() {
        value.clone_into(first);
        return true;
    }
    // What is longer than any line is refused later; folding it again and again would take time.
    let is_line = |text: &str| text.len() <= 4 * MAX_LINE;
    let same = is_line(first) && is_line(value) && match_key(first) == match_key(value);
    same || add(further, value)
}

/// Adds a value that is not there yet; `false` where there are too many.
fn add(list: &mut Vec<String>, value: &str) -> bool {
    let value = value.trim();
    if value.is_empty() || list.iter().any(|known| known == value) {
        return true;
    }
    let fits = list.len() < MAX_GATHERED;
    if fits {
        list.push(value.to_owned());
    }
    fits
}
