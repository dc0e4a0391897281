//! A figure tells how it is worked out, to the keyboard too.
use thirtyfour::Key;

use super::sample_opened;
use crate::home::Home;

const NAME_OF_NPS: &str = "[data-testid='figure-nps'] dt button";

#[tokio::test]
async fn a_figure_opens_its_formula_by_keyboard_and_shows_how_sure_it_is() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.see("figure-nps").await;
    window.click_words("[data-testid='figures'] ~ button", "").await;
    window.click_selector("[data-testid='figure-csat_mean'] dt button").await;
    window.press(&[], Key::Escape).await;
    window.tab_to(NAME_OF_NPS).await;
    window.press(&[], Key::Enter).await;
    window.see_selector(&format!("{NAME_OF_NPS}[aria-expanded='true']")).await;
    for words in ["promoters", "detractors", "95%"] {
        window.see_words("[data-testid='figure-nps'] .about", words).await;
    }
    window.see_words("[data-testid='figure-nps'] .interval", "to").await;
    window.picture("60 figures, formula").await;

    window.press(&[], Key::Escape).await;
    window.see_selector(&format!("{NAME_OF_NPS}[aria-expanded='false']")).await;
    window.see("headline").await;
    window.close(&machine).await;
}
