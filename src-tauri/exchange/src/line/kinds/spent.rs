//! Time on the work, and attention beside it.
use kindly_records::{Kind, fields::Shape};

use super::ON_A_DAY;
use crate::line::{
    reading::Reading,
    understood::Role,
    words::{BILLABLE, ON},
};

pub(super) fn time(reading: &mut Reading<'_>) {
    reading.adds(Kind::TimeEntry);
    reading.duration("seconds", Shape::Seconds);
    reading.days(ON_A_DAY);
    if let Some(billable) = reading.option("billable", BILLABLE) {
        reading.set("billable", billable == "yes");
    }
    reading.engagement();
    reading.reference("deliverable", Kind::Deliverable, ON, false);
    reading.rest("what", Role::Words);
}

pub(super) fn attention(reading: &mut Reading<'_>) {
    reading.adds(Kind::Attention);
    reading.duration("minutes", Shape::Minutes);
    reading.days(ON_A_DAY);
    reading.rest("what", Role::Words);
}
