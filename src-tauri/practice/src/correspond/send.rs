//! Sending a finished letter: when and how it went, the proof that it arrived, and what came back.
use std::path::Path;

use chrono::NaiveDate;
use kindly_records::{DocumentId, Kind, Letter, LetterId, LetterReply, Moment, RecordKind, SentLetter};

use super::{standing::cools_until, view::LetterView};
use crate::{Message, Practice, PracticeError, documents::DocumentChoice};

impl Practice {
    /// Notes that a finished letter was sent.
    ///
    /// # Errors
    /// [`PracticeError::NotFinished`], [`PracticeError::CoolingOff`] before the user's own delay has passed,
    /// [`PracticeError::StillAhead`] for a day that has not come.
    pub fn letter_sent(
        &mut self,
        moment: Moment,
        id: LetterId,
        sent: &SentLetter,
    ) -> Result<LetterView, PracticeError> {
        let letter = self.finished_letter(id)?;
        self.cooled_off(moment, &letter)?;
        has_come(sent.on, moment)?;
        let next = Letter { sent: Some(sent.clone()), ..letter };
        let message = Message::DidSendLetter { client: self.client_named(next.client)?.record.name };
        self.change_letter(moment, id, &next, &message)?;
        self.open_letter(moment, id)
    }

    /// Notes what came back.
    ///
    /// # Errors
    /// [`PracticeError::NotFinished`] for a draft, [`PracticeError::StillAhead`] for a day that has not come,
    /// [`PracticeError::ReplyTooEarly`] for one before the letter was sent.
    pub fn letter_reply(
        &mut self,
        moment: Moment,
        id: LetterId,
        reply: &LetterReply,
    ) -> Result<LetterView, PracticeError> {
        let letter = self.finished_letter(id)?;
        has_come(reply.on, moment)?;
        if let Some(sent) = letter.sent.as_ref().filter(|sent| reply.on < sent.on) {
            return Err(PracticeError::ReplyTooEarly { day: reply.on, sent: sent.on });
        }
        let next = Letter { reply: Some(reply.clone()), ..letter };
        let message = Message::DidNoteReply { client: self.client_named(next.client)?.record.name };
        self.change_letter(moment, id, &next, &message)?;
        self.open_letter(moment, id)
    }

    /// Keeps a file as the proof of delivery of a letter that was sent.
    ///
    /// # Errors
    /// [`PracticeError::NotSent`] for one that was not; what adding a document refuses.
    pub fn letter_proof(
        &mut self,
        moment: Moment,
        id: LetterId,
        path: &Path,
    ) -> Result<LetterView, PracticeError> {
        let letter = self.finished_letter(id)?;
        let Some(sent) = letter.sent.clone() else { return Err(PracticeError::NotSent) };
        let choice = DocumentChoice { client: letter.client, title: String::new(), inside: true };
        let done = self.add_document(moment, &choice, path)?;
        let document: Option<DocumentId> = done.id.and_then(|id| id.parse().ok());
        let next = Letter { sent: Some(SentLetter { proof_document: document, ..sent }), ..letter };
        let message = Message::DidKeepProof { client: self.client_named(next.client)?.record.name };
        self.change_letter(moment, id, &next, &message)?;
        self.open_letter(moment, id)
    }

    /// A new draft in place of a finished letter, which it names; the old one stays as it is.
    ///
    /// # Errors
    /// [`PracticeError::NotFinished`]: a draft is changed, not superseded.
    pub fn supersede_letter(&self, moment: Moment, id: LetterId) -> Result<LetterView, PracticeError> {
        let old = self.finished_letter(id)?;
        let next = Letter {
            written_on: moment.today,
            supersedes: Some(id),
            finished: None,
            sent: None,
            reply: None,
            pdf_sha256: None,
            dismissed: Vec::new(),
            ..old
        };
        self.view_letter(moment, None, &next)
    }

    /// A letter that is finished.
    fn finished_letter(&self, id: LetterId) -> Result<Letter, PracticeError> {
        let found = self.ledger.reader().get::<Letter>(id)?;
        let letter = found.ok_or(PracticeError::Gone { kind: Kind::Letter })?.record;
        if letter.finished.is_none() { Err(PracticeError::NotFinished) } else { Ok(letter) }
    }

    /// Refuses a letter that still cools off.
    pub(super) fn cooled_off(&self, moment: Moment, letter: &Letter) -> Result<(), PracticeError> {
        let Some(finished) = &letter.finished else { return Ok(()) };
        let until = cools_until(finished.at, &self.profile()?);
        if moment.at < until { Err(PracticeError::CoolingOff { until }) } else { Ok(()) }
    }

    fn change_letter(
        &mut self,
        moment: Moment,
        id: LetterId,
        next: &Letter,
        message: &Message,
    ) -> Result<(), PracticeError> {
        next.check()?;
        self.ledger.transact(moment.at, message.label(), |changes| changes.update(id, next))?;
        Ok(())
    }
}

/// What happened did so by today.
fn has_come(day: NaiveDate, moment: Moment) -> Result<(), PracticeError> {
    if day > moment.today { Err(PracticeError::StillAhead { day }) } else { Ok(()) }
}
