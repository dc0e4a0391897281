//! A report: headings, facts, tables and drawings on a page or a few.
use chrono::NaiveDate;

use crate::chart::{ChartText, Drawing, Mark};
use crate::check::{check_description, cleaned, limits};
use crate::error::{PageError, Part};
use crate::finish::Description;
use crate::fonts::Fonts;
use crate::letter::{Paper, Typeface};
use crate::{Pdf, layout};

/// What is to be set, worded and formatted.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The sheet.
    pub paper: Paper,
    /// The family of the letters.
    pub typeface: Typeface,
    /// BCP 47 tag such as "en-GB".
    pub language: String,
    /// Title, at the head of the first page and in the file's metadata.
    pub title: String,
    /// Author in the file's metadata.
    pub author: String,
    /// The day of the file's metadata.
    pub date: NaiveDate,
    /// Small lines under the title.
    pub under_title: Vec<String>,
    /// What follows, in reading order.
    pub blocks: Vec<Block>,
    /// Stands at the left of every page's foot.
    pub foot: String,
    /// Template with `{page}` and `{pages}` at the right of it.
    pub page: String,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The heading of a part.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Label and value, one under the other.
    Facts(Vec<(String, String)>),
    /// A table. Its head stands again on each page that it runs over.
    Table {
        /// The heads of the columns.
        head: Vec<String>,
        /// Their widths, as shares of their sum; one that is missing counts 1.
        widths: Vec<f32>,
        /// The rows; a cell that one lacks stays empty, one too many is left out.
        rows: Vec<Vec<String>>,
    },
    /// A drawing, without its colours' help: it may be printed in black.
    Picture {
        /// The drawing. What it says in figures is written in English; names and years stand as they are.
        drawing: Drawing,
        /// What it says, for those who do not see it.
        instead: String,
        /// The line under it.
        caption: String,
    },
}

/// Sets a report, with the conformance marks of a letter: PDF/A-2a and PDF/UA-1.
///
/// The same report gives the same bytes.
///
/// # Errors
/// As for a letter: characters that no font has, texts that are too long, a row higher than a page, and a drawing that
/// cannot be drawn.
pub fn set_report(report: &Report, fonts: &Fonts) -> Result<Pdf, PageError> {
    let report = checked(report, fonts)?;
    let layout = layout::lay_out_report(&report, fonts)?;
    let about = Description {
        title: &report.title,
        author: &report.author,
        language: &report.language,
        date: report.date,
    };
    crate::write(&layout, &about, fonts)
}

/// A copy of the report that can be set: composed, and within what a page can hold.
fn checked(report: &Report, fonts: &Fonts) -> Result<Report, PageError> {
    check_description(&report.language, report.date)?;
    let words = Words { fonts, language: &report.language };
    let title = words.line(&report.title)?;
    if title.is_empty() {
        return Err(PageError::Empty { part: Part::Title });
    }
    let blocks: &[Block] = &report.blocks;
    at_most("parts of the report", blocks.len(), limits::BLOCKS)?;
    Ok(Report {
        title,
        author: cleaned(Part::Author, &report.author, limits::LINE, None, &report.language)?,
        under_title: words.lines("lines under the title", &report.under_title, limits::UNDER_TITLE)?,
        blocks: blocks.iter().map(|block| words.block(block)).collect::<Result<_, _>>()?,
        foot: words.line(&report.foot)?,
        page: words.line(&report.page)?,
        ..report.clone()
    })
}

/// What words are checked against.
struct Words<'a> {
    fonts: &'a Fonts,
    language: &'a str,
}

impl Words<'_> {
    fn text(&self, text: &str, limit: usize) -> Result<String, PageError> {
        cleaned(Part::Text, text, limit, Some(self.fonts), self.language)
    }

    fn line(&self, text: &str) -> Result<String, PageError> {
        self.text(text, limits::LINE)
    }

    fn lines(&self, what: &'static str, lines: &[String], limit: usize) -> Result<Vec<String>, PageError> {
        at_most(what, lines.len(), limit)?;
        lines.iter().map(|line| self.line(line)).collect()
    }

    fn block(&self, block: &Block) -> Result<Block, PageError> {
        Ok(match block {
            Block::Heading(text) => Block::Heading(self.line(text)?),
            Block::Text(text) => Block::Text(self.text(text, limits::PARAGRAPH)?),
            Block::Facts(facts) => {
                at_most("facts under one another", facts.len(), limits::FACTS)?;
                let facts = facts.iter().map(|(label, value)| Ok((self.line(label)?, self.line(value)?)));
                Block::Facts(facts.collect::<Result<_, PageError>>()?)
            }
            Block::Table { head, widths, rows } => {
                at_most("rows in a table", rows.len(), limits::ROWS)?;
                let cells = |cells: &[String]| self.lines("columns in a table", cells, limits::COLUMNS);
                let rows = rows.iter().map(|row| cells(&row[..row.len().min(head.len())]));
                Block::Table {
                    head: cells(head)?,
                    widths: widths.clone(),
                    rows: rows.collect::<Result<_, _>>()?,
                }
            }
            Block::Picture { drawing, instead, caption } => Block::Picture {
                drawing: self.drawing(drawing)?,
                instead: cleaned(Part::Text, instead, limits::PARAGRAPH, None, self.language)?,
                caption: self.line(caption)?,
            },
        })
    }

    fn drawing(&self, drawing: &Drawing) -> Result<Drawing, PageError> {
        if !drawing.is_drawable() {
            return Err(PageError::Unwritable("a drawing has a place that is nowhere".to_owned()));
        }
        let mut drawing = drawing.clone();
        for mark in &mut drawing.marks {
            if let Mark::Text { text: ChartText::Name { text }, .. } = mark {
                *text = self.line(text)?;
            }
        }
        Ok(drawing)
    }
}

fn at_most(what: &'static str, count: usize, limit: usize) -> Result<(), PageError> {
    if count > limit { Err(PageError::TooMany { what, count, limit }) } else { Ok(()) }
}
