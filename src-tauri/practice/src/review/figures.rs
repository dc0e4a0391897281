//! The figures of a quarter beside those of the quarter before: the app's own, each with its n.
use kindly_ledger::Reader;
use kindly_measures::Window;

use super::view::{Beside, FigureBeside, TrustBeside};
use crate::{
    PracticeError,
    books::Books,
    figures::{FigureId, of_practice},
    standing::number,
    trust::TrustFigureView,
};

/// What is told of the practice as a whole; money and time stay on their own screens.
const TOLD: [FigureId; 7] = [
    FigureId::OnTime,
    FigureId::Otif,
    FigureId::Acceptance,
    FigureId::CsatSatisfied,
    FigureId::CsatMean,
    FigureId::Nps,
    FigureId::FirstResponse,
];

/// The standard figures of two stretches of days. One that neither has a value for is left out.
pub(super) fn beside(
    reader: Reader<'_>,
    books: &Books,
    window: Window,
    before: Window,
) -> Result<Vec<FigureBeside>, PracticeError> {
    let (now, before) = (of_practice(reader, books, window)?, of_practice(reader, books, before)?);
    let both = TOLD.into_iter().filter_map(|id| {
        let now = now.iter().find(|figure| figure.id == id)?;
        let before = before.iter().find(|figure| figure.id == id)?;
        (now.n + before.n > 0).then_some(FigureBeside {
            id,
            now: now.value,
            n_now: now.n,
            before: before.value,
            n_before: before.n,
        })
    });
    Ok(both.collect())
}

/// Complaints that came in.
pub(super) fn complaints(books: &Books, window: Window, before: Window) -> Beside {
    let within = |window: Window| {
        let all = books.clients.iter().flat_map(|client| books.complaints.of_client(client.id));
        number(all.filter(|kept| window.contains(kept.record.on)).count())
    };
    Beside { now: within(window), before: within(before) }
}

/// A figure of our own trust without its chart.
pub(super) fn trust(figure: &TrustFigureView) -> TrustBeside {
    TrustBeside {
        id: figure.id,
        now: figure.now,
        n_now: figure.n_now,
        before: figure.before,
        n_before: figure.n_before,
        change: figure.change,
    }
}
