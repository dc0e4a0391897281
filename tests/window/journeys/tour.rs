//! Every screen has something to say on the sample, and nothing to complain of.
use super::sample_opened;
use crate::home::Home;

#[tokio::test]
async fn every_screen_shows_the_sample_without_an_error() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    for (place, words) in [
        ("nav-today", "Meridian"),
        ("nav-clients", "Borealis Labs"),
        ("nav-enquiries", "Okafor Trading"),
        ("nav-letters", ""),
        ("nav-settings", "Your letterhead"),
    ] {
        window.click(place).await;
        window.see_selector(&format!("[data-testid='{place}'][aria-current]")).await;
        window.see("headline").await;
        window.see_words("main", words).await;
        assert_eq!(window.count("[data-testid='error-note']").await, 0, "{place} shows no error");
        window.picture(&format!("tour {place}")).await;
    }
    window.close(&machine).await;
}
