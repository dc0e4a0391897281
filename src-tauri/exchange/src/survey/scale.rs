//! The scale of a column of ratings, from its name and its values.
use kindly_records::RatingScale;

use crate::{ExchangeError, Field, Mapping, error::quoted, header::header_key, table::Row};

/// The whole number that an answer is or begins with: `4`, `4.0`, `4/5`, `4 - good`, `4 (good)`.
pub(crate) fn leading_number(text: &str) -> Option<i64> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let number = (1..=2).contains(&number.len()).then(|| number.parse().ok()).flatten()?;
    let rest = rest.trim_start();
    let no_fraction = |rest: &str| {
        rest.strip_prefix(['.', ','])
            .is_some_and(|zeros| !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0'))
    };
    let named = rest.starts_with(['-', '–', '—', '(', '=', ':', '/']);
    // A day such as 4/5/2026 or a range such as 4-5 is no answer.
    let digits_after = rest.chars().skip(1).any(|c| c.is_ascii_digit());
    let out_of = matches!(rest, "/5" | "/7" | "/10");
    (rest.is_empty() || no_fraction(rest) || out_of || (named && !digits_after)).then_some(number)
}

/// The scale that a mapping states for all rows.
pub(super) fn stated(mapping: &Mapping) -> Result<Option<RatingScale>, ExchangeError> {
    let key = header_key(Field::Scale.name());
    let Some((_, text)) = mapping.fixed.iter().find(|(name, _)| header_key(name) == key) else {
        return Ok(None);
    };
    let scale = ALL.into_iter().find(|scale| header_key(scale.name()) == header_key(text));
    let reason = || format!("“{}” is no scale: it may be CSAT, NPS or CES", quoted(text));
    scale.map(Some).ok_or_else(|| ExchangeError::Mapping { reason: reason() })
}

const ALL: [RatingScale; 3] = [RatingScale::Csat, RatingScale::Nps, RatingScale::Ces];

/// Words of a question that only one scale asks.
const SAYS: [(&[&str], RatingScale); 3] = [
    (&["recommend", "nps", "0 to 10", "0-10", "0–10", "out of 10", "/10"], RatingScale::Nps),
    (
        &["effort", "how easy", "easy was", "easy is", "easy to", "ces)", "1 to 7", "1-7", "1–7", "out of 7"],
        RatingScale::Ces,
    ),
    (&["satisf", "csat", "happy", "stars", "1 to 5", "1-5", "1–5", "out of 5", "/5"], RatingScale::Csat),
];

/// The scale of a column, from what its header says, else from its values.
///
/// An answer of 0, or above 7, only the scale from 0 to 10 has. Below that, several scales have room for the answers: unless
/// the header says which, a person must.
pub(super) fn of_column(header: &str, below: &[Row], at: usize) -> Result<RatingScale, ExchangeError> {
    let cells = below.iter().map(|row| row.cells.get(at).unwrap_or_default());
    let answers: Vec<i64> = cells.filter_map(leading_number).collect();
    let (lowest, highest) =
        (answers.iter().min().copied().unwrap_or(0), answers.iter().max().copied().unwrap_or(0));
    let has_room = |scale: RatingScale| {
        let (low, high) = scale.range();
        low <= lowest && highest <= high
    };
    let choices: Vec<RatingScale> = ALL.into_iter().filter(|scale| has_room(*scale)).collect();
    let text = header.to_lowercase();
    let said: Vec<RatingScale> = SAYS
        .into_iter()
        .filter(|(words, scale)| has_room(*scale) && words.iter().any(|word| text.contains(word)))
        .map(|(_, scale)| scale)
        .collect();
    // Who asks for satisfaction from 0 to 10 asks on none of the scales: the user must say what it counts as.
    let contradicted = SAYS
        .into_iter()
        .any(|(words, scale)| !has_room(scale) && words.iter().any(|word| text.contains(word)));
    match (said.as_slice(), choices.as_slice()) {
        ([only], _) => Ok(*only),
        ([], [only]) if !contradicted => Ok(*only),
        _ => Err(ExchangeError::AmbiguousScale { column: quoted(header.trim()), lowest, highest, choices }),
    }
}

#[cfg(test)]
mod tests {
    use RatingScale::{Ces, Csat, Nps};

    use super::*;
    use crate::table::{rows, with_end};

    #[test]
    fn an_answer_is_the_number_it_begins_with() {
        let check =
            |text: &str, expected: Option<i64>| assert_eq!(leading_number(text), expected, "{text:?}");
        check("4", Some(4));
        check(" 10 ", Some(10));
        check("4.0", Some(4));
        check("4/5", Some(4));
        check("5 (very satisfied)", Some(5));
        check("2 - not quite", Some(2));
        check("4.5", None);
        check("4/5/2026", None);
        check("3-4", None);
        check("4 people", None);
        check("100", None);
        check("good", None);
        check("", None);
    }

    #[test]
    fn the_scale_is_told_by_the_question_or_by_the_answers_or_asked_for() {
        let check = |header: &str, answers: &[i64], expected: Result<RatingScale, &[RatingScale]>| {
            let lines: Vec<String> = answers.iter().map(ToString::to_string).collect();
            let below = rows(&with_end(&lines.join("\n")), ',').expect("a sound table").rows;
            let found = of_column(header, &below, 0).map_err(|error| match error {
                ExchangeError::AmbiguousScale { choices, .. } => choices,
                other => panic!("the scale should be in doubt: {other}"),
            });
            assert_eq!(found, expected.map_err(<[_]>::to_vec), "{header}: {answers:?}");
        };
        check("How satisfied are you?", &[4, 5], Ok(Csat));
        check("How likely are you to recommend me?", &[4, 5], Ok(Nps));
        check("How easy was it to work with me?", &[4, 7], Ok(Ces));
        check("Your rating (1-5)", &[3], Ok(Csat));
        check("Rating", &[3, 9], Ok(Nps));
        check("Rating", &[0, 3], Ok(Nps));
        check("Rating", &[3, 5], Err(&[Csat, Nps, Ces]));
        check("Rating", &[3, 7], Err(&[Nps, Ces]));
        check("How satisfied are you?", &[3, 9], Err(&[Nps]));
        check("Satisfied, and would you recommend me?", &[4], Err(&[Csat, Nps, Ces]));
    }
}
