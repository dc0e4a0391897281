//! A disk that forgets what was not synced, when the power goes.
use std::collections::BTreeMap;

use crate::{chance::Chance, trace::Event};

/// The unit that a disk writes whole.
const SECTOR: usize = 512;
/// The unit in which a system brings files to the disk, in any order.
const PAGE: usize = 4096;

/// What becomes of what was not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// All of it is lost.
    Lost,
    /// All of it is on the disk.
    Kept,
    /// It is on the disk up to somewhere, be it in the middle of a write.
    Truncated,
    /// Some pages are on the disk and others are not, in no order.
    Pages,
    /// The same, by sectors.
    Sectors,
    /// Files have their new lengths, and nothing in them.
    Lengths,
}

impl Fate {
    pub(crate) const ALL: [Self; 6] =
        [Self::Lost, Self::Kept, Self::Truncated, Self::Pages, Self::Sectors, Self::Lengths];
}

/// A change of a file's content that is not on the disk for sure.
#[derive(Clone, Debug)]
enum Change {
    Bytes(usize, Vec<u8>),
    Length(usize),
}

/// A change of a name that is not on the disk for sure.
#[derive(Clone, Debug)]
enum Naming {
    Is(String, usize),
    Gone(String),
}

#[derive(Clone, Debug, Default)]
struct File {
    synced: Vec<u8>,
    pending: Vec<Change>,
}

/// The files of one folder.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    files: Vec<File>,
    /// Which name is which file, as programs see it.
    names: BTreeMap<String, usize>,
    /// The same, as far as it is on the disk for sure.
    synced_names: BTreeMap<String, usize>,
    namings: Vec<Vec<Naming>>,
}

impl Disk {
    /// Whether anything could be lost now.
    pub(crate) fn is_pending(&self) -> bool {
        !self.namings.is_empty() || self.files.iter().any(|file| !file.pending.is_empty())
    }

    pub(crate) fn happens(&mut self, event: &Event) {
        match event {
            Event::Made(name) => {
                self.files.push(File::default());
                self.name(vec![Naming::Is(name.clone(), self.files.len() - 1)]);
            }
            Event::Written(name, at, bytes) => {
                self.file(name).pending.push(Change::Bytes(*at, bytes.clone()));
            }
            Event::Sized(name, length) => self.file(name).pending.push(Change::Length(*length)),
            Event::Synced(name) => {
                let file = self.file(name);
                for change in std::mem::take(&mut file.pending) {
                    apply(&mut file.synced, &change);
                }
            }
            Event::FolderSynced => {
                self.synced_names = self.names.clone();
                self.namings.clear();
            }
            Event::Linked(from, to) => self.name(vec![Naming::Is(to.clone(), self.names[from])]),
            Event::Renamed(from, to) => {
                self.name(vec![Naming::Is(to.clone(), self.names[from]), Naming::Gone(from.clone())]);
            }
            Event::Unlinked(name) => self.name(vec![Naming::Gone(name.clone())]),
            Event::Said(_) => {}
        }
    }

    fn file(&mut self, name: &str) -> &mut File {
        let number = *self.names.get(name).unwrap_or_else(|| panic!("{name} was made before it is used"));
        &mut self.files[number]
    }

    /// A file system keeps what makes up one renaming together.
    fn name(&mut self, namings: Vec<Naming>) {
        for naming in &namings {
            naming.apply(&mut self.names);
        }
        self.namings.push(namings);
    }

    /// The files that are found after the power came back.
    pub(crate) fn after_power_loss(&self, fate: Fate, chance: &mut Chance) -> BTreeMap<String, Vec<u8>> {
        let mut names = self.synced_names.clone();
        // File systems write names in their order, so that some first ones are on the disk.
        let kept = match fate {
            Fate::Lost => 0,
            Fate::Kept => self.namings.len(),
            _ => chance.below(self.namings.len() + 1),
        };
        self.namings[..kept].iter().flatten().for_each(|naming| naming.apply(&mut names));
        names.into_iter().map(|(name, number)| (name, self.files[number].after(fate, chance))).collect()
    }
}

impl Naming {
    fn apply(&self, names: &mut BTreeMap<String, usize>) {
        match self {
            Self::Is(name, number) => names.insert(name.clone(), *number),
            Self::Gone(name) => names.remove(name),
        };
    }
}

impl File {
    fn after(&self, fate: Fate, chance: &mut Chance) -> Vec<u8> {
        let mut found = self.synced.clone();
        let last = match fate {
            Fate::Lost => 0,
            Fate::Truncated => chance.below(self.pending.len() + 1),
            _ => self.pending.len(),
        };
        for change in &self.pending[..last] {
            match (fate, change) {
                (Fate::Pages, Change::Bytes(at, bytes)) => scatter(&mut found, (*at, bytes), PAGE, chance),
                (Fate::Sectors, Change::Bytes(at, bytes)) => {
                    scatter(&mut found, (*at, bytes), SECTOR, chance);
                }
                (Fate::Lengths, Change::Bytes(at, bytes)) => {
                    let length = found.len().max(at + bytes.len());
                    found.resize(length, 0);
                }
                // A file system may bring a length to the disk before or after what stands in the file.
                (Fate::Pages | Fate::Sectors, Change::Length(_)) if chance.yes() => {}
                _ => apply(&mut found, change),
            }
        }
        if let (Fate::Truncated, Some(Change::Bytes(at, bytes))) = (fate, self.pending.get(last)) {
            let sectors = bytes.len().div_ceil(SECTOR);
            let torn = bytes.len().min(chance.below(sectors) * SECTOR);
            apply(&mut found, &Change::Bytes(*at, bytes[..torn].to_vec()));
        }
        found
    }
}

fn apply(file: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Length(length) => file.resize(*length, 0),
        Change::Bytes(at, bytes) => {
            let end = at + bytes.len();
            file.resize(file.len().max(end), 0);
            file[*at..end].copy_from_slice(bytes);
        }
    }
}

/// Writes some of the units that a write touches; what of the file's new length is not written reads as zeros.
fn scatter(file: &mut Vec<u8>, (at, bytes): (usize, &[u8]), unit: usize, chance: &mut Chance) {
    let mut begin = 0;
    while begin < bytes.len() {
        // Units lie where they lie on the disk, not where the write begins.
        let end = bytes.len().min(begin + unit - (at + begin) % unit);
        if chance.yes() {
            apply(file, &Change::Bytes(at + begin, bytes[begin..end].to_vec()));
        }
        begin = end;
    }
}

#[test]
fn only_what_was_synced_is_sure() {
    let name = || "a".to_owned();
    let mut disk = Disk::default();
    let mut chance = Chance::new(1);
    disk.happens(&Event::Made(name()));
    disk.happens(&Event::Written(name(), 0, vec![1; 2 * PAGE]));
    disk.happens(&Event::Synced(name()));
    assert!(disk.after_power_loss(Fate::Lost, &mut chance).is_empty(), "a name is lost with its folder");
    disk.happens(&Event::FolderSynced);
    assert!(!disk.is_pending(), "now everything is on the disk");
    disk.happens(&Event::Written(name(), PAGE, vec![2; 8 * PAGE]));
    for fate in Fate::ALL {
        let files = disk.after_power_loss(fate, &mut chance);
        let found = &files["a"];
        assert_eq!(found[..PAGE], vec![1; PAGE], "{fate:?}: what was synced and not written again is there");
        let (old, new) = (found.contains(&1), found[PAGE..].contains(&2));
        let count: usize = found.iter().map(|byte| usize::from(*byte == 2)).sum();
        match fate {
            Fate::Lost => assert_eq!((found.len(), new), (2 * PAGE, false), "nothing else is"),
            Fate::Kept => assert_eq!(count, 8 * PAGE, "all of it is"),
            Fate::Lengths => assert_eq!((found.len(), new), (9 * PAGE, false), "only the length is"),
            Fate::Truncated => assert!(old && found.len() <= 9 * PAGE, "its beginning is"),
            Fate::Pages | Fate::Sectors => {
                assert!(count > 0 && count < 8 * PAGE, "some of it is: {count} bytes");
            }
        }
    }
}
