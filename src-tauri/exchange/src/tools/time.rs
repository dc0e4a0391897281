//! Time trackers.
use super::{Form, Gather, Reader, Reading, as_own};
use crate::{Field, ImportKind, LeftOut, RowError, Tool, durations, rows::Cells};

pub(super) static TOGGL: Form = Form {
    tool: Tool::Toggl,
    kind: ImportKind::TimeEntries,
    signature: &["client", "project", "description", "billable", "startdate", "starttime", "duration"],
    columns: &[
        ("client", Field::Client),
        ("startdate", Field::Date),
        ("duration", Field::Hours),
        ("description", Field::What),
        ("task", Field::Task),
        ("billable", Field::Billable),
        ("amount*", Field::Amount),
        ("project", Field::Engagement),
    ],
    gather: Gather::Rows,
    read,
};

pub(super) static CLOCKIFY: Form = Form {
    tool: Tool::Clockify,
    kind: ImportKind::TimeEntries,
    signature: &["client", "project", "description", "startdate", "durationdecimal"],
    columns: &[
        ("client", Field::Client),
        ("startdate", Field::Date),
        // The clock is exact; the decimal number of hours is rounded to two places.
        ("durationh", Field::Hours),
        ("durationdecimal", Field::Hours),
        ("description", Field::What),
        ("task", Field::Task),
        ("billable", Field::Billable),
        ("billablerate*", Field::HourlyRate),
        ("billableamount*", Field::Amount),
        ("project", Field::Engagement),
    ],
    gather: Gather::Rows,
    read,
};

pub(super) static HARVEST: Form = Form {
    tool: Tool::Harvest,
    kind: ImportKind::TimeEntries,
    signature: &["date", "client", "project", "task", "notes", "hours", "firstname", "lastname"],
    columns: &[
        ("client", Field::Client),
        ("date", Field::Date),
        ("hours", Field::Hours),
        ("notes", Field::What),
        ("task", Field::Task),
        ("billable", Field::Billable),
        ("billablerate", Field::HourlyRate),
        ("billableamount", Field::Amount),
        ("currency", Field::Currency),
        ("project", Field::Engagement),
    ],
    gather: Gather::Rows,
    read,
};

fn read(cells: &Cells<'_>, reader: &mut Reader) -> Result<Reading, RowError> {
    // Trackers put sums below, and keep entries that were started and stopped at once.
    let client = cells.text(Field::Client);
    if client.is_empty() && is_sum(cells) {
        return Ok(Reading::LeftOut(LeftOut::Total));
    }
    if !client.is_empty() && durations::parse(cells.text(Field::Hours)) == Some(0) {
        return Ok(Reading::LeftOut(LeftOut::NoTime));
    }
    as_own(ImportKind::TimeEntries, cells, reader)
}

/// Whether the first cell with something in it says that the row sums up others.
fn is_sum(cells: &Cells<'_>) -> bool {
    let first = cells.row.cells.iter().map(str::trim).find(|cell| !cell.is_empty()).unwrap_or_default();
    let word = first.trim_end_matches(':').to_lowercase();
    matches!(word.as_str(), "total" | "totals" | "grand total" | "subtotal" | "sum")
}
