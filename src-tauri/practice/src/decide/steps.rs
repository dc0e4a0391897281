//! What the records show of each step before a decision.
use chrono::{Days, NaiveDate};
use kindly_records::{
    ClientId, Conversation, DecisionKind, Deliverable, Improvement, Kept, Kind, LetterKind, Outcome,
    RequestAnswer, SaidBy,
};

use super::view::{DecideLine, DecideStep};
use crate::{
    books::Books,
    standing::{LineState, Lined, RecordLink, line, link, number, same_theme},
};

/// For so long a miss of ours asks to be talked about.
const OWN_SIDE_DAYS: u64 = 365;

/// The letters that tell a client what is needed of them; one that was sent is the warning.
const TELL_WHAT_WE_NEED: &[LetterKind] = &[
    LetterKind::ResponsibilityReminder,
    LetterKind::Boundary,
    LetterKind::PaymentNotice,
    LetterKind::Pause,
    LetterKind::FinalNotice,
];

pub(super) fn lines(books: &Books, client: ClientId, today: NaiveDate) -> Vec<DecideLine> {
    let on_record = OnRecord { books, client, today };
    vec![
        on_record.own_side(),
        on_record.asked(),
        on_record.listened(),
        on_record.explained(),
        on_record.changed(),
        on_record.told_needs(),
        on_record.offered_change(),
    ]
}

struct OnRecord<'a> {
    books: &'a Books,
    client: ClientId,
    today: NaiveDate,
}

impl OnRecord<'_> {
    /// Nothing of ours is open, and since our last miss something was said or changed.
    fn own_side(&self) -> DecideLine {
        let since = self.today.checked_sub_days(Days::new(OWN_SIDE_DAYS)).unwrap_or(self.today);
        let missed = |record: &Deliverable| {
            matches!(record.outcome, Outcome::Late | Outcome::Rejected | Outcome::Partial)
                && (since..=self.today).contains(&record.dated())
        };
        let overdue = |record: &Deliverable| record.outcome == Outcome::Pending && record.due_on < self.today;
        let all = self.books.deliverables.of_client(self.client);
        let last_miss = all.iter().filter(|kept| missed(&kept.record)).map(|kept| kept.record.dated()).max();
        let open = all.iter().filter(|kept| overdue(&kept.record)).count() + self.unanswered();
        let records = self.links(all, |record| missed(record) || overdue(record));
        let talked = self.talks(|talk| !talk.explained.trim().is_empty() || !talk.changed.trim().is_empty());
        let put_right = last_miss.is_none_or(|miss| {
            talked.iter().any(|talk| talk.on >= miss)
                || self.improvements().any(|kept| kept.record.begins() >= miss)
        });
        DecideLine { open: number(open), ..Self::line(DecideStep::OwnSide, records, open == 0 && put_right) }
    }

    fn asked(&self) -> DecideLine {
        let mut records = self.talks(|talk| !talk.asked.trim().is_empty());
        records.extend(
            self.links(self.books.check_ins.of_client(self.client), |record| record.said_by == SaidBy::Them),
        );
        records.extend(self.links(self.books.check_in_requests.of_client(self.client), |_| true));
        let done = !records.is_empty();
        Self::line(DecideStep::Asked, records, done)
    }

    fn listened(&self) -> DecideLine {
        let mut records = self.talks(|_| true);
        records.extend(self.links(self.books.complaints.of_client(self.client), |record| {
            record.answered_on.or(record.resolved_on).is_some()
        }));
        let open = self.unanswered();
        let done = !records.is_empty() && open == 0;
        DecideLine { open: number(open), ..Self::line(DecideStep::Listened, records, done) }
    }

    fn explained(&self) -> DecideLine {
        let mut records = self.talks(|talk| !talk.explained.trim().is_empty());
        records.extend(self.sent(&[LetterKind::OurWay, LetterKind::ComplaintReply]));
        let done = !records.is_empty();
        Self::line(DecideStep::Explained, records, done)
    }

    fn changed(&self) -> DecideLine {
        let mut records = self.talks(|talk| !talk.changed.trim().is_empty());
        records.extend(self.improvements().filter(|kept| kept.record.done_on.is_some()).map(|kept| {
            RecordLink {
                kind: Kind::Improvement,
                id: kept.id.to_string(),
                client: self.client,
                client_name: self.books.name(self.client).to_owned(),
                on: kept.record.begins(),
                title: kept.record.what.clone(),
                state: LineState::None,
            }
        }));
        let done = !records.is_empty();
        Self::line(DecideStep::Changed, records, done)
    }

    fn told_needs(&self) -> DecideLine {
        let records = self.sent(TELL_WHAT_WE_NEED);
        let done = !records.is_empty();
        Self::line(DecideStep::ToldNeeds, records, done)
    }

    fn offered_change(&self) -> DecideLine {
        let mut records = self.sent(&[LetterKind::NewTerms]);
        records.extend(self.links(self.books.decisions.of_client(self.client), |record| {
            matches!(record.what, DecisionKind::RaiseThePrice | DecisionKind::ChangeTheScope)
        }));
        records.extend(self.links(self.books.requests.of_client(self.client), |record| {
            record.answer == RequestAnswer::AgreedForPay
        }));
        let done = !records.is_empty();
        Self::line(DecideStep::OfferedChange, records, done)
    }

    fn unanswered(&self) -> usize {
        let complaints = self.books.complaints.of_client(self.client).iter();
        complaints
            .filter(|kept| {
                kept.record.answered_on.is_none()
                    && kept.record.resolved_on.is_none()
                    && kept.record.on <= self.today
            })
            .count()
    }

    /// What we changed because of something that this client complained about.
    fn improvements(&self) -> impl Iterator<Item = &Kept<Improvement>> {
        let complaints = self.books.complaints.of_client(self.client);
        self.books.improvements.iter().filter(move |kept| {
            kept.record.begins() <= self.today
                && complaints.iter().any(|complaint| same_theme(&complaint.record.theme, &kept.record.theme))
        })
    }

    fn talks(&self, wanted: impl Fn(&Conversation) -> bool) -> Vec<RecordLink> {
        self.links(self.books.conversations.of_client(self.client), wanted)
    }

    /// The letters of some kinds that were sent.
    fn sent(&self, kinds: &[LetterKind]) -> Vec<RecordLink> {
        self.links(self.books.letters.of_client(self.client), |letter| {
            kinds.contains(&letter.letter_kind) && letter.sent.is_some()
        })
    }

    fn links<R: Lined>(&self, kept: &[Kept<R>], wanted: impl Fn(&R) -> bool) -> Vec<RecordLink> {
        let wanted = kept.iter().filter(|kept| wanted(&kept.record));
        wanted
            .map(|kept| link(self.books, line(kept, self.today, 0)))
            .filter(|link| link.on <= self.today)
            .collect()
    }

    fn line(step: DecideStep, mut records: Vec<RecordLink>, done: bool) -> DecideLine {
        records.sort_by(|one, other| other.on.cmp(&one.on).then_with(|| other.id.cmp(&one.id)));
        DecideLine {
            step,
            done,
            count: number(records.len()),
            last_on: records.first().map(|record| record.on),
            open: 0,
            records,
        }
    }
}
