//! Files as people have them: with a mistake, with headers nobody knows, with a name nearly a client's, and very long.
use std::fmt::Write as _;

use super::{NEVER_HAPPY, sample_opened};
use crate::{home::Home, machine::Machine, window::Window};

const ONE_WRONG_DATE: &str = "\
Client,Date,Scale,Rating,Comment
Tamar Foods,2026-11-20,CSAT,5,Splendid
Tamar Foods,2026-13-45,CSAT,4,Fine
";

#[tokio::test]
async fn a_file_with_a_wrong_date_is_refused_by_line_and_changes_nothing() {
    let home = Home::fresh();
    home.answer_dialogs(&[&home.write("check-ins.csv", ONE_WRONG_DATE)]);
    let (machine, window) = sample_opened(&home).await;
    let before = window.client_line("Tamar Foods").await;

    window.import_file().await;
    window.see_words("main", "2026-13-45").await;
    window.picture("9 import, refused").await;
    assert_eq!(
        window.count("[data-testid='import-confirm']:not([disabled])").await,
        0,
        "a file with a refused row cannot be confirmed"
    );

    window.click("nav-clients").await;
    assert_eq!(window.client_line("Tamar Foods").await, before, "nothing of the file was written");
    window.close(&machine).await;
}

const STRANGE: &str = "\
Who,When it was,Stars,What they told us
Halden & Co,2026-11-19,2,Quillback
Tamar Foods,2026-11-20,5,Zeppelin
";

#[tokio::test]
async fn a_file_with_strange_headers_is_mapped_by_hand() {
    let home = Home::fresh();
    home.answer_dialogs(&[&home.write("stars.csv", STRANGE)]);
    let (machine, window) = sample_opened(&home).await;
    window.import_file().await;
    window.see("import-problem").await;
    window.picture("100 import, not recognised").await;

    window.click_selector("[data-testid='import-kind'] option[value^='check']").await;
    for (field, header) in
        [("Client", "Who"), ("Date", "When it was"), ("Value", "Stars"), ("Words", "What they told us")]
    {
        let option = format!("[data-field='{field}'] option[value='{header}']");
        window.click_selector(&option).await;
        let chosen = "return document.querySelector(arguments[0])?.selected === true
            && !document.querySelector('[data-testid=import-kind]').disabled";
        window.until(&format!("{header} holds the {field}"), chosen, serde_json::json!([option])).await;
    }
    window.click_selector("[data-fixed='Scale'] option[value='CSAT']").await;
    window.gone("import-problem").await;
    window.picture("101 import, mapped").await;
    window.click("import-confirm").await;
    window.see("import-done").await;

    window.find("quillback", "Quillback").await;
    window.leave_palette().await;
    window.click("import-undo").await;
    window.read("import-note", "Taken back").await;
    window.close(&machine).await;
}

const TOGGL: &str = "\
User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (GBP)
Robin,r@v.example,Haldon & Co,Reports,,Quokka,Yes,2026-11-12,09:00:00,2026-11-12,12:00:00,03:00:00,,240.00
Robin,r@v.example,Tamar Foods,Reports,,Layout,Yes,2026-11-13,09:00:00,2026-11-13,10:00:00,01:00:00,,80.00
";

#[tokio::test]
async fn a_name_that_is_nearly_a_clients_waits_for_a_word() {
    let home = Home::fresh();
    home.answer_dialogs(&[&home.write("Toggl.csv", TOGGL)]);
    let (machine, window) = sample_opened(&home).await;
    window.import_file().await;
    window.read("import-found", "Toggl").await;
    window.see_words("[data-testid='import-unknown']", "Haldon & Co").await;
    window.picture("102 import, a near name").await;
    window.see_selector("[data-testid='import-confirm'][disabled]").await;

    window.click_selector("[data-testid='import-unknown'] option[value^='existing']").await;
    window.click_selector("[data-testid='import-confirm']:not([disabled])").await;
    window.see("import-done").await;
    window.picture("103 import, done").await;
    window.click("import-leave").await;
    assert_eq!(window.count("[data-name='Haldon & Co']").await, 0, "the name became no client of its own");
    window.open_client(NEVER_HAPPY).await;
    window.see_words("main li", "Quokka").await;
    window.close(&machine).await;
}

const MANY: usize = 100_000;

#[tokio::test]
async fn a_hundred_thousand_rows_show_how_far_they_are_and_can_be_cancelled() {
    let home = Home::fresh();
    home.answer_dialogs(&[&home.write("hours.csv", &hours())]);
    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    window.click("welcome-import").await;
    window.click("import-button").await;
    window.read("import-found", "100,000").await;

    window.click("import-confirm").await;
    window.see("import-stop").await;
    window.see_words("main", "to go").await;
    window.picture("104 import, how far").await;
    window.click("import-stop").await;
    window.read("import-note", "Cancelled. Nothing was written.").await;
    window.picture("105 import, cancelled").await;
    assert!(window.next_undo().await.contains("nothing to undo"), "what was cancelled left no step");

    window.close(&machine).await;
}

/// Time entries of twenty clients whose names are far from each other, on days of four years.
fn hours() -> String {
    let mut text = String::from(
        "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (GBP)\n",
    );
    for row in 0..MANY {
        let (client, day, month, year) = (row % 20, row % 28 + 1, row / 28 % 12 + 1, row / 336 % 4 + 2022);
        let on = format!("{year}-{month:02}-{day:02}");
        let (name, minutes) = (NAMES[client], row % 50 + 10);
        writeln!(text, "Robin,r@v.example,{name},Reports,,Item {row},Yes,{on},09:00:00,{on},09:59:00,00:{minutes}:00,,40.00")
            .expect("a text takes any line");
    }
    text
}

const NAMES: [&str; 20] = [
    "Alder",
    "Birchwood",
    "Cypress House",
    "Dogwood Foods",
    "Elder Street",
    "Figtree Partners",
    "Gorse",
    "Hazel Trust",
    "Ironbark",
    "Juniper Trading",
    "Kapok",
    "Larch Holdings",
    "Mulberry",
    "Nutmeg Kitchen",
    "Osier Works",
    "Pinewood",
    "Quince",
    "Rowan Legal",
    "Sycamore",
    "Tamarisk Films",
];
