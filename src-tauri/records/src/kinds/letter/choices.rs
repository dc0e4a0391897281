//! What the user chose for a letter, beside the facts that its records state.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What becomes of the papers that a prospect sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Papers {
    /// There were none.
    #[default]
    None,
    /// They come back.
    Returned,
    /// They were deleted.
    Deleted,
}

/// How a letter that ends an agreement says thanks. Each is to be chosen only where it is true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Thanks {
    /// For the work done together.
    #[default]
    WorkTogether,
    /// The same, since the month of the agreement.
    Since,
    /// For the trust.
    Trust,
    /// For the way one was received.
    Hospitality,
    /// No thanks.
    None,
}

/// A short neutral reason. None is given by default, and that is advised: a reason invites debate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterReason {
    /// The work moves to another field (refusal to renew).
    OtherField,
    /// There will be fewer engagements (refusal to renew).
    FewerEngagements,
    /// The practice closes (refusal to renew).
    ClosingPractice,
    /// There is not the time that the work deserves (both kinds).
    NotTheTimeItNeeds,
    /// It is not our field (decline).
    OutsideMyField,
    /// It needs more than one person (decline).
    NeedsATeam,
    /// Other commitments stand (decline).
    OtherCommitments,
}

/// Somebody named as an alternative.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ReferredPerson {
    /// Their name.
    pub name: String,
    /// What they work in, as it would stand after "works in"; may be empty.
    pub field: String,
}

/// What the user chose for a letter, beside the facts that its records state. What a kind does not use stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a box that a person ticks on the letter's form")]
pub struct LetterChoices {
    /// A reason from the list; `None` by default.
    pub reason: Option<LetterReason>,
    /// A reason in the user's own words, in place of one from the list (decline only).
    pub reason_line: String,
    /// How thanks are said (refusal to renew).
    pub thanks: Thanks,
    /// People named as an alternative, three at most.
    pub referral: Vec<ReferredPerson>,
    /// The client's details were passed on to them.
    pub details_passed_on: bool,
    /// The client consented to that.
    pub client_consented: bool,
    /// The day by which files are handed over (refusal to renew).
    pub handover_by: Option<NaiveDate>,
    /// Ask to confirm receipt, and who should have the files (refusal to renew).
    pub ask_confirm_receipt: bool,
    /// The user confirmed that the letter goes although the day of notice has passed, or is not known.
    pub notice_override: bool,
    /// The day of notice has passed, and the letter gives notice for the end after the next.
    pub for_following_end: bool,
    /// The prospect should ask others soon (decline).
    pub time_may_matter: bool,
    /// Say that nothing is owed (decline).
    pub nothing_owed: bool,
    /// There was a call, for which nothing is owed (decline).
    pub after_call: bool,
    /// What becomes of papers (decline).
    pub papers: Papers,
}

impl Default for LetterChoices {
    /// Nothing is said that was not chosen; receipt is asked for, since a notice must be known to have arrived.
    fn default() -> Self {
        Self {
            reason: None,
            reason_line: String::new(),
            thanks: Thanks::default(),
            referral: Vec::new(),
            details_passed_on: false,
            client_consented: false,
            handover_by: None,
            ask_confirm_receipt: true,
            notice_override: false,
            for_following_end: false,
            time_may_matter: false,
            nothing_owed: false,
            after_call: false,
            papers: Papers::default(),
        }
    }
}
