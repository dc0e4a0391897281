//! The practice as a whole: its figures, its months, our own trust, and what comes next.
use kindly_page::Block;

use super::{
    super::{
        picture,
        view::{Review, ReviewMonth, ReviewRenewal},
        words,
    },
    more, now_head, short,
};
use crate::{figures::FigureValue, trust::TrustFigureId};

pub(super) fn figures(review: &Review) -> [Block; 2] {
    let mut rows: Vec<Vec<String>> = review
        .figures
        .iter()
        .map(|figure| {
            vec![
                words::figure(figure.id).to_owned(),
                words::value(figure.now),
                figure.n_now.to_string(),
                words::value(figure.before),
                figure.n_before.to_string(),
            ]
        })
        .collect();
    let (now, before) = (review.complaints.now.to_string(), review.complaints.before.to_string());
    rows.push(vec!["Complaints".to_owned(), now, String::new(), before, String::new()]);
    [
        Block::Heading("The quarter in figures".to_owned()),
        Block::Table {
            head: vec![
                "Figure".to_owned(),
                now_head(review),
                "Records".to_owned(),
                words::quarter(review.quarter.before()),
                "Records".to_owned(),
            ],
            widths: vec![3.2, 1.6, 0.9, 1.2, 0.9],
            rows,
        },
    ]
}

pub(super) fn months(review: &Review) -> [Block; 3] {
    let months = &review.months;
    let row = |name: &str, cell: &dyn Fn(&ReviewMonth) -> String| {
        std::iter::once(name.to_owned()).chain(months.iter().map(cell)).collect::<Vec<String>>()
    };
    let told: Vec<String> = months
        .iter()
        .map(|month| {
            format!(
                "{}: {} met, {} in part, {} missed, satisfaction {}",
                words::month(month.month),
                month.met,
                month.partial,
                month.missed,
                words::satisfaction(month.satisfaction)
            )
        })
        .collect();
    let mut widths = vec![2.0];
    widths.resize(months.len() + 1, 1.0);
    [
        Block::Heading("Month by month".to_owned()),
        Block::Picture {
            drawing: picture::months(months),
            instead: format!("Deliverables and satisfaction by month. {}.", told.join("; ")),
            caption: "Deliverables that turned out: met (full), in part (dotted) and missed (hatched). Beside them the mean of what \
                      clients answered; a month without an answer has no point."
                .to_owned(),
        },
        Block::Table {
            head: row("Month", &|month| words::month(month.month)),
            widths,
            rows: vec![
                row("Met", &|month| month.met.to_string()),
                row("In part", &|month| month.partial.to_string()),
                row("Missed", &|month| month.missed.to_string()),
                row("Satisfaction", &|month| words::satisfaction(month.satisfaction)),
                row("Answers", &|month| month.check_ins.to_string()),
            ],
        },
    ]
}

pub(super) fn trust(review: &Review) -> [Block; 2] {
    let value = |id: TrustFigureId, value: FigureValue| match (id, value) {
        // Complaints per deliverable are no share: there can be more of them than deliverables.
        (TrustFigureId::ComplaintsPerDeliverable, FigureValue::Share { value }) => format!("{value:.2}"),
        _ => words::value(value),
    };
    let rows = review.trust.iter().map(|figure| {
        vec![
            figure.id.name().to_owned(),
            value(figure.id, figure.now),
            figure.n_now.to_string(),
            value(figure.id, figure.before),
            figure.n_before.to_string(),
            words::trust_change(figure.change).to_owned(),
        ]
    });
    let heads = ["Figure", "Last 365 days", "Records", "Year before", "Records", "Change"];
    [
        Block::Heading("Our own trust".to_owned()),
        Block::Table {
            head: heads.map(str::to_owned).to_vec(),
            widths: vec![2.7, 1.3, 0.9, 1.2, 0.9, 1.3],
            rows: rows.collect(),
        },
    ]
}

pub(super) fn renewals(review: &Review, rows: usize) -> Vec<Block> {
    let until = words::day(review.next.last_day());
    let heading = Block::Heading(format!("Renewals and days of notice until {until}"));
    if review.renewals.is_empty() {
        return vec![
            heading,
            Block::Text("No agreement ends, renews itself or wants notice by then.".to_owned()),
        ];
    }
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "–".to_owned(), words::short_day);
    let told = review.renewals.iter().take(rows).map(|renewal: &ReviewRenewal| {
        vec![
            short(&renewal.client_name),
            short(&renewal.title),
            format!(
                "{} {}",
                if renewal.renews { "renews" } else { "ends" },
                words::short_day(renewal.ends_on)
            ),
            day(renewal.notice_by),
            if renewal.post_by.is_some_and(|by| by <= review.until) {
                "passed".to_owned()
            } else {
                day(renewal.post_by)
            },
            words::decided(renewal.decided).to_owned(),
        ]
    });
    let rows: Vec<Vec<String>> = told.collect();
    let left_out = review.renewals.len() - rows.len();
    let heads = ["Client", "Agreement", "Goes on", "Notice by", "Post it by", "Decision"];
    let table = Block::Table {
        head: heads.map(str::to_owned).to_vec(),
        widths: vec![1.8, 2.1, 1.95, 1.35, 1.35, 1.35],
        rows,
    };
    [heading, table].into_iter().chain(more(left_out, "agreement", "agreements")).collect()
}
