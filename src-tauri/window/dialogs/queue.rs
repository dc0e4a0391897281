//! The test build's dialogs: `KINDLY_TEST_DIALOGS` names a JSON file with a list of paths (`null`: cancelled), which
//! are answered in their order.
use std::{
    env, fs,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};

use super::Dialogs;

/// How many answers were given. The file is read anew each time, so that a test can add to it on the way.
#[derive(Default)]
pub(crate) struct Queue {
    given: AtomicUsize,
}

impl Queue {
    fn next(&self) -> Option<PathBuf> {
        let file =
            env::var_os("KINDLY_TEST_DIALOGS").expect("a test that opens a dialog sets KINDLY_TEST_DIALOGS");
        let text = fs::read_to_string(file).expect("the file of KINDLY_TEST_DIALOGS can be read");
        let answers: Vec<Option<PathBuf>> = serde_json::from_str(&text).expect("it is a JSON list of paths");
        answers
            .into_iter()
            .nth(self.given.fetch_add(1, Ordering::SeqCst))
            .expect("it has an answer for each dialog")
    }
}

impl Dialogs for Queue {
    fn save_pdf(&self, _name: &str) -> Option<PathBuf> {
        self.next()
    }

    fn open_csv(&self) -> Option<PathBuf> {
        self.next()
    }

    fn open_archive(&self) -> Option<PathBuf> {
        self.next()
    }

    fn open_any(&self) -> Option<PathBuf> {
        self.next()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        self.next()
    }

    fn save_any(&self, _name: &str) -> Option<PathBuf> {
        self.next()
    }
}
