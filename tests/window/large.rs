//! Practices that are as large as one will ever meet them, made of files as they would be brought.
use std::{fmt::Write as _, fs, path::Path};

use kindly_practice::{Practice, import::ImportFile, records::Moment};

/// How much stands in a ledger.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) name: &'static str,
    clients: usize,
    /// Deliverables, and as many check-ins, of each.
    months: usize,
    invoices: usize,
    /// Of all clients together.
    time_entries: usize,
}

impl Size {
    pub(crate) const SMALL: Self = Self {
        name: "200 clients and 30,000 records",
        clients: 200,
        months: 22,
        invoices: 6,
        time_entries: 20_000,
    };
    pub(crate) const LARGE: Self = Self {
        name: "2,000 clients and 300,000 records",
        clients: 2_000,
        months: 22,
        invoices: 6,
        time_entries: 200_000,
    };

    /// Writes a ledger of that size.
    pub(crate) fn write(self, ledger: &Path) {
        let moment = Moment::of_day("2026-11-22".parse().expect("a day"));
        fs::create_dir_all(ledger.parent().expect("a ledger lies in a folder"))
            .expect("a folder can be made");
        let mut practice = Practice::open(ledger).expect("a new ledger");
        for (name, content) in self.files() {
            let bytes = content.as_bytes();
            let file = ImportFile { name, bytes, kind: None, mapping: None, choices: None };
            let written = practice.import(moment, file, &mut |_| true).expect("the file is taken");
            assert!(written.written, "{name} is in the ledger");
        }
        practice.close();
    }

    fn files(self) -> [(&'static str, String); 5] {
        let mut clients = String::from("Name,Currency\n");
        let mut deliverables = String::from("Client,Title,Due,Delivered,Outcome\n");
        let mut check_ins = String::from("Client,Date,Scale,Value,Words\n");
        let mut invoices = String::from("Client,Number,Issued,Amount,Due,Paid\n");
        let mut times = String::from("Client,Date,Hours,What,Billable\n");
        for place in 0..self.clients {
            let name = format!("Client {place:04} & Partners");
            line(&mut clients, format_args!("{name},EUR"));
            for (month, (year, of_year)) in months().take(self.months).enumerate() {
                let (out, outcome) = if (place + month) % 7 == 0 { (9, "late") } else { (5, "met") };
                let due = format!("{year}-{of_year:02}-05");
                line(
                    &mut deliverables,
                    format_args!("{name},Report {month},{due},{year}-{of_year:02}-{out:02},{outcome}"),
                );
                let value = if place % 9 == 0 { 1 + month % 2 } else { 5 - (place + month) % 3 };
                line(
                    &mut check_ins,
                    format_args!(
                        "{name},{year}-{of_year:02}-12,CSAT,{value},What was said about report {month}"
                    ),
                );
            }
            for (number, (year, month)) in months().take(self.invoices).enumerate() {
                // A few are late with the latest; the others have paid all.
                let paid = if number == 0 && place % 9 == 0 {
                    String::new()
                } else {
                    format!("{year}-{month:02}-{:02}", 10 + place % 20)
                };
                line(
                    &mut invoices,
                    format_args!(
                        "{name},{place}-{number},{year}-{month:02}-01,1200.00,{year}-{month:02}-28,{paid}"
                    ),
                );
            }
        }
        for entry in 0..self.time_entries {
            let (year, month, day) = (2016 + entry % 10, 1 + entry / 10 % 12, 1 + entry / 120 % 28);
            line(
                &mut times,
                format_args!(
                    "Client {:04} & Partners,{year}-{month:02}-{day:02},{}:{:02},Work on item {entry},yes",
                    entry * 7 % self.clients,
                    1 + entry % 4,
                    entry % 60
                ),
            );
        }
        [
            ("clients.csv", clients),
            ("deliverables.csv", deliverables),
            ("answers.csv", check_ins),
            ("bills.csv", invoices),
            ("times.csv", times),
        ]
    }
}

/// The months up to the present one, the latest first.
fn months() -> impl Iterator<Item = (i32, u32)> {
    (0..120_u32).map(|back| {
        let months = 2026 * 12 + 10 - 1 - i32::try_from(back).unwrap_or_default();
        (months.div_euclid(12), u32::try_from(months.rem_euclid(12)).unwrap_or_default() + 1)
    })
}

fn line(text: &mut String, content: std::fmt::Arguments<'_>) {
    writeln!(text, "{content}").expect("a text can be written to");
}
