//! The screens, and how one comes to them.
use crate::window::Window;

/// The screens that the sidebar and their tabs lead to, each with what is seen on it.
pub(super) const PLACES: [(&[&str], &str); 14] = [
    (&["nav-today"], "main ul"),
    (&["nav-today", "go-templates"], "main h1"),
    (&["nav-clients"], "main table"),
    (&["nav-clients", "tab-worth"], "[data-testid='worth-table']"),
    (&["nav-clients", "tab-renewals"], "[data-testid='renewal-year']"),
    (&["nav-offering"], "main table"),
    (&["nav-offering", "tab-trust"], "[data-testid='trust-on_time']"),
    (&["nav-enquiries"], "[data-testid='enquiry-decline']"),
    (&["nav-enquiries", "tab-fit"], "[data-testid='fit-add']"),
    (&["nav-letters"], "main h1"),
    (&["nav-settings"], "main form"),
    (&["nav-settings", "settings-part-method"], "[data-testid='method-form']"),
    (&["nav-settings", "settings-part-safety"], "main h2"),
    (&["nav-clients", "lookback-button"], "main form"),
];

/// Goes to one of them by clicks, and waits for what is seen on it.
pub(super) async fn go(window: &Window, (clicks, seen): (&[&str], &str)) {
    for click in clicks {
        window.click(click).await;
    }
    window.see_selector(seen).await;
}
