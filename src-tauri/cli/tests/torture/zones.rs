//! The same day is the same everywhere: twenty time zones, and the clocks of the system.
use std::{path::Path, process::Command};

use serde_json::Value;

use crate::{
    form,
    room::{ledger_in, moment},
};

/// Zones as a system without a table of zones knows them, from the first midnight to the last: with and without summer
/// time, in both hemispheres, with half and quarter hours.
const ZONES: [(&str, &str); 20] = [
    ("Kiritimati", "<+14>-14"),
    ("Apia", "<+13>-13"),
    ("Chatham", "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45"),
    ("Auckland", "NZST-12NZDT,M9.5.0,M4.1.0/3"),
    ("Lord Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"),
    ("Sydney", "AEST-10AEDT,M10.1.0,M4.1.0/3"),
    ("Tokyo", "JST-9"),
    ("Eucla", "<+0845>-8:45"),
    ("Kathmandu", "<+0545>-5:45"),
    ("Kolkata", "IST-5:30"),
    ("Cairo", "EET-2EEST,M4.5.5/0,M10.5.4/24"),
    ("Berlin", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("London", "GMT0BST,M3.5.0/1,M10.5.0"),
    ("Reykjavik", "GMT0"),
    ("Nuuk", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"),
    ("Saint John's", "NST3:30NDT,M3.2.0,M11.1.0"),
    ("New York", "EST5EDT,M3.2.0,M11.1.0"),
    ("Marquesas", "<-0930>9:30"),
    ("Honolulu", "HST10"),
    ("Baker Island", "<-12>12"),
];

/// Days on which clocks change, that not every year has, or on which years do.
const DAYS: [&str; 8] = [
    "2026-03-08",
    "2026-03-29",
    "2026-10-25",
    "2026-11-01",
    "2026-12-31",
    "2027-01-01",
    "2028-02-29",
    "2028-03-01",
];

/// What hangs on the day.
const ASKED: [&[&str]; 3] = [&["needs", "--all"], &["verdicts"], &["figures"]];

fn asked(ledger: &Path, zone: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kindly-cli"));
    command.env("TZ", zone).arg("--ledger").arg(ledger).args(arguments).arg("--json");
    let output = command.output().expect("the program can be started");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?} in {zone}: {complaint}");
    String::from_utf8(output.stdout).expect("what is printed is text")
}

fn with_sample(folder: &Path) -> std::path::PathBuf {
    let ledger = ledger_in(folder);
    let mut practice = kindly_practice::Practice::open(&ledger).expect("a new ledger opens");
    practice.load_sample(moment()).expect("the sample loads");
    ledger
}

#[test]
fn a_day_has_the_same_needs_verdicts_and_figures_in_every_zone() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let ledger = with_sample(folder.path());
    // In the short form every zone sees one of the days, in the long one all.
    let days_each = form::turns(1, DAYS.len());
    for arguments in ASKED {
        let of = |zone: &str, day: &str| asked(&ledger, zone, &[&["--as-of", day], arguments].concat());
        let in_utc: Vec<String> = DAYS.iter().map(|day| of("UTC0", day)).collect();
        assert!(in_utc.windows(2).any(|pair| pair[0] != pair[1]), "{arguments:?} hangs on the day");
        for (number, (name, zone)) in ZONES.iter().enumerate() {
            for turn in 0..days_each {
                let day = (number + turn) % DAYS.len();
                assert_eq!(of(zone, DAYS[day]), in_utc[day], "{arguments:?} on {} in {name}", DAYS[day]);
            }
        }
    }
}

#[test]
fn today_is_the_day_of_the_users_own_zone() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let ledger = with_sample(folder.path());
    // What the system says, by its own reading of the zone.
    let today = |zone: &str| {
        let output =
            Command::new("date").arg("+%F").env("TZ", zone).output().expect("the system has a clock");
        String::from_utf8(output.stdout).expect("a date is text").trim().to_owned()
    };
    let mut days = Vec::new();
    for (name, zone) in ZONES {
        let before = today(zone);
        let view: Value = serde_json::from_str(&asked(&ledger, zone, &["verdicts"])).expect("it is JSON");
        let as_of = view["as_of"].as_str().expect("it says its day").to_owned();
        // It may become midnight there while the program runs.
        assert!(as_of == before || as_of == today(zone), "{name}: {as_of}, where the system says {before}");
        days.push(as_of);
    }
    assert_ne!(
        days.first(),
        days.last(),
        "the first and the last zone never share a day, so zones are heeded"
    );
}
