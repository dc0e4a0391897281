//! What the web view may ask: a file a screen, a line a command. Each calls its use case and says what came of it.
#![expect(clippy::needless_pass_by_value, reason = "Tauri hands a command its arguments as values")]

use tauri::{Wry, ipc::Invoke};

#[cfg(test)]
mod allowed;
mod appearance;
mod backups;
mod bundle;
mod client;
mod clients;
mod desktop;
mod documents;
mod door;
mod enquiries;
mod explain;
mod export;
mod figures;
mod fit;
mod history;
mod import;
mod letter;
mod letterhead;
mod letters;
mod line;
mod many;
mod offering;
mod picture;
mod record;
mod review;
mod routine;
mod safety;
mod settings;
mod start;
mod worth;

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
    appearance::appear,
    desktop::due_count,
    desktop::tell_desktop,
    settings::profile,
    settings::profile_save,
    clients::clients,
    clients::find,
    client::client,
    enquiries::enquiries,
    enquiries::enquiry_take_on,
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
    letters::letter_templates,
    letters::template_from_letter,
    letters::letter_with_template,
    letters::template_write,
    letters::template_read,
    letters::parting,
    letters::hand_back,
    letterhead::letterhead_pictures,
    letterhead::letterhead_picture,
    letterhead::letterhead_without,
    letterhead::letterhead_shown,
    letter::letter_kinds,
    letter::letter_start,
    letter::letter_open,
    letter::letter_view,
    letter::letter_keep,
    letter::letter_page,
    letter::letter_finish,
    letter::letter_sent,
    letter::letter_proof,
    letter::letter_reply,
    letter::letter_supersede,
    letter::letter_save,
    letter::letter_script,
    letter::copy,
    picture::copy_picture,
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
    offering::offering,
    offering::trust,
    offering::method_effect,
    review::review_quarters,
    review::review_save,
    explain::verdict_history,
    explain::what_if,
    explain::decide,
    explain::evidence_pages,
    explain::evidence_page,
    explain::evidence_save,
    worth::worth,
    worth::price_cut,
    worth::renewals,
    fit::fit_criteria,
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
    door::door,
    door::door_accept,
    door::unlock,
    door::unlock_by_code,
    door::lock,
    door::awake,
    safety::safety,
    safety::strength,
    safety::passphrase_offer,
    safety::recovery_code,
    safety::recovery_save,
    safety::protect,
    safety::new_key,
    safety::passphrase_change,
    safety::idle_set,
    safety::check_now,
    safety::salvage,
    safety::safety_stop,
    safety::copy_secret,
    backups::backup_now,
    backups::backup_preview,
    backups::backup_restore,
    backups::backups_unprotected,
    backups::backup_folder,
    backups::backup_folder_restore,
    backups::second_place_choose,
    backups::second_place_forget,
    bundle::bundle_write,
    bundle::bundle_open,
    bundle::bundle_take,
    bundle::bundle_drop,
];
