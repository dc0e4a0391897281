//! What the page may call, from the list as it was resolved when this was built: a new permission is a change that is
//! seen in the snapshot, and one that is nobody's command is found.
use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use serde_json::Value;
use tauri::{
    Url,
    ipc::{Origin, RuntimeAuthority},
};

use super::NAMES;
use crate::{MAIN_WINDOW, context};

/// Tauri says nothing about a command that is allowed and missing, or there and not allowed, until it is called.
#[test]
fn the_capability_allows_exactly_the_commands_that_are_there() {
    let capability: Value = serde_json::from_str(include_str!("../../capabilities/main.json"))
        .expect("the capability is JSON: the build script read it");
    let allowed: BTreeSet<String> = capability["permissions"]
        .as_array()
        .expect("the capability lists permissions")
        .iter()
        .map(|permission| permission.as_str().expect("each is a name").to_owned())
        .collect();
    let there = NAMES.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    assert_eq!(
        allowed, there,
        "capabilities/main.json and the list in commands/mod.rs name the same commands"
    );
}

#[test]
fn the_whole_list_of_what_the_window_may_call() {
    let mut context = context();
    let authority = context.runtime_authority_mut();
    let known = known_commands();
    let mut list = format!("The window “{MAIN_WINDOW}”, on Kindly's own page, may call\n");
    for command in known.iter().filter(|command| may_call(authority, MAIN_WINDOW, &Origin::Local, command)) {
        writeln!(list, "  {command}").expect("a text takes any line");
    }
    let of_tauri = known.iter().filter(|command| command.starts_with("plugin:")).count();
    assert!(
        of_tauri > 100,
        "the commands of Tauri and its plugins were asked for as well, {of_tauri} of them"
    );
    insta::assert_snapshot!("what_the_window_may_call", list);

    let elsewhere: Url = "http://example.invalid/".parse().expect("it is an address");
    for command in &known {
        let remote = Origin::Remote { url: elsewhere.clone() };
        assert!(!may_call(authority, MAIN_WINDOW, &remote, command), "no other site may call {command}");
        assert!(!may_call(authority, "other", &Origin::Local, command), "no other window may call {command}");
    }
}

fn may_call(authority: &RuntimeAuthority, window: &str, origin: &Origin, command: &str) -> bool {
    authority.resolve_access(command, window, window, origin).is_some()
}

/// Every command that Kindly, Tauri and its plugins have, each plugin's under its own name.
fn known_commands() -> BTreeSet<String> {
    let manifests = Path::new(env!("CARGO_MANIFEST_DIR")).join("gen/schemas/acl-manifests.json");
    let manifests = fs::read_to_string(manifests).expect("the build script wrote what each plugin has");
    let manifests: Value = serde_json::from_str(&manifests).expect("what it wrote is JSON");
    let mut commands: BTreeSet<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
    for (plugin, manifest) in manifests.as_object().expect("the plugins stand by name") {
        for permission in manifest["permissions"].as_object().expect("a plugin has permissions").values() {
            for command in permission["commands"]["allow"].as_array().into_iter().flatten() {
                let name = command.as_str().expect("a command is a name");
                // Kindly's own stand under a key that no plugin can have.
                let own = plugin.starts_with("__");
                commands.insert(if own { name.to_owned() } else { format!("plugin:{plugin}|{name}") });
            }
        }
    }
    commands
}
