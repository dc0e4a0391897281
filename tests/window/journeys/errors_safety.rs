//! What the dialogs about protection, backups and moving cannot take: they say so, change nothing, and lead back.
use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use super::{
    NEVER_HAPPY,
    errors::{At, Refusal, check, recorded, step_back},
    sample_opened,
};
use crate::{home::Home, machine::Machine, window::Window};
use At::{Alert, Field};

const PASSPHRASE: &str = "quiet harbour lantern seventeen maple";
const OTHER: &str = "unruly teapot borrowed by the neighbour";

async fn open_safety(window: &Window) {
    window.click("nav-settings").await;
    window.click("settings-part-safety").await;
    window.see("ledger-path").await;
}

fn field(test_id: &str) -> String {
    format!("[data-testid='{test_id}']")
}

/// Types into the fields, says go, and waits for what is refused at the last of them.
async fn refuse(
    window: &Window,
    before: &Value,
    (dialog, go): (&str, &str),
    typed: &[(&str, &str)],
    at: Option<&str>,
    words: &[&str],
) {
    for (test_id, text) in typed {
        window.put_into(&field(test_id), text).await;
    }
    window.click(go).await;
    let typed: Vec<_> = typed.iter().map(|(test_id, text)| (field(test_id), *text)).collect();
    let typed: Vec<_> = typed.iter().map(|(field, text)| (field.as_str(), *text)).collect();
    let wrong = at.map(field);
    let at = wrong.as_deref().map_or(Alert, Field);
    check(window, before, &Refusal { dialog, at, words, typed: &typed }).await;
}

#[tokio::test]
async fn a_passphrase_or_a_code_that_will_not_do_protects_nothing() {
    let home = Home::fresh();
    let bare_key = home.path("ledger/practice.kindly.key");
    let (machine, window) = sample_opened(&home).await;
    open_safety(&window).await;
    let before = recorded(&window).await;
    let (dialog, passphrase) = ("protect-dialog", "protect-passphrase");
    let weak = ["Not enough yet", "hard to guess"];

    window.click("protect").await;
    refuse(&window, &before, (dialog, "protect-next"), &[], Some(passphrase), &weak).await;
    let typed = [(passphrase, "halden")];
    refuse(&window, &before, (dialog, "protect-next"), &typed, Some(passphrase), &weak).await;
    step_back(&window, dialog, "protect").await;

    window.click("protect").await;
    window.put_into(&field(passphrase), PASSPHRASE).await;
    window.read("strength", "Very strong").await;
    window.click("protect-next").await;
    let code = window.see("protect-code").await.text().await.expect("the code can be read");
    window.click("protect-next").await;
    let retyped = "protect-code-retyped";
    for wrong in ["AAAA-BBBB", &code[..code.len() - 2]] {
        let words = ["not the code as it is shown", "compare it group by group"];
        refuse(&window, &before, (dialog, "protect-finish"), &[(retyped, wrong)], Some(retyped), &words)
            .await;
        assert!(bare_key.exists(), "the ledger is as open as it was, after “{wrong}”");
    }
    step_back(&window, dialog, "protect").await;
    window.see("safety-unprotected").await;

    protect(&window).await;
    let before = recorded(&window).await;
    change_passphrase(&window, &before).await;
    renew_key(&window, &before).await;
    window.close(&machine).await;
}

async fn protect(window: &Window) {
    window.click("protect").await;
    window.put_into(&field("protect-passphrase"), PASSPHRASE).await;
    window.read("strength", "Very strong").await;
    window.click("protect-next").await;
    let code = window.see("protect-code").await.text().await.expect("the code can be read");
    window.click("protect-next").await;
    window.put_into(&field("protect-code-retyped"), &code).await;
    window.click("protect-finish").await;
    window.click("protect-close").await;
    window.see("safety-protected").await;
}

/// The present passphrase must be right, and the new one hard to guess.
async fn change_passphrase(window: &Window, before: &Value) {
    let (dialog, go) = ("passphrase-dialog", "passphrase-save");
    let (present, new) = ("passphrase-present", "passphrase-new");
    window.click("passphrase-change").await;
    let typed = [(new, OTHER)];
    refuse(window, before, (dialog, go), &typed, Some(present), &["Type the passphrase first"]).await;
    let typed = [(present, PASSPHRASE), (new, "halden")];
    refuse(window, before, (dialog, go), &typed, Some(new), &["Not enough yet", "hard to guess"]).await;
    window.put_into(&field(new), OTHER).await;
    window.read("strength", "Very strong").await;
    let typed = [(new, OTHER), (present, "halden and halden and halden")];
    let words = ["That is not it", "Mind capital letters"];
    refuse(window, before, (dialog, go), &typed, Some(present), &words).await;
    step_back(window, dialog, "passphrase-change").await;
}

/// A new key is made only by who knows the passphrase, and has the new code.
async fn renew_key(window: &Window, before: &Value) {
    let (dialog, passphrase) = ("protect-dialog", "protect-passphrase");
    window.click("new-key").await;
    let words = ["Type the passphrase first"];
    refuse(window, before, (dialog, "protect-next"), &[], Some(passphrase), &words).await;
    window.put_into(&field(passphrase), OTHER).await;
    window.click("protect-next").await;
    let code = window.see("protect-code").await.text().await.expect("the code can be read");
    window.click("protect-next").await;
    window.put_into(&field("protect-code-retyped"), &code).await;
    window.click("protect-finish").await;
    let typed = [(field(passphrase), OTHER)];
    let refusal = Refusal {
        dialog,
        at: Field(&typed[0].0),
        words: &["That is not it", "Mind capital letters"],
        typed: &[(&typed[0].0, typed[0].1)],
    };
    check(window, before, &refusal).await;
    step_back(window, dialog, "new-key").await;
}

#[tokio::test]
async fn a_bundle_is_neither_written_nor_opened_by_what_will_not_do() {
    let home = Home::fresh();
    let bundle = home.path("move.kindly-bundle");
    let none = home.write("holiday.txt", "Sun, sea and sand.");
    home.answer_dialogs_with(&[Some(&bundle), None, Some(&none), Some(&bundle)]);
    let (machine, window) = sample_opened(&home).await;
    open_safety(&window).await;
    let before = recorded(&window).await;

    let (dialog, go) = ("bundle-write-dialog", "bundle-write-do");
    let (passphrase, again) = ("bundle-passphrase", "bundle-passphrase-again");
    window.click("bundle-write").await;
    let typed = [(passphrase, "halden"), (again, "halden")];
    refuse(&window, &before, (dialog, go), &typed, Some(passphrase), &["Not enough yet", "hard to guess"])
        .await;
    window.put_into(&field(passphrase), PASSPHRASE).await;
    window.read("strength", "Very strong").await;
    let typed = [(passphrase, PASSPHRASE), (again, OTHER)];
    refuse(&window, &before, (dialog, go), &typed, Some(again), &["The two are not the same yet"]).await;
    assert!(!bundle.exists(), "no file is written with a passphrase that may be a slip");
    step_back(&window, dialog, "bundle-write").await;

    window.click("bundle-write").await;
    window.put_into(&field(passphrase), PASSPHRASE).await;
    window.read("strength", "Very strong").await;
    window.put_into(&field(again), PASSPHRASE).await;
    window.click(go).await;
    window.click("bundle-write-close").await;
    window.gone(dialog).await;
    window.see_focused(&field("bundle-write")).await;

    let (dialog, go, passphrase) = ("bundle-open-dialog", "bundle-open-do", "bundle-open-passphrase");
    window.click("bundle-open").await;
    refuse(&window, &before, (dialog, go), &[], Some(passphrase), &["Type the passphrase first"]).await;
    // The choice of a file is cancelled: that is no error, and nothing is lost.
    window.put_into(&field(passphrase), PASSPHRASE).await;
    window.click(go).await;
    let typed = [(passphrase, PASSPHRASE)];
    let words = ["holiday.txt is not a whole Kindly bundle", "write it anew on the other computer"];
    refuse(&window, &before, (dialog, go), &typed, None, &words).await;
    let typed = [(passphrase, OTHER)];
    let words = ["That does not open this bundle", "chosen when the bundle was written"];
    refuse(&window, &before, (dialog, go), &typed, Some(passphrase), &words).await;
    step_back(&window, dialog, "bundle-open").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn a_backup_that_is_none_or_is_damaged_takes_nothings_place() {
    let home = Home::fresh();
    let (empty, backups) = (home.path("empty"), home.path("ledger/practice.kindly-backups"));
    fs::create_dir(&empty).expect("a folder can be made in a temporary folder");
    home.answer_dialogs(&[&empty, &backups]);
    let (machine, window) = sample_opened(&home).await;
    open_safety(&window).await;
    protect(&window).await;
    window.click("backup-now").await;
    window.see("backup-row").await;
    let before = recorded(&window).await;

    let (dialog, go, secret) = ("folder-dialog", "folder-restore", "folder-secret");
    window.click("backup-folder").await;
    let words = ["empty holds no backups of Kindly", "choose the folder in which they lie"];
    refuse(&window, &before, (dialog, "folder-choose"), &[], None, &words).await;
    window.click("folder-choose").await;
    window.see("folder-row").await;
    let words = ["Type the passphrase or the recovery code"];
    refuse(&window, &before, (dialog, go), &[], Some(secret), &words).await;
    step_back(&window, dialog, "backup-folder").await;

    for file in newest_files(&backups) {
        fs::write(&file, "no backup any more").expect("a backup can be damaged");
    }
    window.click("backup-preview").await;
    let refusal = Refusal {
        dialog: "backup-dialog",
        at: Alert,
        words: &["There is no backup called", "choose one from the list"],
        typed: &[],
    };
    check(&window, &before, &refusal).await;
    let restorable =
        window.ask("return !document.querySelector(\"[data-testid='backup-restore']\").disabled", json!([]));
    assert_eq!(restorable.await, json!(false), "what cannot be read is not offered");
    step_back(&window, "backup-dialog", "backup-preview").await;
    window.click("nav-clients").await;
    window.see_client(NEVER_HAPPY).await;
    window.close(&machine).await;
}

/// The backups themselves, beside which the keys lie.
fn newest_files(folder: &PathBuf) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).expect("the folder of the backups is there");
    let files: Vec<_> = listed
        .map(|file| file.expect("a folder can be read").path())
        .filter(|path| path.is_file() && path.extension().is_none_or(|end| end != "key"))
        .collect();
    assert!(!files.is_empty(), "there is a backup to be damaged");
    files
}

#[tokio::test]
async fn on_the_first_day_what_holds_no_records_brings_none() {
    let home = Home::fresh();
    let empty = home.path("empty");
    fs::create_dir(&empty).expect("a folder can be made in a temporary folder");
    let none = home.write("holiday.txt", "Sun, sea and sand.");
    home.answer_dialogs(&[&none, &empty]);
    let machine = Machine::start(&home).await;
    let window = Window::open(&machine).await;
    window.see("welcome-bring").await;
    let before = recorded(&window).await;

    window.click("welcome-bring").await;
    window.see("bring-bundle").await;
    step_back(&window, "bring-dialog", "welcome-bring").await;

    window.click("welcome-bring").await;
    window.click("bring-bundle").await;
    let (dialog, typed) =
        (("bundle-open-dialog", "bundle-open-do"), [("bundle-open-passphrase", PASSPHRASE)]);
    let words = ["holiday.txt is not a whole Kindly bundle", "write it anew on the other computer"];
    refuse(&window, &before, dialog, &typed, None, &words).await;
    step_back(&window, dialog.0, "welcome-bring").await;

    window.click("welcome-bring").await;
    window.click("bring-folder").await;
    let words = ["empty holds no backups of Kindly", "choose the folder in which they lie"];
    refuse(&window, &before, ("folder-dialog", "folder-choose"), &[], None, &words).await;
    step_back(&window, "folder-dialog", "welcome-bring").await;
    window.see("welcome-sample").await;
    window.close(&machine).await;
}
