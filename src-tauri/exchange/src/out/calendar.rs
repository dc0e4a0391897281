//! Dates as iCalendar (RFC 5545): days of their own in any calendar program.
use chrono::{DateTime, NaiveDate, Utc};

use super::content_lines::ContentLines;

/// The hour of the day, by the calendar's own clock, at which an alarm rings: an all-day entry begins at midnight,
/// and nobody wants to be woken by a notice period.
pub const ALARM_HOUR: u32 = 9;

/// Something that falls on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// What names it from one export to the next, such as `notice-<id>`; no two entries have the same.
    pub key: String,
    /// The day.
    pub on: NaiveDate,
    /// What it is, in one line.
    pub summary: String,
    /// More about it; may be empty.
    pub description: String,
    /// How many days before it an alarm rings, at [`ALARM_HOUR`]; 0 is the day itself.
    pub alarms_days_before: Vec<u32>,
    /// The groups it belongs to.
    pub categories: Vec<String>,
}

/// Writes entries as a calendar, as they stand at a moment.
///
/// Each is a whole day that blocks no time and that a shared calendar shows to nobody else. Its UID is `<key>@kindly`,
/// so that a calendar program which takes the file again changes the entry instead of adding another. That it does
/// is told by `SEQUENCE`, the seconds from the beginning of 2020 to `at`: it grows from one export to the next
/// without anybody remembering the one before, and stays within 31 bits until 2088.
#[must_use]
pub fn write_calendar(entries: &[CalendarEntry], at: DateTime<Utc>) -> String {
    let mut lines = ContentLines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Kindly//Kindly//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    lines.plain("METHOD", "PUBLISH");
    lines.plain("X-WR-CALNAME", "Kindly");
    for entry in entries {
        event(&mut lines, entry, at);
    }
    lines.plain("END", "VCALENDAR");
    lines.finish()
}

fn event(lines: &mut ContentLines, entry: &CalendarEntry, at: DateTime<Utc>) {
    let stamp = at.format("%Y%m%dT%H%M%SZ").to_string();
    let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
    lines.plain("BEGIN", "VEVENT");
    lines.text("UID", &format!("{}@kindly", entry.key));
    lines.plain("DTSTAMP", &stamp);
    lines.plain("LAST-MODIFIED", &stamp);
    lines.plain("SEQUENCE", &sequence(at).to_string());
    lines.plain("DTSTART;VALUE=DATE", &day(entry.on));
    // The end is the first day that no longer belongs to it.
    lines.plain("DTEND;VALUE=DATE", &day(entry.on.succ_opt().unwrap_or(entry.on)));
    lines.text("SUMMARY", &entry.summary);
    lines.text("DESCRIPTION", &entry.description);
    lines.texts(
        "CATEGORIES",
        entry.categories.iter().map(|group| group.trim()).filter(|group| !group.is_empty()),
        ",",
    );
    lines.plain("CLASS", "PRIVATE");
    lines.plain("TRANSP", "TRANSPARENT");
    let mut alarms = entry.alarms_days_before.clone();
    alarms.sort_unstable_by(|one, other| other.cmp(one));
    alarms.dedup();
    for days_before in alarms {
        lines.plain("BEGIN", "VALARM");
        lines.plain("ACTION", "DISPLAY");
        lines.plain("TRIGGER", &trigger(days_before));
        lines.text("DESCRIPTION", &entry.summary);
        lines.plain("END", "VALARM");
    }
    lines.plain("END", "VEVENT");
}

/// From the midnight at which the day begins to the alarm. Whole days before it, less the hours of the morning:
/// the form in which Apple's Calendar writes "a week before, at 9:00" itself.
fn trigger(days_before: u32) -> String {
    match days_before {
        0 => format!("PT{ALARM_HOUR}H"),
        1 => format!("-PT{}H", 24 - ALARM_HOUR),
        days => format!("-P{}DT{}H", days - 1, 24 - ALARM_HOUR),
    }
}

/// The beginning of 2020, in seconds from that of 1970.
const YEAR_2020: i64 = 1_577_836_800;

fn sequence(at: DateTime<Utc>) -> i64 {
    (at.timestamp() - YEAR_2020).clamp(0, i64::from(i32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alarm_rings_in_the_morning_of_its_day() {
        for (days_before, expected) in
            [(0, "PT9H"), (1, "-PT15H"), (2, "-P1DT15H"), (7, "-P6DT15H"), (30, "-P29DT15H")]
        {
            assert_eq!(trigger(days_before), expected, "{days_before} days before, at nine");
        }
    }

    #[test]
    fn the_sequence_grows_with_every_export() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().expect("a moment of the table");
        let check =
            |one: &str, expected: i64| assert_eq!(sequence(at(one)), expected, "the sequence of {one}");
        check("2020-01-01T00:00:00Z", 0);
        check("2019-06-01T00:00:00Z", 0);
        check("2020-01-02T00:00:01Z", 86_401);
        check("2400-01-01T00:00:00Z", i64::from(i32::MAX));
    }
}
