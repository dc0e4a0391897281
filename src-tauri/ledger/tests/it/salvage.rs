//! What can be saved of a damaged ledger: all that stands on whole pages, and nothing that was not there.
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use kindly_ledger::{Ledger, Salvage, salvage, vault};
use kindly_records::{CheckIn, Document, Kind, Profile, Record};
use uuid::Uuid;

use crate::{
    builders::{Practice, check_in, day},
    kinds::{self, records},
};

const PAGE: usize = 4_096;

/// Two years of a practice: tables of many pages, texts longer than a page, and kept files.
fn practice() -> Practice {
    let mut practice = Practice::new();
    practice.run("profile", |changes| {
        let named = Profile { name: "Robin Vale".to_owned(), ..changes.profile()? };
        changes.set_profile(&named)
    });
    for name in ["Arkwright", "Bell", "Corbett"] {
        let client = practice.client(name);
        practice.one_of_each(client, &format!("{name} had much to say."));
        practice.check_in(client, "2026-01-02", &format!("{name} had more to say. ").repeat(400));
        let mut ids = practice.ids.clone();
        practice.run("import", |changes| {
            (0..700).try_for_each(|turn| {
                let words = format!("{name} on day {turn}: on time, and well read");
                changes.insert::<CheckIn>(ids.next(), &check_in(client, "2026-01-01", &words))
            })
        });
        practice.ids = ids;
        let pdf = practice.run("keep", |changes| changes.put_blob(name.repeat(3_000).as_bytes()));
        practice.add(&Document {
            client,
            on: day("2026-02-14"),
            title: "Signed contract".to_owned(),
            file: "signed.pdf".to_owned(),
            sha256: Some(pdf),
            notes: String::new(),
        });
    }
    practice
}

fn save(practice: &Practice) -> Salvage {
    let key = vault::load_or_create(&practice.path()).expect("the key is there");
    salvage(&practice.path(), &key).expect("there is something to be saved")
}

fn by_place(saved: &Salvage) -> BTreeMap<(Kind, Uuid), Record> {
    saved.records.iter().map(|(id, record)| ((record.kind(), *id), record.clone())).collect()
}

/// Damages pages of a closed ledger, chosen over the whole file; which they are.
fn damage(practice: &Practice, pages: &BTreeSet<usize>) {
    let mut bytes = fs::read(practice.path()).expect("the file is there");
    for page in pages {
        bytes[(page - 1) * PAGE + 1_000 + page % 50] ^= 0x10;
    }
    fs::write(practice.path(), bytes).expect("the file can be written");
}

/// The pages on which a table's rows stand, by the row's id: leaves, and pages on which long rows go on.
fn pages_of_rows(practice: &Practice, kind: Kind) -> BTreeSet<usize> {
    let sql = "SELECT pageno FROM dbstat WHERE name = ?1";
    let bare = practice.bare();
    let mut statement = bare.prepare(sql).expect("the table is there");
    let rows = statement.query_map([kind.name()], |row| row.get::<_, i64>(0)).expect("it can be asked");
    rows.map(|page| usize::try_from(page.expect("a page")).expect("a number")).collect()
}

#[test]
fn a_whole_ledger_is_saved_whole() {
    let mut practice = practice();
    let original = records(practice.ledger().reader());
    let profile = practice.ledger().reader().profile().expect("it can be read");
    let before = fs::read(practice.path()).expect("the file is there");
    let open = save(&practice);
    assert_eq!(by_place(&open), original, "also what is in the log alone");
    assert_eq!(fs::read(practice.path()).expect("the file is there"), before, "the file is not touched");
    practice.close();
    let saved = save(&practice);
    assert_eq!(by_place(&saved), original, "record by record");
    assert_eq!(saved.profile, Some(profile), "with the letterhead");
    assert_eq!((saved.files.len(), saved.lost.files.len()), (3, 0), "with the kept files");
    assert_eq!(
        (saved.lost.damaged_pages.len(), saved.lost.records.len(), saved.lost.unknown),
        (0, 0, 0),
        "nothing is missing"
    );
}

#[test]
fn whatever_stands_on_whole_pages_is_saved_and_nothing_else() {
    let mut practice = practice();
    let original = records(practice.ledger().reader());
    practice.close();
    let whole = fs::read(practice.path()).expect("the file is there");
    let count = whole.len() / PAGE;
    let leaves: BTreeMap<Kind, BTreeSet<usize>> =
        kinds::ALL.into_iter().map(|kind| (kind, pages_of_rows(&practice, kind))).collect();
    for (turn, damaged) in [1, 5, 50, count / 2].into_iter().enumerate() {
        // Spread over the file, elsewhere in each turn; the first page has a test of its own.
        let pages: BTreeSet<usize> =
            (0..damaged).map(|part| 2 + (part * (count - 2) / damaged + 7 * turn) % (count - 1)).collect();
        fs::write(practice.path(), &whole).expect("the file can be written");
        damage(&practice, &pages);
        let saved = save(&practice);
        let found = by_place(&saved);
        let named: BTreeSet<usize> = saved.lost.damaged_pages.iter().map(|page| *page as usize).collect();
        assert_eq!(named, pages, "{damaged} damaged pages are named");
        for (place, record) in &found {
            assert_eq!(original.get(place), Some(record), "what is saved is what was there");
        }
        for kind in kinds::ALL {
            let all = original.keys().filter(|(of, _)| *of == kind).count();
            let kept = found.keys().filter(|(of, _)| *of == kind).count();
            if leaves[&kind].is_disjoint(&pages) {
                assert_eq!(kept, all, "no page of {kind} is damaged, of {damaged}");
            }
            let missing = saved.lost.records.get(&kind).copied().unwrap_or_default();
            assert!(missing <= (all - kept) as u64, "{kind}: no more is missing than was there");
        }
    }
}

#[test]
fn a_page_that_leads_to_others_takes_none_of_them_with_it() {
    let mut practice = practice();
    let original = records(practice.ledger().reader());
    let rows_on = |practice: &Practice, pages: &str| -> BTreeSet<usize> {
        let sql = format!("SELECT pageno FROM dbstat WHERE name = 'check_in' AND pagetype = '{pages}'");
        let bare = practice.bare();
        let mut statement = bare.prepare(&sql).expect("the table is there");
        let rows = statement.query_map([], |row| row.get::<_, i64>(0)).expect("it can be asked");
        rows.map(|page| usize::try_from(page.expect("a page")).expect("a number")).collect()
    };
    let inner = rows_on(&practice, "internal");
    let in_leaves: i64 = practice
        .bare()
        .query_row("SELECT sum(ncell) FROM dbstat WHERE name = 'check_in' AND pagetype = 'leaf'", [], |row| {
            row.get(0)
        })
        .expect("it can be asked");
    assert!(!inner.is_empty(), "the table has more than one page");
    practice.close();
    damage(&practice, &inner);
    let saved = save(&practice);
    let found = by_place(&saved);
    for (place, record) in &found {
        assert_eq!(original.get(place), Some(record), "what is saved is what was there");
    }
    let check_ins = found.keys().filter(|(kind, _)| *kind == Kind::CheckIn).count();
    assert_eq!(i64::try_from(check_ins).expect("few"), in_leaves, "every row of the leaves is saved");
    let all = original.keys().filter(|(kind, _)| *kind == Kind::CheckIn).count();
    let missing = saved.lost.records.get(&Kind::CheckIn).copied().unwrap_or_default();
    assert_eq!(missing, (all - check_ins) as u64, "and the index tells how many stood above them");
}

#[test]
fn without_its_beginning_a_ledger_is_still_read() {
    let mut practice = practice();
    let original = records(practice.ledger().reader());
    practice.close();
    let whole = fs::read(practice.path()).expect("the file is there");
    // One bit of what cannot be verified; then the rest of the first page.
    for (at, why) in [(3, "the random beginning"), (77, "the header"), (2_000, "the tables' places")] {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x04;
        fs::write(practice.path(), &bytes).expect("the file can be written");
        let saved = save(&practice);
        let found = by_place(&saved);
        assert_eq!(found.len(), original.len(), "{why}: every record");
        assert_eq!(found, original, "{why}: as it was");
        let key = vault::load_or_create(&practice.path()).expect("the key is there");
        let ledger = Ledger::open_read_only(&practice.path(), &key).expect("it opens to be read");
        assert_eq!(records(ledger.reader()), original, "{why}: and can be looked at");
        let hits = ledger.reader().find("corbett", 5).expect("it can be searched");
        assert!(!hits.is_empty(), "{why}: and searched");
        assert!(ledger.is_read_only(), "{why}: and not written");
        assert_ne!(ledger.check().expect("it can be asked"), [], "{why}: and says so");
    }
}

#[test]
fn a_ledger_cut_short_is_read_as_far_as_it_goes() {
    let mut practice = practice();
    let original = records(practice.ledger().reader());
    practice.close();
    let whole = fs::read(practice.path()).expect("the file is there");
    for part in [1, 3, 5, 7] {
        fs::write(practice.path(), &whole[..whole.len() / 8 * part + 99]).expect("the file can be written");
        let saved = save(&practice);
        let found = by_place(&saved);
        assert!(
            found.iter().all(|(place, record)| original.get(place) == Some(record)),
            "{part}/8: nothing is invented"
        );
        assert!(!saved.lost.damaged_pages.is_empty(), "{part}/8: the end is missing");
    }
}
