//! Embeds `ui/dist` into the window, and lets the web view call exactly the commands that
//! `capabilities/main.json` allows: that file is the one list, so nothing can be callable without standing there.
use std::{error::Error, fs};

const CAPABILITY: &str = "src-tauri/capabilities/main.json";

fn main() {
    // The interface and the icons are part of the binary: new ones need a new binary.
    for source in ["ui/dist", "icons", CAPABILITY] {
        println!("cargo::rerun-if-changed={source}");
    }
    if let Err(error) = build() {
        println!("cargo::error=the window cannot be built: {error}");
    }
}

fn build() -> Result<(), Box<dyn Error>> {
    // Tauri takes the list for the whole life of the program; a build script's is short.
    let commands: &'static [&'static str] = allowed_commands()?.leak();
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .capabilities_path_pattern("src-tauri/capabilities/*.json")
            .app_manifest(tauri_build::AppManifest::new().commands(commands)),
    )?;
    Ok(())
}

/// `allow-letter-save` in the capability allows the command `letter_save`.
fn allowed_commands() -> Result<Vec<&'static str>, Box<dyn Error>> {
    let capability: serde_json::Value = serde_json::from_str(&fs::read_to_string(CAPABILITY)?)?;
    let permissions = capability["permissions"].as_array().ok_or("the capability has no permissions")?;
    Ok(permissions
        .iter()
        .filter_map(|permission| permission.as_str()?.strip_prefix("allow-"))
        .map(|name| &*name.replace('-', "_").leak())
        .collect())
}
