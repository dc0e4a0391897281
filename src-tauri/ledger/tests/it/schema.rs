//! The layout of the file, so that a change of it is seen, and never made without a migration.
use crate::builders::Practice;

#[test]
fn the_layout_is_as_it_was_released() {
    let practice = Practice::new();
    let connection = practice.bare();
    let mut statement = connection
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
        .expect("the schema can be read");
    let parts: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .and_then(Iterator::collect)
        .expect("the schema can be read");
    let pragma = |name: &str| -> String {
        let value = connection.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0));
        format!("{name} = {:?}", value.expect("a known setting"))
    };
    let settings = ["user_version", "application_id", "journal_mode"].map(pragma).join("\n");
    insta::assert_snapshot!(format!("{settings}\n\n{}", parts.join(";\n\n")));
}
