//! What to say: the kinds of letter, their words and the facts they need.
//!
//! A [`LetterSpec`] states a letter: its kind, its people, its date and the facts of its kind. [`compose`] turns it
//! into a [`Draft`], paragraph by paragraph in the order that the kind asks for; [`checks`] says what an edited draft
//! lost; [`finish`] hands it to the page, [`as_email`] to the clipboard.
//!
//! A new kind is a file in `kinds/` (its facts, its needs, the order of its parts) and a block in each file of `words/`;
//! a new language is a file in `words/` and a variant of [`Language`]. What a country writes otherwise than its language
//! lies over it, key by key.
//!
//! The crate is pure: it reads no file and no clock, and it knows no ledger.
#![warn(missing_docs)]

mod bounds;
mod checks;
mod compose;
mod convention;
mod email;
mod error;
mod fact;
mod kinds;
mod mention;
mod noun;
mod parse;
mod question;
mod spec;
mod stated;
mod to_page;
mod typography;
mod unique;
mod words;

pub use checks::{Finding, MustHave, checks, must_haves};
pub use compose::{Draft, FactShown, Paragraph, Part, compose};
pub use email::{Email, as_email};
pub use error::{DateOf, LackingWords, LetterError};
pub use fact::{EnterIn, FactKey, MissingFact};
pub use kinds::prospect_decline::{Papers, ProspectDecline, ProspectReason};
pub use kinds::referral::{Referral, ReferredPerson};
pub use kinds::renewal_refusal::{
    Delivery, Invoice, Notice, NoticeCounts, NoticeForm, RenewalReason, RenewalRefusal, Thanks,
};
pub use kinds::{Facts, Kind};
pub use question::{Scale, question};
pub use spec::{Language, LetterSpec, Money, Paper, Recipient, SalutationTitle, Sender};
pub use stated::{day, money};
pub use to_page::{finish, to_page};
