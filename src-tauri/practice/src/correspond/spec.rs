//! From a letter's record and the records it rests on to a stated letter.
use kindly_letters as letters;
use kindly_records::{Letter, LetterKind, Profile};

use super::{
    basis::Basis,
    coded::{recipient, sender},
    keys, stated,
};

/// A stated letter without recipient and facts: what the letterhead gives every letter.
pub(super) fn of_profile(profile: &Profile, letter: &Letter) -> letters::LetterSpec {
    let profile = profile.in_language(letter.language);
    let facts = letters::Facts::Stated(keys::kind(letter.letter_kind), letters::Stated::default());
    letters::LetterSpec {
        language: keys::language(letter.language),
        register: keys::register(letter.register),
        paper: keys::paper(letter.paper),
        layout: Some(keys::layout(profile.layout_on(letter.paper))),
        typeface: keys::typeface(profile.typeface),
        fold_marks: profile.fold_marks,
        accent: colour(&profile.accent),
        sender: sender(&profile),
        recipient: letters::Recipient::default(),
        date: letter.written_on,
        facts,
        left_out: letter.left_out.clone(),
        taken_in: letter.taken_in.clone(),
        subject: Some(letter.subject.clone()).filter(|subject| !subject.trim().is_empty()),
        paragraphs: None,
        remark: letter.remark.clone(),
        enclosures: letter.enclosures.clone(),
        signature_role: None,
    }
}

impl Basis {
    /// The stated letter.
    pub(super) fn spec(&self, letter: &Letter) -> letters::LetterSpec {
        letters::LetterSpec {
            recipient: recipient(&self.client.record),
            facts: match letter.letter_kind {
                LetterKind::RenewalRefusal => letters::Facts::RenewalRefusal(self.refusal(letter)),
                LetterKind::ProspectDecline => letters::Facts::ProspectDecline(self.decline(letter)),
                kind => letters::Facts::Stated(keys::kind(kind), stated::stated(self, letter)),
            },
            paragraphs: letter
                .paragraphs
                .as_ref()
                .map(|paragraphs| paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect()),
            ..of_profile(&self.profile, letter)
        }
    }
}

/// "#1f4e5f" as a colour; none where nothing was chosen.
fn colour(accent: &str) -> Option<[u8; 3]> {
    let digits = accent.trim().strip_prefix('#')?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}
