//! Finishing a letter: from here on it never changes.
use chrono::Datelike as _;
use kindly_letters::{Draft, LetterSpec};
use kindly_page::Pdf;
use kindly_records::{
    FinishedLetter, FrozenFact, IdSource, Kind, Letter, LetterId, LetterParagraph, LetterTemplate, Moment,
    RecordKind, next_letter_number,
};

use super::{basis::Basis, facts::facts, keys::key_name, view::LetterView};
use crate::{Message, Practice, PracticeError};

impl Practice {
    /// Finishes a letter: its bytes, their SHA-256, its facts and its words are kept, and it gets its number. A
    /// correction is a new letter.
    ///
    /// # Errors
    /// What the letter lacks or the page refuses, and [`PracticeError::AlreadyFinished`]; nothing is kept then.
    pub fn finish_letter(
        &mut self,
        moment: Moment,
        id: Option<LetterId>,
        letter: &Letter,
    ) -> Result<LetterView, PracticeError> {
        letter.check()?;
        self.still_a_draft(id, letter)?;
        let basis = Basis::of(self, letter)?;
        let spec = basis.spec(letter);
        let draft = kindly_letters::compose(&spec)?;
        let looks = self.looks(&basis.profile)?;
        let page = kindly_letters::finish(&spec, &draft, &looks)?;
        let (recipient, fonts) = (page.recipient.clone(), vec![key_name(basis.profile.typeface)]);
        let pdf = kindly_page::set(&page, &self.fonts)?;
        let template = match letter.template {
            Some(template) => self.ledger.reader().get::<LetterTemplate>(template)?,
            None => None,
        };
        let frozen = Frozen { spec: &spec, draft: &draft, pdf: &pdf };
        let mut finished = frozen.record(&basis, letter);
        finished.at = moment.at;
        finished.number = self.next_number(moment, &basis)?;
        finished.recipient = recipient;
        finished.fonts = fonts;
        finished.template = template.map(|kept| kept.record.name).unwrap_or_default();

        let id = id.unwrap_or_else(|| IdSource::at(moment.at).next());
        let message = Message::DidFinishLetter {
            client: basis.client.record.name.clone(),
            number: finished.number.clone(),
        };
        self.ledger.transact(moment.at, message.label(), |changes| {
            finished.sha256 = changes.put_blob(&pdf.bytes)?;
            let finished = Letter {
                pdf_sha256: Some(finished.sha256.clone()),
                finished: Some(finished),
                ..letter.clone()
            };
            if changes.get::<Letter>(id)?.is_some() {
                changes.update(id, &finished)
            } else {
                changes.insert(id, &finished)
            }
        })?;
        self.open_letter(moment, id)
    }

    /// Refuses to change a letter that is finished.
    pub(super) fn still_a_draft(&self, id: Option<LetterId>, letter: &Letter) -> Result<(), PracticeError> {
        let kept = match id {
            Some(id) => self.ledger.reader().get::<Letter>(id)?,
            None => None,
        };
        let finished = kept.as_ref().and_then(|kept| kept.record.finished.as_ref());
        match finished.or(letter.finished.as_ref()) {
            Some(finished) => Err(PracticeError::AlreadyFinished { number: finished.number.clone() }),
            None => Ok(()),
        }
    }

    /// The next number of the year, by the user's own pattern.
    fn next_number(&self, moment: Moment, basis: &Basis) -> Result<String, PracticeError> {
        let letters = self.ledger.reader().all::<Letter>()?;
        let taken = letters.iter().filter_map(|kept| Some(kept.record.finished.as_ref()?.number.as_str()));
        Ok(next_letter_number(&basis.profile.letter_numbers, moment.today.year(), taken))
    }
}

/// What is frozen of a letter.
struct Frozen<'a> {
    spec: &'a LetterSpec,
    draft: &'a Draft,
    pdf: &'a Pdf,
}

impl Frozen<'_> {
    fn record(&self, basis: &Basis, letter: &Letter) -> FinishedLetter {
        FinishedLetter {
            pages: crate::standing::number(self.pdf.pages),
            facts: frozen_facts(basis, self.spec, letter),
            paragraphs: self
                .draft
                .paragraphs
                .iter()
                .map(|paragraph| LetterParagraph {
                    part: paragraph.parts.first().copied().map(key_name).unwrap_or_default(),
                    text: paragraph.text.clone(),
                })
                .collect(),
            subject: self.draft.subject.clone(),
            salutation: self.draft.salutation.clone(),
            closing: self.draft.closing.clone(),
            ..FinishedLetter::default()
        }
    }
}

/// The facts of a letter as they stand now, each with its record.
pub(super) fn frozen_facts(basis: &Basis, spec: &LetterSpec, letter: &Letter) -> Vec<FrozenFact> {
    facts(basis, spec, letter)
        .into_iter()
        .map(|fact| FrozenFact {
            key: fact.key,
            wording: fact.values.join("; "),
            kind: fact.kind.filter(|kind| *kind != Kind::Profile),
            id: fact.id.filter(|id| !id.is_empty()),
        })
        .collect()
}
