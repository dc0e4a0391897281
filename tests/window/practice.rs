//! The window of a practice: steps that several journeys take.
use serde_json::json;
use thirtyfour::Key;

use crate::window::Window;

impl Window {
    /// Waits until a client stands in the table.
    pub(crate) async fn see_client(&self, name: &str) {
        self.see_words(&line_of(name), name).await;
    }

    /// What the table says of a client.
    pub(crate) async fn client_line(&self, name: &str) -> String {
        self.see_words(&line_of(name), name).await.text().await.expect("what is seen can be read")
    }

    /// Opens a client from the table.
    pub(crate) async fn open_client(&self, name: &str) {
        self.click_selector(&format!("{} a", line_of(name))).await;
        self.see("verdict-sentence").await;
    }

    /// Records a check-in of the client who is open: out of 5, and in their words.
    pub(crate) async fn record_check_in(&self, rating: &str, words: &str) {
        self.click("record-button").await;
        self.click("record-kind-check_in").await;
        self.see_focused("[data-field=value]").await;
        self.type_text(rating).await;
        self.tab_to("textarea").await;
        self.type_text(words).await;
        self.click("record-save").await;
        self.gone("record-dialog").await;
    }

    /// From the clients to the import, and there to the file that the dialog answers.
    pub(crate) async fn import_file(&self) {
        self.click("import-button").await;
        self.read("headline", "Import").await;
        self.click("import-button").await;
    }

    /// Records a client by name alone.
    pub(crate) async fn record_client(&self, name: &str) {
        self.click("record-button").await;
        self.click("record-kind-client").await;
        self.see_focused("[data-field=name]").await;
        self.type_text(name).await;
        self.press(&[], Key::Enter).await;
        self.gone("record-dialog").await;
    }
}

/// The name as a string of CSS, whatever stands in it.
fn line_of(name: &str) -> String {
    format!("[data-name={}]", json!(name))
}
