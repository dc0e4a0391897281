//! Which sockets a program opens, as `strace` saw it: shared by the tests of the window and of the command line.
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A program whose network calls are written down, and those of all that it starts.
pub(crate) struct Watched {
    trace: PathBuf,
}

impl Watched {
    /// Keeps what is written down in that folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { trace: folder.join("network.strace") }
    }

    /// How to start the program.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o"]);
        command.arg(&self.trace).arg("--").arg(program);
        command
    }

    /// Calls that open a socket to anything but this computer's own programs and its kernel, or speak over one.
    pub(crate) fn outward(&self) -> Vec<String> {
        let trace = fs::read_to_string(&self.trace)
            .expect("strace wrote down what it saw: `./dev test` installs what the tests need");
        outward(&trace).map(str::to_owned).collect()
    }

    /// How many calls were seen at all.
    pub(crate) fn calls(&self) -> usize {
        fs::read_to_string(&self.trace).map_or(0, |trace| trace.lines().count())
    }
}

/// Names of families, not of the calls: what the kernel tells over netlink names other families too.
fn outward(trace: &str) -> impl Iterator<Item = &str> {
    trace.lines().filter(|line| {
        let opened = line.split_once(" socket(").map(|(_, call)| call);
        let opens =
            opened.is_some_and(|call| !["AF_UNIX", "AF_NETLINK"].iter().any(|near| call.starts_with(near)));
        opens || line.contains("sa_family=AF_INET")
    })
}

#[test]
fn a_program_that_does_call_out_is_found() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let watched = Watched::in_folder(folder.path());
    // A packet to a port of this computer on which nobody listens.
    let mut calls = watched.command("bash");
    calls.args(["-c", "(exec 3<>/dev/udp/127.0.0.1/9; echo x >&3) 2>/dev/null; true"]);
    assert!(calls.status().expect("strace and bash are there").success(), "the control runs");
    let found = watched.outward();
    assert!(
        found.iter().any(|line| line.contains("socket(AF_INET"))
            && found.iter().any(|line| line.contains("connect(")),
        "the socket and the call are found: {found:?}"
    );

    let quiet = "7 socket(AF_UNIX, SOCK_STREAM, 0) = 3\n7 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 4\n\
        7 recvmsg(4, [{ifa_family=AF_INET6}]) = 1\n7 socketpair(AF_UNIX, SOCK_STREAM, 0, [5, 6]) = 0";
    assert_eq!(outward(quiet).count(), 0, "what stays on this computer is not counted");
    for loud in [
        "7 socket(AF_INET6, SOCK_DGRAM, 0) = 3",
        "7 socket(AF_PACKET, SOCK_RAW, 0) = 3",
        "7 bind(3, {sa_family=AF_INET})",
    ] {
        assert_eq!(outward(loud).count(), 1, "{loud} is counted");
    }
}
