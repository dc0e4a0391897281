//! The kinds of letter.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kinds of letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// An agreement will not be renewed.
    RenewalRefusal,
    /// An enquiry is not taken on.
    ProspectDecline,
    /// A request for more scope, a discount, a rush or other terms of payment is declined.
    RequestDecline,
    /// Something they owe is late, and work waits for it.
    ResponsibilityReminder,
    /// Conduct that is not to happen again.
    Boundary,
    /// An agreement ends before its term, under a clause of it.
    EarlyTermination,
    /// Others who can help, named.
    Referral,
    /// Something went wrong on our side, and is put right.
    PutRight,
    /// A complaint is answered.
    ComplaintReply,
    /// These terms from a day on, or we part.
    NewTerms,
    /// An end that both sides have agreed on.
    MutualEnd,
    /// Invoices are beyond their terms.
    PaymentNotice,
    /// Work stops until something is paid.
    Pause,
    /// The last notice before the step that follows.
    FinalNotice,
    /// A way of working, explained.
    OurWay,
    /// All work is done: parting well.
    Closure,
}

impl LetterKind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [Self; 16] = [
        Self::RenewalRefusal,
        Self::ProspectDecline,
        Self::RequestDecline,
        Self::ResponsibilityReminder,
        Self::Boundary,
        Self::EarlyTermination,
        Self::Referral,
        Self::PutRight,
        Self::ComplaintReply,
        Self::NewTerms,
        Self::MutualEnd,
        Self::PaymentNotice,
        Self::Pause,
        Self::FinalNotice,
        Self::OurWay,
        Self::Closure,
    ];

    /// The name in commands and files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RenewalRefusal => "renewal_refusal",
            Self::ProspectDecline => "prospect_decline",
            Self::RequestDecline => "request_decline",
            Self::ResponsibilityReminder => "responsibility_reminder",
            Self::Boundary => "boundary",
            Self::EarlyTermination => "early_termination",
            Self::Referral => "referral",
            Self::PutRight => "put_right",
            Self::ComplaintReply => "complaint_reply",
            Self::NewTerms => "new_terms",
            Self::MutualEnd => "mutual_end",
            Self::PaymentNotice => "payment_notice",
            Self::Pause => "pause",
            Self::FinalNotice => "final_notice",
            Self::OurWay => "our_way",
            Self::Closure => "closure",
        }
    }

    /// The kind of that name; hyphens count as underscores.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().replace('-', "_");
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known_by_the_name_that_files_use() {
        for kind in LetterKind::ALL {
            let written = serde_json::to_value(kind).expect("a kind is a word");
            assert_eq!(written, kind.name(), "commands and files call it the same");
            assert_eq!(LetterKind::from_name(kind.name()), Some(kind), "and it is found by that name");
        }
        assert_eq!(LetterKind::from_name("new-terms"), Some(LetterKind::NewTerms), "hyphens do not matter");
        assert_eq!(LetterKind::from_name("reproach"), None, "others are none");
    }
}
