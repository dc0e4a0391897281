//! What stands in a PDF.
use std::{path::Path, process::Command};

/// The text of a PDF as a reader copies it, white space as single spaces.
pub(crate) fn text_of(path: &Path) -> String {
    let read = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(path)
        .arg("-")
        .output()
        .expect("pdftotext reads pages: poppler-utils has it");
    assert!(read.status.success(), "it is a PDF: {}", String::from_utf8_lossy(&read.stderr));
    let text = String::from_utf8(read.stdout).expect("the program prints UTF-8");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
