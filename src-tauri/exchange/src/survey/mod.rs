//! Answers to a survey: which column is the rating, on which scale, and who said it.
mod columns;
mod scale;

use kindly_records::RatingScale;

use crate::{
    Draft, ExchangeError, Field, LeftOut, Mapping, Question, RowError, Tool,
    header::header_key,
    rows::{self, Cells},
    table::Row,
    tools::Reading,
};

pub(crate) use columns::signature;
pub(crate) use scale::leading_number;

/// A survey, understood.
#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) tool: Tool,
    pub(crate) fields: Vec<Option<Field>>,
    pub(crate) scale: RatingScale,
    pub(crate) questions: Vec<Question>,
}

/// Understands the columns of a survey below the header row.
pub(crate) fn understand(
    tool: Tool,
    header: &Row,
    below: &[Row],
    mapping: Option<&Mapping>,
) -> Result<Survey, ExchangeError> {
    let keys: Vec<String> = header.cells.iter().map(header_key).collect();
    let (fields, questions) = columns::fields(&keys, header, below, mapping);
    let Some(at) = fields.iter().position(|field| *field == Some(Field::Value)) else {
        let found =
            header.cells.iter().map(str::trim).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ");
        return Err(ExchangeError::NoRatings { tool, found: crate::error::quoted(&found) });
    };
    let scale = match mapping.map(scale::stated).transpose()?.flatten() {
        Some(scale) => scale,
        None => scale::of_column(header.cells.get(at).unwrap_or_default(), below, at)?,
    };
    Ok(Survey { tool, fields, scale, questions })
}

/// What the columns seem to hold, judged by the first rows.
pub(crate) fn guess(keys: &[String], header: &Row, below: &[Row]) -> Vec<Option<Field>> {
    columns::fields(keys, header, below, None).0
}

/// Reads an answer.
pub(crate) fn read(cells: &Cells<'_>) -> Result<Reading, RowError> {
    if cells.text(Field::Value).is_empty() {
        return Ok(Reading::LeftOut(LeftOut::NotRated));
    }
    let who = [Field::Client, Field::Person, Field::Email]
        .into_iter()
        .map(|field| cells.text(field))
        .find(|text| !text.is_empty());
    let client = match who {
        Some(client) => client.to_owned(),
        None => cells.required(Field::Client)?.to_owned(),
    };
    rows::said_by(cells, client, leading_number).map(|row| Reading::Draft(Draft::CheckIn(row)))
}
