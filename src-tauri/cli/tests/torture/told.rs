//! What a process that records has said so far, and whether a ledger keeps it.
//!
//! Every record of the load holds a mark of its own. Before each use case the process says which marks it will bring
//! and take (`try +[1.2.0] -[1.1.0]`), and after the use case returned that it is done (`ack`). Whatever happens to
//! the process, a ledger must then hold the marks of all that was acknowledged, and of the one use case under way
//! either all or none.
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use kindly_practice::Practice;

use crate::room::{everything, whole};

/// The marks that a use case takes and brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Deed {
    pub(crate) takes: Vec<String>,
    pub(crate) brings: Vec<String>,
}

impl Deed {
    pub(crate) fn bringing(marks: impl IntoIterator<Item = String>) -> Self {
        Self { takes: Vec::new(), brings: marks.into_iter().collect() }
    }

    pub(crate) fn taken_back(&self) -> Self {
        Self { takes: self.brings.clone(), brings: self.takes.clone() }
    }

    pub(crate) fn apply(&self, marks: &mut BTreeSet<String>) {
        for mark in &self.takes {
            marks.remove(mark);
        }
        marks.extend(self.brings.iter().cloned());
    }

    /// As it is said, and read by [`Told::hear`].
    pub(crate) fn words(&self) -> String {
        let takes = self.takes.iter().map(|mark| format!(" -{mark}"));
        let brings = self.brings.iter().map(|mark| format!(" +{mark}"));
        takes.chain(brings).collect()
    }

    fn read(words: &str) -> Self {
        let starting = |sign: char| words.split(' ').filter_map(move |word| word.strip_prefix(sign));
        Self {
            takes: starting('-').map(str::to_owned).collect(),
            brings: starting('+').map(str::to_owned).collect(),
        }
    }
}

/// What was said up to a moment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// The marks that were acknowledged and not taken since.
    pub(crate) kept: BTreeSet<String>,
    /// The ids of records that were said, by their marks.
    pub(crate) ids: BTreeMap<String, String>,
    /// The use case under way.
    pub(crate) trying: Option<Deed>,
    /// How many use cases were acknowledged.
    pub(crate) acknowledged: usize,
}

impl Told {
    /// Hears a whole line; lines of others are passed over.
    pub(crate) fn hear(&mut self, line: &str) {
        if let Some(words) = line.strip_prefix("try") {
            self.trying = Some(Deed::read(words));
        } else if let Some(words) = line.strip_prefix("ack") {
            let deed = self.trying.take().expect("what is acknowledged was tried");
            deed.apply(&mut self.kept);
            self.acknowledged += 1;
            if let ([mark], id) = (&deed.brings[..], words.trim())
                && !id.is_empty()
            {
                self.ids.insert(mark.clone(), id.to_owned());
            }
        }
    }

    /// Opens a ledger and compares it with what was said; returns the marks that it holds.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub(crate) fn judge(&self, ledger: &Path) -> Result<BTreeSet<String>, String> {
        let practice = Practice::open(ledger).map_err(|error| format!("it does not open: {error}"))?;
        whole(&practice)?;
        let archive = everything(&practice);
        let found = marks(&archive);
        let mut with_last = self.kept.clone();
        if let Some(deed) = &self.trying {
            deed.apply(&mut with_last);
        }
        if found != self.kept && found != with_last {
            let lost: Vec<_> = self.kept.difference(&found).collect();
            let strange: Vec<_> = found.difference(&self.kept).collect();
            return Err(format!(
                "after {} acknowledged saves, {lost:?} is lost and {strange:?} is there; under way was {:?}",
                self.acknowledged, self.trying
            ));
        }
        let ids = self.ids.iter().filter(|(mark, _)| found.contains(*mark));
        match ids.into_iter().find(|(_, id)| !archive.contains(*id)) {
            Some((mark, id)) => Err(format!("{mark} was acknowledged as {id}, which is not there")),
            None => Ok(found),
        }
    }
}

/// The marks in a text: `[life.number.version]`.
fn marks(text: &str) -> BTreeSet<String> {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_mark = |inner: &&str| inner.split('.').count() == 3 && inner.split('.').all(part);
    let inner = text.split('[').skip(1).filter_map(|after| after.split(']').next());
    inner.filter(is_mark).map(|inner| format!("[{inner}]")).collect()
}

#[test]
fn what_is_lost_or_half_there_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let ledger = crate::room::ledger_in(folder.path());
    let mut said = Vec::new();
    crate::load::run(&ledger, 1, Some(12), &mut said);
    let mut told = Told::default();
    String::from_utf8(said).expect("it is text").lines().for_each(|line| told.hear(line));
    assert!(told.acknowledged >= 12, "the load acknowledges what it does: {}", told.acknowledged);
    let found = told.judge(&ledger).expect("what nobody disturbed is whole");
    assert!(found.len() > 3, "something is there to be lost: {found:?}");

    let mut lost = told.clone();
    lost.kept.insert("[9.9.9]".to_owned());
    assert!(lost.judge(&ledger).is_err(), "a save that is not there is noticed");
    let mut strange = told.clone();
    strange.kept.pop_first();
    assert!(strange.judge(&ledger).is_err(), "one that nobody acknowledged is noticed");
    let mut half = told.clone();
    let there = half.kept.pop_first().expect("there are marks");
    half.trying = Some(Deed::bringing([there, "[9.9.9]".to_owned()]));
    assert!(half.judge(&ledger).is_err(), "half a use case is noticed");
    let mut other = told.clone();
    let mark = other.ids.keys().find(|mark| found.contains(*mark)).expect("ids were said").clone();
    other.ids.insert(mark, "no such id".to_owned());
    assert!(other.judge(&ledger).is_err(), "a record under another id is noticed");
}
