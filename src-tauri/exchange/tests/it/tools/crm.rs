//! `HubSpot`: companies become clients, deals become enquiries.
use kindly_exchange::{Draft, EnquiryRow, ImportKind, LeftOut, Tool};
use kindly_records::ClientStatus;

use super::{day, drafts, left_out, mapped, refused, sheet};

#[test]
fn companies_become_clients() {
    let sheet = sheet("hubspot-companies/plain.csv", Tool::HubSpotCompanies);
    let rows = drafts!(sheet, Client);
    let facts: Vec<_> =
        rows.iter().map(|row| (row.line, row.client.name.as_str(), row.client.website.as_str())).collect();
    assert_eq!(
        facts,
        [(2, "Harbour Dental", "harbourdental.example"), (3, "Café Lumière", "")],
        "name and website"
    );
    assert!(rows.iter().all(|row| row.client.status == ClientStatus::Active), "active unless it is told");
    let sheet = mapped("hubspot-companies/plain.csv", r#"{"fixed": {"Status": "prospect"}}"#)
        .expect("a sound mapping");
    let rows = drafts!(sheet, Client);
    assert!(rows.iter().all(|row| row.client.status == ClientStatus::Prospect), "or stated for all");
}

#[test]
fn companies_have_a_stage_and_an_address_where_the_export_has_them() {
    let sheet = sheet("hubspot-companies/odd.csv", Tool::HubSpotCompanies);
    let rows: Vec<_> = sheet
        .drafts()
        .map(|draft| match draft {
            Draft::Client(row) => &row.client,
            other => panic!("a client expected, not {other:?}"),
        })
        .collect();
    assert_eq!(
        (rows[0].status, rows[1].status),
        (ClientStatus::Prospect, ClientStatus::Active),
        "lead, customer"
    );
    assert_eq!(rows[0].address, ["1 Marine Parade", "Brighton", "East Sussex", "BN2 1TL"], "as in Britain");
    assert_eq!(
        (rows[0].country.as_str(), rows[0].contact.phone.as_str()),
        ("GB", "+44 1273 555 010"),
        "by name"
    );
    assert_eq!(
        (rows[1].address.as_slice(), rows[1].country.as_str()),
        (&["Hafenweg 3".to_owned(), "20457 Hamburg".to_owned()][..], "DE"),
        "as in Germany"
    );
    assert_eq!(refused(&sheet), ["line 3: column Company name is empty; every row needs it"], "nobody");
}

#[test]
fn deals_become_enquiries_with_their_stage_in_words() {
    let plain = sheet("hubspot-deals/plain.csv", Tool::HubSpotDeals);
    assert_eq!(plain.kind, ImportKind::Enquiries, "enquiries");
    let deal =
        |line, client: &str, subject: &str, received, words: &str, answered: Option<&str>| EnquiryRow {
            line,
            client: client.to_owned(),
            client_email: None,
            received_on: day(received),
            subject: subject.to_owned(),
            words: words.to_owned(),
            answered_on: answered.map(day),
        };
    assert_eq!(
        drafts!(plain, Enquiry),
        [
            deal(
                2,
                "Booking page",
                "Booking page",
                "2026-03-05",
                "Stage: Closed lost\nAmount: 4000",
                Some("2026-03-05")
            ),
            deal(3, "Quick audit", "Quick audit", "2026-06-30", "Stage: Appointment scheduled", None),
        ],
        "without a company the deal's name is all there is; only what is closed was answered"
    );
    let odd = sheet("hubspot-deals/odd.csv", Tool::HubSpotDeals);
    let website = deal(
        2,
        "Harbour Dental",
        "Website 2026",
        "2026-02-01",
        "Stage: Closed won\nAmount: 12,500.00",
        Some("2026-04-20"),
    );
    let retainer = deal(3, "Seaview Hotel", "Retainer", "2026-05-02", "Stage: Contract sent", None);
    assert_eq!(
        odd.drafts().collect::<Vec<_>>(),
        [&Draft::Enquiry(website), &Draft::Enquiry(retainer)],
        "of the first company, on the day of creation"
    );
    assert_eq!(refused(&odd), ["line 4: column Close Date is empty; every row needs it"], "no day at all");
    assert_eq!(left_out(&odd), [(0, LeftOut::Blank); 0], "nothing is left out");
}
