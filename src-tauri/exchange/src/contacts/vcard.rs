//! vCards 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350) to the cards of an address book.
use calcard::{
    Entry, Parser,
    vcard::{
        VCard, VCardEntry, VCardKind, VCardParameterName, VCardParameterValue, VCardProperty, VCardType,
        VCardValue,
    },
};

use super::{Card, Place};
use crate::{
    ExchangeError, Field,
    limits::{MAX_CARD_BYTES, MAX_ROWS},
    rows::one_form,
    table::line_breaks,
};

const BEGIN: &str = "BEGIN:VCARD";
const END: &str = "END:VCARD";

/// Whether a text is made of vCards: the first line with something in it begins one.
pub(crate) fn is_vcard(text: &str) -> bool {
    text.lines().map(str::trim).find(|line| !line.is_empty()).is_some_and(|line| is(line, BEGIN))
}

fn is(line: &str, mark: &str) -> bool {
    let line = line.trim();
    line.len() == mark.len() && line.eq_ignore_ascii_case(mark)
}

/// The texts of the cards of a file, each with the line on which it begins.
pub(crate) struct Cards<'a>(Vec<(usize, &'a str)>);

impl<'a> Cards<'a> {
    /// Parts a text into its cards. One within another (an agent's) belongs to the outer one.
    pub(crate) fn of(text: &'a str) -> Result<Self, ExchangeError> {
        let mut cards = Vec::new();
        let (mut begun, mut depth, mut line, mut at) = ((0, 0), 0_usize, 1, 0);
        for piece in text.split_inclusive(['\n', '\r']) {
            if is(piece, BEGIN) {
                if depth == 0 {
                    begun = (line, at);
                }
                depth += 1;
            } else if is(piece, END) && depth > 0 {
                depth -= 1;
                if depth == 0 {
                    let card = &text[begun.1..at + piece.len()];
                    if card.len() > MAX_CARD_BYTES {
                        return Err(ExchangeError::CardTooLarge { line: begun.0, bytes: card.len() });
                    }
                    cards.push((begun.0, card));
                }
            }
            at += piece.len();
            // CR and LF of one break are two pieces: only the second counts.
            let is_half = piece.ends_with('\r') && text[at..].starts_with('\n');
            line += usize::from(!is_half && line_breaks(piece) > 0);
            if cards.len() > MAX_ROWS {
                return Err(ExchangeError::TooManyRows);
            }
        }
        match depth {
            0 => Ok(Self(cards)),
            _ => Err(ExchangeError::OpenCard { line: begun.0 }),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// What each card says, with its line; nothing for a group of people. `found` hears of every property that is used.
pub(crate) fn cards<'a>(
    cards: &'a Cards<'_>,
    mut found: impl FnMut(&'static str, Field) + 'a,
) -> impl Iterator<Item = (usize, Option<Card>)> + 'a {
    cards.0.iter().map(move |(line, text)| match Parser::new(text).entry() {
        Entry::VCard(vcard) if !is_group(&vcard) => (*line, Some(card(&vcard, &mut found))),
        _ => (*line, None),
    })
}

fn is_group(vcard: &VCard) -> bool {
    vcard.entries.iter().any(|entry| match &entry.name {
        VCardProperty::Kind => matches!(entry.values.first(), Some(VCardValue::Kind(VCardKind::Group))),
        // Before 4.0, Apple's address book.
        VCardProperty::Other(name) if name.eq_ignore_ascii_case("X-ADDRESSBOOKSERVER-KIND") => {
            part(entry, 0).eq_ignore_ascii_case("group")
        }
        _ => false,
    })
}

fn card(vcard: &VCard, found: &mut impl FnMut(&'static str, Field)) -> Card {
    let mut card = Card::default();
    let mut called = String::new();
    for entry in &vcard.entries {
        if entry.values.iter().all(|value| text(value).trim().is_empty()) {
            continue;
        }
        let used = match &entry.name {
            VCardProperty::Org => {
                card.organisation = part(entry, 0);
                ("ORG", Field::Name)
            }
            VCardProperty::N => {
                let [family, given, middle, prefix] = [0, 1, 2, 3].map(|at| part(entry, at));
                card.named(&given, &middle, &family);
                card.person.salutation = prefix;
                ("N", Field::FamilyName)
            }
            VCardProperty::Fn => {
                called = part(entry, 0);
                ("FN", Field::GivenName)
            }
            VCardProperty::Email => {
                card.email(&part(entry, 0));
                ("EMAIL", Field::Email)
            }
            VCardProperty::Tel if !is_fax(entry) => {
                let number = part(entry, 0);
                card.phone(number.strip_prefix("tel:").unwrap_or(&number));
                ("TEL", Field::Phone)
            }
            VCardProperty::Title => {
                card.person.role = part(entry, 0);
                ("TITLE", Field::Role)
            }
            VCardProperty::Role if card.person.role.is_empty() => {
                card.person.role = part(entry, 0);
                ("ROLE", Field::Role)
            }
            VCardProperty::Adr => {
                let parts: Vec<String> = (0..7).map(|at| part(entry, at)).collect();
                let [po_box, extended, street, city, region, code, country] = parts.as_slice() else {
                    continue;
                };
                card.live(&Place { formatted: "", street, extended, po_box, city, region, code, country });
                ("ADR", Field::Address)
            }
            VCardProperty::Url if card.website.is_empty() => {
                card.website = part(entry, 0);
                ("URL", Field::Website)
            }
            VCardProperty::Categories => {
                // Google writes its system groups along.
                let tags = entry.values.iter().map(text);
                tags.filter(|tag| !matches!(tag.as_str(), "myContacts" | "starred" | "friends"))
                    .for_each(|tag| card.tag(&tag));
                ("CATEGORIES", Field::Tags)
            }
            VCardProperty::Note => {
                card.note(&one_form(&part(entry, 0)));
                ("NOTE", Field::Notes)
            }
            _ => continue,
        };
        found(used.0, used.1);
    }
    card.called(&called);
    card
}

fn is_fax(entry: &VCardEntry) -> bool {
    let kinds = entry.parameters(&VCardParameterName::Type);
    let mut kinds = kinds.map(|kind| matches!(kind, VCardParameterValue::Type(VCardType::Fax)));
    kinds.any(|is_fax| is_fax)
}

/// A component of a value, its own parts apart by a comma; empty where there is none.
fn part(entry: &VCardEntry, at: usize) -> String {
    entry.values.get(at).map(text).unwrap_or_default().trim().to_owned()
}

fn text(value: &VCardValue) -> String {
    match value {
        VCardValue::Text(text) => text.clone(),
        VCardValue::Component(parts) => parts.join(", "),
        VCardValue::Integer(number) => number.to_string(),
        _ => String::new(),
    }
}
