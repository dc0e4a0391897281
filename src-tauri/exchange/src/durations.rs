//! Lengths of time as trackers and people write them.

const HOUR: u64 = 3_600;

/// Seconds from `1:30`, `1:30:00`, `1.5`, `1,5`, `1h 30m`, `90 min` or `1 h 30 min 20 s`; nothing where it is none of these.
///
/// A number alone is hours, with a decimal point or comma; parts of a second are rounded, a half upwards.
pub(crate) fn parse(text: &str) -> Option<u32> {
    let text = text.trim();
    let seconds = if text.contains(':') {
        clock(text)
    } else if text.contains(|c: char| c.is_alphabetic()) {
        units(text)
    } else {
        scaled(text, HOUR)
    };
    seconds.and_then(|seconds| u32::try_from(seconds).ok())
}

/// `H:MM` or `H:MM:SS`, with as many digits of hours as it takes.
fn clock(text: &str) -> Option<u64> {
    let mut parts = text.split(':');
    let hours = digits(parts.next()?, 5)?;
    let sixty = |part: &str| (part.len() == 2).then(|| digits(part, 2)).flatten().filter(|value| *value < 60);
    let minutes = sixty(parts.next()?)?;
    let seconds = parts.next().map_or(Some(0), sixty)?;
    parts.next().is_none().then_some(hours * HOUR + minutes * 60 + seconds)
}

/// Numbers with their units, the greater first.
fn units(text: &str) -> Option<u64> {
    let mut rest = text.to_lowercase();
    let mut total = 0_u64;
    let mut last = u64::MAX;
    while !rest.trim().is_empty() {
        let from_number = rest.trim_start();
        let unit_at = from_number.find(char::is_alphabetic)?;
        let (number, from_unit) = from_number.split_at(unit_at);
        let end = from_unit.find(|c: char| !c.is_alphabetic()).unwrap_or(from_unit.len());
        let (unit, left) = from_unit.split_at(end);
        let worth = match unit {
            "h" | "hr" | "hrs" | "hour" | "hours" | "std" => HOUR,
            "m" | "min" | "mins" | "minute" | "minutes" => 60,
            "s" | "sec" | "secs" | "second" | "seconds" => 1,
            _ => return None,
        };
        if worth >= last {
            return None;
        }
        last = worth;
        total = total.checked_add(scaled(number, worth)?)?;
        rest = left.to_owned();
    }
    (last != u64::MAX).then_some(total)
}

/// A plain decimal number times a whole one, rounded half upwards.
fn scaled(text: &str, by: u64) -> Option<u64> {
    let text = text.trim();
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole = if whole.is_empty() { 0 } else { digits(whole, 7)? };
    // More than nine decimals of an hour are finer than a second by far.
    let fraction = if fraction.bytes().all(|byte| byte.is_ascii_digit()) { fraction } else { return None };
    let kept = &fraction[..fraction.len().min(9)];
    let scale = 10_u64.pow(u32::try_from(kept.len()).unwrap_or(9));
    let part = if kept.is_empty() { 0 } else { digits(kept, 9)? };
    Some(whole * by + (part * by * 2 + scale) / (scale * 2))
}

fn digits(text: &str, most: usize) -> Option<u64> {
    let plain = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read_in_every_form_or_refused() {
        let check = |text: &str, expected: Option<u32>| assert_eq!(parse(text), expected, "{text:?}");
        check("01:30:00", Some(5_400));
        check("1:30", Some(5_400));
        check("100:00:01", Some(360_001));
        check("0.25", Some(900));
        check("1,5", Some(5_400));
        check("0.33", Some(1_188));
        check("1.2345678912345", Some(4_444));
        check(".5", Some(1_800));
        check("8", Some(28_800));
        check("0", Some(0));
        check("1h 30m", Some(5_400));
        check("1h30", None);
        check("1.5h", Some(5_400));
        check("90 min", Some(5_400));
        check("1 hour 1 minute 1 second", Some(3_661));
        check("30m 1h", None);
        check("1:60", None);
        check("1:5", None);
        check("-1.5", None);
        check("1.234,5", None);
        check("1e3", None);
        check("lunch", None);
        check("", None);
        check(".", None);
        check("99999999", None);
        check("9999999", None);
    }
}
