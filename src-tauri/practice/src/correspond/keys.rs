//! Between the names that records keep and those that letters know: kinds, languages, papers, keys.
use kindly_letters as letters;
use kindly_records::{Language, LetterKind, PageLayout, Paper, Register, Typeface};
use serde::Serialize;

/// The kind as letters know it.
pub(crate) fn kind(kind: LetterKind) -> letters::Kind {
    use letters::Kind;
    match kind {
        LetterKind::RenewalRefusal => Kind::RenewalRefusal,
        LetterKind::ProspectDecline => Kind::ProspectDecline,
        LetterKind::RequestDecline => Kind::RequestDecline,
        LetterKind::ResponsibilityReminder => Kind::ResponsibilityReminder,
        LetterKind::Boundary => Kind::Boundary,
        LetterKind::EarlyTermination => Kind::EarlyTermination,
        LetterKind::Referral => Kind::Referral,
        LetterKind::PutRight => Kind::PutRight,
        LetterKind::ComplaintReply => Kind::ComplaintReply,
        LetterKind::NewTerms => Kind::NewTerms,
        LetterKind::MutualEnd => Kind::MutualEnd,
        LetterKind::PaymentNotice => Kind::PaymentNotice,
        LetterKind::Pause => Kind::Pause,
        LetterKind::FinalNotice => Kind::FinalNotice,
        LetterKind::OurWay => Kind::OurWay,
        LetterKind::Closure => Kind::Closure,
    }
}

/// The language as letters know it.
pub(crate) fn language(language: Language) -> letters::Language {
    match language {
        Language::EnGb => letters::Language::EnglishUk,
        Language::EnUs => letters::Language::EnglishUs,
        Language::De => letters::Language::German,
        Language::Fr => letters::Language::French,
        Language::Es => letters::Language::Spanish,
    }
}

/// The register as letters know it.
pub(crate) fn register(register: Register) -> letters::Register {
    match register {
        Register::Warm => letters::Register::Warm,
        Register::Formal => letters::Register::Formal,
    }
}

/// The paper as letters know it.
pub(crate) fn paper(paper: Paper) -> letters::Paper {
    match paper {
        Paper::A4 => letters::Paper::A4,
        Paper::UsLetter => letters::Paper::UsLetter,
    }
}

/// The layout as letters know it.
pub(crate) fn layout(layout: PageLayout) -> letters::Layout {
    match layout {
        PageLayout::Din5008A => letters::Layout::Din5008A,
        PageLayout::Din5008B => letters::Layout::Din5008B,
        PageLayout::Us => letters::Layout::Us,
        PageLayout::Plain => letters::Layout::Plain,
    }
}

/// The typeface as letters know it.
pub(crate) fn typeface(typeface: Typeface) -> letters::Typeface {
    match typeface {
        Typeface::Serif => letters::Typeface::Serif,
        Typeface::Sans => letters::Typeface::Sans,
    }
}

/// The kind as records keep it.
pub(crate) fn kind_of(known: letters::Kind) -> LetterKind {
    LetterKind::ALL
        .into_iter()
        .find(|each| kind(*each) == known)
        .expect("records keep every kind that letters know: the match above names them all")
}

/// The language as records keep it.
pub(crate) fn language_of(known: letters::Language) -> Language {
    Language::ALL
        .into_iter()
        .find(|each| language(*each) == known)
        .expect("records keep every language that letters know: the match above names them all")
}

/// The register as records keep it.
pub(crate) fn register_of(known: letters::Register) -> Register {
    match known {
        letters::Register::Warm => Register::Warm,
        letters::Register::Formal => Register::Formal,
    }
}

/// A key's name, as the window's catalogue knows it.
pub(crate) fn key_name(key: impl Serialize) -> String {
    match serde_json::to_value(key) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
