//! What a process asked of a folder's files, in order, as `strace` wrote it down.
use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsStr,
    fs,
    path::Path,
};

use crate::life::{STEPS, load};

/// Something that happened to a file of the folder, by its name, or was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// A file came to be.
    Made(String),
    /// Bytes were written at a place.
    Written(String, usize, Vec<u8>),
    /// A file was cut, or drawn out, to a length.
    Sized(String, usize),
    /// A file was brought to the disk.
    Synced(String),
    /// The folder's names were brought to the disk.
    FolderSynced,
    /// A file got a second name.
    Linked(String, String),
    /// A file got another name.
    Renamed(String, String),
    /// A name went.
    Unlinked(String),
    /// A whole line on standard output.
    Said(String),
}

const CALLS: &str = "trace=openat,open,creat,write,writev,pwrite64,pwritev,lseek,fsync,fdatasync,sync_file_range,\
                     ftruncate,truncate,fallocate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,close";

/// Runs the load for some steps and returns what it did to the ledger's folder.
pub(crate) fn of_load(ledger: &Path, life: u64, steps: usize) -> Vec<Event> {
    let aside = tempfile::tempdir().expect("a folder for the trace");
    let log = aside.path().join("trace");
    let words = ["strace", "-f", "-y", "-xx", "-s", "100000000", "-e", CALLS, "-e", "signal=none", "-o"];
    let before: Vec<&OsStr> = words.iter().map(OsStr::new).chain([log.as_os_str()]).collect();
    let traced = load(&before, ledger, life).env(STEPS, steps.to_string()).output();
    let traced =
        traced.unwrap_or_else(|error| panic!("this test needs strace (apt-get install strace): {error}"));
    let complaint = String::from_utf8_lossy(&traced.stderr);
    assert!(
        traced.status.success(),
        "strace must be allowed to trace (ptrace), and the load to end: {complaint}"
    );
    let folder =
        fs::canonicalize(ledger.parent().expect("a ledger lies in a folder")).expect("the folder is there");
    let mut reading = Reading::new(folder.to_str().expect("a plain path"));
    for line in fs::read_to_string(&log).expect("the trace was written").lines() {
        reading.line(line);
    }
    reading.events
}

struct Reading {
    folder: String,
    events: Vec<Event>,
    /// Calls that another thread interrupted in the trace, by thread.
    begun: BTreeMap<String, String>,
    /// Where the next `write` goes, by descriptor.
    places: BTreeMap<String, usize>,
    lengths: BTreeMap<String, usize>,
    there: BTreeSet<String>,
    saying: Vec<u8>,
}

impl Reading {
    fn new(folder: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            events: Vec::new(),
            begun: BTreeMap::new(),
            places: BTreeMap::new(),
            lengths: BTreeMap::new(),
            there: BTreeSet::new(),
            saying: Vec::new(),
        }
    }

    fn line(&mut self, line: &str) {
        let Some((thread, call)) = line.split_once(' ') else { return };
        let call = call.trim_start();
        if let Some(begun) = call.strip_suffix(" <unfinished ...>") {
            self.begun.insert(thread.to_owned(), begun.to_owned());
        } else if let Some(rest) = call.strip_prefix("<... ") {
            let (_, rest) = rest.split_once(" resumed>").expect("a resumed call says so");
            let begun = self.begun.remove(thread).expect("what is resumed was begun");
            self.call(&(begun + rest));
        } else {
            self.call(call);
        }
    }

    fn call(&mut self, call: &str) {
        let Some((name, rest)) = call.split_once('(') else { return };
        let Some((arguments, result)) = rest.rsplit_once(" = ") else { return };
        // What failed changed nothing.
        if result.starts_with('-') || result.starts_with('?') {
            return;
        }
        // Texts are hexadecimal throughout, so that no comma stands in one.
        let arguments: Vec<&str> = arguments.trim_end().trim_end_matches(')').split(", ").collect();
        match (name, &arguments[..]) {
            ("openat", [_, path, flags, ..]) => self.opened(path, flags, result),
            ("write", [descriptor, bytes, _]) => self.written(descriptor, bytes, None),
            ("pwrite64", [descriptor, bytes, _, place]) => {
                self.written(descriptor, bytes, Some(number(place)));
            }
            ("lseek", [descriptor, ..]) => {
                self.places.insert((*descriptor).to_owned(), number(result));
            }
            ("fsync" | "fdatasync", [descriptor]) => {
                let path = path_of(descriptor);
                if path == self.folder {
                    self.events.push(Event::FolderSynced);
                } else if let Some(name) = self.name(&path) {
                    self.events.push(Event::Synced(name));
                }
            }
            ("ftruncate", [descriptor, length]) => {
                if let Some(name) = self.name(&path_of(descriptor)) {
                    self.lengths.insert(name.clone(), number(length));
                    self.events.push(Event::Sized(name, number(length)));
                }
            }
            ("close", [descriptor]) => {
                self.places.remove(*descriptor);
            }
            ("link", [from, to]) | ("linkat", [_, from, _, to, ..]) => {
                if let Some((from, to)) = self.two_names(from, to) {
                    self.there.insert(to.clone());
                    self.events.push(Event::Linked(from, to));
                }
            }
            ("rename", [from, to]) | ("renameat" | "renameat2", [_, from, _, to, ..]) => {
                if let Some((from, to)) = self.two_names(from, to) {
                    self.there.remove(&from);
                    self.there.insert(to.clone());
                    self.events.push(Event::Renamed(from, to));
                }
            }
            ("unlink", [path]) | ("unlinkat", [_, path, ..]) => {
                if let Some(name) = self.name(&text(path)) {
                    self.there.remove(&name);
                    self.events.push(Event::Unlinked(name));
                }
            }
            _ => {
                let ours = arguments.iter().any(|argument| {
                    let path = if argument.contains('<') { path_of(argument) } else { text(argument) };
                    self.name(&path).is_some()
                });
                assert!(!ours, "this call on a file of the folder is not understood: {name}");
            }
        }
    }

    fn opened(&mut self, path: &str, flags: &str, result: &str) {
        let Some(name) = self.name(&text(path)) else { return };
        if flags.contains("O_CREAT") && self.there.insert(name.clone()) {
            self.lengths.insert(name.clone(), 0);
            self.events.push(Event::Made(name.clone()));
        } else if flags.contains("O_TRUNC") {
            self.lengths.insert(name.clone(), 0);
            self.events.push(Event::Sized(name.clone(), 0));
        }
        let place = if flags.contains("O_APPEND") { self.lengths[&name] } else { 0 };
        self.places.insert(result.to_owned(), place);
    }

    fn written(&mut self, descriptor: &str, bytes: &str, place: Option<usize>) {
        let bytes = unhex(bytes);
        if descriptor.starts_with("1<") {
            self.said(&bytes);
        }
        let Some(name) = self.name(&path_of(descriptor)) else { return };
        let at = place.unwrap_or_else(|| {
            let next = self.places.entry(descriptor.to_owned()).or_default();
            *next += bytes.len();
            *next - bytes.len()
        });
        let length = self.lengths.entry(name.clone()).or_default();
        *length = (*length).max(at + bytes.len());
        self.events.push(Event::Written(name, at, bytes));
    }

    fn said(&mut self, bytes: &[u8]) {
        self.saying.extend_from_slice(bytes);
        while let Some(end) = self.saying.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.saying.drain(..=end).collect();
            let line = String::from_utf8_lossy(&line[..end]).into_owned();
            self.events.push(Event::Said(line));
        }
    }

    /// The name of a file of the folder. What another process may share in memory is not written by calls, and is made
    /// anew by whoever opens the ledger first.
    fn name(&self, path: &str) -> Option<String> {
        let name = path.strip_prefix(&self.folder)?.strip_prefix('/')?;
        (!name.contains('/') && !name.ends_with("-shm") && !name.ends_with("(deleted)"))
            .then(|| name.to_owned())
    }

    fn two_names(&self, from: &str, to: &str) -> Option<(String, String)> {
        Some((self.name(&text(from))?, self.name(&text(to))?))
    }
}

fn number(text: &str) -> usize {
    text.split(' ').next().and_then(|number| number.parse().ok()).expect("a number of the trace")
}

/// The path of a descriptor such as `5<\x2f\x74>`.
fn path_of(descriptor: &str) -> String {
    let path =
        descriptor.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or("", |(path, _)| path);
    String::from_utf8_lossy(&unhex(path)).into_owned()
}

fn text(quoted: &str) -> String {
    String::from_utf8_lossy(&unhex(quoted)).into_owned()
}

/// The bytes of a text of which every byte is written as `\x2f`.
fn unhex(text: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).expect("a hexadecimal digit of the trace");
    let pairs = text.trim_matches('"').as_bytes().chunks(4).filter(|chunk| chunk.starts_with(b"\\x"));
    let byte =
        |chunk: &[u8]| u8::try_from(digit(chunk[2]) << 4 | digit(chunk[3])).expect("two digits are a byte");
    pairs.map(byte).collect()
}

#[test]
fn a_trace_is_read_as_it_was_done() {
    let hex = |text: &str| text.bytes().map(|byte| format!("\\x{byte:02x}")).collect::<Vec<_>>().concat();
    let (file, other, folder) = (hex("/f/a"), hex("/g/a"), hex("/f"));
    let mut reading = Reading::new("/f");
    for line in [
        format!("12 openat(AT_FDCWD<{folder}>, \"{file}\", O_RDWR|O_CREAT, 0600) = 5<{file}>"),
        format!("12 openat(AT_FDCWD<{folder}>, \"{other}\", O_RDWR|O_CREAT, 0600) = 6<{other}>"),
        format!("12 write(5<{file}>, \"{}\", 2) = 2", hex("ab")),
        format!("12 write(5<{file}>, \"{}\", 1 <unfinished ...>", hex("c")),
        format!("13 write(6<{other}>, \"{}\", 1) = 1", hex("x")),
        "12 <... write resumed>) = 1".to_owned(),
        format!("12 pwrite64(5<{file}>, \"{}\", 1, 4096) = 1", hex("d")),
        format!("12 fdatasync(5<{file}>) = 0"),
        format!("12 fsync(7<{folder}>) = 0"),
        format!("12 write(1<{}>, \"{}\", 4) = 4", hex("pipe:[7]"), hex("ack\n")),
        format!("12 unlink(\"{file}\") = -1 EPERM (Operation not permitted)"),
    ] {
        reading.line(&line);
    }
    let name = || "a".to_owned();
    let done = [
        Event::Made(name()),
        Event::Written(name(), 0, b"ab".to_vec()),
        Event::Written(name(), 2, b"c".to_vec()),
        Event::Written(name(), 4096, b"d".to_vec()),
        Event::Synced(name()),
        Event::FolderSynced,
        Event::Said("ack".to_owned()),
    ];
    assert_eq!(
        reading.events, done,
        "what was done in the folder, in order, and what failed or lies elsewhere not"
    );
}
