//! What to say: the kinds of letter, their words and the facts they need.
//!
//! A [`LetterSpec`] states a letter: its kind, its people, its date and the facts of its kind. [`compose`] turns it
//! into a [`Draft`], paragraph by paragraph in the order that the kind asks for; [`checks`] says what an edited draft
//! lost; [`finish`] hands it to the page, [`as_email`] to the clipboard.
//!
//! A new kind is a table in `kinds/outlines/` (the facts it needs, the days that must agree, the order of its sentences)
//! and a file of words in each folder of `words/`; two older kinds are said by hand in files of their own. A new
//! language is a folder and a file in `words/` and a variant of [`Language`]. What a country writes otherwise than its
//! language lies over it, key by key, and what the formal register does over that.
//!
//! The words leave as a page ([`to_page`]), as plain text ([`as_text`]), as a Word document ([`as_docx`]), as an e-mail
//! ([`as_email`], [`as_eml`]) or as a template for other letters ([`as_template`]); [`script`] says what to say in the
//! talk before, [`tone`] what the reader might take amiss.
//!
//! The crate is pure: it reads no file and no clock, and it knows no ledger.
#![warn(missing_docs)]

mod bounds;
mod checks;
mod compose;
mod convention;
#[cfg(test)]
mod documented;
mod docx;
mod email;
mod eml;
mod error;
mod evidence;
mod fact;
mod finding;
mod gaps;
mod good_fit;
mod kinds;
mod mention;
mod noun;
mod parse;
mod part;
mod question;
mod sample;
mod script;
mod spec;
mod stated;
mod template;
mod text;
mod to_page;
mod tone;
mod typography;
mod unique;
mod words;

pub use checks::{MustHave, checks, must_haves};
pub use compose::{Draft, FactShown, Paragraph, Part, compose, preview};
pub use docx::as_docx;
pub use email::{Email, as_email};
pub use eml::{EmlParts, as_eml};
pub use error::{DateOf, LackingWords, LetterError};
pub use evidence::{
    Evidence, EvidenceBand, EvidenceFact, EvidenceFinding, EvidenceKind, EvidenceReading, Felt, Paid,
    evidence_report, set_evidence,
};
pub use fact::{EnterIn, FactKey, FactShape, MissingFact};
pub use finding::Finding;
pub use good_fit::good_fit;
pub use kinds::outlines::FactUse;
pub use kinds::prospect_decline::{Papers, ProspectDecline, ProspectReason};
pub use kinds::referral::{Referral, ReferredPerson};
pub use kinds::renewal_refusal::{
    Delivery, Invoice, Notice, NoticeCounts, NoticeForm, RenewalReason, RenewalRefusal, Thanks,
};
pub use kinds::stated::{FactValue, Item, Stated, facts_of, options_of};
pub use kinds::{Facts, Kind, OptionalPart, optional_parts};
pub use question::{Scale, question};
pub use sample::sample_spec;
pub use script::{Script, ScriptLine, script};
pub use spec::{
    Language, Layout, LetterSpec, Money, Paper, Recipient, Register, SalutationTitle, Sender, Typeface,
};
pub use stated::{day, money};
pub use template::{Filled, Template, as_template, fill_template};
pub use text::as_text;
pub use to_page::{Looks, finish, to_page};
pub use tone::{Guarded, Reading, ToneContext, ToneFinding, ToneKind, reading, tone};
