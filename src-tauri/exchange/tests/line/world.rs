//! A small practice that the lines are read in. Today is Thursday, 5 March 2026.
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use kindly_exchange::line::{
    ClientNames, ClientRecords, Known, KnownClient, KnownRecord, Understood, understand,
};
use kindly_records::{ClientId, Money, parse_currency};
use uuid::Uuid;

const CLIENTS: [(&str, bool, &str); 16] = [
    ("Halden & Partners", true, "EUR"),
    ("Borealis Media GmbH", true, "EUR"),
    ("Meridian Health", true, "GBP"),
    ("Café Łódź", true, "PLN"),
    ("Harbour Dental", true, "EUR"),
    ("Harbour Rentals", true, "EUR"),
    ("Site 1", true, "EUR"),
    ("Site 2", true, "EUR"),
    ("Old North Ltd", false, "EUR"),
    ("North Star", true, "EUR"),
    ("Free Range Foods", true, "EUR"),
    ("東京デザイン", true, "JPY"),
    ("Müller Söhne", true, "CHF"),
    ("The Long Field Company", true, "USD"),
    ("Twin Oaks", true, "EUR"),
    ("Twin Oaks", true, "EUR"),
];

static NAMES: LazyLock<ClientNames> = LazyLock::new(|| {
    let client = |(name, active, currency): &(&str, bool, &str)| KnownClient {
        id: client_id(name),
        name: (*name).to_owned(),
        active: *active,
        currency: parse_currency(currency).expect("a currency"),
    };
    ClientNames::new(CLIENTS.iter().map(client))
});

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a day"))
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn client_id(name: &str) -> ClientId {
    let place = CLIENTS.iter().position(|(other, ..)| *other == name).expect("a client of this world");
    ClientId::from(id(1 + place as u128))
}

/// The titles by their ids, for a test to tell which record is meant.
pub(crate) fn title_of(wanted: Uuid) -> String {
    let all = [records("Halden & Partners"), records("Borealis Media GmbH")];
    let lists = |of: &ClientRecords| {
        let all =
            [&of.engagements, &of.deliverables, &of.obligations, &of.invoices, &of.complaints, &of.enquiries];
        all.into_iter().flatten().cloned().collect::<Vec<KnownRecord>>()
    };
    let found = all.iter().flat_map(lists).find(|record| record.id == wanted);
    found.map_or_else(|| wanted.to_string(), |record| record.title)
}

fn euros(whole: i64) -> Money {
    Money { minor: whole * 100, currency: parse_currency("EUR").expect("a currency") }
}

fn records(client: &str) -> ClientRecords {
    let known = |number: u128, title: &str, open: bool| KnownRecord::new(id(number), title, open);
    match client {
        "Halden & Partners" => ClientRecords {
            engagements: vec![known(90, "Monthly reporting", true), known(91, "Brand refresh", true)],
            deliverables: vec![
                known(100, "Logo draft", false),
                known(101, "Quarterly report", true).due(day("2026-03-03")),
                known(102, "Annual report", true).due(day("2026-04-30")),
                known(103, "Style guide", true).due(day("2026-03-10")),
            ],
            obligations: vec![
                known(110, "Feedback on the logo", false).also("feedback"),
                known(111, "Texts for the site", true).also("brief"),
                known(112, "Access to the shop", true).also("access"),
            ],
            invoices: vec![
                known(120, "2026-030", false),
                known(121, "2026-031", true).amount(euros(4800)),
                known(122, "2026-044", true).amount(euros(1200)),
            ],
            complaints: vec![
                known(130, "price", false),
                known(131, "report unclear", true),
                known(132, "slow answers", true),
            ],
            enquiries: vec![known(140, "spring campaign", true)],
        },
        "Borealis Media GmbH" => ClientRecords {
            deliverables: vec![known(200, "Website", true).due(day("2026-03-31"))],
            obligations: vec![known(210, "Brief", true).also("brief")],
            invoices: vec![known(220, "2026-031", true).amount(euros(950))],
            complaints: vec![known(230, "late answers", true)],
            ..ClientRecords::default()
        },
        _ => ClientRecords::default(),
    }
}

/// Reads a line with the caret at a place in UTF-16 code units.
pub(crate) fn read_at(text: &str, caret: usize) -> Understood {
    let records_of = |wanted: ClientId| {
        let name = CLIENTS.iter().map(|(name, ..)| *name).find(|name| client_id(name) == wanted);
        Arc::new(records(name.expect("only clients of this world are asked about")))
    };
    let known = Known {
        clients: &NAMES,
        records: &records_of,
        today: day("2026-03-05"),
        currency: parse_currency("EUR").expect("a currency"),
        themes: &["Report unclear".to_owned(), "Slow answers".to_owned()],
    };
    understand(text, caret, &known)
}

/// Reads a line with the caret at its end.
pub(crate) fn read(text: &str) -> Understood {
    read_at(text, text.encode_utf16().count())
}
