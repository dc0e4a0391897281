//! Every text that the file of evidence can say, read as the client would.
use std::collections::BTreeSet;
use std::fmt::Write as _;

use iso_currency::Currency;
use serde_json::Value;

use super::*;
use crate::question::Scale;
use crate::{Guarded, Kind, ToneContext, ToneKind, tone};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("the test writes real days")
}

fn money(minor: i64) -> Money {
    Money { minor, currency: Currency::EUR }
}

fn answer(scale: Scale, value: i64, felt: Felt) -> EvidenceKind {
    EvidenceKind::Answer { scale, value, felt }
}

/// One fact of each kind, and of each way in which it can stand.
fn every_fact() -> Vec<EvidenceFact> {
    use EvidenceKind as K;
    let facts = [
        (K::Delivered { late: 0 }, "Quarterly report"),
        (K::Delivered { late: 1 }, "Price list"),
        (K::Delivered { late: 3 }, "Handbook"),
        (K::DeliveredInPart, "Workshop"),
        (K::DeliveredLate { late: 9 }, "Launch plan"),
        (K::DeliveredLate { late: 0 }, "Style guide"),
        (K::NotAccepted, "Brand copy"),
        (K::Excused, "Interviews"),
        (K::StillToDeliver, "Summary"),
        (answer(Scale::Csat, 2, Felt::Low), "Quarterly report"),
        (answer(Scale::Csat, 5, Felt::Content), ""),
        (answer(Scale::Nps, 6, Felt::Mixed), ""),
        (answer(Scale::Ces, 3, Felt::Mixed), "Workshop"),
        (K::Praise, "The summary saved us a week"),
        (K::Complaint { answered: Some(0) }, "late"),
        (K::Complaint { answered: Some(1) }, "late"),
        (K::Complaint { answered: Some(4) }, "unclear"),
        (K::Complaint { answered: None }, "unclear"),
        (K::Input { late: 0 }, "Brief"),
        (K::Input { late: 5 }, "Approval of the copy"),
        (K::InputOpen { late: 12 }, "Access to the figures"),
        (K::InputOpen { late: 0 }, "Names for the interviews"),
        (K::Invoice { amount: money(480_000), paid: Paid::OnItsDay }, "2026-034"),
        (K::Invoice { amount: money(480_050), paid: Paid::Late { days: 21 } }, "2026-041"),
        (K::Invoice { amount: money(480_000), paid: Paid::Open { days: 1 } }, "2026-052"),
        (K::Invoice { amount: money(480_000), paid: Paid::Open { days: 0 } }, "2026-060"),
        (K::Beyond { amount: Some(money(48_000)), minutes: None }, "10% off"),
        (K::Beyond { amount: None, minutes: Some(60) }, "A call more"),
        (K::Beyond { amount: None, minutes: Some(180) }, "A third round"),
        (K::Beyond { amount: None, minutes: Some(45) }, "A short note"),
        (K::Beyond { amount: None, minutes: None }, "A week more"),
        (K::Explained, "Which question each page answers"),
        (K::Agreed, "One page on top"),
        (K::Changed, "Each report opens with its answer"),
        (K::Letter, "What we need for March"),
    ];
    let told = (0_u64..).zip(facts);
    told.map(|(place, (what, title))| EvidenceFact {
        on: day("2026-11-20") - chrono::Days::new(place * 9),
        what,
        title: title.to_owned(),
    })
    .collect()
}

fn reading(finding: EvidenceFinding) -> EvidenceReading {
    EvidenceReading {
        finding,
        band: (finding != EvidenceFinding::TooEarly).then_some(EvidenceBand::Good),
        low_after_delivery: 7,
        theme: None,
        others: Some(if finding == EvidenceFinding::Offering { (6, 11) } else { (1, 11) }),
        clears: Some(3),
        out_of_balance_too: false,
    }
}

fn evidence(language: Language, reading: Option<EvidenceReading>) -> Evidence {
    Evidence {
        client: "Halden & Co".to_owned(),
        practice: "Marlow Consulting".to_owned(),
        language,
        paper: Paper::A4,
        typeface: Typeface::Serif,
        from: day("2026-01-01"),
        to: day("2026-11-22"),
        facts: every_fact(),
        reading,
    }
}

/// Every way in which a finding can be told.
fn every_reading() -> Vec<EvidenceReading> {
    let mut all = Vec::new();
    for finding in EvidenceFinding::ALL {
        for band in [None, Some(EvidenceBand::Some), Some(EvidenceBand::Good), Some(EvidenceBand::Strong)] {
            all.push(EvidenceReading { band, ..reading(finding) });
        }
        for low_after_delivery in [0, 1] {
            all.push(EvidenceReading { low_after_delivery, ..reading(finding) });
        }
        for clears in [None, Some(1)] {
            all.push(EvidenceReading { clears, ..reading(finding) });
        }
        all.push(EvidenceReading { others: None, ..reading(finding) });
        all.push(EvidenceReading { others: Some((0, 0)), ..reading(finding) });
        all.push(EvidenceReading { theme: Some("unclear".to_owned()), ..reading(finding) });
        all.push(EvidenceReading { out_of_balance_too: true, ..reading(finding) });
    }
    all
}

/// The texts of a report, a line each; cells of a row and both halves of a fact on one line.
fn texts(report: &Report) -> Vec<String> {
    let mut texts = vec![report.title.clone()];
    texts.extend(report.under_title.iter().cloned());
    for block in &report.blocks {
        match block {
            Block::Heading(text) => texts.push(format!("# {text}")),
            Block::Text(text) => texts.push(text.clone()),
            Block::Facts(facts) => {
                texts.extend(facts.iter().map(|(label, value)| format!("{label} | {value}")));
            }
            Block::Table { head, rows, .. } => {
                texts.push(head.join(" | "));
                texts.extend(rows.iter().map(|row| row.join(" | ").trim_end_matches([' ', '|']).to_owned()));
            }
            Block::Picture { drawing, instead, caption } => {
                texts.extend(drawing.marks.iter().filter_map(|mark| match mark {
                    kindly_page::chart::Mark::Text {
                        text: kindly_page::chart::ChartText::Name { text },
                        ..
                    } => Some(text.clone()),
                    _ => None,
                }));
                texts.extend([instead.clone(), caption.clone()]);
            }
        }
    }
    texts.extend([report.foot.clone(), report.page.clone()]);
    texts
}

/// Everything that the file can say in a language.
fn everything(language: Language) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut add = |evidence: &Evidence, told| all.extend(texts(&evidence_report(evidence, told)));
    for reading in every_reading() {
        add(&evidence(language, Some(reading)), 100);
    }
    let facts = every_fact().len();
    add(&evidence(language, None), facts - 1);
    add(&evidence(language, None), facts - 2);
    add(&Evidence { facts: Vec::new(), ..evidence(language, None) }, 10);
    all
}

#[test]
fn each_finding_is_told_in_each_language() {
    for language in Language::ALL {
        let mut told = texts(&evidence_report(&evidence(language, None), 100)).join("\n");
        for finding in EvidenceFinding::ALL {
            let report = evidence_report(&evidence(language, Some(reading(finding))), 100);
            let heading = report.blocks.iter().rposition(|block| matches!(block, Block::Heading(_)));
            let blocks = report.blocks[heading.expect("the reading has a heading of its own")..].to_vec();
            let words = texts(&Report { blocks, ..report }).split_off(3);
            let words = words[..words.len() - 2].join("\n");
            write!(told, "\n\n== {finding:?}\n{words}").expect("a string takes every text");
        }
        insta::assert_snapshot!(format!("evidence_{}", language.tag()), told);
    }
}

/// Words of blame and of a verdict on people, in no language said by this page.
const NEVER: &[(Language, &[&str])] = &[
    (
        Language::EnglishUk,
        &[
            "never",
            "always",
            "fault",
            "blame",
            "guilt",
            "difficult",
            "impossible",
            "refus",
            "fail",
            "toxic",
            "ungrateful",
            "unreasonable",
            "disappoint",
            "unfortunately",
            "should have",
            "demanding",
            "verdict",
        ],
    ),
    (
        Language::German,
        &[
            "nie ",
            "niemals",
            "immer",
            "schuld",
            "fehler der",
            "schwierig",
            "unmöglich",
            "weiger",
            "versag",
            "undankbar",
            "unzumutbar",
            "enttäusch",
            "leider",
            "hätten",
            "nie zufrieden",
            "anspruchsvoll",
            "urteil",
        ],
    ),
    (
        Language::French,
        &[
            "jamais",
            "toujours",
            "faute",
            "coupable",
            "reproch",
            "difficile",
            "impossible",
            "refus",
            "échec",
            "ingrat",
            "déraisonnable",
            "décev",
            "malheureusement",
            "auriez",
            "exigeant",
            "verdict",
        ],
    ),
    (
        Language::Spanish,
        &[
            "nunca",
            "jamás",
            "siempre",
            "culpa",
            "reproch",
            "difícil",
            "imposible",
            "neg",
            "fracas",
            "ingrat",
            "irrazonable",
            "decepcion",
            "lamentablemente",
            "debería",
            "exigente",
            "veredicto",
        ],
    ),
];

#[test]
fn nobody_is_blamed_and_nobody_is_called_never_happy() {
    for (language, never) in NEVER {
        for text in everything(*language) {
            let lower = text.to_lowercase();
            for word in *never {
                assert!(!lower.contains(word), "“{word}” is no word for this page ({language:?}): {text}");
            }
        }
    }
    for language in Language::ALL {
        let named = everything(language).iter().any(|text| {
            [
                "unhappy despite delivery",
                "unzufrieden trotz Lieferung",
                "insatisfaction malgré la livraison",
                "insatisfacción a pesar de la entrega",
            ]
            .iter()
            .any(|name| text.contains(name))
        });
        assert!(named, "the finding has its name outside of the practice, in {language:?}");
    }
}

#[test]
fn the_tone_check_of_letters_finds_nothing() {
    let allowed = ["Halden & Co".to_owned(), "Marlow Consulting".to_owned()];
    let guarded = Guarded::default();
    for language in Language::ALL {
        let texts = everything(language);
        assert!(texts.len() > 60, "the texts are all there: {}", texts.len());
        for kind in [None, Some(Kind::ResponsibilityReminder), Some(Kind::RenewalRefusal)] {
            let context = ToneContext { language, kind, allowed: &allowed, client: None, guarded: &guarded };
            for text in &texts {
                let found: Vec<(ToneKind, String)> =
                    tone(&context, text).into_iter().map(|one| (one.kind, one.words)).collect();
                assert_eq!(found, [], "{language:?}: {text}");
            }
        }
    }
}

#[test]
fn no_language_lacks_a_word_or_leaves_one_unsaid() {
    fn keys(value: &Value, path: &str, found: &mut BTreeSet<(String, BTreeSet<String>)>) {
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    keys(value, &format!("{path}.{key}"), found);
                }
            }
            Value::String(text) => {
                assert!(!text.trim().is_empty(), "{path} says something");
                let braces = text.split('{').skip(1).filter_map(|part| part.split('}').next());
                found.insert((path.to_owned(), braces.map(str::to_owned).collect()));
            }
            other => panic!("{path} is a text: {other}"),
        }
    }
    let keys = |language| {
        let file: Value = serde_json::from_str(words::file(language)).expect("the words are JSON");
        let mut found = BTreeSet::new();
        keys(&file, "", &mut found);
        found
    };
    let english = keys(Language::EnglishUk);
    assert!(english.len() > 80, "the words are all there: {}", english.len());
    for language in Language::ALL {
        assert_eq!(keys(language), english, "{language:?} fills the same values into the same sentences");
        // Each file is read in full: a key that is missing, or one too many, is refused.
        assert!(!words::evidence_words(language).title.is_empty(), "{language:?} has a title");
        assert!(
            everything(language).iter().all(|text| !text.contains(['{', '}'])
                || text.contains("{page}") && text.contains("{pages}")),
            "nothing is left unfilled in {language:?}"
        );
    }
}

#[test]
fn facts_stand_apart_from_how_they_are_read() {
    let report = evidence_report(&evidence(Language::EnglishUk, Some(reading(EvidenceFinding::Watch))), 100);
    let place = |wanted: fn(&Block) -> bool| report.blocks.iter().position(wanted).expect("it is there");
    let table = place(|block| matches!(block, Block::Table { .. }));
    let second = place(|block| matches!(block, Block::Heading(text) if text == "How we read it"));
    assert!(table < second, "the facts come first");
    let without = evidence_report(&evidence(Language::EnglishUk, None), 100);
    assert!(without.blocks == report.blocks[..second], "the facts are the same without any reading");
    assert!(!texts(&without).iter().any(|text| text.contains("How we read it")), "nothing is read into them");
}

#[test]
fn the_newest_facts_are_told_and_the_others_counted() {
    let all = every_fact().len();
    let check = |told: usize, rows: usize, counted: Option<&str>| {
        let report = evidence_report(&evidence(Language::EnglishUk, None), told);
        let table = report.blocks.iter().find_map(|block| match block {
            Block::Table { rows, .. } => Some(rows),
            _ => None,
        });
        let table = table.expect("there are facts");
        assert_eq!(table.len(), rows, "so many are told of {all}");
        assert_eq!(table[0][0], "20 November 2026", "the newest first");
        let text = report.blocks.iter().find_map(|block| match block {
            Block::Text(text) => Some(text.as_str()),
            _ => None,
        });
        assert_eq!(text, counted, "the others are counted");
    };
    check(100, all, None);
    check(all, all, None);
    check(all - 1, all - 1, Some("And 1 earlier entry, included in the figures above."));
    check(12, 12, Some("And 23 earlier entries, included in the figures above."));
}

#[test]
fn figures_count_all_facts_and_leave_out_what_there_is_none_of() {
    let summary = |facts: &[EvidenceFact]| {
        facts::summary(&Voice::of(Language::EnglishUk), facts)
            .into_iter()
            .map(|(label, value)| format!("{label}: {value}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        summary(&every_fact()),
        [
            // Excused and outstanding work says nothing of our delivery.
            "Delivered as agreed: 3 of 7",
            "Satisfied answers: 1 of 4",
            "Input we needed, on its day: 1 of 4",
            "Invoices paid by their day: 1 of 4",
            "Complaints answered: 3 of 4",
            "Given beyond the agreement: 5 (€480)",
        ]
    );
    let praise = every_fact().into_iter().filter(|fact| fact.what == EvidenceKind::Praise);
    assert_eq!(summary(&praise.collect::<Vec<_>>()), Vec::<String>::new(), "nothing of nothing is no figure");
}

#[test]
fn a_long_title_is_cut_between_words() {
    let check = |title: &str, most: usize, expected: &str| assert_eq!(short(title, most), expected);
    check("Quarterly report", 90, "Quarterly report");
    check("  One\nline,  two ", 90, "One line, two");
    check("Quarterly report, with notes", 18, "Quarterly report…");
    check("Ελληνικά γράμματα", 9, "Ελληνικά…");
    check("Donaudampfschifffahrt", 5, "Donau…");
    check("", 5, "");
}

#[test]
fn a_usual_client_takes_one_page_and_the_busiest_two() {
    let fonts = Fonts::bundled();
    let many = |count: usize, title: &str| -> Vec<EvidenceFact> {
        let facts = every_fact().into_iter().cycle().take(count).enumerate();
        facts
            .map(|(place, fact)| EvidenceFact {
                on: day("2026-11-20") - chrono::Days::new(place as u64 * 3),
                title: format!("{} {title}", fact.title),
                ..fact
            })
            .collect()
    };
    let wordy = "with everything that was said about it in the meeting, and a few remarks beside";
    for language in Language::ALL {
        for (count, title) in [(0, ""), (1, ""), (20, ""), (60, ""), (500, ""), (60, wordy)] {
            let evidence = Evidence {
                facts: many(count, title),
                paper: language.usual_paper(),
                from: day("2022-01-01"),
                ..evidence(language, Some(reading(EvidenceFinding::UnhappyDespiteDelivery)))
            };
            let pdf = set_evidence(&evidence, &fonts).expect("it can be set");
            assert_eq!(pdf.pages, 1, "{count} facts “{title}” in {language:?}");
        }
    }
    let client = "A name of a client that goes on and on ".repeat(7);
    let evidence = Evidence {
        client,
        facts: many(200, wordy),
        ..evidence(Language::Spanish, Some(reading(EvidenceFinding::UnhappyDespiteDelivery)))
    };
    let pdf = set_evidence(&evidence, &fonts).expect("it can be set");
    assert!(pdf.pages <= 2, "never more than two pages: {}", pdf.pages);
}
