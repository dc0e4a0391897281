//! The tone of a letter's words, with what the user dismissed.
use std::sync::Arc;

use kindly_letters::{Guarded, ToneContext, reading, tone};
use kindly_records::{Client, Kept, Letter, Profile};

use super::{
    keys::{self, key_name},
    view::{ReadingView, ToneFinding},
};
use crate::{Practice, PracticeError};

/// The names of all clients, as they stood after an entry of the journal: putting them together takes longer than
/// reading a letter.
pub(crate) struct Names {
    position: i64,
    guarded: Arc<Guarded>,
}

/// What the words of one letter are read with.
pub(super) struct Ear<'a> {
    letter: &'a Letter,
    guarded: Arc<Guarded>,
    client: String,
    allowed: Vec<String>,
}

impl<'a> Ear<'a> {
    /// Other clients' names and addresses are listened for; the letter's own people are not.
    pub(super) fn of(
        practice: &Practice,
        letter: &'a Letter,
        allowed: Vec<String>,
    ) -> Result<Self, PracticeError> {
        let own =
            practice.ledger.reader().get::<Client>(letter.client)?.as_ref().map(texts).unwrap_or_default();
        let referred = letter.choices.referral.iter().map(|person| person.name.clone());
        let known = own.into_iter().chain(sender_texts(&practice.profile()?)).chain(referred).chain(allowed);
        Ok(Self {
            letter,
            guarded: names(practice)?,
            client: letter.client.to_string(),
            allowed: known.filter(|text| !text.trim().is_empty()).collect(),
        })
    }

    /// What is noticed about a text.
    pub(super) fn hear(&self, text: &str) -> Vec<ToneFinding> {
        let context = ToneContext {
            language: keys::language(self.letter.language),
            kind: Some(keys::kind(self.letter.letter_kind)),
            allowed: &self.allowed,
            client: Some(&self.client),
            guarded: &self.guarded,
        };
        tone(&context, text)
            .into_iter()
            .map(|found| {
                let kind = key_name(found.kind);
                let dismissed = self
                    .letter
                    .dismissed
                    .iter()
                    .find(|dismissed| dismissed.finding == kind && dismissed.words == found.words);
                ToneFinding {
                    kind,
                    from: crate::standing::number(found.from),
                    to: crate::standing::number(found.to),
                    words: found.words,
                    rewording: found.rewording,
                    dismissed: dismissed.map(|dismissed| dismissed.note.clone()),
                }
            })
            .collect()
    }

    /// How long the whole is, and how easily it reads.
    pub(super) fn reading(&self, text: &str) -> ReadingView {
        let reading = reading(keys::language(self.letter.language), text);
        ReadingView {
            words: crate::standing::number(reading.words),
            sentences: crate::standing::number(reading.sentences),
            ease: reading.ease,
        }
    }
}

/// The names of all clients, put together anew only after something was recorded.
fn names(practice: &Practice) -> Result<Arc<Guarded>, PracticeError> {
    let position = practice.ledger.journal_position();
    if let Some(names) = practice.names.borrow().as_ref().filter(|names| names.position == position) {
        return Ok(Arc::clone(&names.guarded));
    }
    let clients = practice.ledger.reader().all::<Client>()?;
    let guarded = Arc::new(Guarded::new(clients.iter().map(|kept| (kept.id.to_string(), texts(kept)))));
    practice.names.replace(Some(Names { position, guarded: Arc::clone(&guarded) }));
    Ok(guarded)
}

fn texts(kept: &Kept<Client>) -> Vec<String> {
    let client = &kept.record;
    let people = std::iter::once(&client.contact).chain(&client.people);
    let of_people = people.flat_map(|person| [person.full_name(), person.email.clone()]);
    let own = [client.name.clone(), client.website.clone()];
    own.into_iter().chain(of_people).chain(client.address.iter().cloned()).collect()
}

fn sender_texts(profile: &Profile) -> Vec<String> {
    let own = [&profile.name, &profile.trade_name, &profile.email, &profile.website, &profile.place];
    own.into_iter().cloned().chain(profile.address.iter().cloned()).collect()
}
