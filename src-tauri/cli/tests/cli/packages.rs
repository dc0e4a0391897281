//! What a package brings beside the programs, and that it all tells of the same version, names and commands.
use std::{fs, path::Path, process::Command};

use serde_json::Value;

use crate::typed::{Desk, bare};

const METAINFO: &str = include_str!("../../../../packaging/org.kindly.Kindly.metainfo.xml");
const ENTRY: &str = include_str!("../../../../packaging/kindly.desktop");

/// The names of all commands that help lists.
fn commands() -> Vec<String> {
    let help = bare(&["--help"]).out;
    let (_, listed) = help.split_once("Commands:\n").expect("help lists the commands");
    let (listed, _) = listed.split_once("\n\n").expect("and then something else");
    let names: Vec<String> = listed
        .lines()
        .filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect();
    assert!(names.len() > 40, "help names them all: {names:?}");
    names
}

/// Writes the papers of a package, and returns what lies in a folder of them by name.
fn papers(desk: &Desk, folder: &str) -> Vec<(String, String)> {
    let out = desk.typed("papers");
    let written = bare(&["papers", "--out", &out]);
    assert_eq!(written.code, Some(0), "they are written: {}", written.err);
    let files = fs::read_dir(Path::new(&out).join(folder)).expect("the folder is there").flatten();
    files
        .map(|file| {
            let text = fs::read_to_string(file.path()).expect("papers are text");
            (file.file_name().to_string_lossy().into_owned(), text)
        })
        .collect()
}

#[test]
fn man_has_a_page_for_the_program_and_for_every_command() {
    let desk = Desk::new();
    let pages = papers(&desk, "man1");
    let page = |name: &str| {
        let found = pages.iter().find(|(file, _)| file == name);
        &found.unwrap_or_else(|| panic!("{name} is written")).1
    };
    let commands = commands();
    let whole = page("kindly-cli.1");
    for command in &commands {
        // A hyphen that may be copied is written with a stroke before it.
        let told = format!("kindly\\-cli\\-{}(1)", command.replace('-', "\\-"));
        assert!(whole.contains(&told), "the first page leads to {command}");
        let own = page(&format!("kindly-cli-{command}.1"));
        assert!(own.contains(".SH SYNOPSIS") && own.contains("EXIT STATUS"), "{command} has a whole page");
    }
    assert_eq!(pages.len(), commands.len() + 1, "and there is no page of anything that help hides");
    assert!(!whole.contains("papers"), "what only packers type is told to nobody else");
    let version = format!("kindly-cli {}", env!("CARGO_PKG_VERSION"));
    assert!(whole.contains(&version), "it says of which version it is");
}

#[test]
fn three_shells_complete_every_command() {
    let desk = Desk::new();
    let completions = papers(&desk, "completions");
    let mut names: Vec<&str> = completions.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        ["_kindly-cli", "kindly-cli", "kindly-cli.fish"],
        "zsh, bash and fish, as each looks for it"
    );
    for (name, text) in &completions {
        for command in commands() {
            assert!(text.contains(&command), "{name} completes {command}");
        }
        assert!(text.contains("passphrase-file"), "{name} completes options");
        assert!(!text.contains("papers"), "{name} offers nothing that help hides");
    }
}

#[test]
fn bash_completes_by_what_was_written() {
    let desk = Desk::new();
    papers(&desk, "completions");
    let file = desk.typed("papers/completions/kindly-cli");
    let script = r#"source "$1"; COMP_WORDS=(kindly-cli need); COMP_CWORD=1; by=$(complete -p kindly-cli); by=${by#*-F }; ${by%% *} kindly-cli need kindly-cli; echo "${COMPREPLY[@]}""#;
    let ran = Command::new("bash").args(["-c", script, "bash", &file]).output().expect("bash is there");
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "", "it loads without a word");
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "needs\n", "and completes what was begun");
}

#[test]
fn papers_go_where_a_folder_can_be() {
    let desk = Desk::new();
    let file = desk.file("note.txt", "no folder");
    let refused = bare(&["papers", "--out", &file]).refusal();
    assert!(
        refused.contains("note.txt") && refused.contains("could not be written"),
        "it says so: {refused}"
    );
}

fn between<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    let (_, rest) = text.split_once(open).unwrap_or_else(|| panic!("{open} stands in it"));
    rest.split_once(close).unwrap_or_else(|| panic!("{close} follows {open}")).0
}

fn line<'a>(entry: &'a str, key: &str) -> &'a str {
    let found = entry.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
    found.unwrap_or_else(|| panic!("the entry has a {key}"))
}

/// A package's settings.
fn settings() -> Value {
    serde_json::from_str(include_str!("../../../../tauri.conf.json")).expect("the settings are JSON")
}

#[test]
fn software_centres_are_told_the_same_names_and_version() {
    let settings = settings();
    assert_eq!(between(METAINFO, "<id>", "</id>"), settings["identifier"], "the id is the app's");
    assert_eq!(between(METAINFO, "<name>", "</name>"), settings["productName"], "and so is the name");
    let newest = between(METAINFO, "<release version=\"", "\"");
    assert_eq!(
        newest,
        env!("CARGO_PKG_VERSION"),
        "the newest release is the one that is packed: add it to releases"
    );
    let license = &settings["bundle"]["license"];
    assert_eq!(
        between(METAINFO, "<project_license>", "</project_license>"),
        license,
        "under the same licence"
    );
    let entry = between(METAINFO, "<launchable type=\"desktop-id\">", "</launchable>");
    let packed = format!("{}.desktop", settings["productName"].as_str().expect("a name"));
    assert_eq!(entry, packed, "what is launched is the entry that the packer writes");
    for program in ["<binary>kindly</binary>", "<binary>kindly-cli</binary>"] {
        assert!(METAINFO.contains(program), "{program} is provided");
    }
}

#[test]
fn the_entry_starts_the_window_under_its_icon() {
    assert_eq!(ENTRY.lines().next(), Some("[Desktop Entry]"), "it is one");
    // The packer fills in the binary's name and the icon's, which are the same.
    for (key, value) in
        [("Exec", "{{exec}}"), ("Icon", "{{icon}}"), ("StartupWMClass", "{{exec}}"), ("Name", "{{name}}")]
    {
        assert_eq!(line(ENTRY, key), value, "{key}");
    }
    assert!(line(ENTRY, "Categories").starts_with("Office;"), "menus find it");
    assert!(
        !ENTRY.contains("MimeType"),
        "Kindly opens no file that is handed to it, so it says of none that it would"
    );
    let settings = settings();
    assert_eq!(settings["mainBinaryName"], "kindly", "the binary and the icon are called so");
    assert!(
        between(METAINFO, "<icon type=\"stock\">", "</icon>") == "kindly",
        "software centres show the same one"
    );
}

#[test]
fn both_linux_packages_bring_the_same() {
    let settings = settings();
    let linux = &settings["bundle"]["linux"];
    for (package, zsh) in [("deb", "vendor-completions"), ("rpm", "site-functions")] {
        let package_settings = &linux[package];
        let files = package_settings["files"].as_object().expect("it lists what it brings");
        for place in [
            "/usr/bin/kindly-cli",
            "/usr/share/man/man1",
            "/usr/share/bash-completion/completions/kindly-cli",
            &format!("/usr/share/zsh/{zsh}/_kindly-cli"),
            "/usr/share/fish/vendor_completions.d/kindly-cli.fish",
            "/usr/share/metainfo/org.kindly.Kindly.metainfo.xml",
        ] {
            assert!(files.contains_key(place), "{package} brings {place}");
        }
        assert_eq!(
            package_settings["desktopTemplate"], "packaging/kindly.desktop",
            "{package} has the entry"
        );
        for from in files.values().filter_map(Value::as_str).filter(|from| !from.starts_with("out/")) {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
            assert!(root.join(from).exists(), "{package} packs {from}, which is there");
        }
    }
}

#[test]
fn the_document_knows_the_layout_of_the_ledger() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let steps =
        fs::read_dir(root.join("src-tauri/ledger/src/store/migrations")).expect("the steps are there");
    let layout =
        steps.flatten().filter(|step| step.path().extension().is_some_and(|end| end == "sql")).count();
    let document = fs::read_to_string(root.join("docs/packages.md")).expect("the document is there");
    assert!(
        document.contains(&format!("this version has layout {layout},")),
        "docs/packages.md says layout {layout}"
    );
}
