//! Dates in calendar programs: that two other readers understand them, and that a second export changes the first.
use std::str::FromStr;

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
};
use icalendar::{Calendar, Component, DatePerhapsTime, EventLike};
use kindly_exchange::{CalendarEntry, write_calendar};
use proptest::{collection::vec, prelude::*};

use crate::{
    day,
    made::{NASTY, Wording, words},
    moment,
};

fn notice(on: &str) -> CalendarEntry {
    CalendarEntry {
        key: "notice-01890a5d".to_owned(),
        on: day(on),
        summary: "Halden: last day of notice".to_owned(),
        description: "Monthly reporting, from 2025; post it by Wednesday\nSigned".to_owned(),
        alarms_days_before: vec![0, 7, 30, 7],
        categories: vec!["Notice".to_owned(), "A, B".to_owned(), " ".to_owned()],
    }
}

#[test]
fn a_calendar_is_what_the_standard_says() {
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kindly//Kindly//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Kindly",
        "BEGIN:VEVENT",
        "UID:notice-01890a5d@kindly",
        "DTSTAMP:20261122T180000Z",
        "LAST-MODIFIED:20261122T180000Z",
        "SEQUENCE:217533600",
        "DTSTART;VALUE=DATE:20261130",
        "DTEND;VALUE=DATE:20261201",
        "SUMMARY:Halden: last day of notice",
        "DESCRIPTION:Monthly reporting\\, from 2025\\; post it by Wednesday\\nSigned",
        "CATEGORIES:Notice,A\\, B",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P29DT15H",
        "DESCRIPTION:Halden: last day of notice",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P6DT15H",
        "DESCRIPTION:Halden: last day of notice",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT9H",
        "DESCRIPTION:Halden: last day of notice",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    let written = write_calendar(&[notice("2026-11-30")], moment("2026-11-22T18:00:00Z"));
    assert_eq!(written, expected.join("\r\n"), "RFC 5545, with CRLF");
}

fn events(text: &str) -> Vec<ICalendarComponent> {
    let calendar = ICalendar::parse(text).expect("a calendar that is read without complaint");
    let is_event =
        |component: &ICalendarComponent| component.component_type == ICalendarComponentType::VEvent;
    calendar.components.into_iter().filter(is_event).collect()
}

fn text_of(component: &ICalendarComponent, property: &ICalendarProperty) -> String {
    let entry = component.property(property).unwrap_or_else(|| panic!("{property:?} is there"));
    entry.values[0].as_text().unwrap_or_else(|| panic!("{property:?} is text")).to_owned()
}

#[test]
fn a_second_export_changes_the_entry_of_the_first() {
    let first = write_calendar(&[notice("2026-11-30")], moment("2026-11-22T18:00:00Z"));
    let second = write_calendar(&[notice("2026-12-31")], moment("2026-11-22T18:00:01Z"));
    let told = |text: &str| {
        let calendar = Calendar::from_str(text).expect("a calendar");
        let event = calendar.events().next().expect("an event").clone();
        (
            event.get_uid().map(str::to_owned),
            event.get_sequence(),
            event.get_start(),
            event.get_last_modified(),
        )
    };
    let (first, second) = (told(&first), told(&second));
    assert_eq!(first.0.as_deref(), Some("notice-01890a5d@kindly"), "the UID is made of the key");
    assert_eq!(first.0, second.0, "it is the same entry");
    assert!(first.1 < second.1, "a later export is the newer version: {first:?} {second:?}");
    assert!(first.3 < second.3, "and says so: {first:?} {second:?}");
    assert_eq!(second.2, Some(DatePerhapsTime::Date(day("2026-12-31"))), "with the day that it now has");
}

#[test]
fn an_export_of_the_same_moment_is_the_same() {
    let at = moment("2026-11-22T18:00:00Z");
    let entries = [notice("2026-11-30"), CalendarEntry { key: "other".to_owned(), ..notice("2026-12-01") }];
    assert_eq!(write_calendar(&entries, at), write_calendar(&entries, at), "nothing in it is made up");
    assert_eq!(events(&write_calendar(&[], at)), [], "a calendar without dates is one");
}

#[test]
fn alarms_are_read_with_their_days() {
    let written = write_calendar(&[notice("2026-11-30")], moment("2026-11-22T18:00:00Z"));
    let calendar = ICalendar::parse(&written).expect("a calendar");
    let hours: Vec<i64> = calendar
        .components
        .iter()
        .filter(|component| component.component_type == ICalendarComponentType::VAlarm)
        .filter_map(|alarm| match &alarm.property(&ICalendarProperty::Trigger)?.values[0] {
            ICalendarValue::Duration(duration) => Some(duration.as_seconds() / 3600),
            _ => None,
        })
        .collect();
    assert_eq!(
        hours,
        [-30 * 24 + 9, -7 * 24 + 9, 9],
        "at nine, thirty and seven days before and on the day; each once"
    );
}

/// A text as calendars keep it: one kind of line break, no other control characters.
fn kept(text: &str) -> String {
    let breaks = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    breaks.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}

fn check_text(text: &str) {
    let entry = CalendarEntry {
        summary: format!("S{text}"),
        description: format!("{text}."),
        categories: vec![format!("{text}!"), "Notice".to_owned()],
        ..notice("2028-02-28")
    };
    let written = write_calendar(&[entry], moment("2026-11-22T18:00:00Z"));
    for line in written.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} bytes in {line:?}", line.len());
        assert!(!line.contains(['\r', '\n']), "a line break of its own in {line:?}");
    }
    let found = events(&written);
    assert_eq!(found.len(), 1, "one event, whatever {text:?} says");
    assert_eq!(text_of(&found[0], &ICalendarProperty::Summary), kept(&format!("S{text}")), "{text:?}");
    assert_eq!(text_of(&found[0], &ICalendarProperty::Description), kept(&format!("{text}.")), "{text:?}");
    let calendar = Calendar::from_str(&written).expect("the other reader takes it too");
    let event = calendar.events().next().expect("an event");
    assert_eq!(
        event.get_end(),
        Some(DatePerhapsTime::Date(day("2028-02-29"))),
        "the leap day is the next one"
    );
    assert_eq!(event.get_description(), Some(kept(&format!("{text}.")).as_str()), "{text:?}");
    let categories = event.get_categories().unwrap_or_default();
    assert_eq!(categories, [kept(&format!("{text}!")).trim(), "Notice"], "{text:?}");
}

#[test]
fn every_text_is_read_as_it_was_written() {
    for text in NASTY {
        check_text(text);
    }
}

proptest! {
    #[test]
    fn any_text_is_read_as_it_was_written(texts in vec(words(Wording::Any), 0..6)) {
        check_text(&texts.concat());
    }
}
