//! Every keystroke of a search among 2,000 clients and 300,000 texts.
//!
//! A look at one record by its id stands beside them: what matters is how many times as long a keystroke takes, and
//! that none takes longer than a screen needs to be drawn.
use std::cell::OnceCell;

use chrono::{DateTime, TimeDelta};
use divan::{Bencher, black_box};
use iso_currency::Currency;
use kindly_ledger::{Label, Ledger, vault};
use kindly_records::{
    CheckIn, Client, ClientId, ClientStatus, Contact, IdSource, Language, RatingScale, SaidBy,
};
use tempfile::TempDir;

fn main() {
    divan::main();
}

const CLIENTS: u64 = 2_000;
const TEXTS: u64 = 300_000;

/// One letter, two, a common word while it is typed and whole, two words, a name with a slip, and nothing at all.
const TYPED: [&str; 10] =
    ["r", "re", "rep", "repo", "repor", "report", "report late", "the second ro", "boraelis 17", "qzqzqz"];

thread_local! {
    static PRACTICE: OnceCell<(TempDir, Ledger, ClientId)> = const { OnceCell::new() };
}

#[divan::bench(args = TYPED)]
fn keystroke(bencher: Bencher<'_, '_>, text: &str) {
    PRACTICE.with(|practice| {
        let (_, ledger, _) = practice.get_or_init(filled);
        bencher.bench_local(|| ledger.reader().find(black_box(text), 50).expect("it can be asked"));
    });
}

#[divan::bench]
fn look_at_one_record(bencher: Bencher<'_, '_>) {
    PRACTICE.with(|practice| {
        let (_, ledger, client) = practice.get_or_init(filled);
        bencher.bench_local(|| ledger.reader().get::<Client>(black_box(*client)).expect("it can be read"));
    });
}

fn filled() -> (TempDir, Ledger, ClientId) {
    let folder = TempDir::new().expect("there is a folder for temporary files");
    let path = folder.path().join("practice.kindly");
    let key = vault::load_or_create(&path).expect("the folder is ours");
    let mut ledger = Ledger::open(&path, &key).expect("the file is new");
    let at = DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range");
    let mut ids = IdSource::seeded(1, at);
    let clients: Vec<ClientId> = (0..CLIENTS).map(|_| ids.next()).collect();
    let label = || Label { key: "bench".to_owned(), arguments: [].into() };
    ledger
        .transact(at, label(), |changes| {
            (0_u64..).zip(&clients).try_for_each(|(turn, id)| changes.insert(*id, &somebody(turn)))
        })
        .expect("valid clients");
    for part in 0..TEXTS / 100_000 {
        ledger
            .transact(at, label(), |changes| {
                (part * 100_000..(part + 1) * 100_000).try_for_each(|turn| {
                    let owner = clients[usize::try_from(turn % CLIENTS).unwrap_or_default()];
                    let back = TimeDelta::days(i64::try_from(turn % 3_000).unwrap_or_default());
                    changes
                        .insert::<CheckIn>(ids.next(), &check_in(owner, at.date_naive() - back, &text(turn)))
                })
            })
            .expect("valid check-ins");
    }
    (folder, ledger, clients[17])
}

const COMMON: [&str; 16] = [
    "the", "report", "late", "was", "on", "time", "second", "round", "we", "chapter", "and", "call",
    "meeting", "draft", "price", "review",
];

/// Some twelve words: most of them common, some from a vocabulary of 8,000, as they come in notes.
fn text(turn: u64) -> String {
    (0..12_u64)
        .map(|place| {
            let number = mixed(turn * 12 + place);
            if number.is_multiple_of(3) {
                word(number / 3 % 8_000)
            } else {
                COMMON[usize::try_from(number / 3 % 16).unwrap_or_default()].to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// A word that can be spoken, from its number.
fn word(mut number: u64) -> String {
    const PARTS: [&str; 20] = [
        "ba", "re", "to", "mi", "lu", "san", "ken", "dor", "vel", "pi", "ro", "ta", "ne", "go", "shi", "wal",
        "qua", "fe", "hol", "jun",
    ];
    let mut text = String::new();
    for _ in 0..3 {
        text.push_str(PARTS[usize::try_from(number % 20).unwrap_or_default()]);
        number /= 20;
    }
    text
}

fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z ^ (z >> 27)
}

fn somebody(turn: u64) -> Client {
    let named = |number: u64| Contact {
        given_name: word(mixed(number) % 8_000),
        family_name: word(mixed(number + 1) % 8_000),
        ..Contact::default()
    };
    Client {
        name: if turn == 17 {
            "Borealis 17".to_owned()
        } else {
            format!("{} & {}", word(turn), word(turn * 7))
        },
        status: ClientStatus::Active,
        contact: named(turn),
        address: Vec::new(),
        country: String::new(),
        language: Language::EnGb,
        currency: Currency::GBP,
        notes: String::new(),
        sample: false,
        people: vec![named(turn + 9_000), named(turn + 19_000)],
        tags: Vec::new(),
        website: String::new(),
        check_in_every_days: None,
        check_in_scale: RatingScale::Csat,
    }
}

fn check_in(client: ClientId, on: chrono::NaiveDate, words: &str) -> CheckIn {
    CheckIn {
        client,
        on,
        scale: RatingScale::Csat,
        value: 4,
        said_by: SaidBy::Them,
        deliverable: None,
        words: words.to_owned(),
        person: String::new(),
        from_memory: false,
    }
}
