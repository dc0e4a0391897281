//! Kindly's window: it asks the practice, and shows what it answers. Everything that Kindly knows stands below this
//! crate; here is only what needs a window, a clock, a file dialog or a clipboard.
#![warn(missing_docs)]

mod clock;
mod commands;
mod curtain;
mod dialogs;
mod keeper;
mod lock;
mod page;
mod shell;
mod spelling;
#[cfg(target_os = "linux")]
mod watch;

use std::{process::ExitCode, thread};

use kindly_practice::safety::BackupCause;
use tauri::{AppHandle, Manager as _, RunEvent};
use tauri_plugin_window_state::StateFlags;

use shell::Shell;

#[cfg(all(feature = "window-tests", not(debug_assertions)))]
compile_error!("the feature window-tests answers file dialogs by itself: it never goes into a release build");

/// The one window, as `tauri.conf.json` and the capability call it.
const MAIN_WINDOW: &str = "main";

/// Opens the window and stays until it is closed.
pub fn run() -> ExitCode {
    let opened = tauri::Builder::default()
        // First of all plugins: a second start must end before it opens the same ledger.
        .plugin(tauri_plugin_single_instance::init(|app, _arguments, _folder| raise(app)))
        .plugin(window_state())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .setup(|app| {
            app.manage(Shell::new(app.handle())?);
            app.manage(curtain::Curtain::default());
            begin_to_read(app.handle());
            page::open(app)?;
            keeper::begin(app.handle());
            #[cfg(target_os = "linux")]
            watch::begin(app.handle());
            Ok(())
        })
        .invoke_handler(commands::handler())
        .on_page_load(curtain::lift_when_drawn)
        .build(context());
    match opened {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    leave(app);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell_why_it_did_not_open(&error);
            ExitCode::FAILURE
        }
    }
}

/// Opens the ledger and reads it beside the web view, which takes as long to start. Whatever is in the way there, the page
/// finds as well when it asks, and says it.
fn begin_to_read(app: &AppHandle) {
    let app = app.clone();
    let reads = move || {
        let shell = app.state::<Shell>();
        if shell.door(clock::now()).is_ok() {
            // Behind a passphrase there is nothing to read yet.
            let _ = shell.practice(|practice| practice.clients(clock::now()).map(drop));
        }
    };
    // Without a thread to spare, it is read when it is asked for.
    let _ = thread::Builder::new().name("reads ahead".to_owned()).spawn(reads);
}

/// The window is gone: what changed since the last backup is backed up, and the ledger is closed.
fn leave(app: &AppHandle) {
    let shell = app.state::<Shell>();
    lock::clear_secret(app);
    // There is no window left to say it in; Settings says when the last backup was made.
    let _ = shell.back_up_if_due(clock::now(), BackupCause::Close);
    shell.close();
}

/// What `tauri.conf.json`, the capability and the interface became when this was built.
fn context() -> tauri::Context {
    tauri::generate_context!()
}

/// The place and size are kept; whether the window is seen is decided by [`curtain`] alone.
fn window_state<R: tauri::Runtime>() -> tauri::plugin::TauriPlugin<R> {
    tauri_plugin_window_state::Builder::default()
        .with_state_flags(StateFlags::all() & !StateFlags::VISIBLE)
        .build()
}

/// Whoever starts Kindly twice means the window that is open.
fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN_WINDOW) {
        // Each fails only while the window is being closed, and then there is nothing to raise.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn tell_why_it_did_not_open(error: &tauri::Error) {
    eprintln!("Kindly could not open its window: {error}");
}
