//! Records taken out: as files, as an archive that another ledger reads back whole, and of one client alone.
use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use super::{NEVER_HAPPY, sample_opened};
use crate::{
    home::{Home, TODAY},
    machine::Machine,
    window::Window,
};

const ROWS: &str = "return [...document.querySelectorAll('tr[data-name]')].map((row) => row.innerText)";

#[tokio::test]
async fn everything_is_taken_out_and_an_archive_fills_an_empty_ledger() {
    let home = Home::fresh();
    let folders = ["csv", "json", "calendar", "contacts"].map(|what| home.path(what));
    home.answer_dialogs(&folders.each_ref().map(PathBuf::as_path));
    let (machine, window) = sample_opened(&home).await;
    let clients = rows(&window).await;
    window.click("nav-settings").await;
    for (what, folder) in ["csv", "json", "calendar", "contacts"].into_iter().zip(&folders) {
        window.click(&format!("export-{what}")).await;
        window.read("exported", &folder.display().to_string()).await;
    }
    window.picture("90 exported").await;
    window.close(&machine).await;
    drop(machine);

    let deliverables = text(&one_file(&folders[0], "deliverable.csv"));
    assert!(
        deliverables.contains("client,title,due_on"),
        "a table begins with its header: {deliverables:.80}"
    );
    assert!(deliverables.contains(NEVER_HAPPY), "a client's deliverables are among them");
    let calendar = text(&one_file(&folders[2], ".ics"));
    assert!(
        calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.contains("BEGIN:VALARM"),
        "the dates come with alarms: {calendar:.80}"
    );
    assert!(text(&one_file(&folders[3], ".vcf")).contains("VERSION:4.0"), "contacts are vCards");

    let other = Home::fresh();
    other.answer_dialogs(&[&one_file(&folders[1], ".json")]);
    let machine = Machine::start(&other).await;
    let window = Window::open(&machine).await;
    window.click("welcome-archive").await;
    window.see("nav-clients").await;
    window.click("nav-clients").await;
    window.see_client(NEVER_HAPPY).await;
    assert_eq!(rows(&window).await, clients, "the archive gives the same clients with the same verdicts");
    window.picture("91 from an archive").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn one_client_is_taken_out_alone() {
    let home = Home::fresh();
    let folder = home.path("halden");
    home.answer_dialogs(&[&folder]);
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.choose_of_client("client-export").await;
    window.read("toast", "Written").await;
    window.picture("92 one client taken out").await;
    window.close(&machine).await;

    let all: String = files(&folder).iter().map(|file| text(file)).collect();
    assert!(all.contains("petra@halden.example"), "what is recorded about them is in it");
    assert!(!all.contains("Tamar Foods"), "nobody else is in it");
}

async fn rows(window: &Window) -> Value {
    window.ask(ROWS, json!([])).await
}

/// The files that were written into the folder of the day.
fn files(folder: &Path) -> Vec<PathBuf> {
    let folder = folder.join(format!("Kindly {TODAY}"));
    let listed =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{} is there: {error}", folder.display()));
    listed.map(|file| file.expect("a folder can be read").path()).filter(|path| path.is_file()).collect()
}

fn one_file(folder: &Path, end: &str) -> PathBuf {
    let files = files(folder);
    let mut found = files.iter().filter(|file| file.display().to_string().ends_with(end));
    found.next().unwrap_or_else(|| panic!("a file ends in {end}, there are {files:?}")).clone()
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).expect("an export is text")
}
