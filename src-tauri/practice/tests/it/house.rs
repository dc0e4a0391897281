//! The house stays as its map says: paths exist, arrows run one way, and practice holds nothing of others' rooms.
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_path_that_the_documents_name_exists() {
    let mut checked = 0;
    for document in ["docs/ARCHITECTURE.md", "README.md"] {
        let text = read(&root().join(document));
        // Everything in back quotes with a slash in it is a path from the root, but a command line.
        let quoted = text.split('`').skip(1).step_by(2);
        for path in quoted.filter(|quoted| quoted.contains('/') && !quoted.contains([' ', '\n', '{'])) {
            if path.starts_with("./") || path.ends_with("()") {
                continue;
            }
            // A room's own folders are named from the room.
            let in_a_room =
                ["", "src-tauri/ledger/src/"].iter().any(|from| root().join(from).join(path).exists());
            assert!(in_a_room, "{document} names {path}, which is not there");
            checked += 1;
        }
    }
    assert!(checked > 15, "the test reads what it is meant to read: {checked} paths");
}

#[test]
fn arrows_run_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("records", &[] as &[&str]),
        ("verdict", &[]),
        ("page", &[]),
        ("measures", &["records"]),
        ("exchange", &["records"]),
        ("ledger", &["records"]),
        ("letters", &["page"]),
        ("practice", &["exchange", "ledger", "letters", "measures", "page", "records", "verdict"]),
        ("desktop", &[]),
        ("cli", &["desktop", "practice", "records"]),
    ]);
    for (room, allowed) in allowed {
        let manifest = read(&root().join("src-tauri").join(room).join("Cargo.toml"));
        let depends = manifest.split("[dev-dependencies]").next().unwrap_or_default();
        for line in depends.lines().filter_map(|line| line.strip_prefix("kindly-")) {
            let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
            assert!(allowed.contains(&name), "{room} knows {name}, which the map does not allow");
        }
    }
}

#[test]
fn practice_holds_no_sql_no_parsing_of_files_and_no_formulas() {
    let practice = root().join("src-tauri/practice/src");
    let mut files = vec![practice];
    let mut read_files = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).expect("a folder").flatten().map(|entry| entry.path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = read(&path);
            for foreign in
                ["SELECT ", "INSERT INTO", "rusqlite", "csv::", ".powi(", ".powf(", ".sqrt(", ".exp(", ".ln("]
            {
                assert!(!text.contains(foreign), "{} holds {foreign:?}", path.display());
            }
            read_files += 1;
        }
    }
    assert!(read_files > 20, "the test reads what it is meant to read: {read_files} files");
}

#[test]
fn no_file_of_ours_is_too_long_to_read() {
    let mut folders = vec![root().join("src-tauri"), root().join("tests"), root().join("ui/src")];
    while let Some(path) = folders.pop() {
        if path.is_dir() {
            folders.extend(fs::read_dir(&path).expect("a folder").flatten().map(|entry| entry.path()));
            continue;
        }
        let written = path.extension().is_some_and(|e| e == "rs" || e == "ts" || e == "svelte");
        // The types are made from Rust and read by nobody.
        if written && !path.ends_with("api/types.ts") {
            let lines = read(&path).lines().count();
            assert!(lines <= 600, "{} has {lines} lines: one idea a file", path.display());
        }
    }
}
