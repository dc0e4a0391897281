//! Keys pressed on a display, where no driver works the window: as the X server takes them from a keyboard.
use std::collections::HashMap;

use x11rb::{
    CURRENT_TIME,
    connection::Connection as _,
    protocol::{
        xproto::{
            Atom, ClientMessageEvent, ConnectionExt as _, EventMask, InputFocus, KEY_PRESS_EVENT,
            KEY_RELEASE_EVENT, MapState, Window,
        },
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
};

/// The names of keys that are no letters, as X knows them.
pub(crate) const ESCAPE: u32 = 0xff1b;
pub(crate) const ENTER: u32 = 0xff0d;

/// Smaller windows are those that a program keeps for itself.
const LEAST_WIDTH: u16 = 500;

/// A person at a display, so to speak.
pub(crate) struct Hands {
    display: RustConnection,
    root: Window,
    keys: HashMap<u32, u8>,
}

impl Hands {
    /// At the display with that name.
    pub(crate) fn at(display: &str) -> Self {
        let (display, screen) = RustConnection::connect(Some(display)).expect("the display is there");
        let root = display.setup().roots[screen].root;
        let (first, last) = (display.setup().min_keycode, display.setup().max_keycode);
        let mapping =
            display.get_keyboard_mapping(first, last - first + 1).expect("the display takes requests");
        let mapping = mapping.reply().expect("a keyboard has keys");
        let each = usize::from(mapping.keysyms_per_keycode);
        // What a key means without Shift.
        let meanings =
            mapping.keysyms.chunks(each).zip(first..=last).map(|(meanings, code)| (meanings[0], code));
        let keys = meanings.filter(|(meaning, _)| *meaning != 0).collect();
        Self { display, root, keys }
    }

    /// The window that is shown, once there is one.
    pub(crate) fn window(&self) -> Option<Window> {
        let tree = self.display.query_tree(self.root).expect("the display takes requests").reply().ok()?;
        tree.children.into_iter().find(|window| self.is_shown(*window).unwrap_or(false))
    }

    fn is_shown(&self, window: Window) -> Option<bool> {
        let attributes = self.display.get_window_attributes(window).ok()?.reply().ok()?;
        let geometry = self.display.get_geometry(window).ok()?.reply().ok()?;
        Some(attributes.map_state == MapState::VIEWABLE && geometry.width >= LEAST_WIDTH)
    }

    /// Lets the keyboard write into a window; no window manager is here to do so.
    pub(crate) fn focus(&self, window: Window) {
        let asked = self.display.set_input_focus(InputFocus::PARENT, window, CURRENT_TIME);
        asked
            .expect("the display takes requests")
            .check()
            .expect("a window that is shown takes the keyboard");
    }

    /// Presses a key and lets it go.
    pub(crate) fn press(&self, key: u32) {
        let code = *self.keys.get(&key).expect("the keyboard has the key");
        for event in [KEY_PRESS_EVENT, KEY_RELEASE_EVENT] {
            let asked = self.display.xtest_fake_input(event, code, CURRENT_TIME, self.root, 0, 0, 0);
            asked.expect("the display takes requests").check().expect("Xvfb takes pressed keys");
        }
    }

    /// Types small letters, digits and blanks.
    pub(crate) fn type_text(&self, text: &str) {
        text.chars().for_each(|letter| self.press(u32::from(letter)));
    }

    /// Closes a window as its button does.
    pub(crate) fn close(&self, window: Window) {
        let (protocols, close) = (self.atom("WM_PROTOCOLS"), self.atom("WM_DELETE_WINDOW"));
        let message = ClientMessageEvent::new(32, window, protocols, [close, CURRENT_TIME, 0, 0, 0]);
        let asked = self.display.send_event(false, window, EventMask::NO_EVENT, message);
        asked.expect("the display takes requests").check().expect("a window that is shown can be told");
    }

    fn atom(&self, name: &str) -> Atom {
        let asked = self.display.intern_atom(false, name.as_bytes()).expect("the display takes requests");
        asked.reply().expect("a name has a number").atom
    }
}
