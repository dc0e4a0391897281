//! Letters: from records and choices to words, pages and a file.
mod basis;
mod coded;
mod facts;
mod file;
mod finish;
mod form;
mod frozen;
pub(crate) mod keys;
mod script;
mod send;
mod spec;
mod standing;
mod starts;
mod stated;
mod system_fonts;
mod templates;
mod tone;
mod view;

use chrono::NaiveDate;
use kindly_letters::{Draft, LetterError, LetterSpec, Looks};
use kindly_page::{Fonts, LetterPage, Pdf, Raster};
use kindly_records::{
    Client, ClientId, IdSource, Kept, Kind, Language, Letter, LetterBasis, LetterId, LetterKind, Moment,
    Profile, RecordKind,
};

use crate::{Message, Practice, PracticeError, standing::number};
pub(crate) use basis::Basis;
pub(crate) use coded::{recipient, sender};
use facts::{facts, finding, missing};
pub use file::write_whole;
pub(crate) use file::{file_name, safe_name};
pub use form::{StatedField, stated_fields};
pub(crate) use keys::language as letter_language;
pub(crate) use tone::Names;

pub use view::{
    ChangedFact, Email, Fact, Finding, FormField, KindChoice, LetterFile, LetterRow, LetterStanding,
    LetterTemplateRow, LetterView, MissingFact, MustHave, OtherLetter, Paragraph, PartChoice, ReadingView,
    Refusal, SavedPdf, Script, ScriptLine, StartsFrom, StatedLetter, Templated, ToneFinding,
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
    pub fn letters(&self, moment: Moment) -> Result<Vec<LetterRow>, PracticeError> {
        let reader = self.ledger.reader();
        let profile = reader.profile()?;
        let clients: std::collections::HashMap<_, _> =
            reader.all::<Client>()?.into_iter().map(|kept| (kept.id, kept.record.name)).collect();
        let letters = reader.all::<Letter>()?;
        let superseded: std::collections::HashSet<LetterId> =
            letters.iter().filter_map(|kept| kept.record.supersedes).collect();
        let mut rows: Vec<LetterRow> = letters
            .into_iter()
            .map(|Kept { id, record }| LetterRow {
                id,
                letter_kind: record.letter_kind,
                client: record.client,
                client_name: clients.get(&record.client).cloned().unwrap_or_default(),
                written_on: record.written_on,
                language: record.language,
                standing: standing::standing(&record, &profile, moment).0,
                number: record.finished.map(|finished| finished.number).unwrap_or_default(),
                sent_on: record.sent.map(|sent| sent.on),
                superseded: superseded.contains(&id),
                saved: record.pdf_sha256.is_some(),
            })
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse((row.written_on, row.id)));
        Ok(rows)
    }

    /// A new letter to a client, resting on a record or on the one it is most likely about. Nothing is written.
    ///
    /// # Errors
    /// [`PracticeError::NothingToAnswer`] where there is no agreement to end, or no enquiry to answer.
    pub fn start_letter(
        &self,
        moment: Moment,
        client: ClientId,
        kind: LetterKind,
        about: Option<LetterBasis>,
    ) -> Result<LetterView, PracticeError> {
        self.view_letter(moment, None, &self.new_letter(moment, client, kind, about)?)
    }

    /// A letter that was kept.
    ///
    /// # Errors
    /// [`PracticeError::Gone`] where it is no longer there.
    pub fn open_letter(&self, moment: Moment, id: LetterId) -> Result<LetterView, PracticeError> {
        let found = self.ledger.reader().get::<Letter>(id)?;
        let letter = found.ok_or(PracticeError::Gone { kind: Kind::Letter })?.record;
        self.view_letter(moment, Some(id), &letter)
    }

    /// A letter as it stands: facts, words, findings. Called while a person types; nothing is written.
    ///
    /// # Errors
    /// Where its client is gone. What the letter lacks is part of the view.
    pub fn view_letter(
        &self,
        moment: Moment,
        id: Option<LetterId>,
        letter: &Letter,
    ) -> Result<LetterView, PracticeError> {
        let basis = Basis::of(self, letter)?;
        let mut view = blank(id, letter, &basis);
        (view.standing, view.cooling_until) = standing::standing(letter, &basis.profile, moment);
        view.supersedes = self.other_letter(letter.supersedes)?;
        view.superseded_by = self.superseded_by(letter.client, id)?;
        if let Some(frozen) = &letter.finished {
            frozen::fill(&mut view, frozen);
            return Ok(view);
        }
        let spec = basis.spec(letter);
        view.facts = facts(&basis, &spec, letter);
        view.form = form::form(&basis, letter);
        view.parts = parts(&spec);
        view.changed = changed(letter, &view.facts);
        let draft = match kindly_letters::compose(&spec) {
            Ok(draft) => Some(draft),
            Err(LetterError::MissingFacts(facts)) => {
                view.missing = facts.into_iter().map(|fact| missing(&basis, fact)).collect();
                Some(kindly_letters::preview(&spec))
            }
            Err(error) => {
                view.refusal = Some(refusal(&error));
                None
            }
        };
        if let Some(draft) = draft {
            self.fill(&mut view, &basis, &spec, &draft)?;
        }
        view.can_finish = view.missing.is_empty()
            && view.refusal.is_none()
            && view.pages > 0
            && view.must_haves.iter().all(|must_have| must_have.present);
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
        self.still_a_draft(id, letter)?;
        let basis = Basis::of(self, letter)?;
        // What the facts are now is what later changes are measured against.
        let seen = finish::frozen_facts(&basis, &basis.spec(letter), letter);
        let letter = &Letter { facts_seen: seen, ..letter.clone() };
        let client = basis.client.record.name;
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

    /// The pixels of one page of a letter, from the very bytes that would be saved, or were frozen; pages count from 0.
    ///
    /// # Errors
    /// What the letter or the page refuses.
    pub fn letter_page(&self, letter: &Letter, page: usize, width: u32) -> Result<Raster, PracticeError> {
        let basis = Basis::of(self, letter)?;
        if letter.finished.is_some() {
            let bytes = self.letter_pdf(&basis, letter)?;
            return Ok(kindly_page::rasterise(&bytes, page + 1, width)?);
        }
        let spec = basis.spec(letter);
        let draft = match kindly_letters::compose(&spec) {
            Err(LetterError::MissingFacts(_)) => kindly_letters::preview(&spec),
            composed => composed?,
        };
        let looks = self.looks(&basis.profile)?;
        let bytes = self.set(kindly_letters::to_page(&spec, &draft, &looks))?.bytes;
        Ok(kindly_page::rasterise(&bytes, page + 1, width)?)
    }

    fn fill(
        &self,
        view: &mut LetterView,
        basis: &Basis,
        spec: &LetterSpec,
        draft: &Draft,
    ) -> Result<(), PracticeError> {
        let page = kindly_letters::to_page(spec, draft, &self.looks(&basis.profile)?);
        view.subject.clone_from(&draft.subject);
        view.salutation.clone_from(&draft.salutation);
        view.closing.clone_from(&draft.closing);
        view.signer.clone_from(&page.signer);
        // Without words of the user's own, the draft is the suggestion itself.
        let suggested = spec.paragraphs.as_ref().map(|_| suggested(spec));
        let ear = tone::Ear::of(self, &view.letter, allowed(&view.facts))?;
        view.paragraphs = draft
            .paragraphs
            .iter()
            .map(|paragraph| Paragraph {
                part: paragraph.parts.first().copied().map(keys::key_name).unwrap_or_default(),
                own: suggested.as_ref().is_some_and(|suggested| {
                    !suggested.paragraphs.iter().any(|suggested| suggested.text == paragraph.text)
                }),
                tone: ear.hear(&paragraph.text),
                text: paragraph.text.clone(),
            })
            .collect();
        view.subject_tone = ear.hear(&draft.subject);
        let whole: Vec<&str> = draft.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        view.reading = Some(ear.reading(&whole.join("\n\n")));
        if view.missing.is_empty() {
            view.must_haves =
                kindly_letters::must_haves(spec, draft).into_iter().map(MustHave::from).collect();
            view.findings = kindly_letters::checks(spec, draft).into_iter().map(finding).collect();
            let email = kindly_letters::as_email(spec, draft);
            let to = basis.client.record.contact.email.clone();
            view.email = Some(Email { to, subject: email.subject, body: email.body });
        }
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

    /// The letter of a kind that a client most likely gets, about a record or about the likeliest one.
    pub(crate) fn new_letter(
        &self,
        moment: Moment,
        client: ClientId,
        kind: LetterKind,
        about: Option<LetterBasis>,
    ) -> Result<Letter, PracticeError> {
        let kept = self.client_named(client)?;
        let profile = self.profile()?;
        let first = || -> Result<Option<LetterBasis>, PracticeError> {
            let from = self.starts_from(moment, client, kind)?.into_iter().next();
            Ok(from.and_then(|from| Some(LetterBasis { kind: from.kind, id: from.id.parse().ok()? })))
        };
        let about = match about {
            Some(about) => Some(about),
            None => first()?,
        };
        if let (None, Some(lacks)) = (&about, starts::rests_on(kind)) {
            return Err(PracticeError::NothingToAnswer {
                client: kept.record.name,
                lacks,
                letter: kind.name(),
            });
        }
        let engagement = match kind {
            LetterKind::ProspectDecline => None,
            _ => self.engagement_of(moment, client, about.as_ref())?.map(|kept| kept.id),
        };
        let enquiry = about.filter(|about| about.kind == Kind::Enquiry).map(|about| about.id.into());
        // The engagement and the enquiry have fields of their own; open invoices are all meant until one is chosen.
        let further =
            about.filter(|about| !matches!(about.kind, Kind::Engagement | Kind::Enquiry | Kind::Invoice));
        Ok(Letter {
            engagement,
            enquiry,
            language: kept.record.language,
            register: profile.register,
            paper: profile.paper,
            about: further.into_iter().collect(),
            ..Letter::new(client, kind, moment.today)
        })
    }

    fn other_letter(&self, id: Option<LetterId>) -> Result<Option<OtherLetter>, PracticeError> {
        let Some(id) = id else { return Ok(None) };
        Ok(self.ledger.reader().get::<Letter>(id)?.map(|kept| other(&kept)))
    }

    fn superseded_by(
        &self,
        client: ClientId,
        id: Option<LetterId>,
    ) -> Result<Option<OtherLetter>, PracticeError> {
        let Some(id) = id else { return Ok(None) };
        let letters = self.ledger.reader().of_client::<Letter>(client)?;
        Ok(letters.iter().find(|kept| kept.record.supersedes == Some(id)).map(other))
    }
}

fn other(kept: &Kept<Letter>) -> OtherLetter {
    OtherLetter {
        id: kept.id,
        number: kept.record.finished.as_ref().map(|finished| finished.number.clone()).unwrap_or_default(),
        written_on: kept.record.written_on,
    }
}

fn blank(id: Option<LetterId>, letter: &Letter, basis: &Basis) -> LetterView {
    LetterView {
        id,
        letter: letter.clone(),
        client_name: basis.client.record.name.clone(),
        standing: LetterStanding::Draft,
        cooling_until: None,
        facts: Vec::new(),
        form: Vec::new(),
        parts: Vec::new(),
        changed: Vec::new(),
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
        subject_tone: Vec::new(),
        reading: None,
        can_finish: false,
        supersedes: None,
        superseded_by: None,
    }
}

fn parts(spec: &LetterSpec) -> Vec<PartChoice> {
    kindly_letters::optional_parts(spec)
        .into_iter()
        .map(|part| PartChoice { key: part.key, on: part.on })
        .collect()
}

/// The facts whose record says otherwise than it did when the draft was kept.
fn changed(letter: &Letter, facts: &[Fact]) -> Vec<ChangedFact> {
    letter
        .facts_seen
        .iter()
        .filter_map(|seen| {
            let same_record = |fact: &&Fact| fact.key == seen.key && fact.id == seen.id;
            let now = facts.iter().find(same_record).map(|fact| fact.values.join("; ")).unwrap_or_default();
            (now != seen.wording && seen.kind.is_some()).then(|| ChangedFact {
                key: seen.key.clone(),
                was: seen.wording.clone(),
                now,
            })
        })
        .collect()
}

/// What the records themselves say, and the tone check lets stand: their titles, names and numbers.
fn allowed(facts: &[Fact]) -> Vec<String> {
    facts.iter().flat_map(|fact| fact.values.iter().cloned()).collect()
}

/// The words as they would be without the user's own.
fn suggested(spec: &LetterSpec) -> Draft {
    kindly_letters::preview(&LetterSpec { paragraphs: None, ..spec.clone() })
}

/// The fonts that every page is set with: those of the program, and the system's for what they lack.
pub(crate) fn fonts() -> Fonts {
    Fonts::with_more(Box::new(system_fonts::SystemFonts::default()))
}

/// A short letter that shows a letterhead.
pub(crate) fn sample_page(
    profile: &Profile,
    language: Language,
    today: NaiveDate,
    looks: &Looks,
) -> LetterPage {
    let client = ClientId::from(uuid::Uuid::nil());
    let letter = Letter {
        language,
        register: profile.register,
        paper: profile.paper,
        ..Letter::new(client, LetterKind::Closure, today)
    };
    let spec = kindly_letters::sample_spec(spec::of_profile(profile, &letter));
    kindly_letters::to_page(&spec, &kindly_letters::preview(&spec), looks)
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
