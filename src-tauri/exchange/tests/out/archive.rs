//! The archive: written and read again, it is the same to the byte; whatever is wrong with one is named.
use kindly_exchange::{
    Archive, ArchivedFile, ArchivedRecord, OutError, is_archive, read_archive, read_own_table, write_archive,
};
use kindly_records::{Profile, Record};
use proptest::{collection::vec, option, prelude::*, sample::Index};
use serde_json::json;
use uuid::Uuid;

use crate::{
    id,
    made::{Wording, kinds, profile, record, record_of},
    moment,
};

fn praise(words: &str) -> Record {
    serde_json::from_value(json!({
        "kind": "praise", "client": id(0), "on": "2026-11-20", "words": words,
    }))
    .expect("a word of praise")
}

fn archive(records: Vec<Record>, files: Vec<&[u8]>) -> Archive {
    let numbered = records.into_iter().enumerate();
    Archive {
        made_at: moment("2026-11-22T18:00:00.250Z"),
        app_version: "0.1.0".to_owned(),
        profile: None,
        records: numbered.map(|(at, record)| ArchivedRecord { id: id(at as u128), record }).collect(),
        files: files.into_iter().map(|bytes| ArchivedFile::new(bytes.to_vec())).collect(),
    }
}

#[test]
fn an_archive_has_a_line_for_each_record_and_file() {
    let written = write_archive(&archive(vec![praise("Two\nlines"), praise("“Fine”")], vec![b"%PDF-", b""]));
    let expected = r#"{
"format": "kindly-archive",
"version": 1,
"made_at": "2026-11-22T18:00:00.250Z",
"app_version": "0.1.0",
"profile": null,
"records": [
{"id":"01890a5d-ac96-774b-bcce-b302099a0000","kind":"praise","client":"01890a5d-ac96-774b-bcce-b302099a0000","on":"2026-11-20","words":"Two\nlines","person":"","deliverable":null,"thanked_on":null},
{"id":"01890a5d-ac96-774b-bcce-b302099a0001","kind":"praise","client":"01890a5d-ac96-774b-bcce-b302099a0000","on":"2026-11-20","words":"“Fine”","person":"","deliverable":null,"thanked_on":null}
],
"files": [
{"sha256":"38523c087796e5d5dd1cf9bad1fb026781a838dd9dd2cf8af58b9f6502a46778","base64":"JVBERi0="},
{"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","base64":""}
]
}
"#;
    assert_eq!(String::from_utf8_lossy(&written), expected, "as documented");
    let empty = write_archive(&archive(Vec::new(), Vec::new()));
    assert!(
        String::from_utf8_lossy(&empty).ends_with("\"records\": [],\n\"files\": []\n}\n"),
        "nothing is there"
    );
    assert_eq!(read_archive(&empty), Ok(archive(Vec::new(), Vec::new())), "and nothing comes back");
}

proptest! {
    #[test]
    fn an_archive_comes_back_to_the_byte(
        records in vec((any::<u128>(), record(Wording::Any)), 0..12),
        profile in option::of(profile()),
        files in vec(vec(any::<u8>(), 0..60), 0..3),
        app_version in "\\PC{0,8}",
        (seconds, nanos) in (0..4_000_000_000_i64, 0..1_000_000_000_u32),
    ) {
        let mut archive = Archive {
            made_at: chrono::DateTime::from_timestamp(seconds, nanos).expect("a moment in range"),
            app_version,
            profile,
            records: records.into_iter().map(|(id, record)| ArchivedRecord { id: Uuid::from_u128(id), record }).collect(),
            files: files.into_iter().map(ArchivedFile::new).collect(),
        };
        archive.files.sort_by(|one, other| one.sha256().cmp(other.sha256()));
        archive.files.dedup();
        let written = write_archive(&archive);
        prop_assert!(is_archive(&written), "it is known again");
        prop_assert_eq!(read_own_table(&written), Ok(None), "and is no table");
        let read = read_archive(&written).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&read, &archive);
        prop_assert_eq!(write_archive(&read), written, "the same bytes");
    }

    #[test]
    fn a_record_of_each_kind_comes_back(
        records in kinds().into_iter().map(|kind| record_of(kind, Wording::Any)).collect::<Vec<_>>(),
    ) {
        prop_assert_eq!(records.len(), 27, "all kinds are there");
        let archive = archive(records, Vec::new());
        prop_assert_eq!(read_archive(&write_archive(&archive)), Ok(archive));
    }

    #[test]
    fn an_archive_that_is_cut_off_is_never_taken(cut in any::<Index>()) {
        let written = write_archive(&archive(vec![praise("one"), praise("two")], vec![b"%PDF-"]));
        // The last byte is a line break, without which nothing is missing.
        let at = cut.index(written.len() - 1);
        let read = read_archive(&written[..at]);
        prop_assert!(
            matches!(read, Err(OutError::DamagedArchive { .. } | OutError::NotAnArchive)),
            "{:?} after {} bytes", read, at
        );
    }
}

#[test]
fn a_mark_and_other_line_breaks_do_not_matter() {
    let archive = archive(vec![praise("one")], vec![b"x"]);
    let text = String::from_utf8(write_archive(&archive)).expect("UTF-8");
    for changed in [format!("\u{feff}{text}"), text.replace('\n', "\r\n"), text.replace('\n', "")] {
        assert!(is_archive(changed.as_bytes()), "{changed:?} is known");
        assert_eq!(read_archive(changed.as_bytes()), Ok(archive.clone()), "{changed:?} says the same");
    }
}

#[test]
fn what_is_wrong_with_an_archive_is_named() {
    let client = serde_json::from_value(
        json!({ "kind": "client", "name": "Halden", "currency": "EUR", "people": [{ "given_name": "Ada" }] }),
    );
    let records = vec![praise("one"), praise("two"), praise("three"), client.expect("a client")];
    let mut whole = archive(records, vec![b"one", b"two"]);
    whole.profile = Some(Profile::default());
    let text = String::from_utf8(write_archive(&whole)).expect("UTF-8");
    let check = |from: &str, to: &str, expected: &str| {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from:?} stands in the archive");
        let error = read_archive(changed.as_bytes()).expect_err("a refusal");
        assert_eq!(error.to_string(), expected, "with {to:?} for {from:?}");
    };
    let no_archive = "the file is no archive of Kindly's: choose a file that was exported as JSON";
    check("kindly-archive", "other", no_archive);
    check("\"format\"", "\"form\"", no_archive);
    check(
        "\"version\": 1",
        "\"version\": 2, \"more\": true",
        "the archive has version 2, and this Kindly reads version 1: update Kindly, then import it",
    );
    check(
        "\"made_at\"",
        "\"more\": 1, \"made_at\"",
        "the archive cannot be read from line 4, column 6 (unknown field `more`, expected one of `format`, `version`, `made_at`, `app_version`, `profile`, `records`, `files`): take another copy of it",
    );
    check(
        "\"app_version\": \"0.1.0\",\n",
        "",
        "the archive cannot be read from line 16, column 1 (missing field `app_version`): take another copy of it",
    );
    check(
        "\"country\":\"\"",
        "\"country\":7",
        "the letterhead in the archive cannot be read (invalid type: integer `7`, expected a string): take another copy of the archive",
    );
    check(
        "\"words\":\"two\",",
        "",
        "record 2 of the archive, “praise”, cannot be read (missing field `words`): correct or remove its line",
    );
    check(
        "\"kind\":\"praise\"",
        "\"kind\":\"mood\"",
        "record 1 of the archive, “mood”, cannot be read (unknown variant `mood`, expected one of `client`, `enquiry`, `engagement`, `deliverable`, `check_in`, `obligation`, `invoice`, `concession`, `incident`, `complaint`, `letter`, `praise`, `payment`, `time_entry`, `conversation`, `request`, `attention`, `decision`, `ending`, `referral_contact`, `document`, `template`, `snooze`, `letter_template`, `improvement`, `check_in_request`, `fit_criterion`): correct or remove its line",
    );
    check(
        "\"kind\":\"praise\",",
        "",
        "record 1 of the archive, which names no kind, cannot be read (missing field `kind`): correct or remove its line",
    );
    check(
        "\"words\":\"two\"",
        "\"words\":\"two\",\"mood\":3",
        "record 2 of the archive, “praise”, has “mood”, which this Kindly does not know: update Kindly, then import it",
    );
    check(
        "\"salutation\":\"\"",
        "\"salutation\":\"\",\"mood\":3",
        "record 4 of the archive, “client”, has “contact.mood”, which this Kindly does not know: update Kindly, then import it",
    );
    check(
        "\"given_name\":\"Ada\"",
        "\"given_name\":\"Ada\",\"mood\":3",
        "record 4 of the archive, “client”, has “people.mood”, which this Kindly does not know: update Kindly, then import it",
    );
    check(
        "b302099a0002\",\"kind\"",
        "b302099a0001\",\"kind\"",
        "records 2 and 3 of the archive are both the praise 01890a5d-ac96-774b-bcce-b302099a0001: remove one of them",
    );
    check(
        "dHdv",
        "dHd",
        "file 2 of the archive is not valid base64 (Invalid padding): take another copy of the archive",
    );
    check(
        "dHdv",
        "b25l",
        "file 2 of the archive does not fit its SHA-256 3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3: it was damaged or exchanged, so take another copy of the archive",
    );
}

#[test]
fn how_an_enquiry_answers_the_criteria_is_carried_whole() {
    let enquiry = serde_json::from_value(json!({
        "kind": "enquiry", "client": id(0), "received_on": "2026-11-20", "subject": "a new report",
        "fit": [{ "criterion": id(1), "answer": "partly" }, { "criterion": id(2), "answer": "no" }],
    }));
    let criterion = serde_json::from_value(json!({ "kind": "fit_criterion", "name": "Pays within 30 days" }));
    let mut whole = archive(vec![criterion.expect("a criterion"), enquiry.expect("an enquiry")], Vec::new());
    whole.profile = Some(Profile { half_life_days: 180, delivery_bar_percent: 85, ..Profile::default() });
    let text = String::from_utf8(write_archive(&whole)).expect("UTF-8");
    for part in [
        "\"weighs\":\"wish\",\"weight\":1",
        "b302099a0002\",\"answer\":\"no\"}]",
        "\"half_life_days\":180,\"delivery_bar_percent\":85,\"cost_per_hour\":null",
    ] {
        assert!(text.contains(part), "{part} stands in {text}");
    }
    assert_eq!(read_archive(text.as_bytes()), Ok(whole), "every answer comes back, with its criterion");
    let changed = text.replacen("\"answer\":\"no\"", "\"answer\":\"no\",\"mood\":3", 1);
    let error = read_archive(changed.as_bytes()).expect_err("a part that would be lost").to_string();
    let expected = "record 2 of the archive, “enquiry”, has “fit.mood”, which this Kindly does not know: update Kindly, then import it";
    assert_eq!(error, expected, "what a later Kindly adds to an answer is not dropped without a word");
    let older = text.replacen(",\"fit\":[", ",\"was\":[", 1);
    assert!(read_archive(older.as_bytes()).is_err(), "nor is a list of another name");
}

#[test]
fn an_archive_of_an_earlier_release_is_read() {
    let enquiry = serde_json::from_value(json!({
        "kind": "enquiry", "client": id(0), "received_on": "2026-11-20", "subject": "a new report",
    }));
    let mut whole = archive(vec![enquiry.expect("an enquiry")], Vec::new());
    whole.profile = Some(Profile::default());
    let now = String::from_utf8(write_archive(&whole)).expect("UTF-8");
    let mut then = now.clone();
    for since in
        [",\"fit\":[]", ",\"half_life_days\":365", ",\"delivery_bar_percent\":70", ",\"cost_per_hour\":null"]
    {
        let without = then.replacen(since, "", 1);
        assert_ne!(without, then, "{since} came since");
        then = without;
    }
    assert_eq!(read_archive(then.as_bytes()), Ok(whole), "what came since has its usual value");
}

#[test]
fn the_same_twice_is_refused() {
    let twice = archive(Vec::new(), vec![b"one", b"one"]);
    assert_eq!(
        read_archive(&write_archive(&twice)),
        Err(OutError::RepeatedFile {
            first: 1,
            second: 2,
            sha256: "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed".to_owned()
        }),
        "a file stands there once"
    );
    for text in ["", "[]", "null", "not JSON", "{\"records\": []}", "Name,Notes\n"] {
        assert_eq!(read_archive(text.as_bytes()), Err(OutError::NotAnArchive), "{text:?}");
        assert!(!is_archive(text.as_bytes()), "{text:?}");
    }
    assert_eq!(read_archive(b"\xff\xfe"), Err(OutError::NotAnArchive), "no text");
}
