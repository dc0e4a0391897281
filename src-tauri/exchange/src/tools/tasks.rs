//! Task lists and boards.
use kindly_records::Outcome;

use super::{Form, Gather, Reader, Reading};
use crate::{
    Draft, Field, ImportKind, LeftOut, RowError, Tool, match_key,
    rows::{Cells, DeliverableRow, told_by_days},
};

pub(super) static ASANA: Form = Form {
    tool: Tool::Asana,
    kind: ImportKind::Deliverables,
    signature: &["taskid", "createdat", "completedat", "name", "duedate"],
    columns: &[
        ("projects", Field::Client),
        ("name", Field::Title),
        ("duedate", Field::Due),
        ("completedat", Field::Delivered),
        ("notes", Field::Notes),
    ],
    gather: Gather::Rows,
    read: asana,
};

pub(super) static TRELLO: Form = Form {
    tool: Tool::Trello,
    kind: ImportKind::Deliverables,
    signature: &["cardid", "cardname", "duedate", "listname"],
    columns: &[
        ("boardname", Field::Client),
        ("cardname", Field::Title),
        ("duedate", Field::Due),
        ("duecomplete", Field::Outcome),
        ("listname", Field::Outcome),
        ("carddescription", Field::Notes),
    ],
    gather: Gather::Rows,
    read: trello,
};

fn asana(cells: &Cells<'_>, reader: &mut Reader) -> Result<Reading, RowError> {
    let title = cells.text(Field::Title);
    let stated = cells.text(Field::Client);
    let project = if stated.is_empty() {
        reader.projects.get(&match_key(cells.keyed("parenttask"))).cloned().unwrap_or_default()
    } else {
        stated.to_owned()
    };
    if !title.is_empty() && !project.is_empty() {
        reader.projects.entry(match_key(title)).or_insert_with(|| project.clone());
    }
    let delivered_on = cells.date(Field::Delivered)?;
    let due_on = match cells.date(Field::Due)? {
        Some(day) => day,
        None => match delivered_on {
            Some(day) => {
                reader.due_from_completion += 1;
                day
            }
            None => return Ok(Reading::LeftOut(LeftOut::Undated)),
        },
    };
    if project.is_empty() {
        cells.required(Field::Client)?;
    }
    let row = DeliverableRow {
        line: cells.row.line,
        client: project,
        title: cells.required(Field::Title)?.to_owned(),
        due_on,
        delivered_on,
        outcome: told_by_days(due_on, delivered_on),
        engagement: cells.optional(Field::Engagement),
        notes: cells.lines(Field::Notes),
    };
    row.checked().map(|row| Reading::Draft(Draft::Deliverable(row)))
}

fn trello(cells: &Cells<'_>, reader: &mut Reader) -> Result<Reading, RowError> {
    let Some(due_on) = cells.date(Field::Due)? else { return Ok(Reading::LeftOut(LeftOut::Undated)) };
    let done = cells.keyed("duecomplete").eq_ignore_ascii_case("true") || is_done(cells.keyed("listname"));
    if done {
        reader.delivered_from_due += 1;
    }
    let row = DeliverableRow {
        line: cells.row.line,
        client: cells.required(Field::Client)?.to_owned(),
        title: cells.required(Field::Title)?.to_owned(),
        due_on,
        delivered_on: done.then_some(due_on),
        outcome: if done { Outcome::Met } else { Outcome::Pending },
        engagement: cells.optional(Field::Engagement),
        notes: cells.lines(Field::Notes),
    };
    row.checked().map(|row| Reading::Draft(Draft::Deliverable(row)))
}

/// Whether the name of a list says that its cards are done.
fn is_done(list: &str) -> bool {
    const DONE: [&str; 7] = ["done", "complete", "completed", "finished", "delivered", "shipped", "closed"];
    let list = list.to_lowercase();
    let mut words = list.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // "Not done yet", "To be delivered", "Almost done".
    let open = |word: &str| matches!(word, "not" | "to" | "be" | "almost" | "nearly" | "until");
    words.clone().any(|word| DONE.contains(&word)) && !words.any(open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_done_where_its_name_says_so() {
        let check = |list: &str, expected: bool| assert_eq!(is_done(list), expected, "{list}");
        check("Done", true);
        check("✅ Done!", true);
        check("Delivered in May", true);
        check("To be delivered", false);
        check("Not done", false);
        check("Doing", false);
        check("Abandoned", false);
        check("", false);
    }
}
