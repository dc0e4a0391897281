//! Letters: from records and choices to words, pages and a file.
mod facts;
mod file;
mod spec;
mod view;

use kindly_letters::{Draft, LetterError, LetterSpec};
use kindly_page::{LetterPage, Pdf, Raster};
use kindly_records::{
    Client, ClientId, Engagement, Enquiry, IdSource, Kept, Kind, Letter, LetterChoices, LetterId, LetterKind,
    Moment, RecordKind,
};

use crate::{
    Message, Practice, PracticeError,
    standing::{notice_dates, number},
};
use facts::{facts, finding, missing};
pub use file::write_whole;
use spec::Basis;
pub(crate) use spec::{recipient, sender};

pub use view::{
    Email, Fact, Finding, LetterRow, LetterView, MissingFact, MustHave, Paragraph, Refusal, SavedPdf,
    StatedLetter,
};

/// A letter that was set: what went in, and the bytes that came out.
pub(crate) struct SetLetter {
    page: LetterPage,
    pdf: Pdf,
}

impl Practice {
    /// All letters, latest first.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn letters(&self) -> Result<Vec<LetterRow>, PracticeError> {
        let reader = self.ledger.reader();
        let clients: std::collections::HashMap<_, _> =
            reader.all::<Client>()?.into_iter().map(|kept| (kept.id, kept.record.name)).collect();
        let mut rows: Vec<LetterRow> = reader
            .all::<Letter>()?
            .into_iter()
            .map(|Kept { id, record }| LetterRow {
                id,
                letter_kind: record.letter_kind,
                client: record.client,
                client_name: clients.get(&record.client).cloned().unwrap_or_default(),
                written_on: record.written_on,
                saved: record.pdf_sha256.is_some(),
            })
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse((row.written_on, row.id)));
        Ok(rows)
    }

    /// A new letter to a client, resting on the agreement or enquiry it is most likely about. Nothing is written.
    ///
    /// # Errors
    /// [`PracticeError::NothingToAnswer`] where there is no agreement to end, or no enquiry to answer.
    pub fn start_letter(
        &self,
        moment: Moment,
        client: ClientId,
        kind: LetterKind,
    ) -> Result<LetterView, PracticeError> {
        self.view_letter(None, &self.new_letter(moment, client, kind)?)
    }

    /// A letter that was kept.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where it is no longer there.
    pub fn open_letter(&self, id: LetterId) -> Result<LetterView, PracticeError> {
        let found = self.ledger.reader().get::<Letter>(id)?;
        let letter = found.ok_or(PracticeError::Gone { kind: Kind::Letter })?.record;
        self.view_letter(Some(id), &letter)
    }

    /// A letter as it stands: facts, words, findings. Called while a person types; nothing is written.
    ///
    /// # Errors
    /// Where its client is gone. What the letter lacks is part of the view.
    pub fn view_letter(&self, id: Option<LetterId>, letter: &Letter) -> Result<LetterView, PracticeError> {
        let basis = Basis::of(self, letter)?;
        let spec = basis.spec(letter);
        let mut view = LetterView {
            id,
            letter: letter.clone(),
            client_name: basis.client.record.name.clone(),
            facts: facts(&basis, &spec),
            missing: Vec::new(),
            refusal: None,
            subject: String::new(),
            salutation: String::new(),
            paragraphs: Vec::new(),
            closing: String::new(),
            signer: Vec::new(),
            must_haves: Vec::new(),
            findings: Vec::new(),
            pages: 0,
            email: None,
        };
        match kindly_letters::compose(&spec) {
            Ok(draft) => self.fill(&mut view, &basis, &spec, &draft)?,
            Err(LetterError::MissingFacts(facts)) => {
                view.missing = facts.into_iter().map(|fact| missing(&basis, fact)).collect();
            }
            Err(error) => view.refusal = Some(refusal(&error)),
        }
        Ok(view)
    }

    /// Keeps a letter as a draft. A draft is kept again and again while a person writes: those steps are one step back.
    ///
    /// # Errors
    /// [`PracticeError::Record`] where it cannot be kept as it is.
    pub fn keep_letter(
        &mut self,
        moment: Moment,
        id: Option<LetterId>,
        letter: &Letter,
    ) -> Result<LetterId, PracticeError> {
        letter.check()?;
        let client = self.client_named(letter.client)?.record.name;
        let known = id.is_some();
        let id = id.unwrap_or_else(|| IdSource::at(moment.at).next());
        let message = Message::DidKeepLetter { client, letter: id };
        if known && self.ledger.next_undo()?.as_ref().and_then(Message::of_label).as_ref() == Some(&message) {
            self.ledger.undo(moment.at)?;
        }
        self.ledger.transact(moment.at, message.label(), |changes| {
            if changes.get::<Letter>(id)?.is_some() {
                changes.update(id, letter)
            } else {
                changes.insert(id, letter)
            }
        })?;
        Ok(id)
    }

    /// The pixels of one page of a letter, from the very bytes that would be saved; pages count from 0.
    ///
    /// # Errors
    /// What the letter or the page refuses.
    pub fn letter_page(&self, letter: &Letter, page: usize, width: u32) -> Result<Raster, PracticeError> {
        let basis = Basis::of(self, letter)?;
        let spec = basis.spec(letter);
        let draft = kindly_letters::compose(&spec)?;
        let bytes = self.set(kindly_letters::to_page(&spec, &draft))?.bytes;
        Ok(kindly_page::rasterise(&bytes, page + 1, width)?)
    }

    fn fill(
        &self,
        view: &mut LetterView,
        basis: &Basis,
        spec: &LetterSpec,
        draft: &Draft,
    ) -> Result<(), PracticeError> {
        let page = kindly_letters::to_page(spec, draft);
        view.subject.clone_from(&draft.subject);
        view.salutation.clone_from(&draft.salutation);
        view.closing.clone_from(&draft.closing);
        view.signer.clone_from(&page.signer);
        let composed = suggested(spec)?;
        view.paragraphs = draft
            .paragraphs
            .iter()
            .map(|paragraph| Paragraph {
                part: paragraph.parts.first().copied().map(spec::part_name).unwrap_or_default(),
                own: !composed.paragraphs.iter().any(|suggested| suggested.text == paragraph.text),
                text: paragraph.text.clone(),
            })
            .collect();
        view.must_haves = kindly_letters::must_haves(spec, draft).into_iter().map(MustHave::from).collect();
        view.findings = kindly_letters::checks(spec, draft).into_iter().map(finding).collect();
        let email = kindly_letters::as_email(spec, draft);
        let to = basis.client.record.contact.email.clone();
        view.email = Some(Email { to, subject: email.subject, body: email.body });
        match self.set(page) {
            Ok(pdf) => view.pages = number(pdf.pages),
            Err(error) => view.refusal = Some(Refusal { code: String::new(), message: error.to_string() }),
        }
        Ok(())
    }

    /// Sets a page, or finds the one that was set last.
    fn set(&self, page: LetterPage) -> Result<Pdf, PracticeError> {
        if let Some(last) = self.set_last.borrow().as_ref().filter(|last| last.page == page) {
            return Ok(last.pdf.clone());
        }
        let pdf = kindly_page::set(&page, &self.fonts)?;
        self.set_last.replace(Some(SetLetter { page, pdf: pdf.clone() }));
        Ok(pdf)
    }

    /// The letter of a kind that a client most likely gets.
    pub(crate) fn new_letter(
        &self,
        moment: Moment,
        client: ClientId,
        kind: LetterKind,
    ) -> Result<Letter, PracticeError> {
        let kept = self.client_named(client)?;
        let profile = self.profile()?;
        let lacks = |lacks| PracticeError::NothingToAnswer {
            client: kept.record.name.clone(),
            lacks,
            letter: kind.name(),
        };
        let (mut engagement, mut enquiry) = (None, None);
        match kind {
            LetterKind::RenewalRefusal => {
                let found = self.engagement_to_end(moment, client)?;
                engagement = Some(found.ok_or_else(|| lacks(Kind::Engagement))?.id);
            }
            LetterKind::ProspectDecline => {
                let found = self.enquiry_to_answer(client)?;
                enquiry = Some(found.ok_or_else(|| lacks(Kind::Enquiry))?.id);
            }
        }
        Ok(Letter {
            client,
            letter_kind: kind,
            engagement,
            enquiry,
            written_on: moment.today,
            language: kept.record.language,
            paper: profile.paper,
            choices: LetterChoices::default(),
            paragraphs: None,
            pdf_sha256: None,
        })
    }

    /// The agreement whose end comes first of those that run; else the latest.
    fn engagement_to_end(
        &self,
        moment: Moment,
        client: ClientId,
    ) -> Result<Option<Kept<Engagement>>, PracticeError> {
        let reader = self.ledger.reader();
        let margin = reader.profile()?.postal_margin_working_days;
        let mut engagements = reader.of_client::<Engagement>(client)?;
        engagements.sort_by_key(|kept| match notice_dates(&kept.record, moment.today, margin) {
            Some(dates) => (false, dates.ends_on),
            None => (true, kept.record.term_ends_on.unwrap_or(kept.record.agreed_on)),
        });
        Ok(engagements.into_iter().next())
    }

    /// The latest enquiry that waits; else the latest.
    fn enquiry_to_answer(&self, client: ClientId) -> Result<Option<Kept<Enquiry>>, PracticeError> {
        let mut enquiries = self.ledger.reader().of_client::<Enquiry>(client)?;
        enquiries.sort_by_key(|kept| (kept.record.answered_on.is_none(), kept.record.received_on));
        Ok(enquiries.pop())
    }
}

/// The words as they would be without the user's own.
fn suggested(spec: &LetterSpec) -> Result<Draft, PracticeError> {
    Ok(kindly_letters::compose(&LetterSpec { paragraphs: None, ..spec.clone() })?)
}

/// Why there is no letter although no fact is missing. A notice that is too late is told without the names of the file
/// format, since the window offers the ways that remain.
fn refusal(error: &LetterError) -> Refusal {
    match error {
        LetterError::NoticePassed { last_day, letter_date, .. } => Refusal {
            code: "notice_passed".to_owned(),
            message: format!(
                "the last day of notice was {last_day} and the letter is dated {letter_date}: agree on an end \
                 together, offer new terms, use another clause, or give notice for the next end"
            ),
        },
        other => Refusal { code: String::new(), message: other.to_string() },
    }
}
