//! Putting a line off until a day, with a reason.
use std::collections::HashMap;

use chrono::NaiveDate;
use kindly_records::{ClientId, IdSource, Kept, Moment, RecordKind, Snooze, SnoozeId};

use super::{
    Needs,
    view::{Need, SnoozedNeed},
};
use crate::{Message, Practice, PracticeError, record::Done};

impl Practice {
    /// Puts a line off until a day on which it comes back. One that was put off already is put off anew.
    ///
    /// # Errors
    /// [`PracticeError::NotLater`] unless the day lies ahead, [`PracticeError::Record`] without a reason,
    /// [`PracticeError::Gone`] where the client is no longer there.
    pub fn snooze(
        &mut self,
        moment: Moment,
        key: &str,
        client: Option<ClientId>,
        until: NaiveDate,
        reason: &str,
    ) -> Result<Done, PracticeError> {
        if until <= moment.today {
            return Err(PracticeError::NotLater { day: until });
        }
        let snooze = Snooze { client, need: key.to_owned(), until, reason: reason.trim().to_owned() };
        snooze.check()?;
        let name = match client {
            Some(client) => self.client_named(client)?.record.name,
            None => String::new(),
        };
        let message = Message::DidSnooze { until, client: name };
        let mut ids = IdSource::at(moment.at);
        let id = self.ledger.transact(moment.at, message.label(), |changes| {
            let before = changes.all::<Snooze>()?.into_iter().find(|kept| kept.record.need == snooze.need);
            if let Some(Kept { id, .. }) = before {
                return changes.update(id, &snooze).map(|()| id);
            }
            let id: SnoozeId = ids.next();
            changes.insert(id, &snooze).map(|()| id)
        })?;
        Ok(Done { id: Some(id.to_string()), message })
    }

    /// What was put off and still waits, the soonest to come back first.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn snoozed(&self, moment: Moment) -> Result<Vec<SnoozedNeed>, PracticeError> {
        Ok(self.all_needs(moment)?.put_off)
    }
}

/// Parts what needs the user now from what was put off. A line that no longer needs them is in neither.
pub(super) fn split(needs: Vec<Need>, snoozes: &[Kept<Snooze>], today: NaiveDate) -> Needs {
    let mut asleep: HashMap<&str, &Kept<Snooze>> = HashMap::new();
    // By their days: of two for one line, as an import may bring, the later one stands.
    for kept in snoozes.iter().filter(|kept| kept.record.until > today) {
        asleep.insert(&kept.record.need, kept);
    }
    let (mut now, mut put_off) = (Vec::new(), Vec::new());
    for need in needs {
        match asleep.get(need.key.as_str()) {
            Some(Kept { id, record }) => put_off.push(SnoozedNeed {
                snooze: *id,
                need,
                until: record.until,
                reason: record.reason.clone(),
            }),
            None => now.push(need),
        }
    }
    put_off.sort_by_key(|line| line.until);
    Needs { now, put_off }
}
