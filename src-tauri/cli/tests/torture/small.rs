//! Places with little room: a disk that is nearly full, and files that may not grow.
use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

/// A folder to work in, with the limits of its kind.
pub(crate) enum Place {
    /// A small disk of its own; it goes with this value.
    Disk(SmallDisk),
    /// A folder like any other, where no file may grow beyond a limit.
    Files(TempDir),
}

impl Place {
    pub(crate) fn folder(&self) -> &Path {
        match self {
            Self::Disk(disk) => disk.folder.path(),
            Self::Files(folder) => folder.path(),
        }
    }

    /// The program, with so many KiB left to it in this place.
    pub(crate) fn program(&self, left: usize) -> Command {
        let program = env!("CARGO_BIN_EXE_kindly-cli");
        match self {
            Self::Disk(disk) => {
                disk.leave(left);
                Command::new(program)
            }
            Self::Files(_) => {
                let mut command = Command::new("bash");
                // Without the trap the system would end the program where it writes too much.
                let limited = format!("trap '' XFSZ; ulimit -f {left}; exec \"$0\" \"$@\"");
                command.args(["-c", &limited, program]);
                command
            }
        }
    }

    /// The program without limits.
    pub(crate) fn free_program(&self) -> Command {
        if let Self::Disk(disk) = self {
            disk.make_room();
        }
        Command::new(env!("CARGO_BIN_EXE_kindly-cli"))
    }
}

/// A file system in memory, of a few megabytes.
pub(crate) struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    const KIB: usize = 16 * 1024;

    /// `None` where this user may not mount anything.
    pub(crate) fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder to mount on");
        let size = format!("size={}k,mode=700", Self::KIB);
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "kindly-small"])
            .arg(folder.path())
            .output();
        mounted.is_ok_and(|done| done.status.success()).then_some(Self { folder })
    }

    fn filler(&self) -> PathBuf {
        self.folder.path().join("filler")
    }

    fn make_room(&self) {
        match fs::remove_file(self.filler()) {
            Err(error) if error.kind() != ErrorKind::NotFound => panic!("room cannot be made: {error}"),
            _ => {}
        }
    }

    /// Fills it up, but for so many KiB.
    fn leave(&self, left: usize) {
        self.make_room();
        let free = Command::new("df").args(["--output=avail", "-k"]).arg(self.folder.path()).output();
        let free = String::from_utf8(free.expect("df tells what is free").stdout).expect("a number");
        let free: usize = free.lines().last().and_then(|line| line.trim().parse().ok()).expect("a number");
        let filler = vec![0; free.saturating_sub(left) * 1024];
        fs::write(self.filler(), filler).expect("what is free can be filled");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Where it fails the folder cannot be removed either, and says so.
        let _ = Command::new("umount").arg(self.folder.path()).status();
    }
}
