//! The three questions that Kindly is opened for, asked of a practice that came from files: what should I fix, whom should
//! I let go, what must I do this week.
use std::{fmt::Write as _, path::PathBuf};

use crate::{
    home::{Home, TODAY},
    machine::Machine,
    window::Window,
};

/// A year of work for eight clients: six are content, one is let down by us, one is not content whatever we deliver.
const CLIENTS: [(&str, Kind); 8] = [
    ("Ashby Optics", Kind::Content),
    ("Birch Legal", Kind::Content),
    ("Cole Pharmacy", Kind::Content),
    ("Drew Interiors", Kind::Content),
    ("Elm Primary", Kind::Content),
    ("Fenwick Tours", Kind::Content),
    ("Grove Brothers", Kind::NeverContent),
    ("Hart Ceramics", Kind::LetDown),
];

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Content,
    NeverContent,
    LetDown,
}

/// The files as they would be brought: clients, deliverables, check-ins, invoices.
pub(super) fn files() -> [(&'static str, String); 4] {
    let mut clients = String::from("Name,Currency,Country,Salutation,Given name,Family name,Address\n");
    let mut deliverables = String::from("Client,Title,Due,Delivered,Outcome\n");
    let mut check_ins = String::from("Client,Date,Scale,Value,Words\n");
    let mut invoices = String::from("Client,Number,Issued,Amount,Due,Paid\n");
    let months = (0..12).map(|month| if month == 0 { (2025, 12) } else { (2026, month) });
    for (place, (name, kind)) in CLIENTS.into_iter().enumerate() {
        writeln!(clients, "{name},GBP,GB,Ms,Ada,{name},{place} Mill Lane / Leeds LS1 5QS")
            .expect("a text can be written to");
        for (year, month) in months.clone().take(11) {
            let (out, outcome) = if kind == Kind::LetDown { (9, "late") } else { (5, "met") };
            writeln!(
                deliverables,
                "{name},Report {month},{year}-{month:02}-05,{year}-{month:02}-{out:02},{outcome}"
            )
            .expect("a text can be written to");
            let (value, words) = match kind {
                Kind::Content => (5 - month % 2, ""),
                Kind::NeverContent => (1 + month % 2, "Not what we hoped for"),
                Kind::LetDown => (2, "Late again"),
            };
            writeln!(check_ins, "{name},{year}-{month:02}-12,CSAT,{value},{words}")
                .expect("a text can be written to");
        }
        let paid = if name == "Cole Pharmacy" { "" } else { "2026-10-30" };
        writeln!(invoices, "{name},2026-{place},2026-10-01,1200.00,2026-10-31,{paid}")
            .expect("a text can be written to");
    }
    [
        ("clients.csv", clients),
        ("deliverables.csv", deliverables),
        ("answers.csv", check_ins),
        ("bills.csv", invoices),
    ]
}

#[tokio::test]
async fn the_three_questions_are_answered_on_a_practice_that_came_from_files() {
    assert_eq!(TODAY, "2026-11-22", "the files lie within the year before");
    let home = Home::fresh();
    let paths: Vec<_> = files().iter().map(|(name, content)| home.write(name, content)).collect();
    home.answer_dialogs(&paths.iter().map(PathBuf::as_path).collect::<Vec<_>>());
    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    window.click("welcome-import").await;
    for place in 0..paths.len() {
        if place > 0 {
            window.click("import-button").await;
        }
        window.click("import-button").await;
        window.click("import-confirm").await;
        window.see("import-done").await;
        window.click("import-leave").await;
        window.see_client("Ashby Optics").await;
    }

    // Whom should I let go? One is marked, and says on what it rests.
    window.picture("220 whom should I let go").await;
    let line = window.client_line("Grove Brothers").await;
    assert!(line.contains("Never happy"), "the one who is not content whatever is delivered: {line}");
    let ours = window.client_line("Hart Ceramics").await;
    assert!(ours.contains("Ours to put right"), "who is let down by us is not called so: {ours}");
    window.open_client("Grove Brothers").await;
    window.click("decide-button").await;
    window.see("decide-balance").await;
    window.picture("221 before that is decided").await;

    // A bill that names no currency is in its client's.
    window.see_words("main", "£1,200").await;

    // What should I fix? Our own delivery comes before any client.
    window.click("nav-offering").await;
    window.read("headline", "Put your own delivery right first").await;
    window.picture("222 what should I fix").await;

    // What must I do this week? The open invoice is among it.
    window.click("nav-today").await;
    window.see_words("main", "Cole Pharmacy").await;
    window.picture("223 what must I do this week").await;
    window.close(&machine).await;
}
