//! How the clients stand: the picture, and the tables behind it.
use kindly_page::Block;

use super::{
    super::{
        picture,
        view::{Review, VerdictCount},
        words,
    },
    MOST_ROWS, more, now_head, of, short,
};
use crate::standing::Verdict;

pub(super) fn standing(review: &Review) -> Vec<Block> {
    let mut verdicts: Vec<Verdict> = Vec::new();
    for count in review.verdicts.iter().filter(|count| count.now > 0) {
        if review.scatter.marks.iter().any(|mark| mark.verdict == count.verdict) {
            verdicts.push(count.verdict);
        }
    }
    let heading = Block::Heading("How the clients stand".to_owned());
    if review.scatter.marks.is_empty() {
        let none = "No client has both a deliverable that turned out and a check-in yet.";
        return vec![heading, Block::Text(none.to_owned())];
    }
    let most_told = review.scatter.marks.iter().take(MOST_ROWS);
    let told: Vec<String> = most_told
        .map(|mark| {
            format!(
                "{}: {}, {:.0} % of deliverables met, satisfaction {:.1} of 5",
                short(&mark.name),
                words::verdict(mark.verdict).to_lowercase(),
                mark.met_share * 100.0,
                mark.satisfaction
            )
        })
        .collect();
    let more = review.scatter.marks.len().saturating_sub(told.len());
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    vec![
        heading,
        Block::Picture {
            drawing: picture::standing(&review.scatter, &verdicts),
            instead: format!(
                "The share of deliverables met against the mean satisfaction of each client up to {}. {}{more}.",
                words::day(review.until),
                told.join("; ")
            ),
            caption: "Each mark is a client, by all that is on record until then; its lines are 95 % intervals. The dashed lines \
                      part what is mostly delivered, and content from unhappy."
                .to_owned(),
        },
    ]
}

/// How many clients stood how, beside the end of the quarter before.
pub(super) fn by_verdict(review: &Review) -> Vec<Block> {
    if review.verdicts.is_empty() {
        return Vec::new();
    }
    let row = |name: String, count: fn(&VerdictCount) -> u32| -> Vec<String> {
        let counts = review.verdicts.iter().map(|counted| count(counted).to_string());
        std::iter::once(name).chain(counts).collect()
    };
    let verdicts = review.verdicts.iter().map(|counted| words::verdict(counted.verdict).to_owned());
    let mut widths = vec![1.6];
    widths.resize(review.verdicts.len() + 1, 1.0);
    vec![
        Block::Heading("The clients by verdict, and the records behind it".to_owned()),
        Block::Table {
            head: std::iter::once("Clients".to_owned()).chain(verdicts).collect(),
            widths,
            rows: vec![
                row(now_head(review), |counted| counted.now),
                row(words::quarter(review.quarter.before()), |counted| counted.before),
            ],
        },
    ]
}

pub(super) fn clients(review: &Review, rows: usize) -> Vec<Block> {
    let told = review.clients.iter().take(rows).map(|client| {
        let balance = if client.one_way_too { ", out of balance too" } else { "" };
        vec![
            short(&client.name),
            format!("{}{balance}", words::verdict(client.verdict)),
            of(client.met, client.counted),
            words::satisfaction(client.satisfaction),
            client.check_ins.to_string(),
            of(client.kept, client.owed),
            client.concessions.to_string(),
        ]
    });
    let rows: Vec<Vec<String>> = told.collect();
    let heads = ["Client", "Verdict", "Met", "Satisfaction", "Check-ins", "They kept", "Given away"];
    let left_out = review.clients.len() - rows.len();
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Table {
            head: heads.map(str::to_owned).to_vec(),
            widths: vec![2.2, 2.6, 1.05, 1.4, 1.25, 1.25, 1.15],
            rows,
        });
    }
    blocks.extend(more(left_out, "client", "clients"));
    blocks
}

pub(super) fn changes(review: &Review, rows: usize) -> Vec<Block> {
    let heading = Block::Heading("Verdicts that changed".to_owned());
    if review.changes.is_empty() {
        return vec![heading, Block::Text("No verdict changed in this quarter.".to_owned())];
    }
    let told = review.changes.iter().take(rows).map(|change| {
        vec![
            short(&change.name),
            change.from.map_or("not judged before", words::verdict).to_owned(),
            words::verdict(change.to).to_owned(),
            words::short_day(change.on),
        ]
    });
    let rows: Vec<Vec<String>> = told.collect();
    let left_out = review.changes.len() - rows.len();
    let heads = ["Client", "From", "To", "Judged on"];
    let table =
        Block::Table { head: heads.map(str::to_owned).to_vec(), widths: vec![2.6, 2.2, 2.2, 1.2], rows };
    [heading, table].into_iter().chain(more(left_out, "change", "changes")).collect()
}
