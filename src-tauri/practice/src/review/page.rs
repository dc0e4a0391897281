//! The review as a report: a sentence first, then figures, pictures and the tables behind them, on three pages at most.
mod clients;
mod practice;
mod summary;

use kindly_page::{Block, Fonts, PageError, Pdf, Report, set_report};
use kindly_records::{Paper, Profile, Typeface};

use super::{view::Review, words};

/// More pages nobody reads.
const MOST_PAGES: usize = 3;
/// The most rows of any list that are told one by one, and the fewest, where that makes the review fit.
const MOST_ROWS: usize = 40;
const FEWEST_ROWS: usize = 3;
/// The most characters of a name, and of an agreement's: a cell has room for no more than two lines of them.
const NAME: usize = 40;
/// So many times as many clients are told as changes and agreements.
const CLIENTS_TO_OTHERS: usize = 3;

/// Sets the review, with as many rows of its lists as fit.
///
/// # Errors
/// What the page refuses, such as a character that no font has.
pub(super) fn set(review: &Review, profile: &Profile, fonts: &Fonts) -> Result<Pdf, PageError> {
    let set = |rows| set_report(&report(review, profile, rows), fonts);
    let whole = set(MOST_ROWS)?;
    if whole.pages <= MOST_PAGES {
        return Ok(whole);
    }
    // Halved until one more would not fit: setting a page costs milliseconds.
    let (mut fits, mut too_many) = (FEWEST_ROWS, MOST_ROWS);
    let mut pdf = set(fits)?;
    while too_many - fits > 1 {
        let middle = usize::midpoint(fits, too_many);
        let tried = set(middle)?;
        if tried.pages <= MOST_PAGES {
            (fits, pdf) = (middle, tried);
        } else {
            too_many = middle;
        }
    }
    Ok(pdf)
}

fn report(review: &Review, profile: &Profile, rows: usize) -> Report {
    let title = format!("Portfolio review, {}", words::quarter(review.quarter));
    let days = format!("{} to {}", words::day(review.from), words::day(review.until));
    let whose = [short(&review.practice), days].into_iter().filter(|part| !part.is_empty());
    let mut under_title = vec![whose.collect::<Vec<_>>().join(" · ")];
    if review.running {
        under_title
            .push(format!("The quarter still runs: everything is told until {}.", words::day(review.until)));
    }
    let others = (rows / CLIENTS_TO_OTHERS).max(FEWEST_ROWS);
    let mut blocks: Vec<Block> = summary::summary(review).into_iter().map(Block::Text).collect();
    blocks.extend(practice::figures(review));
    blocks.extend(clients::standing(review));
    blocks.extend(clients::by_verdict(review));
    blocks.extend(clients::clients(review, rows));
    blocks.extend(clients::changes(review, others));
    blocks.extend(practice::trust(review));
    blocks.extend(practice::months(review));
    blocks.extend(practice::renewals(review, others));
    Report {
        paper: match profile.paper {
            Paper::A4 => kindly_page::Paper::A4,
            Paper::UsLetter => kindly_page::Paper::UsLetter,
        },
        typeface: match profile.typeface {
            Typeface::Serif => kindly_page::Typeface::Serif,
            Typeface::Sans => kindly_page::Typeface::Sans,
        },
        language: "en-GB".to_owned(),
        author: short(&review.practice),
        date: review.until,
        under_title,
        blocks,
        foot: title.clone(),
        title,
        page: "Page {page} of {pages}".to_owned(),
    }
}

/// "Q3 2026", or "Q4 2026, so far".
fn now_head(review: &Review) -> String {
    let name = words::quarter(review.quarter);
    if review.running { format!("{name}, so far") } else { name }
}

/// What a list leaves out.
fn more(left_out: usize, one: &str, many: &str) -> Option<Block> {
    let count = u32::try_from(left_out).unwrap_or(u32::MAX);
    (count > 0).then(|| Block::Text(format!("And {count} more {}.", if count == 1 { one } else { many })))
}

/// "7 of 8".
fn of(part: u32, whole: u32) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{part} of {whole}") }
}

/// A name on one line, cut short between two words where it is long.
fn short(name: &str) -> String {
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= NAME {
        return line;
    }
    let cut: String = line.chars().take(NAME).collect();
    let whole = cut.rfind(' ').filter(|place| *place > 0).map_or(cut.as_str(), |place| &cut[..place]);
    format!("{}…", whole.trim_end_matches([',', ';', ':', ' ', '&']))
}
