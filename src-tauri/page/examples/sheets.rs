//! Writes the sample letters as PDFs into a folder, to be looked at: `cargo run --example sheets -- FOLDER`.
#[path = "../tests/it/samples.rs"]
mod samples;

use kindly_page::{Fonts, set};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("Name the folder to write to")?;
    std::fs::create_dir_all(&folder)?;
    let fonts = Fonts::bundled();
    for (name, letter) in [
        ("renewal-refusal", samples::renewal_refusal()),
        ("prospect-decline", samples::prospect_decline()),
        ("early-termination", samples::early_termination()),
        ("many-scripts", samples::many_scripts()),
    ] {
        std::fs::write(folder.join(name).with_extension("pdf"), set(&letter, &fonts)?.bytes)?;
    }
    Ok(())
}
