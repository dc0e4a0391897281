//! Somebody who records without pause, through the use cases, and says each time when it is done.
use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use chrono::TimeDelta;
use kindly_practice::{
    Practice,
    documents::DocumentChoice,
    import::ImportFile,
    records::{Kind, Moment},
};
use uuid::Uuid;

use crate::{
    chance::Chance,
    life::{LEDGER, LIFE, STEPS},
    room::{moment, record, texts},
    told::Deed,
};

const CLIENT: &str = "Harbour Dental";

/// Fields and their texts.
type Fields = &'static [(&'static str, &'static str)];
/// A kind that is recorded, the field that holds the mark, and what else it needs.
type Recorded = (Kind, &'static str, Fields);

const RECORDED: &[Recorded] = &[
    (Kind::CheckIn, "words", &[("on", "2026-11-20"), ("scale", "csat"), ("value", "4")]),
    (Kind::Complaint, "words", &[("on", "2026-11-19"), ("theme", "pace")]),
    (Kind::Obligation, "notes", &[("title", "Brief"), ("due_on", "2026-11-30")]),
    (Kind::Deliverable, "notes", &[("title", "Report"), ("due_on", "2026-12-04")]),
    (Kind::Praise, "words", &[("on", "2026-11-18")]),
    (Kind::TimeEntry, "what", &[("on", "2026-11-17"), ("seconds", "1:30")]),
    (Kind::Conversation, "asked", &[("on", "2026-11-16"), ("agreed", "Weekly calls")]),
];

/// Records at a path until it is stopped, or for some steps; says what it does, a line each.
pub(crate) fn run(ledger: &Path, life: u64, steps: Option<usize>, out: &mut dyn Write) {
    let mut load = Load::new(ledger, life, out);
    load.client();
    let mut step = 0;
    while steps.is_none_or(|steps| step < steps) {
        load.step();
        step += 1;
    }
}

struct Load<'out> {
    ledger: PathBuf,
    /// `None` only while it is closed and opened again.
    open: Option<Practice>,
    chance: Chance,
    life: u64,
    out: &'out mut dyn Write,
    /// Marks made, which is also the clock.
    made: u32,
    present: BTreeSet<String>,
    /// Whose each mark is; a record keeps its id under later marks.
    whose: BTreeMap<String, (Kind, Uuid)>,
    done: Vec<Deed>,
    undone: Vec<Deed>,
}

impl<'out> Load<'out> {
    fn new(ledger: &Path, life: u64, out: &'out mut dyn Write) -> Self {
        Self {
            ledger: ledger.to_owned(),
            open: Some(Practice::open(ledger).expect("the ledger opens")),
            chance: Chance::new(life.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
            life,
            out,
            made: 0,
            present: BTreeSet::new(),
            whose: BTreeMap::new(),
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    fn practice(&mut self) -> &mut Practice {
        self.open.as_mut().expect("it is open between two steps")
    }

    fn mark(&mut self, version: u32) -> String {
        self.made += 1;
        format!("[{}.{}.{version}]", self.life, self.made)
    }

    fn moment(&self) -> Moment {
        let Moment { today, at } = moment();
        Moment { today, at: at + TimeDelta::milliseconds(i64::from(self.made)) }
    }

    fn client(&mut self) {
        if self.practice().client_called(CLIENT).is_ok() {
            return;
        }
        let mark = self.mark(0);
        let client = record(self.practice(), Kind::Client, &[("name", CLIENT), ("notes", &mark)]);
        self.does(Deed::bringing([mark]), |practice, moment| {
            practice.add(moment, &client).expect("a client is taken").id
        });
        // Everything else rests on the client: that step stays.
        self.done.clear();
    }

    fn step(&mut self) {
        match self.chance.below(24) {
            0..=8 => self.add(),
            9..=11 => self.edit(),
            12 | 13 => self.remove(),
            14 | 15 => self.import(),
            16..=18 => self.undo(),
            19 | 20 => self.redo(),
            21 | 22 => self.document(),
            _ => self.reopen(),
        }
    }

    /// Announces a use case, does it, and acknowledges it.
    fn says(&mut self, deed: &Deed, work: impl FnOnce(&mut Practice, Moment) -> Option<String>) {
        let moment = self.moment();
        self.say(&format!("try{}", deed.words()));
        let id = work(self.practice(), moment);
        self.say(&format!("ack {}", id.as_deref().unwrap_or_default()));
        deed.apply(&mut self.present);
        let kind_and_id = id.and_then(|id| id.parse::<Uuid>().ok());
        if let ([mark], Some(id)) = (&deed.brings[..], kind_and_id) {
            let (kind, _) = self.practice().any_record(id).expect("what was added is there");
            self.whose.insert(mark.clone(), (kind, id));
        }
    }

    /// The same, for a new step.
    fn does(&mut self, deed: Deed, work: impl FnOnce(&mut Practice, Moment) -> Option<String>) {
        self.says(&deed, work);
        self.done.push(deed);
        self.undone.clear();
    }

    /// One write for a line, so that a line is said whole or not at all.
    fn say(&mut self, line: &str) {
        self.out.write_all(format!("{line}\n").as_bytes()).expect("somebody listens");
        self.out.flush().expect("somebody listens");
    }

    fn add(&mut self) {
        let mark = self.mark(0);
        let (kind, field, others) = *self.chance.of(RECORDED).expect("there are kinds");
        let fields: Vec<_> =
            [("client", CLIENT), (field, &mark)].into_iter().chain(others.iter().copied()).collect();
        let record = record(self.practice(), kind, &fields);
        self.does(Deed::bringing([mark]), |practice, moment| {
            practice.add(moment, &record).expect("a record is taken").id
        });
    }

    /// A record that is there, other than the client and what was imported.
    fn some(&mut self) -> Option<(String, Kind, Uuid)> {
        let known: Vec<_> =
            self.present.iter().filter(|mark| self.whose.contains_key(*mark)).cloned().collect();
        let mark = self.chance.of(&known)?.clone();
        let (kind, id) = self.whose[&mark];
        (kind != Kind::Client).then_some((mark, kind, id))
    }

    fn edit(&mut self) {
        let Some((before, kind, id)) = self.some() else { return self.add() };
        let Some((_, field, _)) = RECORDED.iter().find(|(recorded, ..)| *recorded == kind) else {
            return self.add();
        };
        let mark = self.mark(1);
        let (_, old) = self.practice().any_record(id).expect("it is there");
        let new = self.practice().record_with(&old, &texts(&[(field, &mark)])).expect("it can be changed");
        let deed = Deed { takes: vec![before], brings: vec![mark] };
        self.does(deed, |practice, moment| practice.edit(moment, id, &new).expect("it is changed").id);
    }

    fn remove(&mut self) {
        let Some((mark, kind, id)) = self.some() else { return self.add() };
        let deed = Deed { takes: vec![mark], brings: Vec::new() };
        self.does(deed, |practice, moment| {
            practice.remove(moment, kind, id).expect("it is removed");
            None
        });
    }

    /// A table; now and then a large one, whose pages do not fit the log's usual length.
    fn import(&mut self) {
        let rows = if self.chance.below(6) == 0 { 250 } else { 2 + self.chance.below(20) };
        let marks: Vec<String> = (0..rows).map(|_| self.mark(0)).collect();
        let lines: Vec<String> =
            marks.iter().map(|mark| format!("{CLIENT},Work {mark},2026-12-01,imported\n")).collect();
        let csv = format!("Client,Title,Due,Notes\n{}", lines.concat());
        self.does(Deed::bringing(marks), |practice, moment| {
            let file = ImportFile {
                name: "work.csv",
                bytes: csv.as_bytes(),
                kind: Some("deliverables"),
                mapping: None,
                choices: None,
            };
            practice.import(moment, file, &mut |_| true).expect("a table is taken");
            None
        });
    }

    fn undo(&mut self) {
        let Some(deed) = self.done.pop() else { return self.add() };
        self.says(&deed.taken_back(), |practice, moment| {
            practice.undo(moment).expect("the last step is taken back").expect("there is a step");
            None
        });
        self.undone.push(deed);
    }

    fn redo(&mut self) {
        let Some(deed) = self.undone.pop() else { return self.add() };
        self.says(&deed, |practice, moment| {
            practice.redo(moment).expect("it is done again").expect("there is a step");
            None
        });
        self.done.push(deed);
    }

    /// A document whose bytes are kept inside.
    fn document(&mut self) {
        let mark = self.mark(0);
        let client = self.practice().client_called(CLIENT).expect("the client stays");
        let folder = tempfile::tempdir().expect("a folder for a document");
        let file = folder.path().join("minutes.txt");
        fs::write(&file, mark.repeat(1 + self.chance.below(2_000))).expect("a document can be written");
        let choice = DocumentChoice { client, title: format!("Minutes {mark}"), inside: true };
        self.does(Deed::bringing([mark]), |practice, moment| {
            practice.add_document(moment, &choice, &file).expect("a document is taken").id
        });
    }

    /// Closes the ledger and opens it again, which brings everything from the log into the file.
    fn reopen(&mut self) {
        self.open = None;
        self.open = Some(Practice::open(&self.ledger).expect("the ledger opens again"));
    }
}

/// Run by itself, a load of a few steps that nobody disturbs; as a child of the other tests, the load that they kill,
/// trace and judge.
#[test]
fn the_load_runs_by_itself() {
    let Some(ledger) = env::var_os(LEDGER) else {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let ledger = crate::room::ledger_in(folder.path());
        let mut said = Vec::new();
        run(&ledger, 7, Some(60), &mut said);
        let mut told = crate::told::Told::default();
        String::from_utf8(said).expect("it is text").lines().for_each(|line| told.hear(line));
        assert_eq!(told.trying, None, "everything that was tried was acknowledged");
        let found = told.judge(&ledger).expect("what nobody disturbed is whole");
        assert_eq!(found, told.kept, "and all of it is there");
        return;
    };
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse().ok());
    let life = number(LIFE).expect("a life has a number");
    let steps = number(STEPS).and_then(|steps: u64| usize::try_from(steps).ok());
    let mut out = io::stdout().lock();
    // The test's own name stands on the line already.
    out.write_all(b"\n").expect("somebody listens");
    run(Path::new(&ledger), life, steps, &mut out);
}
