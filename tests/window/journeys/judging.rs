//! Offering or fit, the verdict explained, and what comes before a decision: in the window, on the sample.
use thirtyfour::Key;

use super::{NEVER_HAPPY, sample_opened};
use crate::home::Home;

#[tokio::test]
async fn what_should_be_fixed_is_answered_and_a_change_of_ours_noted() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.click("nav-offering").await;
    window.see_words("main", "Offering or fit").await;
    window.see_words("table", "report unclear").await;
    window.picture("200 offering or fit").await;
    window.click("improve").await;
    window.see("record-save").await;
    window.put("what", "A draft to look at on the third day").await;
    window.save_record().await;
    window.see_words("main", "A draft to look at on the third day").await;
    window.click("tab-trust").await;
    window.see("trust-on_time").await;
    window.picture("201 our own trust").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn whom_to_let_go_is_answered_from_the_verdict_to_the_decision_and_its_letter() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.open_client(NEVER_HAPPY).await;
    window.click("course").await;
    window.see("course-picture").await;
    window.see("course-table").await;
    window.picture("202 the course of a verdict").await;
    window.click("what-if").await;
    window.see("what-if-result").await;
    window.picture("203 what if").await;
    window.click("evidence-button").await;
    window.see("evidence-save").await;
    window.see_selector("main img, main canvas").await;
    window.picture("204 the file of evidence").await;
    window.press(&[], Key::Escape).await;
    window.see("verdict-sentence").await;
    window.click("decide-button").await;
    window.see("decide-steps").await;
    window.see("decide-balance").await;
    window.picture("205 before you decide").await;
    window.click("decide-part").await;
    window.see("record-save").await;
    window.pick("reason", "option[value='unhappy_despite_delivery']").await;
    window.save_record().await;
    window.see("decided").await;
    window.click("decide-letter-renewal_refusal").await;
    window.see_words("main", "Yours sincerely").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn what_each_client_is_worth_and_what_a_cut_would_mean() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.click("tab-worth").await;
    window.see("worth-table").await;
    window.picture("206 worth").await;
    window.click("sort-fees").await;
    let first = "[data-testid='worth-table'] tbody tr:first-child";
    window.see_words(first, NEVER_HAPPY).await;
    window.click_selector(&format!("{first} [data-testid^='price-']")).await;
    window.see_focused("[data-testid='price']").await;
    window.see_words("[data-testid='price-result'] dl", "Parting is better below").await;
    window.put_into("[data-testid='price-cut']", "100").await;
    window.see_words("[data-testid='price']", "A number from 1 to 99").await;
    window.put_into("[data-testid='price-cut']", "60").await;
    window.see_words("[data-testid='price-result']", "Parting is better:").await;
    window.picture("207 a cut that is asked for").await;
    window.click("price-letter-new_terms").await;
    window.see_words("main", "Yours sincerely").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn a_renewal_is_decided_in_the_calendar_and_its_letter_begun() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.click("tab-renewals").await;
    window.see("renewal-year").await;
    window.picture("208 renewals").await;
    let line = format!("tr[data-name='{NEVER_HAPPY}']");
    window.click_selector(&format!("{line} [data-testid='renewal-decide']")).await;
    window.click_selector("[role=menuitem][data-testid='renewal-part']").await;
    window.see("record-save").await;
    window.pick("reason", "option[value='unhappy_despite_delivery']").await;
    window.save_record().await;
    window.see_words(&line, "Don’t renew. Unhappy despite delivery.").await;
    window.picture("209 a renewal is decided").await;
    window.click_selector(&format!("{line} [data-testid='renewal-letter']")).await;
    window.see_words("main", "Yours sincerely").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn the_door_is_guarded_by_criteria_of_ones_own() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.click("nav-enquiries").await;
    window.see("enquiry-band").await;
    window.picture("210 enquiries and their fit").await;
    window.click("tab-fit").await;
    window.see("fit-add").await;
    window.picture("211 whom we fit").await;
    window.click("fit-add").await;
    window.see("record-save").await;
    window.put("name", "Has one person who decides").await;
    window.save_record().await;
    window.see_words("main", "Has one person who decides").await;
    window.close(&machine).await;
}

#[tokio::test]
async fn other_bars_of_the_method_show_what_they_would_do_before_they_are_saved() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    window.click("nav-settings").await;
    window.click("settings-part-method").await;
    window.see("method-form").await;
    window.put_into("[data-testid='method-form'] input", "95").await;
    window.see("method-effect").await;
    window.see_words("[data-testid='method-effect']", "from Never happy to Watch").await;
    window.picture("212 other bars").await;
    window.close(&machine).await;
}
