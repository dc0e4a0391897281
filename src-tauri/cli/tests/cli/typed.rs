//! Typing a command, and looking at what comes of it.
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;

/// The day of all tests.
pub(crate) const DAY: &str = "2026-11-22";

/// A folder with a ledger that may be there or not.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a command answered.
pub(crate) struct Answer {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder can be made") }
    }

    pub(crate) fn with_sample() -> Self {
        let desk = Self::new();
        desk.does(&["sample"]);
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file and returns its path, as it is typed.
    pub(crate) fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, text).expect("a file can be written");
        typed(&path)
    }

    pub(crate) fn typed(&self, name: &str) -> String {
        typed(&self.path(name))
    }

    /// The names of all files on the desk.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder can be read");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry can be read").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Types a command on the desk's ledger, as of the day of all tests.
    pub(crate) fn try_to(&self, arguments: &[&str]) -> Answer {
        let ledger = self.typed("practice.kindly");
        let all: Vec<&str> =
            ["--ledger", &ledger, "--as-of", DAY].into_iter().chain(arguments.iter().copied()).collect();
        bare(&all)
    }

    /// The same, for a command that is carried out; returns what it prints.
    pub(crate) fn does(&self, arguments: &[&str]) -> String {
        let answer = self.try_to(arguments);
        assert_eq!(answer.code, Some(0), "{arguments:?} is carried out: {}", answer.err);
        assert_eq!(answer.err, "", "{arguments:?} complains of nothing");
        answer.out
    }

    /// Adds a record, typed like `client|name=Halden & Co|currency=EUR`, and returns its id.
    pub(crate) fn add(&self, typed: &str) -> String {
        let words: Vec<&str> = ["add"].into_iter().chain(typed.split('|')).collect();
        let done = self.json(&words);
        done["id"].as_str().expect("what was added has an id").to_owned()
    }

    /// The same, as JSON.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let all: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.does(&all)).expect("--json prints JSON")
    }

    /// The same, for a command that is refused: with one line, which is returned.
    pub(crate) fn refuses(&self, arguments: &[&str]) -> String {
        self.try_to(arguments).refusal()
    }
}

impl Answer {
    /// What a command answers.
    pub(crate) fn of(command: &mut Command) -> Self {
        let answer = command.output().expect("the program can be started");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is printed is UTF-8");
        Self { code: answer.status.code(), out: text(answer.stdout), err: text(answer.stderr) }
    }

    /// The one line of a refusal.
    pub(crate) fn refusal(self) -> String {
        assert_eq!(self.code, Some(2), "wrong input exits 2: {}{}", self.out, self.err);
        assert_eq!(self.out, "", "what is refused prints no answer");
        assert_eq!(self.err.lines().count(), 1, "a refusal is one line: {}", self.err);
        let said = self.err.strip_prefix("error: ").expect("a refusal says that it is one");
        said.trim_end().to_owned()
    }
}

/// Types a command as it is.
pub(crate) fn bare(arguments: &[&str]) -> Answer {
    Answer::of(Command::new(env!("CARGO_BIN_EXE_kindly-cli")).args(arguments))
}

fn typed(path: &Path) -> String {
    path.to_str().expect("the folder of the tests has a plain name").to_owned()
}
