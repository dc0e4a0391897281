//! The portfolio review of a quarter.
use kindly_practice::review::Quarter;
use serde_json::json;

use super::Given;
use crate::{arguments::ReviewFile, error::CliError, ledger::keep_apart, words};

pub(super) fn run(given: &Given, typed: &ReviewFile) -> Result<(), CliError> {
    let quarter: Quarter = typed.quarter.parse()?;
    let practice = given.ledger.open()?;
    let ledger = given.ledger.path()?;
    keep_apart(&typed.out, &[ledger, &ledger.with_added_extension("key")], "--out")?;
    let review = practice.review(given.moment, quarter)?;
    let pages = practice.review_pages(given.moment, quarter)?;
    practice.save_review(given.moment, quarter, &typed.out)?;
    let file = typed.out.display().to_string();
    given.output.show(&json!({ "file": file, "pages": pages, "review": review }), || {
        let until = if review.running {
            format!(" It is told until {}: the quarter still runs.", words::day(review.until))
        } else {
            String::new()
        };
        format!(
            "The review of {quarter} is at {file}: {}.{until}",
            words::count(pages as u64, "page", "pages")
        )
    })
}
