//! A file with a mistake in it changes nothing, and says what to mend.
use super::sample_opened;
use crate::home::Home;

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
