//! When the window appears: once its page is drawn, and what lies behind the page has the page's colour. Sooner, an empty
//! window would flash, white before a dark page.
use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use tauri::{Manager as _, Webview, Window, webview::PageLoadEvent, webview::PageLoadPayload};

/// A page that says nothing of its colour by then is shown as it is: it may have something to say all the same.
const PATIENCE: Duration = Duration::from_millis(700);

/// What the window waits for before it appears.
#[derive(Default)]
pub(crate) struct Curtain {
    drawn: AtomicBool,
    coloured: AtomicBool,
}

impl Curtain {
    /// The page has said which colour it has, and that lies behind it.
    pub(crate) fn coloured(&self, window: &Window) {
        self.coloured.store(true, Ordering::SeqCst);
        if self.drawn.load(Ordering::SeqCst) {
            show(window);
        }
    }

    /// The page is drawn. Whether the window may appear now.
    fn drawn(&self) -> bool {
        self.drawn.store(true, Ordering::SeqCst);
        self.coloured.load(Ordering::SeqCst)
    }
}

/// Shows the window when its page is there.
pub(crate) fn lift_when_drawn(webview: &Webview, page: &PageLoadPayload<'_>) {
    if page.event() != PageLoadEvent::Finished {
        return;
    }
    let window = webview.window();
    if webview.state::<Curtain>().drawn() {
        show(&window);
        return;
    }
    let late = window.clone();
    let waits = move || {
        thread::sleep(PATIENCE);
        show(&late);
    };
    // Without a thread to spare it appears at once.
    if thread::Builder::new().name("waits for the page’s colour".to_owned()).spawn(waits).is_err() {
        show(&window);
    }
}

/// A window that cannot be shown is being closed.
fn show(window: &Window) {
    let _ = window.show();
}
