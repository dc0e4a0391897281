//! The tables of a Markdown page.
use std::collections::HashMap;

/// One row, its cells by the words at the head of their columns.
#[derive(Debug)]
pub(crate) struct Row(HashMap<String, String>);

impl Row {
    /// What stands in a column: nothing where the table has no such column, or a dash in it.
    pub(crate) fn get(&self, column: &str) -> Option<&str> {
        self.0.get(column).map(String::as_str).filter(|cell| *cell != "–")
    }

    /// What must stand in a column.
    pub(crate) fn need(&self, column: &str) -> &str {
        self.get(column).unwrap_or_else(|| panic!("no {column} in {self:?}"))
    }
}

/// A section of the page: what stands under one heading of the second level.
#[derive(Debug, Default)]
pub(crate) struct Section {
    pub(crate) heading: String,
    /// The first code word of its text.
    pub(crate) key: String,
    /// All lines that are in no table.
    pub(crate) text: String,
    tables: Vec<(String, Vec<Row>)>,
}

impl Section {
    /// The rows of the tables whose first column has this head.
    pub(crate) fn rows(&self, kind: &str) -> impl Iterator<Item = &Row> {
        self.tables.iter().filter(move |(head, _)| head == kind).flat_map(|(_, rows)| rows)
    }
}

pub(crate) fn sections(page: &str) -> Vec<Section> {
    page.split("\n## ").skip(1).map(section).collect()
}

fn section(text: &str) -> Section {
    let (heading, body) = text.split_once('\n').expect("a heading stands on a line of its own");
    let mut section = Section { heading: heading.trim().to_owned(), ..Section::default() };
    let mut head: Vec<String> = Vec::new();
    for line in body.lines().map(str::trim) {
        let Some(cells) = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')) else {
            head.clear();
            section.text.push_str(line);
            section.text.push('\n');
            continue;
        };
        let cells: Vec<String> = cells.split('|').map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().all(|cell| cell.chars().all(|c| c == '-')) {
            continue;
        }
        if head.is_empty() {
            section.tables.push((cells[0].clone(), Vec::new()));
            head = cells;
            continue;
        }
        assert_eq!(cells.len(), head.len(), "a row of {heading} has a cell for each column: {line}");
        let row = Row(head.iter().cloned().zip(cells).collect());
        section.tables.last_mut().expect("a table was begun above").1.push(row);
    }
    Section { key: section.text.split('`').nth(1).unwrap_or_default().to_owned(), ..section }
}
