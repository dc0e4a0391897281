//! A letter's file: its name, its bytes, and where they go.
use std::{fs, io::Write as _, path::Path};

use kindly_letters::LetterSpec;
use kindly_page::{Fonts, Pdf};
use kindly_records::{ClientId, IdSource, Letter, LetterId, LetterKind, Moment, RecordKind};

use super::{SavedPdf, StatedLetter, facts::finding, spec::Basis};
use crate::{Message, Practice, PracticeError};

impl Practice {
    /// The name a letter's file is offered under, such as `2026-11-22 Halden & Co renewal refusal.pdf`.
    ///
    /// # Errors
    /// Where its client is gone.
    pub fn letter_file_name(&self, letter: &Letter) -> Result<String, PracticeError> {
        let client = self.client_named(letter.client)?.record.name;
        let name =
            format!("{} {} {}", letter.written_on, client, letter.letter_kind.name().replace('_', " "));
        // What some file system refuses in a name, and a leading dot that would hide the file.
        let safe: String = name
            .chars()
            .map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { ' ' } else { c })
            .collect();
        Ok(format!("{}.pdf", safe.split_whitespace().collect::<Vec<_>>().join(" ").trim_start_matches('.')))
    }

    /// Saves a letter's PDF at a path, and keeps the letter with the very bytes.
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
        let basis = Basis::of(self, letter)?;
        let client = basis.client.record.name.clone();
        let pdf = finished(&basis.spec(letter), &self.fonts)?;
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
        Ok(SavedPdf { id, file: file_name(path) })
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
        let mut letter = self.new_letter(moment, client, kind)?;
        set(&mut letter)?;
        self.save_letter(moment, None, &letter, path)
    }

    /// Writes a stated letter (see `docs/letter-spec.md`); no ledger is touched.
    ///
    /// # Errors
    /// What the letter lacks or the page refuses, and [`PracticeError::Write`].
    pub fn write_stated_letter(json: &str, path: &Path) -> Result<StatedLetter, PracticeError> {
        let spec = LetterSpec::from_json(json)?;
        let pdf = finished(&spec, &Fonts::bundled())?;
        write_whole(path, &pdf.bytes)?;
        let draft = kindly_letters::compose(&spec)?;
        let findings = kindly_letters::checks(&spec, &draft).into_iter().map(finding).collect();
        Ok(StatedLetter { pages: pdf.pages, findings })
    }
}

fn finished(spec: &LetterSpec, fonts: &Fonts) -> Result<Pdf, PracticeError> {
    let draft = kindly_letters::compose(spec)?;
    Ok(kindly_page::set(&kindly_letters::finish(spec, &draft)?, fonts)?)
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

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
