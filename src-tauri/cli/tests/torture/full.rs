//! A full disk and files that cannot be written: one clear sentence, and nothing is lost.
use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Command, Output},
};

use kindly_practice::Practice;
use tempfile::TempDir;

use crate::{
    form,
    room::{everything, ledger_in, whole},
    small::{Place, SmallDisk},
};

/// Something that writes. What else learns to write to a disk gets a line here.
struct Deed {
    name: &'static str,
    /// What is typed in the folder.
    typed: &'static [&'static str],
    /// What it writes beside the ledger: a file, or a folder of files.
    target: Option<&'static str>,
    /// Where it works on another ledger than the sample's, which it may begin.
    ledger: &'static str,
}

const PRACTICE: &str = "practice.kindly";

const DEEDS: &[Deed] = &[
    Deed { name: "save", typed: &["add", "client", "name=Harbour Dental"], target: None, ledger: PRACTICE },
    Deed { name: "undo", typed: &["undo"], target: None, ledger: PRACTICE },
    Deed { name: "import", typed: &["import", "work.csv"], target: None, ledger: PRACTICE },
    Deed {
        name: "archive out",
        typed: &["export", "out", "--format", "json"],
        target: Some("out"),
        ledger: PRACTICE,
    },
    Deed {
        name: "tables out",
        typed: &["export", "out", "--format", "csv"],
        target: Some("out"),
        ledger: PRACTICE,
    },
    Deed {
        name: "letter",
        typed: &["letter", "--client", "Halden & Co", "--kind", "renewal_refusal", "--out", "letter.pdf"],
        target: Some("letter.pdf"),
        ledger: PRACTICE,
    },
    Deed { name: "backup", typed: &["backup"], target: None, ledger: PRACTICE },
    Deed { name: "restore", typed: &["restore", BACKUP], target: None, ledger: PRACTICE },
    Deed {
        name: "bundle",
        typed: &["bundle", "move.kindly-bundle", "--bundle-passphrase-file", "passphrase.txt"],
        target: None,
        ledger: PRACTICE,
    },
    Deed { name: "a new ledger", typed: &["sample"], target: None, ledger: "new.kindly" },
    Deed { name: "archive in", typed: &["import", "archive.json"], target: None, ledger: "new.kindly" },
];

/// Stands for the backup that lies in the folder: its name is another one each time.
const BACKUP: &str = "{backup}";

/// KiB that are left, from nothing at all to what is nearly enough; the short form tries the first ones.
const LEFT: [usize; 12] = [0, 12, 40, 100, 400, 4, 36, 48, 64, 200, 600, 800];

/// What tells the reader what to do.
const MENDS: [&str; 6] = ["make room", "choose another", "try again", "check that", "free some", "put "];

fn typed(command: &mut Command, deed: &Deed, folder: &Path) -> Output {
    command.current_dir(folder).args(["--ledger", deed.ledger, "--as-of", "2026-11-22"]);
    let backup = backup_in(folder);
    let words =
        deed.typed.iter().map(|word| if *word == BACKUP { backup.clone() } else { (*word).to_owned() });
    command.args(words).output().expect("the program can be started")
}

/// The name of the backup in a folder: it begins with the day it was made.
fn backup_in(folder: &Path) -> String {
    let names =
        fs::read_dir(folder).expect("the folder can be read").flatten().map(|entry| entry.file_name());
    let mut names = names.map(|name| name.to_string_lossy().into_owned());
    names.find(|name| name.starts_with("2026-") && name.ends_with(".kindly")).unwrap_or_default()
}

/// A folder with the sample practice and files to take over.
fn model() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the sample");
    let mut practice = Practice::open(&ledger_in(folder.path())).expect("a new ledger opens");
    practice.load_sample(crate::room::moment()).expect("the sample loads");
    let rows: Vec<String> =
        (0..400).map(|row| format!("Halden & Co,Report {row},2026-12-01,monthly\n")).collect();
    let rows = rows.concat();
    fs::write(folder.path().join("work.csv"), format!("Client,Title,Due,Notes\n{rows}")).expect("a table");
    let job = practice.backup_job_to(crate::room::moment(), folder.path()).expect("it can be backed up");
    job.run(&mut |_| true).expect("there is room for a backup");
    let passphrase = "quiet harbour lantern seventeen maple";
    fs::write(folder.path().join("passphrase.txt"), passphrase).expect("a passphrase");
    fs::write(folder.path().join("archive.json"), everything(&practice)).expect("an archive");
    folder
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the folder can be read").flatten() {
        if entry.path().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("a file can be copied");
        }
    }
}

/// Every file below a folder, by its path there.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("the folder can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it lies below").display().to_string();
                found.insert(name, fs::read(&path).expect("it can be read"));
            }
        }
    }
    // What fills the disk, and what belongs to a ledger, which is judged by opening it.
    found.retain(|name, _| name != "filler" && !name.contains(".kindly"));
    found
}

/// What a ledger holds; nothing where there is none yet.
fn held(ledger: &Path) -> Result<String, String> {
    if fs::metadata(ledger).map_or(0, |found| found.len()) == 0 {
        return Ok(String::new());
    }
    let practice = Practice::open(ledger).map_err(|error| format!("it does not open: {error}"))?;
    whole(&practice)?;
    Ok(everything(&practice))
}

/// One deed with so much room: the sentence with which it is refused, if it is, or what is wrong with what came of it.
fn attempt(
    deed: &Deed,
    place: &Place,
    left: usize,
    after: &BTreeMap<String, Vec<u8>>,
) -> Result<Option<String>, String> {
    let folder = place.folder();
    let ledger = folder.join(deed.ledger);
    let (before, records) = (files(folder), held(&ledger)?);
    let output = typed(&mut place.program(left), deed, folder);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let found = files(folder);
    // From here on there is room again: looking at a ledger may write, too.
    let mut free = place.free_program();
    for (name, bytes) in &found {
        if before.get(name) != Some(bytes) && after.get(name) != Some(bytes) {
            return Err(format!("{name} is neither as it was nor as it is to be: {} bytes", bytes.len()));
        }
    }
    if let Some(gone) = before.keys().find(|name| !found.contains_key(*name)) {
        return Err(format!("{gone} is gone"));
    }
    let now = held(&ledger)?;
    match output.status.code() {
        Some(0) => return Ok(None),
        Some(2) => {}
        other => return Err(format!("it ends with {other:?}: {said}")),
    }
    // A ledger that was only begun holds nothing yet, and neither did the one that was not there.
    if now != records && !(records.is_empty() && is_empty(&now)) {
        return Err(format!("it was refused, and yet changed something: {said}"));
    }
    let again = typed(&mut free, deed, folder);
    if !again.status.success() {
        let said = String::from_utf8_lossy(&again.stderr);
        return Err(format!("with room it still does not work: {said}"));
    }
    held(&ledger)?;
    match said.strip_prefix("error: ") {
        Some(sentence) if sentence.lines().count() == 1 => Ok(Some(sentence.trim_end().to_owned())),
        _ => Err(format!("it is not told in one sentence: {said}")),
    }
}

/// Whether an archive holds no record.
fn is_empty(archive: &str) -> bool {
    !archive.contains("\"id\"")
}

/// Tries every deed with every amount of room in places of a kind.
fn torture(new_place: impl Fn() -> Place) {
    let model = model();
    let mut wrong = Vec::new();
    let mut no_mend = BTreeMap::<String, Vec<String>>::new();
    for deed in DEEDS {
        // What it writes when nothing stands in its way.
        let easy = Place::Files(tempfile::tempdir().expect("a folder"));
        copy(model.path(), easy.folder());
        let done = typed(&mut easy.free_program(), deed, easy.folder());
        assert!(done.status.success(), "{}: {}", deed.name, String::from_utf8_lossy(&done.stderr));
        let after = files(easy.folder());
        let mut refusals = 0;
        for left in &LEFT[..form::turns(5, LEFT.len())] {
            let place = new_place();
            copy(model.path(), place.folder());
            // Something stands already where it writes, which is whole until the new is.
            if let Some(target) = deed.target.filter(|target| target.contains('.')) {
                fs::write(place.folder().join(target), "what stood here").expect("a file can be written");
            }
            match attempt(deed, &place, *left, &after) {
                Ok(None) => {}
                Ok(Some(sentence)) => {
                    refusals += 1;
                    if !MENDS.iter().any(|mend| sentence.contains(mend)) {
                        let case = format!("{} with {left} KiB", deed.name);
                        no_mend.entry(sentence).or_default().push(case);
                    }
                }
                Err(problem) => wrong.push(format!("{} with {left} KiB: {problem}", deed.name)),
            }
        }
        if refusals == 0 {
            wrong.push(format!("{}: nothing ran out of room", deed.name));
        }
    }
    wrong.extend(
        no_mend.iter().map(|(sentence, cases)| {
            format!("“{sentence}” says nothing of what to do: {}", cases.join(", "))
        }),
    );
    assert!(wrong.is_empty(), "{} things went wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn where_files_cannot_grow_nothing_is_lost() {
    torture(|| Place::Files(tempfile::tempdir().expect("a folder for the test")));
}

#[expect(clippy::print_stderr, reason = "whoever runs the tests is to know what was not tried")]
#[test]
fn on_a_full_disk_nothing_is_lost() {
    if SmallDisk::mount().is_none() {
        eprintln!("no small disk can be mounted here: only the limit on files was tried");
        return;
    }
    torture(|| Place::Disk(SmallDisk::mount().expect("one could be mounted before")));
}
