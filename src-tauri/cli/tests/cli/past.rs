//! The history, and single steps of it.
use serde_json::Value;

use crate::typed::Desk;

/// Halden and Borealis, with a deliverable of Halden's that was changed, and something else since.
fn desk() -> (Desk, String) {
    let desk = Desk::new();
    desk.does(&["add", "client", "name=Halden & Co"]);
    desk.does(&["add", "client", "name=Borealis"]);
    let done = desk.json(&["add", "deliverable", "client=Halden & Co", "title=Report", "due_on=2026-11-01"]);
    let id = done["id"].as_str().expect("it has an id").to_owned();
    desk.does(&["edit", &id, "title=Audit"]);
    desk.does(&["add", "praise", "client=Borealis", "on=2026-11-20", "words=Lovely"]);
    (desk, id)
}

fn steps(history: &Value) -> Vec<(i64, String)> {
    let entries = history["entries"].as_array().expect("a list");
    let step = |entry: &Value| {
        (entry["seq"].as_i64().expect("a number"), entry["message"]["key"].as_str().unwrap_or("").to_owned())
    };
    entries.iter().map(step).collect()
}

#[test]
fn the_history_tells_what_was_done() {
    let (desk, id) = desk();
    let all = steps(&desk.json(&["history"]));
    let keys: Vec<&str> = all.iter().map(|(_, key)| key.as_str()).collect();
    assert_eq!(keys, ["did_add", "did_edit", "did_add", "did_add", "did_add"], "the latest first");
    let halden = steps(&desk.json(&["history", "--client", "Halden & Co"]));
    assert_eq!(halden.len(), 3, "of a client only what touched them: {halden:?}");
    let older = steps(&desk.json(&["history", "--before", &halden[0].0.to_string()]));
    assert!(older.iter().all(|(seq, _)| *seq < halden[0].0) && older.len() == 3, "older ones: {older:?}");
    let said = desk.does(&["history"]);
    assert!(said.contains("Changed: deliverable “Audit” of Halden & Co."), "in sentences: {said}");
    assert!(said.contains(&format!("put-back {} {id}", halden[0].0)), "with what can be put back: {said}");
}

#[test]
fn an_older_step_is_taken_back_alone_unless_later_ones_rest_on_it() {
    let (desk, id) = desk();
    let all = steps(&desk.json(&["history"]));
    let (edited, added) = (all[1].0.to_string(), all[2].0.to_string());
    let said = desk.refuses(&["take-back", &added]);
    assert!(said.contains("later step") && said.contains("Audit"), "what stands in the way is named: {said}");
    assert_eq!(steps(&desk.json(&["history"])), all, "and nothing was done");
    let said = desk.does(&["take-back", &edited]);
    assert!(said.starts_with("Taken back: Changed: deliverable"), "it says what was taken back: {said}");
    assert_eq!(desk.json(&["show", &id])["record"]["title"], "Report", "alone");
    assert_eq!(
        desk.json(&["list", "praise"])["records"].as_array().map(Vec::len),
        Some(1),
        "what came later stays"
    );
    assert!(desk.does(&["history"]).contains("(taken back)"), "the history marks it");
    desk.refuses(&["take-back", &edited]);
    desk.refuses(&["take-back", "9999"]);
    desk.does(&["undo"]);
    assert_eq!(desk.json(&["show", &id])["record"]["title"], "Audit", "taking back is a step itself");
}

#[test]
fn a_record_is_put_back_as_it_stood() {
    let (desk, id) = desk();
    let edited = steps(&desk.json(&["history"]))[1].0.to_string();
    desk.does(&["edit", &id, "notes=more"]);
    let said = desk.does(&["put-back", &edited, &id]);
    assert_eq!(said, "Brought back: deliverable “Report” of Halden & Co.\n", "it says what came back");
    let record = desk.json(&["show", &id])["record"].clone();
    assert_eq!((&record["title"], &record["notes"]), (&"Report".into(), &"".into()), "as before that step");
    desk.does(&["remove", &id]);
    let removed = steps(&desk.json(&["history"]))[0].0.to_string();
    desk.does(&["put-back", &removed, &id]);
    assert_eq!(desk.json(&["show", &id])["record"]["title"], "Report", "also one that was removed");
    let said = desk.refuses(&["put-back", "1", &id]);
    assert!(said.contains(&id), "what did not stand then cannot be put back: {said}");
}
