//! The page with the recovery code, to be printed and put where the passphrase is not.
use std::path::Path;

use kindly_ledger::vault::RecoveryCode;
use kindly_page::{Arrangement, Continuation, Fonts, LetterPage, Letterhead, Paper, Typeface, set};
use kindly_records::Moment;

use crate::{PracticeError, correspond::write_whole};

/// Writes the page as a PDF.
///
/// # Errors
/// [`PracticeError::Write`].
pub fn write_recovery_sheet(code: &RecoveryCode, moment: Moment, path: &Path) -> Result<(), PracticeError> {
    let pdf = set(&page(code, moment), &Fonts::bundled())?;
    write_whole(path, &pdf.bytes)
}

fn page(code: &RecoveryCode, moment: Moment) -> LetterPage {
    let title = "Recovery code of a Kindly ledger".to_owned();
    let day = moment.today.format("%-d %B %Y").to_string();
    LetterPage {
        paper: Paper::A4,
        language: "en-GB".to_owned(),
        letterhead: Letterhead {
            name: "Kindly".to_owned(),
            lines: Vec::new(),
            logo: None,
            footer: Vec::new(),
        },
        arrangement: Arrangement::Plain,
        typeface: Typeface::Serif,
        accent: None,
        fold_marks: false,
        signature: None,
        return_line: String::new(),
        recipient: Vec::new(),
        place_and_date: day.clone(),
        references: Vec::new(),
        subject: title.clone(),
        salutation: String::new(),
        paragraphs: vec![
            code.printed().to_string(),
            "This code opens the ledger when the passphrase is lost. Choose “I forgot it” where Kindly asks for the \
             passphrase, and type the code; capitals, blanks and dashes do not matter."
                .to_owned(),
            "Whoever has this page and the laptop, or one of its backups, can read everything in the ledger. Keep the \
             page where neither of them is: at home in a drawer, with your will, in a safe."
                .to_owned(),
            "A code that Kindly shows later takes the place of this one. If both the passphrase and the code are lost, \
             nobody can open the ledger again."
                .to_owned(),
        ],
        closing: String::new(),
        signer: Vec::new(),
        enclosures: Vec::new(),
        remark: None,
        title: title.clone(),
        author: "Kindly".to_owned(),
        date: moment.today,
        continuation: Continuation {
            addressee: title,
            date: day,
            page: "Page {page} of {pages}".to_owned(),
        },
    }
}
