//! Sentences about the practice as a whole: offering or fit, worth, trust, enquiries and renewals. Like messages they
//! are keys with arguments; unlike them they are never kept.
use chrono::NaiveDate;
use kindly_records::Money;
use serde::Serialize;
use ts_rs::TS;

use super::Fell;
use crate::trust::TrustFigureId;

/// What past clients had in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Trait {
    /// They asked for a concession, or pressed on the price, within the first 90 days.
    AskedForDiscountEarly,
    /// The first thing they owed came late.
    FirstObligationLate,
    /// The first invoice was paid late.
    FirstInvoiceLate,
    /// Nothing was written down about what success means to them.
    NoSuccessDefined,
    /// They are paid for in a way.
    FeeModel {
        /// The fee model's name.
        name: String,
    },
    /// They are in a group of the user's.
    Tag {
        /// The group.
        name: String,
    },
}

/// A sentence by key. Shares are 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "key", rename_all = "snake_case")]
pub enum Sentence {
    /// Too few clients were asked to tell.
    OfferingTooFew {
        /// Clients with two check-ins or more.
        rated: u32,
        /// How many are needed.
        needed: u32,
    },
    /// It is the offering.
    OfferingIsIt {
        /// Clients likely unhappy although we delivered.
        affected: u32,
        /// Clients with two check-ins or more.
        rated: u32,
        /// The theme that most share, where one is shared.
        theme: Option<String>,
    },
    /// It is our delivery.
    OfferingOurDelivery {
        /// Clients whose unhappiness our misses explain.
        ours: u32,
        /// Clients who are never happy.
        never_happy: u32,
        /// Clients with two check-ins or more.
        rated: u32,
    },
    /// The offering holds; it is the fit.
    OfferingFit {
        /// Clients who are never happy.
        never_happy: u32,
        /// Clients with two check-ins or more.
        rated: u32,
    },
    /// The offering holds, and nobody stands out.
    OfferingFine {
        /// Clients with two check-ins or more.
        rated: u32,
    },
    /// Our own record fell.
    OwnRecordFell {
        /// Which part.
        fell: Fell,
    },
    /// So many are out of balance that our terms may be the cause.
    ManyOutOfBalance {
        /// How many.
        clients: u32,
        /// Of how many.
        of: u32,
    },
    /// So many ask for more than was agreed that our box may be too small.
    ManyAskForExtras {
        /// How many.
        clients: u32,
        /// Of how many.
        of: u32,
    },

    /// More clients share a theme than chance explains.
    ThemeShared {
        /// Clients who complained of it although we had delivered.
        clients: u32,
        /// Clients with such complaints on anything.
        complaining: u32,
    },
    /// It is one client's.
    ThemeOne,
    /// Several share it, and chance alone may do that.
    ThemeByChance {
        /// Clients who complained of it although we had delivered.
        clients: u32,
        /// How many are needed to tell.
        needed: u32,
    },
    /// It came after something that we missed.
    ThemeAfterMissed {
        /// How many clients.
        clients: u32,
    },

    /// Nothing can be compared.
    WorthNothing,
    /// From most to least an hour.
    WorthRange {
        /// Who brings most.
        most: String,
        /// How much an hour.
        most_rate: Money,
        /// Who brings least.
        least: String,
        /// How much an hour.
        least_rate: Money,
        /// The median.
        median: Money,
    },
    /// The cut can be borne.
    PriceCutBear {
        /// The rate after it.
        rate_after: Money,
        /// The rate below which parting is better.
        part_below: Money,
        /// The largest cut before that, 0 to 1.
        largest_cut: f64,
    },
    /// Parting is better.
    PriceCutPart {
        /// The rate after it.
        rate_after: Money,
        /// The rate below which parting is better.
        part_below: Money,
        /// The largest cut before that, 0 to 1.
        largest_cut: f64,
    },

    /// It is we who got worse.
    TrustWorse {
        /// In what.
        figures: Vec<TrustFigureId>,
    },
    /// We got better, and worse in nothing.
    TrustBetter {
        /// In what.
        figures: Vec<TrustFigureId>,
    },
    /// We are as we were.
    TrustSame,
    /// Too little is recorded to tell.
    TrustTooFew,

    /// There are no criteria yet.
    FitNoCriteria,
    /// It fits.
    FitGood {
        /// Criteria met.
        met: u32,
        /// Criteria answered.
        answered: u32,
    },
    /// It may fit.
    FitPossible {
        /// Criteria met.
        met: u32,
        /// Criteria answered.
        answered: u32,
    },
    /// It does not fit, by what decides.
    FitBroken {
        /// The statements that decide.
        names: Vec<String>,
    },
    /// It does not fit, by weight.
    FitPoor {
        /// Criteria met.
        met: u32,
        /// Criteria answered.
        answered: u32,
    },
    /// What decides is not known yet.
    FitAskFirst {
        /// How many criteria are open.
        unknown: u32,
    },
    /// A trait went with going badly, or well.
    TraitTold {
        /// The trait.
        #[serde(rename = "trait")]
        of: Trait,
        /// Whether it went with going badly.
        warns: bool,
        /// Clients with it that went so.
        with: u32,
        /// All clients with it.
        with_all: u32,
        /// Clients without it that went so.
        without: u32,
        /// All clients without it.
        without_all: u32,
    },

    /// Nothing ends in the next twelve months.
    RenewalsNone,
    /// What comes next, and what is undecided.
    RenewalsNext {
        /// Agreements that end or renew within twelve months.
        count: u32,
        /// Those without a decision.
        undecided: u32,
        /// Whose is first to be decided.
        client: String,
        /// The day by which.
        by: NaiveDate,
    },
    /// All that ends is decided.
    RenewalsDecided {
        /// Agreements that end or renew within twelve months.
        count: u32,
    },
}
