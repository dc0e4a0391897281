//! The least that a Tauri window can be, on this machine: what Kindly's start-up is held against.

#[expect(clippy::expect_used, reason = "a window that does not open is no measure")]
fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!("tests/window/empty/tauri.conf.json"))
        .expect("an empty window opens");
}
