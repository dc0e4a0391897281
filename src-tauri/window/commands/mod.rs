//! What the web view may ask: a file a screen, a line a command. Each calls its use case and says what came of it.
#![expect(clippy::needless_pass_by_value, reason = "Tauri hands a command its arguments as values")]

use tauri::{Wry, ipc::Invoke};

mod client;
mod clients;
mod documents;
mod enquiries;
mod export;
mod figures;
mod history;
mod import;
mod letter;
mod letters;
mod line;
mod many;
mod record;
mod routine;
mod settings;
mod start;

macro_rules! commands {
    ($($screen:ident :: $name:ident),* $(,)?) => {
        /// Answers the web view.
        pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($screen::$name),*]
        }

        /// The commands that have an answer.
        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

commands![
    start::start,
    start::sample_load,
    start::sample_remove,
    settings::profile,
    settings::profile_save,
    clients::clients,
    clients::find,
    client::client,
    enquiries::enquiries,
    record::choices,
    record::record_add,
    record::record_edit,
    record::record_remove,
    history::steps,
    history::undo,
    history::redo,
    import::import_choose,
    import::import_confirm,
    import::import_drop,
    letters::letters,
    letter::letter_start,
    letter::letter_open,
    letter::letter_view,
    letter::letter_keep,
    letter::letter_page,
    letter::letter_save,
    letter::copy,
    line::line_understand,
    line::line_record,
    many::record_duplicate,
    many::records_edit,
    many::records_remove,
    many::record_lines,
    many::excuse,
    documents::document_add,
    documents::document_open,
    figures::figures,
    history::history,
    history::history_take_back,
    history::history_restore,
    routine::templates_due,
    routine::templates_fill,
    routine::look_back,
    routine::friday,
    routine::friday_answer,
    routine::question,
    routine::need_snooze,
    routine::snoozed,
    import::import_change,
    import::import_cancel,
    export::archive_import,
    export::export_to,
    export::erase_plan,
    export::erase,
    export::receipt_save,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// Tauri says nothing about a command that is allowed and missing, or there and not allowed, until it is called.
    #[test]
    fn the_capability_allows_exactly_the_commands_that_are_there() {
        let capability: serde_json::Value =
            serde_json::from_str(include_str!("../../capabilities/main.json"))
                .expect("the capability is JSON: the build script read it");
        let allowed: BTreeSet<String> = capability["permissions"]
            .as_array()
            .expect("the capability lists permissions")
            .iter()
            .map(|permission| permission.as_str().expect("each is a name").to_owned())
            .collect();
        let there = super::NAMES.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
        assert_eq!(
            allowed, there,
            "capabilities/main.json and the list in commands/mod.rs name the same commands"
        );
    }
}
