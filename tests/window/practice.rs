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

    /// Begins a record of a kind by its key, and waits for its form.
    pub(crate) async fn begin_record(&self, key: &str) {
        self.press(&[], "r").await;
        self.see("record-kind-check_in").await;
        self.press(&[], key).await;
        self.see("record-save").await;
    }

    /// Writes into a field of the form that is open, instead of what stands there.
    pub(crate) async fn put(&self, field: &str, text: &str) {
        self.put_into(&format!("dialog[open] [data-field='{field}']"), text).await;
    }

    /// Writes into a field anywhere, instead of what stands there.
    pub(crate) async fn put_into(&self, selector: &str, text: &str) {
        self.click_selector(selector).await;
        self.see_focused(selector).await;
        self.press(&[Key::Control], "a").await;
        self.type_text(text).await;
    }

    /// Chooses from a list of the form that is open.
    pub(crate) async fn pick(&self, field: &str, option: &str) {
        self.click_selector(&format!("dialog[open] [data-field='{field}'] {option}")).await;
    }

    /// Chooses one of a few alternatives that stand side by side.
    pub(crate) async fn choose(&self, field: &str, value: &str) {
        self.click_selector(&format!("dialog[open] label:has([data-testid='{field}-{value}'])")).await;
    }

    /// Saves the form by Enter, as a person does who has just typed.
    pub(crate) async fn save_record(&self) {
        self.press(&[], Key::Enter).await;
        self.gone("record-dialog").await;
    }

    /// What Ctrl Z would take back now, as the button says it.
    pub(crate) async fn next_undo(&self) -> String {
        let title = self.ask(UNDO_TITLE, json!([])).await;
        title.as_str().expect("a title is text").to_owned()
    }

    /// Waits until Ctrl Z would take back something else than that.
    pub(crate) async fn until_undo_is_not(&self, title: &str) {
        let script = "return document.querySelector('[data-testid=undo-button]').title !== arguments[0]";
        self.until(&format!("undo is no longer “{title}”"), script, json!([title])).await;
    }

    /// Waits until Ctrl Z would take back that.
    pub(crate) async fn until_undo_is(&self, title: &str) {
        let script = "return document.querySelector('[data-testid=undo-button]').title === arguments[0]";
        self.until(&format!("undo is “{title}”"), script, json!([title])).await;
    }

    /// Finds by Ctrl K, and waits for a hit that says so.
    pub(crate) async fn find(&self, text: &str, hit: &str) {
        self.press(&[Key::Control], "k").await;
        self.see_focused("[data-testid='find-dialog'] input").await;
        self.type_text(text).await;
        self.see_words("[data-testid='option-found']", hit).await;
    }

    /// Leaves the palette.
    pub(crate) async fn leave_palette(&self) {
        self.press(&[], Key::Escape).await;
        self.palette_closed().await;
    }

    /// Waits until the palette has closed: it waits unseen for the next time.
    pub(crate) async fn palette_closed(&self) {
        self.until_count("[data-testid='find-dialog'][open]", 0).await;
    }

    /// Begins a line by N.
    pub(crate) async fn begin_line(&self) {
        self.press(&[], "n").await;
        self.see_focused("[data-testid='find-dialog'] input").await;
    }

    /// Chooses from the menu of the client who is open.
    pub(crate) async fn choose_of_client(&self, test_id: &str) {
        self.click("client-menu").await;
        self.click_selector(&format!("[role=menuitem][data-testid='{test_id}']")).await;
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

const UNDO_TITLE: &str = "return document.querySelector('[data-testid=undo-button]').title";

/// The name as a string of CSS, whatever stands in it.
fn line_of(name: &str) -> String {
    format!("[data-name={}]", json!(name))
}
