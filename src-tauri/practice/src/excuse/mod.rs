//! Excusing a deliverable by what it waited for: the dates propose it, the user decides.
mod view;

use chrono::NaiveDate;
use kindly_records::{
    Deliverable, DeliverableId, Kept, Kind, Moment, Obligation, ObligationId, Outcome, RecordKind,
};

use crate::{Message, Practice, PracticeError, record::Done};

pub use view::ExcuseProposal;

/// What came more than this many days before a deliverable was due left time enough for it.
const TIME_ENOUGH_DAYS: i64 = 30;

impl Practice {
    /// Says that a deliverable waited for an obligation. One that was late, or is overdue, is excused by it; how any
    /// other turned out stays as it is.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where one of them is no longer there, the ledger's own where they are not the same
    /// client's.
    pub fn excuse(
        &mut self,
        moment: Moment,
        deliverable: DeliverableId,
        obligation: ObligationId,
    ) -> Result<Done, PracticeError> {
        let reader = self.ledger.reader();
        let gone = |kind| PracticeError::Gone { kind };
        let kept = reader.get::<Deliverable>(deliverable)?.ok_or(gone(Kind::Deliverable))?.record;
        let owed = reader.get::<Obligation>(obligation)?.ok_or(gone(Kind::Obligation))?.record;
        let client = self.client_named(kept.client)?.record.name;
        let message = Message::DidExcuse { title: kept.title(), owed: owed.title(), client };
        let outcome = if is_late(&kept, moment.today) { Outcome::Excused } else { kept.outcome };
        let excused = Deliverable { waits_for: Some(obligation), outcome, ..kept };
        self.ledger.transact(moment.at, message.label(), |changes| changes.update(deliverable, &excused))?;
        Ok(Done { id: Some(deliverable.to_string()), message })
    }
}

/// The late deliverables of a client that seem to have waited for something they owed, each with what was due last
/// before it. An obligation is a reason where it belongs to the same agreement, was due before the deliverable, came
/// late or is still owed, and came neither after the deliverable nor in good time for it.
pub(crate) fn proposals(
    deliverables: &[Kept<Deliverable>],
    obligations: &[Kept<Obligation>],
    today: NaiveDate,
) -> Vec<ExcuseProposal> {
    let mut late: Vec<&Kept<Obligation>> =
        obligations.iter().filter(|kept| came_late(&kept.record, today)).collect();
    late.sort_by_key(|kept| (kept.record.due_on, kept.id));
    let proposal = |deliverable: &Kept<Deliverable>| {
        let Kept { id, record } = deliverable;
        let before = late.partition_point(|kept| kept.record.due_on < record.due_on);
        let reason = late[..before].iter().rev().find(|kept| held_up(&kept.record, record, today))?;
        Some(ExcuseProposal {
            deliverable: *id,
            title: record.title.clone(),
            due_on: record.due_on,
            delivered_on: record.delivered_on,
            obligation: reason.id,
            owed: reason.record.title.clone(),
            owed_by: reason.record.due_on,
            came_on: reason.record.met_on,
        })
    };
    let mut proposals: Vec<ExcuseProposal> = deliverables
        .iter()
        .filter(|kept| kept.record.waits_for.is_none() && is_late(&kept.record, today))
        .filter_map(proposal)
        .collect();
    proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.due_on));
    proposals
}

/// Whether a deliverable was late by what is recorded, or is overdue.
fn is_late(deliverable: &Deliverable, today: NaiveDate) -> bool {
    match deliverable.outcome {
        Outcome::Late => true,
        Outcome::Pending => deliverable.due_on < today,
        Outcome::Met | Outcome::Partial | Outcome::Rejected | Outcome::Excused => false,
    }
}

/// Whether an obligation came after its day, or its day has passed without it.
fn came_late(obligation: &Obligation, today: NaiveDate) -> bool {
    obligation.met_on.unwrap_or(today) > obligation.due_on
}

fn held_up(obligation: &Obligation, deliverable: &Deliverable, today: NaiveDate) -> bool {
    let same_agreement = match (obligation.engagement, deliverable.engagement) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    let handed_over = deliverable.delivered_on.unwrap_or(today);
    let went_without = obligation.met_on.is_some_and(|day| day > handed_over);
    let came = obligation.met_on.unwrap_or(today);
    let time_enough = (deliverable.due_on - came).num_days() > TIME_ENOUGH_DAYS;
    same_agreement && !went_without && !time_enough
}
