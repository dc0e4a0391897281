//! Companies and deals of a CRM.
use kindly_records::ClientStatus;

use super::{Form, Gather, Reader, Reading, as_client};
use crate::{
    Draft, Field, ImportKind, RowError, Tool,
    contacts::{Card, Place},
    header::header_key,
    rows::{Cells, EnquiryRow},
};

pub(super) static HUB_SPOT_DEALS: Form = Form {
    tool: Tool::HubSpotDeals,
    kind: ImportKind::Enquiries,
    signature: &["recordid", "dealname", "dealstage"],
    columns: &[
        ("associatedcompanyprimary", Field::Client),
        ("associatedcompany", Field::Client),
        ("companyname", Field::Client),
        ("dealname", Field::Subject),
        ("createdate", Field::Received),
        ("closedate", Field::Answered),
        ("dealstage", Field::Stage),
        ("amount*", Field::Amount),
        ("dealdescription", Field::Words),
    ],
    gather: Gather::Rows,
    read: deal,
};

pub(super) static HUB_SPOT_COMPANIES: Form = Form {
    tool: Tool::HubSpotCompanies,
    kind: ImportKind::Clients,
    signature: &["recordid", "companyname"],
    columns: &[
        ("companyname", Field::Name),
        ("lifecyclestage", Field::Status),
        ("websiteurl", Field::Website),
        ("companydomainname", Field::Website),
        ("phonenumber", Field::Phone),
        ("streetaddress", Field::Address),
        ("streetaddress2", Field::Address),
        ("city", Field::Address),
        ("stateregion", Field::Address),
        ("postalcode", Field::Address),
        ("countryregion", Field::Country),
        ("country", Field::Country),
        ("description", Field::Notes),
    ],
    gather: Gather::Clients,
    read: company,
};

/// A deal is what somebody asked for; closing it, won or lost, was the answer.
fn deal(cells: &Cells<'_>, _: &mut Reader) -> Result<Reading, RowError> {
    let subject = cells.required(Field::Subject)?;
    // Several companies stand in one cell, each behind a semicolon; the first is the primary one.
    let company = cells.text(Field::Client).split(';').next().unwrap_or_default().trim();
    let stage = cells.text(Field::Stage);
    let closed = header_key(stage).starts_with("closed");
    let closed_on = cells.date(Field::Answered)?;
    let Some(received_on) = cells.date(Field::Received)?.or(closed_on) else {
        return Err(RowError::Empty { column: cells.header(Field::Answered) });
    };
    let mut words = cells.lines(Field::Words);
    for (name, value) in [("Stage", stage), ("Amount", cells.text(Field::Amount))] {
        if !value.is_empty() {
            let gap = if words.is_empty() { "" } else { "\n" };
            words = format!("{words}{gap}{name}: {value}");
        }
    }
    let row = EnquiryRow {
        line: cells.row.line,
        client: if company.is_empty() { subject } else { company }.to_owned(),
        client_email: cells.client_email(),
        received_on,
        subject: subject.to_owned(),
        words,
        answered_on: closed_on.filter(|_| closed).map(|day| day.max(received_on)),
    };
    row.checked().map(|row| Reading::Draft(Draft::Enquiry(row)))
}

fn company(cells: &Cells<'_>, reader: &mut Reader) -> Result<Reading, RowError> {
    let mut card = Card::of(cells.required(Field::Name)?);
    cells.text(Field::Phone).clone_into(&mut card.person.phone);
    cells.text(Field::Website).clone_into(&mut card.website);
    card.note(&cells.lines(Field::Notes));
    card.live(&Place {
        street: cells.keyed("streetaddress"),
        extended: cells.keyed("streetaddress2"),
        city: cells.keyed("city"),
        region: cells.keyed("stateregion"),
        code: cells.keyed("postalcode"),
        country: cells.text(Field::Country),
        ..Place::default()
    });
    // A stage that is not ours is no reason to refuse a company.
    card.status = match header_key(cells.text(Field::Status)).as_str() {
        "subscriber"
        | "lead"
        | "marketingqualifiedlead"
        | "salesqualifiedlead"
        | "opportunity"
        | "prospect" => Some(ClientStatus::Prospect),
        "customer" | "evangelist" | "active" => Some(ClientStatus::Active),
        "ended" => Some(ClientStatus::Ended),
        "archived" => Some(ClientStatus::Archived),
        _ => None,
    };
    as_client(card, cells.row.line, reader)
}
