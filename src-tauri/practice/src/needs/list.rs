//! The list while it is being made.
use std::fmt::Display;

use chrono::NaiveDate;
use kindly_records::{Client, Kept, Kind};

use super::view::Need;
use crate::Message;

/// The list being made, for one client.
pub(super) struct List<'a> {
    pub(super) client: &'a Kept<Client>,
    pub(super) today: NaiveDate,
    pub(super) needs: &'a mut Vec<Need>,
}

impl List<'_> {
    /// Days since a day; below 0 it lies ahead.
    pub(super) fn days_since(&self, day: NaiveDate) -> i64 {
        (self.today - day).num_days()
    }

    /// Adds a line of a sort about a record. What is put off is put off by sort and record: a decision that was put
    /// off does not hide the notice that must go.
    pub(super) fn add(
        &mut self,
        sort: &str,
        on: NaiveDate,
        (kind, id): (Kind, impl Display),
        message: Message,
    ) {
        self.needs.push(Need {
            key: format!("{sort}:{id}"),
            on,
            days_left: (on - self.today).num_days(),
            message,
            client: Some(self.client.id),
            client_name: self.client.record.name.clone(),
            kind,
            id: id.to_string(),
        });
    }
}
