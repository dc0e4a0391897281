//! The command line calls nobody, whatever it does.
#[expect(dead_code, reason = "the window's tests use the rest of it")]
#[path = "../../../../tests/sockets.rs"]
mod sockets;

use crate::typed::{DAY, Desk};
use sockets::Watched;

const TOGGL: &[u8] = include_bytes!("../../../exchange/tests/fixtures/toggl/plain.csv");

#[test]
fn no_command_opens_a_socket_to_another_computer() {
    let desk = Desk::new();
    let file = desk.file("toggl.csv", TOGGL);
    let (letter, export) = (desk.typed("letter.pdf"), desk.typed("export"));
    for typed in [
        &["sample"][..],
        &["verdicts"],
        &["import", &file],
        &["find", "report"],
        &["letter", "--client", "Halden & Co", "--kind", "renewal_refusal", "--out", &letter],
        &["export", &export, "--format", "json"],
        &["check"],
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let watched = Watched::in_folder(folder.path());
        let ran = watched
            .command(env!("CARGO_BIN_EXE_kindly-cli"))
            .args(["--ledger", &desk.typed("practice.kindly"), "--as-of", DAY])
            .args(typed)
            .output()
            .expect("strace is there");
        assert!(ran.status.success(), "{typed:?} is carried out: {}", String::from_utf8_lossy(&ran.stderr));
        assert_eq!(watched.outward(), [""; 0], "{typed:?} calls nobody");
    }
}
