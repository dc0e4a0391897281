//! What the records mean: is it the client, is it us, or is it the offering.
//!
//! The method is told for people in `docs/method.md`; here it is arithmetic. Nothing is read or stored and there
//! is no clock: the same [`Portfolio`] gives the same [`Judgement`].
//!
//! [`judge`] is the door; [`Ongoing`] is the same door kept open while records are added, and [`themes()`] shows who
//! complains about what. Judging replays the months ([`Flags`] must not flap), asks what the other clients teach
//! (the priors), and decides. What a person reads leaves this crate as a [`ReasonKey`] with arguments and the ids of
//! the records behind it, never as a sentence.
#![warn(missing_docs)]

mod assess;
mod complaints;
pub mod constants;
mod course;
mod decide;
mod delivery;
mod error;
mod evidence;
mod flags;
mod history;
mod judgement;
mod known;
mod matrix;
mod month;
mod ongoing;
mod order;
mod parse;
mod portfolio;
mod priors;
mod probabilities;
mod reason_parts;
mod reasons;
mod reckoning;
mod replay;
mod settings;
mod standing;
mod tallies;
mod themes;
mod walk;
mod weigh;

pub use decide::Verdict;
pub use error::VerdictError;
pub use evidence::Evidence;
pub use flags::Flags;
pub use history::{MonthEnd, judge, judge_history};
pub use judgement::{
    ClientVerdict, GoodRatings, Judgement, PortfolioOutcome, PortfolioVerdict, SharedTheme, ThemeCandidate,
};
pub use matrix::{ThemeClient, ThemeStanding, themes};
pub use ongoing::Ongoing;
pub use portfolio::{
    Client, Complaint, Deliverable, Obligation, Outcome, Portfolio, Rating, Scale, Signal, SignalKind,
};
pub use reasons::{Argument, Reason, ReasonKey, Reasons, RecordKind, RecordRef};
pub use settings::Settings;
