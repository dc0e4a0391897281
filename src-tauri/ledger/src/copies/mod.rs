//! Copies of one ledger: which is older, and where two went apart.
//!
//! Each entry of the journal holds the hash of the one before, so that two copies which agree on an entry agree on
//! all before it. What is erased leaves its hash behind: an erasure on one side does not make strangers of copies.
use chrono::{DateTime, Utc};

use crate::{Ledger, LedgerError};

pub mod seen;

/// How one ledger stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Both hold the same entries.
    Same,
    /// Ours holds all that theirs holds, and more.
    Ahead {
        /// How many entries more.
        by: i64,
    },
    /// Theirs holds all that ours holds, and more.
    Behind {
        /// How many entries more.
        by: i64,
    },
    /// They were the same once, and each has gone on by itself.
    Apart {
        /// The last entry that both hold.
        common: i64,
        /// When it was made: until then they were the same.
        since: Option<DateTime<Utc>>,
        /// How many entries only ours holds; at least one.
        ours: i64,
        /// How many entries only theirs holds; at least one.
        theirs: i64,
    },
    /// They never had an entry in common. Neither is empty: an empty ledger is the beginning of every other.
    Strangers,
}

/// How our ledger stands to theirs, by a search that looks at some twenty entries however many there are.
///
/// # Errors
/// Where the journal of one of them cannot be read.
pub fn relation(ours: &Ledger, theirs: &Ledger) -> Result<Relation, LedgerError> {
    let (ours, theirs) = (ours.reader(), theirs.reader());
    let (our_head, their_head) = (ours.head()?, theirs.head()?);
    let agree = |seq| {
        let hash = ours.hash_at(seq)?;
        Ok::<_, LedgerError>(hash.is_some() && hash == theirs.hash_at(seq)?)
    };
    // Entries up to `common` agree, those from `apart` on do not.
    let (mut common, mut apart) = (0, our_head.seq.min(their_head.seq) + 1);
    while apart - common > 1 {
        let middle = common + (apart - common) / 2;
        if agree(middle)? {
            common = middle;
        } else {
            apart = middle;
        }
    }
    let (only_ours, only_theirs) = (our_head.seq - common, their_head.seq - common);
    Ok(match (only_ours, only_theirs) {
        (0, 0) => Relation::Same,
        (by, 0) => Relation::Ahead { by },
        (0, by) => Relation::Behind { by },
        _ if common == 0 => Relation::Strangers,
        (only_ours, only_theirs) => {
            Relation::Apart { common, since: ours.entry_at(common)?, ours: only_ours, theirs: only_theirs }
        }
    })
}
