//! The one page that the window shows, and that nothing leads away from it: no link, no dropped file, no second window,
//! no download. What the page itself may load and run, its content policy in `tauri.conf.json` says; what no policy
//! covers, such as a connection that a link asks to be made ahead, ends at the proxy there, behind which is nobody.
use tauri::{
    App, Url, WebviewWindowBuilder,
    webview::{NewWindowResponse, PermissionResponse},
};

use crate::{MAIN_WINDOW, spelling};

/// Opens the window that `tauri.conf.json` describes. It does not come into being by itself, since what guards it can
/// only be said here.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    let described = app.config().app.windows.iter().find(|window| window.label == MAIN_WINDOW);
    let described = described.ok_or(tauri::Error::WindowNotFound)?;
    let developed_at = app.config().build.dev_url.clone().filter(|_| tauri::is_dev());
    WebviewWindowBuilder::from_config(app.handle(), described)?
        .on_navigation(move |address| is_own(address, developed_at.as_ref()))
        .on_new_window(|_address, _features| NewWindowResponse::Deny)
        .on_download(|_webview, _download| false)
        .on_permission_request(|_webview, _what| PermissionResponse::Deny)
        .build()
        .and_then(|window| spelling::switch_on(&window))
}

/// Whether an address is that of Kindly's one page, as the platform names it, or of the server that it comes from while
/// one works on it.
fn is_own(address: &Url, developed_at: Option<&Url>) -> bool {
    let (scheme, host) = if cfg!(windows) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
    let own = address.scheme() == scheme && address.host_str() == Some(host) && address.port().is_none();
    let the_page = matches!(address.path(), "" | "/" | "/index.html");
    own && the_page || developed_at.is_some_and(|server| server.origin() == address.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, developed_at: Option<&str>, own: bool, why: &str) {
        let read = |text: &str| text.parse::<Url>().expect("the address is one");
        assert_eq!(is_own(&read(address), developed_at.map(read).as_ref()), own, "{address}: {why}");
    }

    #[test]
    fn only_kindlys_own_page_is_gone_to() {
        let page = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };
        check(page, None, true, "the page itself");
        check(&format!("{page}/index.html#letters"), None, true, "a place on it");
        check(&format!("{page}/elsewhere"), None, false, "there is one page only");
        for (elsewhere, why) in [
            ("http://example.invalid/", "another site"),
            ("https://tauri.localhost.example.invalid/", "a name that only begins alike"),
            ("http://localhost/", "whatever else this computer serves"),
            ("http://localhost:1420/", "a server that nobody develops on"),
            ("file:///etc/passwd", "a file, as dropped onto the window"),
            ("data:text/html,<script>1</script>", "a page made of its address"),
            ("javascript:alert(1)", "a script for an address"),
            ("about:blank", "an empty page"),
            ("blob:tauri://localhost/1", "a page made by a script"),
            ("ipc://localhost/start", "an answer to a command"),
            ("mailto:ada@halden.example", "another program"),
        ] {
            check(elsewhere, None, false, why);
        }
        let server = "http://localhost:1420/";
        check("http://localhost:1420/src/main.ts", Some(server), true, "served while one works on it");
        check("http://localhost:1421/", Some(server), false, "another server than that");
        check("data:text/html,x", Some(server), false, "an address without an origin");
    }
}
