//! An acknowledged save survives `kill -9`.
use std::{ffi::OsStr, hint};

use crate::{
    chance::Chance,
    form,
    life::{Life, STEPS, load},
    room::ledger_in,
    told::Told,
};

/// So many kills hit one ledger before the next begins empty, so that the beginning of a ledger is hit as well.
const KILLS_OF_A_LEDGER: usize = 20;

#[test]
fn an_acknowledged_save_survives_a_kill() {
    let (kills, seed) = (form::turns(200, 2_000), form::seed());
    let mut chance = Chance::new(seed);
    let mut folder = tempfile::tempdir().expect("a folder for a ledger");
    let (mut told, mut acknowledged, mut under_way, mut young) = (Told::default(), 0, 0, 0);
    for kill in 0..kills {
        if kill % KILLS_OF_A_LEDGER == 0 {
            acknowledged += told.acknowledged;
            (folder, told) = (tempfile::tempdir().expect("a folder for a ledger"), Told::default());
        }
        let ledger = ledger_in(folder.path());
        let before = told.acknowledged;
        let mut life = Life::begin(&ledger, kill as u64 + 1);
        // In the first third no save is waited for: the ledger is being made or opened.
        let saves = chance.below(36).saturating_sub(12);
        life.listen(&mut told, saves);
        let spins = chance.below(if saves == 0 { 1_500_000 } else { 150_000 });
        (0..spins).for_each(|_| hint::spin_loop());
        life.kill(&mut told);
        under_way += usize::from(told.trying.is_some());
        young += usize::from(told.acknowledged == before);
        let found = told.judge(&ledger).unwrap_or_else(|wrong| panic!("kill {kill} of seed {seed}: {wrong}"));
        // What was under way came to be or did not: from here on it is known which.
        (told.kept, told.trying) = (found, None);
    }
    acknowledged += told.acknowledged;
    assert!(acknowledged > kills * 5, "there was much to lose: {acknowledged} saves in {kills} kills");
    assert!(under_way > kills / 10, "kills hit use cases: {under_way} of {kills} did");
    assert!(young > kills / 20, "and ledgers that were being opened: {young} of {kills} did");
}

/// Calls that change files; the process is killed right before one of them is done.
const CALLS: &str = "pwrite64,ftruncate,fsync,fdatasync,link,linkat,rename,unlink,unlinkat";

/// Kills the first life of a new ledger at its call of a number; `None` where it makes fewer and lives on.
fn killed_at(call: usize) -> Option<Result<(), String>> {
    let folder = tempfile::tempdir().expect("a folder for a ledger");
    let ledger = ledger_in(folder.path());
    let (trace, kill) = (format!("trace={CALLS}"), format!("inject={CALLS}:signal=KILL:when={call}"));
    let before = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &kill].map(OsStr::new);
    let ended = load(&before, &ledger, 1).env(STEPS, "2").output();
    let ended =
        ended.unwrap_or_else(|error| panic!("this test needs strace (apt-get install strace): {error}"));
    let complaint = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.code().is_none_or(|code| code == 0), "strace must be allowed to trace: {complaint}");
    let mut told = Told::default();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    said.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')).for_each(|line| told.hear(line));
    ended.status.code().is_none().then(|| told.judge(&ledger).map(drop))
}

#[test]
fn a_new_ledger_survives_a_kill_at_every_call() {
    let killed = (1..).map_while(|call| killed_at(call).map(|judged| (call, judged)));
    let (mut calls, mut wrong) = (0, Vec::new());
    for (call, judged) in killed.take(form::turns(60, 400)) {
        calls += 1;
        wrong.extend(judged.err().map(|problem| format!("killed at call {call}: {problem}")));
    }
    assert!(calls > 40, "a new ledger and its first records are many calls: {calls}");
    assert!(wrong.is_empty(), "of {calls} calls:\n{}", wrong.join("\n"));
}
