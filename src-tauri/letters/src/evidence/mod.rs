//! The file of evidence about a client: what is on record, with its days, and apart from it how it is read.
//!
//! It is written so that the client could read it without either side blushing: what is said is what was done, on which
//! day; nobody is called anything, and the reading is one of the relationship. What people said in anger, and what they
//! called each other, is no part of it.
mod facts;
mod picture;
mod reading;
#[cfg(test)]
mod tests;
mod words;

use chrono::NaiveDate;
use kindly_page::{Block, Fonts, PageError, Pdf, Report, set_report};

use crate::convention::full_date;
use crate::spec::{Language, Money, Paper, Register, Typeface};
use crate::typography::typographic;
use crate::words::{Words, fill, words};
use words::EvidenceWords;

/// The most characters of a name: a page has room for no more beside its other words.
const NAME: usize = 120;
/// The most facts that are told one by one, and the fewest, where that makes them fit on one page.
const MOST_FACTS: usize = 24;
const FEWEST_FACTS: usize = 4;
/// The most that are told where one page is too short for even the fewest.
const FACTS_ON_TWO: usize = 40;

/// What is known of the work with a client.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Their name.
    pub client: String,
    /// The practice, or the person, that draws it up.
    pub practice: String,
    /// The language it is worded in.
    pub language: Language,
    /// The sheet.
    pub paper: Paper,
    /// The letters it is set in.
    pub typeface: Typeface,
    /// The day from which the work is told.
    pub from: NaiveDate,
    /// The day on which it is drawn up.
    pub to: NaiveDate,
    /// What happened, in any order.
    pub facts: Vec<EvidenceFact>,
    /// How it is read; `None` where nothing was agreed yet.
    pub reading: Option<EvidenceReading>,
}

impl Evidence {
    /// The client's name on one line.
    fn client(&self) -> String {
        short(&self.client, NAME)
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceFact {
    /// The day.
    pub on: NaiveDate,
    /// What it was.
    pub what: EvidenceKind,
    /// What names it: a title, a number, a theme. An answer may have none.
    pub title: String,
}

/// What a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceKind {
    /// A deliverable as agreed, so many days after its day (0: on it, or before).
    Delivered {
        /// Days late.
        late: i64,
    },
    /// One in part.
    DeliveredInPart,
    /// One that came late by our doing; 0 days where it is not known how late.
    DeliveredLate {
        /// Days late.
        late: i64,
    },
    /// One that was not accepted.
    NotAccepted,
    /// One that waited for something that was needed for it.
    Excused,
    /// One of ours whose day has passed.
    StillToDeliver,
    /// An answer about satisfaction: its value on a scale from low to high.
    Answer {
        /// The question.
        scale: crate::Scale,
        /// The value.
        value: i64,
        /// How it is felt.
        felt: Felt,
    },
    /// A word of praise.
    Praise,
    /// A complaint, answered after so many days; `None` where it waits.
    Complaint {
        /// Days until the first answer.
        answered: Option<i64>,
    },
    /// Something needed from the client that came, so many days after its day (0: on it, or before).
    Input {
        /// Days late.
        late: i64,
    },
    /// Something needed from the client that is open, so many days after its day.
    InputOpen {
        /// Days late.
        late: i64,
    },
    /// An invoice.
    Invoice {
        /// Its amount.
        amount: Money,
        /// How it was paid.
        paid: Paid,
    },
    /// A discount, free work or the like.
    Beyond {
        /// Its worth, where it is known.
        amount: Option<Money>,
        /// Its minutes, where it was work.
        minutes: Option<u32>,
    },
    /// Something that was explained.
    Explained,
    /// Something that was agreed in a talk.
    Agreed,
    /// Something that was changed on our side.
    Changed,
    /// A letter that was sent.
    Letter,
}

/// How an answer is felt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Felt {
    /// Content.
    Content,
    /// Neither.
    Mixed,
    /// Low.
    Low,
}

/// How an invoice was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paid {
    /// By its day.
    OnItsDay,
    /// So many days after it.
    Late {
        /// Days.
        days: i64,
    },
    /// It is open, so many days after its day.
    Open {
        /// Days.
        days: i64,
    },
}

/// How the facts are read.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceReading {
    /// The finding.
    pub finding: EvidenceFinding,
    /// How much it rests on; `None` where it is too early.
    pub band: Option<EvidenceBand>,
    /// On how many days an answer was low although the work was delivered.
    pub low_after_delivery: u32,
    /// A complaint that other clients share.
    pub theme: Option<String>,
    /// How many other clients answer in a similar way, and of how many.
    pub others: Option<(u32, u32)>,
    /// How many content answers would change it.
    pub clears: Option<u32>,
    /// Whether the two sides are out of balance beside that.
    pub out_of_balance_too: bool,
}

/// What is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceFinding {
    /// Unhappy despite delivery.
    UnhappyDespiteDelivery,
    /// Our own delivery explains the answers.
    OurDelivery,
    /// What we offer explains them.
    Offering,
    /// What either side gives is out of balance.
    OutOfBalance,
    /// The records are mixed.
    Watch,
    /// Content.
    Content,
    /// There are too few records.
    TooEarly,
}

impl EvidenceFinding {
    /// Every finding.
    pub const ALL: [Self; 7] = [
        Self::UnhappyDespiteDelivery,
        Self::OurDelivery,
        Self::Offering,
        Self::OutOfBalance,
        Self::Watch,
        Self::Content,
        Self::TooEarly,
    ];
}

/// How much a reading rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceBand {
    /// Some records.
    Some,
    /// A good number.
    Good,
    /// Many, and most of them recent.
    Strong,
}

/// Sets the file of evidence: on one page with as many facts as fit, or on two.
///
/// # Errors
/// What the page refuses, such as a character that no font has.
pub fn set_evidence(evidence: &Evidence, fonts: &Fonts) -> Result<Pdf, PageError> {
    let all = evidence.facts.len();
    let on_one = most_facts(evidence, fonts, 1, MOST_FACTS.min(all))?;
    if on_one.pages == 1 { Ok(on_one) } else { most_facts(evidence, fonts, 2, FACTS_ON_TWO.min(all)) }
}

/// With as many facts as fit on so many pages, `most` of them at most; where even the fewest do not fit, with those.
fn most_facts(evidence: &Evidence, fonts: &Fonts, pages: usize, most: usize) -> Result<Pdf, PageError> {
    let set = |told| set_report(&evidence_report(evidence, told), fonts);
    let whole = set(most)?;
    if whole.pages <= pages || most <= FEWEST_FACTS {
        return Ok(whole);
    }
    // Halved until one more would not fit: setting a page costs milliseconds.
    let (mut fits, mut too_many) = (FEWEST_FACTS, most);
    let mut pdf = set(fits)?;
    while pdf.pages <= pages && too_many - fits > 1 {
        let middle = usize::midpoint(fits, too_many);
        let tried = set(middle)?;
        if tried.pages <= pages {
            (fits, pdf) = (middle, tried);
        } else {
            too_many = middle;
        }
    }
    Ok(pdf)
}

/// The file of evidence in words, with so many facts told one by one, the newest; the others are counted.
#[must_use]
pub fn evidence_report(evidence: &Evidence, told: usize) -> Report {
    let voice = Voice::of(evidence.language);
    let mut blocks = facts::blocks(&voice, evidence, told);
    blocks.extend(picture::block(&voice, evidence));
    blocks.extend(reading::blocks(&voice, evidence));
    let mut whose_and_when = vec![voice.plain(&short(&evidence.practice, NAME))];
    if evidence.from < evidence.to {
        let days = [("from", voice.day(evidence.from)), ("to", voice.day(evidence.to))];
        let days = days.each_ref().map(|(name, day)| (*name, day.as_str()));
        whose_and_when.push(voice.say(&voice.own.period, &days));
    }
    whose_and_when.retain(|part| !part.is_empty());
    let title = voice.say(&voice.own.title, &[("client", &evidence.client())]);
    Report {
        paper: match evidence.paper {
            Paper::A4 => kindly_page::Paper::A4,
            Paper::UsLetter => kindly_page::Paper::UsLetter,
        },
        typeface: match evidence.typeface {
            Typeface::Serif => kindly_page::Typeface::Serif,
            Typeface::Sans => kindly_page::Typeface::Sans,
        },
        language: evidence.language.tag().to_owned(),
        author: short(&evidence.practice, NAME),
        date: evidence.to,
        under_title: vec![
            whose_and_when.join(" · "),
            voice.say(&voice.own.drawn_up, &[("date", &voice.day(evidence.to))]),
        ],
        blocks,
        foot: title.clone(),
        title,
        page: voice.common.page_of.clone(),
    }
}

/// The words of a language.
struct Voice {
    common: &'static Words,
    own: &'static EvidenceWords,
}

impl Voice {
    fn of(language: Language) -> Self {
        Self { common: words(language, Register::Warm), own: words::evidence_words(language) }
    }

    /// A sentence with its values, as a typesetter of the language writes it.
    fn say(&self, sentence: &str, values: &[(&str, &str)]) -> String {
        typographic(self.common, &fill(sentence, values))
    }

    /// A sentence without values.
    fn plain(&self, sentence: &str) -> String {
        typographic(self.common, sentence)
    }

    fn day(&self, day: NaiveDate) -> String {
        full_date(self.common, day)
    }

    fn days(&self, count: i64) -> String {
        let form = if count == 1 { &self.own.stands.one_day } else { &self.own.stands.days };
        fill(form, &[("days", &count.to_string())])
    }
}

/// A title on one line, cut short between two words where it is long.
fn short(title: &str, most: usize) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let whole = cut.rfind(' ').filter(|place| *place > 0).map_or(cut.as_str(), |place| &cut[..place]);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}

/// A block of text, unless it is empty.
fn text(words: String) -> Option<Block> {
    (!words.trim().is_empty()).then_some(Block::Text(words))
}
