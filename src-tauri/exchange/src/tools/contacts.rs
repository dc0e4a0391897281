//! Address books as tables.
use super::{Form, Gather, Reader, Reading, as_client};
use crate::{
    Field, ImportKind, RowError, Tool,
    contacts::{Card, Place},
    rows::Cells,
};

pub(super) static GOOGLE_OLD: Form = Form {
    tool: Tool::GoogleContacts,
    kind: ImportKind::Clients,
    signature: &["name", "givenname", "familyname", "groupmembership"],
    columns: &[
        ("organization1name", Field::Name),
        ("nameprefix", Field::Salutation),
        ("givenname", Field::GivenName),
        ("additionalname", Field::GivenName),
        ("familyname", Field::FamilyName),
        ("name", Field::FamilyName),
        ("email1value", Field::Email),
        ("phone1value", Field::Phone),
        ("organization1title", Field::Role),
        ("address1formatted", Field::Address),
        ("address1street", Field::Address),
        ("address1pobox", Field::Address),
        ("address1extendedaddress", Field::Address),
        ("address1city", Field::Address),
        ("address1region", Field::Address),
        ("address1postalcode", Field::Address),
        ("address1country", Field::Country),
        ("website1value", Field::Website),
        ("groupmembership", Field::Tags),
        ("notes", Field::Notes),
    ],
    gather: Gather::Clients,
    read: |cells, reader| google(cells, reader, &OLD),
};

pub(super) static GOOGLE_NEW: Form = Form {
    tool: Tool::GoogleContacts,
    kind: ImportKind::Clients,
    signature: &["firstname", "lastname", "organizationname", "labels"],
    columns: &[
        ("organizationname", Field::Name),
        ("nameprefix", Field::Salutation),
        ("firstname", Field::GivenName),
        ("middlename", Field::GivenName),
        ("lastname", Field::FamilyName),
        ("email1value", Field::Email),
        ("phone1value", Field::Phone),
        ("organizationtitle", Field::Role),
        ("address1formatted", Field::Address),
        ("address1street", Field::Address),
        ("address1pobox", Field::Address),
        ("address1extendedaddress", Field::Address),
        ("address1city", Field::Address),
        ("address1region", Field::Address),
        ("address1postalcode", Field::Address),
        ("address1country", Field::Country),
        ("website1value", Field::Website),
        ("labels", Field::Tags),
        ("notes", Field::Notes),
    ],
    gather: Gather::Clients,
    read: |cells, reader| google(cells, reader, &NEW),
};

const OUTLOOK_COLUMNS: &[(&str, Field)] = &[
    ("company", Field::Name),
    ("title", Field::Salutation),
    ("firstname", Field::GivenName),
    ("middlename", Field::GivenName),
    ("lastname", Field::FamilyName),
    ("emailaddress", Field::Email),
    ("businessphone", Field::Phone),
    ("mobilephone", Field::Phone),
    ("jobtitle", Field::Role),
    ("businessstreet", Field::Address),
    ("businessstreet2", Field::Address),
    ("businessstreet3", Field::Address),
    ("businesspobox", Field::Address),
    ("businesscity", Field::Address),
    ("businessstate", Field::Address),
    ("businesspostalcode", Field::Address),
    ("businesscountryregion", Field::Country),
    ("businesscountry", Field::Country),
    ("homestreet", Field::Address),
    ("homestreet2", Field::Address),
    ("homestreet3", Field::Address),
    ("homepobox", Field::Address),
    ("homecity", Field::Address),
    ("homestate", Field::Address),
    ("homepostalcode", Field::Address),
    ("homecountryregion", Field::Country),
    ("homecountry", Field::Country),
    ("webpage", Field::Website),
    ("personalwebpage", Field::Website),
    ("categories", Field::Tags),
    ("notes", Field::Notes),
];

pub(super) static OUTLOOK: Form =
    outlook_form(&["firstname", "lastname", "company", "emailaddress", "businessstreet"]);

/// The same without an address, as slimmer exports have it.
pub(super) static OUTLOOK_SLIM: Form =
    outlook_form(&["firstname", "lastname", "company", "emailaddress", "jobtitle"]);

const fn outlook_form(signature: &'static [&'static str]) -> Form {
    Form {
        tool: Tool::Outlook,
        kind: ImportKind::Clients,
        signature,
        columns: OUTLOOK_COLUMNS,
        gather: Gather::Clients,
        read: outlook,
    }
}

/// What the two forms of Google's table call the same things.
struct Names {
    given: &'static str,
    middle: &'static str,
    family: &'static str,
    whole: &'static str,
}

const OLD: Names =
    Names { given: "givenname", middle: "additionalname", family: "familyname", whole: "name" };

const NEW: Names = Names { given: "firstname", middle: "middlename", family: "lastname", whole: "fileas" };

/// Several values in one cell.
const BETWEEN: &str = " ::: ";

fn google(cells: &Cells<'_>, reader: &mut Reader, names: &Names) -> Result<Reading, RowError> {
    let first_of = |cell: &str| cell.split(BETWEEN).next().unwrap_or_default().trim().to_owned();
    let first = |key: &str| first_of(cells.keyed(key));
    let mut card = Card::of(&first_of(cells.text(Field::Name)));
    cells.text(Field::Salutation).clone_into(&mut card.person.salutation);
    card.named(cells.keyed(names.given), cells.keyed(names.middle), cells.keyed(names.family));
    card.called(cells.keyed(names.whole));
    card.person.role = first_of(cells.text(Field::Role));
    for at in 1..=5 {
        cells.keyed(&format!("email{at}value")).split(BETWEEN).for_each(|email| card.email(email));
        cells.keyed(&format!("phone{at}value")).split(BETWEEN).for_each(|phone| card.phone(phone));
    }
    card.website = first_of(cells.text(Field::Website));
    let part = |key: &str| first(&format!("address1{key}"));
    let (street, extended, po_box) = (part("street"), part("extendedaddress"), part("pobox"));
    let (city, region, code, country) = (part("city"), part("region"), part("postalcode"), part("country"));
    card.live(&Place {
        formatted: &part("formatted"),
        street: &street,
        extended: &extended,
        po_box: &po_box,
        city: &city,
        region: &region,
        code: &code,
        country: &country,
    });
    // Groups of the system begin with a star: "* myContacts", "* starred".
    let tags = cells.text(Field::Tags).split(BETWEEN).map(str::trim).filter(|tag| !tag.starts_with('*'));
    tags.for_each(|tag| card.tag(tag));
    card.note(&cells.lines(Field::Notes));
    as_client(card, cells.row.line, reader)
}

fn outlook(cells: &Cells<'_>, reader: &mut Reader) -> Result<Reading, RowError> {
    let mut card = Card::of(cells.text(Field::Name));
    cells.text(Field::Salutation).clone_into(&mut card.person.salutation);
    card.named(cells.keyed("firstname"), cells.keyed("middlename"), cells.keyed("lastname"));
    cells.text(Field::Role).clone_into(&mut card.person.role);
    for key in ["emailaddress", "email2address", "email3address"] {
        card.email(cells.keyed(key));
    }
    for key in ["businessphone", "mobilephone", "companymainphone", "businessphone2", "homephone"] {
        card.phone(cells.keyed(key));
    }
    cells.text(Field::Website).clone_into(&mut card.website);
    // The address of the business, or of the home where there is none.
    let of = |key: &str| if has_business(cells) { format!("business{key}") } else { format!("home{key}") };
    let part = |key: &str| cells.keyed(&of(key));
    let street: Vec<&str> =
        ["street", "street2", "street3"].map(part).into_iter().filter(|line| !line.is_empty()).collect();
    let country = [part("countryregion"), part("country")].into_iter().find(|country| !country.is_empty());
    card.live(&Place {
        street: &street.join("\n"),
        po_box: part("pobox"),
        city: part("city"),
        region: part("state"),
        code: part("postalcode"),
        country: country.unwrap_or_default(),
        ..Place::default()
    });
    cells.text(Field::Tags).split([';', ',']).for_each(|tag| card.tag(tag));
    card.note(&cells.lines(Field::Notes));
    as_client(card, cells.row.line, reader)
}

fn has_business(cells: &Cells<'_>) -> bool {
    ["businessstreet", "businesscity", "businesspostalcode"].iter().any(|key| !cells.keyed(key).is_empty())
}
