//! Which column of a survey holds what.
use std::cmp::Reverse;

use super::leading_number;
use crate::{Asked, Field, Mapping, Question, Tool, header::header_key, table::Row};

/// The tool that writes surveys under these folded headers.
pub(crate) fn signature(keys: &[String]) -> Option<Tool> {
    let has = |key: &str| keys.iter().any(|found| found == key);
    let asks_who = keys.iter().any(|key| who(key).is_some());
    if has("submitdateutc") || (has("networkid") && (has("submittedat") || has("submitdate"))) {
        Some(Tool::Typeform)
    } else if (has("datesubmitted") || has("submitdate")) && (has("lastpage") || has("startlanguage")) {
        Some(Tool::LimeSurvey)
    } else if keys.first().is_some_and(|key| key == "timestamp") && asks_who {
        Some(Tool::GoogleForms)
    } else {
        None
    }
}

/// Columns that the tools add to the answers.
const OWN: [&str; 21] = [
    "",
    "id",
    "responseid",
    "lastpage",
    "startlanguage",
    "seed",
    "token",
    "datestarted",
    "startdate",
    "dateoflastaction",
    "datestamp",
    "ipaddress",
    "ipaddr",
    "refererurl",
    "refurl",
    "networkid",
    "startdateutc",
    "stagedateutc",
    "tags",
    "ending",
    "responsetype",
];

const DAYS: [&str; 6] =
    ["timestamp", "submitdateutc", "submittedat", "datesubmitted", "submitdate", "completiontime"];

/// Who answered, by the words of a header.
fn who(key: &str) -> Option<Field> {
    // A question may mention a company in passing: only a short header asks for it.
    let short = key.len() <= 30;
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if key.contains("email") && key.len() <= 40 {
        Some(Field::Email)
    } else if short && has(&["company", "organisation", "organization", "business", "client", "customer"]) {
        Some(Field::Client)
    } else if short && (matches!(key, "name" | "respondent" | "whoareyou") || key.ends_with("name")) {
        Some(Field::Person)
    } else {
        None
    }
}

/// The field of each column, and what should be asked about them.
pub(super) fn fields(
    keys: &[String],
    header: &Row,
    below: &[Row],
    mapping: Option<&Mapping>,
) -> (Vec<Option<Field>>, Vec<Question>) {
    let mut fields: Vec<Option<Field>> = vec![None; keys.len()];
    let mut stated = Vec::new();
    for (name, header) in mapping.iter().flat_map(|mapping| &mapping.columns) {
        let Some(field) = Field::named(name) else { continue };
        stated.push(field);
        let key = header_key(header);
        if let Some(at) = keys.iter().position(|found| !key.is_empty() && *found == key) {
            fields[at] = Some(field);
        }
    }
    let fixed = mapping.iter().flat_map(|mapping| mapping.fixed.keys());
    stated.extend(fixed.filter_map(|name| Field::named(name)));
    let wanted =
        |field: Field, fields: &[Option<Field>]| !stated.contains(&field) && !fields.contains(&Some(field));
    let day = DAYS.iter().find_map(|day| keys.iter().position(|key| key == day));
    if let Some(at) = day.filter(|at| fields[*at].is_none() && wanted(Field::Date, &fields)) {
        fields[at] = Some(Field::Date);
    }
    let is_own = |at: usize| OWN.contains(&keys[at].as_str()) || DAYS.contains(&keys[at].as_str());
    let answers = answers(keys.len(), below);
    for (at, key) in keys.iter().enumerate() {
        if let Some(field) = who(key)
            && answers[at].length > 0
            && fields[at].is_none()
            && !is_own(at)
            && wanted(field, &fields)
        {
            fields[at] = Some(field);
        }
    }
    let free = |fields: &[Option<Field>]| -> Vec<usize> {
        (0..keys.len()).filter(|at| fields[*at].is_none() && !is_own(*at)).collect()
    };
    let mut questions = Vec::new();
    if wanted(Field::Value, &fields) {
        let ratings: Vec<usize> = free(&fields).into_iter().filter(|at| answers[*at].is_rating()).collect();
        if let Some(first) = ratings.first() {
            fields[*first] = Some(Field::Value);
        }
        if ratings.len() > 1 {
            let named = |at: &usize| header.cells.get(*at).unwrap_or_default().trim().to_owned();
            questions.push(Question {
                about: Asked::Column(Field::Value),
                column: None,
                choices: ratings.iter().map(named).collect(),
                taken: ratings.first().map(named),
            });
        }
    }
    if wanted(Field::Words, &fields) {
        // The column that says it is for comments, or else the one with most to read.
        let length = |at: usize| answers[at].length;
        let candidates = free(&fields).into_iter().filter(|at| !answers[*at].is_rating() && length(*at) > 0);
        if let Some(at) = candidates.max_by_key(|at| (is_comment(&keys[*at]), length(*at), Reverse(*at))) {
            fields[at] = Some(Field::Words);
        }
    }
    (fields, questions)
}

fn is_comment(key: &str) -> bool {
    ["comment", "feedback", "anythingelse", "tellus", "tellme", "why", "improve", "remark", "suggest"]
        .iter()
        .any(|word| key.contains(word))
}

/// What stands in a column below its header.
#[derive(Clone, Copy, Default)]
struct Answers {
    /// The bytes of all answers together; zero where there is none.
    length: usize,
    /// Whether one of them is no whole number from 0 to 10.
    others: bool,
}

impl Answers {
    /// Whether the column holds whole numbers from 0 to 10 and nothing else, one at least.
    fn is_rating(self) -> bool {
        self.length > 0 && !self.others
    }
}

/// What stands in each column, from one walk over the cells: where rows end early, there are far fewer of them than rows
/// times columns.
fn answers(columns: usize, below: &[Row]) -> Vec<Answers> {
    let mut all = vec![Answers::default(); columns];
    for row in below {
        for (answers, cell) in all.iter_mut().zip(&row.cells) {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            answers.length += cell.len();
            answers.others |= leading_number(cell).is_none_or(|number| !(0..=10).contains(&number));
        }
    }
    all
}
