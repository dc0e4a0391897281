//! The window calls nobody: as a user has it, without the driver, whose own way into a web view is a socket.
use std::fs;

use kindly_practice::{Practice, records::Kind};

use crate::{
    hands::{ENTER, ESCAPE, Hands},
    home::Home,
    machine::{GLANCE, Machine, PATIENCE},
    planted,
    sockets::Watched,
};

/// What is typed. Both are recorded, so that one surely was, whatever else the window wrote meanwhile.
const LINES: [&str; 2] = ["halden csat 4", "halden csat 5"];

/// Where the ledger's latest steps stand while it is open.
const LOG: &str = "ledger/practice.kindly-wal";

/// How often it is looked, after keys were pressed, whether they did something, before they are pressed anew: the
/// window is there a moment before its page listens.
const LOOKS: usize = 80;

/// And how often between two screens: nobody types faster, and what comes too early is only tried again.
const PACE: usize = 6;

#[tokio::test]
async fn the_window_opens_no_socket_to_another_computer() {
    let home = Home::fresh();
    drop(planted::sample(&home.ledger()));
    let before = check_ins(&home);
    let machine = Machine::without_driver(&home);
    let watched = Watched::in_folder(&home.path(""));
    let mut kindly = watched
        .command(env!("CARGO_BIN_EXE_kindly"))
        .env_remove("WAYLAND_DISPLAY")
        .envs(machine.environment().iter().cloned())
        .spawn()
        .expect("`./dev test` installs strace");

    let used = tokio::time::timeout(PATIENCE, use_it(&home, &machine)).await;
    let ended = if used.is_ok() { kindly.wait() } else { kindly.kill().and_then(|()| kindly.wait()) };
    used.expect("the window opens, takes a line and closes");
    assert!(
        ended.expect("strace can be waited for").success(),
        "Kindly ended by itself when its window was closed"
    );

    assert!(check_ins(&home) > before, "the window was worked: it took a line");
    assert!(
        watched.calls() > 100,
        "the web view's processes were watched, of which there are {} calls",
        watched.calls()
    );
    assert_eq!(
        watched.outward(),
        [""; 0],
        "nobody is called: neither by Kindly nor by the web view's processes"
    );
}

/// Walks over some screens, records a line, and closes the window.
async fn use_it(home: &Home, machine: &Machine) {
    let mut glance = tokio::time::interval(GLANCE);
    let display =
        machine.environment().iter().find(|(name, _)| *name == "DISPLAY").expect("a machine has a display");
    let hands = Hands::at(display.1.to_str().expect("a display's name is text"));
    let window = loop {
        glance.tick().await;
        if let Some(window) = hands.window() {
            break window;
        }
    };
    hands.focus(window);
    // It lies there from the moment on when the page has asked for the first records.
    while !home.path(LOG).exists() {
        glance.tick().await;
    }
    for line in LINES {
        'recorded: loop {
            hands.press(ESCAPE);
            for screen in ["f", "n"] {
                hands.type_text(screen);
                for _ in 0..PACE {
                    glance.tick().await;
                }
            }
            hands.type_text(line);
            let before = written(home);
            hands.press(ENTER);
            for _ in 0..LOOKS {
                glance.tick().await;
                if written(home) != before {
                    break 'recorded;
                }
            }
        }
    }
    hands.close(window);
}

/// How much was written to the ledger since it was opened.
fn written(home: &Home) -> u64 {
    fs::metadata(home.path(LOG)).map_or(0, |about| about.len())
}

/// How many check-ins are kept.
fn check_ins(home: &Home) -> usize {
    let practice = Practice::open(&home.ledger()).expect("the ledger opens while no window has it");
    practice.record_lines(planted::moment(), Kind::CheckIn).expect("the records can be read").len()
}
