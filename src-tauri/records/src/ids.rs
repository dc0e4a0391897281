//! Typed ids. Each is a UUID version 7: it sorts by the time it was made, and two machines never collide.
use std::{fmt, str::FromStr};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::{Builder, Uuid};

/// What every typed id can do, so that storage and commands can be written once.
pub trait RecordId: Copy + Eq + fmt::Display + From<Uuid> + Into<Uuid> {}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(Uuid);

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(out)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl RecordId for $name {}
    )+};
}

ids! {
    /// Names a client or prospect.
    ClientId,
    /// Names what a prospect asked for.
    EnquiryId,
    /// Names an agreement with a client.
    EngagementId,
    /// Names something we owe a client.
    DeliverableId,
    /// Names one answer about satisfaction.
    CheckInId,
    /// Names something a client owes us.
    ObligationId,
    /// Names an invoice.
    InvoiceId,
    /// Names something given away.
    ConcessionId,
    /// Names an incident of conduct.
    IncidentId,
    /// Names a complaint.
    ComplaintId,
    /// Names a letter.
    LetterId,
    /// Names a word of praise.
    PraiseId,
    /// Names a payment.
    PaymentId,
    /// Names a stretch of work.
    TimeEntryId,
    /// Names a talk.
    ConversationId,
    /// Names something asked for beyond the agreement.
    RequestId,
    /// Names attention that a client took.
    AttentionId,
    /// Names a decision.
    DecisionId,
    /// Names an ending.
    EndingId,
    /// Names somebody to refer to.
    ReferralContactId,
    /// Names a document.
    DocumentId,
    /// Names something that comes again.
    TemplateId,
    /// Names something that was put off.
    SnoozeId,
    /// Names a letter that others begin from.
    LetterTemplateId,
    /// Names a change of our own.
    ImprovementId,
    /// Names a question that went out.
    CheckInRequestId,
    /// Names a criterion of fit.
    FitCriterionId,
}

/// Makes ids that ascend in the order in which they are asked for.
#[derive(Debug, Clone)]
pub struct IdSource {
    millis: u64,
    count: u64,
    /// `None`: random, for the records of real life. `Some`: the same ids every time, for the sample practice.
    seed: Option<u64>,
}

impl IdSource {
    /// Random ids of the given moment.
    #[must_use]
    pub fn at(moment: DateTime<Utc>) -> Self {
        Self { millis: millis(moment), count: 0, seed: None }
    }

    /// Ids that depend on nothing but the seed and the moment.
    #[must_use]
    pub fn seeded(seed: u64, moment: DateTime<Utc>) -> Self {
        Self { millis: millis(moment), count: 0, seed: Some(seed) }
    }

    /// The next id. The first 12 random bits of a version 7 UUID hold a counter, so that ids of one source sort in
    /// the order in which they were made; past 4,096 of them the millisecond moves on.
    #[expect(
        clippy::should_implement_trait,
        reason = "one source makes ids of several types, so it is no iterator"
    )]
    pub fn next<Id: From<Uuid>>(&mut self) -> Id {
        let mut bytes = match self.seed {
            None => *Uuid::new_v4().as_bytes(),
            Some(seed) => {
                let low = mixed(seed ^ mixed(self.count));
                (u128::from(low) << 64 | u128::from(mixed(low))).to_be_bytes()
            }
        };
        let (tick, counter) = (self.count >> 12, self.count & 0xfff);
        bytes[0] = u8::try_from(counter >> 8).unwrap_or_default();
        bytes[1] = u8::try_from(counter & 0xff).unwrap_or_default();
        self.count += 1;
        let random: &[u8; 10] = bytes.first_chunk().expect("sixteen bytes hold ten");
        Builder::from_unix_timestamp_millis(self.millis + tick, random).into_uuid().into()
    }
}

fn millis(moment: DateTime<Utc>) -> u64 {
    u64::try_from(moment.timestamp_millis()).unwrap_or_default()
}

/// `SplitMix64` (Steele, Lea, Flood 2014): spreads neighbouring numbers far apart.
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment() -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000, 0).expect("a moment in range")
    }

    #[test]
    fn ids_of_one_source_ascend_and_differ() {
        for mut source in [IdSource::at(moment()), IdSource::seeded(7, moment())] {
            let ids: Vec<ClientId> = (0..10_000).map(|_| source.next()).collect();
            assert!(ids.is_sorted(), "ids sort in the order in which they were made");
            assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "no two ids are the same");
            assert_eq!(Uuid::from(ids[0]).get_version_num(), 7, "the field's version for sortable ids");
        }
    }

    #[test]
    fn a_seed_gives_the_same_ids_again_and_another_seed_others() {
        let first: ClientId = IdSource::seeded(7, moment()).next();
        assert_eq!(first, IdSource::seeded(7, moment()).next(), "the sample has the same ids every time");
        assert_ne!(first, IdSource::seeded(8, moment()).next(), "another seed is another practice");
    }
}
