//! The document on our columns says what the code does.
use std::fs;

use kindly_exchange::{ImportKind, Tool, example, match_key};

fn document() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/csv-columns.md");
    fs::read_to_string(path).expect("the document on columns stands in docs")
}

/// The part of the document on one kind.
fn section(kind: ImportKind) -> String {
    let document = document();
    let heading = format!("## {} (`{}`)", capitalised(&kind.to_string()), kind.name());
    let (_, rest) = document.split_once(&heading).unwrap_or_else(|| panic!("the document lacks “{heading}”"));
    rest.split("\n## ").next().unwrap_or_default().to_owned()
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[test]
fn every_example_is_the_one_that_the_app_gives() {
    for kind in ImportKind::ALL {
        let block = format!("```csv\n{}```", example(kind));
        assert!(
            section(kind).contains(&block),
            "the document's example of {kind} is not the app's:\n{block}"
        );
    }
}

#[test]
fn every_column_stands_in_its_table_with_all_that_it_is_known_by() {
    for kind in ImportKind::ALL {
        let section = section(kind);
        let rows: Vec<Vec<&str>> = section
            .lines()
            .filter(|line| line.starts_with("| ") && !line.starts_with("| Column"))
            .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
            .collect();
        assert_eq!(rows.len(), kind.columns().len(), "as many columns of {kind} as there are");
        for (row, column) in rows.iter().zip(kind.columns()) {
            assert_eq!(
                row[0],
                format!("**{}**", column.field.name()),
                "the columns of {kind} in their order"
            );
            assert_eq!(row[1] == "yes", column.required, "whether {} of {kind} is needed", row[0]);
            let fold = |name: &str| match_key(name).replace(['-', '.'], "");
            let also: Vec<String> = row[3].split(", ").map(fold).filter(|name| !name.is_empty()).collect();
            assert_eq!(also, column.also, "what {} of {kind} is also known by", row[0]);
        }
    }
}

#[test]
fn every_tool_stands_in_the_table_of_tools() {
    let document = document();
    let (_, part) = document.split_once("## Files of other tools").expect("the document has a part on tools");
    let part = part.split("\n## ").next().unwrap_or_default();
    let named: Vec<&str> = part
        .lines()
        .filter_map(|line| line.strip_prefix("| **")?.split_once("**").map(|(name, _)| name))
        .collect();
    assert_eq!(named, Tool::ALL.map(Tool::name), "the tools in their order");
}
