//! Reports of each shape.
use kindly_page::chart::{Drawing, Fill, Lane, LaneEvent, Tint, timeline};
use kindly_page::{Block, Paper, Report, Typeface};

pub(crate) fn report(blocks: Vec<Block>) -> Report {
    Report {
        paper: Paper::A4,
        typeface: Typeface::Serif,
        language: "en-GB".into(),
        title: "Record of our work with Halden & Co".into(),
        author: "Ines Marlow".into(),
        date: chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"),
        under_title: vec!["Ines Marlow Consulting · 1 March 2024 – 22 November 2026".into()],
        blocks,
        foot: "Record of our work with Halden & Co".into(),
        page: "Page {page} of {pages}".into(),
    }
}

pub(crate) fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

pub(crate) fn table(rows: usize) -> Block {
    Block::Table {
        head: strings(&["Day", "What", "How it stands"]),
        widths: vec![0.2, 0.5, 0.3],
        rows: (1..=rows)
            .map(|row| strings(&[&format!("Day{row}"), "Delivery: Report", "as agreed"]))
            .collect(),
    }
}

pub(crate) fn picture() -> Block {
    Block::Picture {
        drawing: deliveries(),
        instead: "Three deliveries as agreed".into(),
        caption: "Filled: as agreed.".into(),
    }
}

pub(crate) const SENTENCE: &str =
    "What the client needs and what we offer seem to differ, which is a matter of fit and of nobody. ";

/// A report of each shape.
pub(crate) fn samples() -> Vec<(&'static str, Report)> {
    let whole = report(vec![
        Block::Heading("What is on record".into()),
        Block::Facts(vec![
            ("Delivered as agreed".into(), "14 of 16".into()),
            ("A label that is so long that it takes more than one line".into(), "3".into()),
            (
                "Given".into(),
                "a value that is long enough to take two lines of its own, or so it seems here".into(),
            ),
        ]),
        table(6),
        Block::Text("And 14 earlier entries.".into()),
        picture(),
        Block::Heading("How we read it".into()),
        Block::Text(SENTENCE.repeat(4)),
    ]);
    let mut wide = table(3);
    if let Block::Table { head, widths, rows } = &mut wide {
        *head = (1..=8).map(|column| format!("Column {column}")).collect();
        widths.clear();
        rows[1][2] = "Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller".into();
        rows[2].truncate(1);
    }
    vec![
        ("whole", whole.clone()),
        ("whole, in another dress", Report { paper: Paper::UsLetter, typeface: Typeface::Sans, ..whole }),
        ("a title alone", Report { under_title: Vec::new(), foot: String::new(), ..report(Vec::new()) }),
        ("a table over pages", report(vec![Block::Heading("Facts".into()), table(150), picture()])),
        ("a wide table", report(vec![wide])),
        ("paragraphs over pages", report((0..9).map(|_| Block::Text(SENTENCE.repeat(12))).collect())),
        ("many drawings", report((0..14).map(|_| picture()).collect())),
        (
            "other scripts",
            report(vec![
                Block::Facts(vec![
                    ("Ελληνικά".into(), "Щедрин".into()),
                    ("שלום".into(), "עברית ועוד".into()),
                ]),
                Block::Table {
                    head: strings(&["Nguyễn", "Łukasiewicz"]),
                    widths: Vec::new(),
                    rows: vec![strings(&["שלום עולם", "Zoë"])],
                },
                Block::Text("שלום עולם".into()),
            ]),
        ),
        (
            "many parts",
            report(
                (0..30)
                    .flat_map(|part| {
                        [Block::Heading(format!("Part {part}")), Block::Text(SENTENCE.repeat(part % 4 + 1))]
                    })
                    .collect(),
            ),
        ),
    ]
}

fn deliveries() -> Drawing {
    let day = |text: &str| text.parse().expect("a real day");
    let lane = |name: &str, fills: [Fill; 4]| Lane {
        name: name.to_owned(),
        events: ["2024-03-01", "2024-11-20", "2025-06-30", "2026-10-01"]
            .into_iter()
            .zip(fills)
            .map(|(on, fill)| LaneEvent { day: day(on), tint: Tint::Ink, fill })
            .collect(),
    };
    let lanes = [
        lane("Deliveries", [Fill::Solid, Fill::Solid, Fill::Dotted, Fill::Solid]),
        lane("Answers", [Fill::Hollow, Fill::Solid, Fill::Hatched, Fill::Hollow]),
    ];
    timeline(&lanes, (day("2024-03-01"), day("2026-11-22")), 92.0, 464.0)
}
