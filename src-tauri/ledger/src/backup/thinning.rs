//! Which backups go with time: near ones are kept close together, far ones far apart.
use std::path::Path;

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::{Backup, folder};
use crate::LedgerError;

/// All of these last days are kept.
const ALL: TimeDelta = TimeDelta::days(2);
/// Before that the newest of each of so many days, then of so many weeks, then of so many months.
const DAYS: usize = 12;
const WEEKS: usize = 10;
const MONTHS: usize = 9;

/// Removes the backups whose time has come, and returns them. Only those are counted and removed that are whole by their
/// manifests; what is broken stays for somebody to look at.
///
/// # Errors
/// What the disk refuses.
pub fn thin(folder: &Path, now: DateTime<Utc>) -> Result<Vec<Backup>, LedgerError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let _writing = folder::hold(folder)?;
    let whole = folder::whole(folder)?;
    let times: Vec<_> = whole.iter().map(|backup| backup.manifest.made_at).collect();
    let mut going = vec![false; whole.len()];
    for place in thin_out(&times, now) {
        going[place] = true;
    }
    let gone: Vec<Backup> =
        whole.into_iter().zip(going).filter_map(|(backup, going)| going.then_some(backup)).collect();
    gone.iter().try_for_each(folder::remove)?;
    folder::tidy(folder)?;
    Ok(gone)
}

/// The places of those that go: all of two days are kept, and before that the newest of each of twelve days, then of ten
/// weeks, then of nine months that have any. Days without a backup count for nothing, so that a long holiday takes none.
/// Days are those of UTC; weeks begin on Monday, and belong to the month in which they begin, so that thinning often
/// leaves what thinning once would leave.
///
/// Where the clock was set back, some lie in the future: these are thinned by themselves, by how far off they are, and
/// never stand in the way of those that are made now. The newest never goes, nor the newest before now.
pub fn thin_out(times: &[DateTime<Utc>], now: DateTime<Utc>) -> Vec<usize> {
    let (past, future): (Vec<usize>, Vec<usize>) = (0..times.len()).partition(|place| times[*place] <= now);
    let mut keep = vec![false; times.len()];
    for side in [past, future] {
        let mut side = side;
        // The newest first, which is always kept; of the future, this is the farthest.
        side.sort_by_key(|place| (std::cmp::Reverse(times[*place]), std::cmp::Reverse(*place)));
        kept(times, now, &side, &mut keep);
    }
    (0..times.len()).filter(|place| !keep[*place]).collect()
}

fn kept(times: &[DateTime<Utc>], now: DateTime<Utc>, side: &[usize], keep: &mut [bool]) {
    let mut rest = Vec::new();
    for place in side {
        if (now - times[*place]).abs() <= ALL {
            keep[*place] = true;
        } else {
            rest.push(*place);
        }
    }
    let day = |at: DateTime<Utc>| i64::from(at.num_days_from_ce());
    let week = |at: DateTime<Utc>| (i64::from(at.num_days_from_ce()) - 1).div_euclid(7);
    let month = |at: DateTime<Utc>| {
        let monday = at.date_naive() - TimeDelta::days(i64::from(at.weekday().num_days_from_monday()));
        i64::from(monday.year()) * 12 + i64::from(monday.month0())
    };
    rest = newest_of_each(times, &rest, keep, DAYS, day);
    rest = newest_of_each(times, &rest, keep, WEEKS, week);
    newest_of_each(times, &rest, keep, MONTHS, month);
}

/// Keeps the newest of each of so many spans of time, and returns those that lie before all of them.
fn newest_of_each(
    times: &[DateTime<Utc>],
    newest_first: &[usize],
    keep: &mut [bool],
    most: usize,
    span: impl Fn(DateTime<Utc>) -> i64,
) -> Vec<usize> {
    let (mut spans, mut last, mut rest) = (0, None, Vec::new());
    for place in newest_first {
        let of = span(times[*place]);
        if last == Some(of) {
            continue;
        }
        if spans == most {
            rest.push(*place);
            continue;
        }
        keep[*place] = true;
        (last, spans) = (Some(of), spans + 1);
    }
    rest
}
