//! The sentences in front: our own side, then the clients.
use super::super::{view::Review, words};
use crate::figures::{FigureId, FigureValue};

/// What the quarter says: our own side, then the clients.
pub(super) fn summary(review: &Review) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(fell) = review.fell {
        said.push(format!("Look at our own side first: {}.", words::fell(fell)));
    }
    let figure = |id| review.figures.iter().find(|figure| figure.id == id);
    let after = |before| match before {
        FigureValue::None => String::new(),
        value => format!(", after {} in the quarter before", words::value(value)),
    };
    if let Some(on_time) = figure(FigureId::OnTime).filter(|figure| figure.n_now > 0) {
        said.push(format!(
            "{} of {} came on time{}.",
            words::value(on_time.now),
            words::count(on_time.n_now, "deliverable", "deliverables"),
            after(on_time.before)
        ));
    } else {
        said.push("Nothing that we delivered turned out in this quarter.".to_owned());
    }
    if let Some(csat) = figure(FigureId::CsatMean).filter(|figure| figure.n_now > 0) {
        said.push(format!(
            "Clients rated their satisfaction {}{}.",
            words::value(csat.now),
            after(csat.before)
        ));
    }
    // What may be ours comes before what is theirs.
    let counted = words::IN_A_SENTENCE.iter().filter_map(|verdict| {
        let count = review.verdicts.iter().find(|count| count.verdict == *verdict && count.now > 0)?;
        Some(format!("{} {}", count.now, words::stands(*verdict)))
    });
    let stand: Vec<String> = counted.collect();
    let clients: u32 = review.verdicts.iter().map(|count| count.now).sum();
    let changed = match u32::try_from(review.changes.len()) {
        Ok(0) => " No verdict changed.".to_owned(),
        Ok(changes) => format!(" {}.", words::count(changes, "verdict changed", "verdicts changed")),
        Err(_) => String::new(),
    };
    let standing = match stand.as_slice() {
        [] => "Nobody worked with us on its last day.".to_owned(),
        stand => {
            format!("Of {}: {}.{changed}", words::count(clients, "client", "clients"), stand.join(", "))
        }
    };
    vec![said.join(" "), standing]
}
