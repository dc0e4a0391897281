//! What is given away.
use kindly_records::{Kind, fields::Shape};

use super::ON_A_DAY;
use crate::line::{
    reading::Reading,
    understood::{Ask, Role},
    words::{DISCOUNT, FREE_WORK, INITIATIVES},
};

pub(super) fn discount(reading: &mut Reading<'_>) {
    concession(reading);
    reading.set("what", DISCOUNT);
    reading.rest("reason", Role::Words);
}

pub(super) fn free(reading: &mut Reading<'_>) {
    concession(reading);
    if reading.said_as("what", Role::Words).is_none() {
        reading.set("what", FREE_WORK);
    }
    reading.said_as("reason", Role::Words);
}

fn concession(reading: &mut Reading<'_>) {
    reading.adds(Kind::Concession);
    reading.option("initiative", INITIATIVES);
    reading.days(ON_A_DAY);
    reading.duration("minutes", Shape::Minutes);
    reading.amount("amount", &[]);
    if !reading.has("amount") && !reading.has("minutes") {
        let choices = Vec::new();
        reading.asks.push(Ask::Missing { record: Kind::Concession, field: "amount", choices });
    }
    reading.engagement();
}
