//! Rows of check-ins.
use chrono::NaiveDate;
use kindly_records::{CheckIn, ClientId, DeliverableId, RatingScale, SaidBy};

use super::{Cells, accepted};
use crate::{Field, RowError, error::quoted};

/// A check-in of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckInRow {
    /// The line on which the row starts.
    pub line: usize,
    /// The client's name, or the name or e-mail address of who answered where the file has only that.
    pub client: String,
    /// The e-mail address of who answered, where the file has one.
    pub client_email: Option<String>,
    /// The day it was given.
    pub on: NaiveDate,
    /// The scale.
    pub scale: RatingScale,
    /// The value, on its scale.
    pub value: i64,
    /// Who said it.
    pub said_by: SaidBy,
    /// The title of the deliverable it is about, where one is named.
    pub deliverable: Option<String>,
    /// Their words.
    pub words: String,
    /// Who said it, where it is named.
    pub person: String,
}

const SCALES: &[(&[&str], RatingScale)] =
    &[(&["csat"], RatingScale::Csat), (&["nps"], RatingScale::Nps), (&["ces"], RatingScale::Ces)];

const SPEAKERS: &[(&[&str], SaidBy)] = &[
    (&["them", "they", "theysaid", "client", "customer"], SaidBy::Them),
    (&["me", "myimpression", "impression"], SaidBy::MyImpression),
];

impl CheckInRow {
    /// The record, once its client and deliverable are known.
    #[must_use]
    pub fn record(&self, client: ClientId, deliverable: Option<DeliverableId>) -> CheckIn {
        CheckIn {
            client,
            on: self.on,
            scale: self.scale,
            value: self.value,
            said_by: self.said_by,
            deliverable,
            words: self.words.clone(),
            person: self.person.clone(),
            from_memory: false,
        }
    }
}

pub(super) fn read(cells: &Cells<'_>) -> Result<CheckInRow, RowError> {
    let client = cells.required(Field::Client)?.to_owned();
    said_by(cells, client, whole)
}

/// A check-in of this client, its value read in a way of its own.
pub(crate) fn said_by(
    cells: &Cells<'_>,
    client: String,
    read_value: fn(&str) -> Option<i64>,
) -> Result<CheckInRow, RowError> {
    cells.required(Field::Scale)?;
    let row = CheckInRow {
        line: cells.row.line,
        client,
        client_email: cells.client_email(),
        on: cells.required_date(Field::Date)?,
        // The cell is not empty, so a scale comes or a refusal.
        scale: cells.word(Field::Scale, SCALES, "CSAT, NPS or CES")?.unwrap_or(RatingScale::Csat),
        value: value(cells, read_value)?,
        said_by: cells.word(Field::SaidBy, SPEAKERS, "them or me")?.unwrap_or_default(),
        deliverable: cells.optional(Field::Deliverable),
        words: cells.lines(Field::Words),
        person: cells.text(Field::Person).to_owned(),
    };
    accepted(|client| row.record(client, None))?;
    Ok(row)
}

fn value(cells: &Cells<'_>, read: fn(&str) -> Option<i64>) -> Result<i64, RowError> {
    let text = cells.required(Field::Value)?;
    read(text).ok_or_else(|| RowError::NotWhole { value: quoted(text), column: cells.header(Field::Value) })
}

/// A whole number; spreadsheets write 4 as 4.0 or 4,0 at times.
fn whole(text: &str) -> Option<i64> {
    let whole = text.split_once(['.', ',']).map_or(text, |(whole, fraction)| {
        let nothing = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
        if nothing { whole } else { text }
    });
    whole.parse().ok()
}
