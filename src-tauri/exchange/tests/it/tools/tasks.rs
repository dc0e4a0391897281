//! Task lists and boards: deliverables.
use kindly_exchange::{DeliverableRow, Draft, ImportKind, LeftOut, Tool};
use kindly_records::Outcome;

use super::{day, drafts, left_out, mapped, refused, remarks, sheet};

fn task(
    line: usize,
    client: &str,
    title: &str,
    due: &str,
    delivered: Option<&str>,
    outcome: Outcome,
) -> DeliverableRow {
    DeliverableRow {
        line,
        client: client.to_owned(),
        title: title.to_owned(),
        due_on: day(due),
        delivered_on: delivered.map(day),
        outcome,
        engagement: None,
        notes: String::new(),
    }
}

fn noted(notes: &str, task: DeliverableRow) -> DeliverableRow {
    DeliverableRow { notes: notes.to_owned(), ..task }
}

#[test]
fn asana_tasks_are_met_late_or_pending_by_their_days() {
    let sheet = sheet("asana/plain.csv", Tool::Asana);
    assert_eq!(sheet.kind, ImportKind::Deliverables, "deliverables");
    let client = "Harbour Dental";
    assert_eq!(
        drafts!(sheet, Deliverable),
        [
            noted(
                "Sent as PDF",
                task(2, client, "March report", "2026-03-31", Some("2026-03-30"), Outcome::Met)
            ),
            task(3, client, "April report", "2026-04-30", Some("2026-05-06"), Outcome::Late),
            task(4, client, "May report", "2026-05-31", None, Outcome::Pending),
        ],
        "the project is the client"
    );
    assert_eq!(remarks(&sheet), [""; 0], "nothing was taken for granted");
}

#[test]
fn asana_subtasks_have_their_parents_project_and_tasks_without_days_are_left_out() {
    let sheet = sheet("asana/odd.csv", Tool::Asana);
    let rows: Vec<&DeliverableRow> = sheet
        .drafts()
        .map(|draft| match draft {
            Draft::Deliverable(row) => row,
            other => panic!("a deliverable expected, not {other:?}"),
        })
        .collect();
    let menu = task(2, "Café Lumière", "Menu redesign", "2026-02-20", Some("2026-02-20"), Outcome::Met);
    let typeface = task(4, "Café Lumière", "Typeface", "2026-02-12", Some("2026-02-10"), Outcome::Met);
    assert_eq!(
        rows,
        [&noted("\"Photos\" came late,\nfrom them", menu), &typeface],
        "a subtask is its parent's"
    );
    assert_eq!(left_out(&sheet), [(5, LeftOut::Undated)], "neither a due date nor a day of completion");
    assert_eq!(refused(&sheet), ["line 6: column Projects is empty; every row needs it"], "nobody's task");
    assert_eq!(
        remarks(&sheet),
        ["1 task without a due date: the day of completion stands for it"],
        "what was taken is said"
    );
}

#[test]
fn a_project_may_be_the_agreement_of_a_client_that_is_stated() {
    let mapping = r#"{"Engagement": "Projects", "fixed": {"Client": "Harbour Group"}}"#;
    let sheet = mapped("asana/plain.csv", mapping).expect("a sound mapping");
    let rows = drafts!(sheet, Deliverable);
    assert_eq!(sheet.tool, Some(Tool::Asana), "the tool is recognised still");
    for row in rows {
        assert_eq!(row.client, "Harbour Group", "what stands for all rows wins over the file");
        assert_eq!(row.engagement.as_deref(), Some("Harbour Dental"), "the column is read as it was mapped");
    }
}

#[test]
fn trello_cards_are_pending_unless_their_list_says_done() {
    let sheet = sheet("trello/plain.csv", Tool::Trello);
    let client = "Harbour Dental";
    assert_eq!(
        drafts!(sheet, Deliverable),
        [
            noted(
                "Sent as PDF",
                task(2, client, "March report", "2026-03-31", Some("2026-03-31"), Outcome::Met)
            ),
            task(3, client, "April report", "2026-04-30", None, Outcome::Pending),
        ],
        "the board is the client"
    );
    assert_eq!(
        remarks(&sheet),
        ["1 card is done, on a day that the file does not tell: the due date stands for it"],
        "what was taken is said"
    );
}

#[test]
fn trello_cards_marked_complete_are_done_and_archived_ones_are_not_by_that() {
    let sheet = sheet("trello/odd.csv", Tool::Trello);
    let client = "Café Lumière";
    assert_eq!(
        drafts!(sheet, Deliverable),
        [
            noted(
                "line one\nline two",
                task(2, client, "Final menu", "2026-02-14", Some("2026-02-14"), Outcome::Met)
            ),
            task(5, client, "Poster", "2026-03-14", None, Outcome::Pending),
        ],
        "an archived card in a list “Not done” is pending"
    );
    assert_eq!(left_out(&sheet), [(4, LeftOut::Undated)], "a card without a due date was never agreed");
}
