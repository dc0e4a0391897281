//! The ledger's safety, as the window asks for it: when a backup is due, where it goes, and what stands at the door.
use std::{fs, path::PathBuf};

use chrono::{TimeDelta, Utc};
use kindly_practice::{
    Practice, PracticeError,
    records::{Client, Language, Moment, Record, parse_currency},
    safety::{
        self, BackupCause, Door, DoorView, Secret, Swapped, UnprotectedBackups, any_secret, recovery_secret,
    },
};
use tempfile::TempDir;

const PASSPHRASE: &str = "quiet harbour lantern seventeen maple";
const OTHER: &str = "unruly teapot borrowed by the neighbour";

/// A ledger on a disk, and a clock that a test turns.
struct Laptop {
    folder: TempDir,
    now: Moment,
}

impl Laptop {
    fn new() -> Self {
        let day = "2026-11-22".parse().expect("a day");
        Self { folder: TempDir::new().expect("a folder for temporary files"), now: Moment::of_day(day) }
    }

    fn ledger(&self) -> PathBuf {
        self.folder.path().join("practice.kindly")
    }

    fn later(&mut self, by: TimeDelta) -> Moment {
        self.now.at += by;
        self.now.today = self.now.at.with_timezone(&Utc).date_naive();
        self.now
    }

    fn open(&self) -> Practice {
        let Door { practice, view } = safety::door(&self.ledger(), self.now);
        assert_eq!(view, DoorView::Open, "nothing stands before the records");
        practice.expect("it is open")
    }

    fn add(&self, practice: &mut Practice, name: &str) {
        let euro = parse_currency("EUR").expect("a currency");
        let client = Client::new(name.to_owned(), euro, Language::EnGb);
        practice.add(self.now, &Record::Client(client)).expect("a client can be added");
    }

    fn back_up(&self, practice: &mut Practice, cause: BackupCause) -> bool {
        let job = practice.backup_job_if_due(self.now, cause).expect("it can be asked");
        job.is_some_and(|job| {
            let done = job.run(&mut |_| true).expect("a whole ledger is backed up");
            practice.backed_up(done).expect("it is remembered");
            true
        })
    }
}

fn names(practice: &Practice) -> Vec<String> {
    let mut names: Vec<String> =
        practice.choices().expect("they can be read").clients.into_iter().map(|client| client.name).collect();
    names.sort();
    names
}

fn protected(laptop: &Laptop, practice: Practice) -> (Practice, safety::RecoveryCode) {
    let code = safety::new_recovery_code().expect("the system has random numbers");
    let Swapped { practice, result } =
        practice.protect(laptop.now, &PASSPHRASE.to_owned().into(), &code, &mut |_| true);
    result.expect("it is protected");
    (practice.expect("and open still"), code)
}

#[test]
fn a_backup_is_due_half_an_hour_after_a_change_and_on_closing() {
    let mut laptop = Laptop::new();
    let mut practice = laptop.open();
    assert!(!laptop.back_up(&mut practice, BackupCause::Close), "an empty ledger needs none");
    laptop.add(&mut practice, "Arkwright");
    assert!(!laptop.back_up(&mut practice, BackupCause::Timer), "half an hour has not passed");
    laptop.later(TimeDelta::minutes(31));
    assert!(laptop.back_up(&mut practice, BackupCause::Timer), "now it has");
    laptop.later(TimeDelta::minutes(31));
    assert!(!laptop.back_up(&mut practice, BackupCause::Timer), "nothing changed since");
    assert!(!laptop.back_up(&mut practice, BackupCause::Close), "nor for the close");
    laptop.add(&mut practice, "Borealis");
    laptop.later(TimeDelta::minutes(1));
    assert!(laptop.back_up(&mut practice, BackupCause::Close), "a change is backed up on closing at once");
    laptop.add(&mut practice, "Cedar");
    laptop.later(-TimeDelta::days(1));
    assert!(laptop.back_up(&mut practice, BackupCause::Timer), "a clock that was set back puts nothing off");
    assert_eq!(practice.safety().expect("it can be told").backups.len(), 3, "each is listed");
}

#[test]
fn a_second_place_that_was_away_catches_up() {
    let mut laptop = Laptop::new();
    let stick = TempDir::new().expect("a stick");
    let mut practice = laptop.open();
    laptop.add(&mut practice, "Arkwright");
    let near = practice.choose_second_place(laptop.now, laptop.folder.path());
    assert!(matches!(near, Err(PracticeError::PlaceTooNear { .. })), "a place beside the ledger is none");
    let view = practice.choose_second_place(laptop.now, stick.path()).expect("the stick is there");
    assert!(view.second_place.is_some_and(|place| place.there && place.current), "it has the newest backup");

    let away = stick.path().with_extension("away");
    fs::rename(stick.path(), &away).expect("the stick can be pulled out");
    laptop.add(&mut practice, "Borealis");
    laptop.later(TimeDelta::hours(1));
    assert!(laptop.back_up(&mut practice, BackupCause::Timer), "the backup is made all the same");
    let place = practice.safety().expect("it can be told").second_place.expect("it is still chosen");
    assert!(!place.there && !place.current, "and waits for the stick");
    fs::rename(&away, stick.path()).expect("the stick comes back");
    let made = practice.safety().expect("it can be told").backups.len();
    laptop.later(TimeDelta::minutes(1));
    assert!(laptop.back_up(&mut practice, BackupCause::Timer), "it is noticed without a further change");
    let view = practice.safety().expect("it can be told");
    assert_eq!(view.backups.len(), made, "with what there is: nothing changed, so that none is made anew");
    let place = view.second_place.expect("it is still chosen");
    assert!(place.there && place.current, "and brought up");

    let folder = safety::open_folder(stick.path()).expect("its backups are found");
    let new = Laptop::new();
    let name = folder.view().backups[0].name.clone();
    let Door { practice: restored, .. } =
        safety::restore_closed_from(&new.ledger(), new.now, &folder, &name, None, &mut |_| true)
            .expect("a new laptop opens it");
    assert_eq!(names(&restored.expect("it is open")), ["Arkwright", "Borealis"], "with everything");
}

#[test]
fn a_stick_of_a_protected_ledger_opens_with_its_passphrase_on_a_new_laptop() {
    let laptop = Laptop::new();
    let stick = TempDir::new().expect("a stick");
    let mut practice = laptop.open();
    laptop.add(&mut practice, "Arkwright");
    let (mut practice, code) = protected(&laptop, practice);
    practice.choose_second_place(laptop.now, stick.path()).expect("the stick is there");
    drop(practice);
    let folder = safety::open_folder(stick.path()).expect("its backups are found");
    assert!(folder.view().protected, "it says that it needs a passphrase");
    let name = folder.view().backups[0].name.clone();
    for secret in [None, Some(OTHER.to_owned())] {
        let new = Laptop::new();
        let secret = secret.map(any_secret);
        let refused =
            safety::restore_closed_from(&new.ledger(), new.now, &folder, &name, secret.as_ref(), &mut |_| {
                true
            });
        assert!(refused.is_err(), "it does not open without the right one");
        assert!(!new.ledger().exists(), "and nothing is made");
    }
    for secret in [PASSPHRASE.to_owned(), code.printed().to_string()] {
        let new = Laptop::new();
        let secret = any_secret(secret);
        let restored =
            safety::restore_closed_from(&new.ledger(), new.now, &folder, &name, Some(&secret), &mut |_| true);
        let practice = restored.expect("it opens").practice.expect("it is open");
        assert_eq!(names(&practice), ["Arkwright"], "with everything");
        assert!(practice.is_protected(), "and protected as it was");
    }
}

#[test]
fn unprotected_backups_are_settled_either_way() {
    for (what, left) in [(UnprotectedBackups::Protect, 2), (UnprotectedBackups::Delete, 0)] {
        let mut laptop = Laptop::new();
        let mut practice = laptop.open();
        laptop.add(&mut practice, "Arkwright");
        laptop.later(TimeDelta::hours(1));
        assert!(laptop.back_up(&mut practice, BackupCause::Timer), "one is made before");
        laptop.later(TimeDelta::hours(1));
        let (mut practice, _) = protected(&laptop, practice);
        let view = practice.safety().expect("it can be told");
        assert_eq!(view.unprotected_backups, 2, "that one, and the one made before the new key");
        let view = practice.settle_unprotected_backups(what, &mut |_| true).expect("they are settled");
        assert_eq!((view.unprotected_backups, view.backups.len()), (0, left), "none lies open: {what:?}");
        for row in &view.backups {
            let preview = practice.preview_backup(&row.name).expect("it opens under the present key");
            assert_eq!(preview.clients, ["Arkwright"], "and holds what it held");
        }
    }
}

#[test]
fn the_recovery_code_opens_and_sets_a_new_passphrase() {
    let laptop = Laptop::new();
    let mut practice = laptop.open();
    laptop.add(&mut practice, "Arkwright");
    let (mut practice, code) = protected(&laptop, practice);
    let refused = practice.change_passphrase(None, &OTHER.to_owned().into());
    assert!(
        matches!(refused, Err(PracticeError::PassphraseNeeded)),
        "who sits there must know the present one"
    );
    practice.close();
    assert!(matches!(safety::door(&laptop.ledger(), laptop.now).view, DoorView::Locked), "it is locked");

    let secret = recovery_secret(code.printed().to_lowercase()).expect("it is typed as printed");
    let opened = safety::unlock(&laptop.ledger(), &secret, laptop.now).expect("the code opens it");
    let mut practice = opened.practice.expect("it is open");
    practice.change_passphrase(None, &OTHER.to_owned().into()).expect("after the code none is asked for");
    practice.close();
    let old = safety::unlock(&laptop.ledger(), &Secret::Passphrase(PASSPHRASE.to_owned().into()), laptop.now);
    assert!(old.is_err(), "the old one opens nothing any more");
    let new = safety::unlock(&laptop.ledger(), &Secret::Passphrase(OTHER.to_owned().into()), laptop.now);
    assert_eq!(names(&new.expect("the new one does").practice.expect("it is open")), ["Arkwright"]);
}

#[test]
fn stopping_to_protect_leaves_everything_as_it_was() {
    let laptop = Laptop::new();
    let mut practice = laptop.open();
    laptop.add(&mut practice, "Arkwright");
    let code = safety::new_recovery_code().expect("the system has random numbers");
    let Swapped { practice, result } =
        practice.protect(laptop.now, &PASSPHRASE.to_owned().into(), &code, &mut |_| false);
    assert!(result.is_err(), "it was stopped");
    let practice = practice.expect("the ledger is open");
    assert!(!practice.is_protected(), "and not protected");
    practice.close();
    assert_eq!(names(&laptop.open()), ["Arkwright"], "it opens as before");
}

#[test]
fn an_older_copy_in_the_ledgers_place_stands_at_the_door() {
    let mut laptop = Laptop::new();
    let mut practice = laptop.open();
    laptop.add(&mut practice, "Arkwright");
    practice.close();
    let copy = fs::read(laptop.ledger()).expect("it can be copied");
    let mut practice = laptop.open();
    laptop.add(&mut practice, "Borealis");
    laptop.later(TimeDelta::hours(1));
    assert!(laptop.back_up(&mut practice, BackupCause::Timer), "the newer one is backed up");
    practice.close();
    fs::write(laptop.ledger(), copy).expect("the copy is put back");

    let Door { practice, view } = safety::door(&laptop.ledger(), laptop.now);
    let DoorView::OtherCopy { seen, found, apart, newest } = view else { panic!("it is noticed: {view:?}") };
    assert_eq!((seen, found, apart), (2, 1, false), "with what is missing");
    let newest = newest.expect("the backup of the newer one is offered").name;
    let Swapped { practice, result } =
        practice.expect("it is open behind the door").restore(laptop.now, &newest, &mut |_| true);
    result.expect("the newer one is restored");
    practice.expect("it is open").close();
    assert_eq!(names(&laptop.open()), ["Arkwright", "Borealis"], "and stands at no door any more");
}

#[test]
fn a_damaged_ledger_opens_to_be_read_and_its_backup_takes_its_place() {
    let mut laptop = Laptop::new();
    let mut practice = laptop.open();
    practice.load_sample(laptop.now).expect("the sample can be loaded");
    let all = names(&practice);
    laptop.later(TimeDelta::hours(1));
    assert!(laptop.back_up(&mut practice, BackupCause::Timer), "there is a backup");
    practice.close();
    let mut bytes = fs::read(laptop.ledger()).expect("it is there");
    for place in (6_000..bytes.len()).step_by(50_000) {
        bytes[place] ^= 1;
    }
    fs::write(laptop.ledger(), bytes).expect("it can be damaged");

    let Door { practice, view } = safety::door(&laptop.ledger(), laptop.now);
    let DoorView::Damaged { damage, readable: true, newest: Some(newest), .. } = view else {
        panic!("the damage is found at the door: {view:?}")
    };
    assert!(!damage.is_empty(), "and named");
    let mut practice = practice.expect("it opens to be read");
    let refused = practice.load_sample(laptop.now);
    assert!(refused.is_err(), "nothing is written into it");
    assert!(practice.backup_job(laptop.now, BackupCause::ByHand).is_err(), "nor is it backed up");
    let saved =
        practice.salvage_to(laptop.now, &laptop.folder.path().join("saved.json")).expect("it is saved");
    assert!(!saved.saved.is_empty(), "what can be read is saved");
    let Swapped { practice, result } = practice.restore(laptop.now, &newest.name, &mut |_| true);
    result.expect("the backup takes its place");
    assert_eq!(names(&practice.expect("it is open")), all, "with everything");
    let aside = fs::read_dir(laptop.folder.path().join("practice.kindly-backups"))
        .expect("the backups are there")
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("set-aside"));
    assert!(aside, "the damaged one was set aside as it was");
}

#[test]
fn a_protected_ledger_locks_after_the_chosen_time_and_an_open_one_never() {
    let laptop = Laptop::new();
    let mut practice = laptop.open();
    laptop.add(&mut practice, "Arkwright");
    assert_eq!(practice.locks_after(), None, "what anybody can open again is not locked");
    let (mut practice, _) = protected(&laptop, practice);
    let minutes = |minutes: u64| Some(std::time::Duration::from_secs(minutes * 60));
    assert_eq!(practice.locks_after(), minutes(10), "ten minutes where nothing was chosen");
    practice.set_idle_minutes(2).expect("it can be chosen");
    assert_eq!(practice.locks_after(), minutes(2), "what was chosen holds");
    practice.set_idle_minutes(0).expect("it can be chosen");
    assert_eq!(practice.locks_after(), None, "never, where that was chosen");
    practice.set_idle_minutes(5).expect("it can be chosen");
    practice.close();
    let secret = any_secret(PASSPHRASE.to_owned());
    let opened = safety::unlock(&laptop.ledger(), &secret, laptop.now).expect("the passphrase opens it");
    assert_eq!(opened.practice.expect("it is open").locks_after(), minutes(5), "after a restart too");
}
