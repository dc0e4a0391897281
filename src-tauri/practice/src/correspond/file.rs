//! A letter's files: their names, their bytes, and where they go.
use std::{fs, io::Write as _, path::Path};

use kindly_letters::{Draft, EmlParts, LetterSpec, Looks};
use kindly_page::{Envelope, EnvelopeSize, Fonts, Pdf};
use kindly_records::{ClientId, IdSource, Letter, LetterId, LetterKind, Moment, RecordKind};

use super::{SavedPdf, StatedLetter, basis::Basis, facts::finding, frozen, view::LetterFile};
use crate::{Message, Practice, PracticeError};

impl Practice {
    /// The name a letter's file is offered under, such as `2026-11-22 Halden & Co renewal refusal.pdf`; a draft's says
    /// that it is one.
    ///
    /// # Errors
    /// Where its client is gone.
    pub fn letter_file_name(&self, letter: &Letter, what: LetterFile) -> Result<String, PracticeError> {
        let client = self.client_named(letter.client)?.record.name;
        let kind = letter.letter_kind.name().replace('_', " ");
        let number = letter.finished.as_ref().map_or("", |finished| finished.number.as_str());
        let draft = if letter.finished.is_none() && what == LetterFile::Pdf { " (draft)" } else { "" };
        let paper = match what {
            LetterFile::Envelope => " envelope",
            LetterFile::Label => " labels",
            _ => "",
        };
        let name = format!("{} {client} {kind} {number}{paper}{draft}", letter.written_on);
        Ok(format!("{}.{}", safe_name(&name), what.ending()))
    }

    /// The bytes of one of a letter's files. A finished letter's PDF is the very bytes that were frozen.
    ///
    /// # Errors
    /// What the letter lacks or the page refuses; [`PracticeError::CoolingOff`] for what would be sent too early.
    pub fn letter_bytes(
        &self,
        moment: Moment,
        letter: &Letter,
        what: LetterFile,
    ) -> Result<Vec<u8>, PracticeError> {
        if matches!(what, LetterFile::Pdf | LetterFile::Email) {
            self.cooled_off(moment, letter)?;
        }
        let basis = Basis::of(self, letter)?;
        let spec = basis.spec(letter);
        Ok(match what {
            LetterFile::Pdf => self.letter_pdf(&basis, letter)?,
            LetterFile::Text => kindly_letters::as_text(&spec, &words_of(letter, &spec)?).into_bytes(),
            LetterFile::Docx => kindly_letters::as_docx(&spec, &words_of(letter, &spec)?)?,
            LetterFile::Email => {
                let draft = words_of(letter, &spec)?;
                let pdf = self.letter_pdf(&basis, letter)?;
                let name = self.letter_file_name(letter, LetterFile::Pdf)?;
                let email = kindly_letters::as_email(&spec, &draft);
                kindly_letters::as_eml(&EmlParts {
                    spec: &spec,
                    subject: &email.subject,
                    body: &email.body,
                    date: moment.at,
                    pdf: &pdf,
                    file_name: &name,
                })?
            }
            LetterFile::Envelope => {
                let size = match letter.paper {
                    kindly_records::Paper::A4 => EnvelopeSize::Dl,
                    kindly_records::Paper::UsLetter => EnvelopeSize::Number10,
                };
                let page = kindly_letters::to_page(&spec, &kindly_letters::preview(&spec), &Looks::default());
                kindly_page::set_envelope(&Envelope::of(&page, size), &self.fonts)?.bytes
            }
            LetterFile::Label => {
                let page = kindly_letters::to_page(&spec, &kindly_letters::preview(&spec), &Looks::default());
                kindly_page::set_labels(&kindly_page::Labels::of(&page), &self.fonts)?.bytes
            }
        })
    }

    /// Writes one of a letter's files at a path. The PDF of a draft is kept with it.
    ///
    /// # Errors
    /// As [`Practice::letter_bytes`], and [`PracticeError::Write`]; the file is written whole or not at all.
    pub fn save_letter_file(
        &mut self,
        moment: Moment,
        id: Option<LetterId>,
        letter: &Letter,
        what: LetterFile,
        path: &Path,
    ) -> Result<SavedPdf, PracticeError> {
        if what == LetterFile::Pdf && letter.finished.is_none() {
            return self.save_letter(moment, id, letter, path);
        }
        write_whole(path, &self.letter_bytes(moment, letter, what)?)?;
        Ok(SavedPdf { id, file: file_name(path) })
    }

    /// Saves a draft's PDF at a path, and keeps the letter with the very bytes.
    ///
    /// # Errors
    /// What the letter lacks or the page refuses, and [`PracticeError::Write`]; the file is written whole or not at
    /// all, and nothing is kept unless it was.
    pub fn save_letter(
        &mut self,
        moment: Moment,
        id: Option<LetterId>,
        letter: &Letter,
        path: &Path,
    ) -> Result<SavedPdf, PracticeError> {
        letter.check()?;
        self.still_a_draft(id, letter)?;
        let basis = Basis::of(self, letter)?;
        let client = basis.client.record.name.clone();
        let pdf = finished(&basis.spec(letter), &self.looks(&basis.profile)?, &self.fonts)?;
        write_whole(path, &pdf.bytes)?;
        let id = id.unwrap_or_else(|| IdSource::at(moment.at).next());
        let message = Message::DidSavePdf { client };
        self.ledger.transact(moment.at, message.label(), |changes| {
            let sha256 = changes.put_blob(&pdf.bytes)?;
            let saved = Letter { pdf_sha256: Some(sha256), ..letter.clone() };
            if changes.get::<Letter>(id)?.is_some() {
                changes.update(id, &saved)
            } else {
                changes.insert(id, &saved)
            }
        })?;
        Ok(SavedPdf { id: Some(id), file: file_name(path) })
    }

    /// Writes a letter of a kind to a client from the ledger's facts, as the cli does; the words follow from them.
    ///
    /// # Errors
    /// As for [`Practice::save_letter`], and where there is nothing to write about.
    pub fn write_letter_to(
        &mut self,
        moment: Moment,
        client: ClientId,
        kind: LetterKind,
        set: impl FnOnce(&mut Letter) -> Result<(), PracticeError>,
        path: &Path,
    ) -> Result<SavedPdf, PracticeError> {
        let mut letter = self.new_letter(moment, client, kind, None)?;
        set(&mut letter)?;
        self.save_letter(moment, None, &letter, path)
    }

    /// Writes a stated letter (see `docs/letter-spec.md`); no ledger is touched.
    ///
    /// # Errors
    /// What the letter lacks or the page refuses, and [`PracticeError::Write`].
    pub fn write_stated_letter(json: &str, path: &Path) -> Result<StatedLetter, PracticeError> {
        let spec = LetterSpec::from_json(json)?;
        let pdf = finished(&spec, &Looks::default(), &crate::correspond::fonts())?;
        write_whole(path, &pdf.bytes)?;
        let draft = kindly_letters::compose(&spec)?;
        let findings = kindly_letters::checks(&spec, &draft).into_iter().map(finding).collect();
        Ok(StatedLetter { pages: pdf.pages, findings })
    }

    /// The frozen bytes of a finished letter, or those that a draft would have.
    pub(super) fn letter_pdf(&self, basis: &Basis, letter: &Letter) -> Result<Vec<u8>, PracticeError> {
        let Some(frozen) = &letter.finished else {
            let spec = basis.spec(letter);
            return Ok(finished(&spec, &self.looks(&basis.profile)?, &self.fonts)?.bytes);
        };
        let gone = PracticeError::Gone { kind: kindly_records::Kind::Letter };
        self.ledger.reader().blob(&frozen.sha256)?.ok_or(gone)
    }
}

/// The words of a letter: those that were frozen, or those of the draft as it stands.
fn words_of(letter: &Letter, spec: &LetterSpec) -> Result<Draft, PracticeError> {
    match &letter.finished {
        Some(frozen) => Ok(frozen::words(frozen)),
        None => Ok(kindly_letters::compose(spec)?),
    }
}

fn finished(spec: &LetterSpec, looks: &Looks, fonts: &Fonts) -> Result<Pdf, PracticeError> {
    let draft = kindly_letters::compose(spec)?;
    Ok(kindly_page::set(&kindly_letters::finish(spec, &draft, looks)?, fonts)?)
}

impl LetterFile {
    /// What the file's name ends with.
    fn ending(self) -> &'static str {
        match self {
            Self::Pdf | Self::Envelope | Self::Label => "pdf",
            Self::Docx => "docx",
            Self::Text => "txt",
            Self::Email => "eml",
        }
    }
}

/// A name without what some file system refuses, and without a leading dot that would hide the file.
pub(crate) fn safe_name(name: &str) -> String {
    let safe: String =
        name.chars().map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { ' ' } else { c }).collect();
    safe.split_whitespace().collect::<Vec<_>>().join(" ").trim_start_matches('.').to_owned()
}

/// Writes a file beside its place first, so that what stood there before is whole until the new one is.
///
/// # Errors
/// [`PracticeError::Write`] with the file; what stood there before stands there still.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), PracticeError> {
    let failed = |source| PracticeError::Write { file: path.display().to_string(), source };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = folder.join(format!(".{}.part", file_name(path)));
    let written = fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let named = written.and_then(|()| fs::rename(&beside, path)).and_then(|()| sync_folder(folder));
    named.map_err(|error| {
        // Whatever was begun is of no use to anybody.
        let _ = fs::remove_file(&beside);
        failed(error)
    })
}

/// Brings a new name to the disk, where the system lets folders be brought there.
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) {
        match fs::File::open(folder)?.sync_all() {
            // Some file systems, such as those of sticks, have nothing to bring there.
            Err(error) if error.kind() == std::io::ErrorKind::InvalidInput => {}
            synced => synced?,
        }
    }
    Ok(())
}

/// The last part of a path.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
