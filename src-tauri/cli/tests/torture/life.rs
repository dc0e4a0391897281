//! A process of its own that records: this very test program, told to run the load.
use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use crate::told::Told;

/// Where the ledger of the load lies.
pub(crate) const LEDGER: &str = "KINDLY_TORTURE_LEDGER";
/// Which of many lives it is.
pub(crate) const LIFE: &str = "KINDLY_TORTURE_LIFE";
/// After how many steps it ends by itself.
pub(crate) const STEPS: &str = "KINDLY_TORTURE_STEPS";

/// This program again, with one of its tests; `before` are words that come before it, such as those of a tracer.
pub(crate) fn again(before: &[&OsStr], test: &str) -> Command {
    let program = env::current_exe().expect("this program has a path");
    let mut words = before.iter().copied().chain([program.as_os_str()]);
    let mut command = Command::new(words.next().expect("there is a program"));
    command.args(words).args(["--exact", test, "--nocapture", "--test-threads=1"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The load, on a ledger.
pub(crate) fn load(before: &[&OsStr], ledger: &Path, life: u64) -> Command {
    let mut command = again(before, "load::the_load_runs_by_itself");
    command.env(LEDGER, ledger).env(LIFE, life.to_string());
    command
}

/// A load under way.
pub(crate) struct Life {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Life {
    pub(crate) fn begin(ledger: &Path, life: u64) -> Self {
        let mut child = load(&[], ledger, life).spawn().expect("this program can be started");
        let said = BufReader::new(child.stdout.take().expect("it was asked for"));
        Self { child, said }
    }

    /// Hears one line more; `false` where there is none.
    fn hear(&mut self, told: &mut Told) -> bool {
        let mut line = Vec::new();
        self.said.read_until(b'\n', &mut line).expect("what is said can be heard");
        // A line without its end was cut off in the middle of a word: it was not said.
        let Some(line) = line.strip_suffix(b"\n") else { return false };
        told.hear(&String::from_utf8_lossy(line));
        true
    }

    /// Listens until so many use cases are acknowledged.
    pub(crate) fn listen(&mut self, told: &mut Told, more: usize) {
        let wanted = told.acknowledged + more;
        while told.acknowledged < wanted {
            assert!(self.hear(told), "the load ended before it was killed: {}", self.complaint());
        }
    }

    /// Kills it at once, without a warning, and hears what it still had said.
    pub(crate) fn kill(mut self, told: &mut Told) {
        self.child.kill().expect("it runs until it is killed");
        while self.hear(told) {}
        let ended = self.child.wait().expect("what was killed ends");
        assert_eq!(ended.code(), None, "it was killed in the middle of its work: {}", self.complaint());
    }

    fn complaint(&mut self) -> String {
        let mut text = String::new();
        if let Some(mut complaints) = self.child.stderr.take() {
            complaints.read_to_string(&mut text).expect("what it complains of can be read");
        }
        text
    }
}
