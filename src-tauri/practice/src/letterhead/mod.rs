//! The letterhead as it prints: its logo, its signature, and a page that shows them.
mod view;

use std::path::Path;

use kindly_letters::Looks;
use kindly_page::{Picture, Raster};
use kindly_records::{Language, Moment, Profile};

use crate::{Message, Practice, PracticeError, correspond::sample_page, read::read_limited, record::Done};

pub use view::{PictureView, Pictures, Which};

/// The most that a picture's file may hold; the page refuses larger ones too, with a sentence of its own.
const MOST_BYTES: usize = 4 * 1024 * 1024;

impl Practice {
    /// The pictures of the letterhead.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn letterhead_pictures(&self) -> Result<Pictures, PracticeError> {
        let profile = self.profile()?;
        let view = |sha256: Option<String>, picture: Option<Picture>| {
            Some(PictureView { sha256: sha256?, ratio: picture?.ratio() })
        };
        let Looks { logo, signature } = self.looks(&profile)?;
        Ok(Pictures {
            logo: view(profile.logo_sha256, logo),
            signature: view(profile.signature_sha256, signature),
        })
    }

    /// Takes a picture into the letterhead, from a PNG, JPEG or SVG file.
    ///
    /// # Errors
    /// [`PracticeError::Read`]; [`PracticeError::Picture`] with what is wrong with it; nothing is kept then.
    pub fn take_picture(&mut self, moment: Moment, which: Which, path: &Path) -> Result<Done, PracticeError> {
        let bytes = read_limited(path, MOST_BYTES)?;
        Picture::read(&bytes)?;
        let mut profile = self.profile()?;
        let message = Message::DidChangePicture;
        self.ledger.transact(moment.at, message.label(), |changes| {
            let sha256 = changes.put_blob(&bytes)?;
            *place(&mut profile, which) = Some(sha256);
            changes.set_profile(&profile)
        })?;
        Ok(Done { id: None, message })
    }

    /// Takes a picture out of the letterhead.
    ///
    /// # Errors
    /// Where the ledger cannot be written.
    pub fn drop_picture(&mut self, moment: Moment, which: Which) -> Result<Done, PracticeError> {
        let mut profile = self.profile()?;
        *place(&mut profile, which) = None;
        let message = Message::DidChangePicture;
        self.ledger.transact(moment.at, message.label(), |changes| changes.set_profile(&profile))?;
        Ok(Done { id: None, message })
    }

    /// A short letter on a letterhead that need not be kept yet, as pixels: what the settings show while a person
    /// changes them.
    ///
    /// # Errors
    /// What the page refuses.
    pub fn letterhead_shown(
        &self,
        moment: Moment,
        profile: &Profile,
        language: Language,
        width: u32,
    ) -> Result<Raster, PracticeError> {
        profile.check()?;
        let page = sample_page(profile, language, moment.today, &self.looks(profile)?);
        let pdf = kindly_page::set(&page, &self.fonts)?;
        Ok(kindly_page::rasterise(&pdf.bytes, 1, width)?)
    }

    /// The pictures of a letterhead, ready to be set. Each is decoded once, as long as it stays the same.
    pub(crate) fn looks(&self, profile: &Profile) -> Result<Looks, PracticeError> {
        let mut kept = self.pictures.borrow_mut();
        let mut picture = |sha256: &Option<String>| -> Result<Option<Picture>, PracticeError> {
            let Some(sha256) = sha256 else { return Ok(None) };
            if let Some(picture) = kept.get(sha256) {
                return Ok(Some(picture.clone()));
            }
            // A blob that is gone leaves its place empty: the letter can still be written.
            let Some(bytes) = self.ledger.reader().blob(sha256)? else { return Ok(None) };
            let picture = Picture::read(&bytes)?;
            kept.insert(sha256.clone(), picture.clone());
            Ok(Some(picture))
        };
        Ok(Looks { logo: picture(&profile.logo_sha256)?, signature: picture(&profile.signature_sha256)? })
    }
}

fn place(profile: &mut Profile, which: Which) -> &mut Option<String> {
    match which {
        Which::Logo => &mut profile.logo_sha256,
        Which::Signature => &mut profile.signature_sha256,
    }
}
